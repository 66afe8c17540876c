"""The month as one side hears it: the events told to that side, gathered into a dozen telegrams in a fixed order.

Everything comes from that side's view and from events addressed to it; nothing else is looked at.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from game.match.wording import describe_event, describe_events, sentences_of
from game.rules.events import Change, Event, EventKind
from game.rules.nouns import HOUSE, MOVEMENT, OLD_MAN, PhaseName, Side
from game.rules.view import View
from game.rules.words import Strike
from game.ui.presenters.bundles import Bundle, gather
from game.ui.presenters.changes import ChangeRow, Figure, change_rows, untold
from game.ui.presenters.dates import month_words, opening_words, turn_words
from game.ui.presenters.mentions import people_in_news
from game.ui.presenters.people import person_words
from game.ui.presenters.titles import called_off_words, event_icon, event_title
from game.ui.words import Words

STOP = " STOP "
NIGHT_PRINT = "night-house"

DEPARTURES, SILENCE = "departures", "silence"
"""What a telegram can be about besides the kind of an event."""

_LOSSES = {
    Side.CENTER: (
        EventKind.KILLED, EventKind.DEFECTED, EventKind.ARRESTED, EventKind.BLOWN, EventKind.DENOUNCED, EventKind.EXPELLED,
    ),
    Side.CIRCLE: (EventKind.KILLED, EventKind.WRONGLY_DENOUNCED),
}  # fmt: skip
"""What somebody of one's own is lost by, the gravest first. To the Circle it is no loss if one of Moscow's is found out."""
_TELLING = (
    EventKind.STRUCK, EventKind.VERDICT, EventKind.KILLED, EventKind.ARRESTED, EventKind.BLOWN, EventKind.DEFECTED,
    EventKind.EXPELLED, EventKind.RECALLED, EventKind.INTERNED, EventKind.ORDERED_OUT, EventKind.LEFT_COUNTRY,
    EventKind.HEADLINE,
)  # fmt: skip
"""Kinds that a telegram is about before anything else in it, the weightiest first."""

Mark = Literal["done", "failed", "letter", "headline"]
SideId = Literal["center", "circle"]
Day = date
"""A day of the calendar, where `date` is what a paper bears."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clipping:
    """A newspaper's cutting. `print` names a picture of the prints folder, if there is one."""

    paper: str
    date: str
    text: str
    print: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telegram:
    """One telegram: what it says, where it comes from, and what changed by it.

    `about` is the kind of the weightiest event in it, or one of this module's words; `operation` the order, the
    event or the task that it is about, if any. `dispatch`: it belongs to the opening
    of the next turn. `note` says what an order needed; the roll is not told.
    """

    title: str
    caption: str
    text: str
    stamp: str
    mark: Mark
    icon: str
    about: str = SILENCE
    operation: str = ""
    place: str | None = None
    origin: str = ""
    note: str = ""
    dispatch: bool = False
    rows: tuple[ChangeRow, ...] = ()
    clipping: Clipping | None = None
    loss: str = ""
    """What is stamped on it where somebody of one's own is lost by it, such as `Blown`: nobody is to read past that."""
    named: tuple[tuple[str, str], ...] = ()
    """The people and places in it by id and name, in the order in which they are told of."""

    @property
    def words(self) -> int:
        """How many words it has, as the office counts them."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A turn as one side hears it. `first` is its first day, `days` its length; `later` names the turn that follows it."""

    side: SideId
    date: str
    first: Day
    days: int
    later: str
    telegrams: tuple[Telegram, ...]


