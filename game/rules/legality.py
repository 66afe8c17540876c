"""Which orders a side may give, judged on its own view and never on the truth.

Refusing an order must not leak: what the side cannot know counts as possible, and turns out
when the order's turn comes. Every refusal has a reason that a screen can put into words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from game.rules.definitions import Catalogue, Operation
from game.rules.nouns import (
    ACTIVE,
    BODIES,
    HOUSE,
    MOVEMENT,
    OLD_MAN,
    SYMPATHISER,
    Actor,
    Limit,
    TargetKind,
    Word,
)
from game.rules.odds import Odds, success_odds, traces_odds
from game.rules.orders import Order
from game.rules.records import quick
from game.rules.sight import Call
from game.rules.sights import AnySight, sight_of
from game.rules.view import CenterView, View
from game.rules.vocabulary.ready import ready
from game.rules.words import Condition

UNLIMITED, ONCE, FOR_TARGET, IN_COUNTRY, PERSON = Limit.NONE, Limit.GAME, Limit.TARGET, Limit.COUNTRY, Actor.PERSON
NOTHING, PLACE, CONTACT, ROSTER, NEARBY = (
    TargetKind.NONE, TargetKind.PLACE, TargetKind.CONTACT, TargetKind.ROSTER, TargetKind.NEARBY,
)  # fmt: skip

BODY_OF = {Actor.MOVEMENT: MOVEMENT, Actor.OLD_MAN: OLD_MAN, Actor.HOUSE: HOUSE}
"""Those who act as bodies."""


class ReasonKind(Word):
    """Why an order is refused or has lapsed."""

    UNKNOWN_OPERATION = "unknown_operation"
    NOT_YOURS = "not_yours"
    NOT_FREE = "not_free"
    WRONG_ACTOR = "wrong_actor"
    NO_TARGET = "no_target"
    WRONG_TARGET = "wrong_target"
    NEEDS = "needs"
    NO_SIGNALS = "no_signals"
    NO_FUNDS = "no_funds"
    HAS_ORDER = "has_order"
    LIMIT = "limit"
    GAME_OVER = "game_over"
    OUT_OF_RANGE = "out_of_range"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A refusal: its kind, and for `NEEDS` the condition that does not hold."""

    kind: ReasonKind
    condition: Condition | None = None


UNKNOWN_OPERATION = Reason(kind=ReasonKind.UNKNOWN_OPERATION)
NOT_YOURS = Reason(kind=ReasonKind.NOT_YOURS)
GAME_OVER = Reason(kind=ReasonKind.GAME_OVER)
NOT_FREE = Reason(kind=ReasonKind.NOT_FREE)
WRONG_ACTOR = Reason(kind=ReasonKind.WRONG_ACTOR)
NO_TARGET = Reason(kind=ReasonKind.NO_TARGET)
WRONG_TARGET = Reason(kind=ReasonKind.WRONG_TARGET)
LIMIT = Reason(kind=ReasonKind.LIMIT)
NO_FUNDS = Reason(kind=ReasonKind.NO_FUNDS)
NO_SIGNALS = Reason(kind=ReasonKind.NO_SIGNALS)
HAS_ORDER = Reason(kind=ReasonKind.HAS_ORDER)
OUT_OF_RANGE = Reason(kind=ReasonKind.OUT_OF_RANGE)
"""These reasons need no more words than their kind."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An order that may be given, with its two chances."""

    order: Order
    success: Odds
    traces: Odds


def call_for(view: View, order: Order) -> Call:
    """The call that an order of a known operation makes."""
    return Call(view.catalogue.operations[order.operation], order.agent, order.target, order.extra)


