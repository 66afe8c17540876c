"""Testimonies: after a game, what its survivors recollect of it, in their own words and as far as they can know it.

`knowledge` finds what one person knows, `own` and `around` make facts of it, `speakers` chooses who is heard, `writing` and
`pen` put the facts into words by the grammar of `scenarios/rules/testimonies.yaml`.
"""

from game.match.record import Record
from game.match.testimony.course import course_of
from game.match.testimony.speakers import chosen_speakers
from game.match.testimony.writing import Testimony, write_testimony
from game.rules.definitions import Scenario

__all__ = ["Testimony", "testimonies"]


def testimonies(scenario: Scenario, record: Record) -> tuple[Testimony, ...]:
    """What the survivors of a finished game recollect, the most telling first; the same for the same record.

    None if the game is not over, if the rules of today cannot repeat it, or if the scenario has no grammar.
    """
    book = scenario.testimonies
    course = course_of(scenario, record)
    if course is None or not book.lines:
        return ()
    said: set[str] = set()
    written = [write_testimony(course, speaker, book, said) for speaker in chosen_speakers(course, book)]
    return tuple(testimony for testimony in written if testimony is not None)
