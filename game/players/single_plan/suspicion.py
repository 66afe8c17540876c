"""The goal of those who look for the enemy within: whoever is doubted most is named, or shown the door."""

from collections.abc import Iterator

from game.players.planner.circle.outlook import CircleOutlook
from game.players.planner.outlook import order
from game.players.planner.proposals import Proposal
from game.rules.nouns import HOUSEHOLD, MOVEMENT, ORGANISATION
from game.rules.state import Body

DENOUNCED = 0.25
"""From this doubt on somebody is denounced."""
DISMISSED = 0.12
"""From this doubt on somebody at the house is sent one ring out: a newcomer who has not been cleared is."""
HEARD = 5
"""With less influence a mistake might silence the cause: then nobody is denounced."""
DENOUNCE, DISMISS = 40.0, 20.0
"""What it is worth to denounce or dismiss somebody who is surely guilty."""


def accuse(outlook: CircleOutlook) -> Iterator[Proposal]:
    """Denounce whoever is doubted most, whatever it costs; dismiss from the house whoever is doubted at all."""
    for body in outlook.active:
        doubt, nearness = outlook.doubts[body.id], _nearness(outlook, body)
        if doubt >= DENOUNCED and outlook.view.influence >= HEARD and outlook.may("denounce", MOVEMENT, body.id):
            worth = DENOUNCE * doubt * nearness
            yield Proposal(order=order("denounce", MOVEMENT, body.id), goal="spies", worth=worth)
        if doubt >= DISMISSED and nearness > 1 and outlook.may("dismiss", MOVEMENT, body.id):
            yield Proposal(order=order("dismiss", MOVEMENT, body.id), goal="spies", worth=DISMISS * doubt * nearness)


def _nearness(outlook: CircleOutlook, body: Body) -> float:
    """More than one for those who are near him."""
    if body.access == HOUSEHOLD:
        return 1.5
    return 1.2 if body.access == ORGANISATION and outlook.is_there(body) else 1.0
