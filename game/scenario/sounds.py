"""What mods bring along to be heard: WAV and Ogg files in a folder `sounds`, known by their names, and beside them a book that
says when. Knows no toolkit: whether a file can be played is judged by its first bytes."""

from collections.abc import Iterator
from pathlib import Path

from game.scenario.packs import Packs, head_of

FOLDER, BOOK = "sounds", "sounds.yaml"
KINDS = {".wav": (b"RIFF", "WAV"), ".ogg": (b"OggS", "Ogg")}
"""The endings that a sound may have, how such a file begins, and what it is called."""

MOST_BYTES = 2_000_000
"""Bytes of a sound's file at most: three quarters of a minute of WAV, and in memory whole while it is heard."""


def sounds_in(packs: Packs) -> dict[str, Path]:
    """The sounds of all packs by the names of their files; of one name the one of the pack on top."""
    return {path.name: path for path in packs.brought(FOLDER, KINDS)}


def books_in(packs: Packs) -> Iterator[Path]:
    """The books of those packs that have one, in merging order."""
    return (path for path in packs.brought(FOLDER, (".yaml",)) if path.name == BOOK)


def why_not(path: Path) -> str:
    """Why a sound cannot be played; nothing if it can."""
    head, wrong = head_of(path, 12, MOST_BYTES)
    if wrong:
        return wrong
    begins, kind = KINDS[path.suffix]
    if not head.startswith(begins) or (kind == "WAV" and head[8:] != b"WAVE"):
        return f"it is no {kind}"
    return ""
