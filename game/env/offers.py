"""The orders that a side can choose from in one turn, listed once, and which of them still go beside those it has written."""

from dataclasses import dataclass, field
from itertools import chain, zip_longest

from game.rules.legality import Choice, OrderSet, actors, choice_for, legal_orders
from game.rules.orders import Order
from game.rules.sights import sight_of
from game.rules.view import View

DONE = 0
"""The action that seals what has been written; action n beyond it is offer n - 1 of the turn."""


def offers_of(view: View, most: int) -> tuple[Choice, ...]:
    """Every order that the side may give by its view, with its chances, in an order that is the same for the same view.

    If there are more than `most`, each person's each operation loses its last targets first, so that all of them stay.
    """
    if view.verdict is not None:
        return ()
    sight = sight_of(view)
    orders = [order for agent in actors(view) for order in legal_orders(view, agent, sight)]
    if len(orders) > most:
        orders = _thinned(orders, most)
    return tuple(choice_for(view, order, sight) for order in orders)


def _thinned(orders: list[Order], most: int) -> list[Order]:
    """As many as wanted: the first target of everybody's every operation, then the second of each, and so on."""
    by_kind: dict[tuple[str, str], list[Order]] = {}
    for order in orders:
        by_kind.setdefault((order.agent, order.operation), []).append(order)
    rounds = chain.from_iterable(zip_longest(*by_kind.values()))
    kept = {order for _, order in zip(range(most), (order for order in rounds if order is not None), strict=False)}
    return [order for order in orders if order in kept]


@dataclass(slots=True)
class Desk:
    """One side's orders of one turn while they are being chosen."""

    view: View
    offers: tuple[Choice, ...]
    sealed: bool
    written: list[Order] = field(init=False, default_factory=list)
    _taken: OrderSet = field(init=False)

    def __post_init__(self) -> None:
        self._taken = OrderSet(self.view)

    @classmethod
    def of(cls, view: View, most: int) -> "Desk":
        """An empty desk for a view, with at most so many offers; after the verdict it is sealed."""
        return cls(view, offers_of(view, most), sealed=view.verdict is not None)

    def take(self, action: int) -> None:
        """Writes the offer of an action, or seals. An action that is not open writes nothing."""
        if self.sealed:
            return
        if action == DONE:
            self.sealed = True
        elif 0 < action <= len(self.offers):
            order = self.offers[action - 1].order
            if self._taken.take(order) is None:
                self.written.append(order)

    def open(self) -> list[bool]:
        """For each offer whether it goes beside what is written; nothing does once it is sealed."""
        if self.sealed:
            return [False] * len(self.offers)
        return [self._taken.clash(choice.order) is None for choice in self.offers]

    def left(self) -> tuple[int, int]:
        """Signals and funds that are left after what is written."""
        return self._taken.signals, self._taken.funds
