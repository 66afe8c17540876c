"""One game being played: gathers orders, resolves turns, records, saves, replays, simulates.

Knows no window and prints nothing; whoever plays sees the game through `Match.view` alone.
"""

from game.match.match import PERSON, Match
from game.match.record import Record, Snapshot, TurnRecord
from game.match.replay import Divergence, replay
from game.match.saves import Loaded, SaveEntry, SaveError, list_saves, load_save, resume, save_match

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
    "replay",
    "resume",
    "save_match",
]
