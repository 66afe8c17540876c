"""The player that thinks: it plays its choices on in imagined worlds and keeps to the planner's unless another is better."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.players.search.halving import Ask, Halving, Standing
from game.players.search.lines import propose_lines
from game.players.search.rollouts import Line, Orders, Rollouts
from game.rules.dice import Dice
from game.rules.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """How hard a player thinks: roll-outs a turn, turns looked ahead, and how many standard errors a line must lead by."""

    rollouts: int
    horizon: int
    lines: int
    sure: float


STRENGTHS = {
    "normal": Strength(rollouts=120, horizon=4, lines=10, sure=1.0),
    "hard": Strength(rollouts=480, horizon=4, lines=16, sure=1.0),
}
"""The strengths by the names of their players."""


class SearchPlayer:
    """Plays either side. The same view and seed give the same orders, wherever the roll-outs are played."""

    def __init__(self, strength: Strength, seed: int) -> None:
        self._strength = strength
        self._seed = seed

    def choose(self, view: View) -> Orders:
        """The orders for this turn."""
        if view.verdict is not None:
            return ()
        lines = propose_lines(view, Dice(self._seed), self._strength.lines)
        rollouts = Rollouts(view, self._seed, self._strength.horizon)
        standings = compare(lines, self._strength, lambda wanted: [rollouts.play(lines[line], number) for line, number in wanted])
        return lines[best_of(standings, self._strength.sure)].orders


def compare(lines: Sequence[Line], strength: Strength, ask: Ask) -> list[Standing]:
    """How the lines fare in roll-outs, the best first."""
    return Halving(len(lines), strength.rollouts).run(ask)


def best_of(standings: Sequence[Standing], sure: float) -> int:
    """The line to play: the first of all lines, unless another that lasted leads it by more than noise would."""
    if not standings:
        return 0
    most = standings[0].rollouts
    for one in standings:
        if one.rollouts == most and one.line and one.lead > sure * one.error:
            return one.line
    return 0
