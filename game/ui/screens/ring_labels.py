"""The names on the second board: those of the rings at their tops, and of the parts of the world round about."""

from collections.abc import Callable, Sequence
from functools import partial
from math import pi, sin

from pygame import Rect

from game.ui.painter import Painter, Point
from game.ui.presenters.ring_lines import Box, Rings
from game.ui.presenters.rings import RingsModel
from game.ui.widgets.curved import curved_words
from game.ui.words import Words

_AIR = 28
"""By how much the room of a name is wider and taller, so that two of them are not read as one."""


def draw_labels(
    painter: Painter, at: Point, rings: Rings, model: RingsModel, notes: Sequence[Box], _: Words, *, dry: bool = False
) -> list[Rect]:
    """The names of the rings at their tops and of the corners of the world outside, none on the `notes`; returns their rooms."""
    centre = (rings.centre[0] + at[0], rings.centre[1] + at[1])
    size = (round(2 * rings.centre[0]), round(2 * rings.centre[1]))
    paper = Rect((round(at[0]), round(at[1])), size)
    lift = painter.line("label") * 0.62
    boxes: list[Rect] = []
    taken = [Rect(box[0], box[1], box[2] - box[0], box[3] - box[1]).move(paper.topleft) for box in notes]
    for (rx, ry), name in zip(rings.axes, (_("household"), _("organisation"), _("sympathisers")), strict=False):
        place = partial(curved_words, painter, "label", name, centre, (rx + lift, ry + lift), colour="circle_dark")
        top, foot = -pi / 2, pi / 2
        hidden = name != _("household") and place(bearing=top, dry=True).collidelist(taken) >= 0
        boxes.append(place(bearing=foot if hidden else top, dry=dry))
    for index, sector in enumerate(model.sectors):
        place = partial(curved_words, painter, "label", sector.name, centre, colour="ink2")
        axes, bearing = _name_place(place, rings, index, lift, paper, [*boxes, *taken], painter.px(_AIR))
        boxes.append(place(axes=axes, bearing=bearing, dry=dry))
    return boxes


def _name_place(
    place: Callable[..., Rect], rings: Rings, sector: int, lift: float, paper: Rect, taken: Sequence[Rect], air: int
) -> tuple[tuple[float, float], float]:
    """On which ellipse and bearing a sector's name stands: outside the rings and towards a corner, where there is most room;
    else inside the outermost ring. With `air` about it if there is any such place."""
    start, span = rings.starts[sector], rings.spans[sector]
    inside = [start + span * (0.12 + 0.76 * step / 20) for step in range(21)]
    inside.sort(key=lambda bearing: abs(abs(sin(2 * bearing)) - 1))
    outer, others = rings.axes[2], list(taken)
    for about, off in ((air, 1.7), (4, 1.7), (air, -1.3), (4, -1.3)):
        axes = (outer[0] + off * lift, outer[1] + off * lift)
        for bearing in inside:
            box = place(axes=axes, bearing=bearing, dry=True)
            if paper.contains(box) and box.inflate(about, about).collidelist(others) < 0:
                return axes, bearing
    return (outer[0] - 1.3 * lift, outer[1] - 1.3 * lift), rings.middle(sector)
