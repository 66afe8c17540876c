"""The map's projection: Miller's spacing, a folded Atlantic, a shortened steppe and a lens over Europe. Degrees in,
plate units out. It knows nothing of pixels; `arrays` does the same to many points at once."""

from math import cosh, degrees, log, pi, radians, tan, tanh
from typing import Final

EUROPE: Final = (1.05, 17.0, 24.0)
"""Strength, middle in degrees east and width of the stretch over Europe."""
ATLANTIC: Final = (0.70, -36.0, 21.0)
STEPPE: Final = (0.50, 62.0, 14.0)
LENS: Final = (1.05, 40.0)
"""Strength and width of the stretch of latitudes; its middle is Europe's."""
LEVEL_LATITUDE: Final = 24.0
"""The parallel that stays straight."""
FURTHEST_LATITUDE: Final = 80.0


def project(lon: float, lat: float) -> tuple[float, float]:
    """Plate units of a place in degrees: x to the east, y to the north. Latitudes beyond 80 degrees count as 80."""
    lat = max(-FURTHEST_LATITUDE, min(FURTHEST_LATITUDE, lat))
    return _across(lon), _lens(lon) * (_miller(lat) - _miller(LEVEL_LATITUDE))


def _across(lon: float) -> float:
    stretched = lon
    for sign, (strength, middle, width) in ((1, EUROPE), (-1, ATLANTIC), (-1, STEPPE)):
        stretched += sign * strength * width * tanh((lon - middle) / width)
    return stretched


def _lens(lon: float) -> float:
    strength, width = LENS
    return 1 + strength / cosh((lon - EUROPE[1]) / width) ** 2


def _miller(lat: float) -> float:
    return degrees(1.25 * log(tan(pi / 4 + 0.4 * radians(lat))))
