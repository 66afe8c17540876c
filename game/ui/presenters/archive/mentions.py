"""Whom a text speaks of, by name."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from game.rules.definitions import PersonDefinition
from game.scenario.archive import Archive

_LEAST = 4
"""Letters of a surname that is looked for alone."""


class Mentions:
    """Finds the people of the archive in texts: by their full names, by a surname that only one of them has, and by the other
    names that the archive gives them."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def in_text(self, text: str) -> frozenset[str]:
        """The ids of all who are named."""
        return frozenset(id_ for name in self._pattern.findall(text) for id_ in self._names[name])

    @cached_property
    def _names(self) -> dict[str, set[str]]:
        people = self._archive.people
        surnames = Counter(_surname(person) for person in people.values())
        names: dict[str, set[str]] = {}
        for id_, person in people.items():
            alone = [_surname(person)] if surnames[_surname(person)] == 1 else []
            for name in (*_called(person), *alone, *self._archive.names.get(id_, ())):
                if len(name) >= _LEAST or " " in name or name in self._archive.names.get(id_, ()):
                    names.setdefault(name, set()).add(id_)
        return names

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest = sorted(self._names, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def _called(person: PersonDefinition) -> Iterator[str]:
    yield from (name for name in (person.name, person.true_name, person.cover_name) if name)


def _surname(person: PersonDefinition) -> str:
    return person.name.split()[-1]
