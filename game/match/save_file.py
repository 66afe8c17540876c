"""What is in the file of a saved game, whatever format it is of: a header that can be read alone, and the body.

One file at a time; folders, backups and lists are for `game.match.saves`.
"""

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from game.match.codec import CodecError, decode, encode
from game.match.envelope import Envelope, EnvelopeError, pack, read_envelope
from game.match.formats import FormatError, Table, pack_body, table_in, unpack_body, upgrade_body, upgrade_header, version_in
from game.match.newest import SAVE_FORMAT
from game.match.papers import Papers
from game.match.record import Record, Snapshot
from game.match.soundness import find_misdated
from game.rules.definitions import Scenario

_YEARS = range(1970, 3000)
"""When a game can have been saved: a clock may be wrong, but what lies beyond no system can put into local time."""

_NONE_OF_OURS = "the file does not begin like a saved game"


class SaveError(Exception):
    """A save cannot be written, read or played on; the message is one line for people."""


class NewerSaveError(SaveError):
    """A newer version of the game wrote the save."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveHeader:
    """What can be said of a save without opening it.

    `fingerprint` names the scenario's exact files, `mods` the mods among them, each with a hash of its own. `saved` is in
    UTC, `day` the first day of the turn in the game, `by_day`: turns are shorter than months, so that only the day tells
    them apart; `side` one of center, circle, both and watch; `over`: the verdict has
    been reached. `game` is the name that all saves of one game share. `mail`: it is played by mail; `locked`: a side's desk
    opens to a PIN.
    """

    format: int
    version: str
    name: str
    scenario: str
    title: str
    fingerprint: str
    mods: tuple[tuple[str, str], ...] = ()
    game: str = ""
    saved: datetime
    day: date
    by_day: bool = False
    turn: int
    side: str
    over: bool
    mail: bool = False
    locked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveBody:
    """A saved game: as it stands, how it came to that, and what else lay on the desk.

    `rules` is the scenario as it was, in JSON that is only read where it is asked for; empty in the oldest saves.
    """

    snapshot: Snapshot
    record: Record
    rules: str = ""
    papers: Papers = field(default_factory=Papers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A save that was read. `warning` is empty, or says that a backup had to be taken and why."""

    path: Path
    header: SaveHeader
    snapshot: Snapshot
    record: Record
    rules: str = ""
    papers: Papers = field(default_factory=Papers)
    warning: str = ""


def pack_save(header: SaveHeader, body: SaveBody) -> bytes:
    """The bytes of a save's file."""
    return pack(Envelope(encode(header), pack_body(encode(body))))


def read_save(path: Path) -> Loaded:
    """What is in one file.

    Raises:
        NewerSaveError: a newer version of the game wrote it.
        SaveError: it is damaged, or no save.
    """
    header, envelope, form = _open(path)
    try:
        body = decode(SaveBody, _body_of_today(envelope.body, form))
    except (CodecError, FormatError) as wrong:
        raise SaveError(f"the file does not hold a saved game: {wrong}") from None
    misdated = find_misdated(body.record)
    if misdated:
        raise SaveError(f"the file does not hold a saved game: it tells of {misdated}")
    return Loaded(
        path=path,
        header=header,
        snapshot=body.snapshot,
        record=body.record,
        rules=body.rules,
        papers=body.papers,
    )


def read_header(path: Path) -> SaveHeader:
    """The header of a file that is sound; the body is not looked into.

    Raises:
        NewerSaveError: a newer version of the game wrote it.
        SaveError: it is damaged, or no save.
    """
    return _open(path)[0]


def rules_in(loaded: Loaded) -> Scenario | None:
    """The scenario as it was when the game was saved, if the save has it.

    Raises:
        SaveError: what it has cannot be read by this version.
    """
    if not loaded.rules:
        return None
    try:
        return decode(Scenario, loaded.rules.encode())
    except CodecError as wrong:
        raise SaveError(f"the rules in {loaded.path.name} cannot be read by this version: {wrong}") from None


def _open(path: Path) -> tuple[SaveHeader, Envelope, int]:
    """The header of a file whose checksum fits, what is in the file, and the format it was written in."""
    try:
        envelope = read_envelope(path)
    except EnvelopeError as wrong:
        raise SaveError(str(wrong)) from None
    words = _words_in(envelope.header)
    form = words.get("format")
    if type(form) is not int:
        raise SaveError(_NONE_OF_OURS)
    if form > SAVE_FORMAT:
        raise NewerSaveError(f"{path.name} was saved by a newer version of the game ({version_in(words)})")
    try:
        if form != SAVE_FORMAT:
            upgrade_header(words)
        line = envelope.header if form == SAVE_FORMAT else json.dumps(words).encode()
        return _in_time(decode(SaveHeader, line)), envelope, form
    except (CodecError, FormatError) as wrong:
        raise SaveError(f"{_NONE_OF_OURS}: {wrong}") from None


def _in_time(header: SaveHeader) -> SaveHeader:
    """The header with a time that can be put in order and shown on every system; without a zone it is in UTC as all are."""
    if header.saved.year not in _YEARS:
        raise SaveError(f"{_NONE_OF_OURS}: it says that it was saved in the year {header.saved.year}")
    return header if header.saved.tzinfo else replace(header, saved=header.saved.replace(tzinfo=UTC))


def _body_of_today(line: bytes, form: int) -> bytes:
    body = unpack_body(line, form)
    if form == SAVE_FORMAT:
        return body
    words = _words_in(body)
    upgrade_body(words, form)
    return json.dumps(words).encode()


def _words_in(line: bytes) -> Table:
    words = table_in(line)
    if words is None:
        raise SaveError(_NONE_OF_OURS)
    return words
