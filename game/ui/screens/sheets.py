"""What the sheets that lie over a screen have in common: their place in the middle, and their width."""

from pygame import Rect

from game.ui.papers import shadow_margin, sheet
from game.ui.screen import Canvas


def sheet_over(canvas: Canvas, width: float, height: int, band: str = "ink") -> Rect:
    """Lays a sheet with a coloured band into the middle of the window and returns its inner part.

    `width` is in design pixels and grows with the text; `height` in real pixels is that of the inner part, cut to the
    window.
    """
    pad = canvas.px(30)
    wide = min(canvas.rect.w - 2 * pad, round(canvas.px(width) * max(1.0, canvas.theme.text)) + sheet_floor(canvas))
    paper = Rect(0, 0, wide, min(canvas.rect.h - 2 * canvas.px(20), height + 2 * pad))
    paper.center = canvas.rect.center
    sheet(canvas, paper, "sheet", "s3")
    canvas.fill(Rect(paper.x, paper.y, paper.w, canvas.px(8)), band)
    canvas.shield(paper)
    return paper.inflate(-2 * pad, -2 * pad)


def sheet_under_head(canvas: Canvas, name: str, width: float = 1080) -> Rect:
    """Lays the one sheet of a page beneath its head and returns its inner part. `width` is in design pixels and grows with
    the text; `name` is the panel's."""
    top = max(canvas.px(96), canvas.line("h1") + canvas.px(30))
    wide = min(canvas.rect.w - 2 * canvas.px(56), round(canvas.px(width) * max(1.0, canvas.theme.text)))
    paper = Rect(0, top, wide, canvas.rect.h - top - canvas.px(32))
    paper.centerx = canvas.rect.centerx
    canvas.panel(name, paper, lambda painter, rect: sheet(painter, rect, "sheet", "s2"), margin=canvas.px(30))
    return paper.inflate(-2 * canvas.px(36), -2 * canvas.px(28))


def card_beside_sheet(canvas: Canvas, room: Rect, widest: float) -> tuple[Rect, Rect]:
    """Lays a card for a list at the left of the room, `widest` design pixels wide at most, and a sheet for a page beside it;
    returns both."""
    gap, margin = canvas.px(22), shadow_margin(canvas, "s1")
    card = Rect(room.x, room.y, max(canvas.px(330), min(room.w * 3 // 10, canvas.px(widest))), room.h)
    page = Rect(card.right + gap, room.y, room.right - card.right - gap, room.h)
    canvas.panel("list's card", card, lambda painter, rect: sheet(painter, rect, "card", "s1"), margin=margin)
    canvas.panel("page's sheet", page, lambda painter, rect: sheet(painter, rect, "sheet", "s1"), margin=margin)
    return card, page


def sheet_floor(canvas: Canvas) -> int:
    """How much wider a sheet must be in a small window, where letters stop shrinking."""
    return round(max(0.0, canvas.line("body") / (27 * canvas.theme.unit * canvas.theme.text) - 1) * canvas.px(300))


def inner_width(canvas: Canvas, width: float) -> int:
    """The width of the inner part of `sheet_over(canvas, width, ...)`."""
    pad = canvas.px(30)
    wide = min(canvas.rect.w - 2 * pad, round(canvas.px(width) * max(1.0, canvas.theme.text)) + sheet_floor(canvas))
    return wide - 2 * pad
