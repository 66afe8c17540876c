"""The goal of those who trust to walls: strong people at the gate, let in only if nobody doubts them."""

from collections.abc import Iterator

from game.players.planner.circle.outlook import CircleOutlook
from game.players.planner.outlook import order
from game.players.planner.proposals import Proposal
from game.rules.nouns import MOVEMENT, ORGANISATION

TRUSTED = 0.04
"""Up to this doubt somebody may join the household: old members who have given no cause."""
ENLIST = 10.0
"""What one more guard is worth while there are too few."""


def enlist(outlook: CircleOutlook) -> Iterator[Proposal]:
    """Let trusted members who are at the house join the household, while guards are wanted."""
    room = outlook.view.catalogue.numbers.guards.most - sum(outlook.guards.values())
    for body in outlook.hands:
        if room <= 0 or body.access != ORGANISATION or outlook.doubts[body.id] > TRUSTED:
            continue
        if outlook.may("admit", MOVEMENT, body.id):
            worth = ENLIST * min(room, outlook.guard_points(body))
            yield Proposal(order=order("admit", MOVEMENT, body.id), goal="guards", worth=worth)
