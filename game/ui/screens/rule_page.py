"""One paragraph of the rulebook on its sheet: prose, tables as rows under one another, and the paragraphs it refers to."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from pygame import Rect

from game.rulebook.pages import Book, Grid, Page, Prose
from game.ui.attention import Tip
from game.ui.painter import Painter
from game.ui.screen import Canvas, Outcome
from game.ui.widgets.columns import Block, draw_blocks, height_of, paragraph_block, section
from game.ui.widgets.focus import focus_frame
from game.ui.widgets.scroll import bar_room, scroll_area

_REFERENCE = re.compile(r"\b\d+\.\d+\b")
_WIDEST = 62
"""How many letters n the text is wide at most: longer lines are hard to follow."""

Open = Callable[[Page], Outcome]


def draw_rule_page(canvas: Canvas, rect: Rect, book: Book, page: Page, open_: Open) -> None:
    """The paragraph in a view of its own."""
    inner = rect.inflate(-2 * canvas.px(36), -2 * canvas.px(24))
    width = min(inner.w - bar_room(canvas), canvas.text_width("body", "n" * _WIDEST))
    blocks = list(_blocks(canvas, book, page, width, open_))
    height = height_of(blocks) + canvas.px(16)
    view_rect = Rect(inner.x, inner.y, rect.right - canvas.px(16) - inner.x, inner.h)
    with scroll_area(canvas, f"rule.{page.label}", view_rect, height) as view:
        draw_blocks(canvas, Rect(inner.x, inner.y - view.offset, width, height), blocks)


def _blocks(canvas: Canvas, book: Book, page: Page, width: int, open_: Open) -> Iterator[Block]:
    yield paragraph_block(canvas, "small", f"{page.number} · {page.chapter}", width, "ink2")
    yield paragraph_block(canvas, "h2", page.title, width, gap=canvas.px(14))
    for block in page.blocks:
        if isinstance(block, Prose):
            yield paragraph_block(canvas, "body", block.text, width, gap=canvas.px(14))
        else:
            yield from _grid(canvas, block, width)
    named = [other for number in dict.fromkeys(_REFERENCE.findall(page.text)) if (other := _numbered(book, number))]
    rows = [_link(canvas, other, open_) for other in named if other is not page]
    if rows:
        yield from section(canvas, canvas.words("See also"), rows).blocks


def _numbered(book: Book, number: str) -> Page | None:
    return next((page for page in book.pages if page.number == number), None)


def _grid(painter: Painter, grid: Grid, width: int) -> Iterator[Block]:
    """A table of any width: its columns share the room as their longest words need it."""
    rows = [row for row in grid.rows if any(row)]
    count = max((len(row) for row in rows), default=0)
    if not count:
        return
    gap = painter.px(16)
    wanted = [max(painter.text_width("small", row[index]) for row in rows if index < len(row)) for index in range(count)]
    first = min(wanted[0], width * 2 // 5)
    rest = (width - first - gap * (count - 1)) // max(1, count - 1)
    widths = [first if count > 1 else width, *([rest] * (count - 1))]
    for index, row in enumerate(rows):
        head = index == 0 and any(grid.rows[0])
        high = max(painter.paragraph_height("small", cell, wide) for cell, wide in zip(row, widths, strict=False)) + painter.px(8)
        yield Block(height=high, draw=partial(_row, painter, row, widths, gap, head))
    yield Block(height=0, draw=lambda rect: None, gap=painter.px(16))


def _row(painter: Painter, row: tuple[str, ...], widths: list[int], gap: int, head: bool, rect: Rect) -> None:
    x = rect.x
    for index, (cell, wide) in enumerate(zip(row, widths, strict=False)):
        faint = head or (index == 0 and len(widths) > 1)
        painter.paragraph("small", cell, Rect(x, rect.y + painter.px(2), wide, 0), "ink2" if faint else "ink", italic=head)
        x += wide + gap
    painter.rule(rect.x, rect.right, rect.bottom - 1, "ink" if head else "hairline")


def _link(canvas: Canvas, page: Page, open_: Open) -> Block:
    """A line that leads to another paragraph."""
    high = max(36, canvas.line("body") + canvas.px(10))

    def draw(rect: Rect) -> None:
        look = canvas.hot(f"see.{page.label}", rect, page.title, partial(open_, page), tip=Tip(page.title, page.chapter))
        if look.hovered:
            canvas.fill(rect, "hover")
        number = canvas.text("small", page.number, (rect.x + canvas.px(6), rect.centery), "ink2", anchor="midleft")
        left = number.right + canvas.px(10)
        canvas.text("body", page.title, (left, rect.centery), anchor="midleft", width=rect.right - left)
        if look.focused:
            focus_frame(canvas, rect)

    return Block(height=high, draw=draw, live=True)
