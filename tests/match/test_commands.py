"""`utka simulate` and `utka replay`: exit codes, files, one clear line for whatever is wrong."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from game.cli.app import run
from game.match import Match, save_match
from game.match.letters import write_letter
from game.match.mail import invite, seal, write
from game.match.record import Seats
from game.match.records import write_record
from game.rules.definitions import Scenario
from game.rules.nouns import HOUSE, Luck, Side
from game.rules.orders import Order
from game.rules.setup import Allegiances

SIMULATE = ("simulate", "utka-1939", "-n", "3", "--center", "random", "--circle", "random", "--seed", "3", "--jobs", "1")


def test_simulate_prints_a_table_and_writes_what_was_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = ("--json", tmp_path / "deep.json", "--report", tmp_path / "report", "--records", tmp_path / "records")
    assert run([*SIMULATE, *map(str, files)]) == 0
    printed = capsys.readouterr()
    assert "3 games" in printed.out and "killed_unproven" in printed.out and not printed.err
    figures = json.loads((tmp_path / "deep.json").read_text())
    assert figures["games"] == 3
    assert json.loads((tmp_path / "report" / "report.json").read_text()) == figures
    page = (tmp_path / "report" / "report.md").read_text()
    assert all(f"## {title}\n" in page for title in ("Who wins", "Verdicts", "Scores", "Pacing", "Orders", "Doubt"))
    assert (tmp_path / "report" / "report.svg").read_text().startswith("<svg")
    records = sorted((tmp_path / "records").iterdir())
    assert len(records) == 3
    for record in records:
        assert run(["replay", str(record), "--verify"]) == 0
    assert capsys.readouterr().out.count("every digest agrees") == 3


def test_simulate_can_print_its_figures_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*SIMULATE, "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["seed"] == 3


def test_simulate_goes_on_from_its_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = [*SIMULATE, "--report", str(tmp_path)]
    assert run(asked) == 0
    pages = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.name != "report.json"}
    capsys.readouterr()
    assert run(asked) == 0
    said = capsys.readouterr()
    assert said.err == f"utka: going on from what is kept in {tmp_path / 'games.jsonl'}\n"
    assert pages == {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.name != "report.json"}
    assert run([*asked, "--seed", "4"]) == 0
    assert "begun anew, since what was kept is of another seed" in capsys.readouterr().err


def test_simulate_can_tell_a_side_take_operations_out_and_print_the_doubt(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*SIMULATE, "--told", "circle", "--without", "publish, forge", "--json", "-"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["told"], figures["without"]) == ("circle", ["publish", "forge"])
    assert "publish" not in figures["operations"]
    assert run([*SIMULATE, "--calibration"]) == 0
    assert "mean distance between shown and true" in capsys.readouterr().out


def test_the_matrix_is_printed_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("simulate", "utka-1939", "--matrix", "--centers", "random", "-n", "1", "--circles", "random,random", "--jobs", "1")
    assert run([*asked, "--report", str(tmp_path), "--records", str(tmp_path / "records")]) == 0
    printed = capsys.readouterr().out
    assert "1 games a cell" in printed and "won by the Center" in printed and "±" in printed
    figures = json.loads((tmp_path / "report.json").read_text())
    assert (figures["centers"], figures["circles"], len(figures["cells"])) == (["random"], ["random"], 1)
    assert "| `random` |" in (tmp_path / "report.md").read_text()
    assert run(["replay", str(tmp_path / "records" / "random-random" / "game-1.json"), "--verify"]) == 0


def test_decisions_are_printed_and_written(
    scenario: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    short = replace(scenario, catalogue=replace(scenario.catalogue, turns=2))
    monkeypatch.setattr("game.cli.deciding.wanted_scenario", lambda wishes: short)
    asked = ["simulate", "utka-1939", "--decisions", "2", "--rollouts", "8", "--jobs", "1", "--report", str(tmp_path)]
    assert run(asked) == 0
    printed = capsys.readouterr().out
    assert "fourth-best near" in printed and "best past chance" in printed
    figures = json.loads((tmp_path / "report.json").read_text())
    assert (figures["points"], figures["rollouts"]) == (2, 8)
    assert figures["targets"]["near_fourth"] == {"below": 0.15, "share": 0.6}
    assert "2 decisions" in (tmp_path / "report.md").read_text()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("simulate", "utka-1940"), "utka-1939"),
        (("simulate", "utka-1939", "-n", "0"), "greater than or equal to 1"),
        ((*SIMULATE, "--center", "chess"), "no player is called 'chess'"),
        ((*SIMULATE, "--center", "turtle"), "turtle plays the Circle only"),
        (("play", "utka-1939", "--opponent", "rush"), "expected random, planner, normal, hard, mail or module:callable"),
        ((*SIMULATE, "--circle", "tests.match.test_match:careless"), "out of ideas"),
        ((*SIMULATE, "--report", __file__), "is not a folder"),
        ((*SIMULATE, "--without", "publish,fly"), "no operation 'fly'"),
        ((*SIMULATE, "--told", "nobody"), "'nobody' is not one of 'center', 'circle'"),
        ((*SIMULATE, "--matrix"), "--matrix takes --centers and --circles"),
        ((*SIMULATE, "--centers", "random"), "belong to --matrix"),
        (("simulate", "utka-1939", "--matrix", "--circles", "chess"), "no player is called 'chess'"),
        (("simulate", "utka-1939", "--matrix", "--decisions"), "are two runs"),
        (("simulate", "utka-1939", "--matrix", "--calibration"), "for one pair of players"),
        (("simulate", "utka-1939", "300"), "say -n 300"),
        (("simulate", "utka-1939", "--rollouts", "9"), "belongs to --decisions"),
        (("simulate", "utka-1939", "--decisions", "--rollouts", "7"), "greater than or equal to 8"),
        (("simulate", "utka-1939", "--decisions", "-n", "9"), "stands after --decisions"),
        (("simulate", "utka-1939", "--decisions", "--circle", "random"), "planner on both sides"),
        (("simulate", "utka-1939", "--decisions", "--told", "center"), "tells nobody"),
        ((*SIMULATE, "--json", "/no/such/folder/x.json"), "/no/such/folder/x.json"),
        (("replay", "/no/such/file.json"), "/no/such/file.json"),
        (("replay", "/no/such/file.utka"), "cannot be read"),
        (("replay", __file__), "this is no record of a game"),
        (("mail", __file__), "this is no letter of a game by mail\n"),
        (("play", "utka-1939", "--side", "both", "--opponent", "mail"), "by mail one plays one side"),
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
    assert run(["replay", str(path)]) == 0
    assert "seed kept" in capsys.readouterr().out, "all that is hidden hangs on the seed"


def test_replay_tells_nothing_of_two_at_one_desk_before_the_verdict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], play: Callable[..., Match]
) -> None:
    path = save_match(tmp_path, "test", play(8, turns=4, seats={}))
    assert run(["replay", str(path), "--text"]) == 0
    told = capsys.readouterr().out
    assert "before the verdict" in told and "orders" not in told


def test_replay_of_a_game_by_other_rules_says_so_and_tells_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], play: Callable[..., Match], scenario: Scenario
) -> None:
    """A number of the rules was another when the game was played: it is told from its events all the same."""
    operations = {id_: replace(each, cost=0) for id_, each in scenario.catalogue.operations.items()}
    other = replace(scenario, fingerprint="other", catalogue=replace(scenario.catalogue, operations=operations))
    match = Match.new(other, 8, seats=dict.fromkeys(Side, "random"))
    while not match.is_over():
        match.resolve()
    path = tmp_path / "game.json"
    write_record(path, match.record())
    assert run(["replay", str(path), "--text"]) == 0
    told = capsys.readouterr()
    assert "files have changed since" in told.out and f"Turn {match.turn}, " in told.out
    assert told.out.count(", orders") == 2 * match.turn and "diverges" in told.err


def test_mail_says_what_a_letter_is_and_nothing_of_orders(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], scenario: Scenario
) -> None:
    game, _refused = seal(invite(scenario, Side.CENTER, 3, Allegiances.UNCERTAIN, "0123456789"), ())
    path = write_letter(tmp_path, *write(game))
    assert run(["mail", str(path)]) == 0
    told = capsys.readouterr().out
    assert "Utka (utka-1939), game 012345" in told and "turn 1, from the center: sealed" in told
    path.write_bytes(path.read_bytes()[:-9])
    assert run(["mail", str(path)]) == 2
    assert "damaged or cut short" in capsys.readouterr().err


def test_what_is_no_letter_is_not_called_damaged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], play: Callable[..., Match]
) -> None:
    record, letter = tmp_path / "game.json", tmp_path / "sent.txt"
    write_record(record, play(8, turns=2).record())
    game = invite(play(8, turns=0).scenario, Side.CENTER, 1, Allegiances.UNCERTAIN, "abcdef0123")
    letter.write_bytes(write_letter(tmp_path, *write(game)).read_bytes()[:-9])
    said = []
    for file in (record, save_match(tmp_path, "test", play(8, turns=2)), letter):
        assert run(["mail", str(file)]) == 2
        said.append(capsys.readouterr().err.removeprefix("utka: "))
    assert said[0] == "game.json: this is no letter of a game by mail\n"
    assert said[1] == "test.utka: this is no letter of a game by mail\n"
    assert said[2].startswith("sent.txt: the file is damaged")


def test_a_record_is_not_played_again_in_another_scenario(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], play: Callable[..., Match]
) -> None:
    path = tmp_path / "game.json"
    write_record(path, play(8).record())
    for asked in (["replay", "--verify"], ["replay", "--text"], ["export", "--html", str(tmp_path / "x.html")]):
        assert run([*asked, str(path), "--scenario", "alma-ata-1927"]) == 2
        printed = capsys.readouterr()
        assert printed.err == "utka: this is a game of the scenario utka-1939, not of alma-ata-1927\n" and not printed.out


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"seed": "x"}, "seed: expected a valid integer"),
        ({"mood": "grim"}, "mood: there is no such part"),
        ({"seed": None}, "seed: this part is missing"),
        ({"seats": 3}, "seats: expected a table of parts"),
    ],
)
def test_what_is_wrong_with_a_record_is_said_in_plain_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], play: Callable[..., Match], change: dict[str, object], said: str
) -> None:
    path = tmp_path / "game.json"
    write_record(path, play(8, turns=1).record())
    words = json.loads(path.read_bytes()) | change
    path.write_text(json.dumps({key: value for key, value in words.items() if value is not None}))
    assert run(["replay", str(path)]) == 2
    assert f"this is no record of a game ({said})\n" in capsys.readouterr().err


def test_replay_names_the_household_the_call_off_line_and_the_luck(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], utka: Scenario
) -> None:
    match = Match.new(utka, 3, luck=Luck.STEADY)
    assert match.submit(Side.CENTER, ()) == match.submit(Side.CIRCLE, (Order(operation="keep_walls", agent=HOUSE),)) == []
    match.resolve()
    path = tmp_path / "game.json"
    write_record(path, replace(match.record(), seats=Seats(center="planner", circle="planner")))
    assert run(["replay", str(path)]) == 0
    assert "seed 3, steady luck," in capsys.readouterr().out
    assert run(["replay", str(path), "--text"]) == 0
    told = capsys.readouterr().out
    assert "The household: Keep the walls" in told and "From now on the household watches the walls." in told


def test_play_offers_two_kinds_of_luck(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["play", "--help"]) == 0
    assert "--luck" in capsys.readouterr().out
    assert run(["play", "utka-1939", "--luck", "marked"]) == 2
    assert "marked" in capsys.readouterr().err
