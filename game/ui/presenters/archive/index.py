"""The archive as lists: a row for every entry, sorted and searchable."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from game.rules.definitions import PersonDefinition
from game.scenario.archive import Archive, period_of
from game.ui.presenters.archive.dates import when_words
from game.ui.presenters.archive.refs import Ref, Tab, kinds_of
from game.ui.presenters.archive.seal_of import Locks
from game.ui.presenters.archive.seals import Seals
from game.ui.presenters.archive.words import organisation_words, part_words, shelf_words, work_words
from game.ui.presenters.people import BY_ID
from game.ui.presenters.places import kind_words
from game.ui.words import Words

Camp = Literal["center", "circle", "host", ""]
"""Whose somebody is: a side's, neither side's, or nothing that may be said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexRow:
    """An entry in a list. `sought` is what a search looks through, in plain small letters; `shut` while a game seals it."""

    ref: Ref
    title: str
    note: str
    sought: str
    portrait: Mapping[str, str]
    camp: Camp = ""
    shut: bool = False


def index_rows(archive: Archive, seals: Seals, locks: Locks, tab: Tab, _: Words) -> tuple[IndexRow, ...]:
    """The rows of a tab in their order: people by surname, the timeline by date, places, operations and sources as filed. Of
    what a game seals only people have a row: the very titles of the rest would tell."""
    refs = [Ref(kind, id_) for kind in kinds_of(tab) for id_ in getattr(archive, kind)]
    seen = (ref for ref in refs if not (seals.hides(ref.id) if ref.kind == "people" else locks.is_shut(ref)))
    rows = [_row(archive, seals, locks, ref, _) for ref in seen]
    if tab == "people":
        rows.sort(key=lambda row: [plain(part) for part in (row.title.split()[-1], row.title)])
    elif tab == "timeline":
        rows.sort(key=lambda row: _begin(archive, row.ref.id))
    elif tab == "places":
        rows.sort(key=lambda row: (row.ref.kind != "countries", plain(row.title)))
    return tuple(rows)


def search(rows: Sequence[IndexRow], words: str) -> tuple[IndexRow, ...]:
    """Rows in which every word occurs, whatever its case and accents; those that have it in their title first."""
    wanted = plain(words).split()
    found = [row for row in rows if all(word in row.sought for word in wanted)]
    return tuple(sorted(found, key=lambda row: not all(word in plain(row.title) for word in wanted))) if wanted else tuple(rows)


def plain(text: str) -> str:
    """Small letters without accents, for sorting and searching."""
    parts = unicodedata.normalize("NFKD", text.casefold().replace("ø", "o").replace("ı", "i").replace("ł", "l"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def person_title(person: PersonDefinition, seals: Seals) -> str:
    """Somebody's name: as the side knows it while a game seals the file, else as history has it."""
    if person.id in seals.files:
        return seals.faces[person.id].name if person.id in seals.faces else person.name
    return person.name


def camp_of(person: PersonDefinition) -> Camp:
    """Whose somebody was, as history has it."""
    return "host" if person.host else "center" if person.side.value == "center" else "circle"


def portrait_of(person: PersonDefinition, seals: Seals) -> Mapping[str, str]:
    """What somebody's portrait is drawn from. While a game seals the file it is the face that the side knows, or none."""
    face = seals.faces.get(person.id)
    if person.id in seals.files:
        return {**dict(face.portrait), BY_ID: person.id} if face is not None else {}
    return {**person.portrait, BY_ID: person.id}


def _begin(archive: Archive, id_: str) -> tuple[object, ...]:
    event = archive.timeline[id_]
    period = period_of(event.date, event.until)
    return (period is None, period.first if period else None, period.last if period else None)


def _row(archive: Archive, seals: Seals, locks: Locks, ref: Ref, _: Words) -> IndexRow:
    shut = locks.is_shut(ref)
    portrait: Mapping[str, str] = {}
    camp: Camp = ""
    hidden: tuple[str, ...] = ()
    entry = getattr(archive, ref.kind)[ref.id]
    match ref.kind:
        case "people":
            title, note, portrait = person_title(entry, seals), "" if shut else entry.life, portrait_of(entry, seals)
            camp = "" if shut else camp_of(entry)
            hidden = (entry.about, entry.bio, entry.true_name, entry.cover_name, entry.code_name, *archive.names.get(ref.id, ()))
        case "places":
            title, note = entry.name, archive.countries[entry.country].name if entry.country in archive.countries else ""
            hidden = (entry.note, *(kind_words(kind, _) for kind in entry.kinds))
        case "countries":
            title, note, hidden = entry.name, _("country"), (entry.note,)
        case "operations":
            title, note, hidden = entry.title, when_words(entry.date, entry.until), (entry.text, part_words(entry.part, _))
        case "organisations":
            title, note, hidden = entry.name, organisation_words(entry.kind, _), (entry.text,)
        case "timeline":
            title, note, hidden = entry.title, when_words(entry.date, entry.until), (entry.text, entry.where)
        case "bibliography":
            title, note = entry.title, work_words(entry)
            hidden = (entry.about, shelf_words(entry.shelf, _))
    told = () if shut else hidden
    sought = plain("\n".join((title, note, *told)))
    return IndexRow(ref=ref, title=title, note=note, portrait=portrait, camp=camp, shut=shut, sought=sought)
