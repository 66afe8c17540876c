"""The frame around whatever has the keyboard's focus, the same on every desk and paper."""

from pygame import Rect

from game.ui.painter import Painter


def focus_frame(painter: Painter, rect: Rect) -> None:
    """`select`, 3 px wide and 3 px out, on an ink frame of 3 px."""
    width = painter.measure("focus")
    painter.frame(rect.inflate(2 * width, 2 * width), "ink", width)
    painter.frame(rect.inflate(4 * width, 4 * width), "select", width)


def selection(painter: Painter, rect: Rect) -> None:
    """The one yellow: this one is chosen. Always outlined in ink."""
    painter.fill(rect, "select")
    painter.frame(rect, "ink", max(2, painter.measure("rule")))
