"""Finds room for people: in rows beside their places, with names or closer together without, and as counts where there is
room for neither. It measures with the painter and draws nothing."""

from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import hypot, inf

from pygame import Rect

from game.ui.map.captions import Side, Written, caption_at, written_beside
from game.ui.map.footing import Cell, Grid
from game.ui.map.keeping import hidden_by, kept_alone, kept_row, kept_rows
from game.ui.map.model import Token
from game.ui.map.placed import PlacedRow, PlacedToken, Scene
from game.ui.map.room import Room, ring_of_offsets
from game.ui.map.seats import SIDES, all_free, take_row
from game.ui.map.tokens import token_size
from game.ui.painter import Painter, Point

_CROWD = 4
"""So many people at one place are shown as a count, until closer in."""
_WIDEST_ROW = 0.42
"""The share of the map's width that a row with names may take; two lines of people count half."""
_LONGEST_ROW, _LONGEST_TWO = 3, 8
"""More people than these stand in two rows, and in three."""
_ROW_DISTANCES = (58.0, 74.0, 94.0, 120.0, 152.0, 190.0)
_NEAR = 94.0
"""How far from its place a row stands at most, if there is any other way: rather without names, or as a count."""
_FURTHEST = 210.0
"""How far from his place anybody of a row stands: who is farther away is taken for somebody of another town."""


@dataclass(slots=True)
class _Spot:
    """One way to lay a row: how far from its place, and a box for each on a cell of a grid."""

    distance: float
    boxes: list[Rect]
    grid: Grid
    cells: Sequence[Cell]

    def row(
        self, painter: Painter, place: str, origin: Point, crowds: Sequence[tuple[Token, ...]],
        written: Sequence[Written | None], side: Side = "below", *, alone: bool = False,
    ) -> PlacedRow:  # fmt: skip
        """The row, with the captions that are written on one side of their tokens."""
        tokens = tuple(
            PlacedToken(crowd=crowd, box=box, caption=caption_at(painter, lines, box, side) if lines else None)
            for crowd, lines, box in zip(crowds, written, self.boxes, strict=True)
        )
        return PlacedRow(place=place, origin=origin, tokens=tokens, grid=self.grid, cells=tuple(self.cells), alone=alone)


def rows_that_stay(painter: Painter, scene: Scene, room: Room) -> list[PlacedRow]:
    """The rows of places at which all who were there before can stay where they stood. They are laid before anything else
    that is new, so that nobody has to make room for it."""
    places = [(place, next(_ways_to_show(scene, tokens))) for place, tokens in _people(scene, room)]
    return kept_rows(painter, scene, room, places)


def rows_of_people(painter: Painter, scene: Scene, room: Room, staying: Collection[str]) -> Iterator[PlacedRow | None]:
    """Everybody else on the map, place by place, the most important first: rows, with nothing in between for a breath. The
    rows of places that are `staying` lie there already."""
    for place, tokens in _people(scene, room):
        if place not in staying:
            yield from _row(painter, scene, room.at(scene.points[place]), place, tokens)


def _people(scene: Scene, room: Room) -> list[tuple[str, list[Token]]]:
    """Who is to be shown at which place, the most important first."""
    here = [token for token in scene.model.tokens if "last_seen" in scene.layers or not token.last_seen]
    here = [token for token in here if room.at(scene.points[token.place]).bounds.collidepoint(scene.points[token.place])]
    by_place = [(place, sorted(group, key=_importance)) for place, group in groupby(sorted(here, key=_place), _place)]
    return sorted(by_place, key=lambda item: _importance(item[1][0]))


def stepping_out(
    painter: Painter, scene: Scene, room: Room, rows: Sequence[PlacedRow], *, where_he_stood: bool = False
) -> list[PlacedRow]:
    """The rows once whoever is selected has left the crowd that he was counted in and stands beside it; nobody else moves.
    `where_he_stood`: only if he did before and can do so again."""
    found = ((row, placed) for row in rows for placed in row.tokens if len(placed.crowd) > 1)
    for row, crowd in found:
        selected = next((token for token in crowd.crowd if token.selected), None)
        if selected is not None:
            part, origin = room.at(row.origin), crowd.box.center
            beside = kept_alone(painter, scene, part, row.place, origin, selected)
            if beside is None and not where_he_stood:
                beside = _alone(painter, scene, part, row.place, origin, selected)
            if beside is None:
                return list(rows)
            left = replace(crowd, crowd=tuple(token for token in crowd.crowd if token is not selected))
            without = replace(row, tokens=tuple(left if placed is crowd else placed for placed in row.tokens))
            return [*(without if each is row else each for each in rows), beside]
    return list(rows)


