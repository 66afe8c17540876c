"""Finding room on a crowded sheet: what is taken, and the first or cheapest place that is still free."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import cos, pi, sin
from typing import TypeVar

from pygame import Rect

Spot = TypeVar("Spot")
NOWHERE = Rect(0, 0, 0, 0)


class Room:
    """The free room within `bounds`, in real pixels. What belongs to a point of `aside`, a part beside it, finds room there
    and nowhere else, so that nothing moves when that part is covered."""

    def __init__(self, bounds: Rect, aside: Rect = NOWHERE) -> None:
        self.bounds = bounds
        self._taken: list[Rect] = []
        self._words: list[Rect] = []
        self._aside = Room(aside)._sharing(self) if aside else None

    def _sharing(self, other: "Room") -> "Room":
        """The same bounds, with what is taken in another room taken here too."""
        self._taken, self._words = other._taken, other._words
        return self

    def at(self, point: tuple[float, float]) -> "Room":
        """The part in which what belongs to a point finds room."""
        return self._aside if self._aside is not None and self._aside.bounds.collidepoint(point) else self

    def take(self, *boxes: Rect) -> None:
        """Nothing else may lie here."""
        self._taken += boxes

    def write(self, *boxes: Rect) -> None:
        """Nothing else may lie here, and least of all what has to lie on something, as these are words."""
        self.take(*boxes)
        self._words += boxes

    def unreadable(self, boxes: Sequence[Rect]) -> int:
        """How many of these boxes leave the bounds or lie on words."""
        return sum(not self.bounds.contains(box) or box.collidelist(self._words) >= 0 for box in boxes)

    def crowding(self, box: Rect) -> int:
        """How many pixels of a box lie on what is taken; twice counts twice."""
        return sum(clip.w * clip.h for clip in (box.clip(taken) for taken in self._taken))

    def is_free(self, boxes: Sequence[Rect]) -> bool:
        """Whether all boxes lie within the bounds and on nothing that is taken."""
        return all(self.bounds.contains(box) and box.collidelist(self._taken) < 0 for box in boxes)

    def first(self, spots: Iterable[Spot], boxes: Callable[[Spot], Sequence[Rect]]) -> Spot | None:
        """The first spot whose boxes are all free."""
        return next((spot for spot in spots if self.is_free(boxes(spot))), None)


def ring_of_offsets(distances: Sequence[float], directions: int = 16) -> Iterator[tuple[float, float, float]]:
    """Offsets all round a point, nearest first: x, y and distance. They start to the right and alternate."""
    turns = sorted(range(directions), key=lambda turn: (min(turn, directions - turn), turn))
    for distance in distances:
        for turn in turns:
            angle = 2 * pi * turn / directions
            yield (cos(angle) * distance, sin(angle) * distance, distance)


def whole(point: tuple[float, float]) -> tuple[int, int]:
    """The nearest whole pixel."""
    return (round(point[0]), round(point[1]))
