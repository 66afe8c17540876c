"""The Circle's planner: keep the gate, look out for spies, be heard, keep a country to live in."""

from game.players.planner.circle.house import keep_gate_or_walls, keep_house
from game.players.planner.circle.outlook import CircleOutlook
from game.players.planner.circle.trust import weigh_trust
from game.players.planner.circle.voice import be_heard
from game.players.planner.plans import CirclePlan
from game.players.planner.proposals import Proposal, pick
from game.rules.dice import Dice
from game.rules.view import CircleView


def plan_circle(view: CircleView, plan: CirclePlan, dice: Dice) -> list[Proposal]:
    """The Circle's orders for this turn."""
    outlook = CircleOutlook(view, plan)
    proposals = [*keep_house(outlook), *weigh_trust(outlook), *be_heard(outlook)]
    return [*pick(outlook, proposals, outlook.holding_worth, dice), *keep_gate_or_walls(outlook, dice)]
