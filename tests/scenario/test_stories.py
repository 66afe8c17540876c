"""What the shipped scenarios tell: it has sources, it plays to its end, and governments do what their events say."""

from dataclasses import replace

import pytest

from game.match.match import Match
from game.rules.definitions import Scenario
from game.rules.geography import Atlas
from game.rules.nouns import Side
from game.rules.resolution import resolve_turn
from game.rules.setup import Allegiances, new_game
from game.rules.state import GameState
from game.scenario import find_packs, load

SHIPPED = find_packs()
ASKED_IN_VAIN = {"turkey": 5, "denmark": 4, "belgium": 4, "usa": 4, "mexico": 4}
"""The tolerance at which each of these countries has second thoughts."""


@pytest.fixture(scope="module")
def visa() -> Scenario:
    """The scenario in which governments decide most."""
    return load("visa-1933", SHIPPED)


def idle(scenario: Scenario, state: GameState) -> GameState:
    """The state after a turn in which nobody gives an order."""
    return resolve_turn(scenario, Atlas(scenario.catalogue), state, {})[0]


@pytest.mark.parametrize("name", SHIPPED.scenario_ids())
def test_all_that_happens_and_all_that_is_asked_for_has_sources(name: str) -> None:
    setup = load(name, SHIPPED).setup
    told = (*setup.events.values(), *setup.directives.values(), *setup.aims.values())
    assert [item.id for item in told if not item.sources] == []


@pytest.mark.parametrize("name", SHIPPED.scenario_ids())
def test_two_planners_play_it_to_a_verdict(name: str) -> None:
    match = Match.new(load(name, SHIPPED), 5, Allegiances.HISTORICAL, dict.fromkeys(Side, "planner"))
    while not match.is_over():
        match.resolve()
    assert match.verdict is not None


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_circle_that_asks_no_government_is_deported_before_the_end(visa: Scenario, seed: int) -> None:
    state, _ = new_game(visa, Atlas(visa.catalogue), seed)
    while not state.is_over():
        state = idle(visa, state)
    verdict = state.public.verdict
    assert verdict is not None
    assert verdict.id == "deported"
    assert verdict.turn < visa.catalogue.turns


@pytest.mark.parametrize(("country", "tolerance"), ASKED_IN_VAIN.items())
def test_a_country_that_is_asked_in_vain_says_no_only_once(visa: Scenario, country: str, tolerance: int) -> None:
    undated = {id_: event for id_, event in visa.setup.events.items() if not event.date}
    quiet = replace(visa, setup=replace(visa.setup, events=undated))  # nothing of the month itself
    state, _ = new_game(quiet, Atlas(quiet.catalogue), 1)
    for expected in (tolerance - 2, tolerance):
        countries = state.public.countries
        countries[country] = replace(countries[country], tolerance=tolerance)
        state = idle(quiet, state)
        assert state.public.countries[country].tolerance == expected
