"""A card laid beside what it speaks of, with a frame round that and a short arrow to it. It lies over the screen and moves
nothing on it: of all the places where it could lie it takes the one where it hides least."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pygame import Rect, Vector2

from game.ui.papers import index_card, shadow
from game.ui.placing import LAID, beside, between, least_hiding
from game.ui.screen import Action, Canvas
from game.ui.widgets.buttons import Kind, button, button_height, button_width
from game.ui.widgets.scroll import bar_room, scroll_area

_WIDTH = 430
_PAD = 18
_PLACES = 8
"""Into so many steps the way across the window is divided, to find a place for the card."""
_GAP = 46
"""Between the card and what it is about, in design pixels; room for the arrow."""
_ROOM = 6
"""Between what is framed and the frame, at its sides; above and below lie other rows."""
_FURTHEST = 90
"""The longest arrow, in design pixels."""
_PULL = 60
"""How many pixels may be hidden to lie a pixel nearer."""
_CLOSING_MS = 700


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


@dataclass(frozen=True, slots=True)
class _Cut:
    """A card as it is cut: its size, its answers in rows and their height, and how high its words would be."""

    size: tuple[int, int]
    rows: list[list[Answer]]
    foot: int
    content: int


def draw_card(canvas: Canvas, card: Card, about: Rect | None, age: int, clear: Sequence[Rect] = ()) -> None:
    """Draws the card, and round `about` (real pixels) the frame, with an arrow from the one to the other if they are near.
    `age` is how long the card has been about this, in milliseconds; what else is to stay `clear` is hidden only where nothing
    else is possible: first the card becomes narrower or shorter, and its words scroll."""
    pad = canvas.px(_PAD)
    cut, box = _laid(canvas, card, about, clear)
    if about is not None:
        _point(canvas, box, about, age)
        canvas.pointed_out.append(about)
    shadow(canvas, box, "s2")
    canvas.panel(("lesson", card.band), box, lambda painter, rect: index_card(painter, rect, card.band))
    canvas.frame(box, "ink", canvas.measure("rule"))
    canvas.hot(f"{LAID}card", box, "", focusable=False)
    inner = _inner(canvas, box.w)
    room = Rect(box.x + pad, box.y + pad, box.w - 2 * pad, box.h - 2 * pad - cut.foot)
    with scroll_area(canvas, "lesson", room, cut.content) as view:
        y = room.y - view.offset
        if card.count:
            canvas.text("small", card.count, (room.x, y), "ink2")
            y += canvas.line("small")
        y += canvas.paragraph("h3", card.title, Rect(room.x, y, inner, 0)) + canvas.px(6)
        canvas.paragraph("body", card.text, Rect(room.x, y, inner, 0))
    _draw_answers(canvas, cut.rows, Rect(room.x, room.bottom + canvas.px(8), box.w - 2 * pad, cut.foot))


def _laid(canvas: Canvas, card: Card, about: Rect | None, clear: Sequence[Rect]) -> tuple[_Cut, Rect]:
    """How the card is cut and where it lies: the first cut that hides nothing that is to stay clear, else the one that hides
    least of it."""
    kept = (*clear, about) if about is not None else tuple(clear)
    best: tuple[int, _Cut, Rect] | None = None
    for cut in _cuts(canvas, card):
        box = _lie_where_least_is_hidden(canvas, cut.size, about, clear)
        hidden = sum(each.clip(box).w * each.clip(box).h for each in kept)
        if best is None or hidden < best[0]:
            best = (hidden, cut, box)
        if not hidden:
            break
    assert best is not None, "there is always a cut"
    return best[1], best[2]


def _cuts(canvas: Canvas, card: Card) -> Iterator[_Cut]:
    """The card in its usual width and as high as its words need; then narrower, and then shorter too."""
    usual = round(min(canvas.px(_WIDTH * max(1.0, canvas.theme.text * 0.9)), canvas.rect.w * 0.46))
    for narrow in (1.0, 0.8):
        for short in (1.0, 0.72, 0.5):
            yield _cut(canvas, card, round(usual * narrow), short)


def _cut(canvas: Canvas, card: Card, wide: int, short: float) -> _Cut:
    """The card so wide, showing at least a `short` share of its words."""
    pad = canvas.px(_PAD)
    rows = _rows(canvas, card.answers, wide - 2 * pad)
    foot = len(rows) * (button_height(canvas) + canvas.px(8))
    inner = _inner(canvas, wide)
    head = canvas.paragraph_height("h3", card.title, inner) + (canvas.line("small") if card.count else 0)
    content = head + canvas.px(6) + canvas.paragraph_height("body", card.text, inner) + canvas.px(8)
    least = min(content, head + 3 * canvas.line("body"))
    high = min(max(least, round(content * short)) + foot + 2 * pad, canvas.rect.h - canvas.px(24))
    return _Cut((wide, high), rows, foot, content)


def _inner(canvas: Canvas, wide: int) -> int:
    """The width of the words on a card."""
    return wide - 2 * canvas.px(_PAD) - bar_room(canvas)


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


def _lie_where_least_is_hidden(canvas: Canvas, size: tuple[int, int], about: Rect | None, clear: Sequence[Rect]) -> Rect:
    """The place for a card of that size: never over what it is about or what must stay `clear` if there is any other, then over
    as little as can be that answers to a touch, then near."""
    window = canvas.rect.inflate(-canvas.px(24), -canvas.px(24))
    down = tuple(_steps(window.y, window.bottom - size[1]))
    places = [Rect((x, y), size) for x in _steps(window.x, window.right - size[0]) for y in down]
    if about is None:
        return least_hiding(canvas, places, clear, None, 0)
    near = [place.clamp(window) for place in beside(about, size, canvas.px(_GAP)).values()]
    around = about.inflate(canvas.px(20), canvas.px(20))
    return least_hiding(canvas, [*near, *places], (around, *clear), about, canvas.px(_PULL))


def _steps(first: int, last: int) -> Iterator[int]:
    """Places along one side of the window, the corners among them."""
    return (first + (max(first, last) - first) * step // _PLACES for step in range(_PLACES + 1))


def _point(canvas: Canvas, box: Rect, about: Rect, age: int) -> None:
    """The frame, which cuts nothing beside it, and the arrow, which lies under the card. Far from the card there is none: it
    would cross out what lies between; there the frame closes in on the thing instead, for the eye to follow."""
    line = max(2, canvas.px(3))
    ring = about.inflate(2 * canvas.px(_ROOM), 0).clip(canvas.rect)
    for outer, ink in ((line, "ink"), (0, "select")):
        canvas.frame(ring.inflate(2 * outer, 2 * outer), ink, line)
    apart = between(box, ring)
    if apart > canvas.px(_FURTHEST):
        _close_in(canvas, ring, line, age)
    elif apart > line:
        _arrow(canvas, box, ring, line)


def _close_in(canvas: Canvas, ring: Rect, line: int, age: int) -> None:
    """A frame that comes from all sides and is gone in a moment."""
    if canvas.theme.reduced_motion or age >= _CLOSING_MS:
        return
    wide = 2 * round(canvas.px(120) * (1 - age / _CLOSING_MS))
    canvas.frame(ring.inflate(wide, wide), "select", line)
    canvas.request_frame()


def _arrow(canvas: Canvas, box: Rect, ring: Rect, line: int) -> None:
    """From the card's edge, the shortest way; straight across wherever the two lie beside each other."""
    across_ends, down_ends = _span(box.left, box.right, ring.left, ring.right), _span(box.top, box.bottom, ring.top, ring.bottom)
    start, tip = (Vector2(end) for end in zip(across_ends, down_ends, strict=True))
    way = tip - start
    if way.length() < line:
        return
    way.scale_to_length(min(canvas.px(16), way.length()))
    across = Vector2(-way.y, way.x) * 0.62
    back = tip - way
    for ink, wide, spread, short in (("ink", 4 * line, 1.0, 0.0), ("select", 2 * line, 0.62, 0.2)):
        canvas.stroke((_xy(start), _xy(back)), ink, wide)
        canvas.polygon((_xy(tip - way * short), _xy(back + across * spread), _xy(back - across * spread)), ink)


def _span(first: int, last: int, other_first: int, other_last: int) -> tuple[int, int]:
    """Where a line between two stretches of one axis begins and ends: in the middle of what they share, else at the ends that
    face each other."""
    least, most = max(first, other_first), min(last, other_last)
    if least <= most:
        return ((least + most) // 2,) * 2
    return (last, other_first) if last < other_first else (first, other_last)


def _xy(point: Vector2) -> tuple[float, float]:
    return (point.x, point.y)
