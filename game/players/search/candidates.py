"""Sets of orders worth comparing at one moment of a game: the planner's under several whims, changes of one of them, any.

Everything is judged on the side's view, so that every set could be given by a player.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from game.players.planner import Planner
from game.players.random_player import RandomPlayer
from game.rules.dice import SEEDS, Dice
from game.rules.legality import actors, legal_orders, refuse_set
from game.rules.orders import Order
from game.rules.sights import sight_of
from game.rules.view import View

Orders = tuple[Order, ...]

WHIMS = 8
"""Seeds with which the planner is asked."""
MOST_PLANNED = 4
"""Different sets of the planner's that are compared."""
VARIANTS = 4
"""Sets that differ in one order from the best of the planner's."""
RANDOM_SETS = 2
"""Sets of any legal orders."""
TRIES = 40
"""How often a change is drawn before one gives up finding another that is legal and new."""


class Origin(StrEnum):
    """Where a set comes from."""

    PLANNER = "planner"
    VARIANT = "variant"
    RANDOM = "random"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A set of orders, in an order of its own, and where it comes from."""

    origin: Origin
    orders: Orders


def planned_sets(view: View, dice: Dice) -> list[Candidate]:
    """What the planner orders under different whims, every set once."""
    sets: list[Candidate] = []
    for whim in range(WHIMS):
        planner = Planner(dice.below(SEEDS, view.turn, f"whim {whim}", "seed"))
        _add(sets, Origin.PLANNER, planner.choose(view))
        if len(sets) == MOST_PLANNED:
            break
    return sets


def random_sets(view: View, dice: Dice) -> list[Candidate]:
    """Any legal orders, at least one set."""
    sets: list[Candidate] = []
    for number in range(RANDOM_SETS):
        player = RandomPlayer(dice.below(SEEDS, view.turn, f"random {number}", "seed"))
        _add(sets, Origin.RANDOM, player.choose(view))
    return sets


def varied_sets(view: View, base: Candidate, taken: Sequence[Candidate], dice: Dice, most: int = VARIANTS) -> list[Candidate]:
    """Changes of one order of a set: left out, put in, or another for the same person; none that is `taken` already."""
    sets = list(taken)
    wanted = len(taken) + most
    for orders in _changes(view, base.orders, dice):
        if len(sets) == wanted:
            break
        if not refuse_set(view, orders):
            _add(sets, Origin.VARIANT, orders)
    return sets[len(taken) :]


def _changes(view: View, orders: Orders, dice: Dice) -> Iterator[Orders]:
    sight = sight_of(view)
    people = actors(view)
    options: dict[str, list[Order]] = {}
    for number in range(TRIES if people else 0):
        key = f"change {number}"
        person = dice.choose(people, view.turn, key, "whose")
        if person not in options:
            options[person] = list(legal_orders(view, person, sight))
        others = tuple(order for order in orders if order.agent != person)
        choices = [order for order in options[person] if order not in orders]
        if len(others) < len(orders) and dice.percent(view.turn, key, "left out") <= 25:
            yield others
        elif choices:
            operations = sorted({order.operation for order in choices})  # or nearly all would be journeys
            operation = dice.choose(operations, view.turn, key, "which operation")
            yield (*others, dice.choose([order for order in choices if order.operation == operation], view.turn, key, "which"))


def _add(sets: list[Candidate], origin: Origin, orders: Sequence[Order]) -> None:
    """Adds a set unless the same orders are there already."""
    ordered = in_order(orders)
    if all(candidate.orders != ordered for candidate in sets):
        sets.append(Candidate(origin=origin, orders=ordered))


def in_order(orders: Iterable[Order]) -> Orders:
    """The orders of a set by who has them, of whom nobody has two: the same set always comes to the same."""
    return tuple(sorted(orders, key=attrgetter("agent")))
