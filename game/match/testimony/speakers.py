"""Who is heard: survivors of both sides who have something to tell, as different from one another as can be had."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.match.testimony.around import facts_around
from game.match.testimony.course import Course
from game.match.testimony.facts import Fact, tags_if
from game.match.testimony.knowledge import Knowledge, Way
from game.match.testimony.own import own_facts
from game.rules.dice import Dice
from game.rules.enrolment import is_waiting
from game.rules.events import EventKind
from game.rules.nouns import HOUSEHOLD, ORGANISATION, Post, Side, Status
from game.rules.testimonies import Testimonies, Voice
from game.rules.testimony_words import FactKind, Tag

_SILENCED = (Status.DEAD, Status.RECALLED)
_FATES = {Status.ARRESTED: Tag.TAKEN, Status.DEFECTED: Tag.WENT_OVER, Status.GONE: Tag.VANISHED}
_STEADFAST, _DOUBTFUL = 4, 1
"""Loyalty from which on, and up to which, somebody speaks as one who believed, or no longer did."""

_USUAL_WORTH = 3
_INVENTED_WORTH = 4
_AGAIN = 60
"""In per cent, what somebody's story is worth for each one of his kind who is heard already."""

_LEAST_OWN = 2
"""Facts of his own without which nobody is heard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody who is heard: what is so of him, and his facts, the most telling first."""

    id: str
    tags: frozenset[str]
    facts: tuple[Fact, ...]
    knowledge: Knowledge | None = None

    @property
    def kind(self) -> str:
        """What sort of speaker he is, for a choice of different ones."""
        order = (Tag.WITNESS, Tag.MOLE, Tag.LEGAL, Tag.CENTER, Tag.HOUSEHOLD, Tag.ORGANISATION)
        return next((tag for tag in order if tag in self.tags), Tag.SYMPATHISER)


def worth_of(fact: Fact, book: Testimonies) -> int:
    """How telling a fact is: what the book says of its kind, more if it was near, less if only read of."""
    worth = book.worth.get(fact.kind, _USUAL_WORTH)
    if not worth:
        return 0
    near = {Tag.CLOSE, Tag.SEEN, Tag.DONE, Tag.NOTICED, Tag.PROVED, Tag.DISPROVED} & fact.tags
    read = bool(fact.sources) and all(source.way is Way.READ for source in fact.sources)
    return max(1, worth + len(near) - (2 if read and Tag.CLOSE not in fact.tags else 0))


def speaker_of(course: Course, person: str, book: Testimonies) -> Speaker:
    """One person as a speaker, with all that he could tell. Nothing goes into it but what he knows."""
    knowledge = Knowledge(course, person)
    facts = [fact for fact in (*own_facts(knowledge), *facts_around(knowledge)) if worth_of(fact, book)]
    dice = Dice(course.record.seed)

    def order(fact: Fact) -> tuple[int, int]:
        return -worth_of(fact, book), dice.below(1 << 30, fact.turn, person, f"{fact.kind}:{fact.other}")

    return Speaker(id=person, tags=_tags(knowledge, book), facts=tuple(sorted(facts, key=order)), knowledge=knowledge)


def chosen_speakers(course: Course, book: Testimonies) -> tuple[Speaker, ...]:
    """Those who are heard, the most telling first; the witness who was nobody's comes last."""
    waiting = [speaker_of(course, person, book) for person in _survivors(course, book)]
    waiting = [speaker for speaker in waiting if _own(speaker) >= _LEAST_OWN]
    witness = witness_of(course, book)
    chosen: list[Speaker] = []
    while waiting and len(chosen) < book.speakers - bool(witness):
        best = max(waiting, key=lambda speaker: (_appeal(speaker, chosen, book), speaker.id))
        waiting.remove(best)
        chosen.append(best)
    return (*chosen, *([witness] if witness else []))


