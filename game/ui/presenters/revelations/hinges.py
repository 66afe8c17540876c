"""The hinges of a game in words: a sentence for what happened, and how far the chance went by it."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.match.chronicle import Chronicle
from game.match.hinges import TIME, VERDICT, Hinge, hinges_of
from game.match.wording import describe_event, sentences_of
from game.rules.events import Event, EventKind
from game.rules.nouns import Audience
from game.ui.presenters.people import ring_words
from game.ui.presenters.revelations.names import TrueNames, capital, when
from game.ui.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class HingeLine:
    """One hinge: its turn, the month, what happened, how the chance went, and whether that was for the Center."""

    turn: int
    date: str
    words: str
    swing: str
    up: bool


def hinge_lines(chronicle: Chronicle, names: TrueNames, _: Words) -> tuple[HingeLine, ...]:
    """The hinges of a game, in the order in which they came."""
    return tuple(_line(chronicle, hinge, names, _) for hinge in hinges_of(chronicle))


def _line(chronicle: Chronicle, hinge: Hinge, names: TrueNames, _: Words) -> HingeLine:
    before, after = round(100 * hinge.before), round(100 * hinge.after)
    center = names.catalogue.sides.center
    return HingeLine(
        turn=hinge.turn,
        date=when(chronicle, hinge.turn, _),
        words=" ".join(said(chronicle, hinge, names, _)),
        swing=_("{center}’s chance went from {before}% to {after}%", center=center, before=before, after=after),
        up=hinge.swing > 0,
    )


_SAYS_IT = {
    "people": frozenset(EventKind),
    "paranoia": frozenset((EventKind.DEMAND_UNMET,)),
    "asylum": frozenset((
        EventKind.ORDERED_OUT, EventKind.INTERNED, EventKind.RELEASED, EventKind.LEFT_COUNTRY, EventKind.VISA_GRANTED,
        EventKind.VISA_WITHDRAWN,
    )),
}  # fmt: skip
"""Events that leave nothing to be said of what they did to a part."""


def said(chronicle: Chronicle, hinge: Hinge, names: TrueNames, _: Words) -> Iterator[str]:
    """What happened, and what came of it; where nothing fitting was told, what else weighed in that turn."""
    event, unsaid = hinge.event, _unsaid(chronicle, hinge, names, _)
    if event is None or event.kind is EventKind.HEADLINE:  # what the papers wrote need not be why
        yield unsaid
        beside = told(chronicle, event, names, _) if event is not None else gist(chronicle, hinge.turn, names, _)
        if beside and hinge.part != VERDICT:
            yield _("In the same turn: {what}", what=beside)
        return
    yield told(chronicle, event, names, _)
    if event.kind not in _SAYS_IT.get(hinge.part, ()):
        yield unsaid


_WITHIN_QUOTES = str.maketrans("“”", "‘’")

_WEIGHT = (
    EventKind.STRUCK, EventKind.KILLED, EventKind.DEFECTED, EventKind.DENOUNCED, EventKind.WRONGLY_DENOUNCED, EventKind.ARRESTED,
    EventKind.BLOWN, EventKind.RECRUITED, EventKind.INTERNED, EventKind.ORDERED_OUT, EventKind.LEFT_COUNTRY, EventKind.TALKED,
    EventKind.EXPELLED, EventKind.RECALLED, EventKind.SETTLED, EventKind.CALLED_OFF, EventKind.NEWCOMER, EventKind.CAME_CLOSER,
    EventKind.JOINED, EventKind.TASK_MET, EventKind.TASK_MISSED,
)  # fmt: skip
"""What counts most of all that can happen in a turn, the weightiest first."""


def gist(chronicle: Chronicle, turn: int, names: TrueNames, _: Words) -> str:
    """The weightiest thing that happened in a turn, in a sentence; nothing in a quiet one."""
    heard = [event for event in chronicle.events(turn) if event.kind in _WEIGHT]
    weightiest = min(heard, key=lambda event: _WEIGHT.index(event.kind), default=None)
    return told(chronicle, weightiest, names, _) if weightiest is not None else ""


def told(chronicle: Chronicle, event: Event, names: TrueNames, _: Words) -> str:
    """One event as neither side would put it: who did what, and what came of it."""
    who = names.agent(event.subject) if event.subject else ""
    other = names.of(event.other) if event.other in chronicle.scenario.setup.people else names.place(event.other)
    place = names.place(event.place) if event.place else ""
    if event.kind in (EventKind.SUCCEEDED, EventKind.FAILED, EventKind.CALLED_OFF):
        return _order(event, capital(who), other, names, _)
    if event.kind in (EventKind.TASK_MET, EventKind.TASK_MISSED):
        return _task(event, _)
    return _sentence(event, capital(who), other, place, _) or _as_told(event, names)


def _as_told(event: Event, names: TrueNames) -> str:
    """What nobody has put otherwise than a side's own telegrams: the first sentence of it, since news can be long."""
    return sentences_of(describe_event(event, names.catalogue, names.of))[0]


def _order(event: Event, who: str, other: str, names: TrueNames, _: Words) -> str:
    what = names.operation(event.operation)
    head = f"{who}: {what}{f', {other}' if event.other else ''}"
    if event.kind is EventKind.CALLED_OFF:
        return _("{order}; called off on the spot.", order=head)
    if event.chance >= 100 or event.chance < 0:
        return f"{head}."
    if event.kind is EventKind.SUCCEEDED:
        return _("{order}; it came off, at {chance}%.", order=head, chance=event.chance)
    return _("{order}; it failed, at {chance}%.", order=head, chance=event.chance)


