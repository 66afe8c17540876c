"""The two chances of an order, each as a sum of named reasons.

Asked on a view it gives what that side may know, with ranges where it cannot; asked on the
truth both ends are the same, and that number is rolled against.
"""

from collections.abc import Sequence
from typing import NamedTuple

from game.rules.nouns import CIRCLE, LEGAL
from game.rules.numbers import Numbers
from game.rules.sight import Call, Range, Sight
from game.rules.vocabulary.ready import Ready, Weight, is_sure, points_of, ready, weigh
from game.rules.vocabulary.stats import MEASURES
from game.rules.words import AGENT, HERE, Stat, Term, Whom


class Share(NamedTuple):
    """What one reason adds to a chance: its amount and the points of per cent that come of it, each the least and the most, the
    same twice where it is known exactly. `stat` is one of `Stat`, or `WATCHED`."""

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


TRADECRAFT, ALERT, COVER = Stat.TRADECRAFT, Stat.ALERT, Stat.COVER
_TRADECRAFT, _ALERT = MEASURES[TRADECRAFT], MEASURES[ALERT]

CERTAIN = Odds(100, (), 100, 100)

WATCHED = "watched"
"""The reason for traces that is no number of anybody's: 1 where the area is watched."""


def success_odds(sight: Sight, call: Call) -> Odds:
    """The chance that an order succeeds: the sum of its base and terms, clamped; a bare 0 or 100 stays."""
    readied, base = ready(call.operation), call.operation.success.base
    if is_sure(sight, readied, call):
        return CERTAIN
    if not readied.weights:
        return Odds(base, (), base, base)
    return _sum(sight, base, [_share(sight, weight, call) for weight in readied.weights])


def success_range(sight: Sight, call: Call) -> Range:
    """The least and the most that `success_odds` comes to, for whoever asks for no reasons."""
    return ready_range(sight, ready(call.operation), call)


def ready_range(sight: Sight, readied: Ready, call: Call) -> Range:
    """The same for whoever has made the call's operation ready."""
    base = call.operation.success.base
    if is_sure(sight, readied, call):
        return (100, 100)
    if not readied.weights:
        return (base, base)
    return clamp(sight.catalogue.numbers, base, weigh(sight, readied.weights, call))


def traces_odds(sight: Sight, call: Call, watched: Range) -> Odds:
    """The chance that an order of the Center's leaves traces. `watched` is 0-1 as far as known."""
    base = call.operation.traces.base
    if _is_bare(base, call):
        return Odds(base, (), base, base)
    return _sum(sight, base, [_times(*amount) for amount in _trace_amounts(sight, call, watched)])


def traces_range(sight: Sight, base: int, call: Call, watched: Range) -> Range:
    """The least and the most that a chance of traces with this base comes to, for whoever asks for no reasons."""
    return (base, base) if _is_bare(base, call) else clamp(sight.catalogue.numbers, base, caution(sight, call, watched))


def caution(sight: Sight, call: Call, watched: Range) -> Range:
    """What somebody's skill, cover and surroundings add to the traces of whatever he does."""
    low = high = 0
    for _, _, (least, most), per in _trace_amounts(sight, call, watched):
        if least == most:
            low += least * per
            high += least * per
            continue
        one, other = least * per, most * per
        low += min(one, other)
        high += max(other, one)
    return (low, high)


def _is_bare(base: int, call: Call) -> bool:
    """Whether a chance of traces is what it is, whoever acts."""
    return base in (0, 100) or call.operation.side is CIRCLE


def _trace_amounts(sight: Sight, call: Call, watched: Range) -> list[tuple[str, Whom, Range, int]]:
    """The reasons of every chance of traces: whose number, how much of it, and what each point of it adds."""
    numbers = sight.catalogue.numbers.traces
    amounts: list[tuple[str, Whom, Range, int]] = [
        (TRADECRAFT, AGENT, _TRADECRAFT(sight, AGENT, call), numbers.tradecraft),
        (ALERT, HERE, _ALERT(sight, HERE, call), numbers.alert),
    ]
    if sight.post(call.agent) is not LEGAL:
        amounts.append((COVER, AGENT, sight.cover(call.agent), numbers.cover))
    if watched != (0, 0):
        amounts.append((WATCHED, HERE, watched, numbers.watched))
    return amounts


def clamp(numbers: Numbers, base: int, points: Range) -> Range:
    """Both ends of a chance: a base and the points that it gains, kept between the least and the most that a chance may be."""
    least, most = numbers.chance_least, numbers.chance_most
    low, high = base + points[0], base + points[1]
    if least <= low and high <= most:  # as nearly always: to call `min` each time would be felt
        return (low, high)
    return (least if low < least else min(low, most), least if high < least else min(high, most))


def _sum(sight: Sight, base: int, shares: list[Share]) -> Odds:
    points = (sum(share.points[0] for share in shares), sum(share.points[1] for share in shares))
    return Odds(base, tuple(shares), *clamp(sight.catalogue.numbers, base, points))


def _times(stat: str, whom: Whom, amount: Range, per: int) -> Share:
    """A reason that counts so many points for each point of a number."""
    one, other = amount[0] * per, amount[1] * per
    return Share(stat, whom, amount, (min(one, other), max(one, other)))


def _share(sight: Sight, weight: Weight, call: Call) -> Share:
    stat, measure, of, points = weight
    amount = measure(sight, of, call)
    low, high = points(amount[0]), points(amount[1])
    return Share(stat, of, amount, (min(low, high), max(low, high)))


def odds_of(numbers: Numbers, base: int, reasons: Sequence[tuple[Term, int]]) -> Odds:
    """What given amounts come to by the same sums, for whoever explains a chance without a game at hand."""
    shares = []
    for term, amount in reasons:
        gained = points_of(term, amount)
        shares.append(Share(term.stat.value, term.of, (amount, amount), (gained, gained)))
    whole = min(max(base + sum(share.points[0] for share in shares), numbers.chance_least), numbers.chance_most)
    return Odds(base, tuple(shares), whole, whole)
