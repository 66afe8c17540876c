"""Ratings from results: the model of Bradley and Terry on Elo's scale, with what a side of the table is worth beside it.

The chance that player a as the Center beats player b as the Circle is 1 / (1 + 10^-((a - b + side) / 400)); a drawn game is
half a game won. Ratings and `side` are those under which the results are likeliest. Plain arithmetic: no game is known here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log, sqrt

import numpy as np
import numpy.typing as npt

from game.match.intervals import Interval, Z

LEVEL = 1000.0
"""The rating of the player by whom the others are measured, or the mean of all."""

SCALE = 400 / log(10)
"""Points of Elo in one unit of the natural logarithm of the odds."""

BEYOND = 14.0
"""Natural logarithm of odds past which a chance is no chance any more: the likeliest rating is infinite."""

STEPS = 200
STILL = 1e-10
"""A step that changes no rating by more than this is the last."""

Numbers = npt.NDArray[np.float64]


class UnratedError(Exception):
    """The results do not say who is the better; the message is one line for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Games of one player as the Center against another as the Circle, and the points of the first: 1 a win, 0.5 a draw."""

    center: str
    circle: str
    games: int
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratings:
    """Ratings in Elo with 95 % intervals, in the order in which players were named.

    `side` is what it is worth to play the Center, against the Circle; `None` if that cannot be told from what the players
    are worth. `padded`: somebody won or lost everything, so that half a won and half a lost game were added to each
    result to keep the ratings finite; distances are then the least that the results bear out, more or less.
    """

    players: dict[str, Interval]
    side: Interval | None
    padded: bool


def rate(results: Sequence[Result], players: Sequence[str], anchor: str = "") -> Ratings:
    """The likeliest ratings of these players, `anchor` at `LEVEL`, or without one their mean.

    The intervals come from the curvature of the likelihood (Fisher's information) and are those of the distance to the
    anchor, whose own is nothing. They take games for independent of each other.

    Raises:
        UnratedError: there are players who have not met, not even by way of others.
    """
    played = [result for result in results if result.games]
    design = _design(played, players)
    count = len(players)
    if not played or np.linalg.matrix_rank(design[:, :count]) < count - 1:
        raise UnratedError(f"not all of {', '.join(players)} have met, not even by way of others")
    sided = bool(np.linalg.matrix_rank(design) == count)
    if not sided:
        design[:, count] = 0.0
    fitted, padded = _fit(design, played), False
    if fitted is None:
        padded = True
        fitted = _fit(design, [replace(result, games=result.games + 1, points=result.points + 0.5) for result in played])
    assert fitted is not None, "padded results have finite ratings"
    worths, spread = fitted
    zero = np.full(count + 1, 1 / count)
    zero[count] = 0.0
    if anchor:
        zero = _unit(count + 1, players.index(anchor))
    rated = {name: _interval(LEVEL, _unit(count + 1, index) - zero, worths, spread) for index, name in enumerate(players)}
    side = _interval(0.0, _unit(count + 1, count), worths, spread) if sided else None
    return Ratings(players=rated, side=side, padded=padded)


def _design(results: Sequence[Result], players: Sequence[str]) -> Numbers:
    """A row for each result: 1 for the Center's player, -1 for the Circle's, and 1 in the last column, the side's."""
    design = np.zeros((len(results), len(players) + 1))
    for row, result in enumerate(results):
        design[row, players.index(result.center)] += 1.0
        design[row, players.index(result.circle)] -= 1.0
        design[row, len(players)] = 1.0
    return design


def _fit(design: Numbers, results: Sequence[Result]) -> tuple[Numbers, Numbers] | None:
    """The likeliest worths by Newton's method, with their covariances; `None` if they are infinite.

    Only differences matter, so that the information has no inverse; the pseudo-inverse leaves the mean where it is.
    """
    games = np.array([result.games for result in results], dtype=np.float64)
    points = np.array([result.points for result in results], dtype=np.float64)
    worths = np.zeros(design.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-(design @ worths)))
        information = (design.T * (games * chances * (1 - chances))) @ design
        spread: Numbers = np.asarray(np.linalg.pinv(information, hermitian=True), dtype=np.float64)
        step = spread @ design.T @ (points - games * chances)
        farthest = float(np.abs(design @ step).max())
        worths = worths + step * min(1.0, 1 / farthest if farthest else 1.0)  # longer steps may overshoot for good
        if float(np.abs(design @ worths).max()) > BEYOND:
            return None
        if farthest < STILL:
            return worths, spread
    return None


def _unit(size: int, index: int) -> Numbers:
    unit = np.zeros(size)
    unit[index] = 1.0
    return unit


def _interval(level: float, weights: Numbers, worths: Numbers, spread: Numbers) -> Interval:
    """A weighted sum of worths in Elo, with its interval."""
    mean = level + SCALE * float(weights @ worths)
    half = Z * SCALE * sqrt(max(0.0, float(weights @ spread @ weights)))
    return Interval(mean=mean, low=mean - half, high=mean + half)
