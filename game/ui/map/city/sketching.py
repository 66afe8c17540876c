"""Paints the sketch of a city plate: flat colours, for the small map and for what is not painted yet."""

import pygame
from pygame import Surface

from game.scenario.plates import AreaKind, Base, LineKind, Plate
from game.ui.map.arrays import Floats
from game.ui.map.chart import Chart
from game.ui.map.city.geometry import Geometry, geometry_of
from game.ui.map.sketch import Frame
from game.ui.map.style import PlateStyle, Rgb

_FLAT = 0.14
_FILLS = {AreaKind.TOWN: ("town", 0.8), AreaKind.PARK: ("park", 0.7), AreaKind.WOOD: ("park", 0.35)}
_LINES = {LineKind.RIVER: "river", LineKind.ROAD: "road_edge", LineKind.RAIL: "rail"}


def paint_city_sketch(plate: Plate, chart: Chart, frame: Frame, style: PlateStyle) -> tuple[Surface, Surface]:
    """The picture, and where water is: white on black."""
    geometry = geometry_of(plate, chart)
    picture, water = Surface(frame.size, 0, 24), Surface(frame.size, 0, 24)
    land = land_colour(plate, style)
    on_land = plate.base is Base.LAND
    picture.fill(land if on_land else style.colour("sea"))
    water.fill("black" if on_land else "white")
    _fill(picture, water, geometry, frame, style, land)
    for line in geometry.strokes:
        if line.kind in _LINES and not line.step:
            pygame.draw.aalines(picture, style.colour(_LINES[line.kind]), False, _pixels(line.way.points, frame))
    return picture, water


def land_colour(plate: Plate, style: PlateStyle) -> Rgb:
    """The land of a plate with its tint, on the sketch and on the tiles alike."""
    return style.mixed("land", f"tint.{plate.tint.value}", _FLAT)


def _fill(picture: Surface, water: Surface, geometry: Geometry, frame: Frame, style: PlateStyle, land: Rgb) -> None:
    for area in geometry.areas:
        if area.step:
            continue
        outline = _pixels(area.outline.points, frame)
        if area.kind in (AreaKind.LAND, AreaKind.WATER):
            is_land = area.kind is AreaKind.LAND
            pygame.draw.polygon(picture, land if is_land else style.colour("sea"), outline)
            pygame.draw.polygon(water, "black" if is_land else "white", outline)
            pygame.draw.aalines(picture, style.colour("coast"), True, outline)
        elif area.kind in _FILLS:
            name, share = _FILLS[area.kind]
            pygame.draw.polygon(picture, style.mixed("land", name, share), outline)


def _pixels(points: Floats, frame: Frame) -> list[tuple[float, float]]:
    placed: list[tuple[float, float]] = ((points - frame.corner) * (frame.scale, -frame.scale)).tolist()
    return placed
