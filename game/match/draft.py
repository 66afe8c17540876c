"""The orders one side is writing: given, replaced, withdrawn and undone, until they are sealed.

Every change is judged on the side's view; what is refused changes nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from game.rules.legality import Reason, refuse_set, signals_used
from game.rules.orders import Order
from game.rules.view import View

Orders = tuple[Order, ...]


@dataclass(slots=True)
class Draft:
    """The unsealed orders of one side in one turn, with every earlier version for undo and redo."""

    view: View
    orders: Orders = ()
    _past: list[Orders] = field(default_factory=list)
    _future: list[Orders] = field(default_factory=list)

    def give(self, order: Order) -> Reason | None:
        """Gives an order in place of whatever the same person was ordered; the reason if that may not be."""
        reason = self.refusal(order)
        if reason is None:
            self._change((*_but_of(self.orders, order.agent), order))
        return reason

    def give_all(self, orders: Iterable[Order]) -> tuple[tuple[Order, Reason], ...]:
        """Gives orders in turn, each as `give` does, in one change that is undone at once; those that may not be, with the
        reason."""
        given, refused = self.orders, list[tuple[Order, Reason]]()
        for order in orders:
            reason = self._refusal(given, order)
            if reason is None:
                given = (*_but_of(given, order.agent), order)
            else:
                refused.append((order, reason))
        if given != self.orders:
            self._change(given)
        return tuple(refused)

    def refusal(self, order: Order) -> Reason | None:
        """Why an order may not be given beside those of the others; `None` if it may."""
        return self._refusal(self.orders, order)

    def _refusal(self, orders: Orders, order: Order) -> Reason | None:
        refused = refuse_set(self.view, (*_but_of(orders, order.agent), order))
        return refused[-1][1] if refused else None

    def withdraw(self, agent: str) -> None:
        """Takes back the order of a person, if there is one."""
        kept = _but_of(self.orders, agent)
        if kept != self.orders:
            self._change(kept)

    def undo(self) -> bool:
        """Goes back to the version before; false if there is none."""
        if not self._past:
            return False
        self._future.append(self.orders)
        self.orders = self._past.pop()
        return True

    def redo(self) -> bool:
        """Takes an undoing back; false if there is none."""
        if not self._future:
            return False
        self._past.append(self.orders)
        self.orders = self._future.pop()
        return True

    def order_of(self, agent: str) -> Order | None:
        """The order that a person has been given."""
        return next((order for order in self.orders if order.agent == agent), None)

    @property
    def signals_left(self) -> int:
        """How many more orders may be given."""
        return self.view.signals - signals_used(self.view.catalogue, self.orders)

    @property
    def funds_left(self) -> int:
        """Funds that are left after all orders are paid."""
        operations = self.view.catalogue.operations
        return self.view.funds - sum(operations[order.operation].cost + order.extra for order in self.orders)

    def _change(self, orders: Orders) -> None:
        self._past.append(self.orders)
        self._future.clear()
        self.orders = orders


def _but_of(orders: Orders, agent: str) -> Orders:
    return tuple(order for order in orders if order.agent != agent)
