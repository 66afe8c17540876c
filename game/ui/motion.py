"""Movement over time: easings and timed transitions. They are told the time and never ask a clock."""

from collections.abc import Callable
from dataclasses import dataclass

Easing = Callable[[float], float]


def linear(share: float) -> float:
    """Even speed."""
    return share


def cubic_out(share: float) -> float:
    """Ends slowly."""
    return 1 - (1 - share) ** 3


def cubic_in_out(share: float) -> float:
    """Starts and ends slowly."""
    return 4 * share**3 if share < 0.5 else 1 - (2 - 2 * share) ** 3 / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """A movement from one value to another. Times are milliseconds of the same clock as `canvas.now`."""

    began: int
    lasts: int
    start: float = 0.0
    end: float = 1.0
    easing: Easing = cubic_out

    def at(self, now: int) -> float:
        """The value at a moment; its end once the time is over."""
        if self.lasts <= 0:
            return self.end
        share = min(1.0, max(0.0, (now - self.began) / self.lasts))
        return self.start + (self.end - self.start) * self.easing(share)

    def over(self, now: int) -> bool:
        """Whether nothing moves any more."""
        return now >= self.began + self.lasts
