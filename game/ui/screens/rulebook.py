"""The rulebook: its paragraphs to search at the left, the one that is open at the right. It keeps the way one has gone."""

from collections.abc import Sequence
from functools import partial

from pygame import Rect

from game.rulebook.pages import Book, Page
from game.ui.attention import Tip
from game.ui.moments import Moment
from game.ui.papers import desk
from game.ui.presenters.subjects import found
from game.ui.screen import Canvas, KeyBinding, Outcome, Pop, Screen, Stay
from game.ui.screens.rule_page import draw_rule_page
from game.ui.screens.sheets import card_beside_sheet
from game.ui.widgets.buttons import page_head
from game.ui.widgets.focus import focus_frame, selection
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.widgets.search import Search
from game.ui.widgets.way import Way
from game.ui.words import Words

_LIST = "rulebook list"


class RulebookScreen(Screen):
    """A book, open at the paragraph `label` or at its beginning. `note` says whose rules they are."""

    first_focus = "chosen"
    opening = (Moment.FOLDER,)

    def __init__(self, book: Book, label: str = "", note: str = "") -> None:
        self._book, self._note = book, note
        self._way = Way(book.page(label) or book.pages[0])
        self._search, self._rows = Search(self._sought), book.pages
        self._at_top = False
        self._revealed: Page | None = None

    @property
    def here(self) -> Page:
        """The paragraph that is open."""
        assert self._way.here is not None, "it begins with a page"
        return self._way.here

    @property
    def page(self) -> object:
        """The paragraph that is open."""
        return self.here

    # -- drawing

    def compose(self, canvas: Canvas) -> None:
        """The head, the list, the paragraph."""
        if self._at_top:
            canvas.attention.scroll[_LIST], self._at_top = 0, False
        canvas.panel(("desk", "center"), canvas.rect, lambda painter, rect: desk(painter, rect, "center"), opaque=True)
        title = page_head(canvas, canvas.words("Rulebook"), self.back)
        room = canvas.rect.w - self._way.draw(canvas, title) - canvas.px(60)
        canvas.text("small", self._note, (canvas.rect.w - canvas.px(30), title.centery), "ivory2", anchor="midright", width=room)
        edge, top = canvas.px(24), max(canvas.px(84), canvas.line("h1") + canvas.px(16))
        inner = Rect(edge, top, canvas.rect.w - 2 * edge, canvas.rect.h - top - edge)
        index, page = card_beside_sheet(canvas, inner, 420)
        self._draw_index(canvas, index.inflate(-2 * canvas.px(16), -2 * canvas.px(16)))
        draw_rule_page(canvas, page, self._book, self.here, self.open)

    def _draw_index(self, canvas: Canvas, rect: Rect) -> None:
        _, rows = canvas.words, self._rows
        field = Rect(rect.x, rect.y, rect.w, max(36, canvas.line("body") + canvas.px(14)))
        hint = _.plural("Search {count} paragraph", "Search {count} paragraphs", len(rows))
        self._search.draw(canvas, field, _("Search the rulebook"), hint)
        room = Rect(rect.x, field.bottom + canvas.px(10), rect.w, rect.bottom - field.bottom - canvas.px(10))
        if not rows:
            canvas.paragraph("body", _("No paragraph has these words."), room, "ink2")
            return
        row, head = max(36, canvas.line("body") + canvas.px(10)), canvas.line("label") + canvas.px(14)
        heads = [index for index, page in enumerate(rows) if not self._search.text and page.chapter != rows[index - 1].chapter]
        tops = [index * row + head * sum(1 for each in heads if each <= index) for index in range(len(rows))]
        content = tops[-1] + row
        if self._revealed is not self.here and self.here in rows:
            middle = tops[rows.index(self.here)] - room.h // 2
            canvas.attention.scroll[_LIST] = max(0, min(middle, content - room.h))
        self._revealed = self.here
        with scroll_area(canvas, _LIST, room, content) as view:
            for index, page in enumerate(rows):
                box = Rect(room.x, room.y - view.offset + tops[index], room.w - bar_room(canvas), row)
                if index in heads and box.top - head < room.bottom and box.top > room.top:
                    canvas.text(
                        "label",
                        page.chapter,
                        (box.x + canvas.px(8), box.y - canvas.px(3)),
                        "ink2",
                        anchor="bottomleft",
                        width=box.w,
                    )
                if box.colliderect(room) or page is self.here:
                    self._draw_row(canvas, box, rows, index)

    def _draw_row(self, canvas: Canvas, box: Rect, rows: Sequence[Page], index: int) -> None:
        page = rows[index]
        chosen = page is self.here
        arrow, ends = (partial(self._arrow, rows, index), partial(self._to_end, rows)) if chosen else (None, None)
        id_ = "chosen" if chosen else f"rule.{page.label}"
        look = canvas.hot(
            id_, box, page.title, partial(self.open, page), tip=Tip(page.title, page.chapter), arrow=arrow,
            focusable=chosen or self.here not in rows, ends=ends,
        )  # fmt: skip
        if chosen:
            selection(canvas, box)
        elif look.hovered:
            canvas.fill(box, "hover")
        number = canvas.text("small", page.number, (box.x + canvas.px(8), box.centery), "ink2", anchor="midleft")
        left = max(number.right + canvas.px(8), box.x + canvas.px(8) + canvas.text_width("small", "00.00") + canvas.px(8))
        canvas.text("body", page.title, (left, box.centery), anchor="midleft", width=box.right - left - canvas.px(8))
        if look.focused:
            focus_frame(canvas, box.inflate(-4 * canvas.measure("focus"), -2 * canvas.measure("focus")))

    # -- what the player does

    def open(self, page: Page) -> Outcome:
        """Opens a paragraph; the way back leads to the one before."""
        return self._way.open(page)

    def _arrow(self, rows: Sequence[Page], index: int, dx: int, dy: int) -> Outcome | None:
        if dx or not 0 <= index + dy < len(rows):
            return None
        return self._way.step(rows[index + dy])

    def _to_end(self, rows: Sequence[Page], which: int) -> Outcome:
        return self._way.step(rows[-1 if which > 0 else 0])

    def _sought(self, text: str) -> None:
        self._rows, self._at_top = found(self._book, text) if text.strip() else self._book.pages, True

    def back(self) -> Outcome:
        """First clears the search, then leaves."""
        if self._search.clear():
            self._revealed = None
            return Stay()
        return Pop()

    def keys(self, words: Words) -> Sequence[KeyBinding]:
        """The search by key; the way has areas with keys of their own."""
        return (self._search.key(words("Search the rulebook")),)
