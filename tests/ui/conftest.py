"""What several tests of the window open."""

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.match import Match
from game.rules.definitions import Scenario
from game.rules.geography import Atlas as Journeys
from game.rules.nouns import Side
from game.rules.setup import new_game
from game.rules.state import GameState
from game.scenario import Packs, find_packs, library, loading, plate_list
from game.scenario.loading import Examination, examine
from game.scenario.plates import PlateReading, read_plates
from game.ui.archives import Archives
from game.ui.map.ground import Grounds
from game.ui.office import Office
from game.ui.presenters.revelations.dossier import Dossier
from tests.ui.desks import Desk
from tests.ui.plain import PlainPainter


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache folder of somebody who has played before: plates are painted and scenarios listed once for all tests."""
    own = tmp_path_factory.getbasetemp()
    return (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "cache"


SHIPPED = find_packs()


@cache
def examined(name: str) -> Examination:
    """What is found in a shipped scenario; its files stay as they are while tests run."""
    return examine(name, SHIPPED)


def examined_once(name: str, packs: Packs, *rest: Any) -> Examination:
    """As `examine`, but shipped scenarios are read and checked once for all tests of the window."""
    return examined(name) if packs == SHIPPED and isinstance(name, str) else examine(name, packs, *rest)


@cache
def shipped_plates() -> tuple[PlateReading, ...]:
    """The shipped city plates."""
    return tuple(read_plates(SHIPPED))


def plates_once(packs: Packs) -> tuple[PlateReading, ...]:
    """As `read_plates`, but the shipped ones are read once for all tests of the window."""
    return shipped_plates() if packs == SHIPPED else tuple(read_plates(packs))


@pytest.fixture(autouse=True, scope="module")
def patching() -> Iterator[pytest.MonkeyPatch]:
    """What is stood in for in every test of the window."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        for module in (library, loading):
            monkeypatch.setattr(module, "examine", examined_once)
        monkeypatch.setattr(plate_list, "read_plates", plates_once)
        yield monkeypatch


@pytest.fixture(autouse=True, scope="module")
def plain_plates(request: pytest.FixtureRequest, patching: pytest.MonkeyPatch) -> None:
    """Plates of one colour, but where a test is marked to be about plates: nothing of a game is on them, and a painted one
    takes longer than all else in a window."""
    if request.node.get_closest_marker("plates") is None:
        for way in ("_painter", "_city_painter"):
            patching.setattr(Grounds, way, lambda self, style, *rest: PlainPainter(style))


@pytest.fixture(scope="module")
def bare_display() -> Iterator[None]:
    """A display for tests that draw without a window of the game."""
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((64, 64))
    yield
    pygame.display.quit()


@pytest.fixture
def open_desk(tmp_path: Path, cache_folder: Path, utka: Scenario, atlas: Journeys) -> Iterator[Callable[..., Desk]]:
    def make(side: Side, state: GameState | None = None, **window: object) -> Desk:
        return Desk(tmp_path, cache_folder, utka, atlas, state or new_game(utka, atlas, 4)[0], side, **window)

    yield make
    pygame.display.quit()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, cache_folder: Path) -> Iterator[Office]:
    """An office with folders of its own for what is kept."""
    pygame.display.init()
    pygame.font.init()
    folder = tmp_path_factory.mktemp("office")
    yield Office(saves=folder / "saves", cache=cache_folder, kept=folder / "kept")
    pygame.display.quit()


@pytest.fixture(scope="module")
def dossier(office: Office, finished: Match) -> Dossier:
    """The finished game, its secrets open."""
    return Archives(office, finished.scenario).dossier(finished.record())
