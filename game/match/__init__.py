"""One game being played: gathers orders, resolves turns, records, saves, replays, simulates.

Knows no window and prints nothing; whoever plays sees the game through `Match.view` alone. What is named here is read
when it is first asked for, so that the title can look for a save without reading the rules. The function `replay` bears
the name of its module and is imported from there.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.match.match import PERSON, Match
    from game.match.record import Record, Snapshot, TurnRecord
    from game.match.replay import Divergence
    from game.match.save_file import Loaded, SaveError
    from game.match.saves import SaveEntry, list_saves, load_save, resume, save_match

__all__ = [
    "PERSON",
    "Divergence",
    "Loaded",
    "Match",
    "Record",
    "SaveEntry",
    "SaveError",
    "Snapshot",
    "TurnRecord",
    "list_saves",
    "load_save",
    "resume",
    "save_match",
]

_HOMES = {
    "game.match.match": ("PERSON", "Match"),
    "game.match.record": ("Record", "Snapshot", "TurnRecord"),
    "game.match.replay": ("Divergence",),
    "game.match.save_file": ("Loaded", "SaveError"),
    "game.match.saves": ("SaveEntry", "list_saves", "load_save", "resume", "save_match"),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
