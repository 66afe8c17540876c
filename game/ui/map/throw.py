"""How far a plate glides that is let go in motion. It is told the time and the hand's movements, and moves nothing."""

from collections import deque
from math import hypot

from game.ui.map.camera import Point

_WINDOW_MS = 90
"""Only what the hand did in the last so many milliseconds counts: whoever has stopped does not throw."""
_LEAST_SPEED = 0.25
"""Real pixels a millisecond below which the plate stays where it was let go."""
_MOST_SPEED = 4.0


class Throw:
    """The hand's movements of late."""

    def __init__(self) -> None:
        self._now = 0
        self._moves: deque[tuple[int, float, float]] = deque()

    def moment(self, now: int) -> None:
        """The time, which counts for the movements that follow."""
        self._now = now
        while self._moves and now - self._moves[0][0] > _WINDOW_MS:
            self._moves.popleft()

    def push(self, dx: float, dy: float) -> None:
        """A movement of the hand in real pixels."""
        if dx or dy:
            self._moves.append((self._now, dx, dy))

    def let_go(self, lasts: int) -> Point | None:
        """How far the plate glides in so many milliseconds while it slows down evenly, in real pixels; nothing if the hand
        was at rest. The movements are forgotten."""
        moves, self._moves = list(self._moves), deque()
        if len(moves) < 2 or moves[-1][0] == moves[0][0]:
            return None
        took = moves[-1][0] - moves[0][0]
        across, down = (sum(move[axis] for move in moves[1:]) / took for axis in (1, 2))
        speed = hypot(across, down)
        if speed < _LEAST_SPEED:
            return None
        reach = min(1.0, _MOST_SPEED / speed) * lasts / 3
        return (across * reach, down * reach)
