"""Building blocks of sound: bands of noise, struck things, envelopes, filters and echoes.

Filters work on the whole signal at once and wrap round its ends, so that a loop stays one; whatever is heard once must
have silence at its end, as long as its echo. Lengths are seconds where they are floats and samples where they are ints.
"""

from collections.abc import Iterable
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Signal = NDArray[np.float64]
Dice = np.random.Generator

RATE = 22050


def dice(name: str) -> Dice:
    """The chance of one sound: the same for the same name, whatever other sounds there are."""
    return np.random.default_rng(crc32(name.encode()))


def samples(seconds: float) -> int:
    """How many samples so many seconds are."""
    return round(seconds * RATE)


def silence(seconds: float) -> Signal:
    """Nothing, to put sounds on."""
    return np.zeros(samples(seconds))


def clock(length: int) -> Signal:
    """The time of each sample in seconds."""
    return np.arange(length) / RATE


def band(chance: Dice, length: int, low: float, high: float, slope: float = 0.0) -> Signal:
    """Noise between two frequencies in Hz; with a slope it falls with frequency, as wind does. Its RMS is 1."""
    pitch = np.fft.rfftfreq(length, 1 / RATE)
    pitch[0] = pitch[1]
    weight = pitch**-slope / np.sqrt((1 + (low / pitch) ** 6) * (1 + (pitch / high) ** 6))
    weight[0] = 0
    noise: Signal = np.fft.irfft(np.fft.rfft(chance.standard_normal(length)) * weight, length)
    return noise / np.sqrt(np.mean(noise**2))


def drift(chance: Dice, length: int, slowest: float, fastest: float) -> Signal:
    """Something that wanders between 0 and 1, so many times a second, and ends where it began."""
    wander = band(chance, length, slowest, fastest)
    return (wander - wander.min()) / (wander.max() - wander.min())


def struck(length: int, partials: Iterable[tuple[float, float, float]]) -> Signal:
    """Something hit: tones in Hz, each with its strength and the seconds in which it falls to a third. It is silent by its
    end, however long it would ring."""
    time = clock(length)
    whole = np.zeros(length)
    for hertz, strength, fall in partials:
        whole += strength * np.sin(2 * np.pi * hertz * time) * np.exp(-time / fall)
    end = length / RATE
    return whole * np.minimum(1, time / 0.0006) * shape(length, (0, 1), (end * 0.6, 1), (end, 0))


def held(length: int, hertz: float, wander: Signal | None = None, width: float = 0.0) -> Signal:
    """A steady tone that fits whole into its length, so that it can loop; it may wander by so many Hz."""
    turns = round(hertz * length / RATE) / length * np.arange(length)
    if wander is not None:
        turns = turns + np.cumsum(wander - wander.mean()) * width / RATE
    return np.sin(2 * np.pi * turns)


def shape(length: int, *points: tuple[float, float]) -> Signal:
    """An envelope through points of seconds and strength, with soft corners."""
    at, level = zip(*points, strict=True)
    line = np.interp(clock(length), at, level)
    return line * line * (3 - 2 * line) if max(level) <= 1 else line


def put(onto: Signal, sound: Signal, at: float, strength: float = 1.0) -> None:
    """Lays a sound on another, so many seconds after its beginning; what runs over the end comes in at the beginning."""
    places = (samples(at) + np.arange(len(sound))) % len(onto)
    np.add.at(onto, places, sound * strength)


def low_pass(signal: Signal, hertz: float, steepness: int = 2) -> Signal:
    """What a wall or a distance leaves: little above a frequency."""
    pitch = np.fft.rfftfreq(len(signal), 1 / RATE)
    weight = 1 / np.sqrt(1 + (pitch / hertz) ** (2 * steepness))
    return np.asarray(np.fft.irfft(np.fft.rfft(signal) * weight, len(signal)))


def echo(chance: Dice, signal: Signal, seconds: float, share: float, dullness: float = 1800.0) -> Signal:
    """The signal in a room that takes so many seconds to fall silent; `share` is how much of it the room gives back."""
    tail = low_pass(chance.standard_normal(len(signal)) * np.exp(-clock(len(signal)) / (seconds / 5)), dullness)
    tail[samples(seconds * 1.4) :] = 0
    tail /= np.sqrt(np.sum(tail**2))
    back = np.fft.irfft(np.fft.rfft(signal) * np.fft.rfft(tail), len(signal))
    return np.asarray((1 - share) * signal + share * back)


def loud(signal: Signal, *, peak: float | None = None, rms: float | None = None) -> Signal:
    """The signal at a loudness: its highest value or its RMS, in decibels below full scale. None above -1.5 dB."""
    if rms is not None:
        signal = signal * 10 ** (rms / 20) / np.sqrt(np.mean(signal**2))
    if peak is not None:
        signal = signal * 10 ** (peak / 20) / np.abs(signal).max()
    return signal * min(1.0, 10 ** (-1.5 / 20) / np.abs(signal).max())


def eased(signal: Signal, out: float = 0.02) -> Signal:
    """The signal with its ends drawn to nothing, so that neither clicks."""
    points = (0.0, 0.0), (0.001, 1.0), (len(signal) / RATE - out, 1.0), (len(signal) / RATE, 0.0)
    return signal * shape(len(signal), *points)
