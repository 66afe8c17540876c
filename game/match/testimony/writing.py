"""Makes a testimony of a speaker: an opening, the facts in the order of time, a doubt, a closing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.match.testimony.course import Course
from game.match.testimony.dates import Calendar, times
from game.match.testimony.facts import Fact
from game.match.testimony.names import Person, name_known, public_name
from game.match.testimony.pen import Blank, Pen, Spot
from game.match.testimony.speakers import Speaker
from game.rules.dice import Dice
from game.rules.events import EventKind
from game.rules.nouns import HOUSE, MOVEMENT, OLD_MAN, VerdictName
from game.rules.state import VerdictState
from game.rules.testimonies import Testimonies
from game.rules.testimony_words import FactKind, Part, Tag

_VERDICTS: Mapping[str, tuple[Tag, ...]] = {
    VerdictName.KILLED_UNPROVEN: (Tag.DEATH, Tag.UNPROVEN),
    VerdictName.KILLED_OPEN_SECRET: (Tag.DEATH, Tag.OPEN_SECRET),
    VerdictName.KILLED_ALL_KNOW: (Tag.DEATH, Tag.ALL_KNOW),
    VerdictName.DEPORTED: (Tag.DEPORTED,),
    VerdictName.FORGOTTEN: (Tag.LIVES, Tag.FORGOTTEN),
    VerdictName.ALIVE: (Tag.LIVES,),
    VerdictName.HUNTERS_HUNTED: (Tag.LIVES, Tag.HUNTED),
}

_OFTEN = {FactKind.EXPOSED: 2, FactKind.COLLEAGUE: 2, "recruit": 2, "eliminate": 2, FactKind.FINDING: 2}
"""How many facts of one kind are told at most, where it is more than one."""

_OF_OTHERS = frozenset((FactKind.EXPOSED, FactKind.COLLEAGUE, FactKind.WRONGED, FactKind.KILLED, FactKind.STRUCK))
"""Facts that are not about the speaker: no more than half of what he tells."""

_BEFALLEN = frozenset((FactKind.OWN_ARREST, FactKind.OWN_EXPOSURE, FactKind.OWN_EXPULSION, FactKind.OWN_DEFECTION))
"""What ends somebody's story."""

_LINKED = 25
"""In per cent, how often a sentence leads over from one fact to the next."""

_ENOUGH = 4
"""Facts beside which no headline is needed."""

