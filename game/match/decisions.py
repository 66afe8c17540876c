"""Measures decisions: samples moments of games between planners and plays on from each with several sets of orders.

Looks at the true state, as a measurement may and a player may not. All sets of a moment are played on with the same
list of game seeds, so that luck weighs on all alike, and the luck of strikes is taken off the scores. What is found the
best on one half of the games is judged on the other, so that it is not the luckiest. Every point depends on the plan's
seed and its number alone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from math import sqrt
from pathlib import Path
from statistics import fmean, variance
from time import perf_counter

from game.match.labour import Crew, Progress, SimulationError, work
from game.match.ledger import Ledger, Say, silent
from game.match.luck import evened, play_out, strike_luck
from game.players import Player, PlayerError, make_player
from game.players.search.candidates import Candidate, Orders, Origin, planned_sets, random_sets, varied_sets
from game.rules.definitions import Scenario
from game.rules.dice import SEEDS, Dice
from game.rules.geography import Atlas
from game.rules.nouns import Side
from game.rules.resolution import resolve_turn
from game.rules.setup import new_game
from game.rules.state import GameState
from game.rules.view import view_for

FOURTH = 4
"""The best is compared with the set of this rank."""
LEAST_ROLLOUTS = 8
"""With fewer there would be nothing left for each part of the search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPlan:
    """How many points, from which seed, and with how many games a point at most for each set of orders (8 or more).

    Half of the games choose, the other half judge. `without`: operations taken out of the scenario beforehand.
    """

    points: int
    seed: int
    rollouts: int
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A difference of mean scores, in the deciding side's favour, and its standard error."""

    mean: float
    error: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What one point showed: by how much the best set beat the fourth-best and a random legal one.

    `over_fourth` is `None` where there were fewer than four different sets. `games` were played to find it out.
    """

    number: int
    side: Side
    turn: int
    sets: int
    best: Origin
    over_fourth: Difference | None
    over_random: Difference
    games: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """The points in the order of their numbers, from 1. `fresh` of them were measured in this run."""

    plan: DecisionPlan
    points: tuple[Decision, ...]
    seconds: float
    stopped: bool
    fresh: int


def measure_decisions(
    scenario: Scenario,
    plan: DecisionPlan,
    *,
    crew: Crew,
    ledger: Ledger[Decision] | None = None,
    on_progress: Progress | None = None,
) -> Decisions:
    """Measures the points of a plan; those that the ledger has are not measured again. Ctrl-C ends it with what there is.

    Raises:
        SimulationError: a process died, no cluster was found, or the planner failed.
        OSError: the ledger cannot be read or written.
        ValueError: too few roll-outs.
    """
    if plan.rollouts < LEAST_ROLLOUTS:
        raise ValueError(f"at least {LEAST_ROLLOUTS} roll-outs are needed")
    began = perf_counter()
    kept = ledger.read() if ledger is not None else []
    measured = {decision.number: decision for decision in kept if decision.number <= plan.points}
    missing = [number for number in range(1, plan.points + 1) if number not in measured]
    fresh: set[int] = set()

    def keep(decision: Decision) -> None:
        if decision.number not in measured:
            measured[decision.number] = decision
            fresh.add(decision.number)
            if ledger is not None:
                ledger.keep(decision)

    def on_done(done: int) -> None:
        if on_progress:
            on_progress(plan.points - len(missing) + done, plan.points)

    try:
        stopped = work(partial(measure_point, scenario, Atlas(scenario.catalogue), plan), missing, crew, keep, on_done)
    except PlayerError as wrong:
        raise SimulationError(str(wrong)) from wrong
    return Decisions(
        plan=plan,
        points=tuple(measured[number] for number in sorted(measured)),
        seconds=perf_counter() - began,
        stopped=stopped,
        fresh=len(fresh),
    )


def decisions_ledger(folder: Path, scenario: Scenario, plan: DecisionPlan, say: Say = silent) -> Ledger[Decision]:
    """The file in a report's folder in which measured points are kept. How many are wanted is free to change."""
    terms = {
        "scenario": scenario.catalogue.id,
        "state of the scenario's files": scenario.fingerprint,
        "seed": str(plan.seed),
        "number of roll-outs": str(plan.rollouts),
    }
    return Ledger(folder / "decisions.jsonl", Decision, terms, say)


