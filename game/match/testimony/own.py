"""The facts of somebody's own life: his orders and what came of them, whom he met, what befell him."""

from collections.abc import Iterator
from dataclasses import replace

from game.match.testimony.deeds import Contact, contact_of
from game.match.testimony.facts import Fact, merged, tags_if
from game.match.testimony.knowledge import Knowledge, Known, Way
from game.rules.events import Event, EventKind
from game.rules.nouns import HOUSEHOLD, ORGANISATION, Post, Side
from game.rules.testimony_words import FactKind, Tag

_OUTCOMES = {EventKind.SUCCEEDED: Tag.DONE, EventKind.FAILED: Tag.FAILED}

_BEFALLEN = {
    EventKind.ARRESTED: FactKind.OWN_ARREST,
    EventKind.DEFECTED: FactKind.OWN_DEFECTION,
    EventKind.EXPELLED: FactKind.OWN_EXPULSION,
    EventKind.DENOUNCED: FactKind.OWN_EXPOSURE,
    EventKind.BLOWN: FactKind.OWN_EXPOSURE,
    EventKind.WRONGLY_DENOUNCED: FactKind.OWN_WRONG,
}

_CONTACTS = {
    Contact.BEFRIENDS: FactKind.BEFRIENDED,
    Contact.ASKS: FactKind.ASKED,
    Contact.USES: FactKind.SPONSORED,
    Contact.INSPECTS: FactKind.INSPECTED,
    Contact.TURNS: FactKind.ASKED,
}

_WON = {Contact.ASKS: FactKind.RECRUITED, Contact.TURNS: FactKind.DECLARED}
"""What it was if he said yes."""

_LEAST_HOUSE = 2
_LEAST_WAITING = 4
_LEAST_REPORTS = 2
"""Turns from which on somebody remembers to have lived in the house, to have waited, to have reported."""


def own_facts(knowledge: Knowledge) -> list[Fact]:
    """What somebody did and what was done to him."""
    return [
        *merged(_deeds(knowledge)),
        *merged(_findings(knowledge)),
        *merged(_contacts(knowledge)),
        *_movements(knowledge),
        *_befallen(knowledge),
        *_lasting(knowledge),
    ]


def _deeds(knowledge: Knowledge) -> Iterator[Fact]:
    """His orders, each with its outcome and with whether he was noticed at it."""
    traced = {known.event.turn for known in knowledge.known if known.event.kind is EventKind.LEFT_TRACES}
    for known in knowledge.known:
        event = known.event
        if known.way is Way.DID and event.kind is EventKind.CALLED_OFF:
            yield _fact(knowledge, FactKind.CALLED_OFF, known)
        if known.way is Way.DID and event.kind in _OUTCOMES:
            noticed = event.turn in traced and event.audience == Side.CENTER.audience
            yield _deed(knowledge, known).tagged(_OUTCOMES[event.kind], *tags_if(noticed=noticed))


def _findings(knowledge: Knowledge) -> Iterator[Fact]:
    """What he found about others, and whether the world has learnt since that it was so."""
    for known in knowledge.known:
        other, against = known.event.subject, bool(known.event.number)
        if known.way is Way.DID and known.event.kind is EventKind.FINDING:
            right, wrong = (knowledge.exposed, knowledge.cleared) if against else (knowledge.cleared, knowledge.exposed)
            tags = tags_if(against=against, done=against, failed=not against, proved=other in right, disproved=other in wrong)
            yield _fact(knowledge, FactKind.FINDING, known, other=other, tags=tags)


def _deed(knowledge: Knowledge, known: Known) -> Fact:
    event, catalogue = known.event, knowledge.course.scenario.catalogue
    fact = _fact(knowledge, event.operation, known)
    target = event.other
    if target in catalogue.places:
        abroad = bool(fact.place) and catalogue.places[fact.place].country != catalogue.places[target].country
        return replace(fact, place=target).tagged(*tags_if(abroad=abroad))
    if target in catalogue.countries:
        return replace(fact, country=target)
    return replace(fact, other=target).tagged(*tags_if(proved=target in knowledge.cleared))