_SHORTEST = 5
"""Facts from which on they are told in two paragraphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """What one survivor recollects of a game.

    `speaker` is the id of his body, or of a witness of the grammar who was nobody's and has none. `role` says in words who
    he was, `text` is what he says by paragraphs, `about` are the turns that he speaks of.
    """

    speaker: str
    name: str
    role: str
    text: tuple[str, ...]
    about: tuple[int, ...] = ()


def write_testimony(course: Course, speaker: Speaker, book: Testimonies, said: set[str] | None = None) -> Testimony | None:
    """The testimony of one speaker; nothing if the grammar has no words for him.

    `said` are sentences of the grammar that others have used; his own are added.
    """
    others = set() if said is None else said
    writer = _Writer(course, speaker, book, frozenset(others))
    testimony = writer.testimony()
    others.update(writer.spent)
    return testimony


class _Writer:
    """One speaker at the table, and what he has told so far."""

    def __init__(self, course: Course, speaker: Speaker, book: Testimonies, said: frozenset[str]) -> None:
        self._course, self._speaker, self._book = course, speaker, book
        self._calendar = Calendar(course.scenario.catalogue, book)
        self._dice = Dice(course.record.seed)
        self._name = _name_of(speaker, book)
        tags = speaker.tags | frozenset(book.tags) | {self._calendar.tag} | _game_tags(course)
        if book.names_a_woman(self._name):
            tags |= {Tag.SHE}
        blanks = _constant_blanks(course, self._name)
        self._pen = Pen(book=book, dice=self._dice, speaker=speaker.id, tags=tags, blanks=blanks, said=said)
        self._told = 0
        self._about: set[int] = set()

    def testimony(self) -> Testimony | None:
        """Everything put together."""
        place = self._home()
        role = self._book.witnesses[self._speaker.id].role if self._is_witness else self._pen.again(Part.ROLE, frozenset(), place)
        opening = self._pen.write(Part.OPENING, blanks=place)
        told = list(self._facts())
        middle = (len(told) + 1) // 2 if len(told) >= _SHORTEST else len(told)
        closing = " ".join(filter(None, (self._pen.write(Part.DOUBT), self._pen.write(Part.CLOSING))))
        paragraphs = (opening, " ".join(told[:middle]), " ".join(told[middle:]), closing)
        text = tuple(paragraph for paragraph in paragraphs if paragraph)
        if not told:
            return None
        return Testimony(speaker=self._speaker.id, name=self._name, role=role, text=text, about=tuple(sorted(self._about)))

    @property
    def spent(self) -> frozenset[str]:
        """The sentences that he has used."""
        return frozenset(self._pen.spent)

    @property
    def _is_witness(self) -> bool:
        return Tag.WITNESS in self._speaker.tags

    def _home(self) -> Mapping[str, Blank]:
        """The place where he was at first, as far as he was in play."""
        bodies = (self._course.body(self._speaker.id, turn) for turn in self._course.turns)
        body = next((body for body in bodies if body is not None), None)
        return {"place": self._spot(body.place)} if body else {}

    def _facts(self) -> Iterator[str]:
        """The most telling facts in words, in the order in which they happened."""
        most = self._book.facts
        for fact in _told_facts(self._speaker.facts, most, most if self._is_witness else most // 2):
            yield from self._tell(fact)

    def _tell(self, fact: Fact) -> Iterator[str]:
        dated = self._calendar.tags(fact.turn, self._told) if not fact.lasting else frozenset()
        other = self._person(fact.other)
        tags = fact.tags | dated | ({Tag.NAMELESS} if fact.other and not other.name else set())
        said = self._pen.write(fact.kind, tags, self._blanks(fact, other, tags))
        if not said:
            return
        now = fact.turn if self._pen.dated else self._told
        if self._told and self._dice.percent(fact.turn, self._speaker.id, f"link:{fact.kind}") <= _LINKED:
            link = self._pen.write(Part.LINK, dated)
            if link:
                said = f"{link} {said}"
        yield said
        self._about.update(fact.turns)
        self._told = now

    def _person(self, other: str) -> Person:
        knowledge = self._speaker.knowledge
        if not other:
            return Person("")
        name = name_known(knowledge, other) if knowledge else _world_name(self._course, other)
        true = self._course.scenario.setup.people.get(other)
        she = self._book.names_a_woman(true.name if true else name)
        return Person(name, she=she)

    def _blanks(self, fact: Fact, other: Person, tags: frozenset[str] | set[str]) -> Mapping[str, Blank]:
        catalogue, book = self._course.scenario.catalogue, self._book
        blanks: dict[str, Blank] = {"other": other, "text": fact.text.rstrip(".")}
        blanks["times"] = self._calendar.lasted(fact.count) if fact.lasting else times(fact.count, book)
        if fact.place:
            blanks["place"] = self._spot(fact.place)
        country = fact.country or (catalogue.places[fact.place].country if fact.place else "")
        if country in catalogue.countries:
            blanks["country"] = catalogue.countries[country].in_a_sentence
        if not fact.lasting:
            blanks |= self._calendar.blanks(fact.turn)
            blanks["when"] = self._pen.again(Part.DATE, frozenset(tags), blanks)
        return blanks

    def _spot(self, place: str) -> Spot:
        name = self._course.scenario.catalogue.places[place].name
        return Spot(name, self._book.places.get(place) or f"in {name}")


def _told_facts(facts: Sequence[Fact], most: int, limit: int) -> list[Fact]:
    """The first so many facts, no kind of them too often, in the order of time; not over `limit` of others.

    A headline only helps out.
    """
    headlines = [fact for fact in facts if fact.kind == FactKind.HEADLINE]
    facts = [fact for fact in facts if fact.kind != FactKind.HEADLINE]
    kept: list[Fact] = []
    for fact in (*facts, *headlines[:1]):
        same = sum(1 for other in kept if other.kind == fact.kind)
        if fact.kind in _OF_OTHERS and sum(1 for other in kept if other.kind in _OF_OTHERS) >= limit:
            continue
        if fact.kind == FactKind.HEADLINE and len(kept) >= _ENOUGH:
            continue
        if len(kept) < most and same < _OFTEN.get(fact.kind, 1):
            kept.append(fact)
    return sorted(kept, key=_when_it_was)


def _when_it_was(fact: Fact) -> tuple[int, bool, int]:
    """Facts in the order of time; what befell him in a turn came of what he did in it."""
    return fact.turn, fact.kind in _BEFALLEN, fact.sources[-1].index if fact.sources else -1


def _name_of(speaker: Speaker, book: Testimonies) -> str:
    if speaker.knowledge is None:
        return book.witnesses[speaker.id].name
    return public_name(speaker.knowledge, speaker.id)


def _world_name(course: Course, other: str) -> str:
    """The name by which the newspapers speak of somebody."""
    person = course.scenario.setup.people.get(other)
    face = course.last.circle.faces.get(other)
    return person.name if person else face.name if face else ""


def _constant_blanks(course: Course, name: str) -> Mapping[str, Blank]:
    catalogue = course.scenario.catalogue
    verdict = catalogue.verdicts.get(_verdict(course).id)
    return {
        "me": name,
        "called": catalogue.body_name(OLD_MAN),
        "house": catalogue.body_name(HOUSE),
        "movement": catalogue.body_name(MOVEMENT),
        "side": catalogue.sides.circle,
        "enemy": catalogue.sides.center,
        "verdict": verdict.title if verdict else "",
    }


def _game_tags(course: Course) -> frozenset[str]:
    """What all the world knows of how it ended. Whose hands it was is known if it was proven."""
    struck = any(event.kind is EventKind.STRUCK for event in course.told)
    return frozenset((*_VERDICTS.get(_verdict(course).id, ()), *([Tag.STRIKE] if struck else [])))


def _verdict(course: Course) -> VerdictState:
    verdict = course.last.public.verdict
    assert verdict is not None, "only a game that is over has a course"
    return verdict
