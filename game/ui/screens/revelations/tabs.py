"""The tabs of the pages: words side by side in one line or two; where there is no room, one at a time between arrows."""

from collections.abc import Callable, Sequence
from functools import partial

from pygame import Rect

from game.ui.attention import Tip
from game.ui.screen import Canvas, Outcome
from game.ui.signs import chevron
from game.ui.widgets.focus import focus_frame

Choose = Callable[[int], Outcome]
MOST_LINES = 2
_AIR, _LEAST_AIR = 18, 11
"""Design pixels round the words of a tab, and how few there may be if all fit into one line then."""


def draw_tabs(canvas: Canvas, rect: Rect, names: Sequence[str], chosen: int, choose: Choose) -> int:
    """Draws the tabs along the top of `rect` and returns their height. The figures 1, 2, 3 … choose as well."""
    high = max(canvas.measure("least_target"), canvas.line("choice") + canvas.px(14))
    lines = _lines(canvas, rect.w, names)
    if len(lines) > MOST_LINES:
        _one_at_a_time(canvas, Rect(rect.x, rect.y, rect.w, high), names, chosen, choose)
        bottom = rect.y + high
    else:
        for row, line in enumerate(lines):
            x = rect.x
            for index, wide in line:
                _tab(canvas, Rect(x, rect.y + row * high, wide, high), index, names[index], index == chosen, choose)
                x += wide
        bottom = rect.y + len(lines) * high
    canvas.rule(rect.x, rect.right, bottom, "ink", canvas.measure("rule"))
    return bottom + canvas.measure("rule") - rect.y


def _lines(canvas: Canvas, width: int, names: Sequence[str]) -> list[list[tuple[int, int]]]:
    """Which tabs stand in which line, and how wide each is; they draw together before one is left to a second line."""
    bare = sum(canvas.text_width("choice", name) for name in names)
    pad = max(canvas.px(_LEAST_AIR), min(canvas.px(_AIR), (width - bare) // len(names)))
    lines: list[list[tuple[int, int]]] = [[]]
    used = 0
    for index, name in enumerate(names):
        wide = canvas.text_width("choice", name) + pad
        if lines[-1] and used + wide > width:
            lines.append([])
            used = 0
        lines[-1].append((index, wide))
        used += wide
    return lines


def _tab(canvas: Canvas, rect: Rect, index: int, name: str, chosen: bool, choose: Choose) -> None:
    look = canvas.hot(f"page.{index}", rect, name, partial(choose, index), key=str(index + 1))
    if chosen:
        canvas.fill(rect, "ink")
    elif look.hovered:
        canvas.fill(rect, "hover")
    canvas.text("choice", name, rect.center, "ivory" if chosen else "ink", anchor="center", width=rect.w)
    if look.focused:
        focus_frame(canvas, rect.inflate(-2 * canvas.measure("focus"), -2 * canvas.measure("focus")))


def _one_at_a_time(canvas: Canvas, rect: Rect, names: Sequence[str], chosen: int, choose: Choose) -> None:
    def step(dx: int, _dy: int) -> Outcome | None:
        return choose((chosen + dx) % len(names)) if dx else None

    look = canvas.hot("page", rect, names[chosen], partial(choose, (chosen + 1) % len(names)), arrow=step, tip=Tip(names[chosen]))
    size = rect.h
    for sign, box in ((-1, Rect(rect.x, rect.y, size, size)), (1, Rect(rect.right - size, rect.y, size, size))):
        name = canvas.words("Page before") if sign < 0 else canvas.words("Next page")
        action = partial(choose, (chosen + sign) % len(names))
        part = canvas.hot(f"page.{'before' if sign < 0 else 'next'}", box, name, action, focusable=False)
        if part.hovered:
            canvas.fill(box, "hover")
        chevron(canvas, box.center, canvas.px(18), "ink", left=sign < 0)
    for index in range(len(names)):
        canvas.hot(
            f"page.{index}", Rect(rect.x, rect.y, 0, 0), names[index], partial(choose, index), key=str(index + 1), focusable=False
        )
    canvas.text("choice", names[chosen], rect.center, anchor="center", width=rect.w - 2 * size - canvas.px(8))
    if look.focused:
        focus_frame(canvas, rect.inflate(-2 * canvas.measure("focus"), -2 * canvas.measure("focus")))
