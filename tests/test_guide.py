"""The modder's guide keeps its promises: what it writes works as it stands there."""

import json
import re
from pathlib import Path

import pytest

from game.cli.app import run
from game.resources import assets_folder
from game.rules.definitions import Operation, PersonDefinition, Scenario, ScenarioEvent, Task
from game.rules.geography import Atlas
from game.rules.nouns import Side
from game.scenario import load
from game.scenario.shaping import fields_of
from tests.match.test_ladder import HOLDING

GUIDE = Path(__file__).parents[1] / "scenarios" / "README.md"


def piece_with(word: str, language: str = "python") -> str:
    """The one piece of the guide in a language in which a word stands."""
    pieces = re.findall(rf"```{language}\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    (piece,) = [piece for piece in pieces if word in piece]
    return str(piece)


def test_the_guides_player_plays_both_sides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bold.py").write_text(piece_with("class Bold"), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    asked = ("ladder", "alma-ata-1927", "--players", f"bold:Bold,{HOLDING}", "-n", "1", "--jobs", "1", "--json", "-")
    assert run(asked) == 0
    figures = json.loads(capsys.readouterr().out)
    assert {player["name"] for player in figures["players"]} == {"bold:Bold", HOLDING}
    assert run(["simulate", *asked[1:2], "--center", "bold:Bold", "--circle", "bold:Bold", *asked[4:]]) == 0
    given = json.loads(capsys.readouterr().out)["operations"]
    assert sum(given.values()) > 10, "it gives orders"


def test_the_guides_player_can_be_called_by_hand(utka: Scenario, atlas: Atlas) -> None:
    from game.rules.legality import refuse_set
    from game.rules.setup import new_game
    from game.rules.view import view_for

    names: dict[str, object] = {}
    exec(piece_with("class Bold"), names)
    state, _ = new_game(utka, atlas, 5)
    for side in Side:
        view = view_for(utka, atlas, state, side)
        one, two = (names["Bold"](side, 3).choose(view) for _ in range(2))  # type: ignore[operator]
        assert one == two and one and not refuse_set(view, one)


def test_the_guides_loop_plays_a_game(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("game.env", reason="the extra is not installed: pip install 'utka[env]'")
    loop = piece_with("UtkaEnv")
    assert len(loop.strip().splitlines()) <= 12
    exec(loop.replace("utka-1939", "alma-ata-1927"), {})
    assert capsys.readouterr().out.startswith("{'center': ")


def test_the_guides_scenario_can_be_played(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody new, somebody less, a place, a road and an operation, exactly as the guide writes them."""
    mod = tmp_path / "guided"
    (mod / "guided").mkdir(parents=True)
    (mod / "mod.yaml").write_text("id: guided\ntitle: Guided\n", encoding="utf-8")
    head = "format: 1\nid: guided\ntitle: Guided\nuse: [utka-1939/scenario.yaml]\n"
    pieces = [piece_with(word, "yaml") for word in ("customs_clerk:", "  bribe:\n    side:", "  serial:", "  his_hours:")]
    (mod / "guided" / "scenario.yaml").write_text("".join([head, *pieces]), encoding="utf-8")
    assert run(["check", "--strict", str(mod)]) == 0, capsys.readouterr().out
    scenario = load(mod)
    assert {"his_hours", "quiet_winter"} <= scenario.setup.directives.keys() and "a_second_home" in scenario.setup.aims


@pytest.mark.parametrize(
    ("thing", "definition"),
    [("a person", PersonDefinition), ("an event", ScenarioEvent), ("a task", Task), ("an operation", Operation)],
)
def test_the_guides_tables_have_every_key_that_there_is_and_no_other(thing: str, definition: type) -> None:
    table = GUIDE.read_text(encoding="utf-8").partition(f"| key of {thing} | says |\n|---|---|\n")[2].partition("\n\n")[0]
    heads = [row.split("|")[1] for row in table.splitlines()]
    keys = [key for head in heads for key in re.findall(r"`([a-z_]+)`", head)]
    assert sorted(keys) == sorted(name for name, _, _ in fields_of(definition) if name != "id")


def test_the_guides_sounds_are_heard(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mod = tmp_path / "guided"
    (mod / "sounds").mkdir(parents=True)
    (mod / "mod.yaml").write_text("id: guided\ntitle: Guided\n", encoding="utf-8")
    (mod / "sounds" / "sounds.yaml").write_text(piece_with("telegram.arrested:", "yaml"), encoding="utf-8")
    sound = assets_folder() / "sounds" / "toll.wav"
    (mod / "sounds" / "bell.wav").write_bytes(sound.read_bytes())
    for name in ("gulls.ogg", "harbour.ogg"):
        (mod / "sounds" / name).write_bytes(b"OggS")
    assert run(["check", "--strict", str(mod)]) == 0, capsys.readouterr().out
