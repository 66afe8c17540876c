"""To get somebody inside: friends, sponsors, recruits, and the journeys that lead to them."""

from collections.abc import Iterable, Iterator
from functools import partial

from game.players.planner.center.attempts import attempt, tried
from game.players.planner.center.hunt import search_areas, still_promising
from game.players.planner.center.outlook import CHARM, TRADECRAFT, CenterOutlook
from game.players.planner.outlook import order
from game.players.planner.proposals import Idea, Proposal, Thought, make_proposal
from game.rules.nouns import ACTIVE, HOUSEHOLD, IN_TRANSIT, LEGAL, ORGANISATION, OUTSIDER, SYMPATHISER
from game.rules.state import Body, Sighting
from game.rules.words import Stat

SPONSOR_RAPPORT = 2
MOST_RAPPORT = 3
NEARER_SPONSOR = (0.8, 1.4, 0.5)
"""How the points of rapport with a sponsor compare: with the second he may open doors."""
NEARER_OUTSIDE = (0.8, 1.4, 1.1)
"""The same for an outsider, whom nobody looks into yet: he can take his time."""
NEARER_RECRUIT = (0.7, 1.0, 1.3)
PER_RAPPORT = 0.08
"""What a friend in the house adds to the chance of striking alone."""
NEARNESS = (0.45, 0.60, 0.90, 1.00)
"""How near the way in is, by the rapport with a sponsor."""
TARGETS_TRIED = 3

Friend = tuple[float, str, Sighting]
"""What somebody's friendship is worth (negative), his id, and where he was seen."""


def get_inside(outlook: CenterOutlook) -> Iterator[Thought]:
    """All that brings one's own people closer, or makes the Circle's people one's own."""
    for body in outlook.active:
        if outlook.is_legal(body.id) and body.access > SYMPATHISER:
            yield from _travel(outlook, body)
            continue
        here = outlook.known.get(outlook.areas[body.place])
        if here:
            yield from _make_friends(outlook, body, here)
            friends = {person for person, rapport in outlook.view.agents[body.id].contacts if rapport >= SPONSOR_RAPPORT}
            for person in here if friends else ():
                if person.id in friends:
                    yield _infiltrate(outlook, body, person)
                    most = outlook.most_from("recruit", recruit_worth(outlook, person))
                    yield (most, body.id, partial(_recruit, outlook, body, person), "recruit")
        yield from _travel(outlook, body)


def _make_friends(outlook: CenterOutlook, body: Body, here: list[Sighting]) -> Iterator[Idea]:
    """Whoever is to go inside may choose among some; for the others the best of them that can be had will do."""
    friends = _friends(outlook, body, here)
    if outlook.leads(body):
        for worth, _, person in friends:
            yield attempt(outlook, "cultivate", body.id, person.id, gain=-worth, goal="friends", paid=False)
    elif friends:
        most = outlook.most_from("cultivate", -friends[0][0])
        yield (most, body.id, partial(_make_a_friend, outlook, body, friends), "friends")


def _make_a_friend(outlook: CenterOutlook, body: Body, friends: list[Friend]) -> Proposal | None:
    for worth, _, person in friends:
        if outlook.may("cultivate", body.id, person.id):
            return tried(outlook, "cultivate", body.id, person.id, -worth, "friends", "friends", paid=False)
    return None


def _friends(outlook: CenterOutlook, body: Body, here: list[Sighting]) -> list[Friend]:
    """Those in an area whose friendship is worth most to somebody, by their worth (negative), the best first.

    Those whom he does not know yet are worth the same to him where they stand in the same ring and may all be won, or none of
    them, so one of each is weighed.
    """
    contacts = outlook.contacts[body.id]
    strangers: dict[tuple[int, bool], float] = {}
    worths: list[Friend] = []
    for person in here:
        if person.id in contacts:
            worth = friend_worth(outlook, body, person)
        else:
            alike = (person.access, outlook.sight.steadfast(person.id))
            if alike not in strangers:
                strangers[alike] = friend_worth(outlook, body, person)
            worth = strangers[alike]
        if worth > 0:
            worths.append((-worth, person.id, person))
    worths.sort()
    return worths[:TARGETS_TRIED]


