"""Everything one side was told, as rows of a log: sorted into kinds, searchable, the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from game.match.wording import describe_event
from game.rules.definitions import Operation
from game.rules.events import Change, Event, EventKind
from game.rules.nouns import BODIES, OLD_MAN
from game.rules.view import View
from game.ui.presenters.changes import loyalty_band, of_words
from game.ui.presenters.dates import turn_words
from game.ui.presenters.doubts import percent
from game.ui.presenters.mentions import people_in_news
from game.ui.presenters.people import person_words
from game.ui.presenters.titles import called_off_words
from game.ui.words import Words

LogKind = Literal["orders", "notices", "events", "headlines", "tasks"]
LOG_KINDS: tuple[LogKind, ...] = get_args(LogKind)

_ORDERS = frozenset({EventKind.SUCCEEDED, EventKind.FAILED, EventKind.LAPSED, EventKind.ROLLED, EventKind.CALLED_OFF})
_TASKS = frozenset({EventKind.TASK_MET, EventKind.TASK_MISSED, EventKind.DEMAND, EventKind.DEMAND_UNMET})
_EVENTS = frozenset(
    {
        EventKind.TOLD, EventKind.VISA_GRANTED, EventKind.VISA_WITHDRAWN, EventKind.ORDERED_OUT, EventKind.INTERNED,
        EventKind.RELEASED, EventKind.LEFT_COUNTRY, EventKind.SETTLED, EventKind.VERDICT,
    }
)  # fmt: skip
_ICONS: dict[LogKind, str] = {
    "orders": "quill-ink",
    "notices": "envelope",
    "events": "world",
    "headlines": "newspaper",
    "tasks": "notebook",
}


_OF_A_PLACE = frozenset(("security", "sections", "tolerance", "alert"))
"""Numbers of which there are several, so that their place is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One thing that was told. `note` says what changed by it; `target` is a person or place to open, or empty, and `name` what
    that is called. `more` is what the sentence leaves out: where, and what an order needed. `operation` is that of an order."""

    turn: int
    month: str
    kind: LogKind
    icon: str
    words: str
    note: str = ""
    target: str = ""
    name: str = ""
    more: str = ""
    operation: str = ""
    fresh: bool = False


def log_rows(view: View, history: Sequence[Event], unread: int, _: Words, figures: Sequence[str] = ()) -> tuple[LogRow, ...]:
    """The log of a side. `history` is all it was told, oldest first; the last `unread` of it are new. `figures` are sentences
    on what moved its meters last without a telegram."""
    rows = [
        _row(view, event, index >= len(history) - unread, _)
        for index, event in enumerate(history)
        if event.audience.value == view.side.value
    ]
    month = turn_words(view.catalogue, view.turn, "%B %Y", _)
    moved = [LogRow(turn=view.turn, month=month, kind="notices", icon="info", words=words, fresh=unread > 0) for words in figures]
    return (*moved, *(row for row in reversed(rows) if row.words))


def kind_of(event: Event) -> LogKind:
    """Under which heading an event is filed."""
    if event.kind is EventKind.HEADLINE:
        return "headlines"
    if event.kind in _ORDERS:
        return "orders"
    if event.kind in _TASKS:
        return "tasks"
    return "events" if event.kind in _EVENTS else "notices"


def log_kind_words(kind: LogKind, _: Words) -> str:
    """The name of a heading."""
    return {
        "orders": _("Orders"),
        "notices": _("Notices"),
        "events": _("Events"),
        "headlines": _("Headlines"),
        "tasks": _("Tasks"),
    }[kind]


def filtered(rows: Sequence[LogRow], kinds: frozenset[LogKind], search: str) -> tuple[LogRow, ...]:
    """Rows of the chosen kinds in which every word of the search occurs, whatever the case."""
    wanted = search.casefold().split()
    return tuple(
        row
        for row in rows
        if row.kind in kinds and all(word in f"{row.words} {row.note} {row.month}".casefold() for word in wanted)
    )


def _row(view: View, event: Event, fresh: bool, _: Words) -> LogRow:
    kind = kind_of(event)
    operation = view.catalogue.operations.get(event.operation)
    changes = [called_off_words(event, _)] if event.kind is EventKind.CALLED_OFF else []
    moved = [change for change in event.changes if change.before != change.after]
    changes += [words for words in (_change_words(view, change, _) for change in moved) if words]
    target = _target(view, event)
    ordered = operation if kind == "orders" else None
    return LogRow(
        turn=event.turn,
        month=turn_words(view.catalogue, max(1, event.turn), "%B %Y", _),
        kind=kind,
        icon=ordered.icon if ordered is not None else _ICONS[kind],
        words=describe_event(event, view.catalogue, view.name),
        note=event.place if kind == "headlines" else ", ".join(changes),
        target=target,
        name=view.catalogue.places[target].name if target in view.catalogue.places else person_words(view, target, _),
        more=" · ".join(_more(view, event, ordered, _)),
        operation=ordered.id if ordered is not None else "",
        fresh=fresh,
    )


def _more(view: View, event: Event, ordered: Operation | None, _: Words) -> list[str]:
    """What an order was, where somebody was, and what was needed; what was drawn is for the archive."""
    parts = [ordered.name if ordered is not None else ""]
    parts.append(of_words(view, event.place) if event.kind is not EventKind.HEADLINE and event.place else "")
    if ordered is not None and event.kind is not EventKind.CALLED_OFF and 0 <= event.chance < 100:
        parts.append(_("needed {chance} or less", chance=event.chance))
    return [part for part in parts if part]


def _target(view: View, event: Event) -> str:
    """Whom or what a row leads to: the person it is about, else the other one, else whom the news names, else the place."""
    named = sorted(people_in_news(view, event), key=lambda one: one == OLD_MAN)
    for person in (event.subject, event.other, *named):
        if person in view.faces or person in BODIES:
            return person
    places = view.catalogue.places
    if event.place in places:
        return event.place
    return next((id_ for id_ in places if event.place and view.catalogue.area(id_) == event.place), "")


def _change_words(view: View, change: Change, _: Words) -> str:
    """A number that changed, such as `influence from 12 to 10`; places of rings and the like are told in the sentence itself."""
    name = {
        "funds": _("funds"),
        "paranoia": _("paranoia"),
        "track": _("track"),
        "preparation": _("preparation"),
        "influence": _("influence"),
        "security": _("security"),
        "cover": _("cover"),
        "rapport": _("rapport"),
        "sections": _("sections"),
        "tolerance": _("tolerance"),
        "alert": _("alert"),
    }.get(change.what)
    if change.what == "loyalty":
        return _("loyalty of {person}: {band}", person=view.name(change.of), band=loyalty_band(change.after, _))
    if change.what == "doubt":
        return _("doubt from {before}% to {after}%", before=percent(change.before), after=percent(change.after))
    if name is None:
        return ""
    if change.what in _OF_A_PLACE:
        name = _("{name} ({place})", name=name, place=of_words(view, change.of))
    return _("{name} from {before} to {after}", name=name, before=change.before, after=change.after)
