"""The small map: the whole plate in a box, with the part that is seen and everybody's whereabouts."""

from collections.abc import Sequence

import pygame
from pygame import Rect, Surface

from game.ui.map.camera import Area, Box, Camera, Point
from game.ui.map.sketch import Sketch
from game.ui.map.style import PlateStyle
from game.ui.painter import Painter
from game.ui.papers import shadow, shadow_margin
from game.ui.studio import Studio


def draw_minimap(
    painter: Painter, box: Rect, sketch: Sketch, style: PlateStyle, bounds: Box, people: Sequence[tuple[bool, Point]],
    seen: tuple[Point, Point],
) -> None:  # fmt: skip
    """Draws the small map of a sheet with these bounds into `box`. Of everybody it is told whether he is the Center's and
    where he is on the plate; `seen` are the upper left and lower right corners of what is seen."""
    room = shadow_margin(painter, "s1")
    key = ("minimap", style, bounds, box.size, tuple(people))
    paper = painter.studio.shapes.get(key, lambda: _paper(painter.studio, box.size, room, sketch, bounds, people))
    painter.surface.blit(paper, (box.x - room, box.y - room))
    inner = _inner(painter, box)
    small, area = minimap_camera(inner, bounds), Area(*inner)
    with painter.clip(inner):
        corner, far = (small.to_screen(point, area) for point in seen)
        window = Rect(round(corner[0]), round(corner[1]), round(far[0] - corner[0]), round(far[1] - corner[1]))
        painter.fill(window.clip(inner), "select", 0.12)
        painter.frame(window.clip(inner), "ink", max(2, painter.measure("rule")))


def _inner(painter: Painter, box: Rect) -> Rect:
    """The picture on its paper."""
    edge = painter.px(4)
    return box.inflate(-2 * edge, -2 * edge)


def _paper(
    studio: Studio, size: tuple[int, int], room: int, sketch: Sketch, bounds: Box, people: Sequence[tuple[bool, Point]]
) -> Surface:
    """All of it but the part that is seen, with room for its shadow."""
    surface = Surface((size[0] + 2 * room, size[1] + 2 * room), pygame.SRCALPHA)
    painter, box = Painter(surface, studio), Rect((room, room), size)
    shadow(painter, box, "s1")
    painter.fill(box, "field")
    inner = _inner(painter, box)
    small, area = minimap_camera(inner, bounds), Area(*inner)
    surface.blit(_small_plate(sketch, inner.size, bounds), inner)
    with painter.clip(inner):
        for is_center, at in people:
            painter.disc(small.to_screen(at, area), max(2.5, painter.theme.unit * 3.5), "center" if is_center else "circle")
    painter.frame(box, "line", 1)
    return surface


def minimap_camera(inner: Rect, bounds: Box) -> Camera:
    """The camera of the small map of these bounds whose picture fills `inner`."""
    wide, high = bounds[2] - bounds[0], bounds[3] - bounds[1]
    return Camera((bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2, max(inner.w / wide, inner.h / high))


def _small_plate(sketch: Sketch, size: tuple[int, int], bounds: Box) -> Surface:
    picture = Surface(size).convert()
    box = picture.get_rect()
    sketch.show(picture, Area(*box), minimap_camera(box, bounds), box)
    return picture
