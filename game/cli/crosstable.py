"""`utka simulate --matrix`: every player of one side against every player of the other."""

from collections.abc import Callable, Sequence
from functools import partial

from game.cli.measuring import (
    Wishes,
    hand_out,
    one_line_errors,
    printer,
    progress_bar,
    say,
    table,
    wanted_scenario,
)
from game.cli.problems import CannotRunError
from game.match.matrix import Cell, Matrix, as_json, as_markdown, play_matrix, score_words, wins_words
from game.match.simulation import games_ledger
from game.players import names_for
from game.rules.definitions import Catalogue
from game.rules.nouns import Side


def hold(wishes: Wishes, centers: Sequence[str], circles: Sequence[str]) -> None:
    """Plays the matrix and writes what was asked for; where no players are named, all that come with the game play.

    Raises:
        CannotRunError: there is no such scenario or player, a player failed, or nothing was played.
        OSError: a file cannot be written.
    """
    scenario = wanted_scenario(wishes)
    plan = wishes.plan()
    centers, circles = centers or names_for(Side.CENTER), circles or names_for(Side.CIRCLE)
    ledger = games_ledger(wishes.report, scenario, plan, say) if wishes.report is not None else None
    total = len(centers) * len(circles) * plan.games
    with one_line_errors(), progress_bar("games", total) as report:
        matrix = play_matrix(scenario, plan, centers, circles, crew=wishes.crew, ledger=ledger, on_progress=report)
    if not matrix.cells:
        raise CannotRunError("stopped before the first game was over")
    figures, page = as_json(matrix, scenario.catalogue), as_markdown(matrix, scenario.catalogue)
    hand_out(wishes, figures, page, partial(_print, matrix, scenario.catalogue))
    if matrix.stopped:
        raise CannotRunError(f"stopped after {sum(cell.games for cell in matrix.cells)} of {total} games")


def _print(matrix: Matrix, catalogue: Catalogue) -> None:
    console, sides = printer(), catalogue.sides
    console.print(
        f"{catalogue.title}: {matrix.plan.games} games a cell, seed {matrix.plan.seed}; {matrix.seconds:.1f} s;"
        f" rows {sides.center}, columns {sides.circle}"
    )
    for title, words in ((f"won by the {sides.center}, %", wins_words), (f"score of the {sides.center}", score_words)):
        console.print()
        _print_table(matrix, title, words)


def _print_table(matrix: Matrix, title: str, words: Callable[[Cell], str]) -> None:
    rows = table(title, *matrix.circles)
    for center in matrix.centers:
        cells = [matrix.cell(center, circle) for circle in matrix.circles]
        rows.add_row(center, *(words(cell) if cell else "" for cell in cells))
    printer().print(rows)
