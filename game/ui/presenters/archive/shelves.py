"""The archive as one reader may use it: the entries, the seals on them, and the links between them."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from game.scenario.archive import Archive, period_of
from game.ui.presenters.archive.dates import when_words
from game.ui.presenters.archive.entry import Link, Links
from game.ui.presenters.archive.index import IndexRow, camp_of, index_rows, person_title, portrait_of
from game.ui.presenters.archive.refs import KINDS, Kind, Ref, Tab, kinds_of
from game.ui.presenters.archive.seal_of import Locks
from game.ui.presenters.archive.seals import OPEN, Seals
from game.ui.presenters.archive.words import work_words
from game.ui.words import Words

_LINKING: tuple[Kind, ...] = ("operations", "organisations", "timeline")
"""The kinds whose entries name people, places and one another."""


class Shelves:
    """Everything that can be looked up, for one reader."""

    def __init__(self, archive: Archive, seals: Seals = OPEN) -> None:
        self.archive, self.seals = archive, seals
        self.locks = Locks(archive, seals)
        self._rows: dict[tuple[Tab, str], tuple[IndexRow, ...]] = {}

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look up."""
        return not any(getattr(self.archive, kind) for kind in KINDS)

    def rows(self, tab: Tab, _: Words) -> tuple[IndexRow, ...]:
        """The list under a tab."""
        key = (tab, _.language)
        if key not in self._rows:
            self._rows[key] = index_rows(self.archive, self.seals, self.locks, tab, _)
        return self._rows[key]

    def holds(self, ref: Ref) -> bool:
        """Whether there is such an entry, as far as the reader may know."""
        return ref.id in getattr(self.archive, ref.kind) and not (ref.kind == "people" and self.seals.hides(ref.id))

    def title(self, ref: Ref) -> str:
        """What an entry is called, as far as it may be said."""
        entry = getattr(self.archive, ref.kind)[ref.id]
        if ref.kind == "people":
            return person_title(entry, self.seals)
        return str(getattr(entry, "title", "") or entry.name)

    def notice(self, _: Words) -> str:
        """The line that keeps history and the running game apart; nothing while no game runs."""
        if not self.seals.playing:
            return ""
        return _("This is history. In this game it may be otherwise, and whose side people are on may be drawn.")

    def hearsay(self, person: str, _: Words) -> str:
        """What the side knows of somebody whose file is sealed."""
        face = self.seals.faces.get(person)
        return face.about if face is not None else _("You have not heard of this person in this game.")

    def portrait(self, person: str) -> Mapping[str, str]:
        """What somebody's portrait is drawn from, as far as it may be shown."""
        return portrait_of(self.archive.people[person], self.seals)

    def link(self, ref: Ref, note: str = "") -> Link:
        """A link to an entry that is there."""
        shut = self.locks.is_shut(ref)
        if ref.kind != "people":
            return Link(ref=ref, name=self.title(ref), note=note, shut=shut)
        person = self.archive.people[ref.id]
        camp = "" if shut else camp_of(person)
        return Link(ref=ref, name=self.title(ref), note=note, portrait=self.portrait(ref.id), camp=camp, shut=shut)

    def links(self, kind: Kind, ids: Iterable[str]) -> tuple[Link, ...]:
        """Links to entries of a kind, those that are there; of what a game seals only to people."""
        refs = (Ref(kind, id_) for id_ in ids)
        shown = (ref for ref in refs if self.holds(ref) and (kind == "people" or not self.locks.is_shut(ref)))
        return tuple(self.link(ref, self._when(ref)) for ref in shown)

    def latest(self, _: Words) -> Ref | None:
        """The event of the timeline to which the running game has come; nothing while none runs."""
        today, events = self.seals.today, self.archive.timeline
        if today is None:
            return None
        periods = ((row.ref, period_of(events[row.ref.id].date, events[row.ref.id].until)) for row in self.rows("timeline", _))
        return next((ref for ref, period in reversed(list(periods)) if period is not None and period.first <= today), None)

    def sealed(self, tab: Tab) -> int:
        """How many entries of a tab have no row while a game runs."""
        refs = (Ref(kind, id_) for kind in kinds_of(tab) for id_ in getattr(self.archive, kind))
        return sum(ref.kind != "people" and self.locks.is_shut(ref) for ref in refs)

    def sources(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """Links into the bibliography, with authors and years."""
        works = self.archive.bibliography
        refs = (Ref("bibliography", id_) for id_ in ids if id_ in works)
        return tuple(self.link(ref, work_words(works[ref.id])) for ref in refs)

    def linked_from(self, ref: Ref, _: Words) -> list[Links]:
        """The operations, organisations and events that name an entry; `links` leaves out those that are sealed."""
        heads = {"operations": _("Operations"), "organisations": _("Organisations"), "timeline": _("Timeline")}
        return [Links(title=heads[kind], links=self.links(kind, self._naming.get((kind, ref), ()))) for kind in _LINKING]

    def resting_on(self, source: str, _: Words) -> tuple[Links, ...]:
        """What rests on a source, those that are not sealed."""
        heads: dict[Kind, str] = {
            "people": _("People"), "places": _("Places"), "operations": _("Operations"),
            "organisations": _("Organisations"), "timeline": _("Timeline"),
        }  # fmt: skip
        named = []
        for kind, head in heads.items():
            ids = [id_ for id_, entry in getattr(self.archive, kind).items() if source in entry.sources]
            open_ = tuple(link for link in self.links(kind, ids) if not link.shut)
            named.append(Links(title=head, links=open_))
        return tuple(each for each in named if each.links)

    def _when(self, ref: Ref) -> str:
        if ref.kind not in ("timeline", "operations"):
            return ""
        entry = getattr(self.archive, ref.kind)[ref.id]
        return when_words(entry.date, entry.until)

    @cached_property
    def _naming(self) -> dict[tuple[Kind, Ref], list[str]]:
        """For each entry the ids of those that name it, by kind; events in the order of time."""
        naming: dict[tuple[Kind, Ref], list[str]] = {}
        named: tuple[Kind, ...] = ("people", "places", "operations", "organisations")
        for kind in _LINKING:
            for id_, entry in sorted(getattr(self.archive, kind).items(), key=lambda item: getattr(item[1], "date", "")):
                for what in named:
                    for other in getattr(entry, what, ()):
                        naming.setdefault((kind, Ref(what, other)), []).append(id_)
        return naming
