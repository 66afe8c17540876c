"""Goals of those who come by force: gather at the house, and do away with whoever stands in the way."""

from collections.abc import Iterator

from game.players.planner.center.hunt import search_areas
from game.players.planner.center.outlook import CenterOutlook
from game.players.planner.outlook import order
from game.players.planner.proposals import Proposal
from game.rules.nouns import HOUSEHOLD, SKILL_INDEX, SYMPATHISER
from game.rules.state import Body, Sighting
from game.rules.words import Stat

GATHER = 6.0
"""What it is worth to have one more good man at the house."""
ENOUGH = 6
"""Beyond so many at the house more do not help."""
LEAST_STAY = 3
"""Nobody is sent who would have fewer turns than this."""
GUARD, NEIGHBOUR, FRIEND = 20.0, 12.0, 8.0
"""What it is worth to be rid of one of the household, of somebody else at the house, of somebody elsewhere."""


def gather(outlook: CenterOutlook) -> Iterator[Proposal]:
    """Send whoever can prepare or fight to the house, or to where it may be."""
    areas = [outlook.seat_area] if outlook.seat_area else search_areas(outlook)
    if not areas or outlook.turns_left < LEAST_STAY or len(outlook.at_seat) >= ENOUGH:
        return
    catalogue = outlook.view.catalogue
    for number, body in enumerate(outlook.active):
        if outlook.is_legal(body.id) or body.access < SYMPATHISER or catalogue.area(body.place) in areas:
            continue
        area = areas[number % len(areas)]
        place = outlook.view.seat or next(place for place in catalogue.places if catalogue.area(place) == area)
        if outlook.may("travel", body.id, place):
            worth = GATHER * _usefulness(body) * outlook.chance("travel", body.id, place)
            worth -= outlook.fund_price(outlook.cost("travel"))
            yield Proposal(order=order("travel", body.id, place), goal="gather", worth=worth, kind="gather")


def _usefulness(body: Body) -> float:
    """What somebody is worth in front of the house, about 1 for a good man."""
    return 0.2 * body.skills[SKILL_INDEX["tradecraft"]] + 0.05 * body.skills[SKILL_INDEX["nerve"]]


def do_away(outlook: CenterOutlook) -> Iterator[Proposal]:
    """Once a raid is prepared, kill the guards that are known, then whoever else belongs to him: sooner it only warns him."""
    if outlook.view.preparation < outlook.need("raid", Stat.PREPARATION):
        return
    for body in outlook.active:
        if outlook.is_legal(body.id) or body.access < SYMPATHISER:
            continue
        loss = outlook.traces_cost("eliminate", body.id) if "eliminate" in outlook.operations else 0
        for person in outlook.known.get(outlook.view.catalogue.area(body.place), []):
            if outlook.may("eliminate", body.id, person.id):
                worth = _removal_worth(outlook, person) * outlook.chance("eliminate", body.id, person.id) - loss
                worth -= outlook.fund_price(outlook.cost("eliminate"))
                yield Proposal(order=order("eliminate", body.id, person.id), goal="terror", worth=worth, kind="!eliminate")


def _removal_worth(outlook: CenterOutlook, person: Sighting) -> float:
    if outlook.view.catalogue.area(person.place) != outlook.seat_area:
        return FRIEND
    return GUARD if person.access == HOUSEHOLD else NEIGHBOUR
