"""Lints on operations: chances that are no chances, and orders that nobody can ever give."""

from collections.abc import Iterator, Mapping

from game.rules.definitions import Operation, PersonDefinition
from game.rules.nouns import Actor, PlaceKind, Post, Side, TargetKind
from game.rules.numbers import Numbers
from game.rules.words import (
    All,
    Any,
    Condition,
    Flag,
    Is,
    Meter,
    MeterWithin,
    Not,
    SecurityWithin,
    Stat,
    StatWithin,
    Term,
    ToleranceWithin,
    Whom,
)
from game.scenario.lints.sheet import Remark, Sheet

MANY = 999
"""More than funds ever are."""

_SKILLS = (Stat.TRADECRAFT, Stat.CHARM, Stat.NERVE, Stat.ANALYSIS, Stat.FORCE)


def settled_chances(sheet: Sheet) -> Iterator[Remark]:
    """A chance with terms must be able to be more than the least and less than the most."""
    numbers = sheet.layout.numbers
    if numbers is None:
        return
    scales = _scales(numbers)
    for operation in sheet.layout.operations.values():
        chance, path = operation.success, f"operations.{operation.id}.success"
        if not chance.plus:
            continue
        ends = [_points(term, scales[term.stat]) for term in chance.plus]
        low, high = chance.base + sum(end[0] for end in ends), chance.base + sum(end[1] for end in ends)
        if high <= numbers.chance_least:
            yield Remark(path, f"the chance is always {numbers.chance_least}: at best it comes to {high}")
        elif low >= numbers.chance_most:
            yield Remark(path, f"the chance is always {numbers.chance_most}: at worst it comes to {low}")


def idle_operations(sheet: Sheet) -> Iterator[Remark]:
    """Somebody in the cast, or somebody who may yet join, can give each order."""
    if not sheet.layout.cast or sheet.layout.numbers is None:
        return
    for operation in sheet.layout.operations.values():
        path = f"operations.{operation.id}"
        if operation.target is TargetKind.SEAT and len(_exile_areas(sheet)) < 2:
            yield Remark(path, "nobody can ever give this order: there is no other exile place on the map", _take_out(operation))
        elif operation.actor is Actor.PERSON and not _somebody(sheet, operation):
            yield Remark(path, f"nobody of the {operation.side.value} can ever give this order", _take_out(operation))


def _take_out(operation: Operation) -> str:
    return f"change what it needs, or take it out in the scenario: `operations: {{{operation.id}: null}}`"


def impossible_conditions(sheet: Sheet) -> Iterator[Remark]:
    """What a condition asks for lies on the scale of the number that it looks at."""
    if sheet.layout.numbers is None:
        return
    scales, bounds = _scales(sheet.layout.numbers), sheet.layout.numbers.bounds
    meters: Mapping[Meter, tuple[int, int]] = {
        Meter.FUNDS: (0, MANY),
        Meter.PARANOIA: (0, bounds.paranoia),
        Meter.TRACK: (0, bounds.track),
        Meter.PREPARATION: (0, bounds.preparation),
        Meter.INFLUENCE: (0, bounds.influence),
    }
    for path, word in sheet.words:
        match word:
            case StatWithin():
                name, scale = word.stat.value, scales[word.stat]
            case MeterWithin():
                name, scale = word.meter.value, meters[word.meter]
            case ToleranceWithin():
                name, scale = "tolerance", scales[Stat.TOLERANCE]
            case SecurityWithin():
                name, scale = "security", scales[Stat.SECURITY]
            case _:
                continue
        low, high = scale
        if (word.at_least or low) > high or (high if word.at_most is None else word.at_most) < low:
            yield Remark(path, f"this is never so: {name} goes from {low} to {high}")


def _somebody(sheet: Sheet, operation: Operation) -> bool:
    """Whether a person of the cast meets what cannot change about a person. Anybody might be recruited."""
    if operation.side is Side.CIRCLE and any(need == Is(is_=Flag.ARCHIVE) for need in operation.needs):
        return False  # an archive is one that the Center has not stolen from yet
    able = sheet.on(operation.side) if operation.side is Side.CIRCLE else tuple(sheet.cast.values())
    return any(not any(_never(sheet, need, person) for need in operation.needs) for person in able) or (
        bool(sheet.layout.newcomers.all_names) and not any(_never(sheet, need, None) for need in operation.needs)
    )


