"""The question mark: every key of the screen beneath, and the keys that work everywhere."""

from collections.abc import Sequence

from pygame import Rect

from game.ui.painter import Painter
from game.ui.papers import head_rule
from game.ui.screen import Canvas, KeyBinding, Pop, Screen
from game.ui.screens.sheets import inner_width, sheet_over
from game.ui.widgets.buttons import button, button_height, button_width
from game.ui.widgets.keycaps import general_keys, key_row, key_row_height
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import Words

_WIDTHS = (900, 900, 1360)
"""Design pixels of the sheet with one column, two, or three."""
_LEAST = 11
"""How wide a column must be, in lines of the text."""
_Keys = Sequence[tuple[str, str]]
_Piece = tuple[str, _Keys]
"""Keys under one another: all of a list, or a part with the list's title over the first part alone."""


class KeysSheet(Screen):
    """Keys and what they do, over the screen they belong to."""

    overlay = True
    first_focus = "close"

    def __init__(self, screen_keys: _Keys) -> None:
        self._screen_keys = tuple(screen_keys)

    def compose(self, canvas: Canvas) -> None:
        """Two lists, this screen's and everybody's, which flow over as many columns as it takes to see all of them at once, if
        there is room for so many."""
        _ = canvas.words
        lists: list[_Piece] = [(_("Everywhere"), general_keys(_))]
        if self._screen_keys:
            lists.insert(0, (_("On this screen"), self._screen_keys))
        gap, foot = canvas.px(40), button_height(canvas)
        room = canvas.rect.h - 2 * canvas.px(20) - 2 * canvas.px(30) - foot - canvas.px(20)
        columns, width = self._flow(canvas, lists, gap, room)
        content = max(_height(canvas, column) for column in columns)
        inner = sheet_over(canvas, width, content + foot + canvas.px(20))
        view_rect = Rect(inner.x, inner.y, inner.w, inner.h - foot - canvas.px(20))
        wide = (inner.w - bar_room(canvas) - gap * (len(columns) - 1)) // len(columns)
        with scroll_area(canvas, "keys", view_rect, content) as view:
            for index, column in enumerate(columns):
                x, y = inner.x + index * (wide + gap), inner.y - view.offset
                for title, keys in column:
                    self._list(canvas, Rect(x, y, wide, 0), title, keys)
                    y += _height(canvas, [(title, keys)])
        place = Rect(0, 0, button_width(canvas, _("Close")), foot)
        place.bottomleft = inner.bottomleft
        button(canvas, "close", place, _("Close"), Pop, key="return")

    def _flow(self, canvas: Canvas, lists: Sequence[_Piece], gap: int, room: int) -> tuple[list[list[_Piece]], float]:
        """The fewest columns that show everything in `room`, else the most that are wide enough, and the sheet's width."""
        flowed, width = _flowed(canvas, lists, 1), _WIDTHS[0]
        for count, wider in enumerate(_WIDTHS[1:], start=2):
            inner = inner_width(canvas, wider) - bar_room(canvas) - gap * (count - 1)
            if inner < count * canvas.line("body") * _LEAST:
                break
            if count > 2 and all(_height(canvas, column) <= room for column in flowed):
                break
            flowed, width = _flowed(canvas, lists, count), wider
        return flowed, width

    def keys(self, words: Words) -> Sequence[KeyBinding]:
        """The question mark closes what it opened."""
        return (KeyBinding(key="?", name=words("Close"), action=Pop),)

    def _list(self, canvas: Canvas, rect: Rect, title: str, keys: _Keys) -> None:
        y = rect.y + head_rule(canvas, rect, title) + canvas.px(6)
        for key, name in keys:
            key_row(canvas, Rect(rect.x, y, rect.w, key_row_height(canvas)), key, name, canvas.words)
            y += key_row_height(canvas)


def _height(painter: Painter, pieces: Sequence[_Piece]) -> int:
    """The height of pieces one under another. A part without a title keeps the room of one, so that rows lie side by side."""
    head = painter.line("h3") + painter.px(24)
    return sum(head + key_row_height(painter) * len(keys) + painter.px(16) for _title, keys in pieces)


def _flowed(painter: Painter, lists: Sequence[_Piece], count: int) -> list[list[_Piece]]:
    """The lists in so many columns at most, all as low as they can be."""
    most = max(1, sum(len(keys) for _title, keys in lists))
    flows = (_poured(painter, lists, _height(painter, [("", [("", "")] * rows)])) for rows in range(2, most + 1))
    whole: list[list[_Piece]] = [list(lists)]
    return next((flow for flow in flows if len(flow) <= count), whole)


def _poured(painter: Painter, lists: Sequence[_Piece], high: int) -> list[list[_Piece]]:
    """The lists in columns that are so high; no column has a single key of a longer list."""
    columns: list[list[_Piece]] = [[]]
    for title, keys in lists:
        name, left = title, keys
        while left:
            free = high - _height(painter, columns[-1]) - _height(painter, [(name, ())])
            fit = min(len(left), max(0, free // key_row_height(painter)))
            if columns[-1] and fit < min(2, len(left)):
                columns.append([])
                continue
            fit = max(1, fit)
            columns[-1].append((name, left[:fit]))
            name, left = "", left[fit:]
    return columns
