"""Paints the sketch of the whole plate; it takes about a tenth of a second."""

import pygame
from pygame import Surface

from game.ui.map.arrays import Floats
from game.ui.map.atlas import Atlas
from game.ui.map.clipping import thinned
from game.ui.map.sketch import WORLD_FRAME
from game.ui.map.style import PlateStyle

_FLAT = 0.26


def paint_sketch(atlas: Atlas, style: PlateStyle) -> tuple[Surface, Surface]:
    """The picture, and where water is: white on black."""
    picture, water = Surface(WORLD_FRAME.size, 0, 24), Surface(WORLD_FRAME.size, 0, 24)
    picture.fill(style.colour("sea"))
    water.fill("white")
    for polygon in atlas.land:
        outline = _pixels(polygon[0].points)
        pygame.draw.polygon(picture, style.colour("land"), outline)
        pygame.draw.polygon(water, "black", outline)
    _tint(picture, atlas, style)
    for polygon in atlas.land:
        pygame.draw.aalines(picture, style.colour("coast"), True, _pixels(polygon[0].points))
        for hole in polygon[1:]:
            pygame.draw.polygon(picture, style.colour("sea"), _pixels(hole.points))
            pygame.draw.polygon(water, "white", _pixels(hole.points))
    return picture, water


def _tint(picture: Surface, atlas: Atlas, style: PlateStyle) -> None:
    for country in atlas.countries(style.era):
        flat = style.mixed("land", f"tint.{country.tint}", _FLAT)
        edge = style.mixed("land", f"tint.{country.tint}", 0.75)
        for polygon in country.polygons:
            outline = _pixels(polygon[0].points)
            pygame.draw.polygon(picture, flat, outline)
            pygame.draw.aalines(picture, edge, True, outline)


def _pixels(points: Floats) -> list[tuple[float, float]]:
    scale = WORLD_FRAME.scale
    placed = thinned((points - WORLD_FRAME.corner) * (scale, -scale), 0.8)
    pixels: list[tuple[float, float]] = (placed if len(placed) > 2 else placed.repeat(2, axis=0)).tolist()
    return pixels
