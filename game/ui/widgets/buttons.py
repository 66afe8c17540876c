"""Buttons: the side's main action, the secondary on paper or desk, and the quiet one that is only a word."""

from typing import Literal

from pygame import Rect

from game.ui.attention import Look, Tip
from game.ui.keys import key_cap
from game.ui.painter import Painter
from game.ui.papers import shadow
from game.ui.screen import BLEED, WAY_BACK, Action, Canvas
from game.ui.signs import chevron
from game.ui.theme import SideName
from game.ui.widgets.focus import focus_frame

Kind = Literal["center", "circle", "ink", "paper", "desk"]
"""A side's main action; the main action where no side acts; secondary on paper; secondary on a desk."""


def button_width(painter: Painter, words: str, key_words: str = "") -> int:
    """The width a button needs for its words, and for its key's name beside them."""
    key_part = painter.text_width("small", key_words) + painter.px(10) if key_words else 0
    return painter.text_width("button", words) + key_part + painter.px(48)


def button_height(painter: Painter, *, role: str = "button") -> int:
    """The height of a row of buttons: never under the least target, and roomy for large letters."""
    least = painter.measure("seal_button" if role == "seal" else "button")
    return max(36, least, painter.line(role) + painter.px(16))


def button(
    canvas: Canvas, id: str, rect: Rect, words: str, action: Action, *, kind: Kind = "paper", key: str | None = None,
    tip: Tip | None = None, refusal: str | None = None, role: str = "button", show_key: bool = False,
    name: str = "", subject: str = "",
) -> Look:  # fmt: skip
    """A button. With `refusal`, it is disabled and its tip says why; with `show_key`, its key is named on it.

    `name` is what it is called where its label is drawn by somebody else, `subject` what the rulebook is asked about it.
    """
    why = Tip(words, refusal) if refusal else tip
    look = canvas.hot(id, rect, name or words, action, key=key, tip=why, enabled=refusal is None, subject=subject)
    if refusal is not None:
        canvas.dashed_frame(rect, "ink3", max(1, canvas.measure("rule")))
        ink = "ink3"
    else:
        ink = _body(canvas, rect, kind, look)
    down = canvas.px(1) if look.pressed else 0
    _label(canvas, rect.move(0, down), words, ink, role, key_cap(key, canvas.words) if key and show_key else "")
    if look.focused:
        focus_frame(canvas, rect)
    return look


def _body(canvas: Canvas, rect: Rect, kind: Kind, look: Look) -> str:
    """The button's own paper; returns the colour of the words on it."""
    line = canvas.measure("rule")
    if kind == "desk":
        if look.hovered or look.pressed:
            canvas.fill(rect, "ivory", 0.16)
        canvas.frame(rect, "ivory", line)
        return "ivory"
    if look.hovered and not look.pressed:
        shadow(canvas, rect, "s1")
    state = "_pressed" if look.pressed else "_hover" if look.hovered else ""
    match kind:
        case "center" | "circle":
            canvas.fill(rect, kind + state)
            canvas.frame(rect, kind + "_edge", line)
            return "ivory"
        case "ink":
            canvas.fill(rect, "ink2" if look.hovered else "ink")
            return "ivory"
        case "paper":
            canvas.fill(rect, "hover" if look.pressed else "field" if look.hovered else "strip")
            canvas.frame(rect, "ink", line)
            return "ink"


def _label(canvas: Canvas, rect: Rect, words: str, ink: str, role: str, key_words: str) -> None:
    gap = canvas.px(10)
    room = rect.w - canvas.px(20)
    words_width = canvas.text_width(role, words)
    key_width = canvas.text_width("small", key_words) + gap if key_words else 0
    if words_width + key_width > room:
        key_words, key_width = "", 0
    left = rect.centerx - (min(words_width, room) + key_width) // 2
    box = canvas.text(role, words, (left, rect.centery), ink, anchor="midleft", width=room)
    if key_words:
        canvas.text("small", key_words, (box.right + gap, rect.centery), ink, anchor="midleft")


def quiet_button(
    canvas: Canvas, id: str, at: tuple[int, int], words: str, action: Action, *,
    ink: str = "ink", key: str | None = None, tip: Tip | None = None, framed: bool = False,
) -> Rect:  # fmt: skip
    """A word that can be clicked, underlined under the pointer. It begins at `at`, in line with what stands above and below;
    returns its area, which reaches a little farther. `framed` beside a heading, for which the word alone would pass."""
    pad, height = canvas.px(BLEED), max(36, canvas.line("choice") + canvas.px(8))
    rect = Rect(at[0] - pad, at[1], canvas.text_width("choice", words) + 2 * pad, height)
    look = canvas.hot(id, rect, words, action, key=key, tip=tip)
    if framed:
        plate = rect.inflate(0, canvas.line("choice") + canvas.px(4) - height)
        canvas.fill(plate, "hover" if look.pressed else "field" if look.hovered else "strip")
        canvas.frame(plate, ink, max(1, canvas.px(1)))
    box = canvas.text("choice", words, rect.center, ink, anchor="center")
    if not framed and (look.hovered or look.pressed):
        canvas.rule(box.left, box.right, box.bottom, ink, canvas.measure("rule"))
    if look.focused:
        focus_frame(canvas, rect)
    return rect


def page_head(canvas: Canvas, words: str, back: Action) -> Rect:
    """The title of a page on a desk with the arrow back before it, at the page's upper left."""
    left, height = canvas.px(30), max(canvas.px(88), canvas.line("h1") + 8)
    arrow = Rect(left - canvas.px(10), (height - max(36, canvas.px(48))) // 2, max(36, canvas.px(44)), max(36, canvas.px(48)))
    look = canvas.hot(WAY_BACK, arrow, canvas.words("Back"), back)
    if look.hovered:
        canvas.fill(arrow, "ivory", 0.16)
    chevron(canvas, arrow.center, canvas.px(22), "ivory")
    if look.focused:
        focus_frame(canvas, arrow)
    return canvas.text("h1", words, (canvas.px(82), height // 2), "ivory", anchor="midleft", width=canvas.rect.w // 2)


def main_kind(side: SideName | None) -> Kind:
    """The kind of the one main button: the side's, or plain ink where no side acts."""
    return side or "ink"
