"""The Circle's planner: keep the gate, look out for spies, be heard, keep a country to live in."""

from collections.abc import Callable, Iterator

from game.players.planner.circle.house import keep_gate_or_walls, keep_house
from game.players.planner.circle.outlook import CircleOutlook
from game.players.planner.circle.trust import weigh_trust
from game.players.planner.circle.voice import be_heard
from game.players.planner.circle.worths import try_novel
from game.players.planner.plans import CirclePlan
from game.players.planner.proposals import Proposal, Thought, pick
from game.rules.dice import Dice
from game.rules.nouns import HOUSE
from game.rules.view import CircleView

GOALS: tuple[Callable[[CircleOutlook], Iterator[Thought]], ...] = (keep_house, weigh_trust, be_heard, try_novel)


def plan_circle(view: CircleView, plan: CirclePlan, dice: Dice) -> list[Proposal]:
    """The Circle's orders for this turn."""
    outlook = CircleOutlook(view, plan)
    picked = pick(outlook, circle_thoughts(outlook), outlook.holding_worth, dice)
    if any(proposal.order.agent == HOUSE for proposal in picked):
        return picked
    return [*picked, *keep_gate_or_walls(outlook, dice)]


def circle_thoughts(outlook: CircleOutlook) -> Iterator[Thought]:
    """All that the planner's goals put forward, but for what the household keeps, which takes no signal."""
    for goal in GOALS:
        yield from goal(outlook)
