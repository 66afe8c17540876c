"""A hand that plays through the window system: its own X display, and every key, move and click sent by `xdotool`, so that
what comes to the window has been through X and SDL. Nothing is posted; the game's own loop is what runs.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pygame

from game.ui.app import App
from game.ui.reach import under
from game.ui.screen import HotArea, Screen

_LOST_S = 60.0
"""Seconds after which what was sent has not come to the window."""
SIZE = (1600, 900)
TOOLS = ("Xvfb", "xdotool", "import")
_QUIET_S, _PATIENCE_S = 0.1, 3.0
"""Seconds of rest after which the window has answered, and after which what still goes on by itself, as a telegram that is
being typed, is left to go on."""


def missing_tools() -> list[str]:
    """Which of the programs that this needs are not there."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


@contextmanager
def x_display(size: tuple[int, int] = SIZE) -> Iterator[str]:
    """A display of its own, for as long as this lasts; its name."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size[0]}x{size[1]}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{int(told.readline())}"
    finally:
        server.terminate()
        server.wait(10)


class RealHand:
    """A hand on a window. Every step is photographed into `folder`, numbered and named."""

    def __init__(self, app: App, folder: Path) -> None:
        self.app, self._folder, self._taken = app, folder, 0
        folder.mkdir(parents=True, exist_ok=True)
        self.come = 0
        """Keys and buttons that have come to the window so far."""
        self._feed = app.feed
        app.feed = self._counting  # type: ignore[method-assign]
        self.settle()
        window = pygame.display.get_wm_info()["window"]
        self._send("windowfocus", "--sync", str(window))  # there is no window manager to give it the keyboard

    def _counting(self, event: pygame.event.Event, now: int | None = None) -> None:
        self.come += event.type in (pygame.KEYUP, pygame.MOUSEBUTTONUP)
        self._feed(event, now)

    @property
    def screen(self) -> Screen:
        """The screen on top."""
        return self.app.stack.top.screen

    def settle(self) -> None:
        """Lets the game's loop run until the window has been at rest for a moment."""
        began = quiet_since = time.monotonic()
        while self.app.running and time.monotonic() - quiet_since < _QUIET_S and time.monotonic() - began < _PATIENCE_S:
            if self._go_round():
                quiet_since = time.monotonic()

    def linger(self, seconds: float) -> None:
        """Lets the loop run for so long, whatever happens."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and self.app.running:
            self._go_round()

    def _go_round(self) -> bool:
        """One round of the game's loop; whether there was anything to do."""
        self.app.show()
        busy = pygame.event.peek(pump=True) or not self.app.at_rest
        if busy:
            self.app.wait()
        else:
            time.sleep(0.005)
        return busy

    def key(self, *names: str) -> None:
        """Presses keys by their X names, one after the other, as `Return` or `ctrl+z`."""
        for name in names:
            self._send_and_see("key", name)

    def point(self, at: tuple[int, int]) -> None:
        """Moves the pointer to a point of the window."""
        self._send("mousemove", str(at[0]), str(at[1]))
        self.settle()

    def click(self, id_: str) -> None:
        """Clicks the middle of what can be touched under this id. Raises AssertionError if it is not there to be clicked."""
        area = self.area(id_)
        assert area is not None, f"{id_} is not on the screen"
        self.point(area.rect.center)
        self._send_and_see("click", "1")

    def area(self, id_: str) -> HotArea | None:
        """What can be clicked under this id now, if the pointer would meet it and nothing else in its middle."""
        return next((area for area in self.areas(id_) if area.id == id_), None)

    def areas(self, prefix: str) -> list[HotArea]:
        """What can be clicked now and has an id that begins so."""
        level = self.app.stack.top
        found = [area for area in level.areas if area.id.startswith(prefix) and area.enabled]
        met = [(area, under(level, area.rect.center)) for area in found]
        return [area for area, hit in met if hit is not None and hit.id == area.id]

    def picture(self, name: str) -> Path:
        """Photographs what the display shows."""
        self._taken += 1
        path = self._folder / f"{self._taken:03d}-{name}.jpg"
        with suppress(FileNotFoundError):
            subprocess.run(["import", "-window", "root", "-quality", "90", str(path)], check=True, timeout=30)
        return path

    def _send_and_see(self, *command: str) -> None:
        """Sends something that ends with a key or a button let go, and waits until that has come and had its effect."""
        before, began = self.come, time.monotonic()
        self._send(*command)
        while self.come == before and self.app.running:
            self.linger(0.01)
            assert time.monotonic() - began < _LOST_S, f"nothing came of {' '.join(command)}"
        self.settle()

    def _send(self, *command: str) -> None:
        subprocess.run(["xdotool", *command], check=True, timeout=30)
