"""The top bar: whose desk this is, the date, the meters, and the ways to the other screens."""

from collections.abc import Sequence
from dataclasses import dataclass

from pygame import Rect

from game.ui.attention import Tip
from game.ui.painter import Painter
from game.ui.papers import paper
from game.ui.presenters.meters import MeterRow
from game.ui.screen import Action, Canvas
from game.ui.signs import emblem
from game.ui.theme import SideName
from game.ui.widgets import meters
from game.ui.widgets.focus import focus_frame

DESKS: dict[SideName, str] = {"center": "baize", "circle": "pine"}

_FITS = ((True, True, 30), (True, True, 16), (True, False, 30), (True, False, 16), (False, False, 30), (False, False, 14))
"""How meters may be shown, the fullest first: with their signs, with their notes, so far apart in design pixels."""
_WAY = 15
"""The size of the words under a way's icon: small, and no capitals, so that six of them stand apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way to another screen: id, icon, word, key; `count` is what has not been read there."""

    id: str
    icon: str
    words: str
    key: str
    action: Action
    here: bool = False
    count: int = 0


def draw_bar(
    canvas: Canvas, rect: Rect, side: SideName, date: str, note: str, rows: Sequence[MeterRow], ways: Sequence[Way]
) -> None:
    """Draws the whole bar and registers its meters (for their explanations) and ways."""
    canvas.panel(("bar", side), rect, lambda painter, box: _cloth(painter, box, side), opaque=True)
    canvas.shield(rect)
    size = canvas.px(38)
    emblem(canvas, side, (rect.x + canvas.px(20) + size // 2, rect.centery), size)
    left = rect.x + canvas.px(20) + size + canvas.px(14)
    head = canvas.text("h3", date, (left, rect.centery - canvas.px(1)), "ivory", anchor="bottomleft", weight=600)
    room = canvas.text("small", note, (left, rect.centery + canvas.px(1)), "ivory2")
    end = _draw_ways(canvas, rect, ways)
    _draw_meters(canvas, rect, max(head.right, room.right) + canvas.px(28), end - canvas.px(16), side, rows)


def _cloth(painter: Painter, rect: Rect, side: SideName) -> None:
    paper(painter, rect, DESKS[side])
    line = painter.measure("rule")
    painter.fill(Rect(rect.x, rect.bottom - line - 1, rect.w, line + 1), side)


def _draw_ways(canvas: Canvas, rect: Rect, ways: Sequence[Way]) -> int:
    """The ways at the right end, right to left; returns where they begin."""
    x = rect.right - canvas.px(12)
    for way in reversed(ways):
        wide = max(canvas.text_width("choice", way.words, size=_WAY), canvas.px(44)) + canvas.px(14)
        box = Rect(x - wide, rect.y, wide, rect.h - canvas.measure("rule") - 1)
        look = canvas.hot(way.id, box, way.words, way.action, key=way.key, tip=Tip(way.words))
        if look.hovered:
            canvas.fill(box, "ivory", 0.12)
        size = canvas.px(26)
        canvas.icon(way.icon, (box.centerx, box.y + canvas.px(8) + size / 2), size, "ivory")
        foot = (box.centerx, box.bottom - canvas.px(3))
        canvas.text("choice", way.words, foot, "ivory", anchor="midbottom", size=_WAY)
        if way.here:
            canvas.fill(Rect(box.x + canvas.px(6), box.bottom - canvas.px(3), box.w - canvas.px(12), canvas.px(3)), "select")
        if way.count:
            _count(canvas, (box.centerx + size // 2, box.y + canvas.px(4)), way.count)
        if look.focused:
            focus_frame(canvas, box.inflate(-canvas.px(12), -canvas.px(12)))
        x = box.x
    return x


def _count(canvas: Canvas, at: tuple[int, int], count: int) -> None:
    words = str(count)
    box = Rect(0, 0, canvas.text_width("label", words) + canvas.px(9), canvas.line("label"))
    box.midtop = at
    canvas.fill(box, "select")
    canvas.frame(box, "ink", max(1, canvas.px(1.5)))
    canvas.text("label", words, box.center, anchor="center")


def _draw_meters(canvas: Canvas, rect: Rect, left: int, right: int, side: SideName, rows: Sequence[MeterRow]) -> None:
    """Meters from left to right; where they do not all fit with signs and notes, they draw together, then go without notes,
    then figures stand alone; what still does not fit is cut."""
    for signs, notes, apart in _FITS:
        widths, gap = [_meter_width(canvas, row, signs, notes) for row in rows], canvas.px(apart)
        if sum(widths) + gap * (len(widths) - 1) <= right - left:
            break
    for row, wide in zip(rows, widths, strict=True):
        if left + wide > right:
            break
        box = Rect(left, rect.y, wide, rect.h)
        _draw_meter(canvas, box, side, row, signs, notes)
        left += wide + gap


def _meter_width(painter: Painter, row: MeterRow, signs: bool, notes: bool) -> int:
    figure = painter.text_width("number", _figure(row, signs)) + painter.px(12)
    note = painter.text_width("small", row.note) + painter.px(8) if row.note and notes else 0
    return max(painter.text_width("label", row.name), (_sign_width(painter, row) if signs else 0) + figure + note)


def _figure(row: MeterRow, signs: bool) -> str:
    """The figure; where no signs show that part of it is unsure, with a question mark."""
    return f"{row.value}?" if row.unsure and not signs else str(row.value)


def _sign_width(painter: Painter, row: MeterRow) -> int:
    step = {"signals": 27, "paranoia": 17, "track": 16, "preparation": 19, "security": 14, "tolerance": 0, "influence": 0}
    if row.kind in ("influence", "tolerance"):
        return painter.px(110)
    return row.most * painter.px(step.get(row.kind, 0)) + (painter.px(8) if row.kind != "funds" else 0)


def _draw_meter(canvas: Canvas, box: Rect, side: SideName, row: MeterRow, signs: bool, notes: bool) -> None:
    look = canvas.hot(f"meter.{row.kind}", box, row.name, tip=Tip(row.name, row.tip))
    canvas.text("label", row.name, (box.x, box.centery - canvas.px(2)), "ivory2", anchor="bottomleft")
    middle = box.centery + canvas.line("number") * 3 // 8
    x = box.x
    if signs and row.kind != "funds":
        _draw_sign(canvas, (x, middle), side, row)
        x += _sign_width(canvas, row) + canvas.px(4)
    figure = canvas.text("number", _figure(row, signs), (x, middle), "ivory", anchor="midleft")
    if row.note and notes:
        canvas.text("small", row.note, (figure.right + canvas.px(8), middle), "ivory2", anchor="midleft")
    if look.focused:
        focus_frame(canvas, box.inflate(canvas.px(4), -canvas.px(12)))


def _draw_sign(canvas: Canvas, at: tuple[int, int], side: SideName, row: MeterRow) -> None:
    match row.kind:
        case "signals":
            meters.slips(canvas, at, row.value, row.most, ground=DESKS[side])
        case "paranoia":
            meters.bars(canvas, at, row.value, row.most)
        case "track":
            meters.footprints(canvas, at, row.value, row.most, unsure=row.unsure, ground=DESKS[side])
        case "preparation":
            meters.squares(canvas, at, row.value, row.most, ink="ivory")
        case "security":
            meters.merlons(canvas, at, row.value, row.most)
        case _:
            gauge = Rect(at[0], at[1] - canvas.px(9), canvas.px(100), canvas.px(18))
            meters.gauge(canvas, gauge, row.value / max(1, row.most))
