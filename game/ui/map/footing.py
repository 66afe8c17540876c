"""Where everybody stood when a map was last arranged, so that nobody changes places without need. Plain values; it measures
and draws nothing."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from game.ui.lru import Lru
from game.ui.map.camera import Point

Cell = tuple[int, int]
"""Column and line of a grid."""
_SHEETS = 16
"""Of so many sheets at one zoom step each it is remembered where people stood."""


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
    _sheets: Lru[Hashable, dict[tuple[str, bool], tuple[Stood, ...]]] = field(default_factory=lambda: Lru(_SHEETS))

    def of_place(self, sheet: Hashable, place: str) -> tuple[Stood, ...]:
        """How the people of a place stood, what is to be preferred first: in this turn, and when they had to give way in it."""
        return self._sheets.get(sheet, dict).get((place, False), ())

    def of_person(self, sheet: Hashable, person: str) -> Stood | None:
        """Where somebody stood who had stepped out of a crowd."""
        return next(iter(self._sheets.get(sheet, dict).get((person, True), ())), None)

    def keep(self, sheet: Hashable, id_: str, stood: Stood, *, alone: bool) -> None:
        """Remembers a row by its place, or one `alone` who has stepped out of it by his id."""
        rows = self._sheets.get(sheet, dict)
        first, *later = rows.get((id_, alone), ()) or (stood,)
        if alone or first.turn != stood.turn:
            rows[id_, alone] = (stood,)
        elif stood.is_at(first):
            rows[id_, alone] = (stood, *later)
        else:
            rows[id_, alone] = (first, stood)
