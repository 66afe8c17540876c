"""The papers of the month: a telegram's form with its strips, the card of what changed, a newspaper's clipping.
They draw and measure; what is read when is the screen's affair."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import pygame
from pygame import Rect, Surface

from game.ui.desk.look_up import KEY, LookUp, look_up_tip
from game.ui.painter import Painter
from game.ui.papers import shadow_margin, sheet, stamp
from game.ui.presenters.changes import ChangeRow
from game.ui.presenters.month import STOP, Clipping, Telegram
from game.ui.screen import Action, Canvas
from game.ui.signs import outcome_box
from game.ui.widgets.focus import focus_frame
from game.ui.words import Words

Way = tuple[str, str, Action]
"""The id and name of somebody who is named in a telegram, and the way to his entry in the archive."""
LETTER_MS = 35
STOP_MS = 180
_STAMP_ROOM = 170
"""What the stamp takes at the right of a form's foot, in design pixels."""
_PRINT_SHAPE = 190 / 380
_STEPS = (4, 0, 7, 2, 5, 1)
"""How far the strips of a telegram stand out of line, in design pixels."""


def letters_at(text: str, elapsed: float) -> int:
    """How many letters have been typed after so many milliseconds: 35 for a letter, 180 more at each STOP."""
    left = elapsed
    for index in range(len(text)):
        left -= LETTER_MS + (STOP_MS if text.startswith(STOP, index) else 0)
        if left < 0:
            return index
    return len(text)


def typing_time(text: str) -> int:
    """Milliseconds until a telegram has been typed."""
    return LETTER_MS * len(text) + STOP_MS * text.count(STOP)


# The form


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPlan:
    """The heights of a form's parts in real pixels, for one width."""

    head: int
    meta: int
    strips: tuple[str, ...]
    strip: int
    foot: int

    @property
    def height(self) -> int:
        """The whole form."""
        return self.head + self.meta + len(self.strips) * self.strip + self.foot

    def strip_at(self, form: Rect, index: int) -> int:
        """The top of a strip."""
        return form.y + self.head + self.meta + index * self.strip


def plan_form(painter: Painter, telegram: Telegram, width: int, words: Words, ways: Sequence[Way] = ()) -> FormPlan:
    """How the telegram lies on a form of this width, with the `ways` to those who are named at its foot."""
    inner = width - 2 * _pad(painter)
    face = painter.studio.lettering.face("telegram")
    lines = painter.studio.lettering.wrap(face, telegram.text, inner - painter.px(40))
    rows = _meta_rows(painter, telegram, inner, words)
    return FormPlan(
        head=painter.px(20) + max(painter.line("h2"), painter.line("h3")) + painter.px(18),
        meta=len(rows) * (painter.line("telegram") + painter.px(4)) + painter.px(20),
        strips=tuple(line.text for line in lines),
        strip=painter.line("telegram") + painter.px(13),
        foot=max(painter.px(62), len(_rows_of_ways(painter, telegram, ways, width, words)) * _way_step(painter) + painter.px(18)),
    )


def _pad(painter: Painter) -> int:
    return painter.px(28)


def _meta(telegram: Telegram, _: Words) -> list[tuple[str, str]]:
    facts = [(_("From"), telegram.origin)] if telegram.origin else []
    return [*facts, (_("Words"), str(telegram.words)), (_("Handed in"), telegram.stamp)]


def _meta_width(painter: Painter, fact: tuple[str, str]) -> int:
    return painter.text_width("small", fact[0]) + painter.px(7) + painter.text_width("telegram", fact[1], size=20)


def _meta_rows(painter: Painter, telegram: Telegram, width: int, words: Words) -> list[list[tuple[str, str]]]:
    """The facts over the strips, as many in a row as fit."""
    rows: list[list[tuple[str, str]]] = [[]]
    left = width
    for fact in _meta(telegram, words):
        wide = _meta_width(painter, fact) + painter.px(26)
        if rows[-1] and wide > left:
            rows.append([])
            left = width
        rows[-1].append(fact)
        left -= wide
    return rows


