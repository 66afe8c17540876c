"""The vector data of the map, projected once: coasts, lakes, rivers, the countries of a date, ridges and names."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.ui.atlas.projection import project

Line = NDArray[np.float64]
"""Points in plate units, one a row."""

_LONGEST_EDGE = 1.2
"""Degrees after which a straight edge gets another point, because the projection bends it."""

_BORDERS_OF_1939 = date(1939, 3, 16)


@dataclass(frozen=True, slots=True)
class Shape:
    """A ring or line with the box around it: west, north, east, south in plate units."""

    points: Line
    box: tuple[float, float, float, float]

    def near(self, west: float, north: float, east: float, south: float) -> bool:
        """Whether the box around it touches this one."""
        return self.box[0] <= east and self.box[2] >= west and self.box[1] <= south and self.box[3] >= north


Area = tuple[Shape, tuple[Shape, ...]]
"""An outline and its holes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name printed on the plate. `px` and `tracking` are for the widest plate; `level` 2 appears from the second."""

    text: str
    x: float
    y: float
    px: float
    tracking: float
    rotate: float
    level: int
    sea: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Geography:
    """Everything that a plate is painted from."""

    era: str
    land: tuple[Area, ...]
    countries: tuple[tuple[str, tuple[Area, ...]], ...]
    lakes: tuple[Area, ...]
    rivers: tuple[Shape, ...]
    ridges: tuple[Line, ...]
    tints: Mapping[str, str]
    names: tuple[Name, ...]


def era_of(day: date) -> str:
    """Which of the two sets of borders holds at a date."""
    return "1939" if day >= _BORDERS_OF_1939 else "1930"


def read_geography(folder: Path, era: str) -> Geography:
    """Reads the map's files. Raises OSError or ValueError where they are missing or broken."""
    look = json.loads((folder / "look.json").read_text(encoding="utf-8"))
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    land = _areas(folder / "land.json")
    return Geography(
        era=era,
        land=tuple(area for _, areas in land for area in areas),
        countries=land_of(folder / f"countries-{era}.json"),
        lakes=tuple(area for _, areas in _areas(folder / "lakes.json") for area in areas),
        rivers=tuple(_rivers(folder / "rivers.json")),
        ridges=tuple(_projected(ridge) for ridge in look["ridges"]),
        tints=look["tint"],
        names=tuple(_names(labels)),
    )


def land_of(path: Path) -> tuple[tuple[str, tuple[Area, ...]], ...]:
    """The named areas of a file."""
    return tuple(_areas(path))


def _areas(path: Path) -> list[tuple[str, tuple[Area, ...]]]:
    found: list[tuple[str, tuple[Area, ...]]] = []
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        areas = tuple((_shape(rings[0]), tuple(_shape(ring) for ring in rings[1:])) for rings in polygons)
        found.append((str(feature["properties"].get("name", "")), areas))
    return found


def _rivers(path: Path) -> Iterator[Shape]:
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        geometry = feature["geometry"]
        lines = geometry["coordinates"] if geometry["type"] == "MultiLineString" else [geometry["coordinates"]]
        yield from (_shape(line) for line in lines if len(line) > 1)


def _names(labels: Mapping[str, Sequence[Mapping[str, Any]]]) -> Iterator[Name]:
    for kind, entries in labels.items():
        for entry in entries:
            x, y = project(entry["lon"], entry["lat"])
            yield Name(
                text=entry["text"], x=x, y=y, px=entry["px"], tracking=entry["tracking"], rotate=entry["rotate"],
                level=entry["level"], sea=kind == "seas",
            )  # fmt: skip


def _shape(coordinates: Sequence[Sequence[float]]) -> Shape:
    points = _projected(coordinates)
    west, north = points.min(axis=0)
    east, south = points.max(axis=0)
    return Shape(points, (float(west), float(north), float(east), float(south)))


def _projected(coordinates: Sequence[Sequence[float]]) -> Line:
    out: list[tuple[float, float]] = []
    previous: Sequence[float] | None = None
    for point in coordinates:
        if previous is not None:
            extra = int(max(abs(point[0] - previous[0]), abs(point[1] - previous[1])) / _LONGEST_EDGE)
            for step in range(1, extra + 1):
                share = step / (extra + 1)
                out.append(project(previous[0] + (point[0] - previous[0]) * share, previous[1] + (point[1] - previous[1]) * share))
        out.append(project(point[0], point[1]))
        previous = point
    return np.array(out)
