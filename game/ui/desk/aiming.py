"""Aiming an order: the list of targets with their chances, then the odds as sums that can be checked with a finger."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from pygame import Rect

from game.rulebook.reasons import ReasonRow
from game.ui.attention import Tip
from game.ui.desk.call_off import draw_line, line_height
from game.ui.desk.chances import HEAD, chance_column, draw_chance_heads, figures, head_height
from game.ui.presenters.orders import OddsSheet, OperationRow
from game.ui.presenters.targets import TargetRow
from game.ui.screen import BLEED, Canvas, Outcome
from game.ui.widgets.buttons import quiet_button
from game.ui.widgets.odds import OddsRow, chance_figure, chance_size, odds_row_height, odds_rows
from game.ui.widgets.rows import RowWords, fits_beside, list_row, row_height
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import Words

TARGET = "target."
"""What the ids of targets on the list begin with."""
Part = tuple[int, Callable[[tuple[int, int]], object]]
"""Something on a sheet: how high it is, and what draws it from its upper left corner."""


def draw_targets(
    canvas: Canvas, room: Rect, who: str, row: OperationRow, targets: Sequence[TargetRow], choose: Callable[[str], Outcome],
    *, traces: bool,
) -> None:  # fmt: skip
    """Whom or where: every lawful target with its chances and what is known of it."""
    _ = canvas.words
    width = room.w - bar_room(canvas)
    line = _("{who}: choose a target ({cost})", who=who, cost=row.cost.replace(" ", "\u00a0"))
    top, draw_title = _title(canvas, width, row.icon, row.name, line)
    draw_title(room.topleft)
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


def _title(canvas: Canvas, width: int, icon: str, words: str, line: str) -> Part:
    """The order's sign and name, a typed line beneath, and the rule under both."""
    high, gap = canvas.line("h2"), canvas.px(8)
    below = high + canvas.px(4)
    ruled = below + canvas.paragraph_height("typed", line, width) + gap

    def draw(at: tuple[int, int]) -> None:
        x, y = at
        size = canvas.sign(34)
        canvas.icon(icon, (x + size / 2, y + high / 2), size)
        canvas.text("h2", words, (x + size + canvas.px(14), y), width=width - size - canvas.px(14))
        canvas.paragraph("typed", line, Rect(x, y + below, width, 0))
        canvas.rule(x, x + width, y + ruled, "ink", canvas.measure("rule"))

    return ruled + gap, draw


def draw_odds(
    canvas: Canvas,
    room: Rect,
    sheet: OddsSheet,
    *,
    traces: bool,
    set_extra: Callable[[int], Outcome] | None,
    set_line: Callable[[int], Outcome] | None,
    other: Callable[[], Outcome] | None,
    withdraw: Callable[[], Outcome] | None,
) -> None:
    """The order about to be given: both chances with every reason, the cost, what hangs on it, and what follows. One that has
    been given and is looked at again can be taken back."""
    _ = canvas.words
    width = room.w - bar_room(canvas)
    parts = [_title(canvas, width, sheet.icon, sheet.title, sheet.line)]
    words = [("other_target", _("Another target"), other, "t"), ("withdraw", _("Take back"), withdraw, "delete backspace")]
    offered = [(id_, said, action, key) for id_, said, action, key in words if action is not None]
    if offered:
        parts.append(_words_to_touch(canvas, width, offered))
    name = _("Sure to be done") if sheet.unsure else _("Success")
    success = _Chance("odds.success", name, sheet.success, sheet.success_base, _rows(sheet.success_rows))
    parts.append(success.part(canvas, width))
    parts += [_paragraph(canvas, sentence, width) for sentence in _hanging_on_truth(sheet)]
    if sheet.call_off is not None and set_line is not None:
        line, lost, step = sheet.call_off, sheet.called_off, set_line
        parts.append(_hairline(canvas, width))
        high = line_height(canvas, line, lost, width)
        parts.append((high, lambda at: draw_line(canvas, Rect(*at, width, 0), line, lost, sheet.success, step)))
    if traces:
        parts.append(_hairline(canvas, width))
        marks = _Chance("odds.traces", _("Traces"), sheet.traces, sheet.traces_base, _rows(sheet.traces_rows))
        parts.append(marks.part(canvas, width))
    parts.append(_strong_rule(canvas, width))
    parts += [_paragraph(canvas, words, width) for words in _consequences(sheet, _)]
    parts.append(_paragraph(canvas, sheet.help, width, "ink2"))
    if set_extra is not None:
        add, high = set_extra, max(36, canvas.px(40))
        parts.append((canvas.px(6) + high, lambda at: _extra(canvas, Rect(at[0], at[1] + canvas.px(6), width, high), sheet, add)))
    with scroll_area(canvas, "odds", room, sum(high for high, _draw in parts)) as view:
        y = room.y - view.offset
        for high, draw in parts:
            draw((room.x, y))
            y += high


