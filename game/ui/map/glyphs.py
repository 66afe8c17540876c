"""The signs of places: square and red for Center's, round and blue for the Circle's, plain for the rest."""

from pygame import Rect

from game.ui.map.model import Glyph
from game.ui.painter import Painter

_SIZES: dict[Glyph, float] = {
    "headquarters": 26, "residency": 19, "way_in": 22, "seat": 28, "former_seat": 16, "house": 16, "port": 12, "city": 12,
}  # fmt: skip


def glyph_size(painter: Painter, glyph: Glyph) -> int:
    """Real pixels that the sign is wide and high."""
    return max(9, painter.px(_SIZES[glyph]))


def draw_glyph(painter: Painter, glyph: Glyph, box: Rect) -> None:
    """Draws the sign of a place filling its box."""
    match glyph:
        case "headquarters" | "residency":
            _squares(painter, box, double=glyph == "headquarters")
        case "way_in":
            _keyhole(painter, box)
        case "seat":
            _seat(painter, box)
        case "former_seat" | "house":
            _house(painter, box, struck=glyph == "former_seat")
        case "port" | "city":
            _ring(painter, box, anchored=glyph == "port")


def _squares(painter: Painter, box: Rect, *, double: bool) -> None:
    painter.fill(box, "map.halo")
    edge = max(1, round(box.w * 0.08))
    outer = box.inflate(-2 * edge, -2 * edge)
    painter.fill(outer, "center")
    gap = max(2, round(outer.w * (0.14 if double else 0.3)))
    inner = outer.inflate(-2 * gap, -2 * gap)
    painter.fill(inner, "map.halo")
    if double:
        second = inner.inflate(-2 * max(1, gap // 2), -2 * max(1, gap // 2))
        painter.fill(second, "center")
        painter.fill(second.inflate(-2 * gap, -2 * gap), "map.halo")


def _keyhole(painter: Painter, box: Rect) -> None:
    x, y, half = box.centerx, box.centery, box.w / 2
    line = max(1.6, half * 0.16)
    painter.polygon(((x, y - half), (x + half, y), (x, y + half), (x - half, y)), "ink")
    inner = half - line * 1.4
    painter.polygon(((x, y - inner), (x + inner, y), (x, y + inner), (x - inner, y)), "field")
    painter.disc((x, y - half * 0.14), half * 0.24, "ink")
    painter.polygon(((x, y - half * 0.2), (x + half * 0.2, y + half * 0.42), (x - half * 0.2, y + half * 0.42)), "ink")


def _seat(painter: Painter, box: Rect) -> None:
    radius = box.w / 2
    painter.disc(box.center, radius, "circle")
    painter.disc(box.center, radius * 0.86, "field")
    painter.disc(box.center, radius * 0.74, "circle")
    _roof(painter, box, 0.44, "field")


def _house(painter: Painter, box: Rect, *, struck: bool) -> None:
    painter.disc(box.center, box.w / 2, "ink")
    painter.disc(box.center, box.w / 2 - max(1.5, box.w * 0.12), "field")
    if struck:
        painter.stroke((box.bottomleft, box.topright), "ink", max(1.6, box.w * 0.12))
    else:
        _roof(painter, box, 0.3, "ink")


def _roof(painter: Painter, box: Rect, size: float, colour: str) -> None:
    """A small house about the middle of the box; `size` is a share of its width."""
    (x, y), half = box.center, box.w * size / 2
    painter.polygon(((x - half * 1.25, y), (x, y - half * 1.15), (x + half * 1.25, y)), colour)
    painter.polygon(((x - half * 0.8, y), (x + half * 0.8, y), (x + half * 0.8, y + half), (x - half * 0.8, y + half)), colour)


def _ring(painter: Painter, box: Rect, *, anchored: bool) -> None:
    radius = box.w / 2
    painter.disc(box.center, radius, "ink")
    painter.disc(box.center, radius - max(1.6, radius * 0.32), "field")
    if anchored:
        x, y = box.center
        painter.fill(Rect(x - 1, round(y - radius * 0.3), max(1, round(radius * 0.24)), round(radius * 0.9)), "ink")
        painter.fill(Rect(round(x - radius * 0.35), y, max(3, round(radius * 0.7)), 1), "ink")
