"""Finished pieces of a long measurement in a file, one line of JSON each, so that a second run goes on from there.

The first line names the terms on which they were measured. A run on other terms begins a new file.
"""

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Generic, TypeVar

import game
from game.match.codec import CodecError, decode, encode
from game.match.envelope import write_whole

T = TypeVar("T")

FORMAT = 1
"""The form of the lines. It goes up when older ones could no longer be read."""

PLAYING = ("rules", "scenario", "players", "match")
"""The folders of code on which it depends how a game goes and what is counted of it."""

READING = (
    "balance", "calibration", "choices", "elo", "intervals", "ladder", "matrix", "pacing", "picture", "standings",
    "svg", "tuning",
)  # fmt: skip
"""Modules of `match` that only read what was kept, or have nothing to do with it: after a change of them it is as good as
before."""

Say = Callable[[str], None]
"""Is told on one line what a person should know."""


def silent(_: str) -> None:
    """Tells nobody."""


class Ledger(Generic[T]):
    """The file.

    `terms` are words such as the seed or the scenario's hash, by what they are called in messages; `say` hears whether a
    run goes on from what is kept or begins anew.
    """

    def __init__(self, path: Path, kind: type[T], terms: Mapping[str, str], say: Say = silent) -> None:
        self.path = path
        self._kind = kind
        self._terms = {"code": code_digest(), **terms}
        self._say = say

    def read(self) -> list[T]:
        """What was finished on the same terms; begins a new file if there is nothing of the kind.

        An older file on other terms is renamed to end in `.old`. Lines that were cut short are dropped.

        Raises:
            OSError: the file cannot be read or written.
        """
        content = self.path.read_bytes() if self.path.exists() else b""
        head, *lines = content.split(b"\n")
        differing = self._differences(head)
        if not content or differing:
            self._begin_anew(differing if content else "")
            return []
        kept = [(line, value) for line in lines if (value := self._value(line)) is not None]
        whole = b"".join(line + b"\n" for line in (head, *(line for line, _ in kept)))
        if whole != content:
            write_whole(self.path, whole)
        if kept:
            self._say(f"going on from what is kept in {self.path}")
        return [value for _, value in kept]

    def keep(self, value: T) -> None:
        """Adds a finished piece.

        Raises:
            OSError: the file cannot be written.
        """
        with self.path.open("ab") as file:
            file.write(encode(value) + b"\n")

    def _begin_anew(self, differing: str) -> None:
        if differing:
            old = self.path.with_name(self.path.name + ".old")
            self.path.replace(old)
            self._say(f"begun anew, since what was kept is {differing}; it is now in {old}")
        head = json.dumps({"format": FORMAT, "terms": self._terms}, sort_keys=True)
        write_whole(self.path, head.encode() + b"\n")

    def _differences(self, head: bytes) -> str:
        """In what the terms of a file differ from these, in words; empty if in nothing."""
        try:
            words = json.loads(head)
            terms = words["terms"]
            if words["format"] != FORMAT or not isinstance(terms, dict):
                return "of another version"
        except (ValueError, KeyError, TypeError):
            return "no list of ours"
        names = [name for name in self._terms if terms.get(name) != self._terms[name]]
        return "of " + " and ".join(f"another {name}" for name in names) if names else ""

    def _value(self, line: bytes) -> T | None:
        try:
            return decode(self._kind, line)
        except CodecError:
            return None


def code_digest() -> str:
    """A hash of the code that games depend on: after a change of it, old games say nothing of new ones."""
    root = Path(game.__file__).parent
    total = sha256()
    for folder in PLAYING:
        for path in sorted((root / folder).rglob("*.py")):
            if folder == "match" and path.stem in READING:
                continue
            total.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()[:16]


def player_mark(name: str) -> str:
    """A player's name; to one from outside the game a hash of the module in which it stands is added."""
    module, colon, _ = name.partition(":")
    if not colon:
        return name
    try:
        spec = find_spec(module)
        source = Path(spec.origin if spec is not None and spec.origin else "").read_bytes()
    except (ImportError, ValueError, OSError):
        return name  # there is no such file: whoever seats the player will say what is wrong
    return f"{name}@{sha256(source).hexdigest()[:8]}"
