"""The desk as it is drawn: the map, and round it the papers, each from what `DeskWork` holds."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from pygame import Rect

from game.match.draft import Draft
from game.rules.legality import signals_used
from game.rules.nouns import BODIES, HOUSE, Side
from game.rules.orders import Order
from game.rules.view import CircleView, View
from game.ui.desk.aiming import TARGET, draw_odds, draw_targets
from game.ui.desk.bar import draw_bar, turn_note
from game.ui.desk.column import draw_column, draw_column_edge, draw_seal, pair_of_buttons
from game.ui.desk.drawer import Pages, cards_shown, draw_drawer
from game.ui.desk.faces import Faces
from game.ui.desk.layout import DeskLayout, lay_out
from game.ui.desk.place import draw_place
from game.ui.desk.sheets import Giving, draw_dossier
from game.ui.desk.small import SmallPapers, draw_small_papers, lay_small_papers
from game.ui.desk.table import Table
from game.ui.desk.ways import DeskActions, ways
from game.ui.desk.work import Aim, DeskWork, Sift
from game.ui.presenters.dates import month_words
from game.ui.presenters.dossiers import Dossier, dossier
from game.ui.presenters.grounds import with_reasons
from game.ui.presenters.household import household_sheet
from game.ui.presenters.ledger import Movement
from game.ui.presenters.meters import NOT_MOVED, meter_rows
from game.ui.presenters.orders import odds_sheet, operation_rows
from game.ui.presenters.people import PersonCard, cards, is_in_play, person_words
from game.ui.presenters.places import place_sheet
from game.ui.presenters.stakes import CERTAIN_TRACES
from game.ui.presenters.unsent import NOBODY, Unsent
from game.ui.screen import Canvas, Outcome, Push, Stay
from game.ui.screens.dialog import notice
from game.ui.still import Still
from game.ui.theme import SideName
from game.ui.words import Words


class DeskScreen(DeskWork):
    """The main screen of one side. `moved` says how its meters moved in the last turn, `unmasked` how many of the Center's people
    have been unmasked so far, `unsent` who left without being sent."""

    fills = True

    def __init__(
        self, view: View, draft: Draft, faces: Faces, table: Table, actions: DeskActions, *,
        unread: Callable[[], int] = int, selected: str | None = None, moved: Mapping[str, Movement] = NOT_MOVED,
        unmasked: int | None = None, unsent: Unsent = NOBODY,
    ) -> None:  # fmt: skip
        super().__init__(view, draft, table, actions, selected)
        self._faces, self._unread, self._moved, self._unmasked = faces, unread, moved, unmasked
        self._unsent = unsent
        self._papers, self._slips = Still(), Still()
        self._small: tuple[object, SmallPapers] | None = None

    # -- drawing

    def compose(self, canvas: Canvas) -> None:
        """The map under everything, then papers on it."""
        open_column = self._selected is not None or self._place is not None
        place = lay_out(canvas, column_open=open_column)
        self._draw_map(canvas, place)
        if self._aim is None and place.has_slips:
            self._draw_slips(canvas, place)
        if open_column and place.narrow:
            self._draw_papers(canvas, place, open_column)  # its column lies on the map, shadow and all
            return
        if open_column:
            draw_column_edge(canvas, place, self.side, place.table)
        aimed = (self._aim.row, self._aim.order) if self._aim is not None else None
        drawer = (self._first_card, self._sift, self._sifted_area)
        key = (self._selected, self._place, aimed, self._draft.orders, drawer, self._unread(), self._unfolded)
        papers = partial(self._draw_papers, canvas, place, open_column)
        self._papers.compose(canvas, key, place.papers(column_open=open_column), papers)

    def _draw_papers(self, canvas: Canvas, place: DeskLayout, open_column: bool) -> None:
        """All that lies round the map."""
        people = cards(self._view, self._draft, canvas.words)
        self._draw_drawer(canvas, place, len(people))
        if open_column:
            if not place.narrow:
                draw_column_edge(canvas, place, self.side, place.drawer)
            with canvas.clip(canvas.rect if place.narrow else place.column):
                self._draw_column(canvas, place)
        self._draw_foot(canvas, place, people)
        self._draw_top(canvas, place)

    def _draw_map(self, canvas: Canvas, place: DeskLayout) -> None:
        targets = {row.target: row for row in self._targets(canvas.words) if not row.refusal} if self._aim else None
        order = self._aim.order if self._aim else None
        covered = self._small_papers(canvas, place).boxes if place.has_slips else ()
        self._table.draw(
            canvas,
            place.table,
            self._view,
            self._draft,
            selected=self._selected or self._place or "",
            targets=targets,
            aimed=order,
            choose=self._choose_on_map,
            covered=covered,
            shown=place.bare,
            calm=place.still,
            pointed_at=self._pointed_at(canvas),
        )

    def _pointed_at(self, canvas: Canvas) -> str:
        """The target that is aimed at, else the one on the list that has the focus."""
        if self._aim is None:
            return ""
        if self._aim.order is not None:
            return self._aim.order.target
        focus = (canvas.attention.focus or "") if canvas.attention.focus_shown else ""
        return focus.removeprefix(TARGET) if focus.startswith(TARGET) else ""

    def _small_papers(self, canvas: Canvas, place: DeskLayout) -> SmallPapers:
        """The small papers at the upper left of the map, laid out anew when an order, the words or their size change."""
        key = (self._draft.orders, canvas.words.language, canvas.theme.key, place.slip)
        if self._small is None or self._small[0] != key:
            self._small = (key, lay_small_papers(canvas, place.slip, self._view, self._draft, self._unmasked))
        return self._small[1]

    def _draw_slips(self, canvas: Canvas, place: DeskLayout) -> None:
        papers, chosen = self._small_papers(canvas, place), self._selected == HOUSE
        open_sheet = partial(self.select, HOUSE)
        draw = partial(
            draw_small_papers, canvas, papers, selected=chosen, open_sheet=open_sheet, keep=self._keep,
            read_tasks=lambda title, words: Push(notice(canvas.words, title, words)),
        )  # fmt: skip
        self._slips.compose_clear(canvas, (papers, chosen), draw)

    def _draw_drawer(self, canvas: Canvas, place: DeskLayout, of: int) -> None:
        """The cards that were asked for, `of` so many."""
        people, shown = self._sifted(canvas.words), cards_shown(canvas, place.drawer)
        if not people:  # the last idle one has got his order
            self._sift = Sift.ALL
            people = self._sifted(canvas.words)
        self._first_card = max(0, min(self._first_card, len(people) - shown))

        def turn_cards(count: int) -> Outcome:
            self._first_card = max(0, min(len(people) - shown, self._first_card + count))
            return Stay()

        pages = Pages(first=self._first_card, sifted=self._sift_words(canvas.words), of=of, turn=turn_cards, sift=self._sift_on)
        draw_drawer(canvas, place.drawer, self.side, self._faces, people, pages, self._selected, self.select)

    def _sift_words(self, _: Words) -> str:
        """What the cards in the drawer have in common, in a word; nothing if all are there."""
        return {Sift.ALL: "", Sift.IDLE: _("no order"), Sift.HERE: _("here")}[self._sift]

    def _draw_column(self, canvas: Canvas, place: DeskLayout) -> None:
        room = draw_column(canvas, place, self.side)
        _ = canvas.words
        if self._aim is not None and self._aim.order is not None:
            self._draw_odds(canvas, room, self._aim, self._aim.order)
        elif self._aim is not None:
            who = person_words(self._view, self._selected or "", _)
            traces = self._view.side is Side.CENTER
            draw_targets(canvas, room, who, self._aim.row, self._targets(_), self._aim_at, traces=traces)
        elif self._place is not None:
            draw_place(canvas, room, place_sheet(self._view, self._place, _), self.select, self._actions.look_up(self._place))
        elif self._selected is not None:
            self._draw_person(canvas, room, self._selected)

    def _draw_person(self, canvas: Canvas, room: Rect, person: str) -> None:
        _ = canvas.words
        sheet = self._dossier(person, _)
        if sheet is None:
            canvas.paragraph("body", _("Nothing is known of this person."), room)
            return
        giving = None
        own = self._view.bodies.get(person)
        body = person in BODIES and isinstance(self._view, CircleView)
        if body or (own is not None and is_in_play(own)):
            order = self._draft.order_of(person)
            giving = Giving(
                rows=operation_rows(self._view, self._draft, person, _),
                current=order.operation if order else "",
                traces=self._view.side is Side.CENTER,
                open=partial(self._open_operation, _),
                withdraw=partial(self._withdraw, person),
                unfold=partial(self._unfold, person),
                unfolded=self._unfolded == person,
            )
        look_up, sheet = self._actions.look_up(person), with_reasons(self._view, sheet, _)
        draw_dossier(canvas, room, self.side, self._faces, sheet, self._background(person), giving, look_up)

    def _dossier(self, person: str, words: Words) -> Dossier | None:
        if person == HOUSE and isinstance(self._view, CircleView):
            return household_sheet(self._view, self._draft, words)
        return dossier(self._view, person, words, self._unsent)

    def _background(self, person: str) -> SideName | None:
        """The side as the viewer knows it: one's own colour for one's own, the other's for the other's."""
        if person in self._view.bodies or (person in BODIES and isinstance(self._view, CircleView)):
            return self.side
        return "circle" if self.side == "center" else None

    def _draw_odds(self, canvas: Canvas, room: Rect, aim: Aim, order: Order) -> None:
        _ = canvas.words
        sheet = odds_sheet(self._view, order, _, self._draft.orders)
        operation = self._operation(order)
        draw_odds(
            canvas,
            room,
            sheet,
            traces=self._view.side is Side.CENTER and 0 < operation.traces.base < CERTAIN_TRACES,
            set_extra=self._set_extra if operation.extra else None,
            set_line=self._set_line if operation.call_off else None,
            other=self.aim_anew if len(aim.row.choices) > 1 else None,
            withdraw=partial(self._withdraw, order.agent) if self._is_given(order) else None,
        )

    def _draw_foot(self, canvas: Canvas, place: DeskLayout, people: Sequence[PersonCard]) -> None:
        _ = canvas.words
        if self._aim is not None:
            order = self._aim.order
            commit = (_("Give the order"), partial(self._give, _), None if order is not None else _("Choose a target first."))
            operation = self._aim.row.operation
            pair_of_buttons(canvas, place, self.side, (_("Cancel"), self._cancel), commit, operation=operation)
            return
        used = signals_used(self._view.catalogue, self._draft.orders)
        idle = sum(1 for card in people if self._is_idle(card))
        note = _.plural("{count} signal used", "{count} signals used", used)
        note += "\n" + _("{count} idle", count=idle)
        draw_seal(canvas, place, self.side, _("Seal orders"), note, partial(self._ask_seal, canvas.words))

    def _draw_top(self, canvas: Canvas, place: DeskLayout) -> None:
        _ = canvas.words
        view = self._view
        note = turn_note(view.turn, view.catalogue.turns, "aiming" if self._aim else "writing", _)
        draw_bar(
            canvas,
            place.bar,
            self.side,
            month_words(view, _),
            note,
            meter_rows(view, self._draft, _, self._moved),
            ways(self._actions, _, here="map", unread=self._unread()),
        )
