"""The desk: choose a person, an order, a target; weigh the odds; give the order; seal.

It holds what is selected and what is being aimed. Orders live in the draft, the rest in the view.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from pygame import Rect

from game.match.draft import Draft
from game.rules.definitions import Operation
from game.rules.legality import signals_used
from game.rules.nouns import BODIES, HOUSE, Keep, Side
from game.rules.orders import Order
from game.rules.view import CircleView, View
from game.ui.desk.aiming import draw_odds, draw_targets
from game.ui.desk.bar import draw_bar
from game.ui.desk.column import draw_column, draw_column_edge, draw_seal, pair_of_buttons
from game.ui.desk.drawer import cards_shown, draw_drawer
from game.ui.desk.faces import Faces
from game.ui.desk.household import draw_household, household_box, order_keep
from game.ui.desk.layout import DeskLayout, lay_out
from game.ui.desk.place import draw_place
from game.ui.desk.sheets import Giving, draw_dossier
from game.ui.desk.slip import draw_slip, slip_box
from game.ui.desk.table import Table
from game.ui.desk.ways import DeskActions, ways
from game.ui.map.chart import Chart
from game.ui.moments import Moment, Scene
from game.ui.presenters.dossiers import Dossier, dossier
from game.ui.presenters.household import household_sheet, keep_row
from game.ui.presenters.meters import meter_rows, month_words, task_rows, tasks_title
from game.ui.presenters.orders import OperationRow, TargetRow, odds_sheet, operation_rows, target_rows, with_extra
from game.ui.presenters.people import PersonCard, cards, is_in_play, person_words
from game.ui.presenters.places import place_sheet
from game.ui.presenters.reasons import refusal_words
from game.ui.presenters.stakes import CERTAIN_TRACES, proposed_line, with_line
from game.ui.screen import Canvas, KeyBinding, Outcome, Push, Screen, Stay
from game.ui.screens.dialog import confirm, notice
from game.ui.still import Still
from game.ui.theme import SideName
from game.ui.words import Words


@dataclass(slots=True)
class Aim:
    """An order being aimed: the operation, and once there is a target the order with its odds."""

    row: OperationRow
    order: Order | None = None


class DeskScreen(Screen):
    """The main screen of one side."""

    def __init__(
        self, view: View, draft: Draft, faces: Faces, table: Table, actions: DeskActions, *,
        unread: Callable[[], int] = int, selected: str | None = None,
    ) -> None:  # fmt: skip
        self._view, self._draft, self._faces, self._table, self._actions = view, draft, faces, table, actions
        self._unread = unread
        self.scene = Scene.CENTER if view.side is Side.CENTER else Scene.CIRCLE
        self._selected = selected
        self._place: str | None = None
        self._aim: Aim | None = None
        self._first_card = 0
        self._papers = Still()

    @property
    def side(self) -> SideName:
        """Whose desk this is."""
        return "center" if self._view.side is Side.CENTER else "circle"

    @property
    def shown(self) -> str | None:
        """Whose sheet lies open: the id of a person, a body or a place."""
        return self._selected or self._place

    @property
    def aimed(self) -> Order | None:
        """The order whose odds are on the table."""
        return self._aim.order if self._aim is not None else None

    def turn_to(self, person: str, words: Words) -> None:
        """Turns the drawer to the page with somebody's card, if there is one."""
        names = [card.id for card in cards(self._view, self._draft, words)]
        if person in names:
            self._first_card = names.index(person)

    # -- drawing

    def compose(self, canvas: Canvas) -> None:
        """The map under everything, then papers on it."""
        open_column = self._selected is not None or self._place is not None
        place = lay_out(canvas, column_open=open_column)
        self._draw_map(canvas, place)
        if self._aim is None:
            self._draw_slips(canvas, place)
        if open_column and place.narrow:
            self._draw_papers(canvas, place, open_column)  # its column lies on the map, shadow and all
            return
        if open_column:
            draw_column_edge(canvas, place, self.side, place.table)
        aimed = (self._aim.row, self._aim.order) if self._aim is not None else None
        key = (self._selected, self._place, aimed, self._draft.orders, self._first_card, self._unread())
        papers = partial(self._draw_papers, canvas, place, open_column)
        self._papers.compose(canvas, key, place.papers(column_open=open_column), papers)

    def _draw_papers(self, canvas: Canvas, place: DeskLayout, open_column: bool) -> None:
        """All that lies round the map."""
        people = cards(self._view, self._draft, canvas.words)
        self._draw_drawer(canvas, place, people)
        if open_column:
            if not place.narrow:
                draw_column_edge(canvas, place, self.side, place.drawer)
            with canvas.clip(canvas.rect if place.narrow else place.column):
                self._draw_column(canvas, place)
        self._draw_foot(canvas, place, people)
        self._draw_top(canvas, place)

    def _draw_map(self, canvas: Canvas, place: DeskLayout) -> None:
        targets = {row.target: row for row in self._targets(canvas.words)} if self._aim else None
        order = self._aim.order if self._aim else None
        papers = self._lay_papers(canvas, place) if self._aim is None else ()
        self._table.draw(
            canvas,
            place.table,
            self._view,
            self._draft,
            selected=self._selected or self._place or "",
            targets=targets,
            aimed=order,
            choose=self._choose_on_map,
            covered=tuple(paper for paper in papers if paper),
            shown=place.bare,
        )

    def _lay_papers(self, canvas: Canvas, place: DeskLayout) -> tuple[Rect, Rect | None]:
        """Where the small papers lie at the upper left of the map: the tasks, and beneath them the household."""
        slip = slip_box(canvas, place.slip, task_rows(self._view, canvas.words))
        row = keep_row(self._view, self._draft, canvas.words)
        below = Rect(slip.x, slip.bottom + (canvas.px(16) if slip.h else 0), slip.w, 0)
        return slip, household_box(canvas, below, row, canvas.words) if row is not None else None

    def _draw_slips(self, canvas: Canvas, place: DeskLayout) -> None:
        slip, house = self._lay_papers(canvas, place)
        draw_slip(canvas, slip, tasks_title(self._view, canvas.words), task_rows(self._view, canvas.words))
        row = keep_row(self._view, self._draft, canvas.words)
        if row is not None and house is not None:
            chosen, open_sheet = self._selected == HOUSE, partial(self.select, HOUSE)
            draw_household(canvas, house, row, selected=chosen, open_sheet=open_sheet, choose=self._keep)

    def _draw_drawer(self, canvas: Canvas, place: DeskLayout, people: Sequence[PersonCard]) -> None:
        shown = cards_shown(canvas, place.drawer)
        self._first_card = max(0, min(self._first_card, len(people) - shown))

        def turn_page(step: int) -> Outcome:
            self._first_card = max(0, min(len(people) - 1, self._first_card + step * shown))
            return Stay()

        draw_drawer(
            canvas, place.drawer, self.side, self._faces, people, self._first_card, self._selected, self.select, turn_page
        )

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
                open=self._open_operation,
                withdraw=partial(self._withdraw, person),
            )
        look_up = self._actions.look_up(person)
        draw_dossier(canvas, room, self.side, self._faces, sheet, self._background(person), giving, look_up)

    def _dossier(self, person: str, words: Words) -> Dossier | None:
        if person == HOUSE and isinstance(self._view, CircleView):
            return household_sheet(self._view, self._draft, words)
        return dossier(self._view, person, words)

    def _background(self, person: str) -> SideName | None:
        """The side as the viewer knows it: one's own colour for one's own, the other's for the other's."""
        if person in self._view.bodies or (person in BODIES and isinstance(self._view, CircleView)):
            return self.side
        return "circle" if self.side == "center" else None

    def _draw_odds(self, canvas: Canvas, room: Rect, aim: Aim, order: Order) -> None:
        _ = canvas.words
        sheet = odds_sheet(self._view, order, _)
        operation = self._operation(order)
        draw_odds(
            canvas,
            room,
            sheet,
            traces=self._view.side is Side.CENTER and 0 < operation.traces.base < CERTAIN_TRACES,
            set_extra=self._set_extra if operation.extra else None,
            set_line=self._set_line if operation.call_off else None,
            other=self._other_target if len(aim.row.choices) > 1 else None,
        )

    def _draw_foot(self, canvas: Canvas, place: DeskLayout, people: Sequence[PersonCard]) -> None:
        _ = canvas.words
        if self._aim is not None:
            order = self._aim.order
            commit = (_("Give the order"), partial(self._give, _), None if order is not None else _("Choose a target first."))
            pair_of_buttons(canvas, place, self.side, (_("Cancel"), self._cancel), commit)
            return
        used = signals_used(self._view.catalogue, self._draft.orders)
        idle = sum(1 for card in people if card.free and card.order is None and card.id not in BODIES)
        note = _.plural("{count} signal used", "{count} signals used", used)
        note += "\n" + _("{count} idle", count=idle)
        draw_seal(canvas, place, self.side, _("Seal orders"), note, partial(self._ask_seal, canvas.words))

    def _draw_top(self, canvas: Canvas, place: DeskLayout) -> None:
        _ = canvas.words
        view = self._view
        note = _("Turn {turn} of {turns}", turn=view.turn, turns=view.catalogue.turns)
        note += " · " + (_("aiming an order") if self._aim else _("writing orders"))
        draw_bar(
            canvas,
            place.bar,
            self.side,
            month_words(view),
            note,
            meter_rows(view, self._draft, _),
            ways(self._actions, _, here="map", unread=self._unread()),
        )

    # -- what the player does

    def select(self, person: str) -> Outcome:
        """Opens somebody's dossier; once more closes it."""
        self._aim, self._place = None, None
        self._selected = None if self._selected == person else person
        return Stay(heard=Moment.CARD)

    def choose(self, id_: str) -> Outcome:
        """Opens a person's or a place's sheet, whatever lay there before."""
        self._aim = None
        is_place = id_ in self._view.catalogue.places
        self._selected, self._place = (None, id_) if is_place else (id_, None)
        return Stay()

    def weigh(self, order: Order, words: Words) -> Outcome:
        """Opens the odds of an order, as if it had been aimed; nothing if it may not be given."""
        rows = operation_rows(self._view, self._draft, order.agent, words)
        row = next((row for row in rows if row.operation == order.operation and row.open), None)
        if row is not None:
            self._selected, self._place, self._aim = order.agent, None, Aim(row=row, order=order)
        return Stay()

    def open_city(self, chart: Chart) -> None:
        """Lays a city plate on the table."""
        self._table.open_city(chart)

    def _choose_on_map(self, kind: str, id_: str) -> Outcome:
        """A token or place on the map was chosen: a target while aiming, else the dossier to open."""
        if self._aim is not None:
            if any(choice.order.target == id_ for choice in self._aim.row.choices):
                return self._aim_at(id_)
            return Stay()
        if kind == "person":
            return self.select(id_)
        self._selected, self._place = None, None if self._place == id_ else id_
        return Stay()

    def _open_operation(self, row: OperationRow) -> Outcome:
        """Begins to aim; where there is nothing to choose, straight to the odds."""
        only = row.choices[0].order if len(row.choices) == 1 else None
        given = self._draft.order_of(self._selected or "")
        if given is not None and given.operation == row.operation:
            only = given
        elif only is not None:
            only = self._with_proposal(row, only)
        self._aim = Aim(row=row, order=only)
        return Stay()

    def _with_proposal(self, row: OperationRow, order: Order) -> Order:
        """A strike as it is first aimed: with a sensible call-off line."""
        if not self._operation(order).call_off:
            return order
        choice = next(choice for choice in row.choices if choice.order == order)
        return with_line(order, proposed_line(self._view, choice.success))

    # Two touches may come between two frames: by the second the order may no longer be aimed.

    def _aim_at(self, target: str) -> Outcome:
        if self._aim is not None:
            found = next((choice.order for choice in self._aim.row.choices if choice.order.target == target), None)
            self._aim.order = self._with_proposal(self._aim.row, found) if found else self._aim.order
        return Stay(heard=Moment.AIMED)

    def _other_target(self) -> Outcome:
        if self._aim is not None:
            self._aim.order = None
        return Stay()

    def _set_extra(self, extra: int) -> Outcome:
        if self._aim is not None and self._aim.order is not None:
            self._aim.order = with_extra(self._aim.order, extra)
        return Stay()

    def _set_line(self, line: int) -> Outcome:
        if self._aim is not None and self._aim.order is not None:
            self._aim.order = with_line(self._aim.order, line)
        return Stay()

    def _keep(self, keep: Keep) -> Outcome:
        return order_keep(self._draft, keep)

    def _give(self, words: Words) -> Outcome:
        if self._aim is None or self._aim.order is None:
            return Stay()
        reason = self._draft.give(self._aim.order)
        if reason is not None:
            said = notice(words, words("This order cannot be given"), refusal_words(reason, words).capitalize() + ".")
            return Push(said, heard=Moment.REFUSED)
        self._aim = None
        return Stay(heard=Moment.ORDERED)

    def _withdraw(self, person: str) -> Outcome:
        self._draft.withdraw(person)
        return Stay(heard=Moment.WITHDRAWN)

    def _cancel(self) -> Outcome:
        self._aim = None
        return Stay(heard=Moment.SHEET_TAKEN)

    def _ask_seal(self, words: Words) -> Outcome:
        if signals_used(self._view.catalogue, self._draft.orders):
            return self._actions.seal()
        title, body = words("No orders have been written"), words("Everybody holds: guards stand guard, agents lie low.")
        if self._draft.orders:
            title = words("No signal has been used")
        return Push(confirm(words, title, body, words("Seal anyway"), self._actions.seal, kind=self.side))

    def back(self) -> Outcome:
        """One step back: from the odds to the targets, to the dossier, to the city plate, to the map, to the menu. Orders
        stay."""
        if self._aim is not None:
            several = len(self._aim.row.choices) > 1
            if self._aim.order is not None and several and self._draft.order_of(self._selected or "") != self._aim.order:
                self._aim.order = None
            else:
                self._aim = None
        elif self._selected is not None or self._place is not None:
            self._selected = self._place = None
        elif not self._table.leave_city():
            return (self._actions.back or self._actions.menu)()
        return Stay()

    def keys(self, words: Words) -> Sequence[KeyBinding]:
        """Keys that have no area of their own on the desk."""
        return (
            KeyBinding(key="n", name=words("Next person"), action=partial(self._step, words, 1)),
            KeyBinding(key="p", name=words("Person before"), action=partial(self._step, words, -1)),
            KeyBinding(key="ctrl+z", name=words("Undo"), action=self._undo),
            KeyBinding(key="ctrl+y ctrl+shift+z", name=words("Redo"), action=self._redo),
            *self._table.keys(words),
        )

    def _step(self, words: Words, step: int) -> Outcome:
        people = [card.id for card in cards(self._view, self._draft, words)]
        if people:
            now = people.index(self._selected) if self._selected in people else (-1 if step > 0 else 0)
            self._aim, self._place = None, None
            self._selected = people[(now + step) % len(people)]
            self._first_card = people.index(self._selected)
        return Stay(heard=Moment.CARD)

    def _undo(self) -> Outcome:
        return Stay(heard=Moment.WITHDRAWN if self._draft.undo() else Moment.REFUSED)

    def _redo(self) -> Outcome:
        return Stay(heard=Moment.ORDERED if self._draft.redo() else Moment.REFUSED)

    # -- looking things up

    def _targets(self, words: Words) -> tuple[TargetRow, ...]:
        return target_rows(self._view, self._aim.row, words) if self._aim else ()

    def _operation(self, order: Order) -> Operation:
        return self._view.catalogue.operations[order.operation]
