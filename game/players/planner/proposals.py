"""Proposals: what a goal would like to order and what it thinks that is worth. The best that fit together are picked.

Of some sixty things that could be ordered four or five are. A goal may therefore put an idea forward instead: what it could
be worth at most, to be worked out only if so much may still be picked.
"""

from bisect import insort
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import itemgetter
from zlib import crc32

from game.players.planner.outlook import Outlook
from game.rules.dice import Dice
from game.rules.legality import OrderSet
from game.rules.orders import Order
from game.rules.records import maker, quick
from game.rules.view import View

SECOND_OF_A_KIND = 0.2
"""What a second order towards the same end is worth, beside the first."""
ONLY_ONE = "!"
"""Begins a kind of which a second order would be worth nothing."""
WHIM = 100
"""How far whims go, in thousandths of a worth: no two games are planned quite alike."""
MOST_WHIM = 1 + WHIM / 1000

Price = Callable[[str, tuple[str, ...]], float]
"""What it costs to give a person an order instead of letting him hold, others being busy already."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One order, the goal it serves, and its worth in hundredths of the final score.

    Orders of one `kind` achieve the same thing, so that a second of them adds little.
    """

    order: Order
    goal: str
    worth: float
    kind: str = ""


make_proposal = maker(Proposal)

Idea = tuple[float, str, Callable[[], Proposal | None], str]
"""What somebody might do: what it is worth at most, who, what finds the proposal, if it can be ordered at all, and its kind."""

BY_MOST = itemgetter(0)

Thought = Proposal | Idea
"""What a goal puts forward."""


Entry = tuple[float, str, str, str, int, Proposal]
"""A proposal behind what it is ranked by: how much it appeals today (negative), then agent, operation, target and a number."""


@dataclass(slots=True)
class _Beside:
    """What has been picked: who is busy by it and for what kinds of ends, and the funds that are left."""

    busy: tuple[str, ...]
    kinds: set[str]
    funds: int


def pick(outlook: Outlook, thoughts: Iterable[Thought], price: Price, dice: Dice) -> list[Proposal]:
    """The best proposals that may be given together, taken one by one, each worth more than holding."""
    field = _Field(outlook.view, thoughts, price, dice)
    picked: list[Proposal] = []
    taken = OrderSet(outlook.view, outlook.sight)
    while taken.signals:
        best = field.take_best(picked, taken.funds)
        if best is None:
            break
        if taken.take(best.order) is None:
            picked.append(best)
    return picked


class _Field:
    """All that is put forward for a turn, worked out as far as is needed to know the best."""

    def __init__(self, view: View, thoughts: Iterable[Thought], price: Price, dice: Dice) -> None:
        self._operations = view.catalogue.operations
        self._price = price
        self._mood = dice.below(1 << 32, view.turn, "planner", "mood")
        self._count = 0
        self._ranked: list[Entry] = []
        self._ideas: list[Idea] = []
        ideas = self._ideas
        for thought in thoughts:
            if isinstance(thought, tuple):
                if thought[0] > 0:
                    ideas.append(thought)
            elif thought.worth > 0:
                self._rank_in(thought)
        ideas.sort(key=BY_MOST)

    def take_best(self, picked: list[Proposal], funds: int) -> Proposal | None:
        """Takes out what adds most to the proposals already picked and costs no more than the funds, if anything adds at all."""
        beside = _Beside(tuple([one.order.agent for one in picked]), {one.kind for one in picked if one.kind}, funds)
        best, most = None, 0.0
        for entry in self._ranked:
            if -entry[0] <= most:
                break
            gain = self._gain(entry, beside, most)
            if gain > most:
                best, most = entry, gain
        ideas = self._ideas
        while ideas and ideas[-1][0] * MOST_WHIM >= most:
            proposal = self._work_out(ideas.pop(), beside)
            if proposal is None or proposal.worth <= 0:
                continue
            entry = self._rank_in(proposal)
            gain = self._gain(entry, beside, most)
            if gain > most or (gain == most and best is not None and entry < best):
                best, most = entry, gain
        if best is None:
            return None
        self._ranked.remove(best)
        return best[-1]

    def _work_out(self, idea: Idea, beside: _Beside) -> Proposal | None:
        """The proposal of an idea; a second one of a kind is put back as what it could be worth beside the first."""
        most, agent, work_out, kind = idea
        if agent in beside.busy:
            return None
        if kind not in beside.kinds:
            return work_out()
        if not kind.startswith(ONLY_ONE):
            insort(self._ideas, (most * SECOND_OF_A_KIND, agent, work_out, ""), key=BY_MOST)
        return None

    def _gain(self, entry: Entry, beside: _Beside, least: float) -> float:
        """What a proposal adds to others; nothing if it cannot be had beside them, or cannot add `least`."""
        proposal = entry[-1]
        order = proposal.order
        if order.agent in beside.busy or self._operations[order.operation].cost + order.extra > beside.funds:
            return 0.0
        gain = -entry[0]
        if proposal.kind in beside.kinds:
            gain *= 0.0 if proposal.kind.startswith(ONLY_ONE) else SECOND_OF_A_KIND
        return 0.0 if gain < least else gain - self._price(order.agent, beside.busy)

    def _rank_in(self, proposal: Proposal) -> Entry:
        """Puts a proposal in its place among the others."""
        order = proposal.order
        self._count += 1
        appeal = proposal.worth * _whim(order, self._mood)
        entry = (-appeal, order.agent, order.operation, order.target, self._count, proposal)
        insort(self._ranked, entry)
        return entry


def _whim(order: Order, mood: int) -> float:
    """How much an order appeals in this turn's mood; a checksum is random enough for a whim, and some dozens are had a turn."""
    roll = crc32(f"{order.agent} {order.operation} {order.target}".encode(), mood) % (2 * WHIM + 1)
    return 1 + (roll - WHIM) / 1000
