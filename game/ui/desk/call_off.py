"""The call-off line of a strike: the least chance at which it is carried through, set in steps, with what it means."""

from collections.abc import Callable
from functools import partial

from pygame import Rect

from game.ui.attention import Tip
from game.ui.painter import Painter
from game.ui.presenters.stakes import LINE_STEP, MOST_LINE
from game.ui.screen import Action, Canvas, Outcome, Stay
from game.ui.widgets.focus import focus_frame
from game.ui.widgets.odds import hatched
from game.ui.words import Words

SetLine = Callable[[int], Outcome]
"""Takes the line in per cent."""


def line_words(line: int, lost: int, _: Words) -> str:
    """What becomes of the order, in a sentence or two. `lost` is the preparation that calling it off costs."""
    if not line:
        return _("Never called off: the strike is carried out, whatever it looks like on the spot.")
    return _(
        "On the spot they see guards and walls, but not what is kept. If it looks worse than {line}%, they go home: "
        "preparation \u2212{lost}, the funds spent, and traces as of preparing.",
        line=line, lost=lost,
    )  # fmt: skip


def line_height(canvas: Canvas, line: int, lost: int, width: int) -> int:
    """The height of it all in this width."""
    words = canvas.paragraph_height("small", line_words(line, lost, canvas.words), width)
    return _step_size(canvas) + _scale_height(canvas) + words


def _step_size(painter: Painter) -> int:
    return max(36, painter.px(40), painter.line("number_small") + painter.px(8))


def _scale_height(painter: Painter) -> int:
    return painter.px(34)


def draw_line(canvas: Canvas, rect: Rect, line: int, lost: int, chance: tuple[int, int], set_line: SetLine) -> int:
    """The figure between two steps, the scale, and the words; returns the height they took."""
    _, size = canvas.words, _step_size(canvas)
    name = _("Call-off line")
    y = rect.y
    more = Rect(rect.right - size, y, size, size)
    figure = f"{line}%" if line else _("never")
    room = max(canvas.text_width("number", "95%"), canvas.text_width("number", _("never"))) + canvas.px(16)
    less = Rect(more.x - room - size, y, size, size)
    words = line_words(line, lost, _)
    tip = Tip(name, words)
    canvas.text("h3", name, (rect.x, less.centery), anchor="midleft", width=less.x - rect.x - canvas.px(8))
    lower = partial(set_line, line - LINE_STEP) if line > 0 else Stay
    higher = partial(set_line, line + LINE_STEP) if line < MOST_LINE else Stay
    _step(canvas, "line.less", less, "\u2212", _("Lower the line"), lower, "-", tip)
    canvas.text("number", figure, ((less.right + more.x) // 2, less.centery), anchor="center")
    _step(canvas, "line.more", more, "+", _("Raise the line"), higher, "+ =", tip)
    y += size
    _scale(canvas, Rect(rect.x, y + canvas.px(8), rect.w, canvas.px(14)), line, chance)
    y += _scale_height(canvas)
    y += canvas.paragraph("small", words, Rect(rect.x, y, rect.w, 0))
    return y - rect.y


def _step(canvas: Canvas, id: str, rect: Rect, sign: str, name: str, action: Action, key: str, tip: Tip) -> None:
    look = canvas.hot(id, rect, name, action, key=key, tip=Tip(name, tip.body))
    box = rect.inflate(-canvas.px(4), -canvas.px(4))
    canvas.fill(box, "hover" if look.hovered else "field")
    canvas.frame(box, "ink", max(1, canvas.measure("rule")))
    canvas.text("number_small", sign, box.center, anchor="center")
    if look.focused:
        focus_frame(canvas, box)


def _scale(canvas: Canvas, rect: Rect, line: int, chance: tuple[int, int]) -> None:
    """From 0 to 100: hatched where the true chance may lie, and a stroke where the order is called off."""
    canvas.frame(rect, "ink2", 1)
    low, high = (rect.x + rect.w * end // 100 for end in chance)
    hatched(canvas, Rect(low, rect.y, max(2, high - low), rect.h))
    x = rect.x + rect.w * line // 100
    thick = max(2, canvas.px(4))
    canvas.fill(Rect(x - thick // 2, rect.y - canvas.px(6), thick, rect.h + canvas.px(12)), "ink")
