"""Both sides' files of one turn, side by side: the orders with their rolls, whom the Center had inside, what was planted,
and how the house really stood."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from game.match.chronicle import Chronicle
from game.rules.events import LEAVES_TRACES, SUCCEEDS, Event, EventKind
from game.rules.nouns import HOUSEHOLD, OLD_MAN, Side, Status
from game.rules.orders import Order
from game.rules.state import PAPER, GameState
from game.ui.presenters.doubts import percent
from game.ui.presenters.house import keep_words
from game.ui.presenters.people import is_in_play, ring_words
from game.ui.presenters.revelations.inside import moles_at
from game.ui.presenters.revelations.names import TrueNames, capital
from game.ui.presenters.revelations.rolls import roll_for
from game.ui.words import Words

Mark = Literal["", "done", "failed", "lapsed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a file: its sign, the words, and in smaller letters what lay behind it. `mark` is how an order went."""

    words: str
    note: str = ""
    icon: str = ""
    mark: Mark = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Some lines under one head. `empty` stands where there are none."""

    head: str
    lines: tuple[Line, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """Both sides' files of a moment."""

    center: tuple[Section, ...]
    circle: tuple[Section, ...]


def files_of(chronicle: Chronicle, moment: int, names: TrueNames, _: Words) -> Files:
    """What both sides ordered and kept secret. Where the true state is not known, the orders and what was told remain."""
    state = chronicle.state(moment)
    center, circle = [_orders(chronicle, moment, Side.CENTER, names, _)], [_orders(chronicle, moment, Side.CIRCLE, names, _)]
    if moment > chronicle.turns:
        center, circle = [], []
    if state is not None:
        moles = tuple(Line(words=mole.words, note=mole.note, icon="id-card") for mole in moles_at(chronicle, moment, names, _))
        center.append(Section(head=_("Inside the Circle"), lines=moles, empty=_("Nobody.")))
        center.append(Section(head=_("Kept from everybody"), lines=tuple(_center_secrets(state, names, _))))
        circle.append(Section(head=_("The house"), lines=tuple(_house(chronicle, moment, state, names, _))))
        planted = tuple(_planted(chronicle, moment, names, _))
        head = _("What it planted, and had planted on it")
        circle.append(Section(head=head, lines=planted, empty=_("Nothing this turn.")))
    return Files(center=tuple(center), circle=tuple(circle))


# Orders


def _orders(chronicle: Chronicle, moment: int, side: Side, names: TrueNames, _: Words) -> Section:
    lines = tuple(_order(chronicle, moment, side, order, names, _) for order in chronicle.orders(moment, side))
    return Section(head=_("Orders"), lines=lines, empty=_("Everybody held."))


def _order(chronicle: Chronicle, turn: int, side: Side, order: Order, names: TrueNames, _: Words) -> Line:
    operation = names.catalogue.operations.get(order.operation)
    who = names.agent(order.agent) if side is Side.CENTER else names.of(order.agent)
    what = names.operation(order.operation)
    target = names.target(order)
    told = _outcome(chronicle, turn, side, order)
    parts = [*_how_it_went(told, _), *_rolled(chronicle, turn, order, _)]
    if order.extra:
        parts.append(_.plural("{count} further fund", "{count} further funds", order.extra))
    return Line(
        words=f"{capital(who)}: {what}{f', {target}' if target else ''}",
        note=" · ".join(parts),
        icon=operation.icon if operation is not None else "",
        mark=_mark(told),
    )


def _outcome(chronicle: Chronicle, turn: int, side: Side, order: Order) -> Event | None:
    """What the side was told of its order."""
    kinds = (EventKind.SUCCEEDED, EventKind.FAILED, EventKind.LAPSED, EventKind.CALLED_OFF)
    return next(
        (
            event
            for event in chronicle.events(turn, side.audience)
            if event.kind in kinds and event.subject == order.agent and event.operation == order.operation
        ),
        None,
    )


def _mark(told: Event | None) -> Mark:
    match told.kind if told is not None else None:
        case None:
            return ""
        case EventKind.SUCCEEDED:
            return "done"
        case EventKind.FAILED:
            return "failed"
        case _:
            return "lapsed"


def _how_it_went(told: Event | None, _: Words) -> Iterator[str]:
    if told is not None and told.kind is EventKind.LAPSED:
        yield _("could not be carried out")
    elif told is not None and told.kind is EventKind.CALLED_OFF:
        yield _("called off on the spot")


def _rolled(chronicle: Chronicle, turn: int, order: Order, _: Words) -> Iterator[str]:
    """The two rolls, as far as there were any."""
    success, traces = (roll_for(chronicle, turn, order, purpose) for purpose in (SUCCEEDS, LEAVES_TRACES))
    if success is not None and success.chance < 100:
        yield _("needed {chance} or less, drew {roll}", chance=success.chance, roll=success.roll)
    elif success is not None:
        yield _("sure")
    if traces is not None:
        left = _("traces") if traces.roll <= traces.chance else _("no traces")
        yield _("{left} ({chance}%, drew {roll})", left=left, chance=traces.chance, roll=traces.roll)


