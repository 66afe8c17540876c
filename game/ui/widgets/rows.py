"""Rows of a list: a sign, words and a note, figures at the right; one may be chosen, one may be refused."""

from collections.abc import Sequence

from pygame import Rect

from game.ui.attention import Look, Tip
from game.ui.painter import Painter
from game.ui.screen import Action, Canvas
from game.ui.widgets.focus import focus_frame, selection


def list_row(
    canvas: Canvas, id: str, rect: Rect, words: str, action: Action, *, note: str = "", icon: str | None = None,
    figures: Sequence[str] = (), chosen: bool = False, refusal: str | None = None, key: str | None = None,
    tip: Tip | None = None, column: int = 0,
) -> Look:  # fmt: skip
    """A row such as an order: sign, name, what it aims at, and figures in columns at the right, of a given width in real
    pixels or else as narrow as they may be.

    A refused row says why in place of its note, can be focused, and does nothing.
    """
    enabled = refusal is None
    look = canvas.hot(id, rect, words, action, key=key, tip=tip or (Tip(words, refusal) if refusal else None), enabled=enabled)
    if chosen:
        selection(canvas, rect)
    elif look.hovered and enabled:
        canvas.fill(rect, "hover")
    ink, second = ("ink", "ink2") if enabled else ("ink3", "ink2")
    left = rect.x + canvas.px(8)
    if icon:
        size = max(18, canvas.px(25))
        canvas.icon(icon, (left + size / 2, rect.centery), size, ink)
        left += size + canvas.px(9)
    right = _figures(canvas, rect, figures, ink, column or figure_column(canvas))
    box = canvas.text("number_small", words, (left, rect.centery), ink, anchor="midleft", width=right - left)
    said = refusal or note
    room = right - box.right - canvas.px(12)
    if said and room > canvas.px(20):
        canvas.text(
            "small",
            said,
            (box.right + canvas.px(10), rect.centery),
            "ink" if chosen else second,
            anchor="midleft",
            width=room,
        )
    if look.focused:
        focus_frame(canvas, rect)
    return look


def figure_column(painter: Painter) -> int:
    """The width of a column of figures, as wide as its widest."""
    return max(painter.px(56), painter.text_width("number_small", "100%") + painter.px(10))


def _figures(canvas: Canvas, rect: Rect, figures: Sequence[str], ink: str, column: int) -> int:
    """Figures in columns from the right, the last one fainter; returns where the words must end."""
    right = rect.right - canvas.px(8)
    for index, figure in enumerate(reversed(figures)):
        fainter = "ink2" if index == 0 and len(figures) > 1 and ink == "ink" else ink
        canvas.text("number_small", figure, (right, rect.centery), fainter, anchor="midright")
        right -= column
    return right
