"""Whom to trust: vet, denounce, dismiss, send away, let in. Each is weighed by what a spy or a friend is worth."""

from collections.abc import Iterator

from game.players.planner.circle.outlook import CircleOutlook
from game.players.planner.outlook import order
from game.players.planner.proposals import Proposal
from game.rules.doubt import two_vetters_agree
from game.rules.nouns import HOUSEHOLD, MOVEMENT, ORGANISATION, OUTSIDER, SYMPATHISER, PlaceKind
from game.rules.state import Body
from game.rules.words import Unmasked

SUSPECT = 0.05
"""From this doubt on somebody is worth looking into."""
SENT_AWAY = 0.15
"""From this doubt on somebody is better employed elsewhere."""
VETTERS = 2
"""How many vetters are considered for one suspect."""
SHORT_SIGHTED = 1.6
"""One finding leads to others, so that looking is worth more than its next step shows."""


def weigh_trust(outlook: CircleOutlook) -> Iterator[Proposal]:
    """All proposals about one's own people."""
    for body in outlook.active:
        yield from _judge(outlook, body)
        yield from _admit(outlook, body)
    yield from _vet(outlook)
    yield from _send_away(outlook)


def _judge(outlook: CircleOutlook, body: Body) -> Iterator[Proposal]:
    doubt = outlook.doubt(body.id)
    if doubt < SUSPECT:
        return
    if outlook.may("denounce", MOVEMENT, body.id):
        worth = _denouncing(outlook, body, doubt)
        yield Proposal(order=order("denounce", MOVEMENT, body.id), goal="spies", worth=worth, kind="movement")
    if outlook.may("feed", MOVEMENT, body.id):
        worth = _feeding(outlook, body, doubt)
        yield Proposal(order=order("feed", MOVEMENT, body.id), goal="spies", worth=worth, kind="movement")
    if outlook.may("dismiss", MOVEMENT, body.id):
        worth = _dismissing(outlook, body, doubt)
        yield Proposal(order=order("dismiss", MOVEMENT, body.id), goal="spies", worth=worth, kind="movement")


def _denouncing(outlook: CircleOutlook, body: Body, doubt: float) -> float:
    numbers = outlook.view.catalogue.numbers.denounce
    right = numbers.right * outlook.influence_worth + outlook.spy_worth(body) + outlook.aim_for(Unmasked, 0)
    agreed = two_vetters_agree(outlook.view.findings, body.id, outlook.view.turn - numbers.agreed_turns)
    cost = numbers.wrong_agreed if agreed else numbers.wrong
    wrong = -cost * outlook.influence_worth + outlook.friend_worth(body)
    return doubt * right - (1 - doubt) * wrong


def _feeding(outlook: CircleOutlook, body: Body, doubt: float) -> float:
    """False news is worth most when a strike is near, and nothing from one who sees nothing of the house."""
    near = body.access == HOUSEHOLD or (body.access == ORGANISATION and outlook.is_there(body))
    gain = outlook.plan.feed * outlook.danger if near else 0
    heart = outlook.view.catalogue.numbers.feeding.loses_heart / 100
    return doubt * gain - (1 - doubt) * heart - outlook.fund_price(outlook.cost("feed"))


def _dismissing(outlook: CircleOutlook, body: Body, doubt: float) -> float:
    ring = body.access + 1
    after = 0 if ring >= OUTSIDER else outlook.spy_worth(body, ring)
    right = outlook.spy_worth(body) - after
    return 0.8 * doubt * right - (1 - doubt) * (0.6 * outlook.friend_worth(body))


