"""Lessons and notes: what a tutorial says, what it points at, and what must happen for it to go on.

Only the window knows what to do with them. The rules never see them, and a game plays the same with or without.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.rules.nouns import Side, Word


class Part(Word):
    """The parts of the window that can be pointed at by name."""

    SEAL = "seal"
    COMMIT = "commit"
    CARDS = "cards"
    ORDERS = "orders"
    TASKS = "tasks"
    FUNDS = "funds"
    SIGNALS = "signals"
    PARANOIA = "paranoia"
    TRACK = "track"
    PREPARATION = "preparation"
    INFLUENCE = "influence"
    SECURITY = "security"
    TOLERANCE = "tolerance"
    COVER = "cover"
    DOUBT = "doubt"
    SUCCESS = "success"
    TRACES = "traces"
    CALL_OFF = "call_off"
    TARGETS = "targets"
    MAP = "map"
    RINGS = "rings"
    LOG = "log"
    MENU = "menu"
    RING_BOARD = "ring_board"
    TELEGRAM = "telegram"
    GO_ON = "go_on"
    HOUSEHOLD = "household"


class Sheet(Word):
    """The screens that a step can wait for."""

    DESK = "desk"
    RINGS = "rings"
    LOG = "log"
    MONTH = "month"
    VERDICT = "verdict"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartAt:
    """Points at a named part of the window."""

    part: Part


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAt:
    """Points at a person: the card, the row in a list, the token on the map or on the rings."""

    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAt:
    """Points at a place on the map, or in a list of targets."""

    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationAt:
    """Points at an order in the open dossier; with `by` only if it is that person's."""

    operation: str
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetAt:
    """Points at a person or place in the list of targets, while an order is being aimed."""

    target: str


Pointing = PartAt | PersonAt | PlaceAt | OperationAt | TargetAt
"""What a step or a note points at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """Goes on when the player says so."""

    read: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """Goes on when the sheet of this person or place lies open on the desk."""

    opened: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Goes on when this screen is shown."""

    shown: Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Aimed:
    """Goes on when the odds of such an order are on the table; `at` names its target, if that matters."""

    aimed: str
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """Goes on when such an order has been given this turn; `by` and `at` name its agent and target, if they matter."""

    ordered: str
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """Goes on when the orders of a turn have been sealed: of turn number `of`, or else of the one in which the step began."""

    sealed: bool
    of: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnReached:
    """Goes on when this turn has begun and the desk is open."""

    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Goes on when the side has been told of this event of the scenario."""

    heard: str


Waiting = Read | Opened | Shown | Aimed | Ordered | Sealed | TurnReached | Heard
"""What must happen for a lesson to go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonStep:
    """One card of a lesson. `at` is tried in turn: the first that is on the screen is pointed at."""

    id: str
    title: str = ""
    text: str
    at: tuple[Pointing, ...] = ()
    until: Waiting = Read()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lessons:
    """A course for each side, its steps in the order in which they are written.

    The lesson is played with this seed and allegiances as history has them, so that it always finds what it speaks of.
    """

    seed: int = 1
    center: Mapping[str, LessonStep] = field(default_factory=dict)
    circle: Mapping[str, LessonStep] = field(default_factory=dict)

    def of(self, side: Side) -> tuple[LessonStep, ...]:
        """The steps of one side."""
        return tuple((self.center if side is Side.CENTER else self.circle).values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A few words the first time something is met, until they are dismissed.

    It comes when one of the things it points `at` is on the screen; `side` keeps it to one side's desk.
    """

    id: str
    title: str
    text: str
    at: tuple[Pointing, ...]
    side: Side | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaching:
    """All that a scenario has to teach."""

    lessons: Lessons = Lessons()
    notes: tuple[Note, ...] = ()
