"""The map as it was shown last, kept as one picture: while the camera only moves, that is pushed along, and only what comes
into sight is painted. To push a picture costs a tenth of laying tiles, and what lies on them, anew. It is pushed on its way to
the screen and copied back: a picture that is scrolled in itself is moved backwards to the right and down, which takes five
times as long."""

from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

from pygame import Rect, Surface

from game.ui.map.camera import Camera, same_view
from game.ui.map.cells import Cell, cells_in, corner_of, first_pixel
from game.ui.map.overlay import Overlay
from game.ui.map.style import TILE
from game.ui.map.tiles import Finish, Tiles
from game.ui.spare import Spare


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sight:
    """What is seen: the tiles of a zoom step from a camera, on them an overlay that was drawn for another one of the same
    size, in the map's `rect` on the screen, of which a part is `shown`."""

    tiles: Tiles
    step: int
    camera: Camera
    overlay: Overlay
    drawn_for: Camera
    rect: Rect
    shown: Rect

    def pushed_from(self, last: "Sight") -> tuple[int, int] | None:
        """How far everything has moved since the last time; nothing if something else is seen."""
        if (self.tiles, self.step, self.rect, self.shown) != (last.tiles, last.step, last.rect, last.shown):
            return None
        return pushed_between(self.rect, last.camera, self.camera) if self.overlay is last.overlay else None


class Pushing:
    """Keeps the picture; `pictures` are where it comes from and goes to."""

    def __init__(self, pictures: Spare) -> None:
        self._pictures = pictures
        self._picture: Surface | None = None
        self._last: Sight | None = None
        self._rough: dict[Cell, Finish] = {}

    def show(self, surface: Surface, sight: Sight, until: float) -> None:
        """Shows what is seen. Previews of tiles that are not there are made until that moment of `perf_counter`."""
        if self._picture is None or self._picture.get_size() != sight.shown.size:
            self.forget()
            self._picture = self._pictures.take(sight.shown.size)
        picture, seen = self._picture, surface.subsurface(sight.shown)
        whole, view = seen.get_rect(), sight.rect.move(-sight.shown.x, -sight.shown.y)
        pushed = sight.pushed_from(self._last) if self._last is not None else None
        if pushed is None or abs(pushed[0]) >= whole.w or abs(pushed[1]) >= whole.h:
            self._paint(seen, sight, view, whole, until)
        else:
            seen.blit(picture, pushed)
            for part in _uncovered(whole, pushed):
                self._paint(seen, sight, view, part, until)
            for cell in [cell for cell, finish in self._rough.items() if sight.tiles.can_better(cell, finish, until)]:
                self._paint(seen, sight, view, Rect(corner_of(cell, view, sight.camera), (TILE, TILE)).clip(whole), until)
        cells = {cell: sight.tiles.finish(cell) for cell in cells_in(view, whole, sight.camera, sight.step)}
        self._rough = {cell: finish for cell, finish in cells.items() if finish is not Finish.WHOLE}
        self._last = sight
        picture.blit(seen, (0, 0))

    def take(self, rect: Rect, shown: Rect, camera: Camera | None = None) -> tuple[Surface, Camera] | None:
        """Gives the picture away, with its camera, if it is of these parts of the screen and, where one is named, from that
        camera."""
        last, picture = self._last, self._picture
        if last is None or picture is None or (last.rect, last.shown) != (rect, shown):
            return None
        if camera is not None and not same_view(last.camera, camera):
            return None
        self._picture = self._last = None
        return picture, last.camera

    def forget(self) -> None:
        """Nothing that was shown counts any more."""
        self._pictures.give(self._picture)
        self._picture = self._last = None

    def _paint(self, seen: Surface, sight: Sight, view: Rect, part: Rect, until: float) -> None:
        """One part of what is seen."""
        if not part:
            return
        seen.set_clip(part)
        spare_ms = (until - perf_counter()) * 1000
        sight.tiles.lay(seen, view, part, sight.camera, sight.step, spare_ms=spare_ms)
        seen.blit(sight.overlay.panel.surface, pushed_by(view, sight.camera, sight.drawn_for))
        seen.set_clip(None)


def pushed_by(rect: Rect, camera: Camera, drawn_for: Camera) -> tuple[int, int]:
    """Where a camera sees the corner of what was drawn for another one, at the same size, to fill `rect`."""
    across, down = pushed_between(rect, drawn_for, camera)
    return (rect.x + across, rect.y + down)


def pushed_between(rect: Rect, before: Camera, now: Camera) -> tuple[int, int]:
    """By how many pixels the plate has moved on the screen from one camera to another."""
    was, is_ = first_pixel(rect, before), first_pixel(rect, now)
    return (was[0] - is_[0], was[1] - is_[1])


def _uncovered(whole: Rect, pushed: tuple[int, int]) -> Iterator[Rect]:
    """The parts of a picture that are new after it has been pushed."""
    across, down = pushed
    if across:
        yield Rect(0 if across > 0 else whole.w + across, 0, abs(across), whole.h)
    if down:
        yield Rect(0, 0 if down > 0 else whole.h + down, whole.w, abs(down))
