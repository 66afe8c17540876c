"""City plates: local maps drawn by hand in data. Their shape as a file, the reading, and what must hold in one.

How a plate is projected and painted is not known here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from game.scenario.findings import Finding, found, has_errors, in_order
from game.scenario.nodes import Table, nearest_mark
from game.scenario.packs import Packs, shown
from game.scenario.phrases import counted
from game.scenario.reader import read_file
from game.scenario.shaping import Shaper

PATTERN = "world/plates/*.yaml"
"""Where plates lie in every pack; the name of the file is the plate's id."""

Degrees = tuple[float, float]
"""Latitude and longitude."""

_ROOM = 1.5
"""How far beyond the extent something may be drawn, as a multiple of the extent's size."""
_MOST_STEPS, _NEAREST = 4, 24.0


class Base(StrEnum):
    """What the sheet is before anything is drawn on it."""

    LAND = "land"
    WATER = "water"


class Tint(StrEnum):
    """The tint of the land."""

    ROSE = "rose"
    SAGE = "sage"
    OCHRE = "ochre"
    LILAC = "lilac"
    SLATE = "slate"


class AreaKind(StrEnum):
    """What an area is. `water` and `land` are cut out of one another in the order of the file; an `island` is built-up land
    in a river."""

    WATER = "water"
    LAND = "land"
    ISLAND = "island"
    DISTRICT = "district"
    TOWN = "town"
    PARK = "park"
    WOOD = "wood"
    FIELDS = "fields"
    MARSH = "marsh"
    LAVA = "lava"


class LineKind(StrEnum):
    """What a line is. A `ridge` is drawn as hachures down both its slopes."""

    RIVER = "river"
    CANAL = "canal"
    ROAD = "road"
    STREET = "street"
    RAIL = "rail"
    FERRY = "ferry"
    WALL = "wall"
    RIDGE = "ridge"


