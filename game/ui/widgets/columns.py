"""Lays blocks of known height into columns, as many as there is room for. Nothing is drawn until all are placed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pygame import Rect

from game.ui.painter import Painter
from game.ui.papers import head_rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of a column: its height in real pixels, what draws it into its place, and the room after it. A `live` one can be
    touched, and so is there even while it is scrolled out of sight."""

    height: int
    draw: Callable[[Rect], object]
    gap: int = 0
    live: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Blocks that stay together, the first of them being the section's head."""

    blocks: tuple[Block, ...]

    @property
    def height(self) -> int:
        """Real pixels of the whole section."""
        return height_of(self.blocks)


def height_of(blocks: Sequence[Block]) -> int:
    """The height of blocks one under another."""
    return sum(block.height + block.gap for block in blocks)


def draw_blocks(painter: Painter, rect: Rect, blocks: Sequence[Block]) -> None:
    """Draws blocks one under another from the top of `rect`; those out of sight only if they can be touched."""
    seen = painter.surface.get_clip()
    y = rect.y
    for block in blocks:
        place = Rect(rect.x, y, rect.w, block.height)
        if block.live or place.colliderect(seen):
            block.draw(place)
        y += block.height + block.gap


def section(painter: Painter, title: str, blocks: Sequence[Block]) -> Section:
    """A section under a head with its rule."""
    head = Block(
        height=painter.line("h3") + painter.px(8),
        draw=lambda rect: head_rule(painter, rect, title),
        gap=painter.px(12),
    )
    return Section(blocks=(head, *blocks))


def paragraph_block(painter: Painter, role: str, text: str, width: int, colour: str = "ink", gap: int = 0) -> Block:
    """A block of wrapped text."""
    return Block(
        height=painter.paragraph_height(role, text, width),
        draw=lambda rect: painter.paragraph(role, text, rect, colour),
        gap=gap,
    )


def column_count(painter: Painter, width: int, least: int, most: int) -> int:
    """How many columns of at least `least` real pixels fit into the width with the usual gap between them."""
    gap = painter.px(52)
    return max(1, min(most, (width + gap) // (least + gap)))


def column_width(painter: Painter, width: int, columns: int) -> int:
    """The width of each of so many columns."""
    return (width - painter.px(52) * (columns - 1)) // columns


def flow(sections: Sequence[Section], columns: int, space: int) -> list[list[Section]]:
    """Divides the sections, in their order, over the columns so that the tallest column is as low as can be."""
    best: list[list[Section]] = [list(sections)]
    for count in range(2, columns + 1):
        for parts in _divisions(list(sections), count):
            if columns_height(parts, space) < columns_height(best, space):
                best = parts
    return best


def columns_height(columns: Sequence[Sequence[Section]], space: int) -> int:
    """The height of the tallest column, with `space` between its sections."""
    return max(sum(each.height for each in column) + space * max(0, len(column) - 1) for column in columns)


def draw_columns(columns: Sequence[Sequence[Section]], rect: Rect, width: int, gap: int, space: int) -> None:
    """Draws every block in its place."""
    for index, column in enumerate(columns):
        x, y = rect.x + index * (width + gap), rect.y
        for each in column:
            for block in each.blocks:
                block.draw(Rect(x, y, width, block.height))
                y += block.height + block.gap
            y += space


def _divisions(sections: list[Section], count: int) -> list[list[list[Section]]]:
    if count == 1:
        return [[sections]]
    found: list[list[list[Section]]] = []
    for first in range(1, len(sections) - count + 2):
        found += ([sections[:first], *rest] for rest in _divisions(sections[first:], count - 1))
    return found
