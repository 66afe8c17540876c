"""The city plates that there are, as charts, and the nearest one to a point of the world. They are read when they are first
asked for; one with mistakes is left out, since `utka check` tells of them."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from math import hypot

from game.scenario.plates import Plate
from game.ui.map.camera import Point
from game.ui.map.chart import WORLD, Chart, local_chart

Read = Callable[[], Mapping[str, Plate]]
"""Reads the plates by their ids."""


class CityPlates:
    """The plates that `read` brings; none if it is left out."""

    def __init__(self, read: Read | None = None) -> None:
        self._read = read

    @cached_property
    def _plates(self) -> Mapping[str, Plate]:
        return self._read() if self._read is not None else {}

    @cached_property
    def charts(self) -> Sequence[Chart]:
        """The chart of every plate."""
        return tuple(_chart(id_, plate) for id_, plate in self._plates.items())

    def plate(self, id_: str) -> Plate:
        """What is drawn on a plate. Raises KeyError for an unknown one."""
        return self._plates[id_]

    def digest(self, id_: str) -> str:
        """A name for exactly this content of a plate."""
        return sha256(repr(self._plates[id_]).encode()).hexdigest()[:16]

    def holding(self, at: tuple[float, float]) -> Chart | None:
        """The plate on which a place lies, latitude and longitude; of several the smallest."""
        return min((chart for chart in self.charts if chart.holds(at)), key=_width, default=None)

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


def _chart(id_: str, plate: Plate) -> Chart:
    extent = plate.extent
    return local_chart(id_, plate.title, ((extent.west, extent.south), (extent.east, extent.north)), plate.steps)


def _width(chart: Chart) -> float:
    return chart.corners[1][0] - chart.corners[0][0]
