"""The month as it plays out: one telegram at a time, typed out, with what it changed and a clipping for great events.

It is given a month of telegrams and knows neither the game nor the other side.
"""

from collections.abc import Callable
from functools import partial

from pygame import Rect

from game.ui.desk.look_up import LookUp, nowhere
from game.ui.moments import Moment, Scene, telegram_moment
from game.ui.papers import DESKS, desk, paper
from game.ui.presenters.month import Month, Telegram
from game.ui.screen import Action, Canvas, KeyBinding, Outcome, Push, Screen, Stay
from game.ui.screens.dialog import Choice, Dialog
from game.ui.screens.telegram import (
    clipping_height,
    clipping_width,
    draw_clipping,
    draw_form,
    draw_named,
    draw_result,
    letters_at,
    plan_form,
    result_height,
    typing_time,
    ways_to_named,
)
from game.ui.screens.timeline import Pace, Tape, draw_foot, foot_height
from game.ui.signs import emblem
from game.ui.widgets.focus import focus_frame
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import Words

MapPainter = Callable[[Canvas, Rect, str | None, Rect], None]
"""Draws the map in a rect and brings a place, if one is named, into the part of it that no paper covers."""

_DIM = 0.22
_FAST = 4.0
_READING_MS = 1800
_LOSS_MS = 1500
"""How long a telegram that tells of a loss lies there whole before one touch leads on."""
_READING_MS_A_LETTER = 22


