"""Operations that no goal names: weighed by what a scenario says that they do, so that what a modder adds is given too.

A goal knows its operations by name, what they are good for and when. Of any other operation a planner knows its effects: it
prices those for which it has a price anyway (`center/worths.py` and `circle/worths.py` say which), and all others count for
nothing. Funds beyond the cost are not added. What strikes at him is never given so: when to strike is not a matter of prices.
"""

from collections.abc import Callable, Iterator, Mapping
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

from game.players.planner.outlook import Outlook, order
from game.players.planner.proposals import Proposal, make_proposal
from game.rules.definitions import Catalogue, Operation
from game.rules.legality import BODY_OF, candidates, is_spent
from game.rules.nouns import ACTIVE, Actor, Side
from game.rules.sight import Call
from game.rules.vocabulary.stats import country_of
from game.rules.words import (
    AddAlert,
    AddMeter,
    AddSection,
    AddSecurity,
    AddTolerance,
    Effect,
    Meter,
    Rapport,
    Ring,
    StrikeAt,
    Whom,
)

NAMED: Mapping[Side, frozenset[str]] = MappingProxyType(
    {
        Side.CENTER: frozenset(
            (
                "travel", "surveil", "cultivate", "recruit", "infiltrate", "steal", "forge", "smear", "press", "prepare",
                "eliminate", "raid", "lone_hand", "inspect", "recall",
            )
        ),
        Side.CIRCLE: frozenset(
            (
                "move", "fortify", "watch", "vet", "publish", "organise", "petition", "admit", "dismiss", "denounce", "feed",
                "keep_gate", "keep_walls", "relocate", "hide",
            )
        ),
    }
)  # fmt: skip
"""The ids of the operations that the planner's other goals know by name; a test finds no other in them."""

MOST_CATALOGUES = 8
"""Of so many catalogues it is kept what is novel in them."""

Price = Callable[[Effect, Call], float]
"""What one effect of an order is worth to a side, if it comes about."""

GOAL_OF_METER: Mapping[Meter, str] = MappingProxyType(
    {
        Meter.INFLUENCE: "voice",
        Meter.PARANOIA: "obey",
        Meter.TRACK: "track",
        Meter.PREPARATION: "prepare",
        Meter.FUNDS: "funds",
    }
)
GOAL_OF_EFFECT: Mapping[type[Effect], str] = MappingProxyType(
    {
        AddAlert: "calm",
        AddTolerance: "asylum",
        AddSecurity: "walls",
        AddSection: "sections",
        Rapport: "friends",
        Ring: "inside",
    }
)
TRAIL_LOST = "hide"
"""The goal that is served by what an effect moves, and by a track that grows less."""


def weigh_novel(outlook: Outlook, price: Price) -> Iterator[Proposal]:
    """Every order of an operation that no other goal names, at what its effects are worth; nothing where there is none."""
    view = outlook.view
    for operation in novel_operations(view.catalogue, view.side):
        if outlook.is_possible(operation.id) and not is_spent(view, operation):
            yield from _weigh(outlook, operation, _Appraisal(operation, price))


def novel_operations(catalogue: Catalogue, side: Side) -> tuple[Operation, ...]:
    """The operations of a side that no goal names and that do not strike; found out once for the same catalogue."""
    _, found = _NOVEL.get(id(catalogue)) or _find_novel(catalogue)
    return found[side]


def _find_novel(catalogue: Catalogue) -> "Novel":
    if len(_NOVEL) >= MOST_CATALOGUES:
        _NOVEL.clear()
    unnamed = [one for id_, one in catalogue.operations.items() if id_ not in NAMED[one.side] and not _strikes(one)]
    found = {side: tuple(one for one in unnamed if one.side is side) for side in Side}
    made = _NOVEL[id(catalogue)] = (catalogue, found)
    return made


Novel = tuple[Catalogue, Mapping[Side, tuple[Operation, ...]]]

_NOVEL: dict[int, Novel] = {}
"""What is novel, by the identity of its catalogue, which is held, lest another take it."""


def _strikes(operation: Operation) -> bool:
    effects = (*operation.do, *operation.failing, *operation.failing_traced, *operation.either)
    return any(isinstance(effect, StrikeAt) for effect in effects)


def _agents(outlook: Outlook, operation: Operation) -> list[str]:
    """Those who could carry an operation out, before its needs are looked at."""
    if operation.actor is not Actor.PERSON:
        return [BODY_OF[operation.actor]]
    return [person for person, body in outlook.view.bodies.items() if body.status is ACTIVE]


