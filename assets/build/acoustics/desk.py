"""What is heard on the desk itself: paper, typewriter, stamps, telegraph. Each recipe is given the chance it draws from and
returns one signal, not yet as loud as it will be."""

import numpy as np

from acoustics.signals import Dice, Signal, band, clock, drift, echo, low_pass, put, samples, shape, silence, struck

MORSE = {
    "A": ".-", "E": ".", "I": "..", "K": "-.-", "L": ".-..", "M": "--", "O": "---", "R": ".-.", "S": "...", "T": "-",
    "U": "..-", "X": "-..-",
}  # fmt: skip
_UNIT = 0.042


# Paper


def paper(chance: Dice, seconds: float, *points: tuple[float, float], low: float = 1000, high: float = 6000) -> Signal:
    """A sheet moved: a rustle that follows an envelope, with the small cracks of stiff paper in it."""
    length = samples(seconds)
    rustle = band(chance, length, low, high) * (0.35 + 0.65 * drift(chance, length, 12, 70))
    cracks = np.where(chance.random(length) < 0.004, chance.standard_normal(length) * 6, 0)
    return (rustle + low_pass(cracks, high)) * shape(length, *points)


def slid_in(chance: Dice) -> Signal:
    """A sheet slides in and is laid down."""
    slide = paper(chance, 0.34, (0, 0), (0.16, 0.8), (0.2, 0.3), (0.22, 1), (0.34, 0))
    put(slide, struck(samples(0.06), ((150, 1.2, 0.016),)), 0.2)
    return slide


def slid_out(chance: Dice) -> Signal:
    """A sheet is taken away."""
    return paper(chance, 0.3, (0, 0), (0.04, 0.7), (0.12, 0.55), (0.22, 0.25), (0.3, 0), high=5000)


def page(chance: Dice) -> Signal:
    """A page is turned: bright, then duller as it falls."""
    turned = silence(0.4)
    for step in range(8):
        high = 6500 - 600 * step
        part = paper(chance, 0.09, (0, 0), (0.045, 1), (0.09, 0), low=high / 4, high=high)
        put(turned, part, 0.036 * step, 0.4 + 0.6 * np.sin(np.pi * (step + 1) / 9))
    return turned


def folder(chance: Dice) -> Signal:
    """A folder is opened: two covers, and the dull thud of cardboard."""
    opened = silence(0.5)
    for at, strength in ((0.0, 0.7), (0.07, 1.0)):
        put(opened, paper(chance, 0.22, (0, 0), (0.05, 1), (0.22, 0), low=500, high=4200), at, strength)
    put(opened, struck(samples(0.12), ((105, 5.0, 0.03), (210, 2.0, 0.02))), 0.24)
    return opened


def tick(chance: Dice) -> Signal:
    """The edge of a card under a finger."""
    length = samples(0.05)
    pitch = 1 + 0.06 * chance.standard_normal()
    edge = band(chance, length, 1500, 5200 * pitch) * np.exp(-clock(length) / 0.006)
    return edge + struck(length, ((230 * pitch, 0.7, 0.01),))


def card(chance: Dice) -> Signal:
    """A card is lifted out of the drawer."""
    return paper(chance, 0.11, (0, 0), (0.05, 0.5), (0.085, 1), (0.11, 0), low=1800, high=6500)


def pencil(chance: Dice) -> Signal:
    """A short stroke of a pencil, firmer towards its end."""
    length = samples(0.18)
    grain = 0.5 + 0.5 * drift(chance, length, 60, 220)
    return band(chance, length, 2200, 4200) * grain * shape(length, (0, 0), (0.1, 0.6), (0.145, 1), (0.18, 0))


def knock(_: Dice) -> Signal:
    """A dull knock on wood."""
    return struck(samples(0.22), ((140, 1.0, 0.04), (293, 0.6, 0.024), (610, 0.3, 0.01)))


# Typewriter, stamps, telegraph


def key(chance: Dice) -> Signal:
    """A key of a typewriter: the type on the platen, the frame under it, the bar falling back."""
    pitch = 1 + 0.04 * chance.uniform(-1, 1)
    stroke = silence(0.13)
    length = samples(0.04)
    put(stroke, band(chance, length, 1800, 7500) * np.exp(-clock(length) / 0.005), 0.004)
    put(stroke, struck(samples(0.1), ((180 * pitch, 1.3, 0.02), (940 * pitch, 0.7, 0.009), (2350 * pitch, 0.35, 0.005))), 0.004)
    length = samples(0.03)
    put(stroke, band(chance, length, 900, 4000) * np.exp(-clock(length) / 0.006), 0.07, 0.22)
    return stroke


def typed(chance: Dice) -> Signal:
    """A few words typed, quickly and not quite evenly."""
    words = silence(0.75)
    at = 0.0
    for _ in range(6):
        put(words, key(chance), at, 0.65 + 0.35 * chance.random())
        at += 0.078 + 0.034 * chance.random()
    return words


def carriage(chance: Dice) -> Signal:
    """The bell at the end of a line, the carriage run back, and its stop."""
    line = silence(1.1)
    put(line, struck(samples(1.0), ((2100, 0.5, 0.16), (4400, 0.22, 0.09), (6350, 0.08, 0.05))), 0)
    for step in range(15):
        length = samples(0.02)
        tooth = band(chance, length, 1200, 4200) * np.exp(-clock(length) / 0.0035)
        put(line, tooth, 0.34 + 0.021 * step, 0.16 + 0.012 * step)
    put(line, struck(samples(0.15), ((125, 1.0, 0.03), (760, 0.3, 0.012))), 0.67)
    return line


def stamp(chance: Dice) -> Signal:
    """A rubber stamp comes down on paper, and leaves it."""
    struck_on = silence(0.42)
    put(struck_on, struck(samples(0.2), ((88, 1.0, 0.035), (176, 0.5, 0.022), (240, 0.3, 0.016))), 0.01)
    length = samples(0.07)
    put(struck_on, band(chance, length, 350, 2200) * np.exp(-clock(length) / 0.016), 0.012, 0.16)
    put(struck_on, paper(chance, 0.1, (0, 0), (0.03, 1), (0.1, 0), low=700, high=3000), 0.24, 0.035)
    return struck_on


def seal(chance: Dice) -> Signal:
    """The orders are folded, and the seal is pressed on them."""
    sealed = silence(0.95)
    put(sealed, paper(chance, 0.2, (0, 0), (0.1, 1), (0.2, 0), low=700, high=4500), 0, 0.1)
    put(sealed, paper(chance, 0.16, (0, 0), (0.06, 1), (0.16, 0), low=700, high=5000), 0.17, 0.13)
    put(sealed, stamp(chance), 0.42)
    return sealed


def telegraph(chance: Dice, word: str) -> Signal:
    """A sounder ticks a word in Morse: a hard click as the key goes down, a lighter one as it comes up."""
    marks: list[tuple[float, float]] = []
    at = 0.0
    for letter in word:
        for sign in MORSE[letter]:
            long = _UNIT * (3 if sign == "-" else 1)
            marks += [(at, 1.0), (at + long, 0.5)]
            at += long + _UNIT
        at += 2 * _UNIT
    line = silence(at + 0.25)
    for moment, strength in marks:
        pitch = (1.0 if strength == 1.0 else 0.86) * (1 + 0.01 * chance.standard_normal())
        brass = ((1100 * pitch, 1.0, 0.008), (2730 * pitch, 0.45, 0.005), (4080 * pitch, 0.2, 0.003), (340, 0.6, 0.014))
        put(line, struck(samples(0.07), brass), moment, strength)
    return echo(chance, line, 0.2, 0.12)