# What the Center kept


def _center_secrets(state: GameState, names: TrueNames, _: Words) -> Iterator[Line]:
    center, secret, numbers = state.center, state.secret, names.catalogue.numbers
    located = _("located at {place}", place=names.place(center.seat)) if center.seat else _("not located")
    planted = _("{false} of it false, planted by the Circle", false=secret.false_track) if secret.false_track else ""
    yield Line(words=_("Track {track}, {located}", track=center.track, located=located), note=planted, icon="footprint")
    if names.catalogue.has_strikes:
        most = numbers.bounds.preparation
        yield Line(words=_("Preparation {now} of {most}", now=center.preparation, most=most), icon="pencil-ruler")
    note = _("a demand of Moscow’s is open") if center.demand else ""
    yield Line(
        words=_("Paranoia {now} of {most}", now=center.paranoia, most=numbers.bounds.paranoia), note=note, icon="hazard-sign"
    )
    doubtful = [
        names.agent(person)
        for person, file in center.agents.items()
        if file.officer and secret.loyalty.get(person, numbers.defection.steady) < numbers.defection.steady
        and is_in_play(state.bodies[person])
    ]  # fmt: skip
    if doubtful:
        yield Line(words=_("Wavering: {people}", people=", ".join(doubtful)), icon="semi-closed-eye")


# How the house stood


def _house(chronicle: Chronicle, moment: int, state: GameState, names: TrueNames, _: Words) -> Iterator[Line]:
    circle = state.circle
    if circle.moving_to:
        yield Line(words=_("On the way to {place}", place=names.place(circle.moving_to)), icon="suitcase")
    else:
        yield from _at_home(chronicle, moment, state, names, _)
    if circle.visas:
        yield Line(
            words=_("Visas: {countries}", countries=", ".join(names.place(each) for each in circle.visas)), icon="passport"
        )
    hidden = [order for order in chronicle.orders(moment, Side.CIRCLE) if order.agent == OLD_MAN]
    if hidden:
        what = names.operation(hidden[0].operation)
        yield Line(words=_("{hunted}: {what}", hunted=capital(names.of(OLD_MAN)), what=what), icon="closed-doors")


def _at_home(chronicle: Chronicle, moment: int, state: GameState, names: TrueNames, _: Words) -> Iterator[Line]:
    catalogue, circle, truth = names.catalogue, state.circle, chronicle.truth(moment)
    place, now = catalogue.places[circle.seat], circle.security.get(circle.seat, 0)
    yield Line(
        words=_("{place}: security {now} of {most}", place=place.name, now=now, most=place.security_cap), icon="brick-wall"
    )
    guards = [names.of(body.id) for body in truth.guarding()] if truth is not None else []
    keeps = _("keeps {keep}", keep=keep_words(circle.keeps, _))
    count = truth.guards()[0] if truth is not None else 0
    head = _.plural("{count} guard", "{count} guards", count)
    note = ", ".join(guards)
    yield Line(words=f"{head}, {keeps}" if count else _("Nobody on guard, {keeps}", keeps=keeps), note=note, icon="shield")
    inside = [
        names.of(person) for person in state.center.agents
        if state.bodies[person].access == HOUSEHOLD and state.bodies[person].status is Status.ACTIVE
        and catalogue.area(state.bodies[person].place) == catalogue.area(circle.seat)
    ]  # fmt: skip
    if inside:
        ring = ring_words(HOUSEHOLD, _)
        yield Line(words=_("Of the {ring} and Moscow’s: {people}", ring=ring, people=", ".join(inside)), icon="keyhole")


def _planted(chronicle: Chronicle, moment: int, names: TrueNames, _: Words) -> Iterator[Line]:
    """Forged papers of the Center's, and false news of the Circle's, of this turn."""
    after = chronicle.state(moment + 1)
    for clue in after.circle.clues if after is not None else ():
        if clue.turn == moment and clue.operation == PAPER and clue.suspects:
            suspect = clue.suspects[0]
            yield Line(
                words=_("A forged paper named {who}", who=names.of(suspect.id)),
                note=_("doubt from {before}% to {after}%", before=percent(suspect.before), after=percent(suspect.after)),
                icon="fountain-pen",
            )
    for order in chronicle.orders(moment, Side.CIRCLE):
        if order.operation == "feed":
            mole = after is not None and order.target in after.center.agents
            note = _("he was Moscow’s: it was believed") if mole else _("he was no mole")
            yield Line(words=_("False news for {who}", who=names.of(order.target)), note=note, icon="ink-swirl")
    state = chronicle.state(moment)
    liars = [names.of(person) for person, until in state.secret.liars.items() if until > moment] if state is not None else []
    if liars:
        yield Line(words=_("Reports that lie without knowing it: {people}", people=", ".join(liars)), icon="ink-swirl")
