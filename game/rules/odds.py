"""The two chances of an order, each as a sum of named reasons.

Asked on a view it gives what that side may know, with ranges where it cannot; asked on the
truth both ends are the same, and that number is rolled against.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.rules.nouns import Post, Side
from game.rules.numbers import Numbers
from game.rules.sight import Call, Range, Sight
from game.rules.vocabulary.conditions import holds
from game.rules.vocabulary.stats import measure
from game.rules.words import Chance, Stat, Term, Whom


@dataclass(frozen=True, slots=True)
class Share:
    """What one reason adds to a chance, in points: the same twice where it is known exactly."""

    stat: str
    of: Whom
    amount: Range
    points: Range


@dataclass(frozen=True, slots=True)
class Odds:
    """A chance in per cent with its reasons; `low` and `high` differ where something is unknown."""

    base: int
    shares: tuple[Share, ...]
    low: int
    high: int

    @property
    def middle(self) -> int:
        """The middle of the range, for those who must decide."""
        return (self.low + self.high) // 2


CERTAIN = Odds(100, (), 100, 100)
NEVER = Odds(0, (), 0, 0)


def success_odds(sight: Sight, call: Call) -> Odds:
    """The chance that an order succeeds."""
    chance = call.operation.success
    if chance.sure_unless is not None and holds(sight, chance.sure_unless, call) is False:
        return CERTAIN
    return weigh(sight, chance, call)


def weigh(sight: Sight, chance: Chance, call: Call) -> Odds:
    """A chance as the sum of its base and terms, clamped; a bare 0 or 100 stays."""
    if not chance.plus:
        return Odds(chance.base, (), chance.base, chance.base)
    shares = tuple(_share(sight, term, call) for term in chance.plus)
    return _sum(sight, chance.base, shares)


def traces_odds(sight: Sight, call: Call, watched: Range) -> Odds:
    """The chance that an order of the Center's leaves traces. `watched` is 0-1 as far as known."""
    base = call.operation.traces.base
    if base in (0, 100) or call.operation.side is Side.CIRCLE:
        return Odds(base, (), base, base)
    numbers = sight.catalogue.numbers.traces
    shares = [
        _share(sight, Term(stat=Stat.TRADECRAFT, per=numbers.tradecraft), call),
        _share(sight, Term(stat=Stat.ALERT, of=Whom.HERE, per=numbers.alert), call),
    ]
    if sight.post(call.agent) is not Post.LEGAL:
        shares.append(_share(sight, Term(stat=Stat.COVER, per=numbers.cover), call))
    if watched != (0, 0):
        shares.append(Share("watched", Whom.HERE, watched, (watched[0] * numbers.watched, watched[1] * numbers.watched)))
    return _sum(sight, base, tuple(shares))


def _sum(sight: Sight, base: int, shares: tuple[Share, ...]) -> Odds:
    numbers = sight.catalogue.numbers
    low = base + sum(share.points[0] for share in shares)
    high = base + sum(share.points[1] for share in shares)
    return Odds(
        base,
        shares,
        min(max(low, numbers.chance_least), numbers.chance_most),
        min(max(high, numbers.chance_least), numbers.chance_most),
    )


def _share(sight: Sight, term: Term, call: Call) -> Share:
    amount = measure(sight, term.stat, term.of, call)
    ends = sorted((_points(term, amount[0]), _points(term, amount[1])))
    return Share(term.stat.value, term.of, amount, (ends[0], ends[1]))


def _points(term: Term, number: int) -> int:
    number -= term.less
    if term.at_most is not None:
        number = min(number, term.at_most)
    if term.at_least is not None:
        number = max(number, term.at_least)
    if not term.percent:
        return number * term.per
    part = abs(number * term.percent)
    rounded = (part + 50) // 100
    return rounded if number * term.percent >= 0 else -rounded


def odds_of(numbers: Numbers, base: int, reasons: Sequence[tuple[Term, int]]) -> Odds:
    """What given amounts come to by the same sums, for whoever explains a chance without a game at hand."""
    shares = []
    for term, amount in reasons:
        points = _points(term, amount)
        shares.append(Share(term.stat.value, term.of, (amount, amount), (points, points)))
    whole = min(max(base + sum(share.points[0] for share in shares), numbers.chance_least), numbers.chance_most)
    return Odds(base, tuple(shares), whole, whole)
