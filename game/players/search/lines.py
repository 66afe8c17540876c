"""Lines of play worth comparing: what one's own plan, every temperament and every single plan would order, and changes.

The first is one's own; those changed in one order follow it, so that a good set is not lost for one bad order.
"""

from game.players.search.candidates import Candidate, Orders, Origin, in_order, varied_sets
from game.players.single_plan import CENTER_BOTS, CIRCLE_BOTS, SinglePlanPlayer
from game.players.tempered import Plan, minds_of, planner_of
from game.rules.dice import SEEDS, Dice
from game.rules.nouns import Side
from game.rules.view import View


def propose_lines(view: View, dice: Dice, most: int, plan: Plan) -> list[Orders]:
    """Up to `most` different sets of orders. The first is what is played if nothing is better."""
    lines: list[Orders] = []
    seed = dice.below(SEEDS, view.turn, "search", "whims")
    for mind in minds_of(view, plan):
        _add(lines, planner_of(mind, seed).choose(view))
    _add(lines, planner_of(plan, seed + 1).choose(view))
    for bot in (CENTER_BOTS if view.side is Side.CENTER else CIRCLE_BOTS).values():
        _add(lines, SinglePlanPlayer(bot, seed).choose(view))
    del lines[max(2, most * 2 // 3) :]
    base = Candidate(origin=Origin.PLANNER, orders=lines[0])
    taken = [Candidate(origin=Origin.PLANNER, orders=line) for line in lines]
    return [*lines, *(varied.orders for varied in varied_sets(view, base, taken, dice, most - len(lines)))]


def _add(lines: list[Orders], orders: Orders) -> None:
    """Adds a line unless it is there."""
    ordered = in_order(orders)
    if ordered not in lines:
        lines.append(ordered)
