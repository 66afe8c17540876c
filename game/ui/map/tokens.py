"""People on the map: square with a point for Center, round for the Circle, larger for the Old Man, dashed where they
were only last seen."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal

import pygame
from pygame import Rect, Surface

from game.ui.map.glyphs import draw_glyph
from game.ui.map.model import Token
from game.ui.painter import Painter
from game.ui.signs import tick

Face = Callable[[Mapping[str, str], Literal["center", "circle", "neutral"], int, bool], Surface]
"""Draws a face: the record, the background, its width and height in real pixels, whether it is cut round."""

_FADED = 0.5
_FADING = 0.62
"""The share of a ghost that is gone when its sighting is as old as can be."""
_SIZES = {"center": 44, "circle": 46, "old_man": 58, "stranger": 44}
_LAST_SEEN_SIZE = 38


def token_size(painter: Painter, token: Token) -> int:
    """The width of a token in real pixels; never too small to be hit."""
    faint = token.last_seen and token.shape != "stranger"
    return max(30, painter.px(_LAST_SEEN_SIZE if faint else _SIZES[token.shape]))


def draw_token(painter: Painter, token: Token, box: Rect, face: Face | None, crowd: int = 1) -> None:
    """Draws a token in its box. `crowd`: for how many people it stands; more than one show as their number."""
    if token.age > 0:
        _ghost(painter, token, box, face, crowd)
        return
    if token.shape == "stranger":
        _stranger(painter, box)
    elif token.shape == "center":
        _square(painter, token, box, None if crowd > 1 else face)
    else:
        _disc(painter, token, box, None if crowd > 1 else face)
    if crowd > 1:
        painter.text("number", str(crowd), box.center, "ivory", anchor="center", size=24)
    if token.lost:
        _struck(painter, box)
    if token.ordered:
        corner = Rect(0, 0, painter.px(19), painter.px(19))
        corner.center = (box.right - painter.px(1), box.top + painter.px(1))
        painter.fill(corner, "field")
        painter.frame(corner, "ink", max(1, painter.px(1.6)))
        tick(painter, corner.inflate(-painter.px(7), -painter.px(7)))


def _ghost(painter: Painter, token: Token, box: Rect, face: Face | None, crowd: int) -> None:
    """Somebody who was seen some time ago: the longer ago, the fainter."""
    room = box.inflate(painter.px(16), painter.px(16))
    ink = painter.colour("ivory2")
    layer = Surface(room.size, pygame.SRCALPHA)
    layer.fill((ink.r, ink.g, ink.b, 0))
    own = Painter(layer, painter.studio)
    draw_token(own, replace(token, age=0.0), box.move(-room.x, -room.y), face, crowd)
    layer.fill((255, 255, 255, round(255 * (1 - _FADING * min(1.0, token.age)))), special_flags=pygame.BLEND_RGBA_MULT)
    painter.surface.blit(layer, room)
    painter.texts += [record.moved(room.topleft, painter.rect, False) for record in own.texts]


def _square(painter: Painter, token: Token, box: Rect, face: Face | None) -> None:
    drop, point = painter.px(3), painter.px(8)
    if token.last_seen:
        painter.fill(box, "ivory2", 0.8)
    else:
        painter.fill(box.move(drop, drop), "ink", 0.3)
        if token.selected:
            _frame_square(painter, box, point)
        _point(painter, box, point, "center_edge")
        painter.fill(box, "center")
    edge = max(1, painter.px(2))
    inner = box.inflate(-2 * edge, -2 * edge)
    if face is not None:
        drawn = face(token.portrait, "neutral" if token.last_seen else "center", inner.w, False)
        _put(painter, drawn, inner, _FADED if token.last_seen else 1.0)
    if token.last_seen:
        painter.dashed_frame(box, "center", max(2, painter.px(2)))


def _frame_square(painter: Painter, box: Rect, point: int) -> None:
    """The `select` frame, 5 px out, with its ink outline."""
    out, line = painter.px(5), max(2, painter.px(2))
    rim = box.inflate(2 * out, 2 * out)
    painter.fill(rim.inflate(2 * line, 2 * line), "ink")
    _point(painter, rim, point + line, "ink")
    painter.fill(rim, "select")


def _point(painter: Painter, box: Rect, size: int, colour: str) -> None:
    x, y = box.centerx, box.bottom - 1
    painter.polygon(((x - size, y), (x + size, y), (x, y + size)), colour)


def _disc(painter: Painter, token: Token, box: Rect, face: Face | None) -> None:
    radius, edge = box.w / 2, max(2, painter.px(2.4))
    if token.last_seen:
        painter.disc(box.center, radius, "ivory2", 0.85)
    else:
        painter.disc((box.centerx + painter.px(2), box.centery + painter.px(3)), radius, "ink", 0.3)
        if token.selected:
            painter.disc(box.center, radius + painter.px(5) + painter.px(2), "ink")
            painter.disc(box.center, radius + painter.px(5), "select")
        painter.disc(box.center, radius, "circle_dark")
    inner = box.inflate(-2 * edge, -2 * edge)
    if face is not None:
        drawn = face(token.portrait, "neutral" if token.last_seen else "circle", inner.w, True)
        _put(painter, drawn, inner, _FADED if token.last_seen else 1.0)
    else:
        painter.disc(box.center, radius - edge, "circle")
    if token.last_seen:
        for index in range(16):
            painter.arc(box.center, radius, "circle", max(1.6, painter.px(2)), index / 16, 0.6 / 16)
    if token.shape == "old_man":
        badge = Rect(0, 0, painter.px(28), painter.px(28))
        badge.center = (box.left + painter.px(4), box.bottom - painter.px(6))
        draw_glyph(painter, "seat", badge)


def _stranger(painter: Painter, box: Rect) -> None:
    """A hatted shadow with a question mark in a dashed square."""
    painter.fill(box, "ivory2")
    x, y, unit = box.centerx, box.centery, box.w / 44
    shade = "portrait.grey"
    painter.disc((x, y + unit), 9 * unit, shade)
    brim, crown, floor, neck = y - 6 * unit, y - 16 * unit, box.bottom - 1, y + 11 * unit
    painter.polygon(((x - 10 * unit, brim), (x - 7 * unit, crown), (x + 7 * unit, crown), (x + 10 * unit, brim)), shade)
    painter.stroke(((x - 15 * unit, brim), (x + 15 * unit, brim)), shade, 3 * unit)
    painter.polygon(((x - 16 * unit, floor), (x - 11 * unit, neck), (x + 11 * unit, neck), (x + 16 * unit, floor)), shade)
    painter.text("number", "?", (x, y + 7 * unit), "field", anchor="center", size=22)
    painter.dashed_frame(box, "center", max(2, painter.px(2)))


def _struck(painter: Painter, box: Rect) -> None:
    """Two crossing strokes of ink, with paper beside them."""
    reach = box.inflate(painter.px(8), painter.px(8))
    for colour, wide in (("map.halo", painter.px(7)), ("ink", painter.px(4))):
        painter.stroke((reach.topleft, reach.bottomright), colour, wide)
        painter.stroke((reach.topright, reach.bottomleft), colour, wide)


def _put(painter: Painter, face: Surface, box: Rect, alpha: float) -> None:
    if alpha < 1:
        face = face.copy()
        face.fill((255, 255, 255, round(255 * alpha)), special_flags=pygame.BLEND_RGBA_MULT)
    painter.surface.blit(face, face.get_rect(center=box.center))
