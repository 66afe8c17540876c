"""The title and the legend of the second board."""

from dataclasses import dataclass

from pygame import Rect

from game.ui.painter import Painter, Point
from game.ui.presenters.ring_lines import Box
from game.ui.presenters.rings import RingsModel
from game.ui.widgets.meters import doubt_arc, doubt_figure
from game.ui.words import Words


@dataclass(frozen=True, slots=True)
class _Note:
    """A line of the legend: which sign, and its words."""

    sign: str
    words: str


def _legend(model: RingsModel, _: Words) -> tuple[_Note, ...]:
    shapes = {person.shape for person in model.people}
    notes = []
    if any(person.doubt is not None for person in model.people):
        notes += [_Note("arc", _("doubt, as an arc")), _Note("heavy", _("30% or more"))]
    if "agent" in shapes:
        notes += [_Note("square", _("ours")), _Note("disc", _("theirs, as last seen"))]
    if model.strings:
        notes.append(_Note("string", _("rapport") if "agent" in shapes else _("who vouched for whom")))
    return tuple(notes)


def note_boxes(painter: Painter, size: tuple[int, int], model: RingsModel, _: Words) -> tuple[Box, ...]:
    """The rooms of the title at the upper left and of the legend at the lower left."""
    title = max(painter.text_width("h2", _("The rings")), _hint_width(painter, size, _)) + painter.px(24)
    high = painter.line("h2") + _hint_height(painter, size, _) + painter.px(18)
    legend = _legend(model, _) if _roomy(painter, size) else ()
    wide = max((painter.text_width("small", note.words) for note in legend), default=0) + painter.px(86)
    top = size[1] - len(legend) * _note_height(painter) - painter.px(16)
    boxes = [(0.0, 0.0, float(title), float(high))]
    return (*boxes, (0.0, float(top), float(wide), float(size[1]))) if legend else tuple(boxes)


def _roomy(painter: Painter, size: tuple[int, int]) -> bool:
    return size[0] > painter.line("small") * 36


def _note_height(painter: Painter) -> int:
    return max(painter.line("small"), painter.line("number_small") + painter.px(4), painter.px(28)) + painter.px(4)


def _hint(_: Words) -> tuple[str, str]:
    return (_("People as we know them."), _("Pick one to read the reasons."))


def _hint_width(painter: Painter, size: tuple[int, int], _: Words) -> int:
    return max(painter.text_width("small", line) for line in _hint(_)) if _roomy(painter, size) else 0


def _hint_height(painter: Painter, size: tuple[int, int], _: Words) -> int:
    return 2 * painter.line("small") if _roomy(painter, size) else 0


def draw_notes(painter: Painter, at: Point, size: tuple[int, int], model: RingsModel, _: Words) -> None:
    """The title and the legend."""
    x, y = round(at[0]) + painter.px(16), round(at[1]) + painter.px(12)
    painter.text("h2", _("The rings"), (x, y))
    if not _roomy(painter, size):
        return
    for index, line in enumerate(_hint(_)):
        painter.text("small", line, (x, y + painter.line("h2") + index * painter.line("small")), "ink2")
    notes = _legend(model, _)
    high = _note_height(painter)
    top = round(at[1]) + size[1] - len(notes) * high - painter.px(8)
    for index, note in enumerate(notes):
        middle = top + index * high + high // 2
        _draw_sign(painter, note.sign, (x + painter.px(18), middle))
        painter.text("small", note.words, (x + painter.px(52), middle), anchor="midleft")


def _draw_sign(painter: Painter, sign: str, centre: Point) -> None:
    reach = painter.px(11)
    x, y = centre
    match sign:
        case "arc":
            doubt_arc(painter, centre, reach, 34)
        case "heavy":
            doubt_figure(painter, centre, 34)
        case "square":
            painter.fill(Rect(round(x - reach), round(y - reach), 2 * reach, 2 * reach), "center")
        case "disc":
            painter.disc(centre, reach, "circle")
        case _:
            painter.stroke(sagging((x - 1.6 * reach, y - 2), (x + 1.6 * reach, y - 2)), "center", max(1.6, painter.px(2.6)))


def sagging(start: Point, end: Point) -> list[Point]:
    """A string between two pins, hanging a little."""
    sag = 0.07 * ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + sag)
    points = []
    for step in range(13):
        t = step / 12
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        points.append((start[0] * a + middle[0] * b + end[0] * c, start[1] * a + middle[1] * b + end[1] * c))
    return points
