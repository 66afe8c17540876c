"""The foot of the month: pause, play and fast at the left, a mark for each telegram over the days, and the way out at
the right. It knows where the player is; moving there is the screen's affair."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Literal

from pygame import Rect

from game.ui.attention import Tip
from game.ui.papers import sheet
from game.ui.presenters.month import Month, Telegram
from game.ui.screen import Action, Canvas, Outcome
from game.ui.signs import outcome_box
from game.ui.widgets.buttons import button, button_height, button_width
from game.ui.widgets.focus import focus_frame
from game.ui.words import Words

Pace = Literal["pause", "play", "fast"]
FORTNIGHT, LONGEST_MONTH = 14, 31
"""Days of a turn each of which has its date, if there is room; most days of a month."""
AFTER_A_NAME, MONTHS_END = 8, 29
"""Between which days of a month the names of months leave room for dates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tape:
    """Where the month stands and what its controls do. `leave` is the button at the right end: its words and action."""

    month: Month
    index: int
    pace: Pace
    set_pace: Callable[[Pace], Outcome]
    go_to: Callable[[int], Outcome]
    leave_words: str
    leave: Action
    finished: bool
    known: int
    """How many telegrams have been read whole; what the others say does not show."""


def foot_height(canvas: Canvas) -> int:
    """The height of the foot: room for marks, their names and the days."""
    return canvas.px(82) + canvas.line("small") + canvas.line("choice")


