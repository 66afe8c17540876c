"""Players that follow one plan and no other, for modders to test the balance of their rules with.

Each pursues its plan as well as the planner's papers allow, and does nothing else: where one of them wins, the rules have a
hole. Like every player they see the view alone, and like the planner they keep no memory.
"""

from game.players.planner.proposals import Proposal
from game.players.single_plan.center import CENTER_BOTS
from game.players.single_plan.circle import CIRCLE_BOTS
from game.players.single_plan.plan import CenterBot, CircleBot
from game.rules.dice import Dice
from game.rules.orders import Order
from game.rules.view import View


class SinglePlanPlayer:
    """Plays the side that its plan is for."""

    def __init__(self, bot: CenterBot | CircleBot, seed: int) -> None:
        self._bot = bot
        self._dice = Dice(seed)

    def choose(self, view: View) -> tuple[Order, ...]:
        """The orders for this turn."""
        return tuple(proposal.order for proposal in self.propose(view))

    def propose(self, view: View) -> list[Proposal]:
        """The orders for this turn, each with its goal and its worth."""
        return [] if view.verdict is not None else self._bot.propose(view, self._dice)


__all__ = ["CENTER_BOTS", "CIRCLE_BOTS", "CenterBot", "CircleBot", "SinglePlanPlayer"]
