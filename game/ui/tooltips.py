"""The box of a tip beside what it explains: ivory on ink, with a small beak. It waits a moment under the pointer and
comes at once with the focus."""

from pygame import Rect

from game.ui.attention import Hint, Tip
from game.ui.painter import Painter
from game.ui.papers import shadow
from game.ui.screen import Canvas, HotArea

DELAY_MS = 350


def draw_tip(canvas: Canvas) -> None:
    """Draws the tip that is due now, on top of everything; asks for a later frame if it is not due yet."""
    due = _due(canvas)
    if due is not None:
        about, tip = due
        _box(canvas, about, tip, canvas.rect)


def _due(canvas: Canvas) -> tuple[Rect, Tip] | None:
    seen = canvas.attention
    if seen.pressed is not None:
        return None
    by_focus = seen.focus_shown and (area := _named(canvas, seen.focus)) is not None and _tip(canvas, area, None)
    if by_focus and seen.focus is not None and (focused := _named(canvas, seen.focus)) is not None:
        return focused.rect, by_focus
    hovered = _named(canvas, seen.hovered)
    tip = _tip(canvas, hovered, seen.pointer)
    if tip is None:
        return None
    waited = canvas.now - seen.hovered_since
    if waited < DELAY_MS:
        canvas.request_frame(DELAY_MS - waited)
        return None
    return (hovered.rect if hovered is not None else Rect(seen.pointer, (1, 1))), tip


def _tip(canvas: Canvas, area: HotArea | None, at: tuple[int, int] | None) -> Tip | None:
    """The area's own tip; else the whole of a text that was cut there."""
    if area is not None and area.tip is not None and not _is_written(canvas, area, area.tip):
        return area.tip
    hints = [hint for hint in canvas.hints if _concerns(hint, area, at)]
    return Tip(hints[-1].text) if hints else None


def _is_written(canvas: Canvas, area: HotArea, tip: Tip) -> bool:
    """Whether all that a tip would say can be read on what it is about."""
    words = {text.text for text in canvas.texts if area.rect.contains(text.rect)}
    return tip.title in words and (not tip.body or tip.body in words)


def _concerns(hint: Hint, area: HotArea | None, at: tuple[int, int] | None) -> bool:
    if at is not None:
        return bool(hint.rect.collidepoint(at))
    return area is not None and bool(area.rect.contains(hint.rect))


def _named(canvas: Canvas, name: str | None) -> HotArea | None:
    return next((area for area in canvas.areas if area.id == name), None) if name is not None else None


def _box(painter: Painter, about: Rect, tip: Tip, window: Rect) -> None:
    pad, beak = painter.px(15), max(6, painter.px(11))
    most = min(painter.px(350) + painter.line("small") * 3, window.w - 4 * pad)
    title_height = painter.paragraph_height("choice", tip.title, most)
    body_height = painter.paragraph_height("small", tip.body, most) if tip.body else 0
    width = most if body_height or title_height > painter.line("choice") else painter.text_width("choice", tip.title)
    box = Rect(0, 0, width + 2 * pad, title_height + body_height + 2 * painter.px(11))
    box.midbottom = (about.centerx, about.top - beak)
    above = box.top >= window.top + 4
    if not above:
        box.top = about.bottom + beak
    box.clamp_ip(window.inflate(-8, -8))
    shadow(painter, box, "s2")
    painter.fill(box, "ink")
    _beak(painter, box, about, beak, above=above)
    inner = box.inflate(-2 * pad, -2 * painter.px(11))
    painter.paragraph("choice", tip.title, inner, "ivory")
    if tip.body:
        painter.paragraph("small", tip.body, inner.move(0, title_height), "ivory2")


def _beak(painter: Painter, box: Rect, about: Rect, size: int, *, above: bool) -> None:
    x = max(box.left + 2 * size, min(about.centerx, box.right - 2 * size))
    edge, point = (box.bottom - 1, box.bottom + size) if above else (box.top + 1, box.top - size)
    if not about.collidepoint((x, point)) and abs(point - (about.top if above else about.bottom)) > 2 * size:
        return
    painter.polygon(((x - size, edge), (x + size, edge), (x, point)), "ink")
