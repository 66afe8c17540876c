"""F1: what is under the pointer or the focus, on a sheet large enough to be read in peace."""

from collections.abc import Sequence
from dataclasses import dataclass

from pygame import Rect

from game.ui.attention import Tip
from game.ui.screen import Action, Canvas, KeyBinding, Pop, Screen
from game.ui.screens.sheets import inner_width, sheet_over
from game.ui.widgets.buttons import button, button_height, button_width
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import Words

_WIDTH = 620


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What the rulebook says of something: a paragraph's title, prose and number, and the way to it."""

    title: str
    text: str
    number: str
    open: Action


class ExplainSheet(Screen):
    """One explanation, over the screen it belongs to; beneath what the screen says itself, what the rulebook says."""

    overlay = True
    first_focus = "close"

    def __init__(self, tip: Tip, passage: Passage | None = None) -> None:
        self._tip, self._passage = tip, passage

    def compose(self, canvas: Canvas) -> None:
        """The tip's title and reasons, the paragraph, and buttons to close it and to read on."""
        wide = inner_width(canvas, _WIDTH) - bar_room(canvas)
        gap, foot = canvas.px(16), button_height(canvas)
        head = canvas.paragraph_height("h2", self._tip.title, wide)
        texts = [text for text in (self._tip.body, self._passage.text if self._passage is not None else "") if text]
        high = [canvas.paragraph_height("body", text, wide) for text in texts]
        body = sum(high) + gap * len(high)
        inner = sheet_over(canvas, _WIDTH, head + body + foot + 2 * gap)
        view_rect = inner.copy()
        view_rect.h = inner.h - foot - gap
        with scroll_area(canvas, "explain", view_rect, head + body) as view:
            at = view_rect.move(0, -view.offset)
            at.w = wide
            canvas.paragraph("h2", self._tip.title, at)
            at.y += head + gap // 2
            for text, height in zip(texts, high, strict=True):
                canvas.paragraph("body", text, at)
                at.y += height + gap
        self._buttons(canvas, inner, foot)

    def _buttons(self, canvas: Canvas, inner: Rect, high: int) -> None:
        words = canvas.words("Close")
        place = Rect(inner.x, inner.bottom - high, button_width(canvas, words), high)
        button(canvas, "close", place, words, Pop, key="return")
        if self._passage is not None:
            more = canvas.words("Rulebook {number}", number=self._passage.number)
            beside = Rect(place.right + canvas.px(10), place.y, button_width(canvas, more, "R"), high)
            button(canvas, "rulebook", beside, more, self._passage.open, key="r", show_key=True)

    def keys(self, words: Words) -> Sequence[KeyBinding]:
        """F1 closes what F1 opened."""
        return (KeyBinding(key="f1", name=words("Close"), action=Pop),)
