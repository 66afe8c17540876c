"""The slip at the upper left: directives or aims, and how long they may take."""

from collections.abc import Callable, Sequence
from functools import partial

from pygame import Rect

from game.rules.state import Progress
from game.ui.attention import Tip
from game.ui.painter import Painter
from game.ui.papers import sheet
from game.ui.presenters.tasks import TaskRow
from game.ui.screen import Canvas, Outcome
from game.ui.widgets.focus import focus_frame
from game.ui.words import Words

SHOWN = 2
"""So many tasks the slip has at least, where there is any room."""
LARGE_TEXT = 1.25
"""Beyond this size of the text a slip has no more than those, and its head alone says of how many: the map is needed."""
KEY = "o"
"""The key that opens the slip to be read whole."""


def slip_box(painter: Painter, rect: Rect, rows: Sequence[TaskRow], _: Words, most: int = SHOWN) -> Rect:
    """Where the slip lies: as tall as so many of its tasks need, and no slip at all where none is open."""
    shown = _open(rows)[:most]
    more = painter.line("small") if _more_words(painter, rows, most, _) else 0
    height = _height(painter, rect.w - 2 * painter.px(16), shown) + more + 2 * painter.px(12) if shown else 0
    return Rect(rect.x, rect.y, rect.w, height)


def _open(rows: Sequence[TaskRow]) -> Sequence[TaskRow]:
    return [row for row in rows if row.progress is Progress.OPEN]


def _more_words(painter: Painter, rows: Sequence[TaskRow], most: int, _: Words) -> str:
    """How many open tasks the slip leaves out; nothing if none, or where its head says so."""
    left = len(_open(rows)) - most
    return _("+{count} more", count=left) if left > 0 and painter.theme.text <= LARGE_TEXT else ""


def _count_words(painter: Painter, rows: Sequence[TaskRow], most: int, _: Words) -> str:
    """How many are open, and how many of them are shown if nothing else says so."""
    count = len(_open(rows))
    if most < count and painter.theme.text > LARGE_TEXT:
        return _("{shown} of {count} open", shown=most, count=count)
    return _("{count} open", count=count)


def draw_slip(
    canvas: Canvas, box: Rect, title: str, stakes: str, rows: Sequence[TaskRow], read: Callable[[str, str], Outcome],
    most: int = SHOWN,
) -> None:  # fmt: skip
    """Draws the open tasks, the next due first, where `slip_box` says. Its tip has them all, and what hangs on them; whoever
    touches it may `read` that, title and words, at leisure."""
    open_rows = _open(rows)
    shown = tuple(open_rows[:most])
    if not open_rows:
        return
    count, more = _count_words(canvas, rows, most, canvas.words), _more_words(canvas, rows, most, canvas.words)
    canvas.shield(box)
    key = ("slip", title, shown, count, more)
    canvas.panel(key, box, lambda painter, room: _slip(painter, room, title, count, shown, more), margin=canvas.px(24), tilt=-0.8)
    told = [*("\n".join(_lines(row)) for row in rows), stakes]
    tip = Tip(title, "\n".join(told))
    look = canvas.hot("slip", box, title, partial(read, title, "\n\n".join(told)), key=KEY, tip=tip)
    if look.focused:
        focus_frame(canvas, box)


def _lines(row: TaskRow) -> tuple[str, ...]:
    """A task in the tip: its text, and of an open one what is counted."""
    text = f"**{row.title}** ({row.due}): {row.text}"
    return (text, f"*{row.asked}*") if row.asked else (text,)


def _number_width(painter: Painter) -> int:
    return painter.px(32)


def _height(painter: Painter, width: int, rows: Sequence[TaskRow]) -> int:
    left = width - _number_width(painter)
    said = [words for row in rows for words in (f"**{row.title}**", row.goal) if words]
    text = sum(painter.paragraph_height("small", words, left) for words in said)
    return painter.line("h3") + painter.px(12) + text + (painter.line("small") + painter.px(6)) * len(rows)


def _slip(painter: Painter, rect: Rect, title: str, count: str, rows: Sequence[TaskRow], more: str) -> None:
    sheet(painter, rect, "flimsy", "s1")
    pad = painter.px(16)
    x, y, right = rect.x + pad, rect.y + painter.px(10), rect.right - pad
    head = painter.text("h3", title, (x, y))
    if head.right + painter.px(12) + painter.text_width("label", count) <= right:
        painter.text("label", count, (right, y + painter.line("h3") // 2), "ink2", anchor="midright")
    y += painter.line("h3") + painter.px(2)
    painter.rule(x, right, y, "ink", painter.measure("rule"))
    y += painter.px(8)
    for row in rows:
        painter.text("h3", str(row.number), (x, y), "center")
        left = x + _number_width(painter)
        y += painter.paragraph("small", f"**{row.title}**", Rect(left, y, right - left, 0))
        if row.goal:
            y += painter.paragraph("small", row.goal, Rect(left, y, right - left, 0))
        painter.text("small", row.due, (left, y), "center" if row.soon else "ink2", width=right - left)
        y += painter.line("small") + painter.px(6)
    if more:
        painter.text("small", more, (x + _number_width(painter), y), "ink2", italic=True)
