"""Who decides: a player sees the view of one side and returns orders.

No player ever sees the state, another side's view, or a clock. `make_player` finds one by name.
"""

from collections.abc import Callable
from importlib import import_module
from inspect import signature
from typing import Protocol

from game.players.errors import PlayerError
from game.players.planner import Planner
from game.players.random_player import RandomPlayer
from game.players.search import STRENGTHS, SearchPlayer
from game.players.single_plan import CENTER_BOTS, CIRCLE_BOTS, SinglePlanPlayer
from game.players.tempered import TemperedPlanner
from game.rules.nouns import Side
from game.rules.orders import Order
from game.rules.tempers import SKILLS
from game.rules.veil import Veil, veil_for
from game.rules.view import View

EITHER_SIDE = ("random", "planner")
"""The quick players that come with the game and play either side, the weakest first."""

THINKERS = tuple(STRENGTHS)
"""The players that think ahead, on either side, the weaker first. A turn takes them seconds."""

NAMES = ("random", *CENTER_BOTS, *CIRCLE_BOTS, "planner")
"""All quick players that come with the game: the floor first, then the Center's single plans, the Circle's, and the planner."""

TEMPERED = ("planner", *THINKERS)
"""The players that may have a temperament."""


def names_for(side: Side) -> tuple[str, ...]:
    """The quick players that come with the game and play this side, in the order of `NAMES`."""
    other = CIRCLE_BOTS if side is Side.CENTER else CENTER_BOTS
    return tuple(name for name in NAMES if name not in other)


class Player(Protocol):
    """Anybody who plays a side."""

    def choose(self, view: View) -> tuple[Order, ...]:
        """The orders for this turn, legal by `legality.refuse_set`; none means that everybody holds."""


class PlainPlayer:
    """A player made of a plain function from a view to orders, who sees everybody under the ids of a veil."""

    def __init__(self, decide: Callable[[View], object], veil: Veil) -> None:
        self._decide, self._veil = decide, veil

    def choose(self, view: View) -> tuple[Order, ...]:
        """What the function decides.

        Raises:
            PlayerError: it returned something else than orders.
        """
        answer = self._decide(self._veil.over(view))
        if not isinstance(answer, (tuple, list)) or not all(isinstance(order, Order) for order in answer):
            raise PlayerError(f"expected a tuple of orders from the player, found {type(answer).__name__}")
        return self._veil.lifted(answer)


def make_player(name: str, side: Side, seed: int) -> Player:
    """The player of that name for one side.

    `name` is one of `names_for(side)` or of `THINKERS`; `planner:TEMPER`, or another of `TEMPERED` likewise, for one with a
    temperament of the scenario's, `any` for one that is drawn; `planner:normal` or `planner:hard` for one who cares for what
    they care for and does not think ahead; or `module:callable` for one's own: a class or function of
    side and seed that makes an object with `choose`, or a plain function from a view to orders. He is handed views in which
    everybody's id is made up for this game. The same name, seed and views give the same orders.

    Raises:
        PlayerError: there is no such player, or his plan is the other side's.
    """
    head, _, temper = name.partition(":")
    match name:
        case _ if temper and head in THINKERS:
            return SearchPlayer(STRENGTHS[head], seed, temper)
        case _ if temper and head == "planner":
            return TemperedPlanner("", seed, skill=temper) if temper in SKILLS else TemperedPlanner(temper, seed)
        case "random":
            return RandomPlayer(seed)
        case "planner":
            return Planner(seed)
        case _ if name in THINKERS:
            return SearchPlayer(STRENGTHS[name], seed)
        case _ if name in CENTER_BOTS or name in CIRCLE_BOTS:
            return _single_plan_player(name, side, seed)
        case _:
            return _outside_player(name, side, seed)


def _single_plan_player(name: str, side: Side, seed: int) -> SinglePlanPlayer:
    bots = CENTER_BOTS if side is Side.CENTER else CIRCLE_BOTS
    if name not in bots:
        raise PlayerError(f"{name} plays the {'Center' if side is Side.CIRCLE else 'Circle'} only")
    return SinglePlanPlayer(bots[name], seed)


def _outside_player(name: str, side: Side, seed: int) -> Player:
    module_name, colon, attribute = name.partition(":")
    if not (module_name and colon and attribute):
        raise PlayerError(f"no player is called {name!r}; expected {', '.join((*names_for(side), *THINKERS))} or module:callable")
    try:
        maker = getattr(import_module(module_name), attribute)
    except (ImportError, AttributeError, TypeError, ValueError) as wrong:
        raise PlayerError(f"the player {name!r} cannot be found: {wrong}") from wrong
    if not callable(maker):
        raise PlayerError(f"the player {name!r} cannot be called")
    return _seated(name, maker, side, seed)


def _seated(name: str, maker: Callable[..., object], side: Side, seed: int) -> Player:
    """The object that the callable makes, or the callable itself where it takes no more than a view."""
    veil, own_seed = veil_for(seed, side)
    if _takes_two(maker):
        made = maker(side, own_seed)
        choose = getattr(made, "choose", None)
        if not callable(choose):
            raise PlayerError(f"the player {name!r} made {type(made).__name__}, which has no choose(view)")
        return PlainPlayer(choose, veil)
    return PlainPlayer(maker, veil)


def _takes_two(maker: Callable[..., object]) -> bool:
    try:
        signature(maker).bind(Side.CENTER, 0)
    except TypeError:
        return False
    return True


__all__ = [
    "CENTER_BOTS",
    "CIRCLE_BOTS",
    "EITHER_SIDE",
    "NAMES",
    "STRENGTHS",
    "TEMPERED",
    "THINKERS",
    "PlainPlayer",
    "Planner",
    "Player",
    "PlayerError",
    "RandomPlayer",
    "SearchPlayer",
    "SinglePlanPlayer",
    "make_player",
    "names_for",
]
