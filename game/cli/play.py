"""`utka play`: opens the window, in a game if a scenario is named."""

import os
import sys
from enum import StrEnum
from typing import Annotated

import typer

from game.cli.problems import CannotRunError


class SideChoice(StrEnum):
    """Which seat the player takes."""

    CENTER = "center"
    CIRCLE = "circle"
    BOTH = "both"
    WATCH = "watch"


class AllegianceChoice(StrEnum):
    """Whether open allegiances are drawn or as history has them."""

    HISTORICAL = "historical"
    UNCERTAIN = "uncertain"


def play(
    scenario: Annotated[str, typer.Argument(metavar="[SCENARIO]", help="An id, a file or a folder; none opens the title.")] = "",
    side: Annotated[SideChoice, typer.Option(help="Which side you play.")] = SideChoice.CENTER,
    opponent: Annotated[
        str, typer.Option(metavar="PLAYER", help="random, planner, or module:callable for one's own.")
    ] = "planner",
    seed: Annotated[int | None, typer.Option(help="The same seed draws the same luck.")] = None,
    allegiance: Annotated[
        AllegianceChoice, typer.Option(help="Drawn from the seed, or as history has them.")
    ] = AllegianceChoice.UNCERTAIN,
) -> None:
    """Open the window."""
    check_display()
    _check_opponent(opponent)
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")  # where there is no GPU it costs 110 MB and helps nobody
    from game.ui.start import open_game, open_window  # noqa: PLC0415 - the window is loaded only when it opens

    if not scenario:
        open_window()
        return
    problem = open_game(scenario, side.value, opponent, seed, allegiance.value)
    if problem:
        raise CannotRunError(problem)


def check_display() -> None:
    """Says in one line that there is no display, before the window is tried."""
    if os.environ.get("SDL_VIDEODRIVER") or not sys.platform.startswith("linux"):
        return
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        raise CannotRunError("there is no display to open a window on (set DISPLAY, or SDL_VIDEODRIVER=dummy)")


def _check_opponent(name: str) -> None:
    """Says in one line who plays against people; single plans are for measuring."""
    from game.players import EITHER_SIDE  # noqa: PLC0415 - not needed where there is no display

    if name not in EITHER_SIDE and ":" not in name:
        raise CannotRunError(f"no opponent is called {name!r}; expected {', '.join(EITHER_SIDE)} or module:callable")
