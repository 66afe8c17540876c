"""Whether what a lesson waits for has happened: read off the screen and the game, and never asked of the player."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import assert_never

from game.rules.nouns import Side
from game.rules.orders import Order
from game.scenario.lessons import Aimed, Heard, Opened, Ordered, Read, Sealed, Sheet, Shown, TurnReached, Waiting
from game.ui.desk.screen import DeskScreen
from game.ui.screen import Screen
from game.ui.screens.log import LogScreen
from game.ui.screens.month import MonthScreen
from game.ui.screens.rings import RingsScreen
from game.ui.screens.verdict import VerdictScreen

SHEETS: dict[Sheet, type[Screen]] = {
    Sheet.DESK: DeskScreen,
    Sheet.RINGS: RingsScreen,
    Sheet.LOG: LogScreen,
    Sheet.MONTH: MonthScreen,
    Sheet.VERDICT: VerdictScreen,
}
"""The screens on which a lesson is given; on all others it keeps silent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """The game a lesson is taken in, as far as it matters to it. `told` are the events that the side was told of."""

    scenario: str
    side: Side
    seed: int
    turn: Callable[[], int]
    orders: Callable[[], Sequence[Order]]
    told: Callable[[], frozenset[str]]

    @property
    def lesson(self) -> str:
        """The name under which progress is kept."""
        return f"{self.scenario}/{self.side.value}"


def has_happened(waiting: Waiting, screen: Screen, play: Play, since: int) -> bool:
    """Whether a step may go on by itself. `since` is the turn in which it began."""
    desk = screen if isinstance(screen, DeskScreen) else None
    match waiting:
        case Read():
            return False
        case Opened():
            return desk is not None and desk.shown == waiting.opened
        case Shown():
            return isinstance(screen, SHEETS[waiting.shown])
        case Aimed():
            order = desk.aimed if desk is not None else None
            return order is not None and order.operation == waiting.aimed and waiting.at in ("", order.target)
        case Ordered():
            return any(
                order.operation == waiting.ordered and waiting.by in ("", order.agent) and waiting.at in ("", order.target)
                for order in play.orders()
            )
        case Sealed():
            return play.turn() > (waiting.of or since)
        case TurnReached():
            return play.turn() >= waiting.turn and isinstance(screen, DeskScreen | VerdictScreen)
        case Heard():
            return waiting.heard in play.told()
        case _:
            assert_never(waiting)