def refuse(view: View, order: Order, sight: AnySight | None = None) -> Reason | None:
    """Why this order, on its own, may not be given; `None` if it may."""
    operation = view.catalogue.operations.get(order.operation)
    if operation is None:
        return UNKNOWN_OPERATION
    if operation.side is not view.side:
        return NOT_YOURS
    if view.verdict is not None:
        return GAME_OVER
    sight = sight or sight_of(view)
    wrong = _refuse_actor(view, operation, order.agent)
    if wrong is not None:
        return wrong
    if is_spent(view, operation):
        return LIMIT
    if not 0 <= order.extra <= operation.extra or not 0 <= order.call_off <= 100:
        return OUT_OF_RANGE
    if operation.target is NOTHING:
        if order.target:
            return WRONG_TARGET
    elif not order.target:
        return NO_TARGET
    elif not _is_candidate(view, sight, operation, order):
        return WRONG_TARGET
    return unmet(sight, Call(operation, order.agent, order.target, order.extra))


def unmet(sight: AnySight, call: Call) -> Reason | None:
    """The first of the operation's needs that surely does not hold."""
    needs = ready(call.operation).needs
    for check in needs:
        if check(sight, call) is False:
            return Reason(kind=ReasonKind.NEEDS, condition=call.operation.needs[needs.index(check)])
    return None


def refuse_set(view: View, orders: Sequence[Order]) -> list[tuple[int, Reason]]:
    """Every order of a set that may not be given, by its index, with the reason.

    At most one order a person and one of each of the Circle's bodies; signals and funds are counted in order.
    """
    taken = OrderSet(view)
    reasons = [(index, taken.take(order)) for index, order in enumerate(orders)]
    return [(index, reason) for index, reason in reasons if reason is not None]


class OrderSet:
    """Orders of one side for one turn, taken one by one, with the signals and funds that are left."""

    def __init__(self, view: View, sight: AnySight | None = None) -> None:
        self._view = view
        self._sight = sight or sight_of(view)
        self._agents: set[str] = set()
        self._limits: set[tuple[str, str]] = set()
        self.funds, self.signals = view.funds, view.signals

    def take(self, order: Order) -> Reason | None:
        """Takes an order beside those already taken; the reason if that may not be, and then nothing has changed."""
        reason = refuse(self._view, order, self._sight) or self.clash(order)
        if reason is not None:
            return reason
        operation = self._view.catalogue.operations[order.operation]
        self._agents.add(order.agent)
        self.funds -= operation.cost + order.extra
        self.signals -= 0 if operation.free else 1
        key = _limit_key(self._sight, operation, order)
        if key is not None:
            self._limits.add(key)
        return None

    def clash(self, order: Order) -> Reason | None:
        """Why an order that may be given on its own does not go beside those already taken; `None` if it does."""
        if order.agent in self._agents:
            return HAS_ORDER
        operation = self._view.catalogue.operations[order.operation]
        key = _limit_key(self._sight, operation, order)
        if key is not None and key in self._limits:
            return LIMIT
        if self.signals < 1 and not operation.free:
            return NO_SIGNALS
        if operation.cost + order.extra > self.funds:
            return NO_FUNDS
        return None


def signals_used(catalogue: Catalogue, orders: Iterable[Order]) -> int:
    """How many signals these orders take: one each, but for those that are free."""
    return sum(1 for order in orders if not catalogue.operations[order.operation].free)


def _limit_key(sight: AnySight, operation: Operation, order: Order) -> tuple[str, str] | None:
    limit = operation.limit
    if limit is UNLIMITED:
        return None
    if limit is FOR_TARGET:
        return (operation.id, order.target)
    if limit is IN_COUNTRY:
        place = sight.place(order.agent)
        return (operation.id, sight.catalogue.places[place].country if place else "")
    return (operation.id, "")


def actors(view: View) -> list[str]:
    """Everybody of one's own who could be given an order now: active people, then the Circle's bodies."""
    people = [person for person, body in view.bodies.items() if body.status is ACTIVE]
    return people if isinstance(view, CenterView) else [*people, *BODIES]


def _refuse_actor(view: View, operation: Operation, agent: str) -> Reason | None:
    if operation.actor is not PERSON:
        return None if agent == BODY_OF[operation.actor] else WRONG_ACTOR
    body = view.bodies.get(agent)
    if body is None:
        return WRONG_ACTOR
    return None if body.status is ACTIVE else NOT_FREE


