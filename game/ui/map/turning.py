"""One sheet taking the place of another: a city plate is lifted from its spot on the world until it fills the table, or laid
back. Two pictures are all that it needs."""

import pygame
from pygame import Rect, Surface

from game.ui.map.camera import Area, Camera
from game.ui.map.cells import Cell
from game.ui.map.chart import Chart
from game.ui.map.city.plates import spot_of
from game.ui.motion import cubic_in_out
from game.ui.painter import Painter

_LEAST = 8
"""Pixels along the edge of the smallest picture of a plate."""


class Turning:
    """A change that goes on. `before` is a picture of the sheet that goes, `after` one of the sheet that comes, both of the
    size of the part of the map that is shown; `spot` is where the city's extent lies in it on the world."""

    def __init__(self, chart: Chart, before: Surface, after: Surface, spot: Rect) -> None:
        self.chart = chart
        """The sheet that comes."""
        self.before, self.after = before, after
        self.arrived = -1
        """What the tiles had got when `after` was laid; whoever lays it keeps count here."""
        self.laid: set[Cell] = set()
        """The tiles that lie on `after`; whoever lays them keeps count here."""
        self._spot = spot

    def show(self, painter: Painter, shown: Rect, share: float) -> None:
        """Draws the change as far as it has come, from 0 to 1."""
        ground, lifted = (self.after, self.before) if self.chart.is_world else (self.before, self.after)
        grown = cubic_in_out(1 - share if self.chart.is_world else share)
        painter.surface.blit(ground, shown)
        box = _between(self._spot, Rect((0, 0), shown.size), grown)
        seen = box.clip(Rect((0, 0), shown.size))
        if seen.w > 0 and seen.h > 0:
            part = _part(lifted, box, seen)
            pygame.transform.scale(part, seen.size, painter.surface.subsurface(seen.move(shown.topleft)))
        edge = max(2, painter.px(6))
        frame = box.move(shown.topleft)
        painter.frame(frame.inflate(2 * edge, 2 * edge), "field", edge)
        painter.frame(frame.inflate(2 * edge, 2 * edge), "line", 1)


def spot_on_screen(city: Chart, camera: Camera, view: Rect) -> Rect:
    """Where a city plate's extent lies in a view of the world."""
    (west, south), (east, north) = spot_of(city)
    left, top = camera.to_screen((west, north), Area(*view))
    right, bottom = camera.to_screen((east, south), Area(*view))
    return Rect(round(left), round(top), max(1, round(right - left)), max(1, round(bottom - top)))


def _between(small: Rect, whole: Rect, grown: float) -> Rect:
    """A box on the way from one to the other; its size grows evenly as the eye sees it."""
    small = Rect(small.x, small.y, max(_LEAST, small.w), max(_LEAST, small.h))
    wide = small.w * (whole.w / small.w) ** grown
    share = (wide - small.w) / (whole.w - small.w) if whole.w != small.w else 1.0
    high = small.h + (whole.h - small.h) * share
    left, top = small.x + (whole.x - small.x) * share, small.y + (whole.y - small.y) * share
    return Rect(round(left), round(top), round(wide), round(high))


def _part(picture: Surface, box: Rect, seen: Rect) -> Surface:
    """The part of a picture that is seen when it is scaled into a box."""
    across, down = picture.get_width() / box.w, picture.get_height() / box.h
    taken = Rect(
        int((seen.x - box.x) * across), int((seen.y - box.y) * down), max(1, int(seen.w * across)), max(1, int(seen.h * down))
    )
    return picture.subsurface(taken.clip(picture.get_rect()))
