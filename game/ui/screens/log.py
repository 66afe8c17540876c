"""The log: everything this side was told, the newest first, by kind and by search. It is given plain rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from pygame import Rect

from game.ui.attention import Tip
from game.ui.desk.look_up import LookUp, nowhere
from game.ui.moments import Moment
from game.ui.painter import Painter
from game.ui.papers import desk, sheet
from game.ui.presenters.log import LOG_KINDS, LogKind, LogRow, filtered, log_kind_words
from game.ui.screen import Action, Canvas, Outcome, Pop, Screen, Stay
from game.ui.theme import SideName
from game.ui.widgets.buttons import page_head
from game.ui.widgets.choices import checkbox
from game.ui.widgets.field import Entry, text_field
from game.ui.widgets.focus import focus_frame
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import Words

Placed = tuple[LogRow | None, str, int]
"""A row, or a month's head in words, with its height."""


@dataclass(frozen=True, slots=True)
class _Laid:
    """The rows of one width and filter, measured once."""

    key: object
    items: tuple[Placed, ...]


class LogScreen(Screen):
    """The log of one side. `rows` come newest first; `choose` takes the person or place of a row and leads to the desk.

    `draw_bar` draws the top bar and answers with its room; without it the page has a head of its own. `look_up` gives the way
    to the entry of whom or what a row is about: a click on its sign, or the right arrow on the row.
    """

    first_focus = "search"
    opening = (Moment.PAGE,)

    def __init__(
        self, rows: Sequence[LogRow], side: SideName, choose: Callable[[str], Outcome], *,
        draw_bar: Callable[[Canvas], Rect] | None = None, leave: Action = Pop,
        look_up: LookUp = nowhere,
    ) -> None:  # fmt: skip
        self._rows, self._side, self._choose, self._draw_bar, self._leave = tuple(rows), side, choose, draw_bar, leave
        self._look_up = look_up
        self._kinds: frozenset[LogKind] = frozenset(LOG_KINDS)
        self._search = Entry()
        self._laid: _Laid | None = None

    def back(self) -> Outcome:
        """First clears the search, then leaves."""
        if self._search.text:
            self._search = Entry()
            return Stay()
        return self._leave()

    def compose(self, canvas: Canvas) -> None:
        """Filters at the head of the sheet, months and rows beneath."""
        _ = canvas.words
        canvas.panel(("desk", self._side), canvas.rect, lambda painter, rect: desk(painter, rect, self._side), opaque=True)
        if self._draw_bar is None:
            page_head(canvas, _("The log"), self._leave)
            top = max(canvas.px(96), canvas.line("h1") + canvas.px(30))
        else:
            top = self._draw_bar(canvas).bottom + canvas.px(24)
        paper = Rect(canvas.px(56), top, canvas.rect.w - 2 * canvas.px(56), canvas.rect.h - top - canvas.px(28))
        canvas.panel("log sheet", paper, _paper, margin=canvas.px(30))
        inner = paper.inflate(-2 * canvas.px(32), -2 * canvas.px(22))
        used = self._draw_filters(canvas, inner)
        rows = filtered(self._rows, self._kinds, self._search.text)
        self._draw_rows(canvas, Rect(inner.x, inner.y + used, inner.w, inner.h - used), rows)

    # -- what is shown

    def _draw_filters(self, canvas: Canvas, rect: Rect) -> int:
        """The search field, then a box to tick for each kind; in as many lines as they need. Returns their height."""
        _ = canvas.words
        high = max(36, canvas.line("body") + canvas.px(14))
        field = Rect(rect.x, rect.y, min(rect.w, max(canvas.px(360), canvas.line("body") * 11)), high)
        text_field(
            canvas, "search", field, _("Search the log"), self._search, self._write, hint=_("Search"), icon="magnifying-glass"
        )
        x, y = field.right + canvas.px(28), rect.y
        for kind in LOG_KINDS:
            count = sum(row.kind == kind for row in self._rows)
            words = f"{log_kind_words(kind, _)} {count}"
            wide = canvas.text_width("body", words) + max(20, canvas.px(26)) + canvas.px(22)
            if x + wide > rect.right:
                x, y = rect.x, y + high + canvas.px(6)
            box = Rect(x, y, wide, high)
            tip = Tip(log_kind_words(kind, _), _("Show or leave out."))
            checkbox(canvas, f"kind.{kind}", box, words, partial(self._flip, kind), on=kind in self._kinds, tip=tip)
            x += wide + canvas.px(14)
        bottom = y + high + canvas.px(12)
        canvas.rule(rect.x, rect.right, bottom, "ink", canvas.measure("rule"))
        return bottom + canvas.px(8) - rect.y

    def _draw_rows(self, canvas: Canvas, room: Rect, rows: Sequence[LogRow]) -> None:
        if not rows:
            canvas.paragraph("body", canvas.words("Nothing of this kind has been told."), room.move(0, canvas.px(12)), "ink2")
            return
        items = self._measured(canvas, rows, room.w - bar_room(canvas))
        with scroll_area(canvas, "log", room, sum(height for _row, _words, height in items) + canvas.px(8)) as view:
            y = room.y - view.offset
            for index, (row, words, height) in enumerate(items):
                box = Rect(room.x, y, room.w - bar_room(canvas), height)
                seen = box.bottom > room.y - canvas.px(40) and box.y < room.bottom + canvas.px(40)
                if row is not None:
                    self._draw_row(canvas, index, box, row, seen)
                elif seen:
                    canvas.text("h3", words, (box.x, box.bottom - canvas.px(6)), anchor="bottomleft", width=box.w)
                y += height

    def _measured(self, canvas: Canvas, rows: Sequence[LogRow], width: int) -> tuple[Placed, ...]:
        key = (self._kinds, self._search.text, width, canvas.theme.key, canvas.words.language)
        if self._laid is None or self._laid.key != key:
            self._laid = _Laid(key, tuple(_measure(canvas, rows, width)))
        return self._laid.items

    def _draw_row(self, canvas: Canvas, index: int, box: Rect, row: LogRow, seen: bool) -> None:
        """A sign, the sentence, and what changed; a yellow slip before what is new."""
        _ = canvas.words
        way = self._look_up(row.target) if row.target else None
        tip = _tip(row, way is not None, _)
        action = partial(self._choose, row.target) if row.target else None
        arrow = partial(_arrow, way) if way else None
        look = canvas.hot(
            f"row.{index}.{row.operation}", box, row.words, action, tip=tip, focusable=bool(row.target), arrow=arrow
        )
        if not seen:
            return
        if look.hovered and row.target:
            canvas.fill(box, "hover")
        pad, line = canvas.px(7), canvas.line("body")
        size = max(18, canvas.px(24))
        canvas.icon(row.icon, (box.x + canvas.px(14) + size / 2, box.y + pad + line / 2), size, "ink2")
        left = box.x + _indent(canvas)
        if way is not None:
            _draw_look_up(canvas, index, box, way)
        if row.fresh:
            _new_mark(canvas, (box.right - canvas.px(8) - _sign_room(canvas), box.y + pad + line // 2), _)
        room = Rect(left, box.y + pad, box.right - _end(canvas, row, _) - left, 0)
        weight = 700 if row.kind == "headlines" else None
        high = canvas.paragraph("body", row.words, room, weight=weight)
        if row.note:
            canvas.paragraph("small", row.note, Rect(left, box.y + pad + high, room.w, 0), "ink2", italic=True)
        canvas.rule(box.x, box.right, box.bottom - 1)
        if look.focused:
            focus_frame(canvas, box.inflate(-4 * canvas.measure("focus"), -2 * canvas.measure("focus")))

    # -- what the player does

    def _write(self, entry: Entry) -> Outcome:
        self._search = entry
        return Stay()

    def _flip(self, kind: LogKind) -> Outcome:
        self._kinds = self._kinds ^ {kind}
        return Stay()


def _tip(row: LogRow, in_archive: bool, _: Words) -> Tip | None:
    """What the sentence leaves out, and whom or what a click opens; nothing where there is neither."""
    if not row.target:
        return Tip(row.more) if row.more else None
    opens = _("Opens {name} on the desk. Right arrow: in the archive.", name=row.name)
    said = opens if in_archive else _("Opens {name} on the desk.", name=row.name)
    return Tip(row.more, said) if row.more else Tip(said)


def _paper(painter: Painter, rect: Rect) -> None:
    sheet(painter, rect, "sheet", "s2")


def _measure(painter: Canvas, rows: Sequence[LogRow], width: int) -> list[Placed]:
    """Heights of all rows, with a head before each month."""
    items: list[Placed] = []
    month = ""
    for row in rows:
        if row.month != month:
            month = row.month
            items.append((None, month, painter.line("h3") + painter.px(26 if items else 12)))
        room = width - _indent(painter) - _end(painter, row, painter.words)
        height = painter.paragraph_height("body", row.words, room, weight=700 if row.kind == "headlines" else None)
        height += painter.paragraph_height("small", row.note, room, italic=True) if row.note else 0
        items.append((row, "", max(36, height + 2 * painter.px(7))))
    return items


def _indent(painter: Painter) -> int:
    return painter.px(26) + max(18, painter.px(24))


def _end(painter: Painter, row: LogRow, _: Words) -> int:
    """What stays free at the right end of a row."""
    mark = painter.text_width("label", _("new")) + painter.px(36) if row.fresh else 0
    return painter.px(10) + mark + _sign_room(painter)


def _sign_room(painter: Painter) -> int:
    """The room of the sign that leads to the archive."""
    return max(36, painter.px(36))


def _new_mark(painter: Painter, right: tuple[int, int], _: Words) -> None:
    """Says that a row was not there at the last visit."""
    words = _("new")
    box = Rect(0, 0, painter.text_width("label", words) + painter.px(14), painter.line("label") + painter.px(4))
    box.midright = right
    painter.fill(box, "select")
    painter.frame(box, "ink", max(1, painter.px(2)))
    painter.text("label", words, box.center, anchor="center")


def _draw_look_up(canvas: Canvas, index: int, box: Rect, way: Action) -> None:
    """The sign at the end of a row that leads to the archive; the keyboard has the right arrow for it."""
    size = _sign_room(canvas)
    sign = Rect(box.right - size, box.y, size, min(box.h, max(36, size)))
    words = canvas.words("Look up in the archive")
    look = canvas.hot(f"look_up.{index}", sign, words, way, tip=Tip(words), focusable=False)
    if look.hovered:
        canvas.fill(sign, "select")
    canvas.icon("bookshelf", sign.center, max(18, canvas.px(20)), "ink2")


def _arrow(way: Action, dx: int, _dy: int) -> Outcome | None:
    return way() if dx > 0 else None