def _contacts(knowledge: Knowledge) -> Iterator[Fact]:
    """Whoever dealt with him: the friends he was made, the offers, the favours he did."""
    operations = knowledge.course.scenario.catalogue.operations
    asked = {known.event.turn for known in knowledge.known if known.event.kind is EventKind.APPROACHED}
    for known in knowledge.known:
        event = known.event
        if known.way is not Way.SUFFERED:
            continue
        contact = contact_of(operations[event.operation])
        if contact is None:
            continue
        said_yes = event.kind is EventKind.SUCCEEDED
        kind = _WON.get(contact, _CONTACTS[contact]) if said_yes else _CONTACTS[contact]
        tags = tags_if(proved=event.subject in knowledge.exposed, reported_it=event.turn in asked)
        yield _fact(knowledge, kind, known, other=event.subject, tags=tags)


def _movements(knowledge: Knowledge) -> Iterator[Fact]:
    """How he came, and how he was let in or sent out."""
    for known in knowledge.known:
        event = known.event
        if known.way is not Way.DID:
            continue
        match event.kind:
            case EventKind.JOINED | EventKind.NEWCOMER:
                of_the_cast = knowledge.person in knowledge.course.scenario.setup.people
                let_in = event.kind is EventKind.NEWCOMER and of_the_cast
                yield _fact(knowledge, FactKind.CLOSER if let_in else FactKind.JOINED, known)
            case EventKind.CAME_CLOSER:
                tags = tags_if(into_household=event.number == HOUSEHOLD, into_organisation=event.number == ORGANISATION)
                yield _fact(knowledge, FactKind.CLOSER, known, tags=tags)
            case EventKind.SENT_AWAY:
                yield _fact(knowledge, FactKind.SENT_AWAY, known)
            case _:
                pass


def _befallen(knowledge: Knowledge) -> Iterator[Fact]:
    """What the world heard of him: one fact, of an arrest rather than of the exposure that led to it."""
    his = [known for known in knowledge.known if known.event.subject == knowledge.person and known.event.kind in _BEFALLEN]
    if not his:
        return
    kinds = [_BEFALLEN[known.event.kind] for known in his]
    kind = next(kind for kind in _BEFALLEN.values() if kind in kinds)
    known = his[kinds.index(kind)]
    spoke = [other for other in knowledge.known if other.event.kind in (EventKind.TALKED, EventKind.KEPT_SILENT)]
    spoke = [other for other in spoke if other.way is Way.DID]
    talked = any(other.event.kind is EventKind.TALKED for other in spoke)
    yield _fact(knowledge, kind, known, tags=tags_if(talked=talked, silent=bool(spoke) and not talked))


def _lasting(knowledge: Knowledge) -> Iterator[Fact]:
    """What went on for long: living in the house, waiting for orders, reporting."""
    course, person = knowledge.course, knowledge.person
    houses: dict[str, list[int]] = {}
    for turn in course.turns:
        if knowledge.lived_there(turn):
            houses.setdefault(course.before(turn).circle.seat, []).append(turn)
    seat, inside = max(houses.items(), key=lambda house: len(house[1]), default=("", []))
    if len(inside) >= _LEAST_HOUSE:
        yield Fact(kind=FactKind.HOUSE, turn=inside[0], place=seat, count=len(inside), lasting=True)
    busy = {known.event.turn for known in knowledge.known if known.way is Way.DID and known.event.kind in _OUTCOMES}
    idle = [
        turn
        for turn in course.turns
        if turn not in busy and course.is_agent(person, turn) and course.area(person, turn) and not _is_legal(knowledge, turn)
    ]
    if len(idle) >= _LEAST_WAITING:
        yield Fact(kind=FactKind.WAITED, turn=idle[0], place=_place(knowledge, idle[0]), count=len(idle), lasting=True)
    reports = tuple(known for known in knowledge.known if known.event.kind is EventKind.REPORTED)
    if len(reports) >= _LEAST_REPORTS:
        fact = _fact(knowledge, FactKind.REPORTED, reports[0])
        yield replace(fact, count=len(reports), sources=reports)


def _fact(knowledge: Knowledge, kind: str, known: Known, *, other: str = "", tags: frozenset[str] = frozenset()) -> Fact:
    """A fact that rests on one event, placed where he was."""
    event: Event = known.event
    place = event.place if event.place in knowledge.course.scenario.catalogue.places else ""
    place = place or _place(knowledge, event.turn)
    return Fact(kind=kind, turn=event.turn, place=place, other=other, tags=tags, sources=(known,))


def _place(knowledge: Knowledge, turn: int) -> str:
    body = knowledge.course.body(knowledge.person, turn)
    return body.place if body else ""


def _is_legal(knowledge: Knowledge, turn: int) -> bool:
    file = knowledge.course.before(turn).center.agents.get(knowledge.person)
    return file is not None and file.post is Post.LEGAL
