"""Lines of play worth comparing: what planners of several minds would order, and the first of them changed by one order."""

from game.players.planner import CenterPlan, CirclePlan, Planner
from game.players.search.candidates import Candidate, Origin, varied_sets
from game.players.search.minds import minds_of
from game.players.search.rollouts import Line, Orders
from game.players.single_plan import CENTER_BOTS, CIRCLE_BOTS, SinglePlanPlayer
from game.rules.dice import Dice
from game.rules.nouns import Side
from game.rules.view import View

SEEDS = 1 << 48


def propose_lines(view: View, dice: Dice, most: int) -> list[Line]:
    """Up to `most` lines with different orders. The first is what is played if nothing is better."""
    minds = minds_of(view.side)
    lines: list[Line] = []
    seed = dice.below(SEEDS, 0, "search", "whims")
    for plan in minds:
        _add(lines, Planner(seed, *_seat(plan)).choose(view), plan)
    for bot in (CENTER_BOTS if view.side is Side.CENTER else CIRCLE_BOTS).values():
        _add(lines, SinglePlanPlayer(bot, seed).choose(view), bot.weights)
    del lines[max(2, most * 2 // 3) :]
    base = Candidate(origin=Origin.PLANNER, orders=lines[0].orders)
    for varied in varied_sets(view, base, [Candidate(origin=Origin.PLANNER, orders=line.orders) for line in lines], dice):
        _add(lines, varied.orders, minds[0])
    return lines[:most]


def _seat(plan: CenterPlan | CirclePlan) -> tuple[CenterPlan | None, CirclePlan | None]:
    return (plan, None) if isinstance(plan, CenterPlan) else (None, plan)


def _add(lines: list[Line], orders: Orders, plan: CenterPlan | CirclePlan) -> None:
    """Adds a line unless one with the same orders is there."""
    ordered = tuple(sorted(orders, key=lambda order: (order.agent, order.operation, order.target, order.extra, order.call_off)))
    if all(line.orders != ordered for line in lines):
        lines.append(Line(orders=ordered, plan=plan))
