"""Work at the desk: choose a person, an order, a target; weigh the odds; give the order; seal. Nothing is drawn here.

It holds what is selected and what is being aimed. Orders live in the draft, the rest in the view.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, partial

from game.match.draft import Draft
from game.rules.definitions import Operation
from game.rules.legality import LIMIT, actors, legal_orders, signals_used
from game.rules.nouns import BODIES, OLD_MAN, Keep, Side, Status
from game.rules.orders import Order
from game.rules.sights import sight_of
from game.rules.view import View
from game.ui.desk.aiming import TARGET
from game.ui.desk.household import order_keep
from game.ui.desk.table import Table
from game.ui.desk.ways import DeskActions
from game.ui.map.chart import Chart
from game.ui.moments import Moment, Scene, order_moment
from game.ui.presenters.orders import OperationRow, operation_rows, with_extra
from game.ui.presenters.people import PersonCard, cards
from game.ui.presenters.reasons import refusal_words
from game.ui.presenters.stakes import proposed_line, with_line
from game.ui.presenters.targets import TargetRow, target_rows
from game.ui.screen import KeyBinding, Outcome, Push, Screen, Stay
from game.ui.screens.dialog import confirm, notice
from game.ui.theme import SideName
from game.ui.words import Words

_LAST = 1_000_000
"""More than anybody has people."""


class Sift(Enum):
    """Which cards lie in the drawer: all, those of people who could be given an order and have none, or those of one area."""

    ALL = "all"
    IDLE = "idle"
    HERE = "here"


@dataclass(slots=True)
class Aim:
    """An order being aimed: the operation, and once there is a target the order with its odds."""

    row: OperationRow
    order: Order | None = None


class DeskWork(Screen):
    """What one side does at its desk."""

    def __init__(self, view: View, draft: Draft, table: Table, actions: DeskActions, selected: str | None = None) -> None:
        self._view, self._draft, self._table, self._actions = view, draft, table, actions
        self.scene = Scene.CENTER if view.side is Side.CENTER else Scene.CIRCLE
        self._selected = selected
        self._place: str | None = None
        self._aim: Aim | None = None
        self._found: tuple[object, tuple[TargetRow, ...]] | None = None
        self._first_card = 0
        self._sift = Sift.ALL
        self._sifted_area = ""
        """Where those are whose cards `Sift.HERE` leaves: where the sheet was about that lay open when it was asked for."""
        self._unfolded: str | None = None
        """Whose introduction is read at length."""

    @property
    def side(self) -> SideName:
        """Whose desk this is."""
        return "center" if self._view.side is Side.CENTER else "circle"

    def writes(self, draft: Draft) -> bool:
        """Whether these are the orders that are written here."""
        return self._draft is draft

    @property
    def shown(self) -> str | None:
        """Whose sheet lies open: the id of a person, a body or a place."""
        return self._selected or self._place

    @property
    def aimed(self) -> Order | None:
        """The order whose odds are on the table."""
        return self._aim.order if self._aim is not None else None

    @property
    def page(self) -> object:
        """What lies in the column: a person, a place, an order's targets or its odds."""
        stage = None if self._aim is None else (self._aim.row.operation, self._aim.order is None)
        return (self._selected, self._place, stage)

    # -- what the player does

    def select(self, person: str) -> Outcome:
        """Opens somebody's dossier; once more closes it, or lays it there again where an order was being aimed."""
        closing = self._selected == person and self._aim is None
        self._aim, self._place = None, None
        self._selected = None if closing else person
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

    def turn_to(self, person: str, words: Words) -> None:
        """Turns the drawer to the page with somebody's card, if there is one; if it was sifted out, all lie there again."""
        if all(card.id != person for card in cards(self._view, self._draft, words)):
            return
        if all(card.id != person for card in self._sifted(words)):
            self._sift = Sift.ALL
        self._first_card = [card.id for card in self._sifted(words)].index(person)

    def _choose_on_map(self, kind: str, id_: str) -> Outcome:
        """A token or place on the map was chosen: a target while aiming, else the dossier to open."""
        if self._aim is not None:
            return self._aim_at(id_)
        if kind == "person":
            return self.select(id_)
        self._selected, self._place = None, None if self._place == id_ else id_
        return Stay()

    def _open_operation(self, words: Words, row: OperationRow) -> Outcome:
        """Begins to aim; where there is nothing to choose, straight to the odds."""
        only = row.choices[0].order if len(row.choices) == 1 else None
        given = self._draft.order_of(self._selected or "")
        if given is not None and given.operation == row.operation:
            only = given
        elif only is not None:
            only = self._with_proposal(row, only)
        self._aim = Aim(row=row, order=only)
        return Stay(focus="commit" if only is not None else f"{TARGET}{self._targets(words)[0].target}")

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
            if found is None or self._draft.refusal(found) == LIMIT:
                return Stay()
            self._aim.order = self._with_proposal(self._aim.row, found)
        return Stay(heard=Moment.AIMED, focus="commit")

    def aim_anew(self) -> Outcome:
        """Back from the odds to the targets."""
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
        given, self._aim = self._aim.order.operation, None
        return Stay(heard=order_moment(given), focus=f"order.{given}")

    def _withdraw(self, person: str) -> Outcome:
        given, self._aim = self._draft.order_of(person), None
        self._draft.withdraw(person)
        return Stay(heard=Moment.WITHDRAWN, focus=f"order.{given.operation}" if given is not None else "")

    def _is_given(self, order: Order) -> bool:
        """Whether an order that is looked at has been given, be it at another target."""
        given = self._draft.order_of(order.agent)
        return given is not None and given.operation == order.operation

    def _unfold(self, person: str) -> Outcome:
        self._unfolded = None if self._unfolded == person else person
        return Stay()

    def _cancel(self) -> Outcome:
        self._aim = None
        return Stay(heard=Moment.SHEET_TAKEN)

    def _ask_seal(self, words: Words) -> Outcome:
        self._actions.glance()
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
        # an order that is looked at again as it was given has nothing to lose, so that one may seal over it
        seal = (KeyBinding(key="s", name=words("Seal orders"), action=partial(self._ask_seal, words)),)
        return (
            *(seal if self._aim is not None and self._aim.order in self._draft.orders else ()),
            KeyBinding(key="n", name=words("Next person"), action=partial(self._step, words, 1)),
            KeyBinding(key="p", name=words("Person before"), action=partial(self._step, words, -1)),
            KeyBinding(key="shift+n", name=words("Next without an order"), action=partial(self._step_idle, words)),
            KeyBinding(key="w", name=words("Whose cards"), action=partial(self._sift_on, words)),
            KeyBinding(key="shift+home", name=words("First cards"), action=partial(self._turn_cards_to, 0)),
            KeyBinding(key="end shift+end", name=words("Last cards"), action=partial(self._turn_cards_to, _LAST)),
            KeyBinding(key="ctrl+z", name=words("Undo"), action=self._undo),
            KeyBinding(key="ctrl+y ctrl+shift+z", name=words("Redo"), action=self._redo),
            *self._table.keys(words),
        )

    def _sifted(self, words: Words) -> tuple[PersonCard, ...]:
        """The cards that lie in the drawer."""
        everybody = cards(self._view, self._draft, words)
        if self._sift is Sift.IDLE:
            return tuple(card for card in everybody if self._is_idle(card))
        if self._sift is Sift.HERE:
            return tuple(card for card in everybody if self._area_of(card.id) == self._sifted_area)
        return everybody

    def _sift_on(self, words: Words) -> Outcome:
        """From all cards to the idle, to those where the open sheet is about, and to all; what would be empty is left out."""
        kinds = tuple(Sift)
        while True:
            self._sift, self._first_card = kinds[(kinds.index(self._sift) + 1) % len(kinds)], 0
            self._sifted_area = self._area_of(self.shown or "")
            if self._sift is Sift.ALL or ((self._sift is Sift.IDLE or self._sifted_area) and self._sifted(words)):
                return Stay(heard=Moment.CARD)

    def _area_of(self, id_: str) -> str:
        """The area of a place, or where one of one's own people or the Old Man is; nothing for who travels or is a stranger."""
        body = self._view.bodies.get(id_)
        if body is not None:
            place = body.place if body.status is Status.ACTIVE else ""
        else:
            place = self._view.seat if id_ == OLD_MAN else id_
        return self._view.catalogue.areas.get(place or "", "")

    def _step(self, words: Words, step: int) -> Outcome:
        people = self._sifted(words)
        if not people:
            return Stay(heard=Moment.CARD)
        now = self._where_among(people)
        if now is None:
            now = -1 if step > 0 else 0
        return self._take_up((now + step) % len(people), people, words)

    def _step_idle(self, words: Words) -> Outcome:
        """To the next who could be given an order and has none, from the first again after the last: all cards lie there again
        where that one's does not."""
        people = cards(self._view, self._draft, words)
        now = self._where_among(people)
        begin = 0 if now is None else now + 1
        found = next((card for card in (*people[begin:], *people[:begin]) if self._is_idle(card)), None)
        if found is None:
            return Stay(heard=Moment.REFUSED)
        if found not in self._sifted(words):
            self._sift = Sift.ALL
        lying = self._sifted(words)
        return self._take_up(lying.index(found), lying, words)

    def _where_among(self, people: Sequence[PersonCard]) -> int | None:
        """Where the one whose sheet lies open is among these."""
        return next((index for index, card in enumerate(people) if card.id == self._selected), None)

    def _take_up(self, index: int, people: Sequence[PersonCard], words: Words) -> Outcome:
        """Opens the sheet of one of these, the first order under the hand."""
        self._aim, self._place = None, None
        self._selected, self._first_card = people[index].id, index
        rows = operation_rows(self._view, self._draft, self._selected, words)
        return Stay(heard=Moment.CARD, focus=f"order.{rows[0].operation}" if rows else "")

    def _is_idle(self, card: PersonCard) -> bool:
        """Whether somebody could be given an order this turn and has none; no body counts, nor who is cut off."""
        return card.order is None and card.id in self._able

    @cached_property
    def _able(self) -> frozenset[str]:
        """Whoever could be given an order this turn: those who are cut off, or no hands, are not idle."""
        sight = sight_of(self._view)
        people = (person for person in actors(self._view) if person not in BODIES)
        return frozenset(person for person in people if next(legal_orders(self._view, person, sight), None) is not None)

    def _turn_cards_to(self, card: int) -> Outcome:
        self._first_card = card  # drawing keeps it within the cards that there are
        return Stay()

    def _undo(self) -> Outcome:
        return Stay(heard=Moment.WITHDRAWN if self._draft.undo() else Moment.REFUSED)

    def _redo(self) -> Outcome:
        return Stay(heard=Moment.ORDERED if self._draft.redo() else Moment.REFUSED)

    # -- looking things up

    def _targets(self, words: Words) -> tuple[TargetRow, ...]:
        """The targets of the order that is aimed, worked out once while the aim is the same."""
        if self._aim is None:
            return ()
        key = (self._aim.row.choices, self._draft.orders, words.language)
        if self._found is None or self._found[0] != key:
            self._found = (key, target_rows(self._view, self._aim.row.choices, words, self._draft.orders))
        return self._found[1]

    def _operation(self, order: Order) -> Operation:
        return self._view.catalogue.operations[order.operation]