def _infiltrate(outlook: CenterOutlook, body: Body, sponsor: Sighting) -> Idea:
    gain = outlook.ring_worth(body, body.access - 1)
    return attempt(outlook, "infiltrate", body.id, sponsor.id, gain=gain, goal="inside", paid=False)


def _recruit(outlook: CenterOutlook, body: Body, person: Sighting) -> Proposal | None:
    operation = outlook.operations.get("recruit")
    if operation is None:
        return None
    extra = max(0, min(operation.extra, outlook.view.funds - operation.cost))
    if not outlook.may("recruit", body.id, person.id, extra):
        return None
    chance = outlook.chance("recruit", body.id, person.id, extra)
    rapport = outlook.contacts[body.id].get(person.id, 0)
    lost = sponsor_worth(outlook, body, person, max(0, rapport - 1)) + 0.35 * outlook.worth_of(body.id)
    worth = chance * recruit_worth(outlook, person) - (1 - chance) * lost
    worth -= outlook.traces_cost("recruit", body.id) + outlook.fund_price(operation.cost + extra)
    if outlook.plan.keep_friend and body.access == person.access == HOUSEHOLD:
        worth -= outlook.plan.keep_friend * _friend_missed(outlook, body, person)
    return make_proposal(order=order("recruit", body.id, person.id, extra), goal="moles", worth=worth, kind="recruit")


def _friend_missed(outlook: CenterOutlook, body: Body, friend: Sighting) -> float:
    """What a friend in the house adds to striking alone, beside the next best whom this person has there."""
    sight, contacts = outlook.sight, outlook.contacts[body.id]
    others = [known for other, known in contacts.items() if other != friend.id and sight.access(other) == HOUSEHOLD]
    return max(0, contacts.get(friend.id, 0) - max(others, default=0)) * _per_friend(outlook)


def _per_friend(outlook: CenterOutlook) -> float:
    """What a point of rapport with somebody in the house is worth to one of the household who may strike alone."""
    return PER_RAPPORT * (outlook.plan.killed + 50) * 0.7


def recruit_worth(outlook: CenterOutlook, person: Sighting) -> float:
    """What somebody of the Circle's would be worth as one's own."""
    worth = outlook.recruits.get(person.id)
    if worth is None:
        worth = outlook.recruits[person.id] = _reckon_recruit(outlook, person)
    return worth


def _reckon_recruit(outlook: CenterOutlook, person: Sighting) -> float:
    plan, numbers = outlook.plan, outlook.view.catalogue.numbers
    if outlook.declaration:
        return outlook.declaration
    at_seat = outlook.view.catalogue.areas[person.place] == outlook.seat_area
    worth = plan.mole_elsewhere
    if person.access == HOUSEHOLD and at_seat:
        worth = plan.mole_at_seat * (0.5 if outlook.has_mole_at_seat else 1)
    elif at_seat:
        worth = plan.mole_at_seat * 0.35
    if person.access <= ORGANISATION:
        worth -= numbers.paranoia.recruit * outlook.paranoia_price
    return worth * min(1, (outlook.turns_left + 1) / 4)


def friend_worth(outlook: CenterOutlook, body: Body, person: Sighting) -> float:
    """What one more point of rapport with somebody is worth to this agent."""
    rapport = outlook.contacts[body.id].get(person.id, 0)
    if rapport >= MOST_RAPPORT or outlook.turns_left < 2:
        return 0
    as_sponsor = sponsor_worth(outlook, body, person, rapport)
    as_recruit = _towards_recruit(outlook, body, person) * NEARER_RECRUIT[rapport] * recruit_worth(outlook, person)
    if body.access == HOUSEHOLD and person.access == HOUSEHOLD and rapport >= outlook.sight.household_rapport(body.id)[0]:
        return max(as_sponsor, _per_friend(outlook)) + as_recruit
    return (as_sponsor if as_sponsor > 0 else 0.0) + as_recruit


