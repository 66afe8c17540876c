"""Who was one's own and is no longer: what became of each and when, in the words in which this side was told. Nothing else
is looked at than the side's view and what it was told, so that nobody learns here what he could not have read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.match.wording import describe_event
from game.rules.events import Event, EventKind
from game.rules.nouns import OUTSIDER, Side
from game.rules.view import View
from game.ui.presenters.dates import turn_words
from game.ui.presenters.people import is_in_play, status_words
from game.ui.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Somebody who is no longer with us. `fate` is what became of him and `when` the turn, both short; `told` the telegrams."""

    id: str
    name: str
    fate: str
    when: str = ""
    told: str = ""


def losses(view: View, history: Iterable[Event], _: Words) -> tuple[Loss, ...]:
    """Everybody whom a side has lost, the last first. `history` is what that side was told, oldest first."""
    heard = [event for event in history if event.audience.value == view.side.value]
    ends = {person: _end(heard, person, view.name(person)) for person in _lost(view, heard)}
    rows = [_loss(view, person, end, _) for person, end in ends.items()]
    turns = {person: end[-1].turn if end else 0 for person, end in ends.items()}
    return tuple(sorted(rows, key=lambda loss: -turns[loss.id]))


def _lost(view: View, heard: Sequence[Event]) -> list[str]:
    """Those of one's own who are out of play, and those who were sent away beyond the sympathisers."""
    away = [event.subject for event in heard if view.side is Side.CIRCLE and _left_the_roster(event)]
    gone = [person for person, body in view.bodies.items() if not is_in_play(body)]
    return list(dict.fromkeys([*gone, *(person for person in away if person not in view.bodies)]))


def _left_the_roster(event: Event) -> bool:
    return event.kind is EventKind.SENT_AWAY and event.number >= OUTSIDER


def _end(heard: Sequence[Event], person: str, called: str) -> list[Event]:
    """All that was told of somebody's end in the turn in which he was last told of. What the world told just before, if it
    names him, is the reason why he is out of reach."""
    last: list[Event] = []
    before: Event | None = None
    for event in heard:
        if event.subject == person and (event.kind in _TOLD or _left_the_roster(event)):
            last = last if last and last[-1].turn == event.turn else []
            if before is not None and before.kind is EventKind.TOLD and called in before.text:
                last = [*last, before]
            last = [*last, event]
        before = event
    return last


ENDS = (
    EventKind.KILLED, EventKind.ARRESTED, EventKind.DEFECTED, EventKind.RECALLED, EventKind.EXPELLED, EventKind.WRONGLY_DENOUNCED,
    EventKind.BLOWN, EventKind.GONE,
)  # fmt: skip
"""How somebody can be lost, what counts most first."""
_TOLD = frozenset((*ENDS, EventKind.DENOUNCED, EventKind.KEPT_SILENT, EventKind.TALKED))


def end_words(kind: EventKind, _: Words) -> str:
    """How somebody was lost. Raises KeyError for what is told of no loss."""
    return {
        EventKind.KILLED: _("killed"), EventKind.ARRESTED: _("arrested"), EventKind.DEFECTED: _("went over"),
        EventKind.RECALLED: _("recalled to Moscow"), EventKind.EXPELLED: _("expelled"), EventKind.BLOWN: _("unmasked, and gone"),
        EventKind.WRONGLY_DENOUNCED: _("wrongly named as Moscow’s, and gone"), EventKind.GONE: _("gone"),
        EventKind.SENT_AWAY: _("sent away"),
    }[kind]  # fmt: skip


def _loss(view: View, person: str, end: Sequence[Event], _: Words) -> Loss:
    kinds = {event.kind for event in end}
    kind = next((kind for kind in (*ENDS, EventKind.SENT_AWAY) if kind in kinds), None)
    body = view.bodies.get(person)
    return Loss(
        id=person,
        name=view.name(person),
        fate=status_words(body.status, _) if kind is None and body is not None else end_words(kind or EventKind.SENT_AWAY, _),
        when=turn_words(view.catalogue, max(1, end[-1].turn), "%B %Y", _) if end else "",
        told=" ".join(describe_event(event, view.catalogue, view.name) for event in end),
    )