def draw_foot(canvas: Canvas, rect: Rect, tape: Tape) -> None:
    """The whole foot."""
    canvas.panel("month foot", rect, lambda painter, box: sheet(painter, box, "sheet", None), opaque=True)
    canvas.shield(rect)
    pad = canvas.px(20)
    left = _draw_paces(canvas, Rect(rect.x + canvas.px(12), rect.y, 0, rect.h), tape)
    wide, high = button_width(canvas, tape.leave_words), button_height(canvas)
    leave = Rect(rect.right - pad - wide, rect.centery - high // 2, wide, high)
    _draw_days(canvas, Rect(left + pad, rect.y, leave.x - 2 * pad - left, rect.h), tape)
    kind = tape.month.side if tape.finished else "paper"
    button(canvas, "leave", leave, tape.leave_words, tape.leave, kind=kind, key="enter" if tape.finished else "end")


def _draw_paces(canvas: Canvas, rect: Rect, tape: Tape) -> int:
    """Pause, play, fast; returns where they end."""
    _ = canvas.words
    wanted: Sequence[tuple[Pace, str, str, str]] = (
        ("pause", "pause-button", _("Pause"), "1"),
        ("play", "play-button", _("Play"), "2"),
        ("fast", "fast-forward-button", _("Fast"), "3"),
    )
    x = rect.x
    size = max(20, canvas.px(28))
    for pace, icon, words, key in wanted:
        wide = max(40, canvas.text_width("choice", words) + canvas.px(16))
        box = Rect(x, 0, wide, size + canvas.line("choice") + canvas.px(22))
        box.centery = rect.centery
        look = canvas.hot(f"pace.{pace}", box, words, partial(tape.set_pace, pace), key=key, tip=Tip(words))
        if look.hovered:
            canvas.fill(box, "hover")
        canvas.icon(icon, (box.centerx, box.y + canvas.px(6) + size / 2), size)
        canvas.text("choice", words, (box.centerx, box.y + canvas.px(8) + size), anchor="midtop")
        if pace == tape.pace:
            line = max(3, canvas.px(4))
            canvas.fill(Rect(box.x + canvas.px(6), box.bottom - line, box.w - canvas.px(12), line), tape.month.side)
        if look.focused:
            focus_frame(canvas, box.inflate(-canvas.px(4), -canvas.px(4)))
        x = box.right + canvas.px(4)
    return x


def _draw_days(canvas: Canvas, rect: Rect, tape: Tape) -> None:
    """The marks of the telegrams, evenly, over the days of the month and what came after it."""
    telegrams = tape.month.telegrams
    cell = rect.w / len(telegrams)
    within = sum(not telegram.dispatch for telegram in telegrams)
    axis = rect.bottom - canvas.px(14)
    top = rect.y + canvas.px(10)
    for index, telegram in enumerate(telegrams):
        left = rect.x + round(index * cell)
        box = Rect(left, top, rect.x + round((index + 1) * cell) - left, axis - top - canvas.line("choice") - canvas.px(11))
        _draw_mark(canvas, box, telegram, index, tape)
    end = rect.x + round(within * cell)
    _draw_axis(canvas, Rect(rect.x, axis, end - rect.x, canvas.px(10)), tape.month.first, tape.month.days)
    if end < rect.right - canvas.px(4):
        gap = canvas.px(10) if within else 0
        canvas.rule(end + gap, rect.right, axis, "ink2", max(1, canvas.px(2)))
        room = rect.right - end - gap
        later = (tape.month.later, tape.month.later.rpartition(" ")[0])  # without its year where there is no room for it
        fits = next((words for words in later if canvas.text_width("choice", words) <= room), "")
        canvas.text("choice", fits, (end + gap, axis - canvas.px(3)), "ink2", anchor="bottomleft")
    played = rect.x + round((tape.index + 0.5) * cell)
    line = max(3, canvas.px(5))
    canvas.fill(Rect(rect.x, axis - line // 2, played - rect.x, line), tape.month.side)
    canvas.fill(Rect(played - 1, axis - canvas.px(5), max(2, canvas.px(3)), canvas.px(13)), tape.month.side)


def _draw_mark(canvas: Canvas, box: Rect, telegram: Telegram, index: int, tape: Tape) -> None:
    known = index < tape.known
    title = telegram.title if known else canvas.words("A telegram not yet read")
    tip = Tip(title, telegram.stamp)
    look = canvas.hot(f"mark.{index}", box, title, partial(tape.go_to, index), tip=tip)
    size = min(max(18, canvas.px(26)), box.w - 6)
    half = canvas.px(8)
    centre = (box.centerx, box.y + half + canvas.px(4) + size // 2)
    if look.hovered:
        canvas.fill(box, "hover")
    if index == tape.index:
        point = ((centre[0] - half, box.y), (centre[0] + half, box.y), (centre[0], box.y + half + canvas.px(1)))
        canvas.polygon(point, tape.month.side)
    if known and telegram.mark in ("done", "failed"):
        outcome_box(canvas, centre, size, success=telegram.mark == "done")
    else:
        sign = "newspaper" if known and telegram.mark == "headline" else "envelope"
        canvas.icon(sign, centre, round(size * 1.25), "ink" if known else "ink2")
    weight = 700 if index == tape.index else None
    if known and telegram.caption and canvas.text_width("small", telegram.caption, weight=weight) < box.w - canvas.px(6):
        canvas.text("small", telegram.caption, (centre[0], box.bottom), anchor="midbottom", weight=weight)
    if look.focused:
        focus_frame(canvas, box.inflate(-canvas.px(12), -canvas.px(4)))


def _draw_axis(canvas: Canvas, rect: Rect, first: date, days: int) -> None:
    """A line with a tick for each day of the turn that begins with the `first`, and dates where there is room."""
    if rect.w < canvas.px(40):
        return
    canvas.rule(rect.x, rect.right, rect.y, "ink", max(1, canvas.px(2)))
    room = canvas.text_width("choice", "30") + canvas.px(12)
    every = next((step for step in (1, 5) if rect.w * step > room * days and (step > 1 or days <= FORTNIGHT)), 10)
    for offset in range(days):
        x = rect.x + round((offset + 0.5) * rect.w / days)
        words = day_label(first, days, offset, every, canvas.words)
        high = canvas.px(9 if words else 5)
        canvas.fill(Rect(x, rect.y - high, max(1, canvas.px(1.5)), high), "ink")
        if words:
            half = canvas.text_width("choice", words) // 2
            held = max(rect.x + half, min(x, rect.right - half))  # what comes after has its words there
            canvas.text("choice", words, (held, rect.y - high - canvas.px(1)), anchor="midbottom")


def day_label(first: date, days: int, offset: int, every: int, _: Words) -> str:
    """What stands over a day of a turn: its date if it is one of `every` so many, and in a turn of several months the month over
    the first day of each. The dates are those of the telegrams."""
    day = first + timedelta(days=offset)
    several = days > LONGEST_MONTH
    if several and (offset == 0 or day.day == 1):
        return _.dated(day, "%b")
    if several and not AFTER_A_NAME <= day.day < MONTHS_END:
        return ""  # the name of a month needs the room
    return str(day.day) if offset == 0 or day.day % every == 0 else ""