def _towards_recruit(outlook: CenterOutlook, body: Body, person: Sighting) -> float:
    """What part of a recruit's worth is won by one more point of rapport: by this agent's charm, or by how likely a yes is."""
    plan = outlook.plan
    if not plan.courtship:
        return plan.towards_recruit * _recruiter(body)
    return plan.courtship * _says_yes(outlook, body, person)


def _says_yes(outlook: CenterOutlook, body: Body, person: Sighting) -> float:
    """How likely somebody is won over by this agent once he is his best friend, knows what moves him and spares no money."""
    operation = outlook.operations.get("recruit")
    if operation is None or outlook.sight.steadfast(person.id):
        return 0
    rapport, lever = outlook.contacts[body.id].get(person.id, 0), bool(outlook.view.levers.get(person.id))
    ahead = {Stat.RAPPORT: MOST_RAPPORT - rapport, Stat.LEVERS_KNOWN: 0 if lever else 1}
    more = sum(term.per * ahead.get(term.stat, 0) for term in operation.success.plus)
    return outlook.chance_with(more, "recruit", body.id, person.id, operation.extra)


def _recruiter(body: Body) -> float:
    return 0.4 + 0.15 * body.skills[CHARM]


def sponsor_worth(outlook: CenterOutlook, body: Body, person: Sighting, rapport: int) -> float:
    """What one more point of rapport is worth as a step towards a sponsor."""
    if body.access <= HOUSEHOLD or person.access >= body.access or not _may_be_sponsored(outlook, body):
        return 0
    ahead = outlook.way_in(body)
    if person.access == HOUSEHOLD:
        ahead *= 1.3
    for other, known in outlook.view.agents[body.id].contacts:
        if known > rapport and other != person.id and _is_sponsor(outlook, body, other):
            ahead *= 0.3
            break
    nearer = NEARER_SPONSOR if body.access <= SYMPATHISER else NEARER_OUTSIDE
    return outlook.plan.towards_sponsor * nearer[rapport] * ahead


def _may_be_sponsored(outlook: CenterOutlook, body: Body) -> bool:
    """Whether doors can be opened to somebody: the burnt, the accredited and those with too thin a legend stay outside."""
    file = outlook.view.agents[body.id]
    return not file.burnt and file.post is not LEGAL and file.legend >= outlook.view.catalogue.numbers.cover.recruited


def _is_sponsor(outlook: CenterOutlook, body: Body, other: str) -> bool:
    access = outlook.sight.access(other)
    return access is not None and access < body.access and outlook.area_of(other) == outlook.area_of(body.id)


def _travel(outlook: CenterOutlook, body: Body) -> Iterator[Idea]:
    """Go where one can do more than here."""
    if "travel" not in outlook.operations or body.access == HOUSEHOLD:
        return
    here = outlook.areas[body.place]
    destinations = _destinations(outlook, body, here)
    stays = _prospect(outlook, body, here) if destinations else 0
    for place in destinations:
        gain = 0.85 * _prospect(outlook, body, outlook.areas[place]) - stays
        if gain > 0:
            searches = outlook.plan.searchers and not outlook.seat_area
            kind = f"search {place}" if searches else f"travel {body.id}"
            yield (gain, body.id, partial(_go, outlook, body, place, gain, kind), kind)


def _go(outlook: CenterOutlook, body: Body, place: str, gain: float, kind: str) -> Proposal | None:
    if not outlook.may("travel", body.id, place):
        return None
    worth = gain * outlook.chance("travel", body.id, place) - outlook.price_of("travel")
    return make_proposal(order=order("travel", body.id, place), goal="travel", worth=worth, kind=kind)


