"""Skills and temperaments: a scenario's sets of weights, by name, for the planner and for those who search."""

from dataclasses import fields, replace
from typing import Any

from game.players.errors import PlayerError
from game.players.planner import CenterPlan, CirclePlan, Planner
from game.rules.definitions import Catalogue
from game.rules.dice import Dice
from game.rules.nouns import Side
from game.rules.orders import Order
from game.rules.tempers import ANY, CHANCES, Skill
from game.rules.view import View

Plan = CenterPlan | CirclePlan


PLAIN = Skill()
"""The planner's own weights."""


def skilled_plan(view: View, skill: str) -> Plan:
    """What a player of that skill cares for on the view's side: the planner's own weights unless the scenario has others."""
    return plan_of(skill_in(view.catalogue, skill), view.side)


def skill_in(catalogue: Catalogue, name: str) -> Skill:
    """What a skill cares for in a scenario; the planner's own weights where there is none of that name."""
    return catalogue.skills.get(name, PLAIN)


def plans_of(view: View, skill: str = "") -> dict[str, Plan]:
    """The plans of all temperaments that the scenario has for the view's side, by their names, as one of that skill has them."""
    tempers = view.catalogue.tempers
    named = tempers.center if view.side is Side.CENTER else tempers.circle
    base = skilled_plan(view, skill)
    return {name: _tinted(base, temper.weights, plan_of(PLAIN, view.side)) for name, temper in named.items()}


def minds_of(view: View, plan: Plan) -> tuple[Plan, ...]:
    """Who is asked what might be ordered: this plan, the planner's own, and those of all temperaments."""
    return (plan, skilled_plan(view, ""), *plans_of(view).values())


def plan_named(view: View, temper: str, seed: int, skill: str = "") -> Plan:
    """The plan of a temperament of the view's side; that of the skill alone without a name, and for any where there is none.

    Raises:
        PlayerError: the scenario has no such temperament for this side.
    """
    plans = plans_of(view, skill) if temper else {}
    if temper == ANY and plans:
        temper = Dice(seed).choose(sorted(plans), 0, view.side.value, "temperament")
    if temper in ("", ANY):
        return skilled_plan(view, skill)
    if temper not in plans:
        known = ", ".join((*plans, ANY))
        raise PlayerError(f"{view.catalogue.id} has no temperament {temper!r} for the {view.side.value}; it has {known}")
    return plans[temper]


def plan_of(skill: Skill, side: Side) -> Plan:
    """What somebody of a skill cares for on a side."""
    return skill.center if side is Side.CENTER else skill.circle


def _tinted(base: Plan, temper: Plan, plain: Plan) -> Plan:
    """The base with every weight as many times as large as the temperament has it than the planner; chances stay chances."""
    if base == plain:
        return temper
    changes: dict[str, Any] = {}  # numbers all of them, which the union of plans cannot say
    for each in fields(base):
        was, now = getattr(plain, each.name), getattr(temper, each.name)
        if now != was and was:
            weight = getattr(base, each.name) * now / was
            changes[each.name] = min(1.0, weight) if each.name in CHANCES else weight
    return replace(base, **changes)


def planner_of(plan: Plan, seed: int) -> Planner:
    """A planner that goes by this plan on its side."""
    return Planner(seed, center=plan) if isinstance(plan, CenterPlan) else Planner(seed, circle=plan)


class TemperedPlanner:
    """The planner with a temperament, or with the weights of a skill, which does not think ahead. The same view and seed give
    the same orders."""

    def __init__(self, temper: str, seed: int, skill: str = "") -> None:
        self._temper = temper
        self._seed = seed
        self._skill = skill

    def choose(self, view: View) -> tuple[Order, ...]:
        """The orders for this turn.

        Raises:
            PlayerError: the scenario has no such temperament for this side.
        """
        return planner_of(plan_named(view, self._temper, self._seed, self._skill), self._seed).choose(view)
