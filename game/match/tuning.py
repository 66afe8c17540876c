"""Tunes what a skilled player cares for to some scenarios: weights are changed at random, and what wins is followed.

An evolution strategy with pairs of opposite changes (Salimans and others, "Evolution Strategies as a Scalable Alternative to
Reinforcement Learning", 2017). Every game of a round changes all weights of a side at once, and its opposite is played under
the same dice; the mean of the changes, each by what it won, is the way to go. What counts are games won, the luck of strikes
taken off, and not scores: who loses often but cheaply has lost. The foes are above all the strength below, which is to be beaten;
single plans are among them, lest one of them be a way round what is learnt.
What is found depends on the plan's seed alone, and not on how many processes play.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from math import exp, log, sqrt
from random import Random
from statistics import fmean, pvariance
from typing import Any, TypeVar

from game.match.intervals import Interval, mean_interval
from game.match.labour import Crew, Progress, SimulationError, work
from game.match.luck import evened_win, play_out
from game.players import Player, make_player
from game.players.planner import CenterPlan, CirclePlan
from game.players.single_plan import CENTER_BOTS, CIRCLE_BOTS
from game.players.tempered import PLAIN, Plan, plan_of, planner_of, skill_in
from game.rules.definitions import Scenario
from game.rules.dice import SEEDS, Dice
from game.rules.geography import Atlas
from game.rules.nouns import Side
from game.rules.setup import new_game
from game.rules.tempers import CHANCES, SKILLS, Skill

Weights = TypeVar("Weights", CenterPlan, CirclePlan)
Result = TypeVar("Result")
Shift = tuple[float, ...]
"""How far each weight of a plan is moved, in steps."""
Trial = tuple[float, Shift]
"""Half of what a change of one side's weights gained that side against the opposite change, and the change."""

STEP = 0.25
"""A step of a weight is a quarter of it (as its logarithm goes), of a chance twice that in its log-odds."""
STEP_FROM_NOTHING = 0.3
"""A step of a weight that the planner leaves at 0."""
STRIDE = 1.2
"""How many steps a round goes on, all weights taken together."""
LATER_STRIDE = 0.8
"""The same after the early rounds."""
EARLY = 2
"""How many rounds are early."""
MOST_GAIN = 5.0
"""No two games, the luck taken off, are further apart."""
MEMORY = 0.55
"""How much of the way found in earlier rounds counts beside that of the last."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A scenario, the journeys in it, and what the strength below the one that is tuned cares for there."""

    scenario: Scenario
    atlas: Atlas
    below: Skill


@dataclass(frozen=True, slots=True, kw_only=True)
class TuningPlan:
    """How many rounds of how many pairs of games, from which seed, and with how many games it is then seen what was gained.

    `skill` names the weights to begin with, the scenarios' own of that name.
    """

    rounds: int
    pairs: int
    checks: int
    seed: int
    skill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuned:
    """What was found, and how many more of its games a side wins by it than with the weights that were begun with, as a part of
    all, with fresh dice and the luck of strikes taken off. A side that gained nothing has kept its weights.
    """

    skill: Skill
    rounds: int
    center: Interval | None = None
    circle: Interval | None = None

    @property
    def stopped(self) -> bool:
        """Whether it was interrupted; then the skill is that of the last whole round, and nothing of it is checked."""
        return self.center is None


@dataclass(slots=True)
class _Walk:
    """How far one side's weights have been moved, and the way that has been found so far."""

    shift: list[float]
    way: list[float]
    counted: float = 0.0
    noise: float = 0.0

    def go(self, found: Sequence[Trial], stride: float) -> None:
        """Moves on along what a round found: gains, and the changes that made them."""
        gains = [gain for gain, _ in found]
        self.noise = MEMORY**2 * self.noise + (1 - MEMORY) ** 2 * pvariance(gains) / len(gains)
        for index in range(len(self.way)):
            slope = fmean(gain * change[index] for gain, change in found)
            self.way[index] = MEMORY * self.way[index] + (1 - MEMORY) * slope
        self.counted = MEMORY * self.counted + 1 - MEMORY
        slopes, noise = [part / self.counted for part in self.way], self.noise / self.counted**2
        clear = [slope * max(0.0, 1 - noise / slope**2) if slope else 0.0 for slope in slopes]  # less what noise may have made
        length = sqrt(sum(part**2 for part in clear))
        if length:
            square = sum(slope**2 for slope in slopes)
            pace = stride * max(0.0, 1 - len(slopes) * noise / square) / length  # none of it where all may be noise
            self.shift = [before + pace * part for before, part in zip(self.shift, clear, strict=True)]


