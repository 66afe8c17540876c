"""Operations made ready: their words are looked up once, and not each of the thousand times a game asks."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from game.rules.definitions import Catalogue, Operation
from game.rules.nouns import Side
from game.rules.sight import Call, Range, Sight
from game.rules.vocabulary.conditions import Check, asks_of_nobody, asks_of_target, checker
from game.rules.vocabulary.stats import MEASURES, Measure, looks_at_target
from game.rules.words import Condition, Deed, Do, Stat, StatWithin, Term, Whom

MOST, MOST_CATALOGUES = 512, 8
"""So many operations and catalogues are kept ready; a scenario has some thirty operations and one catalogue."""

TRAVEL = Do(deed=Deed.TRAVEL)


Weight = tuple[Stat, Measure, Whom, Callable[[int], int]]
"""A term made ready: which number it reads, how, and whose, and how many points a number comes to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """An operation made ready.

    `needs` are those of the operation in their order. They are also kept apart by whether they come to the same for all orders
    of a turn, for all of one person (as weights are), or for none but those with the same target. `surely` is the condition
    without which success is sure, and `least` the least of each number that is needed.
    """

    operation: Operation
    needs: tuple[Check, ...]
    needs_of_all: tuple[Check, ...]
    needs_of_agent: tuple[Check, ...]
    needs_of_target: tuple[Check, ...]
    surely: Check | None
    weights: tuple[Weight, ...]
    weights_of_agent: tuple[Weight, ...]
    weights_of_target: tuple[Weight, ...]
    is_journey: bool
    least: Mapping[Stat, int]


def ready(operation: Operation) -> Ready:
    """The operation made ready; the same operation is made so once."""
    found = _READY.get(id(operation))
    if found is None:
        if len(_READY) >= MOST:
            _READY.clear()
        found = _READY[id(operation)] = _make_ready(operation)
    return found


class Repertoire(NamedTuple):
    """All operations of one side, as they are written and made ready, by id."""

    operations: Mapping[str, Operation]
    ready: Mapping[str, Ready]


def repertoire(catalogue: Catalogue, side: Side) -> Repertoire:
    """The repertoire of a side; that of the same catalogue is made once."""
    _, sides = _REPERTOIRES.get(id(catalogue)) or _make_repertoires(catalogue)
    return sides[side]


def _make_repertoires(catalogue: Catalogue) -> "Repertoires":
    if len(_REPERTOIRES) >= MOST_CATALOGUES:
        _REPERTOIRES.clear()
    made = _REPERTOIRES[id(catalogue)] = (catalogue, {side: _make_repertoire(catalogue, side) for side in Side})
    return made


def _make_repertoire(catalogue: Catalogue, side: Side) -> Repertoire:
    operations = {id_: operation for id_, operation in catalogue.operations.items() if operation.side is side}
    return Repertoire(operations, {id_: ready(operation) for id_, operation in operations.items()})


Repertoires = tuple[Catalogue, Mapping[Side, Repertoire]]

_REPERTOIRES: dict[int, Repertoires] = {}
"""What is ready, by the identity of its catalogue."""

_READY: dict[int, Ready] = {}
"""What is ready, by the identity of its operation: to compare operations by what they say would take longer than all else."""


def _make_ready(operation: Operation) -> Ready:
    chance = operation.success
    return Ready(
        operation=operation,
        needs=_checks(operation.needs),
        needs_of_all=_checks(need for need in operation.needs if asks_of_nobody(need)),
        needs_of_agent=_checks(need for need in operation.needs if not asks_of_nobody(need) and not asks_of_target(need)),
        needs_of_target=_checks(need for need in operation.needs if asks_of_target(need)),
        surely=None if chance.sure_unless is None else checker(chance.sure_unless),
        weights=_weights(chance.plus),
        weights_of_agent=_weights(term for term in chance.plus if not looks_at_target(term.stat, term.of)),
        weights_of_target=_weights(term for term in chance.plus if looks_at_target(term.stat, term.of)),
        is_journey=TRAVEL in operation.do,
        least=_least(operation.needs),
    )


def _least(needs: Iterable[Condition]) -> dict[Stat, int]:
    least: dict[Stat, int] = {}
    for need in needs:
        if isinstance(need, StatWithin) and need.at_least is not None:
            least.setdefault(need.stat, need.at_least)
    return least


def _checks(conditions: Iterable[Condition]) -> tuple[Check, ...]:
    return tuple(checker(condition) for condition in conditions)


def _weights(terms: Iterable[Term]) -> tuple[Weight, ...]:
    return tuple((term.stat, MEASURES[term.stat], term.of, _scale(term)) for term in terms)


def _scale(term: Term) -> Callable[[int], int]:
    """How many points a number comes to by this term."""
    if term.percent or term.at_most is not None or term.at_least is not None:
        return lambda number: points_of(term, number)
    per, less = term.per, term.less
    return (lambda number: (number - less) * per) if less else (lambda number: number * per)


def points_of(term: Term, number: int) -> int:
    """The points that a term gives for a number."""
    number -= term.less
    if term.at_most is not None and number > term.at_most:
        number = term.at_most
    if term.at_least is not None and number < term.at_least:
        number = term.at_least
    if not term.percent:
        return number * term.per
    part = abs(number * term.percent)
    rounded = (part + 50) // 100
    return rounded if number * term.percent >= 0 else -rounded


def is_sure(sight: Sight, readied: Ready, call: Call) -> bool:
    """Whether it is known that nothing stands in the way of success."""
    return readied.surely is not None and readied.surely(sight, call) is False


def weigh(sight: Sight, weights: tuple[Weight, ...], call: Call) -> Range:
    """The least and the most that weights come to together, as far as this sight knows."""
    low = high = 0
    for _, measure, of, points in weights:
        least, most = measure(sight, of, call)
        one = points(least)
        if least == most:
            low += one
            high += one
            continue
        other = points(most)
        low += min(one, other)
        high += max(one, other)
    return (low, high)
