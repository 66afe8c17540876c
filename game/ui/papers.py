"""Things made of paper, cloth and wood: shadows, sheets, folders, slips, desks, stamps, clips and tape. One light, from
the upper left. Nothing here reacts to anybody."""

from typing import Literal

import pygame
from pygame import Color, Rect, Surface

from game.ui.painter import Painter, Point
from game.ui.theme import ShadowName, SideName

PaperName = Literal["card", "sheet", "form", "flimsy", "manila", "kraft", "news", "photo", "strip", "field"]

DESKS: dict[SideName, str] = {"center": "baize", "circle": "pine"}


def shadow_margin(painter: Painter, level: ShadowName = "s2") -> int:
    """The room a shadow needs around its paper, in real pixels."""
    token = painter.theme.tokens.shadows[level]
    return painter.px(token.blur + token.drop)


def shadow(painter: Painter, rect: Rect, level: ShadowName = "s2") -> None:
    """A soft shadow under a square paper."""
    token = painter.theme.tokens.shadows[level]
    blur, colour = painter.px(token.blur), painter.theme.tokens.shadow_colour
    core = painter.studio.shapes.get(("shadow", level), lambda: _shadow_core(blur, colour, token.alpha))
    _nine_slice(painter.surface, core, rect.inflate(2 * blur, 2 * blur).move(0, painter.px(token.drop)), 2 * blur)
    if token.rim:
        painter.fill(rect.move(0, 1), colour, token.rim)


