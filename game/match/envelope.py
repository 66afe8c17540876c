"""The outer form of a save file, which never changes: a header line, a body line, and a checksum line over both.

Knows nothing of what the lines say. Files are written whole or not at all.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import time

LARGEST = 64 * 1024 * 1024
"""No save comes near this many bytes; a larger file is not read."""

_MARK = b"sha256:"
_PART = ".part"
_A_DAY = 86_400
"""Seconds."""


class EnvelopeError(Exception):
    """The file is cut, changed or none of ours; the message says so in one line."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """The two lines inside, each one JSON object without line breaks."""

    header: bytes
    body: bytes


def pack(envelope: Envelope) -> bytes:
    """The file's bytes."""
    content = envelope.header + b"\n" + envelope.body + b"\n"
    return content + _checksum(content)


def unpack(content: bytes) -> Envelope:
    """What is inside a file's bytes.

    Raises:
        EnvelopeError: the bytes are not exactly those that were written.
    """
    lines = content.split(b"\n")
    if len(lines) != 4 or not lines[2].startswith(_MARK):
        looks_like_one = content.startswith(b"{")
        raise EnvelopeError("the file is damaged or cut short" if looks_like_one else "this is not a saved game")
    header, body = lines[0], lines[1]
    if pack(Envelope(header, body)) != content:
        raise EnvelopeError("the file is damaged: its checksum does not fit")
    return Envelope(header, body)


def read_envelope(path: Path) -> Envelope:
    """What is inside a file.

    Raises:
        EnvelopeError: it cannot be read, or was not written by `write_whole(pack(...))`.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise EnvelopeError("the file is too large for a saved game")
        content = path.read_bytes()
    except OSError as wrong:
        raise EnvelopeError(f"the file cannot be read: {wrong.strerror or wrong}") from None
    return unpack(content)


def mark_of(path: Path) -> str:
    """The checksum that a file ends with, by which one writing of it is told from the next; empty where there is none."""
    size = len(_checksum(b""))
    try:
        with path.open("rb") as file:
            file.seek(-size, os.SEEK_END)
            tail = file.read()
    except OSError:
        return ""
    return tail.decode("ascii", "replace") if tail.startswith(_MARK) else ""


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file so that after a crash either the old one or the new one is there, never half of one.

    Raises:
        OSError: it could not be written; the old file is untouched.
    """
    with written_beside(path, content) as part:
        os.replace(part, path)
    settle(path.parent)


@contextmanager
def written_beside(path: Path, content: bytes) -> Iterator[Path]:
    """What is to become a file, wholly on the disk beside it under another name, to be moved there by whoever asked; what
    was not moved is taken away. So several files can be written before the first of them changes.

    Raises:
        OSError: it could not be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{os.urandom(8).hex()}{_PART}")
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield part
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def sweep(folder: Path, now: float | None = None) -> None:
    """Takes away what killed processes have left half written, a day old or older. `now` is in seconds of the epoch."""
    moment = time() if now is None else now
    with suppress(OSError):
        for part in folder.glob(f".*{_PART}"):
            if moment - part.stat().st_mtime > _A_DAY:
                part.unlink()


def settle(folder: Path) -> None:
    """Makes the renaming itself last, where the system lets one open a folder."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _checksum(content: bytes) -> bytes:
    return _MARK + sha256(content).hexdigest().encode() + b"\n"
