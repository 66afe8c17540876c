"""Advice: what the player that thinks ahead would order in somebody's place, with the goal that each order serves.

It is asked with a view and knows no more than that view says.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.players.search.candidates import Orders
from game.players.search.crew import Crew
from game.players.search.player import STRENGTHS, Thought, Watch, ponder
from game.players.tempered import minds_of, planner_of, skilled_plan
from game.rules.legality import Choice, choice_for
from game.rules.orders import Order
from game.rules.view import View

MOST = 6
"""So many orders are advised at most."""
STRENGTH = STRENGTHS["normal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """One order, its chances as the view shows them, and the goal it serves by the planners' name for it, if they have one.

    `firm`: it belongs to what would be played; the others are what stood next to it.
    """

    choice: Choice
    goal: str
    firm: bool


def advise(view: View, seed: int, crew: Crew, watch: Watch) -> tuple[Advice, ...]:
    """Up to `MOST` orders, those that would be played before those that stood next to them.

    Raises:
        CalledOffError: the watch called it off.
        CrewLostError: a process of the crew died.
    """
    if view.verdict is not None:
        return ()
    thought = ponder(view, STRENGTH, seed, crew, watch)
    goals = _goals(view, seed)
    played = thought.lines[thought.chosen]
    ranked = sorted(played, key=lambda order: _place(goals, order))
    reasoned = [order for order in _runners_up(thought) if order not in played and order in goals]
    others = _without_repeats(view, ranked, reasoned)
    advised = [*ranked, *others][: max(MOST, len(ranked))]
    return tuple(Advice(choice=choice_for(view, order), goal=_goal_of(goals, order), firm=order in played) for order in advised)


def _runners_up(thought: Thought) -> Orders:
    """The orders of the lines that fared well, each once. Some are mere changes that did no harm, and serve no goal."""
    lines = [thought.lines[one.line] for one in thought.standings if one.lead > -one.error]
    return tuple(dict.fromkeys(order for orders in lines for order in orders))


def _without_repeats(view: View, ranked: Sequence[Order], others: Sequence[Order]) -> list[Order]:
    """The others, but for those that say once more what stands before them: another hand that could watch the same house."""
    named = {_deed(view, order) for order in ranked}
    fresh: dict[tuple[str, str], Order] = {}
    for order in others:
        deed = _deed(view, order)
        if deed not in named:
            fresh.setdefault(deed, order)
    return list(fresh.values())


def _deed(view: View, order: Order) -> tuple[str, str]:
    """What is done and to what, whoever does it: to the target, or where he is who does it."""
    body = view.bodies.get(order.agent)
    return order.operation, order.target or (view.catalogue.areas[body.place] if body else "")


def _goals(view: View, seed: int) -> dict[Order, str]:
    """The goals for which planners of every temperament would give their orders, the most pressing first."""
    goals: dict[Order, str] = {}
    for plan in minds_of(view, skilled_plan(view, STRENGTH.skill)):
        for proposal in planner_of(plan, seed).propose(view):
            goals.setdefault(proposal.order, proposal.goal)
    return goals


def _place(goals: dict[Order, str], order: Order) -> int:
    return list(goals).index(order) if order in goals else len(goals)


def _goal_of(goals: dict[Order, str], order: Order) -> str:
    """The goal of an order, or that of another of its kind."""
    alike = (goal for other, goal in goals.items() if other.operation == order.operation)
    return goals.get(order) or next(alike, "")
