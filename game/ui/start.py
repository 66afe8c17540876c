"""Opens the window on the title, and reads the rest of the game once the title stands."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

from game.ui.app import App
from game.ui.entrance import title_screen
from game.ui.office import Office

if TYPE_CHECKING:
    from game.ui.flow import Flow


def open_window() -> None:
    """Opens the window on the title and returns when the player has left."""
    office = Office()

    @cache
    def flow() -> Flow:
        from game.ui.flow import Flow  # noqa: PLC0415 - the whole game, of which the title shows nothing

        return Flow(office)

    App(office.assets, title_screen(office, flow)).run(read_ahead)


def read_ahead() -> None:
    """Begins to read the rest of the game beside the window, so that the first choice does not wait for it."""
    Thread(target=import_module, args=("game.ui.flow",), daemon=True).start()
