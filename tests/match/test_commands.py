"""`utka simulate` and `utka replay`: exit codes, files, one clear line for whatever is wrong."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from game.cli.app import run
from game.match import Match, save_match
from game.match.records import write_record
from game.rules.nouns import Side

SIMULATE = ("simulate", "utka-1939", "-n", "3", "--center", "random", "--circle", "random", "--seed", "3", "--jobs", "1")


def test_simulate_prints_a_table_and_writes_what_was_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = ("--json", tmp_path / "deep.json", "--report", tmp_path / "report", "--records", tmp_path / "records")
    assert run([*SIMULATE, *map(str, files)]) == 0
    printed = capsys.readouterr()
    assert "3 games" in printed.out and "killed_unproven" in printed.out and not printed.err
    figures = json.loads((tmp_path / "deep.json").read_text())
    assert figures["games"] == 3
    assert json.loads((tmp_path / "report" / "report.json").read_text()) == figures
    assert "## Who wins" in (tmp_path / "report" / "report.md").read_text()
    records = sorted((tmp_path / "records").iterdir())
    assert len(records) == 3
    for record in records:
        assert run(["replay", str(record), "--verify"]) == 0
    assert capsys.readouterr().out.count("every digest agrees") == 3


def test_simulate_can_print_its_figures_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*SIMULATE, "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["seed"] == 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("simulate", "utka-1940"), "utka-1939"),
        (("simulate", "utka-1939", "-n", "0"), "greater than or equal to 1"),
        ((*SIMULATE, "--center", "chess"), "no player is called 'chess'"),
        ((*SIMULATE, "--center", "turtle"), "turtle plays the Circle only"),
        (("play", "utka-1939", "--opponent", "rush"), "expected random, planner or module:callable"),
        ((*SIMULATE, "--circle", "tests.match.test_match:careless"), "out of ideas"),
        ((*SIMULATE, "--report", __file__), "is not a folder"),
        ((*SIMULATE, "--json", "/no/such/folder/x.json"), "/no/such/folder/x.json"),
        (("replay", "/no/such/file.json"), "/no/such/file.json"),
        (("replay", "/no/such/file.utka"), "cannot be read"),
        (("replay", __file__), "this is no record of a game"),
    ],
)
def test_what_cannot_run_gets_one_line_and_exit_code_two(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    assert run(arguments) == 2
    error = capsys.readouterr().err
    assert words in error and error.startswith("utka: ") and error.count("\n") == 1


def test_replay_names_the_turn_of_a_divergence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], play: Callable[..., Match]
) -> None:
    path = tmp_path / "game.json"
    write_record(path, play(8).record())
    words = json.loads(path.read_bytes())
    words["turns"][4]["digest"] = "0" * 64
    path.write_text(json.dumps(words))
    assert run(["replay", str(path), "--verify"]) == 1
    assert "diverges in turn 5: digest" in capsys.readouterr().out
    assert run(["replay", str(path)]) == 0, "only --verify judges"


def test_replay_tells_a_finished_game_from_both_sides(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], play: Callable[..., Match]
) -> None:
    path = tmp_path / "game.json"
    write_record(path, play(8).record())
    assert run(["replay", str(path), "--text"]) == 0
    told = capsys.readouterr().out
    assert "Turn 1, 1939-08-01" in told and "Center, orders" in told and "Circle, orders" in told


def test_replay_keeps_the_secrets_of_a_game_still_being_played(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], play: Callable[..., Match]
) -> None:
    path = save_match(tmp_path, "test", play(8, turns=4, seats={Side.CENTER: "random"}))
    assert run(["replay", str(path), "--text"]) == 0
    told = capsys.readouterr().out
    assert "Circle, orders" in told and "Center, " not in told
