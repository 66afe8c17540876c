"""Plays the computer against itself many times, on as many processes as are wanted, and counts what came of it.

The games are numbered and each draws its seed from the simulation's, so that the same games are played and counted
in the same order whatever the number of processes. Prints nothing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from game.match.labour import Crew, Progress, SimulationError, work
from game.match.ledger import Ledger, Say, player_mark, silent
from game.match.luck import strike_luck
from game.match.match import Match
from game.match.record import Record
from game.match.records import RecordError, write_record
from game.match.tally import DoubtCount, Tally
from game.match.telling import tell
from game.players import PlayerError
from game.rules.definitions import Scenario
from game.rules.dice import SEEDS, Dice
from game.rules.geography import Atlas
from game.rules.nouns import Luck, Side
from game.rules.setup import Allegiances


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to play: how many games, from which seed, by which players, and where to put the records, if anywhere.

    `told` is a side whose player sees what that side may not know. `without` are the operations that `drop_operations`
    took out of the scenario.
    """

    games: int
    seed: int
    center: str
    circle: str
    allegiances: Allegiances = Allegiances.UNCERTAIN
    luck: Luck = Luck.DICE
    records: Path | None = None
    told: Side | None = None
    without: tuple[str, ...] = ()


FREE_TO_CHANGE = ("games", "center", "circle", "records", "without")
"""What of a plan does not matter to a finished game, or stands beside it, or in the scenario's fingerprint."""

TERMS = {"told": "side that is told", "allegiances": "choice of allegiances"}
"""What other parts of a plan are called in messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one game of a simulation ended, and what was counted in it.

    The score is the Center's in hundredths, and so is its luck in strikes (see `luck`). `operations` are orders given, by
    operation; `happenings` are counted under the names of `tally.Happening`. What did not come up is left out of both.
    """

    number: int
    seed: int
    verdict: str
    score: int
    turns: int
    attribution: int
    luck: int
    operations: Mapping[str, int]
    happenings: Mapping[str, int]
    doubts: tuple[DoubtCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """The outcomes in the order of their numbers, from 1, and how long it took.

    `stopped`: it was interrupted, so that some games are missing. `fresh` of the games were played in this run, the
    others in an earlier one.
    """

    plan: Plan
    outcomes: tuple[Outcome, ...]
    seconds: float
    stopped: bool = False
    fresh: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptGame:
    """A finished game as it is kept in a file, with the players' marks."""

    center: str
    circle: str
    outcome: Outcome


GameNumber = tuple[int, int]
"""The index of a plan and the number of a game in it."""


def simulate(
    scenario: Scenario,
    plan: Plan,
    *,
    jobs: int = 1,
    dask: str = "",
    ledger: Ledger[KeptGame] | None = None,
    on_progress: Progress | None = None,
) -> Simulation:
    """Plays the games of a plan, on `jobs` processes or on the cluster of a Dask scheduler's address.

    Games that the `ledger` has already are not played again. An interrupt (Ctrl-C) ends it with the games played so far.

    Raises:
        SimulationError: a player failed, a record could not be written, a process died, or no cluster was found.
        OSError: the ledger cannot be read or written.
    """
    return simulate_all(scenario, (plan,), crew=Crew(jobs=jobs, dask=dask), ledger=ledger, on_progress=on_progress)[0]


def simulate_all(
    scenario: Scenario,
    plans: Sequence[Plan],
    *,
    crew: Crew,
    ledger: Ledger[KeptGame] | None = None,
    on_progress: Progress | None = None,
) -> tuple[Simulation, ...]:
    """Plays the games of several plans that differ in their players alone: every plan's first game, then every second one.

    The `seconds` of each are those of the whole. Raises what `simulate` raises.
    """
    _check(scenario, plans)
    began = perf_counter()
    played = _kept_games(ledger, plans) if ledger is not None else {}
    most = max(plan.games for plan in plans)
    wanted = [(index, number) for number in range(1, most + 1) for index, plan in enumerate(plans) if number <= plan.games]
    missing = [key for key in wanted if key not in played]
    fresh: Counter[int] = Counter()

    def keep(result: tuple[GameNumber, Outcome]) -> None:
        key, outcome = result
        if key not in played:
            played[key] = outcome
            fresh[key[0]] += 1
            if ledger is not None:
                ledger.keep(_to_keep(plans[key[0]], outcome))

    def on_done(done: int) -> None:
        if on_progress:
            on_progress(len(wanted) - len(missing) + done, len(wanted))

    task = partial(_play, scenario, Atlas(scenario.catalogue), tuple(plans))
    try:
        stopped = work(task, missing, crew, keep, on_done)
    except (PlayerError, RecordError) as wrong:
        raise SimulationError(str(wrong)) from wrong
    seconds = perf_counter() - began
    return tuple(
        Simulation(
            plan=plan,
            outcomes=tuple(played[key] for key in sorted(played) if key[0] == index),
            seconds=seconds,
            stopped=stopped,
            fresh=fresh[index],
        )
        for index, plan in enumerate(plans)
    )


def play_game(scenario: Scenario, atlas: Atlas, plan: Plan, number: int) -> Outcome:
    """Plays one game of a plan to its verdict.

    Raises:
        PlayerError: a player failed.
        RecordError: the record cannot be written.
    """
    seed = Dice(plan.seed).below(SEEDS, number, "simulation", "seed")
    seats = {Side.CENTER: plan.center, Side.CIRCLE: plan.circle}
    match = Match.new(scenario, seed, plan.allegiances, seats, atlas, plan.luck, digests=plan.records is not None)
    if plan.told is not None:
        match = tell(match, plan.told)
    tally = Tally()
    tally.hear(match.record().opening.events)
    while not match.is_over():
        tally.look(match.snapshot().state)
        tally.hear(match.resolve())
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
        luck=strike_luck(record.events()),
        operations=_orders_given(record),
        happenings=tally.happenings(),
        doubts=tally.doubts(),
    )


