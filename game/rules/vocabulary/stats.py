"""The numbers that chances and conditions look at, each read off a sight as a range.

One small function for each word of `words.Stat`, found in `MEASURES`; a test holds that none is missing.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from game.rules.nouns import HOUSEHOLD, SKILL_INDEX, SYMPATHISER, Keep
from game.rules.sight import Call, Range, Sight
from game.rules.words import SEAT, TARGET, THERE, Stat, Whom

Measure = Callable[[Sight, Whom, Call], Range]
"""Reads one number off a sight: the least and the most that it can be, as far as the sight knows."""

CHARM, GATE = SKILL_INDEX[Stat.CHARM], Keep.GATE
UNKNOWN_SKILL: Range = (0, 5)
NOTHING: Range = (0, 0)


def country_of(sight: Sight, whom: Whom, call: Call) -> str:
    """The country that `here`, `there` or `seat` means in this call; empty if this sight cannot know."""
    catalogue = sight.catalogue
    if whom is SEAT:
        return sight.asylum()
    if whom is THERE or whom is TARGET:
        if call.target in catalogue.countries:
            return call.target
        place: str | None = call.target if call.target in catalogue.places else sight.place(call.target)
    else:
        place = sight.place(call.agent)
    return catalogue.places[place].country if place else ""


def _exactly(number: int) -> Range:
    return (number, number)


# -- people


def _skill(name: Stat) -> Measure:
    index = SKILL_INDEX[name]

    def measure_skill(sight: Sight, whom: Whom, call: Call) -> Range:
        skills = sight.skills(call.target if whom is TARGET else call.agent)
        return UNKNOWN_SKILL if skills is None else (skills[index], skills[index])

    return measure_skill


def _cover(sight: Sight, whom: Whom, call: Call) -> Range:
    return sight.cover(call.target if whom is TARGET else call.agent)


def _cover_missing(sight: Sight, whom: Whom, call: Call) -> Range:
    low, high = sight.cover(call.target if whom is TARGET else call.agent)
    most = sight.catalogue.numbers.bounds.cover
    return (most - high, most - low)


def _loyalty(sight: Sight, whom: Whom, call: Call) -> Range:
    return sight.loyalty(call.target if whom is TARGET else call.agent)


def _loyalty_missing(sight: Sight, whom: Whom, call: Call) -> Range:
    low, high = sight.loyalty(call.target if whom is TARGET else call.agent)
    steady = sight.catalogue.numbers.defection.steady
    return (max(0, steady - high), max(0, steady - low))


def _doubt(sight: Sight, whom: Whom, call: Call) -> Range:
    return sight.doubt(call.target if whom is TARGET else call.agent)


def _access(sight: Sight, whom: Whom, call: Call) -> Range:
    access = sight.access(call.target if whom is TARGET else call.agent)
    return (1, 4) if access is None else (access, access)


def _rapport(sight: Sight, whom: Whom, call: Call) -> Range:
    number = sight.rapport(call.agent, call.target)
    return (number, number)


def _household_rapport(sight: Sight, whom: Whom, call: Call) -> Range:
    return sight.household_rapport(call.agent)


def _free_contacts(sight: Sight, whom: Whom, call: Call) -> Range:
    skills = sight.skills(call.agent)
    free = ((skills[CHARM] or 1) if skills else 1) - sight.contacts(call.agent)
    return (free, free)


def _rings_short(sight: Sight, whom: Whom, call: Call) -> Range:
    access = sight.access(call.target if whom is TARGET else call.agent)
    return (0, 2) if access is None else _exactly(SYMPATHISER - max(HOUSEHOLD, access - 1))


def _levers_known(sight: Sight, whom: Whom, call: Call) -> Range:
    number = sight.levers_known(call.target)
    return (number, number)


def _quiet_vetting(sight: Sight, whom: Whom, call: Call) -> Range:
    number = sight.quiet_vetting(call.target)
    return (number, number)


# -- the house


def _guards(sight: Sight, whom: Whom, call: Call) -> Range:
    """Guards count at the seat; for a target only if he is of the household there."""
    if whom is SEAT:
        return sight.guards()
    seat = sight.seat()
    place = sight.place(call.target if whom is TARGET else call.agent)
    if place is None or seat is None:
        return NOTHING if seat is None and sight.old_man_home() is False else (0, sight.guards()[1])
    if sight.catalogue.areas[place] != sight.catalogue.areas[seat]:
        return NOTHING
    guarded = sight.in_household(call.target) if whom is TARGET else True
    if guarded is None:
        return (0, sight.guards()[1])
    return sight.guards() if guarded else NOTHING


def _guards_at(post: Keep) -> Measure:
    """Guards as they count against those who come to `post`: more where they keep it, fewer where they keep the other."""

    def measure_guards(sight: Sight, whom: Whom, call: Call) -> Range:
        numbers = sight.catalogue.numbers.guards
        low, high = sight.guards()
        kept = sight.keeps()
        ready, away = numbers.at_their_post, numbers.at_the_other
        if kept is not None:
            percent = ready if kept is post else away
            return (low * percent // 100, high * percent // 100)
        return (low * min(ready, away) // 100, high * max(ready, away) // 100)

    return measure_guards


def _gate_inside(sight: Sight, whom: Whom, call: Call) -> Range:
    """1 where the household keeps the gate against somebody who would step into it."""
    if sight.access(call.target if whom is TARGET else call.agent) != HOUSEHOLD + 1:
        return NOTHING
    kept = sight.keeps()
    return (0, 1) if kept is None else _exactly(int(kept is GATE))


def _security(sight: Sight, whom: Whom, call: Call) -> Range:
    return sight.security()


def _security_inside(sight: Sight, whom: Whom, call: Call) -> Range:
    return sight.security() if sight.access(call.target if whom is TARGET else call.agent) == HOUSEHOLD + 1 else NOTHING


def _security_room(sight: Sight, whom: Whom, call: Call) -> Range:
    low, high = sight.security()
    cap = sight.security_cap()
    return (cap - high, cap - low)


def _raiders_force(sight: Sight, whom: Whom, call: Call) -> Range:
    number = sight.raiders_force()
    return (number, number)


def _mole_at_seat(sight: Sight, whom: Whom, call: Call) -> Range:
    number = sight.mole_at_seat()
    return (number, number)


def _other_mole(sight: Sight, whom: Whom, call: Call) -> Range:
    place = sight.place(call.agent)
    return _exactly(sight.other_mole(call.agent, sight.catalogue.areas[place]) if place else 0)


# -- countries and areas


def _alert(sight: Sight, whom: Whom, call: Call) -> Range:
    country = country_of(sight, whom, call)
    return _exactly(sight.alert(country)) if country else NOTHING


def _tolerance(sight: Sight, whom: Whom, call: Call) -> Range:
    country = country_of(sight, whom, call)
    return _exactly(sight.tolerance(country)) if country else NOTHING


def _police(sight: Sight, whom: Whom, call: Call) -> Range:
    country = country_of(sight, whom, call)
    return _exactly(sight.catalogue.countries[country].police) if country else NOTHING


def _leverage(sight: Sight, whom: Whom, call: Call) -> Range:
    country = country_of(sight, whom, call)
    return _exactly(sight.catalogue.countries[country].leverage) if country else NOTHING


def _sections(sight: Sight, whom: Whom, call: Call) -> Range:
    place = call.target if whom is THERE else sight.place(call.agent)
    return _exactly(sight.sections(sight.catalogue.areas[place]) if place else 0)


# -- meters


def _influence(sight: Sight, whom: Whom, call: Call) -> Range:
    number = sight.influence()
    return (number, number)


def _track(sight: Sight, whom: Whom, call: Call) -> Range:
    number = sight.track()
    return (number, number)


def _false_track(sight: Sight, whom: Whom, call: Call) -> Range:
    return sight.false_track()


def _preparation(sight: Sight, whom: Whom, call: Call) -> Range:
    number = sight.preparation()
    return (number, number)


def _extra_funds(sight: Sight, whom: Whom, call: Call) -> Range:
    return _exactly(call.extra)


def _quiet_hiding(sight: Sight, whom: Whom, call: Call) -> Range:
    number = sight.quiet_hiding()
    return (number, number)


def _quiet_relocation(sight: Sight, whom: Whom, call: Call) -> Range:
    number = sight.quiet_relocation()
    return (number, number)


MEASURES: Mapping[Stat, Measure] = MappingProxyType(
    {
        Stat.TRADECRAFT: _skill(Stat.TRADECRAFT),
        Stat.CHARM: _skill(Stat.CHARM),
        Stat.NERVE: _skill(Stat.NERVE),
        Stat.ANALYSIS: _skill(Stat.ANALYSIS),
        Stat.FORCE: _skill(Stat.FORCE),
        Stat.COVER: _cover,
        Stat.COVER_MISSING: _cover_missing,
        Stat.LOYALTY: _loyalty,
        Stat.LOYALTY_MISSING: _loyalty_missing,
        Stat.DOUBT: _doubt,
        Stat.ACCESS: _access,
        Stat.RAPPORT: _rapport,
        Stat.HOUSEHOLD_RAPPORT: _household_rapport,
        Stat.FREE_CONTACTS: _free_contacts,
        Stat.RINGS_SHORT: _rings_short,
        Stat.LEVERS_KNOWN: _levers_known,
        Stat.GUARDS: _guards,
        Stat.GUARDS_AT_GATE: _guards_at(Keep.GATE),
        Stat.GUARDS_ON_WALLS: _guards_at(Keep.WALLS),
        Stat.GATE_INSIDE: _gate_inside,
        Stat.SECURITY: _security,
        Stat.SECURITY_INSIDE: _security_inside,
        Stat.SECURITY_ROOM: _security_room,
        Stat.ALERT: _alert,
        Stat.POLICE: _police,
        Stat.TOLERANCE: _tolerance,
        Stat.LEVERAGE: _leverage,
        Stat.INFLUENCE: _influence,
        Stat.TRACK: _track,
        Stat.FALSE_TRACK: _false_track,
        Stat.PREPARATION: _preparation,
        Stat.EXTRA_FUNDS: _extra_funds,
        Stat.RAIDERS_FORCE: _raiders_force,
        Stat.MOLE_AT_SEAT: _mole_at_seat,
        Stat.OTHER_MOLE: _other_mole,
        Stat.SECTIONS: _sections,
        Stat.QUIET_VETTING: _quiet_vetting,
        Stat.QUIET_HIDING: _quiet_hiding,
        Stat.QUIET_RELOCATION: _quiet_relocation,
    }
)
"""The function that reads each number."""

OF_THE_TARGET = frozenset({Stat.RAPPORT, Stat.LEVERS_KNOWN, Stat.QUIET_VETTING, Stat.EXTRA_FUNDS})
"""Numbers that belong to one order and its target, whoever's they are said to be."""


OF_NOBODY = frozenset(
    {
        Stat.SECURITY,
        Stat.SECURITY_ROOM,
        Stat.RAIDERS_FORCE,
        Stat.MOLE_AT_SEAT,
        Stat.INFLUENCE,
        Stat.TRACK,
        Stat.FALSE_TRACK,
        Stat.PREPARATION,
        Stat.QUIET_HIDING,
        Stat.QUIET_RELOCATION,
    }
)
"""Numbers that are the same whoever acts and on whom."""


def looks_at_target(stat: Stat, whom: Whom) -> bool:
    """Whether a number can differ between two orders that the same person is given for the same operation."""
    return stat in OF_THE_TARGET or whom is TARGET or whom is THERE
