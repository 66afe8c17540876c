"""The plate as tiles: painted when they are looked at, kept in memory while they are, and on disk for the next game.

Painting never holds up the window: `draw` shows what there is, `work` paints on for as long as it may.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

import pygame
from pygame import Rect, Surface

from game.ui.map.camera import STEPS, Area, Camera
from game.ui.map.paper import Grain
from game.ui.map.plate import Cell, Painting, TilePainter
from game.ui.map.sketch import Sketch
from game.ui.map.style import TILE

Progress = Callable[[int, int], None]
"""Told how many of the tiles looked at are ready, and how many there are."""

_KEPT_ON_DISK = 160_000_000
_SPARE = 8
"""Tiles kept in memory beyond those in view."""
_SMOOTH_UP_TO = 2_500_000
"""Pixels of a view that is still stretched smoothly while it moves; a larger one is stretched quickly."""


@dataclass(slots=True)
class _Task:
    """The tile being painted."""

    cell: Cell
    painting: Painting


@dataclass(slots=True)
class _Shelf:
    """Tiles on disk, one file each."""

    folder: Path
    bad: set[Cell] = field(default_factory=set)

    def path(self, cell: Cell) -> Path:
        return self.folder / f"{STEPS[cell.step][0]}_{cell.column}_{cell.row}.png"

    def fetch(self, cell: Cell) -> Surface | None:
        """The tile, if it is there and whole."""
        path = self.path(cell)
        if cell in self.bad or not path.is_file():
            return None
        with suppress(pygame.error, OSError):
            loaded = pygame.image.load(str(path))
            if loaded.get_size() == (TILE, TILE):
                return loaded
        self.bad.add(cell)
        return None

    def keep(self, cell: Cell, tile: Surface) -> None:
        """Writes the tile whole or not at all. A disk that cannot be written only means painting again next time."""
        path = self.path(cell)
        with suppress(pygame.error, OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_name(f"{path.stem}.part.png")
            pygame.image.save(tile, str(unfinished))
            unfinished.replace(path)
            self.bad.discard(cell)


class Tiles:
    """All tiles of one style. `shelf` is the folder they are kept in."""

    def __init__(self, painter: TilePainter, sketch: Sketch, grain: Grain | None, shelf: Path) -> None:
        self._painter, self._sketch, self._grain = painter, sketch, grain
        self._shelf = _Shelf(shelf)
        self._tiles: OrderedDict[Cell, Surface] = OrderedDict()
        self._previews: OrderedDict[Cell, Surface] = OrderedDict()
        self._wanted: tuple[Cell, ...] = ()
        self._task: _Task | None = None

    @property
    def missing(self) -> int:
        """How many of the tiles looked at are still to be painted or fetched."""
        return sum(1 for cell in self._wanted if cell not in self._tiles)

    def draw(self, surface: Surface, rect: Rect, camera: Camera, *, moving: bool) -> None:
        """Shows the plate in `rect`. Between two zoom steps the nearer tiles of the smaller one are stretched."""
        step = self._step_for(camera.k)
        stretch = camera.k / self._painter.scale(step)
        before = surface.get_clip()
        surface.set_clip(rect.clip(before))
        if abs(stretch - 1) < 1e-3:
            self._lay(surface, rect, Camera(camera.x, camera.y, self._painter.scale(step)), step, moving=moving)
        else:
            small = Rect(0, 0, round(rect.w / stretch) + 2, round(rect.h / stretch) + 2)
            sheet = Surface(small.size, 0, surface)
            self._lay(sheet, small, Camera(camera.x, camera.y, self._painter.scale(step)), step, moving=True)
            scale = pygame.transform.smoothscale if rect.w * rect.h <= _SMOOTH_UP_TO else pygame.transform.scale
            grown = scale(sheet, (round(small.w * stretch), round(small.h * stretch)))
            surface.blit(grown, grown.get_rect(center=rect.center))
        surface.set_clip(before)

    def work(self, budget_ms: float, progress: Progress | None = None) -> bool:
        """Fetches and paints what was looked at last, for about so many milliseconds. Whether there is anything new to
        be seen."""
        until = perf_counter() + budget_ms / 1000
        new = False
        while perf_counter() < until:
            cell = next((cell for cell in self._wanted if cell not in self._tiles), None)
            if cell is None:
                self._task = None
                self._previews.clear()
                break
            done = self._further(cell)
            if done is not None:
                self._take(cell, done)
                new = True
                if progress is not None:
                    progress(len(self._wanted) - self.missing, len(self._wanted))
        return new

    def _further(self, cell: Cell) -> Surface | None:
        """One slice of work on a tile; the tile once it is done."""
        if self._task is None or self._task.cell != cell:
            kept = self._shelf.fetch(cell)
            if kept is not None:
                return kept
            self._task = _Task(cell, self._painter.paint(cell))
        try:
            next(self._task.painting)
        except StopIteration as finished:
            self._task = None
            tile: Surface = finished.value
            self._shelf.keep(cell, tile)
            return tile
        return None

    def _take(self, cell: Cell, tile: Surface) -> None:
        shown = tile.convert()
        if self._grain is not None:
            self._grain.lay_on(shown)
        self._tiles[cell] = shown
        self._previews.pop(cell, None)
        while len(self._tiles) > len(self._wanted) + _SPARE:
            self._tiles.popitem(last=False)

    def _lay(self, surface: Surface, rect: Rect, camera: Camera, step: int, *, moving: bool) -> None:
        cells = tuple(_cells(rect, camera, step))
        if not moving or not self._wanted:
            self._wanted = tuple(sorted(cells, key=lambda cell: _from_middle(cell, camera)))
        for cell in cells:
            corner = _corner(cell, rect, camera)
            tile = self._tiles.get(cell)
            if tile is not None:
                self._tiles.move_to_end(cell)
            surface.blit(tile or self._preview(cell), corner)

    def _preview(self, cell: Cell) -> Surface:
        """Something to be seen until the tile is there: tiles of another step stretched, or the sketch."""
        if cell not in self._previews:
            preview = Surface((TILE, TILE)).convert()
            k = self._painter.scale(cell.step)
            middle = Camera((cell.column + 0.5) * TILE / k, -(cell.row + 0.5) * TILE / k, k)
            whole = Rect(0, 0, TILE, TILE)
            self._sketch.show(preview, Area(0, 0, TILE, TILE), middle, whole)
            for step in sorted(range(cell.step), reverse=True):
                if self._stretch_over(preview, middle, step):
                    break
            self._previews[cell] = preview
            while len(self._previews) > len(self._wanted) + _SPARE:
                self._previews.popitem(last=False)
        return self._previews[cell]

    def _stretch_over(self, preview: Surface, camera: Camera, step: int) -> bool:
        """Lays the tiles of a smaller step over a preview; whether they were all there."""
        k = self._painter.scale(step)
        stretch = camera.k / k
        small = Rect(0, 0, round(TILE / stretch) + 2, round(TILE / stretch) + 2)
        sheet = Surface(small.size, 0, preview)
        away = Camera(camera.x, camera.y, k)
        cells = tuple(_cells(small, away, step))
        if not all(cell in self._tiles for cell in cells):
            return False
        for cell in cells:
            sheet.blit(self._tiles[cell], _corner(cell, small, away))
        grown = pygame.transform.smoothscale_by(sheet, stretch)
        preview.blit(grown, grown.get_rect(center=preview.get_rect().center))
        return True

    def _step_for(self, k: float) -> int:
        """The largest zoom step that is no nearer than the camera."""
        fitting = [step for step in range(len(STEPS)) if self._painter.scale(step) <= k * 1.001]
        return fitting[-1] if fitting else 0


def trim(folder: Path, most: int = _KEPT_ON_DISK) -> None:
    """Throws away the tiles that were painted longest ago until the folder is no larger than `most` bytes."""
    kept: list[tuple[float, int, Path]] = []
    for path in folder.glob("*/*.png"):
        with suppress(OSError):
            kept.append((path.stat().st_mtime, path.stat().st_size, path))
    held = sum(size for _, size, _ in kept)
    for _, size, path in sorted(kept):
        if held <= most:
            return
        with suppress(OSError):
            path.unlink()
            held -= size


def _cells(rect: Rect, camera: Camera, step: int) -> Iterator[Cell]:
    """The tiles that a view at exactly this step touches, row by row."""
    left, top = _first_pixel(rect, camera)
    for row in range(top // TILE, (top + rect.h - 1) // TILE + 1):
        for column in range(left // TILE, (left + rect.w - 1) // TILE + 1):
            yield Cell(step, column, row)


def _corner(cell: Cell, rect: Rect, camera: Camera) -> tuple[int, int]:
    left, top = _first_pixel(rect, camera)
    return (rect.x + cell.column * TILE - left, rect.y + cell.row * TILE - top)


def _first_pixel(rect: Rect, camera: Camera) -> tuple[int, int]:
    """The plate's pixel that is seen in the upper left corner of a view."""
    return (round(camera.x * camera.k - rect.w / 2), round(-camera.y * camera.k - rect.h / 2))


def _from_middle(cell: Cell, camera: Camera) -> float:
    x, y = (cell.column + 0.5) * TILE - camera.x * camera.k, (cell.row + 0.5) * TILE + camera.y * camera.k
    return x * x + y * y
