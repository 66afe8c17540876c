"""Names engraved on the plate: countries upright, waters in italics, along coasts and peninsulas at an angle."""

from collections.abc import Iterable

import pygame
from pygame import Color, Surface

from game.ui.lettering import Face, Lettering
from game.ui.map.atlas import Label
from game.ui.map.style import TILE, PlateStyle

FAMILY = "OldStandardTT"
SIZES = (0.95, 1.42, 2.1, 2.7, 3.3)
"""How large names are at each zoom step, as multiples of what their file says."""
_SMOOTH = 2
_STRENGTH = 215
"""How opaque the ink is, of 255: names are decoration and stand back behind places."""


def engrave(
    tile: Surface, labels: Iterable[Label], style: PlateStyle, step: int, k: float, cell: tuple[int, int],
    lettering: Lettering,
) -> None:  # fmt: skip
    """Sets every name that reaches into the tile of this column and row."""
    for label in labels:
        if label.level > step + 1 or (label.era and label.era != style.era):
            continue
        word = _word(label, style, SIZES[step] * style.unit, lettering)
        middle = (label.at[0] * k - cell[0] * TILE, -label.at[1] * k - cell[1] * TILE)
        box = word.get_rect(center=(round(middle[0]), round(middle[1])))
        if box.colliderect(tile.get_rect()):
            tile.blit(word, box)


def _word(label: Label, style: PlateStyle, size: float, lettering: Lettering) -> Surface:
    turned = bool(label.rotate)
    px = max(6, round(label.px * size)) * (_SMOOTH if turned else 1)
    face = Face(
        role="map", family=FAMILY, weight=400, italic=label.water, px=px, tracking=label.tracking / label.px,
        caps=False, tabular=False,
    )  # fmt: skip
    ink = Color(*style.colour("sea_label" if label.water else "label"), _STRENGTH)
    word = lettering.word(face, label.text, ink)
    return pygame.transform.rotozoom(word, -label.rotate, 1 / _SMOOTH) if turned else word
