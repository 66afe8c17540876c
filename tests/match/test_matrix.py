"""The matrix: every cell is the simulation of its pair, whatever else is played beside it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.match.balance import weigh
from game.match.labour import Crew, SimulationError
from game.match.matrix import as_json, as_markdown, play_matrix, score_words, wins_words
from game.match.simulation import Plan, games_ledger, simulate
from game.players import NAMES, make_player, names_for
from game.rules.definitions import Scenario
from game.rules.nouns import Side

PLAN = Plan(games=3, seed=7, center="", circle="")
HOLDING = "tests.match.test_matrix:hold"


def hold(view: object) -> tuple[()]:
    """A player with whom everybody holds."""
    return ()


@pytest.fixture
def short(scenario: Scenario) -> Scenario:
    return replace(scenario, catalogue=replace(scenario.catalogue, turns=4))


def test_every_cell_is_the_simulation_of_its_pair(short: Scenario) -> None:
    told: list[tuple[int, int]] = []
    matrix = play_matrix(
        short, PLAN, ["random", HOLDING], ["planner"], crew=Crew(), on_progress=lambda done, of: told.append((done, of))
    )
    assert told == [(number, 6) for number in range(1, 7)], "the bar runs over the whole"
    assert (matrix.centers, matrix.circles, len(matrix.cells)) == (("random", HOLDING), ("planner",), 2)
    for cell in matrix.cells:
        alone = simulate(short, replace(PLAN, center=cell.center, circle=cell.circle))
        balance = weigh(alone, short.catalogue)
        assert (cell.games, cell.wins, cell.share) == (3, balance.wins, balance.center)
        assert (cell.score, cell.evened) == (balance.score, balance.evened)


def test_one_process_or_two_give_the_same_matrix(short: Scenario) -> None:
    words = []
    for jobs in (1, 2):
        matrix = play_matrix(short, PLAN, ["random"], ["random", HOLDING], crew=Crew(jobs=jobs))
        figures = as_json(matrix, short.catalogue)
        del figures["seconds"], figures["games_per_second"]
        words.append(json.dumps(figures, sort_keys=True) + as_markdown(matrix, short.catalogue))
    assert words[0] == words[1]


def test_the_page_has_a_row_for_every_center_and_a_column_for_every_circle(short: Scenario) -> None:
    matrix = play_matrix(short, PLAN, ["random", HOLDING], ["planner", "random"], crew=Crew())
    page = as_markdown(matrix, short.catalogue).splitlines()
    assert page.count("| | `planner` | `random` |") == 2
    for center in matrix.centers:
        cells = [matrix.cell(center, circle) for circle in matrix.circles]
        for words in (wins_words, score_words):
            assert f"| `{center}` | " + " | ".join(words(cell) for cell in cells if cell) + " |" in page


def test_an_interrupted_matrix_goes_on_and_a_wider_one_plays_only_what_is_new(short: Scenario, tmp_path: Path) -> None:
    def interrupt(done: int, _: int) -> None:
        if done >= 3:
            raise KeyboardInterrupt

    ledger = games_ledger(tmp_path, short, PLAN)
    first = play_matrix(short, PLAN, ["random"], ["random", HOLDING], crew=Crew(), ledger=ledger, on_progress=interrupt)
    assert first.stopped and [cell.games for cell in first.cells] == [2, 1]
    wider = play_matrix(short, PLAN, ["random"], ["random", HOLDING, "planner"], crew=Crew(), ledger=ledger)
    assert (wider.fresh, [cell.games for cell in wider.cells]) == (6, [3, 3, 3])


def test_a_player_who_is_not_to_be_had_is_found_out_before_anything_is_played(short: Scenario) -> None:
    def never(done: int, _: int) -> None:
        raise AssertionError("something was played")

    with pytest.raises(SimulationError, match="no player is called 'chess'"):
        play_matrix(short, PLAN, ["random"], ["random", "chess"], crew=Crew(), on_progress=never)
    with pytest.raises(SimulationError, match="has no temperament 'chess'; it has"):
        play_matrix(short, PLAN, ["random"], ["random", "planner:chess"], crew=Crew(), on_progress=never)
    with pytest.raises(SimulationError, match="has no temperament 'networker' for the circle"):
        play_matrix(short, PLAN, ["normal:networker"], ["random", "normal:networker"], crew=Crew(), on_progress=never)
    with pytest.raises(SimulationError, match="no player of the center is named"):
        play_matrix(short, PLAN, [], ["random"], crew=Crew(), on_progress=never)


@pytest.mark.parametrize("side", list(Side))
def test_all_players_of_a_side_can_sit_on_it(side: Side) -> None:
    names = names_for(side)
    assert {"random", "planner"} <= set(names) <= set(NAMES)
    for name in names:
        assert callable(make_player(name, side, 1).choose)
