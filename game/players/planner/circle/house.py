"""To keep the house: walls, guards, a watch, closed doors, and another country when this one has had enough."""

from collections.abc import Iterator
from functools import partial

from game.players.planner.circle.attempts import attempt, decision
from game.players.planner.circle.outlook import CircleOutlook
from game.players.planner.outlook import order
from game.players.planner.proposals import Idea, Proposal, Thought
from game.rules.dice import Dice
from game.rules.nouns import HOUSE, HOUSEHOLD, OLD_MAN, SKILL_INDEX
from game.rules.state import Body
from game.rules.words import SecurityWithin, ToleranceWithin

TRUSTED = 0.10
"""Up to this doubt somebody may be called to the house."""
GOOD_ANALYST = 3
LITTLE_PATIENCE = 2
"""Below this tolerance of the host it is time to go, if there is anywhere to go to."""
LONG_STAY = 12
"""After so many turns in a house all of it is known that can be known."""
MOST_IMPATIENT = 0.5
"""How likely a host loses some patience in a turn, at most."""
FOUND_AGAIN = 7
"""It takes Moscow more turns than this to find him in another country, to learn his habits anew and to prepare anew."""
LEAST_GAIN = 0.5
"""What is worth less than this is not even considered."""


def keep_house(outlook: CircleOutlook) -> Iterator[Thought]:
    """All that keeps the Old Man safe where he is."""
    yield from _fortify(outlook)
    yield from _watch(outlook)
    yield from _call_people(outlook)
    yield from _hide(outlook)
    yield from _petition(outlook)
    yield from _move_house(outlook)


