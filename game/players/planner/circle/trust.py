"""Whom to trust: vet, denounce, dismiss, send away, let in. Each is weighed by what a spy or a friend is worth."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.players.planner.circle.attempts import decision
from game.players.planner.circle.outlook import AT_WORK, CircleOutlook
from game.players.planner.proposals import ONLY_ONE, Idea
from game.rules.nouns import CITY, HOUSEHOLD, MOVEMENT, ORGANISATION, OUTSIDER, SYMPATHISER
from game.rules.state import Body

SUSPECT = 0.05
"""From this doubt on somebody is worth looking into."""
SENT_AWAY = 0.15
"""From this doubt on somebody is better employed elsewhere."""
VETTERS = 2
"""How many vetters are considered for one suspect."""
SHORT_SIGHTED = 1.6
"""One finding leads to others, so that looking is worth more than its next step shows."""


@dataclass(slots=True)
class Case:
    """What it is worth to denounce or dismiss somebody if he is Moscow's, and what it costs if he is not."""

    denounced_right: float
    denounced_wrong: float
    dismissed_right: float
    dismissed_wrong: float

    def denouncing(self, doubt: float) -> float:
        """The worth of denouncing somebody of this doubt."""
        return doubt * self.denounced_right - (1 - doubt) * self.denounced_wrong

    def dismissing(self, doubt: float) -> float:
        """The worth of dismissing somebody of this doubt."""
        return doubt * self.dismissed_right - (1 - doubt) * self.dismissed_wrong

    def best(self, doubt: float) -> float:
        """The worth of the best that can be done about somebody of this doubt."""
        trust = 1 - doubt
        denouncing = doubt * self.denounced_right - trust * self.denounced_wrong
        dismissing = doubt * self.dismissed_right - trust * self.dismissed_wrong
        if dismissing <= 0 and denouncing <= 0:
            return 0.0
        return max(dismissing, denouncing)


Vetter = tuple[float, str, float, float]
"""Somebody who may vet: his rank (the best lowest), his id, and how likely he finds a mole guilty, and an innocent."""


def weigh_trust(outlook: CircleOutlook) -> Iterator[Idea]:
    """All that can be done about one's own people."""
    cases = suspicions(outlook)
    for body in outlook.active if cases else ():
        if body.id in cases:
            yield from _judge(outlook, body, cases[body.id])
    if "admit" in outlook.operations:
        yield from _admit(outlook)
    yield from _vet(outlook, cases)
    yield from send_away(outlook)


def suspicions(outlook: CircleOutlook) -> dict[str, Case]:
    """What is at stake with each of those whom one doubts."""
    return {body.id: make_case(outlook, body) for body in outlook.active if outlook.doubts[body.id] >= SUSPECT}


def look_into(outlook: CircleOutlook) -> Iterator[Idea]:
    """Have suspects vetted."""
    yield from _vet(outlook, suspicions(outlook))


def make_case(outlook: CircleOutlook, body: Body) -> Case:
    """What is at stake with one suspect."""
    numbers = outlook.view.catalogue.numbers.denounce
    cost = numbers.wrong_agreed if body.id in outlook.agreed_on else numbers.wrong
    ring = body.access + 1
    here, friend = outlook.spy_worth(body), outlook.friend_worth(body)
    after = 0 if ring >= OUTSIDER else outlook.spy_worth(body, ring)
    return Case(
        denounced_right=numbers.right * outlook.influence_worth + here + outlook.aim_to_unmask,
        denounced_wrong=-cost * outlook.influence_worth + friend,
        dismissed_right=0.8 * (here - after),
        dismissed_wrong=_cost_of_dismissal(outlook, body),
    )


def _end(outlook: CircleOutlook, suspect: str, usual: str) -> str:
    """The kind of end that is served by doing something about a suspect: whoever is sent off cannot be vetted in the same turn,
    and whoever is denounced need not be sent off."""
    return f"{ONLY_ONE}about {suspect}" if outlook.plan.one_remedy else usual


def _cost_of_dismissal(outlook: CircleOutlook, body: Body) -> float:
    """What it costs to send an honest friend one ring out: a guard, or a hand, and some of his heart."""
    if body.access == HOUSEHOLD:
        return 1 + 3 * outlook.plan.guard * outlook.guard_missed(body)
    return 1 + 0.6 * outlook.friend_worth(body)


def _judge(outlook: CircleOutlook, body: Body, case: Case) -> Iterator[Idea]:
    doubt, grounds = outlook.doubts[body.id], 1 if body.id in outlook.on_file else outlook.plan.hearsay
    worths = {
        "denounce": grounds * case.denouncing(doubt),
        "feed": _feeding(outlook, body, doubt),
        "dismiss": case.dismissing(doubt),
    }
    for operation, worth in worths.items():
        if worth > 0:
            kind = _end(outlook, body.id, "movement")
            yield decision(outlook, operation, MOVEMENT, body.id, worth=worth, goal="spies", kind=kind)


