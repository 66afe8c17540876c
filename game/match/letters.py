"""Letters of a game by mail as files: a header that can be read alone, what the sender has to say, and a checksum.

What may stand in a letter, and whether to believe it, is for `game.match.mail` to say.
"""

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from game.match.codec import CodecError, decode, encode
from game.match.correspondence import Reveal, Terms
from game.match.envelope import Envelope, EnvelopeError, pack, read_envelope, write_whole
from game.match.formats import table_in, version_in
from game.rules.nouns import Side

LETTER_SUFFIX = ".utkamail"
LETTER_FORMAT = 1
"""The form of a letter. It goes up when older games could no longer read it."""

KIND = "letter"
"""What sets the header of a letter apart from that of a save."""
_BEGINNING = 200
"""Bytes in which a letter has said that it is one."""
_AGAIN = "; ask for the file to be sent again"


_NO_LETTER = "this is no letter of a game by mail"


class LetterError(Exception):
    """A letter cannot be read, written or believed; the message is one line for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterHeader:
    """What all may see of a letter. `turn` is the turn it is written in, `side` the sender's."""

    kind: str = KIND
    format: int = LETTER_FORMAT
    version: str
    game: str
    scenario: str
    title: str
    side: Side
    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterBody:
    """What a side says of a turn.

    `before` is the digest of the game before the turn, by which both machines see that they play the same. `commitment`
    stands for its sealed orders and says nothing of them; empty while there are none. `answers` is the other side's
    commitment that it has; only then it reveals its own orders. `reveals` may hold those of the turn before as well.
    `terms` stand in letters of the first turn from whoever invites.
    """

    before: str
    commitment: str = ""
    answers: str = ""
    reveals: tuple[Reveal, ...] = ()
    terms: Terms | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter. Two with the same `mark` are the same letter; `path` is where it lies."""

    header: LetterHeader
    body: LetterBody
    mark: str = ""
    path: Path | None = None


class LetterKind(StrEnum):
    """What a letter is for: it invites, seals, reveals what was sealed, or only passes on what the last turn lacked."""

    INVITATION = "invitation"
    SEALED = "sealed"
    REVEALED = "revealed"
    NOTE = "note"


def kind_of(header: LetterHeader, body: LetterBody) -> LetterKind:
    """What a letter is for."""
    if any(each.turn == header.turn for each in body.reveals):
        return LetterKind.REVEALED
    if body.commitment:
        return LetterKind.SEALED
    return LetterKind.INVITATION if body.terms is not None else LetterKind.NOTE


def file_name(header: LetterHeader, body: LetterBody) -> str:
    """The name under which a letter goes out; it tells a side's letters apart."""
    scenario = re.sub(r"[^a-z0-9]+", "-", header.scenario.lower()).strip("-") or "game"
    kind = kind_of(header, body).value
    return f"{scenario}-{header.game[:6]}-turn-{header.turn:02}-{header.side.value}-{kind}{LETTER_SUFFIX}"


def write_letter(folder: Path, header: LetterHeader, body: LetterBody) -> Path:
    """Writes a letter into a folder and returns its file.

    Raises:
        LetterError: the file cannot be written.
    """
    path = folder / file_name(header, body)
    try:
        write_whole(path, pack(Envelope(encode(header), encode(body))))
    except OSError as wrong:
        raise LetterError(f"{path} cannot be written: {wrong.strerror or wrong}") from None
    return path


def read_letter(path: Path) -> Letter:
    """The letter in a file.

    Raises:
        LetterError: there is none, it is damaged, or a newer version of the game wrote it.
    """
    try:
        envelope = read_envelope(path)
    except EnvelopeError as wrong:
        if path.is_file() and not _began_as_letter(path):
            raise LetterError(f"{path.name}: {_NO_LETTER}") from None
        said = str(wrong).replace("not a saved game", "no saved game").replace("saved game", "letter of a game by mail")
        raise LetterError(f"{path.name}: {said}{_AGAIN if path.is_file() else ''}") from None
    return replace(_letter_in(envelope, path.name), path=path)


def is_letter(path: Path) -> bool:
    """Whether a file is a letter by its name, or, as mail programs may have named it otherwise, by what is in it."""
    if path.name.lower().endswith(LETTER_SUFFIX):
        return True
    try:
        return _stamp(read_envelope(path).header)[0] > 0
    except EnvelopeError:
        return False


def list_letters(folder: Path) -> tuple[Letter | LetterError, ...]:
    """The letters in a folder, the newest file first, and what is wrong with those that are none. A missing folder has none."""
    try:
        paths = [path for path in folder.iterdir() if path.name.lower().endswith(LETTER_SUFFIX) and not path.name.startswith(".")]
        paths.sort(key=lambda path: (-path.stat().st_mtime, path.name))
    except OSError:
        return ()
    return tuple(_read_or_wrong(path) for path in paths)


def _read_or_wrong(path: Path) -> Letter | LetterError:
    try:
        return read_letter(path)
    except LetterError as wrong:
        return wrong


def _letter_in(envelope: Envelope, name: str) -> Letter:
    form, version = _stamp(envelope.header)
    if not form:
        raise LetterError(f"{name}: {_NO_LETTER}")
    if form > LETTER_FORMAT:
        raise LetterError(f"{name}: a newer version of the game ({version}) wrote this letter; both need the same")
    try:
        header, body = decode(LetterHeader, envelope.header), decode(LetterBody, envelope.body)
    except CodecError as wrong:
        raise LetterError(f"{name}: {_NO_LETTER} ({wrong}){_AGAIN}") from None
    return Letter(header=header, body=body, mark=sha256(pack(envelope)).hexdigest())


def _began_as_letter(path: Path) -> bool:
    """Whether a file that cannot be read begins like a letter, or is called one: then it is damaged, else it is none."""
    with suppress(OSError), path.open("rb") as file:
        return LETTER_SUFFIX in path.name.lower() or f'"kind":"{KIND}"'.encode() in file.read(_BEGINNING)
    return True


def _stamp(header: bytes) -> tuple[int, str]:
    """The format and version in a header, which may hold anything else."""
    words = table_in(header)
    if words is None or words.get("kind") != KIND or type(words.get("format")) is not int:
        return 0, ""
    return words["format"], version_in(words)
