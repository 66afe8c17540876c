"""Plays the computer against itself many times, on as many processes as are wanted, and counts what came of it.

The games are numbered and each draws its seed from the simulation's, so that the same games are played and counted
in the same order whatever the number of processes. Prints nothing.
"""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from threading import current_thread, main_thread
from time import perf_counter

from game.match.match import Match
from game.match.records import RecordError, write_record
from game.players import PlayerError
from game.rules.definitions import Scenario
from game.rules.dice import Dice
from game.rules.geography import Atlas
from game.rules.nouns import Side
from game.rules.setup import Allegiances

GAME_SEEDS = 1 << 48
"""Games' seeds lie below this."""

MOST_IN_CHUNK = 4
"""Games that a process plays before it reports: few, so that an interrupt is soon obeyed."""

Progress = Callable[[int, int], None]
"""Is told how many games of how many are done."""


class SimulationError(Exception):
    """The simulation could not be run; the message is one line for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to play: how many games, from which seed, by which players, and where to put the records, if anywhere."""

    games: int
    seed: int
    center: str
    circle: str
    allegiances: Allegiances = Allegiances.UNCERTAIN
    records: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one game of a simulation ended: the Center's score in hundredths, the turns played, the orders given."""

    number: int
    seed: int
    verdict: str
    score: int
    turns: int
    attribution: int
    operations: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """The outcomes in the order of their numbers, from 1, and how long it took.

    `stopped`: it was interrupted, so that some games are missing.
    """

    plan: Plan
    outcomes: tuple[Outcome, ...]
    seconds: float
    stopped: bool = False


def simulate(scenario: Scenario, plan: Plan, *, jobs: int = 1, dask: str = "", on_progress: Progress | None = None) -> Simulation:
    """Plays the games of a plan, on `jobs` processes or on the cluster of a Dask scheduler's address.

    An interrupt (Ctrl-C) ends it with the games played so far.

    Raises:
        SimulationError: a player failed, a record could not be written, a process died, or no cluster was found.
    """
    began = perf_counter()
    chunks = _cut(plan.games, jobs)
    try:
        if dask:
            with _cluster(dask) as executor:
                played, stopped = _gather(executor, scenario, plan, chunks, on_progress)
        elif jobs > 1:
            with ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_ignore_interrupts) as executor:
                played, stopped = _gather(executor, scenario, plan, chunks, on_progress)
        else:
            played, stopped = _play_here(scenario, plan, on_progress)
    except (PlayerError, RecordError) as wrong:
        raise SimulationError(str(wrong)) from wrong
    except BrokenProcessPool:
        raise SimulationError("a process of the simulation died") from None
    outcomes = tuple(sorted(played, key=_number))
    return Simulation(plan=plan, outcomes=outcomes, seconds=perf_counter() - began, stopped=stopped)


def play_game(scenario: Scenario, atlas: Atlas, plan: Plan, number: int) -> Outcome:
    """Plays one game of a plan to its verdict.

    Raises:
        PlayerError: a player failed.
    """
    seed = Dice(plan.seed).below(GAME_SEEDS, number, "simulation", "seed")
    seats = {Side.CENTER: plan.center, Side.CIRCLE: plan.circle}
    match = Match.new(scenario, seed, plan.allegiances, seats, atlas)
    while not match.is_over():
        match.resolve()
    record, verdict = match.record(), match.verdict
    assert verdict is not None
    if plan.records is not None:
        write_record(plan.records / f"game-{number:0{len(str(plan.games))}}.json", record)
    return Outcome(
        number=number,
        seed=seed,
        verdict=verdict.id,
        score=verdict.score,
        turns=len(record.turns),
        attribution=verdict.attribution,
        operations=tuple(order.operation for turn in record.turns for side in Side for order in turn.orders(side)),
    )


def all_cores() -> int:
    """How many processes this machine has room for."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _number(outcome: Outcome) -> int:
    return outcome.number


def _cut(games: int, jobs: int) -> list[range]:
    """The numbers of the games in chunks, small enough that no process is idle for long at the end."""
    size = max(1, min(MOST_IN_CHUNK, games // (max(1, jobs) * 8)))
    return [range(first, min(first + size, games + 1)) for first in range(1, games + 1, size)]


def _play_here(scenario: Scenario, plan: Plan, on_progress: Progress | None) -> tuple[list[Outcome], bool]:
    played: list[Outcome] = []
    atlas = Atlas(scenario.catalogue)
    try:
        for number in range(1, plan.games + 1):
            played.append(play_game(scenario, atlas, plan, number))
            if on_progress:
                on_progress(len(played), plan.games)
    except KeyboardInterrupt:
        return played, True
    return played, False


def _play_chunk(scenario: Scenario, plan: Plan, numbers: Sequence[int]) -> list[Outcome]:
    atlas = Atlas(scenario.catalogue)
    return [play_game(scenario, atlas, plan, number) for number in numbers]


def _gather(
    executor: Executor, scenario: Scenario, plan: Plan, chunks: Sequence[range], on_progress: Progress | None
) -> tuple[list[Outcome], bool]:
    """Hands out the chunks and collects them as they come in; the scenario travels with each, which costs milliseconds."""
    futures: list[Future[list[Outcome]]] = []
    done = 0
    try:
        with _interrupts_ignored():
            futures.extend(executor.submit(_play_chunk, scenario, plan, chunk) for chunk in chunks)
        for future in as_completed(futures):
            done += len(future.result())
            if on_progress:
                on_progress(done, plan.games)
    except KeyboardInterrupt:
        return _finish(futures), True
    except BaseException:
        _finish(futures)
        raise
    return _finish(futures), False


def _finish(futures: Sequence[Future[list[Outcome]]]) -> list[Outcome]:
    """Drops the chunks that have not begun, waits for those that have, and returns every game played."""
    for future in futures:
        future.cancel()
    wait(futures)
    good = [future for future in futures if not future.cancelled() and not future.exception()]
    return [outcome for future in good for outcome in future.result()]


def _ignore_interrupts() -> None:
    """An interrupt is for the process that hands out the games; the others finish what they have begun."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """For the moment in which processes are started: they inherit it, and none is broken off half begun."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    """The processes behind a Dask scheduler."""
    try:
        distributed = import_module("distributed")
    except ImportError:
        raise SimulationError("--dask needs the extra package: pip install 'utka[dask]'") from None
    try:
        client = distributed.Client(address, timeout="10s")
    except (OSError, ValueError) as wrong:
        raise SimulationError(f"no Dask scheduler answers at {address}: {wrong}") from None
    with client:
        yield client.get_executor(pure=False)