def _alone(painter: Painter, scene: Scene, room: Room, place: str, origin: Point, token: Token) -> PlacedRow:
    """One token on the nearest free spot about a point, with its name if there is room for it; else over others."""
    for written in (written_beside(painter, token), None):
        for spot in _row_spots(painter, origin, (token,), (written,)):
            side = next((each for each in SIDES if all_free(painter, room, (written,), spot.boxes, each)), None)
            if side is not None:
                return _taken(room, spot.row(painter, place, origin, ((token,),), (written,), side, alone=True))
    spot = _least_hidden(painter, scene, room, _row_spots(painter, origin, (token,), (None,)))
    return _taken(room, spot.row(painter, place, origin, ((token,),), (None,), alone=True))


def _place(token: Token) -> str:
    return token.place


def _importance(token: Token) -> tuple[bool, bool, str]:
    """Who is selected makes no difference: nobody changes places because a sheet is opened."""
    return (token.shape != "old_man", token.last_seen or token.lost, token.id)


def _row(painter: Painter, scene: Scene, room: Room, place: str, tokens: Sequence[Token]) -> Iterator[PlacedRow | None]:
    """The people of one place, on the cheapest free spot: near, and over water rather than land. The most important
    one is next to the place. Where there is no room for names, closer together without them; then as counts; where there is
    none at all, over others, but not over words if that can be helped. Whoever finds no room beside the paper under which his
    place lies is out of sight with it."""
    ways = list(_ways_to_show(scene, tokens))
    tries = ((ways, (0.0, _NEAR, _FURTHEST)), (ways[-1:], (_NEAR, inf, _FURTHEST)), (ways, (0.0, inf, inf)))
    for shown, reach in tries:
        for crowds in shown:
            named = [written_beside(painter, crowd[0]) if len(crowd) == 1 else None for crowd in crowds]
            nameless: list[Written | None] = [None] * len(crowds)
            wide = max((words.size[0] for words in named if words is not None), default=0) * len(crowds)
            for written in (named, nameless) if wide <= 2 * _WIDEST_ROW * scene.safe.w else (nameless,):
                kept = kept_row(painter, scene, room, place, crowds) if written is nameless and shown is ways else None
                placed = kept or (yield from _placed_row(painter, scene, room, place, crowds, written, reach))
                if placed is not None:
                    yield placed if placed is kept else _taken(room, placed)
                    return
    origin, crowds = scene.points[place], _counted(tokens) if len(tokens) >= _CROWD else [(token,) for token in tokens]
    unnamed: list[Written | None] = [None] * len(crowds)
    spot = _least_hidden(painter, scene, room, _row_spots(painter, origin, [crowd[0] for crowd in crowds], unnamed))
    if any(paper.collidepoint(origin) and paper.collidelist(spot.boxes) >= 0 for paper in scene.covered):
        return
    kept = kept_row(painter, scene, room, place, crowds, over=hidden_by(room, spot.boxes))
    yield kept or _taken(room, spot.row(painter, place, origin, crowds, unnamed))


