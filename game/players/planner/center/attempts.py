"""Attempts: ideas of something that gains so much if it succeeds, and costs what its traces and its funds cost either way."""

from functools import partial

from game.players.planner.center.outlook import CenterOutlook
from game.players.planner.outlook import order
from game.players.planner.proposals import Idea, Proposal


def attempt(
    outlook: CenterOutlook, operation: str, agent: str, target: str = "", *, gain: float, goal: str, kind: str = ""
) -> Idea:
    """To try something, at what its traces and its funds cost."""
    return (gain, agent, partial(tried, outlook, operation, agent, target, gain, goal, kind, True))


def free_attempt(
    outlook: CenterOutlook, operation: str, agent: str, target: str = "", *, gain: float, goal: str, kind: str = ""
) -> Idea:
    """To try something that is worth its funds, at what its traces cost."""
    return (gain, agent, partial(tried, outlook, operation, agent, target, gain, goal, kind, False))


def tried(
    outlook: CenterOutlook, operation: str, agent: str, target: str, gain: float, goal: str, kind: str, paid: bool
) -> Proposal | None:
    """The proposal of an attempt, if it can be ordered."""
    if not outlook.may(operation, agent, target):
        return None
    worth = gain * outlook.chance(operation, agent, target) - outlook.traces_cost(operation, agent)
    if paid:
        worth -= outlook.fund_price(outlook.cost(operation))
    return Proposal(order=order(operation, agent, target), goal=goal, worth=worth, kind=kind)
