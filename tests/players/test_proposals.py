"""What goals only hint at is worth no more than they say, and what is picked is the same as if all had been worked out."""

from collections.abc import Iterator

import pytest

from game.players.planner import CenterPlan, CirclePlan, Planner
from game.players.planner.center import center_thoughts
from game.players.planner.center.outlook import CenterOutlook
from game.players.planner.circle import circle_thoughts
from game.players.planner.circle.outlook import CircleOutlook
from game.players.planner.proposals import Proposal, Thought, pick
from game.rules.dice import Dice
from game.rules.geography import Atlas
from game.rules.nouns import Side
from game.rules.resolution import play_turn
from game.rules.setup import new_game
from game.rules.view import CenterView, View, view_for
from game.scenario import find_packs, load

Reckoned = tuple[CenterOutlook | CircleOutlook, list[Thought]]


def views(id_: str, seed: int) -> Iterator[View]:
    """Every view of a game between planners."""
    scenario = load(id_, find_packs())
    atlas = Atlas(scenario.catalogue)
    state, _ = new_game(scenario, atlas, seed)
    planners = {side: Planner(seed) for side in Side}
    while not state.is_over():
        seen = {side: view_for(scenario, atlas, state, side) for side in Side}
        yield from seen.values()
        state = play_turn(scenario, atlas, state, {side: planners[side].choose(view) for side, view in seen.items()})


def reckon(view: View) -> Reckoned:
    if isinstance(view, CenterView):
        center = CenterOutlook(view, CenterPlan())
        return center, list(center_thoughts(center))
    circle = CircleOutlook(view, CirclePlan())
    return circle, list(circle_thoughts(circle))


def worked_out(thoughts: list[Thought]) -> Iterator[tuple[float, Proposal]]:
    """Each proposal with the most that it was said to be worth."""
    for thought in thoughts:
        if isinstance(thought, Proposal):
            yield thought.worth, thought
        else:
            most, agent, work_out, kind = thought
            proposal = work_out()
            if proposal is not None:
                assert (proposal.order.agent, proposal.kind) == (agent, kind)
                yield most, proposal


@pytest.mark.parametrize("scenario", ["utka-1939", "paris-1936", "long-hunt-1929"])
def test_ideas_promise_enough_and_change_nothing_in_what_is_picked(scenario: str) -> None:
    ideas = 0
    for view in views(scenario, 5):
        outlook, thoughts = reckon(view)
        everything = list(worked_out(thoughts))
        for most, proposal in everything:
            assert proposal.worth <= max(most, 0), proposal
        ideas += sum(isinstance(thought, tuple) for thought in thoughts)
        proposals = [proposal for _, proposal in everything]
        assert pick(outlook, thoughts, outlook.holding_worth, Dice(3)) == pick(outlook, proposals, outlook.holding_worth, Dice(3))
    assert ideas > 100