def _task(event: Event, _: Words) -> str:
    met = event.kind is EventKind.TASK_MET
    if event.audience is Audience.CENTER:
        said = _("A directive of Moscow’s was met: {text}") if met else _("A directive of Moscow’s was not met: {text}")
    else:
        said = _("An aim of the Circle’s was reached: {text}") if met else _("An aim of the Circle’s was missed: {text}")
    return said.format(text=event.text if event.text.endswith((".", "!", "?")) else f"{event.text}.")


def _sentence(event: Event, who: str, other: str, place: str, _: Words) -> str:
    match event.kind:
        case EventKind.STRUCK:
            return _("The house at {place} was attacked.", place=place)
        case EventKind.DENOUNCED:
            return _("{who} was named before the world as Moscow’s, rightly.", who=who)
        case EventKind.WRONGLY_DENOUNCED:
            return _("{who} was named as Moscow’s and was innocent.", who=who)
        case EventKind.BLOWN:
            return _("{who} was unmasked.", who=who)
        case EventKind.ARRESTED:
            return _("{who} was arrested at {place}.", who=who, place=place)
        case EventKind.TALKED:
            return _("{who} talked.", who=who)
        case EventKind.DEFECTED:
            return _("{who} went over to the other side.", who=who)
        case EventKind.RECALLED:
            return _("{who} was called home.", who=who)
        case EventKind.EXPELLED:
            return _("{who} was expelled.", who=who)
        case EventKind.KILLED:
            return _("{who} was killed.", who=who)
        case EventKind.GONE:
            return _("{who} left.", who=who)
        case EventKind.RECRUITED:
            return _("{who} was won over by Moscow.", who=who)
        case EventKind.NAMED:
            return _("{who} was named by {other}.", who=who, other=other)
        case _:
            return _quiet_sentence(event, who, other, place, _)


def _quiet_sentence(event: Event, who: str, other: str, place: str, _: Words) -> str:
    match event.kind:
        case EventKind.CAME_CLOSER:
            return _("{who} came closer: {ring}.", who=who, ring=_ring(event.number, _))
        case EventKind.SENT_AWAY:
            return _("{who} was moved out: {ring}.", who=who, ring=_ring(event.number, _))
        case EventKind.SENT_OFF:
            return _("{who} was sent to {other}.", who=who, other=other)
        case EventKind.SET_OUT:
            return _("{who} left for {other}, unasked.", who=who, other=other)
        case EventKind.NEWCOMER | EventKind.JOINED:
            return _("{who} appeared at {place}.", who=who, place=place)
        case EventKind.ARRIVED:
            return _("{who} arrived at {place}.", who=who, place=place)
        case EventKind.SURVEYED:
            return _("{who} looked around {place}.", who=who, place=place)
        case EventKind.REPORTED:
            return _("{who} reported from {place}.", who=who, place=place)
        case EventKind.FINDING if event.number:
            return _("{other} vetted {who} and found against him.", who=who, other=other)
        case EventKind.FINDING:
            return _("{other} vetted {who} and found nothing against him.", who=who, other=other)
        case EventKind.CLUE:
            return _("Something was noticed at {place}.", place=place)
        case EventKind.DEMAND_UNMET:
            return _("Moscow’s demand for an officer was not met.")
        case EventKind.SETTLED | EventKind.LEFT_COUNTRY:
            return _("The house was moved to {place}.", place=place)
        case EventKind.INTERNED:
            return _("{place} put him under guard.", place=place)
        case EventKind.ORDERED_OUT:
            return _("{place} ordered him out.", place=place)
        case EventKind.RELEASED:
            return _("{place} let him stay after all.", place=place)
        case EventKind.VISA_GRANTED:
            return _("{place} granted a visa.", place=place)
        case EventKind.VISA_WITHDRAWN:
            return _("{place} withdrew its visa.", place=place)
        case EventKind.HEADLINE:
            return _("{paper}: “{headline}”.", paper=place, headline=event.text.rstrip(".").translate(_WITHIN_QUOTES))
        case EventKind.SAW_THROUGH:
            return _("False news was seen through.")
        case EventKind.FOUND:
            return _("His house was found.")
        case _:
            return ""


def _ring(number: int, _: Words) -> str:
    return ring_words(number, _) if 1 <= number <= 4 else ""


def _unsaid(chronicle: Chronicle, hinge: Hinge, names: TrueNames, _: Words) -> str:
    """What made a swing of which nothing was told: the part of the state by itself."""
    if hinge.part == VERDICT:
        verdict = chronicle.verdict
        title = names.catalogue.verdicts.get(verdict.operation) if verdict is not None else None
        return _("The end: {title}.", title=title.title) if title is not None else _("The end.")
    if hinge.part == TIME:
        return _("Nothing happened that was told; time itself went by for one side.")
    rising = hinge.swing > 0
    return {
        "track": _("His habits became plainer.") if rising else _("His trail grew cold."),
        "paranoia": _("Moscow’s suspicion fell.") if rising else _("Moscow’s suspicion grew."),
        "preparation": _("The preparations went forward.") if rising else _("The preparations came to nothing."),
        "seat": _("His house was found.") if rising else _("He was no longer where he had been found."),
        "house": _("The house was less well kept.") if rising else _("The house was better kept."),
        "influence": _("The Circle was heard less.") if rising else _("The Circle was heard more."),
        "asylum": _("His hosts grew tired of him.") if rising else _("His hosts thought better of him."),
        "known": _("Less could be shown.") if rising else _("More could be shown before the world."),
        "people": _("People had changed places."),
        "doubt": _("The Circle looked elsewhere.") if rising else _("The Circle looked more closely at the right people."),
    }[hinge.part]
