"""Paints a part of the atlas plate: sea with its water lines, land, tints, relief, borders, coast, names, paper.

One call paints one tile; what lies outside the tile and its margin is not looked at, so that a tile is quick.
"""

from collections.abc import Sequence
from math import cos, dist, hypot, pi, sin
from random import Random

import numpy as np
import pygame
from numpy.typing import NDArray
from pygame import Color, Surface

from game.ui.atlas.geography import Area, Geography, Line, Name, Shape
from game.ui.studio import Studio

Points = list[tuple[float, float]]

_SMOOTH = 2
_WATER_LINES = ((30.0, 0.16), (22.0, 0.20), (15.5, 0.26), (10.5, 0.32), (6.5, 0.42), (3.4, 0.50))
_MARGIN = 24
_BANDS = ((17.0, 92), (7.0, 158))
_NAME_SIZES = (0.62, 0.95, 1.42, 2.1)
_PAPER = 512


class PlatePainter:
    """Paints tiles of one geography under one theme, with or without the names of countries and seas."""

    def __init__(self, geography: Geography, studio: Studio, *, names: bool = True) -> None:
        self._geography = geography
        self._studio = studio
        self._with_names = names
        self._names: dict[tuple[str, float, float, int], Surface] = {}
        self._paper: Surface | None = None

    def paint(self, corner: tuple[int, int], size: int, scale: float, unit: float) -> Surface:
        """The tile whose upper left lies at `corner` in pixels from the projection's origin, at `scale` pixels a unit."""
        sheet = _Sheet(self._geography, self._studio, corner, size, scale, unit)
        sheet.sea()
        sheet.land()
        sheet.countries()
        sheet.waters()
        sheet.relief()
        sheet.lines()
        tile = pygame.transform.smoothscale(sheet.surface, (size, size))
        if self._with_names:
            self._print_names(tile, corner, size, scale, unit)
        if self._studio.theme.textures:
            self._age(tile, corner)
        return tile

    def _print_names(self, tile: Surface, corner: tuple[int, int], size: int, scale: float, unit: float) -> None:
        zoom = scale / (5.75 * unit)
        level = 0 if zoom < 0.8 else 1 if zoom < 1.5 else 2 if zoom < 2.7 else 3
        for name in self._geography.names:
            if name.level > max(1, level):
                continue
            word = self._word(name, level)
            at = word.get_rect(center=(round(name.x * scale - corner[0]), round(name.y * scale - corner[1])))
            if at.colliderect((0, 0, size, size)):
                tile.blit(word, at)

    def _word(self, name: Name, level: int) -> Surface:
        key = (name.text, name.x, name.y, level)
        if key not in self._names:
            self._names[key] = self._set_word(name, _NAME_SIZES[level])
        return self._names[key]

    def _set_word(self, name: Name, size: float) -> Surface:
        """A name letter by letter, tracked as an engraver would."""
        theme = self._studio.theme
        ink = theme.colour("map.sea_label" if name.sea else "map.label")
        font_px = max(8, round(name.px * size * theme.unit))
        face = self._studio.lettering.face("map", size=font_px / theme.unit / theme.text, italic=name.sea)
        letters = [self._studio.lettering.word(face, letter, ink) if letter.strip() else None for letter in name.text]
        gap = round(name.tracking * size * theme.unit)
        widths = [letter.get_width() if letter else font_px // 3 for letter in letters]
        high = max((letter.get_height() for letter in letters if letter), default=1)
        word = Surface((sum(widths) + gap * len(letters), high), pygame.SRCALPHA)
        word.fill((ink.r, ink.g, ink.b, 0))
        x = 0
        for letter, width in zip(letters, widths, strict=True):
            if letter is not None:
                word.blit(letter, (x, 0))
            x += width + gap
        return pygame.transform.rotozoom(word, name.rotate, 1.0) if name.rotate else word

    def _age(self, tile: Surface, corner: tuple[int, int]) -> None:
        """The paper's mottle and grain, multiplied in; it repeats, and lies still under a moving camera."""
        if self._paper is None:
            self._paper = _old_paper()
        left, top = corner[0] % _PAPER, corner[1] % _PAPER
        for x in range(-left, tile.get_width(), _PAPER):
            for y in range(-top, tile.get_height(), _PAPER):
                tile.blit(self._paper, (x, y), special_flags=pygame.BLEND_RGB_MULT)


class _Sheet:
    """One tile on the work table, twice as large as it will be."""

    def __init__(
        self, geography: Geography, studio: Studio, corner: tuple[int, int], size: int, scale: float, unit: float
    ) -> None:
        self.geography, self.theme, self.unit = geography, studio.theme, unit
        self.surface = Surface((size * _SMOOTH, size * _SMOOTH))
        self.scale, self.corner = scale * _SMOOTH, (corner[0] * _SMOOTH, corner[1] * _SMOOTH)
        margin = _MARGIN * unit
        self.near = (
            (corner[0] - margin) / scale, (corner[1] - margin) / scale,
            (corner[0] + size + margin) / scale, (corner[1] + size + margin) / scale,
        )  # fmt: skip

    def sea(self) -> None:
        """Water lines along every coast, then the graticule."""
        sea, line = self.theme.colour("map.sea"), self.theme.colour("map.sea_line")
        self.surface.fill(sea)
        coasts = [run for outline, _ in self._near(self.geography.land) for run in self._runs(outline)]
        for width, strength in _WATER_LINES:
            for run in coasts:
                self._stroke(self.surface, _mix(sea, line, strength), run, width + 1.1)
            for run in coasts:
                self._stroke(self.surface, sea, run, width - 0.4)

    def land(self) -> None:
        """Land, and inland seas in it."""
        for outline, holes in self._near(self.geography.land):
            self._fill(self.surface, self.theme.colour("map.land"), outline)
            for hole in holes:
                self._fill(self.surface, self.theme.colour("map.sea"), hole)

    def countries(self) -> None:
        """A flat tint and two bands along the inside of every border."""
        for name, areas in self.geography.countries:
            near = self._near(areas)
            if near:
                self._tint(near, self.theme.colour(f"map.tint.{self.geography.tints.get(name, 'slate')}"))

    def waters(self) -> None:
        """Rivers and lakes."""
        ink = _mix(self.theme.colour("map.land"), self.theme.colour("map.river"), 0.75)
        for river in self.geography.rivers:
            if river.near(*self.near):
                for run in self._runs(river):
                    pygame.draw.aalines(self.surface, ink, False, run)
        for outline, _ in self._near(self.geography.lakes):
            self._fill(self.surface, self.theme.colour("map.sea"), outline)
            for run in self._runs(outline):
                pygame.draw.aalines(self.surface, self.theme.colour("map.sea_line"), False, run)

    def relief(self) -> None:
        """Short strokes down both slopes of every ridge, darker away from the light."""
        for index, ridge in enumerate(self.geography.ridges):
            west, north = ridge.min(axis=0)
            east, south = ridge.max(axis=0)
            if Shape(ridge, (float(west), float(north), float(east), float(south))).near(*self.near):
                self._hachures(self._pixels(ridge), Random(index))

    def lines(self) -> None:
        """Borders, dashed, and the coast."""
        border = _mix(self.theme.colour("map.land"), self.theme.colour("map.border"), 0.62)
        for _, areas in self.geography.countries:
            for outline, _holes in self._near(areas):
                for run in self._runs(outline):
                    self._dashes(border, run)
        coast = self.theme.colour("map.coast")
        for outline, holes in self._near(self.geography.land):
            for shape in (outline, *holes):
                for run in self._runs(shape):
                    self._stroke(self.surface, coast, run, 0.95)

    # -- drawing

    def _near(self, areas: Sequence[Area]) -> list[Area]:
        return [area for area in areas if area[0].near(*self.near)]

    def _pixels(self, line: Line) -> Points:
        pixels = line * self.scale - np.array(self.corner)
        return [(x, y) for x, y in pixels.tolist()]

    def _runs(self, shape: Shape) -> list[Points]:
        """The parts of a line that come near this tile."""
        west, north, east, south = self.near
        points = shape.points
        inside = (points[:, 0] >= west) & (points[:, 0] <= east) & (points[:, 1] >= north) & (points[:, 1] <= south)
        wanted = inside.copy()
        wanted[1:] |= inside[:-1]
        wanted[:-1] |= inside[1:]
        wanted |= _crossing(points, self.near)
        if not wanted.any():
            return []
        edges = np.flatnonzero(np.diff(np.concatenate(([0], wanted.view(np.int8), [0]))))
        pixels = points * self.scale - np.array(self.corner)
        return [
            [(x, y) for x, y in pixels[start:end].tolist()]
            for start, end in zip(edges[::2], edges[1::2], strict=True)
            if end - start > 1
        ]

    def _fill(self, surface: Surface, colour: Color, shape: Shape, offset: tuple[int, int] = (0, 0)) -> None:
        points = _clipped(shape.points, self.near)
        if len(points) > 2:
            pygame.draw.polygon(surface, colour, [(x - offset[0], y - offset[1]) for x, y in self._pixels(points)])

    def _stroke(self, surface: Surface, colour: Color, points: Points, width: float) -> None:
        wide = max(1, round(width * self.unit * _SMOOTH))
        pygame.draw.lines(surface, colour, False, points, wide)
        if wide > 3:
            for point in points:
                pygame.draw.circle(surface, colour, point, wide // 2)

    def _tint(self, areas: Sequence[Area], colour: Color) -> None:
        size = self.surface.get_size()
        inside, band = Surface(size, pygame.SRCALPHA), Surface(size, pygame.SRCALPHA)
        band.fill((colour.r, colour.g, colour.b, 26))
        runs = [run for outline, _ in areas for run in self._runs(outline)]
        for width, alpha in _BANDS:
            for run in runs:
                self._stroke(band, Color(colour.r, colour.g, colour.b, alpha), run, width)
        for outline, holes in areas:
            self._fill(inside, Color("white"), outline)
            for hole in holes:
                self._fill(inside, Color(255, 255, 255, 0), hole)
        band.blit(inside, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        self.surface.blit(band, (0, 0))

    def _dashes(self, colour: Color, points: Points) -> None:
        pattern = [length * _SMOOTH * self.unit for length in (5, 1.8, 1.2, 1.8)]
        left, index = pattern[0], 0
        for start, end in zip(points, points[1:], strict=False):
            length, done = dist(start, end), 0.0
            while done < length:
                step = min(left, length - done)
                if index % 2 == 0:
                    near, far = done / length, (done + step) / length
                    pygame.draw.line(
                        self.surface, colour,
                        (start[0] + (end[0] - start[0]) * near, start[1] + (end[1] - start[1]) * near),
                        (start[0] + (end[0] - start[0]) * far, start[1] + (end[1] - start[1]) * far),
                        max(1, round(_SMOOTH * self.unit)),
                    )  # fmt: skip
                done, left = done + step, left - step
                if left <= 0:
                    index = (index + 1) % len(pattern)
                    left = pattern[index]

    def _hachures(self, points: Points, chance: Random) -> None:
        land, unit = self.theme.colour("map.land"), _SMOOTH * self.unit
        dark, light = self.theme.colour("map.hachure_dark"), self.theme.colour("map.hachure_light")
        dense: list[tuple[float, float, float, float]] = []
        for start, end in zip(points, points[1:], strict=False):
            steps = max(2, int(dist(start, end) / (2.1 * unit)))
            dx, dy = end[0] - start[0], end[1] - start[1]
            dense += ((start[0] + dx * i / steps, start[1] + dy * i / steps, dx, dy) for i in range(steps))
        phase, bounds = chance.random() * 6, self.surface.get_rect().inflate(60, 60)
        for index, (x, y, dx, dy) in enumerate(dense):
            wide = hypot(dx, dy) or 1
            normal = (-dy / wide, dx / wide)
            swell = 0.55 + 0.45 * sin(pi * min(1, max(0.12, index / len(dense))))
            wobble = (sin(index * 0.45 + phase) * 1.6 + sin(index * 0.17 + phase * 2) * 1.8) * unit
            for side in (-1, 1):
                turn, stretch = (chance.random() - 0.5) * 0.8, chance.random() * 2.2
                if not bounds.collidepoint(x, y):
                    continue
                shaded = side * (normal[0] + normal[1]) > 0
                vx = side * (normal[0] * cos(turn) - normal[1] * sin(turn))
                vy = side * (normal[0] * sin(turn) + normal[1] * cos(turn))
                length = (4.6 + 3.6 * abs(sin(index * 0.31 + phase)) + stretch) * swell * unit * (1.15 if shaded else 0.8)
                from_x, from_y = x + normal[0] * wobble + vx * 0.9 * unit, y + normal[1] * wobble + vy * 0.9 * unit
                ink = _mix(land, dark, 0.7) if shaded else _mix(land, light, 0.45)
                pygame.draw.aaline(self.surface, ink, (from_x, from_y), (from_x + vx * length, from_y + vy * length))


def _mix(one: Color, other: Color, share: float) -> Color:
    return one.lerp(other, share)


def _crossing(points: Line, box: tuple[float, float, float, float]) -> NDArray[np.bool_]:
    """Ends of edges that pass over the box without a point in it."""
    found = np.zeros(len(points), dtype=bool)
    if len(points) < 2:
        return found
    low, high = np.minimum(points[:-1], points[1:]), np.maximum(points[:-1], points[1:])
    over = (low[:, 0] <= box[2]) & (high[:, 0] >= box[0]) & (low[:, 1] <= box[3]) & (high[:, 1] >= box[1])
    found[:-1] |= over
    found[1:] |= over
    return found


def _clipped(points: Line, box: tuple[float, float, float, float]) -> Line:
    """A ring cut to a box (Sutherland and Hodgman), so that filling it does not cost what lies far away."""
    for axis, bound, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        if len(points) < 3:
            return points
        keeps = sign * (points[:, axis] - bound) >= 0
        if keeps.all():
            continue
        following, keeps_next = np.roll(points, -1, axis=0), np.roll(keeps, -1)
        along = following[:, axis] - points[:, axis]
        share = (bound - points[:, axis]) / np.where(along == 0, 1, along)
        cut = points + (following - points) * share[:, None]
        pairs = np.stack((points, cut), axis=1)
        wanted = np.stack((keeps, keeps != keeps_next), axis=1)
        points = pairs.reshape(-1, 2)[wanted.reshape(-1)]
    return points


def _old_paper() -> Surface:
    """A tile of mottle and grain that repeats without a seam, as factors of white."""
    numbers = np.random.default_rng(12)
    waves = np.fft.rfft2(numbers.standard_normal((_PAPER, _PAPER)))
    lengths = np.hypot(np.fft.fftfreq(_PAPER)[:, None] * _PAPER, np.fft.rfftfreq(_PAPER)[None] * _PAPER)
    lengths[0, 0] = 1
    waves *= np.where((lengths < 1) | (lengths > 30), 0, lengths**-1.5)
    mottle = np.fft.irfft2(waves, s=(_PAPER, _PAPER))
    grey = mottle / mottle.std() * 2.4 + numbers.standard_normal((_PAPER, _PAPER)) * 0.9
    factors = 248 + grey[..., None] * np.array([0.9, 1.0, 1.15])
    tinted = np.clip(factors * np.array([1.0, 0.992, 0.972]), 0, 255).astype(np.uint8)
    return pygame.surfarray.make_surface(tinted)


