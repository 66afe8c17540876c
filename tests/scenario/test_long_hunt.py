"""The ten years: what they take over from the scenarios of a few of them and who may kill when."""

import pytest

from game.rules.definitions import Scenario
from game.rules.geography import Atlas
from game.rules.nouns import Skill, Status
from game.rules.resolution import resolve_turn
from game.rules.setup import new_game
from game.rules.state import GameState
from game.scenario import find_packs, load

BEFORE_THE_ORDER = "1935-01-31"
STRONG = 3


@pytest.fixture(scope="module")
def hunt() -> Scenario:
    return load("long-hunt-1929", find_packs())


@pytest.fixture(scope="module")
def years(hunt: Scenario) -> list[GameState]:
    """Every turn of a game in which nobody gives an order, from the first to the last."""
    atlas = Atlas(hunt.catalogue)
    states = [new_game(hunt, atlas, 1)[0]]
    while not states[-1].is_over():
        states.append(resolve_turn(hunt, atlas, states[-1], {})[0])
    return states


def test_what_two_scenarios_tell_is_told_again_and_what_is_only_true_of_a_house_is_not(hunt: Scenario) -> None:
    island = load("prinkipo-1929", find_packs()).setup.events
    visa = load("visa-1933", find_packs()).setup.events
    told = hunt.setup.events
    assert set(island) <= set(told)
    assert {"kirov", "pact", "spain", "trial"} <= set(told) & set(visa)
    assert {"visitors", "motorcycle", "burglary"} & set(told) == set()


def test_no_strong_officer_is_there_before_the_order_but_one_who_is_shot(hunt: Scenario, years: list[GameState]) -> None:
    officers = {person.id for person in hunt.setup.people.values() if person.skills.get(Skill.FORCE, 0) >= STRONG}
    assert "serebryansky" in officers
    for state in years:
        if hunt.catalogue.days[state.turn] <= BEFORE_THE_ORDER:
            active = {id_ for id_ in state.center.agents if state.bodies[id_].status is Status.ACTIVE}
            assert active & officers <= {"blumkin"}