class MonthScreen(Screen):
    """The telegrams of a month. Space shows the whole of one, then the next; when all are read, Enter leaves. `look_up` gives
    the way to the entry of whoever is named, `words` are those of the game."""

    first_focus = "telegram"
    scene = Scene.MONTH

    def __init__(
        self,
        month: Month,
        done: Action,
        draw_map: MapPainter | None = None,
        look_up: LookUp = nowhere,
        words: Words | None = None,
    ) -> None:
        self._month, self._done, self._draw_map, self._look_up = month, done, draw_map, look_up
        self._words = words or Words()
        self._index = 0
        self._furthest = 0
        self._passed_over: set[int] = set()
        self._elapsed = 0.0
        self._last_tick: int | None = None
        self._pace: Pace = "play"
        self._dwelt: set[int] = set()
        self._patient: bool | None = None
        self.opening = (Moment.MONTH, self._arrives)

    @property
    def page(self) -> object:
        """The telegram."""
        return self._index

    @property
    def _arrives(self) -> str:
        return telegram_moment(self.telegram.about, self.telegram.operation)

    @property
    def telegram(self) -> Telegram:
        """The one that is being read."""
        return self._month.telegrams[self._index]

    @property
    def finished(self) -> bool:
        """Whether the last telegram has been read or is being so, whole."""
        last = len(self._month.telegrams) - 1
        return self._furthest == last and (self._index < last or self.typed)

    @property
    def read_through(self) -> bool:
        """Whether every telegram has lain open: none was passed over on the way to the end."""
        return self.finished and not self._passed_over

    def read(self, index: int) -> None:
        """Turns to a telegram, with everything up to it read."""
        self._index, self._furthest = index, max(index, self._furthest)
        self._elapsed, self._last_tick = float(typing_time(self.telegram.text)), None

    def wait_for_reader(self) -> None:
        """Somebody reads beside the telegrams: from now on none goes by itself, unless the player has chosen a pace."""
        if self._patient is None:
            self._patient = True

    # What is heard

    def _result(self) -> str:
        """What is heard once a telegram has been typed: the clipping laid beside it, or how the order went."""
        if self.telegram.clipping is not None:
            return Moment.CLIPPING
        results = {"done": Moment.DONE, "failed": Moment.FAILED}
        return results.get(self.telegram.mark, "")

    # What moves

    def tick(self, now: int) -> Outcome | None:
        """Types on, and after a time for reading goes to the next telegram."""
        passed = 0 if self._last_tick is None else now - self._last_tick
        self._last_tick = now
        if self._pace == "pause":
            return None
        typing = not self.typed
        self._elapsed += passed * (_FAST if self._pace == "fast" else 1.0)
        if self._goes_on() and self._elapsed >= self._time_until_next():
            return self._go_to(self._index + 1)
        return Stay(heard=self._result() if typing and self.typed else "")

    def _goes_on(self) -> bool:
        """Whether another telegram follows by itself: not while old ones are read again, or somebody reads beside them."""
        return not self._patient and self._index == self._furthest < len(self._month.telegrams) - 1

    @property
    def typed(self) -> bool:
        """Whether the telegram is there to its last letter."""
        return self._elapsed >= typing_time(self.telegram.text)

    def _time_until_next(self) -> int:
        text = self.telegram.text
        return typing_time(text) + _READING_MS + _READING_MS_A_LETTER * len(text)

    def _next_frame(self, reduced: bool) -> int | None:
        """When something will have moved: a letter typed, or the time for reading gone by."""
        if self._pace == "pause" or (self.typed and not self._goes_on()):
            return None
        speed = _FAST if self._pace == "fast" else 1.0
        if not self.typed and not reduced:
            return 35
        left = (self._time_until_next() if self._goes_on() else typing_time(self.telegram.text)) - self._elapsed
        return max(16, round(left / speed))

    # What the player does

    def keys(self, words: Words) -> tuple[KeyBinding, ...]:
        """One telegram back or on."""
        return (
            KeyBinding(key="left", name=words("Telegram before"), action=partial(self._step, -1)),
            KeyBinding(key="right", name=words("Telegram after"), action=partial(self._step, 1)),
        )

    def back(self) -> Outcome:
        """Esc leaves, as Enter does in the end; while telegrams are unread it asks first, and once more goes back to them."""
        unread = self._unread()
        if not unread:
            return self._done()
        self._last_tick = None
        _ = self._words
        body = _.plural(
            "{count} telegram has not been read. It stays in the log and counts as new there.",
            "{count} telegrams have not been read. They stay in the log and count as new there.",
            unread,
        )  # fmt: skip
        leave = Choice(words=_("Leave them"), action=self._done, kind=self._month.side)
        return Push(Dialog(_("Leave the telegrams?"), body, (leave, Choice(words=_("Read on")))))

    def _unread(self) -> int:
        """How many telegrams have not lain open whole."""
        read = self._furthest + (1 if self.typed or self._index < self._furthest else 0)
        return len(self._month.telegrams) - read + len(self._passed_over)

    def _advance(self, whole: bool) -> Outcome:
        """Space: the whole telegram if it is not there yet, else the next, else out. One that tells of a loss is not read past
        at a gallop: it asks for one touch more, unless it has lain there for a moment."""
        if not whole:
            self._elapsed = float(typing_time(self.telegram.text))
            return Stay(heard=self._result())
        if self.telegram.loss and self._index == self._furthest and self._index not in self._dwelt:
            self._dwelt.add(self._index)
            if self._elapsed < typing_time(self.telegram.text) + _LOSS_MS:
                return Stay()
        if self._index < len(self._month.telegrams) - 1:
            return self._go_to(self._index + 1)
        self._elapsed = max(self._elapsed, float(typing_time(self.telegram.text)))
        return self._done()

    def _step(self, step: int) -> Outcome:
        wanted = self._index + step
        if 0 <= wanted < len(self._month.telegrams):
            return self._go_to(wanted)
        return self._advance(False) if step > 0 else Stay()

    def _go_to(self, index: int) -> Outcome:
        """To a telegram; one that was read before is there at once."""
        read = index <= self._furthest and (index != self._index or self.typed)
        self._passed_over |= set(range(self._furthest + 1, index))
        self._passed_over.discard(index)
        self._index, self._last_tick = index, None
        self._furthest = max(self._furthest, index)
        self._elapsed = float(typing_time(self.telegram.text)) if read else 0.0
        return Stay(heard=Moment.PAGE if read else self._arrives)

    def _skip(self) -> Outcome:
        self._go_to(len(self._month.telegrams) - 1)
        self._elapsed = float(typing_time(self.telegram.text))
        return Stay(heard=Moment.PAGE)

    def _set_pace(self, pace: Pace) -> Outcome:
        self._pace, self._last_tick, self._patient = pace, None, False
        return Stay()

    # What is drawn

    def compose(self, canvas: Canvas) -> None:
        """Bar, map, papers and foot."""
        reduced = canvas.theme.reduced_motion
        bar = Rect(0, 0, canvas.rect.w, max(52, canvas.px(64), canvas.line("h3") + canvas.line("small") + canvas.px(6)))
        foot = Rect(0, 0, canvas.rect.w, foot_height(canvas))
        foot.bottom = canvas.rect.bottom
        middle = Rect(0, bar.bottom, canvas.rect.w, foot.y - bar.bottom)
        whole = reduced or self.typed
        self._ground(canvas, middle)
        self._papers(canvas, middle, whole)
        self._bar(canvas, bar)
        draw_foot(canvas, foot, self._tape(canvas.words, whole))
        after = self._next_frame(reduced)
        if after is not None:
            canvas.request_frame(after)

    def _tape(self, _: Words, whole: bool) -> Tape:
        at_the_end = self._furthest == len(self._month.telegrams) - 1
        finished = at_the_end and (whole or self._index < self._furthest)
        return Tape(
            month=self._month,
            index=self._index,
            pace=self._pace,
            set_pace=self._set_pace,
            go_to=self._go_to,
            leave_words=_("Continue") if finished else _("Skip to end"),
            leave=self._done if finished else self._skip,
            finished=finished,
            known=self._furthest + (1 if whole or self._index < self._furthest else 0),
        )

    def _ground(self, canvas: Canvas, rect: Rect) -> None:
        if self._draw_map is None:
            canvas.panel(
                ("month ground", self._month.side), rect, lambda painter, box: desk(painter, box, self._month.side), opaque=True
            )
            return
        with canvas.clip(rect), canvas.ground():
            self._draw_map(canvas, rect, self.telegram.place, self._bare(canvas, rect))
            canvas.fill(rect, "ink", _DIM)

    def _bare(self, canvas: Canvas, rect: Rect) -> Rect:
        """The part of the map that the papers leave bare: at the right of the form, or beneath it where a clipping lies
        there too."""
        right = rect.x + canvas.px(28) + self._form_width(canvas, rect.w)
        if self.telegram.clipping is None and rect.right - right > rect.w // 3:
            return Rect(right, rect.y, rect.right - right, rect.h)
        return Rect(rect.x, rect.y + rect.h // 2, rect.w * 64 // 100, rect.h // 2)

    def _form_width(self, canvas: Canvas, room: int) -> int:
        return min(room, max(canvas.px(680), canvas.line("telegram") * 24))

    def _bar(self, canvas: Canvas, rect: Rect) -> None:
        _ = canvas.words
        side = self._month.side
        line = canvas.measure("rule") + 1
        canvas.panel(("month bar", side), rect, lambda painter, box: paper(painter, box, DESKS[side]), opaque=True)
        canvas.fill(Rect(rect.x, rect.bottom - line, rect.w, line), side)
        canvas.shield(rect)
        size = canvas.px(38)
        emblem(canvas, side, (rect.x + canvas.px(20) + size // 2, rect.centery), size)
        left = rect.x + canvas.px(20) + size + canvas.px(14)
        of_all = _("of {all}", all=len(self._month.telegrams))
        right = canvas.text("small", of_all, (rect.right - canvas.px(24), rect.centery), "ivory2", anchor="midright")
        figure = canvas.text("number", str(self._index + 1), (right.x - canvas.px(12), rect.centery), "ivory", anchor="midright")
        counted = canvas.text("small", _("telegram"), (figure.x - canvas.px(12), rect.centery), "ivory2", anchor="midright")
        room = counted.x - left - canvas.px(20)
        canvas.text("h3", self._month.date, (left, rect.centery - 1), "ivory", anchor="bottomleft", weight=600, width=room)
        heard = {"center": _("Telegrams · as the Center hears it"),
                 "circle": _("Telegrams · as the Circle hears it")}[side]  # fmt: skip
        canvas.text("small", heard, (left, rect.centery), "ivory2", width=room)

    def _papers(self, canvas: Canvas, rect: Rect, whole: bool) -> None:
        """The form and its card in a column at the left, the clipping at the right."""
        telegram = self.telegram
        margin, gap = canvas.px(28), canvas.px(24)
        area = rect.inflate(-2 * margin, 0)
        shown = telegram.clipping if whole else None
        clip_wide = min(clipping_width(canvas), area.w * 2 // 5) if telegram.clipping else 0
        column = Rect(area.x, area.y, area.w - (clip_wide + gap if clip_wide else 0), area.h)
        column.w = min(column.w, max(canvas.px(700), canvas.line("telegram") * 25) + 2 * gap)
        self._column(canvas, column, telegram, whole)
        if shown is not None:
            high = clipping_height(canvas, shown, clip_wide)
            right = Rect(area.right - clip_wide, rect.y, clip_wide, rect.h)
            content = high + 2 * gap
            with scroll_area(canvas, f"clipping{self._index}", right.inflate(2 * margin, 0), content) as view:
                print_ = Rect(right.x, view.rect.y + gap - view.offset, clip_wide, high)
                draw_clipping(canvas, print_, shown)
                canvas.shield(print_)

    def _column(self, canvas: Canvas, rect: Rect, telegram: Telegram, whole: bool) -> None:
        gap, wide = canvas.px(24), rect.w - bar_room(canvas)
        form_wide = self._form_width(canvas, wide)
        ways = ways_to_named(telegram, self._look_up)
        plan = plan_form(canvas, telegram, form_wide, canvas.words, ways)
        result = result_height(canvas, telegram) if whole else 0
        content = gap + plan.height + (gap + result if result else 0) + gap
        letters = len(telegram.text) if whole else letters_at(telegram.text, self._elapsed)
        name = f"read{self._index}"
        if not whole:
            canvas.attention.scroll[name] = max(0, self._typed_to(plan.strips, letters, plan.strip, plan.height) - rect.h)
        view_rect = Rect(rect.x - canvas.px(28), rect.y, rect.w + canvas.px(28), rect.h)
        with scroll_area(canvas, name, view_rect, content, ink="ivory") as view:
            form = Rect(rect.x, view.rect.y + gap - view.offset, form_wide, plan.height)
            look = canvas.hot("telegram", form.clip(view.rect), telegram.title, partial(self._advance, whole), key="space")
            draw_form(canvas, form, telegram, plan, letters)
            if whole:
                draw_named(canvas, form, telegram, ways)
            if result:
                card = Rect(0, form.bottom + gap, min(form_wide, max(canvas.px(430), canvas.line("body") * 17)), result)
                card.right = form.right
                draw_result(canvas, card, telegram)
                canvas.hot("result", card.clip(view.rect), telegram.title, focusable=False)
        if look.focused:
            focus_frame(canvas, form.clip(view.rect.inflate(-canvas.px(20), -canvas.px(20))))

    def _typed_to(self, strips: tuple[str, ...], letters: int, step: int, height: int) -> int:
        """How far down the form the typing has come, so that it is kept in sight."""
        left, rows = letters, 0
        while rows < len(strips) and left > 0:
            left -= len(strips[rows])
            rows += 1
        return height - (len(strips) - rows) * step
