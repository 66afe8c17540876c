"""Paints one tile of a city plate, slice by slice, so that the window stays awake meanwhile. It keeps no tiles.

From the ground up: water and land, the tint, marks of the ground, hills, rivers, towns, roads, railways.
"""

from collections.abc import Generator, Iterator
from functools import cached_property

import numpy as np
import pygame
from pygame import Surface

from game.scenario.plates import AreaKind, Base, LineKind, Plate
from game.ui.map.arrays import Floats
from game.ui.map.camera import Box
from game.ui.map.cells import Cell
from game.ui.map.chart import Chart
from game.ui.map.city.geometry import Area, Geometry, Stroke, geometry_of
from game.ui.map.city.sketching import land_colour
from game.ui.map.city.texture import blocks, scattered, slopes
from game.ui.map.clipping import clip_line, thinned
from game.ui.map.lines import dashed
from game.ui.map.paper import fold
from game.ui.map.sheet import SMOOTH, Layers, TileSheet, new_layers
from game.ui.map.style import TILE, PlateStyle, Rgb

_TINT, _BANDS = 24, ((26.0, 80), (10.0, 100))
"""The alpha of a district's tint; its inner bands: width in design pixels, alpha."""
_BORDER = (9.0, 3.0, 2.0, 3.0)
_GROWTH = 0.42
"""How lines grow: twice as near, this power of two wider."""
_ROADS = {LineKind.ROAD: 3.4, LineKind.STREET: 2.3}
_RIVER, _CANAL = 2.2, 1.1

_COUNTRY = (AreaKind.DISTRICT, AreaKind.FIELDS, AreaKind.MARSH, AreaKind.LAVA, AreaKind.WOOD)

Slices = Iterator[None]
Painting = Generator[None, None, Surface]


