"""The targets of an order as a list shows them: each with what matters about it to whoever is to go there or meet him."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.rules.geography import turns_for
from game.rules.legality import Choice, ReasonKind, candidates, refuse
from game.rules.nouns import ACTIVE, IN_TRANSIT, OUTSIDER, SYMPATHISER, Limit, TargetKind
from game.rules.orders import Order
from game.rules.sights import sight_of
from game.rules.view import CenterView, CircleView, View
from game.rules.words import Ring
from game.ui.presenters.dates import opening_words
from game.ui.presenters.dossiers import loyalty_words
from game.ui.presenters.doubts import percent
from game.ui.presenters.people import hunted_words, person_words, ring_words, short_name, target_words
from game.ui.presenters.places import PersonHere, people_at, place_summary
from game.ui.presenters.reasons import target_refusal_words
from game.ui.words import Words

_OF_ONES_OWN = (TargetKind.NEARBY, TargetKind.OWN)
"""Of these anybody of one's own could be named if only he were where the agent is."""
_MET = (TargetKind.CONTACT, TargetKind.NEARBY)
"""Those who are where the agent is: that goes without saying."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRow:
    """One target of an operation with its two chances. `shorter` is the part of the note that is kept where there is no room
    for more; `tip` says more than stands in the row; `refusal` why it may not be named, now or beside the orders given: then
    there may be no `choice`."""

    target: str
    name: str
    note: str
    choice: Choice | None
    shorter: str = ""
    tip: str = ""
    refusal: str = ""


def target_rows(view: View, choices: tuple[Choice, ...], _: Words, orders: Sequence[Order] = ()) -> tuple[TargetRow, ...]:
    """The targets of an open operation. Of places the house comes first, then where friends and others are; of people, and of
    places that are alike, the best chance; of equals whoever is doubted most, or least where he is to be trusted more, and then
    who stands nearest. Last come those whom another of the `orders` given has taken, and those of whom it might be asked why they
    are not there, with the reason."""
    places = view.catalogue.places
    ranked = [_place_row(view, one, _) if one.order.target in places else _row(view, one, _) for one in choices]
    rows = [row for _rank, row in sorted(ranked, key=lambda entry: (*entry[0], entry[1].name))]
    busy = _taken(view, choices, orders)
    said = {target: _("{name} has that order", name=person_words(view, agent, _)) for target, agent in busy.items()}
    free = [row for row in rows if row.target not in said]
    taken = (replace(row, refusal=said[row.target]) for row in rows if row.target in said)
    return (*free, *taken, *_refused(view, choices, _))


def _refused(view: View, choices: Sequence[Choice], _: Words) -> tuple[TargetRow, ...]:
    """People and countries that might be named but for something that is known to stand against it. Places are on the map."""
    first = choices[0].order if choices else None
    operation = view.catalogue.operations[first.operation] if first is not None else None
    if first is None or operation is None or operation.target in (TargetKind.NONE, TargetKind.PLACE, TargetKind.SEAT):
        return ()
    sight, lawful = sight_of(view), {choice.order.target for choice in choices}
    reasons: dict[str, tuple[str, str]] = {}
    brief = _("not now")
    for target in candidates(view, sight, operation, first.agent):
        reason = refuse(view, replace(first, target=target), sight) if target not in lawful else None
        if reason is not None and reason.kind is ReasonKind.NEEDS:
            reasons[target] = target_refusal_words(reason, _), brief
    for person in view.bodies:
        if person not in lawful and person not in reasons and person != first.agent:
            why = _out_of_reach(view, operation.target, person, _)
            reasons |= {person: why} if why is not None else {}
    rows = (
        TargetRow(target=target, name=target_words(view, target), note="", choice=None, shorter=shorter, refusal=why)
        for target, (why, shorter) in reasons.items()
    )
    return tuple(sorted(rows, key=lambda row: row.name))


def _out_of_reach(view: View, kind: TargetKind, person: str, _: Words) -> tuple[str, str] | None:
    """Why somebody of one's own is none of the people whom an order could name, and the same shorter; nothing where it goes
    without saying."""
    body = view.bodies[person]
    if body.access > SYMPATHISER or kind is TargetKind.CONTACT:
        return None
    if body.status is IN_TRANSIT:
        return _("travelling"), _("travelling")
    if kind in _OF_ONES_OWN and body.status is ACTIVE:
        place = view.catalogue.places[body.place].name
        return _("not here, but in {place}", place=place), _("in {place}", place=place)
    return None


def _taken(view: View, choices: Sequence[Choice], orders: Sequence[Order]) -> dict[str, str]:
    """By whom a target has been taken that only one order of this kind may name."""
    first = choices[0].order if choices else None
    if first is None or view.catalogue.operations[first.operation].limit is not Limit.TARGET:
        return {}
    return {one.target: one.agent for one in orders if one.operation == first.operation and one.agent != first.agent}


def _place_row(view: View, choice: Choice, _: Words) -> tuple[tuple[int, ...], TargetRow]:
    """A place: how far it is, and who is there; before it by what it is ranked."""
    order, people = choice.order, people_at(view, choice.order.target, _)
    friends, days = _friends_among(view, order.agent, people), duration_words(view, order, _)
    who = ", ".join(short_name(view.name(friend)) for friend in friends)
    if order.target == view.seat:
        who = hunted_words(view.catalogue, _)
    elif not who and people:
        who = _.plural("{count} person", "{count} people", len(people))
    row = TargetRow(
        target=order.target,
        name=target_words(view, order.target),
        note=" · ".join(part for part in (days, who) if part),
        shorter=who or days,
        tip=" · ".join(part for part in (days, place_summary(view, order.target, _)) if part),
        choice=choice,
    )
    return (-(order.target == view.seat), -len(friends), -len(people), -choice.success.middle), row


def _friends_among(view: View, agent: str, people: tuple[PersonHere, ...]) -> tuple[str, ...]:
    """With whom of those who are somewhere an agent has rapport."""
    if not isinstance(view, CenterView) or agent not in view.agents:
        return ()
    return tuple(person.id for person in people if view.agents[agent].rapport_with(person.id))


def _row(view: View, choice: Choice, _: Words) -> tuple[tuple[int, ...], TargetRow]:
    """A person or a country; before it by what it is ranked."""
    target, operation = choice.order.target, view.catalogue.operations[choice.order.operation]
    face = view.faces.get(target)
    row = TargetRow(
        target=target,
        name=target_words(view, target),
        note=_note(view, choice.order, _),
        tip=face.about if face else "",
        choice=choice,
    )
    trusts = any(isinstance(effect, Ring) and effect.closer > 0 for effect in operation.do)
    doubt = _doubt_of(view, target) if trusts else -_doubt_of(view, target)
    return (-choice.success.middle, doubt, *_nearness(view, target)), row


def _nearness(view: View, target: str) -> tuple[int, int]:
    """Whether a person is the Center's own, who is not what it first looks for, and the ring as far as it is known."""
    body = view.bodies.get(target)
    if body is not None:
        return int(isinstance(view, CenterView)), body.access
    seen = view.sightings.get(target) if isinstance(view, CenterView) else None
    return 0, seen.access if seen is not None else OUTSIDER


