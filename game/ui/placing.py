"""What a paper laid over a screen would hide there: cards and tips lie where that is least."""

from collections.abc import Iterable, Sequence

from pygame import Rect

from game.ui.screen import Canvas, HotArea

LAID = "laid."
"""The ids of papers that speak to the player over whatever screen is there begin so: nothing lies on them."""
_GROUND = ("map", "map.small")
"""What may well be covered."""
_FACES = ("person.", "map.person.")
"""Small, and what the player looks for."""

_HEADINGS, _HEADING = ("h1", "h2"), 30.0
"""What says where one is, and how much it matters: few pixels, which answer to no touch."""


def least_hiding(canvas: Canvas, places: Sequence[Rect], clear: Iterable[Rect], near: Rect | None, pull: float) -> Rect:
    """Of the places the one that hides least: nothing of `clear` if there is any other, then as little as can be that
    answers to a touch or is a heading, then near. `pull` is what a pixel of distance from `near` weighs against pixels hidden."""
    covers = [(area.rect.clip(area.clip), _weight(area)) for area in canvas.areas]
    covers += [(text.rect.clip(text.clip), _HEADING) for text in canvas.texts if text.role in _HEADINGS]
    kept = tuple(clear)

    def price(place: Rect) -> float:
        hidden = sum(weight * _shared(place, other) for other, weight in covers if weight)
        over = sum(_shared(place, each) for each in kept)
        return 50 * over + hidden + (pull * between(place, near) if near is not None else 0)

    return min(places, key=price)


def _weight(area: HotArea) -> float:
    """How much it matters that an area can be seen: what answers to a touch, and papers that say something."""
    if area.id in _GROUND:
        return 0
    if area.id.startswith(LAID):
        return 50
    if area.id.startswith("shield"):
        return 0.6
    if area.id.startswith(_FACES):
        return 4
    return 1.0 if area.enabled or area.action is None else 0.3


def beside(about: Rect, size: tuple[int, int], gap: int) -> dict[str, Rect]:
    """The places of that size right, left, below and above of something, `gap` away; beside what is tall, level with its
    top, so that what follows it there finds its card in the same place."""
    right, left, below, above = (Rect((0, 0), size) for _ in range(4))
    right.midleft, left.midright = (about.right + gap, about.centery), (about.left - gap, about.centery)
    below.midtop, above.midbottom = (about.centerx, about.bottom + gap), (about.centerx, about.top - gap)
    if 2 * about.h > size[1]:
        right.top = left.top = about.top
    return {"right": right, "left": left, "below": below, "above": above}


def between(one: Rect, other: Rect) -> float:
    """The clear distance between two rects, 0 where they touch."""
    across = max(0, one.left - other.right, other.left - one.right)
    down = max(0, one.top - other.bottom, other.top - one.bottom)
    return float((across**2 + down**2) ** 0.5)


def _shared(one: Rect, other: Rect) -> int:
    both = one.clip(other)
    return both.w * both.h
