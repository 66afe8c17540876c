"""The goal of those who win people over: to strike at the very end, and only where one of theirs opens the door."""

from collections.abc import Iterator

from game.players.planner.center.hunt import close_in, strike
from game.players.planner.center.outlook import CenterOutlook
from game.players.planner.proposals import Thought

READY_FROM, STRIKE_FROM = 8, 4
"""With so few turns left the moles prepare, and then strike."""


def strike_through_moles(outlook: CenterOutlook) -> Iterator[Thought]:
    """Prepare and strike, late and with somebody of one's own in the house."""
    if not outlook.has_mole_at_seat or outlook.turns_left > READY_FROM:
        return
    yield from close_in(outlook)
    if outlook.turns_left <= STRIKE_FROM:
        yield from strike(outlook)
