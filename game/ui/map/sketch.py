"""The whole plate at a glance: a small picture of it for the minimap and for what is not painted yet, and where water
is. `sketching` paints it."""

from dataclasses import dataclass
from typing import Final

import pygame
from pygame import Mask, Rect, Surface

from game.ui.map.camera import BOUNDS, Area, Box, Camera, Point
from game.ui.map.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Frame:
    """What a sketch shows: the point in its upper left corner, pixels for one plate unit, and its size in pixels."""

    corner: Point
    scale: float
    size: tuple[int, int]

    @classmethod
    def around(cls, bounds: Box, scale: float, margin: float) -> "Frame":
        """The frame of a sketch of these bounds and so many plate units beyond: wide and high windows look there."""
        size = (bounds[2] - bounds[0] + 2 * margin, bounds[3] - bounds[1] + 2 * margin)
        return cls((bounds[0] - margin, bounds[3] + margin), scale, (round(size[0] * scale), round(size[1] * scale)))


WORLD_FRAME: Final = Frame.around(BOUNDS, scale=3.0, margin=40.0)
_PICTURE, _WATER = "sketch", "water"


class Sketch:
    """A small plate with flat tints. `water` is white where a sea is, black elsewhere."""

    def __init__(self, picture: Surface, water: Surface, frame: Frame) -> None:
        self._picture, self._frame = picture, frame
        self._water: Mask = pygame.mask.from_threshold(water, "white", (8, 8, 8))

    def is_water(self, x: float, y: float) -> bool:
        """Whether a point of the plate lies in a sea; beyond the plate there is only sea."""
        corner, scale, size = self._frame.corner, self._frame.scale, self._frame.size
        across, down = int((x - corner[0]) * scale), int((corner[1] - y) * scale)
        if 0 <= across < size[0] and 0 <= down < size[1]:
            return bool(self._water.get_at((across, down)))
        return True

    def show(self, surface: Surface, view: Area, camera: Camera, box: Rect) -> None:
        """Fills `box` of a Surface with the sketch as the camera sees it."""
        corner, scale = self._frame.corner, self._frame.scale
        west, north = camera.to_plate(box.topleft, view)
        left, top = (west - corner[0]) * scale, (corner[1] - north) * scale
        shrink = scale / camera.k
        taken = Rect(int(left), int(top), int(box.w * shrink) + 2, int(box.h * shrink) + 2)
        grown = pygame.Surface((taken.w, taken.h), 0, self._picture)
        grown.fill(self._picture.get_at((0, 0)))
        grown.blit(self._picture, (0, 0), taken)
        scaled = pygame.transform.smoothscale_by(grown, 1 / shrink)
        offset = (round((left - taken.x) / shrink), round((top - taken.y) / shrink))
        surface.blit(scaled, box, (offset, box.size))

    def show_quickly(self, surface: Surface, view: Area, camera: Camera) -> None:
        """Fills a whole Surface with about what the camera sees, in coarse pixels: for what is seen only in passing."""
        corner, scale = self._frame.corner, self._frame.scale
        west, north = camera.to_plate((0, 0), view)
        taken = Rect(
            int((west - corner[0]) * scale),
            int((corner[1] - north) * scale),
            max(1, round(surface.get_width() * scale / camera.k)),
            max(1, round(surface.get_height() * scale / camera.k)),
        )
        inside = taken.clamp(self._picture.get_rect()).clip(self._picture.get_rect())
        pygame.transform.scale(self._picture.subsurface(inside), surface.get_size(), surface)


def kept_sketch(shelf: Shelf, frame: Frame) -> Sketch | None:
    """The sketch from the shelf, if it is there."""
    picture, water = shelf.fetch(_PICTURE, frame.size), shelf.fetch(_WATER, frame.size)
    return None if picture is None or water is None else Sketch(picture.convert(), water, frame)


def keep_sketch(shelf: Shelf, picture: Surface, water: Surface, frame: Frame) -> Sketch:
    """Puts a newly painted sketch on the shelf."""
    shelf.keep(_PICTURE, picture)
    shelf.keep(_WATER, water)
    return Sketch(picture.convert(), water, frame)
