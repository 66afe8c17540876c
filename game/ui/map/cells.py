"""The tiles of the plate as places: which of them a view touches, and where they lie in it. Only arithmetic."""

from collections.abc import Iterator
from dataclasses import dataclass

from pygame import Rect

from game.ui.map.camera import Camera
from game.ui.map.style import TILE, PlateStyle


@dataclass(frozen=True, slots=True)
class Cell:
    """A tile: its zoom step and its column and row. Column 0 and row 0 begin at plate point (0, 0)."""

    step: int
    column: int
    row: int

    @property
    def name(self) -> str:
        """What its picture is called on the shelf."""
        return f"{self.step}_{self.column}_{self.row}"


def step_scale(style: PlateStyle, step: int) -> float:
    """Real pixels for one plate unit at a zoom step."""
    return style.scales[step] * style.unit


def step_for(style: PlateStyle, k: float) -> int:
    """The largest zoom step that is no nearer than so many real pixels for a plate unit; the first if all are."""
    fitting = [step for step in range(len(style.scales)) if step_scale(style, step) <= k * 1.001]
    return fitting[-1] if fitting else 0


def is_step(style: PlateStyle, k: float) -> bool:
    """Whether so many real pixels for a plate unit are exactly those of one of the zoom steps."""
    return abs(k / step_scale(style, step_for(style, k)) - 1) < 1e-3


def cells_in(view: Rect, shown: Rect, camera: Camera, step: int) -> Iterator[Cell]:
    """The tiles that are seen in the shown part of a view at exactly this step, row by row."""
    left, top = first_pixel(view, camera)
    left, top = left + shown.x - view.x, top + shown.y - view.y
    for row in range(top // TILE, (top + shown.h - 1) // TILE + 1):
        for column in range(left // TILE, (left + shown.w - 1) // TILE + 1):
            yield Cell(step, column, row)


def corner_of(cell: Cell, view: Rect, camera: Camera) -> tuple[int, int]:
    """Where the upper left corner of a tile lies in a view at exactly its step."""
    left, top = first_pixel(view, camera)
    return (view.x + cell.column * TILE - left, view.y + cell.row * TILE - top)


def from_middle(cell: Cell, camera: Camera) -> float:
    """How far the middle of a tile is from the middle of the view, as a square; for sorting."""
    x, y = (cell.column + 0.5) * TILE - camera.x * camera.k, (cell.row + 0.5) * TILE + camera.y * camera.k
    return x * x + y * y


def first_pixel(rect: Rect, camera: Camera) -> tuple[int, int]:
    """The plate's pixel that is seen in the upper left corner of a view."""
    return (round(camera.x * camera.k - rect.w / 2), round(-camera.y * camera.k - rect.h / 2))
