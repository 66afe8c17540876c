"""The question mark: every key of the screen beneath, and the keys that work everywhere."""

from collections.abc import Sequence

from pygame import Rect

from game.ui.papers import head_rule
from game.ui.screen import Canvas, KeyBinding, Pop, Screen
from game.ui.screens.sheets import inner_width, sheet_over
from game.ui.widgets.buttons import button, button_height, button_width
from game.ui.widgets.keycaps import general_keys, key_row, key_row_height
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import Words

_WIDTH = 900


class KeysSheet(Screen):
    """Keys and what they do, over the screen they belong to."""

    overlay = True
    first_focus = "close"

    def __init__(self, screen_keys: Sequence[tuple[str, str]]) -> None:
        self._screen_keys = tuple(screen_keys)

    def compose(self, canvas: Canvas) -> None:
        """Two lists: this screen's and everybody's; one beneath the other where there is little room."""
        _ = canvas.words
        wide, gap = inner_width(canvas, _WIDTH) - bar_room(canvas), canvas.px(40)
        lists = [(_("Everywhere"), general_keys(_))]
        if self._screen_keys:
            lists.insert(0, (_("On this screen"), self._screen_keys))
        columns = len(lists) if wide > 2 * canvas.line("body") * 11 else 1
        row, head, foot = key_row_height(canvas), canvas.line("h3") + canvas.px(24), button_height(canvas)
        tall = [head + row * len(rows) + canvas.px(16) for _title, rows in lists]
        content = max(tall) if columns > 1 else sum(tall)
        inner = sheet_over(canvas, _WIDTH, content + foot + canvas.px(20))
        view_rect = Rect(inner.x, inner.y, inner.w, inner.h - foot - canvas.px(20))
        column_width = (wide - gap * (columns - 1)) // columns
        with scroll_area(canvas, "keys", view_rect, content) as view:
            x, y = inner.x, inner.y - view.offset
            for (title, rows), height in zip(lists, tall, strict=True):
                self._list(canvas, Rect(x, y, column_width, height), title, rows)
                x, y = (x + column_width + gap, y) if columns > 1 else (x, y + height)
        place = Rect(0, 0, button_width(canvas, _("Close")), foot)
        place.bottomleft = inner.bottomleft
        button(canvas, "close", place, _("Close"), Pop, key="return")

    def keys(self, words: Words) -> Sequence[KeyBinding]:
        """The question mark closes what it opened."""
        return (KeyBinding(key="?", name=words("Close"), action=Pop),)

    def _list(self, canvas: Canvas, rect: Rect, title: str, rows: Sequence[tuple[str, str]]) -> None:
        y = rect.y + head_rule(canvas, rect, title) + canvas.px(6)
        for key, name in rows:
            key_row(canvas, Rect(rect.x, y, rect.w, key_row_height(canvas)), key, name, canvas.words)
            y += key_row_height(canvas)