class LabelKind(StrEnum):
    """How a name is set."""

    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"
    WATER = "water"
    RELIEF = "relief"
    STREET = "street"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """What of the country is seen at once when the plate is opened, in degrees."""

    south: float
    north: float
    west: float
    east: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlateArea:
    """An area: its outline as [latitude, longitude] points, rounded off unless `curved` is false.

    `turn` is the direction of a town's blocks in degrees clockwise, `from` the first zoom step at which it is drawn.
    """

    kind: AreaKind
    outline: tuple[Degrees, ...]
    curved: bool = True
    turn: float = 0.0
    from_: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PlateLine:
    """A line through [latitude, longitude] points. `metres` is how wide a river is, or how far a ridge slopes down."""

    kind: LineKind
    points: tuple[Degrees, ...]
    curved: bool = True
    metres: float = 0.0
    from_: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PlateLabel:
    """A name about its middle, turned so many degrees clockwise. A place of the game of the same name takes its part."""

    text: str
    at: Degrees
    kind: LabelKind = LabelKind.TOWN
    turn: float = 0.0
    from_: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """A city plate. `steps` are its zoom steps, the first one being 1; `ways` say how routes of the game run on it.

    Every place of the game within the extent lies on the plate.
    """

    format: int = 1
    title: str
    about: str = ""
    extent: Extent
    base: Base = Base.LAND
    tint: Tint = Tint.OCHRE
    steps: tuple[float, ...] = (1.0, 2.2, 5.0)
    areas: tuple[PlateArea, ...] = ()
    lines: tuple[PlateLine, ...] = ()
    labels: tuple[PlateLabel, ...] = ()
    ways: Mapping[str, tuple[Degrees, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlateReading:
    """A plate file as far as it could be read; `plate` is missing if anything in it is wrong."""

    id: str
    plate: Plate | None
    findings: tuple[Finding, ...]


def read_plate(path: Path) -> PlateReading:
    """One plate file, with everything that is wrong in it."""
    reading = read_file(path, shown(path))
    shaper = Shaper(partial=reading.refused)
    plate = shaper.shape(Plate, reading.tree)
    findings = [*reading.findings, *shaper.findings]
    if plate is not None:
        findings += _Checks(plate, reading.tree).findings()
    return PlateReading(path.stem, None if has_errors(findings) else plate, in_order(findings))


def plate_files(packs: Packs) -> dict[str, Path]:
    """The files of all plates by their ids; one in a later pack takes the place of one of the same name before it."""
    return {source.path.stem: source.path for source in packs.sources(PATTERN)}


def read_plates(packs: Packs) -> tuple[PlateReading, ...]:
    """The plates of all packs."""
    return tuple(read_plate(path) for path in plate_files(packs).values())


def is_plate_file(path: Path) -> bool:
    """Whether a file lies where plates do."""
    return path.parent.name == "plates" and path.parent.parent.name == "world"


class _Checks:
    """What types cannot say of a plate."""

    def __init__(self, plate: Plate, tree: Table) -> None:
        self._plate, self._tree = plate, tree

    def findings(self) -> Iterator[Finding]:
        """Everything that does not hold."""
        yield from self._extent()
        yield from self._steps()
        plate = self._plate
        for index, area in enumerate(plate.areas):
            yield from self._shape(f"areas[{index}].outline", area.outline, 3)
            yield from self._step(f"areas[{index}].from", area.from_)
        for index, line in enumerate(plate.lines):
            yield from self._shape(f"lines[{index}].points", line.points, 2)
            yield from self._step(f"lines[{index}].from", line.from_)
        for index, label in enumerate(plate.labels):
            yield from self._inside(f"labels[{index}].at", (label.at,))
            yield from self._step(f"labels[{index}].from", label.from_)
        for route, points in plate.ways.items():
            yield from self._shape(f"ways.{route}", points, 2)

    def _extent(self) -> Iterator[Finding]:
        extent = self._plate.extent
        if extent.south >= extent.north or extent.west >= extent.east:
            yield self._wrong("extent", "the extent is empty", "south must be less than north, and west less than east")
        elif extent.south < -80 or extent.north > 80 or extent.north - extent.south > 5 or extent.east - extent.west > 10:
            yield self._wrong("extent", "the extent is too large for a local map", "at most 5 degrees high and 10 wide")

    def _steps(self) -> Iterator[Finding]:
        steps = self._plate.steps
        rising = all(one < other for one, other in pairwise(steps))
        if not steps or steps[0] != 1 or not rising or len(steps) > _MOST_STEPS or steps[-1] > _NEAREST:
            hint = f"up to {_MOST_STEPS} rising numbers, from 1 to at most {_NEAREST:g}, such as [1, 2.2, 5]"
            yield self._wrong("steps", "these are no zoom steps", hint)

    def _step(self, path: str, step: int) -> Iterator[Finding]:
        count = len(self._plate.steps)
        if not 1 <= step <= count:
            yield self._wrong(path, f"found {step}, expected a zoom step", f"1 to {count}: steps are counted, not scales")

    def _shape(self, path: str, points: tuple[Degrees, ...], least: int) -> Iterator[Finding]:
        if len(points) < least:
            yield self._wrong(path, f"found {counted(len(points), 'point')}, expected at least {least}")
        yield from self._inside(path, points)

    def _inside(self, path: str, points: Iterable[Degrees]) -> Iterator[Finding]:
        """Points far off are slips of the pen, latitude and longitude exchanged most of all."""
        extent = self._plate.extent
        high, wide = (extent.north - extent.south) * _ROOM, (extent.east - extent.west) * _ROOM
        for index, (lat, lon) in enumerate(points):
            if not (extent.south - high <= lat <= extent.north + high and extent.west - wide <= lon <= extent.east + wide):
                where = path if path.endswith(".at") else f"{path}[{index}]"
                yield self._wrong(where, f"[{lat:g}, {lon:g}] is far from the plate", "points are [latitude, longitude]")

    def _wrong(self, path: str, message: str, hint: str = "") -> Finding:
        return found("bad-plate", nearest_mark(self._tree, path), path, message, hint)