def _admit(outlook: CircleOutlook, body: Body) -> Iterator[Proposal]:
    """Hands are needed, and guards; a newcomer may be somebody else's."""
    if body.access not in (ORGANISATION, SYMPATHISER) or not outlook.may("admit", MOVEMENT, body.id):
        return
    doubt = outlook.doubt(body.id)
    if body.access == SYMPATHISER:
        gain = 12 * outlook.plan.hand / (4 + len(outlook.hands))
    else:
        room = outlook.view.catalogue.numbers.guards.most + 3 - sum(outlook.guards.values())
        gain = min(max(room, 0), outlook.guard_points(body)) * outlook.plan.recruit_guard
    harm = outlook.spy_worth(body, body.access - 1) - outlook.spy_worth(body) * 0.5
    worth = (1 - doubt) * gain * min(1, outlook.turns_left / 4) - doubt * harm
    yield Proposal(order=order("admit", MOVEMENT, body.id), goal="hands", worth=worth, kind="movement")


def _vet(outlook: CircleOutlook) -> Iterator[Proposal]:
    """Look into those about whom a finding would change what is done."""
    suspects = [body for body in outlook.active if outlook.doubt(body.id) >= SUSPECT]
    vetters_by_area: dict[str, list[Body]] = {}
    for body in sorted(outlook.hands, key=lambda one: (-outlook.analysis(one) * (1 - outlook.doubt(one.id)) ** 2, one.id)):
        vetters_by_area.setdefault(outlook.view.catalogue.areas[body.place], []).append(body)
    for suspect in suspects:
        area = outlook.view.catalogue.areas[suspect.place]
        vetters = [body for body in vetters_by_area.get(area, ()) if body.id != suspect.id]
        for body in vetters[:VETTERS]:
            worth = _finding_worth(outlook, body, suspect)
            if worth > 0 and outlook.may("vet", body.id, suspect.id):
                yield Proposal(order=order("vet", body.id, suspect.id), goal="vetting", worth=worth, kind=f"vet {suspect.id}")


def _finding_worth(outlook: CircleOutlook, vetter: Body, suspect: Body) -> float:
    """What will be done after either finding, against what is done now."""
    numbers = outlook.view.catalogue.numbers.vetting
    doubt, own = outlook.doubt(suspect.id), outlook.doubt(vetter.id)
    found = (numbers.base + numbers.analysis * outlook.analysis(vetter) + numbers.cover * numbers.assumed_cover) / 100
    if_mole = (1 - own) * found
    if_innocent = (1 - own) * numbers.false_alarm / 100 + own * numbers.mole_accuses / 100
    guilty = doubt * if_mole + (1 - doubt) * if_innocent
    if not 0 < guilty < 1:
        return 0
    blamed, cleared = doubt * if_mole / guilty, doubt * (1 - if_mole) / (1 - guilty)
    after = guilty * _best(outlook, suspect, blamed) + (1 - guilty) * _best(outlook, suspect, cleared)
    return SHORT_SIGHTED * (after - _best(outlook, suspect, doubt)) + outlook.plan.vet * 0.1 * doubt * (1 - doubt)


def _best(outlook: CircleOutlook, body: Body, doubt: float) -> float:
    """The worth of the best that can be done about a person of this doubt."""
    return max(0, _denouncing(outlook, body, doubt), _dismissing(outlook, body, doubt))


def _send_away(outlook: CircleOutlook) -> Iterator[Proposal]:
    """Who is doubted and not of the household is found work far from the house."""
    away = _far_place(outlook)
    if not away:
        return
    for body in outlook.hands:
        doubt = outlook.doubt(body.id)
        if body.access == HOUSEHOLD or doubt < SENT_AWAY or not outlook.is_there(body):
            continue
        if outlook.may("move", body.id, away):
            gain = 0.7 * (outlook.spy_worth(body) - outlook.plan.spy_elsewhere)
            worth = doubt * gain - (1 - doubt) * 0.5
            yield Proposal(order=order("move", body.id, away), goal="spies", worth=worth, kind=f"away {body.id}")


def _far_place(outlook: CircleOutlook) -> str:
    """Where most sections are, away from the seat and not in the house's country."""
    catalogue = outlook.view.catalogue
    best, most = "", 0
    for place in catalogue.places.values():
        number = outlook.view.sections.get(catalogue.areas[place.id], 0)
        if place.country != outlook.view.asylum and PlaceKind.CITY in place.kinds and number > most:
            best, most = place.id, number
    return best
