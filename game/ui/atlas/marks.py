"""The signs on the map: places, routes, journeys, country tags. Each draws itself at a point of the screen."""

from collections.abc import Sequence
from math import atan2, cos, dist, sin

import pygame
from pygame import Rect

from game.rules.nouns import Mode
from game.ui.painter import Painter, Point
from game.ui.presenters.atlas import CountryTag, Glyph
from game.ui.signs import emblem
from game.ui.theme import SideName
from game.ui.widgets.meters import triangles


def place_sign(painter: Painter, at: Point, glyph: Glyph) -> int:
    """A place's sign; returns half its width in real pixels."""
    match glyph:
        case "headquarters":
            size = painter.px(26)
            box = Rect(0, 0, size, size)
            box.center = (round(at[0]), round(at[1]))
            painter.fill(box.inflate(painter.px(4), painter.px(4)), "ivory")
            emblem(painter, "center", at, size)
        case "residency":
            size = painter.px(19)
            box = Rect(0, 0, size, size)
            box.center = (round(at[0]), round(at[1]))
            painter.fill(box.inflate(painter.px(4), painter.px(4)), "ivory")
            painter.fill(box, "center")
            painter.fill(box.inflate(-painter.px(11), -painter.px(11)), "ivory")
        case "way_in":
            size = painter.px(22)
            half = size * 0.62
            x, y = at
            painter.polygon(((x, y - half), (x + half, y), (x, y + half), (x - half, y)), "ink")
            inner = half - painter.px(2.4)
            painter.polygon(((x, y - inner), (x + inner, y), (x, y + inner), (x - inner, y)), "ivory")
            painter.disc((x, y - painter.px(2)), painter.px(3), "ink")
            painter.polygon(((x - painter.px(3), y + painter.px(5)), (x, y - painter.px(2)), (x + painter.px(3), y + painter.px(5))), "ink")
        case "seat" | "house":
            size = painter.px(30 if glyph == "seat" else 20)
            painter.disc(at, size / 2 + painter.px(2), "ivory")
            painter.disc(at, size / 2, "circle")
            painter.ring(at, size * 0.40, "ivory", max(1.4, painter.px(1.8)))
            _house(painter, at, size * 0.42)
        case "port" | "city":
            size = painter.px(13)
            painter.disc(at, size / 2 + painter.px(1), "ivory")
            painter.ring(at, size / 2, "ink", max(1.8, painter.px(2.4)))
            if glyph == "port":
                painter.disc(at, painter.px(1.8), "ink")
    return size // 2


def _house(painter: Painter, at: Point, size: float) -> None:
    x, y, half = at[0], at[1], size / 2
    roof = ((x - half, y), (x, y - half), (x + half, y))
    walls = ((x - half * 0.7, y), (x + half * 0.7, y), (x + half * 0.7, y + half * 0.75), (x - half * 0.7, y + half * 0.75))
    painter.polygon(roof, "ivory")
    painter.polygon(walls, "ivory")


def route_line(painter: Painter, start: Point, end: Point, mode: Mode) -> None:
    """A route with the sign of how it is travelled."""
    match mode:
        case Mode.RAIL:
            pygame.draw.aaline(painter.surface, painter.colour("map.rail"), start, end)
            pygame.draw.line(painter.surface, painter.colour("map.rail"), start, end, max(1, painter.px(1.4)))
            _ticks(painter, start, end)
        case Mode.ROAD:
            pygame.draw.line(painter.surface, painter.colour("map.rail"), start, end, max(1, painter.px(1.2)))
        case Mode.SEA:
            dashes(painter, [start, end], "map.sea_route", painter.px(2), (8, 6))
        case Mode.AIR:
            dashes(painter, [start, end], "map.air_route", painter.px(2), (1.6, 6))


def _ticks(painter: Painter, start: Point, end: Point) -> None:
    length, step = dist(start, end), max(4, painter.px(7))
    if length < step:
        return
    dx, dy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    reach = painter.px(3)
    for number in range(1, int(length / step)):
        x, y = start[0] + dx * step * number, start[1] + dy * step * number
        pygame.draw.aaline(
            painter.surface, painter.colour("map.rail"), (x - dy * reach, y + dx * reach), (x + dy * reach, y - dx * reach)
        )


