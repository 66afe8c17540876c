"""What several tests of the window open."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.rules.definitions import Scenario
from game.rules.geography import Atlas as Journeys
from game.rules.nouns import Side
from game.rules.setup import new_game
from game.rules.state import GameState
from tests.ui.desks import Desk


@pytest.fixture
def open_desk(tmp_path: Path, utka: Scenario, atlas: Journeys) -> Iterator[Callable[..., Desk]]:
    def make(side: Side, state: GameState | None = None, **window: object) -> Desk:
        return Desk(tmp_path, utka, atlas, state or new_game(utka, atlas, 4)[0], side, **window)

    yield make
    pygame.display.quit()
