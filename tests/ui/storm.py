"""A storm of window events, as from a cat on the keyboard: clicks, keys, drags, wheels, resizes, the focus lost and found
again, and halves of all of them. The same seed brings the same storm."""

from collections.abc import Iterator
from random import Random

import pygame
from pygame.event import Event

from game.ui.app import App

SIZES = ((1024, 640), (1280, 720), (1100, 900), (1600, 900), (640, 400))
"""What the window is pulled to; the last is smaller than it may become."""
KEYS = (
    *"abcdefgklmnopqrstuvwxyz0123456789.?+-",
    *("return", "return", "escape", "tab", "tab", "space", "left", "right", "up", "down", "home", "end", "delete"),
    *("backspace", "page up", "page down", "f1"),
)
MODS = (0, 0, 0, 0, 0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL)
ONWARD = (("commit",), ("target.",), ("order.",), ("card.", "seal", "open", "resume", "leave", "choice0"))
"""The beginnings of the names of what carries a game on, the farthest on first."""
LETTERS = "aeinst 0129éЖ'\"\t\x00"


class Storm:
    """Brings events, so many together, to a window."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)
        self._kinds = (
            (22, self._click), (20, self._play), (4, self._double_click), (8, self._move), (6, self._drag),
            (6, self._wheel), (34, self._key), (4, self._type), (3, self._half), (1, self._focus), (1, self._resize),
            (1, self._fullscreen),
        )  # fmt: skip

    def gust(self, app: App) -> list[Event]:
        """The next few events, which come together."""
        weights = [weight for weight, _kind in self._kinds]
        _weight, kind = self._chance.choices(self._kinds, weights)[0]
        return list(kind(app))

    def pause(self) -> int:
        """Milliseconds until the next ones come."""
        return self._chance.choice((1, 10, 40, 40, 150, 600, 2500))

    def draws(self) -> bool:
        """Whether the window gets round to a frame before they come."""
        return self._chance.random() < 0.25

    def _point(self, app: App) -> tuple[int, int]:
        """Mostly on something that can be touched."""
        areas = app.stack.top.areas
        if areas and self._chance.random() < 0.85:
            rect = self._chance.choice(areas).rect
            return rect.center if self._chance.random() < 0.8 else rect.topleft
        wide, high = pygame.display.get_window_size()
        return (self._chance.randrange(-5, wide + 5), self._chance.randrange(-5, high + 5))

    def _motion(self, at: tuple[int, int], *, pressed: bool = False) -> Event:
        return Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(int(pressed), 0, 0))

    def _click(self, app: App) -> Iterator[Event]:
        at, button = self._point(app), self._chance.choices((1, 2, 3), (20, 1, 1))[0]
        yield self._motion(at)
        yield Event(pygame.MOUSEBUTTONDOWN, pos=at, button=button)
        yield Event(pygame.MOUSEBUTTONUP, pos=at, button=button)

    def _play(self, app: App) -> Iterator[Event]:
        """A click on what carries a game on, or else anywhere."""
        for names in ONWARD:
            onward = [area.rect.center for area in app.stack.top.areas if area.id.startswith(names) and area.enabled]
            if onward and self._chance.random() < 0.8:
                at = self._chance.choice(onward)
                break
        else:
            at = self._point(app)
        yield Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1)
        yield Event(pygame.MOUSEBUTTONUP, pos=at, button=1)

    def _double_click(self, app: App) -> Iterator[Event]:
        at = self._point(app)
        for _ in range(2):
            yield Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1)
            yield Event(pygame.MOUSEBUTTONUP, pos=at, button=1)

    def _move(self, app: App) -> Iterator[Event]:
        yield self._motion(self._point(app))

    def _drag(self, app: App) -> Iterator[Event]:
        yield Event(pygame.MOUSEBUTTONDOWN, pos=self._point(app), button=1)
        for _ in range(self._chance.randrange(1, 4)):
            yield self._motion(self._point(app), pressed=True)
        yield Event(pygame.MOUSEBUTTONUP, pos=self._point(app), button=1)

    def _wheel(self, app: App) -> Iterator[Event]:
        y = self._chance.choice((-3, -1, 1, 3))
        yield self._motion(self._point(app))
        yield Event(pygame.MOUSEWHEEL, x=0, y=y, precise_x=0.0, precise_y=float(y), flipped=False)

    def _key(self, app: App) -> Iterator[Event]:
        key, mod = pygame.key.key_code(self._chance.choice(KEYS)), self._chance.choice(MODS)
        typed = chr(key) if 32 <= key < 127 else ""
        for kind in (pygame.KEYDOWN, *((pygame.KEYDOWN,) * self._chance.choice((0, 0, 0, 2))), pygame.KEYUP):
            yield Event(kind, key=key, mod=mod, unicode=typed)

    def _type(self, app: App) -> Iterator[Event]:
        yield Event(pygame.TEXTINPUT, text=self._chance.choice(LETTERS))

    def _half(self, app: App) -> Iterator[Event]:
        """What has no other end: it was, or will be, in another window."""
        at, key = self._point(app), pygame.key.key_code(self._chance.choice(KEYS))
        yield self._chance.choice((
            Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1), Event(pygame.MOUSEBUTTONUP, pos=at, button=1),
            Event(pygame.KEYDOWN, key=key, mod=0, unicode=""), Event(pygame.KEYUP, key=key, mod=0),
        ))  # fmt: skip

    def _focus(self, app: App) -> Iterator[Event]:
        yield Event(self._chance.choice((pygame.WINDOWFOCUSLOST, pygame.WINDOWLEAVE)))
        yield Event(self._chance.choice((pygame.WINDOWFOCUSGAINED, pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED)))

    def _resize(self, app: App) -> Iterator[Event]:
        size = self._chance.choice(SIZES)
        yield Event(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1])

    def _fullscreen(self, app: App) -> Iterator[Event]:
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            yield Event(kind, key=pygame.K_F11, mod=0, unicode="")
