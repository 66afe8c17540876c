"""What paints tiles, as the tiles see it."""

from collections.abc import Generator
from typing import Protocol

from pygame import Surface

from game.ui.map.cells import Cell


class PlatePainter(Protocol):
    """Paints tiles of one style, be it of the world or of a city."""

    def paint(self, cell: Cell) -> Generator[None, None, Surface]:
        """A generator that paints a slice at every step and at last returns the tile."""

    def rest(self) -> None:
        """Gives back what is only needed while a tile is painted."""
