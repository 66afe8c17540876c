"""What one person can be ordered: a row for each operation, and the two chances with their reasons."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.match.draft import Draft
from game.rulebook.reasons import ReasonRow, reason_rows
from game.rules.definitions import Operation
from game.rules.legality import (
    LIMIT,
    Choice,
    Reason,
    ReasonKind,
    call_for,
    candidates,
    choice_for,
    legal_orders,
    refuse,
)
from game.rules.nouns import HOUSE, MOVEMENT, OLD_MAN, Actor, PhaseName, Side, TargetKind
from game.rules.orders import Order
from game.rules.sights import CenterSight, CircleSight, sight_of
from game.rules.view import View
from game.ui.presenters.house import house_notes
from game.ui.presenters.household import guard_words
from game.ui.presenters.people import line_words, person_words, target_words
from game.ui.presenters.reasons import nobody_words, refusal_words
from game.ui.presenters.stakes import stakes
from game.ui.presenters.sureness import is_only_done, unsure_words
from game.ui.presenters.targets import journey_words
from game.ui.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationRow:
    """One operation for one person: open with its choices, or closed with the reason. `shorter` is what matters most of the
    note; `detail` says more of the order given; `key` opens it, or leads to it where it is closed.
    `only_done`: it is sure to be carried out, but not what comes of it."""

    operation: str
    name: str
    icon: str
    note: str
    shorter: str = ""
    cost: str = ""
    summary: str = ""
    choices: tuple[Choice, ...] = ()
    only_done: bool = False
    refusal: str = ""
    detail: str = ""
    key: str = ""

    @property
    def open(self) -> bool:
        """Whether it can be ordered now."""
        return not self.refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class OddsSheet:
    """An order about to be given: what, by whom, at whom, its chances as sums, what follows.

    `unsure` says what is not sure of an order that is sure to be done, and is empty for others whose success says all;
    `stakes` are sentences on what hangs on it; `cost` is what it takes, in words; `call_off` is the line in per cent, missing
    where there can be none; `called_off` is the preparation that is lost by it; `journey` says how
    long the way is and when it ends, where there is one.
    """

    title: str
    icon: str
    line: str
    success: tuple[int, int]
    success_base: int
    success_rows: tuple[ReasonRow, ...]
    traces: tuple[int, int]
    traces_base: int
    traces_rows: tuple[ReasonRow, ...]
    effect: str
    help: str
    unsure: str
    stakes: tuple[str, ...]
    cost: str
    extra: int
    extra_most: int
    call_off: int | None
    called_off: int
    journey: str


def operation_rows(view: View, draft: Draft, agent: str, _: Words) -> tuple[OperationRow, ...]:
    """Every operation that this kind of person could ever be given: the open ones first, and of these the strikes, which all the
    others are for. Each keeps its key all through a game, whatever is closed: a number, and from the eleventh on a letter."""
    sight = sight_of(view)
    by_operation: dict[str, list[Choice]] = {}
    for order in legal_orders(view, agent, sight):
        by_operation.setdefault(order.operation, []).append(choice_for(view, order, sight))
    rows = [
        _row(view, draft, sight, operation, agent, by_operation.get(operation.id, []), _)
        for operation in view.catalogue.operations.values()
        if operation.side is view.side and _fits(operation, agent)
    ]
    keyed = [replace(row, key=_KEYS[place] if place < len(_KEYS) else "") for place, row in enumerate(rows)]
    return tuple(sorted(keyed, key=lambda row: (not row.open, not _is_strike(view, row))))


_KEYS = (*"1234567890", *"efhjquvxyz")
"""Numbers, then letters that mean nothing else at the desk; each is one sign, so that a row has room to show it."""


def _is_strike(view: View, row: OperationRow) -> bool:
    return view.catalogue.operations[row.operation].phase is PhaseName.STRIKES


def _fits(operation: Operation, agent: str) -> bool:
    body = {MOVEMENT: Actor.MOVEMENT, OLD_MAN: Actor.OLD_MAN, HOUSE: Actor.HOUSE}.get(agent, Actor.PERSON)
    return operation.actor is body


def _row(
    view: View,
    draft: Draft,
    sight: CenterSight | CircleSight,
    operation: Operation,
    agent: str,
    choices: list[Choice],
    _: Words,
) -> OperationRow:
    refusal = ""
    if not choices:
        reason = _why_closed(view, sight, operation, agent)
        nobody = reason.kind is ReasonKind.WRONG_TARGET
        refusal = nobody_words(operation.target, _) if nobody else refusal_words(reason, _)
    elif draft.order_of(agent) is None and draft.signals_left < 1 and not operation.free:
        refusal = _("no signal left")
    elif operation.cost > draft.funds_left + _refund(view, draft, agent):
        refusal = _("costs {cost}, {left} left", cost=operation.cost, left=draft.funds_left)
    elif _is_taken(draft, operation, agent, choices):
        refusal = refusal_words(LIMIT, _)
    given = draft.order_of(agent)
    notes = _row_notes(view, given, operation, choices, _)
    return OperationRow(
        operation=operation.id,
        name=operation.name,
        icon=operation.icon,
        note=" · ".join(notes),
        shorter=notes[0] if notes else "",
        cost=cost_words(operation, 0, _),
        summary=operation.summary,
        choices=tuple(choices),
        only_done=bool(choices) and all(is_only_done(operation, choice) for choice in choices),
        refusal=refusal,
        detail=line_words(given, _) if given is not None and given.operation == operation.id else "",
    )


def _is_taken(draft: Draft, operation: Operation, agent: str, choices: Sequence[Choice]) -> bool:
    """Whether somebody else's order has used up what may be ordered of this."""
    if not any(other.operation == operation.id and other.agent != agent for other in draft.orders):
        return False
    return all(draft.refusal(choice.order) == LIMIT for choice in choices)


