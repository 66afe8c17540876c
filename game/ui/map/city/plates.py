"""The city plates that there are, as charts, and the nearest one to a point of the world. What is drawn on one
is read only when it is asked for."""

from collections.abc import Collection, Sequence
from functools import cached_property
from hashlib import sha256
from math import hypot

from game.scenario.plate_list import Outline, PlateList
from game.scenario.plates import Plate
from game.ui.map.camera import Point
from game.ui.map.chart import WORLD, Chart, local_chart


class CityPlates:
    """The plates of a source; none without one."""

    def __init__(self, source: PlateList | None = None) -> None:
        self._source = source

    @cached_property
    def charts(self) -> Sequence[Chart]:
        """The chart of every plate."""
        return tuple(_chart(id_, outline) for id_, outline in self._source.outlines.items()) if self._source is not None else ()

    def plate(self, id_: str) -> Plate:
        """What is drawn on a plate. Raises KeyError for an unknown one."""
        if self._source is None:
            raise KeyError(id_)
        return self._source.plate(id_)

    def digest(self, id_: str) -> str:
        """A name for exactly this content of a plate."""
        return sha256(repr(self.plate(id_)).encode()).hexdigest()[:16]

    def holding(self, at: tuple[float, float]) -> Chart | None:
        """The plate on which a place lies, latitude and longitude; of several the smallest."""
        return min((chart for chart in self.charts if chart.holds(at)), key=_width, default=None)

    def home(self, places: Collection[tuple[float, float]]) -> Chart | None:
        """The plate on which all places of a game lie, of several the smallest: what is looked at instead of the world, on which
        an invented country is an ocean. None where some lie elsewhere."""
        whole = (chart for chart in self.charts if places and all(chart.holds(at) for at in places))
        return min(whole, key=_width, default=None)

    def nearest(self, point: Point, reach: float) -> Chart | None:
        """The plate whose spot is nearest to a point of the world's chart, within so many of its units."""
        away = [(hypot(x - point[0], y - point[1]), index) for index, (x, y) in enumerate(map(_spot, self.charts))]
        distance, index = min(away, default=(reach, -1))
        return self.charts[index] if distance < reach else None


def spot_of(chart: Chart) -> tuple[Point, Point]:
    """The south-western and north-eastern corners of a plate's extent on the world's chart."""
    (west, south), (east, north) = chart.corners
    return WORLD.project(west, south), WORLD.project(east, north)


def _spot(chart: Chart) -> Point:
    (west, south), (east, north) = spot_of(chart)
    return ((west + east) / 2, (south + north) / 2)


def _chart(id_: str, outline: Outline) -> Chart:
    extent = outline.extent
    return local_chart(id_, outline.title, ((extent.west, extent.south), (extent.east, extent.north)), outline.steps)


def _width(chart: Chart) -> float:
    return chart.corners[1][0] - chart.corners[0][0]
