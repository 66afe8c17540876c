"""Where everybody stood when a map was last arranged, so that nobody changes places without need. Plain values; it measures
and draws nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from game.match.papers import Row, Seat
from game.ui.lru import Lru
from game.ui.map.camera import Point

Cell = tuple[int, int]
"""Column and line of a grid."""
Sheet = tuple[str, float]
"""A sheet of the map, empty for the world, and real pixels for one of its units."""
_SHEETS = 16
"""Of so many sheets at one zoom step each it is remembered where people stood."""
_KEPT_SHEETS = 6
"""So many of them, those looked at last, are kept with the game."""
_MOST_CELLS = 64
"""No row that was ever laid has as many columns or lines: what a file says beyond that is not believed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The grid on which people stand: how far its first cell lies from their place, and how far apart columns and lines are,
    in real pixels; negative where it grows to the left or upwards."""

    first: Point
    pitch: Point

    def at(self, origin: Point, cell: Cell) -> tuple[int, int]:
        """The pixel on which whoever has a cell stands, if his place is at `origin`."""
        column, line = cell
        x, y = origin[0] + self.first[0] + column * self.pitch[0], origin[1] + self.first[1] + line * self.pitch[1]
        return (round(x), round(y))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """Who stood on which cell of a grid, on which side his caption was, if he had one, and in which turn."""

    turn: int
    grid: Grid
    cells: Mapping[str, Cell]
    sides: Mapping[str, str | None]

    def is_at(self, other: "Stood") -> bool:
        """Whether people stand on the grid on which they did, and with names if they had some."""
        return self.grid == other.grid and any(self.sides.values()) >= any(other.sides.values())


@dataclass(slots=True)
class Footing:
    """What is remembered of one side's map, for each sheet and zoom step: rows by the id of their place, and whoever stepped
    out of a crowd by his own. It belongs to one side, since where one stands depends on all whom one sees. Within a `turn` nobody
    moves but where the map is moved under a paper or out of sight, and whoever had to give way then comes back with the map; from
    one turn to the next, people move only where much has changed."""

    turn: int = 0
    _sheets: Lru[Sheet, dict[tuple[str, bool], tuple[Stood, ...]]] = field(default_factory=lambda: Lru(_SHEETS))

    def of_place(self, sheet: Sheet, place: str) -> tuple[Stood, ...]:
        """How the people of a place stood, what is to be preferred first: in this turn, and when they had to give way in it."""
        return self._sheets.get(sheet, dict).get((place, False), ())

    def of_person(self, sheet: Sheet, person: str) -> Stood | None:
        """Where somebody stood who had stepped out of a crowd."""
        return next(iter(self._sheets.get(sheet, dict).get((person, True), ())), None)

    def keep(self, sheet: Sheet, id_: str, stood: Stood, *, alone: bool) -> None:
        """Remembers a row by its place, or one `alone` who has stepped out of it by his id."""
        rows = self._sheets.get(sheet, dict)
        first, *later = rows.get((id_, alone), ()) or (stood,)
        if alone or first.turn != stood.turn:
            rows[id_, alone] = (stood,)
        elif stood.is_at(first):
            rows[id_, alone] = (stood, *later)
        else:
            rows[id_, alone] = (first, stood)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All that is remembered of the sheets that were looked at last, for the papers of a game."""
        return tuple(
            _as_row(sheet, of, alone, stood)
            for sheet, rows in self._sheets.items()[-_KEPT_SHEETS:]
            for (of, alone), ways in rows.items()
            for stood in ways
        )

    def stand_again(self, rows: Iterable[Row]) -> None:
        """Remembers what an earlier window did."""
        for row in rows:
            if row.seats and all(0 <= part < _MOST_CELLS for seat in row.seats for part in seat.cell):
                kept = self._sheets.get((row.sheet, row.scale), dict)
                kept[row.of, row.alone] = (*kept.get((row.of, row.alone), ()), _as_stood(row))


def _as_row(sheet: Sheet, of: str, alone: bool, stood: Stood) -> Row:
    seats = tuple(Seat(who=who, cell=cell, side=stood.sides[who] or "") for who, cell in stood.cells.items())
    return Row(
        sheet=sheet[0], scale=sheet[1], of=of, alone=alone, turn=stood.turn,
        first=stood.grid.first, pitch=stood.grid.pitch, seats=seats,
    )  # fmt: skip


def _as_stood(row: Row) -> Stood:
    return Stood(
        turn=row.turn,
        grid=Grid(first=row.first, pitch=row.pitch),
        cells={seat.who: seat.cell for seat in row.seats},
        sides={seat.who: seat.side or None for seat in row.seats},
    )
