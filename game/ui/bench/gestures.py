"""Panning and zooming over the whole map, as a script: so many frames of dragging at every zoom step, arrow keys, the wheel
in and out."""

from math import pi, sin

import pygame

from game.ui.bench.hand import Hand

_KEYS = (pygame.K_LEFT, pygame.K_UP, pygame.K_RIGHT, pygame.K_DOWN)
_STEPS, _LEAST = 5, 40
"""Zoom steps that there are, and frames that each is worth at least."""


def roam(hand: Hand, middle: tuple[int, int], frames: int) -> None:
    """Goes through all zoom steps and back, about a point of the map; about `frames` frames, half of them dragging. Few
    frames go through fewer steps."""
    hand.point(middle)
    steps = max(2, min(_STEPS, frames // _LEAST))
    each = max(4, frames // (2 * steps))
    for step in range(steps):
        hand.drag(_way(middle, each))
        hand.point(middle)
        hand.press(_KEYS[step % len(_KEYS)])
        if step < steps - 1:
            hand.turn_wheel(1)
    for _ in range(steps - 1):
        hand.turn_wheel(-1)


def _way(middle: tuple[int, int], points: int) -> list[tuple[int, int]]:
    """A figure of eight about a point, a quarter as wide and as high as it lies from the window's corner."""
    x, y = middle
    turns = [2 * pi * index / points for index in range(points + 1)]
    return [(round(x + x / 2 * sin(turn)), round(y + y / 4 * sin(2 * turn))) for turn in turns]
