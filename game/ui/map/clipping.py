"""Lines cut to a box, thinned and dashed: what painting a piece of a large plate needs. Pure arithmetic on points."""

from collections.abc import Iterator

import numpy as np

from game.ui.map.arrays import Floats
from game.ui.map.atlas import Box


def clip_ring(ring: Floats, box: Box) -> Floats:
    """The part of a closed outline inside the box, as one closed outline whose extra edges run along the box. It may
    be empty."""
    for axis, limit, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        depth = sign * (ring[:, axis] - limit)
        inside = depth >= 0
        if inside.all():
            continue
        if not inside.any():
            return ring[:0]
        after = np.roll(depth, -1)
        crossing = inside != (after >= 0)
        share = np.where(crossing, depth / np.where(crossing, depth - after, 1.0), 0.0)
        cut = ring + share[:, None] * (np.roll(ring, -1, axis=0) - ring)
        both = np.stack((ring, cut), axis=1).reshape(-1, 2)
        ring = both[np.stack((inside, crossing), axis=1).ravel()]
    return ring


def clip_line(line: Floats, box: Box) -> Iterator[Floats]:
    """The stretches of an open line that come near the box, each with the points just outside it."""
    near = (line[:, 0] >= box[0]) & (line[:, 0] <= box[2]) & (line[:, 1] >= box[1]) & (line[:, 1] <= box[3])
    wanted = near.copy()
    wanted[1:] |= near[:-1]
    wanted[:-1] |= near[1:]
    edges = np.flatnonzero(np.diff(np.concatenate(([0], wanted.astype(np.int8), [0]))))
    for start, end in edges.reshape(-1, 2):
        if end - start > 1:
            yield line[start:end]


def thinned(line: Floats, step: float, along: Floats | None = None) -> Floats:
    """The line with points no closer than about `step`; both ends stay. Whoever thins it more than once can hand in how far
    `along` it each point is, as `travelled` tells."""
    if len(line) < 4:
        return line
    cells = np.floor((travelled(line) if along is None else along) / step)
    keep = np.empty(len(line), dtype=bool)
    keep[0] = keep[-1] = True
    keep[1:-1] = cells[1:-1] != cells[:-2]
    return line[keep]


def dashes(ring: Floats, pattern: tuple[float, ...]) -> Iterator[list[tuple[float, float]]]:
    """The drawn parts of a closed outline: dash, gap, dash, gap and so on, as lengths of the pattern."""
    closed = np.concatenate((ring, ring[:1]))
    along = travelled(closed)
    whole = sum(pattern)
    starts = np.arange(0.0, along[-1], whole)
    offset = 0.0
    for index, length in enumerate(pattern):
        if index % 2 == 0:
            yield from _stretches(closed, along, starts + offset, length)
        offset += length


def _stretches(line: Floats, along: Floats, starts: Floats, length: float) -> Iterator[list[tuple[float, float]]]:
    ends = np.minimum(starts + length, along[-1])
    first = np.searchsorted(along, starts, side="right")
    last = np.searchsorted(along, ends, side="left")
    heads, tails = points_along(line, along, starts).tolist(), points_along(line, along, ends).tolist()
    for head, tail, low, high in zip(heads, tails, first.tolist(), last.tolist(), strict=True):
        yield [head, *line[low:high].tolist(), tail]


def travelled(line: Floats) -> Floats:
    """How far along a line each of its points is."""
    along = np.zeros(len(line))
    steps = line[1:] - line[:-1]
    np.hypot(steps[:, 0], steps[:, 1]).cumsum(out=along[1:])
    return along


def points_along(line: Floats, along: Floats, wanted: Floats) -> Floats:
    """Points of a line by how far along it they are; `along` tells that of its own points, as `travelled` does."""
    return np.column_stack([np.interp(wanted, along, line[:, axis]) for axis in (0, 1)])
