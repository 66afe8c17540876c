"""`utka bench`: it runs without a display, measures in processes of their own, and its keys stay."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
TINY = ("--size", "1024x640", "--frame-size", "1024x640", "--runs", "1", "--frames", "10", "--idle", "0.1", "--turns", "1")


def bench(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    here = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")}
    command = [sys.executable, "-m", "game", "bench", *arguments]
    return subprocess.run(command, cwd=ROOT, env=here | environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def figures() -> dict[str, Any]:
    ran = bench("--json", *TINY)
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == ""
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


@pytest.mark.soak
def test_the_keys_stay(figures: dict[str, Any]) -> None:
    assert set(figures) == {
        "version", "python", "system", "cores", "load_average", "display", "start", "game", "frames", "idle", "memory",
        "load", "resolution",
    }  # fmt: skip
    assert set(figures["start"]) == {"runs", "bare", "title", "title_ratio"}
    assert set(figures["game"]) == {"size", "list_first", "list", "first", "again", "again_ratio", "resume", "resume_ratio"}
    assert set(figures["frames"]) == {
        "size", "count", "median_ms", "p99_ms", "most_ms", "within_8_ms", "processor_median_ms", "processor_p99_ms",
        "processor_within_8_ms",
    }  # fmt: skip
    assert set(figures["idle"]) == {"seconds", "most", "screens"}
    assert set(figures["memory"]) == {"size", "title", "game", "most"}
    assert set(figures["load"]) == {"scenario", "files", "read", "list_unchanged"}
    assert set(figures["resolution"]) == {"scenario", "player", "turns", "orders_ms", "resolve_ms"}


@pytest.mark.soak
def test_it_says_that_there_was_no_display(figures: dict[str, Any]) -> None:
    assert figures["display"] == "none: SDL's dummy driver"


@pytest.mark.soak
def test_the_figures_are_of_what_was_asked_for(figures: dict[str, Any]) -> None:
    assert figures["start"]["runs"] == 1 and figures["start"]["bare"] > 0
    assert figures["start"]["title_ratio"] == pytest.approx(figures["start"]["title"] / figures["start"]["bare"])
    assert figures["game"]["size"] == figures["frames"]["size"] == "1024x640"
    assert figures["frames"]["count"] >= 10 and 0 <= figures["frames"]["within_8_ms"] <= 1
    assert {"title", "new-game", "desk-center", "month-circle", "verdict"} <= set(figures["idle"]["screens"])
    assert figures["idle"]["most"] == max(figures["idle"]["screens"].values())
    assert figures["resolution"]["turns"] == 1 and figures["load"]["files"] > 5
    if sys.platform == "linux":
        assert 0 < figures["memory"]["title"] < figures["memory"]["game"] <= figures["memory"]["most"]


def test_a_window_that_cannot_be_opened_is_one_clear_line() -> None:
    ran = bench("--runs", "1", SDL_VIDEODRIVER="nonesuch")
    assert ran.returncode == 2
    assert ran.stderr.startswith("utka: a measured process ended early: ") and len(ran.stderr.splitlines()) == 1
    assert bench("--size", "10x10").returncode == 2