def _words_to_touch(canvas: Canvas, width: int, offered: Sequence[tuple[str, str, Callable[[], Outcome], str]]) -> Part:
    """Framed words side by side, or beneath one another where there is no room: id, word, action and key of each."""
    each, gap, bleed = max(36, canvas.line("choice") + canvas.px(8)), canvas.px(14), canvas.px(BLEED)
    wide = sum(canvas.text_width("choice", said) + 2 * bleed for _id, said, _action, _key in offered) + gap * (len(offered) - 1)
    stacked = wide > width

    def draw(at: tuple[int, int]) -> None:
        x, y = at[0] + bleed, at[1]
        for id_, said, action, key in offered:
            box = quiet_button(canvas, id_, (x, y), said, action, key=key, framed=True)
            x, y = (x, y + each) if stacked else (box.right + gap + bleed, y)

    return each * (len(offered) if stacked else 1) + canvas.px(4), draw


def _paragraph(canvas: Canvas, words: str, width: int, colour: str = "ink") -> Part:
    high = canvas.paragraph_height("small", words, width)
    return high, lambda at: canvas.paragraph("small", words, Rect(*at, width, 0), colour)


def _hairline(canvas: Canvas, width: int) -> Part:
    """A thin line between two things that are weighed."""
    return canvas.px(14), lambda at: canvas.rule(at[0], at[0] + width, at[1] + canvas.px(6))


def _strong_rule(canvas: Canvas, width: int) -> Part:
    """The line under what is weighed."""
    above, thick = canvas.px(8), canvas.measure("rule")
    return above + canvas.px(10), lambda at: canvas.rule(at[0], at[0] + width, at[1] + above, "ink", thick)


def _consequences(sheet: OddsSheet, _: Words) -> tuple[str, ...]:
    """What it costs, what comes of it, and how long the way is."""
    journey = (_("**Journey:** {journey}.", journey=sheet.journey),) if sheet.journey else ()
    stakes = () if sheet.unsure else sheet.stakes
    return (_("**Cost:** {cost}.", cost=sheet.cost), _effect_words(sheet, _), *journey, *stakes)


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


@dataclass(frozen=True, slots=True)
class _Chance:
    """A chance in large figures with its reasons beneath. What has no room beside the figure stands on lines of its own, so
    that neither its name nor what bounds the sum is ever cut."""

    id: str
    name: str
    ends: tuple[int, int]
    base: int
    rows: Sequence[OddsRow]

    def part(self, canvas: Canvas, width: int) -> Part:
        """How high it is and how it is drawn."""
        figure_wide, figure_high = chance_size(canvas, *self.ends)
        beside = canvas.px(16) + figure_wide
        base = _base_words(self.ends, self.base, self.rows, canvas.words) if self.rows else ""
        name_below = " " in self.name and canvas.text_width("h3", self.name) > width - beside
        base_below = bool(base) and canvas.text_width("small", base) > width - beside
        below = [("h3", self.name, "ink")] if name_below else []
        below += [("small", base, "ink2")] if base_below else []
        words_high = sum(canvas.paragraph_height(role, words, width) for role, words, _ink in below)
        high = figure_high + words_high + canvas.px(4) + sum(odds_row_height(canvas, row, width) for row in self.rows)

        def draw(at: tuple[int, int]) -> None:
            chance_figure(canvas, at, *self.ends)
            by, y = (at[0] + beside, at[1] + canvas.px(12)), at[1] + figure_high
            if not name_below:
                canvas.text("h3", self.name, by)
            if base and not base_below:
                canvas.text("small", base, (by[0], by[1] + canvas.line("h3")), "ink2")
            for role, words, ink in below:
                y += canvas.paragraph(role, words, Rect(at[0], y, width, 0), ink)
            odds_rows(canvas, Rect(at[0], y + canvas.px(4), width, 0), self.rows)
            canvas.hot(self.id, Rect(*at, width, high), self.name, focusable=False)

        return high + canvas.px(4), draw


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
