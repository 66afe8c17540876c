"""What lies under everything on the map: the plate of one style, from disk, and painted where it is not there yet. What
only painting needs is loaded only to paint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from pygame import Surface

from game.ui.budget import PLATES_ON_DISK
from game.ui.lettering import Lettering
from game.ui.map.chart import Chart
from game.ui.map.city.plates import CityPlates
from game.ui.map.folder import MapFolder
from game.ui.map.grain import Grain, find_grain
from game.ui.map.painter import PlatePainter
from game.ui.map.shelf import Shelf, trim
from game.ui.map.sketch import WORLD_FRAME, Frame, Sketch, keep_sketch, kept_sketch
from game.ui.map.style import PlateStyle, plate_style
from game.ui.map.tiles import Tiles
from game.ui.theme import Theme

if TYPE_CHECKING:
    from game.ui.map.atlas import Atlas

_ENGRAVED = 2_000_000
"""Bytes of engraved names that are kept while plates are painted."""
_CITY_SCALE, _CITY_MARGIN = 0.5, 320.0
"""Pixels of a city's sketch for one plate unit, and plate units that it shows beyond its bounds."""


Painted = tuple[Surface, Surface]
"""A sketch and where water is on it."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The plate of one style."""

    style: PlateStyle
    sketch: Sketch
    tiles: Tiles


class Grounds:
    """The grounds that are in use: the world's and at most one city's. `assets` is the folder with `fonts`, `folder` the
    geometry, `plates` where pictures may be kept, `cities` the city plates."""

    def __init__(self, assets: Path, folder: MapFolder, plates: Path, cities: CityPlates) -> None:
        self._assets, self._folder, self._plates, self._cities = assets, folder, plates, cities
        self._grain: Grain | None = None
        self._world: tuple[Chart, Ground] | None = None
        self._city: tuple[Chart, Ground] | None = None
        self._latest: tuple[object, Ground] | None = None

    def ground(self, theme: Theme, era: str, chart: Chart) -> Ground:
        """The ground of a chart for a theme and a period's borders; the same one until its style is another."""
        key = (theme.key, era, chart.id, chart.scales)  # asked for in every frame
        if self._latest is None or self._latest[0] != key:
            self._latest = (key, self._ground(theme, era, chart))
        return self._latest[1]

    def _ground(self, theme: Theme, era: str, chart: Chart) -> Ground:
        style = plate_style(theme, era if chart.is_world else "", chart.scales)
        kept = self._world if chart.is_world else self._city
        if kept is not None and kept[0] is chart and kept[1].style == style:
            return kept[1]
        if chart.is_world:
            made = self._make(style, self._folder.digest, WORLD_FRAME, self._paint_world, partial(self._painter, style, theme))
            self._world = (chart, made)
        else:
            frame = Frame.around(chart.bounds, _CITY_SCALE, _CITY_MARGIN)
            made = self._make(
                style, self._cities.digest(chart.id), frame,
                partial(self._paint_city, chart, frame), partial(self._city_painter, style, chart),
            )  # fmt: skip
            self._city = (chart, made)
        return made

    def _make(
        self, style: PlateStyle, digest: str, frame: Frame, sketch: Callable[[PlateStyle], Painted],
        painter: Callable[[], PlatePainter],
    ) -> Ground:  # fmt: skip
        if style.paper and self._grain is None:
            self._grain = find_grain(Shelf(self._plates / "grain"))
        shelf, sketches = Shelf(self._plates / style.key(digest)), Shelf(self._plates / style.sketch_key(digest))
        found = kept_sketch(sketches, frame) or keep_sketch(sketches, *sketch(style), frame)
        return Ground(style, found, Tiles(style, found, self._grain if style.paper else None, shelf, painter))

    @cached_property
    def _atlas(self) -> Atlas:
        from game.ui.map.atlas import Atlas  # noqa: PLC0415 - numpy is loaded only to paint

        trim(self._plates, PLATES_ON_DISK)
        return Atlas(self._assets / "map")

    def _paint_world(self, style: PlateStyle) -> Painted:
        from game.ui.map.sketching import paint_sketch  # noqa: PLC0415 - as above

        return paint_sketch(self._atlas, style)

    def _painter(self, style: PlateStyle, theme: Theme) -> PlatePainter:
        from game.ui.map.plate import TilePainter  # noqa: PLC0415 - as above

        return TilePainter(self._atlas, style, Lettering(self._assets / "fonts", theme, _ENGRAVED))

    def _paint_city(self, chart: Chart, frame: Frame, style: PlateStyle) -> Painted:
        from game.ui.map.city.sketching import paint_city_sketch  # noqa: PLC0415 - as above

        return paint_city_sketch(self._cities.plate(chart.id), chart, frame, style)

    def _city_painter(self, style: PlateStyle, chart: Chart) -> PlatePainter:
        from game.ui.map.city.painting import CityPainter  # noqa: PLC0415 - as above

        return CityPainter(self._cities.plate(chart.id), chart, style)
