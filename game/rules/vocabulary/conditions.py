"""Conditions: whether something holds, as far as a sight can tell.

One small function for each word of `words.Flag`, found in `QUESTIONS`; a test holds that none is missing.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from game.rules.nouns import LEGAL, ORGANISATION, OUTSIDER, SYMPATHISER, Keep
from game.rules.sight import Call, Sight
from game.rules.vocabulary.stats import MEASURES, country_of, looks_at_target
from game.rules.vocabulary.stats import OF_NOBODY as NUMBERS_OF_NOBODY
from game.rules.words import HERE, TARGET, THERE, All, Any, Condition, Flag, Is, Not, StatWithin, Whom

GATE = Keep.GATE

Answer = bool | None
"""Yes, no, or: this side cannot know."""

Question = Callable[[Sight, Whom, Call], Answer]


Check = Callable[[Sight, Call], Answer]
"""A condition made ready to be asked."""


@cache
def checker(condition: Condition) -> Check:
    """What answers a condition on an order: its words are looked up once, and not each of the thousand times a game asks.

    Words that only events and tasks use count as unknown here.
    """
    match condition:
        case StatWithin():
            return _within(condition)
        case Is():
            return _asking(QUESTIONS[condition.is_], condition.of)
        case Not():
            return _opposite(checker(condition.not_))
        case All():
            return _all(tuple(checker(part) for part in condition.all_))
        case Any():
            return _any(tuple(checker(part) for part in condition.any_))
        case _:
            return _nobody_knows


def _within(condition: StatWithin) -> Check:
    measure, of = MEASURES[condition.stat], condition.of
    least = -sys.maxsize if condition.at_least is None else condition.at_least
    most = sys.maxsize if condition.at_most is None else condition.at_most

    def check(sight: Sight, call: Call) -> Answer:
        low, high = measure(sight, of, call)
        if high < least or low > most:
            return False
        return True if low >= least and high <= most else None

    return check


def _asking(question: Question, of: Whom) -> Check:
    return lambda sight, call: question(sight, of, call)


def _opposite(check: Check) -> Check:
    def opposite(sight: Sight, call: Call) -> Answer:
        answer = check(sight, call)
        return None if answer is None else not answer

    return opposite


def _all(checks: tuple[Check, ...]) -> Check:
    def check_all(sight: Sight, call: Call) -> Answer:
        known: Answer = True
        for check in checks:
            answer = check(sight, call)
            if answer is False:
                return False
            known = known and answer
        return known

    return check_all


def _any(checks: tuple[Check, ...]) -> Check:
    def check_any(sight: Sight, call: Call) -> Answer:
        known: Answer = False
        for check in checks:
            answer = check(sight, call)
            if answer:
                return True
            if answer is None:
                known = None
        return known

    return check_any


def _nobody_knows(sight: Sight, call: Call) -> Answer:
    return None


def _target_country(sight: Sight, call: Call) -> str:
    """The country of the target, or one's own where there is none."""
    return country_of(sight, THERE if call.target else HERE, call)


# -- people


def _there(sight: Sight, whom: Whom, call: Call) -> Answer:
    here, there = sight.place(call.agent), sight.place(call.target if whom is TARGET else call.agent)
    if here is None or there is None:
        return False
    areas = sight.catalogue.areas
    return areas[here] == areas[there]


def _at_seat(sight: Sight, whom: Whom, call: Call) -> Answer:
    place, seat = sight.place(call.target if whom is TARGET else call.agent), sight.seat()
    if place is None or seat is None:
        return False
    areas = sight.catalogue.areas
    return areas[place] == areas[seat]


def _on_roster(sight: Sight, whom: Whom, call: Call) -> Answer:
    return sight.on_roster(call.target if whom is TARGET else call.agent)


def _outsider(sight: Sight, whom: Whom, call: Call) -> Answer:
    access = sight.access(call.target if whom is TARGET else call.agent)
    return None if access is None else access == OUTSIDER


def _own(sight: Sight, whom: Whom, call: Call) -> Answer:
    return sight.owned(call.target if whom is TARGET else call.agent)


def _legal(sight: Sight, whom: Whom, call: Call) -> Answer:
    post = sight.post(call.target if whom is TARGET else call.agent)
    return None if post is None else post is LEGAL


def _illegal(sight: Sight, whom: Whom, call: Call) -> Answer:
    legal = _legal(sight, whom, call)
    return None if legal is None else not legal


def _officer(sight: Sight, whom: Whom, call: Call) -> Answer:
    return sight.officer(call.target if whom is TARGET else call.agent)


def _steadfast(sight: Sight, whom: Whom, call: Call) -> Answer:
    return sight.steadfast(call.target if whom is TARGET else call.agent)


def _known_stranger(sight: Sight, whom: Whom, call: Call) -> Answer:
    return sight.known_stranger(call.target if whom is TARGET else call.agent)


def _closer(sight: Sight, whom: Whom, call: Call) -> Answer:
    theirs, own = sight.access(call.target), sight.access(call.agent)
    return None if theirs is None or own is None else theirs < own


