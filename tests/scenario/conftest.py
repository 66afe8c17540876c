"""Packs made for a test: the shipped content, and a mod beside it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.resources import content_folder
from game.scenario import Packs, find_packs

Write = Callable[[str, str], Path]


@pytest.fixture
def mods(tmp_path: Path) -> Path:
    """A mods folder with one mod in it, called `mine`."""
    (tmp_path / "mods" / "mine").mkdir(parents=True)
    (tmp_path / "mods" / "mine" / "mod.yaml").write_text("id: mine\ntitle: Mine\n")
    return tmp_path / "mods"


@pytest.fixture
def write(mods: Path) -> Write:
    """Writes a file of the mod."""

    def write(name: str, text: str) -> Path:
        path = mods / "mine" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def packs(mods: Path) -> Packs:
    """The shipped content and the mod."""
    return find_packs(content_folder(), mods)
