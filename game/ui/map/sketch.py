"""The whole plate at a glance: a small picture of it for the minimap and for what is not painted yet, and where water
is."""

import pygame
from pygame import Rect, Surface

from game.ui.map.atlas import Atlas
from game.ui.map.camera import BOUNDS, Area, Camera
from game.ui.map.clipping import thinned
from game.ui.map.projection import Floats
from game.ui.map.style import PlateStyle

_SCALE = 3.0
"""Pixels of the sketch for one plate unit."""
_MARGIN = 40.0
"""Plate units shown beyond the bounds: wide and high windows look there."""
_FLAT = 0.26


class Sketch:
    """A small plate with flat tints. Painted at once; it takes about a tenth of a second."""

    def __init__(self, atlas: Atlas, style: PlateStyle) -> None:
        self._west, self._north = BOUNDS[0] - _MARGIN, BOUNDS[3] + _MARGIN
        wide, high = BOUNDS[2] - BOUNDS[0] + 2 * _MARGIN, BOUNDS[3] - BOUNDS[1] + 2 * _MARGIN
        size = (round(wide * _SCALE), round(high * _SCALE))
        self._water = Surface(size, 0, 8)
        self._picture = Surface(size, 0, 24)
        self._picture.fill(style.colour("sea"))
        self._water.fill(1)
        for polygon in atlas.land:
            outline = self._pixels(polygon[0].points)
            pygame.draw.polygon(self._picture, style.colour("land"), outline)
            pygame.draw.polygon(self._water, 0, outline)
        self._tint(atlas, style)
        for polygon in atlas.land:
            pygame.draw.aalines(self._picture, style.colour("coast"), True, self._pixels(polygon[0].points))
            for hole in polygon[1:]:
                pygame.draw.polygon(self._picture, style.colour("sea"), self._pixels(hole.points))
                pygame.draw.polygon(self._water, 1, self._pixels(hole.points))

    def is_water(self, x: float, y: float) -> bool:
        """Whether a point of the plate lies in a sea; beyond the plate there is only sea."""
        pixel = (int((x - self._west) * _SCALE), int((self._north - y) * _SCALE))
        inside = self._water.get_rect().collidepoint(pixel)
        return not inside or self._water.get_at_mapped(pixel) == 1

    def show(self, surface: Surface, view: Area, camera: Camera, box: Rect) -> None:
        """Fills `box` of a Surface with the sketch as the camera sees it."""
        west, north = camera.to_plate(box.topleft, view)
        left, top = (west - self._west) * _SCALE, (self._north - north) * _SCALE
        shrink = _SCALE / camera.k
        taken = Rect(int(left), int(top), int(box.w * shrink) + 2, int(box.h * shrink) + 2)
        grown = pygame.Surface((taken.w, taken.h), 0, self._picture)
        grown.fill(self._picture.get_at((0, 0)))
        grown.blit(self._picture, (0, 0), taken)
        scaled = pygame.transform.smoothscale_by(grown, 1 / shrink)
        offset = (round((left - taken.x) / shrink), round((top - taken.y) / shrink))
        surface.blit(scaled, box, (offset, box.size))

    def _tint(self, atlas: Atlas, style: PlateStyle) -> None:
        for country in atlas.countries(style.era):
            flat = style.mixed("land", f"tint.{country.tint}", _FLAT)
            edge = style.mixed("land", f"tint.{country.tint}", 0.75)
            for polygon in country.polygons:
                outline = self._pixels(polygon[0].points)
                pygame.draw.polygon(self._picture, flat, outline)
                pygame.draw.aalines(self._picture, edge, True, outline)

    def _pixels(self, points: Floats) -> list[tuple[float, float]]:
        placed = thinned((points - (self._west, self._north)) * (_SCALE, -_SCALE), 0.8)
        pixels: list[tuple[float, float]] = (placed if len(placed) > 2 else placed.repeat(2, axis=0)).tolist()
        return pixels
