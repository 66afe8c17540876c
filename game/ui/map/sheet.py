"""The large Surface on which one tile is painted, and the way from plate units to its pixels."""

from collections.abc import Iterator, Sequence

import numpy as np
import pygame
from pygame import Rect, Surface

from game.ui.map.arrays import Floats
from game.ui.map.atlas import Box, Line, Polygon
from game.ui.map.cells import Cell, step_scale
from game.ui.map.clipping import clip_ring, dashes, thinned, travelled
from game.ui.map.style import TILE, PlateStyle, Rgb

SMOOTH = 2
"""Tiles are painted this many times larger and scaled down."""
_LINING = ((30.0, 0.16), (22.0, 0.20), (15.5, 0.26), (10.5, 0.32), (6.5, 0.42), (3.4, 0.50))
"""Water-lining: width of the stroke in design pixels, strength of its edge."""
_REACH = 24
"""Design pixels that a stroke may reach from its line, with room to spare."""

Colour = Rgb | tuple[int, int, int, int]
Layers = tuple[Surface, Surface]
"""Two Surfaces with alpha, as large as a sheet, to draw on before it comes onto the sheet."""


def new_layers() -> Layers:
    """Layers with nothing on them; whoever paints keeps them from tile to tile."""
    first, second = (Surface((TILE * SMOOTH, TILE * SMOOTH), pygame.SRCALPHA) for _ in range(2))
    return first, second


class TileSheet:
    """The large Surface of one tile, and the way from plate units to its pixels. What is on the `layers` is lost."""

    def __init__(self, cell: Cell, style: PlateStyle, layers: Layers) -> None:
        self.surface = Surface((TILE * SMOOTH, TILE * SMOOTH), 0, 24)
        self.layers = layers
        self.k, self.step = step_scale(style, cell.step), cell.step
        self._style, self._unit = style, style.unit
        self.corner = np.array([cell.column * TILE, cell.row * TILE], dtype=np.float64)
        room = _REACH * self._unit
        west, north = (self.corner - room) / self.k
        east, south = (self.corner + TILE + room) / self.k
        self.box: Box = (float(west), float(-south), float(east), float(-north))

    def pixels(self, points: Floats) -> Floats:
        """Points of the plate as pixels of the large Surface."""
        return np.asarray((points * (self.k, -self.k) - self.corner) * SMOOTH)

    def shows(self, polygons: tuple[Polygon, ...]) -> bool:
        """Whether any of them may be seen here."""
        return any(polygon[0].meets(self.box) for polygon in polygons)

    def visible(self, polygons: tuple[Polygon, ...]) -> list[list[Floats]]:
        """What is seen of polygons here, each as the pixels of its outline and holes."""
        found: list[list[Floats]] = []
        for polygon in polygons:
            if not polygon[0].meets(self.box):
                continue
            rings = [self.ring(ring) for ring in polygon if ring.meets(self.box)]
            if len(rings[0]) > 2:
                found.append([ring for ring in rings if len(ring) > 2])
        return found

    def ring(self, ring: Line) -> Floats:
        """What is seen of a closed outline here, as pixels."""
        return thinned(self.pixels(clip_ring(ring.points, self.box)), 1.2)

    def _around(self, polygons: list[list[Floats]]) -> Rect:
        """The box around outlines, within the Surface."""
        outlines = [polygon[0] for polygon in polygons]
        low = np.min([ring.min(axis=0) for ring in outlines], axis=0)
        high = np.max([ring.max(axis=0) for ring in outlines], axis=0)
        box = Rect(int(low[0]), int(low[1]), int(high[0] - low[0]) + 3, int(high[1] - low[1]) + 3)
        return box.clip(self.surface.get_rect())

    def fill(
        self, ring: Floats, colour: Colour, *,
        onto: Surface | None = None, corner: tuple[int, int] = (0, 0),
    ) -> None:  # fmt: skip
        """Fills an outline."""
        if len(ring) > 2:
            pygame.draw.polygon(onto or self.surface, colour, (ring - corner).tolist())

    def stroke(
        self, ring: Floats, colour: Colour, width: float, *,
        onto: Surface | None = None, corner: tuple[int, int] = (0, 0), along: Floats | None = None,
    ) -> None:  # fmt: skip
        """Draws a closed outline, `width` design pixels wide, with round joints where that can be seen. `along` is how far
        along it each point is, if that is known."""
        wide = max(1, round(width * self._unit * SMOOTH))
        surface = onto or self.surface
        points = (thinned(ring, wide / 7, along) - corner if wide > 8 else ring - corner).tolist()
        if len(points) < 2:
            return
        pygame.draw.lines(surface, colour, True, points, wide)
        if wide > 3:
            for point in points:
                pygame.draw.circle(surface, colour, point, wide // 2)

    def line_shores(self, shores: Sequence[Floats]) -> Iterator[None]:
        """Draws the lines of water along shores, slice by slice."""
        sea = self._style.colour("sea")
        measured = [(ring, travelled(ring)) for ring in shores]
        for width, strength in _LINING if shores else ():
            line = self._style.mixed("sea", "sea_line", strength)
            for colour, wide in ((line, width + 1.1), (sea, width - 0.4)):
                for ring, along in measured:
                    self.stroke(ring, colour, wide, along=along)
                yield

    def tint(self, polygons: list[list[Floats]], colour: Rgb, alpha: int, bands: Sequence[tuple[float, int]]) -> None:
        """Lays a flat tint over outlines with their holes, and bands along the border, cut to what is inside: each has a
        width in design pixels and an alpha."""
        box = self._around(polygons)
        if not box.w or not box.h:
            return
        band, inside = (layer.subsurface(box) for layer in self.layers)
        band.fill((*colour, alpha))
        inside.fill((255, 255, 255, 0))
        for width, strength in bands:
            for polygon in polygons:
                for ring in polygon:
                    self.stroke(ring, (*colour, strength), width, onto=band, corner=box.topleft)
        for polygon in polygons:
            self.fill(polygon[0], (255, 255, 255, 255), onto=inside, corner=box.topleft)
            for hole in polygon[1:]:
                self.fill(hole, (255, 255, 255, 0), onto=inside, corner=box.topleft)
        band.blit(inside, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        self.surface.blit(band, box)

    def border(self, ring: Floats, colour: Rgb, width: float, pattern: tuple[float, ...]) -> None:
        """Draws a closed outline in dashes: dash, gap, dash, gap and so on, in design pixels as the width is."""
        size = self._unit * SMOOTH
        for dash in dashes(ring, tuple(part * size for part in pattern)):
            pygame.draw.lines(self.surface, colour, False, dash, max(1, round(width * size)))

    def line(self, points: Floats, colour: Colour, width: float) -> None:
        """Draws an open line through pixels, `width` design pixels wide, with round joints and ends."""
        wide = max(1, round(width * self._unit * SMOOTH))
        if len(points) < 2:
            return
        if wide <= 3:
            pygame.draw.lines(self.surface, colour, False, points.tolist(), wide)
            return
        steps = np.diff(points, axis=0)
        lengths = np.hypot(*steps.T)[:, None]
        aside = np.column_stack((-steps[:, 1], steps[:, 0])) / np.where(lengths == 0, 1.0, lengths) * wide / 2
        quads = np.stack((points[:-1] + aside, points[1:] + aside, points[1:] - aside, points[:-1] - aside), axis=1)
        for quad in quads.tolist():
            pygame.draw.polygon(self.surface, colour, quad)
        for point in points.tolist():
            pygame.draw.circle(self.surface, colour, point, wide / 2)
