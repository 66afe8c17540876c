"""Choosing: one of a few in a row, one of a list, yes or no, how much, and which folder tab."""

from collections.abc import Callable, Sequence
from functools import partial

from pygame import Rect

from game.ui.attention import Drag, Tip
from game.ui.painter import Painter
from game.ui.papers import paper, shadow
from game.ui.screen import Action, Canvas, Outcome, Stay
from game.ui.signs import tick
from game.ui.widgets.focus import focus_frame, selection

Choose = Callable[[int], Outcome]


def segmented(
    canvas: Canvas, id: str, rect: Rect, name: str, options: Sequence[str], chosen: int, choose: Choose, *,
    on_desk: bool = False, tip: Tip | None = None, icons: Sequence[str] = (), key: str | None = None,
) -> None:  # fmt: skip
    """One of a few, side by side, with signs before their words where `icons` are given. One stop for the focus: the arrows
    choose, Home and End too; the pointer takes each by itself; a `key` goes on to the next."""
    line = canvas.measure("rule")
    ink, ground = ("ivory", None) if on_desk else ("ink", "field")
    if ground:
        canvas.fill(rect, ground)

    def step(dx: int, _dy: int) -> Outcome | None:
        wanted = chosen + dx
        return choose(wanted) if dx and 0 <= wanted < len(options) else Stay() if dx else None

    def to_end(which: int) -> Outcome:
        wanted = len(options) - 1 if which > 0 else 0
        return choose(wanted) if wanted != chosen else Stay()

    onward = partial(choose, (chosen + 1) % len(options)) if key is not None else None
    look = canvas.hot(id, rect, name, onward, arrow=step, tip=tip, key=key, ends=to_end)
    for index, option in enumerate(options):
        left = rect.x + rect.w * index // len(options)
        cell = Rect(left, rect.y, rect.x + rect.w * (index + 1) // len(options) - left, rect.h)
        part = canvas.hot(f"{id}.{index}", cell, option, partial(choose, index), tip=tip, focusable=False)
        words_ink = ink
        if index == chosen:
            canvas.fill(cell, ink)
            words_ink = "ink" if on_desk else "ivory"
        elif part.hovered:
            canvas.fill(cell, ink, 0.12)
        if index:
            canvas.fill(Rect(cell.x, cell.y, max(1, line // 2), cell.h), ink)
        _cell_words(canvas, cell, option, icons[index] if icons else "", words_ink)
    canvas.frame(rect, ink, line)
    if look.focused:
        focus_frame(canvas, rect)


def _cell_words(canvas: Canvas, cell: Rect, words: str, icon: str, ink: str) -> None:
    """A word in the middle of its cell, with its sign before it if there is room for both."""
    size, gap = max(16, canvas.px(22)), canvas.px(7)
    room = cell.w - canvas.px(8)
    wide = canvas.text_width("choice", words)
    left = cell.centerx - (wide + (size + gap if icon else 0)) // 2
    if icon and wide + size + gap <= room:
        canvas.icon(icon, (left + size / 2, cell.centery), size, ink)
        canvas.text("choice", words, (left + size + gap, cell.centery), ink, anchor="midleft")
    else:
        canvas.text("choice", words, cell.center, ink, anchor="center", width=room)


def radio_row(canvas: Canvas, id: str, rect: Rect, words: str, choose: Action, *, chosen: bool) -> None:
    """One of a list: a ring, filled when chosen, before its words."""
    look = canvas.hot(id, rect, words, choose)
    if chosen:
        selection(canvas, rect)
    elif look.hovered:
        canvas.fill(rect, "hover")
    radius = max(8, canvas.px(10))
    centre = (rect.x + canvas.px(14) + radius, rect.centery)
    canvas.ring(centre, radius, "ink", max(2, canvas.measure("rule")))
    if chosen:
        canvas.disc(centre, radius * 0.55, "ink")
    left = centre[0] + radius + canvas.px(14)
    canvas.text("body", words, (left, rect.centery), anchor="midleft", width=rect.right - left)
    if look.focused:
        focus_frame(canvas, rect)


def switch(canvas: Canvas, id: str, rect: Rect, words: str, flip: Action, *, on: bool, note: str = "") -> None:
    """A yes or no: words at the left, at the right the state in a word and as a switch. All of `rect` answers."""
    look = canvas.hot(id, rect, words, flip)
    if look.hovered:
        canvas.fill(rect.inflate(canvas.px(12), 0), "hover")
    height = max(22, canvas.px(28))
    box = Rect(rect.right - 2 * height, 0, 2 * height, height)
    box.centery = rect.centery
    canvas.fill(box, "ink" if on else "field")
    canvas.frame(box, "ink", max(2, canvas.measure("rule")))
    pad = max(4, canvas.px(5))
    knob = Rect(0, 0, height - 2 * pad + canvas.px(4), height - 2 * pad)
    knob.midright = (box.right - pad, box.centery)
    if not on:
        knob.midleft = (box.left + pad, box.centery)
    canvas.fill(knob, "field" if on else "ink")
    state = canvas.words("on") if on else canvas.words("off")
    said = canvas.text("small", state, (box.x - canvas.px(16), rect.centery), anchor="midright")
    room = said.x - rect.x - canvas.px(8)
    if note:
        middle = rect.centery
        canvas.text("body", words, (rect.x, middle + canvas.px(1)), anchor="bottomleft", width=room)
        canvas.text("small", note, (rect.x, middle), "ink2", width=room)
    else:
        canvas.text("body", words, (rect.x, rect.centery), anchor="midleft", width=room)
    if look.focused:
        focus_frame(canvas, rect)


def checkbox(canvas: Canvas, id: str, rect: Rect, words: str, flip: Action, *, on: bool, tip: Tip | None = None) -> None:
    """A square to tick before its words."""
    look = canvas.hot(id, rect, words, flip, tip=tip)
    size = max(20, canvas.px(26))
    box = Rect(rect.x, 0, size, size)
    box.centery = rect.centery
    if look.hovered:
        canvas.fill(box, "ink", 0.15)
    canvas.frame(box, "ink", max(2, canvas.measure("rule")))
    if on:
        tick(canvas, box.inflate(-size // 3, -size // 3), "ink")
    left = box.right + canvas.px(14)
    canvas.text("body", words, (left, rect.centery), anchor="midleft", width=rect.right - left)
    if look.focused:
        focus_frame(canvas, rect)


def slider(
    canvas: Canvas, id: str, rect: Rect, words: str, value: int, bounds: tuple[int, int], set_to: Choose, *,
    step: int = 5, unit: str = "", ticks: int = 5,
) -> None:  # fmt: skip
    """How much: its name and figure above a line with a handle. Arrows move it by `step`, Home and End as far as it goes, the
    pointer by dragging."""
    least, most = bounds
    line = canvas.line("body")
    track = Rect(rect.x, rect.y + line, rect.w, max(36, rect.h - line))
    handle_w, handle_h = max(12, canvas.px(17)), max(18, canvas.px(26))
    inner_left, inner_right = track.x + handle_w // 2, track.right - handle_w // 2

    def nearest(x: int) -> int:
        share = min(1.0, max(0.0, (x - inner_left) / max(1, inner_right - inner_left)))
        return least + round(share * (most - least) / step) * step

    def drag(moved: Drag) -> Outcome:
        wanted = nearest(moved.at[0])
        return set_to(wanted) if wanted != value else Stay()

    def turn(dx: int, _dy: int) -> Outcome | None:
        return set_to(min(most, max(least, value + dx * step))) if dx else None

    def to_end(which: int) -> Outcome:
        wanted = most if which > 0 else least
        return set_to(wanted) if wanted != value else Stay()

    look = canvas.hot(id, track, words, drag=drag, arrow=turn, ends=to_end)
    figure = canvas.text("number_small", f"{value}{unit}", (rect.right, rect.y + line / 2), anchor="midright")
    canvas.text("body", words, (rect.x, rect.y + line / 2), anchor="midleft", width=figure.x - rect.x - canvas.px(8))
    x = round(inner_left + (value - least) / (most - least) * (inner_right - inner_left))
    middle = track.y + handle_h // 2 + canvas.px(2)
    canvas.fill(Rect(track.x, middle - 1, track.w, 2), "ink")
    thick = max(4, canvas.px(8))
    canvas.fill(Rect(track.x, middle - thick // 2, x - track.x, thick), "ink")
    for index in range(ticks + 1):
        at = inner_left + (inner_right - inner_left) * index // ticks
        canvas.fill(Rect(at, middle + handle_h // 2 - canvas.px(2), max(1, canvas.px(1.5)), canvas.px(5)), "ink")
    handle = Rect(0, 0, handle_w, handle_h)
    handle.center = (x, middle)
    if look.hovered or look.pressed:
        shadow(canvas, handle, "s1")
    canvas.fill(handle, "hover" if look.pressed else "field")
    canvas.frame(handle, "ink", max(2, canvas.measure("rule")))
    if look.focused:
        focus_frame(canvas, handle)


def slider_height(painter: Painter) -> int:
    """The height of a slider with its words."""
    return painter.line("body") + max(36, painter.px(38))


def side_tab(canvas: Canvas, id: str, rect: Rect, words: str, choose: Action, *, chosen: bool, icon: str) -> None:
    """A tab at the left edge of the window. The chosen one is of the paper's colour, with the yellow mark."""
    look = canvas.hot(id, rect, words, choose)
    shadow(canvas, rect, "s1")
    paper(canvas, rect, "sheet" if chosen else "manila" if look.hovered else "kraft")
    if chosen:
        canvas.fill(Rect(rect.x, rect.y, canvas.px(8), rect.h), "select")
    left, size = rect.x + canvas.px(30), canvas.px(26)
    canvas.icon(icon, (left + size / 2, rect.centery), size)
    left += size + canvas.px(14)
    canvas.text("h3", words, (left, rect.centery), anchor="midleft", width=rect.right - left - canvas.px(8))
    if look.focused:
        focus_frame(canvas, rect.inflate(-4 * canvas.measure("focus"), -4 * canvas.measure("focus")))
