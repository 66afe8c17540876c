"""The title and the legend of the second board, and beside them the household's switch."""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

from pygame import Rect

from game.rules.nouns import Keep
from game.ui.desk.household import draw_switch, switch_height, switch_width
from game.ui.painter import Painter, Point
from game.ui.presenters.household import KeepRow
from game.ui.presenters.ring_lines import Box, Rings
from game.ui.presenters.rings import RingsModel
from game.ui.screen import Canvas, Outcome
from game.ui.screens.ring_losses import losses_box
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
    if any(person.faint for person in model.people):
        notes.append(_Note("faint", _("not seen of late") if "agent" in shapes else _("on a journey")))
    if "stranger" in shapes:
        notes.append(_Note("stranger", _("strangers, known by sight")))
    if model.strings:
        notes.append(_Note("string", _("rapport") if "agent" in shapes else _("who vouched for whom")))
    return tuple(notes)


def note_boxes(painter: Painter, size: tuple[int, int], model: RingsModel, _: Words, *, tall: bool) -> tuple[Box, ...]:
    """The rooms of the title at the upper left, of the switch at the upper right, of the legend at the lower left, and of the way
    to the lost at the lower right or, on a paper so `tall` that its foot is not seen at first, beneath the title."""
    title = max(painter.text_width("h2", _("The rings")), _hint_width(painter, size, _)) + painter.px(24)
    high = _title_height(painter, size, _) + painter.px(6)
    legend = _legend(model, _) if _roomy(painter, size) else ()
    wide = max((painter.text_width("small", note.words) for note in legend), default=0) + _signs(painter) + painter.px(50)
    top = size[1] - len(legend) * _note_height(painter) - painter.px(16)
    boxes = [(0.0, 0.0, float(title), float(high))]
    switch = switch_box(painter, size, model, _)
    if switch is not None:
        edge = painter.px(10)
        boxes.append((float(switch.left - edge), 0.0, float(size[0]), float(switch.bottom + edge)))
    lost = way_box(painter, size, model, _, tall=tall)
    if lost is not None:
        edge = 2 * painter.px(10)
        room = lost.inflate(edge, edge).union(Rect((0, 0) if tall else size, (0, 0)))
        boxes.append((float(room.left), float(room.top), float(room.right), float(room.bottom)))
    return (*boxes, (0.0, float(top), float(wide), float(size[1]))) if legend else tuple(boxes)


def _title_height(painter: Painter, size: tuple[int, int], _: Words) -> int:
    return painter.px(12) + painter.line("h2") + _hint_height(painter, size, _)


def way_box(painter: Painter, size: tuple[int, int], model: RingsModel, _: Words, *, tall: bool) -> Rect | None:
    """The room of the way to the lost, as `note_boxes` says; none while nobody has been lost."""
    if not model.losses:
        return None
    box = losses_box(painter, len(model.losses), _)
    if not tall:
        return box.move_to(bottomright=(size[0] - painter.px(10), size[1] - painter.px(8)))
    box.topleft = (painter.px(14), _title_height(painter, size, _) + painter.px(6))
    switch = switch_box(painter, size, model, _)
    if switch is not None and switch.inflate(painter.px(12), painter.px(12)).colliderect(box):
        box.y = switch.bottom + painter.px(12)
    return box


def switch_box(painter: Painter, size: tuple[int, int], model: RingsModel, _: Words) -> Rect | None:
    """The room at the upper right in which the household is told what to keep: a head, a note, and the switch beneath."""
    if len(model.keeps) < 2:
        return None
    wide = max(switch_width(painter, model.keeps), painter.text_width("h3", _("The household")))
    box = Rect(0, painter.px(14), wide, painter.line("h3") + painter.line("small") + switch_height(painter) + painter.px(4))
    box.right = size[0] - painter.px(18)
    if box.x < painter.px(40) + painter.text_width("h2", _("The rings")):
        box.y += painter.line("h2")  # beneath the title, where both do not fit beside each other
    return box


def draw_keep(canvas: Canvas, box: Rect, row: KeepRow, choose: Callable[[Keep], Outcome]) -> None:
    """The household's part of the board, where `switch_box` says."""
    head = canvas.text("h3", canvas.words("The household"), box.topleft)
    canvas.text("small", row.note, (box.x, head.bottom), "ink2", italic=row.ordered, width=box.w)
    high = switch_height(canvas)
    draw_switch(canvas, Rect(box.x, box.bottom - high, box.w, high), row, choose)


def draw_kept_ring(painter: Painter, at: Point, rings: Rings, keep: Keep, _: Words) -> None:
    """What is kept, on the household's ring: battlements along it for the walls, two posts at its top for the gate. The
    ring's name stands between them."""
    centre, (rx, ry) = (rings.centre[0] + at[0], rings.centre[1] + at[1]), rings.axes[0]
    gap = painter.text_width("label", _("household")) / 2 + painter.px(12)
    if keep is Keep.GATE:
        for side in (-1, 1):
            post = Rect(0, 0, painter.px(7), painter.px(20))
            post.center = (round(centre[0] + side * gap), round(centre[1] - ry * sqrt(max(0.0, 1 - (gap / rx) ** 2))))
            painter.fill(post, "circle")
        return
    count = max(24, round(pi * (rx + ry) / painter.px(26)))
    reach, half = painter.px(7), pi / 2 / count
    for index in range(count):
        bearing = 2 * pi * index / count
        if abs(rx * cos(bearing)) < gap and sin(bearing) < 0:
            continue
        inner = [(centre[0] + rx * cos(turn), centre[1] + ry * sin(turn)) for turn in (bearing - half, bearing + half)]
        outer = [(x + reach * cos(bearing), y + reach * sin(bearing)) for x, y in inner]
        painter.polygon((*inner, *reversed(outer)), "circle", 0.8)


def _roomy(painter: Painter, size: tuple[int, int]) -> bool:
    return size[0] > painter.line("small") * 36


def _signs(painter: Painter) -> int:
    """How wide the signs of the legend are: as the widest of them, a figure in its box."""
    return max(painter.px(36), painter.text_width("number_small", "00%") + painter.px(14))


def _note_height(painter: Painter) -> int:
    return max(painter.line("small"), painter.line("number_small") + painter.px(4), painter.px(28)) + painter.px(4)


def _hint(_: Words) -> tuple[str, str]:
    return (_("People as we know them."), _("Pick one to open the file."))


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
        _draw_sign(painter, note.sign, (x + _signs(painter) // 2, middle))
        painter.text("small", note.words, (x + _signs(painter) + painter.px(16), middle), anchor="midleft")


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
        case "faint" | "stranger":
            inner = reach - max(2, painter.px(2))
            painter.disc(centre, reach, "circle")
            painter.disc(centre, inner, "ivory2")
            if sign == "faint":
                painter.disc(centre, inner, "ink2", 0.45)
            else:
                painter.icon("person", centre, round(reach * 1.4), "ink2")
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
