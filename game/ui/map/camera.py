"""Where the player looks: a point of the plate and how large it is seen. Only arithmetic; no pixels are drawn here and
no clock is asked."""

from dataclasses import dataclass, replace
from math import hypot, log

from game.ui.map.projection import project
from game.ui.motion import cubic_in_out, cubic_out

STEPS: tuple[tuple[str, float], ...] = (("1", 5.75), ("2", 10.35), ("3", 18.0), ("4.5", 27.0), ("6", 36.0))
"""Zoom steps: their names, and design pixels for one plate unit."""

_MEXICO_CITY = project(-99.13, 19.43)
_WHOLE = STEPS[0][1]
Box = tuple[float, float, float, float]
"""West, south, east, north, in plate units."""
BOUNDS: Box = (
    _MEXICO_CITY[0] - 112 / _WHOLE,
    _MEXICO_CITY[1] - 94 / _WHOLE,
    _MEXICO_CITY[0] + 1488 / _WHOLE,
    _MEXICO_CITY[1] + 598 / _WHOLE,
)
"""What can be looked at, in plate units: west, south, east, north. At the first step it fills the design's window
between top bar and drawer, with Mexico City where the design has it."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in real pixels, y downwards."""

    left: float
    top: float
    width: float
    height: float

    @property
    def centre(self) -> Point:
        """Its middle."""
        return (self.left + self.width / 2, self.top + self.height / 2)


@dataclass(frozen=True, slots=True)
class Camera:
    """The point of the plate in the middle of the view, and `k`, real pixels for one plate unit."""

    x: float
    y: float
    k: float

    def to_screen(self, point: Point, view: Area) -> Point:
        """Where a point of the plate is seen."""
        middle = view.centre
        return (middle[0] + (point[0] - self.x) * self.k, middle[1] - (point[1] - self.y) * self.k)

    def to_plate(self, pixel: Point, view: Area) -> Point:
        """The point of the plate that is seen at a pixel."""
        middle = view.centre
        return (self.x + (pixel[0] - middle[0]) / self.k, self.y - (pixel[1] - middle[1]) / self.k)

    def panned(self, dx: float, dy: float) -> "Camera":
        """The plate pushed by so many pixels, as by a hand."""
        return replace(self, x=self.x - dx / self.k, y=self.y + dy / self.k)

    def zoomed(self, k: float, pixel: Point, view: Area) -> "Camera":
        """Another size, with the point under `pixel` staying where it is."""
        x, y = self.to_plate(pixel, view)
        middle = view.centre
        return Camera(x - (pixel[0] - middle[0]) / k, y + (pixel[1] - middle[1]) / k, k)

    def looking_at(self, point: Point, view: Area, safe: Area) -> "Camera":
        """A point of the plate brought to the middle of the part that nothing covers."""
        there, middle = safe.centre, view.centre
        return replace(self, x=point[0] - (there[0] - middle[0]) / self.k, y=point[1] + (there[1] - middle[1]) / self.k)

    def clamped(self, view: Area, safe: Area, bounds: Box = BOUNDS) -> "Camera":
        """Brought back so that the uncovered part shows nothing beyond the bounds. Where it is larger than they are,
        their western and northern edges stay at its edges."""
        west, north = self.to_plate((safe.left, safe.top), view)
        wide, high = safe.width / self.k, safe.height / self.k
        new_west = max(bounds[0], min(west, bounds[2] - wide))
        new_north = min(bounds[3], max(north, bounds[1] + high))
        return replace(self, x=self.x + new_west - west, y=self.y + new_north - north)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flight:
    """The camera's way from one view to another. Times are milliseconds of one clock."""

    start: Camera
    end: Camera
    began: int
    lasts: int
    gliding: bool = False
    """Whether it only slows down, as a plate does that was pushed."""

    def at(self, now: int) -> Camera:
        """Where the camera is at a moment; its end once the time is over.

        When the size changes, the middle moves so that the one point that start and end show at the same pixel stays
        there all the way.
        """
        share = 1.0 if self.lasts <= 0 else min(1.0, max(0.0, (now - self.began) / self.lasts))
        if share >= 1:
            return self.end
        eased = cubic_out(share) if self.gliding else cubic_in_out(share)
        first, last = self.start, self.end
        k = first.k * (last.k / first.k) ** eased
        moved = eased if abs(log(last.k / first.k)) < 1e-6 else (1 / k - 1 / first.k) / (1 / last.k - 1 / first.k)
        return Camera(first.x + (last.x - first.x) * moved, first.y + (last.y - first.y) * moved, k)

    def over(self, now: int) -> bool:
        """Whether it has arrived."""
        return now >= self.began + self.lasts


def same_view(one: Camera, other: Camera) -> bool:
    """Whether the two show the same to within a twentieth of a pixel."""
    return abs(one.k - other.k) < 1e-6 and hypot(one.x - other.x, one.y - other.y) * one.k < 0.05
