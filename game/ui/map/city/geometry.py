"""What is drawn on a city plate, brought to plate units: outlines and lines, rounded off where they are to be. Arithmetic
only."""

from dataclasses import dataclass

import numpy as np

from game.scenario.plates import AreaKind, Degrees, Extent, LineKind, Plate, PlateLine
from game.ui.map.arrays import Floats
from game.ui.map.atlas import Line, line_of
from game.ui.map.chart import Chart

_PIECES = 8
"""Pieces that a rounded edge is drawn in."""


@dataclass(frozen=True, slots=True)
class Area:
    """An area; `turn` in degrees clockwise, `step` the first zoom step at which it is drawn, from 0."""

    kind: AreaKind
    outline: Line
    turn: float
    step: int


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line; `reach` is its width or the length of its slopes in plate units, 0 if nobody says."""

    kind: LineKind
    way: Line
    reach: float
    step: int


@dataclass(frozen=True, slots=True)
class Geometry:
    """All that is painted of a plate, in the order of its file."""

    areas: tuple[Area, ...]
    strokes: tuple[Stroke, ...]


def geometry_of(plate: Plate, chart: Chart) -> Geometry:
    """The geometry of a plate on its chart."""
    return Geometry(
        areas=tuple(
            Area(each.kind, _placed(each.outline, chart, curved=each.curved, closed=True), each.turn, each.from_ - 1)
            for each in plate.areas
        ),
        strokes=tuple(
            Stroke(
                each.kind, _run_on(each, plate.extent, chart), each.metres / chart.metres, each.from_ - 1,
            )
            for each in plate.lines
        ),
    )  # fmt: skip


def _run_on(line: PlateLine, extent: Extent, chart: Chart) -> Line:
    """A line. One that runs out of the extent goes on as it went, since wide windows look beyond; but hills end where they
    end."""
    points, drawn = line.points, _placed(line.points, chart, curved=line.curved, closed=False)
    if line.kind is LineKind.RIDGE:
        return drawn
    head, tail = _onward(points[1], points[0], extent), _onward(points[-2], points[-1], extent)
    ends = [np.array([chart.project(end[1], end[0])]) if end else np.empty((0, 2)) for end in (head, tail)]
    return line_of(np.concatenate((ends[0], drawn.points, ends[1])))


def _onward(before: Degrees, end: Degrees, extent: Extent) -> Degrees | None:
    """A point beyond an end that lies outside the extent and leads away from it; nothing for any other end."""
    step = (end[0] - before[0], end[1] - before[1])
    outward = (
        (end[0] < extent.south and step[0] < 0) or (end[0] > extent.north and step[0] > 0)
        or (end[1] < extent.west and step[1] < 0) or (end[1] > extent.east and step[1] > 0)
    )  # fmt: skip
    if not outward:
        return None
    far = 1.2 * max(extent.north - extent.south, extent.east - extent.west) / (max(abs(step[0]), abs(step[1])) or 1.0)
    return (end[0] + step[0] * far, end[1] + step[1] * far)


def _placed(points: tuple[Degrees, ...], chart: Chart, *, curved: bool, closed: bool) -> Line:
    placed = np.array([chart.project(lon, lat) for lat, lon in points], dtype=np.float64)
    return line_of(rounded(placed, closed=closed) if curved and len(placed) > 2 else placed)


def rounded(points: Floats, *, closed: bool) -> Floats:
    """A smooth line through all points (Catmull and Rom's spline)."""
    before, after = (points[-1:], points[:2]) if closed else (points[:1], points[-1:])
    padded = np.concatenate((before, points, after))
    first, start, end, last = padded[:-3], padded[1:-2], padded[2:-1], padded[3:]
    t = (np.arange(_PIECES) / _PIECES)[None, :, None]
    curve = 0.5 * (
        2 * start[:, None]
        + (end - first)[:, None] * t
        + (2 * first - 5 * start + 4 * end - last)[:, None] * t**2
        + (3 * start - first - 3 * end + last)[:, None] * t**3
    )
    flat = curve.reshape(-1, 2)
    return flat if closed else np.concatenate((flat, points[-1:]))


def inside(outline: Floats, points: Floats) -> np.ndarray:
    """Which points lie within an outline, as booleans."""
    x, y = points[:, 0, None], points[:, 1, None]
    (x1, y1), (x2, y2) = outline.T, np.roll(outline, -1, axis=0).T
    rise = np.where(y2 == y1, 1.0, y2 - y1)
    crossed = ((y1 > y) != (y2 > y)) & (x < (x2 - x1) * (y - y1) / rise + x1)
    return np.asarray(crossed.sum(axis=1) % 2 == 1)
