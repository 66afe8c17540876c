"""Conditions: whether something holds, as far as a sight can tell."""

from typing import assert_never

from game.rules.nouns import ORGANISATION, OUTSIDER, SYMPATHISER, PlaceKind, Post
from game.rules.sight import Call, Sight
from game.rules.vocabulary.stats import country_of, measure
from game.rules.words import All, Any, Condition, Flag, Is, Not, StatWithin, Whom

Answer = bool | None
"""Yes, no, or: this side cannot know."""


def holds(sight: Sight, condition: Condition, call: Call) -> Answer:
    """Whether a condition on an order holds. Words that only events and tasks use count as unknown here."""
    match condition:
        case StatWithin():
            low, high = measure(sight, condition.stat, condition.of, call)
            return _within(low, high, condition.at_least, condition.at_most)
        case Is():
            return ask(sight, condition.is_, condition.of, call)
        case Not():
            answer = holds(sight, condition.not_, call)
            return None if answer is None else not answer
        case All():
            return _all([holds(sight, part, call) for part in condition.all_])
        case Any():
            answers = [holds(sight, part, call) for part in condition.any_]
            return True if True in answers else (None if None in answers else False)
        case _:
            return None


def _all(answers: list[Answer]) -> Answer:
    return False if False in answers else (None if None in answers else True)


def _within(low: int, high: int, at_least: int | None, at_most: int | None) -> Answer:
    if (at_least is not None and high < at_least) or (at_most is not None and low > at_most):
        return False
    if (at_least is None or low >= at_least) and (at_most is None or high <= at_most):
        return True
    return None


def ask(sight: Sight, flag: Flag, whom: Whom, call: Call) -> Answer:
    """The yes-or-no `flag` for `whom`."""
    person = call.target if whom is Whom.TARGET else call.agent
    match flag:
        case Flag.THERE:
            return _same_area(sight, sight.place(call.agent), sight.place(person))
        case Flag.AT_SEAT:
            return _same_area(sight, sight.place(person), sight.seat())
        case Flag.ON_ROSTER:
            return sight.on_roster(person)
        case Flag.OUTSIDER:
            access = sight.access(person)
            return None if access is None else access == OUTSIDER
        case Flag.OWN:
            return sight.owned(person)
        case Flag.LEGAL | Flag.ILLEGAL:
            post = sight.post(person)
            return None if post is None else (post is Post.LEGAL) == (flag is Flag.LEGAL)
        case Flag.KNOWN_STRANGER:
            return sight.known_stranger(person)
        case Flag.CLOSER:
            theirs, own = sight.access(call.target), sight.access(call.agent)
            return None if theirs is None or own is None else theirs < own
        case Flag.ARCHIVE:
            return _archive_here(sight, call)
        case Flag.FRONTIER:
            here = country_of(sight, Whom.HERE, call)
            return country_of(sight, Whom.THERE, call) != here
        case Flag.ELSEWHERE:
            return _elsewhere(sight, call)
        case Flag.REACHABLE:
            origin = sight.place(call.agent) or sight.seat()
            return origin is not None and call.target in sight.atlas.journeys(origin, sight.closed_routes)
        case Flag.OLD_MAN_HOME:
            return sight.old_man_home()
        case Flag.WELCOME:
            country = country_of(sight, Whom.THERE if call.target else Whom.HERE, call)
            return country == sight.asylum() or sight.welcome(country)
        case Flag.ASYLUM_COUNTRY:
            return country_of(sight, Whom.THERE if call.target else Whom.HERE, call) == sight.asylum()
        case Flag.HOME_COUNTRY:
            return _is_home(sight, country_of(sight, Whom.THERE if call.target else Whom.HERE, call))
        case Flag.INTERNED:
            return sight.interned()
        case Flag.PUSHED:
            return sight.pushed()
        case Flag.ADMISSIBLE:
            return _admissible(sight, person)
        case _:
            assert_never(flag)


def _same_area(sight: Sight, one: str | None, other: str | None) -> Answer:
    if one is None or other is None:
        return False
    return sight.catalogue.area(one) == sight.catalogue.area(other)


def _is_home(sight: Sight, country: str) -> bool:
    """Whether the Center has its headquarters in a country."""
    places = sight.catalogue.places.values()
    return any(place.country == country and PlaceKind.CENTRE in place.kinds for place in places)


def _archive_here(sight: Sight, call: Call) -> Answer:
    place = sight.place(call.agent)
    if place is None or not sight.stealable():
        return False
    area = sight.catalogue.area(place)
    return any(
        PlaceKind.ARCHIVE in other.kinds and sight.catalogue.area(other.id) == area for other in sight.catalogue.places.values()
    )


def _elsewhere(sight: Sight, call: Call) -> Answer:
    """The target lies outside one's own area: a person's, or the seat's for the Old Man."""
    place = sight.place(call.agent) or sight.seat()
    if place is None:
        return True
    return sight.catalogue.area(call.target) != sight.catalogue.area(place)


def _admissible(sight: Sight, person: str) -> Answer:
    access, place, seat = sight.access(person), sight.place(person), sight.seat()
    if access is None or place is None:
        return None
    if access == SYMPATHISER:
        return True
    return access == ORGANISATION and seat is not None and bool(_same_area(sight, place, seat))
