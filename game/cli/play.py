"""`utka play`: opens the window, in a game if a scenario is named."""

from enum import StrEnum
from typing import Annotated

import typer

from game.cli.opening import make_ready, open_title
from game.cli.options import LuckKind
from game.cli.problems import CannotRunError

BY_MAIL = "mail"
"""The opponent that is a person at another machine."""


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
        str,
        typer.Option(metavar="PLAYER", help="random, planner, normal, hard, planner:TEMPER, mail, or module:callable."),
    ] = "planner",
    seed: Annotated[int | None, typer.Option(help="The same seed draws the same luck.")] = None,
    allegiance: Annotated[
        AllegianceChoice, typer.Option(help="Drawn from the seed, or as history has them.")
    ] = AllegianceChoice.UNCERTAIN,
    luck: Annotated[
        LuckKind, typer.Option(help="Each roll by itself, or dealt so that streaks even out; chances stay the same.")
    ] = LuckKind.DICE,
) -> None:
    """Open the window."""
    if not scenario:
        open_title()
        return
    _check_opponent(opponent, side)
    make_ready()
    from game.ui.straight import open_game  # noqa: PLC0415 - the window is loaded only when it opens

    problem = open_game(scenario, side.value, opponent, seed, allegiance.value, luck.value)
    if problem:
        raise CannotRunError(problem)


def _check_opponent(name: str, side: SideChoice) -> None:
    """Says in one line who plays against people; single plans are for measuring."""
    from game.players import EITHER_SIDE, THINKERS  # noqa: PLC0415 - not needed where there is no display

    if name == BY_MAIL:
        if side not in (SideChoice.CENTER, SideChoice.CIRCLE):
            raise CannotRunError("by mail one plays one side: --side center or --side circle")
        return
    known = (*EITHER_SIDE, *THINKERS)
    if name not in known and ":" not in name:
        raise CannotRunError(f"no opponent is called {name!r}; expected {', '.join(known)}, mail or module:callable")
