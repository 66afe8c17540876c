"""Makes the paper of the plate: folds at its quarters, its warm tone, and the noise of its grain (see `grain`)."""

import numpy as np
from pygame import Surface
from pygame.surfarray import pixels3d

from game.ui.map.arrays import Floats
from game.ui.map.style import TILE

_FOLD_EVERY = (400.0, 450.0)
"""Design pixels between folds, across and down, from the plate's upper left corner."""
_TONE = np.array([1.0, 0.992, 0.972])
_SEED = 12
"""Of the grain: the same noise in every plate."""


def fold(tile: Surface, corner: tuple[float, float], unit: float) -> None:
    """Lays folds and the tone of old paper over a tile. `corner` is where the plate's upper left corner lies, in the
    tile's pixels."""
    across = _creases(tile.get_width(), corner[0], _FOLD_EVERY[0] * unit, unit)
    down = _creases(tile.get_height(), corner[1], _FOLD_EVERY[1] * unit, unit) * 0.7
    shade = 1 + (across[:, None] + down[None, :]) / 255
    pixels = pixels3d(tile)
    pixels[:] = np.clip(pixels * (shade[..., None] * _TONE), 0, 255).astype(np.uint8)


def _creases(length: int, origin: float, every: float, unit: float) -> Floats:
    """Grey levels along one direction: a bright crest, a dark valley and a soft rise and fall at every fold."""
    away = (np.arange(length) - origin + every / 2) % every - every / 2
    d = away / unit
    soft = np.where(d < 0, np.exp(np.minimum(d, 0) / 46) * 4, -np.exp(-np.maximum(d, 0) / 60) * 5)
    first = np.arange(length) - origin < every / 2
    grey = np.exp(-((d / 1.1) ** 2)) * 9 - np.exp(-(((d - 2.4) / 2.2) ** 2)) * 7 + soft
    return np.asarray(np.where(first, 0.0, grey))


def make_grain() -> tuple[Surface, Surface]:
    """Mottle and grain as two tiles that fit together in every direction: light to add, dark to take away."""
    chance = np.random.default_rng(_SEED)
    noise = np.fft.rfft2(chance.standard_normal((TILE, TILE)))
    turns = np.hypot(np.fft.fftfreq(TILE)[:, None] * TILE, np.fft.rfftfreq(TILE)[None] * TILE)
    turns[0, 0] = 1
    mottle = np.fft.irfft2(noise * np.where((turns < 1) | (turns > 16), 0, turns**-1.5), s=(TILE, TILE))
    level = mottle / mottle.std() * 2.4 + chance.standard_normal((TILE, TILE)) * 0.9
    tinted = np.rint(level[..., None] * np.array([0.9, 1.0, 1.15]))
    return _surface(np.maximum(tinted, 0)), _surface(np.maximum(-tinted, 0))


def _surface(levels: Floats) -> Surface:
    surface = Surface((TILE, TILE), 0, 24)
    pixels3d(surface)[:] = levels.astype(np.uint8)
    return surface
