"""The Center and its own people: looked into before they go over, called home when Moscow demands it."""

from collections.abc import Iterator

from game.players.planner.center.outlook import CenterOutlook
from game.players.planner.outlook import order
from game.players.planner.proposals import Proposal
from game.rules.nouns import SYMPATHISER, Post
from game.rules.numbers import chance_per_turn
from game.rules.state import AgentFile, Body

NEARLY_LOST = 3
"""So near to the end of Moscow's patience somebody is called home unasked."""
AHEAD = 12
"""For how many turns to come it is reckoned whether somebody may go over."""
UNREAD = 0.35
"""How likely somebody is doubtful of whom nothing is known."""
HEARTENED = 0.8
"""How likely somebody doubtful stays for being spoken to once."""
CALM = 0.15
"""What an inspection is worth while Moscow trusts its people, beside what it is worth when it does not."""


def look_into(outlook: CenterOutlook) -> Iterator[Proposal]:
    """Inspect those who may go over, the dearest first. One look at each is enough for a turn."""
    if "inspect" not in outlook.operations:
        return
    doubtful = [body for body in outlook.active if outlook.view.agents[body.id].loyalty != "steady"]
    for body in doubtful:
        gain = _loss_of(outlook, body) * HEARTENED
        for inspector in outlook.active:
            if _are_near(outlook, inspector, body) and outlook.may("inspect", inspector.id, body.id):
                worth = gain - outlook.traces_cost("inspect", inspector.id)
                kind = f"!inspect {body.id}"
                yield Proposal(order=order("inspect", inspector.id, body.id), goal="loyalty", worth=worth, kind=kind)


def _are_near(outlook: CenterOutlook, one: Body, other: Body) -> bool:
    places = outlook.view.catalogue.places
    return one.id != other.id and places[one.place].country == places[other.place].country


def _loss_of(outlook: CenterOutlook, body: Body) -> float:
    """What it would cost if somebody went over, by how likely that is."""
    view, numbers = outlook.view, outlook.view.catalogue.numbers
    file = view.agents[body.id]
    stays = 1 - chance_per_turn(numbers.defection.chance, view.catalogue.step) / 100
    leaves = 1 - stays ** min(AHEAD, outlook.turns_left) if file.post is Post.ILLEGAL else 0.0
    if view.paranoia < numbers.defection.paranoia:
        leaves *= CALM
    if view.demand and outlook.may("recall", body.id):  # whoever is called home next had better be sure to go
        leaves = max(leaves, numbers.defection.recalled_per_point / 100)
    loss = numbers.paranoia.defection * outlook.paranoia_price + outlook.worth_of(body.id)
    return leaves * loss * _likely_doubtful(file)


def _likely_doubtful(file: AgentFile) -> float:
    return {"steady": 0.0, "doubtful": 1.0}.get(file.loyalty, UNREAD)


def obey(outlook: CenterOutlook) -> Iterator[Proposal]:
    """Call somebody home when Moscow demands it, or before its patience ends."""
    view = outlook.view
    numbers = view.catalogue.numbers.paranoia
    gain = -numbers.recall * outlook.paranoia_price
    if view.demand:
        gain += numbers.unmet_demand * outlook.paranoia_price
    elif view.paranoia < numbers.lost_at - NEARLY_LOST:
        return
    for body in outlook.active:
        if body.access < SYMPATHISER or not outlook.may("recall", body.id):
            continue
        file = view.agents[body.id]
        lost = outlook.worth_of(body.id) - (outlook.paranoia_price if file.officer else 0)
        if file.burnt:
            lost *= 0.3
        lost += 6 * _likely_doubtful(file)
        if file.post is Post.LEGAL:
            lost *= 0.5
        if outlook.is_there(body):
            lost += 4
        yield Proposal(order=order("recall", body.id), goal="obey", worth=gain - lost, kind="recall")
