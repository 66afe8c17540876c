"""Whom one has lost: the way to them in a corner of the second board, and the sheet that says what became of each."""

from collections.abc import Callable, Sequence
from functools import partial

from pygame import Rect

from game.ui.attention import Tip
from game.ui.painter import Painter
from game.ui.papers import head_rule
from game.ui.presenters.losses import Loss
from game.ui.screen import Action, Canvas, Outcome
from game.ui.widgets.buttons import button, button_height, button_width
from game.ui.widgets.focus import focus_frame
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import Words

KEY = "n"


def losses_words(lost: int, _: Words) -> str:
    """What the way to the lost is called, with their number."""
    return _("No longer with us: {count}", count=lost)


def losses_box(painter: Painter, lost: int, _: Words) -> Rect:
    """The room that the way to the lost takes, wherever it lies."""
    return Rect(0, 0, button_width(painter, losses_words(lost, _), KEY), button_height(painter))


def draw_way_to_losses(canvas: Canvas, box: Rect, lost: int, choose: Action) -> None:
    """The button, in its room."""
    words = losses_words(lost, canvas.words)
    tip = Tip(words, canvas.words("What became of them, and when."))
    button(canvas, "losses", box, words, choose, key=KEY, tip=tip, show_key=True)


def draw_losses(canvas: Canvas, room: Rect, losses: Sequence[Loss], choose: Callable[[str], Outcome]) -> None:
    """Everybody whom one has lost, the last first; each leads to his sheet."""
    width = room.w - bar_room(canvas)
    head = canvas.line("h3") + canvas.px(18)
    heights = [_row_height(canvas, loss, width) for loss in losses]
    with scroll_area(canvas, "losses.list", room, head + sum(heights) + canvas.px(6)) as view:
        y = room.y - view.offset
        head_rule(canvas, Rect(room.x, y, width, 0), canvas.words("No longer with us"))
        y += head
        for loss, height in zip(losses, heights, strict=True):
            _row(canvas, Rect(room.x, y, width, height), loss, partial(choose, loss.id))
            y += height


def _fate(loss: Loss) -> str:
    return f"{loss.fate} · {loss.when}" if loss.when else loss.fate


def _inner(painter: Painter, width: int) -> int:
    return width - 2 * painter.px(8)


def _row_height(canvas: Canvas, loss: Loss, width: int) -> int:
    inner = _inner(canvas, width)
    height = canvas.line("h3") + canvas.paragraph_height("small", _fate(loss), inner)
    height += canvas.paragraph_height("small", loss.told, inner) if loss.told else 0
    return max(36, height + 2 * canvas.px(8))


def _row(canvas: Canvas, box: Rect, loss: Loss, choose: Action) -> None:
    """Name, fate with its month, and beneath them what was told."""
    look = canvas.hot(f"loss.{loss.id}", box, loss.name, choose, tip=Tip(loss.name, canvas.words("Pick to open the file.")))
    if look.hovered:
        canvas.fill(box, "hover")
    left, inner = box.x + canvas.px(8), _inner(canvas, box.w)
    y = canvas.text("h3", loss.name, (left, box.y + canvas.px(8)), width=inner).bottom
    y += canvas.paragraph("small", _fate(loss), Rect(left, y, inner, 0))
    if loss.told:
        canvas.paragraph("small", loss.told, Rect(left, y, inner, 0), "ink2")
    canvas.rule(box.x, box.right, box.bottom - 1)
    if look.focused:
        focus_frame(canvas, box)
