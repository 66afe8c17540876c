"""`utka ladder`: who of the computer's players is the strongest, by games in which everybody plays both sides."""

from typing import Annotated

import typer

from game.cli.options import DaskAddress, Jobs, JsonFile, Luck, LuckKind, ReportFolder, ScenarioName, Seed, names_in
from game.cli.problems import CannotRunError

PLAYERS = "random,planner,normal"
GAMES = 20


def ladder(
    scenario: ScenarioName,
    players: Annotated[
        str,
        typer.Option(
            metavar="A,B,C",
            help="Whoever `simulate` knows: names, planner:TEMPER, module:callable. Who plays one side only, such as a single"
            " plan, meets those who play the other.",
        ),
    ] = PLAYERS,
    games: Annotated[int, typer.Option("-n", "--games", min=1, help="Games of a pair with each seating.")] = GAMES,
    seed: Seed = 1,
    jobs: Jobs = 0,
    json_file: JsonFile = None,
    report: ReportFolder = None,
    dask: DaskAddress = "",
    luck: Luck = LuckKind.DICE,
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
