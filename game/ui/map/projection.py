"""The map's projection: Miller's spacing, a folded Atlantic, a shortened steppe and a lens over Europe. Degrees in,
plate units out, and back. It knows nothing of pixels."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

EUROPE: Final = (1.05, 17.0, 24.0)
"""Strength, middle in degrees east and width of the stretch over Europe."""
ATLANTIC: Final = (0.70, -36.0, 21.0)
STEPPE: Final = (0.50, 62.0, 14.0)
LENS: Final = (1.05, 40.0)
"""Strength and width of the stretch of latitudes; its middle is Europe's."""
LEVEL_LATITUDE: Final = 24.0
"""The parallel that stays straight."""
FURTHEST_LATITUDE: Final = 80.0
_HALVINGS = 60


def project(lon: float, lat: float) -> tuple[float, float]:
    """Plate units of a place in degrees: x to the east, y to the north. Latitudes beyond 80 degrees count as 80."""
    x, y = project_all(np.array([[lon, lat]], dtype=np.float64))[0]
    return float(x), float(y)


def project_all(degrees: Floats) -> Floats:
    """Plate units of many places; each row is longitude, latitude."""
    lon, lat = degrees[:, 0], np.clip(degrees[:, 1], -FURTHEST_LATITUDE, FURTHEST_LATITUDE)
    return np.column_stack((_across(lon), _lens(lon) * (_miller(lat) - _miller(np.float64(LEVEL_LATITUDE)))))


def unproject(x: float, y: float) -> tuple[float, float]:
    """Longitude and latitude of a point of the plate, between 180 degrees west and east."""
    west, east = -180.0, 180.0
    for _ in range(_HALVINGS):
        middle = (west + east) / 2
        if _across(np.float64(middle)) < x:
            west = middle
        else:
            east = middle
    lon = np.float64((west + east) / 2)
    spaced = np.radians(y / _lens(lon) + _miller(np.float64(LEVEL_LATITUDE)))
    lat = np.degrees((np.arctan(np.exp(spaced / 1.25)) - np.pi / 4) / 0.4)
    return float(lon), float(lat)


def _across(lon: Floats | np.float64) -> Floats:
    stretched = np.asarray(lon, dtype=np.float64)
    for sign, (strength, middle, width) in ((1, EUROPE), (-1, ATLANTIC), (-1, STEPPE)):
        stretched = stretched + sign * strength * width * np.tanh((lon - middle) / width)
    return stretched


def _lens(lon: Floats | np.float64) -> Floats:
    strength, width = LENS
    return np.asarray(1 + strength / np.cosh((lon - EUROPE[1]) / width) ** 2)


def _miller(lat: Floats | np.float64) -> Floats:
    return np.asarray(np.degrees(1.25 * np.log(np.tan(np.pi / 4 + 0.4 * np.radians(lat)))))