def _never(sheet: Sheet, condition: Condition, person: PersonDefinition | None) -> bool:
    """Whether a condition on the agent can surely never hold; `None` stands for any newcomer."""
    match condition:
        case All():
            return any(_never(sheet, part, person) for part in condition.all_)
        case Any():
            return bool(condition.any_) and all(_never(sheet, part, person) for part in condition.any_)
        case StatWithin(of=Whom.AGENT, stat=stat) if stat in _SKILLS:
            low, high = _skill(sheet, stat, person)
            too_low = condition.at_least is not None and high < condition.at_least
            return too_low or (condition.at_most is not None and low > condition.at_most)
        case Is(of=Whom.AGENT):
            return _flag_never(sheet, condition.is_, person)
        case Not(not_=Is(of=Whom.AGENT, is_=flag)):
            opposite = {Flag.LEGAL: Flag.ILLEGAL, Flag.ILLEGAL: Flag.LEGAL}.get(flag)
            return opposite is not None and _flag_never(sheet, opposite, person)
        case _:
            return False


def _flag_never(sheet: Sheet, flag: Flag, person: PersonDefinition | None) -> bool:
    """Posts do not change and recruits are illegals; archives stay where they are."""
    if flag is Flag.ARCHIVE:
        return not any(PlaceKind.ARCHIVE in place.kinds for place in sheet.places.values())
    legal = person is not None and person.side is Side.CENTER and person.post is Post.LEGAL
    return (flag is Flag.LEGAL and not legal) or (flag is Flag.ILLEGAL and legal)


def _skill(sheet: Sheet, stat: Stat, person: PersonDefinition | None) -> tuple[int, int]:
    if person is not None:
        number = person.skills.get(stat.value, 1)
        return number, number
    numbers = sheet.layout.numbers
    return (numbers.newcomers.skill_least, numbers.newcomers.skill_most) if numbers else (0, 5)


def _exile_areas(sheet: Sheet) -> list[str]:
    return [place.id for place in sheet.places.values() if PlaceKind.EXILE in place.kinds]


def _scales(numbers: Numbers) -> Mapping[Stat, tuple[int, int]]:
    """The least and the most that each number can ever be; a wide span where the rules set no end."""
    bounds = numbers.bounds
    return (
        dict.fromkeys(Stat, (0, 99))
        | dict.fromkeys(_SKILLS, (0, 5))
        | {
            Stat.LOYALTY: (0, 5),
            Stat.LOYALTY_MISSING: (0, 5),
            Stat.LEVERS_KNOWN: (0, 5),
            Stat.COVER: (0, bounds.cover),
            Stat.COVER_MISSING: (0, bounds.cover),
            Stat.DOUBT: (0, 100),
            Stat.ACCESS: (1, 4),
            Stat.RAPPORT: (0, bounds.rapport),
            Stat.HOUSEHOLD_RAPPORT: (0, bounds.rapport),
            Stat.RINGS_SHORT: (0, 2),
            Stat.GUARDS: (0, numbers.guards.most),
            Stat.SECURITY: (0, bounds.security),
            Stat.SECURITY_INSIDE: (0, bounds.security),
            Stat.SECURITY_ROOM: (0, bounds.security),
            Stat.ALERT: (0, 5),
            Stat.POLICE: (0, 5),
            Stat.TOLERANCE: (0, 10),
            Stat.LEVERAGE: (0, 3),
            Stat.INFLUENCE: (0, bounds.influence),
            Stat.TRACK: (0, bounds.track),
            Stat.FALSE_TRACK: (0, bounds.track),
            Stat.PREPARATION: (0, bounds.preparation),
            Stat.MOLE_AT_SEAT: (0, 1),
            Stat.OTHER_MOLE: (0, 1),
            Stat.SECTIONS: (0, bounds.sections),
        }
    )


def _points(term: Term, scale: tuple[int, int]) -> tuple[int, int]:
    """The least and the most points that a term can add."""
    ends = []
    for end in scale:
        number = end - term.less
        if term.at_most is not None:
            number = min(number, term.at_most)
        if term.at_least is not None:
            number = max(number, term.at_least)
        ends.append(round(number * term.percent / 100) if term.percent else number * term.per)
    return min(ends), max(ends)
