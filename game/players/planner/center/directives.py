"""What open directives ask of the Center beside meters and rings: that a host grows cold, that a person is out of the way."""

from collections.abc import Iterator

from game.players.planner.center.outlook import CenterOutlook
from game.players.planner.outlook import SOON
from game.rules.nouns import Status
from game.rules.words import All, Any, Condition, Not, PersonIs, ToleranceWithin


def against_welcome(outlook: CenterOutlook, country: str, tolerance: int) -> float:
    """What one point of a country's tolerance less is worth: the nearer the directive is to being met, the more."""
    best = 0.0
    for task, turns in outlook.open_tasks:
        goal = task.goal
        if isinstance(goal, ToleranceWithin) and goal.tolerance == country and goal.at_most is not None:
            short = tolerance - goal.at_most
            if 0 < short <= turns + 1:
                best = max(best, outlook.task_reward / short)
    return best


def against_people(outlook: CenterOutlook) -> dict[str, float]:
    """What it is worth that a person is out of the way, for each whom a directive names whose day is near."""
    near = (task.goal for task, turns in outlook.open_tasks if 0 <= turns <= SOON)
    named = (person for goal in near for person in _removed_by(goal))
    return dict.fromkeys(named, outlook.task_reward)


def _removed_by(goal: Condition) -> Iterator[str]:
    """Those whose end brings a goal nearer."""
    match goal:
        case PersonIs(person=person, is_=Status.DEAD) | Not(not_=PersonIs(person=person, is_=Status.ACTIVE)):
            yield person
        case All(all_=parts) | Any(any_=parts):
            for part in parts:
                yield from _removed_by(part)
        case _:
            return
