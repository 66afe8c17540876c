"""Plays a record again by the rules of today and compares: the orders, the digests, and what was told.

Says where the first difference is; whose fault it is, the record's or the rules', is for the reader to judge.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.match.record import Record, TurnRecord
from game.match.stirring import resolve_stirred
from game.rules.definitions import Scenario
from game.rules.events import Event
from game.rules.geography import Atlas
from game.rules.legality import refuse_set
from game.rules.nouns import Side
from game.rules.orders import Order
from game.rules.setup import new_game
from game.rules.state import GameState, digest
from game.rules.view import view_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Divergence:
    """The first difference between a record and its replay.

    `turn` is the turn after which it shows, 0 for the opening. `what` names what differs (`scenario`, `turn`, `orders`,
    `digest` or `events`), `expected` is what the record says and `got` what the replay found.
    """

    turn: int
    what: str
    expected: str
    got: str

    def __str__(self) -> str:
        """The difference on one line."""
        when = f"in turn {self.turn}" if self.turn else "at the opening"
        return f"diverges {when}: {self.what}: recorded {self.expected}, replayed {self.got}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """One step of a replay: the number of the resolved turn (0: the opening), and the state after it."""

    turn: int
    state: GameState


def replay(record: Record, scenario: Scenario) -> Divergence | None:
    """The first divergence of a record from the rules and the scenario as they are; `None` if there is none."""
    for step in steps(record, scenario):
        if isinstance(step, Divergence):
            return step
    return None


def steps(record: Record, scenario: Scenario, *, digests: bool = True) -> Iterator[Replayed | Divergence]:
    """The opening and every turn of a record played again, up to the end or the first divergence, which is the last step.

    Without `digests` only the orders and what was told are compared: a newer version may keep more in a state and still
    play the same game.
    """
    if record.scenario != scenario.catalogue.id:
        yield _differs(0, "scenario", record.scenario, scenario.catalogue.id)
        return
    atlas = Atlas(scenario.catalogue)
    state, told = new_game(scenario, atlas, record.seed, record.allegiances, record.luck)
    wrong = _compare_digests(0, record.opening.digest, state, digests) or _compare_events(0, record.opening.events, told)
    yield wrong or Replayed(turn=0, state=state)
    for turn in record.turns if wrong is None else ():
        wrong = _refuse(scenario, atlas, state, turn)
        if wrong is None:
            state, told = resolve_stirred(scenario, atlas, state, _orders_of(turn), turn.stir)
            wrong = _compare_digests(turn.turn, turn.digest, state, digests) or _compare_events(turn.turn, turn.events, told)
        yield wrong or Replayed(turn=turn.turn, state=state)
        if wrong is not None:
            return


def _orders_of(turn: TurnRecord) -> Mapping[Side, tuple[Order, ...]]:
    return {side: turn.orders(side) for side in Side}


def _refuse(scenario: Scenario, atlas: Atlas, state: GameState, turn: TurnRecord) -> Divergence | None:
    """A recorded turn that could not have been played: out of its place, after the end, or with orders that are refused."""
    if turn.turn != state.turn or state.is_over():
        return _differs(turn.turn, "turn", str(turn.turn), "the end" if state.is_over() else str(state.turn))
    for side in Side:
        orders = turn.orders(side)
        refused = refuse_set(view_for(scenario, atlas, state, side), orders)
        if refused:
            index, reason = refused[0]
            order = f"{orders[index].operation} by {orders[index].agent}"
            return _differs(turn.turn, f"orders of the {side.value}", order, f"refused ({reason.kind.value})")
    return None


def _compare_digests(turn: int, expected: str, state: GameState, asked: bool) -> Divergence | None:
    if not asked:
        return None
    got = digest(state)
    return None if got == expected else _differs(turn, "digest", expected, got)


def _compare_events(turn: int, expected: Sequence[Event], got: Sequence[Event]) -> Divergence | None:
    """The first event that differs, or how many there are."""
    for old, new in zip(expected, got, strict=False):
        if old != new:
            return _differs(turn, "events", _brief(old), _brief(new))
    if len(expected) != len(got):
        return _differs(turn, "events", str(len(expected)), str(len(got)))
    return None


def _brief(event: Event) -> str:
    words = (event.audience.value, event.kind.value, event.operation, event.subject, event.other, event.place)
    return " ".join(word for word in words if word)


def _differs(turn: int, what: str, expected: str, got: str) -> Divergence:
    return Divergence(turn=turn, what=what, expected=expected, got=got)
