"""The order of mods, and what is told of a `mod.yaml`."""

import json
from pathlib import Path

import pytest

from game.cli.app import run
from game.resources import content_folder
from game.scenario import Packs, Severity, available, examine, find_packs, load
from game.scenario import packs as packs_module
from game.scenario.checking import check_path
from game.scenario.library import Library
from game.scenario.mods import mods_in
from game.scenario.packs import pack_around


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A mods folder of the test's own, which the commands find too."""
    monkeypatch.setattr(packs_module, "mods_folder", lambda: tmp_path / "mods")
    return tmp_path / "mods"


def mod(folder: Path, name: str, after: str = "", turns: int = 0) -> Path:
    """A mod that sets the turns of a shipped scenario."""
    (folder / name / "utka-1939").mkdir(parents=True)
    head = f"id: {name}\ntitle: {name}\n" + (f"after: {after}\n" if after else "")
    (folder / name / "mod.yaml").write_text(head, encoding="utf-8")
    text = f"turns: {turns}\n" if turns else "subtitle: Changed\n"
    (folder / name / "utka-1939" / "scenario.yaml").write_text(text, encoding="utf-8")
    return folder / name


def packs_in(folder: Path) -> Packs:
    return find_packs(content_folder(), folder)


def names(packs: Packs) -> str:
    return " ".join(pack.id for pack in packs.packs[1:])


@pytest.mark.parametrize(
    ("wishes", "order"),
    [
        ({"a": "", "b": "", "c": ""}, "a b c"),
        ({"a": "[c]", "b": "", "c": ""}, "b c a"),
        ({"a": "[b]", "b": "[c]", "c": "", "d": ""}, "c b a d"),
        ({"a": "[nobody, shipped]", "b": ""}, "a b"),
        ({"a": "{b: 1}", "b": ""}, "a b"),
        ({"a": "[b, a]", "b": "", "c": ""}, "a b c"),
        ({"a": "[b]", "b": "[a]", "c": "[d]", "d": ""}, "a b d c"),
    ],
)
def test_mods_lie_by_name_and_after_those_that_they_name(folder: Path, wishes: dict[str, str], order: str) -> None:
    for name, after in wishes.items():
        mod(folder, name, after)
    assert names(packs_in(folder)) == order


def test_what_comes_last_counts(folder: Path) -> None:
    mod(folder, "a", "[b]", turns=18)
    mod(folder, "b", turns=19)
    assert load("utka-1939", packs_in(folder)).catalogue.turns == 18


def test_a_working_copy_lies_where_others_want_it(folder: Path, tmp_path: Path) -> None:
    mod(folder, "a", "[b]")
    mod(folder, "b")
    mod(folder, "c")
    copy = mod(tmp_path / "work", "b")
    packs = packs_in(folder).with_pack(pack_around(copy / "mod.yaml"))
    assert names(packs) == "c b a" and packs.packs[2].root == copy.resolve()


