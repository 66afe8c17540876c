"""The register of closed files: every game that was played to its end here, the last one first. It touches no file; what opens
one is given to it."""

from collections.abc import Mapping, Sequence
from functools import partial

from pygame import Rect

from game.match.register import BOTH, ClosedFile
from game.rules.nouns import Side
from game.ui.attention import Tip
from game.ui.moments import Moment, Scene
from game.ui.papers import desk
from game.ui.presenters.register import RegisterRow, register_sheet
from game.ui.screen import Action, Canvas, Screen
from game.ui.screens.sheets import sheet_under_head
from game.ui.signs import both_emblems, emblem, tick
from game.ui.widgets.buttons import page_head
from game.ui.widgets.focus import focus_frame
from game.ui.widgets.scroll import bar_room, scroll_area

_SIGN = 34


class RegisterScreen(Screen):
    """One sheet to look through. `ways` open again, by its name, a game that is still saved."""

    scene = Scene.TITLE
    opening = (Moment.FOLDER,)

    first_focus = "file.0"

    def __init__(self, files: Sequence[ClosedFile], ways: Mapping[str, Action]) -> None:
        self._files, self._ways = tuple(files), ways

    def compose(self, canvas: Canvas) -> None:
        """How many there are, and each in two lines."""
        _, register = canvas.words, register_sheet(self._files, canvas.words)
        canvas.panel("register desk", canvas.rect, partial(desk, side="center"), opaque=True)
        page_head(canvas, _("Closed files"), self.back)
        inner = sheet_under_head(canvas, "register sheet")
        head = canvas.paragraph("body", register.count, inner) + canvas.px(14)
        canvas.rule(inner.x, inner.right, inner.y + head - canvas.px(6), "ink", canvas.measure("rule"))
        room = Rect(inner.x, inner.y + head, inner.w, inner.h - head)
        width = room.w - bar_room(canvas)
        heights = [_row_height(canvas, row, width) for row in register.rows]
        with scroll_area(canvas, "register", room, sum(heights)) as view:
            y = room.y - view.offset
            for index, (row, high) in enumerate(zip(register.rows, heights, strict=True)):
                self._draw_row(canvas, index, row, Rect(room.x, y, width, high))
                y += high

    def _draw_row(self, canvas: Canvas, index: int, row: RegisterRow, rect: Rect) -> None:
        """A row that can be touched: what it leads to is said in its tip."""
        _, way = canvas.words, self._ways.get(row.game)
        says = _("No save of it is left.") if way is None else _("Click to open it again.")
        look = canvas.hot(f"file.{index}", rect, row.title, way, tip=Tip(row.title, says))
        if look.hovered and way is not None:
            canvas.fill(rect, "hover")
        _draw_row(canvas, row, rect)
        if look.focused:
            focus_frame(canvas, rect.inflate(-4 * canvas.measure("focus"), -2 * canvas.measure("focus")))


def _words_at(canvas: Canvas) -> int:
    return canvas.px(_SIGN) + 2 * canvas.px(14)


def _row_height(canvas: Canvas, row: RegisterRow, width: int) -> int:
    room = width - _words_at(canvas) - canvas.px(60)
    words = canvas.paragraph_height("body", _name(row), room) + canvas.paragraph_height("small", row.note, room)
    return max(canvas.px(_SIGN), words) + canvas.px(16)


def _name(row: RegisterRow) -> str:
    return f"**{row.title}**: {row.verdict}"


def _draw_row(canvas: Canvas, row: RegisterRow, rect: Rect) -> None:
    """Whose game it was, how it ended, and a tick where it was won."""
    size = canvas.px(_SIGN)
    centre = (rect.x + canvas.px(14) + size // 2, rect.centery)
    if row.seat == BOTH:
        both_emblems(canvas, centre, size)
    else:
        emblem(canvas, "center" if row.seat == Side.CENTER else "circle", centre, size)
    left = rect.x + _words_at(canvas)
    room = rect.right - left - canvas.px(60)
    y = rect.y + canvas.px(8)
    y += canvas.paragraph("body", _name(row), Rect(left, y, room, 0))
    canvas.paragraph("small", row.note, Rect(left, y, room, 0), "ink2")
    if row.won:
        box = Rect(0, 0, max(16, canvas.px(24)), max(16, canvas.px(24)))
        box.midright = (rect.right - canvas.px(14), rect.centery)
        tick(canvas, box)
    canvas.rule(rect.x, rect.right, rect.bottom - 1)
