"""The planner: goals propose orders, each with what it is worth; the best that fit together are given.

Plain common sense, quick enough for rollouts. It keeps no memory: the same view and seed give the same orders.
"""

from game.players.planner.center import plan_center
from game.players.planner.circle import plan_circle
from game.players.planner.plans import CenterPlan, CirclePlan
from game.players.planner.proposals import Proposal
from game.rules.dice import Dice
from game.rules.orders import Order
from game.rules.view import CenterView, View


class Planner:
    """Plays either side. `center` and `circle` are the weights of its plans."""

    def __init__(self, seed: int, center: CenterPlan | None = None, circle: CirclePlan | None = None) -> None:
        self._dice = Dice(seed)
        self._center = center or CenterPlan()
        self._circle = circle or CirclePlan()

    def choose(self, view: View) -> tuple[Order, ...]:
        """The orders for this turn."""
        return tuple(proposal.order for proposal in self.propose(view))

    def propose(self, view: View) -> list[Proposal]:
        """The orders for this turn, each with its goal and its worth."""
        if view.verdict is not None:
            return []
        if isinstance(view, CenterView):
            return plan_center(view, self._center, self._dice)
        return plan_circle(view, self._circle, self._dice)


__all__ = ["CenterPlan", "CirclePlan", "Planner", "Proposal"]
