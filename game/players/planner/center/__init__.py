"""The Center's planner: find him, get somebody inside, prepare, strike; and do not lose Moscow's patience."""

from collections.abc import Callable, Iterator

from game.players.planner.center.hunt import hunt
from game.players.planner.center.inside import get_inside
from game.players.planner.center.outlook import CenterOutlook
from game.players.planner.center.own_people import look_into, obey
from game.players.planner.center.persuasion import talk_round
from game.players.planner.center.pressure import press_on
from game.players.planner.center.worths import try_novel
from game.players.planner.plans import CenterPlan
from game.players.planner.proposals import Proposal, Thought, pick
from game.rules.dice import Dice
from game.rules.view import CenterView

GOALS: tuple[Callable[[CenterOutlook], Iterator[Thought]], ...] = (
    hunt, get_inside, press_on, look_into, obey, talk_round, try_novel,
)  # fmt: skip


def plan_center(view: CenterView, plan: CenterPlan, dice: Dice) -> list[Proposal]:
    """The Center's orders for this turn."""
    outlook = CenterOutlook(view, plan)
    return pick(outlook, center_thoughts(outlook), outlook.holding_worth, dice)


def center_thoughts(outlook: CenterOutlook) -> Iterator[Thought]:
    """All that the planner's goals put forward."""
    for goal in GOALS:
        yield from goal(outlook)
