"""Mountains as an engraver sets them: short strokes down both slopes of every ridge. Arithmetic only."""

from itertools import pairwise
from math import cos, pi, sin
from random import Random

import numpy as np

from game.ui.map.arrays import Floats
from game.ui.map.atlas import Line

_SPACING = 2.1
"""Design pixels between strokes."""
Crest = tuple[float, float, float, float]
"""A point of a ridge, and its direction there as a step of length 1."""


def hachures(ridges: tuple[Line, ...], k: float, unit: float) -> tuple[Floats, Floats]:
    """The strokes as rows of x, y, x, y: those in the light, those in shade. `k` is real pixels for a plate unit,
    `unit` for a design pixel; y points down.

    The same ridge is drawn the same in every tile and every game.
    """
    chance = Random(7)
    light: list[tuple[float, ...]] = []
    shade: list[tuple[float, ...]] = []
    for ridge in ridges:
        crest = _spaced(ridge.points * (k, -k), _SPACING * unit)
        phase = chance.random() * 6
        for index, point in enumerate(crest):
            swell = 0.55 + 0.45 * sin(pi * max(0.12, index / len(crest)))
            for side in (-1, 1):
                shaded = side * (point[3] - point[2]) < 0
                stroke = _stroke(point, side, index, phase, swell * (1.15 if shaded else 0.8), unit, chance)
                (shade if shaded else light).append(stroke)
    return (np.array(light).reshape(-1, 4), np.array(shade).reshape(-1, 4))


def _stroke(
    point: Crest, side: int, index: int, phase: float, swell: float, unit: float, chance: Random
) -> tuple[float, float, float, float]:
    """One stroke down a slope, a little askew, from a crest that sways."""
    x, y, across, down = point
    sway = (sin(index * 0.45 + phase) * 1.6 + sin(index * 0.17 + phase * 2) * 1.8) * unit
    turn = (chance.random() - 0.5) * 0.8
    dx = side * (-down * cos(turn) - across * sin(turn))
    dy = side * (-down * sin(turn) + across * cos(turn))
    reach = (4.6 + 3.6 * abs(sin(index * 0.31 + phase)) + chance.random() * 2.2) * swell * unit
    left, top = x - down * sway + dx * 0.9 * unit, y + across * sway + dy * 0.9 * unit
    return (left, top, left + dx * reach, top + dy * reach)


def _spaced(line: Floats, step: float) -> list[Crest]:
    """Points along a line about `step` apart, each with the direction of the line there."""
    found: list[Crest] = []
    for start, end in pairwise(line):
        away = end - start
        length = float(np.hypot(*away))
        count = max(2, int(length / step))
        dx, dy = (away / (length or 1.0)).tolist()
        found += [(float(x), float(y), dx, dy) for x, y in start + away * (np.arange(count) / count)[:, None]]
    return found
