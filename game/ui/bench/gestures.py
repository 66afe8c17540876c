"""Panning and zooming over the whole map, as a script: so many frames of dragging at every zoom step, arrow keys, the wheel
in and out."""

from math import pi, sin

import pygame

from game.ui.bench.hand import Hand

_KEYS = (pygame.K_LEFT, pygame.K_UP, pygame.K_RIGHT, pygame.K_DOWN)
_STEPS = 5


def roam(hand: Hand, middle: tuple[int, int], frames: int) -> None:
    """Goes through all zoom steps and back, about a point of the map; about `frames` frames, half of them dragging."""
    hand.point(middle)
    each = max(4, frames // (2 * _STEPS))
    for step in range(_STEPS):
        hand.drag(_way(middle, each))
        hand.point(middle)
        hand.press(_KEYS[step % len(_KEYS)])
        if step < _STEPS - 1:
            hand.turn_wheel(1)
    for _ in range(_STEPS - 1):
        hand.turn_wheel(-1)


def _way(middle: tuple[int, int], points: int) -> list[tuple[int, int]]:
    """A figure of eight about a point, a quarter as wide and as high as it lies from the window's corner."""
    x, y = middle
    turns = [2 * pi * index / points for index in range(points + 1)]
    return [(round(x + x / 2 * sin(turn)), round(y + y / 4 * sin(2 * turn))) for turn in turns]
