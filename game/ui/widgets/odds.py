"""Chances as sums that can be checked with a finger: the figure, and a row for each reason with its bar from a centre
line. What the player cannot know is hatched, with its range."""

from collections.abc import Sequence
from dataclasses import dataclass

from pygame import Rect

from game.ui.painter import Painter

MINUS = "\u2212"
RANGE = "\u2009\u2013\u2009"
_HALF = 52
"""Design pixels of a bar to each side of its centre line."""
_MOST = 30
"""Points that fill half a bar's room."""


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


def _range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}\u2013{high}"


_SIGN = 32
"""Design pixels of the sign after a figure."""


def chance_size(painter: Painter, low: int, high: int) -> tuple[int, int]:
    """What the large figures take in width and height, the sign after them too."""
    wide = painter.text_width("number_large", _range(low, high))
    return wide + painter.px(2) + painter.text_width("number", "%", size=_SIGN), painter.line("number_large")


def chance_figure(painter: Painter, at: tuple[int, int], low: int, high: int) -> None:
    """The chance in large figures: one, or a range where something is unknown. `at` is its upper left."""
    box = painter.text("number_large", _range(low, high), at)
    painter.text("number", "%", (box.right + painter.px(2), box.bottom - painter.px(5)), anchor="bottomleft", size=_SIGN)


def odds_rows(painter: Painter, rect: Rect, rows: Sequence[OddsRow]) -> int:
    """The reasons from the top of `rect` down. Returns the height they took."""
    y = rect.y
    for row in rows:
        height = odds_row_height(painter, row, rect.w)
        _row(painter, Rect(rect.x, y, rect.w, height), row)
        y += height
    return y - rect.y


def odds_row_height(painter: Painter, row: OddsRow, width: int) -> int:
    """The height of a row in this width: taller where its words need another line, and with a note under them."""
    words = painter.paragraph_height("small", row.words, _words_room(painter, row, width), italic=not row.known)
    note = painter.paragraph_height("small", row.note, width, italic=True) + painter.px(4) if row.note else 0
    return max(painter.measure("odds_row"), words) + note


def _figure(row: OddsRow) -> str:
    return signed(row.high) if row.known else f"{signed(row.low)}{RANGE}{signed(row.high)}"


def _bar_centre(painter: Painter, row: OddsRow, width: int) -> int:
    """How far from the left edge of a row the centre line of its bar lies."""
    figure_room = max(painter.text_width("number_small", _figure(row)), painter.px(58))
    return width - figure_room - painter.px(10) - painter.px(_HALF)


def _words_room(painter: Painter, row: OddsRow, width: int) -> int:
    half = painter.px(_HALF)
    to_the_left = min(half, round(-min(0, row.low) * half / _MOST))
    return _bar_centre(painter, row, width) - max(painter.px(4), to_the_left) - painter.px(8)


def _row(painter: Painter, rect: Rect, row: OddsRow) -> None:
    room = _words_room(painter, row, rect.w)
    words = painter.paragraph_height("small", row.words, room, italic=not row.known)
    high = max(painter.measure("odds_row"), words)
    middle = rect.y + high // 2
    painter.text("number_small", _figure(row), (rect.right, middle), anchor="midright")
    painter.paragraph("small", row.words, Rect(rect.x, middle - words // 2, room, 0), italic=not row.known)
    if row.note:
        painter.paragraph("small", row.note, Rect(rect.x, rect.y + high, rect.w, 0), "ink2", italic=True)
    half = painter.px(_HALF)
    _bar(painter, rect.x + _bar_centre(painter, row, rect.w), middle, row, half / _MOST, half)


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
