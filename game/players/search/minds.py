"""The minds with which the search looks at a turn: the planner's plan with other weights."""

from dataclasses import replace

from game.players.planner import CenterPlan, CirclePlan
from game.rules.nouns import Side

CENTER = (
    CenterPlan(),
    replace(CenterPlan(), raid_patience=0.5, lone_patience=0.5),
    replace(CenterPlan(), ring_household=60, mole_at_seat=60, towards_recruit=0.2),
    replace(CenterPlan(), track=40, prepare=32),
)
CIRCLE = (
    CirclePlan(),
    replace(CirclePlan(), vet=30, spy_in_household=56),
    replace(CirclePlan(), guard=3, fortify=14, watch=10),
    replace(CirclePlan(), influence=6, section=3),
)


def minds_of(side: Side) -> tuple[CenterPlan, ...] | tuple[CirclePlan, ...]:
    """The plans of one side, its own first."""
    return CENTER if side is Side.CENTER else CIRCLE
