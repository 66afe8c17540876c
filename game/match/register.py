"""The register of closed files: the games that were played to their end on this machine, and how they ended. Nothing of a game
hangs on it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from game.match.tables import put_aside, write_table
from game.rules.nouns import Side

BOTH = "both"
"""The seat in the register where two people shared a desk."""
_SEATS = (*(side.value for side in Side), BOTH)
_SPOILT = (ValueError, TypeError, KeyError, RecursionError)
"""What is raised by a file that holds something else than a register."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedFile:
    """A game that came to its verdict.

    `game` is a name that no other game has; `center` and `circle` are what the scenario calls the sides; `seat` is the side that
    was played, or `BOTH`; `opponent` the computer's player with its temperament, `mail`, or empty against a person at the same
    desk; `verdict` the title it had; `score` the Center's, in hundredths; `turn` the last; `closed` the day on which it was.
    """

    game: str
    scenario: str
    title: str
    center: str
    circle: str
    seat: str
    opponent: str
    verdict: str
    score: int
    turn: int
    closed: date

    @property
    def own_name(self) -> str:
        """What the scenario calls the side that was played; the Center where two shared a desk."""
        return self.circle if self.seat == Side.CIRCLE else self.center

    @property
    def won(self) -> bool:
        """Whether who played has won; nobody has where two shared a desk."""
        return self.score > 0 if self.seat == Side.CENTER else self.score < 0 if self.seat == Side.CIRCLE else False


def seats_won(files: Sequence[ClosedFile], scenario: str) -> Mapping[Side, str]:
    """The sides with which a scenario has been won, and what it calls them."""
    won = {file.seat: file.own_name for file in files if file.scenario == scenario and file.won}
    return {side: won[side.value] for side in Side if side.value in won}


class RegisterFile:
    """Keeps the closed files in one JSON file, written whole or not at all."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def files(self) -> tuple[ClosedFile, ...]:
        """All closed files, the first first; none without a register or where it cannot be read."""
        try:
            return self._read()
        except (OSError, *_SPOILT):
            return ()

    def enter(self, file: ClosedFile) -> None:
        """Enters a game that has ended. One that is in already stays as it was: going back to a save does not undo an end. A
        register whose words make no sense is put aside as `.broken`; a disk that refuses leaves it as it was."""
        try:
            kept = self._read()
        except OSError:  # all that was won may be in it: it is not begun anew because it cannot be opened just now
            return
        except _SPOILT:
            put_aside(self.path)
            kept = ()
        if all(each.game != file.game for each in kept):
            lines = [{**asdict(each), "closed": each.closed.isoformat()} for each in (*kept, file)]
            write_table(self.path, {"files": lines})

    def _read(self) -> tuple[ClosedFile, ...]:
        """What is in it; nothing if there is none. Raises OSError, or one of `_SPOILT` if it is not as it was written."""
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return ()
        return tuple(_closed_file(each) for each in json.loads(text)["files"])


def _closed_file(raw: Mapping[str, object]) -> ClosedFile:
    """One line of the register; what only a newer game knows is left out. Raises KeyError or ValueError."""
    seat = _text(raw, "seat")
    if seat not in _SEATS:
        raise ValueError(f"seat: found {seat!r}, expected one of {', '.join(_SEATS)}")
    return ClosedFile(
        game=_text(raw, "game"),
        scenario=_text(raw, "scenario"),
        title=_text(raw, "title"),
        center=_text(raw, "center"),
        circle=_text(raw, "circle"),
        seat=seat,
        opponent=_text(raw, "opponent"),
        verdict=_text(raw, "verdict"),
        score=_number(raw, "score"),
        turn=_number(raw, "turn"),
        closed=date.fromisoformat(_text(raw, "closed")),
    )


def _text(raw: Mapping[str, object], name: str) -> str:
    found = raw[name]
    if not isinstance(found, str):
        raise ValueError(f"{name}: found {found!r}, expected text")
    return found


def _number(raw: Mapping[str, object], name: str) -> int:
    found = raw[name]
    if not isinstance(found, int) or isinstance(found, bool):
        raise ValueError(f"{name}: found {found!r}, expected a whole number")
    return found
