"""The Center's planner: find him, get somebody inside, prepare, strike; and do not lose Moscow's patience."""

from game.players.planner.center.hunt import hunt
from game.players.planner.center.inside import get_inside
from game.players.planner.center.outlook import CenterOutlook
from game.players.planner.center.own_people import look_into, obey
from game.players.planner.center.persuasion import talk_round
from game.players.planner.center.pressure import press_on
from game.players.planner.plans import CenterPlan
from game.players.planner.proposals import Proposal, pick
from game.rules.dice import Dice
from game.rules.view import CenterView


def plan_center(view: CenterView, plan: CenterPlan, dice: Dice) -> list[Proposal]:
    """The Center's orders for this turn."""
    outlook = CenterOutlook(view, plan)
    proposals = [
        *hunt(outlook),
        *get_inside(outlook),
        *press_on(outlook),
        *look_into(outlook),
        *obey(outlook),
        *talk_round(outlook),
    ]

    def holding(agent: str, busy: tuple[str, ...]) -> float:
        return outlook.holding_worth(agent)

    return pick(outlook, proposals, holding, dice)
