"""The way from one zoom step to another: while the camera flies, pictures of the view it left and of the one it goes to
are stretched, and nothing is arranged or fetched that would hold up a frame."""

from collections.abc import Callable, Iterator
from math import ceil, floor

import pygame
from pygame import Rect, Surface

from game.ui.map.camera import Camera, same_view

_ENLARGED_SMOOTHLY, _SHRUNK_SMOOTHLY = 1_600_000, 1_200_000
"""Pixels of a view that is still stretched smoothly, going nearer and going away; a larger one is stretched quickly."""

Lay = Callable[[Surface, Camera], None]
"""Draws the map as a camera sees it, or what of it is new since it did last, on a Surface of the size of the part that is
shown."""


class Zoom:
    """One flight. `view` is the whole of the map, `shown` the part that can be seen, in real pixels.

    Going nearer, what was seen `before` is enlarged. Going away, it shrinks in the middle of what will be seen: that is
    drawn by `lay` on the picture that `after` gives, again whenever `arrived` tells that more of it is there.
    """

    def __init__(
        self, start: Camera, end: Camera, view: Rect, shown: Rect, before: Surface, after: Callable[[], Surface], lay: Lay
    ) -> None:
        self.start, self.end, self.view, self.shown = start, end, view, shown
        self._before = before
        self._after: Surface | None = None
        self._new_after, self._lay = after, lay
        self._arrived = -1

    @property
    def pictures(self) -> tuple[Surface, ...]:
        """The pictures that it uses."""
        return (self._before,) if self._after is None else (self._before, self._after)

    def show(self, target: Surface, camera: Camera, arrived: int) -> bool:
        """Draws what the camera sees on a Surface of the size of `shown`; false if it lies beyond the pictures."""
        away = self._what_will_be_seen(arrived) if self.end.k < self.start.k else None
        if same_view(camera, self.start):
            target.blit(self._before, (0, 0))
            return True
        if away is not None:
            return self._show_going_away(target, away, camera)
        source = self._seen_in(self.start, camera)
        if not _holds(self._before, source):
            return False
        smooth = target.get_width() * target.get_height() <= _ENLARGED_SMOOTHLY
        scale = pygame.transform.smoothscale if smooth else pygame.transform.scale
        scale(self._before.subsurface(source.clip(target.get_rect())), target.get_size(), target)
        return True

    def _what_will_be_seen(self, arrived: int) -> Surface:
        """The picture of where a flight away ends, with all that has arrived. The first frame, which stretches nothing, has the
        time to draw it."""
        self._after = self._after or self._new_after()
        if arrived != self._arrived:
            self._lay(self._after, self.end)
            self._arrived = arrived
        return self._after

    def _show_going_away(self, target: Surface, after: Surface, camera: Camera) -> bool:
        source = self._seen_in(self.end, camera)
        if not _holds(after, source):
            return False
        left = self._seen_in(camera, self.start).clip(target.get_rect())
        for part, onto in _round_about(source.clip(target.get_rect()), target.get_rect(), left):
            pygame.transform.scale(after.subsurface(part), onto.size, target.subsurface(onto))
        if left.w > 0 and left.h > 0:
            smooth = target.get_width() * target.get_height() <= _SHRUNK_SMOOTHLY
            scale = pygame.transform.smoothscale if smooth else pygame.transform.scale
            scale(self._before, left.size, target.subsurface(left))
        return True

    def _seen_in(self, wide: Camera, near: Camera) -> Rect:
        """What one camera shows, in the pixels of another one's picture."""
        off = (self.view.centerx - self.shown.x, self.view.centery - self.shown.y)
        share = wide.k / near.k
        left = (near.x - wide.x) * wide.k - off[0] * share + off[0]
        top = (wide.y - near.y) * wide.k - off[1] * share + off[1]
        right, bottom = left + self.shown.w * share, top + self.shown.h * share
        return Rect(round(left), round(top), round(right) - round(left), round(bottom) - round(top))


def _round_about(source: Rect, target: Rect, hole: Rect) -> Iterator[tuple[Rect, Rect]]:
    """What of a source is stretched onto a target round a hole in it: up to four parts, each with where it goes. They are
    cut between the source's pixels, so that they fit together as if all had been stretched at once, and reach into the hole
    by less than one of them."""
    across, down = target.w / source.w, target.h / source.h
    left, top = source.x + ceil((hole.x - target.x) / across), source.y + ceil((hole.y - target.y) / down)
    right, bottom = source.x + floor((hole.right - target.x) / across), source.y + floor((hole.bottom - target.y) / down)
    if left >= right or top >= bottom:
        yield source, target
        return
    xs, ys = (source.x, left, right, source.right), (source.y, top, bottom, source.bottom)
    bands = ((0, 3, 0, 1), (0, 1, 1, 2), (2, 3, 1, 2), (0, 3, 2, 3))
    for x0, x1, y0, y1 in bands:
        part = Rect(xs[x0], ys[y0], xs[x1] - xs[x0], ys[y1] - ys[y0])
        at = (round(target.x + (part.x - source.x) * across), round(target.y + (part.y - source.y) * down))
        end = (round(target.x + (part.right - source.x) * across), round(target.y + (part.bottom - source.y) * down))
        if part.w and part.h:
            yield part, Rect(at, (end[0] - at[0], end[1] - at[1]))


def _holds(picture: Surface, source: Rect) -> bool:
    """Whether a part lies in the picture, but for the rounding."""
    return picture.get_rect().inflate(4, 4).contains(source)
