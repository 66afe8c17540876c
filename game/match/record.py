"""What is kept of a game: the record, from which it can be repeated, and the snapshot, from which it goes on.

Plain frozen values. How they are written to files is not known here.
"""

from dataclasses import dataclass
from itertools import chain

from game.rules.events import Event, EventKind
from game.rules.nouns import Luck, Side
from game.rules.orders import Order
from game.rules.records import quick
from game.rules.setup import Allegiances
from game.rules.state import GameState

RECORD_FORMAT = 3
"""The form of a record. It goes up when older games could no longer read it; `formats` then learns a step from the old."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """Who sits on each side: `person`, or the name of a computer's player."""

    center: str
    circle: str

    def of(self, side: Side) -> str:
        """Who sits on a side."""
        return self.center if side is Side.CENTER else self.circle


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The game before the first order: a digest of the state and what the first dispatches told."""

    digest: str
    events: tuple[Event, ...]


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class TurnRecord:
    """One resolved turn: both sides' orders, a digest of the state after it, and everything told, dispatches included.

    The events are kept although a replay finds them again, so that a record can still be read after the rules changed.
    `stir` is what the turn's dice were stirred with, empty but in games by mail.
    """

    turn: int
    center: tuple[Order, ...]
    circle: tuple[Order, ...]
    digest: str
    events: tuple[Event, ...]
    stir: str = ""

    def orders(self, side: Side) -> tuple[Order, ...]:
        """The orders of one side."""
        return self.center if side is Side.CENTER else self.circle


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """The scenario's files were changed in the middle of a game: from `turn` on those of `fingerprint` held."""

    turn: int
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A whole game so far.

    `version` is the game's that began it, `fingerprint` names the scenario's exact files, `luck` is how its rolls fall.
    """

    format: int = RECORD_FORMAT
    version: str
    scenario: str
    title: str
    fingerprint: str
    seed: int
    allegiances: Allegiances
    luck: Luck = Luck.DICE
    seats: Seats
    opening: Opening
    turns: tuple[TurnRecord, ...] = ()
    amendments: tuple[Amendment, ...] = ()

    def events(self) -> tuple[Event, ...]:
        """Everything told so far to anybody, in the order in which it was told."""
        return (*self.opening.events, *chain.from_iterable(turn.events for turn in self.turns))

    def events_by_turn(self) -> dict[int, tuple[Event, ...]]:
        """The same by the turn in which it happened, a turn's own dispatches included."""
        told: dict[int, list[Event]] = {}
        for event in self.events():
            told.setdefault(event.turn, []).append(event)
        return {turn: tuple(events) for turn, events in told.items()}

    @property
    def verdict(self) -> Event | None:
        """The verdict as it was told; nothing in a game that is not over."""
        return next((event for event in self.events() if event.kind is EventKind.VERDICT), None)

    def is_over(self) -> bool:
        """Whether the record goes as far as the verdict."""
        return self.verdict is not None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A game as it stands: the state, and the orders of a side that has sealed them (`None`: not yet)."""

    state: GameState
    center: tuple[Order, ...] | None = None
    circle: tuple[Order, ...] | None = None

    def of(self, side: Side) -> tuple[Order, ...] | None:
        """The orders that a side has sealed."""
        return self.center if side is Side.CENTER else self.circle