def witness_of(course: Course, book: Testimonies) -> Speaker | None:
    """The witness who was nobody's: he knows what the world knows."""
    asylum = course.last.public.asylum
    here = [witness for witness in book.witnesses.values() if witness.country == asylum]
    here = here or [witness for witness in book.witnesses.values() if not witness.country]
    if not here:
        return None
    witness = Dice(course.record.seed).choose(here, 0, "witness", "testimony")
    facts = [fact for fact in facts_around(Knowledge(course, witness.id)) if worth_of(fact, book)]
    facts.sort(key=lambda fact: (-worth_of(fact, book), fact.turn))
    if sum(1 for fact in facts if fact.kind != FactKind.HEADLINE) < _LEAST_OWN:
        return None
    return Speaker(id=witness.id, tags=frozenset((Tag.WITNESS, Tag.INVENTED, Tag.FREE)), facts=tuple(facts))


def _survivors(course: Course, book: Testimonies) -> Iterator[str]:
    state = course.last
    for person, body in state.bodies.items():
        silent = book.voices.get(person, Voice(id=person)).silent or person == course.scenario.catalogue.old_man
        took_part = person in course.agents or person in course.members
        if _is_spoken_for(course, person, book):
            continue
        if took_part and not silent and body.status not in _SILENCED and not is_waiting(state, person):
            yield person


def _is_spoken_for(course: Course, person: str, book: Testimonies) -> bool:
    """Whether somebody who lived served the Center in this game alone: nobody lends him a confession."""
    definition = course.scenario.setup.people.get(person)
    if definition is None or person not in course.agents or book.voices.get(person, Voice(id=person)).invented:
        return False
    history = definition.allegiance.historical if definition.allegiance else definition.side
    return history is not Side.CENTER


def _own(speaker: Speaker) -> int:
    """How many of his facts he did not only read of."""
    return sum(1 for fact in speaker.facts if not fact.sources or any(s.way is not Way.READ for s in fact.sources))


def _appeal(speaker: Speaker, chosen: list[Speaker], book: Testimonies) -> int:
    worth = 10 * sum(worth_of(fact, book) for fact in speaker.facts[: book.facts])
    worth += 10 * _INVENTED_WORTH * (Tag.INVENTED in speaker.tags)
    for other in chosen:
        same_side = (Tag.CENTER in other.tags) is (Tag.CENTER in speaker.tags)
        worth = worth * (_AGAIN if other.kind == speaker.kind else 85 if same_side else 100) // 100
    return worth


def _tags(knowledge: Knowledge, book: Testimonies) -> frozenset[str]:
    """What is so of somebody, as he knows it himself."""
    course, person = knowledge.course, knowledge.person
    files = [state.center.agents[person] for state in course.states if person in state.center.agents]
    rings = [state.bodies[person].access for state in course.states if person in state.circle.members and person in state.bodies]
    own = {known.event.kind for known in knowledge.known if known.event.subject == person}
    voice = book.voices.get(person, Voice(id=person))
    invented = voice.invented or person not in course.scenario.setup.people
    loyalty = course.last.secret.loyalty.get(person, _USUAL_WORTH)
    nearest = min(rings, default=0)
    tags = tags_if(
        center=bool(files),
        circle=bool(rings) and not files,
        mole=bool(files) and bool(rings),
        recruit=EventKind.RECRUITED in own,
        legal=any(file.post is Post.LEGAL for file in files),
        officer=any(file.officer for file in files),
        household=nearest == HOUSEHOLD,
        organisation=nearest == ORGANISATION,
        sympathiser=nearest > ORGANISATION,
        newcomer=person not in course.scenario.setup.people,
        invented=invented,
        steadfast=loyalty >= _STEADFAST,
        doubtful=loyalty <= _DOUBTFUL,
        wronged_self=EventKind.WRONGLY_DENOUNCED in own,
        unmasked=bool(own & {EventKind.BLOWN, EventKind.DENOUNCED}),
    )
    fate = _FATES.get(course.last.bodies[person].status, Tag.FREE)
    return tags | {fate, _temper(course, person, voice, book.tempers.invented if invented else book.tempers.real)}


def _temper(course: Course, person: str, voice: Voice, drawn: tuple[str, ...]) -> str:
    if voice.temper or not drawn:
        return voice.temper or "plain"
    return Dice(course.record.seed).choose(drawn, 0, person, "temper")
