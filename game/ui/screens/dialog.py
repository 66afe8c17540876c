"""A question or a notice, over the screen it is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from pygame import Rect

from game.ui.screen import Action, Canvas, Outcome, Pop, Screen
from game.ui.screens.sheets import inner_width, sheet_over
from game.ui.widgets.buttons import Kind, button, button_height, button_width
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import Words

_WIDTH = 560


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer. Its action is run after the dialog has gone; without one, the dialog just goes."""

    words: str
    action: Action | None = None
    kind: Kind = "paper"
    key: str | None = None


class Dialog(Screen):
    """A few words and the answers to them. Esc answers none of them; `back` is what follows on it, if something must."""

    overlay = True

    def __init__(self, title: str, body: str, choices: Sequence[Choice], *, back: Action | None = None) -> None:
        self._title, self._body, self._choices = title, body, tuple(choices)
        self._back = back
        self.first_focus = "choice0"

    def back(self) -> Outcome:
        """What Esc does."""
        return Pop(self._back)

    def compose(self, canvas: Canvas) -> None:
        """Title, words, and the answers in a row; beneath one another where there is little room."""
        wide, gap, high = inner_width(canvas, _WIDTH), canvas.px(12), button_height(canvas)
        text_width = wide - bar_room(canvas)
        head = canvas.paragraph_height("h3", self._title, text_width) + canvas.px(8)
        body = canvas.paragraph_height("body", self._body, text_width) + canvas.px(10) if self._body else 0
        widths = [button_width(canvas, choice.words) for choice in self._choices]
        stacked = sum(widths) + gap * (len(widths) - 1) > wide
        foot = (high + gap) * len(widths) - gap if stacked else high
        inner = sheet_over(canvas, _WIDTH, head + body + foot + gap)
        with scroll_area(canvas, "words", Rect(inner.x, inner.y, inner.w, inner.h - foot - gap), head + body) as view:
            at = Rect(inner.x, inner.y - view.offset, text_width, head)
            canvas.paragraph("h3", self._title, at)
            canvas.paragraph("body", self._body, at.move(0, head))
        x, y = inner.x, inner.bottom - foot
        for index, (choice, width) in enumerate(zip(self._choices, widths, strict=True)):
            place = Rect(x, y, inner.w if stacked else width, high)
            button(canvas, f"choice{index}", place, choice.words, self._answer(choice), kind=choice.kind, key=choice.key)
            x, y = (x, y + high + gap) if stacked else (x + width + gap, y)

    def _answer(self, choice: Choice) -> Action:
        def answer() -> Outcome:
            return Pop(choice.action)

        return answer


def confirm(words: Words, title: str, body: str, yes: str, action: Action, *, kind: Kind = "ink") -> Dialog:
    """Asks before something that cannot be taken back."""
    return Dialog(title, body, (Choice(words=yes, action=action, kind=kind), Choice(words=words("Go back"))))


def destroy(words: Words, title: str, body: str, yes: str, action: Action) -> Dialog:
    """Asks before something is gone for good: the answer that lies nearest lets it be."""
    return Dialog(title, body, (Choice(words=words("Go back"), kind="ink"), Choice(words=yes, action=action)))


def notice(words: Words, title: str, body: str) -> Dialog:
    """Says something that only needs to be read."""
    return Dialog(title, body, (Choice(words=words("Close"), kind="ink"),))
