"""White signs from SVG files, drawn at the size asked for and tinted. A sign that is not there is an empty square."""

from pathlib import Path

import pygame
from pygame import Color, Surface

from game.ui.budget import bytes_of
from game.ui.lru import Lru


class Icons:
    """The signs of a folder, by file name without its ending; `most` bytes of them are kept."""

    def __init__(self, folder: Path, most: int) -> None:
        self._folder = folder
        self._kept: Lru[tuple[str, int, tuple[int, ...]], Surface] = Lru(most, bytes_of)

    def get(self, name: str, size: int, colour: Color) -> Surface:
        """The sign `name`, `size` real pixels square, in one colour."""
        return self._kept.get((name, size, tuple(colour)), lambda: self._tinted(name, size, colour))

    def has(self, name: str) -> bool:
        """Whether there is a sign of this name."""
        return (self._folder / f"{name}.svg").is_file()

    def _tinted(self, name: str, size: int, colour: Color) -> Surface:
        path = self._folder / f"{name}.svg"
        if path.is_file():
            sign = pygame.image.load_sized_svg(str(path), (size, size)).convert_alpha()
        else:
            sign = Surface((size, size), pygame.SRCALPHA)
            pygame.draw.rect(sign, "white", sign.get_rect(), max(1, size // 10))
        sign.fill(colour, special_flags=pygame.BLEND_RGBA_MULT)
        return sign
