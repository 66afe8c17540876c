"""What happened, told to one audience at a time.

What the other side notices of the same thing is a second, poorer event: nothing is ever
blanked out. Events carry ids and numbers; words are found for them elsewhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.rules.nouns import STRIKES, Audience, Word
from game.rules.records import maker, quick

DISPATCHES, RECKONING = "dispatches", "reckoning"
"""The phases of a turn in which no orders are carried out: it begins with the one and ends with the other."""

SUCCEEDS, LEAVES_TRACES = "succeeds", "leaves traces"
"""What is rolled for when an order is carried out, as dice and archive call it after the operation's id and a colon."""


class EventKind(Word):
    """The closed list of things that can be told."""

    SUCCEEDED = "succeeded"
    FAILED = "failed"
    LAPSED = "lapsed"
    ROLLED = "rolled"
    LEFT_TRACES = "left_traces"
    CLUE = "clue"
    STRANGER = "stranger"
    SURVEYED = "surveyed"
    REPORTED = "reported"
    SAW_THROUGH = "saw_through"
    FOUND = "found"
    ARRIVED = "arrived"
    JOINED = "joined"
    NEWCOMER = "newcomer"
    CAME_CLOSER = "came_closer"
    SENT_AWAY = "sent_away"
    SENT_OFF = "sent_off"
    SET_OUT = "set_out"
    LEVER_LEARNT = "lever_learnt"
    RECRUITED = "recruited"
    APPROACHED = "approached"
    LAY_LOW = "lay_low"
    EXPELLED = "expelled"
    BLOWN = "blown"
    ARRESTED = "arrested"
    TALKED = "talked"
    KEPT_SILENT = "kept_silent"
    NAMED = "named"
    DEFECTED = "defected"
    RECALLED = "recalled"
    KILLED = "killed"
    GONE = "gone"
    STRUCK = "struck"
    CALLED_OFF = "called_off"
    WATCHED = "watched"
    FINDING = "finding"
    DENOUNCED = "denounced"
    WRONGLY_DENOUNCED = "wrongly_denounced"
    SETTLED = "settled"
    LEFT_COUNTRY = "left_country"
    VISA_GRANTED = "visa_granted"
    VISA_WITHDRAWN = "visa_withdrawn"
    ORDERED_OUT = "ordered_out"
    INTERNED = "interned"
    RELEASED = "released"
    TASK_MET = "task_met"
    TASK_MISSED = "task_missed"
    DEMAND = "demand"
    DEMAND_UNMET = "demand_unmet"
    TOLD = "told"
    HEADLINE = "headline"
    VERDICT = "verdict"


ROLLED, STRUCK = EventKind.ROLLED, EventKind.STRUCK


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A number that went from one value to another, for the side that may know it."""

    what: str
    before: int
    after: int
    of: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Event:
    """One thing told to one audience.

    `phase` is the name of a `PhaseName`, or `DISPATCHES` or `RECKONING`. `subject` and `other` are persons, `place` a place,
    area or country, `chance` and `roll` are per cents (-1: none), `people` are further persons, the last `known` of them known
    to be there before, `number` a count such as the id of a clue;
    of news, days after the first of the turn.
    """

    kind: EventKind
    audience: Audience
    turn: int
    phase: str = ""
    operation: str = ""
    subject: str = ""
    other: str = ""
    place: str = ""
    text: str = ""
    number: int = 0
    chance: int = -1
    roll: int = -1
    people: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    known: int = 0


make_change, make_event = maker(Change), maker(Event)


def strike_rolls(events: Iterable[Event]) -> Iterator[Event]:
    """The rolls among some events by which strikes succeeded or failed."""
    return (event for event in events if event.kind is ROLLED and event.phase == STRIKES and event.text.endswith(f":{SUCCEEDS}"))
