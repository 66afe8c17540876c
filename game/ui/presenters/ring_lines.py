"""The lines of the second board: rings as wide as they are crowded, and sectors turned like the map. Only arithmetic, in real
pixels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_WIDEST = 1.5
"""The rings may be so much wider than high."""
_EDGE = 0.95
"""How much of the paper's half the outermost ring takes."""
_THINNEST = 0.17
"""The least width of a ring, as a share of the whole."""
_ROOM_NEEDED = {2: 1.0, 3: 0.62, 4: 0.55}
"""How much of the round one person takes in each ring, next to the organisation's."""
_GAP = 1.0
"""What the names of the rings need of the round, in the same measure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The room one person takes: how far it reaches to both sides, above and below the middle of his portrait, and the radius
    of the portrait itself."""

    id: str
    ring: int
    sector: int
    half: float
    above: float
    below: float
    core: float = 0.0

    @property
    def size(self) -> float:
        """Its area."""
        return 2 * self.half * (self.above + self.below)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arena:
    """The paper: its size, the middle cell of the Old Man, and boxes that must stay clear."""

    width: float
    height: float
    old_man: Cell
    kept_clear: tuple[Box, ...] = ()
    margin: float = 8.0

    @property
    def centre(self) -> Point:
        """The middle of the rings."""
        return (self.width / 2, self.height / 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rings:
    """The lines of the board: half axes of each ring's ellipse, and where the sectors begin, in radians."""

    centre: Point
    axes: tuple[tuple[float, float], ...]
    starts: tuple[float, ...]
    spans: tuple[float, ...]

    def middle(self, sector: int) -> float:
        """The bearing of the middle of a sector."""
        return self.starts[sector] + self.spans[sector] / 2

    def at(self, ring: int, depth: float, bearing: float) -> Point:
        """A point in the band of a ring: 0 on its inner line, 1 on its outer; outsiders (4) are beyond the third line."""
        low = self.axes[ring - 2] if ring > 1 else (0.0, 0.0)
        high = self.axes[ring - 1] if ring < 4 else (low[0] * 1.3, low[1] * 1.3)
        rx, ry = (low[part] + (high[part] - low[part]) * depth for part in (0, 1))
        return (self.centre[0] + rx * cos(bearing), self.centre[1] + ry * sin(bearing))


def draw_up(cells: Sequence[Cell], arena: Arena, bearings: Sequence[float]) -> Rings:
    """Rings and sectors for these people: each ring has room in proportion to those who stand in it. Outsiders have the
    corners of the paper, and more if those are not enough."""
    room = (arena.width / 2 - arena.margin, arena.height / 2 - arena.margin)
    reach = (min(room[0], room[1] * _WIDEST), room[1])
    corners = 4 * room[0] * room[1] - pi * reach[0] * reach[1]
    crowd = sum(cell.size for cell in cells if cell.ring > 3) / max(1.0, corners)
    sizes = [arena.old_man.size] + [0.0] * 3
    for cell in cells:
        if cell.ring <= 3:
            sizes[cell.ring] += cell.size
    whole = sum(sizes)
    shares = [sqrt((sizes[0] + sizes[1]) / whole), sqrt((whole - sizes[3]) / whole), 1.0]
    shares = [max(0.42, shares[0]), max(shares[0] + _THINNEST, shares[1], 0.42 + _THINNEST), 0.0]
    shares[2] = max(1.0, shares[1] + _THINNEST)
    scale = (_EDGE - 0.22 * min(1.0, crowd)) / shares[2]
    axes = tuple((reach[0] * share * scale, reach[1] * share * scale) for share in shares)
    starts, spans = _sectors(cells, bearings)
    return Rings(centre=arena.centre, axes=axes, starts=starts, spans=spans)


def _sectors(cells: Sequence[Cell], bearings: Sequence[float]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Where each sector begins and how wide it is: as wide as it is crowded, turned to lie as near its bearing as can be.
    A gap at the top is left to the names of the rings."""
    if not bearings:
        return (), ()
    need = [_crowd(cells, sector) for sector in range(len(bearings))]
    whole = sum(need) + _GAP
    spans = [2 * pi * part / whole for part in need]
    gap = 2 * pi * _GAP / whole
    order = sorted(range(len(bearings)), key=lambda sector: (bearings[sector] + pi / 2) % (2 * pi))
    best: tuple[float, list[float]] | None = None
    for turn in range(len(order)):
        starts, at = [0.0] * len(bearings), -pi / 2 + gap / 2
        for sector in order[turn:] + order[:turn]:
            starts[sector] = at
            at += spans[sector]
        wrong = sum(need[each] * abs(turn_of(starts[each] + spans[each] / 2 - bearings[each])) for each in order)
        if best is None or wrong < best[0] - 1e-9:
            best = (wrong, starts)
    return tuple(best[1]) if best else (), tuple(spans)


def _crowd(cells: Sequence[Cell], sector: int) -> float:
    """How much of the round a sector needs, by its most crowded ring; further out there is more room."""
    here = [cell.ring for cell in cells if cell.sector == sector]
    return max(0.8, *(here.count(ring) * part for ring, part in _ROOM_NEEDED.items()))


def turn_of(angle: float) -> float:
    """The same angle between minus and plus half a turn."""
    return (angle + pi) % (2 * pi) - pi


def crossings(rings: Rings) -> Iterator[tuple[Point, Point]]:
    """The lines between sectors, from the household's ring outwards; at the top one in the middle of the gap, where the names of
    the rings stand."""
    if len(rings.spans) < 2:
        return
    first = min(rings.starts, key=lambda start: (start + pi / 2) % (2 * pi))
    for start in rings.starts:
        bearing = -pi / 2 if start == first else start
        yield rings.at(1, 1, bearing), rings.at(3, 1, bearing)
