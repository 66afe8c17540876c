"""Plates of the map for tests that do not look at them: land everywhere."""

from collections.abc import Generator

from pygame import Surface

from game.ui.map.cells import Cell
from game.ui.map.style import TILE, PlateStyle


class PlainPainter:
    """Paints tiles in one colour, each in one slice."""

    def __init__(self, style: PlateStyle) -> None:
        self._land = style.colour("land")

    def paint(self, cell: Cell) -> Generator[None, None, Surface]:
        """One colour, whatever the cell."""
        yield
        tile = Surface((TILE, TILE), 0, 24)
        tile.fill(self._land)
        return tile

    def rest(self) -> None:
        """Nothing is kept between tiles."""