def keep_gate_or_walls(outlook: CircleOutlook, dice: Dice) -> Iterator[Proposal]:
    """Gate or walls: whichever strike seems nearer is the likelier, so that the other side can never count on it."""
    plan = outlook.plan
    alone, party = outlook.lone_danger**plan.resolute, outlook.raid_danger**plan.resolute
    gate = round(100 * alone / (alone + party))
    strikes = [strike.id for strike in outlook.view.catalogue.strikes]
    if len(strikes) == 1:  # nobody comes by the other way
        gate = round(gate + plan.only_strike * (100 * ("lone_hand" in strikes) - gate))
    turns = int(outlook.view.turn // max(1.0, plan.settled))
    wanted = "keep_gate" if dice.percent(turns, HOUSE, "gate or walls") <= gate else "keep_walls"
    if wanted in outlook.operations and outlook.may(wanted, HOUSE):
        yield Proposal(order=order(wanted, HOUSE), goal="guards", worth=1)


def _fortify(outlook: CircleOutlook) -> Iterator[Idea]:
    if not outlook.is_possible("fortify"):
        return
    worth = wall_worth(outlook) - outlook.price_of("fortify")
    for body in outlook.hands:
        if outlook.is_there(body):
            yield decision(outlook, "fortify", body.id, worth=worth, goal="walls")


def wall_worth(outlook: CircleOutlook) -> float:
    """What one more point of security is worth where he lives."""
    view = outlook.view
    gain = outlook.plan.fortify * min(1, (outlook.turns_left + 2) / 8)
    return gain + outlook.aim_for(SecurityWithin, view.security.get(view.seat, 0), view.seat)


def _watch(outlook: CircleOutlook) -> Iterator[Idea]:
    """Watch the seat, and other areas where something has been noticed of late."""
    areas: dict[str, float] = {}
    watch = outlook.plan.watch * outlook.use_of_eyes
    if outlook.seat_area:
        areas[outlook.seat_area] = watch * (0.7 + 0.6 * outlook.danger)
    for clue in outlook.recent_clues:
        area = outlook.areas[clue.place]
        if area != outlook.seat_area:
            areas[area] = areas.get(area, 0) + watch * 0.25
    for body in outlook.best_at("analysis", outlook.hands, most=3):
        gain = areas.get(outlook.areas[body.place], 0)
        if gain > 0:
            most = outlook.most_from("watch", gain) * outlook.analysis(body) / 3 * (1 - outlook.doubts[body.id])
            kind = f"watch {outlook.areas[body.place]}"
            yield (most, body.id, partial(_watch_from, outlook, body, gain, kind), kind)


def _watch_from(outlook: CircleOutlook, body: Body, gain: float, kind: str) -> Proposal | None:
    if not outlook.may("watch", body.id):
        return None
    worth = gain * outlook.chance("watch", body.id) * outlook.analysis(body) / 3
    worth *= 1 - outlook.doubts[body.id]
    return Proposal(order=order("watch", body.id), goal="watch", worth=worth, kind=kind)


def _call_people(outlook: CircleOutlook) -> Iterator[Idea]:
    """Bring strong and trusted hands to the seat while guards are few, and an analyst if there is none."""
    need = outlook.guard_need()
    lacks_analyst = not any(
        outlook.is_there(body) and outlook.analysis(body) >= GOOD_ANALYST and outlook.doubts[body.id] < TRUSTED
        for body in outlook.hands
    )
    if not outlook.seat_area or outlook.turns_left < 2 or not (need or lacks_analyst):
        return
    for body in outlook.hands:
        if outlook.is_there(body) or outlook.doubts[body.id] >= TRUSTED:
            continue
        worth = min(outlook.guard_points(body), need) * outlook.plan.recruit_guard / 2
        worth -= 0.3 * body.skills[SKILL_INDEX["charm"]]
        if lacks_analyst and outlook.analysis(body) >= GOOD_ANALYST:
            worth += outlook.plan.watch
        if body.access == HOUSEHOLD:
            worth += 2
        yield decision(outlook, "move", body.id, outlook.view.seat, worth=worth, goal="guards", kind="call")


def _hide(outlook: CircleOutlook) -> Iterator[Proposal]:
    if (outlook.alarms or outlook.plan.unseen) and outlook.may("hide", OLD_MAN):
        worth = max(lost_trail_worth(outlook), outlook.plan.unseen) - outlook.influence_worth
        yield Proposal(order=order("hide", OLD_MAN), goal="hide", worth=worth)


def lost_trail_worth(outlook: CircleOutlook) -> float:
    """What it is worth that what was learnt of his habits is worth less, as by hiding."""
    return outlook.plan.hide * outlook.alarms * outlook.danger


def _petition(outlook: CircleOutlook) -> Iterator[Idea]:
    """Keep the host country patient, and look for another in good time."""
    speakers = outlook.best_at("charm", outlook.hands)
    for country in dict.fromkeys(house.country for house in outlook.view.catalogue.houses):
        gain = welcome_worth(outlook, country)
        if gain < LEAST_GAIN:
            continue
        for body in speakers:
            yield attempt(outlook, "petition", body.id, country, gain=gain, goal="asylum", kind=f"ask {country}")


def welcome_worth(outlook: CircleOutlook, country: str) -> float:
    """What one more point of the tolerance of a country in which he may live is worth; nothing where there is a visa already."""
    view = outlook.view
    tolerance, pushed = view.countries[country].tolerance, bool(view.ordered_out or view.interned)
    if country == view.asylum:
        gain = 30.0 if pushed else outlook.plan.tolerance * 6 / (1 + tolerance) ** 1.5
        if outlook.plan.stay and not pushed:
            gain = gain + outlook.plan.stay * _kept_on(outlook, tolerance) if outlook.time_to_deport >= 0 else 0.0
    elif country in view.visas:
        return 0.0
    else:
        short = outlook.short_of_visa(country)
        host = view.countries[view.asylum].tolerance
        gain = (20.0 if pushed else max(0, 5 - host) * outlook.plan.tolerance) / short
        if country in outlook.doors:
            gain += outlook.plan.second_door / short
    return gain + outlook.aim_for(ToleranceWithin, tolerance, country)


def _kept_on(outlook: CircleOutlook, tolerance: int) -> float:
    """What one point of the host's tolerance more is worth because he may be deported: how likely it is the one that is wanting,
    if his hosts go on losing patience as they have done."""
    view, time = outlook.view, outlook.time_to_deport
    lost = view.catalogue.countries[view.asylum].tolerance - tolerance
    if not 0 < tolerance <= time or lost <= 0:
        return 0.0
    loses = min(MOST_IMPATIENT, lost / view.turn)
    return outlook.if_he_is_deported(time, tolerance, loses)


def _move_house(outlook: CircleOutlook) -> Iterator[Idea]:
    """Leave for the strongest house that is open: when ordered out or about to be, or when this one is too well known."""
    if not outlook.is_possible("relocate"):
        return
    view = outlook.view
    pushed = bool(view.ordered_out or view.interned)
    patience = view.countries[view.asylum].tolerance
    watched, silence = outlook.plan.move_house * outlook.alarms * outlook.danger, 2 * outlook.influence_worth
    for place in view.catalogue.houses:
        if place.id == view.seat:
            continue
        abroad = place.country != view.asylum
        worth = watched * (outlook.plan.lose_trail if abroad else 1) - silence
        worth += view.security.get(place.id, 0) - view.security.get(view.seat, 0)
        if abroad:
            worth += outlook.plan.roam * min(1, (view.turn - max(0, view.relocated)) / LONG_STAY)
            worth += 35 if pushed else max(0, LITTLE_PATIENCE - patience) * 8
            if outlook.turns_left <= FOUND_AGAIN:
                worth += outlook.plan.second_door
            elif outlook.plan.second_door and not pushed:
                continue  # the door is kept for when nobody can follow in time
        worth -= outlook.price_of("relocate")
        yield decision(outlook, "relocate", OLD_MAN, place.id, worth=worth, goal="asylum", kind="relocate")
