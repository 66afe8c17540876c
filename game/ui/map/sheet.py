"""The large Surface on which one tile is painted, and the way from plate units to its pixels."""

import numpy as np
import pygame
from pygame import Rect, Surface

from game.ui.map.arrays import Floats
from game.ui.map.atlas import Box, Line, Polygon
from game.ui.map.cells import Cell
from game.ui.map.clipping import clip_ring, thinned
from game.ui.map.style import TILE, Rgb

SMOOTH = 2
"""Tiles are painted this many times larger and scaled down."""
LINING = ((30.0, 0.16), (22.0, 0.20), (15.5, 0.26), (10.5, 0.32), (6.5, 0.42), (3.4, 0.50))
"""Water-lining: width of the stroke in design pixels, strength of its edge."""
_REACH = 24
"""Design pixels that a stroke may reach from its line, with room to spare."""

Colour = Rgb | tuple[int, int, int, int]


class TileSheet:
    """The large Surface of one tile, and the way from plate units to its pixels."""

    def __init__(self, cell: Cell, k: float, unit: float) -> None:
        self.surface = Surface((TILE * SMOOTH, TILE * SMOOTH), 0, 24)
        self.k, self.step, self._unit = k, cell.step, unit
        self.corner = np.array([cell.column * TILE, cell.row * TILE], dtype=np.float64)
        room = _REACH * unit
        west, north = (self.corner - room) / k
        east, south = (self.corner + TILE + room) / k
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

    def around(self, polygons: list[list[Floats]]) -> Rect:
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
        onto: Surface | None = None, corner: tuple[int, int] = (0, 0),
    ) -> None:  # fmt: skip
        """Draws a closed outline, `width` design pixels wide, with round joints where that can be seen."""
        wide = max(1, round(width * self._unit * SMOOTH))
        surface = onto or self.surface
        points = (thinned(ring, wide / 7) - corner if wide > 8 else ring - corner).tolist()
        if len(points) < 2:
            return
        pygame.draw.lines(surface, colour, True, points, wide)
        if wide > 3:
            for point in points:
                pygame.draw.circle(surface, colour, point, wide // 2)

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
