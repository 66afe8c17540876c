"""The list of scenarios: from memory while the files are the same, from the files as soon as they are not."""

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from game.resources import content_folder
from game.scenario import ScenarioError, available, find_packs, library
from game.scenario.library import Library
from game.scenario.packs import Packs


@pytest.fixture
def packs(tmp_path: Path) -> Packs:
    mod = tmp_path / "mods" / "mine"
    (mod / "mine").mkdir(parents=True)
    (mod / "mod.yaml").write_text("title: Mine\n", encoding="utf-8")
    (mod / "mine" / "scenario.yaml").write_text("use: [utka-1939/scenario.yaml]\nid: mine\ntitle: Mine\n", encoding="utf-8")
    for folder in ("rules", "world", "people", "utka-1939"):  # one scenario is enough, and is read in a tenth of the time
        copytree(content_folder() / folder, tmp_path / "content" / folder)
    return find_packs(content=tmp_path / "content", mods=tmp_path / "mods")


@pytest.fixture
def examined(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The scenarios that are read from their files from now on."""
    names: list[str] = []
    examine = library.examine
    monkeypatch.setattr(library, "examine", lambda name, *rest: names.append(name) or examine(name, *rest))
    return names


def test_the_list_is_that_of_the_files(packs: Packs, tmp_path: Path, examined: list[str]) -> None:
    memory = tmp_path / "cache" / "scenarios.json"
    plain = [(entry.id, entry.title, entry.period, entry.turns, entry.origin, entry.errors) for entry in available(packs)]
    for _ in range(2):
        listed = Library(packs, memory).entries()
        assert [(each.id, each.title, each.period, each.turns, each.origin, each.errors) for each in listed] == plain
        assert all(entry.playable for entry in listed)
    assert examined == [entry.id for entry in available(packs)], "the second time nothing is read"


def test_before_a_scenario_is_read_it_is_said_how_far_the_look_has_come(
    packs: Packs, tmp_path: Path, examined: list[str]
) -> None:
    memory = tmp_path / "scenarios.json"
    look = Library(packs, memory).look_through()
    assert next(look) == (0, 2) and examined == [], "something can be shown before anything is read"
    assert next(look) == (1, 2) and len(examined) == 1
    assert list(look) == [] and len(examined) == 2
    assert list(Library(packs, memory).look_through()) == [], "what is remembered is not read"


def test_a_changed_file_is_read_again(packs: Packs, tmp_path: Path, examined: list[str]) -> None:
    memory, file = tmp_path / "scenarios.json", tmp_path / "mods" / "mine" / "mine" / "scenario.yaml"
    shelf = Library(packs, memory)
    shelf.entries()
    first = shelf.scenario("mine")
    assert shelf.scenario("mine") is first
    examined.clear()
    file.write_text(file.read_text(encoding="utf-8").replace("Mine", "Yours"), encoding="utf-8")
    assert "Yours" in [entry.title for entry in shelf.entries()]
    assert shelf.scenario("mine").catalogue.title == "Yours"
    assert examined == ["mine", "mine"]
    file.write_text("use: [nowhere.yaml]\n", encoding="utf-8")
    assert [entry.id for entry in shelf.entries() if not entry.playable] == ["mine"]
    with pytest.raises(ScenarioError):
        shelf.scenario("mine")
    file.unlink()
    assert "mine" not in [entry.id for entry in shelf.entries()]


def _keep(text: str) -> Callable[[str], str]:
    return lambda _: text


@pytest.mark.parametrize(
    "damage",
    [
        _keep(""),
        _keep("{"),
        _keep("[1]"),
        _keep("[" * 100_000),
        _keep('{"mine": 3, "utka-1939": {}}'),
        lambda text: text.replace("Mine", "Forged").replace('"digest": "', '"digest": "0'),
        lambda text: text.replace('"start": "1939', '"start": "39'),
        lambda text: text.replace('"turns": ', '"turns": true, "more": '),
        lambda text: text.replace("utka-1939/scenario.yaml", "../../etc/passwd"),
        lambda text: text.replace('"id": "mine"', '"id": "other"'),
    ],
)
def test_a_damaged_or_foreign_memory_is_made_anew(packs: Packs, tmp_path: Path, damage: Callable[[str], str]) -> None:
    memory = tmp_path / "scenarios.json"
    listed = Library(packs, memory).entries()
    sound = memory.read_text(encoding="utf-8")
    memory.write_text(damage(sound), encoding="utf-8")
    again = Library(packs, memory).entries()
    assert [(entry.id, entry.title, entry.period) for entry in again] == [(each.id, each.title, each.period) for each in listed]
    assert json.loads(memory.read_text(encoding="utf-8")) == json.loads(sound)


def test_a_memory_that_cannot_be_written_does_no_harm(packs: Packs, tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("a file where a folder should be", encoding="utf-8")
    assert Library(packs, tmp_path / "blocked" / "scenarios.json").entries()
