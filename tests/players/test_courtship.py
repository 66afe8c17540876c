"""Whom the Center's planner courts, and whom it asks: by the weights `courtship` and `keep_friend`."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from game.players.planner import CenterPlan
from game.players.planner.center.inside import get_inside
from game.players.planner.center.outlook import CenterOutlook
from game.players.planner.proposals import Proposal, Thought
from game.rules.geography import Atlas
from game.rules.nouns import HOUSEHOLD, Side
from game.rules.setup import new_game
from game.rules.state import Sighting
from game.rules.view import CenterView, view_for
from game.scenario import find_packs, load

AGENT, FRIEND, OTHER, STEADFAST = "refugee_lady", "prison_doctor", "night_warder", "guard_captain"
NO_SPONSORS = CenterPlan(towards_sponsor=0)
EAGER = CenterPlan(mole_at_seat=60)


@pytest.fixture(scope="module")
def view() -> CenterView:
    """The Center's view of the prison, with three of its people in sight, of whom one can never be won."""
    scenario = load("gnome-1940", find_packs())
    atlas = Atlas(scenario.catalogue)
    plain = view_for(scenario, atlas, new_game(scenario, atlas, 1)[0], Side.CENTER)
    assert isinstance(plain, CenterView)
    seen = {one: Sighting(id=one, place="lecumberri", access=HOUSEHOLD, turn=1) for one in (FRIEND, OTHER, STEADFAST)}
    faces = {**plain.faces, **{one: plain.faces[AGENT] for one in (FRIEND, OTHER) if one not in plain.faces}}
    return replace(plain, sightings=seen, faces=faces, funds=9)


def worths(view: CenterView, plan: CenterPlan, operation: str) -> dict[str, float]:
    """What it is worth to the agent to do this to each person."""
    return {
        proposal.order.target: proposal.worth
        for proposal in worked_out(get_inside(CenterOutlook(view, plan)))
        if proposal.order.agent == AGENT and proposal.order.operation == operation
    }


def worked_out(thoughts: Iterable[Thought]) -> Iterable[Proposal]:
    for thought in thoughts:
        proposal = thought if isinstance(thought, Proposal) else thought[2]()
        if proposal is not None:
            yield proposal


def known_to_agent(view: CenterView, **contacts: int) -> CenterView:
    file = replace(view.agents[AGENT], contacts=tuple(contacts.items()))
    return replace(view, agents={**view.agents, AGENT: file})


def test_whom_nothing_can_win_is_courted_by_the_planner_and_not_by_whoever_asks_what_may_come_of_it(view: CenterView) -> None:
    view = known_to_agent(view, guard_captain=2)
    view = replace(view, sightings={STEADFAST: view.sightings[STEADFAST]})
    assert worths(view, NO_SPONSORS, "cultivate").get(STEADFAST, 0) > 0
    assert worths(view, replace(NO_SPONSORS, courtship=0.3), "cultivate").get(STEADFAST, 0) <= 0


def test_who_can_be_won_is_courted(view: CenterView) -> None:
    view = known_to_agent(view, prison_doctor=2)
    few, many = (worths(view, replace(NO_SPONSORS, courtship=courtship), "cultivate")[FRIEND] for courtship in (0.1, 0.3))
    assert 0 < few < many


def test_the_best_friend_in_the_house_is_kept_for_the_lone_hand(view: CenterView) -> None:
    bodies = {**view.bodies, AGENT: replace(view.bodies[AGENT], place="lecumberri", access=HOUSEHOLD)}
    view = replace(known_to_agent(view, prison_doctor=3), bodies=bodies, preparation=4, track=7)
    assert worths(view, EAGER, "recruit").get(FRIEND, 0) > 0
    assert worths(view, replace(EAGER, keep_friend=1), "recruit").get(FRIEND, 0) <= 0


def test_where_there_is_another_friend_as_good_either_may_be_asked(view: CenterView) -> None:
    bodies = {**view.bodies, AGENT: replace(view.bodies[AGENT], place="lecumberri", access=HOUSEHOLD)}
    view = replace(known_to_agent(view, prison_doctor=3, night_warder=3), bodies=bodies, preparation=4, track=7)
    assert worths(view, replace(EAGER, keep_friend=1), "recruit") == worths(view, EAGER, "recruit") != {}
