"""What else serves the Center: his voice made smaller, papers taken and forged, governments spoken to, friends removed."""

from collections.abc import Iterator

from game.players.planner.center.outlook import CenterOutlook
from game.players.planner.outlook import order
from game.players.planner.proposals import Proposal
from game.rules.nouns import HOUSEHOLD, SYMPATHISER
from game.rules.state import Sighting
from game.rules.words import Meter, Unmasked

FAINT = 4
"""From this influence down every point may silence him for good."""
LAST_TURNS = 13
"""When the end is so near, what is silenced may stay silent."""
FEW_GUARDS = 3


def press_on(outlook: CenterOutlook) -> Iterator[Proposal]:
    """Proposals that spend a spare signal well."""
    voice = _voice_worth(outlook)
    for body in outlook.best_at("analysis", outlook.active, most=2):
        yield from _smear(outlook, body.id, voice)
    for body in outlook.active:
        yield from _steal(outlook, body.id, voice)
        yield from _press(outlook, body.id)
    yield from _forge(outlook)
    if "eliminate" in outlook.operations:
        yield from _eliminate(outlook, voice)


def _voice_worth(outlook: CenterOutlook) -> float:
    """What it is worth to take one point of influence from him."""
    worth = outlook.influence_price + outlook.goal_pull(Meter.INFLUENCE, -1)
    influence, turns = outlook.view.influence, outlook.turns_left + 1
    if influence == 0:
        return 0
    if influence <= FAINT:
        worth += 12 / influence
    if turns <= LAST_TURNS and influence <= turns:
        worth += outlook.plan.silence / influence * (1 - turns / (LAST_TURNS + 2))
    return worth


def _smear(outlook: CenterOutlook, agent: str, voice: float) -> Iterator[Proposal]:
    if outlook.may("smear", agent):
        worth = voice * outlook.chance("smear", agent)
        worth -= outlook.traces_cost("smear", agent) + outlook.fund_price(outlook.cost("smear"))
        yield Proposal(order=order("smear", agent), goal="voice", worth=worth, kind="smear")


def _steal(outlook: CenterOutlook, agent: str, voice: float) -> Iterator[Proposal]:
    if "steal" in outlook.view.spent or not outlook.may("steal", agent):
        return
    gain = outlook.influence_price + voice + outlook.paranoia_price + 2 * outlook.plan.fund
    if outlook.view.seat:
        gain += outlook.plan.track
    worth = gain * outlook.chance("steal", agent)
    worth -= outlook.traces_cost("steal", agent) + outlook.fund_price(outlook.cost("steal"))
    yield Proposal(order=order("steal", agent), goal="papers", worth=worth, kind="steal")


def _press(outlook: CenterOutlook, agent: str) -> Iterator[Proposal]:
    if not outlook.may("press", agent):
        return
    view = outlook.view
    place = outlook.sight.place(agent)
    country = view.catalogue.places[place].country if place else ""
    tolerance = view.countries[country].tolerance
    gain = outlook.against_welcome(country, tolerance)
    if country == view.asylum:
        gain += outlook.plan.press * 8 / (1 + tolerance)
        if view.interned:  # every point of patience that comes back sets him free
            gain += outlook.plan.keep_interned
    elif view.catalogue.numbers.asylum.visa_below <= tolerance:
        gain += outlook.plan.press * 1.5
    elif not gain:
        return
    worth = gain * outlook.chance("press", agent) - outlook.fund_price(outlook.cost("press"))
    worth -= outlook.traces_cost("press", agent)
    yield Proposal(order=order("press", agent), goal="asylum", worth=worth, kind=f"press {country}")


def _forge(outlook: CenterOutlook) -> Iterator[Proposal]:
    """Turn the Circle against its own: those who stand guard first."""
    targets = [person for person in outlook.known.get(outlook.seat_area, []) if person.access == HOUSEHOLD]
    if not targets or outlook.turns_left < 2:
        return
    latest = max(targets, key=lambda person: (person.turn, person.id))
    for body in outlook.best_at("analysis", outlook.active):
        if outlook.may("forge", body.id, latest.id):
            worth = outlook.plan.forge * outlook.chance("forge", body.id, latest.id)
            worth -= outlook.traces_cost("forge", body.id) + outlook.fund_price(outlook.cost("forge"))
            yield Proposal(order=order("forge", body.id, latest.id), goal="confusion", worth=worth, kind="forge")


def _eliminate(outlook: CenterOutlook, voice: float) -> Iterator[Proposal]:
    """Where guards are few, he is nearly silenced, or a directive asks for it, one friend fewer may be worth the noise."""
    price = outlook.plan.alarm + _exposure(outlook) + outlook.fund_price(outlook.cost("eliminate"))
    named = outlook.against_people
    most = voice + outlook.plan.eliminate * outlook.view.preparation + max(named.values(), default=0)
    for body in outlook.active if most > price else ():
        if outlook.is_legal(body.id) or body.access <= SYMPATHISER:
            continue
        loss = price + outlook.traces_cost("eliminate", body.id)
        here = outlook.known.get(outlook.view.catalogue.areas[body.place], [])
        if not here or most <= loss:
            continue
        worths = {one.id: named.get(one.id, 0) + _guard_worth(outlook, one) for one in here}
        person = max(here, key=lambda one: (worths[one.id], one.turn, one.id))
        gain = voice + worths[person.id]
        if gain > loss and outlook.may("eliminate", body.id, person.id):
            worth = gain * outlook.chance("eliminate", body.id, person.id) - loss
            yield Proposal(order=order("eliminate", body.id, person.id), goal="removal", worth=worth, kind="!eliminate")


def _guard_worth(outlook: CenterOutlook, person: Sighting) -> float:
    """What one guard fewer is worth where few are left and a strike is near."""
    if person.access > HOUSEHOLD or outlook.view.guards_seen < 0 or outlook.guards > FEW_GUARDS:
        return 0
    return outlook.plan.eliminate * outlook.view.preparation


def _exposure(outlook: CenterOutlook) -> float:
    """A directive may ask that nobody be unmasked: then noise costs more."""
    return 2.0 if any(isinstance(task.goal, Unmasked) for task, _ in outlook.open_tasks) else 0.0
