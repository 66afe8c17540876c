"""Carries out the orders of one phase: conditions on the truth, the rolls, the effects, what each side hears."""

from collections.abc import Sequence

from game.rules.clues import notice
from game.rules.definitions import Operation
from game.rules.events import LEAVES_TRACES, SUCCEEDS, Change, EventKind
from game.rules.exposure import leave_traces
from game.rules.legality import HAS_ORDER, LIMIT, NOT_FREE, WRONG_TARGET, Reason, ReasonKind
from game.rules.nouns import CENTER, CIRCLE, IN_TRANSIT, STRIKES, TO_CENTER, Limit, Side, TargetKind
from game.rules.odds import ready_range, success_range, traces_range
from game.rules.orders import Order
from game.rules.records import changed
from game.rules.sight import Call
from game.rules.sights import on_the_spot
from game.rules.strikes import call_off
from game.rules.turn import Turn
from game.rules.vocabulary.effects import Cause, apply
from game.rules.vocabulary.ready import Ready, ready
from game.rules.words import Is

CONTACT, OWN, ROSTER, ONCE = TargetKind.CONTACT, TargetKind.OWN, TargetKind.ROSTER, Limit.GAME
SUCCEEDED, FAILED, LAPSED = EventKind.SUCCEEDED, EventKind.FAILED, EventKind.LAPSED

PERSON_TARGETS = frozenset((CONTACT, ROSTER, TargetKind.NEARBY, OWN))


def carry_out(turn: Turn, waiting: Sequence[tuple[Side, Order]]) -> None:
    """Carries out all orders that wait for a phase, in random order from the seed."""
    by_key = {f"{side}:{order.agent}": (side, order) for side, order in waiting}
    keys = turn.dice.order(list(by_key), turn.state.turn, f"order:{turn.phase}") if len(by_key) > 1 else by_key
    for key in keys:
        if turn.killed:
            return
        _operate(turn, *by_key[key])


def _operate(turn: Turn, side: Side, order: Order) -> None:
    operation = turn.catalogue.operations[order.operation]
    call, readied = Call(operation, order.agent, order.target, order.extra), ready(operation)
    reason = _lapses(turn, side, order, call, readied)
    if reason is not None:
        _lapse(turn, side, order, operation, reason)
        return
    chance, _ = ready_range(turn.truth_for(side), readied, call)
    if operation.phase is STRIKES:
        turn.struck = True
        seen = sum(success_range(on_the_spot(turn.truth), call)) // 2
        if seen < order.call_off:
            call_off(turn, call, seen, order.call_off)
            if _rolled(turn, call, _traces(turn, call, turn.numbers.strikes.called_off_traces), LEAVES_TRACES):
                _leave(turn, call, blamed=False, alarm=True)
            return
        _follow(turn, side, call, chance, _rolled(turn, call, chance, SUCCEEDS), traced=False)
        return
    traces = _traces(turn, call, operation.traces.base)
    success = _rolled(turn, call, chance, SUCCEEDS)
    _follow(turn, side, call, chance, success, traces > 0 and _rolled(turn, call, traces, LEAVES_TRACES))


def _rolled(turn: Turn, call: Call, chance: int, purpose: str) -> bool:
    """Rolls for an order. What is certain is not dealt from a deck of luck: it would use luck up."""
    deck = f"{call.operation.side}:{purpose}" if turn.is_steady and chance < 100 else ""
    return turn.roll(call.agent, f"{call.operation.id}:{purpose}", chance, deck)


def _traces(turn: Turn, call: Call, base: int) -> int:
    """The chance in per cent that an order leaves traces, from a base."""
    if base == 0 or call.operation.side is CIRCLE:
        return base
    watched = int(bool(turn.watched) and call.agent in turn.state.bodies and turn.area_of(call.agent) in turn.watched)
    return traces_range(turn.truth, base, call, (watched, watched))[0]


def _follow(turn: Turn, side: Side, call: Call, chance: int, success: bool, traced: bool) -> None:
    """Effects first, so that a telegram tells what changed; then what the other side may notice."""
    operation = call.operation
    area = turn.area_of(call.agent) if call.agent in turn.state.bodies else ""
    changes: list[Change] = []
    effects = operation.do if success else operation.failing
    betrayed = traced and not success and bool(operation.failing_traced)
    if betrayed:
        effects = (*effects, *operation.failing_traced)
    if operation.either:
        effects = (*effects, *operation.either)
    if effects:
        cause = Cause(side, call, success)
        for effect in effects:
            changes += apply(turn, effect, cause)
    if success:
        _count(turn, side, operation, area)
    turn.tell(
        SUCCEEDED if success else FAILED,
        side.audience,
        operation=operation.id,
        subject=call.agent,
        other=call.target,
        place=area,
        chance=chance,
        changes=tuple([change for change in changes if change.before != change.after]),
    )
    if success and ready(operation).is_journey:
        _note_journey(turn, side, call, area)
    if traced:
        _leave(turn, call, blamed=betrayed, alarm=operation.traces.alarm)


