"""The way from a name on a sheet to the archive: the head of the sheet can be clicked, and shows it by a small sign."""

from collections.abc import Callable

from pygame import Rect

from game.ui.attention import Tip
from game.ui.screen import Action, Canvas
from game.ui.widgets.focus import focus_frame
from game.ui.words import Words

KEY = "i"

LookUp = Callable[[str], Action | None]
"""From whatever the desk calls a person or place by, to the way to its entry; nothing where there is none."""


def nowhere(_id: str, /) -> Action | None:
    """For screens without an archive."""
    return None


def draw_look_up(canvas: Canvas, rect: Rect, sign: tuple[int, int], name: str, action: Action | None) -> None:
    """Makes `rect` lead to the archive; `sign` is the lower right corner of the slip with the sign. Without an action nothing."""
    if action is None:
        return
    high, tip = max(36, rect.h), look_up_tip(canvas.words, name)
    look = canvas.hot("look_up", Rect(rect.x, rect.y, max(36, rect.w), high), tip.title, action, key=KEY, tip=tip)
    size = look_up_size(canvas)
    slip = Rect(0, 0, size, size)
    slip.bottomright = sign
    canvas.fill(slip, "select" if look.hovered else "strip")
    canvas.frame(slip, "ink2", 1)
    canvas.icon("bookshelf", slip.center, size * 2 // 3)
    if look.focused:
        focus_frame(canvas, rect)


def look_up_tip(words: Words, name: str) -> Tip:
    """What the way to an entry is called, and what is there."""
    return Tip(words("Look up {name}", name=name), words("What history knows, in the archive."))


def look_up_size(canvas: Canvas) -> int:
    """Real pixels across the slip with the sign."""
    return max(22, canvas.px(28))
