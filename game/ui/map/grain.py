"""The grain of the plate's paper, laid on tiles when they are shown."""

import pygame
from pygame import Surface

from game.ui.map.shelf import Shelf
from game.ui.map.style import TILE

LIGHT, DARK = "grain-light", "grain-dark"


class Grain:
    """Two tiles of noise that fit together in every direction: light to add, dark to take away."""

    def __init__(self, light: Surface, dark: Surface) -> None:
        self._light, self._dark = light.convert(), dark.convert()

    def lay_on(self, tile: Surface) -> None:
        """Grains a tile."""
        tile.blit(self._light, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
        tile.blit(self._dark, (0, 0), special_flags=pygame.BLEND_RGB_SUB)


def find_grain(shelf: Shelf) -> Grain:
    """The grain from the shelf; made, and put there, if it is not."""
    light, dark = (shelf.fetch(name, (TILE, TILE)) for name in (LIGHT, DARK))
    if light is None or dark is None:
        from game.ui.map.paper import make_grain  # noqa: PLC0415 - numpy is loaded only to paint

        light, dark = make_grain()
        shelf.keep(LIGHT, light)
        shelf.keep(DARK, dark)
    return Grain(light, dark)