def month_of(
    view: View, events: Sequence[Event], turn: int, _: Words, *, unheard: Sequence[tuple[str, int]] = (),
    since: Mapping[Figure, int] | None = None,
) -> Month:  # fmt: skip
    """The telegrams of turn `turn` for the side of `view`, from the events it was told by that turn and the dispatches
    after it: orders by phase, what was noticed, dispatches, what happened in the world, tasks, the verdict. What was `unheard`
    is no event: why influence was lost by the rules alone, and how much of it, is read at the end of the turn. Where the figures
    `since` the desk was left are known, a number that begins elsewhere says how it came there."""
    gaps = untold(since or {}, events, sum(points for _cause, points in unheard))
    first, after = view.catalogue.first_day(turn), view.catalogue.first_day(turn + 1)
    bundles = gather(events)
    days = (after - first).days
    within = [bundle for bundle in bundles if not bundle.dispatch]
    made: list[Telegram] = []
    for index, bundle in enumerate(within):
        day = first + timedelta(days=round((index + 0.5) * (days - 1) / len(within)))
        made.append(_telegram(view, bundle, _.dated(day, "%b %Y", with_day=True), day, gaps, _))
    if unheard:
        day = after - timedelta(days=1)
        made.append(_unheard(_.dated(day, "%b %Y", with_day=True), unheard, _))
    for bundle in bundles:
        if bundle.dispatch:
            day = view.catalogue.first_day(bundle.head.turn) + timedelta(days=bundle.days_later)
            made.append(_telegram(view, bundle, _opening_stamp(view, bundle.head.turn, day, _), day, gaps, _))
    return Month(
        side="center" if view.side is Side.CENTER else "circle",
        date=month_words(view, _, turn),
        first=first,
        days=days,
        later=turn_words(view.catalogue, turn + 1, "%B %Y", _),
        telegrams=tuple(made) or (_silence(opening_words(view.catalogue, turn, "%b %Y", _), _),),
    )


def _opening_stamp(view: View, turn: int, day: date, _: Words) -> str:
    """When the news at the opening of a turn are handed in: in the months of the turn, where it has several. A newspaper's
    cutting bears its own day."""
    step = view.catalogue.step
    return month_words(view, _, turn) if step.months > 1 else _.dated(day, "%b %Y", with_day=not step.months)


def _silence(stamp: str, _: Words) -> Telegram:
    return Telegram(title=_("Nothing new"), caption="", text=_("Nothing was heard"), stamp=stamp, mark="letter", icon="envelope")


def _unheard(stamp: str, unheard: Sequence[tuple[str, int]], _: Words) -> Telegram:
    """What silence has cost."""
    said = [_("{cause}, and influence is down by {points}", cause=cause, points=-points) for cause, points in unheard]
    return Telegram(
        title=_("Unheard"), caption=_("Unheard"), text=telegram_text([f"{words[:1].upper()}{words[1:]}." for words in said]),
        stamp=stamp, mark="letter", icon="closed-doors",
    )  # fmt: skip


def _telegram(
    view: View, bundle: Bundle, stamp: str, day: date, gaps: Mapping[int, Sequence[Change]], _: Words
) -> Telegram:  # fmt: skip
    head = bundle.head
    place = place_of(view, head)
    headline = next((event for event in bundle.events if event.kind is EventKind.HEADLINE), None)
    changes = [change for event in bundle.events for change in event.changes]
    meanwhile = [gap for event in bundle.events for gap in gaps.get(id(event), ())]
    spoken = [event for event in bundle.events if event is not headline] or bundle.events
    return Telegram(
        title=_title(view, bundle, _),
        caption=_caption(view, bundle, _),
        text=telegram_text(describe_events(spoken, view.catalogue, view.name)),
        stamp=stamp,
        mark=_mark(bundle),
        icon=event_icon(head, view.catalogue),
        about=_about(bundle),
        operation=(bundle.order or head).operation,
        place=place,
        origin=view.catalogue.places[place].name if place and not _has_moved(head) else "",
        note=_needed(bundle.order, _),
        dispatch=bundle.dispatch,
        rows=change_rows(view, changes, _, meanwhile),
        clipping=_clipping(view, bundle, headline, day, _),
        loss=_loss(view, bundle, _),
        named=_named(view, bundle, _),
    )


def _loss(view: View, bundle: Bundle, _: Words) -> str:
    """In a word what befell somebody of the side's own; the gravest first."""
    befell = {event.kind for event in bundle.events if event.subject in view.bodies}
    kind = next((kind for kind in _LOSSES[view.side] if kind in befell), None)
    return event_title(next(event for event in bundle.events if event.kind is kind), _) if kind is not None else ""


