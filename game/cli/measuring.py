"""What all kinds of measurement share: the options, the scenario, the progress bar, the files of a report, a plain table."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from game.cli.problems import CannotRunError
from game.match.labour import Crew, SimulationError, all_cores
from game.match.labour import Progress as Report
from game.match.simulation import Plan, drop_operations
from game.match.svg import PICTURE
from game.rules.definitions import Scenario
from game.rules.nouns import Luck, Side
from game.scenario import ScenarioError, ScenarioNotFoundError, load


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """The options of the command as they were given.

    `jobs` 0 stands for all cores, an empty `dask` for this machine, an empty `told` for neither side.
    """

    scenario: str
    games: int
    seed: int
    center: str
    circle: str
    jobs: int
    json_file: Path | None
    report: Path | None
    records: Path | None
    dask: str
    told: str
    without: Sequence[str]
    luck: str

    @property
    def crew(self) -> Crew:
        """Who does the work."""
        return crew_of(self.jobs, self.dask)

    def plan(self) -> Plan:
        """The games that are wanted."""
        return Plan(
            games=self.games,
            seed=self.seed,
            center=self.center,
            circle=self.circle,
            records=self.records,
            told=Side(self.told) if self.told else None,
            without=tuple(self.without),
            luck=Luck(self.luck),
        )


def crew_of(jobs: int, dask: str) -> Crew:
    """Who does the work; 0 jobs are one on each core. An interrupt says what it waits for."""
    on_stop = partial(say, "stopping after what is being played; Ctrl-C again stops it")
    return Crew(jobs=jobs or all_cores(), dask=dask, on_stop=on_stop)


def load_scenario(name: str) -> Scenario:
    """The scenario of that id, file or folder.

    Raises:
        CannotRunError: there is none, or it has errors.
    """
    try:
        return load(name)
    except ScenarioNotFoundError as wrong:
        raise CannotRunError(str(wrong)) from None
    except ScenarioError as wrong:
        raise CannotRunError(f"{name}: {wrong}; `utka check {name}` tells all") from None


def wanted_scenario(wishes: Wishes) -> Scenario:
    """The scenario, without the operations that were taken out.

    Raises:
        CannotRunError: there is none, it has errors, or no such operation.
    """
    with one_line_errors():
        return drop_operations(load_scenario(wishes.scenario), wishes.without)


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Turns what ends a simulation into the line that a user reads."""
    try:
        yield
    except SimulationError as wrong:
        raise CannotRunError(str(wrong)) from None


@contextmanager
def progress_bar(noun: str, total: int) -> Iterator[Report | None]:
    """A bar on stderr where that is a terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (TextColumn(noun), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(noun, total=total)
        yield lambda done, _: progress.update(task, completed=done)


def say(message: str) -> None:
    """Says one line on stderr."""
    print(f"utka: {message}", file=sys.stderr)


def hand_out(
    wishes: Wishes,
    figures: dict[str, Any],
    page: str,
    print_tables: Callable[[], None],
    picture: Callable[[], str] | None = None,
) -> None:
    """Prints the figures if they are wanted there, else the tables, and writes figures, page and picture where they are wanted.

    Raises:
        OSError: a file cannot be written.
    """
    text = json.dumps(figures, indent=2, sort_keys=True) + "\n"
    if str(wishes.json_file) == "-":
        print(text, end="")
    else:
        print_tables()
        if wishes.json_file is not None:
            wishes.json_file.write_text(text, encoding="utf-8", newline="\n")
    if wishes.report is not None:
        wishes.report.mkdir(parents=True, exist_ok=True)
        (wishes.report / "report.md").write_text(page, encoding="utf-8", newline="\n")
        (wishes.report / "report.json").write_text(text, encoding="utf-8", newline="\n")
        if picture is not None:
            (wishes.report / PICTURE).write_text(picture(), encoding="utf-8", newline="\n")


def printer() -> Console:
    """Stdout, plain, and so wide that no table is cut; what a terminal cannot hold it wraps itself."""
    return Console(highlight=False, markup=False, soft_wrap=True, width=1000)


def table(first: str, *others: str) -> Table:
    """A plain table whose first column is of words and whose others are of numbers."""
    made = Table(box=None, pad_edge=False, header_style="bold")
    made.add_column(first, no_wrap=True)
    for title in others:
        made.add_column(title, justify="right", no_wrap=True)
    return made
