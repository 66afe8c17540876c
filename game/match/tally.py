"""Counts what happens in one game while it is played: strikes, denunciations, losses, who gets inside, how doubt fares.

Looks at the true state, which no player sees, and keeps only numbers; reading them is for others.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from game.rules.events import STRUCK, Event, EventKind
from game.rules.nouns import ACTIVE, HOUSEHOLD, ORGANISATION, TO_ARCHIVE, TO_CENTER, Audience
from game.rules.state import GameState
from game.rules.words import Strike


class Happening(StrEnum):
    """What is counted in every game, under its name in files."""

    RAIDS = "raids"
    LONE_HANDS = "lone_hands"
    STRIKES_SUCCEEDED = "strikes_succeeded"
    STRIKES_CALLED_OFF = "strikes_called_off"
    DENOUNCED_RIGHTLY = "denounced_rightly"
    DENOUNCED_WRONGLY = "denounced_wrongly"
    NEWCOMERS = "newcomers"
    NEWCOMERS_SENT = "newcomers_sent"
    RECRUITED = "recruited"
    IN_ORGANISATION = "in_organisation"
    IN_HOUSEHOLD = "in_household"
    CAME_INTO_HOUSEHOLD = "came_into_household"
    CLUES = "clues"
    BLOWN = "blown"
    ARRESTED = "arrested"
    TALKED = "talked"
    EXPELLED = "expelled"
    RECALLED = "recalled"
    DEFECTED = "defected"
    KILLED = "killed"
    MOVED_HOUSE = "moved_house"
    ORDERED_OUT = "ordered_out"
    INTERNED = "interned"


TOLD_BY: Mapping[tuple[EventKind, Audience], Happening] = {
    (EventKind.CALLED_OFF, Audience.CENTER): Happening.STRIKES_CALLED_OFF,
    (EventKind.DENOUNCED, Audience.CIRCLE): Happening.DENOUNCED_RIGHTLY,
    (EventKind.WRONGLY_DENOUNCED, Audience.CIRCLE): Happening.DENOUNCED_WRONGLY,
    (EventKind.NEWCOMER, Audience.CIRCLE): Happening.NEWCOMERS,
    (EventKind.NEWCOMER, Audience.CENTER): Happening.NEWCOMERS_SENT,
    (EventKind.RECRUITED, Audience.CENTER): Happening.RECRUITED,
    (EventKind.CLUE, Audience.CIRCLE): Happening.CLUES,
    (EventKind.BLOWN, Audience.CENTER): Happening.BLOWN,
    (EventKind.ARRESTED, Audience.CENTER): Happening.ARRESTED,
    (EventKind.TALKED, Audience.CENTER): Happening.TALKED,
    (EventKind.EXPELLED, Audience.CENTER): Happening.EXPELLED,
    (EventKind.RECALLED, Audience.CENTER): Happening.RECALLED,
    (EventKind.DEFECTED, Audience.CENTER): Happening.DEFECTED,
    (EventKind.KILLED, Audience.CIRCLE): Happening.KILLED,
    (EventKind.SETTLED, Audience.CIRCLE): Happening.MOVED_HOUSE,
    (EventKind.ORDERED_OUT, Audience.CIRCLE): Happening.ORDERED_OUT,
    (EventKind.INTERNED, Audience.CIRCLE): Happening.INTERNED,
}
"""Happenings that one event tells, with the audience whose copy is counted."""

STRIKES: Mapping[str, Happening] = {Strike.RAID: Happening.RAIDS, Strike.LONE_HAND: Happening.LONE_HANDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtCount:
    """The person-turns of one game in which the displayed doubt lay in a tenth (0: 0-9 %, 1: 10-19 % ... 9: 90 % and more).

    `moles` of the `cases` were truly the Center's; `shown` is the sum of the displayed per cents.
    """

    tenth: int
    cases: int
    moles: int
    shown: int


class Tally:
    """The counts of one game. Call `look` whenever orders can be written, `hear` after each turn."""

    def __init__(self) -> None:
        self._happened: Counter[Happening] = Counter()
        self._came_in: dict[str, int] = {}
        self._organisation: set[str] = set()
        self._household: set[str] = set()
        self._doubts: dict[int, list[int]] = {}

    def look(self, state: GameState) -> None:
        """Counts who is inside, and for every active person of the roster the doubt that the Circle is shown."""
        agents, bodies = state.center.agents, state.bodies
        for person in agents:
            body = bodies[person]
            if body.status is ACTIVE:
                self._came_in.setdefault(person, body.access)
                if body.access <= ORGANISATION:
                    self._organisation.add(person)
                if body.access <= HOUSEHOLD:
                    self._household.add(person)
        for person, member in state.circle.members.items():
            if bodies[person].status is ACTIVE:
                shown = (member.doubt + 50) // 100
                counts = self._doubts.setdefault(shown // 10 if shown < 100 else 9, [0, 0, 0])
                counts[0] += 1
                counts[1] += person in agents
                counts[2] += shown

    def hear(self, events: Iterable[Event]) -> None:
        """Counts what was told in a turn."""
        for event in events:
            if event.audience is TO_ARCHIVE:  # most of what happens, and nothing of it is counted
                continue
            happening = TOLD_BY.get((event.kind, event.audience))
            if happening is not None:
                self._happened[happening] += 1
            elif event.kind is STRUCK and event.audience is TO_CENTER:
                self._happened[STRIKES[event.operation]] += 1
                self._happened[Happening.STRIKES_SUCCEEDED] += event.number

    def happenings(self) -> dict[str, int]:
        """How often each thing happened, those that did not left out."""
        inside = {
            Happening.IN_ORGANISATION: len(self._organisation),
            Happening.IN_HOUSEHOLD: len(self._household),
            Happening.CAME_INTO_HOUSEHOLD: sum(self._came_in[person] > HOUSEHOLD for person in self._household),
        }
        counts = {**self._happened, **inside}
        return {happening.value: counts[happening] for happening in Happening if counts.get(happening)}

    def doubts(self) -> tuple[DoubtCount, ...]:
        """The person-turns by tenth of doubt, those without any left out."""
        return tuple(
            DoubtCount(tenth=tenth, cases=cases, moles=moles, shown=shown)
            for tenth, (cases, moles, shown) in sorted(self._doubts.items())
        )
