"""The projection of many points at once, for whoever paints plates. Whoever only looks at them need not load numpy."""

import numpy as np
from numpy.typing import NDArray

from game.ui.map.projection import ATLANTIC, EUROPE, FURTHEST_LATITUDE, LENS, LEVEL_LATITUDE, STEPPE

Floats = NDArray[np.float64]


def project_all(degrees: Floats) -> Floats:
    """Plate units of many places; each row is longitude, latitude. See `projection.project`."""
    lon, lat = degrees[:, 0], np.clip(degrees[:, 1], -FURTHEST_LATITUDE, FURTHEST_LATITUDE)
    return np.column_stack((_across(lon), _lens(lon) * (_miller(lat) - _miller(np.full(1, LEVEL_LATITUDE)))))


def _across(lon: Floats) -> Floats:
    stretched = lon
    for sign, (strength, middle, width) in ((1, EUROPE), (-1, ATLANTIC), (-1, STEPPE)):
        stretched = stretched + sign * strength * width * np.tanh((lon - middle) / width)
    return stretched


def _lens(lon: Floats) -> Floats:
    strength, width = LENS
    return np.asarray(1 + strength / np.cosh((lon - EUROPE[1]) / width) ** 2)


def _miller(lat: Floats) -> Floats:
    return np.asarray(np.degrees(1.25 * np.log(np.tan(np.pi / 4 + 0.4 * np.radians(lat)))))
