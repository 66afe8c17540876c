"""The geometry of the plate, read from the map folder and brought to plate units: coasts, borders by period, waters,
ridges and the names to be engraved. It paints nothing."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import numpy as np

from game.ui.map.arrays import Floats, project_all
from game.ui.map.folder import MapFolder
from game.ui.map.projection import project

Box = tuple[float, float, float, float]
_LONGEST_EDGE = 1.2
"""Degrees; longer edges bend, so points are put between their ends."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """Points in plate units, one a row, with the box around them: west, south, east, north."""

    points: Floats
    box: Box

    def meets(self, box: Box) -> bool:
        """Whether the boxes overlap."""
        mine = self.box
        return mine[0] < box[2] and mine[2] > box[0] and mine[1] < box[3] and mine[3] > box[1]


Polygon = tuple[Line, ...]
"""An outline, then its holes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country as the borders of a period have it, with the name of its tint."""

    name: str
    tint: str
    polygons: tuple[Polygon, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name engraved on the plate, about its middle in plate units. `px` and `tracking` are design pixels at the
    first zoom step, `rotate` is degrees clockwise, `level` the first zoom step it is shown at, from 1."""

    text: str
    at: tuple[float, float]
    px: float
    tracking: float
    rotate: float
    level: int
    era: str
    water: bool


class Atlas(MapFolder):
    """The geometry of a map folder, each file read when it is first needed. Raises OSError, ValueError or KeyError if one
    is missing or not as expected."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._borders: dict[str, tuple[Country, ...]] = {}

    @cached_property
    def land(self) -> tuple[Polygon, ...]:
        """Continents and islands; inland seas are holes."""
        return tuple(polygon for _, polygons in self._areas("land") for polygon in polygons)

    @cached_property
    def lakes(self) -> tuple[Polygon, ...]:
        """Lakes."""
        return tuple(polygon for _, polygons in self._areas("lakes") for polygon in polygons)

    @cached_property
    def rivers(self) -> tuple[Line, ...]:
        """Rivers from source to mouth or the other way."""
        lines: list[Line] = []
        for feature in self._read("rivers")["features"]:
            shape = feature["geometry"]
            parts = shape["coordinates"] if shape["type"] == "MultiLineString" else [shape["coordinates"]]
            lines += (_line(part) for part in parts if len(part) > 1)
        return tuple(lines)

    @cached_property
    def ridges(self) -> tuple[Line, ...]:
        """The crests of mountains."""
        return tuple(_line(ridge) for ridge in self._look["ridges"])

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """Names of countries and seas."""
        found: list[Label] = []
        kinds: tuple[Literal["countries", "seas"], ...] = ("countries", "seas")
        for kind in kinds:
            for raw in self._read("labels")[kind]:
                label = Label(
                    text=raw["text"], at=project(raw["lon"], raw["lat"]), px=raw["px"], tracking=raw["tracking"],
                    rotate=raw["rotate"], level=raw["level"], era=raw.get("era", ""), water=kind == "seas",
                )  # fmt: skip
                found.append(label)
        return tuple(found)

    def countries(self, era: str) -> tuple[Country, ...]:
        """The countries of a set of borders."""
        if era not in self._borders:
            tints: Mapping[str, str] = self._look["tint"]
            self._borders[era] = tuple(
                Country(name=name, tint=tints.get(name, "slate"), polygons=polygons)
                for name, polygons in self._areas(f"countries-{era}")
            )
        return self._borders[era]

    @cached_property
    def _look(self) -> Mapping[str, Any]:
        return self._read("look")

    def _areas(self, name: str) -> Iterator[tuple[str, tuple[Polygon, ...]]]:
        for feature in self._read(name)["features"]:
            shape = feature["geometry"]
            parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
            polygons = tuple(tuple(_line(ring) for ring in rings) for rings in parts)
            yield (feature.get("properties") or {}).get("name", ""), polygons

    def _read(self, name: str) -> dict[str, Any]:
        read: dict[str, Any] = json.loads((self._folder / f"{name}.json").read_text(encoding="utf-8"))
        return read


def line_of(points: Floats) -> Line:
    """Points in plate units with the box around them."""
    low, high = points.min(axis=0), points.max(axis=0)
    return Line(points, (float(low[0]), float(low[1]), float(high[0]), float(high[1])))


def _line(degrees: list[list[float]]) -> Line:
    return line_of(project_all(_densified(np.array(degrees, dtype=np.float64)[:, :2])))


def _densified(degrees: Floats) -> Floats:
    """The same line with points put into edges longer than `_LONGEST_EDGE`."""
    longest = np.abs(np.diff(degrees, axis=0)).max(axis=1, initial=0)
    if not (longest > _LONGEST_EDGE).any():
        return degrees
    pieces = np.maximum(1, np.ceil(longest / _LONGEST_EDGE))
    given = np.concatenate(([0], np.cumsum(pieces)))
    wanted = np.arange(given[-1] + 1)
    return np.column_stack([np.interp(wanted, given, degrees[:, axis]) for axis in (0, 1)])
