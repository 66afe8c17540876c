"""The command line as another process has it: pipes that close, terminals that cannot show a name, interrupts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import check
from game.cli.app import run

UTKA = (sys.executable, "-m", "game")


def environment(**more: str) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "PYTHONUTF8"} | more


def test_names_are_written_as_utf8_whatever_the_system_writes_in(tmp_path: Path) -> None:
    spoken = environment(PYTHONIOENCODING="cp437", PYTHONUTF8="0")
    done = subprocess.run([*UTKA, "list", "--json"], capture_output=True, env=spoken, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "1927–" in done.stdout.decode("utf-8")


def test_a_reader_who_goes_away_is_no_mistake() -> None:
    with subprocess.Popen([*UTKA, "schema", "--kind", "scenario"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as asked:
        assert asked.stdout is not None and asked.stderr is not None
        asked.stdout.close()
        said = asked.stderr.read()
    assert (asked.returncode, said) == (0, b"")


def test_an_interrupt_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "check_scenario", interrupted)
    assert run(["check", "utka-1939"]) == 2
    assert capsys.readouterr().err == "utka: stopped\n"


@pytest.mark.parametrize(("wrong", "said"), [("missing/deep.json", "there is no such folder"), (".", "is a folder")])
def test_where_figures_go_is_looked_at_before_anything_is_played(
    wrong: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["simulate", "utka-1939", "-n", "100000", "--json", wrong, "--report", "kept"]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "kept").exists()
