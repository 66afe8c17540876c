"""The sheets that can lie on the table: the map of the world and the city plates. Each has a projection of its own, bounds
and zoom steps. Only arithmetic."""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, hypot, radians

from game.ui.map.camera import BOUNDS, STEPS, Box, Point
from game.ui.map.projection import project

Projection = Callable[[float, float], Point]
"""Longitude and latitude in degrees to plate units, y to the north."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One sheet. `bounds` are what can be looked at, in its own units; `steps` are names and design pixels for one unit;
    `corners` are the south-western and north-eastern corners of what it is about, longitude and latitude; `metres` are those
    of one unit, 0 where that differs from place to place."""

    id: str
    title: str
    bounds: Box
    steps: tuple[tuple[str, float], ...]
    project: Projection
    corners: tuple[Point, Point]
    metres: float = 0.0

    @property
    def is_world(self) -> bool:
        """Whether this is the map on which all others have their spot."""
        return not self.id

    @property
    def scales(self) -> tuple[float, ...]:
        """Design pixels for one unit, step by step."""
        return tuple(scale for _, scale in self.steps)

    @property
    def middle(self) -> Point:
        """The middle of the sheet in its own units."""
        return ((self.bounds[0] + self.bounds[2]) / 2, (self.bounds[1] + self.bounds[3]) / 2)

    def holds(self, at: tuple[float, float]) -> bool:
        """Whether a place, latitude and longitude, belongs on the sheet."""
        (west, south), (east, north) = self.corners
        return south <= at[0] <= north and west <= at[1] <= east


WORLD = Chart(
    id="", title="", bounds=BOUNDS, steps=STEPS, project=project, corners=((-180.0, -80.0), (180.0, 80.0)),
)  # fmt: skip

_SEEN = (1136.0, 652.0)
"""Design pixels beside the open column and above the drawer: the extent of a plate fits in there at its first step."""
_SHEET = (1600.0, 692.0)
"""Design pixels of the window's map: the least size of a plate."""
_METRES_PER_DEGREE = 111_200.0
"""Metres of a degree of latitude."""
_FURTHEST = 6_000.0
"""What lies further from the middle of a plate, in its units, is brought in to this distance along the same bearing."""


@dataclass(frozen=True, slots=True)
class Flat:
    """A local projection: true at `lat`, `lon`, with `scale` units for a degree of latitude."""

    lon: float
    lat: float
    scale: float

    def __call__(self, lon: float, lat: float) -> Point:
        """Plate units of a place in degrees."""
        x, y = (lon - self.lon) * cos(radians(self.lat)) * self.scale, (lat - self.lat) * self.scale
        away = hypot(x, y)
        return (x, y) if away <= _FURTHEST else (x * _FURTHEST / away, y * _FURTHEST / away)


def local_chart(id_: str, title: str, corners: tuple[Point, Point], steps: tuple[float, ...]) -> Chart:
    """The sheet of a city plate about what lies between two corners, longitude and latitude. At the first step one unit is
    one design pixel."""
    (west, south), (east, north) = corners
    lon, lat = (west + east) / 2, (south + north) / 2
    across = (east - west) * cos(radians(lat))
    scale = min(_SEEN[0] / across, _SEEN[1] / (north - south))
    half = (max(_SHEET[0], across * scale) / 2, max(_SHEET[1], (north - south) * scale) / 2)
    return Chart(
        id=id_,
        title=title,
        bounds=(-half[0], -half[1], half[0], half[1]),
        steps=tuple((f"{step:g}", step) for step in steps),
        project=Flat(lon, lat, scale),
        corners=corners,
        metres=_METRES_PER_DEGREE / scale,
    )
