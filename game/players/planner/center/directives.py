"""What the goals of directives ask of the Center beside meters and rings: that a host grows cold, that people are gone."""

from collections.abc import Iterator

from game.rules.nouns import Status
from game.rules.words import All, Any, Condition, Not, PersonIs, ToleranceWithin


def points_too_warm(goal: Condition, country: str, tolerance: int) -> int:
    """How many points a country is too tolerant for a goal; 0 if the goal asks nothing of that country."""
    if isinstance(goal, ToleranceWithin) and goal.tolerance == country and goal.at_most is not None:
        return tolerance - goal.at_most
    return 0


def removed_by(goal: Condition) -> Iterator[str]:
    """Those whose end brings a goal nearer."""
    match goal:
        case PersonIs(person=person, is_=Status.DEAD) | Not(not_=PersonIs(person=person, is_=Status.ACTIVE)):
            yield person
        case All(all_=parts) | Any(any_=parts):
            for part in parts:
                yield from removed_by(part)
        case _:
            return
