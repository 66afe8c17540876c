"""What both planners work with: a view, its sight, and chances as somebody who must decide reckons them.

Made anew for every turn from the view alone; it remembers nothing from one turn to the next.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from math import comb, exp, sqrt, tanh

from game.players.planner.once import once
from game.rules.definitions import Operation, Task
from game.rules.nouns import SKILL_INDEX
from game.rules.orders import Order, make_order
from game.rules.sight import Call
from game.rules.sights import AnySight, sight_of
from game.rules.state import OPEN, Body
from game.rules.view import View
from game.rules.vocabulary.conditions import Check
from game.rules.vocabulary.ready import Weight, is_sure, ready, repertoire
from game.rules.words import AddMeter, Condition, Flag, Is, Meter, MeterWithin, Stat

HOLD_FROM = 3
"""From so many turns before its date on, a task that is judged only then is worked for."""
USUAL_SCORE = -3
"""What a point of influence counts for at the end where nothing else is said, and what the plans reckon with."""
ROOT_OF_TWO_PI = 2.5
"""The square root of two pi, near enough: what makes a bell curve the density of an influence to come."""
OFFICERS = Is(is_=Flag.OFFICER)
"""What an operation asks for that is for officers alone."""
CLOSING = 3
"""When so few turns are left, what is heard of him may decide who wins."""
NORMAL = 0.8
"""What makes a hyperbolic tangent rise like the sum of a bell curve, near enough."""
LEAST_PRICE = 0.15
"""What part of its price money always costs, however much of it there is."""
SOON = 6
"""A task further away than this many steps is not yet worth working for."""


class Outlook:
    """The working papers of one side for one turn."""

    view: View
    sight: AnySight

    def __init__(self, view: View) -> None:
        self.view = view
        self.sight = sight_of(view)
        self.operations, self._ready = repertoire(view.catalogue, view.side)
        self.turns_left = view.catalogue.turns - view.turn
        self.areas = view.catalogue.areas
        self._least, self._most = view.catalogue.numbers.chance_least, view.catalogue.numbers.chance_most
        self._possible: dict[str, bool] = {}
        self._shares: dict[str, float] = {}
        self._prices: dict[str, float] = {}
        self._able: dict[tuple[str, str], bool] = {}
        self._points: dict[tuple[str, str], float] = {}
        self._skilled: dict[tuple[str, int], tuple[Sequence[Body], dict[str, list[tuple[int, str, Body]]]]] = {}

    def guess(self, stat: Stat, agent: str) -> float | None:
        """What this side believes of a number of somebody's that it cannot know; nothing for the middle of its range."""
        return None

    def area_of(self, person: str) -> str:
        """The area where an active person is thought to be; empty if that is unknown."""
        place = self.sight.place(person)
        return self.areas[place] if place else ""

    def may(self, operation: str, agent: str, target: str = "", extra: int = 0) -> bool:
        """Whether somebody can be ordered this, as far as costs and needs go."""
        if not self.is_possible(operation):
            return False
        known, readied = self.operations[operation], self._ready[operation]
        if known.cost + extra > self.view.funds:
            return False
        able = self._able.get((operation, agent))
        if able is None:
            call = Call(known, agent, target, extra)
            able = self._able[operation, agent] = self._hold(readied.needs_of_agent, call)
        if not able:
            return False
        needs = readied.needs_of_target
        return not needs or self._hold(needs, Call(known, agent, target, extra))

    def is_possible(self, operation: str) -> bool:
        """Whether an operation is known, can be paid for, and needs nothing that keeps it from everybody this turn."""
        possible = self._possible.get(operation)
        if possible is None:
            possible = self._possible[operation] = self._find_possible(operation)
        return possible

    def _find_possible(self, operation: str) -> bool:
        known = self.operations.get(operation)
        if known is None or known.cost > self.view.funds:
            return False
        return self._hold(self._ready[operation].needs_of_all, Call(known, ""))

    def chance(self, operation: str, agent: str, target: str = "", extra: int = 0) -> float:
        """The chance of success between 0 and 1, unknown numbers guessed."""
        readied = self._ready[operation]
        call = Call(readied.operation, agent, target, extra)
        if is_sure(self.sight, readied, call):
            return 1.0
        base = readied.operation.success.base
        if not readied.weights:
            return base / 100
        points = self._points.get((operation, agent))
        if points is None:
            points = self._points[operation, agent] = base + self._weigh(readied.weights_of_agent, call)
        if readied.weights_of_target:
            points += self._weigh(readied.weights_of_target, call)
        return self._clamped(points)

    def most_from(self, operation: str, gain: float) -> float:
        """The most that may come of an operation that gains so much if it succeeds; nothing where it is not possible."""
        share = self._shares.get(operation)
        if share is None:
            share = self._shares[operation] = self._best_chance(operation)
        return gain * share

    def _best_chance(self, operation: str) -> float:
        if not self.is_possible(operation):
            return 0.0
        known = self.operations[operation]
        return 1.0 if known.success.sure_unless is not None or not known.success.plus else self._most / 100

    def chance_if(self, operation: str, agent: str, beliefs: Mapping[str, float]) -> float:
        """The chance of success between 0 and 1 if the numbers named in `beliefs` are so, the others guessed."""
        known = self.operations[operation]
        return self._clamped(known.success.base + self._weigh(self._ready[operation].weights, Call(known, agent), beliefs))

    def chance_with(self, more: int, operation: str, agent: str, target: str, extra: int) -> float:
        """The chance of success between 0 and 1 if so many points are added to it, unknown numbers guessed."""
        known = self.operations[operation]
        call = Call(known, agent, target, extra)
        return self._clamped(known.success.base + self._weigh(self._ready[operation].weights, call) + more)

    def _clamped(self, points: float) -> float:
        if self._least <= points <= self._most:
            return points / 100
        return (self._least if points < self._least else self._most) / 100

    def _hold(self, needs: tuple[Check, ...], call: Call) -> bool:
        sight = self.sight
        for check in needs:  # noqa: SIM110 - asked some hundred times a turn, and a plain loop takes half the time
            if check(sight, call) is False:
                return False
        return True

    def _weigh(self, weights: tuple[Weight, ...], call: Call, beliefs: Mapping[str, float] | None = None) -> float:
        """What some weights add, unknown numbers guessed."""
        sight, total = self.sight, 0.0
        for stat, measure, of, points in weights:
            least, most = measure(sight, of, call)
            low = points(least)
            if least != most:
                high = points(most)
                if low != high:
                    believed = beliefs.get(stat) if beliefs else None
                    guess = self.guess(stat, call.agent) if believed is None else believed
                    total += _guessed(least, most, low, high, guess)
                    continue
            total += low
        return total

    def best_at(self, skill: str, people: Sequence[Body], most: int = 1) -> list[Body]:
        """The people in each area who are best at something, up to `most` an area, the best first."""
        return [body for group in self._by_skill(skill, people) for _, _, body in group[:most]]

    def _by_skill(self, skill: str, people: Sequence[Body]) -> Iterable[list[tuple[int, str, Body]]]:
        """The people of each area by a skill, the best first; worked out once for the same list of people."""
        key = (skill, id(people))
        known = self._skilled.get(key)
        if known is None:
            index, areas = SKILL_INDEX[skill], self.areas
            by_area: dict[str, list[tuple[int, str, Body]]] = {}
            for body in people:
                by_area.setdefault(areas[body.place], []).append((-body.skills[index], body.id, body))
            for group in by_area.values():
                group.sort()
            known = self._skilled[key] = (people, by_area)  # held, lest another list take its identity
        return known[1].values()

    def cost(self, operation: str) -> int:
        """The cost of an operation in funds."""
        return self.operations[operation].cost

    def fund_price(self, funds: int) -> float:
        """What it costs to spend funds."""
        raise NotImplementedError

    def share_of_price(self, plenty: float) -> float:
        """What part of its price money costs where there is plenty of it; the whole if no figure for plenty is given."""
        return max(LEAST_PRICE, 1 - self.view.funds / plenty) if plenty else 1.0

    def price_of(self, operation: str) -> float:
        """What it costs to spend the funds for an operation of one's own."""
        price = self._prices.get(operation)
        if price is None:
            price = self._prices[operation] = self.fund_price(self.operations[operation].cost)
        return price

    def traces_risk(self, operation: Operation, agent: str) -> float:
        """How likely an operation of one's own leaves traces that cost its side something, between 0 and 1."""
        return 0.0

    def traces_cost(self, operation: str, agent: str) -> float:
        """What the risk of traces costs."""
        return 0.0

    def need(self, operation: str, stat: Stat) -> int:
        """The least of a number that an operation of one's own needs; 0 if it asks for none."""
        return least_needed(self.operations.get(operation), stat)

    def added_by(self, operation: str) -> Counter[Meter]:
        """What an operation of one's own adds to each meter if it succeeds; nothing where there is none of that name."""
        known, added = self.operations.get(operation), Counter[Meter]()
        for effect in known.do if known else ():
            if isinstance(effect, AddMeter):
                added[effect.meter] += effect.add
        return added

    def voice(self, usual: float, victory: float = 0.0) -> float:
        """What a point of influence is worth in this scenario, if it is worth `usual` where the end is scored as usual, and it is
        worth `victory` to win."""
        now, worth = self.view.influence, usual * self.view.catalogue.numbers.scores.alive_per_influence / USUAL_SCORE
        if victory and self.turns_left <= CLOSING:
            worth += victory * (self.unheard(now - 0.5) - self.unheard(now + 0.5))
        return worth + self._oblivion

    def unheard(self, influence: float) -> float:
        """How likely he lives and is heard so little at the end that the Center wins by it, if his influence is so much now."""
        return 0.5 + 0.5 * tanh(NORMAL * (self._border - influence) / (1 + sqrt(max(0, self.turns_left))))

    @once
    def _border(self) -> float:
        """Half a point above the most influence with which the Center wins though he lives."""
        wins = [self.if_he_lives(influence) > 0 for influence in range(self.view.catalogue.numbers.bounds.influence + 1)]
        return sum(wins) - 0.5

    def if_he_lives(self, influence: int) -> int:
        """The Center's score in hundredths if he lives and so much is heard of him at the end."""
        scores = self.view.catalogue.numbers.scores
        return scores.forgotten if influence <= scores.forgotten_most else scores.alive + scores.alive_per_influence * influence

    @once
    def time_to_deport(self) -> int:
        """In how many turns to come the host may still lose his patience early enough to deport him."""
        asylum = self.view.catalogue.numbers.asylum
        return self.turns_left - asylum.notice - asylum.interned_turns

    def if_he_is_deported(self, turns: int, points: int, chance: float) -> float:
        """What hangs on his being deported, by how likely his host loses just so many points of patience in so many turns, in
        each of them one with this chance."""
        scores = self.view.catalogue.numbers.scores
        at_stake = scores.deported - scores.alive - scores.alive_per_influence * self.view.influence
        return at_stake * comb(turns, points) * chance**points * (1 - chance) ** (turns - points)

    @once
    def officers_alone(self) -> bool:
        """Whether only an officer may strike alone here."""
        strike = self.view.catalogue.operations.get("lone_hand")
        return strike is not None and OFFICERS in strike.needs

    @once
    def _oblivion(self) -> float:
        """What a point of influence is worth because it decides whether he is forgotten, where more than silence is needed
        not to be: the more, the nearer to the border and to the end. Hundredths of the score, for the Circle."""
        scores = self.view.catalogue.numbers.scores
        border = scores.forgotten_most
        if not border:
            return 0.0
        at_stake = scores.forgotten - scores.alive - scores.alive_per_influence * border
        spread = 1 + sqrt(max(0, self.turns_left))
        return at_stake * exp(-(((self.view.influence - border) / spread) ** 2) / 2) / (ROOT_OF_TWO_PI * spread)

    @once
    def open_tasks(self) -> list[tuple[Task, int]]:
        """One's own open tasks and how many turns are left for each."""
        days = self.view.catalogue.step.days
        return [
            (entry.task, (date.fromisoformat(entry.task.by) - self.view.day).days // days)
            for entry in self.view.tasks
            if entry.progress is OPEN
        ]

    def step_towards(self, short_of: Callable[[Condition], int], reward: float) -> float:
        """What one step is worth for an open task: the nearer the task is to being met, the more.

        `short_of` tells how many steps a goal is away; nothing, or less, where it asks for no such step.
        """
        best = 0.0
        for task, turns in self.open_tasks:
            short = short_of(task.goal)
            if 0 < short <= turns + 1:
                best = max(best, reward / short)
        return best

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


def least_needed(operation: Operation | None, stat: Stat) -> int:
    """The least of a number that an operation needs; 0 if it asks for none, or there is no such operation."""
    return ready(operation).least.get(stat, 0) if operation else 0


def _guessed(least: int, most: int, low: int, high: int, guess: float | None) -> float:
    """The points of one reason, `low` where its number is `least` and `high` where it is `most`, read off in between."""
    if guess is None:
        return low + 0.5 * (high - low)
    if guess <= least:
        return low
    return high if guess >= most else low + (guess - least) / (most - least) * (high - low)


def order(operation: str, agent: str, target: str = "", extra: int = 0, call_off: int = 0) -> Order:
    """An order, written shortly."""
    return make_order(operation=operation, agent=agent, target=target, extra=extra, call_off=call_off)
