"""Every player of the Center's against every player of the Circle's: who beats whom, and by how much.

All cells play the same games: the game of a number has the same seed in each, so that luck weighs less on a comparison.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from game.match.balance import evened_score, remarks
from game.match.intervals import Interval, mean_interval, rounded, share_interval
from game.match.labour import Crew, Progress, SimulationError
from game.match.ledger import Ledger
from game.match.seating import check_seat
from game.match.simulation import KeptGame, Plan, Simulation, simulate_all
from game.players import PlayerError
from game.rules.definitions import Catalogue, Scenario
from game.rules.nouns import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One pairing: games played, the share that the Center won, and its mean score, -1 to 1.

    `evened` is the mean score with the luck of the strikes taken off.
    """

    center: str
    circle: str
    games: int
    wins: tuple[int, int]
    share: Interval
    score: Interval
    evened: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The whole table. An interrupted one may lack cells; `plan` is the same for all but the players."""

    plan: Plan
    centers: tuple[str, ...]
    circles: tuple[str, ...]
    cells: tuple[Cell, ...]
    seconds: float
    fresh: int
    stopped: bool

    def cell(self, center: str, circle: str) -> Cell | None:
        """The cell of a pairing, if a game of it was played."""
        return next((cell for cell in self.cells if (cell.center, cell.circle) == (center, circle)), None)


def play_matrix(
    scenario: Scenario,
    plan: Plan,
    centers: Sequence[str],
    circles: Sequence[str],
    *,
    crew: Crew,
    ledger: Ledger[KeptGame] | None = None,
    on_progress: Progress | None = None,
) -> Matrix:
    """Plays the games of a plan in every cell.

    Raises:
        SimulationError: a player is not to be had, or whatever ends a simulation.
        OSError: the ledger cannot be read or written.
    """
    _check_players(Side.CENTER, centers, scenario.catalogue)
    _check_players(Side.CIRCLE, circles, scenario.catalogue)
    plans = [plan_for(plan, center, circle) for center in dict.fromkeys(centers) for circle in dict.fromkeys(circles)]
    simulations = simulate_all(scenario, plans, crew=crew, ledger=ledger, on_progress=on_progress)
    return Matrix(
        plan=plan,
        centers=tuple(dict.fromkeys(centers)),
        circles=tuple(dict.fromkeys(circles)),
        cells=tuple(sum_up(simulation) for simulation in simulations if simulation.outcomes),
        seconds=simulations[0].seconds,
        fresh=sum(simulation.fresh for simulation in simulations),
        stopped=simulations[0].stopped,
    )


def as_json(matrix: Matrix, catalogue: Catalogue) -> dict[str, Any]:
    """The figures under the names that other programs lean on; only the seconds and the speed depend on the machine."""
    return {
        "scenario": catalogue.id,
        "games": matrix.plan.games,
        "seed": matrix.plan.seed,
        "centers": list(matrix.centers),
        "circles": list(matrix.circles),
        "cells": [
            {
                "center": cell.center,
                "circle": cell.circle,
                "games": cell.games,
                "wins": {"center": cell.wins[0], "circle": cell.wins[1]},
                "share": rounded(cell.share),
                "score": rounded(cell.score),
                "score_evened": rounded(cell.evened),
            }
            for cell in matrix.cells
        ],
        "told": matrix.plan.told.value if matrix.plan.told else None,
        "without": list(matrix.plan.without),
        "seconds": round(matrix.seconds, 3),
        "games_per_second": round(matrix.fresh / matrix.seconds, 3) if matrix.seconds else 0.0,
    }


def as_markdown(matrix: Matrix, catalogue: Catalogue) -> str:
    """The matrix as two tables on a page: wins, and mean scores."""
    sides, plan = catalogue.sides, matrix.plan
    lines = [
        f"# {catalogue.title}: every {sides.center} against every {sides.circle}",
        "",
        f"Scenario `{catalogue.id}`, {plan.games} games a cell, seed {plan.seed}; rows are players of the {sides.center},"
        f" columns of the {sides.circle}.{remarks(plan, catalogue)}"
        + (" It was stopped before its end." if matrix.stopped else ""),
        "",
        f"## Games won by the {sides.center}, in per cent, with 95 % intervals",
        "",
        *_cells(matrix, wins_words),
        "",
        f"## Mean score of the {sides.center}, with 95 % intervals",
        "",
        *_cells(matrix, score_words),
        "",
    ]
    return "\n".join(lines)


def wins_words(cell: Cell) -> str:
    """A cell's share of wins in short: the share, and the ends of its interval."""
    share = cell.share
    return f"{100 * share.mean:.0f} ({100 * share.low:.0f}–{100 * share.high:.0f})"


def score_words(cell: Cell) -> str:
    """A cell's mean score in short: the mean, and how far the interval goes to the wider side."""
    score = cell.score
    return f"{score.mean:+.2f} ± {max(score.mean - score.low, score.high - score.mean):.2f}"


def cross_table(centers: Sequence[str], circles: Sequence[str], words: Callable[[str, str], str]) -> list[str]:
    """The lines of a table on a page: a row for each Center, a column for each Circle, in each cell the words for the two."""
    lines = ["| | " + " | ".join(f"`{circle}`" for circle in circles) + " |", "|---" * (len(circles) + 1) + "|"]
    lines += [f"| `{center}` | " + " | ".join(words(center, circle) for circle in circles) + " |" for center in centers]
    return lines


def _cells(matrix: Matrix, words: Callable[[Cell], str]) -> list[str]:
    def cell_words(center: str, circle: str) -> str:
        cell = matrix.cell(center, circle)
        return words(cell) if cell else ""

    return cross_table(matrix.centers, matrix.circles, cell_words)


def plan_for(plan: Plan, center: str, circle: str) -> Plan:
    """The plan of one cell; its records, if any are wanted, go into a folder of their own."""
    records = plan.records / f"{center}-{circle}".replace(":", ".") if plan.records is not None else None
    return replace(plan, center=center, circle=circle, records=records)


def _check_players(side: Side, names: Sequence[str], catalogue: Catalogue) -> None:
    """Finds out before hours of play whether all players can be had."""
    if not names:
        raise SimulationError(f"no player of the {side.value} is named")
    for name in names:
        try:
            check_seat(name, side, catalogue)
        except PlayerError as wrong:
            raise SimulationError(str(wrong)) from wrong


def sum_up(simulation: Simulation) -> Cell:
    """The cell that a simulation of one pairing makes; a game of it at least must have been played."""
    scores = [outcome.score / 100 for outcome in simulation.outcomes]
    wins = (sum(score > 0 for score in scores), sum(score < 0 for score in scores))
    return Cell(
        center=simulation.plan.center,
        circle=simulation.plan.circle,
        games=len(scores),
        wins=wins,
        share=share_interval(wins[0], len(scores)),
        score=mean_interval(scores, -1.0, 1.0),
        evened=evened_score(simulation.outcomes),
    )
