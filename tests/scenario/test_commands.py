"""The modder's commands: what they print, and their exit codes."""

import json
import os
from pathlib import Path

import pytest
import yaml

from game.cli.app import run
from game.match import Match, load_save, save_match
from game.rules.nouns import Side
from game.scenario import ScenarioError, load
from game.scenario import packs as packs_module
from game.scenario.library import Library


@pytest.fixture(autouse=True)
def own_mods(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A mods folder of the test's own."""
    monkeypatch.setattr(packs_module, "mods_folder", lambda: tmp_path / "mods")
    return tmp_path / "mods"


def test_list(own_mods: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own_mods / "half" / "half").mkdir(parents=True)
    (own_mods / "half" / "half" / "scenario.yaml").write_text("id: half\n")
    assert run(["list", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["scenarios"][0].keys() == {"id", "title", "subtitle", "period", "turns", "origin", "changed_by", "errors"}
    assert run(["list"]) == 0
    printed = capsys.readouterr().out
    assert "utka-1939" in printed and "half: not a mod, since it has no mod.yaml" in printed


def test_a_new_scenario_plays_at_once(own_mods: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "my-war", "--dir", str(own_mods)]) == 0
    assert run(["check", str(own_mods / "my-war")]) == 0
    assert "utka play" in capsys.readouterr().err
    (own_mods / "my-war" / "archive").mkdir()
    (own_mods / "my-war" / "archive" / "names.yaml").write_text("nmaes: {}\n")
    assert run(["check", "my-war"]) == 1, "the mod, and not only the scenario of its name"
    assert "unknown-key" in capsys.readouterr().out
    assert run(["new", "my-war", "--dir", str(own_mods)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_scenario_from_nothing_is_clean_and_can_be_played_to_its_end(
    own_mods: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "my-war", "--from", "nothing", "--dir", str(own_mods)]) == 0
    assert run(["check", "--strict", str(own_mods / "my-war")]) == 0, capsys.readouterr().out
    scenario = load("my-war")
    assert "steal" not in scenario.catalogue.operations and len(scenario.catalogue.operations) > 20
    assert run(["simulate", "my-war", "-n", "2", "--jobs", "1", "--json", "-"]) == 0


def test_an_order_that_nobody_can_give_is_told_with_how_to_take_it_out(
    own_mods: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "my-war", "--from", "nothing", "--dir", str(own_mods)]) == 0
    file = own_mods / "my-war" / "my-war" / "scenario.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("  steal: null\n", "  denounce: {cost: 0}\n"), encoding="utf-8")
    assert run(["check", "--strict", "my-war"]) == 1
    assert "`operations: {steal: null}`" in capsys.readouterr().out


def test_every_remark_in_a_new_scenario_can_be_uncommented(own_mods: Path) -> None:
    assert run(["new", "my-war", "--from", "alma-ata-1927", "--dir", str(own_mods)]) == 0
    file = own_mods / "my-war" / "my-war" / "scenario.yaml"
    head, _, body = file.read_text(encoding="utf-8").partition("# start:")
    lines = ("# start:" + body).splitlines()
    prose = ("# Places, people", "# An event of")
    lines = [line if line.startswith(prose) else line.removeprefix("# ") for line in lines]
    file.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    assert run(["check", str(file)]) == 0


@pytest.mark.parametrize("name", ["null", "yes", "no", "on", "true", "1e3", "0", "1939-08-01"])
def test_a_new_scenario_may_be_called_what_is_no_word_in_yaml(
    name: str, own_mods: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", name, "--dir", str(own_mods)]) == 0
    assert run(["check", str(own_mods / name)]) == 0, capsys.readouterr().out
    for file in (own_mods / name / "mod.yaml", own_mods / name / name / "scenario.yaml"):
        assert yaml.safe_load(file.read_text(encoding="utf-8"))["id"] == name, "to other readers of YAML too"


def test_a_mod_that_may_not_be_looked_into_hides_no_other(
    own_mods: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("closed", "mine"):
        (own_mods / name / name).mkdir(parents=True)
        (own_mods / name / "mod.yaml").write_text("title: Mine\n")
        (own_mods / name / name / "places.yaml").write_text("places: {}\n")
    is_file = Path.is_file

    def refuse(path: Path) -> bool:
        if "closed" in path.parts:
            raise PermissionError(13, "Permission denied", str(path))
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", refuse)
    assert run(["list"]) == 0
    assert "mod mine" in capsys.readouterr().out


def test_a_mod_whose_name_is_no_text_is_listed_and_played(
    own_mods: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    own_mods.mkdir()
    for name in (b"m\xff", b"stray\xff"):
        try:
            folder = own_mods / os.fsdecode(name)
            (folder / "mine").mkdir(parents=True)
            (folder / "mine" / os.fsdecode(b"more\xfe.yaml")).write_text("title: Mine\n")
        except (OSError, ValueError):
            pytest.skip("this system has no such names")
        (folder / "mine" / "scenario.yaml").write_text("use: [utka-1939/scenario.yaml, mine/more*.yaml]\nid: mine\ntitle: Mine\n")
        if name == b"m\xff":
            (folder / "mod.yaml").write_text("id: m\ntitle: Mine\n")
            assert run(["check", str(folder)]) == 0
    for arguments in (["list"], ["list", "--json"]):
        assert run(arguments) == 0
        assert b"m\\udcff" in capsysbinary.readouterr().out.replace(b"\\\\", b"\\")
    packs = packs_module.find_packs()
    for _ in range(2):
        entry = next(each for each in Library(packs, tmp_path / "memory.json").entries() if each.id == "mine")
        assert entry.playable and entry.origin == "m\\udcff"
    match = Match.new(load("mine", packs), 1, seats=dict.fromkeys(Side, "random"))
    assert load_save(save_match(tmp_path / "saves", "a", match)).header.mods[0][0] == "m\\udcff"


def test_check_tells_findings_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "places.yaml").write_text("places:\n  paris: {nmae: Paris}\n")
    assert run(["check", str(tmp_path / "x"), "--json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["files"] == 1
    finding = document["findings"][0]
    assert finding.keys() == {"severity", "code", "file", "line", "column", "path", "message", "hint"}
    assert (finding["line"], finding["path"], finding["hint"]) == (2, "places.paris.nmae", "did you mean 'name'?")


def test_a_long_list_of_what_is_allowed_stands_in_lines_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rules.yaml"
    file.write_text("operations:\n  bribe: {colour: red}\n  bully: {sides: center}\n")
    assert run(["check", str(file)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.endswith("unknown key 'colour'") for line in lines].index(True) == 0
    assert lines[1].startswith("    one of: actor, ") and all(len(line) <= 110 for line in lines[1:3])
    assert [line for line in lines if line.endswith("unknown key 'sides' (did you mean 'side'?)")]


def test_where_names_file_and_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["where", "utka-1939", "places.coyoacan.security"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "places.yaml:" in lines[1] and "scenario.yaml:" in lines[2]


@pytest.mark.parametrize(
    "arguments",
    [
        ["chek"],
        ["check"],
        ["check", "no-such-file"],
        ["check", "--loud", "x"],
        ["where", "utka-1939", "people.nobody"],
        ["where", "nothing", "title"],
        ["schema", "--kind", "x"],
        ["shots", "--out", "pictures", "--scenario", "nothing"],
        ["new", "../x"],
        ["new", "x", "--from", "nowhere"],
        ["new", "nothing"],
        ["schema", "--out", "/no/such/folder/x.json"],
        ["rulebook", "--out", "/no/such/folder/x.md"],
        ["tune", "utka-1939", "--out", "/no/such/folder/x.yaml"],
        ["shots", "--out", "pictures", "--lang", "xx"],
        ["ladder", "utka-1939", "--players"],
    ],
)
def test_what_cannot_run_says_so_in_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("utka: ") and printed.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["shots", "--out", "pictures", "--lang", "xx"], "no language is called xx, one of: en"),
        (
            ["shots", "--out", "pictures", "--only", "brief"],
            "no screen's name holds 'brief'; they begin with title, new, closed",
        ),
        (["check", "utka-1993"], "utka-1993; nor is there such a scenario or mod, did you mean 'utka-1939'?"),
        (["schema", "--out", "/no/such/folder/x.json"], "there is no such folder (see 'utka schema --help')"),
        (["ladder", "utka-1939", "--players"], "requires an argument. (see 'utka ladder --help')"),
        (["--loud"], "(see 'utka --help')"),
    ],
)
def test_what_is_refused_is_said_plainly(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert said in capsys.readouterr().err


def test_a_file_that_no_scenario_can_use_is_refused_as_such(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By whoever plays it and whoever checks it alike."""
    (tmp_path / "junk.json").write_text('{"a": 1')
    with pytest.raises(ScenarioError, match=r"junk.json:1:1: error\[bad-path\].*only files that end in .yaml can be used$"):
        load(tmp_path / "junk.json")
    assert run(["check", str(tmp_path / "junk.json")]) == 1
    assert "error[bad-path] only files that end in .yaml can be used\n1 error" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["list", "check", "new", "schema", "where"])
def test_help_has_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"]) == 0
    assert f"utka {command}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("scenario.yaml", "error[misplaced] the game does not find a scenario that lies beside mod.yaml"),
        ("my-war/events.yml", "warning[misplaced] a file that ends in .yml is never read"),
        ("my-war/scenario.yml", "warning[misplaced] a file that ends in .yml is never read"),
        (
            "pictures/clerk.PNG",
            "warning[misplaced] a .PNG file is not shown (pictures are .png and .svg files, with small",
        ),
        ("icons/clerk.png", "warning[misplaced] a .png file is not shown (icons are .svg files, with small letters"),
        ("my-war/events.yaml", "warning[unused] no scenario here uses this file (name it under `use:` as my-war/events.yaml)"),
    ],
)
def test_files_that_the_game_will_not_find_are_told(
    file: str, said: str, own_mods: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "my-war", "--from", "nothing", "--dir", str(own_mods)]) == 0
    mod = own_mods / "my-war"
    (mod / "my-war" / "scenario.de.yaml").write_text("title: Mein Krieg\n", encoding="utf-8")
    assert run(["check", "--strict", str(mod)]) == 0, "a translation is not meant to be used"
    (mod / file).parent.mkdir(exist_ok=True)
    (mod / file).write_text((mod / "my-war" / "scenario.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    capsys.readouterr()
    assert run(["check", "--strict", str(mod)]) == 1
    assert f"{mod / file}:1:1: {said}" in capsys.readouterr().out


def test_a_scenario_in_capitals_is_told(own_mods: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is found on some systems, and not on the others."""
    file = own_mods / "mine" / "mine" / "Scenario.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("cast: {add: [serge]}\n", encoding="utf-8")
    (own_mods / "mine" / "mod.yaml").write_text("id: mine\ntitle: Mine\n", encoding="utf-8")
    assert run(["check", "mine"]) == 0
    out = capsys.readouterr().out
    assert f"{file}:1:1: warning[misplaced] a file of this name is not taken for the scenario (call it scenario.yaml)" in out
    assert out.count("\n") == 2, "it is not read as something else besides"


def test_a_mod_cannot_bring_what_is_the_games_own(own_mods: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "my-war", "--from", "nothing", "--dir", str(own_mods)]) == 0
    (own_mods / "my-war" / "fonts").mkdir()
    (own_mods / "my-war" / "fonts" / "fonts.yaml").write_text("body: PTSerif\n", encoding="utf-8")
    capsys.readouterr()
    assert run(["check", "my-war"]) == 0
    assert f"{own_mods / 'my-war' / 'fonts'}:1:1: warning[misplaced] nothing in this folder is read" in capsys.readouterr().out


def test_a_folder_that_is_no_mod_is_named_when_it_is_to_be_checked(own_mods: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "my-war", "--from", "nothing", "--dir", str(own_mods)]) == 0
    (own_mods / "my-war" / "mod.yaml").unlink()
    assert run(["check", "my-war"]) == 2
    assert "my-war is not a mod, since it has no mod.yaml" in capsys.readouterr().err
