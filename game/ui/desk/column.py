"""The right column's paper, shared by all that can lie on it: the folder with its sheet, and the seal beneath."""

from pygame import Rect

from game.ui.desk.layout import DeskLayout
from game.ui.painter import Painter
from game.ui.papers import DESKS, folder, paper, sheet
from game.ui.screen import Action, Canvas
from game.ui.theme import SideName
from game.ui.widgets.buttons import button

_FOLDER_MARGIN = 30
"""Design pixels round the folder for its shadow."""


def draw_column(canvas: Canvas, place: DeskLayout, side: SideName) -> Rect:
    """Desk, folder and sheet; returns the room for words on the sheet."""
    column = place.column
    canvas.shield(column)
    if not place.narrow:
        canvas.panel(("column", side), column, lambda painter, rect: paper(painter, rect, DESKS[side]), opaque=True)
    box = place.folder
    if place.narrow:
        box = Rect(column.x, column.y, column.w, place.seal.y - column.y)
    _lay_folder(canvas, box, side)
    inside = _sheet_rect(canvas, box)
    return inside.inflate(-2 * canvas.px(18), -2 * canvas.px(14))


def draw_column_edge(canvas: Canvas, place: DeskLayout, side: SideName, ground: Rect) -> None:
    """The shadow that the folder throws beside the column, on whatever lies at `ground`."""
    column, reach = place.column, canvas.px(_FOLDER_MARGIN)
    with canvas.clip(Rect(column.x - reach, column.y, reach, column.h).clip(ground)):
        _lay_folder(canvas, place.folder, side)


def _lay_folder(canvas: Canvas, box: Rect, side: SideName) -> None:
    margin = canvas.px(_FOLDER_MARGIN)
    canvas.panel(("folder", side), box, lambda painter, rect: _folder(painter, rect, side), margin=margin)


def _sheet_rect(painter: Painter, box: Rect) -> Rect:
    return Rect(box.x + painter.px(12), box.y + painter.px(14), box.w - painter.px(24), box.h - painter.px(26))


def _folder(painter: Painter, rect: Rect, side: SideName) -> None:
    if side == "center":
        folder(painter, rect)
    else:
        sheet(painter, rect, "card", "s2")
        painter.fill(Rect(rect.x, rect.y, rect.w, painter.px(6)), "circle")
    sheet(painter, _sheet_rect(painter, rect), "form" if side == "center" else "card", "s1" if side == "center" else None)


def draw_seal(canvas: Canvas, place: DeskLayout, side: SideName, words: str, note: str, action: Action) -> None:
    """The one main action of the desk."""
    canvas.shield(place.seal)
    canvas.panel(("seal", side), place.seal, lambda painter, rect: paper(painter, rect, DESKS[side]), opaque=True)
    pad = canvas.px(14)
    box = Rect(place.seal.x + pad, place.seal.y + pad, place.seal.w - 2 * pad - canvas.px(4), place.seal.h - 2 * pad)
    notes = note.split("\n")
    notes_width = max(canvas.text_width("small", line) for line in notes)
    roomy = box.w > canvas.px(100) + canvas.text_width("seal", words) + notes_width
    button(canvas, "seal", box, "" if roomy else words, action, kind=side, key="s", role="seal", name=words)
    if roomy:
        size = canvas.px(34)
        canvas.icon("wax-seal", (box.x + canvas.px(18) + size / 2, box.centery), size, "ivory")
        canvas.text("seal", words, (box.x + canvas.px(32) + size, box.centery), "ivory", anchor="midleft")
        line = canvas.line("small")
        top = box.centery - line * len(notes) // 2
        for index, text in enumerate(notes):
            canvas.text("small", text, (box.right - canvas.px(16), top + index * line), "ivory", anchor="topright")


def pair_of_buttons(
    canvas: Canvas, place: DeskLayout, side: SideName, cancel: tuple[str, Action], commit: tuple[str, Action, str | None],
    *, operation: str,
) -> None:  # fmt: skip
    """While an order of some operation is aimed: back, and the order itself in place of the seal."""
    canvas.shield(place.seal)
    canvas.panel(("seal", side), place.seal, lambda painter, rect: paper(painter, rect, DESKS[side]), opaque=True)
    pad = canvas.px(14)
    box = Rect(place.seal.x + pad, place.seal.y + pad, place.seal.w - 2 * pad - canvas.px(4), place.seal.h - 2 * pad)
    third = box.w * 2 // 5
    button(canvas, "cancel", Rect(box.x, box.y, third - pad, box.h), cancel[0], cancel[1], kind="desk", show_key=True)
    button(
        canvas,
        "commit",
        Rect(box.x + third, box.y, box.w - third, box.h),
        commit[0],
        commit[1],
        kind=side,
        key="g",
        refusal=commit[2],
        role="seal",
        subject=f"order.{operation}",
    )
