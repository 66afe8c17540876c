"""A PIN, asked for or chosen, over the covered desk or over one's own. What is asked for is shown as dots."""

from collections.abc import Callable

import pygame
from pygame import Rect
from pygame.event import Event

from game.match.pins import DIGITS
from game.ui.screen import Action, Canvas, Outcome, Pop, Screen, Stay
from game.ui.screens.sheets import inner_width, sheet_over
from game.ui.theme import SideName
from game.ui.widgets.buttons import button, button_height, button_width, main_kind
from game.ui.widgets.focus import focus_frame
from game.ui.words import Words

_WIDTH = 560


class PinSheet(Screen):
    """Four boxes for digits. `done` is given them all; what it answers follows. `other` is one more way out, with its words:
    what to do about a forgotten PIN, or to have none."""

    overlay = True
    fades = False
    first_focus = "pin"

    def __init__(
        self, side: SideName, title: str, body: str, done: Callable[[str], Outcome], *, hidden: bool,
        other: tuple[str, Action] | None = None,
    ) -> None:  # fmt: skip
        self._side: SideName = side
        self._title, self._body, self._done, self._hidden, self._other = title, body, done, hidden, other
        self._pin = ""
        self._refused = ""

    def refuse(self, words: str) -> Outcome:
        """Empties the boxes and says why."""
        self._pin, self._refused = "", words
        return Stay()

    def compose(self, canvas: Canvas) -> None:
        """Title, words, the boxes, and what can be done."""
        _ = canvas.words
        wide, gap, high = inner_width(canvas, _WIDTH), canvas.px(12), button_height(canvas)
        said = self._refused or self._body
        box = max(44, canvas.px(64), canvas.line("h1"))
        head = canvas.paragraph_height("h3", self._title, wide) + canvas.px(8)
        body = canvas.paragraph_height("body", said, wide) + canvas.px(14)
        answers = self._answers(_)
        widths = [button_width(canvas, words) for _id, words, *_rest in answers]
        stacked = sum(widths) + gap * (len(widths) - 1) > wide
        foot = (high + gap) * len(widths) - gap if stacked else high
        inner = sheet_over(canvas, _WIDTH, head + body + box + canvas.px(20) + foot, self._side)
        y = inner.y + canvas.paragraph("h3", self._title, Rect(inner.topleft, (wide, 0))) + canvas.px(8)
        canvas.paragraph("body", said, Rect(inner.x, y, wide, 0), weight=700 if self._refused else None)
        self._draw_boxes(canvas, Rect(inner.x, y + body, DIGITS * box + (DIGITS - 1) * gap, box), gap)
        x, y = inner.x, inner.bottom - foot
        for (id_, words, action, key, refusal), width in zip(answers, widths, strict=True):
            kind = main_kind(self._side) if id_ == "done" else "paper"
            place = Rect(x, y, inner.w if stacked else width, high)
            button(canvas, id_, place, words, action, kind=kind, key=key, refusal=refusal)
            x, y = (x, y + high + gap) if stacked else (x + width + gap, y)

    def _answers(self, _: Words) -> list[tuple[str, str, Action, str | None, str | None]]:
        missing = None if len(self._pin) == DIGITS else _("Write four digits first.")
        answers: list[tuple[str, str, Action, str | None, str | None]] = [
            ("done", _("Open") if self._hidden else _("Set it"), self._finish, "return", missing)
        ]
        if self._other is not None:
            answers.append(("other", self._other[0], self._other[1], None, None))
        return [*answers, ("leave", _("Go back"), Pop, "escape", None)]

    def _draw_boxes(self, canvas: Canvas, rect: Rect, gap: int) -> None:
        look = canvas.hot("pin", rect, canvas.words("PIN: four digits"), typing=self._type)
        size = rect.h
        for index in range(DIGITS):
            box = Rect(rect.x + index * (size + gap), rect.y, size, size)
            canvas.fill(box, "field")
            canvas.frame(box, "ink", max(2, canvas.measure("rule")))
            if index < len(self._pin):
                if self._hidden:
                    canvas.disc(box.center, size * 0.14, "ink")
                else:
                    canvas.text("h2", self._pin[index], box.center, anchor="center")
            elif index == len(self._pin) and canvas.attention.focus == "pin":
                canvas.fill(Rect(box.centerx, box.y + size // 4, max(1, canvas.px(2)), size // 2), "ink")
        if look.focused:
            focus_frame(canvas, rect)

    def _type(self, event: Event) -> Outcome | None:
        if event.type == pygame.TEXTINPUT:
            digits = "".join(letter for letter in event.text if letter in "0123456789")
            self._pin, self._refused = (self._pin + digits)[:DIGITS], ""
            return Stay()
        if event.type == pygame.KEYDOWN and event.key == pygame.K_BACKSPACE:
            self._pin = self._pin[:-1]
            return Stay()
        letter = event.type == pygame.KEYDOWN and event.unicode and event.unicode.isprintable()
        return Stay() if letter else None

    def _finish(self) -> Outcome:
        return self._done(self._pin)
