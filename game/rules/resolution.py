"""Resolves a turn: state and both sides' orders in, a new state and events out. It stays a loop over the phases."""

from collections.abc import Mapping, Sequence

from game.rules.definitions import Scenario
from game.rules.events import Event
from game.rules.geography import Atlas
from game.rules.nouns import CENTER, CIRCLE, MOVE, PhaseName, Side
from game.rules.orders import Order
from game.rules.phases.dispatches import dispatch
from game.rules.phases.journeys import set_out_unasked, tell_of_the_unsent
from game.rules.phases.operations import carry_out
from game.rules.phases.reckoning import reckon
from game.rules.phases.tasks import judge_tasks
from game.rules.state import GameState
from game.rules.turn import QuietTurn, Turn
from game.rules.verdicts import pronounce

PHASES = tuple((phase, phase.value) for phase in PhaseName)
"""The phases in which orders are carried out, with their names; the order of the tuple is the rule."""


def resolve_turn(
    scenario: Scenario, atlas: Atlas, state: GameState, orders: Mapping[Side, Sequence[Order]]
) -> tuple[GameState, list[Event]]:
    """Resolves one turn and opens the next.

    The orders are those accepted by `legality.refuse_set` on each side's view; a side that is missing holds with all.
    The given state is left alone. After the verdict there is no next turn.

    Raises:
        ValueError: the game is over.
    """
    turn = _resolve(Turn, scenario, atlas, state, orders)
    return turn.state, turn.events


def play_turn(scenario: Scenario, atlas: Atlas, state: GameState, orders: Mapping[Side, Sequence[Order]]) -> GameState:
    """The state that `resolve_turn` comes to, for whoever plays many games on and reads no events.

    Raises:
        ValueError: the game is over.
    """
    return _resolve(QuietTurn, scenario, atlas, state, orders).state


def _resolve(
    kind: type[Turn], scenario: Scenario, atlas: Atlas, state: GameState, orders: Mapping[Side, Sequence[Order]]
) -> Turn:
    """The turn after all has happened in it, and in the dispatches that open the next."""
    if state.is_over():
        raise ValueError("the game is over")
    given = {CENTER: tuple(orders.get(CENTER, ())), CIRCLE: tuple(orders.get(CIRCLE, ()))}
    turn = kind(scenario, atlas, state.copy(), given)
    _pay_for(turn)
    for phase, turn.phase in PHASES:
        if phase in turn.waiting:
            carry_out(turn, turn.waiting[phase])
        if phase is MOVE:
            set_out_unasked(turn)
    if not turn.killed:
        tell_of_the_unsent(turn)
        reckon(turn)
        if turn.state.turn == turn.catalogue.turns:  # no dispatches follow in which it could be seen what came of the last days
            judge_tasks(turn, turn.catalogue.days[turn.state.turn + 1])
    pronounce(turn)
    if turn.state.is_over():
        return turn
    turn.state.turn += 1
    opening = kind(scenario, atlas, turn.state, events=turn.events)
    dispatch(opening)
    return opening


def _pay_for(turn: Turn) -> None:
    """Costs are paid at once, before anything happens."""
    operations = turn.catalogue.operations
    for side, orders in turn.orders.items():
        turn.part_of(side).funds -= sum([operations[order.operation].cost + order.extra for order in orders])
