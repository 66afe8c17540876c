"""How far the player has come in which lesson, and which notes need not come again; kept with the settings."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from game.match.tables import write_table

RUNNING, LEFT, DONE = "running", "left", "done"
_STATES = (RUNNING, LEFT, DONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """Where a lesson stands: the id of its step, the seed of the game it is taken in, and whether it goes on."""

    step: str
    seed: int
    state: str = RUNNING


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Bookmarks by lesson (`scenario/side`), and the ids of the notes that were dismissed."""

    lessons: Mapping[str, Bookmark] = field(default_factory=dict)
    dismissed: frozenset[str] = frozenset()


class ProgressFile:
    """Keeps the progress in one JSON file, written whole or not at all. What cannot be read counts as nothing learnt."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._progress: Progress | None = None

    @property
    def progress(self) -> Progress:
        """What is kept, read once."""
        if self._progress is None:
            self._progress = _read(self.path)
        return self._progress

    def mark(self, lesson: str, bookmark: Bookmark) -> None:
        """Keeps where a lesson stands."""
        if self.progress.lessons.get(lesson) != bookmark:
            self._keep(replace(self.progress, lessons={**self.progress.lessons, lesson: bookmark}))

    def dismiss(self, *notes: str) -> None:
        """Keeps that these notes need not come again."""
        if not self.progress.dismissed.issuperset(notes):
            self._keep(replace(self.progress, dismissed=self.progress.dismissed | set(notes)))

    def forget_notes(self) -> None:
        """Lets every note come again."""
        self._keep(replace(self.progress, dismissed=frozenset()))

    def _keep(self, progress: Progress) -> None:
        """In force at once, and on the disk if it can be written."""
        self._progress = progress
        lessons = {name: asdict(mark) for name, mark in progress.lessons.items()}
        write_table(self.path, {"lessons": lessons, "dismissed": sorted(progress.dismissed)})


def _read(path: Path) -> Progress:
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        marks = {str(name): _bookmark(mark) for name, mark in raw.get("lessons", {}).items()}
        return Progress(lessons=marks, dismissed=frozenset(str(name) for name in raw.get("dismissed", ())))
    except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return Progress()


def _bookmark(raw: Mapping[str, Any]) -> Bookmark:
    step, seed, state = raw["step"], raw["seed"], raw["state"]
    if not isinstance(step, str) or not isinstance(seed, int) or state not in _STATES:
        raise ValueError("no bookmark")
    return Bookmark(step=step, seed=seed, state=state)
