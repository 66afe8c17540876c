"""Lines on the map: railways with their ticks, sea and air routes, roads, leaders, and the pencil of a planned
journey."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import dist, hypot

import pygame
from pygame import Rect, Surface

from game.ui.map.model import Mode
from game.ui.painter import Painter, Point

_BENDS: dict[Mode, float] = {"rail": 0.0, "road": 0.0, "sea": 0.05, "air": 0.07}
_DASHES: dict[Mode, tuple[float, float]] = {"sea": (8.0, 6.0), "air": (1.6, 5.4)}
_JOURNEY_BEND = 0.14
_SMOOTH = 2
_PIECES = 24
"""Straight pieces of which a bent line is made."""


def bent(start: Point, end: Point, share: float) -> list[Point]:
    """A line that bows to its left by a share of its length; straight for 0."""
    if not share:
        return [start, end]
    (x1, y1), (x2, y2) = start, end
    along = (x2 - x1, y2 - y1)
    side = 1 if along[0] >= 0 else -1
    knee = ((x1 + x2) / 2 + along[1] * share * 2 * side, (y1 + y2) / 2 - along[0] * share * 2 * side)
    points: list[Point] = []
    for index in range(_PIECES + 1):
        t = index / _PIECES
        rest = 1 - t
        x = rest * rest * x1 + 2 * rest * t * knee[0] + t * t * x2
        y = rest * rest * y1 + 2 * rest * t * knee[1] + t * t * y2
        points.append((x, y))
    return points


def draw_route(painter: Painter, start: Point, end: Point, mode: Mode, *, closed: bool, straight: bool = False) -> None:
    """One route, or a `straight` piece of one. A closed one is faint."""
    surface, unit = painter.surface, painter.theme.unit
    colour = pygame.Color(painter.colour({"sea": "map.sea_route", "air": "map.air_route"}.get(mode, "map.rail")))
    colour.a = 80 if closed else 225
    points = bent(start, end, 0.0 if straight else _BENDS[mode])
    if mode in _DASHES:
        dash, gap = (part * unit for part in _DASHES[mode])
        for piece in dashed(points, dash, gap, surface.get_rect().inflate(40, 40)):
            if mode == "air":
                pygame.draw.aacircle(surface, colour, piece[0], max(1.2, 1.4 * unit))
            else:
                pygame.draw.aaline(surface, colour, *piece, max(1, round(1.6 * unit)))
        return
    pygame.draw.aaline(surface, colour, start, end, max(1, round((1.4 if mode == "rail" else 1.1) * unit)))
    if mode == "rail":
        _ticks(surface, colour, start, end, unit)


def _ticks(surface: Surface, colour: pygame.Color, start: Point, end: Point, unit: float) -> None:
    length = dist(start, end)
    if length < 7 * unit:
        return
    dx, dy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    half = 3.0 * unit
    for index in _seen_steps(surface, start, end, 7 * unit):
        x, y = start[0] + dx * index * 7 * unit, start[1] + dy * index * 7 * unit
        pygame.draw.aaline(surface, colour, (x - dy * half, y + dx * half), (x + dy * half, y - dx * half))


def _seen_steps(surface: Surface, start: Point, end: Point, step: float) -> range:
    """Which steps along a line may be seen: of a railway across a continent few are, close in."""
    seen = surface.get_rect().inflate(40, 40).clipline(start, end)
    if not seen:
        return range(0)
    first, last = sorted(dist(start, point) / step for point in seen)
    return range(max(1, int(first)), min(int(last) + 2, int(dist(start, end) / step)))


def dashed(points: Sequence[Point], dash: float, gap: float, within: Rect | None = None) -> Iterator[tuple[Point, Point]]:
    """The drawn pieces of a dashed line through the points; stretches that lie quite outside `within` are left out."""
    left, drawing = dash, True
    for (x1, y1), (x2, y2) in pairwise(points):
        length, done = hypot(x2 - x1, y2 - y1), 0.0
        if within is not None and not within.clipline((x1, y1), (x2, y2)):
            left, drawing = _passed(dash, gap, left, drawing, length)
            continue
        while length - done > 1e-9:
            step = min(left, length - done)
            if drawing:
                share, later = done / length, (done + step) / length
                yield (
                    (x1 + (x2 - x1) * share, y1 + (y2 - y1) * share),
                    (x1 + (x2 - x1) * later, y1 + (y2 - y1) * later),
                )
            done, left = done + step, left - step
            if left <= 1e-9:
                drawing = not drawing
                left = dash if drawing else gap


def _passed(dash: float, gap: float, left: float, drawing: bool, length: float) -> tuple[float, bool]:
    """How a dashed line stands after a stretch of this length: what is left of the dash or gap, and which it is."""
    along = ((dash - left if drawing else dash + gap - left) + length) % (dash + gap)
    return (dash - along, True) if along < dash else (dash + gap - along, False)


def draw_leader(painter: Painter, start: Point, end: Point, colour: str, *, broken: bool = False) -> None:
    """A hairline from a place to what belongs to it."""
    wide = max(1, round(1.5 * painter.theme.unit))
    ink = painter.colour(colour)
    pieces = dashed((start, end), painter.px(5), painter.px(4)) if broken else iter(((start, end),))
    for piece in pieces:
        pygame.draw.aaline(painter.surface, ink, *piece, wide)


def journey_way(stops: Sequence[Point]) -> tuple[Point, ...]:
    """The pencil line through the stops of a journey, bowed a little between each two."""
    way: list[Point] = []
    for start, end in pairwise(stops):
        way += bent(start, end, _JOURNEY_BEND)[1 if way else 0 :]
    return tuple(way)


def draw_journey(painter: Painter, way: Sequence[Point], colour: str, *, broken: bool = False) -> None:
    """A pencil line with an arrowhead at its end, kept clear of the sign there; a `broken` one is of dashes."""
    if len(way) < 2:
        return
    tip = way[-1]
    clear = painter.px(14)
    shaft = [point for point in way if dist(point, tip) > clear] or [way[0]]
    near = shaft[-1]
    length = dist(near, tip) or 1.0
    along = ((tip[0] - near[0]) / length, (tip[1] - near[1]) / length)
    head = (tip[0] - along[0] * clear, tip[1] - along[1] * clear)
    reach = painter.px(15)
    back = (head[0] - along[0] * reach, head[1] - along[1] * reach)
    barbs = [(back[0] - side * along[1] * reach * 0.6, back[1] + side * along[0] * reach * 0.6) for side in (-1, 1)]
    line = [*shaft, head]
    strokes = list(dashed(line, painter.px(15), painter.px(11))) if broken else [line]
    pencil(painter, (*strokes, [barbs[0], head, barbs[1]]), colour, painter.px(5))


def pencil(painter: Painter, strokes: Sequence[Sequence[Point]], colour: str, wide: int) -> None:
    """Strokes of one soft pencil: smooth, and no darker where they cross."""
    everywhere = [point for stroke in strokes for point in stroke]
    clip = painter.surface.get_clip().inflate(4 * wide, 4 * wide)
    left = max(clip.left, int(min(x for x, _ in everywhere)) - wide)
    top = max(clip.top, int(min(y for _, y in everywhere)) - wide)
    right = min(clip.right, int(max(x for x, _ in everywhere)) + wide)
    bottom = min(clip.bottom, int(max(y for _, y in everywhere)) + wide)
    if right <= left or bottom <= top:
        return
    ink = painter.colour(colour)
    large = Surface(((right - left) * _SMOOTH, (bottom - top) * _SMOOTH), pygame.SRCALPHA)
    large.fill((ink.r, ink.g, ink.b, 0))
    for stroke in strokes:
        points = [((x - left) * _SMOOTH, (y - top) * _SMOOTH) for x, y in stroke]
        pygame.draw.lines(large, ink, False, points, wide * _SMOOTH)
        for point in points:
            pygame.draw.circle(large, ink, point, wide * _SMOOTH / 2)
    mark = pygame.transform.smoothscale(large, (right - left, bottom - top))
    mark.fill((255, 255, 255, 215), special_flags=pygame.BLEND_RGBA_MULT)
    painter.surface.blit(mark, (left, top))
