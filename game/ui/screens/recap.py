"""What one side was told last, on a sheet that lies on its desk, for whoever has been away from it."""

from collections.abc import Sequence
from functools import partial

from pygame import Rect

from game.ui.moments import Moment
from game.ui.papers import desk
from game.ui.presenters.log import LogRow
from game.ui.screen import Action, Canvas, Outcome, Screen
from game.ui.screens.sheets import inner_width, sheet_over
from game.ui.theme import SideName
from game.ui.widgets.buttons import button, button_height, button_width, main_kind
from game.ui.widgets.scroll import bar_room, scroll_area

_WIDTH = 760


class RecapScreen(Screen):
    """The rows of a month, oldest first. `done` goes to the desk, `again` shows the month as it played out."""

    fades = False
    first_focus = "leave"
    opening = (Moment.PAGE,)

    def __init__(self, rows: Sequence[LogRow], month: str, side: SideName, done: Action, again: Action) -> None:
        self._rows, self._month, self._done, self._again = tuple(rows), month, done, again
        self._side: SideName = side

    def back(self) -> Outcome:
        """Esc goes to the desk, as Enter does."""
        return self._done()

    def compose(self, canvas: Canvas) -> None:
        """Title, rows, and the two ways on."""
        _ = canvas.words
        canvas.panel(("desk", self._side), canvas.rect, partial(desk, side=self._side), opaque=True)
        high, gap = button_height(canvas), canvas.px(14)
        width = inner_width(canvas, _WIDTH) - bar_room(canvas)
        title = _("What you heard: {month}", month=self._month)
        head = canvas.paragraph_height("h2", title, width) + canvas.px(12)
        texts = [row.words + (f" ({row.note})" if row.note else "") for row in self._rows]
        mark = canvas.px(40)
        heights = [canvas.paragraph_height("body", text, width - mark) + canvas.px(12) for text in texts]
        inner = sheet_over(canvas, _WIDTH, head + sum(heights) + gap + high, self._side)
        canvas.paragraph("h2", title, Rect(inner.topleft, (width, 0)))
        room = Rect(inner.x, inner.y + head, inner.w, inner.h - head - gap - high)
        with scroll_area(canvas, "recap", room, sum(heights)) as view:
            y = room.y - view.offset
            for row, text, height in zip(self._rows, texts, heights, strict=True):
                canvas.icon(row.icon, (room.x + mark // 3, y + canvas.line("body") // 2), canvas.px(22), "ink2")
                canvas.paragraph("body", text, Rect(room.x + mark, y, width - mark, 0))
                y += height
        words = _("To the desk")
        place = Rect(inner.x, inner.bottom - high, button_width(canvas, words, _("Enter")), high)
        button(canvas, "leave", place, words, self._done, kind=main_kind(self._side), key="return", show_key=True)
        words = _("See it again")
        place = Rect(place.right + gap, place.y, min(button_width(canvas, words), inner.right - place.right - gap), high)
        button(canvas, "again", place, words, self._again)
