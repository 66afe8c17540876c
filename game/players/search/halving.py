"""Sequential halving: roll-outs are spent evenly on all lines at first, and then on the better half, again and again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import ceil, log2, sqrt
from statistics import fmean, stdev

Ask = Callable[[Sequence[tuple[int, int]]], Sequence[float]]
"""Plays roll-outs, each named by line and number, and returns their values in that order."""

LEAST = 4
"""Roll-outs of a line before it may be dropped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a line fared: its mean value, and its mean lead over line 0 with the standard error of that."""

    line: int
    value: float
    lead: float
    error: float
    rollouts: int


@dataclass(slots=True)
class Halving:
    """Compares some lines by at most `budget` roll-outs. Line 0 is never dropped: the others are measured against it.

    Roll-out number n is the same world for every line, and every line still in play has had the same numbers.
    """

    lines: int
    budget: int
    values: list[list[float]] = field(init=False)

    def __post_init__(self) -> None:
        self.values = [[] for _ in range(self.lines)]

    def run(self, ask: Ask) -> list[Standing]:
        """Spends the budget and returns how all lines fared, the best first; those dropped early stand behind."""
        playing = list(range(self.lines))
        left = self.budget
        for number in range(ceil(log2(self.lines)), 0, -1):
            each = max(LEAST, left // (number * len(playing)))
            each = min(each, left // len(playing))
            if each < 1:
                break
            self._play(playing, each, ask)
            left -= each * len(playing)
            ranked = sorted(playing, key=lambda line: (-fmean(self.values[line]), line))
            playing = sorted({0, *ranked[: max(2, len(playing) // 2)]})
        standings = [self._standing(line) for line in range(self.lines) if self.values[line]]
        return sorted(standings, key=lambda one: (-one.rollouts, -one.value, one.line))

    def _play(self, lines: Sequence[int], each: int, ask: Ask) -> None:
        begin = len(self.values[lines[0]])
        wanted = [(line, number) for number in range(begin, begin + each) for line in lines]
        for (line, _), value in zip(wanted, ask(wanted), strict=True):
            self.values[line].append(value)

    def _standing(self, line: int) -> Standing:
        own = self.values[line]
        leads = [one - other for one, other in zip(own, self.values[0], strict=False)]
        error = stdev(leads) / sqrt(len(leads)) if len(leads) > 1 else 1.0
        return Standing(line=line, value=fmean(own), lead=fmean(leads), error=error, rollouts=len(own))
