"""A card laid beside what it speaks of, with a frame round that and an arrow to it. It lies over the screen and moves
nothing on it: of all the places where it could lie it takes the one where it hides least."""

from collections.abc import Sequence
from dataclasses import dataclass

from pygame import Rect, Vector2

from game.ui.papers import index_card, shadow
from game.ui.screen import Action, Canvas, HotArea
from game.ui.widgets.buttons import Kind, button, button_height, button_width
from game.ui.widgets.scroll import bar_room, scroll_area

_WIDTH = 430
_GROUND = ("map", "map.small")
"""What may well be covered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A button on the card."""

    id: str
    words: str
    key: str
    action: Action
    kind: Kind = "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is on a card. `count` says how far the lesson has come; `band` colours its upper edge."""

    title: str
    text: str
    answers: Sequence[Answer]
    count: str = ""
    band: str = "select"


def draw_card(canvas: Canvas, card: Card, about: Rect | None) -> None:
    """Draws the card, and round `about` (real pixels) the frame, with an arrow from the one to the other."""
    pad = canvas.px(18)
    wide = round(min(canvas.px(_WIDTH * max(1.0, canvas.theme.text * 0.9)), canvas.rect.w * 0.46))
    rows = _rows(canvas, card.answers, wide - 2 * pad)
    foot = len(rows) * (button_height(canvas) + canvas.px(8))
    inner = wide - 2 * pad - bar_room(canvas)
    head = canvas.paragraph_height("h3", card.title, inner) + (canvas.line("small") if card.count else 0)
    content = head + canvas.px(6) + canvas.paragraph_height("body", card.text, inner) + canvas.px(8)
    high = min(content + foot + 2 * pad, canvas.rect.h - canvas.px(24))
    box = _lie_where_least_is_hidden(canvas, (wide, high), about)
    if about is not None:
        _point(canvas, box, about)
    shadow(canvas, box, "s2")
    canvas.panel(("lesson", card.band), box, lambda painter, rect: index_card(painter, rect, card.band))
    canvas.frame(box, "ink", canvas.measure("rule"))
    canvas.shield(box)
    room = Rect(box.x + pad, box.y + pad, wide - 2 * pad, high - 2 * pad - foot)
    with scroll_area(canvas, "lesson", room, content) as view:
        y = room.y - view.offset
        if card.count:
            canvas.text("small", card.count, (room.x, y), "ink2")
            y += canvas.line("small")
        y += canvas.paragraph("h3", card.title, Rect(room.x, y, inner, 0)) + canvas.px(6)
        canvas.paragraph("body", card.text, Rect(room.x, y, inner, 0))
    _draw_answers(canvas, rows, Rect(room.x, room.bottom + canvas.px(8), wide - 2 * pad, foot))


def _rows(canvas: Canvas, answers: Sequence[Answer], wide: int) -> list[list[Answer]]:
    """The answers in as few rows as they need, each as wide as its words."""
    rows: list[list[Answer]] = [[]]
    for answer in answers:
        if rows[-1] and sum(_width(canvas, one) for one in (*rows[-1], answer)) + canvas.px(8) * len(rows[-1]) > wide:
            rows.append([])
        rows[-1].append(answer)
    return rows


def _width(canvas: Canvas, answer: Answer) -> int:
    return button_width(canvas, answer.words, answer.key.upper()) - canvas.px(14)


def _draw_answers(canvas: Canvas, rows: Sequence[Sequence[Answer]], rect: Rect) -> None:
    y = rect.y
    for row in rows:
        x = rect.x
        for answer in row:
            place = Rect(x, y, min(_width(canvas, answer), rect.w), button_height(canvas))
            button(canvas, answer.id, place, answer.words, answer.action, kind=answer.kind, key=answer.key, show_key=True)
            x = place.right + canvas.px(8)
        y += button_height(canvas) + canvas.px(8)


def _lie_where_least_is_hidden(canvas: Canvas, size: tuple[int, int], about: Rect | None) -> Rect:
    """The place for a card of that size: never over what it is about if there is any other, then over as little as can be
    that answers to a touch, then near."""
    window = canvas.rect.inflate(-canvas.px(24), -canvas.px(24))
    covers = [(area.rect.clip(area.clip), _weight(area)) for area in canvas.areas]
    best, least = Rect((0, 0), size), float("inf")
    for place in _places(canvas, size, about, window):
        hidden = sum(weight * _shared(place, other) for other, weight in covers if weight)
        over = _shared(place, about.inflate(canvas.px(20), canvas.px(20))) if about is not None else 0
        far = Vector2(place.center).distance_to(about.center) if about is not None else 0
        price = 50 * over + hidden + canvas.px(30) * far
        if price < least:
            best, least = place, price
    return best


def _weight(area: HotArea) -> float:
    """How much it matters that an area can be seen: what answers to a touch, and papers that say something."""
    if area.id in _GROUND:
        return 0
    if area.id.startswith("shield"):
        return 0.6
    return 1.0 if area.enabled or area.action is None else 0.3


def _places(canvas: Canvas, size: tuple[int, int], about: Rect | None, window: Rect) -> list[Rect]:
    across, down = _thirds(window.x, window.right - size[0]), _thirds(window.y, window.bottom - size[1])
    corners = [Rect((x, y), size) for x in across for y in down]
    if about is None:
        return corners
    gap = canvas.px(46)
    right, left, below, above = (Rect((0, 0), size) for _ in range(4))
    right.midleft, left.midright = (about.right + gap, about.centery), (about.left - gap, about.centery)
    below.midtop, above.midbottom = (about.centerx, about.bottom + gap), (about.centerx, about.top - gap)
    return [*(place.clamp(window) for place in (right, left, below, above)), *corners]


def _thirds(first: int, last: int) -> tuple[int, int, int]:
    return (first, (first + last) // 2, max(first, last))


def _shared(one: Rect, other: Rect) -> int:
    both = one.clip(other)
    return both.w * both.h


def _point(canvas: Canvas, box: Rect, about: Rect) -> None:
    """The frame, and the arrow, which lies under the card."""
    line = max(2, canvas.px(3))
    ring = about.inflate(4 * line, 4 * line).clip(canvas.rect)
    canvas.frame(ring.inflate(2 * line, 2 * line), "ink", line)
    canvas.frame(ring, "select", line)
    if ring.colliderect(box):
        return
    start = Vector2(box.center)
    ends = ring.clipline(box.center, ring.center)
    if not ends:
        return
    tip = Vector2(ends[0])
    way = tip - start
    if way.length() < 1:
        return
    way.scale_to_length(canvas.px(16))
    across = Vector2(-way.y, way.x) * 0.62
    back = tip - way
    for ink, wide, spread, short in (("ink", 4 * line, 1.0, 0.0), ("select", 2 * line, 0.62, 0.2)):
        canvas.stroke((_xy(start), _xy(back)), ink, wide)
        canvas.polygon((_xy(tip - way * short), _xy(back + across * spread), _xy(back - across * spread)), ink)


def _xy(point: Vector2) -> tuple[float, float]:
    return (point.x, point.y)
