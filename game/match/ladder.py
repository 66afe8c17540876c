"""The ladder: every player against every other on either side of the table, and ratings of what came of it.

A pair plays the same numbered games twice, with the seats changed. Who plays one side only meets whoever plays the other.
Prints nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any

from game.match.elo import LEVEL, Ratings, Result, UnratedError, rate
from game.match.intervals import Interval
from game.match.labour import Crew, Progress, SimulationError
from game.match.ledger import Ledger
from game.match.matrix import Cell, plan_for, sum_up
from game.match.seating import sides_of
from game.match.simulation import KeptGame, Plan, simulate_all
from game.players import PlayerError
from game.rules.definitions import Catalogue, Scenario
from game.rules.nouns import Side

ANCHOR = "planner"
"""The player who stands at `LEVEL`, whoever else plays; where he does not play, the mean of all stands there."""

Pair = tuple[str, str]
"""Who plays the Center, and who the Circle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One player's place: the rating, and games and points (1 a win, 0.5 a draw) on each side."""

    name: str
    elo: Interval
    center: tuple[int, float]
    circle: tuple[int, float]

    @property
    def games(self) -> int:
        """All games."""
        return self.center[0] + self.circle[0]

    @property
    def share(self) -> float:
        """Points in a game."""
        return (self.center[1] + self.circle[1]) / self.games


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The standings, the best first, and the cells they come from. `plan` is the same for all but the players."""

    plan: Plan
    anchor: str
    standings: tuple[Standing, ...]
    ratings: Ratings
    cells: tuple[Cell, ...]
    seconds: float
    fresh: int
    stopped: bool

    @property
    def games(self) -> int:
        """All games of all pairs."""
        return sum(cell.games for cell in self.cells)

    def cell(self, center: str, circle: str) -> Cell | None:
        """What came of a pair with these seats, if it met."""
        return next((cell for cell in self.cells if (cell.center, cell.circle) == (center, circle)), None)


def pairs_of(players: Sequence[str], catalogue: Catalogue) -> tuple[Pair, ...]:
    """All pairs that can meet, with their seats; both ways round where both play both sides.

    Raises:
        SimulationError: a player is not to be had, or somebody meets nobody.
    """
    names = tuple(dict.fromkeys(players))
    try:
        sides = {name: sides_of(name, catalogue) for name in names}
    except PlayerError as wrong:
        raise SimulationError(str(wrong)) from wrong
    if len(names) < 2:
        raise SimulationError("a ladder needs two players or more")
    pairs = tuple(pair for pair in permutations(names, 2) if Side.CENTER in sides[pair[0]] and Side.CIRCLE in sides[pair[1]])
    for name in names:
        if not any(name in pair for pair in pairs):
            raise SimulationError(f"{name} plays the {sides[name][0].value} only, and nobody named plays the other side")
    return pairs


def climb(
    scenario: Scenario,
    plan: Plan,
    pairs: Sequence[Pair],
    *,
    crew: Crew,
    ledger: Ledger[KeptGame] | None = None,
    on_progress: Progress | None = None,
) -> Ladder:
    """Plays the games of a plan in every pair of `pairs_of` and rates the players.

    Raises:
        SimulationError: whatever ends a simulation, or too little was played to rate anybody.
        OSError: the ledger cannot be read or written.
    """
    plans = [plan_for(plan, *pair) for pair in pairs]
    simulations = simulate_all(scenario, plans, crew=crew, ledger=ledger, on_progress=on_progress)
    cells = tuple(sum_up(simulation) for simulation in simulations if simulation.outcomes)
    stopped = simulations[0].stopped
    players = tuple(dict.fromkeys(name for pair in pairs for name in pair))
    anchor = ANCHOR if ANCHOR in players else ""
    try:
        ratings = rate([result_of(cell) for cell in cells], players, anchor)
    except UnratedError as wrong:
        raise SimulationError(f"stopped before everybody had played: {wrong}" if stopped else str(wrong)) from wrong
    standings = [_standing(name, ratings, cells) for name in players]
    return Ladder(
        plan=plan,
        anchor=anchor,
        standings=tuple(sorted(standings, key=lambda standing: -standing.elo.mean)),
        ratings=ratings,
        cells=cells,
        seconds=simulations[0].seconds,
        fresh=sum(simulation.fresh for simulation in simulations),
        stopped=stopped,
    )


def result_of(cell: Cell) -> Result:
    """A cell as it is rated: a game that neither side won is half a game won."""
    won, lost = cell.wins
    return Result(center=cell.center, circle=cell.circle, games=cell.games, points=won + (cell.games - won - lost) / 2)


def as_json(ladder: Ladder, catalogue: Catalogue) -> dict[str, Any]:
    """The figures under the names that other programs lean on; only the seconds and the speed depend on the machine."""
    return {
        "scenario": catalogue.id,
        "games": ladder.plan.games,
        "seed": ladder.plan.seed,
        "luck": ladder.plan.luck.value,
        "anchor": {"player": ladder.anchor or None, "elo": LEVEL},
        "players": [_player_figures(standing) for standing in ladder.standings],
        "center_advantage": _in_points(ladder.ratings.side),
        "padded": ladder.ratings.padded,
        "pairs": [
            {
                "center": cell.center,
                "circle": cell.circle,
                "games": cell.games,
                "wins": {"center": cell.wins[0], "circle": cell.wins[1]},
            }
            for cell in ladder.cells
        ],
        "stopped": ladder.stopped,
        "seconds": round(ladder.seconds, 3),
        "games_per_second": round(ladder.fresh / ladder.seconds, 3) if ladder.seconds else 0.0,
    }


def _player_figures(standing: Standing) -> dict[str, Any]:
    sides = {"center": standing.center, "circle": standing.circle}
    return {
        "name": standing.name,
        "elo": _in_points(standing.elo),
        "games": standing.games,
        "share": round(standing.share, 4),
        **{side: {"games": games, "points": points} for side, (games, points) in sides.items()},
    }


def _in_points(interval: Interval | None) -> dict[str, float] | None:
    """Whole tenths of a point; adding nothing makes a plain zero of one below it."""
    if interval is None:
        return None
    ends = {"mean": interval.mean, "low": interval.low, "high": interval.high}
    return {name: round(end, 1) + 0.0 for name, end in ends.items()}


def _standing(name: str, ratings: Ratings, cells: Sequence[Cell]) -> Standing:
    results = [result_of(cell) for cell in cells]
    center = [(result.games, result.points) for result in results if result.center == name]
    circle = [(result.games, result.games - result.points) for result in results if result.circle == name]
    return Standing(name=name, elo=ratings.players[name], center=_summed(center), circle=_summed(circle))


def _summed(played: Sequence[tuple[int, float]]) -> tuple[int, float]:
    return sum(games for games, _ in played), float(sum(points for _, points in played))
