"""What moved a meter in the turn that was played out last: every cause that the side was told, and what is left over.

A side reads its meters and is told what it did and noticed; whatever else moves a figure in sight is the difference. Nothing
is asked of the true state."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten

from game.match.wording import sentences_of
from game.rulebook.figures import signed
from game.rules.events import Event, EventKind
from game.rules.nouns import Side
from game.rules.view import CenterView, CircleView, View
from game.rules.words import AddMeter, Deed, Do, Meter
from game.ui.presenters.changes import Figure
from game.ui.presenters.people import person_words
from game.ui.presenters.titles import event_title
from game.ui.words import Words

_ORDERS = (EventKind.SUCCEEDED, EventKind.FAILED, EventKind.CALLED_OFF)
_TASKS = (EventKind.TASK_MET, EventKind.TASK_MISSED)
_NEWS = (EventKind.TOLD, EventKind.HEADLINE)
_SILENT = (Do(deed=Deed.HIDE), Do(deed=Deed.RELOCATE))
"""What the Old Man does without being heard."""
_KILLING = Do(deed=Deed.KILL)
"""What the other side is told of whenever it is done."""
LONGEST_CAUSE = 44
"""Letters of the news by which it is known again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """How a meter moved in a turn. `told` are causes with what each added; `quiet` are others that no event tells of, and that
    the side can work out; `rest` is what nobody was told of. `might` is what the other side may have done for it, as the rules
    have it for everybody to read, and `of_itself` whether it could be nobody's doing."""

    before: int
    after: int
    told: tuple[tuple[str, int], ...]
    quiet: tuple[tuple[str, int], ...] = ()
    might: tuple[str, ...] = ()
    of_itself: bool = True

    @property
    def known(self) -> tuple[tuple[str, int], ...]:
        """All causes that are known, those that were told first."""
        return (*self.told, *self.quiet)

    @property
    def rest(self) -> int:
        """What the causes that are known do not account for."""
        return self.after - self.before - sum(add for _words, add in self.known)


def figures(view: View) -> dict[Figure, int]:
    """What the meters of a side show."""
    shown = {("funds", ""): view.funds, ("influence", ""): view.influence}
    if isinstance(view, CenterView):
        return {**shown, ("paranoia", ""): view.paranoia, ("track", ""): view.track, ("preparation", ""): view.preparation}
    security = {("security", view.seat): view.security.get(view.seat, 0)}
    return {**shown, **security, ("tolerance", view.asylum): view.countries[view.asylum].tolerance}


def movements(
    view: View, before: Mapping[Figure, int], events: Sequence[Event], _: Words, *, on_the_way: bool = False
) -> dict[str, Movement]:
    """The meters that moved since `before`, by kind. `events` are those that the side was told since; `on_the_way` is whether the
    Old Man was travelling then. A meter that now shows another place than then is left out."""
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
        quiet: tuple[tuple[str, int], ...] = ()
        if what == "influence" and isinstance(view, CircleView) and min(after, before[(what, of)]) > 0:
            quiet = tuple(_of_itself(view, events, _, on_the_way=on_the_way))
        if told or quiet or after != before[(what, of)]:
            movement = Movement(before=before[(what, of)], after=after, told=told, quiet=quiet)
            moved[what] = _influence_guessed(view, movement, _) if what == "influence" else movement
    return moved


def _influence_guessed(view: View, movement: Movement, _: Words) -> Movement:
    """A movement of influence with what may be behind its rest: influence never rises of itself, and as the Circle knows
    whether it was silent, to it a height alone is left from which it ebbs."""
    up, numbers = movement.rest > 0, view.catalogue.numbers
    might = [
        operation.name
        for operation in view.catalogue.operations.values()
        if operation.side is not view.side and _KILLING not in operation.do
        and any(isinstance(each, AddMeter) and each.meter is Meter.INFLUENCE and (each.add > 0) is up for each in operation.do)
    ]  # fmt: skip
    aim = numbers.tasks.met_influence if up else numbers.tasks.missed_influence
    if view.side is Side.CENTER and aim:
        might.append(_("an aim that was met") if up else _("an aim that was missed"))
    ebbs = view.side is Side.CENTER or movement.before > numbers.influence.ebbs_above
    return replace(movement, might=tuple(might), of_itself=not up and ebbs)


def _of_itself(view: CircleView, events: Sequence[Event], _: Words, *, on_the_way: bool) -> Iterator[tuple[str, int]]:
    """What takes from influence by the rules alone, as the Circle knows from what it did: he was silent, nothing was published.
    That it ebbs from a height hangs on what the other side did before, too."""
    numbers = view.catalogue.numbers.influence
    done = [view.catalogue.operations[each.operation] for each in events if each.kind is EventKind.SUCCEEDED and each.operation]
    silent = on_the_way or view.interned or any(effect in _SILENT for operation in done for effect in operation.do)
    if numbers.silence and silent:
        yield _("he was silent"), numbers.silence
    unheard = numbers.unheard_every > 0 and (view.turn - 1) % numbers.unheard_every == 0
    if unheard and not any(operation.counts_once for operation in done):
        yield _("nothing was published"), -1


def _cause(view: View, event: Event, _: Words) -> str:
    operation = view.catalogue.operations.get(event.operation)
    if event.kind in _ORDERS and operation is not None:
        return f"{operation.name}, {person_words(view, event.subject, _)}"
    title = event_title(event, _)
    if event.kind in _TASKS and event.text:
        return f"{title}: {event.text}"
    if event.kind in _NEWS:
        news = shorten(sentences_of(event.text)[0], LONGEST_CAUSE, placeholder="…")
        return _("“{news}”", news=news.rstrip("."))  # stands within a sentence
    return f"{title}: {person_words(view, event.subject, _)}" if event.subject else title


def movement_lines(what: str, movement: Movement, _: Words) -> list[str]:
    """The movement as lines of a tip: from what to what, then each cause with its points."""
    head = _("Last turn: from {before} to {after}", before=movement.before, after=movement.after)
    lines = [f"**{head}**", *(f"{signed(add)}  {words}" for words, add in movement.known)]
    return [*lines, f"{signed(movement.rest)}  {_rest_words(what, movement, _)}"] if movement.rest else lines


def _rest_words(what: str, movement: Movement, _: Words) -> str:
    """What moves a meter without a telegram."""
    if what == "funds":
        return _("income, less what was paid for orders")
    if what == "track":
        return _("by fading, or because he hid or moved")
    if movement.might:
        *others, last = movement.might
        deeds = _("{orders} or {order}", orders=", ".join(others), order=last) if others else last
        if movement.of_itself:
            return _("by the other side, as by {deeds}, or of itself", deeds=deeds)
        return _("by the other side, as by {deeds}", deeds=deeds)
    return _("by the other side, or of itself") if movement.of_itself else _("by the other side")


def movement_sentence(name: str, what: str, movement: Movement, _: Words) -> str:
    """A movement of which the telegrams did not tell all, with what moved the figure up and down, for the log; empty if they
    did."""
    if what == "funds" or not (movement.rest or movement.quiet):
        return ""
    parts = [f"{signed(add)} {cause}" for cause, add in movement.told]
    parts += [_("{points} since {cause}", points=signed(add), cause=cause) for cause, add in movement.quiet]
    if movement.rest:
        parts.append(_("{points} came {cause}", points=signed(movement.rest), cause=_rest_words(what, movement, _)))
    head = _("{name} went from {before} to {after}", name=name, before=movement.before, after=movement.after)
    if movement.before == movement.after:
        head = _("{name} stands at {after}, as before", name=name, after=movement.after)
    return f"{head}: {'; '.join(parts)}."