def _destinations(outlook: CenterOutlook, body: Body, here: str) -> list[str]:
    """The seat or where it may be, and where one's friends are."""
    found: list[str] = []
    if outlook.seat_area:
        found.append(outlook.view.seat)
    else:
        areas = search_areas(outlook)
        if areas:
            found.append(outlook.view.catalogue.firsts[areas[0]])
    for person in outlook.contacts[body.id]:
        place = outlook.sight.place(person)
        if place is not None:
            found.append(place)
    return [place for place in found if outlook.areas[place] != here]


def _prospect(outlook: CenterOutlook, body: Body, area: str) -> float:
    """What somebody could do in an area in the turns to come."""
    plan = outlook.plan
    prospect = 0.0
    if outlook.seat_area == area:
        prospect += plan.presence * _usefulness(outlook, body)
        if body.access == ORGANISATION:
            prospect *= 0.5
    elif not outlook.seat_area and area in search_areas(outlook):
        others = _on_the_spot(outlook, body, area, outlook.view.bodies) if plan.searchers else 0
        prospect += plan.locate / 2 * still_promising(outlook, area) / (1 + plan.searchers * others)
    if plan.workmen and area in outlook.work_areas and outlook.turns_left >= 2 and body.id in outlook.workmen:
        prospect += plan.workmen / (1 + _on_the_spot(outlook, body, area, outlook.workmen)) ** 2
    if not outlook.is_legal(body.id) and outlook.turns_left >= 3:
        prospect += _best_route(outlook, body, area)
        named = outlook.against_people
        if named:
            prospect += max((named.get(person.id, 0) for person in outlook.known.get(area, ())), default=0)
    return prospect


def _on_the_spot(outlook: CenterOutlook, body: Body, area: str, people: Iterable[str]) -> int:
    """How many others of some people of one's own are in an area or on their way to it."""
    others = (outlook.view.bodies[person] for person in people if person != body.id)
    places = (
        other.place if other.status is ACTIVE else other.destination for other in others if other.status in (ACTIVE, IN_TRANSIT)
    )
    return sum(1 for place in places if outlook.areas[place] == area)


def _best_route(outlook: CenterOutlook, body: Body, area: str) -> float:
    """What the most useful sponsor in an area is worth: one of those he knows there, or one of each ring."""
    if body.access <= HOUSEHOLD or outlook.view.agents[body.id].burnt:
        return 0
    contacts = outlook.contacts[body.id]
    best = 0.0
    rings: set[int] = set()
    for person in outlook.known.get(area, ()):
        if person.id not in contacts:
            if person.access in rings:
                continue
            rings.add(person.access)
        best = max(best, _route_worth(outlook, body, person))
    return best


def _usefulness(outlook: CenterOutlook, body: Body) -> float:
    """How much this person adds to those already at the seat."""
    others = [other for other in outlook.at_seat if other.id != body.id and other.access >= SYMPATHISER]
    tradecraft = body.skills[TRADECRAFT]
    better = sum(1 for other in others if other.skills[TRADECRAFT] >= tradecraft)
    useful = (0.4 + 0.2 * tradecraft) / (1 + 0.5 * better)
    return useful * (0.5 if outlook.is_legal(body.id) else 1) * min(1, outlook.turns_left / 4)


def _route_worth(outlook: CenterOutlook, body: Body, person: Sighting) -> float:
    """What a person in an area is worth as a sponsor, by the rapport there is already."""
    if person.access >= body.access:
        return 0
    nearness = NEARNESS[outlook.contacts[body.id].get(person.id, 0)]
    far = 0.6 if body.access == OUTSIDER and person.access > HOUSEHOLD else 1
    return nearness * outlook.way_in(body) * (1.3 if person.access == HOUSEHOLD else 1) * far
