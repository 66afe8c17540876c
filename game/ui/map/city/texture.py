"""The small marks that an engraver fills areas with: trees, tufts of marsh, the stipple of lava, the strokes of fields, the
blocks of a town, and the slopes of hills. Every mark stands where chance put it once, whatever tile it is painted on."""

from math import ceil, cos, floor, log2, pi, radians, sin

import numpy as np

from game.ui.map.arrays import Floats
from game.ui.map.atlas import Box, Line
from game.ui.map.city.geometry import inside
from game.ui.map.clipping import points_along, travelled

BLOCK = (8.6, 6.8, 2.5)
"""Width, height and gap of a town's blocks in design pixels at the first step; nearer they are divided."""
_LEFT_OUT = 0.07
"""The share of blocks that are gardens or squares."""


def scattered(outline: Floats, box: Box, pitch: float, seed: int) -> Floats:
    """Points strewn over the part of an outline that lies in a box, about `pitch` plate units apart; a row is x, y and two
    numbers between 0 and 1 to vary by."""
    low, high = outline.min(axis=0), outline.max(axis=0)
    west, south = max(low[0], box[0]), max(low[1], box[1])
    east, north = min(high[0], box[2]), min(high[1], box[3])
    if west >= east or south >= north:
        return np.empty((0, 4))
    columns = np.arange(floor(west / pitch), ceil(east / pitch) + 1)
    rows = np.arange(floor(south / pitch), ceil(north / pitch) + 1)
    i, j = (axis.ravel() for axis in np.meshgrid(columns, rows))
    chance = [hashed(i, j, seed + turn) for turn in range(4)]
    points = np.column_stack(((i + chance[0]) * pitch, (j + chance[1]) * pitch, chance[2], chance[3]))
    return np.asarray(points[inside(outline, points[:, :2])])


def hashed(i: Floats, j: Floats, seed: int) -> Floats:
    """A number between 0 and 1 for every column and row, the same each time."""
    mixed = (i.astype(np.int64) * 73_856_093) ^ (j.astype(np.int64) * 19_349_663) ^ np.int64(seed * 83_492_791)
    mixed = (mixed ^ (mixed >> 13)) * 1_274_126_177
    return np.asarray(((mixed ^ (mixed >> 16)) & 0xFFFF) / 65_536.0)


def blocks(outline: Floats, box: Box, turn: float, zoom: float) -> Floats:
    """The blocks of a town as rows of four corners (x, y each), in plate units. `zoom` is design pixels for a unit; nearer,
    every block is divided in four, so that streets stay where they were."""
    share = 2.0 ** max(0, floor(log2(zoom * 1.02)))
    wide, high, gap = BLOCK[0] / share, BLOCK[1] / share, BLOCK[2] / share
    across, down = wide + gap, high + gap
    centre, angle = outline.mean(axis=0), radians(-turn)
    axes = np.array([[cos(angle), sin(angle)], [-sin(angle), cos(angle)]])
    low, high_corner = outline.min(axis=0), outline.max(axis=0)
    seen = np.array(
        [(x, y) for x in (max(low[0], box[0]), min(high_corner[0], box[2]))
         for y in (max(low[1], box[1]), min(high_corner[1], box[3]))]
    )  # fmt: skip
    if seen[0, 0] >= seen[3, 0] or seen[0, 1] >= seen[3, 1]:
        return np.empty((0, 8))
    local = (seen - centre) @ axes.T
    columns = np.arange(floor(local[:, 0].min() / across), ceil(local[:, 0].max() / across) + 1)
    rows = np.arange(floor(local[:, 1].min() / down), ceil(local[:, 1].max() / down) + 1)
    i, j = (axis.ravel() for axis in np.meshgrid(columns, rows))
    middles = np.column_stack((i * across, j * down)) @ axes + centre
    kept = inside(outline, middles) & (hashed(i, j, 5) >= _LEFT_OUT)
    middles, i, j = middles[kept], i[kept], j[kept]
    half_w = wide / 2 * (0.86 + 0.14 * hashed(i, j, 6))
    half_h = high / 2 * (0.86 + 0.14 * hashed(i, j, 7))
    corners = [middles + (np.column_stack((sx * half_w, sy * half_h)) @ axes) for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    return np.concatenate(corners, axis=1)


def slopes(ridge: Line, reach: float, k: float, size: float, seed: int) -> tuple[Floats, Floats]:
    """Hachures down both slopes of a ridge, row under row: those in the light, those in shade, as rows of x, y, x, y.

    `reach` is how far the slopes go in plate units, `k` real pixels for one, `size` how large the strokes are, as real pixels
    for a design pixel; y points down.
    """
    crest, along = _spaced(ridge.points * (k, -k), 2.3 * size)
    count, length = len(crest), reach * k
    rows = max(2, round(length / (9 * size)))
    chance = np.random.default_rng(seed)
    index = np.arange(count)
    swell = 0.35 + 0.65 * np.sin(pi * (index + 0.5) / count) * (0.8 + 0.3 * np.sin(index * 0.23))
    light, shade = [np.empty((0, 4))], [np.empty((0, 4))]
    for side in (-1.0, 1.0):
        normal = np.column_stack((-along[:, 1], along[:, 0])) * side
        dark = normal.sum(axis=1) > 0
        away = np.full(count, 2.2 * size)
        for row in range(rows):
            stroke = (6.6 + chance.random(count) * 2.4) * swell * size
            drawn = chance.random(count) >= 0.1 * row * 5 / max(5, rows) + np.where(dark, 0.0, 0.16)
            turn = (chance.random(count) - 0.5) * 0.35
            slip = (chance.random(count) - 0.5) * 1.6 * size
            cosine, sine = np.cos(turn), np.sin(turn)
            heading = np.column_stack((normal[:, 0] * cosine - normal[:, 1] * sine, normal[:, 0] * sine + normal[:, 1] * cosine))
            start = crest + normal * away[:, None] + along * slip[:, None]
            both = np.concatenate((start, start + heading * stroke[:, None]), axis=1)
            shade.append(both[drawn & dark])
            light.append(both[drawn & ~dark])
            away = away + stroke + 1.8 * size * swell
    return np.concatenate(light), np.concatenate(shade)


def _spaced(line: Floats, step: float) -> tuple[Floats, Floats]:
    """Points along a line `step` apart, and the direction of the line at each as a step of length 1."""
    along = travelled(line)
    wanted = np.arange(step / 2, max(step, along[-1]), step)
    direction = points_along(line, along, wanted + step) - points_along(line, along, wanted - step)
    size = np.hypot(*direction.T)
    return points_along(line, along, wanted), direction / np.where(size == 0, 1.0, size)[:, None]
