"""The numbers that chances and conditions look at, each read off a sight as a range."""

from typing import assert_never

from game.rules.nouns import HOUSEHOLD, SKILL_INDEX, SYMPATHISER
from game.rules.sight import Call, Range, Sight
from game.rules.words import Stat, Whom

UNKNOWN_SKILL: Range = (0, 5)


def measure(sight: Sight, stat: Stat, whom: Whom, call: Call) -> Range:
    """The least and the most that `stat` of `whom` can be, as far as this sight knows."""
    person = call.target if whom is Whom.TARGET else call.agent
    match stat:
        case Stat.TRADECRAFT | Stat.CHARM | Stat.NERVE | Stat.ANALYSIS | Stat.FORCE:
            skills = sight.skills(person)
            return UNKNOWN_SKILL if skills is None else _exactly(skills[SKILL_INDEX[stat.value]])
        case Stat.COVER:
            return sight.cover(person)
        case Stat.COVER_MISSING:
            low, high = sight.cover(person)
            most = sight.catalogue.numbers.bounds.cover
            return (most - high, most - low)
        case Stat.LOYALTY:
            return sight.loyalty(person)
        case Stat.LOYALTY_MISSING:
            low, high = sight.loyalty(person)
            steady = sight.catalogue.numbers.defection.steady
            return (max(0, steady - high), max(0, steady - low))
        case Stat.DOUBT:
            return sight.doubt(person)
        case Stat.ACCESS:
            access = sight.access(person)
            return (1, 4) if access is None else _exactly(access)
        case Stat.RAPPORT:
            return _exactly(sight.rapport(call.agent, call.target))
        case Stat.HOUSEHOLD_RAPPORT:
            return _exactly(sight.household_rapport(call.agent))
        case Stat.FREE_CONTACTS:
            skills = sight.skills(call.agent)
            charm = skills[SKILL_INDEX["charm"]] if skills else 1
            return _exactly(max(1, charm) - sight.contacts(call.agent))
        case Stat.RINGS_SHORT:
            access = sight.access(person)
            return (0, 2) if access is None else _exactly(SYMPATHISER - max(HOUSEHOLD, access - 1))
        case Stat.LEVERS_KNOWN:
            return _exactly(sight.levers_known(call.target))
        case Stat.GUARDS:
            return _guards(sight, whom, call)
        case Stat.SECURITY:
            return sight.security()
        case Stat.SECURITY_INSIDE:
            return sight.security() if sight.access(person) == HOUSEHOLD + 1 else (0, 0)
        case Stat.SECURITY_ROOM:
            low, high = sight.security()
            cap = sight.security_cap()
            return (cap - high, cap - low)
        case Stat.ALERT | Stat.POLICE | Stat.TOLERANCE | Stat.LEVERAGE:
            return _of_country(sight, stat, whom, call)
        case Stat.INFLUENCE:
            return _exactly(sight.influence())
        case Stat.TRACK:
            return _exactly(sight.track())
        case Stat.FALSE_TRACK:
            return sight.false_track()
        case Stat.PREPARATION:
            return _exactly(sight.preparation())
        case Stat.EXTRA_FUNDS:
            return _exactly(call.extra)
        case Stat.RAIDERS_FORCE:
            return _exactly(sight.raiders_force())
        case Stat.MOLE_AT_SEAT:
            return _exactly(sight.mole_at_seat())
        case Stat.OTHER_MOLE:
            place = sight.place(call.agent)
            return _exactly(sight.other_mole(call.agent, sight.catalogue.area(place)) if place else 0)
        case Stat.SECTIONS:
            place = call.target if whom is Whom.THERE else sight.place(call.agent)
            return _exactly(sight.sections(sight.catalogue.area(place)) if place else 0)
        case Stat.QUIET_VETTING:
            return _exactly(sight.quiet_vetting(call.target))
        case Stat.QUIET_HIDING:
            return _exactly(sight.quiet_hiding())
        case Stat.QUIET_RELOCATION:
            return _exactly(sight.quiet_relocation())
        case _:
            assert_never(stat)


def country_of(sight: Sight, whom: Whom, call: Call) -> str:
    """The country that `here`, `there` or `seat` means in this call; empty if this sight cannot know."""
    catalogue = sight.catalogue
    if whom is Whom.SEAT:
        return sight.asylum()
    if whom in (Whom.THERE, Whom.TARGET):
        if call.target in catalogue.countries:
            return call.target
        place: str | None = call.target if call.target in catalogue.places else sight.place(call.target)
    else:
        place = sight.place(call.agent)
    return catalogue.places[place].country if place else ""


def _of_country(sight: Sight, stat: Stat, whom: Whom, call: Call) -> Range:
    country = country_of(sight, whom, call)
    if not country:
        return (0, 0)
    definition = sight.catalogue.countries[country]
    if stat is Stat.ALERT:
        return _exactly(sight.alert(country))
    if stat is Stat.TOLERANCE:
        return _exactly(sight.tolerance(country))
    return _exactly(definition.police if stat is Stat.POLICE else definition.leverage)


def _guards(sight: Sight, whom: Whom, call: Call) -> Range:
    """Guards count at the seat; for a target only if he is of the household there."""
    seat = sight.seat()
    if whom is Whom.SEAT:
        return sight.guards()
    place = sight.place(call.target if whom is Whom.TARGET else call.agent)
    if place is None or seat is None:
        return (0, 0) if seat is None and sight.old_man_home() is False else (0, sight.guards()[1])
    if sight.catalogue.area(place) != sight.catalogue.area(seat):
        return (0, 0)
    if whom is Whom.TARGET and sight.access(call.target) != HOUSEHOLD:
        return (0, 0) if sight.access(call.target) is not None else (0, sight.guards()[1])
    return sight.guards()


def _exactly(number: int) -> Range:
    return (number, number)
