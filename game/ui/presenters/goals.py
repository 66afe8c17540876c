"""What a directive or an aim counts, in words, with the figure of today where the side has it before it."""

from collections.abc import Iterable, Sequence

from game.rules.events import Event, EventKind
from game.rules.nouns import Side, Status
from game.rules.view import CenterView, CircleView, View
from game.rules.words import (
    All,
    Any,
    Condition,
    Interned,
    Lives,
    Located,
    Meter,
    MeterWithin,
    Not,
    OwnInRing,
    PersonIs,
    SectionsHeld,
    SecurityWithin,
    ToleranceWithin,
    Unmasked,
    Visas,
)
from game.ui.presenters.people import hunted_words, person_words, ring_words
from game.ui.words import Words

_EXPOSING = (EventKind.BLOWN, EventKind.ARRESTED)
"""What makes the world learn whose man somebody was; who is blown and then arrested counts once."""


def unmasked_by(history: Iterable[Event]) -> int:
    """How many of the Center's people have been unmasked: both sides are told of each."""
    return len({event.subject for event in history if event.kind in _EXPOSING})


def goal_words(view: View, goal: Condition, _: Words, unmasked: int | None = None) -> str:
    """A goal as a phrase, such as `his influence at most 8, now 7`. `unmasked` is how many of the Center's people have been, as
    far as whoever asks knows: no view remembers it."""
    return _phrase(view, goal, True, unmasked, _)


def _phrase(view: View, goal: Condition, holds: bool, unmasked: int | None, _: Words) -> str:
    """The condition, or where `holds` is false its opposite."""
    match goal:
        case Not():
            return _phrase(view, goal.not_, not holds, unmasked, _)
        case All():
            return _joined(view, goal.all_, holds, holds, unmasked, _)
        case Any():
            return _joined(view, goal.any_, holds, not holds, unmasked, _)
        case MeterWithin() | ToleranceWithin() | SecurityWithin():
            return _figure(view, goal, holds, _)
        case SectionsHeld() | Unmasked() | Visas():
            return _count(view, goal, holds, unmasked, _)
        case PersonIs():
            return _fate(person_words(view, goal.person, _), goal.is_, holds, _)
        case Located():
            known = goal.located is holds
            return _("it is known where he lives") if known else _("it is not known where he lives")
        case Lives():
            return _home(view, goal.lives, holds, _)
        case Interned():
            return _("he is interned") if goal.interned is holds else _("he is not interned")
        case OwnInRing():
            ring = ring_words(goal.own_in_ring, _)
            return _("one of ours has come as far in as ring {number} ({ring})", number=goal.own_in_ring, ring=ring)
        case _:
            return _("see its text")


def _joined(view: View, parts: Sequence[Condition], holds: bool, both: bool, unmasked: int | None, _: Words) -> str:
    """Several conditions, of which `both` must hold or one; where one fate of one of some people is enough, their names first."""
    people = [part for part in parts if isinstance(part, PersonIs)]
    if not both and len(people) == len(parts) > 1 and len({part.is_ for part in people}) == 1:
        *names, last = (person_words(view, part.person, _) for part in people)
        return _fate(_("{names} or {last}", names=", ".join(names), last=last), people[0].is_, holds, _)
    return (_(", and ") if both else _(", or ")).join(_phrase(view, part, holds, unmasked, _) for part in parts)


def _figure(view: View, goal: MeterWithin | ToleranceWithin | SecurityWithin, holds: bool, _: Words) -> str:
    least, most = goal.at_least, goal.at_most
    if not holds:  # the opposite of one bound is the other, one step on
        least, most = (None if most is None else most + 1), (None if least is None else least - 1)
    bounds = [_("at least {number}", number=least)] if least is not None else []
    bounds += [_("at most {number}", number=most)] if most is not None else []
    name, now = _named(view, goal, _)
    words = f"{name} {(_(' and ') if holds else _(' or ')).join(bounds)}"
    return words if now is None else _("{goal}, now\u00a0{number}", goal=words, number=now)


def _named(view: View, goal: MeterWithin | ToleranceWithin | SecurityWithin, _: Words) -> tuple[str, int | None]:
    """What a figure is called, and what it is today if the side can see it."""
    match goal:
        case ToleranceWithin():
            country = view.catalogue.countries[goal.tolerance].name
            return _("tolerance ({country})", country=country), view.countries[goal.tolerance].tolerance
        case SecurityWithin():
            now = view.security.get(goal.security, 0) if isinstance(view, CircleView) else None
            return _("security ({place})", place=view.catalogue.places[goal.security].name), now
        case MeterWithin(meter=Meter.INFLUENCE):
            return small_words(_("His influence")), view.influence
        case MeterWithin(meter=Meter.FUNDS):
            return _("funds"), view.funds if goal.of in (None, view.side) else None
    now = None
    if isinstance(view, CenterView):
        now = {Meter.TRACK: view.track, Meter.PREPARATION: view.preparation, Meter.PARANOIA: view.paranoia}[goal.meter]
    names = {
        Meter.TRACK: _("track of {hunted}", hunted=hunted_words(view.catalogue, _)),
        Meter.PREPARATION: _("preparation"),
    }
    return names.get(goal.meter, _("paranoia")), now


def small_words(words: str) -> str:
    """A name in the middle of a sentence."""
    return words[:1].lower() + words[1:]


def _count(view: View, goal: SectionsHeld | Unmasked | Visas, holds: bool, unmasked: int | None, _: Words) -> str:
    match goal:
        case SectionsHeld():
            now = sum(view.sections.values()) if isinstance(view, CircleView) else None
            number = goal.sections
            name = _.plural("section of his movement", "sections of his movement", number if holds else number - 1)
        case Visas():
            now = len([visa for visa in view.visas if visa != view.asylum]) if isinstance(view, CircleView) else None
            number = goal.visas
            name = _.plural("visa for another country", "visas for another country", number if holds else number - 1)
        case Unmasked():
            now, number = unmasked, goal.unmasked
            name = _("of our people unmasked") if view.side is Side.CENTER else _("of Moscow’s people unmasked")
    words = _("at least {number} {things}", number=number, things=name)
    if not holds:
        words = _("at most {number} {things}", number=number - 1, things=name)
    if not holds and number == 1:
        words = _("none {things}", things=name) if isinstance(goal, Unmasked) else _("no {things}", things=name)
    return words if now is None else _("{goal}, now\u00a0{number}", goal=words, number=now)


def _home(view: View, name: str, holds: bool, _: Words) -> str:
    country = view.catalogue.countries.get(name)
    if country is not None:
        where = country.in_a_sentence
        return _("he lives in {country}", country=where) if holds else _("he does not live in {country}", country=where)
    where = view.catalogue.places[name].name
    return _("he lives at {place}", place=where) if holds else _("he does not live at {place}", place=where)


def _fate(person: str, status: Status, holds: bool, _: Words) -> str:
    yes, no = {
        Status.ACTIVE: (_("{person} is still free to act", person=person), _("{person} is no longer free to act", person=person)),
        Status.DEAD: (_("{person} is dead", person=person), _("{person} is alive", person=person)),
        Status.DEFECTED: (_("{person} has gone over", person=person), _("{person} has not gone over", person=person)),
        Status.ARRESTED: (_("{person} is under arrest", person=person), _("{person} is not under arrest", person=person)),
    }.get(status, (_("see its text"), _("see its text")))
    return yes if holds else no
