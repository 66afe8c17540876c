"""White signs from SVG files, drawn at the size asked for and tinted. A sign that is not there is an empty square."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pygame
from pygame import Color, Surface

from game.ui.budget import bytes_of
from game.ui.lru import Lru


class Icons:
    """The signs of a folder, by file name without its ending; `most` bytes of them are kept. `more` is asked for those that do
    not lie there."""

    def __init__(self, folder: Path, most: int, more: Callable[[], Mapping[str, Path]] = dict) -> None:
        self._folder, self._more = folder, more
        self._kept: Lru[tuple[str, int, tuple[int, ...]], Surface] = Lru(most, bytes_of)

    def get(self, name: str, size: int, colour: Color) -> Surface:
        """The sign `name`, `size` real pixels square, in one colour."""
        return self._kept.get((name, size, tuple(colour)), lambda: self._tinted(name, size, colour))

    def has(self, name: str) -> bool:
        """Whether there is a sign of this name."""
        return self._path(name) is not None

    def _path(self, name: str) -> Path | None:
        own = self._folder / f"{name}.svg"
        return own if own.is_file() else self._more().get(name)

    def _tinted(self, name: str, size: int, colour: Color) -> Surface:
        path = self._path(name)
        sign = _white(path, size) if path is not None else None
        if sign is None:
            sign = Surface((size, size), pygame.SRCALPHA)
            pygame.draw.rect(sign, "white", sign.get_rect(), max(1, size // 10))
        sign.fill(colour, special_flags=pygame.BLEND_RGBA_MULT)
        return sign


def _white(path: Path, size: int) -> Surface | None:
    """The sign in a file as it is drawn there; nothing if the file is damaged."""
    try:
        return pygame.image.load_sized_svg(str(path), (size, size)).convert_alpha()
    except (pygame.error, OSError):
        return None
