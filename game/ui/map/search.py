"""Where the Old Man may be while nobody knows: a loose pencil line round the houses in question, hatched, and struck through
where he was looked for in vain."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, pi, sin

import pygame
from pygame import Rect

from game.ui.map.lines import dashed, pencil
from game.ui.map.placed import PlacedSearch, Scene
from game.ui.map.room import Room
from game.ui.painter import Painter, Point

_REACH = 38
"""Design pixels of ground round each house."""
_HATCH = 11
"""Design pixels between the strokes of the hatching."""


def place_search(painter: Painter, scene: Scene, room: Room) -> PlacedSearch | None:
    """The outline and a spot for its words; nothing where his seat is known or the ground is out of sight."""
    search = scene.model.search
    if search is None or "last_seen" not in scene.layers:
        return None
    points = [scene.points[place] for place in search.places]
    outline = hull([around for point in points for around in _circle(point, painter.px(_REACH))])
    box = _box(outline)
    if not box.colliderect(scene.seen):
        return None
    words = Rect(0, 0, painter.text_width("small", search.words, italic=True) + painter.px(6), painter.line("small"))
    gap = painter.px(4)
    spots = (
        words.move_to(midbottom=(box.centerx, box.top - gap)), words.move_to(midtop=(box.centerx, box.bottom + gap)),
        words.move_to(midleft=(box.right + gap, box.centery)), words.move_to(midright=(box.left - gap, box.centery)),
        words.move_to(center=box.center),
    )  # fmt: skip
    spot = room.first(spots, lambda found: (found,))
    if spot is not None:
        room.take(spot)
    return PlacedSearch(outline=tuple(outline), words=spot)


def draw_search(painter: Painter, scene: Scene, placed: PlacedSearch) -> None:
    """Draws the ground and its words."""
    search = scene.model.search
    assert search is not None, "it was placed because it is there"
    colour = pygame.Color(painter.colour("center"))
    colour.a = 105
    for start, end in _hatching(placed.outline, painter.px(_HATCH)):
        pygame.draw.aaline(painter.surface, colour, start, end)
    closed = [*placed.outline, placed.outline[0]]
    pieces = list(dashed(closed, painter.px(13), painter.px(8), painter.rect.inflate(40, 40)))
    if pieces:
        pencil(painter, pieces, "center", max(2, painter.px(3)))
    reach = painter.px(13)
    for place in search.searched:
        x, y = scene.points[place]
        if painter.rect.collidepoint(x, y):
            strokes = ([(x - reach, y - reach), (x + reach, y + reach)], [(x - reach, y + reach), (x + reach, y - reach)])
            pencil(painter, strokes, "center", max(2, painter.px(3)))
    if placed.words is not None:
        painter.text("small", search.words, placed.words.center, "center_dark", anchor="center", italic=True, halo="map.halo")


def hull(points: Sequence[Point]) -> list[Point]:
    """The convex outline round points."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    return [*_half(ordered)[:-1], *_half(ordered[::-1])[:-1]]


def _half(ordered: Sequence[Point]) -> list[Point]:
    """One side of the outline."""
    side: list[Point] = []
    for point in ordered:
        while len(side) > 1 and _turn(side[-2], side[-1], point) <= 0:
            side.pop()
        side.append(point)
    return side


def _turn(one: Point, two: Point, three: Point) -> float:
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])


def _circle(middle: Point, reach: float) -> Iterator[Point]:
    for index in range(24):
        angle = 2 * pi * index / 24
        yield (round(middle[0] + cos(angle) * reach, 1), round(middle[1] + sin(angle) * reach, 1))


def _box(outline: Sequence[Point]) -> Rect:
    left, top = min(x for x, _ in outline), min(y for _, y in outline)
    right, bottom = max(x for x, _ in outline), max(y for _, y in outline)
    return Rect(round(left), round(top), round(right - left), round(bottom - top))


def _hatching(outline: Sequence[Point], apart: int) -> Iterator[tuple[Point, Point]]:
    """Strokes at half a right angle through a convex outline: on each, x + y is the same."""
    edges = list(pairwise([*outline, outline[0]]))
    low, high = min(x + y for x, y in outline), max(x + y for x, y in outline)
    level = low + apart
    while level < high:
        met: list[Point] = []
        for (x1, y1), (x2, y2) in edges:
            first, last = x1 + y1 - level, x2 + y2 - level
            if (first < 0) != (last < 0):
                share = first / (first - last)
                met.append((x1 + (x2 - x1) * share, y1 + (y2 - y1) * share))
        if len(met) == 2:
            yield met[0], met[1]
        level += apart
