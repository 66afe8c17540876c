"""Puts facts into words by the grammar: finds the lines that fit, chooses a sentence, fills its blanks.

A sentence is only chosen if every blank in it can be filled. The choice hangs on the game's seed, the speaker, what he
tells, and on what others have been heard to say before him, which he does not repeat.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from game.match.testimony.names import Person
from game.rules.dice import Dice
from game.rules.testimonies import Line, Testimonies
from game.rules.testimony_words import BLANK, DATE_SLOTS, PERSON_FORMS, FactKind, Part


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: its name, and how one says in talk that something was there."""

    name: str
    at: str


Blank = str | Person | Spot
Blanks = Mapping[str, Blank]

_START = re.compile(r"(^|[.!?]\s+|\n)([\"“]?)([a-zà-ž])")
MOST_DEPTH = 8
"""How deep phrases may call phrases. The checks of a scenario find those that call themselves."""

_FEW = 6
"""With fewer sentences that nobody has said yet, the next fitting lines are taken as well."""

_CLOSER = 2
"""How much each tag that a line asks for adds to its weight."""

_SPARE = 2
"""With fewer than this, lines that ask for nothing are taken as well."""

_LARGE = 1 << 30
_DATES = DATE_SLOTS | {"when"}


@dataclass
class Pen:
    """Writes one speaker's testimony. `said` are sentences of others, `spent` those that he has said already himself.

    `named` are people whom he has named in full; `dated`: what he wrote last said when it was.
    """

    book: Testimonies
    dice: Dice
    speaker: str
    tags: frozenset[str]
    blanks: Blanks
    said: frozenset[str] = frozenset()
    spent: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    dated: bool = False
    _phrases_used: int = 0

    def write(self, tell: str, tags: frozenset[str] = frozenset(), blanks: Blanks | None = None) -> str:
        """A sentence or two for a part or a fact; empty if the grammar has none that fits and that he has not said."""
        every = {**self.blanks, **(blanks or {})}
        mine = [sentence for sentence in self._sentences(tell, self.tags | tags, every) if sentence not in self.spent]
        fresh = [sentence for sentence in mine if sentence not in self.said] or mine
        self.spent.update(fresh[:1])
        self.dated = any(match[1] in _DATES for sentence in fresh[:1] for match in BLANK.finditer(sentence))
        return capitalised(self._fill(fresh[0], every, 0)) if fresh else ""

    def again(self, tell: str, tags: frozenset[str], blanks: Blanks) -> str:
        """The same for what may be said a second time, such as a date, and without a capital."""
        every = {**self.blanks, **blanks}
        sentences = self._sentences(tell, self.tags | tags, every)
        fresh = [sentence for sentence in sentences if sentence not in self.spent] or sentences
        self.spent.update(fresh[:1])
        return self._fill(fresh[0], every, 0) if fresh else ""

    def _sentences(self, tell: str, tags: frozenset[str], blanks: Blanks) -> list[str]:
        """The sentences that fit, in the order in which this speaker comes upon them: the best, as a rule, first.

        Where few of them are new, less fitting ones follow; those that ask for nothing where hardly any is left.
        """
        lines = [line for line in self._lines.get(tell, ()) if tags.issuperset(line.when) and tags.isdisjoint(line.unless)]
        if not lines and tell not in self._known:
            return self._sentences(FactKind.DEED, tags, blanks)
        found: dict[str, float] = {}
        for depth in sorted({len(line.when) for line in lines}, reverse=True):
            new = sum(1 for sentence in found if sentence not in self.said | self.spent)
            enough = _FEW if depth else _SPARE
            if new >= enough or (found and (tell == Part.ROLE or (tell == Part.DATE and not depth))):
                break
            tier = [line for line in lines if len(line.when) == depth]
            found |= {text: self._key(text, line) for line in tier for text in self._usable(line, blanks)}
        return sorted(found, key=lambda text: (-found[text], text))

    def _usable(self, line: Line, blanks: Blanks) -> Iterator[str]:
        return (sentence for sentence in line.say if self._can_fill(sentence, blanks, 0))

    def _key(self, sentence: str, line: Line) -> float:
        """How soon a sentence comes: by chance, heavy ones sooner, and those that fit more closely."""
        weight = max(1, line.weight) * (1 + _CLOSER * len(line.when))
        share = (self.dice.below(_LARGE, 0, self.speaker, sentence) + 1) / _LARGE
        return float(share ** (1 / weight))

    def _can_fill(self, sentence: str, blanks: Blanks, depth: int) -> bool:
        return all(self._has(match[1], blanks, depth) for match in BLANK.finditer(sentence))

    def _has(self, name: str, blanks: Blanks, depth: int) -> bool:
        if name in self.book.phrases:
            return depth < MOST_DEPTH and bool(self._options(name, blanks, depth))
        blank = blanks.get(name)
        return bool(blank if isinstance(blank, str) or blank is None else blank.name)

    def _options(self, phrase: str, blanks: Blanks, depth: int) -> list[str]:
        return [option for option in self.book.phrases[phrase] if self._can_fill(option, blanks, depth + 1)]

    def _fill(self, sentence: str, blanks: Blanks, depth: int) -> str:
        return BLANK.sub(lambda match: self._filled(match[1], match[2] or "", blanks, depth), sentence)

    def _filled(self, name: str, form: str, blanks: Blanks, depth: int) -> str:
        if name in self.book.phrases:
            text = self._fill(self._choose(name, self._options(name, blanks, depth)), blanks, depth + 1)
            return with_article(text) if form == "a" else text
        blank = blanks[name]
        if isinstance(blank, Person):
            return blank.form(form) if form in PERSON_FORMS else self._name(blank)
        if isinstance(blank, Spot):
            return blank.at if form == "in" else blank.name
        return blank

    def _choose(self, phrase: str, options: list[str]) -> str:
        """One of a phrase's alternatives, and one that he has not used if there is any."""
        fresh = [option for option in options if option not in self.spent] or options
        self._phrases_used += 1
        chosen = self.dice.choose(fresh, self._phrases_used, self.speaker, phrase)
        self.spent.add(chosen)
        return chosen

    def _name(self, person: Person) -> str:
        """The whole name the first time, then what is short for it."""
        if person.name in self.named:
            return person.short()
        self.named.add(person.name)
        return person.name

    @cached_property
    def _lines(self) -> Mapping[str, tuple[Line, ...]]:
        lines: dict[str, tuple[Line, ...]] = {}
        for line in self.book.lines.values():
            lines[line.tell] = (*lines.get(line.tell, ()), line)
        return lines

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset((*(kind.value for kind in FactKind), *(part.value for part in Part)))


def capitalised(text: str) -> str:
    """A text whose sentences begin with capitals."""
    return _START.sub(lambda match: match[1] + match[2] + match[3].upper(), text) if text else text


def with_article(text: str) -> str:
    """A noun with its article."""
    return f"{'an' if text[:1].lower() in 'aeiou' else 'a'} {text}"
