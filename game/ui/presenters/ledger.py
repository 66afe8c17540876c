"""What moved a meter in the turn that was played out last: every cause that the side was told, and what is left over.

A side reads its meters and is told what it did and noticed; whatever else moves a figure in sight is the difference. Nothing
is asked of the true state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten

from game.match.wording import sentences_of
from game.rulebook.figures import signed
from game.rules.events import Event, EventKind
from game.rules.view import CenterView, View
from game.ui.presenters.people import person_words
from game.ui.presenters.titles import event_title
from game.ui.words import Words

Figure = tuple[str, str]
"""What a meter shows, and of what place or country, as changes name it."""

_ORDERS = (EventKind.SUCCEEDED, EventKind.FAILED, EventKind.CALLED_OFF)
_TASKS = (EventKind.TASK_MET, EventKind.TASK_MISSED)
_NEWS = (EventKind.TOLD, EventKind.HEADLINE)
LONGEST_CAUSE = 44
"""Letters of the news by which it is known again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """How a meter moved in a turn. `told` are causes with what each added; `rest` is what nobody was told of."""

    before: int
    after: int
    told: tuple[tuple[str, int], ...]

    @property
    def rest(self) -> int:
        """What the causes that were told do not account for."""
        return self.after - self.before - sum(add for _words, add in self.told)


def figures(view: View) -> dict[Figure, int]:
    """What the meters of a side show."""
    shown = {("funds", ""): view.funds, ("influence", ""): view.influence}
    if isinstance(view, CenterView):
        return {**shown, ("paranoia", ""): view.paranoia, ("track", ""): view.track, ("preparation", ""): view.preparation}
    security = {("security", view.seat): view.security.get(view.seat, 0)}
    return {**shown, **security, ("tolerance", view.asylum): view.countries[view.asylum].tolerance}


def movements(view: View, before: Mapping[Figure, int], events: Sequence[Event], _: Words) -> dict[str, Movement]:
    """The meters that moved since `before`, by kind. `events` are those that the side was told since. A meter that now shows
    another place than then is left out."""
    moved: dict[str, Movement] = {}
    for (what, of), after in figures(view).items():
        if (what, of) not in before:
            continue
        told = tuple(
            (_cause(view, event, _), change.after - change.before)
            for event in events
            for change in event.changes
            if (change.what, change.of) == (what, of) and change.after != change.before
        )
        if told or after != before[(what, of)]:
            moved[what] = Movement(before=before[(what, of)], after=after, told=told)
    return moved


def _cause(view: View, event: Event, _: Words) -> str:
    operation = view.catalogue.operations.get(event.operation)
    if event.kind in _ORDERS and operation is not None:
        return f"{operation.name}, {person_words(view, event.subject, _)}"
    title = event_title(event, _)
    if event.kind in _TASKS and event.text:
        return f"{title}: {event.text}"
    if event.kind in _NEWS:
        return shorten(sentences_of(event.text)[0], LONGEST_CAUSE, placeholder="…")
    return f"{title}: {person_words(view, event.subject, _)}" if event.subject else title


def movement_lines(what: str, movement: Movement, _: Words) -> list[str]:
    """The movement as lines of a tip: from what to what, then each cause with its points."""
    head = _("Last turn: from {before} to {after}", before=movement.before, after=movement.after)
    lines = [f"**{head}**", *(f"{signed(add)}  {words}" for words, add in movement.told)]
    return [*lines, f"{signed(movement.rest)}  {_rest_words(what, _)}"] if movement.rest else lines


def _rest_words(what: str, _: Words) -> str:
    """What moves a meter without a telegram."""
    if what == "funds":
        return _("income, less what was paid for orders")
    if what == "track":
        return _("by fading, or because he hid or moved")
    return _("by the other side, or of itself")


def movement_sentence(name: str, what: str, movement: Movement, _: Words) -> str:
    """What the telegrams left out of a movement, for the log; empty if they told it all."""
    if not movement.rest or what == "funds":
        return ""
    return _(
        "{name} went from {before} to {after}; {points} came {cause}.",
        name=name, before=movement.before, after=movement.after, points=signed(movement.rest), cause=_rest_words(what, _),
    )  # fmt: skip
