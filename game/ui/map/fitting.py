"""A world's sheet for a small frame: seen from far enough that all the places in play are on it at once. Only arithmetic."""

from collections.abc import Sequence
from dataclasses import replace

from game.ui.map.camera import BOUNDS, Point
from game.ui.map.chart import WORLD, Chart

_EXTENT = (BOUNDS[2] - BOUNDS[0], BOUNDS[3] - BOUNDS[1])


def fitting_height(points: Sequence[Point], width: int, most: int, margin: int) -> int:
    """How high a frame of this width should be, at most, to be filled by the sheet once all points are on it."""
    return min(most, round(_EXTENT[1] * _far(points, (width, most), margin)))


def fitting_width(points: Sequence[Point], most: int, height: int, margin: int) -> int:
    """How wide a frame of this height may be, at most, so that all points are on it and the sheet still fills it."""
    high = max(1e-6, max(y for _, y in points) - min(y for _, y in points)) if points else _EXTENT[1]
    return min(most, round(_EXTENT[0] * max(height / _EXTENT[1], (height - 2 * margin) / high)))


def fitted_world(points: Sequence[Point], size: tuple[int, int], unit: float, margin: int) -> Chart:
    """The world about all points, plate units, for a frame of this size in real pixels: with a step before its first that
    shows them all within the margin, unless its own first step does. `unit` is real pixels for a design pixel."""
    if not points:
        return WORLD
    first = WORLD.scales[0] * unit
    far = min(first, max(_far(points, size, margin), size[0] / _EXTENT[0], size[1] / _EXTENT[1]))
    xs, ys = [x for x, _ in points], [y for _, y in points]
    middle, half = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2), (size[0] / far / 2, size[1] / far / 2)
    west = _within(middle[0] - half[0], BOUNDS[0], BOUNDS[2] - 2 * half[0])
    south = _within(middle[1] - half[1], BOUNDS[1], BOUNDS[3] - 2 * half[1])
    bounds = (west, south, west + 2 * half[0], south + 2 * half[1])
    return replace(WORLD, bounds=bounds, steps=WORLD.steps if far >= first else (("0", far / unit), *WORLD.steps))


def _far(points: Sequence[Point], size: tuple[int, int], margin: int) -> float:
    """Real pixels for a plate unit at which all points lie within the margins; not beyond the sheet's own extent."""
    if not points:
        return size[0] / _EXTENT[0]
    wide = max(x for x, _ in points) - min(x for x, _ in points)
    high = max(y for _, y in points) - min(y for _, y in points)
    fitting = min((size[0] - 2 * margin) / max(1e-6, wide), (size[1] - 2 * margin) / max(1e-6, high))
    return max(fitting, size[0] / _EXTENT[0])


def _within(number: float, least: float, most: float) -> float:
    return max(least, min(number, max(least, most)))
