"""Where a sheet is looked at first: as near as those whom it is about can be seen together. Only arithmetic."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from game.ui.map.camera import Point

_SEEN_AT_LEAST = 6 / 7
"""The share of the people who must be seen: one far away of many does not send the rest into the distance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """What a first look is for: points that must be seen, and one for each of the people, of whom most must."""

    must: Sequence[Point] = ()
    people: Sequence[Point] = ()


def framing(gathering: Gathering, frames: Sequence[tuple[float, float]]) -> tuple[int, Point] | None:
    """The nearest step and the point to look at, where `frames` are the width and height that can be seen step by step, far to
    near, in the units of the points. None where not even the farthest shows enough, or there is nothing to see."""
    if not gathering.must and not gathering.people:
        return None
    for step in reversed(range(len(frames))):
        seen = _most_seen(gathering, frames[step])
        if seen:
            return step, _middle(seen)
    return None


def _most_seen(gathering: Gathering, frame: tuple[float, float]) -> Sequence[Point]:
    """The points within the frame where it holds most of the people; nothing if it never holds enough."""
    least = ceil(len(gathering.people) * _SEEN_AT_LEAST)
    best: Sequence[Point] = ()
    for corner in _corners([*gathering.must, *gathering.people]):
        if not all(_holds(corner, frame, point) for point in gathering.must):
            continue
        seen = [point for point in gathering.people if _holds(corner, frame, point)]
        if len(seen) >= least and len(seen) + len(gathering.must) > len(best):
            best = (*gathering.must, *seen)
    return best


def _corners(points: Sequence[Point]) -> Iterator[Point]:
    """South-western corners: a frame that holds most can be pushed until it touches somebody on either side."""
    for x in sorted({x for x, _ in points}):
        for y in sorted({y for _, y in points}):
            yield x, y


def _holds(corner: Point, frame: tuple[float, float], point: Point) -> bool:
    return 0 <= point[0] - corner[0] <= frame[0] and 0 <= point[1] - corner[1] <= frame[1]


def _middle(points: Sequence[Point]) -> Point:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