def _weigh(outlook: Outlook, operation: Operation, appraisal: "_Appraisal") -> Iterator[Proposal]:
    id_, funds = operation.id, outlook.price_of(operation.id)
    for agent in _agents(outlook, operation):
        for target in candidates(outlook.view, outlook.sight, operation, agent):
            call = Call(operation, agent, target)
            stakes = appraisal.stakes(call)
            if stakes.most <= funds or not outlook.may(id_, agent, target):
                continue
            fails = 1 - outlook.chance(id_, agent, target)
            worth = (1 - fails) * stakes.done + fails * stakes.failed + stakes.either - funds - outlook.traces_cost(id_, agent)
            if stakes.betrayed:
                worth += fails * outlook.traces_risk(operation, agent) * stakes.betrayed
            yield make_proposal(order=order(id_, agent, target), goal=stakes.goal, worth=worth, kind=_kind(outlook, call))


class _Stakes(NamedTuple):
    """What the effects of an order are worth: if it succeeds, if it fails, either way, and beside if it fails and leaves traces;
    and the goal that it serves."""

    done: float
    failed: float
    either: float
    betrayed: float
    goal: str

    @property
    def most(self) -> float:
        """The most that an order may come to, funds and traces aside."""
        return max(self.done, self.failed + max(0, self.betrayed)) + self.either


class _Appraisal:
    """What is at stake in an operation, reckoned once for all orders to which it comes to the same."""

    def __init__(self, operation: Operation, price: Price) -> None:
        effects = (*operation.do, *operation.failing, *operation.either, *operation.failing_traced)
        self._operation, self._price = operation, price
        self._by_agent = any(_looks_at(effect, "here", Whom.AGENT) for effect in effects)
        self._by_target = any(_looks_at(effect, "there", Whom.TARGET) for effect in effects)
        self._known: dict[tuple[str, str], _Stakes] = {}

    def stakes(self, call: Call) -> _Stakes:
        """What is at stake in an order."""
        key = (call.agent if self._by_agent else "", call.target if self._by_target else "")
        stakes = self._known.get(key)
        if stakes is None:
            stakes = self._known[key] = self._reckon(call)
        return stakes

    def _reckon(self, call: Call) -> _Stakes:
        operation, price = self._operation, self._price
        parts = (operation.do, operation.failing, operation.either, operation.failing_traced)
        done, failed, either, betrayed = [sum(price(effect, call) for effect in effects) for effects in parts]
        goal = _goal([(price(effect, call), effect) for effect in (*operation.do, *operation.either)])
        return _Stakes(done, failed, either, betrayed, goal)


def _looks_at(effect: Effect, where: str, whom: Whom) -> bool:
    """Whether what an effect is worth may depend on a person of the order, or on where he is."""
    match effect:
        case AddAlert(alert=name) | AddTolerance(tolerance=name) | AddSection(section=name):
            return name == where
        case Rapport():
            return True
        case Ring(ring=person):
            return person is whom
        case _:
            return False


def _goal(gains: list[tuple[float, Effect]]) -> str:
    """The goal that is served by whichever effect is worth most; none if no effect is worth anything."""
    most, effect = max(gains, key=itemgetter(0), default=(0.0, None))
    if most <= 0 or effect is None:
        return ""
    if not isinstance(effect, AddMeter):
        return GOAL_OF_EFFECT[type(effect)]
    return TRAIL_LOST if effect.meter is Meter.TRACK and effect.add < 0 else GOAL_OF_METER[effect.meter]


def country_named(outlook: Outlook, name: str, call: Call) -> str:
    """The country that an effect names, or in which the agent, the target or the house is; empty if that is not known."""
    return name if name in outlook.view.catalogue.countries else country_of(outlook.sight, Whom(name), call)


def funds_worth(outlook: Outlook, add: int) -> float:
    """What it is worth to have so many more funds, or to lose them as far as there are any."""
    return outlook.fund_price(0) - outlook.fund_price(-max(add, -outlook.view.funds))


def moved_by(now: int, add: int, most: int) -> int:
    """How far a number really moves between nothing and its most."""
    return max(0, min(most, now + add)) - now


def _kind(outlook: Outlook, call: Call) -> str:
    """The same done to the same target, or twice in an area, adds little; nothing where it counts once."""
    area = outlook.area_of(call.agent)
    if call.operation.counts_once:
        return f"!{call.operation.id} {area}"
    return f"{call.operation.id} {call.target or area}"
