"""Temperaments: a scenario's sets of weights, chosen by name or drawn, for the planner and for those who search."""

from game.players.errors import PlayerError
from game.players.planner import CenterPlan, CirclePlan, Planner
from game.rules.dice import Dice
from game.rules.nouns import Side
from game.rules.orders import Order
from game.rules.tempers import ANY
from game.rules.view import View

Plan = CenterPlan | CirclePlan


def plans_of(view: View) -> dict[str, Plan]:
    """The plans of all temperaments that the scenario has for the view's side, by their names."""
    tempers = view.catalogue.tempers
    if view.side is Side.CENTER:
        return {name: temper.weights for name, temper in tempers.center.items()}
    return {name: temper.weights for name, temper in tempers.circle.items()}


def plan_named(view: View, name: str, seed: int) -> Plan:
    """The plan of a temperament of the view's side; the planner's own without a name, and for any where there is none.

    Raises:
        PlayerError: the scenario has no such temperament for this side.
    """
    plans = plans_of(view)
    if name == ANY and plans:
        name = Dice(seed).choose(sorted(plans), 0, view.side.value, "temperament")
    if name in ("", ANY):
        return CenterPlan() if view.side is Side.CENTER else CirclePlan()
    if name not in plans:
        known = ", ".join((*plans, ANY))
        raise PlayerError(f"{view.catalogue.id} has no temperament {name!r} for the {view.side.value}; it has {known}")
    return plans[name]


def planner_of(plan: Plan, seed: int) -> Planner:
    """A planner that goes by this plan on its side."""
    return Planner(seed, center=plan) if isinstance(plan, CenterPlan) else Planner(seed, circle=plan)


class TemperedPlanner:
    """The planner with a temperament. The same view and seed give the same orders."""

    def __init__(self, temper: str, seed: int) -> None:
        self._temper = temper
        self._seed = seed

    def choose(self, view: View) -> tuple[Order, ...]:
        """The orders for this turn.

        Raises:
            PlayerError: the scenario has no such temperament for this side.
        """
        return planner_of(plan_named(view, self._temper, self._seed), self._seed).choose(view)