def draw_form(canvas: Canvas, rect: Rect, telegram: Telegram, plan: FormPlan, letters: int) -> Rect | None:
    """The form with the first `letters` of the telegram typed. Returns where the last strip with letters lies."""
    key = ("telegram", telegram.title, telegram.loss, telegram.origin, telegram.stamp, telegram.words, canvas.words.language)
    paint = partial(_paint_form, telegram=telegram, plan=plan, words=canvas.words)
    canvas.panel(key, rect, paint, margin=shadow_margin(canvas))
    last: Rect | None = None
    before = 0
    for index, line in enumerate(plan.strips):
        if letters <= before:
            break
        shown = line[: letters - before].rstrip()
        before += len(line)
        top = plan.strip_at(rect, index)
        left = rect.x + _pad(canvas) + canvas.px(_STEPS[index % len(_STEPS)])
        last = _draw_strip(canvas, (left, top), shown, plan.strip, caret=letters < before)
    return last


def ways_to_named(telegram: Telegram, look_up: LookUp) -> tuple[Way, ...]:
    """The ways to what the archive has of those who are named in a telegram."""
    return tuple((id_, name, way) for id_, name in telegram.named if (way := look_up(id_)) is not None)


def draw_named(canvas: Canvas, form: Rect, telegram: Telegram, ways: Sequence[Way]) -> None:
    """The ways at the foot of a form, left of its stamp if it has one, in as many rows as they need."""
    rows = _rows_of_ways(canvas, telegram, ways, form.w, canvas.words)
    high, icon, pad = _way_step(canvas) - canvas.px(8), canvas.px(18), canvas.px(9)
    y = form.bottom - canvas.px(12) - len(rows) * _way_step(canvas) + canvas.px(8)
    for row in rows:
        x = form.x + _pad(canvas)
        for id_, name, way in row:
            slip, tip = Rect(x, y, _way_width(canvas, name), high), look_up_tip(canvas.words, name)
            key = KEY if id_ == ways[0][0] else None
            look = canvas.hot(f"look_up.{id_}", slip, tip.title, way, key=key, tip=tip)
            canvas.fill(slip, "select" if look.hovered else "strip")
            canvas.frame(slip, "form_brown", 1)
            canvas.icon("bookshelf", (slip.x + pad + icon / 2, slip.centery), icon, "form_brown")
            at = (slip.x + icon + 2 * pad, slip.centery)
            canvas.text("label", name, at, "ink", anchor="midleft", width=slip.right - at[0])
            if look.focused:
                focus_frame(canvas, slip)
            x = slip.right + canvas.px(8)
        y += _way_step(canvas)


def _rows_of_ways(painter: Painter, telegram: Telegram, ways: Sequence[Way], width: int, words: Words) -> list[list[Way]]:
    """The ways on a form of this width, as many in a row as fit."""
    room = width - _pad(painter) - (painter.px(_STAMP_ROOM) if _stamp_words(telegram, words) else _pad(painter))
    rows: list[list[Way]] = []
    left = 0
    for way in ways:
        wide = _way_width(painter, way[1]) + painter.px(8)
        if wide - painter.px(8) > left or not rows:
            rows.append([])
            left = room
        rows[-1].append(way)
        left -= wide
    return rows


def _way_step(painter: Painter) -> int:
    """From one row of ways to the next."""
    return max(30, painter.px(34), painter.line("label") + painter.px(8)) + painter.px(8)


def _way_width(painter: Painter, name: str) -> int:
    return painter.text_width("label", name) + painter.px(18) + 3 * painter.px(9)