def _row_notes(view: View, given: Order | None, operation: Operation, choices: list[Choice], _: Words) -> list[str]:
    """What the order given aims at and how far it goes; else the funds it costs, and what there is to aim at."""
    if given is not None and given.operation == operation.id:
        parts = (target_words(view, given.target, short=True), _("from {line}%", line=given.call_off) if given.call_off else "")
    else:
        funds = _.plural("{count} fund", "{count} funds", operation.cost) if operation.cost else ""
        parts = (funds, _aims(view, choices, _))
    return [part for part in parts if part]


def _aims(view: View, choices: list[Choice], _: Words) -> str:
    """The one target, or how many there are to choose from."""
    target = choices[0].order.target if choices else ""
    if len(choices) < 2:
        return target_words(view, target, short=True)
    if target in view.catalogue.countries:
        return _.plural("{count} country", "{count} countries", len(choices))
    if target in view.catalogue.places:
        return _.plural("{count} place", "{count} places", len(choices))
    return _.plural("{count} person", "{count} people", len(choices))


def cost_words(operation: Operation, extra: int, _: Words) -> str:
    """What an order takes when it is given: its signal, unless it is free of it, and its funds with those added."""
    funds = operation.cost + extra
    parts = [
        "" if operation.free else _("{count} signal", count=1),
        _.plural("{count} fund", "{count} funds", funds) if funds else "",
    ]
    return ", ".join(part for part in parts if part) or _("nothing")


def _refund(view: View, draft: Draft, agent: str) -> int:
    order = draft.order_of(agent)
    return view.catalogue.operations[order.operation].cost + order.extra if order else 0


def _why_closed(view: View, sight: CenterSight | CircleSight, operation: Operation, agent: str) -> Reason:
    """The reason that says most: of the target that comes closest, or that there is nobody to name."""
    if operation.target is TargetKind.NONE:
        return refuse(view, Order(operation=operation.id, agent=agent), sight) or Reason(kind=ReasonKind.NO_FUNDS)
    best, depth = Reason(kind=ReasonKind.WRONG_TARGET), -1
    for target in candidates(view, sight, operation, agent):
        reason = refuse(view, Order(operation=operation.id, agent=agent, target=target), sight)
        if reason is None:
            return Reason(kind=ReasonKind.NO_FUNDS)
        if reason.condition in operation.needs and operation.needs.index(reason.condition) > depth:
            best, depth = reason, operation.needs.index(reason.condition)
    if depth < 0:
        reason = refuse(view, Order(operation=operation.id, agent=agent, target=""), sight)
        return best if reason is None or reason.kind is ReasonKind.NO_TARGET else reason
    return best


def odds_sheet(view: View, order: Order, _: Words, others: Sequence[Order] = ()) -> OddsSheet:
    """The order with its two chances, as sums that can be checked with a finger, and what it means beside the `others`."""
    choice = choice_for(view, order)
    operation = call_for(view, order).operation
    name, notes = person_words(view, order.agent, _), house_notes(view, _)
    line = name if not order.target else f"{name}: {target_words(view, order.target)}"
    return OddsSheet(
        title=operation.name,
        icon=operation.icon,
        line=line,
        success=(choice.success.low, choice.success.high),
        success_base=choice.success.base,
        success_rows=reason_rows(choice.success, _, notes),
        traces=(choice.traces.low, choice.traces.high),
        traces_base=choice.traces.base,
        traces_rows=reason_rows(choice.traces, _) if view.side is Side.CENTER else (),
        effect=operation.summary,
        help=operation.help,
        unsure=unsure_words(operation, _) if is_only_done(operation, choice) else "",
        stakes=(*stakes(view, order, _), *guard_words(view, order, others, _)),
        cost=cost_words(operation, order.extra, _),
        extra=order.extra,
        extra_most=operation.extra,
        call_off=order.call_off if operation.call_off else None,
        called_off=abs(view.catalogue.numbers.strikes.called_off),
        journey=journey_words(view, order, _),
    )


def with_extra(order: Order, extra: int) -> Order:
    """The same order with other extra funds."""
    return replace(order, extra=extra)
