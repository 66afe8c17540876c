"""Rows of a list: a sign, words and a note, figures at the right; one may be chosen, one may be refused."""

from dataclasses import dataclass

from pygame import Rect

from game.ui.attention import Look, Tip
from game.ui.painter import Painter
from game.ui.screen import BLEED, Action, Canvas
from game.ui.widgets.focus import focus_frame, selection


@dataclass(frozen=True, slots=True)
class RowWords:
    """What stands in a row: its name, a note beside it or, where there is room only for that, a `shorter` one; a sign before
    it, and before that its key in a column of their own, which a row without one has too unless `cap` is None; figures in columns
    of a given width in real pixels, or else as narrow as they may be."""

    name: str
    note: str = ""
    shorter: str = ""
    icon: str = ""
    figures: tuple[str, ...] = ()
    column: int = 0
    cap: str | None = None


def fits_beside(painter: Painter, width: int, row: RowWords) -> bool:
    """Whether a note fits beside the name in a row that is so wide; if not, it can stand beneath."""
    return not row.note or bool(_beside(painter, Rect(0, 0, width, 0), row))


def row_height(painter: Painter, width: int, row: RowWords, *, beneath: bool) -> int:
    """The height of a row that is so wide, with its note beside the name or beneath it."""
    left, right = _ends(painter, Rect(0, 0, width, 0), row)
    name = _name_height(painter, row, right - left)
    least = max(36, painter.measure("row"), name + painter.px(8))
    if not beneath:
        return least
    return max(least, name + painter.paragraph_height("small", row.note, right - left) + painter.px(10))


def list_row(
    canvas: Canvas, id: str, rect: Rect, row: RowWords, action: Action, *, beneath: bool = False, chosen: bool = False,
    refusal: str | None = None, key: str | None = None, tip: Tip | None = None,
) -> Look:  # fmt: skip
    """A row such as an order. Its words begin and end with `rect`; what can be touched reaches a little farther.

    A refused row, whose note says why, can be focused, and does nothing.
    """
    enabled = refusal is None
    box = rect.inflate(2 * canvas.px(BLEED), 0)
    said = tip or (Tip(row.name, refusal) if refusal else None)
    look = canvas.hot(id, box, row.name, action, key=key, tip=said, enabled=enabled)
    if chosen:
        selection(canvas, box)
    elif look.hovered and enabled:
        canvas.fill(box, "hover")
    ink, second = ("ink", "ink2") if enabled else ("ink3", "ink2")
    if row.cap:
        canvas.text("small", row.cap, (rect.x, rect.centery), second, anchor="midleft")
    if row.icon:
        size = _sign(canvas)
        canvas.icon(row.icon, (rect.x + _cap_column(canvas, row) + size / 2, rect.centery), size, ink)
    _draw_figures(canvas, rect, row, ink)
    _draw_words(canvas, rect, row, ink, "ink" if chosen else second, beneath=beneath)
    if look.focused:
        focus_frame(canvas, box)
    return look


def _draw_words(canvas: Canvas, rect: Rect, row: RowWords, ink: str, second: str, *, beneath: bool) -> None:
    left, right = _ends(canvas, rect, row)
    if beneath and row.note:
        name_high = _name_height(canvas, row, right - left)
        high = name_high + canvas.paragraph_height("small", row.note, right - left)
        room = Rect(left, rect.centery - high // 2, right - left, 0)
        _draw_name(canvas, row, room, ink)
        canvas.paragraph("small", row.note, room.move(0, name_high), second)
        return
    name_high = _name_height(canvas, row, right - left)
    if canvas.text_width("number_small", row.name) > right - left and name_high <= rect.h:
        _draw_name(canvas, row, Rect(left, rect.centery - name_high // 2, right - left, 0), ink)
        return
    name = canvas.text("number_small", row.name, (left, rect.centery), ink, anchor="midleft", width=right - left)
    at = (name.right + canvas.px(10), rect.centery)
    canvas.text("small", _beside(canvas, rect, row), at, second, anchor="midleft")


def _name_height(painter: Painter, row: RowWords, width: int) -> int:
    """The height of the name: a second line where it is too long for one."""
    return painter.paragraph_height("number_small", row.name, width, size=_name_size(painter, row, width), lines=2)


def _draw_name(canvas: Canvas, row: RowWords, room: Rect, ink: str) -> None:
    canvas.paragraph("number_small", row.name, room, ink, size=_name_size(canvas, row, room.w), lines=2)


def _name_size(painter: Painter, row: RowWords, width: int) -> float | None:
    """Design pixels of a name: as usual, unless a word of it is too long for a line of its own."""
    words = row.name.split()
    sizes = (None, *(_usual_size(painter) * share for share in (0.9, 0.8, 0.7)))
    fits = (size for size in sizes if all(painter.text_width("number_small", word, size=size) <= width for word in words))
    return next(fits, sizes[-1])


def _usual_size(painter: Painter) -> float:
    return painter.theme.role("number_small").size


def _beside(painter: Painter, rect: Rect, row: RowWords) -> str:
    """The note that has room beside the name, if one has."""
    left, right = _ends(painter, rect, row)
    room = right - left - painter.text_width("number_small", row.name) - painter.px(10)
    return next((note for note in (row.note, row.shorter) if painter.text_width("small", note) <= room), "")


def _ends(painter: Painter, rect: Rect, row: RowWords) -> tuple[int, int]:
    """Where the words of a row begin, and where they must end."""
    left, right = rect.x + _cap_column(painter, row), rect.right
    if row.icon:
        left += _sign(painter) + painter.px(9)
    if row.figures:
        columns = (len(row.figures) - 1) * (row.column or figure_column(painter))
        right -= columns + painter.text_width("number_small", row.figures[0]) + painter.px(10)
    return left, right


def _cap_column(painter: Painter, row: RowWords) -> int:
    """The width of the column of keys: each is one figure or letter."""
    return 0 if row.cap is None else painter.text_width("small", "Q") + painter.px(7)


def _sign(painter: Painter) -> int:
    return max(18, painter.sign(25))


def figure_column(painter: Painter) -> int:
    """The width of a column of figures, as wide as its widest."""
    return max(painter.px(56), painter.text_width("number_small", "100%") + painter.px(10))


def _draw_figures(canvas: Canvas, rect: Rect, row: RowWords, ink: str) -> None:
    """Figures in columns from the right, the last one fainter."""
    right = rect.right
    for index, figure in enumerate(reversed(row.figures)):
        fainter = "ink2" if index == 0 and len(row.figures) > 1 and ink == "ink" else ink
        canvas.text("number_small", figure, (right, rect.centery), fainter, anchor="midright")
        right -= row.column or figure_column(canvas)
