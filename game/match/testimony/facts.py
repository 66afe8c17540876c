"""A fact: one thing that somebody can tell, with everything that he knows of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from game.match.testimony.knowledge import Known
from game.rules.testimony_words import Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing to tell. `kind` is one of `FactKind` or the id of an operation; `sources` are what it rests on.

    `place`, `country` and `other` are ids, empty where they play no part; `count` is how often, or for how many turns;
    `text` is quoted. `lasting`: it went on for so long instead of happening on a day.
    """

    kind: str
    turn: int
    tags: frozenset[str] = frozenset()
    place: str = ""
    country: str = ""
    other: str = ""
    count: int = 1
    text: str = ""
    lasting: bool = False
    sources: tuple[Known, ...] = ()

    @property
    def turns(self) -> tuple[int, ...]:
        """The turns it speaks of."""
        return tuple(sorted({self.turn, *(source.event.turn for source in self.sources)}))

    def tagged(self, *tags: str) -> "Fact":
        """The same fact with more tags."""
        return replace(self, tags=self.tags | frozenset(tags))


MANY = 3
"""From so many times on somebody says that he did it again and again."""


def counted(count: int) -> frozenset[str]:
    """The tags of something that happened so often."""
    if count >= MANY:
        return frozenset((Tag.MANY,))
    return frozenset((Tag.TWICE,)) if count == MANY - 1 else frozenset()


def tags_if(**tags: bool) -> frozenset[str]:
    """The tags whose conditions hold, by their names."""
    return frozenset(Tag(name) for name, holds in tags.items() if holds)


def merged(facts: Iterable[Fact]) -> list[Fact]:
    """Facts of one kind, outcome and person put together as one that happened several times, told of the last."""
    groups: dict[tuple[str, str, frozenset[str]], list[Fact]] = {}
    for fact in facts:
        outcome = fact.tags & {Tag.DONE, Tag.FAILED}
        groups.setdefault((fact.kind, fact.other, outcome), []).append(fact)
    return [_merge(group) for group in groups.values()]


def _merge(group: Sequence[Fact]) -> Fact:
    last = group[-1]
    tags = frozenset().union(*(fact.tags for fact in group)) | counted(len(group))
    sources = tuple(source for fact in group for source in fact.sources)
    return replace(last, tags=tags, count=len(group), sources=sources)
