"""The Revelations: the declassified map, the months under it, and at the right the pages of what was secret. It holds the
moment that is looked at and the page that is open; it knows nothing that is not in the dossier."""

from collections.abc import Callable, Sequence
from functools import partial

from pygame import Rect

from game.ui.attention import Tip
from game.ui.desk.faces import Faces
from game.ui.desk.look_up import LookUp, nowhere
from game.ui.map.board import MapBoard
from game.ui.map.fitting import fitted_world, fitting_height, fitting_width
from game.ui.map.overlay import HitRegion
from game.ui.map.projection import project
from game.ui.map.view import MapView
from game.ui.moments import Moment, Scene
from game.ui.papers import sheet, stamp
from game.ui.presenters.revelations.dossier import Dossier
from game.ui.screen import Action, Canvas, KeyBinding, Outcome, Pop, Screen, Stay
from game.ui.screens.revelations.pages import files_page, knowledge_page, rolls_page
from game.ui.screens.revelations.strip import Strip, draw_strip, strip_height
from game.ui.screens.revelations.tabs import draw_tabs
from game.ui.screens.revelations.told import charts_page, hinges_page, history_page, testimonies_page
from game.ui.screens.verdict import both_desks_bar, paint_desks
from game.ui.theme import Theme
from game.ui.widgets.buttons import button, button_height, button_width
from game.ui.widgets.columns import Block, draw_blocks, height_of
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import Words

PACE_MS = 1200
"""Milliseconds for which each moment is shown while the months run."""
PAGES = ("files", "known", "rolls", "charts", "hinges", "history", "testimonies")
_EDGE, _SIGNS, _MARGIN = 7, 26, 64
"""Design pixels of the map's white edge, and between that and the middle of people's signs, and the outermost places."""
MAP = "map"
"""The page that there is in small windows only, where the map has no place of its own."""


