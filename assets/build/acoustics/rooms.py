"""What is heard all the time, quietly: the air of each scene, as loops that close without a seam. Everything in them is
made round: noise that ends where it began, tones that fit whole, and things that run over the end into the beginning."""

from collections.abc import Callable, Mapping

import numpy as np

from acoustics.afar import clock_tick, door, train
from acoustics.desk import MORSE
from acoustics.signals import RATE, Dice, Signal, band, drift, echo, held, loud, low_pass, put, samples, shape, struck
from acoustics.wave_file import whole_blocks

_LOUDNESS = -27.0
"""RMS in decibels: well under the moments, which are heard over it."""


def title(chance: Dice) -> Signal:
    """A city at night behind a closed window; two low notes that come and go; once a train, very far away."""
    length = whole_blocks(24)
    night = band(chance, length, 60, 700, 0.8) * (0.5 + 0.5 * drift(chance, length, 0.04, 0.2))
    for hertz, strength in ((73.4, 0.34), (110.0, 0.28), (146.8, 0.14), (220.0, 0.05)):
        night += held(length, hertz) * strength * (0.25 + 0.75 * drift(chance, length, 0.04, 0.15))
    put(night, low_pass(train(chance), 500), 9.0, 0.35)
    return night


def center(chance: Dice) -> Signal:
    """An office at night: a clock, a radiator and its pipe, now and then a tram in the street."""
    length = whole_blocks(24)
    room = band(chance, length, 60, 450, 0.9) * (0.7 + 0.3 * drift(chance, length, 0.05, 0.3))
    room += band(chance, length, 1500, 4200) * 0.035 * (0.4 + 0.6 * drift(chance, length, 0.05, 0.3))
    _tick(chance, room, beats=24, strength=0.8)
    for at, strength in ((5.35, 0.5), (5.62, 0.28), (18.3, 0.35)):
        put(room, struck(samples(0.5), ((615, 0.6, 0.07), (1130, 0.4, 0.05), (1890, 0.2, 0.03))), at, strength)
    length = samples(8.0)
    tram = band(chance, length, 70, 460, 0.6) * shape(length, (0, 0), (3.6, 1), (4.6, 0.9), (8, 0))
    put(room, tram * (0.7 + 0.3 * drift(chance, length, 3, 9)), 9.5, 1.3)
    return room


def circle(chance: Dice) -> Signal:
    """A house with a garden: wind in the leaves, a slow clock, once a gate."""
    length = whole_blocks(24)
    leaves = drift(chance, length, 0.04, 0.16)
    house = band(chance, length, 220, 1900, 0.7) * (0.3 + 0.7 * leaves)
    house += band(chance, length, 50, 240, 1.0) * 0.5
    _tick(chance, house, beats=18, strength=0.7)
    put(house, low_pass(door(chance), 900), 15.2, 0.8)
    return house


def month(chance: Dice) -> Signal:
    """A wireless between two stations: hiss that fades and returns, a thin whistle, Morse from somewhere else."""
    length = whole_blocks(20)
    fading = drift(chance, length, 0.08, 0.5)
    air = band(chance, length, 260, 2600, 0.35) * (0.4 + 0.6 * fading)
    air += band(chance, length, 50, 200, 0.8) * 0.4
    air += held(length, 690, drift(chance, length, 0.05, 0.3), 90) * 0.05 * (1 - fading)
    keyed = _keyed("UTKA", 0.07)
    for at in (2.0, 12.6):
        put(air, keyed * held(len(keyed), 760), at, 0.11)
    return air


def verdict(chance: Dice) -> Signal:
    """An empty room, and a low note under it."""
    length = whole_blocks(20)
    room = band(chance, length, 55, 600, 0.9) * (0.7 + 0.3 * drift(chance, length, 0.05, 0.2))
    for hertz, strength in ((73.4, 0.45), (110.0, 0.3), (174.6, 0.12)):
        room += held(length, hertz) * strength * (0.2 + 0.8 * drift(chance, length, 0.05, 0.15))
    return room


def _tick(chance: Dice, room: Signal, *, beats: int, strength: float) -> None:
    """A clock in the next room, with an even number of beats in the loop."""
    each = len(room) / beats
    ticks = np.zeros(len(room))
    for beat in range(beats):
        put(ticks, clock_tick(chance, low=bool(beat % 2)), each * beat / RATE, strength)
    room += low_pass(echo(chance, ticks, 0.3, 0.25), 1800)


def _keyed(word: str, unit: float) -> Signal:
    """When a Morse key is down: 1, else 0, with soft edges."""
    pattern = "0".join("0" + "".join("10" if sign == "." else "1110" for sign in MORSE[letter]) + "0" for letter in word)
    down = np.repeat([float(mark) for mark in pattern + "00"], samples(unit))
    return low_pass(down, 60)


ROOMS: Mapping[str, Callable[[Dice], Signal]] = {
    "title": title, "center": center, "circle": circle, "month": month, "verdict": verdict,
}  # fmt: skip
"""Every room by the name of its file."""


def room(name: str, chance: Dice) -> Signal:
    """A room's loop by its name, ready to be written."""
    return loud(ROOMS[name](chance), rms=_LOUDNESS)
