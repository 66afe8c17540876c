"""Room on the map: places that fall on one spot are gathered, and nothing is laid over what lies there already."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import dist

from pygame import Rect

from game.ui.painter import Point
from game.ui.presenters.atlas import PlaceMark


@dataclass(frozen=True, slots=True)
class Cluster:
    """Places that lie so close together that only the first shows its sign."""

    places: tuple[PlaceMark, ...]
    at: Point

    @property
    def main(self) -> PlaceMark:
        """The place whose sign and name stand for all."""
        return self.places[0]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all places in it."""
        return frozenset(place.id for place in self.places)


def gather(places: Sequence[PlaceMark], at: Callable[[PlaceMark], Point], reach: float) -> list[Cluster]:
    """Gathers places nearer to each other than `reach` pixels round the most important of them."""
    clusters: list[Cluster] = []
    for place in sorted(places, key=lambda place: (place.rank, place.id)):
        point = at(place)
        near = next((index for index, cluster in enumerate(clusters) if dist(cluster.at, point) < reach), None)
        if near is None:
            clusters.append(Cluster((place,), point))
        else:
            clusters[near] = Cluster((*clusters[near].places, place), clusters[near].at)
    return clusters


@dataclass(slots=True)
class Room:
    """What of the map is taken already."""

    rect: Rect
    taken: list[Rect] = field(default_factory=list)

    def take(self, box: Rect) -> None:
        """Nothing else may lie here."""
        self.taken.append(box)

    def is_free(self, box: Rect) -> bool:
        """Whether a box lies on the map and over nothing else."""
        return self.rect.contains(box) and box.collidelist(self.taken) < 0

    def place(self, anchor: Point, size: tuple[int, int], gap: int) -> Rect:
        """Room for people near their place: above, beside, below, then further off; above in any case."""
        wide, high = size
        x, y = round(anchor[0]), round(anchor[1])
        first: Rect | None = None
        for reach in (gap, 2 * gap, 4 * gap, 6 * gap):
            for box in (
                Rect(x - wide // 2, y - reach - high, wide, high),
                Rect(x + reach, y - high // 2, wide, high),
                Rect(x - reach - wide, y - high // 2, wide, high),
                Rect(x - wide // 2, y + reach, wide, high),
                Rect(x + reach, y - reach - high, wide, high),
                Rect(x - reach - wide, y - reach - high, wide, high),
                Rect(x + reach, y + reach, wide, high),
                Rect(x - reach - wide, y + reach, wide, high),
            ):
                first = first or box
                if self.is_free(box):
                    self.take(box)
                    return box
        assert first is not None
        first.clamp_ip(self.rect)
        self.take(first)
        return first

    def beside(self, anchor: Point, size: tuple[int, int], gap: int) -> tuple[int, int] | None:
        """Room for a name: right, left, above, below of its place; nothing if there is none."""
        wide, high = size
        x, y = round(anchor[0]), round(anchor[1])
        for box in (
            Rect(x + gap, y - high // 2, wide, high),
            Rect(x - gap - wide, y - high // 2, wide, high),
            Rect(x - wide // 2, y - gap - high, wide, high),
            Rect(x - wide // 2, y + gap, wide, high),
        ):
            if self.is_free(box):
                self.take(box)
                return box.topleft
        return None

    def somewhere(self, anchor: Point, size: tuple[int, int], reach: int) -> tuple[int, int] | None:
        """Room for a tag off its country, on any side; nothing if there is none near by."""
        wide, high = size
        x, y = round(anchor[0]), round(anchor[1])
        for far in (reach, 2 * reach, 3 * reach):
            for dx, dy in ((-1, 1), (-1, -1), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (1, 0)):
                box = Rect(0, 0, wide, high)
                box.center = (x + dx * (far + wide // 2 if dy == 0 else wide // 2), y + dy * (far + high // 2))
                if self.is_free(box):
                    self.take(box)
                    return box.topleft
        return None
