"""Aiming an order: the list of targets with their chances, then the odds as sums that can be checked with a finger."""

from collections.abc import Callable, Sequence
from functools import partial

from pygame import Rect

from game.rulebook.reasons import ReasonRow
from game.ui.attention import Tip
from game.ui.desk.call_off import draw_line, line_height
from game.ui.desk.chances import HEAD, chance_column, draw_chance_heads, figures, head_height
from game.ui.presenters.orders import OddsSheet, OperationRow
from game.ui.presenters.targets import TargetRow
from game.ui.screen import Canvas, Outcome
from game.ui.widgets.buttons import quiet_button
from game.ui.widgets.odds import OddsRow, chance_figure, odds_row_height, odds_rows
from game.ui.widgets.rows import RowWords, fits_beside, list_row, row_height
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import Words

TARGET = "target."
"""What the ids of targets on the list begin with."""


def draw_targets(
    canvas: Canvas, room: Rect, who: str, row: OperationRow, targets: Sequence[TargetRow], choose: Callable[[str], Outcome],
    *, traces: bool,
) -> None:  # fmt: skip
    """Whom or where: every lawful target with its chances and what is known of it."""
    _ = canvas.words
    width = room.w - bar_room(canvas)
    line = _("{who}: choose a target ({cost})", who=who, cost=row.cost.replace(" ", "\u00a0"))
    top = _title(canvas, Rect(room.x, room.y, width, 0), row.icon, row.name, line)
    foot = room.y + top + head_height(canvas)
    canvas.text("label", _("Target"), (room.x, foot), "ink2", anchor="bottomleft", size=HEAD)
    draw_chance_heads(canvas, (room.x + width, foot), "targets.head", traces=traces)
    top += head_height(canvas) + canvas.px(8)  # rows that are pushed up are seen a little above the list
    column = chance_column(canvas)
    rows = [_target_row(target, column, _, traces=traces, only_done=row.only_done) for target in targets]
    beneath = not all(fits_beside(canvas, width, row) for row in rows)
    high = max((row_height(canvas, width, row, beneath=beneath) for row in rows), default=0)
    list_rect = Rect(room.x, room.y + top, room.w, room.h - top)
    with scroll_area(canvas, f"targets.{row.operation}", list_rect, len(targets) * high + canvas.px(4)) as view:
        y = list_rect.y - view.offset
        for index, (target, row_) in enumerate(zip(targets, rows, strict=True)):
            key = str(index + 1) if index < 9 and not target.refusal else None
            act = partial(choose, target.target)
            place, said = Rect(room.x, y, width, high), "\n".join(part for part in (target.refusal, target.tip) if part)
            tip, refusal = Tip(target.name, said) if said else None, target.refusal or None
            list_row(canvas, f"{TARGET}{target.target}", place, row_, act, key=key, beneath=beneath, tip=tip, refusal=refusal)
            y += high


def _target_row(target: TargetRow, column: int, _: Words, *, traces: bool, only_done: bool) -> RowWords:
    if target.refusal or target.choice is None:
        return RowWords(target.name, target.refusal, target.shorter, column=column)
    chances = figures(target.choice, _, traces=traces, only_done=only_done)
    return RowWords(target.name, target.note, target.shorter, figures=chances, column=column)


def _title(canvas: Canvas, rect: Rect, icon: str, words: str, line: str) -> int:
    size = canvas.sign(34)
    canvas.icon(icon, (rect.x + size / 2, rect.y + canvas.line("h2") / 2), size)
    canvas.text("h2", words, (rect.x + size + canvas.px(14), rect.y), width=rect.w - size - canvas.px(14))
    y = rect.y + canvas.line("h2") + canvas.px(4)
    y += canvas.paragraph("typed", line, Rect(rect.x, y, rect.w, 0)) + canvas.px(8)
    canvas.rule(rect.x, rect.right, y, "ink", canvas.measure("rule"))
    return y + canvas.px(8) - rect.y


def draw_odds(
    canvas: Canvas,
    room: Rect,
    sheet: OddsSheet,
    *,
    traces: bool,
    set_extra: Callable[[int], Outcome] | None,
    set_line: Callable[[int], Outcome] | None,
    other: Callable[[], Outcome] | None,
) -> None:
    """The order about to be given: both chances with every reason, the cost, what hangs on it, and what follows."""
    _ = canvas.words
    width = room.w - bar_room(canvas)
    success, marks = _rows(sheet.success_rows), _rows(sheet.traces_rows)
    content = _odds_height(canvas, sheet, success, marks, width, traces, set_extra is not None)
    with scroll_area(canvas, "odds", room, content) as view:
        y = room.y - view.offset
        y += _title(canvas, Rect(room.x, y, width, 0), sheet.icon, sheet.title, sheet.line)
        if other is not None:
            quiet_button(canvas, "other_target", (room.x, y), _("Another target"), other, key="t")
            y += max(36, canvas.line("choice") + canvas.px(8))
        name = _("Sure to be done") if sheet.unsure else _("Success")
        y += _chance(canvas, "odds.success", Rect(room.x, y, width, 0), name, sheet.success, sheet.success_base, success)
        for sentence in _hanging_on_truth(sheet):
            y += canvas.paragraph("small", sentence, Rect(room.x, y, width, 0))
        if sheet.call_off is not None and set_line is not None:
            canvas.rule(room.x, room.x + width, y + canvas.px(6))
            y += canvas.px(14)
            y += draw_line(canvas, Rect(room.x, y, width, 0), sheet.call_off, sheet.called_off, sheet.success, set_line)
        if traces:
            canvas.rule(room.x, room.x + width, y + canvas.px(6))
            y += canvas.px(14)
            y += _chance(canvas, "odds.traces", Rect(room.x, y, width, 0), _("Traces"), sheet.traces, sheet.traces_base, marks)
        y += canvas.px(8)
        canvas.rule(room.x, room.x + width, y, "ink", canvas.measure("rule"))
        y += canvas.px(10)
        y += canvas.paragraph("small", _("**Cost:** {cost}.", cost=sheet.cost), Rect(room.x, y, width, 0))
        y += canvas.paragraph("small", _effect_words(sheet, _), Rect(room.x, y, width, 0))
        if sheet.journey:
            y += canvas.paragraph("small", _("**Journey:** {journey}.", journey=sheet.journey), Rect(room.x, y, width, 0))
        for sentence in () if sheet.unsure else sheet.stakes:
            y += canvas.paragraph("small", sentence, Rect(room.x, y, width, 0))
        y += canvas.paragraph("small", sheet.help, Rect(room.x, y, width, 0), "ink2") + canvas.px(6)
        if set_extra is not None:
            _extra(canvas, Rect(room.x, y, width, max(36, canvas.px(40))), sheet, set_extra)


