"""The two sides' emblems and the small drawn signs that are not icons: square for Center, round for the Circle."""

from pygame import Rect

from game.ui.painter import Painter, Point
from game.ui.theme import SideName


def emblem(painter: Painter, side: SideName, centre: Point, size: int) -> None:
    """Center: a square in a square. The Circle: a ring round a point. `size` in real pixels."""
    if side == "center":
        _square_emblem(painter, centre, size)
    else:
        radius = size / 2
        painter.disc(centre, radius, "circle")
        painter.ring(centre, radius * 0.72, "ivory", max(1.5, size * 0.075))
        painter.disc(centre, radius * 0.24, "ivory")


def _square_emblem(painter: Painter, centre: Point, size: int) -> None:
    box = _square(centre, size)
    painter.fill(box, "center")
    line = box.inflate(-round(size * 0.26), -round(size * 0.26))
    painter.frame(line, "ivory", max(2, round(size * 0.075)))
    painter.fill(box.inflate(-round(size * 0.66), -round(size * 0.66)), "ivory")


def both_emblems(painter: Painter, centre: Point, size: int) -> None:
    """The two sides' emblems together, one before the other."""
    small, off = size * 2 // 3, size * 6 // 25
    emblem(painter, "center", (centre[0] - off, centre[1] - off // 2), small)
    emblem(painter, "circle", (centre[0] + off, centre[1] + off // 2), small)


def chevron(painter: Painter, centre: Point, size: float, colour: str, *, left: bool = True) -> None:
    """An arrow head: back, or more."""
    x, y = centre
    reach = size / 2 if left else -size / 2
    points = ((x + reach / 2, y - size / 2), (x - reach / 2, y), (x + reach / 2, y + size / 2))
    painter.stroke(points, colour, max(2.0, size * 0.16))


def tick(painter: Painter, box: Rect, colour: str = "ink") -> None:
    """A tick filling the box."""
    points = (
        (box.x + box.w * 0.12, box.y + box.h * 0.52),
        (box.x + box.w * 0.40, box.y + box.h * 0.80),
        (box.x + box.w * 0.90, box.y + box.h * 0.16),
    )
    painter.stroke(points, colour, max(2.0, box.w * 0.14))


def cross(painter: Painter, box: Rect, colour: str = "ink") -> None:
    """A cross filling the box."""
    width = max(2.0, box.w * 0.16)
    painter.stroke((box.topleft, box.bottomright), colour, width)
    painter.stroke((box.topright, box.bottomleft), colour, width)


def outcome_box(painter: Painter, centre: Point, size: int, *, success: bool) -> None:
    """How an order went: a tick on ink for success, a cross on paper for failure."""
    box = _square(centre, size)
    inner = box.inflate(-round(size * 0.42), -round(size * 0.42))
    if success:
        painter.fill(box, "ink")
        tick(painter, inner, "ivory")
    else:
        painter.fill(box, "field")
        painter.frame(box, "ink", max(2, round(size * 0.1)))
        cross(painter, inner, "ink")


def mistake(painter: Painter, centre: Point, size: int) -> None:
    """A square of ink with a cross."""
    box = _square(centre, size)
    painter.fill(box, "ink")
    cross(painter, box.inflate(-round(size * 0.5), -round(size * 0.5)), "ivory")


def warning(painter: Painter, centre: Point, size: int) -> None:
    """A triangle with a mark of exclamation."""
    x, y = centre
    half = size / 2
    painter.polygon(((x, y - half), (x + half, y + half * 0.82), (x - half, y + half * 0.82)), "ink")
    painter.polygon(((x, y - half * 0.62), (x + half * 0.7, y + half * 0.66), (x - half * 0.7, y + half * 0.66)), "field")
    painter.stroke(((x, y - half * 0.25), (x, y + half * 0.2)), "ink", max(2.0, size * 0.09))
    painter.disc((x, y + half * 0.42), max(1.2, size * 0.055), "ink")


def _square(centre: Point, size: int) -> Rect:
    box = Rect(0, 0, size, size)
    box.center = (round(centre[0]), round(centre[1]))
    return box
