"""What is heard from farther off: a press, a train, a ship, a door, a bell, a clock; and a few low notes that nobody plays.
Each recipe is given the chance it draws from and returns one signal, not yet as loud as it will be."""

import numpy as np

from acoustics.desk import slid_in
from acoustics.signals import Dice, Signal, band, clock, drift, echo, held, low_pass, put, samples, shape, silence, struck


def tuning(chance: Dice) -> Signal:
    """A wireless is tuned: hiss, and a whistle that slides away."""
    length = samples(1.3)
    hiss = band(chance, length, 350, 3000) * (0.6 + 0.4 * drift(chance, length, 2, 18))
    time = clock(length)
    sweep = 520 * time + 1150 * 0.28 * (1 - np.exp(-time / 0.28))
    whistle = np.sin(2 * np.pi * sweep) * shape(length, (0, 0), (0.15, 1), (0.7, 0.2), (0.95, 0), (1.3, 0))
    return (hiss * 0.5 + whistle * 0.28) * shape(length, (0, 0), (0.3, 1), (0.8, 0.8), (1.3, 0))


def press(chance: Dice) -> Signal:
    """A printing press in the next building, and a paper dropped on the desk."""
    hall = silence(2.3)
    for beat in range(4):
        strength = (0.6, 1.0, 0.85, 0.5)[beat]
        length = samples(0.14)
        put(hall, band(chance, length, 200, 1500) * shape(length, (0, 0), (0.03, 1), (0.14, 0)), 0.4 * beat, 0.4 * strength)
        put(hall, struck(samples(0.3), ((92, 2.4, 0.05), (190, 1.0, 0.03))), 0.4 * beat + 0.03, strength)
        put(hall, struck(samples(0.12), ((780, 0.4, 0.02), (1240, 0.3, 0.015))), 0.4 * beat + 0.2, strength)
    far = low_pass(echo(chance, hall, 0.6, 0.35), 1500)
    put(far, slid_in(chance), 1.55, 0.5)
    return far


def train(chance: Dice) -> Signal:
    """A train leaves, a long way off: its whistle, and the engine taking up the load."""
    line = silence(4.0)
    length = samples(0.75)
    notes = [held(length, hertz) for hertz in (311, 370, 466)]
    breath = shape(length, (0, 0), (0.12, 1), (0.55, 0.9), (0.75, 0))
    put(line, sum(notes, np.zeros(length)) * breath + band(chance, length, 300, 1500) * breath * 0.2, 0.0, 0.22)
    at = 0.7
    for chuff in range(10):
        length = samples(0.24)
        steam = band(chance, length, 110, 1100) * shape(length, (0, 0), (0.04, 1), (0.24, 0))
        swell = np.sin(np.pi * (chuff + 1.5) / 12.5)
        put(line, steam, at, swell * (1.0 if chuff % 4 == 0 else 0.7))
        at += 0.31 - 0.013 * chuff
    return low_pass(echo(chance, line, 1.0, 0.45, 1000), 900)


def ship(chance: Dice) -> Signal:
    """A ship's horn across the harbour."""
    harbour = silence(3.2)
    length = samples(1.3)
    horn = np.zeros(length)
    for overtone in range(1, 9):
        horn += held(length, 110 * overtone) / overtone**1.2 + held(length, 111 * overtone) * 0.6 / overtone**1.2
    put(harbour, horn * shape(length, (0, 0), (0.2, 1), (1.0, 0.9), (1.3, 0)), 0.05)
    return low_pass(echo(chance, harbour, 1.6, 0.6, 900), 700)


