"""What a single plan is: the operations it keeps to, the goals that propose them, and what those goals care for.

The goals are the planner's, or a few of the plan's own. They are handed working papers that know of no operation but the
plan's, so that a goal of the planner's which would have done other things as well is silent about them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from game.players.planner.center.outlook import CenterOutlook
from game.players.planner.circle.house import keep_gate_or_walls
from game.players.planner.circle.outlook import CircleOutlook
from game.players.planner.outlook import Outlook
from game.players.planner.plans import CenterPlan, CirclePlan
from game.players.planner.proposals import Proposal, Thought, pick
from game.rules.dice import Dice
from game.rules.view import CenterView, CircleView, View

AnyOutlook = TypeVar("AnyOutlook", CenterOutlook, CircleOutlook)


@dataclass(frozen=True, slots=True, kw_only=True)
class CenterBot:
    """A single plan of the Center. `operations` are the ids of all that it ever orders."""

    operations: frozenset[str]
    goals: tuple[Callable[[CenterOutlook], Iterable[Thought]], ...]
    weights: CenterPlan = field(default_factory=CenterPlan)

    def propose(self, view: View, dice: Dice) -> list[Proposal]:
        """The orders for this turn, each with its goal and its worth.

        Raises:
            ValueError: the view is the Circle's.
        """
        if not isinstance(view, CenterView):
            raise ValueError("expected a view of the Center's")
        outlook = CenterOutlook(view, self.weights)
        _keep_to(outlook, self.operations)
        return pick(outlook, _thoughts(self.goals, outlook), outlook.holding_worth, dice)


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleBot:
    """A single plan of the Circle. `operations` are the ids of all that it ever orders."""

    operations: frozenset[str]
    goals: tuple[Callable[[CircleOutlook], Iterable[Thought]], ...]
    weights: CirclePlan = field(default_factory=CirclePlan)

    def propose(self, view: View, dice: Dice) -> list[Proposal]:
        """The orders for this turn, each with its goal and its worth.

        Raises:
            ValueError: the view is the Center's.
        """
        if not isinstance(view, CircleView):
            raise ValueError("expected a view of the Circle's")
        outlook = CircleOutlook(view, self.weights)
        _keep_to(outlook, self.operations)
        picked = pick(outlook, _thoughts(self.goals, outlook), outlook.holding_worth, dice)
        return [*picked, *keep_gate_or_walls(outlook, dice)]


def _thoughts(goals: Iterable[Callable[[AnyOutlook], Iterable[Thought]]], outlook: AnyOutlook) -> Iterator[Thought]:
    """All that the goals put forward."""
    for goal in goals:
        yield from goal(outlook)


def _keep_to(outlook: Outlook, operations: frozenset[str]) -> None:
    """From now on these working papers know of no other operations."""
    outlook.operations = {id_: operation for id_, operation in outlook.operations.items() if id_ in operations}
