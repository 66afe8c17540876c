"""Plays games with random legal orders, for tests of the rules."""

from collections.abc import Iterator
from random import Random

from game.rules.definitions import Scenario
from game.rules.geography import Atlas
from game.rules.legality import actors, legal_orders, refuse_set
from game.rules.nouns import Side
from game.rules.orders import Order
from game.rules.resolution import resolve_turn
from game.rules.setup import new_game
from game.rules.state import GameState
from game.rules.view import View, view_for

Orders = dict[Side, list[Order]]


def random_orders(view: View, chance: Random) -> list[Order]:
    """A legal set of orders, any set."""
    chosen: list[Order] = []
    people = actors(view)
    chance.shuffle(people)
    for person in people:
        options: dict[str, list[Order]] = {}
        for order in legal_orders(view, person):
            options.setdefault(order.operation, []).append(order)
        if options:  # first the operation, then the target, or nearly all would be journeys
            order = chance.choice(options[chance.choice(sorted(options))])
            if not refuse_set(view, [*chosen, order]):
                chosen.append(order)
    return chosen


def random_turns(scenario: Scenario, atlas: Atlas, seed: int) -> Iterator[tuple[GameState, Orders, GameState]]:
    """A game of random legal orders, turn by turn: the state before, the orders, the state after."""
    chance = Random(seed)
    state, _ = new_game(scenario, atlas, seed)
    while not state.is_over():
        orders = {side: random_orders(view_for(scenario, atlas, state, side), chance) for side in Side}
        after, _ = resolve_turn(scenario, atlas, state, orders)
        yield state, orders, after
        state = after
