"""How history went in the months of a game: what the library tells of the same days, with its sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from game.match.chronicle import Chronicle
from game.scenario.archive import Archive, Confidence, DatedEvent, period_of
from game.ui.presenters.archive.dates import when_words
from game.ui.words import Words

LONG = 62
"""What lasted more days than these is told once, in the turn in which it began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastLine:
    """One event of the library: when and what, what is disputed, and who says so. `id` opens its entry."""

    id: str
    date: str
    title: str
    text: str
    disputed: str
    sources: str
    turn: int


def past_of(chronicle: Chronicle, archive: Archive, turn: int, _: Words) -> tuple[PastLine, ...]:
    """What happened in history in the days of a turn, in order; after the end that of the last turn."""
    catalogue = chronicle.scenario.catalogue
    turn = min(turn, max(1, chronicle.turns))
    first, last = catalogue.first_day(turn), catalogue.last_day(turn)
    found = sorted((began, event) for began, event in _within(archive, first, last))
    return tuple(_line(archive, event, turn, _) for _began, event in found)


def past_of_all(chronicle: Chronicle, archive: Archive, _: Words) -> tuple[PastLine, ...]:
    """What happened in history from the first day of the game to its last, once each."""
    seen: dict[str, PastLine] = {}
    for turn in range(1, chronicle.turns + 1):
        for line in past_of(chronicle, archive, turn, _):
            seen.setdefault(line.id, line)
    return tuple(seen.values())


def _within(archive: Archive, first: date, last: date) -> Iterator[tuple[tuple[date, str], DatedEvent]]:
    for event in archive.timeline.values():
        period = period_of(event.date, event.until)
        if period is None or period.last < first or period.first > last:
            continue
        if (period.last - period.first).days > LONG and not first <= period.first <= last:
            continue
        yield (period.first, event.id), event


def _line(archive: Archive, event: DatedEvent, turn: int, _: Words) -> PastLine:
    works = [archive.bibliography.get(source) for source in event.sources]
    names = [f"{work.author}, {work.title}" if work.author else work.title for work in works if work is not None]
    sure = {
        Confidence.A: _("several independent sources"),
        Confidence.B: _("one credible source"),
        Confidence.C: _("told differently"),
    }[event.confidence]
    return PastLine(
        id=event.id,
        date=when_words(event.date, event.until),
        title=event.title,
        text=event.text,
        disputed=event.disputed,
        sources=f"{'; '.join(names)} ({sure})" if names else sure,
        turn=turn,
    )
