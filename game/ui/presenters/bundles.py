"""Gathers the events of a month into telegrams: what belongs together, what is read first, and no more than a dozen.

It looks at kinds, phases and ids alone; words are found elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from game.rules.events import DISPATCHES, Event, EventKind
from game.rules.legality import ReasonKind
from game.rules.nouns import PhaseName

MOST_TELEGRAMS = 12

_ORDERS = (EventKind.SUCCEEDED, EventKind.FAILED, EventKind.LAPSED, EventKind.CALLED_OFF)
_TASKS = (EventKind.TASK_MET, EventKind.TASK_MISSED, EventKind.DEMAND)
_NEWS = (EventKind.TOLD, EventKind.HEADLINE)
_BY_NEWS = (EventKind.GONE, EventKind.JOINED, EventKind.VISA_GRANTED, EventKind.VISA_WITHDRAWN)
"""What only the world's doing brings about in dispatches: it is read after the news that says why."""
_LISTED = (
    EventKind.ARRIVED, EventKind.CAME_CLOSER, EventKind.SENT_AWAY, EventKind.SENT_OFF, EventKind.SET_OUT, EventKind.JOINED,
    EventKind.LAY_LOW, EventKind.REPORTED, EventKind.WATCHED, EventKind.LEFT_TRACES, EventKind.SURVEYED, EventKind.GONE,
)  # fmt: skip
"""Small things, of which several stand in one telegram."""


@dataclass(slots=True)
class Bundle:
    """Events that make one telegram."""

    rank: int
    key: tuple[str, ...]
    events: list[Event] = field(default_factory=list)

    @property
    def order(self) -> Event | None:
        """The side's own order in it, if it is about one alone."""
        own = [event for event in self.events if event.kind in _ORDERS]
        return own[0] if len(own) == 1 else None

    @property
    def departures(self) -> bool:
        """Whether it lists those who have left."""
        return self.key[:2] == (EventKind.SUCCEEDED, PhaseName.MOVE)

    @property
    def dispatch(self) -> bool:
        """Whether it belongs to the opening of the next turn."""
        return self.events[0].phase == DISPATCHES

    @property
    def days_later(self) -> int:
        """How many days after the turn's first its news are of."""
        return max((event.number for event in self.events if event.kind in _NEWS), default=0)

    @property
    def head(self) -> Event:
        """The event that gives the telegram its title."""
        main = (EventKind.STRUCK, EventKind.TOLD)
        return self.order or next((event for event in self.events if event.kind in main), self.events[0])


def gather(events: Sequence[Event]) -> list[Bundle]:
    """One bundle for each telegram, in the order in which they are read, twelve at most."""
    return _few_enough(_bundled(events))


def _bundled(events: Sequence[Event]) -> list[Bundle]:
    """One bundle for each telegram, in the order in which they are read."""
    bundles: list[Bundle] = []
    for event in sorted(events, key=_rank):
        bundle = next((other for other in bundles if _belongs(event, other)), None)
        if bundle is None:
            bundle = Bundle(_rank(event), _key(event))
            bundles.append(bundle)
        bundle.events.append(event)
    for bundle in bundles:
        bundle.events.sort(key=_place_in_telegram)
    return bundles


def _rank(event: Event) -> int:
    if event.kind is EventKind.VERDICT:
        return 6
    if event.kind in _TASKS:
        return 5
    if event.kind in _NEWS:
        return 3
    if event.phase == DISPATCHES:
        return 4 if event.kind in _BY_NEWS else 2
    return 0 if event.kind in _ORDERS and not _had_nobody(event) else 1


def _had_nobody(event: Event) -> bool:
    """Whether an order lapsed with the person who had it: what befell him is read before."""
    return event.kind is EventKind.LAPSED and event.text == ReasonKind.NOT_FREE


def _key(event: Event) -> tuple[str, ...]:
    """Events with the same key stand in one telegram."""
    if event.kind in _NEWS or event.kind in _TASKS:
        return (str(_rank(event)), event.operation)
    if event.kind in _LISTED:
        return (event.kind, event.phase if event.phase == DISPATCHES else "")
    if event.kind is EventKind.SUCCEEDED and event.phase == PhaseName.MOVE:
        return (event.kind, event.phase)
    if _rank(event) == 1 and event.subject:
        return ("about", event.phase, event.subject)
    return (event.kind, event.phase, event.operation, event.subject, event.other, event.place, str(event.number))


def _belongs(event: Event, bundle: Bundle) -> bool:
    """Whether an event is part of a bundle: the same news, or what was noticed of an order in it."""
    if event.kind is not EventKind.VERDICT and bundle.key == _key(event):
        return True
    order = bundle.order
    if order is None or event.kind in _ORDERS or event.phase != order.phase:
        return False
    if event.kind is EventKind.STRUCK:
        return event.operation == order.operation
    return bool(event.subject) and event.subject in (order.subject, order.other) and order.phase != PhaseName.MOVE


def _place_in_telegram(event: Event) -> int:
    """Shots are heard first; then how the order went; then the rest as it came."""
    if event.kind is EventKind.STRUCK:
        return 0
    return 1 if event.kind in _ORDERS or event.kind is EventKind.TOLD else 2


def _few_enough(bundles: list[Bundle]) -> list[Bundle]:
    """Not more than can be read in a sitting: small things of one kind, then neighbours, go into one telegram."""
    kept = list(bundles)
    while len(kept) > MOST_TELEGRAMS:
        pairs = [pair for pair in pairwise(kept) if pair[0].rank == pair[1].rank]
        first, second = min(pairs, key=_loss)
        first.events += second.events
        kept.remove(second)
    return kept


def _loss(pair: tuple[Bundle, Bundle]) -> int:
    """How much is lost if two neighbours go into one telegram."""
    first, second = pair
    events = (*first.events, *second.events)
    if any(event.kind in (EventKind.STRUCK, EventKind.HEADLINE) for event in events):
        return 9
    if first.events[0].kind is second.events[0].kind and first.rank in (1, 2, 4):
        return 0
    return {2: 1, 4: 1, 1: 2, 3: 3, 0: 4}.get(first.rank, 5)
