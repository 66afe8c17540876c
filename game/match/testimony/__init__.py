"""Testimonies: after a game, what its survivors recollect of it, in their own words and as far as they can know it.

`knowledge` finds what one person knows, `own` and `around` make facts of it, `speakers` chooses who is heard, `writing` and
`pen` put the facts into words by the grammar of `scenarios/rules/testimonies.yaml`.
"""

from collections.abc import Sequence

from game.match.record import Record
from game.match.testimony.course import course_of
from game.match.testimony.speakers import chosen_speakers
from game.match.testimony.writing import Testimony, write_testimony
from game.rules.definitions import Scenario
from game.rules.state import GameState

__all__ = ["Testimony", "testimonies"]


def testimonies(scenario: Scenario, record: Record, states: Sequence[GameState] = ()) -> tuple[Testimony, ...]:
    """What the survivors of a finished game recollect, the most telling first; the same for the same record.

    None if the game is not over, if the rules of today cannot repeat it, or if the scenario has no grammar. Whoever has
    replayed the record already can hand in the `states`, from the opening to the end, to save the time for doing it again.
    """
    book = scenario.testimonies
    course = course_of(scenario, record, states)
    if course is None or not book.lines:
        return ()
    said: set[str] = set()
    written = [write_testimony(course, speaker, book, said) for speaker in chosen_speakers(course, book)]
    return tuple(testimony for testimony in written if testimony is not None)
