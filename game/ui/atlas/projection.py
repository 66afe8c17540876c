"""The projection of the atlas: cylindrical with Miller's spacing, a folded Atlantic, a shortened steppe, a lens over Europe.

Degrees in, plate units out (x grows east, y grows south), and back exactly.
"""

from math import atan, cosh, degrees, exp, log, pi, radians, tan, tanh

_WIDEN, _WIDEN_AT, _WIDEN_OVER = 1.05, 17.0, 24.0
_FOLD, _FOLD_AT, _FOLD_OVER = 0.70, -36.0, 21.0
_STEPPE, _STEPPE_AT, _STEPPE_OVER = 0.50, 62.0, 14.0
_LENS, _LENS_OVER, _LENS_FROM = 1.05, 40.0, 24.0
_FURTHEST = 80.0


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Plate units of a place in degrees. Latitudes beyond 80 count as 80."""
    latitude = max(-_FURTHEST, min(_FURTHEST, latitude))
    return _across(longitude), -_stretch(longitude) * (_miller(latitude) - _miller(_LENS_FROM))


def unproject(x: float, y: float) -> tuple[float, float]:
    """Degrees of a point in plate units: longitude by bisection, latitude in closed form."""
    west, east = -180.0, 180.0
    for _ in range(60):
        middle = (west + east) / 2
        west, east = (middle, east) if _across(middle) < x else (west, middle)
    longitude = (west + east) / 2
    miller = radians(-y / _stretch(longitude) + _miller(_LENS_FROM))
    return longitude, degrees((atan(exp(miller / 1.25)) - pi / 4) / 0.4)


def _miller(latitude: float) -> float:
    return degrees(1.25 * log(tan(pi / 4 + 0.4 * radians(latitude))))


def _across(longitude: float) -> float:
    return (
        longitude
        + _WIDEN * _WIDEN_OVER * tanh((longitude - _WIDEN_AT) / _WIDEN_OVER)
        - _FOLD * _FOLD_OVER * tanh((longitude - _FOLD_AT) / _FOLD_OVER)
        - _STEPPE * _STEPPE_OVER * tanh((longitude - _STEPPE_AT) / _STEPPE_OVER)
    )


def _stretch(longitude: float) -> float:
    return 1 + _LENS / cosh((longitude - _WIDEN_AT) / _LENS_OVER) ** 2
