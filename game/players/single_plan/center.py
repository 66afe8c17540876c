"""The Center's single plans: which operations, which goals, which weights.

The weights that differ from the planner's were found by playing against it. All of them call people home when Moscow asks
for it, since a plan that Moscow ends is no test of anything.
"""

from collections.abc import Mapping
from types import MappingProxyType

from game.players.planner.center.hunt import hunt
from game.players.planner.center.inside import get_inside
from game.players.planner.center.own_people import obey
from game.players.planner.center.pressure import press_on
from game.players.planner.plans import CenterPlan
from game.players.single_plan.courtship import strike_through_moles
from game.players.single_plan.plan import CenterBot
from game.players.single_plan.violence import do_away, gather

OBEY = "recall"

RUSH = CenterBot(
    operations=frozenset({"travel", "surveil", "prepare", "raid", OBEY}),
    goals=(gather, hunt, obey),
    weights=CenterPlan(raid_patience=0.45, keep_track=2),
)
"""Find him, prepare, raid as soon as the chance is fair; and again."""

GROOM = CenterBot(
    operations=frozenset({"travel", "surveil", "cultivate", "infiltrate", "prepare", "lone_hand", OBEY}),
    goals=(hunt, get_inside, obey),
)
"""Bring somebody into the household by way of sponsors; he strikes alone."""

MOLES = CenterBot(
    operations=frozenset({"travel", "cultivate", "recruit", "prepare", "lone_hand", "raid", OBEY}),
    goals=(get_inside, strike_through_moles, obey),
    weights=CenterPlan(
        ring_household=0,
        ring_organisation=0,
        ring_sympathiser=0,
        mole_at_seat=100,
        mole_elsewhere=12,
        towards_recruit=0.3,
    ),
)
"""Win over as many as possible, nearest the household first; strike through them at the end. Looks for nothing itself."""

SMEAR = CenterBot(
    operations=frozenset({"travel", "smear", "press", "steal", "forge", OBEY}),
    goals=(press_on, get_inside, obey),
    weights=CenterPlan(press=6),
)
"""Make him small and unwelcome; never strike. People travel to where they can see whom to frame, legals to where he lives."""

TERROR = CenterBot(
    operations=frozenset({"travel", "surveil", "eliminate", "prepare", "raid", OBEY}),
    goals=(gather, do_away, hunt, obey),
    weights=CenterPlan(raid_patience=0.6, keep_track=2),
)
"""Prepare, kill his guards and friends one after the other, then raid."""

CENTER_BOTS: Mapping[str, CenterBot] = MappingProxyType(
    {"rush": RUSH, "groom": GROOM, "moles": MOLES, "smear": SMEAR, "terror": TERROR}
)
"""The Center's single plans by the names under which they play."""
