"""Counsel: the orders that the computer would give in one's place, each to be taken over with a click, over the desk."""

from collections.abc import Callable, Sequence
from functools import partial

from pygame import Rect

from game.match.draft import Draft
from game.players.search.advice import Advice
from game.rules.legality import Reason
from game.rules.orders import Order
from game.rules.view import View
from game.ui.attention import Tip
from game.ui.keys import key_cap
from game.ui.moments import Moment, order_moment
from game.ui.presenters.advice import AdviceRow, advice_rows
from game.ui.presenters.reasons import refusal_words
from game.ui.screen import Canvas, KeyBinding, Outcome, Pop, Screen, Stay
from game.ui.screens.sheets import inner_width, sheet_over
from game.ui.theme import SideName
from game.ui.widgets.buttons import button, button_height, button_width
from game.ui.widgets.focus import focus_frame
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import Words

_WIDTH = 760


class AdviceScreen(Screen):
    """A click gives an order, and once more takes it back; one button gives all that may be given. All can be undone, here and
    at the desk."""

    overlay = True
    first_focus = "advice0"

    def __init__(self, view: View, draft: Draft, advice: Sequence[Advice], side: SideName) -> None:
        self._view, self._draft, self._advice, self._side = view, draft, tuple(advice), side
        self._reply: Callable[[Words], str] | None = None
        """What was said to what the player did last, in place of what this is."""

    def compose(self, canvas: Canvas) -> None:
        """What this is, the orders, and the way back."""
        _ = canvas.words
        rows = advice_rows(self._view, self._draft, self._advice, _)
        wide, gap, foot = inner_width(canvas, _WIDTH) - bar_room(canvas), canvas.px(14), button_height(canvas)
        title, said = _("Counsel"), self._said(_)
        head = canvas.paragraph_height("h2", title, wide)
        note = canvas.paragraph_height("small", said, wide) + gap
        heights = [self._height(canvas, row, wide) for row in rows]
        content = head + note + sum(heights)
        inner = sheet_over(canvas, _WIDTH, content + foot + gap, self._side)
        with scroll_area(canvas, "advice", Rect(inner.x, inner.y, inner.w, inner.h - foot - gap), content) as view:
            at = Rect(inner.x, inner.y - view.offset, wide, head)
            canvas.paragraph("h2", title, at)
            canvas.paragraph("small", said, at.move(0, head), "ink2")
            y = at.y + head + note
            for index, (row, high) in enumerate(zip(rows, heights, strict=True)):
                self._draw_row(canvas, Rect(inner.x, y, wide, high), index, row)
                y += high
        self._draw_foot(canvas, Rect(inner.x, inner.bottom - foot, wide, foot))

    def _draw_foot(self, canvas: Canvas, rect: Rect) -> None:
        _ = canvas.words
        close, give = _("Back to the desk"), _("Give them all")
        place = Rect(rect.x, rect.y, button_width(canvas, close), rect.h)
        button(canvas, "close", place, close, Pop)
        if self._advice:
            none = _("Each of these people has an order.") if not self._left() else None
            wide = min(button_width(canvas, give, key_cap("g", _)), rect.right - place.right - canvas.px(14))
            place = Rect(rect.right - wide, rect.y, wide, rect.h)
            button(canvas, "all", place, give, self._take_all, kind=self._side, key="g", refusal=none, show_key=True)

    def keys(self, words: Words) -> Sequence[KeyBinding]:
        """Undoing as at the desk."""
        return (
            KeyBinding(key="ctrl+z", name=words("Undo"), action=self._undo),
            KeyBinding(key="ctrl+y ctrl+shift+z", name=words("Redo"), action=self._redo),
        )

    def _said(self, _: Words) -> str:
        if self._reply is not None:
            return self._reply(_)
        if not self._advice:
            return _("Nothing stands out: let everybody hold.")
        said = _("What the computer would order in your place, from what you know. A click gives an order or takes it back.")
        if all(advice.firm for advice in self._advice):
            return said
        return said + " " + _("What is set fainter it thought of next.")

    def _height(self, canvas: Canvas, row: AdviceRow, wide: int) -> int:
        text = self._text_width(canvas, wide)
        lines = canvas.paragraph_height("small", self._line(row), text)
        return max(44, canvas.line("choice") + lines + canvas.px(18))

    def _text_width(self, canvas: Canvas, wide: int) -> int:
        return wide - canvas.px(56) - canvas.px(40)

    def _line(self, row: AdviceRow) -> str:
        return f"{row.goal} · {row.odds}"

    def _draw_row(self, canvas: Canvas, rect: Rect, index: int, row: AdviceRow) -> None:
        _ = canvas.words
        name = f"{row.name} – {row.who}"
        tip = Tip(name, self._line(row))
        key = str(index + 1) if index < 9 else None
        look = canvas.hot(f"advice{index}", rect, name, partial(self._take, row.order), key=key, tip=tip)
        if look.hovered or row.given:
            canvas.fill(rect, self._side, 0.14 if row.given else 0.08)
        size = canvas.px(26)
        canvas.icon(row.icon, (rect.x + canvas.px(26), rect.centery), size, "ink")
        x, y = rect.x + canvas.px(56), rect.y + canvas.px(8)
        canvas.text("choice", name, (x, y), "ink" if row.firm else "ink2", width=self._text_width(canvas, rect.w))
        under = Rect(x, y + canvas.line("choice"), self._text_width(canvas, rect.w), 0)
        canvas.paragraph("small", self._line(row), under, "ink2")
        if row.given:
            canvas.icon("check-mark", (rect.right - canvas.px(22), rect.centery), canvas.px(20), self._side)
        canvas.rule(rect.x, rect.right, rect.bottom - 1, "ink", 1)
        if look.focused:
            focus_frame(canvas, rect)

    def _take(self, order: Order) -> Outcome:
        self._reply = None
        if order in self._draft.orders:
            self._draft.withdraw(order.agent)
            return Stay(heard=Moment.WITHDRAWN)
        reason = self._draft.give(order)
        if reason is not None:
            self._reply = partial(refusal_words, reason)
            return Stay(heard=Moment.REFUSED)
        return Stay(heard=order_moment(order.operation))

    def _left(self) -> Sequence[Order]:
        """What is advised to people who have no order yet, of two things for one of them the first: what the player gave them
        himself is not replaced unasked."""
        first: dict[str, Order] = {}
        for advice in self._advice:
            first.setdefault(advice.choice.order.agent, advice.choice.order)
        return [order for agent, order in first.items() if self._draft.order_of(agent) is None]

    def _take_all(self) -> Outcome:
        """Gives what is left, in the order of the list, as far as signals and funds go."""
        before, left = len(self._draft.orders), self._left()
        refused = self._draft.give_all(left)
        given = len(self._draft.orders) - before
        self._reply = partial(_given_words, given, refused[0][1] if refused else None)
        return Stay(heard=Moment.ORDERED if given else Moment.REFUSED)

    def _undo(self) -> Outcome:
        self._reply = None
        return Stay(heard=Moment.WITHDRAWN if self._draft.undo() else Moment.REFUSED)

    def _redo(self) -> Outcome:
        self._reply = None
        return Stay(heard=Moment.ORDERED if self._draft.redo() else Moment.REFUSED)


def _given_words(given: int, why: Reason | None, _: Words) -> str:
    """How many orders were given at once, and why not the others."""
    said = _.plural("{count} order given; Undo takes it back.", "{count} orders given; Undo takes them back.", given)
    left = _("Not given: {why}.", why=refusal_words(why, _)) if why is not None else ""
    return " ".join(part for part in (said if given else "", left) if part)
