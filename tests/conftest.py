"""What every test needs: no window, no sound, whatever machine it runs on."""

import os
from typing import Any

import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

from game.match import Match
from game.rules.definitions import Scenario
from game.rules.events import EventKind
from game.rules.geography import Atlas
from game.rules.nouns import Side
from game.scenario import find_packs, load


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Tests of one file stay together as far as that keeps every process busy, as they share what has been got ready."""
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log)


@pytest.fixture(scope="session")
def utka() -> Scenario:
    """The shipped scenario, read once."""
    return load("utka-1939", find_packs())


@pytest.fixture(scope="session")
def atlas(utka: Scenario) -> Atlas:
    """The journeys of the shipped scenario."""
    return Atlas(utka.catalogue)


@pytest.fixture(scope="session")
def finished(utka: Scenario) -> Match:
    """A game that two planners have played to its end: he is killed, and a mole and an innocent were named."""
    wanted = {EventKind.DENOUNCED, EventKind.WRONGLY_DENOUNCED}
    for seed in range(1, 100):
        match = Match.new(utka, seed, seats=dict.fromkeys(Side, "planner"))
        while not match.is_over():
            match.resolve()
        verdict = match.truth().public.verdict
        kinds = {event.kind for event in match.record().events()}
        if verdict is not None and verdict.id.startswith("killed") and wanted <= kinds:
            return match
    raise AssertionError("no such game among a hundred")
