"""A view that scrolls, with the bar that says how far."""

from collections.abc import Iterator
from contextlib import contextmanager

from pygame import Rect

from game.ui.attention import ScrollView
from game.ui.painter import Painter
from game.ui.screen import Canvas


@contextmanager
def scroll_area(canvas: Canvas, id: str, rect: Rect, content: int, *, ink: str = "ink") -> Iterator[ScrollView]:
    """Draw inside from `view.rect.y - view.offset` down; leave `bar_room` at the right where it may have to scroll."""
    with canvas.scroll(id, rect, content) as view:
        yield view
    if view.furthest:
        _bar(canvas, view, ink)


def bar_room(painter: Painter) -> int:
    """What the bar takes at the right of a view, in real pixels."""
    return max(14, painter.px(16))


def _bar(canvas: Canvas, view: ScrollView, ink: str) -> None:
    wide = max(5, canvas.px(6))
    track = Rect(view.rect.right - wide, view.rect.y, wide, view.rect.h)
    canvas.fill(track, ink, 0.15)
    high = max(24, view.rect.h * view.rect.h // view.content)
    top = track.y + (track.h - high) * view.offset // view.furthest
    canvas.fill(Rect(track.x, top, wide, high), ink, 0.75)
