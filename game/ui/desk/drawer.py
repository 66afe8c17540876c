"""The drawer along the foot: one's own people as index cards, a page at a time."""

from collections.abc import Callable, Sequence
from functools import partial

from pygame import Rect

from game.rules.nouns import BODIES
from game.ui.attention import Tip
from game.ui.desk.faces import Faces, picture
from game.ui.painter import Painter
from game.ui.papers import DESKS, index_card, paper, shadow
from game.ui.presenters.people import OrderNote, PersonCard, short_name
from game.ui.screen import Canvas, Outcome
from game.ui.signs import chevron, emblem
from game.ui.theme import SideName
from game.ui.widgets.focus import focus_frame
from game.ui.widgets.meters import discs, doubt_arc

_NAME_SIZES = (20, 17, 15)
"""Design pixels of a name on a card: as most have it, and where that is too wide for a long one."""


def cards_shown(painter: Painter, rect: Rect) -> int:
    """How many cards lie side by side in the drawer."""
    return max(2, min(7, (rect.w - painter.px(90)) // max(painter.px(176), _least_card(painter))))


def _least_card(painter: Painter) -> int:
    return max(150, round(painter.px(150) * max(1.0, painter.theme.text * 0.9)))


def draw_drawer(
    canvas: Canvas, rect: Rect, side: SideName, faces: Faces, cards: Sequence[PersonCard], first: int,
    selected: str | None, select: Callable[[str], Outcome], turn_page: Callable[[int], Outcome],
) -> None:  # fmt: skip
    """Draws the page of cards that begins at `first`, and the arrows to the other pages."""
    canvas.panel(("drawer", side), rect, lambda painter, box: paper(painter, box, DESKS[side]), opaque=True)
    canvas.shield(rect)
    with canvas.clip(rect):
        _draw_page(canvas, rect, side, faces, cards, first, selected, select, turn_page)


def _draw_page(
    canvas: Canvas, rect: Rect, side: SideName, faces: Faces, cards: Sequence[PersonCard], first: int,
    selected: str | None, select: Callable[[str], Outcome], turn_page: Callable[[int], Outcome],
) -> None:  # fmt: skip
    shown = cards_shown(canvas, rect)
    ends = canvas.px(70)
    wide = (rect.w - ends - canvas.px(20)) // shown
    for index, card in enumerate(cards[first : first + shown]):
        raised = card.id == selected
        box = Rect(rect.x + canvas.px(18) + index * wide, rect.y + canvas.px(15), wide - canvas.px(11), rect.h - canvas.px(15))
        if raised:
            box.y -= canvas.px(12)
            box.h += canvas.px(12)
        _draw_card(canvas, box, side, faces, card, raised, select)
    _draw_pages(canvas, Rect(rect.right - ends, rect.y, ends, rect.h), len(cards), first, shown, turn_page)


def _draw_card(
    canvas: Canvas, box: Rect, side: SideName, faces: Faces, card: PersonCard, raised: bool, select: Callable[[str], Outcome]
) -> None:
    tip = Tip(card.name, f"{card.place}\n{card.order.whole if card.order else _idle(canvas, card)}")
    look = canvas.hot(f"card.{card.id}", box, card.name, lambda: select(card.id), tip=tip)
    if look.hovered and not raised:
        box = box.move(0, -canvas.px(5))
    band = "select" if raised else side
    with canvas.clip(Rect(box.x - 40, box.y - 40, box.w + 80, canvas.rect.bottom - box.y + 40)):
        shadow(canvas, box, "s1")
        canvas.panel(("card", band), box, lambda painter, rect: index_card(painter, rect, band), margin=0)
    pad = canvas.px(11)
    name = _draw_name(canvas, Rect(box.x + pad, box.y + canvas.px(10), box.w - 2 * pad, 0), card.name, whole=card.id in BODIES)
    portrait = Rect(box.x + pad, name.bottom + canvas.px(4), 0, 0)
    portrait.h = min(box.bottom - portrait.y - canvas.px(8), canvas.px(72))
    portrait.w = round(portrait.h * 0.8)
    if card.portrait:
        canvas.panel(
            ("picture", tuple(sorted(card.portrait.items())), side),
            portrait,
            lambda painter, rect: picture(painter, faces, rect, card.portrait, side),
        )
    else:
        emblem(canvas, side, portrait.center, min(portrait.w, portrait.h) * 3 // 4)
    left = portrait.right + canvas.px(7)
    _draw_facts(canvas, Rect(left, portrait.y, box.right - canvas.px(3) - left, portrait.h), card)
    if look.focused:
        focus_frame(canvas, Rect(box.x, box.y, box.w, canvas.rect.bottom - box.y - 8))


def _draw_name(canvas: Canvas, room: Rect, name: str, *, whole: bool) -> Rect:
    """A name as large and as long as there is room for it, one that is no person's `whole`; returns its line, which is as high
    as any."""
    options = [(name, _NAME_SIZES[0]), *((name if whole else short_name(name), size) for size in _NAME_SIZES)]
    fits = [(words, size) for words, size in options if canvas.text_width("h3", words, size=size, weight=600) <= room.w]
    words, size = fits[0] if fits else options[-1]
    line = Rect(room.x, room.y, room.w, canvas.line("h3"))
    canvas.text("h3", words, line.midleft, anchor="midleft", size=size, weight=600, width=room.w)
    return line


def _idle(canvas: Canvas, card: PersonCard) -> str:
    """What stands in place of an order."""
    return canvas.words("no order") if card.free else canvas.words("travelling")


def _draw_order(canvas: Canvas, room: Rect, order: OrderNote) -> None:
    """The order given, with its sign unless the name needs all the room."""
    size = min(room.h, canvas.px(19))
    aside = size + canvas.px(3)
    wide = room.w - aside
    if canvas.text_width("small", order.name) > wide:
        canvas.text("small", order.name, room.topleft, width=room.w)
        return
    canvas.icon(order.icon, (room.x + size / 2, room.centery), size)
    words = order.words if canvas.text_width("small", order.words) <= wide else order.name
    canvas.text("small", words, (room.x + aside, room.y), width=wide)


def _draw_facts(canvas: Canvas, room: Rect, card: PersonCard) -> None:
    line = canvas.line("small")
    y = room.y + _draw_place(canvas, room, card)
    if card.order is not None:
        _draw_order(canvas, Rect(room.x, y, room.w, line), card.order)
    else:
        canvas.text("small", _idle(canvas, card), (room.x, y), "center" if card.free else "ink2", italic=True, width=room.w)
    y += line + line // 2
    if card.cover is not None:
        discs(canvas, (room.x, y), card.cover, max(card.legend, card.cover), size=11, gap=4)
    elif card.doubt is not None:
        radius = canvas.px(9)
        doubt_arc(canvas, (room.x + radius, y), radius, card.doubt)
        canvas.text("number_small", f"{card.doubt}%", (room.x + 2 * radius + canvas.px(8), y), anchor="midleft")


def _draw_place(canvas: Canvas, room: Rect, card: PersonCard) -> int:
    """Where somebody is, on two close lines where the card is too narrow for one and tall enough; returns their height."""
    line, close = canvas.line("small"), canvas.line("small") * 4 // 5
    words = card.place.split(" ")
    taken = max((n for n in range(1, len(words)) if canvas.text_width("small", " ".join(words[:n])) <= room.w), default=1)
    first, rest = " ".join(words[:taken]), " ".join(words[taken:])
    fits = canvas.text_width("small", card.place) <= room.w
    below = line if card.cover is None and card.doubt is None else line * 2
    if fits or not rest or room.y + 2 * close + below > canvas.rect.bottom:
        canvas.text("small", card.place, room.topleft, width=room.w)
        return line
    canvas.text("small", first, room.topleft, width=room.w)
    canvas.text("small", rest, (room.x, room.y + close), width=room.w)
    return 2 * close


def _draw_pages(canvas: Canvas, rect: Rect, count: int, first: int, shown: int, turn_page: Callable[[int], Outcome]) -> None:
    """Arrows to the cards before and after, with how many there are."""
    before, after = first, max(0, count - first - shown)
    half = rect.h // 2
    for id_, number, key, left, box in (
        ("cards.after", after, "]", False, Rect(rect.x, rect.y, rect.w, half)),
        ("cards.before", before, "[", True, Rect(rect.x, rect.y + half, rect.w, half)),
    ):
        if not number:
            continue
        name = canvas.words("Cards before") if left else canvas.words("More cards")
        look = canvas.hot(id_, box, name, partial(turn_page, -1 if left else 1), key=key, tip=Tip(name))
        if look.hovered:
            canvas.fill(box, "ivory", 0.12)
        chevron(canvas, (box.centerx, box.y + box.h // 3), canvas.px(20), "ivory", left=left)
        words = f"+{number}"
        canvas.text("small", words, (box.centerx, box.bottom - canvas.px(4)), "ivory2", anchor="midbottom", width=box.w)
        if look.focused:
            focus_frame(canvas, box.inflate(-canvas.px(14), -canvas.px(14)))