def drop_operations(scenario: Scenario, operations: Sequence[str]) -> Scenario:
    """The scenario without these operations, as if its files did not have them, under a fingerprint of its own.

    Raises:
        SimulationError: it has no such operation.
    """
    known = scenario.catalogue.operations
    for id_ in operations:
        if id_ not in known:
            raise SimulationError(f"{scenario.catalogue.id} has no operation {id_!r}; it has {', '.join(known)}")
    if not operations:
        return scenario
    left = {id_: operation for id_, operation in known.items() if id_ not in operations}
    fingerprint = sha256(f"{scenario.fingerprint} without {' '.join(sorted(operations))}".encode()).hexdigest()
    return replace(scenario, catalogue=replace(scenario.catalogue, operations=left), fingerprint=fingerprint)


def games_ledger(folder: Path, scenario: Scenario, plan: Plan, say: Say = silent) -> Ledger[KeptGame]:
    """The file in a report's folder in which finished games are kept.

    How many games, and whose, is free to change, but with records, whose names depend on how many there are.
    """
    terms = {"scenario": scenario.catalogue.id, "state of the scenario's files": scenario.fingerprint}
    for field in fields(plan):
        if field.name not in FREE_TO_CHANGE:
            terms[TERMS.get(field.name, field.name)] = str(getattr(plan, field.name) or "")
    if plan.records is not None:
        terms["set of records"] = f"{plan.games} in {plan.records.resolve()}"
    return Ledger(folder / "games.jsonl", KeptGame, terms, say)


def _orders_given(record: Record) -> dict[str, int]:
    counts = Counter(order.operation for turn in record.turns for side in Side for order in turn.orders(side))
    return dict(sorted(counts.items()))


def _check(scenario: Scenario, plans: Sequence[Plan]) -> None:
    for plan in plans:
        if any(id_ in scenario.catalogue.operations for id_ in plan.without):
            raise ValueError("a plan says that the scenario is without an operation that it has")


def _play(scenario: Scenario, atlas: Atlas, plans: Sequence[Plan], key: GameNumber) -> tuple[GameNumber, Outcome]:
    index, number = key
    return key, play_game(scenario, atlas, plans[index], number)


def _kept_games(ledger: Ledger[KeptGame], plans: Sequence[Plan]) -> dict[GameNumber, Outcome]:
    indices = {(player_mark(plan.center), player_mark(plan.circle)): index for index, plan in enumerate(plans)}
    kept: dict[GameNumber, Outcome] = {}
    for game in ledger.read():
        index = indices.get((game.center, game.circle))
        if index is not None and game.outcome.number <= plans[index].games:
            kept[index, game.outcome.number] = game.outcome
    return kept


def _to_keep(plan: Plan, outcome: Outcome) -> KeptGame:
    return KeptGame(center=player_mark(plan.center), circle=player_mark(plan.circle), outcome=outcome)
