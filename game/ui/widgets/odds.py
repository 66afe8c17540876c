"""Chances as sums that can be checked with a finger: the figure, and a row for each reason with its bar from a centre
line. What the player cannot know is hatched, with its range."""

from collections.abc import Sequence
from dataclasses import dataclass

from pygame import Rect

from game.ui.painter import Painter

MINUS = "\u2212"
RANGE = "\u2009\u2013\u2009"


@dataclass(frozen=True, slots=True, kw_only=True)
class OddsRow:
    """One reason, in points of per cent. An unknown one has `low` under `high`, a known one both the same."""

    words: str
    low: int
    high: int
    note: str = ""

    @property
    def known(self) -> bool:
        """Whether the player knows how much it is."""
        return self.low == self.high


def signed(points: int) -> str:
    """Points with their sign, as they stand in a row."""
    return f"+{points}" if points > 0 else f"{MINUS}{-points}" if points < 0 else "0"


def chance_figure(painter: Painter, at: tuple[int, int], low: int, high: int) -> Rect:
    """The chance in large figures: one, or a range where something is unknown. `at` is its upper left."""
    figure = str(low) if low == high else f"{low}\u2013{high}"
    box = painter.text("number_large", figure, at)
    sign_at = (box.right + painter.px(2), box.bottom - painter.px(5))
    sign = painter.text("number", "%", sign_at, anchor="bottomleft", size=32)
    return box.union(sign)


def odds_rows(painter: Painter, rect: Rect, rows: Sequence[OddsRow], *, most: int = 30, hairlines: bool = False) -> int:
    """The reasons from the top of `rect` down; `most` points fill half a bar's room. Returns the height they took."""
    y = rect.y
    for row in rows:
        height = odds_row_height(painter, row)
        _row(painter, Rect(rect.x, y, rect.w, height), row, most)
        y += height
        if hairlines:
            painter.rule(rect.x, rect.right, y - 1)
    return y - rect.y


def odds_row_height(painter: Painter, row: OddsRow) -> int:
    """The height of a row: taller with a note under its words."""
    if row.note:
        return painter.line("small") * 2 + painter.px(8)
    return max(painter.measure("odds_row"), painter.line("small"))


def _row(painter: Painter, rect: Rect, row: OddsRow, most: int) -> None:
    figure = signed(row.high) if row.known else f"{signed(row.low)}{RANGE}{signed(row.high)}"
    figure_room = max(painter.text_width("number_small", figure), painter.px(44))
    painter.text("number_small", figure, (rect.right, rect.centery), anchor="midright")
    half = painter.px(52)
    centre = rect.right - max(figure_room, painter.px(58)) - painter.px(10) - half
    to_the_left = min(half, round(-min(0, row.low) * half / most))
    words_room = centre - max(painter.px(4), to_the_left) - painter.px(8) - rect.x
    if row.note:
        painter.text("small", row.words, (rect.x, rect.y + painter.px(3)), width=words_room)
        painter.text(
            "small",
            row.note,
            (rect.x, rect.y + painter.px(3) + painter.line("small")),
            "ink2",
            italic=True,
            width=words_room,
        )
    else:
        painter.text("small", row.words, (rect.x, rect.centery), anchor="midleft", width=words_room, italic=not row.known)
    _bar(painter, centre, rect.centery, row, half / most, half)


def _bar(painter: Painter, centre: int, middle: int, row: OddsRow, scale: float, half: int) -> None:
    high = painter.px(12)
    top = middle - high // 2
    start = centre + round(max(-half, min(0, row.low) * scale))
    end = centre + round(min(half, max(0, row.high) * scale))
    bar = Rect(start, top, max(2, end - start), high)
    if not row.known:
        hatched(painter, bar)
    elif row.high > 0:
        painter.fill(bar, "ink")
    elif row.low < 0:
        painter.frame(bar, "ink", max(1, painter.px(1.6)))
    painter.fill(Rect(centre, top - painter.px(3), max(1, painter.px(1.6)), high + painter.px(6)), "ink")


def hatched(painter: Painter, rect: Rect) -> None:
    """The bar of something unknown: slanting lines in a dashed edge."""
    thin = max(1, painter.px(1.2))
    with painter.clip(rect):
        for x in range(rect.x - rect.h, rect.right, max(4, painter.px(6))):
            painter.stroke(((x, rect.bottom), (x + rect.h, rect.top)), "ink", thin)
    painter.dashed_frame(rect, "ink", thin)
