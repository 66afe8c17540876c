"""What one machine keeps of a game by mail: its own secrets of the turn, and what the other side has sent of it.

Plain frozen values; `game.match.mail` says how they come about.
"""

from dataclasses import dataclass

from game.rules.nouns import Side
from game.rules.orders import Order
from game.rules.setup import Allegiances


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What both machines must agree on. `inviter` is the side of whoever began the game, `fingerprint` the scenario's."""

    version: str
    scenario: str
    fingerprint: str
    seed: int
    allegiances: Allegiances
    inviter: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Reveal:
    """A side's orders of a turn, and the salt with which they were sealed."""

    turn: int
    salt: str
    orders: tuple[Order, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence:
    """A game by mail as the machine of `side` has it.

    `salt` belongs to its own sealed orders, empty while it writes; `theirs` is the other side's commitment for this
    turn, empty until it came; `last` are its own orders of the turn before, in case the letter with them gets lost.
    `read` are the hashes of letters that have been read, the newest last.
    """

    game: str
    side: Side
    terms: Terms
    salt: str = ""
    theirs: str = ""
    last: Reveal | None = None
    read: tuple[str, ...] = ()
