"""Keeps painted tiles of the plate: in memory while they are near, on disk for the next time.

Painting is slow, so it is done a tile at a time while nothing else happens; until then the nearest painted scale shows.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import pygame
from pygame import Rect, Surface

from game.ui.atlas.camera import Camera

TILE = 320
_PIXELS = 9_000_000
_FORMAT = "plates-1"

Key = tuple[float, int, int]
"""Scale in pixels a unit, and the tile's column and row."""


class Paints(Protocol):
    """Paints one tile of the plate."""

    def paint(self, corner: tuple[int, int], size: int, scale: float, unit: float) -> Surface: ...  # noqa: D102


class Tiles:
    """The tiles of one plate. `signature` names what they are painted from, so that another plate is never mistaken for it."""

    def __init__(self, painter: Paints, unit: float, cache: Path | None, signature: str) -> None:
        self._painter = painter
        self._unit = unit
        self._cache = cache / _FORMAT / sha256(signature.encode()).hexdigest()[:16] if cache is not None else None
        self._ready: dict[Key, Surface] = {}
        self._wanted: list[Key] = []

    def draw(self, surface: Surface, rect: Rect, camera: Camera, scale: float, sea: pygame.Color) -> bool:
        """Draws what there is of the plate at `scale`, stretched to the camera's own; true if all of it was there."""
        surface.fill(sea, rect)
        self._wanted = []
        for key, at, size in self._seen(rect, camera, scale):
            tile = self._fetch(key)
            if tile is None:
                self._wanted.append(key)
                continue
            surface.blit(tile if tile.get_width() == size else pygame.transform.scale(tile, (size, size)), at)
        return not self._wanted

    def work(self) -> bool:
        """Paints one tile that was missed when last drawn; true while there are more."""
        if self._wanted:
            key = self._wanted.pop(0)
            if key not in self._ready:
                self._keep(key, self._painter.paint((key[1] * TILE, key[2] * TILE), TILE, key[0], self._unit))
        return bool(self._wanted)

    def _seen(self, rect: Rect, camera: Camera, scale: float) -> Iterator[tuple[Key, tuple[int, int], int]]:
        """The tiles under the window, those in the middle first, with their place and size on the surface."""
        stretch = camera.scale / scale
        left, top = camera.x * camera.scale - camera.size[0] / 2, camera.y * camera.scale - camera.size[1] / 2
        size = TILE * stretch
        columns = range(int(left // size), int((left + rect.w) // size) + 1)
        rows = range(int(top // size), int((top + rect.h) // size) + 1)
        middle = ((left + rect.w / 2) / size, (top + rect.h / 2) / size)
        every = [(column, row) for column in columns for row in rows]
        every.sort(key=lambda place: (place[0] + 0.5 - middle[0]) ** 2 + (place[1] + 0.5 - middle[1]) ** 2)
        for column, row in every:
            x, y = round(rect.x + column * size - left), round(rect.y + row * size - top)
            wide = round(rect.x + (column + 1) * size - left) - x
            yield (scale, column, row), (x, y), max(wide, 1)

    def _fetch(self, key: Key) -> Surface | None:
        if key in self._ready:
            self._ready[key] = self._ready.pop(key)  # the latest used lies last
            return self._ready[key]
        path = self._path(key)
        if path is None or not path.is_file():
            return None
        try:
            tile = pygame.image.load(str(path)).convert()
        except (pygame.error, OSError):  # a damaged file is painted anew
            return None
        self._ready[key] = tile
        self._drop_old()
        return tile

    def _keep(self, key: Key, tile: Surface) -> None:
        tile = tile.convert()
        self._ready[key] = tile
        self._drop_old()
        path = self._path(key)
        if path is None:
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            partial = path.with_suffix(".part.png")
            pygame.image.save(tile, str(partial))
            partial.replace(path)
        except (pygame.error, OSError):  # without a cache the plate is painted each time
            self._cache = None

    def _drop_old(self) -> None:
        while len(self._ready) * TILE * TILE > _PIXELS:
            del self._ready[next(iter(self._ready))]

    def _path(self, key: Key) -> Path | None:
        if self._cache is None:
            return None
        return self._cache / f"{round(key[0] * 1000)}" / f"{key[1]}_{key[2]}.png"
