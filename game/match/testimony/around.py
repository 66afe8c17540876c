"""The facts of what happened around somebody: strikes, clues, friends unmasked or lost, what the newspapers wrote."""

from collections.abc import Iterator

from game.match.testimony.deeds import does
from game.match.testimony.facts import Fact, counted, tags_if
from game.match.testimony.knowledge import EXPOSING, Knowledge, Known, Way
from game.rules.events import EventKind
from game.rules.nouns import PhaseName, Post, Status
from game.rules.testimony_words import FactKind
from game.rules.words import Deed, Strike

_ASYLUM = {
    EventKind.ORDERED_OUT: FactKind.ORDERED_OUT,
    EventKind.INTERNED: FactKind.INTERNED,
    EventKind.RELEASED: FactKind.RELEASED,
    EventKind.LEFT_COUNTRY: FactKind.LEFT_COUNTRY,
}

_LOSSES = frozenset((EventKind.BLOWN, EventKind.ARRESTED, EventKind.EXPELLED, EventKind.DEFECTED))


def facts_around(knowledge: Knowledge) -> list[Fact]:
    """What somebody saw, heard and read of others while he was still among them."""
    facts = (*_strikes(knowledge), *_clues(knowledge), *_exposures(knowledge), *_losses(knowledge), *_news(knowledge))
    return [fact for fact in facts if fact.turn in knowledge.in_play]


def _strikes(knowledge: Knowledge) -> Iterator[Fact]:
    """Every strike that was carried through, as one who took part, who was in the house, or who read of it."""
    for known in knowledge.known:
        event = known.event
        if event.kind is not EventKind.STRUCK or _led(knowledge, known):
            continue
        raid = event.operation == Strike.RAID
        tags = tags_if(
            done=bool(event.number),
            failed=not event.number,
            raid=raid,
            lone=not raid,
            ours=knowledge.is_agent,
            seen=known.way is Way.SAW,
        )
        kind = FactKind.STRUCK
        if knowledge.lived_there(event.turn):
            kind = FactKind.DEFENDED
        elif raid and _was_raider(knowledge, known):
            kind = FactKind.RAIDER
        yield Fact(kind=kind, turn=event.turn, tags=tags, place=event.place, sources=(known,))


def _led(knowledge: Knowledge, strike: Known) -> bool:
    """Whether the strike was his own order, which is told as such."""
    orders = (known.event for known in knowledge.known if known.way is Way.DID)
    outcomes = (EventKind.SUCCEEDED, EventKind.FAILED)
    operations = knowledge.course.scenario.catalogue.operations
    return any(
        event.turn == strike.event.turn and event.kind in outcomes and operations[event.operation].phase is PhaseName.STRIKES
        for event in orders
    )


def _was_raider(knowledge: Knowledge, strike: Known) -> bool:
    """Whether he was one of the party: an illegal of the outer rings who was there and still at large."""
    course, turn = knowledge.course, strike.event.turn
    file = course.before(turn).center.agents.get(knowledge.person)
    body = course.body(knowledge.person, turn)
    if file is None or body is None or file.post is not Post.ILLEGAL:
        return False
    if body.access < course.scenario.catalogue.numbers.strikes.raider_access:
        return False
    earlier = [known.event for known in knowledge.known[: knowledge.known.index(strike)] if known.event.turn == turn]
    lost = any(event.subject == knowledge.person and event.kind in _LOSSES for event in earlier)
    after = course.body(knowledge.person, turn + 1)
    left = after is None or after.status is Status.IN_TRANSIT
    return not lost and not left and course.area(knowledge.person, turn) == course.in_area(strike.event.place)


def _clues(knowledge: Knowledge) -> Iterator[Fact]:
    """What was noticed where he lived, and told him as one of those who were trusted."""
    if knowledge.is_agent:
        return
    clues = tuple(known for known in knowledge.known if known.event.kind is EventKind.CLUE)
    if clues:
        last = clues[-1].event
        place = last.place if last.place in knowledge.course.scenario.catalogue.places else ""
        yield Fact(kind=FactKind.CLUE, turn=last.turn, place=place, count=len(clues), tags=counted(len(clues)), sources=clues)


def _exposures(knowledge: Knowledge) -> Iterator[Fact]:
    """Whoever turned out to be the Center's: a friend to one side, a colleague lost to the other."""
    seen: set[str] = {knowledge.person}
    for known in knowledge.known:
        event = known.event
        if event.kind not in EXPOSING or event.subject in seen:
            continue
        seen.add(event.subject)
        everything = [other for other in knowledge.known if other.event.subject == event.subject]
        kinds = {other.event.kind for other in everything if other.event.kind in EXPOSING}
        tags = tags_if(
            close=knowledge.knows_well(event.subject),
            seen=known.way is Way.SAW,
            arrested=EventKind.ARRESTED in kinds,
            defected=EventKind.DEFECTED in kinds,
            expelled=EventKind.EXPELLED in kinds,
        )
        kind = FactKind.COLLEAGUE if knowledge.is_agent else FactKind.EXPOSED
        place = event.place if event.place in knowledge.course.scenario.catalogue.places else ""
        yield Fact(kind=kind, turn=event.turn, tags=tags, place=place, other=event.subject, sources=(known,))


def _losses(knowledge: Knowledge) -> Iterator[Fact]:
    """Whoever was wrongly named, or killed."""
    framed, slain = _done_to(knowledge, Deed.FRAME), _done_to(knowledge, Deed.KILL)
    for known in knowledge.known:
        event = known.event
        other = event.subject
        if other == knowledge.person:
            continue
        tags = tags_if(
            close=knowledge.knows_well(other),
            seen=known.way is Way.SAW,
            ours=other in (knowledge.course.members if knowledge.is_member else knowledge.course.agents),
            done=other in framed,
        )
        if event.kind is EventKind.WRONGLY_DENOUNCED:
            yield Fact(kind=FactKind.WRONGED, turn=event.turn, tags=tags, other=other, sources=(known,))
        if event.kind is EventKind.KILLED and other not in slain:
            place = event.place if event.place in knowledge.course.scenario.catalogue.places else ""
            yield Fact(kind=FactKind.KILLED, turn=event.turn, tags=tags, place=place, other=other, sources=(known,))


def _done_to(knowledge: Knowledge, deed: Deed) -> frozenset[str]:
    """Those to whom he did such a thing himself."""
    operations = knowledge.course.scenario.catalogue.operations
    orders = (known.event for known in knowledge.known if known.way is Way.DID and known.event.kind is EventKind.SUCCEEDED)
    return frozenset(event.other for event in orders if does(operations[event.operation], deed))


def _news(knowledge: Knowledge) -> Iterator[Fact]:
    """What befell the Old Man's asylum, and what stood in the newspapers."""
    for known in knowledge.known:
        event = known.event
        if event.kind in _ASYLUM:
            tags = tags_if(with_him=knowledge.lived_there(event.turn), ours=knowledge.is_agent)
            yield Fact(kind=_ASYLUM[event.kind], turn=event.turn, tags=tags, country=event.place, sources=(known,))
        if event.kind is EventKind.HEADLINE:
            yield Fact(kind=FactKind.HEADLINE, turn=event.turn, text=event.text, sources=(known,))
