"""`python -m game.match.stopwatch SCENARIO TURNS`: how long a scenario takes to read and its turns to resolve, in this
process; prints one line of JSON for `utka bench`."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from game.match.match import Match
from game.players import make_player
from game.rules.nouns import Side
from game.scenario import find_packs
from game.scenario.library import Library
from game.scenario.loading import examine

_PLAYER = "planner"
_SEED = 7
_TIMES = 5


def measure(name: str, turns: int) -> dict[str, Any]:
    """Seconds to read and check a scenario, and to find it in the list of all when nothing has changed; milliseconds of a
    turn of two computers, its thinking and its resolution apart."""
    packs = find_packs()
    examination = examine(name, packs)
    reading = median(_timed(lambda: examine(name, packs)) for _ in range(_TIMES))
    with TemporaryDirectory() as scratch:
        memory = Path(scratch) / "scenarios.json"
        Library(packs, memory).entries()
        listing = median(_timed(lambda: Library(packs, memory).entries()) for _ in range(_TIMES))
    scenario = examination.scenario
    thinking: list[float] = []
    resolving: list[float] = []
    if scenario is not None:
        match = Match.new(scenario, _SEED)
        players = {side: make_player(_PLAYER, side, _SEED) for side in Side}
        while len(resolving) < turns and not match.is_over():
            thinking.append(_timed(lambda: _order(match, players)))
            resolving.append(_timed(match.resolve))
    return {
        "load": {"scenario": name, "files": len(examination.layers), "read": reading, "list_unchanged": listing},
        "resolution": {
            "scenario": name,
            "player": _PLAYER,
            "turns": len(resolving),
            "orders_ms": median(thinking) * 1000 if thinking else None,
            "resolve_ms": median(resolving) * 1000 if resolving else None,
        },
    }


def _order(match: Match, players: Any) -> None:
    for side in Side:
        match.submit(side, players[side].choose(match.view(side)))


def _timed(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], int(sys.argv[2]))))
