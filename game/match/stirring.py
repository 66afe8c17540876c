"""Resolves a turn whose dice are stirred with a word that nobody knew while orders were written: in a game by mail,
what both sides' salts make together."""

from collections.abc import Mapping, Sequence

from game.rules.definitions import Scenario
from game.rules.dice import SEEDS, Dice
from game.rules.events import Event
from game.rules.geography import Atlas
from game.rules.nouns import Side
from game.rules.orders import Order
from game.rules.resolution import resolve_turn
from game.rules.state import GameState


def resolve_stirred(
    scenario: Scenario, atlas: Atlas, state: GameState, orders: Mapping[Side, Sequence[Order]], stir: str
) -> tuple[GameState, list[Event]]:
    """The turn as `resolve_turn` resolves it, but with luck that hangs on `stir` too; without one, just so.

    The seed of the state that comes of it is the game's own again.
    """
    if not stir:
        return resolve_turn(scenario, atlas, state, orders)
    seed, other = state.secret.seed, state.copy()
    other.secret.seed = Dice(seed).below(SEEDS, state.turn, stir, "stir")
    resolved, events = resolve_turn(scenario, atlas, other, orders)
    resolved.secret.seed = seed
    return resolved, events
