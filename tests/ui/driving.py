"""Drives a window without a display, as a player would: keys, the pointer, and what is on the screen."""

from collections.abc import Callable
from pathlib import Path

import pygame
from pygame.event import Event

from game.ui.app import App, Attendant, Companion
from game.ui.screen import Canvas, HotArea, Screen
from game.ui.settings import Settings, SettingsFile
from game.ui.theme import Tokens
from game.ui.words import Words


class Driver:
    """One window and a clock that goes on with every frame."""

    def __init__(
        self, folder: Path, assets: Path, screen: Screen, size: tuple[int, int] = (1600, 900),
        companion: Callable[[], Companion | None] = lambda: None,
        attendant: Callable[[], Attendant | None] = lambda: None,
        speak: Callable[[str], Words] = lambda _: Words(), tokens: Callable[[], Tokens] | None = None, **settings: object
    ) -> None:  # fmt: skip
        kept = SettingsFile(folder / "settings.json")
        kept.write(Settings(**settings))  # type: ignore[arg-type]
        self.app = App(assets, screen, kept, size=size, companion=companion, attendant=attendant, speak=speak, tokens=tokens)
        self.now = 0
        self.canvas: Canvas = self.draw()

    @property
    def screen(self) -> Screen:
        """The screen on top."""
        return self.app.stack.top.screen

    def draw(self) -> Canvas:
        """The next frame."""
        self.now += 40
        self.canvas = self.app.draw(self.now)
        return self.canvas

    def key(self, name: str, typed: str = "", mod: int = 0) -> None:
        """Presses and lets go of a key."""
        code = pygame.key.key_code(name)
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            self.app.feed(Event(kind, key=code, mod=mod, unicode=typed), self.now)
        if self.app.running:
            self.draw()

    def area(self, id_: str) -> HotArea:
        """What can be touched under this id."""
        return next(area for area in self.canvas.areas if area.id == id_)

    def has(self, id_: str) -> bool:
        """Whether there is something to touch under this id."""
        return any(area.id == id_ for area in self.canvas.areas)

    def click(self, id_: str) -> None:
        """Clicks the middle of what can be touched under this id."""
        self.click_at(self.area(id_).rect.center)

    def click_at(self, at: tuple[int, int]) -> None:
        """Clicks a point."""
        self.app.feed(Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)), self.now)
        self.draw()
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            self.app.feed(Event(kind, pos=at, button=1), self.now)
        if self.app.running:
            self.draw()

    def settle(self) -> None:
        """Lets everything that goes on by itself come to rest, the painting of the map included."""
        for _ in range(400):
            if self.app._wake_at is None:
                return
            self.now += 20
            self.app.pass_time(self.now)
            self.draw()

    def words(self) -> list[str]:
        """Everything that is written on the screen, and what its parts would say of themselves."""
        tips = [f"{area.tip.title} {area.tip.body}" for area in self.canvas.areas if area.tip]
        return [text.text for text in self.canvas.texts] + tips + [area.name for area in self.canvas.areas]
