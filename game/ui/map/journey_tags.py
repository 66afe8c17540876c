"""Where the tag of a journey lies: on its line, else beside it on a leader, and on nobody if there is any way."""

from collections.abc import Iterator, Sequence

from pygame import Rect

from game.ui.map.placed import PlacedJourneyTag, Scene
from game.ui.map.room import Room, ring_of_offsets, whole
from game.ui.painter import Painter, Point

_ON_THE_LINE = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
_BESIDE = (0.5, 0.35, 0.65)
"""At which shares of what is seen of a line its tag is tried on it, and beside it."""
_DISTANCES = (40.0, 64.0, 92.0, 124.0, 160.0, 210.0)


def place_journey_tags(painter: Painter, scene: Scene, room: Room) -> Iterator[PlacedJourneyTag]:
    """The tags for which there is room. One that is planned is shown wherever it hides least, if its line is seen at all; of
    journeys that were made those are left out that would lie on something."""
    for journey, way in zip(scene.model.journeys, scene.ways, strict=True):
        seen = [point for point in way if _is_seen(scene, point)]
        if not journey.words or len(seen) < 2:
            continue
        size = (painter.text_width("small", journey.words) + painter.px(28), painter.line("small") + painter.px(6))
        spots = [PlacedJourneyTag(journey=journey, box=box, anchor=anchor) for box, anchor in _spots(painter, seen, size)]
        found = next((spot for spot in spots if room.at(spot.anchor).is_free((spot.box,))), None)
        if found is None and not journey.made:
            found = min(
                (spot for spot in spots if room.at(spot.anchor).bounds.contains(spot.box)),
                key=lambda spot: (spot.box.collidelist(scene.covered) >= 0, room.crowding(spot.box)),
                default=None,
            )
        if found is not None:
            room.take(found.box)
            yield found


def _is_seen(scene: Scene, point: Point) -> bool:
    return bool(scene.seen.collidepoint(point)) and not any(paper.collidepoint(point) for paper in scene.covered)


def _spots(painter: Painter, way: Sequence[Point], size: tuple[int, int]) -> Iterator[tuple[Rect, Point]]:
    """Boxes for a tag, the best first, each with the point of the line that it belongs to."""
    box = Rect((0, 0), size)
    for share in _ON_THE_LINE:
        anchor = way[round(share * (len(way) - 1))]
        yield box.move_to(center=whole(anchor)), anchor
    anchors = [way[round(share * (len(way) - 1))] for share in _BESIDE]
    for dx, dy, _distance in ring_of_offsets([painter.px(reach) for reach in _DISTANCES], 8):
        for anchor in anchors:
            yield box.move_to(center=whole((anchor[0] + dx * 1.6, anchor[1] + dy))), anchor
