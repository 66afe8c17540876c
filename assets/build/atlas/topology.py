"""Reads TopoJSON into shapely geometry. Rings that cross the 180th meridian are unwrapped, so that they stay in one piece."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from shapely import LineString, MultiLineString, Polygon, make_valid
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

Point = tuple[float, float]


class Topology:
    """One TopoJSON file: layers of shapes that share their arcs.

    Arcs are made simpler before they are joined, so that neighbours keep one border; `slack`, in degrees, is how far
    a line may move by it.
    """

    def __init__(self, path: Path, slack: float) -> None:
        self._source: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        self._arcs = [_simpler(list(self._arc(steps)), slack) for steps in self._source["arcs"]]

    def shapes(self, layer: str) -> Iterator[tuple[str, BaseGeometry]]:
        """The layer's shapes with their names, empty where there is none."""
        for shape in self._source["objects"][layer]["geometries"]:
            name = (shape.get("properties") or {}).get("name", "")
            yield name, self._geometry(shape)

    def _arc(self, steps: list[list[int]]) -> Iterator[Point]:
        """An arc is stored as steps of whole numbers, each from the point before."""
        (wide, high), (west, south) = (self._source["transform"][key] for key in ("scale", "translate"))
        x = y = 0
        for step in steps:
            x, y = x + step[0], y + step[1]
            yield x * wide + west, y * high + south

    def _line(self, arcs: list[int]) -> list[Point]:
        """Arcs joined end to end. A number below zero is an arc walked backwards."""
        line: list[Point] = []
        for arc in arcs:
            points = self._arcs[arc] if arc >= 0 else self._arcs[~arc][::-1]
            line += points[1:] if line else points
        return line

    def _geometry(self, shape: dict[str, Any]) -> BaseGeometry:
        match shape["type"]:
            case "Polygon":
                return self._polygon(shape["arcs"])
            case "MultiPolygon":
                return unary_union([self._polygon(rings) for rings in shape["arcs"]])
            case "LineString":
                return LineString(self._line(shape["arcs"]))
            case "MultiLineString":
                return MultiLineString([self._line(arcs) for arcs in shape["arcs"]])
            case unknown:
                raise ValueError(f"no reader for the shape {unknown!r}")

    def _polygon(self, rings: list[list[int]]) -> BaseGeometry:
        outer, *holes = (_unwrapped(self._line(arcs)) for arcs in rings)
        if outer[0] != outer[-1]:  # Antarctica: unwrapped, it never closes; and it is nowhere on the map
            return Polygon()
        return make_valid(Polygon(outer, holes))


def _simpler(arc: list[Point], slack: float) -> list[Point]:
    """The arc with fewer points; as it was if it would shrink to nothing, as a small island does."""
    fewer = [(x, y) for x, y in LineString(arc).simplify(slack).coords]
    return arc if arc[0] == arc[-1] and len(fewer) < 4 else fewer


def _unwrapped(ring: list[Point]) -> list[Point]:
    """The ring without its leaps from one edge of the world to the other."""
    out: list[Point] = []
    turn = 0.0
    for index, (x, y) in enumerate(ring):
        if index:
            leap = x - ring[index - 1][0]
            turn += -360 if leap > 180 else 360 if leap < -180 else 0
        out.append((x + turn, y))
    middle = sum(x for x, _ in out) / len(out)
    return [(x + 360, y) for x, y in out] if middle < -180 else out
