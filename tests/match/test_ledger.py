"""Finished games in a file: a second run goes on from them, and never from those of other rules or another plan."""

import ast
import json
from dataclasses import replace
from pathlib import Path

import pytest

import game
from game.match.ledger import READING, Ledger, code_digest, player_mark
from game.match.simulation import KeptGame, Plan, games_ledger, simulate
from game.rules.definitions import Scenario
from game.rules.nouns import Side
from game.rules.setup import Allegiances

PLAN = Plan(games=4, seed=7, center="random", circle="random")


def play(scenario: Scenario, folder: Path, plan: Plan = PLAN, jobs: int = 1, stop_after: int = 99) -> tuple[int, int, list[str]]:
    """Plays with a file in a folder; how many games there are then, how many were played, and what was said."""
    said: list[str] = []

    def interrupt(done: int, _: int) -> None:
        if done >= stop_after:
            raise KeyboardInterrupt

    ledger = games_ledger(folder, scenario, plan, said.append)
    simulation = simulate(scenario, plan, jobs=jobs, ledger=ledger, on_progress=interrupt)
    alone = {outcome.number: outcome for outcome in simulate(scenario, plan).outcomes}
    assert all(outcome == alone[outcome.number] for outcome in simulation.outcomes), "kept or played, a game is the same"
    return len(simulation.outcomes), simulation.fresh, said


@pytest.fixture
def short(scenario: Scenario) -> Scenario:
    """The scenario's first turns, so that games are soon over."""
    return replace(scenario, catalogue=replace(scenario.catalogue, turns=2), fingerprint="short")


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupted_run_goes_on(short: Scenario, tmp_path: Path, jobs: int) -> None:
    there, fresh, said = play(short, tmp_path, jobs=jobs, stop_after=2)
    assert 2 <= there <= 4 and fresh == there and not said
    again = play(short, tmp_path, jobs=jobs)
    assert again == (4, 4 - there, [f"going on from what is kept in {tmp_path / 'games.jsonl'}"])
    assert play(short, tmp_path)[:2] == (4, 0)


def test_a_longer_run_plays_only_the_games_that_are_missing(short: Scenario, tmp_path: Path) -> None:
    play(short, tmp_path)
    assert play(short, tmp_path, replace(PLAN, games=6))[:2] == (6, 2)
    assert play(short, tmp_path, replace(PLAN, games=3))[:2] == (3, 0)


def test_other_players_games_are_kept_beside_them(short: Scenario, tmp_path: Path) -> None:
    play(short, tmp_path)
    assert play(short, tmp_path, replace(PLAN, games=1, circle="planner"))[:2] == (1, 1)
    assert play(short, tmp_path)[:2] == (4, 0)


@pytest.mark.parametrize(
    ("plan", "files", "words"),
    [
        (replace(PLAN, seed=8), "short", "another seed"),
        (replace(PLAN, allegiances=Allegiances.HISTORICAL), "short", "another choice of allegiances"),
        (replace(PLAN, told=Side.CENTER), "short", "another side that is told"),
        (PLAN, "changed", "another state of the scenario's files"),
    ],
)
def test_another_plan_or_other_files_begin_anew_and_say_so(
    short: Scenario, tmp_path: Path, plan: Plan, files: str, words: str
) -> None:
    play(short, tmp_path)
    before = (tmp_path / "games.jsonl").read_bytes()
    there, fresh, said = play(replace(short, fingerprint=files), tmp_path, plan)
    assert (there, fresh) == (4, 4)
    assert len(said) == 1 and words in said[0] and "begun anew" in said[0]
    assert (tmp_path / "games.jsonl.old").read_bytes() == before, "what took hours is not thrown away"


def test_other_code_begins_anew(short: Scenario, tmp_path: Path) -> None:
    play(short, tmp_path)
    path = tmp_path / "games.jsonl"
    path.write_text(path.read_text().replace(code_digest(), "0" * 16))
    there, fresh, said = play(short, tmp_path)
    assert (there, fresh) == (4, 4) and "another code" in said[0]


def test_code_that_only_reads_is_used_by_none_that_plays() -> None:
    for path in (Path(game.__file__).parent / "match").glob("*.py"):
        if path.stem not in READING:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom):
                    assert (node.module or "").removeprefix("game.match.") not in READING, f"{path.name}: {node.module}"


def test_lines_that_were_cut_or_spoilt_are_played_again(short: Scenario, tmp_path: Path) -> None:
    play(short, tmp_path)
    path = tmp_path / "games.jsonl"
    head, one, two, three, four = path.read_text().splitlines()
    path.write_text("\n".join([head, one, "{}", three, four[:50]]))
    assert play(short, tmp_path)[:2] == (4, 2)
    lines = path.read_text().splitlines()
    assert lines[:3] == [head, one, three] and sorted(lines[3:]) == sorted([two, four])


def test_a_file_of_something_else_is_left_aside(short: Scenario, tmp_path: Path) -> None:
    (tmp_path / "games.jsonl").write_text("shopping list")
    there, fresh, said = play(short, tmp_path)
    assert (there, fresh) == (4, 4) and "no list of ours" in said[0]
    assert (tmp_path / "games.jsonl.old").read_text() == "shopping list"


def test_a_file_of_a_newer_form_is_left_aside(tmp_path: Path) -> None:
    path = tmp_path / "games.jsonl"
    path.write_text(json.dumps({"format": 2, "terms": {}}) + "\n")
    said: list[str] = []
    assert Ledger(path, KeptGame, {}, said.append).read() == []
    assert "another version" in said[0]


def test_a_players_own_module_is_marked_with_what_is_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    module = tmp_path / "my_own_player.py"
    module.write_text("def play(view): return ()\n")
    first = player_mark("my_own_player:play")
    module.write_text("def play(view): return []\n")
    assert first.startswith("my_own_player:play@") and player_mark("my_own_player:play") != first
    assert player_mark("planner") == "planner" and player_mark("no_such_module_at_all:play") == "no_such_module_at_all:play"
