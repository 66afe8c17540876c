"""PINs of sides that share a desk. A PIN keeps a neighbour's eye off a desk; it encrypts nothing."""

from hashlib import pbkdf2_hmac
from hmac import compare_digest
from secrets import token_hex

from game.match.papers import Lock

DIGITS = 4
"""All PINs are of one length, so that none can be told by it."""
_ROUNDS = 40_000


def lock_with(pin: str) -> Lock:
    """A lock that this PIN opens.

    Raises:
        ValueError: it is not of four digits.
    """
    if len(pin) != DIGITS or not (pin.isascii() and pin.isdigit()):
        raise ValueError(f"a PIN has {DIGITS} digits")
    salt = token_hex(16)
    return Lock(salt=salt, hash=_hash(pin, salt))


def opens(lock: Lock, pin: str) -> bool:
    """Whether a PIN opens a lock; a wrong one takes as long to refuse as the right one to take."""
    return compare_digest(_hash(pin, lock.salt), lock.hash)


def _hash(pin: str, salt: str) -> str:
    return pbkdf2_hmac("sha256", pin.encode(errors="replace"), salt.encode(), _ROUNDS).hex()
