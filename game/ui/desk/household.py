"""The household on the desk: a small paper with the switch between gate and walls, always in sight of the Circle."""

from collections.abc import Callable, Sequence

from pygame import Rect

from game.match.draft import Draft
from game.rules.nouns import HOUSE, Keep
from game.rules.orders import Order
from game.rules.view import CircleView
from game.ui.attention import Tip
from game.ui.moments import Moment, order_moment
from game.ui.painter import Painter
from game.ui.papers import sheet
from game.ui.presenters.house import keep_operations
from game.ui.presenters.household import KeepRow
from game.ui.screen import Action, Canvas, Outcome, Stay
from game.ui.signs import tick
from game.ui.widgets.choices import segmented
from game.ui.widgets.focus import focus_frame
from game.ui.words import Words

_PAD = 14

KEY = "k"
"""The key that has the household keep the other of the two."""


def order_keep(draft: Draft, keep: Keep) -> Outcome:
    """Has the household keep the gate or the walls; what it keeps already needs no order, so that the order is taken back."""
    orders, given = keep_operations(draft.view), draft.order_of(HOUSE)
    if isinstance(draft.view, CircleView) and draft.view.keeps is keep:
        draft.withdraw(HOUSE)
        return Stay(heard=Moment.WITHDRAWN if given is not None else "")
    if given is None and keep in orders and draft.give(Order(operation=orders[keep], agent=HOUSE)) is None:
        return Stay(heard=order_moment(orders[keep]))
    return Stay()


def draw_switch(canvas: Canvas, rect: Rect, row: KeepRow, choose: Callable[[Keep], Outcome]) -> None:
    """The switch alone: what will be kept is filled; a tick at its corner says that this is ordered anew."""
    name = canvas.words("The household keeps")
    segmented(
        canvas, "keep", rect, name, [option.words for option in row.options], row.chosen,
        lambda index: choose(row.options[index].keep), tip=Tip(name, row.tip),
        icons=[option.icon for option in row.options], key=KEY,
    )  # fmt: skip
    if row.ordered:
        _order_tab(canvas, rect)


def _order_tab(painter: Painter, rect: Rect) -> None:
    """The tab of an order given, at the upper right corner, as tokens on the map have it."""
    size = max(14, painter.px(18))
    box = Rect(rect.right - size // 2 - painter.px(4), rect.y - size // 2, size, size)
    painter.fill(box, "field")
    painter.frame(box, "ink", max(1, painter.px(1.8)))
    tick(painter, box.inflate(-size // 2, -size // 2))


def switch_height(painter: Painter) -> int:
    """The height of the switch; never under the least target."""
    return max(36, painter.px(40), painter.line("choice") + painter.px(14))


def switch_width(painter: Painter, words: Sequence[str]) -> int:
    """The width in which both words stand beside their signs."""
    return 2 * (max(painter.text_width("choice", each) for each in words) + max(16, painter.px(22)) + painter.px(35))


def household_box(painter: Painter, rect: Rect, row: KeepRow, words: Words) -> Rect:
    """Where the paper lies: its upper left corner at that of `rect`, as wide as that or as the switch needs."""
    wide = max(rect.w, switch_width(painter, [option.words for option in row.options]) + 2 * painter.px(_PAD))
    head = _head_height(painter, wide, row, words)
    return Rect(rect.x, rect.y, wide, head + switch_height(painter) + painter.px(12))


def _head_height(painter: Painter, width: int, row: KeepRow, words: Words) -> int:
    second = painter.line("small") if _stacked(painter, width, row, words) else 0
    return max(36, painter.line("h3") + second + painter.px(16))


def _stacked(painter: Painter, width: int, row: KeepRow, words: Words) -> bool:
    """Whether the note must stand under the head, for want of room beside it."""
    head = painter.text_width("h3", words("The household")) + painter.text_width("small", row.note)
    return head + painter.px(24) > width - 2 * painter.px(_PAD)


def draw_household(
    canvas: Canvas, box: Rect, row: KeepRow, *, selected: bool, open_sheet: Action, choose: Callable[[Keep], Outcome]
) -> None:
    """The paper with its head, which opens the household's sheet, and the switch; it lies where `household_box` says."""
    pad, title = canvas.px(_PAD), canvas.words("The household")
    head = Rect(box.x, box.y, box.w, _head_height(canvas, box.w, row, canvas.words))
    canvas.shield(box)
    canvas.panel("household", box, lambda painter, room: sheet(painter, room, "card", "s1"), margin=canvas.px(14))
    look = canvas.hot("house", head, title, open_sheet, tip=Tip(title, row.tip))
    if look.hovered:
        canvas.fill(head, "hover")
    if selected:
        canvas.fill(Rect(box.x, box.y, box.w, canvas.px(6)), "select")
    left, right = box.x + pad, box.right - pad
    name = canvas.text("h3", title, (left, box.y + canvas.px(9)))
    if _stacked(canvas, box.w, row, canvas.words):
        canvas.text("small", row.note, (left, name.bottom), "ink2", italic=row.ordered, width=right - left)
    else:
        canvas.text("small", row.note, (right, name.centery), "ink2", anchor="midright", italic=row.ordered)
    draw_switch(canvas, Rect(left, head.bottom, right - left, switch_height(canvas)), row, choose)
    if look.focused:
        focus_frame(canvas, head.inflate(-canvas.px(8), -canvas.px(8)))
