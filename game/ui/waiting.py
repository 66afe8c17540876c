"""Sleeping until something happens, as cheaply as the machine allows."""

import pygame
from pygame.event import Event

_AWAKE_MS, _ASLEEP_MS = 6, 60
_AWAKE_FOR_MS = 1000
_DOZING = ("x11", "dummy", "offscreen")
"""SDL's drivers whose own wait is none."""


def wait_for_event(at_most: int | None) -> Event:
    """The next event; NOEVENT once `at_most` milliseconds have gone by, if that many are given.

    On X11, SDL's own wait wakes every millisecond and costs 3 % of a processor for nothing, as it does without a display.
    Looking ourselves, often just after the player has done something and 16 times a second when he rests, costs 0.2 % and
    is not felt.
    """
    if pygame.display.get_driver() not in _DOZING:
        return pygame.event.wait() if at_most is None else pygame.event.wait(max(1, at_most))
    began = pygame.time.get_ticks()
    while True:
        event = pygame.event.poll()
        waited = pygame.time.get_ticks() - began
        if event.type != pygame.NOEVENT or (at_most is not None and waited >= at_most):
            return event
        nap = _AWAKE_MS if waited < _AWAKE_FOR_MS else _ASLEEP_MS
        pygame.time.wait(nap if at_most is None else max(1, min(nap, at_most - waited)))
