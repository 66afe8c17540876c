"""The hand on the window: clicks, drags, wheel and keys as a player would, and the wait for the picture to stand still. The
figures of a frame are taken here."""

from dataclasses import dataclass, field
from time import perf_counter, thread_time

import pygame
from pygame.event import Event

from game.ui.app import App

_PATIENCE = 120.0
"""Seconds after which a picture that never stands still is given up."""
_FRAME_MS = 16


class NeverAtRestError(Exception):
    """The picture does not stand still."""


@dataclass(slots=True)
class Frames:
    """Milliseconds that frames took: by the clock, and of the processor."""

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)


class Hand:
    """A hand on one window. What it does is timed into `frames` while that is set."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.frames: Frames | None = None

    def rest(self) -> None:
        """Lets the window go on until its picture stands still.

        Raises:
            NeverAtRestError: it does not.
        """
        until = perf_counter() + _PATIENCE
        self._frame(())
        while not self.app.at_rest:
            self.app.wait()
            self._frame(())
            if perf_counter() > until:
                raise NeverAtRestError("the picture does not stand still")

    def click(self, area: str) -> None:
        """Clicks something by its name. Raises StopIteration if it is not there."""
        at = next(each.rect.center for each in self.app.stack.top.areas if each.id == area)
        self._frame((Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)),))
        kinds = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
        self._frame(tuple(Event(kind, pos=at, button=1) for kind in kinds))

    def point(self, at: tuple[int, int]) -> None:
        """Brings the pointer to a point."""
        self._frame((Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)),))

    def drag(self, way: list[tuple[int, int]]) -> None:
        """Drags from the first point through all others, one each frame of a sixtieth of a second, and lets go."""
        self._frame((Event(pygame.MOUSEBUTTONDOWN, pos=way[0], button=1),))
        for point in way[1:]:
            began = pygame.time.get_ticks()
            self._frame((Event(pygame.MOUSEMOTION, pos=point, rel=(0, 0), buttons=(1, 0, 0)),))
            pygame.time.wait(max(1, _FRAME_MS - (pygame.time.get_ticks() - began)))
        self._frame((Event(pygame.MOUSEBUTTONUP, pos=way[-1], button=1),))
        self.rest()

    def turn_wheel(self, steps: int) -> None:
        """Turns the wheel towards the map or away, and lets the camera arrive."""
        self._frame((Event(pygame.MOUSEWHEEL, x=0, y=steps, precise_x=0.0, precise_y=float(steps), flipped=False),))
        self.rest()

    def press(self, key: int) -> None:
        """Presses a key and lets the picture come to rest."""
        self._frame(tuple(Event(kind, key=key, mod=0, unicode="") for kind in (pygame.KEYDOWN, pygame.KEYUP)))
        self.rest()

    def _frame(self, events: tuple[Event, ...]) -> None:
        """Lets events have their effect and shows the frame that follows, if one does."""
        clock, processor = perf_counter(), thread_time()
        for event in events:
            self.app.feed(event)
        drawn = self.app.dirty
        self.app.show()
        if drawn and self.frames is not None:
            self.frames.clock.append((perf_counter() - clock) * 1000)
            self.frames.processor.append((thread_time() - processor) * 1000)
