"""What both planners work with: a view, its sight, and chances as somebody who must decide reckons them.

Made anew for every turn from the view alone; it remembers nothing from one turn to the next.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from game.rules.definitions import Task
from game.rules.legality import AnySight, unmet
from game.rules.nouns import SKILL_INDEX
from game.rules.odds import success_odds
from game.rules.orders import Order
from game.rules.sight import Call
from game.rules.sights import sight_of
from game.rules.state import Body, Progress
from game.rules.view import View
from game.rules.words import Meter, MeterWithin, Stat, StatWithin, Term

HOLD_FROM = 3
"""From so many turns before its date on, a task that is judged only then is worked for."""
SOON = 6
"""A task further away than this many steps is not yet worth working for."""


class Outlook:
    """The working papers of one side for one turn."""

    view: View
    sight: AnySight

    def __init__(self, view: View) -> None:
        self.view = view
        self.sight = sight_of(view)
        operations = view.catalogue.operations
        self.operations = {id_: operations[id_] for id_ in operations if operations[id_].side is view.side}
        self.turns_left = view.catalogue.turns - view.turn

    def guesses(self, call: Call) -> Mapping[str, float]:
        """What this side believes of numbers it cannot know, by stat; the middle of the range for the rest."""
        return {}

    def area_of(self, person: str) -> str:
        """The area where an active person is thought to be; empty if that is unknown."""
        place = self.sight.place(person)
        return self.view.catalogue.area(place) if place else ""

    def may(self, operation: str, agent: str, target: str = "", extra: int = 0) -> bool:
        """Whether somebody can be ordered this, as far as costs and needs go."""
        known = self.operations.get(operation)
        if known is None or known.cost + extra > self.view.funds:
            return False
        return unmet(self.sight, Call(known, agent, target, extra)) is None

    def chance(self, operation: str, agent: str, target: str = "", extra: int = 0) -> float:
        """The chance of success between 0 and 1, unknown numbers guessed."""
        call = Call(self.operations[operation], agent, target, extra)
        odds = success_odds(self.sight, call)
        if odds.low == odds.high:
            return odds.low / 100
        guesses = self.guesses(call)
        points = float(odds.base)
        for term, share in zip(call.operation.success.plus, odds.shares, strict=True):
            points += _guessed(term, share.amount, share.points, guesses.get(share.stat))
        numbers = self.view.catalogue.numbers
        return min(max(points, numbers.chance_least), numbers.chance_most) / 100

    def best_at(self, skill: str, people: Iterable[Body], most: int = 1) -> list[Body]:
        """The people in each area who are best at something, up to `most` an area, the best first."""
        index = SKILL_INDEX[skill]
        by_area: dict[str, list[Body]] = {}
        for body in people:
            by_area.setdefault(self.view.catalogue.area(body.place), []).append(body)
        return [body for group in by_area.values() for body in sorted(group, key=lambda one: (-one.skills[index], one.id))[:most]]

    def cost(self, operation: str) -> int:
        """The cost of an operation in funds."""
        return self.operations[operation].cost

    def need(self, operation: str, stat: Stat) -> int:
        """The least of a number that an operation needs; 0 if it asks for none."""
        known = self.operations.get(operation)
        for condition in known.needs if known else ():
            if isinstance(condition, StatWithin) and condition.stat is stat and condition.at_least is not None:
                return condition.at_least
        return 0

    @cached_property
    def open_tasks(self) -> list[tuple[Task, int]]:
        """One's own open tasks and how many turns are left for each."""
        days = self.view.catalogue.step.days
        return [
            (entry.task, (date.fromisoformat(entry.task.by) - self.view.day).days // days)
            for entry in self.view.tasks
            if entry.progress is Progress.OPEN
        ]

    def pull(self, meter: Meter, now: int, step: int, reward: float) -> float:
        """What one step of a meter is worth for an open task: the nearer the task is to being met, the more."""
        best = 0.0
        for task, turns in self.open_tasks:
            goal = task.goal
            if not isinstance(goal, MeterWithin) or goal.meter is not meter or (task.hold and turns > HOLD_FROM):
                continue
            if step > 0 and goal.at_least is not None:
                short = goal.at_least - now
            elif step < 0 and goal.at_most is not None:
                short = now - goal.at_most
            else:
                continue
            if 0 < short <= min(SOON, turns + 1):
                best = max(best, reward / short)
        return best


def _guessed(term: Term, amount: tuple[int, int], points: tuple[int, int], guess: float | None) -> float:
    """The points of one reason, read off between its ends where a guess is given."""
    low, high = points
    if low == high or amount[0] == amount[1]:
        return low
    part = 0.5 if guess is None else min(max((guess - amount[0]) / (amount[1] - amount[0]), 0), 1)
    falling = term.per < 0 or term.percent < 0
    return high - part * (high - low) if falling else low + part * (high - low)


def order(operation: str, agent: str, target: str = "", extra: int = 0, call_off: int = 0) -> Order:
    """An order, written shortly."""
    return Order(operation=operation, agent=agent, target=target, extra=extra, call_off=call_off)
