"""What a book of sounds is: cues for moments and rooms for scenes. Plain values; they are read in `book`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar


class Bus(StrEnum):
    """What the player can set the volume of; each has a setting of its own."""

    TYPING = "typing"
    PAPER = "paper"
    CITY = "city"
    MUSIC = "music"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What is heard at a moment: one of the files, each in its turn. Volume runs from 0 to 1; the caption says it in words
    to those who want that."""

    bus: Bus
    volume: float
    files: tuple[str, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What is heard all the time in a scene: a loop. Volume runs from 0 to 1."""

    bus: Bus
    volume: float
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Seconds: how long one room fades into another, after how much rest all falls silent, and how long that takes."""

    room_fade: float = 1.6
    rest_after: float = 10.0
    rest_fade: float = 3.0


_Sound = TypeVar("_Sound", Cue, Room)


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundBook:
    """All sounds. `samples` names, for a bus, the moment that is heard when its volume is set."""

    cues: Mapping[str, Cue] = field(default_factory=dict)
    rooms: Mapping[str, Room] = field(default_factory=dict)
    samples: Mapping[str, str] = field(default_factory=dict)
    timing: Timing = Timing()

    def cue(self, moment: str) -> Cue | None:
        """What is heard at a moment; of one that is not named, what is heard at the wider one: `telegram` for
        `telegram.struck`."""
        return _widening(self.cues, moment)

    def room(self, scene: str) -> Room | None:
        """What is heard in a scene; nothing is silence."""
        return _widening(self.rooms, scene)


def _widening(among: Mapping[str, _Sound], name: str) -> _Sound | None:
    while name and name not in among:
        name = name.rpartition(".")[0]
    return among.get(name)