def _note(view: View, order: Order, _: Words) -> str:
    if order.target in view.catalogue.countries:
        tolerance = _("tolerance {number}", number=view.countries[order.target].tolerance)
        standing = _standing(view, order.target, _)
        return f"{tolerance} · {standing}" if standing else tolerance
    kind = view.catalogue.operations[order.operation].target
    place = sight_of(view).place(order.target)
    where = view.catalogue.places[place].name if place else ""
    if isinstance(view, CenterView) and order.target in view.agents:
        what = _("ours") if kind is TargetKind.ROSTER else loyalty_words(view.agents[order.target].loyalty, _)
        return f"{what} · {where}"
    if isinstance(view, CircleView) and order.target in view.members:
        doubt = _("doubt {percent}%", percent=_doubt_of(view, order.target))
        return f"{doubt} · {where}" if where else doubt
    return _acquaintance(view, order, _) if isinstance(view, CenterView) and kind in _MET else where


def _standing(view: View, country: str, _: Words) -> str:
    """What a country has granted already: a visa that it has promised is not promised again."""
    if country == view.asylum:
        return _("gives asylum")
    return _("visa granted") if isinstance(view, CircleView) and country in view.visas else ""


def _acquaintance(view: CenterView, order: Order, _: Words) -> str:
    """How near the Old Man somebody stands whom one meets, and how well one knows him."""
    seen, agent = view.sightings.get(order.target), view.agents[order.agent]
    rapport = agent.rapport_with(order.target)
    parts = (ring_words(seen.access, _) if seen else "", _("rapport {number}", number=rapport) if rapport else "")
    return " · ".join(part for part in parts if part)


def _doubt_of(view: View, person: str) -> int:
    member = view.members.get(person) if isinstance(view, CircleView) else None
    return percent(member.doubt) if member else 0


def duration_words(view: View, order: Order, _: Words) -> str:
    """How long a journey takes, empty for anything else."""
    days = _days(view, order)
    return "" if days is None else _.plural("{count} day", "{count} days", days)


def journey_words(view: View, order: Order, _: Words) -> str:
    """How long a journey takes, and when it ends; empty for anything else."""
    days, catalogue = _days(view, order), view.catalogue
    if days is None:
        return ""
    arrives = view.turn + turns_for(days, catalogue)
    long = duration_words(view, order, _)
    if arrives > catalogue.turns:
        return _("{days}, and not before the end of it all", days=long)
    return _("{days}, there by {when}", days=long, when=opening_words(catalogue, arrives, "%B %Y", _))


def _days(view: View, order: Order) -> int | None:
    """The days of the journey to an order's target, if that is a place to which there is a way."""
    if order.target not in view.catalogue.places:
        return None
    sight = sight_of(view)
    origin = sight.place(order.agent) or sight.seat()
    if origin is None:
        return None
    journey = view.atlas.journeys(origin, view.closed_routes).get(order.target)
    return journey.days if journey else None
