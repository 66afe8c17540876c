"""`utka rulebook`: the standard book, a scenario's book, and one clear line for whatever is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.cli.app import run
from game.resources import content_folder
from game.rulebook.shipped import BOOK

Write = Callable[[str, str], Path]

BRIBE = """\
use: [utka-1939/scenario.yaml]
id: mine
title: Mine
step: week
turns: 74
sides: {center: The Hounds}
numbers: {signals: {circle: 9}}
operations:
  raid: null
  bribe:
    side: center
    name: Bribe
    phase: contact
    icon: id-card
    target: contact
    cost: 2
    needs: [{is: there, of: target}]
    success: {base: 35, plus: [{stat: charm, per: 6}]}
    do: [{rapport: target, add: 2}]
    summary: rapport +2 for money
"""


def test_without_a_scenario_it_prints_the_shipped_book(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rulebook"]) == 0
    assert capsys.readouterr().out == (content_folder() / BOOK).read_text(encoding="utf-8")


def test_it_writes_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "book.md"
    assert run(["rulebook", "utka-1939", "--out", str(out)]) == 0
    assert not capsys.readouterr().out
    assert out.read_text(encoding="utf-8").startswith("<!-- Written by `utka rulebook utka-1939`")


def test_a_mods_rules_are_told_as_they_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "scenario.yaml").write_text(BRIBE, encoding="utf-8")
    assert run(["rulebook", str(tmp_path / "mine")]) == 0
    book = capsys.readouterr().out
    assert "# The rulebook of UTKA: Mine" in book and "The Center is called The Hounds" in book and "A turn is a week." in book
    assert "Raid.**" not in book and "the Circle 9, and 7 while" in book.replace("\n", " ")
    assert " Bribe.**" in book and "| then |" not in book[book.index(" Bribe.**") : book.index("## 6.")]
    assert "rapport with the target +2" in book
    assert "8 % a month (2 % in a turn of this scenario)" in book.replace("\n", " ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("rulebook", "utka-1940"), "there is no scenario 'utka-1940'; did you mean 'utka-1939'?"),
        (("rulebook", "--out", "/no/such/folder/book.md"), "/no/such/folder/book.md"),
    ],
)
def test_what_cannot_be_written_gets_one_line(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str) -> None:
    assert run(arguments) == 2
    error = capsys.readouterr().err
    assert words in error and error.startswith("utka: ") and error.count("\n") == 1


def test_a_scenario_with_mistakes_gets_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "scenario.yaml").write_text(BRIBE.replace("cost: 2", "cost: two"), encoding="utf-8")
    assert run(["rulebook", str(tmp_path / "mine")]) == 2
    error = capsys.readouterr().err
    assert "operations.bribe.cost" in error and error.count("\n") == 1
