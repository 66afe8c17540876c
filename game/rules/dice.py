"""Keyed dice: a roll is a hash of seed, turn, subject and purpose, and of nothing else.

Undoing or reloading cannot re-roll, a new rule does not shift anyone else's luck, and the
same game comes out on every machine.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")

SEEDS = 1 << 48
"""Seeds that are drawn lie below this."""

_whole = int.from_bytes


@dataclass(slots=True, unsafe_hash=True)
class Dice:
    """The dice of one game. `seed` is any integer; dice of one seed are equal.

    What all rolls of a turn begin with is hashed once and kept. Not frozen, because every turn makes its own.
    """

    seed: int
    _begun: dict[int, blake2b] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __reduce__(self) -> tuple[type["Dice"], tuple[int]]:
        return Dice, (self.seed,)

    def below(self, bound: int, turn: int, subject: str, purpose: str) -> int:
        """A whole number from 0 to `bound` - 1, every one equally likely."""
        begun = self._begun.get(turn)
        if begun is None:
            begun = self._begun[turn] = blake2b(f"{self.seed}|{turn}|".encode(), digest_size=8)
        rolled = begun.copy()
        rolled.update(f"{subject}|{purpose}".encode())
        return _whole(rolled.digest(), "big") % bound

    def percent(self, turn: int, subject: str, purpose: str) -> int:
        """A roll of 1 to 100; a chance of p succeeds when the roll is at most p."""
        return self.below(100, turn, subject, purpose) + 1

    def dealt(self, deck: str, number: int) -> int:
        """A roll of 1 to 100 dealt from a deck: every run of ten rolls falls once into each ten of the hundred.

        `number` counts the rolls of the deck from 0. Each roll by itself is as likely to be one number as any other, so
        that a chance of p still succeeds p times in a hundred; what evens out is the run.
        """
        hand, place = divmod(number, 10)
        tens = self.order([str(ten) for ten in range(10)], hand, f"deck:{deck}")
        return 10 * int(tens[place]) + self.below(10, number, deck, "deck") + 1

    def choose(self, among: Sequence[T], turn: int, subject: str, purpose: str) -> T:
        """One of a non-empty sequence."""
        return among[self.below(len(among), turn, subject, purpose)]

    def order(self, keys: Sequence[str], turn: int, purpose: str) -> list[str]:
        """The keys in a random order that does not depend on the order in which they came."""
        if len(keys) < 2:
            return list(keys)
        return sorted(keys, key=lambda key: (self.below(1 << 48, turn, key, purpose), key))