def dashes(painter: Painter, points: Sequence[Point], colour: str, width: int, pattern: tuple[float, float]) -> None:
    """A dashed line through the points."""
    ink = painter.colour(colour)
    on, off = painter.theme.unit * pattern[0], painter.theme.unit * pattern[1]
    for start, end in zip(points, points[1:], strict=False):
        length = dist(start, end)
        if not length:
            continue
        dx, dy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
        at = 0.0
        while at < length:
            stop = min(length, at + on)
            pygame.draw.line(
                painter.surface,
                ink,
                (start[0] + dx * at, start[1] + dy * at),
                (start[0] + dx * stop, start[1] + dy * stop),
                max(1, width),
            )
            at = stop + off


def bow(start: Point, end: Point) -> list[Point]:
    """A line that bends a little to the left of its way, as a hand draws it."""
    length = dist(start, end)
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    bend = min(length * 0.12, 60)
    turn = atan2(end[1] - start[1], end[0] - start[0])
    control = (middle[0] + sin(turn) * bend, middle[1] - cos(turn) * bend)
    steps = max(6, int(length / 14))
    return [
        (
            (1 - t) ** 2 * start[0] + 2 * (1 - t) * t * control[0] + t * t * end[0],
            (1 - t) ** 2 * start[1] + 2 * (1 - t) * t * control[1] + t * t * end[1],
        )
        for t in (step / steps for step in range(steps + 1))
    ]


def pencil(painter: Painter, stops: Sequence[Point], side: SideName, words: str) -> None:
    """A planned journey: pencil in the side's colour from stop to stop, an arrow at its end, its time on a tag."""
    points: list[Point] = []
    for start, end in zip(stops, stops[1:], strict=False):
        points += bow(start, end)
    if len(points) < 2:
        return
    painter.stroke(points, side, max(3.0, painter.px(4.5)), 0.86)
    (x1, y1), (x2, y2) = points[-3 if len(points) > 2 else 0], points[-1]
    turn, size = atan2(y2 - y1, x2 - x1), painter.px(20)
    for spread in (2.6, -2.6):
        painter.stroke(((x2, y2), (x2 + size * cos(turn + spread), y2 + size * sin(turn + spread))), side, max(3.0, painter.px(4.5)), 0.86)
    middle = points[len(points) // 2]
    box = Rect(0, 0, painter.text_width("small", words) + painter.px(22), painter.line("small") + painter.px(8))
    box.center = (round(middle[0]), round(middle[1]))
    painter.fill(box, "strip")
    painter.frame(box, side, max(1, painter.px(1.6)))
    painter.text("small", words, box.center, anchor="center")


def country_tag(painter: Painter, anchor: Point, at: tuple[int, int], tag: CountryTag) -> Rect:
    """Tolerance beside a door, and how awake the police are, off the coast on a leader."""
    figure = str(tag.tolerance)
    door = painter.px(14)
    wide = painter.px(14) + door + painter.text_width("number_small", figure) + painter.px(26) + 5 * painter.px(19)
    box = Rect(at, (wide, max(painter.px(26), painter.line("number_small") + painter.px(4))))
    pygame.draw.aaline(painter.surface, painter.colour("ink"), anchor, box.center)
    painter.disc(anchor, painter.px(2.5), "ink")
    painter.fill(box, "strip")
    painter.frame(box, "line", 1)
    x = box.x + painter.px(8)
    frame = Rect(x, box.centery - painter.px(8), painter.px(11), painter.px(16))
    painter.fill(frame, "ink")
    painter.fill(Rect(frame.x + painter.px(2), frame.y + painter.px(2), painter.px(5), frame.h - painter.px(2)), "strip")
    words = painter.text("number_small", figure, (frame.right + painter.px(7), box.centery), anchor="midleft")
    painter.fill(Rect(words.right + painter.px(9), box.y + painter.px(5), 1, box.h - painter.px(10)), "line")
    triangles(painter, (words.right + painter.px(18), box.centery), tag.alert, ground="strip")
    return box
