"""The balance as it was measured: read from `measured.json` beside the template, and set as tables that show their age.

The file is written after a run of the game's own simulations, never by hand:

    {"matrices": [{"scenario": "utka-1939", "rules": "0123456789ab", "date": "1940-05-24", "seed": 1, "games": 200,
      "cells": [{"center": "planner", "circle": "random", "share": {"mean": 0.9, "low": 0.85, "high": 0.93},
                 "score": {"mean": 0.5, "low": 0.4, "high": 0.6}}]}]}

`rules` is the fingerprint of the rules that were measured, `share` the Center's share of games won.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.rulebook.source import Rules


class MeasuredError(ValueError):
    """The file of measurements cannot be read; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A mean and the ends of its 95 % interval."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One pair of players: the Center's share of games won and its mean score."""

    center: str
    circle: str
    share: Estimate
    score: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Pairs of players measured in one scenario with `games` games a pair; `now` is the fingerprint of its present rules."""

    scenario: str
    rules: str
    date: str
    seed: int
    games: int
    cells: tuple[Cell, ...]
    now: str = ""


def read_measured(path: Path, now: Mapping[str, str]) -> tuple[Measured, ...]:
    """The measurements of a file, none if there is no file. `now` gives the fingerprint of each scenario's present rules.

    Raises:
        MeasuredError: the file is not of the form above.
    """
    if not path.is_file():
        return ()
    try:
        return tuple(_matrix(entry, now) for entry in json.loads(path.read_text(encoding="utf-8"))["matrices"])
    except (KeyError, TypeError, ValueError) as error:
        raise MeasuredError(f"{path.name} is no file of measurements: {error!r}") from None


def measured_lines(measured: tuple[Measured, ...], rules: Rules) -> list[str]:
    """Tables of the measurements that concern a book: all for the standard rules, for a scenario its own."""
    matrices = [matrix for matrix in measured if not rules.scenario or matrix.scenario == rules.scenario]
    if not matrices:
        return ["Nothing has been measured with these rules yet."]
    return [line for matrix in matrices for line in _matrix_lines(matrix)]


def _matrix_lines(matrix: Measured) -> list[str]:
    head = (
        f"`{matrix.scenario}`, {matrix.games} games a pair from seed {matrix.seed}, measured on {matrix.date} with the rules "
        f"`{matrix.rules}`. {_age(matrix)}"
    )
    circles = list(dict.fromkeys(cell.circle for cell in matrix.cells))
    centers = list(dict.fromkeys(cell.center for cell in matrix.cells))
    cells = {(cell.center, cell.circle): cell for cell in matrix.cells}
    rows = [f"| Center ↓ Circle → | {' | '.join(circles)} |", f"|:--|{':--|' * len(circles)}"]
    for center in centers:
        told = [_cell(cells.get((center, circle))) for circle in circles]
        rows.append(f"| {center} | {' | '.join(told)} |")
    return [head, "", *rows, ""]


def _age(matrix: Measured) -> str:
    if not matrix.now:
        return "That scenario is not at hand, so whether its rules are still the same cannot be told."
    if matrix.now == matrix.rules:
        return "Its rules are still the same."
    return f"**Stale: its rules are now `{matrix.now}`.**"


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return "–"
    share, score = cell.share, cell.score
    return (
        f"{share.mean:.0%} ({share.low:.0%}–{share.high:.0%}), "
        f"{_signed(score.mean)} ({_signed(score.low)} to {_signed(score.high)})"
    )


def _signed(number: float) -> str:
    return f"{number:+.2f}".replace("-", "−")


def _matrix(entry: Any, now: Mapping[str, str]) -> Measured:
    return Measured(
        scenario=str(entry["scenario"]),
        rules=str(entry["rules"]),
        date=str(entry["date"]),
        seed=int(entry["seed"]),
        games=int(entry["games"]),
        cells=tuple(
            Cell(
                center=str(cell["center"]),
                circle=str(cell["circle"]),
                share=_estimate(cell["share"]),
                score=_estimate(cell["score"]),
            )
            for cell in entry["cells"]
        ),
        now=now.get(str(entry["scenario"]), ""),
    )


def _estimate(entry: Any) -> Estimate:
    return Estimate(mean=float(entry["mean"]), low=float(entry["low"]), high=float(entry["high"]))
