"""What `utka simulate` does once its options are read: runs the games under a progress bar and writes what came of them."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from game.cli.problems import CannotRunError
from game.match.balance import Balance, as_json, as_markdown, weigh
from game.match.simulation import Plan, Simulation, SimulationError, all_cores, simulate
from game.match.simulation import Progress as Report
from game.rules.definitions import Catalogue, Scenario
from game.scenario import ScenarioError, load


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """The options of the command as they were given; `jobs` 0 stands for all cores, an empty `dask` for this machine."""

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


def hold(wishes: Wishes) -> None:
    """Plays the games and writes what was asked for.

    Raises:
        CannotRunError: there is no such scenario or player, a player failed, or a file cannot be written.
    """
    scenario = load_scenario(wishes.scenario)
    simulation = _play(scenario, wishes)
    if not simulation.outcomes:
        raise CannotRunError("stopped before the first game was over")
    balance = weigh(simulation, scenario.catalogue)
    figures = as_json(simulation, balance)
    if str(wishes.json_file) == "-":
        print(json.dumps(figures, indent=2, sort_keys=True))
    else:
        _print_tables(balance, simulation, scenario.catalogue)
    _write(wishes, figures, as_markdown(simulation, balance, scenario.catalogue))
    if simulation.stopped:
        print(f"utka: stopped after {len(simulation.outcomes)} of {wishes.games} games", file=sys.stderr)


def load_scenario(name: str) -> Scenario:
    """The scenario of that id, file or folder.

    Raises:
        CannotRunError: there is none, or it has errors.
    """
    try:
        return load(name)
    except ScenarioError as wrong:
        raise CannotRunError(f"{name}: {wrong}") from None


def _play(scenario: Scenario, wishes: Wishes) -> Simulation:
    plan = Plan(games=wishes.games, seed=wishes.seed, center=wishes.center, circle=wishes.circle, records=wishes.records)
    try:
        with _progress_bar(plan.games) as report:
            return simulate(scenario, plan, jobs=wishes.jobs or all_cores(), dask=wishes.dask, on_progress=report)
    except SimulationError as wrong:
        raise CannotRunError(str(wrong)) from None


@contextmanager
def _progress_bar(games: int) -> Iterator[Report | None]:
    """A bar on stderr where that is a terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (TextColumn("games"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("games", total=games)
        yield lambda done, _: progress.update(task, completed=done)


def _write(wishes: Wishes, figures: dict[str, Any], page: str) -> None:
    text = json.dumps(figures, indent=2, sort_keys=True) + "\n"
    if wishes.json_file is not None and str(wishes.json_file) != "-":
        wishes.json_file.write_text(text, encoding="utf-8")
    if wishes.report is not None:
        wishes.report.mkdir(parents=True, exist_ok=True)
        (wishes.report / "report.md").write_text(page, encoding="utf-8")
        (wishes.report / "report.json").write_text(text, encoding="utf-8")


def _print_tables(balance: Balance, simulation: Simulation, catalogue: Catalogue) -> None:
    """Who won, how it ended, and which orders were given, on stdout."""
    console = Console(highlight=False, markup=False, soft_wrap=True)
    plan, sides = simulation.plan, catalogue.sides
    speed = balance.games / simulation.seconds if simulation.seconds else 0.0
    console.print(
        f"{catalogue.title}: {balance.games} games, seed {plan.seed},"
        f" {sides.center} {plan.center}, {sides.circle} {plan.circle}; {simulation.seconds:.1f} s, {speed:.1f} games a second"
    )
    wins = _table("side", "wins", "share", "95 % interval")
    for name, count, share in ((sides.center, balance.wins[0], balance.center), (sides.circle, balance.wins[1], balance.circle)):
        wins.add_row(name, str(count), f"{share.mean:.1%}", f"{share.low:.1%} to {share.high:.1%}")
    verdicts = _table("verdict", "games", "share")
    for id_, count in balance.verdicts:
        verdicts.add_row(id_, str(count), f"{count / balance.games:.1%}")
    orders = _table("order", "given", "a game")
    for id_, count in balance.operations:
        orders.add_row(id_, str(count), f"{count / balance.games:.2f}")
    for table in (wins, verdicts, orders):
        console.print()
        console.print(table)
    score, turns = balance.score, balance.turns
    console.print()
    console.print(f"score of the {sides.center}: {score.mean:+.3f} ({score.low:+.3f} to {score.high:+.3f})")
    console.print(f"turns: {turns[0]} to {turns[2]}, median {turns[1]:g}")


def _table(first: str, *others: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(first, no_wrap=True)
    for title in others:
        table.add_column(title, justify="right", no_wrap=True)
    return table
