"""Records as files: one JSON object each. Reads the record inside a save as well, so that either can be replayed."""

import json
from dataclasses import dataclass
from pathlib import Path

from game.match.codec import CodecError, decode, encode
from game.match.envelope import LARGEST, write_whole
from game.match.formats import FormatError, table_in, upgrade_record, version_in
from game.match.newest import SUFFIX
from game.match.record import RECORD_FORMAT, Record
from game.match.save_file import Loaded, SaveError
from game.match.saves import load_save, side_of
from game.match.soundness import find_misdated


class RecordError(Exception):
    """A record cannot be read or written; the message is one line for people."""


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """A record from a file; `loaded` is the save that it was in, with the rules as they were, nothing for a record on its own."""

    record: Record
    warning: str = ""
    loaded: Loaded | None = None

    @property
    def side(self) -> str:
        """For whom the game is, as `side_of` says."""
        return side_of(self.record.seats)


def write_record(path: Path, record: Record) -> None:
    """Writes a record; the same game always gives the same bytes.

    Raises:
        RecordError: the file cannot be written.
    """
    try:
        write_whole(path, encode(record) + b"\n")
    except OSError as wrong:
        raise RecordError(f"{path} cannot be written: {wrong.strerror or wrong}") from None


def read_record(path: Path) -> ReadRecord:
    """The record in a file, be it a record or a save.

    Raises:
        RecordError: there is none in it that this version can read.
    """
    if path.suffix == SUFFIX or SUFFIX in path.suffixes:
        try:
            loaded = load_save(path)
        except SaveError as wrong:
            raise RecordError(str(wrong)) from None
        return ReadRecord(loaded.record, loaded.warning, loaded)
    return ReadRecord(_read_plain(path))


def _read_plain(path: Path) -> Record:
    try:
        if path.stat().st_size > LARGEST:
            raise RecordError(f"{path}: the file is too large for a record")
        content = path.read_bytes()
    except OSError as wrong:
        raise RecordError(f"{path} cannot be read: {wrong.strerror or wrong}") from None
    try:
        record = decode(Record, _of_today(content, path))
    except (CodecError, FormatError) as wrong:
        raise RecordError(f"{path}: this is no record of a game ({wrong})") from None
    misdated = find_misdated(record)
    if misdated:
        raise RecordError(f"{path}: this is no record of a game (it tells of {misdated})")
    return record


def _of_today(content: bytes, path: Path) -> bytes:
    """The content of a file in the format of today; what does not look like a record is left as it is."""
    words = table_in(content)
    form = words.get("format") if words is not None else None
    if words is None or type(form) is not int or form == RECORD_FORMAT:
        return content
    if form > RECORD_FORMAT:
        raise RecordError(f"{path}: a newer version of the game ({version_in(words)}) wrote this record")
    upgrade_record(words)
    return json.dumps(words).encode()
