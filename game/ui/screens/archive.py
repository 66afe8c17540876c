"""The archive: tabs over a folder, a list to search at the left, the entry at the right. It keeps the way one has gone, so
that one can go back on it. It is given shelves, which say what may be read."""

from collections.abc import Callable, Sequence
from functools import partial

from pygame import Rect

from game.rulebook.pages import Page
from game.ui.desk.faces import Faces
from game.ui.moments import Moment
from game.ui.painter import Painter
from game.ui.papers import desk, paper, shadow, shadow_margin
from game.ui.presenters.archive.index import IndexRow, search
from game.ui.presenters.archive.pages import page_of
from game.ui.presenters.archive.refs import TABS, Ref, Tab, tab_of, tab_words
from game.ui.presenters.archive.shelves import Shelves
from game.ui.screen import Action, Canvas, KeyBinding, Outcome, Pop, Screen, Stay
from game.ui.screens.archive_list import draw_index, draw_rules
from game.ui.screens.archive_page import draw_page
from game.ui.screens.archive_tabs import draw_tabs, tabs_height
from game.ui.screens.sheets import card_beside_sheet
from game.ui.theme import SideName
from game.ui.widgets.buttons import page_head
from game.ui.widgets.search import Search
from game.ui.widgets.way import Way
from game.ui.words import Words


class ArchiveScreen(Screen):
    """The archive, which must hold something, open at `first` or at its beginning. `show` leads to the desk with a person or
    place chosen, and is offered for those whom `shown` holds. `consult` names the paragraphs of the rulebook
    that answer to a search."""

    first_focus = "chosen"
    opening = (Moment.FOLDER,)

    def __init__(
        self, shelves: Shelves, faces: Faces, side: SideName = "center", first: Ref | None = None, *,
        show: Callable[[str], Outcome] | None = None, shown: frozenset[str] = frozenset(), leave: Action = Pop,
        consult: Callable[[str], Sequence[tuple[Page, Action]]] = lambda text: (),
    ) -> None:  # fmt: skip
        self._shelves, self._faces, self._side, self._leave = shelves, faces, side, leave
        self._show, self._shown, self._consult = show, shown, consult
        self._search = Search(self._sought)
        self._rules: Sequence[tuple[Page, Action]] = ()
        self._way = Way(first)
        self._revealed: Ref | None = None
        self._last: dict[Tab, Ref] = {}

    # -- drawing

    def compose(self, canvas: Canvas) -> None:
        """The head, the tabs, the folder with its two papers."""
        _ = canvas.words
        canvas.panel(("desk", self._side), canvas.rect, lambda painter, rect: desk(painter, rect, self._side), opaque=True)
        self._draw_head(canvas)
        top = max(canvas.px(76), canvas.line("h1") + canvas.px(12))
        folder = Rect(canvas.px(16), top + tabs_height(canvas), canvas.rect.w - 2 * canvas.px(16), 0)
        folder.h = canvas.rect.h - folder.y - canvas.px(16)
        canvas.panel("archive folder", folder, _folder, margin=shadow_margin(canvas))
        here = self._here(_)
        counts = {tab: len(self._found(tab, _)) for tab in TABS} if self._search.text.strip() else {}
        draw_tabs(canvas, Rect(folder.x + canvas.px(20), top, folder.w - canvas.px(40), tabs_height(canvas)), tab_of(here.kind),
                  counts, self._turn_to)  # fmt: skip
        inner = folder.inflate(-2 * canvas.px(16), -2 * canvas.px(16))
        index, page = card_beside_sheet(canvas, inner, 388)
        rows = self._found(tab_of(here.kind), _)
        room = draw_rules(canvas, index, self._rules)
        reveal = here if self._revealed != here else None
        self._revealed = here
        draw_index(canvas, room, self._faces, rows, here, self._search, choose=self.open, step=self._step, reveal=reveal,
                   sealed=self._shelves.sealed(tab_of(here.kind)))  # fmt: skip
        draw_page(canvas, page, self._faces, page_of(self._shelves, here, _), self.open, self._way_to_desk(here))

    def _draw_head(self, canvas: Canvas) -> None:
        _ = canvas.words
        title = page_head(canvas, _("Archive"), self._leave)
        x = self._way.draw(canvas, title)
        here = self._here(_)
        words = f"{tab_words(tab_of(here.kind), _)} › {self._shelves.title(here)}"
        room = canvas.rect.w - x - canvas.px(60)
        canvas.text("small", words, (canvas.rect.w - canvas.px(30), title.centery), "ivory2", anchor="midright", width=room)

    def _way_to_desk(self, here: Ref) -> Action | None:
        if self._show is None or here.id not in self._shown:
            return None
        return partial(self._show, here.id)

    # -- looking things up

    def _here(self, _: Words) -> Ref:
        """What is open; at first the first entry of the first tab that has any."""
        if self._way.here is None:
            self._way.open(next(rows[0].ref for tab in TABS if (rows := self._shelves.rows(tab, _))))
        assert self._way.here is not None, "it has just been opened"
        return self._way.here

    def _found(self, tab: Tab, _: Words) -> Sequence[IndexRow]:
        return search(self._shelves.rows(tab, _), self._search.text)

    # -- what the player does

    def open(self, ref: Ref) -> Outcome:
        """Opens an entry; the way back leads to the one before."""
        self._last[tab_of(ref.kind)] = ref
        return self._way.open(ref)

    def _step(self, ref: Ref) -> Outcome:
        """To a neighbour in the list."""
        self._last[tab_of(ref.kind)] = ref
        return self._way.step(ref)

    def _turn_to(self, tab: Tab, _: Words) -> Outcome:
        """To a tab: what was open there last, if the search finds it, else its first row; on the timeline the game's day."""
        found = [row.ref for row in self._found(tab, _)] or [row.ref for row in self._shelves.rows(tab, _)]
        last = self._last.get(tab) or (self._shelves.latest(_) if tab == "timeline" else None)
        return self.open(last if last in found else found[0]) if found else Stay(heard=Moment.REFUSED)

    def _sought(self, text: str) -> None:
        self._rules = self._consult(text)

    def back(self) -> Outcome:
        """First clears the search, then leaves."""
        return Stay() if self._search.clear() else self._leave()

    def keys(self, words: Words) -> Sequence[KeyBinding]:
        """The search by key; tabs and the way have areas with keys of their own."""
        return (self._search.key(words("Search the archive")),)


def _folder(painter: Painter, rect: Rect) -> None:
    shadow(painter, rect, "s2")
    paper(painter, rect, "manila")
