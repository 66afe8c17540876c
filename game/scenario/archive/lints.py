"""Checks on the whole archive: every claim has a source, every name leads somewhere, dates can be read, what is disputed
is told as disputed."""

from collections.abc import Iterator

from game.rules.nouns import Confidence
from game.scenario.archive.periods import period_of
from game.scenario.archive.sheet import ARCHIVE_KINDS, CLAIMING_KINDS, ArchiveSheet
from game.scenario.findings import Finding, Severity, nearest
from game.scenario.lints import names
from game.scenario.lints.sheet import Lint, Remark, missing, remarks_of
from game.scenario.lints.texts import INVENTED, NO_SOURCES
from game.scenario.nodes import Mark, nearest_mark

_REFERENCES = {"people": "person", "places": "place", "operations": "operation", "organisations": "organisation"}
"""Lists of ids that an entry may hold, each named as the kind it leads to, and the word for one of them."""

_SCALES = {"tolerance": 10, "alert": 5, "police": 5, "leverage": 3}


def without_sources(sheet: ArchiveSheet) -> Iterator[Remark]:
    """Whoever lived, wherever something happened, whatever is told of it: each has sources."""
    for kind, path, entry in sheet.everything():
        if kind in CLAIMING_KINDS and not entry.sources:
            person = kind == "people"
            yield Remark(path, NO_SOURCES if person else "no sources are given for what is said here", INVENTED if person else "")


def unknown_sources(sheet: ArchiveSheet) -> Iterator[Remark]:
    """Every source that is named stands in the bibliography."""
    known = sheet.ids("bibliography")
    for _, path, entry in sheet.everything():
        for index, source in enumerate(getattr(entry, "sources", ())):
            if source not in known:
                message = f"there is no source '{source:.60}' in the bibliography"
                yield Remark(f"{path}.sources[{index}]", message, nearest(source, known))


def unknown_names(sheet: ArchiveSheet) -> Iterator[Remark]:
    """Every person, place, operation and organisation that an entry names exists."""
    for kind, path, entry in sheet.everything():
        if kind not in ARCHIVE_KINDS:
            continue
        for list_, noun in _REFERENCES.items():
            known = sheet.ids(list_)
            for index, name in enumerate(getattr(entry, list_, ())):
                yield from missing(f"{path}.{list_}[{index}]", noun, name, known)
    people = sheet.ids("people")
    for name in sheet.past.names:
        yield from missing(f"names.{name}", "person", name, people)
    countries = sheet.ids("countries")
    for years in sheet.past.asylum.values():
        yield from missing(f"asylum.{years.id}.country", "country", years.country, countries)


def lost_relations(sheet: ArchiveSheet) -> Iterator[Remark]:
    """Relations lead to people of the library."""
    return names.lost_relations(sheet.library.people, sheet.ids("people"))


def odd_relations(sheet: ArchiveSheet) -> Iterator[Remark]:
    """A kind of relation may be a word of one's own, but no misspelt one."""
    return names.odd_relations(sheet.library.people)


def bad_dates(sheet: ArchiveSheet) -> Iterator[Remark]:
    """Dates are a year, a month or a day, and nothing ends before it begins."""
    for _, path, entry in sheet.everything():
        dates = [(name, getattr(entry, name, "")) for name in ("date", "until")]
        wrong = [(name, text) for name, text in dates if text and period_of(text) is None]
        for name, text in wrong:
            message = f"found '{text:.40}', expected a date such as 1938, 1938-02 or 1938-02-16"
            yield Remark(f"{path}.{name}", message)
        whole = period_of(dates[0][1], dates[1][1]) if not wrong else None
        if whole is not None and whole.first > whole.last:
            yield Remark(f"{path}.until", f"it ends on {whole.last} before it begins on {whole.first}")


def told_as_certain(sheet: ArchiveSheet) -> Iterator[Remark]:
    """Whatever is disputed says what is told differently."""
    for kind, path, entry in sheet.everything():
        disputable = kind in ("operations", "organisations", "timeline")
        if disputable and entry.confidence is Confidence.C and not entry.disputed:
            yield Remark(path, "confidence C, but nothing says what is disputed", "add `disputed:`")


def off_scale(sheet: ArchiveSheet) -> Iterator[Remark]:
    """The numbers of the hosts stay on the scales of the game."""
    for years in sheet.past.asylum.values():
        for name, most in _SCALES.items():
            number = getattr(years, name)
            if not 0 <= number <= most:
                yield Remark(f"asylum.{years.id}.{name}", f"found {number}, expected 0 to {most}")


ARCHIVE_LINTS: tuple[Lint[ArchiveSheet], ...] = (
    Lint("no-sources", Severity.WARNING, without_sources),
    Lint("unknown-source", Severity.ERROR, unknown_sources),
    Lint("unknown-name", Severity.ERROR, unknown_names),
    Lint("unknown-relation", Severity.WARNING, lost_relations),
    Lint("misspelt-relation", Severity.WARNING, odd_relations),
    Lint("bad-date", Severity.ERROR, bad_dates),
    Lint("told-as-certain", Severity.WARNING, told_as_certain),
    Lint("off-scale", Severity.ERROR, off_scale),
)


def run_archive_lints(sheet: ArchiveSheet) -> list[Finding]:
    """Everything that the lints find, in their order."""

    def mark(path: str) -> Mark:
        return nearest_mark(sheet.tree_of(path.partition(".")[0]), path)

    return remarks_of(ARCHIVE_LINTS, sheet, mark)