def _placed_row(
    painter: Painter, scene: Scene, room: Room, place: str, crowds: Sequence[tuple[Token, ...]],
    written: Sequence[Written | None], reach: tuple[float, float, float],
) -> Generator[None, None, PlacedRow | None]:  # fmt: skip
    """The cheapest free spot for a row, or nothing; takes a breath now and then. In `reach`: how far from the place the row is
    more than, and at most, and how far anybody of it may be, in design pixels."""
    spots: list[_Spot] = []
    origin, (least, most, furthest) = scene.points[place], (bound * painter.theme.unit for bound in reach)
    for spot in _row_spots(painter, origin, [crowd[0] for crowd in crowds], written):
        in_reach = least < spot.distance <= max(most, painter.px(_ROW_DISTANCES[0]))
        if in_reach and all(hypot(box.centerx - origin[0], box.centery - origin[1]) <= furthest for box in spot.boxes):
            spots.append(spot)
        if len(spots) % 16 == 0:
            yield
    sides: tuple[Side, ...] = SIDES if len(crowds) == 1 else ("below",)
    found: tuple[_Spot, Side] | None = None
    cheapest = inf
    for index, spot in enumerate(spots):
        if spot.distance >= cheapest:
            break
        for dearer, side in enumerate(sides):
            if all_free(painter, room, written, spot.boxes, side):
                cost = spot.distance + _cost(painter, scene, spot.boxes) + dearer * painter.px(3)
                if cost < cheapest:
                    found, cheapest = (spot, side), cost
        if index % 8 == 7:
            yield
    return found[0].row(painter, place, scene.points[place], crowds, written, found[1]) if found is not None else None


def _least_hidden(painter: Painter, scene: Scene, room: Room, spots: Iterable[_Spot]) -> _Spot:
    """Where there is no room at all: the spot on which the least is hidden."""
    return min(spots, key=lambda spot: (room.unreadable(spot.boxes), spot.distance + _cost(painter, scene, spot.boxes)))


def _taken(room: Room, row: PlacedRow) -> PlacedRow:
    take_row(room, row.tokens)
    return row


def _ways_to_show(scene: Scene, tokens: Sequence[Token]) -> Iterator[list[tuple[Token, ...]]]:
    """Who stands for whom: one token alone, or the first of several for them all. Closer in everybody stands alone, if
    there is room."""
    if len(tokens) < _CROWD or scene.step > 0:
        yield [(token,) for token in tokens]
    if len(tokens) >= _CROWD:
        yield _counted(tokens)


def _counted(tokens: Sequence[Token]) -> list[tuple[Token, ...]]:
    """Crowds as counts, which never mix the sides; the Old Man stands alone."""
    alone = [token for token in tokens if token.shape == "old_man"]
    crowds = [
        tuple(token for token in tokens if token not in alone and (token.shape == "circle") == round_ones)
        for round_ones in (False, True)
    ]
    return [*((token,) for token in alone), *(crowd for crowd in crowds if crowd)]


def _row_spots(painter: Painter, origin: Point, first: Sequence[Token], written: Sequence[Written | None]) -> Iterator[_Spot]:
    """Every way to lay the people beside their place, the nearest first."""
    sizes = [token_size(painter, token) for token in first]
    captions = [words.size for words in written if words is not None]
    lines = 1 if len(first) <= _LONGEST_ROW else 2 if len(first) <= _LONGEST_TWO else 3
    columns = -(-len(first) // lines)
    widest = max((wide for wide, _ in captions), default=0) if len(first) > 1 else 0
    apart = max(painter.px(60), max(sizes) + painter.px(8), widest + painter.px(8))
    below = max(sizes) + max((high for _, high in captions), default=0) + painter.px(18)
    half = apart * (columns - 1) / 2
    cells = [(index % columns, index // columns) for index in range(len(sizes))]
    for dx, dy, distance in ring_of_offsets([painter.px(reach) for reach in _ROW_DISTANCES]):
        along, down = (1 if dx >= 0 else -1), (1 if dy >= 0 else -1)
        grid = Grid(first=(dx * (1 + half / distance) - along * half, dy), pitch=(along * apart, down * below))
        boxes: list[Rect] = []
        for cell, size in zip(cells, sizes, strict=True):
            box = Rect(0, 0, size, size)
            box.center = grid.at(origin, cell)
            boxes.append(box)
        yield _Spot(distance, boxes, grid, cells)


def _cost(painter: Painter, scene: Scene, boxes: Sequence[Rect]) -> float:
    """What it costs to hide land, or a journey that was made; one that is being planned moves nobody."""
    corners = (point for box in boxes for point in (box.topleft, box.bottomright, box.center))
    hidden = sum(not scene.is_water(point) for point in corners)
    made = [way for journey, way in zip(scene.model.journeys, scene.ways, strict=True) if journey.made]
    crossed = sum(box.collidepoint(point) for box in boxes for way in made for point in way)
    return hidden / len(boxes) * painter.px(24) + crossed * painter.px(16)
