"""The camera over the map: where it looks and how near. Pure arithmetic on plate units and pixels."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.ui.atlas.projection import project

Point = tuple[float, float]

NEAREST = 6
"""How many steps of zoom there are above the widest."""

STEP = 1.8**0.5
"""From one step of zoom to the next; two steps are the design's next plate."""

_WIDEST = 5.75
_SMALLEST = -5
_WEST, _SOUTH = project(-128, -6)
_EAST, _ = project(104, 20)
_NORTH = project(17, 71)[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """A look at the map: the plate point in the middle of the window, pixels per plate unit, the window's size."""

    x: float
    y: float
    scale: float
    size: tuple[int, int]

    def to_screen(self, x: float, y: float) -> Point:
        """Pixels, from the window's upper left, of a point in plate units."""
        return ((x - self.x) * self.scale + self.size[0] / 2, (y - self.y) * self.scale + self.size[1] / 2)

    def to_plate(self, point: Point) -> Point:
        """Plate units of a pixel."""
        return ((point[0] - self.size[0] / 2) / self.scale + self.x, (point[1] - self.size[1] / 2) / self.scale + self.y)

    def at(self, longitude: float, latitude: float) -> Point:
        """Pixels of a place in degrees."""
        return self.to_screen(*project(longitude, latitude))

    def moved(self, dx: float, dy: float) -> "Camera":
        """The look after the paper was pushed by so many pixels, within the edges of the map."""
        return _kept_inside(replace(self, x=self.x - dx / self.scale, y=self.y - dy / self.scale))

    def zoomed(self, scale: float, around: Point) -> "Camera":
        """The look at another scale, the point under `around` staying where it is."""
        x, y = self.to_plate(around)
        dx, dy = around[0] - self.size[0] / 2, around[1] - self.size[1] / 2
        return _kept_inside(replace(self, scale=scale, x=x - dx / scale, y=y - dy / scale))

    def resized(self, size: tuple[int, int]) -> "Camera":
        """The same look in a window of another size; what lies at its upper left stays there."""
        return _kept_inside(self.extended(size))


    def extended(self, size: tuple[int, int]) -> "Camera":
        """The same look on a larger paper, what lies at the upper left staying there, whether or not the map ends."""
        x = self.x + (size[0] - self.size[0]) / 2 / self.scale
        y = self.y + (size[1] - self.size[1]) / 2 / self.scale
        return replace(self, size=size, x=x, y=y)


def _kept_inside(camera: Camera) -> Camera:
    half_w, half_h = camera.size[0] / 2 / camera.scale, camera.size[1] / 2 / camera.scale
    return replace(camera, x=_between(camera.x, _WEST + half_w, _EAST - half_w), y=_between(camera.y, _NORTH + half_h, _SOUTH - half_h))


def _between(value: float, low: float, high: float) -> float:
    return (low + high) / 2 if low > high else max(low, min(high, value))


def scale_of(step: int, unit: float) -> float:
    """Pixels per plate unit at a step of zoom, for an interface unit."""
    return _WIDEST * unit * STEP**step


def least_step(size: tuple[int, int], unit: float) -> int:
    """The widest step at which the map still covers the window."""
    needed = max(size[0] / (_EAST - _WEST), size[1] / (_SOUTH - _NORTH))
    step = _SMALLEST
    while scale_of(step, unit) < needed and step < NEAREST:
        step += 1
    return step


def look_at(places: Iterable[tuple[float, float]], size: tuple[int, int], unit: float, margin: int) -> tuple[Camera, int]:
    """The nearest look that shows all places (longitude, latitude) with a margin in pixels, and its step."""
    points = [project(longitude, latitude) for longitude, latitude in places]
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    step = NEAREST - 1
    room_w, room_h = max(1, size[0] - 2 * margin), max(1, size[1] - 2 * margin)
    widest = least_step(size, unit)
    while step > widest and ((max(xs) - min(xs)) * scale_of(step, unit) > room_w or (max(ys) - min(ys)) * scale_of(step, unit) > room_h):
        step -= 1
    step = max(step, widest)
    camera = Camera(x=(min(xs) + max(xs)) / 2, y=(min(ys) + max(ys)) / 2, scale=scale_of(step, unit), size=size)
    return _kept_inside(camera), step

