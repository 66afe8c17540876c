"""`utka ladder`: who of the computer's players is the strongest, by games in which everybody plays both sides."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.problems import CannotRunError
from game.cli.simulate import LuckKind, names_in

PLAYERS = "random,planner,normal"
GAMES = 20


def ladder(
    scenario: Annotated[str, typer.Argument(metavar="SCENARIO", help="An id, a file or a folder.")],
    players: Annotated[
        str,
        typer.Option(
            metavar="A,B,C",
            help="Whoever `simulate` knows: names, planner:TEMPER, module:callable. Who plays one side only, such as a single"
            " plan, meets those who play the other.",
        ),
    ] = PLAYERS,
    games: Annotated[int, typer.Option("-n", "--games", min=1, help="Games of a pair with each seating.")] = GAMES,
    seed: Annotated[int, typer.Option(help="The same seed plays the same games.")] = 1,
    jobs: Annotated[int, typer.Option(min=0, help="Processes; 0 for one on each core.")] = 0,
    json_file: Annotated[Path | None, typer.Option("--json", metavar="FILE", help="Write the figures; - prints them.")] = None,
    report: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Write report.md, report.json and a picture, and go on where a run there stopped."),
    ] = None,
    dask: Annotated[str, typer.Option(metavar="ADDRESS", help="Play on the cluster of this Dask scheduler.")] = "",
    luck: Annotated[LuckKind, typer.Option(help="Roll each by itself, or deal from decks that even out.")] = LuckKind.DICE,
) -> None:
    """Play every computer player against every other with both seatings, and rate them in Elo with 95 % intervals.

    The planner stands at 1000, or where it does not play the mean. Ctrl-C stops with what was played.
    """
    from game.cli import climbing  # noqa: PLC0415 - brings in all of the game's machinery
    from game.cli.measuring import Wishes  # noqa: PLC0415

    if report is not None and report.exists() and not report.is_dir():
        raise CannotRunError(f"{report} is not a folder")
    wishes = Wishes(
        scenario=scenario,
        games=games,
        seed=seed,
        center="",
        circle="",
        jobs=jobs,
        json_file=json_file,
        report=report,
        records=None,
        dask=dask,
        told="",
        without=(),
        luck=luck.value,
    )
    climbing.hold(wishes, names_in(players))
