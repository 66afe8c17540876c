"""`utka simulate`: the computer against itself, many times, and what came of it."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from game.cli.options import DaskAddress, Jobs, JsonFile, Luck, LuckKind, ReportFolder, ScenarioName, Seed, names_in
from game.cli.problems import CannotRunError

OF_EITHER_SIDE = (
    "random, planner, normal, hard, planner:TEMPER for a temperament, planner:normal or planner:hard for what these care for"
    " without thinking ahead, module:callable for one's own,"
)
CENTER_PLAYERS = f"{OF_EITHER_SIDE} or a single plan (rush, groom, moles, smear, terror)."
CIRCLE_PLAYERS = f"{OF_EITHER_SIDE} or a single plan (turtle, denounce, publish, nomad, hider)."
GAMES, POINTS, ROLLOUTS = 100, 300, 64
LEAST_ROLLOUTS = 8


class ToldSide(StrEnum):
    """The side that is told what it may not know."""

    CENTER = "center"
    CIRCLE = "circle"


def simulate(
    scenario: ScenarioName,
    points: Annotated[
        int | None, typer.Argument(min=1, metavar="POINTS", help=f"With --decisions: how many; {POINTS} if left out.")
    ] = None,
    games: Annotated[
        int | None, typer.Option("-n", "--games", min=1, help=f"How many games, or games a cell; {GAMES} if left out.")
    ] = None,
    center: Annotated[str, typer.Option(metavar="PLAYER", help=f"The Center: {CENTER_PLAYERS} The planner if left out.")] = "",
    circle: Annotated[str, typer.Option(metavar="PLAYER", help=f"The Circle: {CIRCLE_PLAYERS} The planner if left out.")] = "",
    seed: Seed = 1,
    jobs: Jobs = 0,
    json_file: JsonFile = None,
    report: ReportFolder = None,
    records: Annotated[Path | None, typer.Option(metavar="DIR", help="Write a record of every game.")] = None,
    dask: DaskAddress = "",
    calibration: Annotated[bool, typer.Option("--calibration", help="Print how well the Circle's doubt fits the truth.")] = False,
    told: Annotated[
        ToldSide | None, typer.Option(help="Show this side what it may not know, to measure what secrets are worth.")
    ] = None,
    luck: Luck = LuckKind.DICE,
    without: Annotated[str, typer.Option(metavar="OP[,OP]", help="Take operations out of the scenario.")] = "",
    matrix: Annotated[bool, typer.Option("--matrix", help="Play every Center against every Circle.")] = False,
    centers: Annotated[str, typer.Option(metavar="A,B,C", help="With --matrix: these Centers; all if left out.")] = "",
    circles: Annotated[str, typer.Option(metavar="D,E,F", help="With --matrix: these Circles, likewise.")] = "",
    decisions: Annotated[
        bool, typer.Option("--decisions", help="Measure whether decisions are choices: neither obvious nor meaningless.")
    ] = False,
    rollouts: Annotated[
        int | None,
        typer.Option(min=LEAST_ROLLOUTS, help=f"With --decisions: games for one set of orders at most; {ROLLOUTS} if left out."),
    ] = None,
) -> None:
    """Play the computer against itself and count who wins, how, and by which orders. Ctrl-C stops with what was played.

    With --matrix every player meets every other. With --decisions moments of games are played on with several sets of orders.
    """
    from game.cli import crosstable, deciding, tournament  # noqa: PLC0415 - brings in all of the game's machinery
    from game.cli.measuring import Wishes  # noqa: PLC0415

    _refuse("--matrix and --decisions are two runs", matrix and decisions)
    _refuse("--matrix takes --centers and --circles", matrix and bool(center or circle))
    _refuse("--centers and --circles belong to --matrix", not matrix and bool(centers or circles))
    _refuse("--calibration is for one pair of players", calibration and (matrix or decisions))
    _refuse("--decisions has the planner on both sides", decisions and bool(center or circle))
    _refuse("--decisions keeps no records and tells nobody anything", decisions and bool(records or told))
    _refuse("how many points there are stands after --decisions", decisions and games is not None)
    _refuse(f"{points} games? say -n {points}; POINTS belong to --decisions", not decisions and points is not None)
    _refuse("--rollouts belongs to --decisions", not decisions and rollouts is not None)
    for path in (report, records):
        if path is not None and path.exists() and not path.is_dir():
            raise CannotRunError(f"{path} is not a folder")
    wishes = Wishes(
        scenario=scenario,
        games=games or GAMES,
        seed=seed,
        center=center or "planner",
        circle=circle or "planner",
        jobs=jobs,
        json_file=json_file,
        report=report,
        records=records,
        dask=dask,
        told=told.value if told else "",
        without=names_in(without),
        luck=luck.value,
    )
    if matrix:
        crosstable.hold(wishes, names_in(centers), names_in(circles))
    elif decisions:
        deciding.hold(wishes, points or POINTS, rollouts or ROLLOUTS)
    else:
        tournament.hold(wishes, print_doubt=calibration)


def _refuse(message: str, wrong: bool) -> None:
    if wrong:
        raise CannotRunError(message)
