"""What single effects are worth to the Center, at the prices by which its goals go anyway.

It prices influence, paranoia, track, preparation, its own funds, tolerance, alert, and the agent's rapport and ring. Security,
sections, the Circle's funds, rings and loyalty of others, and deeds count for nothing: it has no price for them by themselves.
"""

from collections.abc import Iterator
from functools import partial

from game.players.planner.center.hunt import A_LOOK, for_the_papers, track_wanted
from game.players.planner.center.inside import friend_worth, sponsor_worth
from game.players.planner.center.outlook import CenterOutlook
from game.players.planner.center.pressure import press_gain, voice_worth
from game.players.planner.novel import country_named, funds_worth, moved_by, weigh_novel
from game.players.planner.proposals import Proposal
from game.rules.nouns import HOUSEHOLD, OUTSIDER, Side
from game.rules.sight import Call
from game.rules.words import AddAlert, AddMeter, AddTolerance, Effect, Meter, Rapport, Ring, Stat, Whom


def try_novel(outlook: CenterOutlook) -> Iterator[Proposal]:
    """Whatever the scenario lets the Center do that none of its other goals names."""
    return weigh_novel(outlook, partial(worth_of, outlook))


def worth_of(outlook: CenterOutlook, effect: Effect, call: Call) -> float:
    """What an effect of an order is worth, less than nothing if it does harm."""
    match effect:
        case AddMeter(meter=Meter.INFLUENCE, add=add):
            return _influence(outlook, add)
        case AddMeter(meter=Meter.PARANOIA, add=add):
            return _paranoia(outlook, add)
        case AddTolerance(tolerance=where, add=add):
            return _tolerance(outlook, country_named(outlook, where, call), add)
        case _:
            return _for_later(outlook, effect, call) if outlook.turns_left else 0.0


def _for_later(outlook: CenterOutlook, effect: Effect, call: Call) -> float:
    """What an effect is worth of which nothing is left at the end."""
    match effect:
        case AddMeter(meter=Meter.FUNDS, add=add, of=of):
            return 0.0 if of is Side.CIRCLE else funds_worth(outlook, add)
        case AddMeter(meter=Meter.TRACK, add=add):
            return _track(outlook, add)
        case AddMeter(meter=Meter.PREPARATION, add=add):
            return _preparation(outlook, add)
        case AddAlert(alert=where, add=add):
            return _alert(outlook, country_named(outlook, where, call), add)
        case Rapport(rapport=Whom.TARGET):
            return _rapport(outlook, effect, call)
        case Ring(ring=Whom.AGENT, closer=closer):
            return _ring(outlook, call.agent, closer)
        case _:
            return 0.0


def _influence(outlook: CenterOutlook, add: int) -> float:
    """The first point taken from him counts as for those who smear him; a point given him harms no less."""
    first = voice_worth(outlook)
    if add > 0:
        return -add * max(first, outlook.influence_price)
    taken = min(-add, outlook.view.influence)
    return first + (taken - 1) * outlook.influence_price if taken else 0.0


def _paranoia(outlook: CenterOutlook, add: int) -> float:
    """Point by point, since each counts for more than the one before; and where Moscow's patience ends, the game."""
    now, numbers = outlook.view.paranoia, outlook.view.catalogue.numbers
    if add <= 0:
        return sum(outlook.paranoia_price_at(now - step) for step in range(min(-add, now)))
    cost = sum(outlook.paranoia_price_at(now + step) for step in range(add))
    return -cost if now + add < numbers.paranoia.lost_at else numbers.scores.hunters_hunted - cost


def _track(outlook: CenterOutlook, add: int) -> float:
    """Points count until there are as many as a strike wants, or his papers; nothing before he is found."""
    view = outlook.view
    if not view.seat:
        return 0.0
    moved = moved_by(view.track, add, view.catalogue.numbers.bounds.track)
    if not view.catalogue.has_strikes:
        return moved * for_the_papers(outlook) / A_LOOK + _pulled(outlook, Meter.TRACK, moved)
    wanted = track_wanted(outlook)
    useful = min(view.track + moved, wanted) - min(view.track, wanted)
    return useful * outlook.plan.track + _pulled(outlook, Meter.TRACK, moved)


def _preparation(outlook: CenterOutlook, add: int) -> float:
    """Points count until there are as many as a strike needs, and further ones less."""
    view, plan = outlook.view, outlook.plan
    moved = moved_by(view.preparation, add, view.catalogue.numbers.bounds.preparation)
    if not view.catalogue.has_strikes:
        return _pulled(outlook, Meter.PREPARATION, moved)
    needed = outlook.need("lone_hand" if outlook.insiders else "raid", Stat.PREPARATION)
    useful = min(view.preparation + moved, needed) - min(view.preparation, needed)
    return useful * plan.prepare + (moved - useful) * plan.prepare_more + _pulled(outlook, Meter.PREPARATION, moved)


def _pulled(outlook: CenterOutlook, meter: Meter, moved: int) -> float:
    """What it is worth for open directives that a meter has moved; less than nothing if it has moved away."""
    return outlook.goal_pull(meter, moved) - outlook.goal_pull(meter, -moved)


def _tolerance(outlook: CenterOutlook, country: str, add: int) -> float:
    if not country:
        return 0.0
    moved = moved_by(outlook.view.countries[country].tolerance, add, outlook.view.catalogue.numbers.bounds.tolerance)
    return -moved * press_gain(outlook, country) if moved else 0.0


def _alert(outlook: CenterOutlook, country: str, add: int) -> float:
    """A country on the alert costs as much as an alarm where he lives or one's own people are, else nothing."""
    view = outlook.view
    countries = {view.asylum, *(view.catalogue.places[body.place].country for body in outlook.active)}
    if country not in countries:
        return 0.0
    return -outlook.plan.alarm * moved_by(view.countries[country].alert, add, view.catalogue.numbers.bounds.alert)


def _rapport(outlook: CenterOutlook, effect: Rapport, call: Call) -> float:
    """What it is worth to the agent to know somebody better, as for those who make friends."""
    body, person = outlook.view.bodies[call.agent], outlook.view.sightings.get(call.target)
    if person is None or call.target in outlook.view.agents:
        return 0.0
    now, most = outlook.contacts[body.id].get(person.id, 0), outlook.view.catalogue.numbers.bounds.rapport
    moved = moved_by(now, effect.add if effect.set is None else effect.set - now, most)
    if moved > 0:
        return moved * friend_worth(outlook, body, person)
    return moved * sponsor_worth(outlook, body, person, max(0, now - 1)) if moved else 0.0


def _ring(outlook: CenterOutlook, agent: str, closer: int) -> float:
    """What it is worth to have the agent in the ring to which he comes, or that he has to leave."""
    body = outlook.view.bodies[agent]
    ring = max(HOUSEHOLD, min(OUTSIDER, body.access - closer))
    if ring < body.access:
        return outlook.ring_worth(body, ring)
    return -outlook.ring_worth(body, body.access) if ring > body.access else 0.0
