"""The Circle's single plans: which operations, which goals, which weights.

The weights that differ from the planner's were found by playing against it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from game.players.planner.circle.house import keep_house
from game.players.planner.circle.trust import look_into, send_away
from game.players.planner.circle.voice import be_heard
from game.players.planner.plans import CirclePlan
from game.players.single_plan.gatekeeping import enlist
from game.players.single_plan.plan import CircleBot
from game.players.single_plan.suspicion import accuse
from game.players.single_plan.wandering import hide, keep_voice, move_house, open_doors, prepare_houses

TURTLE = CircleBot(
    operations=frozenset({"fortify", "watch", "move", "admit", "keep_gate", "keep_walls"}),
    goals=(keep_house, enlist, send_away),
    weights=CirclePlan(recruit_guard=9, spy_at_seat=18),
)
"""Walls, guards, a watch at the house; strong people are called to it and doubted ones sent away from it."""

DENOUNCE = CircleBot(
    operations=frozenset({"watch", "vet", "denounce", "dismiss"}),
    goals=(accuse, keep_house, look_into),
)
"""Watch, vet, denounce whoever is most doubted, dismiss those of whom one is not sure."""

PUBLISH = CircleBot(
    operations=frozenset({"publish", "organise"}),
    goals=(be_heard,),
)
"""Be heard as widely as possible, and trust to that."""

NOMAD = CircleBot(
    operations=frozenset({"organise", "petition", "move", "relocate", "hide", "publish"}),
    goals=(move_house, open_doors, prepare_houses, hide, keep_voice),
)
"""Move house as often as the rules allow, abroad if there is a visa; hide in between. Publishes only to outlast its hiding."""

HIDER = CircleBot(
    operations=frozenset({"hide", "publish", "watch"}),
    goals=(hide, keep_house, be_heard),
    weights=CirclePlan(watch=8),
)
"""Hide whenever it is lawful; publish, so that his voice bears it, and watch."""

CIRCLE_BOTS: Mapping[str, CircleBot] = MappingProxyType(
    {"turtle": TURTLE, "denounce": DENOUNCE, "publish": PUBLISH, "nomad": NOMAD, "hider": HIDER}
)
"""The Circle's single plans by the names under which they play."""
