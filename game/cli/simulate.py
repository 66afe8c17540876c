"""`utka simulate`: the computer against itself, many times, and what came of it."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.problems import CannotRunError

CENTER = "random, planner, a single plan (rush, groom, moles, smear, terror), or module:callable for one's own."
CIRCLE = "random, planner, a single plan (turtle, denounce, publish, nomad, hider), or module:callable for one's own."


def simulate(
    scenario: Annotated[str, typer.Argument(metavar="SCENARIO", help="An id, a file or a folder.")],
    games: Annotated[int, typer.Option("-n", "--games", min=1, help="How many games.")] = 100,
    center: Annotated[str, typer.Option(metavar="PLAYER", help=f"Who plays the Center: {CENTER}")] = "planner",
    circle: Annotated[str, typer.Option(metavar="PLAYER", help=f"Who plays the Circle: {CIRCLE}")] = "planner",
    seed: Annotated[int, typer.Option(help="The same seed plays the same games.")] = 1,
    jobs: Annotated[int, typer.Option(min=0, help="Processes; 0 for one on each core.")] = 0,
    json_file: Annotated[Path | None, typer.Option("--json", metavar="FILE", help="Write the figures; - prints them.")] = None,
    report: Annotated[Path | None, typer.Option(metavar="DIR", help="Write report.md and report.json.")] = None,
    records: Annotated[Path | None, typer.Option(metavar="DIR", help="Write a record of every game.")] = None,
    dask: Annotated[str, typer.Option(metavar="ADDRESS", help="Play on the cluster of this Dask scheduler.")] = "",
) -> None:
    """Play the computer against itself and count who wins, how, and by which orders. Ctrl-C stops with what was played."""
    from game.cli.tournament import Wishes, hold  # noqa: PLC0415 - brings in all of the game's machinery

    for path in (report, records):
        if path is not None and path.exists() and not path.is_dir():
            raise CannotRunError(f"{path} is not a folder")
    hold(
        Wishes(
            scenario=scenario,
            games=games,
            seed=seed,
            center=center,
            circle=circle,
            jobs=jobs,
            json_file=json_file,
            report=report,
            records=records,
            dask=dask,
        )
    )
