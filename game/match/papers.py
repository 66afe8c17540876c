"""What lies on the desk beside the game itself and is kept with it: unsealed orders, the map as it lay, PINs, letters by mail.

Plain frozen values. Nothing of this changes how a turn comes out.
"""

from dataclasses import dataclass, replace

from game.match.correspondence import Correspondence
from game.rules.nouns import Side
from game.rules.orders import Order


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """A side's PIN, salted and hashed (see `game.match.pins`).

    `forced` is the turn in which its desk was last opened without the PIN, 0 once the side has been told.
    """

    salt: str
    hash: str
    forced: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a sheet of the map was looked at: its id, empty for the world; the zoom step, from 0; and the point in the middle, in
    the sheet's own units. Whoever reads it must bear what no sheet has."""

    sheet: str = ""
    step: int = 0
    at: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Whose seat it is in a row on the map, the cell of the row's grid, and on which side his name is written; empty for none."""

    who: str
    cell: tuple[int, int]
    side: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """How the people of a place, or one who stood `alone`, were seated on a sheet of the map at a scale, in which turn: on a grid
    whose first cell and pitch are in real pixels. Where the sheet is shown otherwise, nothing follows from it."""

    sheet: str
    scale: float
    of: str
    alone: bool
    turn: int
    first: tuple[float, float]
    pitch: tuple[float, float]
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """Who lay where on the second board, in which ring and part of the world."""

    who: str
    ring: int
    sector: int
    at: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """How the second board lay in a `window`, which is told apart from others by its words: paper, lines and portraits in real
    pixels, and for how many people it was first laid. Whoever reads it must bear what no board has."""

    window: str
    size: tuple[int, int]
    tall: bool
    sectors: tuple[str, ...]
    laid_for: int
    radius: int
    centre: tuple[float, float]
    axes: tuple[tuple[float, float], ...]
    starts: tuple[float, ...]
    spans: tuple[float, ...]
    portraits: tuple[Portrait, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SidePapers:
    """One side's papers: the orders it is writing and has not sealed, its lock if two share a desk, the number of the last
    turn of which it has seen what came of it, the sheets on its map, the uppermost last, none until it has looked, where
    people stood on them, and its second board as it lay last."""

    draft: tuple[Order, ...] = ()
    lock: Lock | None = None
    heard: int = 0
    looks: tuple[Look, ...] = ()
    rows: tuple[Row, ...] = ()
    board: Board | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """All papers of one game. `game` is a name that no other game has; empty in saves from before there were names."""

    game: str = ""
    center: SidePapers = SidePapers()
    circle: SidePapers = SidePapers()
    mail: Correspondence | None = None

    def of(self, side: Side) -> SidePapers:
        """The papers of a side."""
        return self.center if side is Side.CENTER else self.circle

    def with_side(self, side: Side, papers: SidePapers) -> "Papers":
        """The same with other papers of a side."""
        return replace(self, center=papers) if side is Side.CENTER else replace(self, circle=papers)
