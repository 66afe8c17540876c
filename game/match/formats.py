"""Old forms of saves and records, brought to the form of today one step after another.

A step is handed plain JSON values of one format and changes them into those of the next. A step is never changed once
a game with the format after it is out; a new format adds one.
"""

import binascii
import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from typing import Any

from game.match.newest import SAVE_FORMAT
from game.match.record import RECORD_FORMAT

Table = dict[str, Any]
"""A JSON object, of which only the step that reads it knows more."""

LARGEST_BODY = 64 * 1024 * 1024
"""Bytes; a body that would unfold to more is not read."""
_PLAIN_BODIES = 1
"""The last format of saves whose body was not compressed."""


class FormatError(ValueError):
    """Values are not what they should be in their format; the message is one line for people."""


def table_in(text: bytes) -> Table | None:
    """The JSON object that bytes stand for; nothing if they stand for none."""
    try:
        words: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return words if isinstance(words, dict) else None


def version_in(table: Table) -> str:
    """The version of the game that wrote a table, in short, since anything may stand there."""
    return str(table.get("version", "unknown"))[:20]


def pack_body(body: bytes) -> bytes:
    """A save's body on one line as it stands in the file: compressed, in base 64."""
    return b64encode(zlib.compress(body, 6))


def unpack_body(line: bytes, form: int) -> bytes:
    """The body in a line of a file of some format.

    Raises:
        FormatError: there is none in it.
    """
    if form <= _PLAIN_BODIES:
        return line
    try:
        unfolding = zlib.decompressobj()
        body = unfolding.decompress(b64decode(line, validate=True), LARGEST_BODY)
    except (binascii.Error, zlib.error) as wrong:
        raise FormatError(f"it cannot be unfolded ({wrong})") from None
    if not unfolding.eof or unfolding.unused_data:
        raise FormatError("it is too large or has no end")
    return body


def upgrade_record(record: Table) -> None:
    """Brings a record to the format of today.

    Raises:
        FormatError: it is none of any older format.
    """
    _upgrade(record, RECORD_STEPS, RECORD_FORMAT)


def upgrade_header(header: Table) -> None:
    """Brings the header of a save to the format of today.

    Raises:
        FormatError: it is none of any older format.
    """
    _upgrade(header, HEADER_STEPS, SAVE_FORMAT)


def upgrade_body(body: Table, form: int) -> None:
    """Brings the body of a save of some format to that of today, with the record in it.

    Raises:
        FormatError: it is none of any older format.
    """
    for number in range(form, SAVE_FORMAT):
        _step(BODY_STEPS[number], body, number)
    record = body.get("record")
    if not isinstance(record, dict):
        raise FormatError("there is no record in it")
    upgrade_record(record)


def _upgrade(table: Table, steps: Mapping[int, Callable[[Table], None]], newest: int) -> None:
    form = table.get("format")
    while form != newest:
        if not isinstance(form, int) or form not in steps:
            raise FormatError(f"its format {str(form)[:20]!r} is unknown")
        _step(steps[form], table, form)
        form += 1
        table["format"] = form


def _step(step: Callable[[Table], None], table: Table, form: int) -> None:
    try:
        step(table)
    except (KeyError, TypeError, AttributeError):
        raise FormatError(f"it is not of the format {form} that it claims") from None


# -- the steps, by the format they start from


def _say_how_luck_falls(record: Table) -> None:
    record.setdefault("luck", "dice")


def _name_stirs_and_amendments(record: Table) -> None:
    record.setdefault("amendments", [])
    for turn in record["turns"]:
        turn.setdefault("stir", "")


def _name_game_and_mods(header: Table) -> None:
    header.update(game="", mods=[])


def _add_rules_and_papers(body: Table) -> None:
    heard = {"heard": body["snapshot"]["state"]["turn"]}
    body.update(rules="", papers={"center": heard, "circle": heard})


def _say_whether_days_tell_turns_apart(header: Table) -> None:
    header["by_day"] = not header["day"].endswith("-01")


def _leave_the_map_to_be_opened(body: Table) -> None:
    for side in ("center", "circle"):
        body["papers"][side]["looks"] = []


def _leave_the_header(header: Table) -> None:
    """Nothing of it has changed."""


def _seat_people_anew(body: Table) -> None:
    for side in ("center", "circle"):
        body["papers"][side]["rows"] = []


RECORD_STEPS: Mapping[int, Callable[[Table], None]] = {1: _say_how_luck_falls, 2: _name_stirs_and_amendments}
HEADER_STEPS: Mapping[int, Callable[[Table], None]] = {
    1: _name_game_and_mods, 2: _say_whether_days_tell_turns_apart, 3: _leave_the_header,
}  # fmt: skip
BODY_STEPS: Mapping[int, Callable[[Table], None]] = {
    1: _add_rules_and_papers, 2: _leave_the_map_to_be_opened, 3: _seat_people_anew,
}  # fmt: skip