def _shadow_core(blur: int, colour: Color, alpha: float) -> Surface:
    """The smallest shadow that can be stretched: blurred edges around a middle of one pixel or more."""
    side = 4 * blur + 2
    cloud = Surface((side, side), pygame.SRCALPHA)
    cloud.fill((colour.r, colour.g, colour.b, 0))
    cloud.fill((colour.r, colour.g, colour.b, round(255 * alpha)), (blur, blur, side - 2 * blur, side - 2 * blur))
    return pygame.transform.gaussian_blur(cloud, max(1, blur // 2))


def _nine_slice(surface: Surface, core: Surface, rect: Rect, corner: int) -> None:
    """Stretches the edges of `core` around `rect`; the middle is left out where the corners leave any."""
    if rect.w < 2 * corner or rect.h < 2 * corner:
        surface.blit(pygame.transform.smoothscale(core, (max(1, rect.w), max(1, rect.h))), rect)
        return
    size = core.get_width()
    middle = size - 2 * corner
    far = size - corner
    right, bottom = rect.right - corner, rect.bottom - corner
    inner_w, inner_h = rect.w - 2 * corner, rect.h - 2 * corner
    for source, at in (
        ((0, 0), rect.topleft), ((far, 0), (right, rect.y)),
        ((0, far), (rect.x, bottom)), ((far, far), (right, bottom)),
    ):  # fmt: skip
        surface.blit(core, at, (*source, corner, corner))
    for source_rect, target in (
        ((corner, 0, middle, corner), (rect.x + corner, rect.y, inner_w, corner)),
        ((corner, far, middle, corner), (rect.x + corner, bottom, inner_w, corner)),
        ((0, corner, corner, middle), (rect.x, rect.y + corner, corner, inner_h)),
        ((far, corner, corner, middle), (right, rect.y + corner, corner, inner_h)),
    ):
        if target[2] > 0 and target[3] > 0:
            surface.blit(pygame.transform.scale(core.subsurface(source_rect), target[2:]), target[:2])


def paper(painter: Painter, rect: Rect, name: str) -> None:
    """The bare surface of a paper or a desk, textured if the player wants textures."""
    painter.fill(rect, name)
    tile = painter.studio.texture(name)
    if tile is None:
        return
    with painter.clip(rect):
        for y in range(rect.y, rect.bottom, tile.get_height()):
            for x in range(rect.x, rect.right, tile.get_width()):
                painter.surface.blit(tile, (x, y))


def sheet(painter: Painter, rect: Rect, name: PaperName = "sheet", level: ShadowName | None = "s2") -> None:
    """A paper with its shadow, its lit edge above and its worn edge below."""
    if level is not None:
        shadow(painter, rect, level)
    paper(painter, rect, name)
    painter.fill(Rect(rect.x, rect.y, rect.w, 1), "field", 0.55)
    painter.fill(Rect(rect.x, rect.bottom - 1, rect.w, 1), "ink", 0.10)


def index_card(painter: Painter, rect: Rect, band: str | Color) -> None:
    """A card with a coloured band along its upper edge."""
    sheet(painter, rect, "card", "s1")
    painter.fill(Rect(rect.x, rect.y, rect.w, painter.px(6)), band)


def folder(painter: Painter, rect: Rect, tab: str = "", side: Literal["left", "right"] = "right") -> None:
    """A manila folder. With `tab`, a slanted tab stands on its upper edge, 18 design pixels high."""
    if tab:
        wide = painter.text_width("label", tab) + painter.px(56)
        high, slant = max(painter.px(18), painter.line("label") + painter.px(4)), painter.px(10)
        left = rect.right - wide - painter.px(16) if side == "right" else rect.x + painter.px(16)
        top = rect.y - high
        painter.polygon(((left + slant, top), (left + wide - slant, top), (left + wide, rect.y), (left, rect.y)), "manila")
        sheet(painter, rect, "manila", "s2")
        painter.text("label", tab, (left + wide / 2, top + high / 2), "ink2", anchor="center")
    else:
        sheet(painter, rect, "manila", "s2")


def desk(painter: Painter, rect: Rect, side: SideName) -> None:
    """The desk of a side, darker towards its corners."""
    paper(painter, rect, DESKS[side])
    vignette(painter, rect, 0.34)


def vignette(painter: Painter, rect: Rect, strength: float, colour: str | Color = "#140E08") -> None:
    """Darkens the corners of an area; 0 does nothing, 1 makes them quite dark."""
    ink = Color(colour) if isinstance(colour, str) else colour
    veil = painter.studio.shapes.get(("vignette", strength, tuple(ink)), lambda: _vignette_veil(strength, ink))
    painter.surface.blit(pygame.transform.smoothscale(veil, rect.size), rect)


def _vignette_veil(strength: float, ink: Color) -> Surface:
    """The darkness in small, the same to all four corners."""
    pixels = bytearray()
    for y in (*range(18), *reversed(range(18))):
        away = [min(1.0, ((x - 31.5) / 44) ** 2 + ((y - 17.5) / 25) ** 2) for x in range(32)]
        half = [(ink.r, ink.g, ink.b, round(255 * strength * distance**1.5)) for distance in away]
        for pixel in (*half, *reversed(half)):
            pixels += bytes(pixel)
    return pygame.image.frombytes(bytes(pixels), (64, 36), "RGBA").convert_alpha()


def head_rule(painter: Painter, rect: Rect, title: str, *, role: str = "h3", note: str = "") -> int:
    """A section's head with its rule beneath and a note at its right; smaller where it is too long. Returns the height it
    took."""
    line, wide = painter.line(role), painter.text_width(role, title)
    size = painter.theme.role(role).size * rect.w / wide if wide > rect.w else None
    box = painter.text(role, title, rect.topleft, width=rect.w, size=size)
    if note:
        painter.text(
            "small",
            note,
            (rect.right, rect.y + line / 2),
            "ink2",
            anchor="midright",
            width=rect.right - box.right - painter.px(12),
        )
    y = rect.y + line + painter.px(6)
    painter.rule(rect.x, rect.right, y, "ink", painter.measure("rule"))
    return y + painter.measure("rule") - rect.y


def stamp(painter: Painter, centre: Point, words: str, colour: str | Color, *, tilt: float = -7.0, size: float = 32) -> None:
    """A rubber stamp: words in a double frame, worn and askew. `tilt` is degrees clockwise."""
    ink = painter.colour(colour)
    key = ("stamp", words, tuple(ink), tilt, size)
    mark = painter.studio.shapes.get(key, lambda: _stamp_mark(painter, words, ink, size, tilt))
    at = mark.get_rect(center=(round(centre[0]), round(centre[1])))
    painter.surface.blit(mark, at)


def _stamp_mark(painter: Painter, words: str, ink: Color, size: float, tilt: float) -> Surface:
    """Drawn twice as large as it will be seen, so that turning it leaves the edges clean."""
    lettering = painter.studio.lettering
    face = lettering.face("h2", size=size * 2 / painter.theme.text)
    word = lettering.word(face, words, ink)
    box = word.get_bounding_rect()
    pad, gap = 2 * painter.px(size * 0.62), 2 * painter.px(size * 0.11)
    mark = Surface((box.w + 2 * pad, round(box.h + 1.3 * pad)), pygame.SRCALPHA)
    mark.fill((ink.r, ink.g, ink.b, 0))
    whole = mark.get_rect().inflate(-4, -4)
    thick = 2 * max(2, painter.px(size * 0.11))
    pygame.draw.rect(mark, ink, whole, thick)
    pygame.draw.rect(mark, ink, whole.inflate(-2 * (thick + gap), -2 * (thick + gap)), max(1, thick // 3))
    mark.blit(word.subsurface(box), box.move_to(center=whole.center))
    worn = painter.studio.distress
    if worn is not None:
        for x in range(0, mark.get_width(), worn.get_width()):
            for y in range(0, mark.get_height(), worn.get_height()):
                mask = Surface(worn.get_size(), pygame.SRCALPHA)
                mask.fill((255, 255, 255, 0))
                mask.blit(worn, (0, 0), special_flags=pygame.BLEND_RGBA_ADD)
                mark.blit(mask, (x, y), special_flags=pygame.BLEND_RGBA_MULT)
    mark.fill((255, 255, 255, 217), special_flags=pygame.BLEND_RGBA_MULT)
    return pygame.transform.rotozoom(mark, -tilt, 0.5)


def clip(painter: Painter, at: Point, height: float) -> None:
    """A wire paper clip hanging from the upper edge of something; `at` is the middle of its top."""
    high = painter.px(height)
    wide = high * 0.40
    line = max(2.0, high * 0.055)
    x, y = at
    for grey, shift in (("ink2", 1.0), ("ivory2", 0.0)):
        for left, top, width, tall in ((0.0, 0.0, wide, high), (wide * 0.22, high * 0.16, wide * 0.56, high * 0.66)):
            _loop(painter, x - wide / 2 + left + shift, y + top + shift, width, tall, line, grey)


def _loop(painter: Painter, x: float, y: float, wide: float, high: float, line: float, colour: str) -> None:
    radius = wide / 2
    painter.arc((x + radius, y + radius), radius, colour, line, -0.25, 0.5)
    painter.arc((x + radius, y + high - radius), radius, colour, line, 0.25, 0.5)
    for edge in (x + line / 2, x + wide - line / 2):
        painter.stroke(((edge, y + radius), (edge, y + high - radius)), colour, line)


def tape(painter: Painter, centre: Point, tilt: float) -> None:
    """A strip of old tape over a corner."""

    def draw() -> Surface:
        strip = Surface((painter.px(92), painter.px(30)), pygame.SRCALPHA)
        strip.fill(painter.colour("tape", 0.78))
        return pygame.transform.rotozoom(strip, -tilt, 1.0)

    mark = painter.studio.shapes.get(("tape", tilt), draw)
    painter.surface.blit(mark, mark.get_rect(center=(round(centre[0]), round(centre[1]))))
