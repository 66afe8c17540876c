"""The four ways of sitting down to a game, as cards beneath one another; one stop for the focus, like a row of choices."""

from collections.abc import Callable, Sequence
from functools import partial

from pygame import Rect

from game.ui.attention import Tip
from game.ui.painter import Painter
from game.ui.papers import sheet
from game.ui.presenters.new_game import Option, Seating
from game.ui.screen import Canvas, Outcome, Stay
from game.ui.signs import both_emblems, emblem, tick
from game.ui.widgets.focus import focus_frame

_GAP = 10


def seatings_height(painter: Painter, width: int, options: Sequence[Option]) -> int:
    """The height of all cards at this width."""
    return sum(_card_height(painter, width, option) + painter.px(_GAP) for option in options) - painter.px(_GAP)


def _words_at(painter: Painter) -> int:
    """How far from a card's left edge its words begin."""
    return painter.px(88)


def _room(painter: Painter, width: int) -> int:
    return width - _words_at(painter) - painter.px(62)


def _card_height(painter: Painter, width: int, option: Option) -> int:
    room = _room(painter, width)
    words = painter.paragraph_height("h3", option.words, room) + painter.paragraph_height("small", option.note, room)
    return max(40, painter.px(68), words + painter.px(16))


def draw_seatings(
    canvas: Canvas, rect: Rect, options: Sequence[Option], chosen: Seating, choose: Callable[[str], Outcome]
) -> None:
    """The cards; the arrows go through them, the pointer takes each by itself."""
    place = next(index for index, option in enumerate(options) if option.id == chosen)

    def step(_dx: int, dy: int) -> Outcome | None:
        wanted = place + dy
        return choose(options[wanted].id) if dy and 0 <= wanted < len(options) else Stay() if dy else None

    look = canvas.hot("seating", rect, canvas.words("You play"), arrow=step)
    y = rect.y
    for option in options:
        card = Rect(rect.x, y, rect.w, _card_height(canvas, rect.w, option))
        _draw_card(canvas, card, option, option.id == chosen, partial(choose, option.id))
        if look.focused and option.id == chosen:
            focus_frame(canvas, card)
        y = card.bottom + canvas.px(_GAP)


def _draw_card(canvas: Canvas, rect: Rect, option: Option, chosen: bool, choose: Callable[[], Outcome]) -> None:
    tip = Tip(option.words, option.note)
    look = canvas.hot(f"seating.{option.id}", rect, option.words, choose, tip=tip, focusable=False)
    sheet(canvas, rect, "field" if look.hovered else "card", "s1")
    if chosen:
        canvas.frame(rect, "ink", max(3, canvas.px(4)))
        canvas.frame(rect.inflate(-2 * max(3, canvas.px(4)), -2 * max(3, canvas.px(4))), "select", max(2, canvas.px(3)))
        size = max(16, canvas.px(26))
        box = Rect(0, 0, size, size)
        box.midright = (rect.right - canvas.px(20), rect.centery)
        tick(canvas, box)
    _draw_sign(canvas, (rect.x + canvas.px(44), rect.centery), Seating(option.id))
    left, room = rect.x + _words_at(canvas), _room(canvas, rect.w)
    title = canvas.paragraph_height("h3", option.words, room)
    y = rect.centery - (title + canvas.paragraph_height("small", option.note, room)) // 2
    canvas.paragraph("h3", option.words, Rect(left, y, room, 0), weight=600)
    canvas.paragraph("small", option.note, Rect(left, y + title, room, 0), "ink2")


def _draw_sign(canvas: Canvas, centre: tuple[int, int], seating: Seating) -> None:
    size = canvas.px(46)
    match seating:
        case Seating.CENTER | Seating.CIRCLE:
            emblem(canvas, "center" if seating is Seating.CENTER else "circle", centre, size)
        case Seating.BOTH:
            both_emblems(canvas, centre, size)
        case Seating.WATCH:
            canvas.icon("hourglass", centre, canvas.px(40))
