"""The drawer along the foot: one's own people as index cards, a page at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
from game.ui.words import Words

_PORTRAIT = 0.8
"""The width of a portrait, as a share of its height."""
_NAME_SIZES = (20, 17, 15)
"""Design pixels of a name on a card: as most have it, and where that is too wide for a long one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Which cards lie there: the `first` of them, what they have in common if they are not all, of how many all are, and what
    turns the pages and chooses among the cards."""

    first: int
    sifted: str
    of: int
    turn: Callable[[int], Outcome]
    sift: Callable[[Words], Outcome]


def cards_shown(painter: Painter, rect: Rect) -> int:
    """How many cards lie side by side in the drawer."""
    return max(2, min(7, (rect.w - _ends(painter) - painter.px(20)) // max(painter.px(176), _least_card(painter))))


def _ends(painter: Painter) -> int:
    """The width of the arrows at the right end, and of what stands between them."""
    return max(painter.px(70), painter.text_width("small", "00\N{EN DASH}00") + painter.px(8))


def _least_card(painter: Painter) -> int:
    return max(150, round(painter.px(150) * max(1.0, painter.theme.text * 0.9)))


def draw_drawer(
    canvas: Canvas, rect: Rect, side: SideName, faces: Faces, cards: Sequence[PersonCard], pages: Pages,
    selected: str | None, select: Callable[[str], Outcome],
) -> None:  # fmt: skip
    """Draws a page of the cards, and the arrows to the other pages; the wheel turns them too."""
    canvas.panel(("drawer", side), rect, lambda painter, box: paper(painter, box, DESKS[side]), opaque=True)
    step = max(1, cards_shown(canvas, rect) // 2)
    wheel = partial(_turn_wheel, pages.turn, step)
    canvas.hot("shield.drawer", rect, "", focusable=False, wheel=wheel)
    with canvas.clip(rect):
        _draw_page(canvas, rect, side, faces, cards, pages, selected, select)


def _turn_wheel(turn_cards: Callable[[int], Outcome], step: int, _at: tuple[int, int], steps: int) -> Outcome:
    """Half a page for a notch: away from the player to the cards before, as lists do."""
    return turn_cards(-steps * step)


def _draw_page(
    canvas: Canvas, rect: Rect, side: SideName, faces: Faces, cards: Sequence[PersonCard], pages: Pages,
    selected: str | None, select: Callable[[str], Outcome],
) -> None:  # fmt: skip
    shown = cards_shown(canvas, rect)
    ends = _ends(canvas)
    wide = (rect.w - ends - canvas.px(20)) // shown
    page = cards[pages.first : pages.first + shown]
    high = _portrait_height(canvas, page, Rect(0, 0, wide - canvas.px(11), rect.h - canvas.px(15)))
    for index, card in enumerate(page):
        raised = card.id == selected
        box = Rect(rect.x + canvas.px(18) + index * wide, rect.y + canvas.px(15), wide - canvas.px(11), rect.h - canvas.px(15))
        if raised:
            box.y -= canvas.px(12)
            box.h += canvas.px(12)
        _draw_card(canvas, box, side, faces, card, raised, high, select)
    _draw_pages(canvas, Rect(rect.right - ends, rect.y, ends, rect.h), len(cards), shown, pages)


def _draw_card(
    canvas: Canvas, box: Rect, side: SideName, faces: Faces, card: PersonCard, raised: bool, portrait_height: int,
    select: Callable[[str], Outcome],
) -> None:  # fmt: skip
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
    portrait.h = portrait_height
    portrait.w = round(portrait.h * _PORTRAIT)
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


def _portrait_height(canvas: Canvas, page: Sequence[PersonCard], box: Rect) -> int:
    """How high the portraits of a page are in cards of this size: where letters are large, so are the cards, and the portraits
    fill them as far as nothing beside them need be cut for it."""
    pad, usual = canvas.px(11), canvas.px(72)
    room = box.h - canvas.px(10) - canvas.line("h3") - canvas.px(12)
    words = {word for card in page for word in card.place.split()} | {_idle(canvas, card) for card in page if card.order is None}
    beside = max((canvas.text_width("small", word) for word in words), default=0)
    fitting = round((box.w - pad - canvas.px(7) - canvas.px(3) - beside) / _PORTRAIT)
    return min(room, max(usual, fitting))


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


def _draw_pages(canvas: Canvas, rect: Rect, count: int, shown: int, pages: Pages) -> None:
    """Arrows to the cards after and before, and between them which of all these are; a click there chooses among them."""
    if pages.of <= shown and not pages.sifted:
        return
    _, line, first = canvas.words, canvas.line("small"), pages.first
    last = min(count, first + shown)
    here = [str(last) if last == first + 1 else f"{first + 1}\N{EN DASH}{last}", _("of {all}", all=count)]
    here += [pages.sifted] if pages.sifted else []
    top = rect.centery - line * len(here) // 2
    middle = Rect(rect.x, top, rect.w, line * len(here))
    tip = Tip(_("Which cards lie here"), _("All, those without an order, or those where the open sheet is about. Key: W"))
    look = canvas.hot("cards.sift", middle, _("Whose cards"), partial(pages.sift, _), tip=tip)
    if look.hovered:
        canvas.fill(middle, "ivory", 0.12)
    for index, words in enumerate(here):
        ink = "select" if pages.sifted and words == pages.sifted else "ivory2"
        canvas.text("small", words, (rect.centerx, top + index * line), ink, anchor="midtop", width=rect.w)
    if look.focused:
        focus_frame(canvas, middle)
    for id_, there, key, left, box in (
        ("cards.after", first + shown < count, "]", False, Rect(rect.x, rect.y, rect.w, top - rect.y)),
        ("cards.before", first > 0, "[", True, Rect(rect.x, middle.bottom, rect.w, rect.bottom - middle.bottom)),
    ):
        if not there:
            continue
        name = canvas.words("Cards before") if left else canvas.words("More cards")
        look = canvas.hot(id_, box, name, partial(pages.turn, -shown if left else shown), key=key, tip=Tip(name))
        if look.hovered:
            canvas.fill(box, "ivory", 0.12)
        chevron(canvas, box.center, min(canvas.px(34), box.h - canvas.px(4)), "ivory", left=left)
        if look.focused:
            focus_frame(canvas, box.inflate(-canvas.px(8), -canvas.px(8)))
