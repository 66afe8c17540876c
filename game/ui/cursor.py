"""The pointer's shape: what a click would do where it is."""

from contextlib import suppress

import pygame

from game.ui.reach import area_named
from game.ui.screen import HotArea
from game.ui.stack import Level


def cursor_for(area: HotArea | None, *, held: bool) -> int:
    """The shape over an area: a hand where a click does something, a bar to write at, a barred circle where something is
    refused, four arrows while a drag moves what lies there; else the arrow. `held` is whether the area is held down."""
    if area is None:
        return pygame.SYSTEM_CURSOR_ARROW
    if not area.enabled:
        return pygame.SYSTEM_CURSOR_NO
    if area.typing is not None:
        return pygame.SYSTEM_CURSOR_IBEAM
    ground = area.drag is not None and not area.focusable
    if ground:
        return pygame.SYSTEM_CURSOR_SIZEALL if held else pygame.SYSTEM_CURSOR_ARROW
    return pygame.SYSTEM_CURSOR_HAND if area.action is not None or area.drag is not None else pygame.SYSTEM_CURSOR_ARROW


class Cursor:
    """The pointer of one window. It is changed only where its shape does."""

    def __init__(self) -> None:
        self.shape: int = pygame.SYSTEM_CURSOR_ARROW

    def follow(self, level: Level) -> None:
        """Takes the shape for what is held down, or else for what lies under the pointer."""
        seen = level.attention
        area = area_named(level, seen.pressed or seen.hovered)
        shape = cursor_for(area, held=seen.pressed is not None)
        if shape != self.shape:
            self.shape = shape
            with suppress(pygame.error):  # a display may have no pointers to choose from
                pygame.mouse.set_cursor(shape)
