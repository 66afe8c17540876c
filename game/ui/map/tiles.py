"""The plate as tiles: painted when they are looked at, kept in memory while they are, and on disk for the next game.

Painting never holds up the window: `lay` shows what there is, `work` fetches and paints on for as long as it may.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from time import perf_counter
from typing import TYPE_CHECKING

import pygame
from pygame import Rect, Surface

from game.ui.budget import SPARE_TILES
from game.ui.map.camera import Area, Camera
from game.ui.map.cells import Cell, cells_in, corner_of, from_middle, step_for, step_scale
from game.ui.map.grain import Grain
from game.ui.map.loader import Loader
from game.ui.map.shelf import Shelf
from game.ui.map.sketch import Sketch
from game.ui.map.style import TILE, PlateStyle
from game.ui.spare import Spare

if TYPE_CHECKING:
    from collections.abc import Generator

    from game.ui.map.painter import PlatePainter

PREVIEWS_MS = 2.5
"""How long previews may be made for one picture that does not move."""

Progress = Callable[[int, int], None]
"""Told how many of the tiles looked at are ready, and how many there are."""


class Finish(IntEnum):
    """How finely a tile is shown: as the sketch in coarse pixels, as a preview, as itself."""

    COARSE = 0
    PREVIEW = 1
    WHOLE = 2


@dataclass(slots=True)
class _Task:
    """The tile being painted."""

    cell: Cell
    painting: Generator[None, None, Surface]


class Tiles:
    """All tiles of one style. `painter` is asked for when a tile is on no shelf."""

    def __init__(
        self, style: PlateStyle, sketch: Sketch, grain: Grain | None, shelf: Shelf, painter: Callable[[], PlatePainter]
    ) -> None:
        self._style, self._sketch, self._grain, self._shelf, self._painter = style, sketch, grain, shelf, painter
        self._loader = Loader(shelf, (TILE, TILE))
        self._tiles: OrderedDict[Cell, Surface] = OrderedDict()
        self._previews: OrderedDict[Cell, Surface] = OrderedDict()
        self._spare = Spare(2)
        self._wanted: tuple[Cell, ...] = ()
        self._made: PlatePainter | None = None
        self._task: _Task | None = None
        self.arrived = 0
        """How many tiles have come into memory so far; whoever keeps a picture of them can tell that it is old."""

    @property
    def missing(self) -> int:
        """How many of the tiles looked at are still to be painted or fetched."""
        return sum(1 for cell in self._wanted if cell not in self._tiles)

    @property
    def painting(self) -> tuple[int, int] | None:
        """While there are tiles to be painted: how many of those looked at are ready, and how many there are."""
        if self._task is None and all(cell in self._tiles or self._shelf.has(cell.name) for cell in self._wanted):
            return None
        return (len(self._wanted) - self.missing, len(self._wanted))

    def want(self, view: Rect, shown: Rect, camera: Camera, step: int) -> None:
        """What is looked at from now on. What was looked at before is not fetched any more."""
        cells = tuple(sorted(cells_in(view, shown, camera, step), key=lambda cell: from_middle(cell, camera)))
        if set(cells) == set(self._wanted):
            return
        self._wanted = cells
        for cell in cells:
            if cell in self._tiles:
                self._tiles.move_to_end(cell)
        missing = [cell.name for cell in cells if cell not in self._tiles]
        self._loader.ask(name for name in missing if self._shelf.has(name))

    def finish(self, cell: Cell) -> Finish:
        """How finely a tile is shown where it is laid now."""
        if cell in self._tiles:
            return Finish.WHOLE
        return Finish.PREVIEW if cell in self._previews else Finish.COARSE

    def can_better(self, cell: Cell, finish: Finish, until: float) -> bool:
        """Whether a tile that lies there in that finish would be shown more finely if it were laid anew before that moment of
        `perf_counter`."""
        return self.finish(cell) > finish or (finish is Finish.COARSE and perf_counter() < until)

    def release(self) -> None:
        """Nothing is looked at any more, so nothing is kept in memory."""
        self._wanted = ()
        self._tiles.clear()
        self._at_rest()

    @property
    def bare(self) -> bool:
        """Whether none of the tiles looked at is there, though some could be fetched."""
        return bool(self._wanted) and self.missing == len(self._wanted) and self._loader.busy

    def lay_quickly(self, surface: Surface, view: Rect, camera: Camera, step: int, laid: set[Cell]) -> list[Rect]:
        """Fills a whole Surface with the plate at exactly this step, to be seen in passing: tiles as far as they are there,
        on the sketch. `laid` are those that lie there already, which need not be laid again, and is told of the others;
        answers where something is new."""
        cells = list(cells_in(view, surface.get_rect(), camera, step))
        bare = not laid
        if bare and any(cell not in self._tiles for cell in cells):
            self._sketch.show_quickly(surface, Area(*view), camera)
        fresh = [cell for cell in cells if cell in self._tiles and cell not in laid]
        laid.update(fresh)
        new = [surface.blit(self._tiles[cell], corner_of(cell, view, camera)) for cell in fresh]
        return [surface.get_rect()] if bare else new

    def lay(
        self, surface: Surface, view: Rect, shown: Rect, camera: Camera, step: int, *, spare_ms: float = PREVIEWS_MS
    ) -> None:  # fmt: skip
        """Shows the plate at exactly this step: tiles, and previews of those that are not there. They are made while about so
        many milliseconds go by; until theirs is, other tiles are the sketch in coarse pixels."""
        until = perf_counter() + spare_ms / 1000
        cells = tuple(cells_in(view, shown, camera, step))
        if any(cell not in self._tiles and cell not in self._previews for cell in cells):
            seen = shown.clip(surface.get_rect())
            self._sketch.show_quickly(surface.subsurface(seen), Area(*view.move(-seen.x, -seen.y)), camera)
        for cell in cells:
            if cell in self._tiles:
                surface.blit(self._tiles[cell], corner_of(cell, view, camera))
        for cell in cells:
            if cell not in self._tiles and (cell in self._previews or perf_counter() < until):
                surface.blit(self._preview(cell), corner_of(cell, view, camera))

    def smaller(self, rect: Rect, camera: Camera) -> tuple[Rect, Rect, Camera, int]:
        """A view at the next smaller step that shows the same: itself, its shown part, its camera and the step."""
        step = step_for(self._style, camera.k)
        near = Camera(camera.x, camera.y, step_scale(self._style, step))
        stretch = camera.k / near.k
        small = Rect(0, 0, round(rect.w / stretch) + 2, round(rect.h / stretch) + 2)
        return small, small, near, step

    def lay_stretched(self, surface: Surface, rect: Rect, camera: Camera) -> None:
        """Shows the plate at any size, in all of `rect`: the nearer tiles of the smaller step are stretched."""
        small, _, near, step = self.smaller(rect, camera)
        stretch = camera.k / near.k
        sheet = Surface(small.size, 0, surface)
        self.lay(sheet, small, small, near, step)
        grown = pygame.transform.smoothscale(sheet, (round(small.w * stretch), round(small.h * stretch)))
        surface.blit(grown, grown.get_rect(center=rect.center))

    def work(
        self, budget_ms: float, *, paint: bool = True, wait: bool = True, progress: Progress | None = None
    ) -> bool:  # fmt: skip
        """Takes what has been fetched and, if it may, waits for more and paints what was looked at last, for about so many
        milliseconds. Whether there is anything new to be seen."""
        until = perf_counter() + budget_ms / 1000
        before = self.arrived
        while self._one_step(max(0.0, until - perf_counter()) if wait else 0.0, paint):
            if progress is not None and self.arrived > before:
                progress(len(self._wanted) - self.missing, len(self._wanted))
            if perf_counter() >= until:
                break
        return self.arrived > before

    def _one_step(self, wait: float, paint: bool) -> bool:
        """Takes one tile, or paints one slice of one, or waits for one; whether there may be more to do."""
        if not self.missing:
            self._at_rest()
            return False
        read = self._loader.take()
        if read is None:
            cell = self._to_paint()
            if cell is not None and paint:
                self._paint_on(cell)
                return True
            read = self._loader.take(wait) if self._loader.busy else None
        if read is None:
            return self._loader.busy and wait > 0
        name, tile = read
        cell = next((cell for cell in self._wanted if cell.name == name), None)
        if cell is not None and tile is not None and cell not in self._tiles:
            self._take(cell, tile)
        return True

    def _paint_on(self, cell: Cell) -> None:
        """One slice of work on a tile."""
        if self._task is None or self._task.cell != cell:
            self._made = self._made or self._painter()
            self._task = _Task(cell, self._made.paint(cell))
        try:
            next(self._task.painting)
        except StopIteration as finished:
            self._task = None
            tile: Surface = finished.value
            self._shelf.keep(cell.name, tile)
            self._take(cell, tile)

    def _at_rest(self) -> None:
        """Nothing is missing: gives back what was only there to bridge the time."""
        self._task = None
        self._previews.clear()
        if self._made is not None:
            self._made.rest()

    def _to_paint(self) -> Cell | None:
        """The tile being painted, or the next that is on no shelf."""
        if self._task is not None and self._task.cell in self._wanted:
            return self._task.cell
        self._ask_again()
        return next((cell for cell in self._wanted if cell not in self._tiles and not self._shelf.has(cell.name)), None)

    def _ask_again(self) -> None:
        """Asks for what has come onto the shelf since, as when two windows paint at once."""
        if not self._loader.busy:
            there = [cell.name for cell in self._wanted if cell not in self._tiles and self._shelf.has(cell.name)]
            if there:
                self._loader.ask(there)

    def _take(self, cell: Cell, tile: Surface) -> None:
        shown = self._spare.take(tile.get_size())
        shown.blit(tile, (0, 0))
        if self._grain is not None:
            self._grain.lay_on(shown)
        self._tiles[cell] = shown
        self.arrived += 1
        self._previews.pop(cell, None)
        while len(self._tiles) > len(self._wanted) + SPARE_TILES:
            self._spare.give(self._tiles.popitem(last=False)[1])

    def _over(self, cell: Cell) -> Camera:
        """The camera that sees just this tile."""
        k = step_scale(self._style, cell.step)
        return Camera((cell.column + 0.5) * TILE / k, -(cell.row + 0.5) * TILE / k, k)

    def _preview(self, cell: Cell) -> Surface:
        """Something to be seen until the tile is there: tiles of another step stretched, or the sketch."""
        if cell not in self._previews:
            preview = Surface((TILE, TILE)).convert()
            middle = self._over(cell)
            whole = Rect(0, 0, TILE, TILE)
            if not any(self._stretch_over(preview, middle, step) for step in sorted(range(cell.step), reverse=True)):
                self._sketch.show(preview, Area(0, 0, TILE, TILE), middle, whole)
            self._previews[cell] = preview
            while len(self._previews) > len(self._wanted) + SPARE_TILES:
                self._previews.popitem(last=False)
        return self._previews[cell]

    def _stretch_over(self, preview: Surface, camera: Camera, step: int) -> bool:
        """Lays the tiles of a smaller step over a preview; whether they were all there."""
        k = step_scale(self._style, step)
        stretch = camera.k / k
        small = Rect(0, 0, round(TILE / stretch), round(TILE / stretch))
        away = Camera(camera.x, camera.y, k)
        cells = tuple(cells_in(small, small, away, step))
        if not all(cell in self._tiles for cell in cells):
            return False
        sheet = Surface(small.size, 0, preview)
        for cell in cells:
            sheet.blit(self._tiles[cell], corner_of(cell, small, away))
        pygame.transform.smoothscale(sheet, (TILE, TILE), preview)
        return True
