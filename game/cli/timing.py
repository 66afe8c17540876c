"""Processes that are started to be measured: until a word comes from one, or until it has said what it measured."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from game.cli.problems import CannotRunError

_PATIENCE = 900


@dataclass(frozen=True, slots=True)
class Child:
    """How measured processes are started: their environment, and a folder that is thrown away."""

    environment: Mapping[str, str]
    scratch: Path

    def until_word(self, arguments: Sequence[str], word: str, *, extra: Mapping[str, str] | None = None) -> float:
        """Seconds from the start of a Python process until it prints a word; then it is ended.

        Raises:
            CannotRunError: it ended without the word.
        """
        began = perf_counter()
        with self._started(arguments, extra or {}) as child:
            assert child.stdout is not None, "its output is a pipe"
            for line in child.stdout:
                if line.strip() == word:
                    taken = perf_counter() - began
                    child.kill()
                    return taken
            _, said = child.communicate()
        raise CannotRunError(f"a measured process ended early: {_last_line(said)}")

    def result(self, arguments: Sequence[str]) -> dict[str, Any]:
        """What a Python process prints as JSON on its last line.

        Raises:
            CannotRunError: it failed, or took more than a quarter of an hour.
        """
        with self._started(arguments, {}) as child:
            try:
                printed, said = child.communicate(timeout=_PATIENCE)
            except subprocess.TimeoutExpired:
                child.kill()
                raise CannotRunError(f"a measured process took more than {_PATIENCE} s") from None
        try:
            if child.returncode == 0:
                found: dict[str, Any] = json.loads(printed.splitlines()[-1])
                return found
        except (IndexError, ValueError):
            pass
        raise CannotRunError(f"a measured process failed: {_last_line(said)}")

    def _started(self, arguments: Sequence[str], extra: Mapping[str, str]) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**self.environment, **extra},
        )


def plain_environment(scratch: Path) -> tuple[dict[str, str], bool]:
    """The environment of measured processes, and whether there is no display, so that they have none either.

    Compiled modules go to the scratch folder, so that it does not matter whether this folder may be written, and the game
    keeps what it keeps there too. No sound is played.
    """
    environment = dict(os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.pop("UTKA_TRACE", None)
    environment |= {
        "PYTHONPYCACHEPREFIX": str(scratch / "compiled"),
        "PYGAME_HIDE_SUPPORT_PROMPT": "1",
        "SDL_AUDIODRIVER": "dummy",
    }
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        environment[name] = str(scratch / name.lower())
    bare = sys.platform.startswith("linux") and not any(
        environment.get(name) for name in ("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY")
    )
    if bare:
        environment["SDL_VIDEODRIVER"] = "dummy"
    return environment, bare


def _last_line(said: str) -> str:
    lines = said.strip().splitlines()
    return lines[-1][:300] if lines else "it said nothing"
