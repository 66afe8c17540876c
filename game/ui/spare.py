"""Large pictures that are needed again and again for a short while. To get one from the system costs more than to fill it."""

import pygame
from pygame import Surface


class Spare:
    """Keeps up to `most` pictures of one size for their next use; `flags` are those of the pictures."""

    def __init__(self, most: int, flags: int = 0) -> None:
        self._most, self._flags = most, flags
        self._kept: list[Surface] = []

    def take(self, size: tuple[int, int]) -> Surface:
        """A picture of this size with anything on it."""
        self._kept = [picture for picture in self._kept if picture.get_size() == size]
        if self._kept:
            return self._kept.pop()
        return Surface(size, self._flags) if self._flags & pygame.SRCALPHA else Surface(size).convert()

    def give(self, picture: Surface | None) -> None:
        """Gives one back that nobody uses any more."""
        if picture is not None and len(self._kept) < self._most:
            self._kept.append(picture)
