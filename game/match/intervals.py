"""Means and shares with their 95 % intervals. Plain arithmetic; what is counted is not known here."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, sqrt

Z = 1.959964
"""Standard deviations to either side within which 95 % of a normal distribution lies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """An estimate and the ends of its 95 % interval."""

    mean: float
    low: float
    high: float


def mean_interval(numbers: Sequence[float], least: float, most: float) -> Interval:
    """The mean of some numbers between `least` and `most`, with the normal interval; of one number nothing is known.

    Raises:
        ValueError: there are no numbers.
    """
    count = len(numbers)
    if not count:
        raise ValueError("no numbers")
    mean = sum(numbers) / count
    if count == 1:
        return Interval(mean=mean, low=least, high=most)
    half = Z * sqrt(sum((number - mean) ** 2 for number in numbers) / (count - 1) / count)
    return Interval(mean=mean, low=max(least, mean - half), high=min(most, mean + half))


def share_interval(hits: int, count: int) -> Interval:
    """A share of `count` trials (at least one) with Wilson's interval, which holds near 0 and 1 too."""
    share = hits / count
    square = Z * Z
    middle = (share + square / (2 * count)) / (1 + square / count)
    half = Z / (1 + square / count) * sqrt(share * (1 - share) / count + square / (4 * count * count))
    return Interval(mean=share, low=max(0.0, middle - half), high=min(1.0, middle + half))


def ratio_interval(groups: Sequence[tuple[int, int]]) -> Interval | None:
    """A share of trials that come in groups, such as the turns of a game, whose members are alike.

    Groups are pairs of hits and trials. Members of one group say little more than one of them, so the interval is that of
    a ratio of sums over groups; where all say the same it is Wilson's for as many trials as there are groups. `None` if
    there were no trials.
    """
    groups = [group for group in groups if group[1]]
    trials = sum(count for _, count in groups)
    if not trials:
        return None
    share = sum(hits for hits, _ in groups) / trials
    spread = sum((hits - share * count) ** 2 for hits, count in groups)
    if len(groups) == 1 or not spread:
        wilson = share_interval(round(share * len(groups)), len(groups))
        return Interval(mean=share, low=min(share, wilson.low), high=max(share, wilson.high))
    half = Z * sqrt(len(groups) / (len(groups) - 1) * spread) / trials
    return Interval(mean=share, low=max(0.0, share - half), high=min(1.0, share + half))


def rounded(interval: Interval | None) -> dict[str, float | None]:
    """An interval for JSON; of what was never tried nothing is known."""
    if interval is None:
        return {"mean": None, "low": None, "high": None}
    ends = {"mean": interval.mean, "low": interval.low, "high": interval.high}
    return {name: round(end, 4) if isfinite(end) else None for name, end in ends.items()}
