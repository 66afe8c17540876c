"""Attempts: ideas of something that gains so much if it succeeds, and costs its funds either way."""

from functools import partial

from game.players.planner.circle.outlook import CircleOutlook
from game.players.planner.outlook import order
from game.players.planner.proposals import Idea, Proposal, make_proposal


def attempt(
    outlook: CircleOutlook, operation: str, agent: str, target: str = "", *, gain: float, goal: str, kind: str = ""
) -> Idea:
    """To try something, at what its funds cost."""
    most = outlook.most_from(operation, gain)
    if most > 0:
        most -= outlook.price_of(operation)
    return (most, agent, partial(_attempt, outlook, operation, agent, target, gain, goal, kind), kind)


def _attempt(
    outlook: CircleOutlook, operation: str, agent: str, target: str, gain: float, goal: str, kind: str
) -> Proposal | None:
    if not outlook.may(operation, agent, target):
        return None
    worth = gain * outlook.chance(operation, agent, target) - outlook.price_of(operation)
    return make_proposal(order=order(operation, agent, target), goal=goal, worth=worth, kind=kind)


def decision(
    outlook: CircleOutlook, operation: str, agent: str, target: str = "", *, worth: float, goal: str, kind: str = ""
) -> Idea:
    """To do something that cannot fail and is worth so much, if it may be ordered."""
    return (worth, agent, partial(_decision, outlook, operation, agent, target, worth, goal, kind), kind)


def _decision(
    outlook: CircleOutlook, operation: str, agent: str, target: str, worth: float, goal: str, kind: str
) -> Proposal | None:
    if not outlook.may(operation, agent, target):
        return None
    return make_proposal(order=order(operation, agent, target), goal=goal, worth=worth, kind=kind)
