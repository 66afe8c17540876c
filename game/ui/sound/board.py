"""When something is heard: moments and scenes in, sounds and captions out. It never asks a clock; times are milliseconds
of the window's. Nothing is heard before `start`, so that the first picture does not wait for it, and neither in tests nor
in pictures of screens, which never start it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from game.ui.settings import Settings
from game.ui.sound.cues import Bus, Cue, SoundBook
from game.ui.sound.device import Device

if TYPE_CHECKING:
    from game.scenario.packs import Packs

CAPTION_MS = 2600
_STILL_BUSY_MS = 250


@dataclass(frozen=True, slots=True)
class Caption:
    """A sound in words, and until when it is to be read."""

    words: str
    until: int


class Soundboard:
    """Decides what is heard. After a while without the player, and without the window's focus, all falls silent and the
    loudspeakers are given back: while they are open, the machine has no rest."""

    def __init__(self, folder: Path, settings: Settings, packs: Callable[[], Packs | None] = lambda: None) -> None:
        self._folder = folder
        self._packs = packs
        self._settings = settings
        self._device = Device(folder)
        self._book: SoundBook | None = None
        self._scene = ""
        self._started = self._awake = self._away = self._deaf = False
        self._touched = 0
        self._close_at = 0
        self._caption: Caption | None = None

    @property
    def due(self) -> int | None:
        """When `pass_time` has something to do; None while nothing is being heard."""
        if not self._device.is_open or not self._started:
            return None
        return self._touched + round(self._read().timing.rest_after * 1000) if self._awake else self._close_at

    def read_ahead(self, done: Callable[[], None]) -> None:
        """Reads the book of sounds beside the window, which has a rest meanwhile, and says when it is `done`."""

        def read() -> None:
            self._read()
            done()

        Thread(target=read, daemon=True).start()

    @property
    def ready(self) -> bool:
        """Whether the book has been read and nothing started yet."""
        return self._book is not None and not self._started

    def start(self, now: int) -> None:
        """Lets be heard what is to be heard, from now on."""
        if self._started:
            return
        self._started = True
        self._device.set_levels(levels(self._settings))
        self._wake(now)

    def close(self) -> None:
        """Gives the loudspeakers back."""
        if self._started:
            self._device.close()
        self._started = self._awake = False

    def hear(self, moments: Sequence[str], now: int) -> None:
        """What is heard at a moment, and after it what is heard at a second one."""
        if not self._settings.captions and not self._can_play:
            return
        cues = [cue for cue in map(self._read().cue, moments) if cue is not None]
        self._write_caption(cues, now)
        if cues and self._can_play and not self._away:
            self._wake(now)
            self._device.play(cues)

    def enter(self, scene: str) -> None:
        """The player is in this scene now."""
        if scene == self._scene:
            return
        self._scene = scene
        if self._awake:
            self._play_room()

    def apply(self, settings: Settings, now: int) -> None:
        """The player's settings from now on; a volume that was changed is heard at once."""
        before, self._settings = self._settings, settings
        if settings == before or not self._started:
            return
        self._deaf = False
        self._device.set_levels(levels(settings))
        if not self._can_play:
            self._device.close()
            self._awake = False
            return
        self._wake(now)
        changed = [bus for bus in Bus if levels(settings)[bus] != levels(before)[bus]]
        sample = self._read().samples.get(changed[0]) if len(changed) == 1 else None
        if sample is not None and not self._device.busy:
            self.hear((sample,), now)

    def touch(self, now: int) -> None:
        """The player is there. Back from another window, perhaps with loudspeakers that were not there before."""
        self._deaf = self._deaf and not self._away
        self._away = False
        self._wake(now)

    def leave(self, now: int) -> None:
        """The player is with another window."""
        self._away = True
        self._fall_silent(now)

    def pass_time(self, now: int) -> None:
        """Falls silent after a rest, and gives the loudspeakers back once the last sound has faded."""
        due = self.due
        if due is None or now < due:
            return
        if self._awake:
            self._fall_silent(now)
        elif self._device.busy:
            self._close_at = now + _STILL_BUSY_MS
        else:
            self._device.close()

    def say(self, words: str, now: int) -> None:
        """Shows a line where captions stand, whether the player wants those or not."""
        self._caption = Caption(words, now + CAPTION_MS)

    def caption(self, now: int) -> Caption | None:
        """What is to be read of what was heard, if anything."""
        if self._caption is not None and now >= self._caption.until:
            self._caption = None
        return self._caption

    @property
    def _can_play(self) -> bool:
        return self._started and not self._deaf and not self._settings.muted and self._settings.volume > 0

    def _wake(self, now: int) -> None:
        self._touched = now
        if self._awake or not self._can_play:
            return
        self._deaf = not self._device.open()
        self._awake = not self._deaf
        if self._awake:
            self._play_room()

    def _fall_silent(self, now: int) -> None:
        if self._awake:
            fade = self._read().timing.rest_fade
            self._device.enter(None, fade)
            self._awake, self._close_at = False, now + round(fade * 1000) + _STILL_BUSY_MS

    def _play_room(self) -> None:
        book = self._read()
        self._device.enter(book.room(self._scene), book.timing.room_fade)

    def _write_caption(self, cues: Sequence[Cue], now: int) -> None:
        words = next((cue.caption for cue in reversed(cues) if cue.caption), "")
        if words and self._settings.captions:
            self.say(words, now)

    def _read(self) -> SoundBook:
        """The book of sounds, read when it is first needed. A faulty one is said and leaves the game without sounds, one of a mod
        without the mod's."""
        if self._book is None:
            from game.scenario.findings import ScenarioError  # noqa: PLC0415 - the title shows before any file is read
            from game.ui.sound.book import read_book  # noqa: PLC0415 - as above

            try:
                reading = read_book(self._folder, self._packs())
                self._book = reading.book
                if reading.findings:
                    self.say(str(reading.findings[0]), self._touched)
            except ScenarioError as error:
                self._book = SoundBook()
                self.say(str(error), self._touched)
        return self._book


def levels(settings: Settings) -> dict[Bus, float]:
    """How loud each bus is, 0 to 1."""
    volumes = {
        Bus.TYPING: settings.volume_typing,
        Bus.PAPER: settings.volume_paper,
        Bus.CITY: settings.volume_city,
        Bus.MUSIC: settings.volume_music,
    }
    return {bus: 0.0 if settings.muted else settings.volume / 100 * volume / 100 for bus, volume in volumes.items()}
