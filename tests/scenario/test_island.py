"""The island years: what burns, who is shot, which governments have second thoughts, and what nobody can be ordered to do."""

from dataclasses import replace

import pytest

from game.rules.definitions import Scenario
from game.rules.geography import Atlas
from game.rules.nouns import Status
from game.rules.resolution import resolve_turn
from game.rules.setup import new_game
from game.rules.state import GameState
from game.scenario import find_packs, load

ASKED_IN_VAIN = {"czechoslovakia": 4, "denmark": 4, "spain": 4, "france": 3}
"""The tolerance at which each of these countries has second thoughts."""


@pytest.fixture(scope="module")
def island() -> Scenario:
    return load("prinkipo-1929", find_packs())


def idle(scenario: Scenario, state: GameState) -> GameState:
    """The state after a turn in which nobody gives an order."""
    return resolve_turn(scenario, Atlas(scenario.catalogue), state, {})[0]


def begun(scenario: Scenario) -> GameState:
    return new_game(scenario, Atlas(scenario.catalogue), 1)[0]


def on(scenario: Scenario, day: str) -> GameState:
    """The state in the turn that holds a day, when nobody has given an order until then."""
    state = begun(scenario)
    while scenario.catalogue.days[state.turn + 1] <= day:
        state = idle(scenario, state)
    return state


def test_nobody_is_asked_to_kill_with_his_own_hand(island: Scenario) -> None:
    assert not {"lone_hand", "eliminate"} & set(island.catalogue.operations)


def test_the_fire_takes_the_walls_and_leaves_friends_in_the_town(island: Scenario) -> None:
    before, after = on(island, "1931-01-31"), on(island, "1931-03-01")
    assert after.circle.security["prinkipo_izzet_pasha"] < before.circle.security["prinkipo_izzet_pasha"]
    assert after.circle.sections.get("istanbul", 0) > before.circle.sections.get("istanbul", 0)


def test_who_carried_a_message_home_does_not_come_back(island: Scenario) -> None:
    assert on(island, "1929-10-31").bodies["blumkin"].status is Status.ACTIVE
    assert on(island, "1929-11-03").bodies["blumkin"].status is Status.GONE


@pytest.mark.parametrize(("country", "tolerance"), ASKED_IN_VAIN.items())
def test_a_country_that_is_asked_in_vain_says_no_only_once(island: Scenario, country: str, tolerance: int) -> None:
    state = begun(island)
    for expected in (tolerance - 2, tolerance):
        countries = state.public.countries
        countries[country] = replace(countries[country], tolerance=tolerance)
        state = idle(island, state)
        assert state.public.countries[country].tolerance == expected
