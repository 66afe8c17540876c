"""Every sound of a moment: how it is made, and how loud its file is."""

from collections.abc import Callable, Mapping
from functools import partial

from acoustics.afar import clockwork, done, door, failed, press, ship, tension, toll, train, tuning, verdict
from acoustics.desk import (
    card,
    carriage,
    folder,
    key,
    knock,
    page,
    pencil,
    seal,
    slid_in,
    slid_out,
    stamp,
    telegraph,
    tick,
    typed,
)
from acoustics.signals import Dice, Signal, eased, loud

Recipe = Callable[[Dice], Signal]

CUES: Mapping[str, tuple[Recipe, float]] = {
    "tick-1": (tick, -6), "tick-2": (tick, -6), "tick-3": (tick, -6),
    "card-1": (card, -6), "card-2": (card, -6),
    "slid-in-1": (slid_in, -6), "slid-in-2": (slid_in, -6),
    "slid-out-1": (slid_out, -6), "slid-out-2": (slid_out, -6),
    "page-1": (page, -6), "page-2": (page, -6),
    "folder": (folder, -6), "pencil-1": (pencil, -6), "pencil-2": (pencil, -6), "knock": (knock, -6),
    "key-1": (key, -4), "key-2": (key, -4), "key-3": (key, -4), "key-4": (key, -4),
    "typed-1": (typed, -4), "typed-2": (typed, -4), "typed-3": (typed, -4), "carriage": (carriage, -5),
    "stamp": (stamp, -4), "seal": (seal, -4),
    "telegraph-1": (partial(telegraph, word="UTKA"), -5), "telegraph-2": (partial(telegraph, word="MEX"), -5),
    "telegraph-3": (partial(telegraph, word="OSLO"), -5), "tuning": (tuning, -8),
    "press": (press, -5), "train": (train, -5), "ship": (ship, -5), "door": (door, -4), "toll": (toll, -5),
    "done": (done, -6), "failed": (failed, -6), "clock": (clockwork, -6), "tension": (tension, -5), "verdict": (verdict, -5),
}  # fmt: skip
"""Every file of a moment: how it is made, and its peak in decibels."""


def cue(name: str, chance: Dice) -> Signal:
    """A cue by its name, ready to be written."""
    recipe, peak = CUES[name]
    return loud(eased(recipe(chance)), peak=peak)
