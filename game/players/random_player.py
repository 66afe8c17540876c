"""A player who gives any legal orders: for tests, and as the floor of the ladder."""

from game.rules.dice import Dice
from game.rules.legality import actors, legal_orders, refuse_set, signals_used
from game.rules.orders import Order
from game.rules.sights import sight_of
from game.rules.view import View

FULL_TURNS = 75
"""In how many turns of a hundred it uses every signal it can."""


class RandomPlayer:
    """Picks people at random and for each of them one of the legal orders, every one equally likely."""

    def __init__(self, seed: int) -> None:
        self._dice = Dice(seed)

    def choose(self, view: View) -> tuple[Order, ...]:
        """Any legal orders; in some turns fewer than could be given."""
        wanted = view.signals
        if self._dice.percent(view.turn, "signals", "all of them") > FULL_TURNS:
            wanted = self._dice.below(view.signals + 1, view.turn, "signals", "how many")
        sight = sight_of(view)
        chosen: list[Order] = []
        for person in self._dice.order(actors(view), view.turn, "whose turn it is"):
            if signals_used(view.catalogue, chosen) >= wanted:
                break
            options = list(legal_orders(view, person, sight))
            if not options:
                continue
            order = self._dice.choose(options, view.turn, person, "which order")
            if not refuse_set(view, [*chosen, order]):
                chosen.append(order)
        return tuple(chosen)
