"""Paints one tile of the atlas plate, slice by slice, so that the window stays awake meanwhile. It keeps no tiles."""

from collections.abc import Generator, Iterator

import numpy as np
import pygame
from pygame import Surface

from game.ui.lettering import Lettering
from game.ui.map.arrays import Floats, project_all
from game.ui.map.atlas import Atlas, Country
from game.ui.map.camera import BOUNDS
from game.ui.map.cells import Cell
from game.ui.map.clipping import clip_line, thinned
from game.ui.map.engraving import engrave
from game.ui.map.paper import fold
from game.ui.map.relief import hachures
from game.ui.map.sheet import SMOOTH, Layers, TileSheet, new_layers
from game.ui.map.style import TILE, PlateStyle, mixed

_FLAT, _BANDS = 26, ((17.0, 92), (7.0, 158))
"""The alpha of a country's tint; its inner bands: width in design pixels, alpha."""
_DASH = (5.0, 1.8, 1.2, 1.8)
_GRATICULE_MERIDIANS, _GRATICULE_PARALLELS = range(-140, 181, 10), range(-30, 80, 10)

Painting = Generator[None, None, Surface]
Slices = Iterator[None]


class TilePainter:
    """Paints tiles of one style."""

    def __init__(self, atlas: Atlas, style: PlateStyle, lettering: Lettering) -> None:
        self._atlas, self.style, self._lettering = atlas, style, lettering
        self._layers: Layers | None = None
        self._hachures: dict[int, tuple[Floats, Floats]] = {}

    def paint(self, cell: Cell) -> Painting:
        """A generator that paints a slice at every step and at last returns the tile."""
        for read in (lambda: self._atlas.lakes, lambda: self._atlas.rivers, lambda: self._atlas.labels):
            read()
            yield
        self._layers = self._layers or new_layers()
        sheet = TileSheet(cell, self.style, self._layers)
        yield from self._waters(sheet)
        countries = [country for country in self._atlas.countries(self.style.era) if sheet.shows(country.polygons)]
        yield
        for country in countries:
            self._tint(sheet, country)
            yield
        self._inland(sheet)
        yield
        self._relief(sheet)
        yield
        for country in countries:
            self._border(sheet, country)
        yield
        for polygon in sheet.visible(self._atlas.land):
            for ring in polygon:
                sheet.stroke(ring, self.style.colour("coast"), 0.95)
        yield
        tile = pygame.transform.smoothscale(sheet.surface, (TILE, TILE))
        engrave(tile, self._atlas.labels, self.style, cell.step, sheet.k, (cell.column, cell.row), self._lettering)
        yield
        if self.style.paper:
            corner = (BOUNDS[0] * sheet.k - cell.column * TILE, -BOUNDS[3] * sheet.k - cell.row * TILE)
            fold(tile, corner, self.style.unit)
        return tile

    def rest(self) -> None:
        """Gives back the sheets that are only needed while a tile is painted."""
        self._layers = None

    def _waters(self, sheet: TileSheet) -> Slices:
        sea = self.style.colour("sea")
        sheet.surface.fill(sea)
        land = sheet.visible(self._atlas.land)
        yield
        yield from sheet.line_shores([polygon[0] for polygon in land])
        self._graticule(sheet)
        for polygon in land:
            sheet.fill(polygon[0], self.style.colour("land"))
        for polygon in land:
            for hole in polygon[1:]:
                sheet.fill(hole, sea)

    def _graticule(self, sheet: TileSheet) -> None:
        colour = mixed(self.style.colour("sea"), self.style.colour("coast"), 0.28)
        across, up = np.arange(-140.0, 181.0, 2.0), np.arange(-34.0, 79.0, 2.0)
        lines = [np.column_stack((np.full_like(up, lon), up)) for lon in _GRATICULE_MERIDIANS]
        lines += [np.column_stack((across, np.full_like(across, lat))) for lat in _GRATICULE_PARALLELS]
        for line in lines:
            for stretch in clip_line(project_all(line), sheet.box):
                pygame.draw.aalines(sheet.surface, colour, False, sheet.pixels(stretch).tolist())

    def _tint(self, sheet: TileSheet, country: Country) -> None:
        """A flat tint and two bands along the border."""
        polygons = sheet.visible(country.polygons)
        if polygons:
            sheet.tint(polygons, self.style.colour(f"tint.{country.tint}"), _FLAT, _BANDS)

    def _inland(self, sheet: TileSheet) -> None:
        river = mixed(self.style.colour("land"), self.style.colour("river"), 0.75)
        for line in self._atlas.rivers:
            if line.meets(sheet.box):
                for stretch in clip_line(line.points, sheet.box):
                    points = thinned(sheet.pixels(stretch), 1.0)
                    pygame.draw.aalines(sheet.surface, river, False, points.tolist())
        for polygon in sheet.visible(self._atlas.lakes):
            sheet.fill(polygon[0], self.style.colour("sea"))
            if len(polygon[0]) > 2:
                pygame.draw.aalines(sheet.surface, self.style.colour("river"), True, polygon[0].tolist())

    def _relief(self, sheet: TileSheet) -> None:
        """Hachures; those away from the light are darker."""
        if sheet.step not in self._hachures:
            self._hachures[sheet.step] = hachures(self._atlas.ridges, sheet.k, self.style.unit)
        land = self.style.colour("land")
        dark = mixed(land, self.style.colour("hachure_dark"), 0.55)
        light = mixed(land, self.style.colour("hachure_light"), 0.36)
        corner, edge = sheet.corner, TILE + 20
        for strokes, colour in zip(self._hachures[sheet.step], (light, dark), strict=True):
            here = strokes - np.tile(corner, 2)
            near = (here[:, 0] > -20) & (here[:, 0] < edge) & (here[:, 1] > -20) & (here[:, 1] < edge)
            for x1, y1, x2, y2 in (here[near] * SMOOTH).tolist():
                pygame.draw.aaline(sheet.surface, colour, (x1, y1), (x2, y2))

    def _border(self, sheet: TileSheet, country: Country) -> None:
        colour = self.style.mixed("land", "border", 0.62)
        for polygon in sheet.visible(country.polygons):
            if len(polygon[0]) > 2:
                sheet.border(polygon[0], colour, 1.0, _DASH)