def tune(scenarios: Sequence[Scenario], plan: TuningPlan, *, crew: Crew, on_progress: Progress | None = None) -> Tuned:
    """The weights that were found, by games of all the scenarios in turn. An interrupt (Ctrl-C) ends it with those of the last
    whole round.

    Raises:
        SimulationError: the scenarios begin with different weights, a process died, or no cluster was found.
    """
    return _Tuner(scenarios, plan, crew, on_progress).tune()


class _Tuner:
    """One tuning under way."""

    def __init__(self, scenarios: Sequence[Scenario], plan: TuningPlan, crew: Crew, on_progress: Progress | None) -> None:
        self._plan, self._crew, self._on_progress = plan, crew, on_progress
        below = SKILLS[SKILLS.index(plan.skill) - 1] if plan.skill in SKILLS[1:] else ""
        self._grounds = tuple(
            Ground(scenario, Atlas(scenario.catalogue), skill_in(scenario.catalogue, below)) for scenario in scenarios
        )
        self._begun = _begun(scenarios, plan.skill)
        self._walks = {side: _Walk([0.0] * count, [0.0] * count) for side, count in _counts().items()}
        self._done_before = 0

    def tune(self) -> Tuned:
        """All rounds, and what they gained."""
        played = 0
        while played < self._plan.rounds and self._play_round(played):
            played += 1
        found, begun = self._skill(), self._begun
        task = partial(_gains, self._grounds, begun, found, self._plan.seed)
        gains = self._work(task, self._plan.checks) if played == self._plan.rounds else None
        if gains is None:
            return Tuned(skill=found, rounds=played)
        center, circle = (mean_interval(side, -MOST_GAIN, MOST_GAIN) for side in zip(*gains, strict=True))
        skill = Skill(
            center=found.center if center.mean > 0 else begun.center, circle=found.circle if circle.mean > 0 else begun.circle
        )
        return Tuned(skill=skill, rounds=played, center=center, circle=circle)

    def _play_round(self, number: int) -> bool:
        """Moves the weights on by one round; whether it was played to its end."""
        shifts = {side: tuple(walk.shift) for side, walk in self._walks.items()}
        pairs = self._work(partial(_play_pair, self._grounds, self._begun, shifts, self._plan.seed, number), self._plan.pairs)
        if pairs is None:
            return False
        for side, walk in self._walks.items():
            walk.go([pair[side] for pair in pairs if side in pair], STRIDE if number < EARLY else LATER_STRIDE)
        return True

    def _work(self, task: Callable[[int], Result], count: int) -> list[Result] | None:
        """What comes of a task for the numbers below `count`, in their order; nothing if it was interrupted."""
        results: dict[int, Result] = {}

        def keep(numbered: tuple[int, Result]) -> None:
            results[numbered[0]] = numbered[1]

        if work(partial(_numbered, task), range(count), self._crew, keep, self._say):
            return None
        self._done_before += count
        return [results[number] for number in range(count)]

    def _say(self, done: int) -> None:
        if self._on_progress:
            self._on_progress(self._done_before + done, self._plan.rounds * self._plan.pairs + self._plan.checks)

    def _skill(self) -> Skill:
        center, circle = (tuple(self._walks[side].shift) for side in (Side.CENTER, Side.CIRCLE))
        return Skill(center=rounded(shifted(self._begun.center, center)), circle=rounded(shifted(self._begun.circle, circle)))


def _numbered(task: Callable[[int], Result], number: int) -> tuple[int, Result]:
    return number, task(number)


def shifted(plan: Weights, shift: Shift) -> Weights:
    """The plan with its weights moved by so many steps each, in the order of its fields. Chances stay chances."""
    plain, changes = type(plan)(), dict[str, Any]()
    for each, steps in zip(fields(plan), shift, strict=True):
        weight = getattr(plan, each.name)
        if each.name in CHANCES and weight > 0:
            held = min(0.98, max(0.02, weight))
            changes[each.name] = 1 / (1 + exp(-(log(held / (1 - held)) + 2 * STEP * steps))) if steps else weight
        elif getattr(plain, each.name):
            changes[each.name] = weight * exp(STEP * steps)
        else:
            changes[each.name] = max(0.0, weight + STEP_FROM_NOTHING * steps)
    return replace(plan, **changes)


def rounded(plan: Weights) -> Weights:
    """The plan with three figures to each weight: more than that was not measured."""
    return replace(plan, **{each.name: float(f"{getattr(plan, each.name):.3g}") for each in fields(plan)})


