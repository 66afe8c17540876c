"""The small map: the whole plate in a box, with the part that is seen and everybody's whereabouts."""

from collections.abc import Sequence

from pygame import Rect, Surface

from game.ui.map.camera import BOUNDS, Area, Camera, Point
from game.ui.map.sketch import Sketch
from game.ui.map.style import PlateStyle
from game.ui.painter import Painter
from game.ui.papers import shadow


def draw_minimap(
    painter: Painter, box: Rect, sketch: Sketch, style: PlateStyle, people: Sequence[tuple[bool, Point]],
    seen: tuple[Point, Point],
) -> None:  # fmt: skip
    """Draws the small map into `box`. Of everybody it is told whether he is the Center's and where he is on the plate;
    `seen` are the upper left and lower right corners of what is seen."""
    edge = painter.px(4)
    shadow(painter, box, "s1")
    painter.fill(box, "field")
    inner = box.inflate(-2 * edge, -2 * edge)
    small, area = minimap_camera(inner), _area(inner)
    key = ("minimap", style, inner.size)
    painter.surface.blit(painter.studio.shapes.get(key, lambda: _small_plate(sketch, inner.size)), inner)
    with painter.clip(inner):
        for is_center, at in people:
            painter.disc(small.to_screen(at, area), max(2.5, painter.theme.unit * 3.5), "center" if is_center else "circle")
        corner, far = (small.to_screen(point, area) for point in seen)
        window = Rect(round(corner[0]), round(corner[1]), round(far[0] - corner[0]), round(far[1] - corner[1]))
        painter.fill(window.clip(inner), "select", 0.12)
        painter.frame(window.clip(inner), "ink", max(2, painter.measure("rule")))
    painter.frame(box, "line", 1)


def minimap_camera(inner: Rect) -> Camera:
    """The camera of the small map whose picture fills `inner`."""
    wide, high = BOUNDS[2] - BOUNDS[0], BOUNDS[3] - BOUNDS[1]
    return Camera((BOUNDS[0] + BOUNDS[2]) / 2, (BOUNDS[1] + BOUNDS[3]) / 2, max(inner.w / wide, inner.h / high))


def _small_plate(sketch: Sketch, size: tuple[int, int]) -> Surface:
    picture = Surface(size).convert()
    box = picture.get_rect()
    sketch.show(picture, _area(box), minimap_camera(box), box)
    return picture


def _area(rect: Rect) -> Area:
    return Area(rect.x, rect.y, rect.w, rect.h)