def _hanging_on_truth(sheet: OddsSheet) -> tuple[str, ...]:
    """Where being done is not all, what is not sure stands right beneath the figure, with all that hangs on it."""
    return (f"**{sheet.unsure}**", *sheet.stakes) if sheet.unsure else ()


def _effect_words(sheet: OddsSheet, _: Words) -> str:
    if sheet.unsure:
        return _("**Done:** {effect}.", effect=sheet.effect)
    return _("**Success:** {effect}.", effect=sheet.effect)


def _rows(reasons: Sequence[ReasonRow]) -> tuple[OddsRow, ...]:
    return tuple(OddsRow(words=reason.words, low=reason.low, high=reason.high, note=reason.note) for reason in reasons)


def _base_words(ends: tuple[int, int], base: int, rows: Sequence[OddsRow], _: Words) -> str:
    """Where the sum begins, and the bound that keeps it from coming to what stands below it."""
    words = _("base {number}", number=base)
    if base + sum(row.high for row in rows) > ends[1]:
        return _("{base}, at most {number}", base=words, number=ends[1])
    if base + sum(row.low for row in rows) < ends[0]:
        return _("{base}, at least {number}", base=words, number=ends[0])
    return words


def _chance(canvas: Canvas, id_: str, rect: Rect, name: str, ends: tuple[int, int], base: int, rows: Sequence[OddsRow]) -> int:
    box = chance_figure(canvas, rect.topleft, *ends)
    beside = (box.right + canvas.px(16), box.y + canvas.px(12))
    if " " in name and canvas.text_width("h3", name) > rect.right - beside[0]:
        box.h += canvas.paragraph("h3", name, Rect(rect.x, box.bottom, rect.w, 0))
    else:
        canvas.text("h3", name, beside)
    if rows:
        at, words = (beside[0], beside[1] + canvas.line("h3")), _base_words(ends, base, rows, canvas.words)
        if canvas.text_width("small", words) <= rect.right - at[0]:
            canvas.text("small", words, at, "ink2")
        else:  # what bounds the sum is never cut: a line of its own
            box.h += canvas.paragraph("small", words, Rect(rect.x, box.bottom, rect.w, 0), "ink2")
    high = odds_rows(canvas, Rect(rect.x, box.bottom + canvas.px(4), rect.w, 0), rows)
    canvas.hot(id_, Rect(rect.x, rect.y, rect.w, box.h + canvas.px(4) + high), name, focusable=False)
    return box.h + canvas.px(8) + high


def _odds_height(
    canvas: Canvas, sheet: OddsSheet, success: Sequence[OddsRow], marks: Sequence[OddsRow], width: int, traces: bool, extra: bool
) -> int:
    rows = [*success, *(marks if traces else ())]
    bases = canvas.line("small") * ((1 if success else 0) + (1 if marks and traces else 0))
    figures = (2 if traces else 1) * (canvas.line("number_large") + canvas.px(30))
    words = canvas.paragraph_height("typed", sheet.line, width) + canvas.paragraph_height("small", sheet.help, width)
    words += canvas.paragraph_height("small", _effect_words(sheet, canvas.words), width)
    if sheet.unsure:
        words += canvas.paragraph_height("small", f"**{sheet.unsure}**", width) + canvas.line("h3")
    words += canvas.paragraph_height("small", sheet.cost + "Cost: .", width)
    words += canvas.paragraph_height("small", sheet.journey + "Journey: .", width) if sheet.journey else 0
    words += sum(canvas.paragraph_height("small", sentence, width) for sentence in sheet.stakes)
    words += line_height(canvas, sheet.call_off, sheet.called_off, width) + canvas.px(14) if sheet.call_off is not None else 0
    return (
        canvas.line("h2") + words + figures + bases + sum(odds_row_height(canvas, row, width) for row in rows)
        + canvas.px(70) + max(36, canvas.line("choice") + canvas.px(8)) + (max(36, canvas.px(48)) if extra else 0)
    )  # fmt: skip


def _extra(canvas: Canvas, rect: Rect, sheet: OddsSheet, set_extra: Callable[[int], Outcome]) -> None:
    """Funds on top of the cost, one at a time."""
    _ = canvas.words
    box = canvas.text("body", _("Funds added: {number}", number=sheet.extra), (rect.x, rect.centery), anchor="midleft")
    at = (box.right + canvas.px(20), rect.y)
    if sheet.extra < sheet.extra_most:
        more = quiet_button(canvas, "extra.more", at, _("one more"), partial(set_extra, sheet.extra + 1), key="+ =")
        at = (more.right + canvas.px(16), rect.y)
    if sheet.extra > 0:
        quiet_button(canvas, "extra.less", at, _("one less"), partial(set_extra, sheet.extra - 1), key="-")
