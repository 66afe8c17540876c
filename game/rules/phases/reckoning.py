"""Reckoning, with which a turn ends: police, lying low, reports, the track, defections, alert, asylum, influence."""

from game.rules import asylum
from game.rules.clues import notice
from game.rules.events import RECKONING, Change, EventKind
from game.rules.exposure import blow, defect, hunt, remember_areas
from game.rules.nouns import ACTIVE, CENTER, HOUSEHOLD, ILLEGAL, ORGANISATION, SYMPATHISER, TO_CENTER
from game.rules.numbers import chance_per_turn
from game.rules.records import changed
from game.rules.seeing import hear, hear_of_house, see_area, see_seat
from game.rules.turn import Turn
from game.rules.words import Meter

REPORTED, TRACK = EventKind.REPORTED, Meter.TRACK


def reckon(turn: Turn) -> None:
    """Everything that happens after the orders, in the rulebook's order."""
    turn.phase = RECKONING
    _hunt_strangers(turn)
    _lie_low(turn)
    _report(turn)
    if not turn.looked:
        turn.add_meter(TRACK, turn.numbers.track.unseen, CENTER)
    _lose_heart(turn)
    _calm_down(turn)
    asylum.judge(turn)
    asylum.ebb(turn)
    _count_demand(turn)
    remember_areas(turn)


def _hunt_strangers(turn: Turn) -> None:
    for person in list(turn.state.circle.strangers):
        if turn.is_active(person):
            hunt(turn, person)


def _lie_low(turn: Turn) -> None:
    """An illegal without an order of the Center's mends his cover."""
    busy = {order.agent for order in turn.orders.get(CENTER, ())}
    for person, file in list(turn.state.center.agents.items()):
        if file.cover >= file.legend or file.post is not ILLEGAL or person in busy or not turn.is_active(person):
            continue
        if turn.roll(person, "lies low", turn.numbers.cover.lying_low):
            turn.state.center.agents[person] = changed(file, cover=file.cover + 1)
            change = Change(what="cover", before=file.cover, after=file.cover + 1, of=person)
            turn.tell(EventKind.LAY_LOW, TO_CENTER, subject=person, changes=(change,))


def _report(turn: Turn) -> None:
    """Each mole with another of the Center's people in his country reports, and risks something by it."""
    bodies = turn.state.bodies
    for person in list(turn.state.center.agents):
        body = bodies[person]
        if body.access > SYMPATHISER or body.status is not ACTIVE or not _has_contact(turn, person):
            continue
        _report_from(turn, person)
        area = turn.area_of(person)
        reports = turn.numbers.reports
        if turn.roll(person, "report noticed", reports.risk_watched if area in turn.watched else reports.risk):
            of_the_house = turn.body(person).access == HOUSEHOLD and area == turn.seat_area()
            notice(turn, "report", person, inside=True, household=of_the_house)
            if turn.state.center.agents[person].post is ILLEGAL and turn.lose_cover(person, 1):
                blow(turn, person)


def _has_contact(turn: Turn, person: str) -> bool:
    places, bodies = turn.catalogue.places, turn.state.bodies
    country = places[bodies[person].place].country
    for other in turn.state.center.agents:
        body = bodies[other]
        if other != person and body.status is ACTIVE and places[body.place].country == country:
            return True
    return False


def _report_from(turn: Turn, person: str) -> None:
    access, area = turn.body(person).access, turn.area_of(person)
    seen, known = see_area(turn, area)
    reports = turn.numbers.reports
    with_him = bool(area) and area == turn.seat_area()
    changes: tuple[Change, ...] = ()
    if access == HOUSEHOLD and turn.seat_area():
        changes = (see_seat(turn, track=0, least=reports.track_household),)
        hear_of_house(turn, person)
    elif access == ORGANISATION and with_him:
        changes = (see_seat(turn, track=reports.track_organisation),)
    for change in changes:
        hear(turn, person, change)
    place = turn.body(person).place
    turn.tell(REPORTED, TO_CENTER, subject=person, place=place, people=seen, known=known, changes=changes)


def _lose_heart(turn: Turn) -> None:
    """While Moscow suspects everybody, illegals of little loyalty may go over."""
    numbers = turn.numbers.defection
    if turn.state.center.paranoia < numbers.paranoia:
        return
    for person, file in list(turn.state.center.agents.items()):
        if file.post is ILLEGAL and turn.is_active(person):
            if turn.state.secret.loyalty[person] <= numbers.loyalty:
                if turn.roll(person, "goes over", chance_per_turn(numbers.chance, turn.catalogue.step)):
                    defect(turn, person)


def _calm_down(turn: Turn) -> None:
    chance = chance_per_turn(turn.numbers.police.alert_falls, turn.catalogue.step)
    for country, now in list(turn.state.public.countries.items()):
        if now.alert and turn.roll(country, "alert falls", chance):
            turn.add_alert(country, -1)


def _count_demand(turn: Turn) -> None:
    """A demand of Moscow's that nobody answered makes it more suspicious."""
    center = turn.state.center
    if center.demand and not turn.recalled:
        change = turn.add_meter(Meter.PARANOIA, turn.numbers.paranoia.unmet_demand, CENTER)
        turn.tell(EventKind.DEMAND_UNMET, TO_CENTER, changes=(change,))
    center.demand = 0
