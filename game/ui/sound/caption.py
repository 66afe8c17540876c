"""A sound in words, for those who cannot hear it or do not want to: a strip of ivory on ink under the top bar."""

from pygame import Rect

from game.ui.papers import shadow
from game.ui.screen import Canvas
from game.ui.sound.board import Caption


def draw_caption(canvas: Canvas, caption: Caption | None) -> None:
    """Draws what was heard, on top of everything, and asks for the frame without it."""
    if caption is None:
        return
    canvas.request_frame(max(1, caption.until - canvas.now))
    words = canvas.words(caption.words)
    pad, sign, gap = canvas.px(14), canvas.px(22), canvas.px(10)
    room = canvas.rect.w - 2 * canvas.px(24) - 2 * pad - sign - gap
    wide = min(room, canvas.text_width("choice", words))
    box = Rect(0, 0, wide + 2 * pad + sign + gap, canvas.line("choice") + canvas.px(14))
    box.midtop = (canvas.rect.centerx, max(52, canvas.px(64)) + canvas.px(14))
    shadow(canvas, box, "s2")
    canvas.fill(box, "ink")
    canvas.icon("sound-on", (box.x + pad + sign / 2, box.centery), sign, "ivory")
    canvas.text("choice", words, (box.x + pad + sign + gap, box.centery), "ivory", anchor="midleft", width=wide + 1)
