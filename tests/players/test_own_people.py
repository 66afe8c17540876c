"""The Center's planner and its own people, and what directives about persons and hosts make it do."""

from dataclasses import replace

import pytest

from game.players.planner.center.outlook import CenterOutlook
from game.players.planner.center.own_people import look_into
from game.players.planner.plans import CenterPlan
from game.rules.definitions import Scenario
from game.rules.geography import Atlas
from game.rules.nouns import Post, Side
from game.rules.setup import Allegiances, new_game
from game.rules.state import GameState
from game.rules.view import CenterView, view_for
from game.scenario import find_packs, load


@pytest.fixture(scope="module")
def reiss() -> Scenario:
    return load("reiss-1937", find_packs())


@pytest.fixture(scope="module")
def paris() -> Scenario:
    return load("paris-1936", find_packs())


def start(scenario: Scenario) -> GameState:
    return new_game(scenario, Atlas(scenario.catalogue), 1, Allegiances.HISTORICAL)[0]


def outlook(scenario: Scenario, state: GameState) -> CenterOutlook:
    view = view_for(scenario, Atlas(scenario.catalogue), state, Side.CENTER)
    assert isinstance(view, CenterView)
    return CenterOutlook(view, CenterPlan())


def inspections(scenario: Scenario, state: GameState) -> dict[str, float]:
    """What it is worth to inspect each person, at best."""
    worths: dict[str, float] = {}
    for proposal in look_into(outlook(scenario, state)):
        target = proposal.order.target
        worths[target] = max(worths.get(target, proposal.worth), proposal.worth)
    return worths


def test_those_who_may_go_over_are_looked_into_the_more_the_more_moscow_suspects(reiss: Scenario) -> None:
    calm, uneasy = start(reiss), start(reiss)
    calm.center.paranoia, uneasy.center.paranoia = 0, 6
    assert inspections(reiss, uneasy)["efron"] > 0
    assert inspections(reiss, uneasy)["efron"] > inspections(reiss, calm)["efron"]


def test_who_is_known_to_be_steady_is_left_alone(reiss: Scenario) -> None:
    state = start(reiss)
    state.center.agents["efron"] = replace(state.center.agents["efron"], loyalty="steady")
    found = inspections(reiss, state)
    assert "efron" not in found and "mireille_abbiate" in found


def test_the_doubtful_come_before_the_unknown(reiss: Scenario) -> None:
    state = start(reiss)
    before = inspections(reiss, state)["efron"]
    state.center.agents["efron"] = replace(state.center.agents["efron"], loyalty="doubtful")
    assert inspections(reiss, state)["efron"] > before


def test_persons_whom_a_directive_names_are_hunted_near_its_day_only(reiss: Scenario) -> None:
    state = start(reiss)
    assert outlook(reiss, state).against_people == {}, "nothing has been asked for in the first week"
    state.turn = 4
    assert set(outlook(reiss, state).against_people) == {"landau", "hans_freund", "erwin_wolf"}


def test_a_directive_against_a_host_makes_pressing_worth_more(paris: Scenario) -> None:
    state = start(paris)
    assert outlook(paris, state).against_welcome("france", 5) == 0, "it is not asked for yet"
    state.turn = 12
    near, far = (outlook(paris, state).against_welcome("france", tolerance) for tolerance in (4, 6))
    assert near > far > 0
    assert outlook(paris, state).against_welcome("belgium", 5) == 0


@pytest.mark.parametrize(("name", "matters"), [("utka-1939", True), ("paris-1936", False)])
def test_to_be_inside_is_worth_less_to_who_could_never_strike(name: str, matters: bool) -> None:
    """Where the lone hand must be an officer, being inside is worth more to one; elsewhere it makes no difference."""
    scenario = load(name, find_packs())
    worths: dict[bool, float] = {}
    for officer in (True, False):
        state = start(scenario)
        person = max(state.center.agents, key=lambda agent: (state.bodies[agent].access == 4, agent))
        state.center.agents[person] = replace(state.center.agents[person], post=Post.ILLEGAL, legend=5, cover=5, officer=officer)
        papers = outlook(scenario, state)
        worths[officer] = papers.ring_worth(state.bodies[person], 1)
        state.bodies[person] = replace(state.bodies[person], access=1)
        assert (person in outlook(scenario, state).insiders) == (officer or not matters)
    assert worths[True] > 0
    assert (worths[False] < worths[True]) == matters