def measure_point(scenario: Scenario, atlas: Atlas, plan: DecisionPlan, number: int) -> Decision:
    """Plays a game of its own for the point, stops at one of its turns, and compares what could be ordered there."""
    dice = Dice(Dice(plan.seed).below(SEEDS, number, "decisions", "seed"))
    side = Side.CENTER if number % 2 else Side.CIRCLE
    state = dice.choose(_play_states(scenario, atlas, dice), 0, "point", "which turn")
    bench = _Bench(scenario, atlas, state, side, _seeds(dice, plan.rollouts))
    view = view_for(scenario, atlas, state, side)
    planned, anything = planned_sets(view, dice), random_sets(view, dice)
    half = plan.rollouts // 2
    parts = (half // 4, half // 2, half)
    bench.play([*planned, *anything], 0, parts[0])
    leader = bench.ranked(planned)[0]
    varied = varied_sets(view, leader, [*planned, *anything], dice)
    bench.play(varied, 0, parts[0])
    field = bench.ranked(_each_once([*planned, *varied, *anything]))
    sets = len(field)
    for begin, end in pairwise(parts):
        field = field[: max(FOURTH, len(field) * 3 // 5)]
        bench.play(field, begin, end)
        field = bench.ranked(field)
    fourth = field[FOURTH - 1] if len(field) >= FOURTH else None
    best, chance = field[0], anything[0]
    bench.play([best, chance, *([fourth] if fourth else [])], half, plan.rollouts)
    return Decision(
        number=number,
        side=side,
        turn=state.turn,
        sets=sets,
        best=best.origin,
        over_fourth=bench.difference(best, fourth, half) if fourth else None,
        over_random=bench.difference(best, chance, half),
        games=bench.games,
    )


class _Bench:
    """The games played on from one state, by set of orders: game number i has the same seed for all sets."""

    def __init__(self, scenario: Scenario, atlas: Atlas, state: GameState, side: Side, seeds: Sequence[int]) -> None:
        self._play_on: Callable[[Orders, int], float] = partial(_play_on, scenario, atlas, state, side)
        self._seeds = seeds
        self._scores: dict[Orders, dict[int, float]] = {}

    @property
    def games(self) -> int:
        """How many games have been played."""
        return sum(len(scores) for scores in self._scores.values())

    def play(self, sets: Sequence[Candidate], begin: int, end: int) -> None:
        """Plays games number `begin` to `end` - 1 with each of the sets, unless they have been played."""
        for candidate in sets:
            scores = self._scores.setdefault(candidate.orders, {})
            for game in range(begin, end):
                if game not in scores:
                    scores[game] = self._play_on(candidate.orders, self._seeds[game])

    def ranked(self, sets: Sequence[Candidate]) -> list[Candidate]:
        """The sets by their mean score so far, the best first; of equals the one that came first."""
        return sorted(sets, key=lambda candidate: -fmean(self._scores[candidate.orders].values()))

    def difference(self, one: Candidate, other: Candidate, begin: int) -> Difference:
        """By how much one set did better than another in the games from number `begin` on."""
        ours, theirs = self._scores[one.orders], self._scores[other.orders]
        gaps = [ours[game] - theirs[game] for game in range(begin, len(self._seeds))]
        error = sqrt(variance(gaps) / len(gaps)) if len(gaps) > 1 else 0.0
        return Difference(mean=fmean(gaps), error=error)


def _each_once(sets: Sequence[Candidate]) -> list[Candidate]:
    """A random set may be the same as one of the planner's; it counts as the planner's."""
    first: dict[Orders, Candidate] = {}
    for candidate in sets:
        first.setdefault(candidate.orders, candidate)
    return list(first.values())


def _seeds(dice: Dice, count: int) -> list[int]:
    return [dice.below(SEEDS, game, "roll-out", "seed") for game in range(count)]


def _planners(seed: int) -> Mapping[Side, Player]:
    dice = Dice(seed)
    return {side: make_player("planner", side, dice.below(SEEDS, 0, side.value, "player")) for side in Side}


def _play_states(scenario: Scenario, atlas: Atlas, dice: Dice) -> list[GameState]:
    """A game between two planners: the state at every moment when orders were written."""
    players = _planners(dice.below(SEEDS, 0, "players", "seed"))
    state, _ = new_game(scenario, atlas, dice.seed)
    states: list[GameState] = []
    while not state.is_over():
        states.append(state)
        orders = {side: player.choose(view_for(scenario, atlas, state, side)) for side, player in players.items()}
        state, _ = resolve_turn(scenario, atlas, state, orders)
    return states


def _play_on(scenario: Scenario, atlas: Atlas, state: GameState, side: Side, orders: Orders, seed: int) -> float:
    """The score of a side if it gives these orders and planners play on, without the luck of strikes.

    The future is drawn from the seed.
    """
    players = _planners(seed)
    state = replace(state, secret=replace(state.secret, seed=seed))
    answer = players[side.other].choose(view_for(scenario, atlas, state, side.other))
    state, events = resolve_turn(scenario, atlas, state, {side: orders, side.other: answer})
    score = evened(*play_out(scenario, atlas, state, players, strike_luck(events)))
    return score if side is Side.CENTER else -score