class RevelationsScreen(Screen):
    """One finished game. `leave` leads away, `keep` to what can be kept of it, `look_up` from an event of history to its entry
    in the archive."""

    first_focus = "strip"
    scene = Scene.VERDICT
    opening = (Moment.FOLDER,)

    def __init__(
        self, dossier: Dossier, faces: Faces, view: MapView, *,
        leave: Action = Pop, keep: Callable[[Theme], Outcome] | None = None, look_up: LookUp = nowhere,
    ) -> None:  # fmt: skip
        self.dossier, self._faces, self._leave, self._keep, self._look_up = dossier, faces, leave, keep, look_up
        self._view = view
        self._boards: tuple[object, MapBoard] | None = None
        self._places = [place.at for place in dossier.chronicle.scenario.catalogue.places.values()]
        self._points = [project(lon, lat) for lat, lon in self._places]
        self.moment = dossier.last
        self._open = PAGES[0]
        self._running, self._next_at = False, 0

    @property
    def page(self) -> object:
        """Which page is open."""
        return self._open

    def back(self) -> Outcome:
        """Esc stops the months first, then leaves."""
        if self._running:
            self._running = False
            return Stay()
        return self._leave()

    # -- what the player does

    def go_to(self, moment: int) -> Outcome:
        """Looks at another moment, as near to the wanted one as there is."""
        self.moment = max(1, min(self.dossier.last, moment))
        return Stay()

    def open(self, page: str) -> Outcome:
        """Opens a page."""
        self._open = page
        return Stay()

    def run(self) -> Outcome:
        """Lets the months run, from the beginning if they have come to the end, or stops them."""
        self._running, self._next_at = not self._running, 0
        if self._running and self.moment == self.dossier.last:
            self.moment = 1
        return Stay()

    def tick(self, now: int) -> Outcome | None:
        """Goes on to the next month when it is time."""
        if not self._running or not self._next_at or now < self._next_at:
            return None
        self._next_at = 0
        self.go_to(self.moment + 1)
        self._running = self.moment < self.dossier.last
        return Stay()

    def keys(self, words: Words) -> Sequence[KeyBinding]:
        """Along the months, and the map's own zoom."""
        last = self.dossier.last
        return (
            KeyBinding(key="left", name=words("Turn before"), action=lambda: self.go_to(self.moment - 1)),
            KeyBinding(key="right", name=words("Next turn"), action=lambda: self.go_to(self.moment + 1)),
            KeyBinding(key="home", name=words("To the beginning"), action=partial(self.go_to, 1)),
            KeyBinding(key="end", name=words("To the end"), action=partial(self.go_to, last)),
            KeyBinding(key="+ =", name=words("Zoom in"), action=partial(self._zoom, 1)),
            KeyBinding(key="-", name=words("Zoom out"), action=partial(self._zoom, -1)),
        )

    # -- what is shown

    def compose(self, canvas: Canvas) -> None:
        """The bar, the map with the months under it, the sheet with its pages."""
        canvas.panel("both desks", canvas.rect, paint_desks, opaque=True)
        bar = both_desks_bar(canvas, canvas.words("Revelations"), self.dossier.title, self._buttons)
        margin, gap = canvas.px(20), canvas.px(16)
        area = Rect(margin, bar.bottom + gap, canvas.rect.w - 2 * margin, canvas.rect.h - bar.bottom - gap - margin)
        strip = Rect(area.x, 0, area.w, strip_height(canvas))
        strip.bottom = area.bottom
        wide = min(max(canvas.px(620), round(canvas.line("body") * 21)), round(area.w * 0.5))
        with_map = area.w - wide - gap >= max(420, canvas.px(520)) and wide >= canvas.line("body") * 16
        if with_map:
            right = Rect(area.right - wide, area.y, wide, area.h)
            strip.w = right.x - gap - area.x
            self._draw_table(canvas, Rect(area.x, area.y, strip.w, strip.y - gap - area.y), gap)
        else:
            right = Rect(area.x, area.y, area.w, strip.y - gap - area.y)
        self._draw_sheet(canvas, right, with_map=with_map)
        draw_strip(
            canvas, strip, Strip(dossier=self.dossier, moment=self.moment, running=self._running, go_to=self.go_to, run=self.run)
        )
        if self._running:
            self._next_at = self._next_at or canvas.now + PACE_MS
            canvas.request_frame(max(1, self._next_at - canvas.now))

    def _buttons(self, canvas: Canvas, rect: Rect) -> int:
        """The ways out at the right end of the bar; returns where they begin."""
        _ = canvas.words
        high, x = button_height(canvas), rect.right - canvas.px(20)
        leave = _("Close the file")
        box = Rect(0, 0, button_width(canvas, leave), high)
        box.midright = (x, rect.centery - 1)
        button(canvas, "leave", box, leave, self._leave)
        if self._keep is None:
            return box.x
        words = _("Keep it")
        kept = Rect(0, 0, button_width(canvas, words), high)
        kept.midright = (box.x - canvas.px(12), rect.centery - 1)
        tip = Tip(words, _("As a page to read in a browser, or as a poster."))
        button(canvas, "keep", kept, words, partial(self._keep, canvas.theme), kind="desk", key="k", tip=tip)
        return kept.x

    # -- the map

    def _draw_table(self, canvas: Canvas, rect: Rect, gap: int) -> None:
        """The map, as high as the sheet of the world is in this width, and under it a note of the turn."""
        least = canvas.line("typed") + 2 * canvas.line("body") + canvas.px(30)
        edge = 2 * canvas.px(_EDGE)
        high = fitting_height(self._points, rect.w - edge, rect.h - least - gap - edge, canvas.px(_MARGIN)) + edge
        self._draw_map(canvas, Rect(rect.x, rect.y, rect.w, high))
        self._draw_note(canvas, Rect(rect.x, rect.y + high + gap, rect.w, rect.h - high - gap))

    def _draw_map(self, canvas: Canvas, rect: Rect) -> None:
        catalogue = self.dossier.chronicle.scenario.catalogue
        edge = 2 * canvas.px(_EDGE)
        wide = fitting_width(self._points, rect.w - edge, rect.h - edge, canvas.px(_MARGIN)) + edge
        rect = Rect(rect.centerx - wide // 2, rect.y, wide, rect.h)
        canvas.panel("map frame", rect, lambda painter, box: sheet(painter, box, "photo", "s2"), margin=canvas.px(24))
        inner = rect.inflate(-2 * canvas.px(_EDGE), -2 * canvas.px(_EDGE))
        self._view.set_day(catalogue.first_day(min(self.moment, max(1, self.dossier.chronicle.turns))))
        free = inner.inflate(-2 * canvas.px(_SIGNS), -2 * canvas.px(_SIGNS))
        self._board_for(canvas, inner).draw(canvas, inner, free, self.dossier.marks(self.moment), self._told_of)

    def _board_for(self, canvas: Canvas, rect: Rect) -> MapBoard:
        """The board for a frame of this size: one on which the whole game can be seen at once."""
        key = (rect.size, canvas.theme.unit)
        if self._boards is None or self._boards[0] != key:
            world = fitted_world(self._points, rect.size, canvas.theme.unit, canvas.px(_MARGIN))
            board = MapBoard(self._view, world)
            board.lay_first(self._places)
            board.layers = board.layers - {"routes", "tags"}
            self._boards = (key, board)
        return self._boards[1]

    def _told_of(self, _region: HitRegion) -> Outcome:
        """A click on the map changes nothing; what it is about is told by its name."""
        return Stay()

    def _zoom(self, steps: int) -> Outcome:
        return self._boards[1].zoom(steps) if self._boards is not None else Stay()

    def _draw_note(self, canvas: Canvas, rect: Rect) -> None:
        """What there is to say of the moment; at the end the verdict with its stamp."""
        canvas.panel("note", rect, lambda painter, box: sheet(painter, box, "form", "s2"), margin=canvas.px(24))
        canvas.pointed_out.append(rect)  # read while the months run beneath it, whose tip would lie on it
        inner = rect.inflate(-2 * canvas.px(20), -2 * canvas.px(12))
        verdict = self.dossier.verdict if self.moment == self.dossier.last else None
        room = inner.w
        if verdict is not None:
            wide = min(inner.w // 2, canvas.px(300))
            fitting = wide / max(1, canvas.text_width("h2", verdict.stamp) + canvas.px(70))
            centre = (inner.right - wide // 2, inner.centery)
            stamp(canvas, centre, verdict.stamp, verdict.winner or "ink", tilt=-3, size=min(26.0, 30.0 * fitting))
            room -= wide + canvas.px(20)
        canvas.text("typed", self.dossier.date(self.moment), inner.topleft, width=room)
        said = self.dossier.gist(self.moment) or canvas.words("A quiet turn.")
        top = inner.y + canvas.line("typed") + canvas.px(4)
        lines = max(1, (inner.bottom - top) // canvas.line("body"))
        canvas.paragraph("body", said, Rect(inner.x, top, room, 0), lines=lines)

    # -- the pages

    def _names(self, words: Words) -> dict[str, str]:
        return {
            "files": words("Both files"),
            "known": words("Known and true"),
            "rolls": words("Rolls"),
            "charts": words("Charts"),
            "hinges": words("Hinges"),
            "history": words("History"),
            "testimonies": words("Testimonies"),
            MAP: words("Map"),
        }

    def _draw_sheet(self, canvas: Canvas, rect: Rect, *, with_map: bool) -> None:
        names = self._names(canvas.words)
        pages = PAGES if with_map else (MAP, *PAGES)
        page = self._open if self._open in pages else PAGES[0]
        canvas.panel("pages", rect, lambda painter, box: sheet(painter, box, "sheet", "s2"), margin=canvas.px(24))
        inner = rect.inflate(-2 * canvas.px(22), -2 * canvas.px(16))

        def choose(index: int) -> Outcome:
            return self.open(pages[index])

        used = draw_tabs(canvas, inner, [names[each] for each in pages], pages.index(page), choose)
        body = Rect(inner.x, inner.y + used + canvas.px(10), inner.w, inner.h - used - canvas.px(10))
        if page == MAP:
            self._draw_map(canvas, body)
            return
        date = self.dossier.date(self.moment)
        line = canvas.line("h3")
        canvas.text("h3", date, body.topleft, width=body.w)
        body = Rect(body.x, body.y + line + canvas.px(8), body.w, body.h - line - canvas.px(8))
        width = body.w - bar_room(canvas)
        blocks = self._blocks(canvas, page, width)
        high = height_of(blocks) + canvas.px(12)
        with scroll_area(canvas, f"page.{page}", body, high) as view:
            draw_blocks(canvas, Rect(body.x, body.y - view.offset + canvas.px(4), width, high), blocks)

    def _blocks(self, canvas: Canvas, page: str, width: int) -> list[Block]:
        dossier, moment = self.dossier, self.moment
        made: dict[str, Callable[[], list[Block]]] = {
            "files": lambda: files_page(canvas, dossier, moment, width),
            "known": lambda: knowledge_page(canvas, dossier, moment, width),
            "rolls": lambda: rolls_page(canvas, dossier, moment, width),
            "charts": lambda: charts_page(canvas, dossier, moment, width, self.go_to),
            "hinges": lambda: hinges_page(canvas, dossier, moment, width, self.go_to),
            "history": lambda: history_page(canvas, dossier, moment, width, self._look_up),
            "testimonies": lambda: testimonies_page(canvas, dossier, width, self._faces, self.go_to),
        }
        return made[page]()
