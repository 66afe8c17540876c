"""The top bar: whose desk this is, the date, the meters, and the ways to the other screens."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pygame import Rect

from game.ui.attention import Tip
from game.ui.desk.layout import rows_of_bar
from game.ui.desk.meters import draw_meters, draw_strip
from game.ui.painter import Painter
from game.ui.papers import DESKS, paper
from game.ui.presenters.meters import MeterRow
from game.ui.screen import Action, Canvas
from game.ui.signs import emblem
from game.ui.theme import SideName
from game.ui.widgets.focus import focus_frame
from game.ui.words import Words

_WAY = 15
"""The size of the words under a way's icon: small, and no capitals, so that six of them stand apart."""


Doing = Literal["reading", "writing", "aiming"]
"""What somebody is at: orders that are being written, one that is being aimed, or something beside the desk."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnNote:
    """What stands under the date: which turn this is and what is being done, and `all` that can stand there in this turn."""

    words: str
    all: tuple[str, ...]


def turn_note(turn: int, turns: int, doing: Doing, _: Words) -> TurnNote:
    """The note of a turn of so many, at one's desk or beside it."""
    plain = _("Turn {turn} of {turns}", turn=turn, turns=turns)
    notes: dict[Doing, str] = {
        "reading": plain,
        "writing": plain + " · " + _("writing orders"),
        "aiming": plain + " · " + _("aiming an order"),
    }
    return TurnNote(words=notes[doing], all=tuple(notes.values()))


def draw_bar(
    canvas: Canvas, rect: Rect, side: SideName, date: str, note: TurnNote, rows: Sequence[MeterRow], ways: Sequence[Way]
) -> None:
    """Draws the whole bar and registers its meters (for their explanations) and ways. The meters keep clear of whatever can
    stand under the date, so that they stay where they are when it changes."""
    canvas.panel(("bar", side), rect, lambda painter, box: _cloth(painter, box, side), opaque=True)
    canvas.shield(rect)
    upper, strip = rows_of_bar(canvas, rect)
    size = canvas.px(38)
    emblem(canvas, side, (upper.x + canvas.px(20) + size // 2, upper.centery), size)
    left = upper.x + canvas.px(20) + size + canvas.px(14)
    head = canvas.text("h3", date, (left, upper.centery - canvas.px(1)), "ivory", anchor="bottomleft", weight=600)
    canvas.text("small", note.words, (left, upper.centery + canvas.px(1)), "ivory2")
    room = left + max(canvas.text_width("small", words) for words in note.all)
    end = _draw_ways(canvas, upper, ways)
    if strip.h:
        draw_strip(canvas, strip, rows)
    else:
        draw_meters(canvas, upper, max(head.right, room) + canvas.px(28), end - canvas.px(16), side, rows)


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
        room = box.h - canvas.line("choice", _WAY) - canvas.px(10)
        size = max(canvas.px(26), min(canvas.sign(26), room))
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