def _note_journey(turn: Turn, side: Side, call: Call, area: str) -> None:
    """A mole whom the Circle sends tells the Center, and one whom the Center sends is missed by the Circle."""
    if side is CENTER and call.agent in turn.state.circle.members:
        turn.unsent.append(call.agent)
    elif side is CIRCLE and turn.is_centers(call.agent):
        turn.tell(EventKind.SENT_OFF, TO_CENTER, subject=call.agent, other=call.target, place=area)


def _count(turn: Turn, side: Side, operation: Operation, area: str) -> None:
    if operation.counts_once:
        turn.printed.add((operation.id, area))
    if operation.limit is ONCE:
        part = turn.part_of(side)
        part.spent = (*part.spent, operation.id)


def _leave(turn: Turn, call: Call, blamed: bool, alarm: bool) -> None:
    """Traces: a clue (unless somebody has named the agent outright), alarm, and what they cost the agent."""
    if not turn.is_active(call.agent):
        return
    traces = call.operation.traces
    if not blamed:
        notice(turn, call.operation.id, call.agent, household=traces.household)
    if alarm:
        turn.add_alert(turn.country_of(call.agent), 1)
    leave_traces(turn, call.agent)


def _lapses(turn: Turn, side: Side, order: Order, call: Call, readied: Ready) -> Reason | None:
    """Why an order can no longer be carried out, judged on the truth."""
    operation = call.operation
    if order.by_person and not turn.is_active(order.agent):
        # only the Circle's order can have sent a mole off who could still be given one
        return HAS_ORDER if side is CENTER and turn.body(order.agent).status is IN_TRANSIT else NOT_FREE
    if operation.target in PERSON_TARGETS and _is_out_of_reach(turn, operation, order.target):
        return WRONG_TARGET
    if operation.phase is STRIKES and turn.struck:
        return LIMIT
    if operation.counts_once and (operation.id, turn.area_of(order.agent)) in turn.printed:
        return LIMIT
    if side is CENTER and readied.is_journey and order.agent in turn.truth.busy:
        return HAS_ORDER
    truth = turn.truth_for(side)
    for check in readied.needs:
        if not check(truth, call):
            return Reason(kind=ReasonKind.NEEDS, condition=operation.needs[readied.needs.index(check)])
    return None


def _is_out_of_reach(turn: Turn, operation: Operation, person: str) -> bool:
    """Whether a person is not there any more, has left the roster, or was won over by somebody else this very turn."""
    if not _can_be_met(turn, operation, person):
        return True
    if operation.target is CONTACT:
        return turn.is_centers(person)
    return operation.target is not OWN and person not in turn.state.circle.members


def _can_be_met(turn: Turn, operation: Operation, person: str) -> bool:
    """Whoever is to be met must be there; of somebody on a journey one can at least speak or write."""
    if turn.is_active(person):
        return True
    return operation.target is ROSTER and turn.body(person).status is IN_TRANSIT


def _why(reason: Reason) -> str:
    """Why an order lapsed, as the telegrams look it up: with the need itself where that is a plain one."""
    if isinstance(reason.condition, Is):
        return f"{reason.kind.value}.{reason.condition.is_.value}"
    return reason.kind.value


def _lapse(turn: Turn, side: Side, order: Order, operation: Operation, reason: Reason) -> None:
    """The cost comes back; the signal does not."""
    turn.part_of(side).funds += operation.cost + order.extra
    turn.tell(
        LAPSED,
        side.audience,
        operation=operation.id,
        subject=order.agent,
        other=order.target,
        text=_why(reason),
    )
    if side is CENTER and reason.kind is not ReasonKind.LIMIT:
        _learn_from_lapse(turn, order)


def _learn_from_lapse(turn: Turn, order: Order) -> None:
    """An agent who came in vain knows that the person is not there, or that he himself is looked for."""
    center = turn.state.center
    sighting = center.sightings.get(order.target)
    if sighting is not None and turn.is_active(order.agent):
        here = turn.area_of(order.agent)
        there = turn.catalogue.areas[sighting.place] == here
        if there and (not turn.is_active(order.target) or turn.area_of(order.target) != here):
            center.sightings[order.target] = changed(sighting, gone=True)
    if order.agent in turn.state.circle.strangers:
        center.agents[order.agent] = changed(center.agents[order.agent], burnt=True)