def door(chance: Dice) -> Signal:
    """A heavy door shuts at the end of a corridor."""
    corridor = silence(1.7)
    put(corridor, struck(samples(0.05), ((1750, 0.5, 0.008), (2900, 0.3, 0.005))), 0.0, 0.5)
    put(corridor, struck(samples(0.4), ((62, 1.6, 0.07), (104, 1.2, 0.05), (187, 0.6, 0.03))), 0.13)
    length = samples(0.2)
    put(corridor, band(chance, length, 80, 700) * np.exp(-clock(length) / 0.035), 0.13, 0.4)
    put(corridor, struck(samples(0.06), ((1320, 0.5, 0.01), (2240, 0.3, 0.006))), 0.21, 0.6)
    return low_pass(echo(chance, corridor, 0.9, 0.5, 1400), 2600)


def toll(chance: Dice) -> Signal:
    """One stroke of a bell far away."""
    tower = silence(4.2)
    strokes = ((98, 0.5, 1.5), (196, 0.9, 1.0), (233, 0.6, 0.7), (294, 0.4, 0.55), (392, 0.5, 0.4), (530, 0.2, 0.25))
    put(tower, struck(samples(3.4), strokes), 0.05)
    return low_pass(echo(chance, tower, 1.5, 0.45, 900), 1000)


# Low notes


def note(seconds: float, hertz: float) -> Signal:
    """A soft hammer on a long string."""
    overtones = [(hertz * n * (1 + 0.0003 * n * n), n**-1.7, 0.9 / n**0.8) for n in range(1, 7)]
    return struck(samples(seconds), overtones)


def done(chance: Dice) -> Signal:
    """It went well: a fifth, quietly."""
    return _two_notes(chance, 196.0, 293.7)


def failed(chance: Dice) -> Signal:
    """It went wrong: a minor second, quietly."""
    return _two_notes(chance, 196.0, 207.7)


def _two_notes(chance: Dice, first: float, second: float) -> Signal:
    room = silence(2.0)
    put(room, note(1.5, first), 0.0)
    put(room, note(1.5, second), 0.16, 0.8)
    return low_pass(echo(chance, room, 0.8, 0.25), 1600)


def clockwork(chance: Dice) -> Signal:
    """A clock that one suddenly hears."""
    room = silence(2.1)
    for beat in range(4):
        put(room, clock_tick(chance, low=bool(beat % 2)), 0.5 * beat, 1.0 - 0.12 * beat)
    return echo(chance, room, 0.3, 0.2)


def clock_tick(chance: Dice, *, low: bool) -> Signal:
    """One beat of a clock on the wall; every other one is lower."""
    pitch = (0.84 if low else 1.0) * (1 + 0.005 * chance.standard_normal())
    return struck(samples(0.09), ((2150 * pitch, 0.8, 0.005), (1180 * pitch, 0.6, 0.009), (390 * pitch, 0.7, 0.016)))


def tension(chance: Dice) -> Signal:
    """Something is about to happen: two low notes too near to one another, swelling, and gone."""
    night = silence(4.6)
    length = samples(3.6)
    swell = shape(length, (0, 0), (2.6, 1), (2.9, 0.85), (3.6, 0))
    low = np.zeros(length)
    for hertz, strength in ((73.4, 1.0), (77.8, 0.9), (146.8, 0.5), (155.6, 0.4), (220.0, 0.16), (233.1, 0.16)):
        low += held(length, hertz) * strength
    wind = band(chance, length, 70, 420, 0.5) * (0.6 + 0.4 * drift(chance, length, 1, 5))
    put(night, (low * 0.4 + wind * 0.5) * swell, 0.0)
    return low_pass(echo(chance, night, 1.4, 0.4, 900), 1200)


def verdict(chance: Dice) -> Signal:
    """One low chord, and the room after it."""
    hall = silence(6.0)
    for hertz, strength in ((73.4, 1.0), (110.0, 0.9), (146.8, 0.7), (174.6, 0.6), (220.0, 0.35)):
        overtones = [(hertz * n, strength * n**-1.9, 1.7 / n**0.7) for n in range(1, 6)]
        put(hall, struck(samples(4.6), overtones), 0.02 + 0.012 * chance.random())
    return low_pass(echo(chance, hall, 1.8, 0.4, 900), 1100)
