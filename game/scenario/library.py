"""All scenarios of the packs, read as late as possible: the list from what an earlier look at the very same files found,
a scenario when it is asked for.

What was found is kept in the user's cache folder (`memory`); if it is lost or damaged, the files are read again. Whatever it
says, a scenario that is played is always read and checked from its own files.
"""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from game import __version__
from game.rules.definitions import Scenario
from game.scenario.findings import ScenarioError
from game.scenario.lessons import Teaching
from game.scenario.loading import Entry, Examination, entry_of, examine
from game.scenario.memory import recall, remember
from game.scenario.packs import Packs, PathRefusedError
from game.scenario.reader import Reading

_WORDS = ("id", "title", "subtitle", "step", "card", "length", "level", "origin")
_DAYS = ("start", "end")
_SCENARIOS = 2
"""Scenarios kept in memory, some 2 MB each: the one being played, and the one being looked at."""


class Library:
    """The scenarios of some packs. `memory` is the file where the list is kept between games."""

    def __init__(self, packs: Packs, memory: Path) -> None:
        self._packs = packs
        self._memory = memory
        self._read: OrderedDict[str, tuple[str, Scenario, Teaching]] = OrderedDict()
        self._patterns: dict[str, tuple[str, ...]] = {}

    def entries(self) -> tuple[Entry, ...]:
        """Every scenario by id, the broken ones with their errors, as their files are now."""
        kept = recall(self._memory)
        readings: dict[Path, Reading] = {}
        found: list[Entry] = []
        fresh: dict[str, Any] = {}
        for name in self._packs.scenario_ids():
            entry = _remembered(name, kept.get(name), self._packs)
            if entry is None:
                examination = examine(name, self._packs, readings)
                entry = entry_of(name, examination, self._packs)
                if not entry.findings:
                    fresh[name] = _to_keep(entry, examination, self._packs)
            else:
                fresh[name] = kept[name]
            found.append(entry)
        if fresh != kept:
            remember(self._memory, fresh)
        return tuple(found)

    def scenario(self, name: str) -> Scenario:
        """The scenario of that id, as its files are now.

        Raises:
            ScenarioError: it has errors, or there is none.
        """
        return self._open(name)[1]

    def teaching(self, name: str) -> Teaching:
        """What the scenario of that id has to teach, as its files are now.

        Raises:
            ScenarioError: it has errors, or there is none.
        """
        return self._open(name)[2]

    def _open(self, name: str) -> tuple[str, Scenario, Teaching]:
        read = self._read.get(name)
        if read is not None and read[0] == self._digest_of(name):
            self._read.move_to_end(name)
            return read
        examination = examine(name, self._packs)
        if examination.scenario is None:
            raise ScenarioError(examination.findings)
        self._patterns[name] = examination.patterns
        teaching = Teaching(lessons=examination.layout.lessons, notes=tuple(examination.layout.notes.values()))
        self._read[name] = (self._digest_of(name), examination.scenario, teaching)
        while len(self._read) > _SCENARIOS:
            self._read.popitem(last=False)
        return self._read[name]

    def _digest_of(self, name: str) -> str:
        try:
            return _digest(self._patterns[name], self._packs)
        except (OSError, PathRefusedError):
            return ""


def _digest(patterns: Iterable[str], packs: Packs) -> str:
    """A name for exactly what the files of a scenario hold, and for the game that reads them."""
    total = sha256(__version__.encode())
    for pattern in patterns:
        for source in packs.sources(pattern):
            total.update(f"\0{source.pack.id}\0{source.name}\0".encode() + sha256(source.path.read_bytes()).digest())
    return total.hexdigest()


def _to_keep(entry: Entry, examination: Examination, packs: Packs) -> dict[str, Any]:
    plain = {field.name: getattr(entry, field.name) for field in fields(entry) if field.name not in ("scenario", "findings")}
    plain |= {name: day.isoformat() if (day := plain[name]) else "" for name in _DAYS}
    return plain | {"patterns": list(examination.patterns), "digest": _digest(examination.patterns, packs)}


def _remembered(name: str, kept: object, packs: Packs) -> Entry | None:
    """The entry of an earlier look, if all is as it was."""
    if not isinstance(kept, dict) or kept.get("id") != name:
        return None
    try:
        patterns, days = kept["patterns"], {name: date.fromisoformat(kept[name]) if kept[name] else None for name in _DAYS}
        words = {name: kept[name] for name in _WORDS}
        if not all(isinstance(word, str) for word in (*words.values(), *patterns)) or type(kept["turns"]) is not int:
            return None
        if not patterns or _digest(patterns, packs) != kept["digest"]:
            return None
    except (KeyError, TypeError, ValueError, OSError, PathRefusedError):
        return None
    return Entry(**words, start=days["start"], end=days["end"], turns=kept["turns"], scenario=None, findings=())
