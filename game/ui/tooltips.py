"""The box of a tip beside what it explains: ivory on ink, with a small beak. It waits a moment under the pointer and
comes at once with the focus."""

from pygame import Rect

from game.ui.attention import Hint, Tip
from game.ui.painter import Painter
from game.ui.papers import shadow
from game.ui.placing import beside, least_hiding
from game.ui.screen import Canvas, HotArea

DELAY_MS = 350
_PULL = 30
"""How many pixels may be hidden to lie a pixel nearer."""


def draw_tip(canvas: Canvas) -> None:
    """Draws the tip that is due now, on top of everything; asks for a later frame if it is not due yet."""
    due = _due(canvas)
    if due is not None:
        about, tip, pointer = due
        _box(canvas, about, tip, pointer)


def _due(canvas: Canvas) -> tuple[Rect, Tip, tuple[int, int] | None] | None:
    """What is explained, the words, and the pointer if it asks for them."""
    seen = canvas.attention
    if seen.pressed is not None:
        return None
    focused = _named(canvas, seen.focus) if seen.focus_shown and not seen.pointing else None
    tip = _tip(canvas, focused, None) if focused is not None and _in_sight(focused) else None
    if focused is not None and tip is not None:
        return focused.rect, tip, None
    hovered = _named(canvas, seen.hovered)
    tip = _tip(canvas, hovered, seen.pointer) if not seen.uninvited else None
    if tip is None:
        return None
    waited = canvas.now - seen.hovered_since
    if waited < DELAY_MS:
        canvas.request_frame(DELAY_MS - waited)
        return None
    return (hovered.rect if hovered is not None else Rect(seen.pointer, (1, 1))), tip, seen.pointer


def _in_sight(area: HotArea) -> bool:
    """Whether at least half of it is seen, or it fills half the view: a row that was scrolled away explains nothing."""
    return 2 * area.rect.clip(area.clip).h >= min(area.rect.h, area.clip.h)


def _tip(canvas: Canvas, area: HotArea | None, at: tuple[int, int] | None) -> Tip | None:
    """The area's own tip, unless it can be read there; else the whole of a text that was cut there."""
    if area is not None and area.tip is not None and not area.tip.beside and not _is_written(canvas, area, area.tip):
        return area.tip
    hints = [hint for hint in canvas.hints if _concerns(hint, area, at)]
    return Tip(hints[-1].text) if hints else None


def _is_written(canvas: Canvas, area: HotArea, tip: Tip) -> bool:
    """Whether all that a tip would say can be read on what it is about."""
    words = {text.text for text in canvas.texts if area.rect.contains(text.rect)}
    return all(line in words for line in (tip.title, *tip.body.splitlines()))


def _concerns(hint: Hint, area: HotArea | None, at: tuple[int, int] | None) -> bool:
    if at is not None:
        return bool(hint.rect.collidepoint(at))
    return area is not None and bool(area.rect.contains(hint.rect))


def _named(canvas: Canvas, name: str | None) -> HotArea | None:
    return next((area for area in canvas.areas if area.id == name), None) if name is not None else None


def _box(canvas: Canvas, about: Rect, tip: Tip, pointer: tuple[int, int] | None) -> None:
    pad, beak, window = canvas.px(15), max(6, canvas.px(11)), canvas.rect
    most = min(canvas.px(350) + canvas.line("small") * 3, window.w - 4 * pad)
    width = max(canvas.paragraph_width(role, text, most) for role, text in (("choice", tip.title), ("small", tip.body)))
    title_height = canvas.paragraph_height("choice", tip.title, width)
    body_height = canvas.paragraph_height("small", tip.body, width) if tip.body else 0
    box = _lay(canvas, about, (width + 2 * pad, title_height + body_height + 2 * canvas.px(11)), beak, pointer)
    shadow(canvas, box, "s2")
    canvas.fill(box, "ink")
    _beak(canvas, box, about, beak)
    inner = box.inflate(-2 * pad, -2 * canvas.px(11))
    canvas.paragraph("choice", tip.title, inner, "ivory")
    if tip.body:
        canvas.paragraph("small", tip.body, inner.move(0, title_height), "ivory2")


def _lay(canvas: Canvas, about: Rect, size: tuple[int, int], gap: int, pointer: tuple[int, int] | None) -> Rect:
    """Above if nothing lies there that is wanted; else where least is hidden, and never what the hand goes to next: the thing
    itself, what is under the pointer, and just below it. Beyond what is pointed out, if that lies in the way."""
    window = canvas.rect.inflate(-8, -8)
    around = beside(about, size, gap)
    beyond = [around["above"].move_to(bottom=each.top - gap) for each in canvas.pointed_out if each.colliderect(around["above"])]
    places = [place.clamp(window) for place in (*(around[where] for where in ("above", "below", "left", "right")), *beyond)]
    clear = [about, *canvas.pointed_out]
    if pointer is not None:
        reach = canvas.px(60)
        clear.append(Rect(pointer[0] - reach, pointer[1] - reach // 4, 2 * reach, reach))
    return least_hiding(canvas, places, clear, about, canvas.px(_PULL))


def _beak(painter: Painter, box: Rect, about: Rect, size: int) -> None:
    """At the edge that faces what is explained, if the box lies straight beside it."""
    x = max(box.left + 2 * size, min(about.centerx, box.right - 2 * size))
    y = max(box.top + size, min(about.centery, box.bottom - size))
    near = 2 * size
    if box.bottom <= about.top <= box.bottom + near and about.left <= x <= about.right:
        painter.polygon(((x - size, box.bottom - 1), (x + size, box.bottom - 1), (x, box.bottom + size)), "ink")
    elif about.bottom <= box.top <= about.bottom + near and about.left <= x <= about.right:
        painter.polygon(((x - size, box.top + 1), (x + size, box.top + 1), (x, box.top - size)), "ink")
    elif box.right <= about.left <= box.right + near and about.top <= y <= about.bottom:
        painter.polygon(((box.right - 1, y - size), (box.right - 1, y + size), (box.right + size, y)), "ink")
    elif about.right <= box.left <= about.right + near and about.top <= y <= about.bottom:
        painter.polygon(((box.left + 1, y - size), (box.left + 1, y + size), (box.left - size, y)), "ink")