class CityPainter:
    """Paints tiles of one plate in one style."""

    def __init__(self, plate: Plate, chart: Chart, style: PlateStyle) -> None:
        self._plate, self._chart, self._style = plate, chart, style
        self._layers: Layers | None = None
        self._slopes: dict[tuple[int, int], tuple[Floats, Floats]] = {}
        self._land = land_colour(plate, style)

    def paint(self, cell: Cell) -> Painting:
        """A generator that paints a slice at every step and at last returns the tile."""
        _ = self._geometry  # worked out once, in a slice of its own
        yield
        self._layers = self._layers or new_layers()
        sheet = TileSheet(cell, self._style, self._layers)
        yield from self._ground(sheet)
        yield from self._areas(sheet, _COUNTRY)
        yield from self._hills(sheet)
        yield from self._areas(sheet, (AreaKind.TOWN, AreaKind.PARK))
        yield from self._lines(sheet, (LineKind.RIVER, LineKind.CANAL))
        yield from self._areas(sheet, (AreaKind.ISLAND,))
        yield from self._lines(sheet, (LineKind.WALL, LineKind.STREET, LineKind.ROAD, LineKind.RAIL, LineKind.FERRY))
        tile = pygame.transform.smoothscale(sheet.surface, (TILE, TILE))
        yield
        if self._style.paper:
            bounds = self._chart.bounds
            fold(tile, (bounds[0] * sheet.k - cell.column * TILE, -bounds[3] * sheet.k - cell.row * TILE), self._style.unit)
        return tile

    @cached_property
    def _geometry(self) -> Geometry:
        return geometry_of(self._plate, self._chart)

    def rest(self) -> None:
        """Gives back what is only needed while a tile is painted."""
        self._layers = None
        self._slopes.clear()

    def _ground(self, sheet: TileSheet) -> Slices:
        """Land over water, cut out of one another in the order of the file; lines of water along every shore."""
        layer, _ = sheet.layers
        sheet.surface.fill(self._style.colour("sea"))
        shores = [
            (area, sheet.ring(area.outline)) for area in self._geometry.areas
            if area.kind in (AreaKind.LAND, AreaKind.WATER) and area.step <= sheet.step and area.outline.meets(sheet.box)
        ]  # fmt: skip
        shores = [(area, ring) for area, ring in shores if len(ring) > 2]
        yield from sheet.line_shores([ring for _, ring in shores])
        for _, ring in shores:
            sheet.stroke(ring, self._style.colour("coast"), 2.3)
        layer.fill((*self._land, 255 if self._plate.base is Base.LAND else 0))
        for area, ring in shores:
            sheet.fill(ring, (*self._land, 255 if area.kind is AreaKind.LAND else 0), onto=layer)
        yield
        sheet.surface.blit(layer, (0, 0))
        yield

    def _areas(self, sheet: TileSheet, kinds: tuple[AreaKind, ...]) -> Slices:
        """All areas of some kinds, kind by kind."""
        for kind in kinds:
            for area in self._geometry.areas:
                if area.kind is kind and area.step <= sheet.step and area.outline.meets(sheet.box):
                    yield from self._area(sheet, area)

    def _area(self, sheet: TileSheet, area: Area) -> Slices:
        match area.kind:
            case AreaKind.TOWN:
                yield from self._town(sheet, area)
            case AreaKind.ISLAND:
                ring = sheet.ring(area.outline)
                sheet.stroke(ring, self._style.colour("coast"), 2.0)
                sheet.fill(ring, self._land)
                yield from self._town(sheet, area)
            case AreaKind.DISTRICT:
                self._district(sheet, area)
            case AreaKind.PARK | AreaKind.WOOD:
                self._trees(sheet, area)
            case AreaKind.FIELDS:
                self._marks(sheet, area, 13.0, "park_edge", 0.42, ((0, 0, 12, -3.4), (1, 3.4, 12, -3.4)))
            case AreaKind.MARSH:
                tuft = ((0, 0, 8, 0), (1.8, -1, 0, -3.4), (4, -1, 0, -5), (6.2, -1, 0, -3.4))
                self._marks(sheet, area, 15.0, "river", 0.6, tuft)
            case AreaKind.LAVA:
                self._marks(sheet, area, 6.4, "hachure_dark", 0.55, ((0, 0, 2.6, 0),))
            case _:
                return
        yield

    def _district(self, sheet: TileSheet, area: Area) -> None:
        """A tint that is stronger along the border, and the border."""
        ring = sheet.ring(area.outline)
        if len(ring) > 2:
            sheet.tint([[ring]], self._style.colour(f"tint.{self._plate.tint.value}"), _TINT, _BANDS)
            sheet.border(ring, self._style.mixed("land", "border", 0.7), 1.3, _BORDER)

    def _trees(self, sheet: TileSheet, area: Area) -> None:
        """Green ground with an edge, and trees; a wood has no edge and stands less dense."""
        park = area.kind is AreaKind.PARK
        ring = sheet.ring(area.outline)
        if len(ring) < 3:
            return
        sheet.fill(ring, self._style.mixed("land", "park", 0.55 if park else 0.2))
        if park:
            sheet.stroke(ring, self._style.colour("park_edge"), 0.9)
        size = self._style.unit * SMOOTH
        strong = 1.0 if park else 0.55
        dark, light = self._style.mixed("land", "park_edge", strong), self._style.mixed("land", "tree", strong)
        for x, y, much, _ in self._strewn(sheet, area, 5.6 if park else 9.0):
            reach = (1.6 + (1.3 if park else 0.7) * much) * size
            pygame.draw.circle(sheet.surface, dark, (x, y), reach + 0.6 * size)
            pygame.draw.circle(sheet.surface, light, (x - 0.3 * size, y - 0.3 * size), reach - 0.2 * size)

    def _marks(
        self, sheet: TileSheet, area: Area, pitch: float, colour: str, share: float,
        strokes: tuple[tuple[float, float, float, float], ...],
    ) -> None:  # fmt: skip
        """The same small strokes at every point: x and y of their start, how far across and down, in design pixels."""
        size, ink = self._style.unit * SMOOTH, self._style.mixed("land", colour, share)
        for x, y, much, kept in self._strewn(sheet, area, pitch):
            if kept < 0.25:
                continue
            grown = size * (0.8 + 0.4 * much)
            for left, top, across, down in strokes:
                start = (x + left * grown, y + top * grown)
                end = (start[0] + across * grown, start[1] + down * grown)
                pygame.draw.line(sheet.surface, ink, start, end, max(1, round(0.95 * size)))

    def _strewn(self, sheet: TileSheet, area: Area, pitch: float) -> list[list[float]]:
        """Points about `pitch` design pixels apart, in the pixels of the sheet."""
        apart = pitch * self._style.unit / sheet.k
        points = scattered(area.outline.points, sheet.box, apart, seed=len(area.outline.points))
        points[:, :2] = sheet.pixels(points[:, :2])
        found: list[list[float]] = points.tolist()
        return found

    def _town(self, sheet: TileSheet, area: Area) -> Slices:
        """Blocks on a ground a little warmer than the country."""
        ring = sheet.ring(area.outline)
        if len(ring) < 3:
            return
        fill, edge = self._style.colour("town"), self._style.colour("town_edge")
        thin = max(1, round(0.6 * self._style.unit * SMOOTH))
        zoom = sheet.k / self._style.unit
        rows = blocks(area.outline.points, sheet.box, area.turn, zoom)
        corners = sheet.pixels(rows.reshape(-1, 2)).reshape(-1, 4, 2).tolist()
        for index, block in enumerate(corners):
            pygame.draw.polygon(sheet.surface, fill, block)
            pygame.draw.polygon(sheet.surface, edge, block, thin)
            if index % 400 == 399:
                yield
        yield

    def _hills(self, sheet: TileSheet) -> Slices:
        """Hachures; those away from the light are darker."""
        colours = (self._style.mixed("land", "hachure_light", 0.42), self._style.mixed("land", "hachure_dark", 0.58))
        size = self._style.unit * (sheet.k / self._style.unit) ** _GROWTH
        wide = max(1, round(0.9 * size * SMOOTH))
        for index, line in enumerate(self._geometry.strokes):
            reach = line.reach or 30.0
            if line.kind is not LineKind.RIDGE or not _near(line.way.box, sheet.box, 1.5 * reach):
                continue
            key = (sheet.step, index)
            if key not in self._slopes:
                self._slopes[key] = slopes(line.way, reach, sheet.k, size, index)
                yield
            for strokes, colour in zip(self._slopes[key], colours, strict=True):
                here = strokes - np.tile(sheet.corner, 2)
                near = ((here > -20 * size) & (here < TILE + 20 * size)).all(axis=1)
                for x1, y1, x2, y2 in (here[near] * SMOOTH).tolist():
                    pygame.draw.line(sheet.surface, colour, (x1, y1), (x2, y2), wide)
            yield

    def _lines(self, sheet: TileSheet, kinds: tuple[LineKind, ...]) -> Slices:
        """All lines of some kinds, kind by kind; of each kind all casings first, so that crossings are open."""
        for kind in kinds:
            seen = [
                line for line in self._geometry.strokes
                if line.kind is kind and line.step <= sheet.step and line.way.meets(sheet.box)
            ]  # fmt: skip
            for core in (False, True):
                for line in seen:
                    for stretch in clip_line(line.way.points, sheet.box):
                        self._line(sheet, line, thinned(sheet.pixels(stretch), 1.0), core=core)
            yield

    def _line(self, sheet: TileSheet, line: Stroke, points: Floats, *, core: bool) -> None:
        style, zoom = self._style, sheet.k / self._style.unit
        grown = zoom**_GROWTH
        match line.kind:
            case LineKind.RIVER:
                wide = max(_RIVER * grown, line.reach * zoom)
                sheet.line(points, style.colour("sea") if core else style.colour("coast"), wide if core else wide + 1.6)
            case LineKind.CANAL if core:
                sheet.line(points, style.mixed("land", "sea_label", 0.7), max(_CANAL * grown, line.reach * zoom))
            case LineKind.ROAD | LineKind.STREET:
                wide = max(_ROADS[line.kind] * grown, line.reach * zoom)
                sheet.line(points, style.colour("road") if core else style.colour("road_edge"), wide if core else wide + 1.5)
            case LineKind.WALL:
                sheet.line(points, style.colour("land") if core else style.colour("border"), (1.2 if core else 2.6) * grown)
            case LineKind.RAIL:
                self._rail(sheet, line, points, sleepers=core)
            case LineKind.FERRY if core:
                self._dashed(sheet, line, (7.0, 5.0), 1.4, style.colour("coast"))
            case _:
                pass

    def _rail(self, sheet: TileSheet, line: Stroke, points: Floats, *, sleepers: bool) -> None:
        colour = self._style.colour("rail")
        if sleepers:
            self._dashed(sheet, line, (1.4, 6.6), 5.4, colour)
        else:
            sheet.line(points, colour, 1.6)

    def _dashed(self, sheet: TileSheet, line: Stroke, pattern: tuple[float, float], width: float, colour: Rgb) -> None:
        """The whole line in dashes, so that they go on from tile to tile."""
        size = self._style.unit * SMOOTH
        wide = max(1, round(width * size))
        way = thinned(sheet.pixels(line.way.points), 1.0).tolist()
        for start, end in dashed(way, pattern[0] * size, pattern[1] * size, sheet.surface.get_rect().inflate(80, 80)):
            pygame.draw.line(sheet.surface, colour, start, end, wide)


def _near(one: Box, other: Box, reach: float) -> bool:
    return one[0] - reach < other[2] and one[2] + reach > other[0] and one[1] - reach < other[3] and one[3] + reach > other[1]
