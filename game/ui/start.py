"""Opens the window on the title, and reads the rest of the game once the title stands."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache, partial
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

from game.match.newest import newest_unfinished
from game.ui.app import App
from game.ui.entrance import title_screen
from game.ui.office import Office
from game.ui.settings import SettingsFile

if TYPE_CHECKING:
    from game.ui.flow import Flow

TELL, STANDS = "UTKA_TELL", "the title stands"
"""The environment variable that asks for word of the title, and the word."""
_THE_REST = "game.ui.flow"
"""What brings in everything that the title can lead to."""


def open_window() -> None:
    """Opens the window on the title and returns when the player has left."""
    office = Office()
    window(office).run(partial(_title_stands, office))


def window(office: Office, settings: SettingsFile | None = None, size: tuple[int, int] | None = None) -> App:
    """The window on the title, not yet running."""

    @cache
    def flow() -> Flow:
        from game.ui.flow import Flow  # noqa: PLC0415 - the whole game, of which the title shows nothing

        return Flow(office)

    kept = settings or SettingsFile()
    office.speak(kept.read().language)
    first = title_screen(office, flow)
    return App(
        office.assets,
        first,
        kept,
        size,
        companion=lambda: office.companion,
        attendant=lambda: office.attendant,
        signs=lambda: office.signs,
        packs=lambda: office.heard,
        speak=office.speak,
        tokens=lambda: office.tokens,
    )


def _title_stands(office: Office) -> None:
    """Says so on stdout if `UTKA_TELL` is set, for `utka bench` to measure by, and reads on."""
    if os.environ.get(TELL):
        print(STANDS, flush=True)
    read_ahead(office)


def read_ahead(title: Office | None = None) -> None:
    """Begins to read on beside the window, so that neither the first choice nor the first save waits for it; beside a title also
    what its Continue needs."""
    Thread(target=read_on, args=(title,), daemon=True).start()


def read_on(title: Office | None = None) -> None:
    """Reads the rest of the game and makes ready to save; for a title also reads the scenario of the game that can be gone on
    with."""
    import_module(_THE_REST)
    from game.match.saves import get_ready  # noqa: PLC0415 - not for the title

    get_ready()
    if title is not None:
        _read_latest(title)


def _read_latest(office: Office) -> None:
    from game.scenario.findings import ScenarioError  # noqa: PLC0415 - not for the title

    latest = newest_unfinished(office.saves)
    if latest is not None:
        with suppress(ScenarioError):  # who goes on with the game is told of it
            office.library.scenario(latest.scenario)