def _feeding(outlook: CircleOutlook, body: Body, doubt: float) -> float:
    """False news is worth most when a strike is near, and nothing from one who sees nothing of the house."""
    if "feed" not in outlook.operations:
        return 0
    near = body.access == HOUSEHOLD or (body.access == ORGANISATION and outlook.is_there(body))
    gain = outlook.plan.feed * outlook.danger if near else 0
    heart = outlook.view.catalogue.numbers.feeding.loses_heart / 100
    return doubt * gain - (1 - doubt) * heart - outlook.price_of("feed")


def _admit(outlook: CircleOutlook) -> Iterator[Idea]:
    """Hands are needed, and guards; a newcomer may be somebody else's."""
    room = max(outlook.view.catalogue.numbers.guards.most + AT_WORK - sum(outlook.guards.values()), 0)
    time = min(1, outlook.turns_left / 4)
    for body in outlook.active:
        if body.access == SYMPATHISER:
            gain = 12 * outlook.plan.hand / (4 + len(outlook.hands))
        elif body.access == ORGANISATION and outlook.is_there(body):
            gain = min(room, outlook.guard_points(body)) * outlook.plan.recruit_guard
        else:
            continue
        doubt = outlook.doubts[body.id]
        harm = outlook.spy_worth(body, body.access - 1) - outlook.spy_worth(body) * 0.5
        worth = (1 - doubt) * gain * time - doubt * harm
        if worth > 0:
            yield decision(outlook, "admit", MOVEMENT, body.id, worth=worth, goal="hands", kind="movement")


def _vet(outlook: CircleOutlook, cases: Mapping[str, Case]) -> Iterator[Idea]:
    """Look into those about whom a finding would change what is done."""
    if not cases or not outlook.is_possible("vet"):
        return
    areas = {suspect: outlook.areas[outlook.view.bodies[suspect].place] for suspect in cases}
    vetters = {area: sorted(_vetters_in(outlook, area)) for area in dict.fromkeys(areas.values())}
    for suspect, case in cases.items():
        doubt = outlook.doubts[suspect]
        now, kind = case.best(doubt), _end(outlook, suspect, f"vet {suspect}")
        for vetter in [one for one in vetters[areas[suspect]] if one[1] != suspect][:VETTERS]:
            worth = _finding_worth(outlook, vetter, doubt, case, now)
            if worth > 0:
                yield decision(outlook, "vet", vetter[1], suspect, worth=worth, goal="vetting", kind=kind)


def _vetters_in(outlook: CircleOutlook, area: str) -> Iterator[Vetter]:
    numbers, areas = outlook.view.catalogue.numbers.vetting, outlook.areas
    for body in outlook.hands:
        if areas[body.place] == area:
            doubt, analysis = outlook.doubts[body.id], outlook.analysis(body)
            honest, found = 1 - doubt, (numbers.base + numbers.analysis * analysis + numbers.cover * numbers.assumed_cover) / 100
            if_innocent = honest * numbers.false_alarm / 100 + doubt * numbers.mole_accuses / 100
            yield (-analysis * honest**2, body.id, honest * found, if_innocent)


def _finding_worth(outlook: CircleOutlook, vetter: Vetter, doubt: float, case: Case, now: float) -> float:
    """What will be done after either finding, against what is done now."""
    _, _, if_mole, if_innocent = vetter
    guilty = doubt * if_mole + (1 - doubt) * if_innocent
    if not 0 < guilty < 1:
        return 0
    blamed, cleared = doubt * if_mole / guilty, doubt * (1 - if_mole) / (1 - guilty)
    after = guilty * case.best(blamed) + (1 - guilty) * case.best(cleared)
    return SHORT_SIGHTED * (after - now) + outlook.plan.vet * 0.1 * doubt * (1 - doubt)


def send_away(outlook: CircleOutlook) -> Iterator[Idea]:
    """Who is doubted and not of the household is found work far from the house."""
    doubted = [body for body in outlook.hands if outlook.doubts[body.id] >= SENT_AWAY and body.access != HOUSEHOLD]
    away = _far_place(outlook) if doubted else ""
    for body in doubted if away else ():
        if outlook.is_there(body):
            doubt, gain = outlook.doubts[body.id], 0.7 * (outlook.spy_worth(body) - outlook.plan.spy_elsewhere)
            worth = doubt * gain - (1 - doubt) * 0.5
            kind = _end(outlook, body.id, f"away {body.id}")
            yield decision(outlook, "move", body.id, away, worth=worth, goal="spies", kind=kind)


def _far_place(outlook: CircleOutlook) -> str:
    """Where most sections are, away from the seat and not in the house's country."""
    catalogue = outlook.view.catalogue
    best, most = "", 0
    for place in catalogue.places.values():
        number = outlook.view.sections.get(catalogue.areas[place.id], 0)
        if place.country != outlook.view.asylum and CITY in place.kinds and number > most:
            best, most = place.id, number
    return best
