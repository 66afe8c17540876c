"""The whole plate at a glance: a small picture of it for the minimap and for what is not painted yet, and where water
is. `sketching` paints it."""

from typing import Final

import pygame
from pygame import Mask, Rect, Surface

from game.ui.map.camera import BOUNDS, Area, Camera
from game.ui.map.shelf import Shelf

SCALE: Final = 3.0
"""Pixels of the sketch for one plate unit."""
_MARGIN: Final = 40.0
"""Plate units shown beyond the bounds: wide and high windows look there."""
CORNER: Final = (BOUNDS[0] - _MARGIN, BOUNDS[3] + _MARGIN)
"""The point of the plate in the upper left corner."""
SIZE: Final = (
    round((BOUNDS[2] - BOUNDS[0] + 2 * _MARGIN) * SCALE),
    round((BOUNDS[3] - BOUNDS[1] + 2 * _MARGIN) * SCALE),
)
_PICTURE, _WATER = "sketch", "water"


class Sketch:
    """A small plate with flat tints. `water` is white where a sea is, black elsewhere."""

    def __init__(self, picture: Surface, water: Surface) -> None:
        self._picture = picture
        self._water: Mask = pygame.mask.from_threshold(water, "white", (8, 8, 8))

    def is_water(self, x: float, y: float) -> bool:
        """Whether a point of the plate lies in a sea; beyond the plate there is only sea."""
        across, down = int((x - CORNER[0]) * SCALE), int((CORNER[1] - y) * SCALE)
        if 0 <= across < SIZE[0] and 0 <= down < SIZE[1]:
            return bool(self._water.get_at((across, down)))
        return True

    def show(self, surface: Surface, view: Area, camera: Camera, box: Rect) -> None:
        """Fills `box` of a Surface with the sketch as the camera sees it."""
        west, north = camera.to_plate(box.topleft, view)
        left, top = (west - CORNER[0]) * SCALE, (CORNER[1] - north) * SCALE
        shrink = SCALE / camera.k
        taken = Rect(int(left), int(top), int(box.w * shrink) + 2, int(box.h * shrink) + 2)
        grown = pygame.Surface((taken.w, taken.h), 0, self._picture)
        grown.fill(self._picture.get_at((0, 0)))
        grown.blit(self._picture, (0, 0), taken)
        scaled = pygame.transform.smoothscale_by(grown, 1 / shrink)
        offset = (round((left - taken.x) / shrink), round((top - taken.y) / shrink))
        surface.blit(scaled, box, (offset, box.size))

    def show_quickly(self, surface: Surface, view: Area, camera: Camera) -> None:
        """Fills a whole Surface with about what the camera sees, in coarse pixels: for what is seen only in passing."""
        west, north = camera.to_plate((0, 0), view)
        taken = Rect(
            int((west - CORNER[0]) * SCALE),
            int((CORNER[1] - north) * SCALE),
            max(1, round(surface.get_width() * SCALE / camera.k)),
            max(1, round(surface.get_height() * SCALE / camera.k)),
        )
        inside = taken.clamp(self._picture.get_rect()).clip(self._picture.get_rect())
        pygame.transform.scale(self._picture.subsurface(inside), surface.get_size(), surface)


def kept_sketch(shelf: Shelf) -> Sketch | None:
    """The sketch from the shelf, if it is there."""
    picture, water = shelf.fetch(_PICTURE, SIZE), shelf.fetch(_WATER, SIZE)
    return None if picture is None or water is None else Sketch(picture.convert(), water)


def keep_sketch(shelf: Shelf, picture: Surface, water: Surface) -> Sketch:
    """Puts a newly painted sketch on the shelf."""
    shelf.keep(_PICTURE, picture)
    shelf.keep(_WATER, water)
    return Sketch(picture.convert(), water)
