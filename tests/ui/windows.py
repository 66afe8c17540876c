"""A window whose clock stands still but for what a test says: opened on one screen, pressed, clicked, and asked what is there.
`driving` has one whose clock goes on."""

from pathlib import Path

import pygame
from pygame.event import Event

from game.resources import assets_folder
from game.ui.app import App
from game.ui.screen import Canvas, HotArea, Screen
from game.ui.settings import Settings, SettingsFile


class Opener:
    """Opens windows on screens, and keeps their settings in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, screen: Screen, size: tuple[int, int] = (1600, 900), settings: Settings | None = None) -> App:
        file = SettingsFile(self._folder / "settings.json")
        file.write(settings or Settings())
        app = App(assets_folder(), screen, file, size)
        app.draw(0)
        return app


def key(app: App, code: int, typed: str = "", mod: int = 0, now: int = 0) -> Canvas | None:
    """Presses and lets go of a key; the next frame, unless the window has closed."""
    app.feed(Event(pygame.KEYDOWN, key=code, unicode=typed, mod=mod), now)
    app.feed(Event(pygame.KEYUP, key=code, mod=mod), now)
    return app.draw(now) if app.running else None


def click(app: App, name: str, now: int = 0) -> Canvas | None:
    """Clicks the middle of what can be touched under this id; the next frame, unless the window has closed."""
    return click_at(app, area(app, name).rect.center, now)


def click_at(app: App, at: tuple[int, int], now: int = 0) -> Canvas | None:
    """Clicks a point; the next frame, unless the window has closed."""
    app.feed(Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)), now)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        app.feed(Event(kind, pos=at, button=1), now)
    return app.draw(now) if app.running else None


def area(app: App, name: str) -> HotArea:
    """What can be touched under this id."""
    return next(each for each in app.stack.top.areas if each.id == name)
