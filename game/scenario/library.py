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
from threading import Lock
from typing import Any

from game import __version__
from game.rules.definitions import Scenario
from game.scenario.findings import ScenarioError
from game.scenario.lessons import Teaching
from game.scenario.loading import Entry, Examination, entry_of, examine
from game.scenario.memory import recall, remember
from game.scenario.packs import Packs, PathRefusedError
from game.scenario.reader import Reading
from game.scenario.steps import Work, finish

_WORDS = ("id", "title", "subtitle", "step", "card", "length", "level", "origin")
_DAYS = ("start", "end")
_SCENARIOS = 2
"""Scenarios kept in memory, some 2 MB each: the one being played, and the one being looked at."""


class Library:
    """The scenarios of some packs. `memory` is the file where the list is kept between games. A scenario may be asked for
    from several threads: who asks for one that is being read waits for it."""

    def __init__(self, packs: Packs, memory: Path) -> None:
        self._packs = packs
        self._memory = memory
        self._read: OrderedDict[str, tuple[str, Scenario, Teaching]] = OrderedDict()
        self._patterns: dict[str, tuple[str, ...]] = {}
        self._reading = Lock()

    def entries(self) -> tuple[Entry, ...]:
        """Every scenario by id, the broken ones with their errors, as their files are now."""
        return finish(self.look_through())

    def look_through(self) -> Work[tuple[Entry, ...]]:
        """The same, scenario by scenario: before each that must be read, as all must once, says how many of how many have
        been looked at."""
        kept = recall(self._memory)
        readings: dict[Path, Reading] = {}
        found: list[Entry] = []
        fresh: dict[str, Any] = {}
        names, digests = self._packs.scenario_ids(), _Digests(self._packs)
        for name in names:
            entry = _remembered(name, kept.get(name), digests)
            if entry is None:
                yield len(found), len(names)
                examination = examine(name, self._packs, readings)
                entry = entry_of(name, examination, self._packs)
                if not entry.findings:
                    fresh[name] = _to_keep(entry, examination, digests)
            else:
                fresh[name] = kept[name]
            found.append(entry)
        if fresh != kept:
            remember(self._memory, fresh)
        return tuple(found)

    def has_read(self, name: str) -> bool:
        """Whether a scenario need not be read, or at most anew because its files have changed."""
        return name in self._read

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
        with self._reading:
            read = self._read.get(name)
            if read is None or read[0] != self._digest_of(name):
                read = self._read[name] = self._read_anew(name)
            self._read.move_to_end(name)
            while len(self._read) > _SCENARIOS:
                self._read.popitem(last=False)
            return read

    def _read_anew(self, name: str) -> tuple[str, Scenario, Teaching]:
        examination = examine(name, self._packs)
        if examination.scenario is None:
            raise ScenarioError(examination.findings)
        self._patterns[name] = examination.patterns
        teaching = Teaching(lessons=examination.layout.lessons, notes=tuple(examination.layout.notes.values()))
        return self._digest_of(name), examination.scenario, teaching

    def _digest_of(self, name: str) -> str:
        try:
            return _Digests(self._packs).of(self._patterns[name])
        except (OSError, PathRefusedError):
            return ""


class _Digests:
    """Names for what files hold; what several scenarios are made of is looked at once."""

    def __init__(self, packs: Packs) -> None:
        self._packs = packs
        self._known: dict[str, bytes] = {}

    def of(self, patterns: Iterable[str]) -> str:
        """A name for exactly what the files of a scenario hold, how mods lie, and the game that reads them. Raises OSError and
        PathRefusedError."""
        total = sha256(f"{__version__}{self._packs.circles}{self._packs.lacking}".encode())
        for pattern in patterns:
            if pattern not in self._known:
                self._known[pattern] = self._held(pattern)
            total.update(self._known[pattern])
        return total.hexdigest()

    def _held(self, pattern: str) -> bytes:
        held = sha256()
        for source in self._packs.sources(pattern):
            held.update(f"\0{source.pack.id}\0{source.name}\0".encode() + sha256(source.path.read_bytes()).digest())
        return held.digest()


def _to_keep(entry: Entry, examination: Examination, digests: _Digests) -> dict[str, Any]:
    plain = {field.name: getattr(entry, field.name) for field in fields(entry) if field.name not in ("scenario", "findings")}
    plain |= {name: day.isoformat() if (day := plain[name]) else "" for name in _DAYS}
    return plain | {"patterns": list(examination.patterns), "digest": digests.of(examination.patterns)}


def _remembered(name: str, kept: object, digests: _Digests) -> Entry | None:
    """The entry of an earlier look, if all is as it was."""
    if not isinstance(kept, dict) or kept.get("id") != name:
        return None
    try:
        patterns, days = kept["patterns"], {name: date.fromisoformat(kept[name]) if kept[name] else None for name in _DAYS}
        words = {name: kept[name] for name in _WORDS}
        mods = tuple(kept["mods"])
        if not all(isinstance(word, str) for word in (*words.values(), *patterns, *mods)) or type(kept["turns"]) is not int:
            return None
        if not patterns or digests.of(patterns) != kept["digest"]:
            return None
    except (KeyError, TypeError, ValueError, OSError, PathRefusedError):
        return None
    return Entry(**words, start=days["start"], end=days["end"], turns=kept["turns"], mods=mods, scenario=None, findings=())
