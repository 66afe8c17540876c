"""What single effects are worth to the Circle, at the prices by which its goals go anyway.

It prices influence, tolerance, its own funds, the Center's track, sections, and security where he lives. Moscow's paranoia,
preparation and funds, alert, rings, loyalty, and deeds count for nothing: it has no price for them by themselves.
"""

from collections.abc import Iterator
from functools import partial

from game.players.planner.circle.house import lost_trail_worth, wall_worth, welcome_worth
from game.players.planner.circle.outlook import CircleOutlook
from game.players.planner.circle.voice import section_worth
from game.players.planner.novel import country_named, funds_worth, moved_by, weigh_novel
from game.players.planner.proposals import Proposal
from game.rules.nouns import Side
from game.rules.sight import Call
from game.rules.words import AddMeter, AddSection, AddSecurity, AddTolerance, Effect, Meter


def try_novel(outlook: CircleOutlook) -> Iterator[Proposal]:
    """Whatever the scenario lets the Circle do that none of its other goals names."""
    return weigh_novel(outlook, partial(worth_of, outlook))


def worth_of(outlook: CircleOutlook, effect: Effect, call: Call) -> float:
    """What an effect of an order is worth, less than nothing if it does harm."""
    match effect:
        case AddMeter(meter=Meter.INFLUENCE, add=add):
            moved = moved_by(outlook.view.influence, add, outlook.view.catalogue.numbers.bounds.influence)
            return moved * outlook.influence_worth
        case AddTolerance(tolerance=where, add=add):
            return _tolerance(outlook, country_named(outlook, where, call), add)
        case _:
            return _for_later(outlook, effect, call) if outlook.turns_left else 0.0


def _for_later(outlook: CircleOutlook, effect: Effect, call: Call) -> float:
    """What an effect is worth of which nothing is left at the end."""
    match effect:
        case AddMeter(meter=Meter.FUNDS, add=add, of=of):
            return 0.0 if of is Side.CENTER else funds_worth(outlook, add)
        case AddMeter(meter=Meter.TRACK, add=add):
            return -add * lost_trail_worth(outlook) / max(1, -outlook.view.catalogue.numbers.track.hiding)
        case AddSecurity(security=where, add=add):
            return _security(outlook, where, add)
        case AddSection(section=where, add=add):
            return _section(outlook, _area_named(outlook, where, call), add)
        case _:
            return 0.0


def _tolerance(outlook: CircleOutlook, country: str, add: int) -> float:
    """Only countries in which he may live count."""
    view = outlook.view
    if not any(house.country == country for house in view.catalogue.houses):
        return 0.0
    moved = moved_by(view.countries[country].tolerance, add, view.catalogue.numbers.bounds.tolerance)
    return moved * welcome_worth(outlook, country)


def _security(outlook: CircleOutlook, where: str, add: int) -> float:
    """Only the house counts in which he lives."""
    view = outlook.view
    if where not in ("seat", view.seat):
        return 0.0
    return moved_by(view.security.get(view.seat, 0), add, view.catalogue.places[view.seat].security_cap) * wall_worth(outlook)


def _section(outlook: CircleOutlook, area: str, add: int) -> float:
    if not area:
        return 0.0
    bounds = outlook.view.catalogue.numbers.bounds
    return moved_by(outlook.view.sections.get(area, 0), add, bounds.sections) * section_worth(outlook)


def _area_named(outlook: CircleOutlook, name: str, call: Call) -> str:
    """The area that an effect names, or where the agent, the target or the house is; empty if that is not known."""
    match name:
        case "here":
            return outlook.area_of(call.agent)
        case "there":
            return outlook.areas[call.target] if call.target in outlook.areas else outlook.area_of(call.target)
        case "seat":
            return outlook.areas[outlook.view.seat]
        case _:
            return outlook.areas.get(name, name)
