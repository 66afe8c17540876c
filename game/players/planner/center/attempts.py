"""Attempts: ideas of something that gains so much if it succeeds, and costs its traces and its funds either way."""

from functools import partial

from game.players.planner.center.outlook import CenterOutlook
from game.players.planner.outlook import order
from game.players.planner.proposals import Idea, Proposal, make_proposal


def attempt(
    outlook: CenterOutlook,
    operation: str,
    agent: str,
    target: str = "",
    *,
    gain: float,
    goal: str,
    kind: str = "",
    paid: bool = True,
) -> Idea:
    """To try something, at what its traces cost, and its funds where they are to be `paid` for."""
    most = outlook.most_from(operation, gain)
    if paid and most > 0:
        most -= outlook.price_of(operation)
    return (most, agent, partial(tried, outlook, operation, agent, target, gain, goal, kind, paid), kind)


def tried(
    outlook: CenterOutlook, operation: str, agent: str, target: str, gain: float, goal: str, kind: str, paid: bool
) -> Proposal | None:
    """The proposal of an attempt, if it can be ordered."""
    if not outlook.may(operation, agent, target):
        return None
    worth = gain * outlook.chance(operation, agent, target) - outlook.traces_cost(operation, agent)
    if paid:
        worth -= outlook.price_of(operation)
    return make_proposal(order=order(operation, agent, target), goal=goal, worth=worth, kind=kind)
