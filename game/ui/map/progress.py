"""How far the painting of the map has come, on a slip of paper at its lower left: only while plates are painted, which is
once for each."""

from collections.abc import Sequence

from pygame import Rect

from game.ui.papers import sheet
from game.ui.screen import Canvas


def draw_progress(canvas: Canvas, room: Rect, painting: tuple[int, int] | None, covered: Sequence[Rect] = ()) -> None:
    """Draws the slip into the corner of `room`, above what lies there already. `painting` is how many plates are ready and
    how many there are to be; nothing for nothing to do."""
    if painting is None:
        return
    done, whole = painting
    words = canvas.words("The map is being drawn")
    pad, high = canvas.px(12), canvas.px(6)
    wide = min(room.w - 2 * pad, canvas.text_width("small", words) + 2 * pad)
    box = Rect(room.x + pad, 0, wide, canvas.line("small") + high + 2 * canvas.px(8))
    box.bottom = room.bottom - pad
    _make_way(box, room, covered, pad)
    canvas.cover(box)
    sheet(canvas, box, "card", "s1")
    canvas.text("small", words, (box.x + pad, box.y + canvas.px(6)), width=box.w - 2 * pad + 1)
    bar = Rect(box.x + pad, box.bottom - canvas.px(8) - high, box.w - 2 * pad, high)
    canvas.fill(bar, "hairline")
    canvas.fill(Rect(bar.x, bar.y, bar.w * done // max(1, whole), bar.h), "ink")


def _make_way(box: Rect, room: Rect, covered: Sequence[Rect], pad: int) -> None:
    """Moves the slip off what lies in its corner: above it, else to the upper right, under what lies there."""
    below = [paper for paper in covered if paper.colliderect(box)]
    box.bottom = min([box.bottom, *(paper.top - pad for paper in below)])
    if any(paper.colliderect(box) for paper in covered):
        box.topright = (room.right - pad, room.top + pad)
        box.top = max([box.top, *(paper.bottom + pad for paper in covered if paper.colliderect(box))])
