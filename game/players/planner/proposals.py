"""Proposals: what a goal would like to order and what it thinks that is worth. The best that fit together are picked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from zlib import crc32

from game.players.planner.outlook import Outlook
from game.rules.dice import Dice
from game.rules.legality import OrderSet
from game.rules.orders import Order
from game.rules.records import quick
from game.rules.view import View

SECOND_OF_A_KIND = 0.2
"""What a second order towards the same end is worth, beside the first."""
ONLY_ONE = "!"
"""Begins a kind of which a second order would be worth nothing."""
WHIM = 100
"""How far whims go, in thousandths of a worth: no two games are planned quite alike."""

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


def pick(outlook: Outlook, proposals: Iterable[Proposal], price: Price, dice: Dice) -> list[Proposal]:
    """The best proposals that may be given together, taken one by one, each worth more than holding."""
    view = outlook.view
    mood = dice.below(1 << 32, view.turn, "planner", "mood")
    ranked = [(proposal.worth * _whim(proposal.order, mood), proposal) for proposal in proposals if proposal.worth > 0]
    ranked.sort(key=_rank)
    picked: list[Proposal] = []
    taken = OrderSet(view, outlook.sight)
    while ranked and taken.signals:
        best = _best(view, ranked, picked, taken.funds, price)
        if best is None:
            break
        ranked = [entry for entry in ranked if entry[1] is not best]
        if taken.take(best.order) is None:
            picked.append(best)
    return picked


def _best(view: View, ranked: list[tuple[float, Proposal]], picked: list[Proposal], funds: int, price: Price) -> Proposal | None:
    busy = tuple(proposal.order.agent for proposal in picked)
    kinds = tuple(proposal.kind for proposal in picked)
    best, most = None, 0.0
    for worth, proposal in ranked:
        if worth <= most:
            break
        if proposal.order.agent in busy or _cost(view, proposal.order) > funds:
            continue
        gain = worth * _share(proposal.kind, kinds) - price(proposal.order.agent, busy)
        if gain > most:
            best, most = proposal, gain
    return best


def _share(kind: str, kinds: tuple[str, ...]) -> float:
    """What an order of this kind is still worth beside those already picked."""
    if not kind or kind not in kinds:
        return 1
    return 0 if kind.startswith(ONLY_ONE) else SECOND_OF_A_KIND


def _whim(order: Order, mood: int) -> float:
    """How much an order appeals in this turn's mood; a checksum is random enough for a whim, and some hundred are had a turn."""
    roll = crc32(f"{order.agent} {order.operation} {order.target}".encode(), mood) % (2 * WHIM + 1)
    return 1 + (roll - WHIM) / 1000


def _cost(view: View, order: Order) -> int:
    return view.catalogue.operations[order.operation].cost + order.extra


def _rank(entry: tuple[float, Proposal]) -> tuple[float, str, str, str]:
    worth, proposal = entry
    return (-worth, proposal.order.agent, proposal.order.operation, proposal.order.target)