def changed_weights(plan: Weights, since: Weights) -> dict[str, float]:
    """The weights that differ from those of another plan, by their names."""
    return {each.name: now for each in fields(plan) if (now := getattr(plan, each.name)) != getattr(since, each.name)}


def _begun(scenarios: Sequence[Scenario], skill: str) -> Skill:
    """The weights that all the scenarios have for a skill."""
    first, *others = (skill_in(scenario.catalogue, skill) for scenario in scenarios)
    for scenario, other in zip(scenarios[1:], others, strict=True):
        if other != first:
            ids = f"{scenarios[0].catalogue.id} and {scenario.catalogue.id}"
            raise SimulationError(f"{ids} begin with different weights; tune each by itself")
    return first


def _counts() -> dict[Side, int]:
    return {Side.CENTER: len(fields(CenterPlan)), Side.CIRCLE: len(fields(CirclePlan))}


def _play_pair(
    grounds: Sequence[Ground], begun: Skill, shifts: Mapping[Side, Shift], seed: int, round_number: int, number: int
) -> dict[Side, Trial]:
    """A change of one side's weights or of both sides', and its opposite, played against what the other side may be."""
    dice = Dice(Dice(seed).below(SEEDS, number, f"tuning {round_number}", "pair"))
    chance = Random(dice.seed)
    ways = {side: tuple(chance.gauss(0, 1) for _ in range(count)) for side, count in _counts().items()}
    changed = chance.choice(((Side.CENTER,), (Side.CIRCLE,), (Side.CENTER, Side.CIRCLE)))
    ground = grounds[number % len(grounds)]
    foes = {side: _draw_foe(side, begun, ground.below, chance) for side in Side if side not in changed}
    scores = []
    for sign in (1, -1):
        players = {side: _foe(foe, side, dice) for side, foe in foes.items()}
        for side in changed:
            shift = _moved(shifts[side], ways[side], sign)
            plan: Plan = shifted(begun.center, shift) if side is Side.CENTER else shifted(begun.circle, shift)
            players[side] = planner_of(plan, _seed(dice, side))
        scores.append(_play(ground, dice.seed, players))
    gain = (scores[0] - scores[1]) / 2
    return {side: (gain if side is Side.CENTER else -gain, ways[side]) for side in changed}


def _moved(shift: Shift, way: Shift, sign: int) -> Shift:
    return tuple(before + sign * more for before, more in zip(shift, way, strict=True))


def _gains(grounds: Sequence[Ground], begun: Skill, tuned: Skill, seed: int, number: int) -> tuple[float, float]:
    """What the tuned weights of Center and Circle gain in one game over those that were begun with, against the same foe."""
    dice = Dice(Dice(seed).below(SEEDS, number, "tuning", "check"))
    ground, chance = grounds[number % len(grounds)], Random(dice.seed)

    def gain(side: Side) -> float:
        other = _foe(_draw_foe(side.other, begun, ground.below, chance), side.other, dice)
        own = (planner_of(plan_of(skill, side), _seed(dice, side)) for skill in (tuned, begun))
        now, before = (_play(ground, dice.seed, {side: player, side.other: other}) for player in own)
        return now - before if side is Side.CENTER else before - now

    return gain(Side.CENTER), gain(Side.CIRCLE)


def _draw_foe(side: Side, begun: Skill, below: Skill, chance: Random) -> Skill | str:
    """Somebody to play a side against what is tuned: the strength below twice as often as the weights begun with or the
    planner's own, and single plans, so that none of these is a way round what is learnt."""
    single = chance.choice(sorted(CENTER_BOTS if side is Side.CENTER else CIRCLE_BOTS))
    return chance.choice((below, below, begun, PLAIN, single, single))


def _foe(foe: Skill | str, side: Side, dice: Dice) -> Player:
    """Who plays a side whose weights are not changed: somebody of a skill, or a single plan by its name."""
    seed = _seed(dice, side)
    return make_player(foe, side, seed) if isinstance(foe, str) else planner_of(plan_of(foe, side), seed)


def _seed(dice: Dice, side: Side) -> int:
    return dice.below(SEEDS, 0, side.value, "player")


def _play(ground: Ground, seed: int, players: Mapping[Side, Player]) -> float:
    """Whether the Center won a game between two players, 1 or 0, without the luck of its strikes."""
    state, _ = new_game(ground.scenario, ground.atlas, seed)
    return evened_win(*play_out(ground.scenario, ground.atlas, state, players))
