"""What every test needs: no window, no sound, whatever machine it runs on."""

import os

import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

from game.rules.definitions import Scenario
from game.rules.geography import Atlas
from game.scenario import find_packs, load


@pytest.fixture(scope="session")
def utka() -> Scenario:
    """The shipped scenario, read once."""
    return load("utka-1939", find_packs())


@pytest.fixture(scope="session")
def atlas(utka: Scenario) -> Atlas:
    """The journeys of the shipped scenario."""
    return Atlas(utka.catalogue)
