"""Lets people stay where they stood when the map was last arranged: whoever was there keeps his cell of the grid, whoever comes
gets a free one beside them, and whoever leaves makes nobody close up. It draws nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot

from pygame import Rect

from game.ui.map.captions import Side, Written, caption_at, written_beside
from game.ui.map.footing import Cell, Stood
from game.ui.map.model import Token
from game.ui.map.placed import PlacedRow, PlacedToken, Scene, crowd_key
from game.ui.map.room import Room
from game.ui.map.seats import SIDES, is_free, take_row
from game.ui.map.tokens import token_size
from game.ui.painter import Painter, Point

Crowd = tuple[Token, ...]

_SPARSE = 2
"""A row in which not one of so many cells is taken any more is laid anew."""
_ROOMY = 0.76
"""The share of the map's width that names may take, over all lines, if people who had none are laid anew with them. It is less
than a row with names may take, so that one who comes and goes does not change all."""


def kept_rows(painter: Painter, scene: Scene, room: Room, places: Sequence[tuple[str, Sequence[Crowd]]]) -> list[PlacedRow]:
    """Of some places the rows in which all who were there before can stay where they stood, and newcomers find room beside them.
    Nobody's place is given to anybody else's newcomer. Takes the room that they need."""
    taken: list[Room] = []
    standing: list[tuple[str, Sequence[Crowd], _Seating]] = []
    for place, crowds in places:
        for seating in _seatings(painter, scene, room, place, crowds, taken):
            if not _may_have_names(painter, scene, seating.stood, crowds) and seating.seat_again(crowds):
                standing.append((place, crowds, seating))
                break
            seating.leave()
    rows: list[PlacedRow] = []
    for place, crowds, seating in standing:
        if seating.seat_newcomers(crowds):
            rows.append(seating.row(place))
        else:
            seating.leave()
    for row in rows:
        take_row(room, row.tokens)
    return rows


def kept_row(
    painter: Painter, scene: Scene, room: Room, place: str, crowds: Sequence[Crowd], over: tuple[int, int] | None = None
) -> PlacedRow | None:
    """The row of one place, as `kept_rows` has it, if everything else lies already. Where there is no room for all, they may
    stay without their names `over` other things, if that hides no more than what `hidden_by` has said of another spot."""
    for seating in _seatings(painter, scene, room, place, crowds, []):
        if seating.seat_again(crowds, anyway=over is not None) and seating.seat_newcomers(crowds):
            row = seating.row(place)
            if over is None or hidden_by(room, [token.box for token in row.tokens]) <= over:
                take_row(room, row.tokens)
                return row
        seating.leave()
    return None


def hidden_by(room: Room, boxes: Sequence[Rect]) -> tuple[int, int]:
    """How much that should be read is hidden by boxes, and then how much of anything."""
    return room.unreadable(boxes), sum(room.crowding(box) for box in boxes)


def kept_alone(painter: Painter, scene: Scene, room: Room, place: str, origin: Point, token: Token) -> PlacedRow | None:
    """Somebody who steps out of a crowd again, where he stood when he last did; nothing where there is no room."""
    footing = scene.model.footing
    stood = footing.of_person(scene.sheet, token.id) if footing is not None else None
    if stood is None:
        return None
    seating = _Seating(painter, room, origin, stood, [])
    if not seating.seat_again([(token,)]):
        return None
    row = seating.row(place, alone=True)
    take_row(room, row.tokens)
    return row


def remember(scene: Scene, rows: Sequence[PlacedRow]) -> None:
    """Keeps in mind where everybody stands, for the next time, if the model has a footing."""
    footing = scene.model.footing
    if footing is None:
        return
    for row in rows:
        stood = Stood(
            grid=row.grid,
            cells={token.key: cell for token, cell in zip(row.tokens, row.cells, strict=True)},
            turn=footing.turn,
            sides={token.key: token.caption.side if token.caption is not None else None for token in row.tokens},
        )
        footing.keep(scene.sheet, row.tokens[0].key if row.alone else row.place, stood, alone=row.alone)


def _seatings(
    painter: Painter, scene: Scene, room: Room, place: str, crowds: Sequence[Crowd], taken: list[Room]
) -> "Iterator[_Seating]":
    """The row of a place, still empty, in every way in which it may stay, what is to be preferred first. `taken` is the room of
    other such rows."""
    footing, origin = scene.model.footing, scene.points[place]
    for stood in footing.of_place(scene.sheet, place) if footing is not None else ():
        columns, lines = (max(cell[axis] for cell in stood.cells.values()) + 1 for axis in (0, 1))
        sparse = footing is not None and stood.turn != footing.turn and columns * lines > _SPARSE * len(crowds)
        if not sparse and any(crowd_key(crowd) in stood.cells for crowd in crowds):
            yield _Seating(painter, room.at(origin), origin, stood, taken)


def _may_have_names(painter: Painter, scene: Scene, stood: Stood, crowds: Sequence[Crowd]) -> bool:
    """Whether those who stood there without names are so few in a new turn that there may be room for them."""
    footing = scene.model.footing
    if footing is None or stood.turn == footing.turn or any(stood.sides.values()) or any(len(crowd) > 1 for crowd in crowds):
        return False
    return len(crowds) * max(written_beside(painter, crowd[0]).size[0] for crowd in crowds) < _ROOMY * scene.safe.w


@dataclass
class _Seating:
    """One row as it fills again, cell by cell. `taken` is the room of all rows that fill at the same time."""

    painter: Painter
    room: Room
    origin: Point
    stood: Stood
    taken: list[Room]

    def __post_init__(self) -> None:
        self._seated: list[tuple[Cell, PlacedToken]] = []
        self._own = Room(self.painter.rect)
        self._named = any(self.stood.sides.values())
        self.taken.append(self._own)

    def leave(self) -> None:
        """Gives all its room back."""
        self.taken.remove(self._own)

    def seat_again(self, crowds: Sequence[Crowd], *, anyway: bool = False) -> bool:
        """Seats all who were there where they were; whether there is room, or they are seated `anyway`."""
        return all(self._seat_one_again(crowd, anyway) for crowd in crowds if crowd_key(crowd) in self.stood.cells)

    def _seat_one_again(self, crowd: Crowd, anyway: bool) -> bool:
        key = crowd_key(crowd)
        side = next((each for each in SIDES if each == self.stood.sides[key] and not anyway), None)
        return self._seat(crowd, self.stood.cells[key], (side,), anyway=anyway)

    def seat_newcomers(self, crowds: Sequence[Crowd]) -> bool:
        """Seats all who were not there on the nearest free cells; whether there is room."""
        return all(self._seat_newcomer(crowd) for crowd in crowds if crowd_key(crowd) not in self.stood.cells)

    def _seat_newcomer(self, crowd: Crowd) -> bool:
        taken = {cell for cell, _ in self._seated}
        sides: tuple[Side | None, ...] = ("below", "right", "left") if self._named and len(crowd) == 1 else (None,)
        return any(self._seat(crowd, cell, sides) for cell in self._cells() if cell not in taken)

    def row(self, place: str, *, alone: bool = False) -> PlacedRow:
        """The row as it has been filled, along the lines of the grid."""
        seated = sorted(self._seated, key=lambda each: (each[0][1], each[0][0]))
        return PlacedRow(
            place=place, origin=self.origin, tokens=tuple(token for _, token in seated), grid=self.stood.grid,
            cells=tuple(cell for cell, _ in seated), alone=alone,
        )  # fmt: skip

    def _cells(self) -> Iterator[Cell]:
        """The cells of the grid and those next to it, the nearest to the place first."""
        columns, lines = (max(cell[axis] for cell in self.stood.cells.values()) for axis in (0, 1))
        cells = [(column, line) for column in range(-1, columns + 2) for line in range(-1, lines + 2)]

        def far(cell: Cell) -> float:
            x, y = self.stood.grid.at((0.0, 0.0), cell)
            return hypot(x, y)

        return iter(sorted(cells, key=far))

    def _seat(self, crowd: Crowd, cell: Cell, sides: Sequence[Side | None], *, anyway: bool = False) -> bool:
        size = token_size(self.painter, crowd[0])
        box = Rect(0, 0, size, size)
        box.center = self.stood.grid.at(self.origin, cell)
        for side in sides:
            written = written_beside(self.painter, crowd[0]) if side is not None else None
            if anyway or self._fits(written, box, side or "below"):
                caption = caption_at(self.painter, written, box, side) if written is not None and side is not None else None
                placed = PlacedToken(crowd=crowd, box=box, caption=caption)
                self._seated.append((cell, placed))
                take_row(self._own, (placed,))
                return True
        return False

    def _fits(self, written: Written | None, box: Rect, side: Side) -> bool:
        """Whether there is room beside all else and among the row itself."""
        return all(is_free(self.painter, part, written, box, side) for part in (self.room, *self.taken))
