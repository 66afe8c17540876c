"""Conditions about the whole game, asked of the truth: for the scenario's events and both sides' tasks."""

from game.rules.enrolment import is_waiting
from game.rules.nouns import Side, Status
from game.rules.state import GameState
from game.rules.turn import Turn
from game.rules.words import (
    All,
    Any,
    Condition,
    DateWithin,
    Interned,
    Is,
    Lives,
    Located,
    Meter,
    MeterWithin,
    Not,
    OwnInRing,
    PersonIs,
    SectionsHeld,
    SecurityWithin,
    StatWithin,
    ToleranceWithin,
    Unmasked,
    Visas,
)


def is_so(turn: Turn, condition: Condition, side: Side) -> bool:
    """Whether a condition holds now. `side` tells whose funds are meant where the word leaves it open."""
    state = turn.state
    match condition:
        case Not():
            return not is_so(turn, condition.not_, side)
        case All():
            return all(is_so(turn, part, side) for part in condition.all_)
        case Any():
            return any(is_so(turn, part, side) for part in condition.any_)
        case DateWithin():
            today = turn.catalogue.days[state.turn]
            return (condition.date.from_ or today) <= today <= (condition.date.to or today)
        case PersonIs():
            body = state.bodies.get(condition.person)
            return body is not None and body.status is condition.is_ and not is_waiting(state, condition.person)
        case MeterWithin():
            return _within(_meter(state, condition.meter, condition.of or side), condition.at_least, condition.at_most)
        case ToleranceWithin():
            country = state.public.countries[condition.tolerance]
            return _within(country.tolerance, condition.at_least, condition.at_most)
        case SecurityWithin():
            security = state.circle.security.get(condition.security, 0)
            return _within(security, condition.at_least, condition.at_most)
        case Located():
            return bool(state.center.seat) is condition.located
        case Lives(lives=name):
            if name in turn.catalogue.countries:
                return state.public.asylum == name
            return not state.circle.moving_to and turn.seat_area() == turn.catalogue.areas[name]
        case Interned():
            return bool(state.public.interned) is condition.interned
        case OwnInRing():
            return any(
                state.bodies[file.id].access <= condition.own_in_ring < file.start_access
                and state.bodies[file.id].status in (Status.ACTIVE, Status.IN_TRANSIT)
                for file in state.center.agents.values()
            )
        case SectionsHeld():
            return sum(state.circle.sections.values()) >= condition.sections
        case Unmasked():
            return state.secret.exposed >= condition.unmasked
        case Visas():
            others = [visa for visa in state.circle.visas if visa != state.public.asylum]
            return len(others) >= condition.visas
        case StatWithin() | Is():
            return False


def _meter(state: GameState, meter: Meter, side: Side) -> int:
    match meter:
        case Meter.FUNDS:
            return state.center.funds if side is Side.CENTER else state.circle.funds
        case Meter.PARANOIA:
            return state.center.paranoia
        case Meter.TRACK:
            return state.center.track
        case Meter.PREPARATION:
            return state.center.preparation
        case Meter.INFLUENCE:
            return state.public.influence


def _within(number: int, at_least: int | None, at_most: int | None) -> bool:
    return (at_least is None or number >= at_least) and (at_most is None or number <= at_most)
