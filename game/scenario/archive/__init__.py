"""The library of what really happened: people and places as the scenarios have them, and beside them past operations,
organisations, a timeline, the hosts year by year, and the sources. Nothing here is played.

Use `examine_archive` for all of it with everything that is wrong, and `read_archive` for what the game shows.
"""

from game.rules.nouns import Confidence
from game.scenario.archive.layout import (
    Archive,
    Asylum,
    DatedEvent,
    Organisation,
    OrganisationKind,
    Part,
    PastOperation,
    Shelf,
    Stance,
    Work,
)
from game.scenario.archive.loading import ArchiveExamination, examine_archive, read_archive
from game.scenario.archive.periods import Period, period_of

__all__ = [
    "Archive",
    "ArchiveExamination",
    "Asylum",
    "Confidence",
    "DatedEvent",
    "Organisation",
    "OrganisationKind",
    "Part",
    "PastOperation",
    "Period",
    "Shelf",
    "Stance",
    "Work",
    "examine_archive",
    "period_of",
    "read_archive",
]