def _draw_strip(canvas: Canvas, at: tuple[int, int], shown: str, height: int, *, caret: bool) -> Rect:
    pad, size = canvas.px(12), canvas.line("telegram")
    wide = canvas.text_width("telegram", shown) + 2 * pad + (canvas.px(16) if caret else 0)
    strip = Rect(at, (wide, height - canvas.px(5)))
    sheet(canvas, strip, "strip", "s1")
    box = canvas.text("telegram", shown, (strip.x + pad, strip.centery + canvas.px(2)), anchor="midleft")
    if caret:
        canvas.fill(Rect(box.right + canvas.px(3), strip.centery - size * 3 // 8, canvas.px(11), size * 3 // 4), "ink")
    return strip


def _paint_form(painter: Painter, rect: Rect, *, telegram: Telegram, plan: FormPlan, words: Words) -> None:
    sheet(painter, rect, "flimsy", "s2")
    pad, brown = _pad(painter), "form_brown"
    left, right = rect.x + pad, rect.right - pad
    middle = rect.y + painter.px(20) + painter.line("h2") // 2
    head = painter.text("h2", words("Telegram"), (left, middle), brown, anchor="midleft")
    room = right - head.right - painter.px(24)
    about = telegram.caption if telegram.mark in ("done", "failed") else telegram.title
    painter.text("label", about, (right, middle), brown, anchor="midright", width=room)
    rule = rect.y + plan.head - painter.px(12)
    painter.rule(left, right, rule, brown, max(2, painter.px(3)))
    painter.rule(left, right, rule + max(2, painter.px(3)) + painter.px(2), brown)
    y = rect.y + plan.head + painter.px(4)
    step = painter.line("telegram") + painter.px(4)
    for row in _meta_rows(painter, telegram, right - left, words):
        x = left
        for name, value in row:
            label = painter.text("small", name, (x, y + step // 2), brown, anchor="midleft")
            at = (label.right + painter.px(7), y + step // 2 + painter.px(1))
            room = right - at[0]
            x = painter.text("telegram", value, at, anchor="midleft", size=20, width=room).right + painter.px(26)
        y += step
    painter.rule(left, right, y + painter.px(4), brown)
    mark = _stamp_words(telegram, words)
    if mark:
        at = (rect.right - painter.px(86), rect.bottom - painter.px(34))
        stamp(painter, at, mark, "center", tilt=-6, size=21)


def _stamp_words(telegram: Telegram, words: Words) -> str:
    """What is stamped on the foot of a form; nothing on most."""
    return telegram.loss or (words("Secret") if telegram.mark in ("done", "failed") else "")


# What changed


def result_height(painter: Painter, telegram: Telegram) -> int:
    """The height of the card of what changed; 0 where there is nothing to say on it."""
    if not telegram.rows and telegram.mark not in ("done", "failed"):
        return 0
    head = max(painter.line("h3") + (painter.line("small") if telegram.note else 0), painter.px(34))
    rows = len(telegram.rows) * _row_height(painter) + (painter.px(10) if telegram.rows else 0)
    return head + rows + 2 * painter.px(18)


def _row_height(painter: Painter) -> int:
    return painter.line("body") + painter.px(10)


def draw_result(canvas: Canvas, rect: Rect, telegram: Telegram) -> None:
    """How the order went, and the numbers that it moved."""
    canvas.panel(
        ("result", telegram.title, telegram.note, telegram.rows, telegram.mark),
        rect,
        partial(_paint_result, telegram=telegram),
        margin=shadow_margin(canvas, "s1"),
    )


def _paint_result(painter: Painter, rect: Rect, *, telegram: Telegram) -> None:
    sheet(painter, rect, "card", "s1")
    pad = painter.px(20)
    left, right, y = rect.x + pad, rect.right - pad, rect.y + painter.px(18)
    size = painter.px(34)
    if telegram.mark in ("done", "failed"):
        outcome_box(painter, (left + size // 2, y + size // 2), size, success=telegram.mark == "done")
    else:
        painter.icon(telegram.icon, (left + size // 2, y + size // 2), size)
    text = left + size + painter.px(14)
    painter.text("h3", telegram.title, (text, y), width=right - text)
    high = painter.line("h3")
    if telegram.note:
        painter.text("small", telegram.note, (text, y + high), "ink2", width=right - text)
        high += painter.line("small")
    y += max(high, size) + painter.px(8)
    if not telegram.rows:
        return
    painter.rule(left, right, y, "ink", painter.measure("rule"))
    y += painter.px(2)
    for row in telegram.rows:
        _paint_row(painter, Rect(left, y, right - left, _row_height(painter)), row)
        y += _row_height(painter)


def _paint_row(painter: Painter, rect: Rect, row: ChangeRow) -> None:
    """Sign, name, before and after, and what it means, with a hairline beneath."""
    size = painter.px(24)
    painter.icon(row.icon, (rect.x + size / 2, rect.centery), size)
    right = rect.right
    if row.note:
        note = painter.text("small", row.note, (right, rect.centery), "ink2", anchor="midright", italic=True)
        right = note.x - painter.px(18)
    role = "number_small" if row.after[:1].isdigit() else "small"
    shown = painter.text(role, row.after, (right, rect.centery), anchor="midright")
    end = shown.x - painter.px(9)
    _arrow(painter, end, rect.centery, painter.px(20))
    shown = painter.text(role, row.before, (end - painter.px(29), rect.centery), anchor="midright")
    left = rect.x + size + painter.px(12)
    painter.text("body", row.words, (left, rect.centery), anchor="midleft", width=shown.x - left - painter.px(10))
    painter.rule(rect.x, rect.right, rect.bottom - 1)


def _arrow(painter: Painter, tip: int, y: int, length: int) -> None:
    """From before to after; `tip` is its right end."""
    line, barb = max(1.6, painter.px(2)), length * 0.26
    painter.stroke(((tip - length, y), (tip, y)), "ink", line)
    painter.stroke(((tip - barb, y - barb), (tip, y), (tip - barb, y + barb)), "ink", line)


# The newspaper


def clipping_height(painter: Painter, clipping: Clipping, width: int) -> int:
    """The height of a clipping of this width."""
    inner = width - 2 * painter.px(30)
    height = painter.px(26) + painter.paragraph_height("headline", clipping.text, inner) + painter.px(34)
    if clipping.paper:
        height += painter.paragraph_height("masthead", clipping.paper, inner) + painter.px(10)
    height += painter.line("news") + painter.px(18)
    if clipping.print:
        height += round(inner * _PRINT_SHAPE) + painter.px(14)
    return height


def draw_clipping(canvas: Canvas, rect: Rect, clipping: Clipping) -> None:
    """A cutting, a little askew."""
    canvas.panel(
        ("clipping", clipping), rect, partial(_paint_clipping, clipping=clipping), margin=shadow_margin(canvas), tilt=1.1
    )


def _paint_clipping(painter: Painter, rect: Rect, *, clipping: Clipping) -> None:
    sheet(painter, rect, "news", "s2")
    inner = rect.inflate(-2 * painter.px(30), 0)
    y = rect.y + painter.px(26)
    if clipping.paper:
        box = Rect(inner.x, y, inner.w, 0)
        y += painter.paragraph("masthead", clipping.paper, box, align="center") + painter.px(10)
    painter.rule(inner.x, inner.right, y, "ink")
    y += painter.px(4)
    painter.text("news", clipping.date, (inner.centerx, y), anchor="midtop", italic=True, width=inner.w)
    y += painter.line("news") + painter.px(4)
    painter.rule(inner.x, inner.right, y, "ink")
    painter.rule(inner.x, inner.right, y + painter.px(3), "ink")
    y += painter.px(14)
    y += painter.paragraph("headline", clipping.text, Rect(inner.x, y, inner.w, 0)) + painter.px(14)
    if clipping.print:
        picture = _print(painter, clipping.print, inner.w)
        if picture is not None:
            painter.surface.blit(picture, (inner.x, y))


def _print(painter: Painter, name: str, width: int) -> Surface | None:
    """A picture of the prints folder, as wide as asked; nothing if it is not there."""
    path = painter.studio.assets / "prints" / f"{name}.svg"
    if not path.is_file():
        return None
    size = (width, round(width * _PRINT_SHAPE))
    return painter.studio.shapes.get(("print", name, size), lambda: pygame.image.load_sized_svg(str(path), size))


def clipping_width(canvas: Canvas) -> int:
    """The width of a clipping that is easy to read."""
    return max(canvas.px(430), canvas.line("headline") * 7)
