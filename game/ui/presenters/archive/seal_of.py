"""Whether an entry is shut while a game runs."""

from functools import cache

from game.scenario.archive import Archive, period_of
from game.ui.presenters.archive.mentions import Mentions
from game.ui.presenters.archive.refs import Ref
from game.ui.presenters.archive.seals import Seals

_DATED = ("operations", "timeline")
_NEVER = ("countries", "bibliography")
"""Hosts and sources say nothing that a side may not know."""


class Locks:
    """Asks of each entry whether the seals shut it; see `Seals`."""

    def __init__(self, archive: Archive, seals: Seals) -> None:
        self._archive, self._seals, self._mentions = archive, seals, Mentions(archive)
        self.is_shut = cache(self._is_shut)

    def is_later(self, begins: str, until: str = "") -> bool:
        """Whether something was not over by the game's day."""
        period = period_of(begins, until)
        return self._seals.today is not None and period is not None and period.last > self._seals.today

    def speaks_of(self, ref: Ref) -> frozenset[str]:
        """The people whom an entry names, in its lists or in its text."""
        entry = getattr(self._archive, ref.kind)[ref.id]
        texts = (getattr(entry, name, "") for name in ("title", "text", "outcome", "lesson", "disputed", "about", "bio", "note"))
        listed = (*getattr(entry, "people", ()), *(relation.to for relation in getattr(entry, "relations", ())))
        return self._mentions.in_text("\n".join(texts)) | frozenset(listed)

    def _is_shut(self, ref: Ref) -> bool:
        if not self._seals.playing or ref.kind in _NEVER:
            return False
        if ref.kind == "people" and ref.id in self._seals.files:
            return True
        if ref.kind == "places" and ref.id in self._seals.places:
            return False
        entry = getattr(self._archive, ref.kind)[ref.id]
        if ref.kind in _DATED and self.is_later(entry.date, entry.until):
            return True
        return bool((self.speaks_of(ref) - {ref.id}) & self._seals.secrets)
