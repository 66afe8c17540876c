"""The window: waits for events, feeds them to the top screen, draws when something changed, and sleeps otherwise."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pygame
from pygame.event import Event

from game.ui.between import BETWEEN_FRAMES
from game.ui.cursor import Cursor
from game.ui.fading import Fading
from game.ui.input import Input
from game.ui.keys import MUTE, matches
from game.ui.reach import meet_awaited, settle
from game.ui.screen import Canvas, Change, HotArea, Outcome, Quit, Screen
from game.ui.screens.explain import Passage
from game.ui.settings import SettingsFile
from game.ui.sound.board import Soundboard
from game.ui.sound.caption import draw_caption
from game.ui.stack import Level, Stack
from game.ui.theme import DESIGN_SIZE, LEAST_WINDOW, Tokens
from game.ui.thrift import give_back
from game.ui.tooltips import draw_tip
from game.ui.touching import Touching
from game.ui.waiting import wait_for_event
from game.ui.words import Words

if TYPE_CHECKING:
    from game.scenario.packs import Packs

_NEEDS_DRAWING = (
    pygame.VIDEORESIZE,
    pygame.WINDOWEXPOSED,
    pygame.WINDOWSHOWN,
    pygame.WINDOWRESTORED,
    pygame.WINDOWFOCUSGAINED,
)
_PLAYER_IS_THERE = (
    pygame.KEYDOWN,
    pygame.MOUSEMOTION,
    pygame.MOUSEBUTTONDOWN,
    pygame.MOUSEWHEEL,
    pygame.WINDOWFOCUSGAINED,
)


class Companion(Protocol):
    """Whatever comes along through all screens, and lays something of its own over the one on top."""

    def accompany(self, canvas: Canvas, level: Level) -> None:
        """Draws over a frame just composed, and registers what of it can be touched."""


class Attendant(Protocol):
    """Whoever answers for the window as a whole."""

    def take_file(self, path: Path) -> Outcome:
        """Opens a file that was dropped onto it."""

    def close(self) -> Outcome:
        """Keeps what must not be lost when it closes; answers with `Quit`, or with what must be asked before."""

    def passage(self, area: HotArea) -> Passage | None:
        """What the rulebook says of something on the screen."""


class App:
    """The game's one window, as large as the desktop has room for unless a size is given.

    `run` returns when the player has left; `feed` and `draw` are its halves, for tests.
    """

    def __init__(
        self,
        assets: Path,
        first: Screen,
        settings_file: SettingsFile | None = None,
        size: tuple[int, int] | None = None,
        companion: Callable[[], Companion | None] = lambda: None,
        attendant: Callable[[], Attendant | None] = lambda: None,
        signs: Callable[[], Mapping[str, Path]] = dict,
        packs: Callable[[], Packs | None] = lambda: None,
        speak: Callable[[str], Words] = lambda _: Words(),
        tokens: Callable[[], Tokens] | None = None,
    ) -> None:
        pygame.display.init()
        pygame.font.init()
        pygame.time.wait(0)  # SDL's clock stands still until something has waited on it
        self.stack = Stack(assets, settings_file or SettingsFile(), first, signs, speak, tokens)
        self._windowed = _at_least(size or _fitting())
        self._fullscreen = False
        self._companion, self._attendant = companion, attendant
        self._input = Input(self.stack.words, self._passage)
        self._cursor = Cursor()
        self._fading, self._touching = Fading(), Touching()
        self._sounds = Soundboard(assets / "sounds", self.stack.settings, packs)
        self._sounds.enter(self.stack.scene)
        if self.stack.tokens.wrong:
            self._sounds.say(self.stack.tokens.wrong, pygame.time.get_ticks())
        self._dirty = True
        self._outdated = False  # something was done since the last frame, so its keys may mean something else now
        self._wake_at: int | None = None
        self._title = ""
        self._rested: Screen | None = None
        self._open(self.stack.settings.fullscreen)
        pygame.key.set_repeat(350, 45)

    @property
    def running(self) -> bool:
        """Whether there is still a screen to show."""
        return bool(self.stack.levels)

    @property
    def dirty(self) -> bool:
        """Whether anything has changed since the last frame."""
        return self._dirty

    @property
    def at_rest(self) -> bool:
        """Whether the picture stands still until something happens."""
        return not self._dirty and self._wake_at is None

    def run(self, first_rest: Callable[[], None] | None = None) -> None:
        """Shows the game until the player leaves. `first_rest` is called once, when the first picture stands still."""
        while self.running:
            self.show()
            if self._sounds.ready:
                self._sounds.start(pygame.time.get_ticks())
            if self.at_rest and self._rested is None:
                self._sounds.read_ahead(_wake)
                if first_rest is not None:
                    first_rest()
            self.tidy()
            self.wait()
        pygame.display.quit()
        self._sounds.close()

    def tidy(self) -> None:
        """Gives memory back, once for each screen whose picture has come to stand still."""
        if self.at_rest and self.stack.top.screen is not self._rested:
            self._rested = self.stack.top.screen
            give_back()

    def show(self) -> None:
        """Draws a frame if anything has changed since the last."""
        if self._dirty:
            self.draw()

    def draw(self, now: int | None = None) -> Canvas:
        """Draws one frame and shows it."""
        with BETWEEN_FRAMES.shut():
            return self._draw(pygame.time.get_ticks() if now is None else now)

    def _draw(self, moment: int) -> Canvas:
        surface = self._surface()
        self._fading.watch(surface, self.stack.top.screen, moment, self.stack.fade_for(surface.get_size()))
        self._touching.watch(surface, self.stack.top, self.stack.studio_for(surface.get_size()).theme, moment)
        canvas = self.stack.compose(surface, moment)
        self._touching.lay(canvas)
        companion = self._companion()
        if companion is not None:
            companion.accompany(canvas, self.stack.top)
        self._fading.lay(canvas)
        draw_tip(canvas)
        draw_caption(canvas, self._sounds.caption(moment))
        self._dirty = self._outdated = False
        self._wake_at = None if canvas.next_frame is None else moment + canvas.next_frame
        self._after_drawing(moment)
        return canvas

    def feed(self, event: Event, now: int | None = None) -> None:
        """Lets one event have its effect. Drawing is left to the next frame."""
        moment = pygame.time.get_ticks() if now is None else now
        if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            self._fading.end()
            self._touching.end()
        if event.type in _PLAYER_IS_THERE:
            self._sounds.touch(moment)
        elif event.type == pygame.WINDOWFOCUSLOST:
            self._sounds.leave(moment)
        if event.type == pygame.QUIT:
            self._close(moment)
        elif event.type == pygame.DROPFILE:
            self.take_file(Path(event.file), moment)
        elif event.type in _NEEDS_DRAWING:
            self._resized(event)
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_F11:
            self._carry_out(Change(replace(self.stack.settings, fullscreen=not self._fullscreen)), moment)
        elif event.type == pygame.KEYDOWN and matches(MUTE, event):
            self._mute(event.key, moment)
        elif self.running:
            if not self.stack.top.drawn or (self._outdated and event.type == pygame.KEYDOWN):
                self.draw(moment)  # what is done ahead of the picture is done to what the picture will show
            self._carry_out(self._input.feed(self.stack.top, event, moment), moment)

    def pass_time(self, now: int) -> None:
        """Lets go on what goes on by itself: the screen's own time, and an area held down."""
        if self.running:
            self._carry_out(self.stack.top.screen.tick(now), now)
        if self.running:
            self._carry_out(self._input.hold(self.stack.top, now), now)
        self._dirty = True

    def wait(self) -> None:
        """Sleeps until an event comes or a frame is due, then takes everything that has come. What the last frame left to be
        drawn, as an area that came to lie under the pointer, lets nobody sleep."""
        due = [at for at in (self._wake_at, self._sounds.due) if at is not None]
        longest = min(due) - pygame.time.get_ticks() if due else None
        first = wait_for_event(0 if self._dirty else longest)
        for event in _merged([first, *pygame.event.get()]):
            self.feed(event)
        if self._wake_at is not None and pygame.time.get_ticks() >= self._wake_at:
            self.pass_time(pygame.time.get_ticks())
        self._sounds.pass_time(pygame.time.get_ticks())

    def _carry_out(self, outcome: Outcome | None, now: int) -> None:
        if outcome is None:
            return
        self.stack.carry_out(outcome)
        self._input.words = self.stack.words
        self._dirty = self._outdated = True
        self._sounds.apply(self.stack.settings, now)
        for moments in self.stack.take_heard():
            self._sounds.hear(moments, now)
        self._sounds.enter(self.stack.scene)
        if self.running and self.stack.settings.fullscreen != self._fullscreen:
            self._open(self.stack.settings.fullscreen)

    def _close(self, moment: int) -> None:
        """The window was closed from outside."""
        attendant = self._attendant()
        self._carry_out(attendant.close() if attendant is not None and self.running else Quit(), moment)

    def follow(self, outcome: Outcome) -> None:
        """Carries out what nothing in the window has led to."""
        self._carry_out(outcome, pygame.time.get_ticks())

    def take_file(self, path: Path, moment: int = 0) -> None:
        """Has a file opened: a letter, a save or a record."""
        attendant = self._attendant()
        if attendant is not None and self.running:
            self._carry_out(attendant.take_file(path), moment)

    def _passage(self, area: HotArea) -> Passage | None:
        attendant = self._attendant()
        return attendant.passage(area) if attendant is not None else None

    def _mute(self, key: int, now: int) -> None:
        """Sound off, or on again; once, however long the key is held."""
        if key in self._input.hand.down or not self.running:
            return
        self._input.hand.down.add(key)
        muted = not self.stack.settings.muted
        self._carry_out(Change(replace(self.stack.settings, muted=muted)), now)
        _ = self.stack.words
        self._sounds.say(_("Sound off") if muted else _("Sound on"), now)

    def _surface(self) -> pygame.Surface:
        surface = pygame.display.get_surface()
        return surface if surface is not None else self._open(self._fullscreen)

    def _after_drawing(self, moment: int) -> None:
        """Shows the frame, names the window, and finds what now lies under the pointer."""
        title = self.stack.top.screen.title(self.stack.words)
        if title != self._title:
            self._title = title
            pygame.display.set_caption(title)
        pygame.display.flip()
        came = settle(self.stack.top, moment)
        self.stack.top.attention.uninvited |= came
        self._dirty = came | meet_awaited(self.stack.top)
        self._cursor.follow(self.stack.top)

    def _open(self, fullscreen: bool) -> pygame.Surface:
        os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "utka")
        if pygame.display.get_driver() == "x11":
            # Else SDL shows the window through a texture: without a GPU that costs 110 MB and distorts every figure, with
            # one it gains nothing, as every pixel is painted here. Elsewhere it is SDL's only way, or not taken anyhow.
            os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
        self._fullscreen = fullscreen
        self._dirty = True
        self._fading.forget()
        self._touching.end()
        if fullscreen:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        return pygame.display.set_mode(self._windowed, pygame.RESIZABLE)

    def _resized(self, event: Event) -> None:
        if event.type == pygame.VIDEORESIZE and not self._fullscreen:
            self._windowed = _at_least(event.size)
            if self._windowed != event.size:
                self._open(fullscreen=False)
        self._dirty = True


def _wake() -> None:
    """Wakes the window from another thread, so that it looks at what has come."""
    with suppress(pygame.error):  # the window may have been closed meanwhile
        pygame.event.post(Event(pygame.USEREVENT))


def _fitting() -> tuple[int, int]:
    """The size the window is drawn for, or less on a desktop that has no room for it."""
    desktop = pygame.display.get_desktop_sizes()[0]
    return (min(DESIGN_SIZE[0], desktop[0]), min(DESIGN_SIZE[1], desktop[1]))


def _at_least(size: tuple[int, int]) -> tuple[int, int]:
    """A window's size, no smaller than the game can be played in."""
    return (max(size[0], LEAST_WINDOW[0]), max(size[1], LEAST_WINDOW[1]))


def _merged(events: list[Event]) -> list[Event]:
    """The events without the pointer's way between two places: only where it came to counts."""
    kept: list[Event] = []
    for event in events:
        if kept and event.type == pygame.MOUSEMOTION and kept[-1].type == pygame.MOUSEMOTION:
            kept.pop()
        kept.append(event)
    return kept
