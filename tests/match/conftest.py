"""The scenario that the games of these tests are played in, and a game played some way."""

from collections.abc import Callable, Mapping

import pytest

from game.match import PERSON, Match
from game.rules.definitions import Scenario
from game.rules.geography import Atlas
from game.rules.nouns import Side

RANDOM: Mapping[Side, str] = {Side.CENTER: "random", Side.CIRCLE: "random"}


@pytest.fixture(scope="session")
def scenario(utka: Scenario) -> Scenario:
    return utka


@pytest.fixture
def play(scenario: Scenario, atlas: Atlas) -> Callable[..., Match]:
    """Plays a game between two random players for so many turns, or to its end. Persons hold with everybody."""

    def play_(seed: int, turns: int = 99, seats: Mapping[Side, str] = RANDOM) -> Match:
        match = Match.new(scenario, seed, seats=seats, atlas=atlas)
        while not match.is_over() and match.turn <= turns:
            for side in Side:
                if match.seats.of(side) == PERSON:
                    match.submit(side, ())
            match.resolve()
        return match

    return play_
