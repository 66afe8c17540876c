"""What one person can know of a game: what he did, what was done to him, what happened where he was, what the world heard.

Everything a testimony says is drawn from here. Rolls, the other side's telegrams and what was thought of him are not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from game.match.testimony.course import Course
from game.match.testimony.deeds import Contact, contact_of
from game.rules.events import Event, EventKind
from game.rules.nouns import HOUSEHOLD, ORGANISATION, Status

PUBLIC = frozenset(
    (
        EventKind.BLOWN,
        EventKind.ARRESTED,
        EventKind.DEFECTED,
        EventKind.EXPELLED,
        EventKind.KILLED,
        EventKind.STRUCK,
        EventKind.DENOUNCED,
        EventKind.WRONGLY_DENOUNCED,
        EventKind.LEFT_COUNTRY,
        EventKind.ORDERED_OUT,
        EventKind.INTERNED,
        EventKind.RELEASED,
        EventKind.HEADLINE,
    )
)
"""What both sides are told, and with them the world."""

OWN = frozenset(
    (
        EventKind.SUCCEEDED,
        EventKind.FAILED,
        EventKind.LEFT_TRACES,
        EventKind.REPORTED,
        EventKind.JOINED,
        EventKind.NEWCOMER,
        EventKind.CAME_CLOSER,
        EventKind.SENT_AWAY,
        EventKind.RECRUITED,
        EventKind.APPROACHED,
        EventKind.TALKED,
        EventKind.KEPT_SILENT,
        EventKind.CALLED_OFF,
    )
)
"""What its subject must have known of himself. That he was suspected, vetted, named or recognised is not among it."""

EXPOSING = frozenset((EventKind.BLOWN, EventKind.ARRESTED, EventKind.DEFECTED, EventKind.EXPELLED, EventKind.DENOUNCED))
"""What tells the world whom somebody served."""


class Way(StrEnum):
    """How somebody came to know of a thing."""

    DID = "did"
    SUFFERED = "suffered"
    SAW = "saw"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Known:
    """An event, how somebody knows of it, and its place in the order in which everything happened."""

    event: Event
    way: Way
    index: int = 0


@dataclass(frozen=True)
class Knowledge:
    """What one person knows."""

    course: Course
    person: str

    @cached_property
    def known(self) -> tuple[Known, ...]:
        """Everything he knows of, in the order in which it happened."""
        return tuple(self._known())

    @cached_property
    def exposed(self) -> frozenset[str]:
        """Whom the world has learnt to be the Center's."""
        return frozenset(known.event.subject for known in self.known if known.event.kind in EXPOSING)

    @cached_property
    def cleared(self) -> frozenset[str]:
        """Who was named before the world, and wrongly."""
        wrongly = EventKind.WRONGLY_DENOUNCED
        return frozenset(known.event.subject for known in self.known if known.event.kind is wrongly)

    @cached_property
    def is_agent(self) -> bool:
        """Whether he was ever the Center's."""
        return self.person in self.course.agents

    @cached_property
    def is_member(self) -> bool:
        """Whether he was ever on the Circle's roster."""
        return self.person in self.course.members

    @cached_property
    def in_play(self) -> range:
        """From his first to his last turn; of what came before and after he has only read. The whole game for a bystander."""
        bodies = ((turn, self.course.body(self.person, turn)) for turn in self.course.turns)
        there = [turn for turn, body in bodies if body is not None and body.status in (Status.ACTIVE, Status.IN_TRANSIT)]
        return range(there[0], there[-1] + 1) if there else self.course.turns

    def lived_there(self, turn: int) -> bool:
        """Whether he was of the household, and with the Old Man, in a turn."""
        body = self.course.body(self.person, turn)
        here = self.course.area(self.person, turn)
        inside = body is not None and body.access == HOUSEHOLD and self.course.is_member(self.person, turn)
        return inside and bool(here) and here == self.course.seat_area(turn)

    def knows_well(self, other: str) -> bool:
        """Whether he worked in one area with somebody of a side of his."""
        return other != self.person and self.course.met(self.person, other)

    def _known(self) -> Iterator[Known]:
        for index, event in enumerate(self.course.told):
            way = self._way(event)
            if way is not None:
                yield Known(event, way, index)

    def _way(self, event: Event) -> Way | None:
        if event.kind in OWN and event.subject == self.person:
            return Way.DID
        if event.kind is EventKind.FINDING and event.other == self.person:
            return Way.DID
        if event.other == self.person and self._took_part(event):
            return Way.SUFFERED
        if event.kind is EventKind.CLUE:
            return Way.SAW if self._would_hear(event) else None
        if event.kind in PUBLIC:
            return Way.SAW if self._was_there(event) else Way.READ
        return None

    def _took_part(self, event: Event) -> bool:
        """Whether the target of an order must have noticed that somebody dealt with him."""
        operation = self.course.scenario.catalogue.operations.get(event.operation)
        if operation is None or event.kind not in (EventKind.SUCCEEDED, EventKind.FAILED):
            return False
        contact = contact_of(operation)
        return contact in (Contact.ASKS, Contact.TURNS) or (contact is not None and event.kind is EventKind.SUCCEEDED)

    def _would_hear(self, event: Event) -> bool:
        """Whether what was noticed somewhere was spoken of to him: the organisation's people on the spot."""
        body = self.course.body(self.person, event.turn)
        trusted = body is not None and HOUSEHOLD <= body.access <= ORGANISATION
        return trusted and self.course.is_member(self.person, event.turn) and self._was_there(event)

    def _was_there(self, event: Event) -> bool:
        here = self.course.area(self.person, event.turn)
        return bool(here) and bool(event.place) and here == self.course.in_area(event.place)
