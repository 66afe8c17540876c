"""A small picture of the desk beside each save, by which saves are told apart. Nothing depends on it: a save without one is
as good, and where the disk refuses there is none."""

from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pygame
from pygame import Rect, Surface

from game.match.envelope import write_whole

SIZE = (320, 180)
_SUFFIX = ".png"


def take() -> Surface | None:
    """What the window shows now, made small; nothing without a window."""
    shown = pygame.display.get_surface()
    if shown is None:
        return None
    scale = min(shown.get_width() / SIZE[0], shown.get_height() / SIZE[1])
    part = Rect(0, 0, round(SIZE[0] * scale), round(SIZE[1] * scale)).clip(shown.get_rect())
    return pygame.transform.smoothscale(shown.subsurface(part), SIZE)


def keep(picture: Surface | None, save: Path) -> None:
    """Puts the picture beside a save; without one, takes away what lay there."""
    with suppress(OSError, pygame.error):
        if picture is None:
            save.with_suffix(_SUFFIX).unlink(missing_ok=True)
        else:
            drawn = BytesIO()
            pygame.image.save(picture, drawn, _SUFFIX)
            write_whole(save.with_suffix(_SUFFIX), drawn.getvalue())


def find(save: Path) -> Surface | None:
    """The picture beside a save, if there is one that can be read."""
    path = save.with_suffix(_SUFFIX)
    try:
        return pygame.image.load(str(path)) if path.is_file() else None
    except (OSError, pygame.error):
        return None
