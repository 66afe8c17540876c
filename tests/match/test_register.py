"""The register of closed files: what is entered stays, once, and a file that cannot be read is not lost."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from game.match.register import BOTH, ClosedFile, RegisterFile, seats_won
from game.rules.nouns import Side

FILE = ClosedFile(
    game="one", scenario="utka-1939", title="Utka", center="Center", circle="Circle", seat="circle", opponent="hard:hunter",
    verdict="He lives", score=-38, turn=17, closed=date(2026, 11, 28),
)  # fmt: skip


@pytest.fixture
def register(tmp_path: Path) -> RegisterFile:
    return RegisterFile(tmp_path / "deep" / "closed.json")


def test_what_was_entered_is_read_again(register: RegisterFile) -> None:
    other = replace(FILE, game="two", seat=BOTH, opponent="")
    assert register.files() == ()
    register.enter(FILE)
    register.enter(other)
    assert RegisterFile(register.path).files() == (FILE, other)


def test_a_game_is_entered_once(register: RegisterFile) -> None:
    register.enter(FILE)
    register.enter(replace(FILE, score=80, verdict="An open secret"))
    assert register.files() == (FILE,)


@pytest.mark.parametrize(
    ("seat", "score", "won"),
    [("center", 70, True), ("center", -1, False), ("circle", -1, True), ("circle", 0, False), (BOTH, 70, False)],
)
def test_who_has_won(seat: str, score: int, won: bool) -> None:
    assert replace(FILE, seat=seat, score=score).won is won


def test_seats_are_won_scenario_by_scenario() -> None:
    lost, elsewhere = (
        replace(FILE, seat="center"),
        replace(FILE, scenario="gnome-1940", seat="center", score=10, center="Service"),
    )
    assert seats_won((FILE, lost, elsewhere), "utka-1939") == {Side.CIRCLE: "Circle"}
    assert seats_won((FILE, lost, elsewhere), "gnome-1940") == {Side.CENTER: "Service"}


@pytest.mark.parametrize("text", ["", "[]", "{", '{"files": [{}]}', '{"files": 3}', "\udcff", '{"files": [null]}'])
def test_what_cannot_be_read_is_put_aside_and_a_new_one_begun(register: RegisterFile, text: str) -> None:
    register.path.parent.mkdir()
    spoilt = text.encode("utf-8", "surrogateescape")
    register.path.write_bytes(spoilt)
    assert register.files() == ()
    assert register.path.read_bytes() == spoilt
    register.enter(FILE)
    assert register.files() == (FILE,)
    assert register.path.with_suffix(".broken").read_bytes() == spoilt


def test_a_second_spoilt_register_does_not_cost_the_first(register: RegisterFile) -> None:
    register.path.parent.mkdir()
    for spoilt in ("one", "two"):
        register.path.write_text(spoilt)
        register.enter(FILE)
    kept = sorted(path.read_text() for path in register.path.parent.glob("*.broken*"))
    assert kept == ["one", "two"] and register.files() == (FILE,)


@pytest.mark.parametrize(
    ("name", "wrong"), [("score", True), ("score", "much"), ("title", 3), ("closed", "yesterday"), ("seat", "moon")]
)
def test_a_wrong_value_is_not_taken_for_a_right_one(register: RegisterFile, name: str, wrong: object) -> None:
    register.enter(FILE)
    raw = json.loads(register.path.read_text())
    raw["files"][0][name] = wrong
    register.path.write_text(json.dumps(raw))
    assert register.files() == ()


def test_a_newer_games_words_are_left_out(register: RegisterFile) -> None:
    register.enter(FILE)
    raw = json.loads(register.path.read_text())
    raw["files"][0]["weather"] = "rain"
    register.path.write_text(json.dumps(raw))
    assert register.files() == (FILE,)


def test_a_disk_that_refuses_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "closed.json").mkdir()
    register = RegisterFile(tmp_path / "closed.json" / "in" / "it.json")
    (tmp_path / "closed.json" / "in").write_text("no folder")
    register.enter(FILE)
    assert register.files() == ()


def test_a_register_that_cannot_be_opened_just_now_is_not_begun_anew(
    register: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else may hold it for a moment, as what looks for viruses does: all that was won would be put aside."""
    register.enter(FILE)

    def held(*_path: object, **_how: object) -> str:
        raise PermissionError("another program has it")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_text", held)
        register.enter(replace(FILE, game="two"))
        assert register.files() == ()
    assert register.files() == (FILE,) and not register.path.with_suffix(".broken").exists()
