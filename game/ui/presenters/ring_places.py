"""Where people lie on the second board: everybody in his ring and sector, moved apart until no name touches another. Only
arithmetic, in real pixels; the same people always lie in the same places."""

from collections.abc import Collection, Mapping, Sequence
from math import atan2, cos, hypot, pi, sin

from game.ui.presenters.ring_lines import Arena, Box, Cell, Point, Rings, turn_of

_ROUNDS = 90
_DEPTHS, _BEARINGS = 9, 96
"""How many places are tried across a ring and around it when somebody has to be given a free one."""
_CLEAR = 0.9
"""How much of a portrait's radius stays off the inner line of its ring."""
_FULL = 0.47
"""No more than this share of the paper can be covered before people no longer find room."""


def settle(cells: Sequence[Cell], arena: Arena, rings: Rings) -> Mapping[str, Point] | None:
    """The middle of everybody's portrait; nothing if there is not room for all."""
    free = arena.width * arena.height - sum((box[2] - box[0]) * (box[3] - box[1]) for box in arena.kept_clear)
    if sum(cell.size for cell in cells) + arena.old_man.size > free * _FULL:
        return None
    walls = (*arena.kept_clear, _box(arena.old_man, arena.centre))
    for slack in (0.0, 0.25):
        at = _first_places(cells, rings)
        for _number in range(_ROUNDS):
            moved = _push_apart(cells, at)
            moved |= _push_off(cells, at, walls)
            _hold(cells, at, arena, rings, slack)
            if not moved:
                return at
        seated = _reseat(cells, at, arena, rings, walls)
        if seated is not None:
            return seated
    return None


def settle_beside(cells: Sequence[Cell], arena: Arena, rings: Rings, before: Mapping[str, Point]) -> Mapping[str, Point] | None:
    """The middle of everybody's portrait, where those who lay somewhere `before` stay there, and everybody else gets a free place
    of his ring; nothing if there is none."""
    walls = (*arena.kept_clear, _box(arena.old_man, arena.centre))
    return _reseat(cells, {**_first_places(cells, rings), **before}, arena, rings, walls, before)


def _reseat(
    cells: Sequence[Cell], at: Mapping[str, Point], arena: Arena, rings: Rings, walls: Sequence[Box],
    first: Collection[str] = (),
) -> dict[str, Point] | None:  # fmt: skip
    """Where pushing comes to no rest: whoever still touches somebody is given the nearest free place of his ring. Whose places
    count `first` are seated before anybody else."""
    seated: dict[str, Point] = {}
    taken = list(walls)
    standing: list[Cell] = []
    for cell in sorted(cells, key=lambda each: (each.id not in first, -each.size)):
        box = _box(cell, at[cell.id])
        if _inside(box, arena) and not any(_touch(box, other) for other in taken):
            seated[cell.id] = at[cell.id]
            taken.append(box)
        else:
            standing.append(cell)
    for cell in standing:
        for place in _free_places(cell, at[cell.id], rings):
            box = _box(cell, place)
            if _inside(box, arena) and not any(_touch(box, other) for other in taken):
                seated[cell.id] = place
                taken.append(box)
                break
        else:
            return None
    return seated


def _free_places(cell: Cell, wish: Point, rings: Rings) -> list[Point]:
    """Places of a ring, in one's own sector first, the nearest first."""
    low, high = (0.35, 1.0) if cell.ring == 1 else (0.1, 1.0) if cell.ring < 4 else (0.1, 3.0)
    found: list[tuple[bool, float, Point]] = []
    for depth in range(_DEPTHS):
        for step in range(_BEARINGS):
            bearing = step * 2 * pi / _BEARINGS
            place = _in_band(*rings.at(cell.ring, low + (high - low) * depth / (_DEPTHS - 1), bearing), rings, cell)
            off = abs(turn_of(bearing - rings.middle(cell.sector))) > rings.spans[cell.sector] / 2
            away = hypot(place[0] - wish[0], place[1] - wish[1])
            found.append((off and cell.ring > 1, away, place))
    return [place for _off, _away, place in sorted(found)]


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _inside(box: Box, arena: Arena) -> bool:
    edge = arena.margin - 0.5
    return box[0] >= edge and box[1] >= edge and box[2] <= arena.width - edge and box[3] <= arena.height - edge


def _first_places(cells: Sequence[Cell], rings: Rings) -> dict[str, Point]:
    """Everybody in the middle of his ring's band, evenly over his sector; the household all round."""
    places: dict[str, Point] = {}
    for ring in sorted({cell.ring for cell in cells}):
        inside = [cell for cell in cells if cell.ring == ring]
        if ring == 1:
            for index, cell in enumerate(inside):
                places[cell.id] = rings.at(1, 0.72, (index + 0.5) * 2 * pi / len(inside) - pi / 2)
            continue
        for sector in sorted({cell.sector for cell in inside}):
            row = [cell for cell in inside if cell.sector == sector]
            for index, cell in enumerate(row):
                bearing = rings.starts[sector] + rings.spans[sector] * (index + 0.5) / len(row)
                depth = 0.55 if len(row) < 4 else (0.35, 0.7)[index % 2]
                places[cell.id] = rings.at(ring, depth, bearing)
    return places


