"""The two chances of an order, each as a sum of named reasons.

Asked on a view it gives what that side may know, with ranges where it cannot; asked on the
truth both ends are the same, and that number is rolled against.
"""

from collections.abc import Sequence
from typing import NamedTuple

from game.rules.nouns import Post, Side
from game.rules.numbers import Numbers
from game.rules.sight import Call, Range, Sight
from game.rules.vocabulary.conditions import holds
from game.rules.vocabulary.stats import MEASURES
from game.rules.words import Chance, Stat, Term, Whom


class Share(NamedTuple):
    """What one reason adds to a chance, in points: the same twice where it is known exactly."""

    stat: str
    of: Whom
    amount: Range
    points: Range


class Odds(NamedTuple):
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
    return _sum(sight, chance.base, [_share(sight, term, call) for term in chance.plus])


def traces_odds(sight: Sight, call: Call, watched: Range) -> Odds:
    """The chance that an order of the Center's leaves traces. `watched` is 0-1 as far as known."""
    return traces_from(sight, call.operation.traces.base, call, watched)


def traces_from(sight: Sight, base: int, call: Call, watched: Range) -> Odds:
    """The chance of traces that starts from another base than the operation's own."""
    if base in (0, 100) or call.operation.side is Side.CIRCLE:
        return Odds(base, (), base, base)
    numbers = sight.catalogue.numbers.traces
    shares = [
        _times(sight, Stat.TRADECRAFT, Whom.AGENT, numbers.tradecraft, call),
        _times(sight, Stat.ALERT, Whom.HERE, numbers.alert, call),
    ]
    if sight.post(call.agent) is not Post.LEGAL:
        shares.append(_times(sight, Stat.COVER, Whom.AGENT, numbers.cover, call))
    if watched != (0, 0):
        shares.append(Share("watched", Whom.HERE, watched, (watched[0] * numbers.watched, watched[1] * numbers.watched)))
    return _sum(sight, base, shares)


def _sum(sight: Sight, base: int, shares: list[Share]) -> Odds:
    numbers = sight.catalogue.numbers
    least, most = numbers.chance_least, numbers.chance_most
    low = high = base
    for share in shares:
        low += share.points[0]
        high += share.points[1]
    return Odds(base, tuple(shares), min(max(low, least), most), min(max(high, least), most))


def _times(sight: Sight, stat: Stat, whom: Whom, per: int, call: Call) -> Share:
    """A reason that counts so many points for each point of a number."""
    amount = MEASURES[stat](sight, whom, call)
    one, other = amount[0] * per, amount[1] * per
    return Share(stat, whom, amount, (one, other) if one <= other else (other, one))


def _share(sight: Sight, term: Term, call: Call) -> Share:
    amount = MEASURES[term.stat](sight, term.of, call)
    low = points_of(term, amount[0])
    if amount[0] == amount[1]:
        return Share(term.stat, term.of, amount, (low, low))
    high = points_of(term, amount[1])
    return Share(term.stat, term.of, amount, (low, high) if low <= high else (high, low))


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


def odds_of(numbers: Numbers, base: int, reasons: Sequence[tuple[Term, int]]) -> Odds:
    """What given amounts come to by the same sums, for whoever explains a chance without a game at hand."""
    shares = []
    for term, amount in reasons:
        gained = points_of(term, amount)
        shares.append(Share(term.stat.value, term.of, (amount, amount), (gained, gained)))
    whole = min(max(base + sum(share.points[0] for share in shares), numbers.chance_least), numbers.chance_most)
    return Odds(base, tuple(shares), whole, whole)