def _named(view: View, bundle: Bundle, _: Words) -> tuple[tuple[str, str], ...]:
    """Whom and what the events of a telegram are about, each once."""
    found: dict[str, str] = {}
    for event in bundle.events:
        for person in (event.subject, event.other, *event.people):
            if person and person not in (HOUSE, MOVEMENT) and person not in view.catalogue.places:
                found.setdefault(person, person_words(view, person, _))
        for person in people_in_news(view, event):
            found.setdefault(person, person_words(view, person, _))
        if event.place in view.catalogue.places:
            found.setdefault(event.place, view.catalogue.places[event.place].name)
    return tuple(found.items())


def telegram_text(sentences: Sequence[str]) -> str:
    """Sentences as a telegraphist sends them: STOP for every full stop, none at the end."""
    parts = [part.rstrip(".") for text in sentences for part in sentences_of(text) if part.strip(". ")]
    return STOP.join(parts)


def place_of(view: View, event: Event) -> str | None:
    """The place an event is about, as far as the side knows it: its own, or that of the person of one's own."""
    places = view.catalogue.places
    if event.place in places:
        return event.place
    if _has_moved(event):
        return event.other
    if event.subject in (OLD_MAN, HOUSE):
        return view.seat or None
    body = view.bodies.get(event.subject)
    inside = [id_ for id_, place in places.items() if event.place and place.area == event.place]
    if body is not None and body.place in (inside or places):
        return body.place
    return inside[0] if inside else None


def _has_moved(event: Event) -> bool:
    """Whether the Old Man has left for another house: where he was, no view says any more, but it was not there."""
    return event.kind is EventKind.SUCCEEDED and event.phase == PhaseName.MOVE and event.subject == OLD_MAN


def _title(view: View, bundle: Bundle, _: Words) -> str:
    head = bundle.head
    order = bundle.order
    if order is None and bundle.rank == 0 and not bundle.departures:
        return _("Several orders")
    if order is None or bundle.departures:
        return event_title(head, _)
    operation = view.catalogue.operations.get(order.operation)
    words = operation.name if operation else order.operation
    match order.kind:
        case EventKind.SUCCEEDED:
            return _("{order}: done", order=words)
        case EventKind.FAILED:
            return _("{order}: failed", order=words)
        case EventKind.CALLED_OFF:
            return _("{order}: called off", order=words)
        case _:
            return _("{order}: not carried out", order=words)


def _caption(view: View, bundle: Bundle, _: Words) -> str:
    """A word or two under the telegram's mark: whose it is, or what it is about."""
    order = bundle.order
    if order is None:
        return _title(view, bundle, _)
    return person_words(view, order.subject, _)


def _mark(bundle: Bundle) -> Mark:
    order = bundle.order
    if order is not None:
        return "done" if order.kind is EventKind.SUCCEEDED else "failed"
    if any(event.kind is EventKind.HEADLINE for event in bundle.events):
        return "headline"
    return "letter"


def _about(bundle: Bundle) -> str:
    kinds = {event.kind for event in bundle.events}
    telling = next((kind for kind in _TELLING if kind in kinds), None)
    return telling or (DEPARTURES if bundle.departures else bundle.head.kind)


def _needed(order: Event | None, _: Words) -> str:
    """What an order needed, or why it was called off. What was drawn is for the archive."""
    if order is None or not 0 <= order.chance < 100:
        return ""
    if order.kind is EventKind.CALLED_OFF:
        return called_off_words(order, _)
    return _("needed {chance} or less", chance=order.chance)


def _clipping(view: View, bundle: Bundle, headline: Event | None, day: date, _: Words) -> Clipping | None:
    printed = _.dated(day, "%B %Y", with_day=not view.catalogue.step.months)
    if headline is not None:
        return Clipping(paper=headline.place, date=printed, text=headline.text)
    raid = next((each for each in bundle.events if each.kind is EventKind.STRUCK and each.operation == Strike.RAID), None)
    if raid is None:
        return None
    text = describe_event(raid, view.catalogue, view.name)
    return Clipping(paper="", date=printed, text=text.rstrip("."), print=NIGHT_PRINT)
