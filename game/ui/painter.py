"""Draws on one Surface with one theme: fills, rules, words, signs, smooth shapes. It notes every word it sets, so that
a test can see what a player sees. It knows nothing of screens or of what can be clicked."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Literal

import pygame
from pygame import Color, Rect, Surface

from game.ui.lettering import ELLIPSIS, Face, Line
from game.ui.studio import Panel, Studio, TextRecord

Anchor = Literal["topleft", "midleft", "bottomleft", "midtop", "center", "midbottom", "topright", "midright", "bottomright"]
Point = tuple[float, float]
Align = Literal["left", "center", "right"]

_SMOOTH = 4
_BAND_BYTES = 8_000_000


class Painter:
    """Draws on a Surface. Colours are token names or Colors; places and sizes are real pixels (see `px`)."""

    def __init__(self, surface: Surface, studio: Studio) -> None:
        self.surface = surface
        self.studio = studio
        self.theme = studio.theme
        self.texts: list[TextRecord] = []
        self.scrolled = False

    @property
    def rect(self) -> Rect:
        """The whole Surface."""
        return self.surface.get_rect()

    def px(self, size: float) -> int:
        """Real pixels of a design measure."""
        return self.theme.px(size)

    def sign(self, size: float) -> int:
        """Real pixels of a sign that stands beside words."""
        return self.theme.sign_px(size)

    def measure(self, name: str) -> int:
        """Real pixels of a named measure of the tokens file."""
        return self.theme.measure(name)

    def colour(self, colour: str | Color, alpha: float = 1.0) -> Color:
        """A colour from its token, fainter if asked."""
        found = self.theme.colour(colour) if isinstance(colour, str) else colour
        return Color(found.r, found.g, found.b, round(255 * alpha)) if alpha < 1 else found

    # Fills and lines

    def fill(self, rect: Rect, colour: str | Color, alpha: float = 1.0) -> None:
        """An even area."""
        if alpha >= 1:
            self.surface.fill(self.colour(colour), rect)
        elif rect.w > 0 and rect.h > 0:
            veil = Surface(rect.size, pygame.SRCALPHA)
            veil.fill(self.colour(colour, alpha))
            self.surface.blit(veil, rect)

    def frame(self, rect: Rect, colour: str | Color, width: int) -> None:
        """A square frame inside the edge of `rect`."""
        pygame.draw.rect(self.surface, self.colour(colour), rect, width)

    def dashed_frame(self, rect: Rect, colour: str | Color, width: int) -> None:
        """A frame of dashes inside the edge of `rect`."""
        dash, gap = self.px(6), self.px(4)
        for x in range(rect.left, rect.right, dash + gap):
            length = min(dash, rect.right - x)
            self.fill(Rect(x, rect.top, length, width), colour)
            self.fill(Rect(x, rect.bottom - width, length, width), colour)
        for y in range(rect.top, rect.bottom, dash + gap):
            length = min(dash, rect.bottom - y)
            self.fill(Rect(rect.left, y, width, length), colour)
            self.fill(Rect(rect.right - width, y, width, length), colour)

    def rule(self, left: int, right: int, y: int, colour: str | Color = "hairline", width: int = 1) -> None:
        """A level line from `left` to `right`, its upper edge at `y`."""
        self.fill(Rect(left, y, right - left, width), colour)

    # Smooth shapes

    def polygon(self, points: Sequence[Point], colour: str | Color, alpha: float = 1.0) -> None:
        """A filled shape with smooth edges."""
        left, top = int(min(x for x, _ in points)) - 1, int(min(y for _, y in points)) - 1
        wide, high = int(max(x for x, _ in points)) - left + 2, int(max(y for _, y in points)) - top + 2
        inner = tuple(((x - left) * _SMOOTH, (y - top) * _SMOOTH) for x, y in points)
        ink = self.colour(colour, alpha)

        shape = self.studio.shapes.get(("polygon", inner, tuple(ink)), lambda: _polygon_shape((wide, high), inner, ink))
        self.surface.blit(shape, (left, top))

    def stroke(self, points: Sequence[Point], colour: str | Color, width: float, alpha: float = 1.0) -> None:
        """A line with smooth edges and round joints through the points."""
        for (x1, y1), (x2, y2) in pairwise(points):
            along = pygame.Vector2(x2 - x1, y2 - y1)
            if along.length() == 0:
                continue
            side = along.normalize().rotate(90) * (width / 2)
            self.polygon(
                (
                    (x1 + side.x, y1 + side.y),
                    (x2 + side.x, y2 + side.y),
                    (x2 - side.x, y2 - side.y),
                    (x1 - side.x, y1 - side.y),
                ),
                colour,
                alpha,
            )
        if width > 2:
            for x, y in points[1:-1]:
                self.disc((x, y), width / 2, colour, alpha)

    def disc(self, centre: Point, radius: float, colour: str | Color, alpha: float = 1.0) -> None:
        """A filled circle."""
        self.ring(centre, radius, colour, radius, alpha)

    def ring(self, centre: Point, radius: float, colour: str | Color, width: float, alpha: float = 1.0) -> None:
        """A circle line; `radius` is its outer edge."""
        self.arc(centre, radius, colour, width, 0.0, 1.0, alpha)

    def arc(
        self, centre: Point, radius: float, colour: str | Color, width: float,
        start: float, share: float, alpha: float = 1.0,
    ) -> None:  # fmt: skip
        """Part of a ring, clockwise from the top: `start` and `share` are parts of the whole round."""
        ink = self.colour(colour, alpha)
        key = ("arc", round(radius, 2), round(width, 2), round(start, 4), round(share, 4), tuple(ink))
        shape = self.studio.shapes.get(key, lambda: _arc_shape(radius, width, start, share, ink))
        half = shape.get_width() / 2
        self.surface.blit(shape, (round(centre[0] - half), round(centre[1] - half)))

    # Words and signs

    def icon(self, name: str, centre: Point, size: int, colour: str | Color = "ink") -> None:
        """A sign, `size` real pixels square, around its centre."""
        sign = self.studio.icons.get(name, size, self.colour(colour))
        self.surface.blit(sign, (round(centre[0] - size / 2), round(centre[1] - size / 2)))

    def text_width(
        self, role: str, string: str, *, size: float | None = None, weight: int | None = None, italic: bool = False
    ) -> int:
        """Real pixels that the text would take."""
        return self.studio.lettering.width(self._face(role, size, weight, italic), string)

    def line(self, role: str, size: float | None = None) -> int:
        """Real pixels from one line of this role to the next."""
        return self.theme.line_px(role, size)

    def text(
        self, role: str, string: str, at: Point, colour: str | Color = "ink", *,
        anchor: Anchor = "topleft", size: float | None = None, weight: int | None = None, italic: bool = False,
        width: int | None = None, halo: str | Color | None = None,
    ) -> Rect:  # fmt: skip
        """One line of text. `at` is the anchor of its line box; with `width`, what is too long is cut with an ellipsis;
        with `halo`, paper shows around the letters. Returns the line box."""
        face = self._face(role, size, weight, italic)
        shown = string if width is None else self.studio.lettering.cut(face, string, width)
        box = Rect(0, 0, self.studio.lettering.width(face, shown), self.line(role, size))
        setattr(box, anchor, (round(at[0]), round(at[1])))
        self._set(face, shown, box, colour, whole=string if shown.endswith(ELLIPSIS) and shown != string else None, halo=halo)
        return box

    def paragraph(
        self, role: str, string: str, rect: Rect, colour: str | Color = "ink", *,
        align: Align = "left", size: float | None = None, weight: int | None = None, italic: bool = False,
        lines: int | None = None,
    ) -> int:  # fmt: skip
        """Text wrapped to the width of `rect`, from its top down, with `*italics*` and `**bold**`. At most `lines`
        lines, the last cut with an ellipsis. Returns the real pixels it took in height."""
        face = self._face(role, size, weight, italic)
        step = self.line(role, size)
        laid = self.studio.lettering.wrap(face, string, rect.w)
        for index, line in enumerate(laid[:lines]):
            x = rect.x + {"left": 0, "center": (rect.w - line.width) // 2, "right": rect.w - line.width}[align]
            box = Rect(x, rect.y + index * step, line.width, step)
            if lines is not None and index == lines - 1 and len(laid) > lines:
                cut = self.studio.lettering.cut(face, line.text.rstrip() + ELLIPSIS, rect.w)
                self._set(face, cut, box, colour, whole=string)
            else:
                self._set_line(line, box, colour)
        return min(len(laid), lines or len(laid)) * step

    def paragraph_height(
        self, role: str, string: str, width: int, *,
        size: float | None = None, weight: int | None = None, italic: bool = False, lines: int | None = None,
    ) -> int:  # fmt: skip
        """The height that `paragraph` would take in this width."""
        laid = self.studio.lettering.wrap(self._face(role, size, weight, italic), string, width)
        return min(len(laid), lines or len(laid)) * self.line(role, size)

    def paragraph_width(self, role: str, string: str, most: int) -> int:
        """The width of the longest line of `paragraph`, where there is room for so many real pixels."""
        laid = self.studio.lettering.wrap(self._face(role, None, None, False), string, most)
        return max((line.width for line in laid), default=0)

    # Parts

    @contextmanager
    def clip(self, rect: Rect) -> Iterator[None]:
        """Nothing is drawn outside `rect` while this lasts."""
        before = self.surface.get_clip()
        self.surface.set_clip(rect.clip(before))
        try:
            yield
        finally:
            self.surface.set_clip(before)

    def put(self, panel: Panel, at: tuple[int, int]) -> None:
        """Lays a painted panel down with its upper left corner at `at`."""
        self.surface.blit(panel.surface, at)
        self.note_words(panel, at)

    def note_words(self, panel: Panel, at: tuple[int, int]) -> None:
        """Keeps word of the texts on a panel that lies with its upper left corner at `at`, however it came there."""
        clip = self.surface.get_clip()
        self.texts += (text.moved(at, clip, self.scrolled) for text in panel.texts)

    def _face(self, role: str, size: float | None, weight: int | None, italic: bool) -> Face:
        return self.studio.lettering.face(role, size=size, weight=weight, italic=italic)

    def _set_line(self, line: Line, box: Rect, colour: str | Color) -> None:
        ink: Rect | None = None
        for piece in line.pieces:
            part = self._blit_word(piece.face, piece.text, Rect(box.x + piece.x, box.y, piece.width, box.h), colour)
            ink = part if ink is None else ink.union(part)
        if ink is not None and line.text.strip():
            self.note(line.text, line.pieces[0].face.role, ink, None)

    def _set(
        self, face: Face, text: str, box: Rect, colour: str | Color, *, whole: str | None, halo: str | Color | None = None
    ) -> None:
        if text.strip():
            self.note(text, face.role, self._blit_word(face, text, box, colour, halo), whole)

    def _blit_word(self, face: Face, text: str, box: Rect, colour: str | Color, halo: str | Color | None = None) -> Rect:
        lettering = self.studio.lettering
        word = lettering.word(face, text, self.colour(colour))
        at = (box.x, box.y + (box.h - word.get_height()) // 2)
        if halo is not None:
            paper = lettering.word(face, text, self.colour(halo))
            reach = self.px(3 if self.theme.palette == "high_contrast" else 2)
            for dx, dy in ((-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1)):
                self.surface.blit(paper, (at[0] + dx * reach, at[1] + dy * reach))
        self.surface.blit(word, at)
        return word.get_bounding_rect().move(at)

    def note(self, text: str, role: str, ink: Rect, whole: str | None = None, letters: tuple[Rect, ...] = ()) -> None:
        """Keeps word of a text that stands at `ink` on the Surface, for whoever reads the screen; `letters` where that is
        not a level line."""
        clip = Rect(self.surface.get_clip())
        record = TextRecord(text=text, role=role, rect=ink, clip=clip, whole=whole, scrolled=self.scrolled, letters=letters)
        self.texts.append(record)


def _clear(size: tuple[int, int], ink: Color) -> Surface:
    """A see-through Surface whose unseen colour is the ink's, so that smoothing does not darken edges."""
    surface = Surface(size, pygame.SRCALPHA)
    surface.fill((ink.r, ink.g, ink.b, 0))
    return surface


