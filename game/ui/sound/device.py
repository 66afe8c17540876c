"""The machine's loudspeakers, through pygame's mixer: opened when something is to be heard, closed when nothing is. A
machine without any is no mistake: nothing is heard then, and nothing else changes."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pygame

from game.ui.sound.cues import Bus, Cue, Room

RATE, BITS, MONO = 22_050, -16, 1
BUFFER = 1024
"""Samples mixed at a time: 46 ms. Fewer wake the machine more often, more can be felt between finger and ear."""

LONG = 1.2
"""Seconds from which a sound is a long one: of those only the newest is heard."""

_HUSH_MS = 250
_ROOMS = (0, 1)
_CUES = (2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Part:
    """One sound in the mix: a file, and how loud it is before the player's volumes."""

    file: str
    bus: Bus
    volume: float


class Device:
    """Plays cues on four channels, one room on two more, which take turns so that rooms can fade into one another."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened = False
        self._levels: Mapping[Bus, float] = {}
        self._loaded: dict[Part, pygame.mixer.Sound | None] = {}
        self._turns: dict[str, int] = {}
        self._room: Part | None = None
        self._room_channel = _ROOMS[0]

    @property
    def is_open(self) -> bool:
        """Whether something can be heard now."""
        return self._opened and pygame.mixer.get_init() is not None

    @property
    def busy(self) -> bool:
        """Whether a cue is still to be heard."""
        return self.is_open and any(pygame.mixer.Channel(index).get_busy() for index in _CUES)

    def open(self) -> bool:
        """Opens the loudspeakers; false where there are none."""
        if self.is_open:
            return True
        if _machine_is_mute():
            return False
        try:
            pygame.mixer.init(RATE, BITS, MONO, BUFFER, allowedchanges=0)
            pygame.mixer.set_num_channels(len(_ROOMS) + len(_CUES))
        except (pygame.error, NotImplementedError):  # no loudspeakers, or a pygame that was built without a mixer
            return False
        self._opened = True
        return True

    def close(self) -> None:
        """Silence, and nothing kept: neither the machine's time nor its memory."""
        self._loaded.clear()
        self._room = None
        if self.is_open:
            pygame.mixer.quit()
        self._opened = False

    def set_levels(self, levels: Mapping[Bus, float]) -> None:
        """The player's volumes, 0 to 1, from now on and for what is being heard."""
        self._levels = dict(levels)
        for part, sound in self._loaded.items():
            if sound is not None:
                sound.set_volume(self._gain(part))

    def play(self, cues: Sequence[Cue]) -> None:
        """Plays a cue, and a second one after it; nothing if all four channels are busy. A long one hushes those before."""
        sounds = [sound for sound in map(self._next_of, cues) if sound is not None]
        free = next((index for index in _CUES if self.is_open and not pygame.mixer.Channel(index).get_busy()), None)
        if not sounds or free is None:
            return
        if sounds[-1].get_length() > LONG:
            self._hush()
        pygame.mixer.Channel(free).play(sounds[0])
        for sound in sounds[1:2]:
            pygame.mixer.Channel(free).queue(sound)

    def enter(self, room: Room | None, fade: float) -> None:
        """Lets the room of now fade away and this one rise, in so many seconds."""
        part = Part(room.file, room.bus, room.volume) if room is not None else None
        if not self.is_open or part == self._room:
            return
        pygame.mixer.Channel(self._room_channel).fadeout(round(fade * 1000))
        if self._room is not None:
            self._loaded.pop(self._room, None)
        self._room = part
        sound = self._sound(part) if part is not None else None
        if sound is not None:
            self._room_channel = _ROOMS[1 - _ROOMS.index(self._room_channel)]
            pygame.mixer.Channel(self._room_channel).play(sound, loops=-1, fade_ms=round(fade * 1000))

    def _hush(self) -> None:
        """Lets long cues fade; one that another is to follow stops, and so does that one, which then begins."""
        for channel in map(pygame.mixer.Channel, _CUES):
            sound = channel.get_sound()
            if channel.get_queue() is not None:
                channel.stop()
                channel.stop()
            elif sound is not None and sound.get_length() > LONG:
                channel.fadeout(_HUSH_MS)

    def _next_of(self, cue: Cue) -> pygame.mixer.Sound | None:
        """The next of a cue's files: no two in a row are the same, if there are two."""
        first = cue.files[0]
        turn = self._turns.get(first, 0)
        self._turns[first] = turn + 1
        return self._sound(Part(cue.files[turn % len(cue.files)], cue.bus, cue.volume))

    def _sound(self, part: Part) -> pygame.mixer.Sound | None:
        """A file's sound, read when it is first heard; nothing for one that cannot be read."""
        if part not in self._loaded:
            try:
                sound = pygame.mixer.Sound(str(self._folder / part.file)) if self.is_open else None
            except (pygame.error, OSError):
                sound = None
            if sound is not None:
                sound.set_volume(self._gain(part))
            self._loaded[part] = sound
        return self._loaded[part]

    def _gain(self, part: Part) -> float:
        return part.volume * self._levels.get(part.bus, 1.0)


def _machine_is_mute() -> bool:
    """Whether a Linux machine has neither a sound card nor a sound server. To ask SDL would take 50 ms and 3 MB there, and
    ALSA would complain on the terminal."""
    if not sys.platform.startswith("linux") or os.environ.get("SDL_AUDIODRIVER") or os.environ.get("PULSE_SERVER"):
        return False
    running = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"))
    return not any(path.exists() for path in (Path("/dev/snd"), Path("/dev/dsp"), running / "pulse", running / "pipewire-0"))