def _box(cell: Cell, at: Point) -> Box:
    return (at[0] - cell.half, at[1] - cell.above, at[0] + cell.half, at[1] + cell.below)


def _push_apart(cells: Sequence[Cell], at: dict[str, Point]) -> bool:
    """Moves every two who touch apart by half, along the shorter way. Whether anybody touched."""
    moved = False
    ranks = sorted(cells, key=lambda cell: at[cell.id])
    widest = max(cell.half for cell in cells) if cells else 0.0
    for index, one in enumerate(ranks):
        for other in ranks[index + 1 :]:
            first, second = at[one.id], at[other.id]
            if second[0] - first[0] > one.half + widest + 1 and second[0] >= first[0]:
                break
            across = one.half + other.half - abs(first[0] - second[0])
            if across > 0:  # asked a million times, so asked here
                moved |= _part(one, other, first, second, across, at)
    return moved


def _part(one: Cell, other: Cell, first: Point, second: Point, across: float, at: dict[str, Point]) -> bool:
    """Moves two apart who share so much of the width, if they share some height as well."""
    upper, lower = (one, other) if first[1] <= second[1] else (other, one)
    down = upper.below + lower.above - abs(first[1] - second[1])
    if down <= 0:
        return False
    if across < down:
        step = (across / 2 + 0.6) * (-1 if first[0] < second[0] else 1)
        at[one.id], at[other.id] = (first[0] + step, first[1]), (second[0] - step, second[1])
    else:
        step = (down / 2 + 0.6) * (-1 if first[1] <= second[1] else 1)
        at[one.id], at[other.id] = (first[0], first[1] + step), (second[0], second[1] - step)
    return True


def _push_off(cells: Sequence[Cell], at: dict[str, Point], walls: Sequence[Box]) -> bool:
    moved = False
    for cell in cells:
        box = _box(cell, at[cell.id])
        for wall in walls:
            if _touch(box, wall):
                moved = True
                at[cell.id] = _off(at[cell.id], box, wall)
                box = _box(cell, at[cell.id])
    return moved


def _off(at: Point, box: Box, wall: Box) -> Point:
    """Where somebody comes who is pushed off a wall the shortest way."""
    ways = (wall[0] - box[2], wall[2] - box[0], wall[1] - box[3], wall[3] - box[1])
    shortest = min(ways, key=abs)
    push = shortest + (0.6 if shortest > 0 else -0.6)
    return (at[0] + push, at[1]) if shortest in ways[:2] else (at[0], at[1] + push)


def _hold(cells: Sequence[Cell], at: dict[str, Point], arena: Arena, rings: Rings, slack: float) -> None:
    """Brings everybody back into his ring, his sector and onto the paper."""
    for cell in cells:
        x, y = at[cell.id]
        if cell.ring > 1 and len(rings.spans) > 1:
            x, y = _in_sector(x, y, rings, cell.sector, slack)
        x, y = _in_band(x, y, rings, cell)
        x = min(max(x, arena.margin + cell.half), arena.width - arena.margin - cell.half)
        y = min(max(y, arena.margin + cell.above), arena.height - arena.margin - cell.below)
        at[cell.id] = (x, y)


def _in_sector(x: float, y: float, rings: Rings, sector: int, slack: float) -> Point:
    dx, dy = x - rings.centre[0], y - rings.centre[1]
    rx, ry = rings.axes[-1]
    bearing, far = atan2(dy / ry, dx / rx), hypot(dx / rx, dy / ry)
    off = turn_of(bearing - rings.middle(sector))
    most = max(0.0, rings.spans[sector] / 2 - 0.04 + slack)
    if abs(off) <= most:
        return x, y
    bearing = rings.middle(sector) + (most if off > 0 else -most)
    return rings.centre[0] + rx * far * cos(bearing), rings.centre[1] + ry * far * sin(bearing)


def _in_band(x: float, y: float, rings: Rings, cell: Cell) -> Point:
    """Between the lines of the rings; a portrait may lie across its ring's outer line but not across the inner one."""
    dx, dy = x - rings.centre[0], y - rings.centre[1]
    index = cell.ring - 1
    if cell.ring < 4:
        outer = hypot(dx / rings.axes[index][0], dy / rings.axes[index][1])
        if outer > 1:
            dx, dy = dx / outer, dy / outer
    if index > 0:
        clear = cell.core * _CLEAR
        rx, ry = rings.axes[index - 1][0] + clear, rings.axes[index - 1][1] + clear
        inner = hypot(dx / rx, dy / ry)
        if 0 < inner < 1:
            dx, dy = dx / inner, dy / inner
    return rings.centre[0] + dx, rings.centre[1] + dy


def strays(cells: Sequence[Cell], places: Mapping[str, Point], rings: Rings) -> int:
    """How many stand in another sector than their own for want of room; the household has none."""
    return sum(1 for cell in cells if cell.ring > 1 and _in_sector(*places[cell.id], rings, cell.sector, 0.06) != places[cell.id])