def candidates(view: View, sight: AnySight, operation: Operation, agent: str) -> Iterator[str]:
    """Targets that an order of this operation could name, before its needs are looked at."""
    match operation.target:
        case TargetKind.NONE:
            yield ""
        case TargetKind.PLACE:
            yield from view.catalogue.places
        case TargetKind.SEAT:
            yield from (house.id for house in view.catalogue.houses)
        case TargetKind.COUNTRY:
            seats = {house.country for house in view.catalogue.houses}
            yield from (country for country in view.catalogue.countries if country in seats)
        case TargetKind.CONTACT:
            if isinstance(view, CenterView):
                yield from _people_near(sight, agent, (person for person in view.sightings if person not in view.agents))
        case TargetKind.ROSTER:
            yield from _roster(view)
        case TargetKind.NEARBY:
            yield from _people_near(sight, agent, _roster(view))
        case TargetKind.OWN:
            yield from _countrymen(view, sight, agent)
        case _:
            assert_never(operation.target)


def _roster(view: View) -> Iterator[str]:
    people: Iterable[str] = (*view.sightings, *view.agents) if isinstance(view, CenterView) else view.bodies
    return (person for person in dict.fromkeys(people) if _is_on_roster(view, person))


def _people_near(sight: AnySight, agent: str, people: Iterable[str]) -> Iterator[str]:
    return (person for person in people if _are_near(sight, agent, person))


def _countrymen(view: View, sight: AnySight, agent: str) -> Iterator[str]:
    """Others of one's own in the same country."""
    places, here = sight.catalogue.places, sight.place(agent)
    for person in view.bodies:
        place = sight.place(person)
        if person != agent and here is not None and place is not None and places[place].country == places[here].country:
            yield person


def _is_candidate(view: View, sight: AnySight, operation: Operation, order: Order) -> bool:
    """Whether a target is one of `candidates`, found out without looking at the others."""
    agent, target, kind = order.agent, order.target, operation.target
    if kind is PLACE:
        return target in view.catalogue.places
    if kind is CONTACT:
        strange = isinstance(view, CenterView) and target in view.sightings and target not in view.agents
        return strange and _are_near(sight, agent, target)
    if kind is ROSTER:
        return _is_on_roster(view, target)
    if kind is NEARBY:
        return _is_on_roster(view, target) and _are_near(sight, agent, target)
    return target in candidates(view, sight, operation, agent)


def _is_on_roster(view: View, person: str) -> bool:
    if isinstance(view, CenterView) and person not in view.agents:
        sighting = view.sightings.get(person)
        return sighting is not None and sighting.access <= SYMPATHISER
    body = view.bodies.get(person)
    return body is not None and body.status is ACTIVE and body.access <= SYMPATHISER


def _are_near(sight: AnySight, agent: str, person: str) -> bool:
    here, there, areas = sight.place(agent), sight.place(person), sight.catalogue.areas
    return person != agent and here is not None and there is not None and areas[here] == areas[there]


def watched_range(view: View) -> tuple[int, int]:
    """Whether a place is watched this turn: the Center cannot know."""
    return (0, 1) if isinstance(view, CenterView) else (0, 0)


def choice_for(view: View, order: Order, sight: AnySight | None = None) -> Choice:
    """The two chances of a legal order."""
    sight = sight or sight_of(view)
    call = call_for(view, order)
    return Choice(
        order=order,
        success=success_odds(sight, call),
        traces=traces_odds(sight, call, watched_range(view)),
    )


def legal_orders(view: View, agent: str, sight: AnySight | None = None) -> Iterator[Order]:
    """Every order that one's own person or body may be given, without extra funds."""
    sight = sight or sight_of(view)
    for operation in view.catalogue.operations.values():
        if operation.side is not view.side or operation.cost > view.funds or is_spent(view, operation):
            continue
        if _refuse_actor(view, operation, agent) is not None:
            continue
        for target in candidates(view, sight, operation, agent):
            order = Order(operation=operation.id, agent=agent, target=target)
            call = Call(operation, agent, target)
            if unmet(sight, call) is None:
                yield order


def is_spent(view: View, operation: Operation) -> bool:
    """Whether what may succeed once in a game has done so."""
    return operation.limit is ONCE and operation.id in view.spent
