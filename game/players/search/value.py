"""The value function: how likely the Center is to win from a whole state, without playing on.

A logistic regression on `features`, fitted to games between planners and some against single plans. It looks at the true
state it is given, so a player may ask it of imagined worlds only; what measures, or tells of a finished game, of the true ones.
"""

from math import exp

from game.players.search.features import features
from game.players.search.weights import WEIGHTS
from game.rules.definitions import Scenario
from game.rules.state import GameState


def center_chance(scenario: Scenario, state: GameState) -> float:
    """The Center's chance, from 0 to 1, of ending with a score above 0 if both sides play on like the planner.

    After the verdict it is 1 where the Center won, 0 where it lost, and 0.5 for a score of exactly 0. It depends on nothing but
    its arguments, which are left alone.
    """
    verdict = state.public.verdict
    if verdict is not None:
        return 0.5 if verdict.score == 0 else float(verdict.score > 0)
    return logistic(sum(weight * number for weight, number in zip(WEIGHTS, features(scenario, state), strict=True)))


def logistic(number: float) -> float:
    """The logistic function, from 0 to 1."""
    if number < 0:
        return 1 - logistic(-number)
    return 1 / (1 + exp(-number))
