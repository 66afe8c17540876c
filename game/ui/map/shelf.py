"""Pictures on disk, in a folder that the game may lose at any time: the plates and what belongs to them."""

from contextlib import suppress
from pathlib import Path

import pygame
from pygame import Surface


class Shelf:
    """A folder of pictures by name. A damaged or foreign file counts as missing, and is written anew. As `.bmp` a picture is
    read five times as fast as as `.png`, and takes three times the room."""

    def __init__(self, folder: Path, suffix: str = ".png") -> None:
        self._folder, self._suffix = folder, suffix
        self._good: set[str] = set()
        self._bad: set[str] = set()

    def has(self, name: str) -> bool:
        """Whether there is a file of this name that has not been found damaged."""
        if name not in self._good and name not in self._bad and self._path(name).is_file():
            self._good.add(name)
        return name in self._good

    def fetch(self, name: str, size: tuple[int, int]) -> Surface | None:
        """The picture, if it is there, whole and of this size."""
        if not self.has(name):
            return None
        with suppress(pygame.error, OSError, ValueError):
            loaded = pygame.image.load(str(self._path(name)))
            if loaded.get_size() == size:
                return loaded
        self._good.discard(name)
        self._bad.add(name)
        return None

    def keep(self, name: str, picture: Surface) -> None:
        """Writes the picture whole or not at all. A disk that cannot be written only means painting again next time."""
        path = self._path(name)
        with suppress(pygame.error, OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_name(f"{path.stem}.part{self._suffix}")
            pygame.image.save(picture, str(unfinished))
            unfinished.replace(path)
            self._bad.discard(name)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}{self._suffix}"


def trim(folder: Path, most: int, pattern: str = "*/*.png") -> None:
    """Throws away the pictures that were painted longest ago until all shelves in a folder take no more than `most`
    bytes."""
    kept: list[tuple[float, int, Path]] = []
    for path in folder.glob(pattern):
        with suppress(OSError):
            kept.append((path.stat().st_mtime, path.stat().st_size, path))
    held = sum(size for _, size, _ in kept)
    for _, size, path in sorted(kept):
        if held <= most:
            return
        with suppress(OSError):
            path.unlink()
            held -= size
