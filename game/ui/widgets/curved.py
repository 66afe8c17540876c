"""Words along an ellipse: the names of rings and of corners of the world on the second board."""

from collections.abc import Iterator
from math import atan2, cos, degrees, hypot, pi, sin

import pygame
from pygame import Rect

from game.ui.painter import Painter, Point
from game.ui.studio import TextRecord


def curved_words(
    painter: Painter, role: str, words: str, centre: Point, axes: tuple[float, float], bearing: float, colour: str, *,
    dry: bool = False,
) -> Rect:  # fmt: skip
    """Sets `words` around the point of the ellipse at `bearing` (radians, 0 east, clockwise); in the lower half they read
    from left to right as well. With `dry` nothing is drawn. Returns the room they take."""
    face = painter.studio.lettering.face(role)
    shown = words.upper() if face.caps else words
    inks: list[Rect] = []
    for letter, middle, lean in _letters(painter, role, shown, centre, axes, bearing):
        word = painter.studio.lettering.word(face, letter, painter.colour(colour))
        turned = pygame.transform.rotozoom(word, lean, 1.0)
        box = turned.get_rect(center=(round(middle[0]), round(middle[1])))
        if not dry:
            painter.surface.blit(turned, box)
        inks.append(turned.get_bounding_rect().move(box.topleft))
    taken = inks[0].unionall(inks[1:]) if inks else Rect(round(centre[0]), round(centre[1]), 0, 0)
    if not dry and inks:
        clip = Rect(painter.surface.get_clip())
        painter.texts.append(TextRecord(text=words, role=role, rect=taken, clip=clip, letters=tuple(inks)))
    return taken


def _letters(
    painter: Painter, role: str, shown: str, centre: Point, axes: tuple[float, float], bearing: float
) -> Iterator[tuple[str, Point, float]]:
    """Each letter with its middle and its lean in degrees, counter-clockwise."""
    way = -1 if sin(bearing) > 0.35 else 1
    whole = painter.text_width(role, shown)
    done = 0
    for index, letter in enumerate(shown):
        upto = painter.text_width(role, shown[: index + 1])
        along = (done + upto) / 2 - whole / 2
        done = upto
        angle = _along(axes, bearing, along * way)
        tangent = (-axes[0] * sin(angle), axes[1] * cos(angle))
        lean = -degrees(atan2(tangent[1] * way, tangent[0] * way))
        if letter.strip():
            yield letter, (centre[0] + axes[0] * cos(angle), centre[1] + axes[1] * sin(angle)), lean


def _along(axes: tuple[float, float], bearing: float, length: float) -> float:
    """The bearing that lies so many pixels further along the ellipse."""
    steps = 24
    for _ in range(steps):
        speed = hypot(axes[0] * sin(bearing), axes[1] * cos(bearing)) or 1.0
        bearing += length / steps / speed
    return bearing % (2 * pi)
