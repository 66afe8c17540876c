"""Roll-outs: an imagined game is played on for a few turns, and the value function says who is winning then."""

from collections.abc import Mapping

from game.players.planner import Planner
from game.players.search.candidates import Orders
from game.players.search.imagined import imagine_scenario
from game.players.search.value import center_chance
from game.players.search.worlds import imagine
from game.players.tempered import Plan, planner_of
from game.rules.dice import SEEDS, Dice
from game.rules.events import Event, strike_rolls
from game.rules.nouns import PhaseName, Side
from game.rules.resolution import play_turn, resolve_turn
from game.rules.state import GameState
from game.rules.view import View, view_for

STAKE = 0.7
"""How much of the chance to win hangs on a strike: its luck is taken off, so that what was well prepared counts and not how
the dice fell."""


class Rollouts:
    """All that is needed to play on from one view: with some orders for this turn, and by the own side's plan from then on.

    Roll-out number n draws its world, its dice and both sides' whims from the seed and n alone: the same for all orders, so
    that they are compared under the same luck, and the same in whatever process it is played. It is quickest to ask for all
    orders of one number before the next number.
    """

    def __init__(self, view: View, plan: Plan, seed: int, horizon: int) -> None:
        self._view = view
        self._plan = plan
        self._dice = Dice(seed)
        self._horizon = horizon
        self._scenario = imagine_scenario(view)
        self._opening: tuple[int, GameState, Orders] | None = None

    def play(self, own: Orders, number: int) -> float:
        """The own side's chance of winning, about 0 to 1, some turns after these orders were given in world `number`."""
        view, scenario = self._view, self._scenario
        state, answer = self._open(number)
        players = self._players(number)
        orders: dict[Side, Orders] = {view.side: own, view.side.other: answer}
        luck = 0.0
        for turn in range(self._horizon):
            if turn:
                orders = {who: player.choose(view_for(scenario, view.atlas, state, who)) for who, player in players.items()}
            if self._is_strike(orders):
                state, events = resolve_turn(scenario, view.atlas, state, orders)
                luck += _strike_luck(events)
            else:
                state = play_turn(scenario, view.atlas, state, orders)
            if state.is_over():
                break
        chance = center_chance(scenario, state) - STAKE * luck
        return chance if view.side is Side.CENTER else 1 - chance

    def _open(self, number: int) -> tuple[GameState, Orders]:
        """A world, and what the other side orders in it while one's own orders are on their way."""
        if self._opening is None or self._opening[0] != number:
            state, other = imagine(self._view, self._seed(number, "world"), self._plan), self._view.side.other
            view = view_for(self._scenario, self._view.atlas, state, other)
            self._opening = (number, state, Planner(self._seed(number, other.value)).choose(view))
        return self._opening[1:]

    def _players(self, number: int) -> Mapping[Side, Planner]:
        own, other = self._view.side, self._view.side.other
        return {own: planner_of(self._plan, self._seed(number, own.value)), other: Planner(self._seed(number, other.value))}

    def _is_strike(self, orders: Mapping[Side, Orders]) -> bool:
        operations = self._view.catalogue.operations
        return any(operations[order.operation].phase is PhaseName.STRIKES for order in orders[Side.CENTER])

    def _seed(self, number: int, purpose: str) -> int:
        return self._dice.below(SEEDS, self._view.turn, f"roll-out {number}", purpose)


def _strike_luck(events: list[Event]) -> float:
    """By how much the strikes among some events went better than their chances; 0.4 for a success that had 60 %."""
    return sum((event.roll <= event.chance) - event.chance / 100 for event in strike_rolls(events))
