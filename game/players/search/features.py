"""What of a whole state tells who will win: a few numbers, read off the verdicts and operations that a scenario has.

Nothing here knows a scenario, a person or an operation by name, so that all of it can be asked of rules never seen before.
"""

from collections.abc import Iterator
from math import log, sqrt

from game.rules.definitions import Catalogue, Operation, Scenario
from game.rules.geography import Atlas
from game.rules.nouns import HOUSEHOLD, ORGANISATION, Post, Status
from game.rules.numbers import ScoreNumbers
from game.rules.odds import success_range
from game.rules.sight import Call
from game.rules.sights import Truth
from game.rules.state import Body, GameState
from game.rules.verdicts import count_attribution, score_death, score_survival
from game.rules.vocabulary.ready import ready
from game.rules.words import Condition, Stat, StatWithin

NAMES = (
    "even",
    "heard too much",
    "heard too little",
    "winning at the end",
    "end far off",
    "turns left",
    "last turns",
    "last turns, winning at the end",
    "last turns, strike now",
    "strike now",
    "strike in reach",
    "strike in reach, end far off",
    "known where he lives",
    "known, end far off",
    "track",
    "preparation",
    "inside",
    "inside, doubted",
    "near",
    "outside, there",
    "outside, all",
    "guards",
    "walls",
    "alert",
    "paranoia",
    "paranoia near the end",
    "murder would be proven",
    "pushed out",
    "welcome",
    "visas",
    "means",
    "false news",
)
"""The features in the order in which `features` gives them and `weights.WEIGHTS` weighs them."""

Features = tuple[float, ...]

UNHEARD = 8.0
"""How far influence counts at most, in points, above or below what decides the end."""
STEP_AWAY = 0.75
"""What is left of a strike's chance for each point of track or preparation that it still lacks."""
NOBODY = 3
"""For how many such points it counts that nobody is in place."""


def features(scenario: Scenario, state: GameState) -> Features:
    """The features of a state in which orders may be written; every one lies within about -3 and 3."""
    catalogue, public, center, circle = scenario.catalogue, state.public, state.center, state.circle
    numbers = catalogue.numbers
    left = catalogue.turns - state.turn
    far, last = left / (left + 4), 1 / (1 + left)
    truth = Truth(catalogue, Atlas(catalogue), state)
    proven = count_attribution(numbers.attribution, state.secret.exposed, state.secret.clues, state.secret.captive_talked)
    deadly = catalogue.has_strikes and score_death(numbers, proven)[1] > 0  # a murder could pay with what the world can prove
    now, reach = _strike_chances(catalogue, truth) if deadly else (0.0, 0.0)
    winning = float(_survival(numbers.scores, public.influence, state.secret.exposed) > 0)
    margin = _margin(numbers.scores, public.influence, state.secret.exposed) / sqrt(1 + left)
    area = "" if circle.moving_to else catalogue.areas[circle.seat]
    people = list(_own_people(state))
    there = [body for body in people if area and catalogue.areas[body.place] == area]
    inside = [body for body in there if body.access == HOUSEHOLD]
    outside = [body for body in people if _is_raider(state, body)]
    known = bool(center.seat) and deadly
    paranoia = center.paranoia / numbers.paranoia.lost_at
    host = public.countries[public.asylum]
    return (
        1.0,
        min(max(margin, 0.0), UNHEARD) / 3,
        min(max(-margin, 0.0), UNHEARD) / 3,
        winning,
        far,
        log(1 + left) / 3,
        last,
        last * winning,
        last * now,
        now,
        reach,
        reach * far,
        float(known),
        known * far,
        known * center.track / numbers.bounds.track,
        known * center.preparation / numbers.bounds.preparation,
        min(2, len(inside)) * deadly / 2,
        sum(circle.members[body.id].doubt for body in inside if body.id in circle.members) * deadly / 20_000,
        min(3, sum(body.access == ORGANISATION for body in there)) * deadly / 3,
        min(4, sum(body in outside for body in there)) * deadly / 4,
        min(8, len(outside)) * deadly / 8,
        deadly * truth.guards()[0] / max(1, numbers.guards.most),
        deadly * truth.security()[0] / numbers.bounds.security,
        host.alert / numbers.bounds.alert,
        paranoia,
        max(0.0, paranoia - 0.5) * far * 2,
        deadly * proven / max(1, numbers.attribution.most),
        (bool(public.ordered_out) + 2 * bool(public.interned)) * (numbers.scores.deported > 0) / 2,
        host.tolerance / numbers.bounds.tolerance,
        min(3, len(circle.visas)) / 3,
        min(20, center.funds) / 20 - min(20, circle.funds) / 20,
        deadly * state.secret.false_track / numbers.bounds.track,
    )


def _own_people(state: GameState) -> Iterator[Body]:
    """The Center's people who are in play and not on a journey."""
    bodies = state.bodies
    return (bodies[person] for person in state.center.agents if bodies[person].status is Status.ACTIVE)


def _is_raider(state: GameState, body: Body) -> bool:
    return body.access > ORGANISATION and state.center.agents[body.id].post is Post.ILLEGAL


def _survival(scores: ScoreNumbers, influence: int, exposed: int) -> int:
    return score_survival(scores, influence, exposed)[1]


def _margin(scores: ScoreNumbers, influence: int, exposed: int) -> float:
    """By how many points he is heard more than lets the Center win at the end; below 0 where he is heard less."""
    heard = [points for points in range(influence + 1) if _survival(scores, points, exposed) > 0]
    if not heard:
        return influence + 1
    if heard[-1] < influence:
        return influence - heard[-1]
    above = influence
    while above < influence + UNHEARD and _survival(scores, above + 1, exposed) > 0:
        above += 1
    return influence - above - 1


def _strike_chances(catalogue: Catalogue, truth: Truth) -> tuple[float, float]:
    """The best chance of a strike that could be ordered now, and of one that lacks some steps yet, less for each of them."""
    now = reach = 0.0
    for operation in catalogue.strikes:
        short = sum(_shortfall(truth, need) for need in operation.needs)
        fit = [agent for agent in truth.state.center.agents if _is_fit(truth, operation, agent)]
        for agent in fit or list(truth.state.center.agents)[:1]:
            chance = sum(success_range(truth, Call(operation, agent))) // 2 / 100
            away = short + (0 if fit else NOBODY)
            reach = max(reach, chance * STEP_AWAY**away)
            now = now if away else max(now, chance)
    return now, reach


def _shortfall(truth: Truth, need: Condition) -> int:
    """How many points of track or preparation are missing."""
    if not _is_of_meters(need):
        return 0
    assert isinstance(need, StatWithin)
    has = truth.track() if need.stat is Stat.TRACK else truth.preparation()
    return max(0, (need.at_least or 0) - has)


def _is_of_meters(need: Condition) -> bool:
    return isinstance(need, StatWithin) and need.stat in (Stat.TRACK, Stat.PREPARATION)


def _is_fit(truth: Truth, operation: Operation, agent: str) -> bool:
    """Whether somebody is in place to strike, whatever the meters say."""
    if truth.place(agent) is None:
        return False
    call = Call(operation, agent)
    checks = zip(operation.needs, ready(operation).needs, strict=True)
    return all(_is_of_meters(need) or check(truth, call) for need, check in checks)