def test_mods_that_wait_for_one_another_are_told_and_what_they_change_is_not_played(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mod(folder, "a")
    mod(folder, "b", "[c]")
    library = Library(packs_in(folder), tmp_path / "memory.json")
    assert all(entry.playable for entry in library.entries())
    mod(folder, "c", "[b]")
    packs = packs_in(folder)
    told = examine("utka-1939", packs).findings
    assert {(finding.code, Path(finding.file).parent.name, finding.line) for finding in told} == {
        ("after-cycle", "b", 3),
        ("after-cycle", "c", 3),
    }
    assert "'b' after 'c', 'c' after 'b'" in told[0].message
    unplayable = {entry.id for entry in Library(packs, tmp_path / "memory.json").entries() if not entry.playable}
    assert unplayable == {"utka-1939"} == {entry.id for entry in available(packs) if not entry.playable}
    assert run(["check", "c"]) == 1
    assert "'c' after 'b', 'b' after 'c'" in capsys.readouterr().out
    (folder / "c" / "mod.yaml").write_text("id: c\ntitle: c\n", encoding="utf-8")
    assert not examine("utka-1939", packs_in(folder)).findings


def need(folder: Path, name: str, needs: str, rest: str = "") -> Path:
    """A mod with a scenario of its own, laid on that of another mod which it needs."""
    (folder / name / name).mkdir(parents=True)
    (folder / name / "mod.yaml").write_text(f"id: {name}\ntitle: {name}\nneeds: {needs}\n{rest}", encoding="utf-8")
    text = f"id: {name}\ntitle: T\nuse: [base/scenario.yaml]\nturns: 18\n"
    (folder / name / name / "scenario.yaml").write_text(text, encoding="utf-8")
    return folder / name


def base(folder: Path) -> Path:
    path = need(folder, "base", "[]")
    (path / "base" / "scenario.yaml").write_text("id: base\nuse: [utka-1939/scenario.yaml]\n", encoding="utf-8")
    return path


def test_a_mod_that_needs_another_is_laid_on_it_and_played_with_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    need(folder, "a", "[base]")
    base(folder)
    packs = packs_in(folder)
    assert names(packs) == "base a" and not packs.lacking
    assert load("a", packs).catalogue.turns == 18
    assert run(["check", "--strict", "a"]) == 0, capsys.readouterr().out


def test_a_mod_without_the_one_that_it_needs_says_so_in_one_line(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, other = need(folder, "a", "[base]"), base(folder)
    memory = tmp_path / "memory.json"
    assert all(entry.playable for entry in Library(packs_in(folder), memory).entries())
    other.rename(tmp_path / "elsewhere")
    packs = packs_in(folder)
    (finding,) = examine("a", packs).findings
    assert (finding.code, finding.file, finding.line) == ("needs-mod", str(mine / "mod.yaml"), 3)
    assert "the mod 'a' cannot be played without the mod 'base'" in finding.message and "mods folder" in finding.hint
    assert {entry.id: len(entry.errors) for entry in Library(packs, memory).entries() if not entry.playable} == {"a": 1}
    for command in (["check", "a"], ["check", str(mine)], ["list"]):
        assert run(command) == (command[0] == "check")
        assert capsys.readouterr().out.count("cannot be played without the mod 'base'") == 1, command
    assert run(["list", "--json"]) == 0
    (listed,) = json.loads(capsys.readouterr().out)["mods"]
    assert [error["code"] for error in listed["errors"]] == ["needs-mod"]
    assert run(["simulate", "a", "-n", "1"]) == 2
    assert "cannot be played without the mod 'base'" in capsys.readouterr().err


def test_what_a_mod_that_lacks_another_has_a_say_in_is_not_played_and_a_name_nearby_is_offered(folder: Path) -> None:
    mod(folder, "a", turns=9)
    mod(folder, "bases")
    (folder / "a" / "mod.yaml").write_text("id: a\ntitle: A\nneeds: [base]\n", encoding="utf-8")
    packs = packs_in(folder)
    (finding,) = examine("utka-1939", packs).findings
    assert "did you mean 'bases'?" in finding.hint
    assert not examine("visa-1933", packs).findings


def test_mods_that_need_one_another_are_told(folder: Path) -> None:
    need(folder, "a", "[b]")
    need(folder, "b", "[a]")
    (finding,) = mods_in(packs_in(folder))[0].findings
    assert (finding.code, finding.line, finding.path) == ("after-cycle", 3, "needs")


def test_the_list_names_the_mods_that_change_a_scenario(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mod(folder, "b")
    mod(folder, "a", "[b]")
    base(folder)
    for _ in range(2):  # read, and remembered
        changed_by = {entry.id: entry.mods for entry in Library(packs_in(folder), tmp_path / "memory.json").entries()}
        assert (changed_by["utka-1939"], changed_by["base"], changed_by["visa-1933"]) == (("b", "a"), ("b", "a"), ())
    assert run(["list"]) == 0
    printed = capsys.readouterr().out
    assert "shipped, changed by b, a" in printed and "base, changed by b, a" in printed
    assert run(["list", "--json"]) == 0
    listed = {each["id"]: each for each in json.loads(capsys.readouterr().out)["scenarios"]}
    assert (listed["utka-1939"]["origin"], listed["utka-1939"]["changed_by"]) == ("shipped", ["b", "a"])
    assert listed["visa-1933"]["changed_by"] == []


@pytest.mark.parametrize(
    ("text", "code", "line", "said"),
    [
        ("id: min\ntitle: Mine\n", "id-mismatch", 1, "found 'min', but the folder is named 'mine'"),
        ("id: mine\ntitle: Mine\nafter: [your]\n", "unknown-name", 3, "there is no mod 'your' here (did you mean 'yours'?)"),
        ("id: mine\ntitle: Mine\nafter: [qqqqqq]\n", "unknown-name", 3, "one of: yours"),
        ("id: mine\ntitle: Mine\nafter: yours\n", "wrong-type", 3, "[yours]"),
    ],
)
def test_names_that_a_mod_does_not_go_by_are_told(folder: Path, text: str, code: str, line: int, said: str) -> None:
    mod(folder, "mine")
    mod(folder, "yours")
    (folder / "mine" / "mod.yaml").write_text(text, encoding="utf-8")
    packs = packs_in(folder)
    (finding,) = check_path(folder / "mine" / "mod.yaml", packs).findings
    assert (finding.code, finding.line) == (code, line) and said in str(finding)
    assert (finding.severity is Severity.WARNING) == (code != "wrong-type")
    assert mods_in(packs)[0].findings == (finding,)


def test_the_list_says_what_is_wrong_with_a_mod(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mod(folder, "mine")
    (folder / "mine" / "mod.yaml").write_text("id: other\ntitle: Mine\nautor: I\n", encoding="utf-8")
    assert run(["list"]) == 0
    printed = capsys.readouterr().out
    assert "id-mismatch" in printed and "did you mean 'author'?" in printed
    assert run(["list", "--json"]) == 0
    (listed,) = json.loads(capsys.readouterr().out)["mods"]
    assert [error["code"] for error in listed["errors"]] == ["unknown-key"], "a warning is no error"


def test_a_working_copy_that_is_linked_into_the_mods_folder_is_one_mod(folder: Path, tmp_path: Path) -> None:
    """Looked at where it is worked on, from anywhere: each file counts once, and is used by its scenario."""
    mine = tmp_path / "work" / "mine" / "mine"
    mine.mkdir(parents=True)
    (mine.parent / "mod.yaml").write_text("id: mine\ntitle: Mine\n", encoding="utf-8")
    (mine / "events.yaml").write_text("events: {}\n", encoding="utf-8")
    (mine / "scenario.yaml").write_text("use: [utka-1939/scenario.yaml, mine/events.yaml]\nid: mine\n", encoding="utf-8")
    folder.mkdir()
    (folder / "mine").symlink_to(mine.parent, target_is_directory=True)
    for path in (mine.parent, folder / "mine"):
        report = check_path(path, packs_in(folder))
        assert not report.findings
        assert sum(name.endswith("mine/events.yaml") for name in report.files) == 1


def changed(folder: Path, name: str, text: str, scenario: str = "utka-1939") -> Path:
    """A mod whose file of a scenario says no more than this."""
    path = mod(folder, name) / scenario / "scenario.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_change_of_a_scenario_that_is_not_there_is_told_in_one_line(folder: Path) -> None:
    changed(folder, "extra", "turns: 9\n", "utka-1938")
    (finding,) = examine("utka-1938", packs_in(folder)).findings
    assert (finding.code, finding.line) == ("changes-nothing", 1)
    assert "the scenario 'utka-1938', which no pack holds" in finding.message and "did you mean 'utka-1939'?" in finding.hint
    changed(folder, "more", "turns: 9\n", "lighthouse")
    (finding,) = examine("lighthouse", packs_in(folder)).findings
    assert "its mod may be missing" in finding.hint


def test_what_another_mod_takes_out_is_told_with_the_line_that_does_it(folder: Path) -> None:
    changed(
        folder, "adds", "map: {add: [izmir]}\nplaces: {izmir: {name: Izmir, country: turkey, at: [38.4, 27.1], kinds: [city]}}\n"
    )
    taker = changed(folder, "takes", "briefing: {center: x}\nplaces: {izmir: null}\n")
    (finding,) = (each for each in examine("utka-1939", packs_in(folder)).findings if each.code == "unknown-place")
    assert "'izmir'" in finding.message and finding.hint == f"{taker}:2 takes the place out"


@pytest.mark.parametrize("text", ["cast: {remove: [clerk]}\n", "people: {clerk: null}\n"])
def test_what_is_taken_out_before_another_mod_brings_it_is_told(folder: Path, text: str) -> None:
    changed(folder, "early", text)
    later = changed(
        folder, "later", "cast: {add: [clerk]}\npeople: {clerk: {name: C, side: circle, place: paris, sources: [Game]}}\n"
    )
    (finding,) = (each for each in examine("utka-1939", packs_in(folder)).findings if "early" in each.file)
    assert finding.severity is Severity.WARNING and f"{later}:" in finding.hint and "come `after` that one" in finding.hint
