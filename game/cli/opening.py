"""Opens the window from the command line. It knows no command, so that plain `utka` loads none."""

import os
import sys

from game.cli.problems import CannotRunError


def open_title() -> None:
    """Opens the window on the title and returns when the player has left.

    Raises:
        CannotRunError: there is no display.
    """
    make_ready()
    from game.ui.start import open_window  # noqa: PLC0415 - the window is loaded only when it opens

    open_window()


def make_ready() -> None:
    """Says in one line that there is no display, before the window is tried, and keeps its toolkit quiet.

    Raises:
        CannotRunError: there is no display.
    """
    keep_quiet()
    if os.environ.get("SDL_VIDEODRIVER") or not sys.platform.startswith("linux"):
        return
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        raise CannotRunError("there is no display to open a window on (set DISPLAY, or SDL_VIDEODRIVER=dummy)")


def keep_quiet() -> None:
    """Keeps the window's toolkit from saying its name when it is loaded."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
