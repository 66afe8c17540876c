"""The game that can be gone on with, found at a glance: the title names it before the rest of the game is read.

Only the headers are looked into, by hand, since whatever reads saves strictly is slow to load; `load_save` reads the one
that is chosen, and says what is wrong with it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

SUFFIX = ".utka"
SAVE_FORMAT = 4
"""The form of a save. It goes up when older games could no longer read it; `formats` then learns a step from the old."""

_LONGEST_HEADER = 10_000
"""Bytes; no header comes near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """A save of a game that is not over: its scenario's id and title, and the first day of the turn in the game. `by_day`: turns
    are shorter than months, so that only the day tells them apart."""

    path: Path
    scenario: str
    title: str
    day: date
    by_day: bool = False


def newest_unfinished(folder: Path) -> Unfinished | None:
    """The newest sound save of a game that is not over; none in a missing folder. Never raises."""
    headers = list(_headers(folder))
    if not headers:
        return None
    from game.match.envelope import EnvelopeError, read_envelope  # noqa: PLC0415 - the first start need not wait for it

    for _, found in sorted(headers, key=lambda pair: (pair[0], pair[1].path.name), reverse=True):
        try:
            read_envelope(found.path)
        except EnvelopeError:
            continue
        return found
    return None


def _headers(folder: Path) -> Iterator[tuple[float, Unfinished]]:
    """When it was saved, and what it is of, for every save in the folder that looks like one."""
    try:
        paths = [path for path in folder.iterdir() if path.name.endswith(SUFFIX) and not path.name.startswith(".")]
    except OSError:
        return
    for path in paths:
        try:
            with path.open("rb") as file:
                header = json.loads(file.readline(_LONGEST_HEADER))
            if header["format"] > SAVE_FORMAT or header["over"]:
                continue
            scenario, title, day = str(header["scenario"]), str(header["title"]), date.fromisoformat(header["day"])
            by_day = header.get("by_day") is True
            found = Unfinished(path=path, scenario=scenario, title=title, day=day, by_day=by_day)
            yield datetime.fromisoformat(header["saved"]).timestamp(), found
        except (OSError, ValueError, KeyError, TypeError, RecursionError, OverflowError):
            continue
