"""What the pages of the Revelations are made of: blocks of known height, one under another or side by side."""

from collections.abc import Callable, Sequence

from pygame import Rect

from game.ui.painter import Painter
from game.ui.papers import head_rule
from game.ui.screen import Canvas
from game.ui.signs import emblem
from game.ui.theme import SideName
from game.ui.widgets.columns import Block, draw_blocks, height_of


def gap(high: int) -> Block:
    """Nothing, so many real pixels high."""
    return Block(height=high, draw=lambda _rect: None)


def head(painter: Painter, title: str, note: str = "") -> Block:
    """A head over a rule."""
    high = painter.line("h3") + painter.px(6) + painter.measure("rule") + painter.px(8)
    return Block(height=high, draw=lambda rect: head_rule(painter, rect, title, note=note))


def side_head(painter: Painter, side: SideName, title: str) -> Block:
    """The head of a side's column: its emblem and its name over a rule."""
    size = max(18, painter.px(22))
    high = max(size, painter.line("h3")) + painter.px(14)

    def draw(rect: Rect) -> None:
        middle = rect.y + (high - painter.px(14)) // 2
        emblem(painter, side, (rect.x + size // 2, middle), size)
        left = rect.x + size + painter.px(10)
        painter.text("h3", title, (left, middle), anchor="midleft", width=rect.right - left)
        painter.rule(rect.x, rect.right, rect.bottom - painter.px(8), side, painter.measure("rule"))

    return Block(height=high, draw=draw)


def words(
    painter: Painter, text: str, width: int, *, role: str = "body", ink: str = "ink", italic: bool = False, after: int = 6
) -> Block:
    """A paragraph with some design pixels of room after it."""
    high = painter.paragraph_height(role, text, width, italic=italic)
    return Block(height=high + painter.px(after), draw=lambda rect: painter.paragraph(role, text, rect, ink, italic=italic))


def beside(canvas: Canvas, left: Sequence[Block], right: Sequence[Block], width: int, space: int) -> Block:
    """Two columns, `width` wide each, with so much room between them."""

    def draw(rect: Rect) -> None:
        draw_blocks(canvas, Rect(rect.x, rect.y, width, rect.h), left)
        draw_blocks(canvas, Rect(rect.x + width + space, rect.y, width, rect.h), right)

    live = any(block.live for block in (*left, *right))
    return Block(height=max(height_of(left), height_of(right)), draw=draw, live=live)


def in_columns(canvas: Canvas, width: int, make: Callable[[int], tuple[Sequence[Block], Sequence[Block]]]) -> list[Block]:
    """The two sides' blocks beside one another where there is room, else one under the other. `make` is given the width of
    each."""
    space = canvas.px(28)
    half = (width - space) // 2
    if half >= canvas.line("body") * 9:
        left, right = make(half)
        return [beside(canvas, left, right, half, space)]
    left, right = make(width)
    return [*left, gap(canvas.px(20)), *right]
