"""F1: what is under the pointer or the focus, on a sheet large enough to be read in peace."""

from collections.abc import Sequence

from game.ui.attention import Tip
from game.ui.screen import Canvas, KeyBinding, Pop, Screen
from game.ui.screens.sheets import inner_width, sheet_over
from game.ui.widgets.buttons import button, button_height, button_width
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import Words

_WIDTH = 620


class ExplainSheet(Screen):
    """One explanation, over the screen it belongs to."""

    overlay = True
    first_focus = "close"

    def __init__(self, tip: Tip) -> None:
        self._tip = tip

    def compose(self, canvas: Canvas) -> None:
        """The tip's title and reasons, and a button to close it."""
        wide = inner_width(canvas, _WIDTH) - bar_room(canvas)
        gap, foot = canvas.px(16), button_height(canvas)
        head = canvas.paragraph_height("h2", self._tip.title, wide)
        body = canvas.paragraph_height("body", self._tip.body, wide) if self._tip.body else 0
        inner = sheet_over(canvas, _WIDTH, head + body + foot + 3 * gap)
        view_rect = inner.copy()
        view_rect.h = inner.h - foot - gap
        with scroll_area(canvas, "explain", view_rect, head + body + gap) as view:
            at = view_rect.move(0, -view.offset)
            at.w = wide
            canvas.paragraph("h2", self._tip.title, at)
            canvas.paragraph("body", self._tip.body, at.move(0, head + gap // 2))
        words = canvas.words("Close")
        place = inner.copy()
        place.size = (button_width(canvas, words), foot)
        place.bottomleft = inner.bottomleft
        button(canvas, "close", place, words, Pop, key="return")

    def keys(self, words: Words) -> Sequence[KeyBinding]:
        """F1 closes what F1 opened."""
        return (KeyBinding(key="f1", name=words("Close"), action=Pop),)