def _admissible(sight: Sight, whom: Whom, call: Call) -> Answer:
    person = call.target if whom is TARGET else call.agent
    access, place, seat = sight.access(person), sight.place(person), sight.seat()
    if access is None or place is None:
        return None
    if access == SYMPATHISER:
        return True
    return access == ORGANISATION and seat is not None and sight.catalogue.areas[place] == sight.catalogue.areas[seat]


# -- places


def _archive(sight: Sight, whom: Whom, call: Call) -> Answer:
    place = sight.place(call.agent)
    return place is not None and sight.catalogue.areas[place] in sight.catalogue.archives and sight.stealable()


def _frontier(sight: Sight, whom: Whom, call: Call) -> Answer:
    return country_of(sight, THERE, call) != country_of(sight, HERE, call)


def _elsewhere(sight: Sight, whom: Whom, call: Call) -> Answer:
    """The target lies outside one's own area: a person's, or the seat's for the Old Man."""
    place = sight.place(call.agent) or sight.seat()
    if place is None:
        return True
    return sight.catalogue.areas[call.target] != sight.catalogue.areas[place]


def _reachable(sight: Sight, whom: Whom, call: Call) -> Answer:
    origin = sight.place(call.agent) or sight.seat()
    return origin is not None and call.target in sight.atlas.journeys(origin, sight.closed_routes)


# -- countries


def _welcome(sight: Sight, whom: Whom, call: Call) -> Answer:
    country = _target_country(sight, call)
    return country == sight.asylum() or sight.welcome(country)


def _asylum_country(sight: Sight, whom: Whom, call: Call) -> Answer:
    return _target_country(sight, call) == sight.asylum()


def _home_country(sight: Sight, whom: Whom, call: Call) -> Answer:
    """Whether the Center has its headquarters there."""
    return _target_country(sight, call) in sight.catalogue.homes


# -- the Old Man


def _old_man_home(sight: Sight, whom: Whom, call: Call) -> Answer:
    return sight.old_man_home()


def _interned(sight: Sight, whom: Whom, call: Call) -> Answer:
    return sight.interned()


def _pushed(sight: Sight, whom: Whom, call: Call) -> Answer:
    return sight.pushed()


def _gate_kept(sight: Sight, whom: Whom, call: Call) -> Answer:
    kept = sight.keeps()
    return None if kept is None else kept is GATE


QUESTIONS: Mapping[Flag, Question] = MappingProxyType(
    {
        Flag.THERE: _there,
        Flag.AT_SEAT: _at_seat,
        Flag.ON_ROSTER: _on_roster,
        Flag.OUTSIDER: _outsider,
        Flag.OWN: _own,
        Flag.LEGAL: _legal,
        Flag.ILLEGAL: _illegal,
        Flag.OFFICER: _officer,
        Flag.STEADFAST: _steadfast,
        Flag.KNOWN_STRANGER: _known_stranger,
        Flag.CLOSER: _closer,
        Flag.ARCHIVE: _archive,
        Flag.FRONTIER: _frontier,
        Flag.ELSEWHERE: _elsewhere,
        Flag.REACHABLE: _reachable,
        Flag.OLD_MAN_HOME: _old_man_home,
        Flag.WELCOME: _welcome,
        Flag.INTERNED: _interned,
        Flag.PUSHED: _pushed,
        Flag.ADMISSIBLE: _admissible,
        Flag.ASYLUM_COUNTRY: _asylum_country,
        Flag.HOME_COUNTRY: _home_country,
        Flag.GATE_KEPT: _gate_kept,
    }
)
"""The function that answers each yes-or-no."""

OF_NOBODY = frozenset({Flag.OLD_MAN_HOME, Flag.INTERNED, Flag.PUSHED, Flag.GATE_KEPT})
"""What is asked of nobody."""

OF_THE_AGENT = OF_NOBODY | frozenset(
    {
        Flag.AT_SEAT,
        Flag.ON_ROSTER,
        Flag.OUTSIDER,
        Flag.OWN,
        Flag.LEGAL,
        Flag.ILLEGAL,
        Flag.OFFICER,
        Flag.STEADFAST,
        Flag.KNOWN_STRANGER,
        Flag.ARCHIVE,
    }
)
"""What is asked of one person alone, or of nobody."""


def asks_of_nobody(condition: Condition) -> bool:
    """Whether the answer is the same for all orders of a turn, whoever acts and on whom."""
    return all(_is_of_nobody(part) for part in _parts(condition))


def asks_of_target(condition: Condition) -> bool:
    """Whether the answer can differ between two orders that the same person is given for the same operation."""
    return any(_is_of_target(part) for part in _parts(condition))


def _parts(condition: Condition) -> Iterator[Condition]:
    """The single conditions of which one is put together."""
    match condition:
        case Not():
            yield from _parts(condition.not_)
        case All():
            for part in condition.all_:
                yield from _parts(part)
        case Any():
            for part in condition.any_:
                yield from _parts(part)
        case _:
            yield condition


def _is_of_nobody(part: Condition) -> bool:
    if isinstance(part, StatWithin):
        return part.stat in NUMBERS_OF_NOBODY
    return isinstance(part, Is) and part.is_ in OF_NOBODY


def _is_of_target(part: Condition) -> bool:
    if isinstance(part, StatWithin):
        return looks_at_target(part.stat, part.of)
    return not isinstance(part, Is) or part.is_ not in OF_THE_AGENT or part.of is TARGET
