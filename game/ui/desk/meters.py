"""The meters of the top bar: beside one another with their signs, or in a strip of their own where there is little room. All
of them are there in every window."""

from collections.abc import Sequence
from dataclasses import dataclass

from pygame import Rect

from game.ui.attention import Tip
from game.ui.painter import Painter
from game.ui.papers import DESKS
from game.ui.presenters.meters import MeterRow
from game.ui.screen import Canvas
from game.ui.theme import SideName
from game.ui.widgets import meters
from game.ui.widgets.focus import focus_frame

_STRIP = ((15.0, 30), (15.0, 18), (12.5, 18), (12.5, 12))
"""How a strip may be set, the roomiest first: the size of its names and how far meters are apart, in design pixels."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the meters are shown: which with their signs, which with their notes, how far apart in real pixels."""

    signs: tuple[bool, ...]
    notes: tuple[bool, ...]
    gap: int


def draw_meters(canvas: Canvas, rect: Rect, left: int, right: int, side: SideName, rows: Sequence[MeterRow]) -> None:
    """Meters from left to right; where even the barest are too wide, the longest names are shortened."""
    setting = _setting(canvas, rows, right - left)
    over = _width(canvas, rows, setting) - (right - left)
    widths = _shortened(_widths(canvas, rows, setting), over, canvas.px(24))
    for row, sign, note, wide in zip(rows, setting.signs, setting.notes, widths, strict=True):
        _draw_meter(canvas, Rect(left, rect.y, wide, rect.h), side, row, sign, note)
        left += wide + setting.gap


def _setting(painter: Painter, rows: Sequence[MeterRow], room: int) -> _Setting:
    """The fullest that fits: meters draw together, then go without notes, then without signs, the widest first. Which figure
    decides the end is the last note to go, and goes after the signs: no other tells it."""
    every, usual, close = (True,) * len(rows), painter.px(30), painter.px(16)
    settings = [_Setting(every, every, gap) for gap in (usual, close)]
    notes, deciding = list(every), tuple(row.border is not None for row in rows)
    for index in sorted(range(len(rows)), key=lambda index: (deciding[index], -_noted(painter, rows[index]))):
        if not deciding[index]:
            notes[index] = False
            settings.append(_Setting(every, tuple(notes), close))
    signs = list(every)
    for index in sorted(range(len(rows)), key=lambda index: -_saved(painter, rows[index])):
        signs[index] = False
        settings.append(_Setting(tuple(signs), deciding, close))
    none = (False,) * len(rows)
    settings += [_Setting(none, none, gap) for gap in (usual, close, painter.px(14))]
    return next((setting for setting in settings if _width(painter, rows, setting) <= room), settings[-1])


def _width(painter: Painter, rows: Sequence[MeterRow], setting: _Setting) -> int:
    return sum(_widths(painter, rows, setting)) + setting.gap * (len(rows) - 1)


def _widths(painter: Painter, rows: Sequence[MeterRow], setting: _Setting) -> list[int]:
    shown = zip(rows, setting.signs, setting.notes, strict=True)
    return [_meter_width(painter, row, sign, note) for row, sign, note in shown]


def _noted(painter: Painter, row: MeterRow) -> int:
    """What a meter with its sign takes more with its note."""
    return _meter_width(painter, row, True, True) - _meter_width(painter, row, True, False)


def _saved(painter: Painter, row: MeterRow) -> int:
    """What a meter without its sign takes less."""
    return _meter_width(painter, row, True, False) - _meter_width(painter, row, False, False)


def _meter_width(painter: Painter, row: MeterRow, sign: bool, notes: bool) -> int:
    figure = painter.text_width("number", _figure(row, sign)) + painter.px(12)
    note = painter.text_width("small", row.note) + painter.px(8) if row.note and notes else 0
    return max(painter.text_width("label", row.name), (_sign_width(painter, row) if sign else 0) + figure + note)


def draw_strip(canvas: Canvas, rect: Rect, rows: Sequence[MeterRow]) -> None:
    """Names and figures in one line, with their notes if all have room; where even that is too long, the longest names are
    shortened."""
    between = canvas.px(8)
    figures = [canvas.text_width("number", _figure(row, False)) for row in rows]
    notes = [canvas.text_width("small", row.note) + between if row.note else 0 for row in rows]
    for size, apart in _STRIP:
        names = [canvas.text_width("label", row.name, size=size) for row in rows]
        over = sum(names) + sum(figures) + len(rows) * between + (len(rows) - 1) * canvas.px(apart) - rect.w
        if over <= 0:
            break
    if over + sum(notes) > 0:
        notes = [0] * len(rows)
    x = rect.x
    for row, name, figure, note in zip(rows, _shortened(names, over, between), figures, notes, strict=True):
        box = Rect(x, rect.y, name + between + figure + note, rect.h)
        look = canvas.hot(f"meter.{row.kind}", box, row.name, tip=Tip(row.name, row.tip))
        canvas.text("label", row.name, box.midleft, "ivory2", anchor="midleft", size=size, width=name)
        canvas.text("number", _figure(row, False), (box.right - note, box.centery), "ivory", anchor="midright")
        if note:
            canvas.text("small", row.note, box.midright, "ivory2", anchor="midright")
        if look.focused:
            focus_frame(canvas, box)
        x = box.right + canvas.px(apart)


def _shortened(widths: Sequence[int], over: int, least: int) -> list[int]:
    """Widths that together are so many pixels less, taken from the longest as long as that is more than `least`."""
    shorter = list(widths)
    while over > 0 and max(shorter) > least:
        longest = shorter.index(max(shorter))
        less = min(over, max(1, shorter[longest] - sorted(shorter)[-2])) if len(shorter) > 1 else over
        shorter[longest], over = shorter[longest] - less, over - less
    return shorter


def _figure(row: MeterRow, sign: bool) -> str:
    """The figure; where no sign shows that part of it is unsure, with a question mark."""
    return f"{row.value}?" if row.unsure and not sign else str(row.value)


def _sign_width(painter: Painter, row: MeterRow) -> int:
    if not row.most:
        return 0
    if row.kind in ("influence", "tolerance"):
        return painter.px(110)
    step = {"signals": 27, "paranoia": 17, "track": 16, "preparation": 19, "security": 14}
    return row.most * painter.px(step.get(row.kind, 0)) + painter.px(8)


def _draw_meter(canvas: Canvas, box: Rect, side: SideName, row: MeterRow, sign: bool, notes: bool) -> None:
    look = canvas.hot(f"meter.{row.kind}", box, row.name, tip=Tip(row.name, row.tip))
    canvas.text("label", row.name, (box.x, box.centery - canvas.px(2)), "ivory2", anchor="bottomleft", width=box.w)
    middle = box.centery + canvas.line("number") * 3 // 8
    x = box.x
    if sign and row.most:
        _draw_sign(canvas, (x, middle), side, row)
        x += _sign_width(canvas, row) + canvas.px(4)
    figure = canvas.text("number", _figure(row, sign), (x, middle), "ivory", anchor="midleft")
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
            meters.squares(canvas, at, row.value, row.most)
        case "security":
            meters.merlons(canvas, at, row.value, row.most)
        case _:
            gauge = Rect(at[0], at[1] - canvas.px(9), canvas.px(100), canvas.px(18))
            line = None if row.border is None else (row.border + 0.5) / max(1, row.most)
            meters.gauge(canvas, gauge, row.value / max(1, row.most), mark=line)
