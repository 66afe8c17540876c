"""What several tests of the window open."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.match import Match
from game.rules.definitions import Scenario
from game.rules.geography import Atlas as Journeys
from game.rules.nouns import Side
from game.rules.setup import new_game
from game.rules.state import GameState
from game.ui.archives import Archives
from game.ui.map.ground import Grounds
from game.ui.office import Office
from game.ui.presenters.revelations.dossier import Dossier
from tests.ui.desks import Desk
from tests.ui.plain import PlainPainter


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache folder of somebody who has played before: plates are painted and scenarios listed once for all tests."""
    own = tmp_path_factory.getbasetemp()
    return (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "cache"


@pytest.fixture(autouse=True)
def plain_plates(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Plates of one colour, but where a test is marked to be about plates: nothing of a game is on them, and a painted one
    takes longer than all else in a window."""
    if request.node.get_closest_marker("plates") is None:
        for way in ("_painter", "_city_painter"):
            monkeypatch.setattr(Grounds, way, lambda self, style, *rest: PlainPainter(style))


@pytest.fixture
def open_desk(tmp_path: Path, cache: Path, utka: Scenario, atlas: Journeys) -> Iterator[Callable[..., Desk]]:
    def make(side: Side, state: GameState | None = None, **window: object) -> Desk:
        return Desk(tmp_path, cache, utka, atlas, state or new_game(utka, atlas, 4)[0], side, **window)

    yield make
    pygame.display.quit()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Iterator[Office]:
    """An office with folders of its own for what is kept."""
    pygame.display.init()
    pygame.font.init()
    folder = tmp_path_factory.mktemp("office")
    yield Office(saves=folder / "saves", cache=cache, kept=folder / "kept")
    pygame.display.quit()


@pytest.fixture(scope="module")
def dossier(office: Office, finished: Match) -> Dossier:
    """The finished game, its secrets open."""
    return Archives(office, finished.scenario).dossier(finished.record())