def _polygon_shape(size: tuple[int, int], points: Sequence[Point], ink: Color) -> Surface:
    """A polygon whose points are given `_SMOOTH` times larger; a large one is painted in bands, so as to need little
    memory at once."""
    wide, high = size
    rows = max(1, min(high, _BAND_BYTES // (wide * _SMOOTH * _SMOOTH * 4)))
    corners = [(int(x), int(y)) for x, y in points]
    whole = Surface(size, pygame.SRCALPHA)
    for top in range(0, high, rows):
        band = _clear((wide * _SMOOTH, rows * _SMOOTH), ink)
        pygame.draw.polygon(band, ink, [(x, y - top * _SMOOTH) for x, y in corners])
        whole.blit(pygame.transform.smoothscale(band, (wide, rows)), (0, top), special_flags=pygame.BLEND_RGBA_ADD)
    return whole


def _arc_shape(radius: float, width: float, start: float, share: float, ink: Color) -> Surface:
    half = int(radius) + 2
    zoom = _SMOOTH if radius < 120 else 2
    if share >= 1:
        return _ring_shape(half, zoom, radius, width, ink)
    large = _clear((half * 2 * zoom, half * 2 * zoom), ink)
    centre = (half * zoom, half * zoom)
    if share > 0:
        steps = max(2, round(share * 120))
        spokes = [pygame.Vector2(0, -1).rotate(360 * (start + share * step / steps)) for step in range(steps + 1)]
        outer = [(centre[0] + spoke.x * radius * zoom, centre[1] + spoke.y * radius * zoom) for spoke in spokes]
        inside = max(0.0, radius - width)
        inner = [(centre[0] + spoke.x * inside * zoom, centre[1] + spoke.y * inside * zoom) for spoke in spokes]
        pygame.draw.polygon(large, ink, outer + inner[::-1])
    return pygame.transform.smoothscale(large, (half * 2, half * 2))


def _ring_shape(half: int, zoom: int, radius: float, width: float, ink: Color) -> Surface:
    """A whole ring out of a quarter of it and its reflections."""
    large = _clear((half * zoom, half * zoom), ink)
    line = 0 if width >= radius else max(1, round(width * zoom))
    pygame.draw.circle(large, ink, (half * zoom, half * zoom), radius * zoom, line)
    quarter = pygame.transform.smoothscale(large, (half, half))
    whole = Surface((half * 2, half * 2), pygame.SRCALPHA)
    for right in (False, True):
        for down in (False, True):
            part = pygame.transform.flip(quarter, right, down)
            whole.blit(part, (half * right, half * down), special_flags=pygame.BLEND_RGBA_ADD)
    return whole
