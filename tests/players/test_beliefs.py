"""What a player of the Circle makes of the doubts in its files."""

from dataclasses import replace
from math import log

import pytest

from game.players import Planner
from game.players.planner import CirclePlan
from game.players.planner.circle.beliefs import beliefs
from game.players.tempered import skilled_plan
from game.rules.definitions import Scenario
from game.rules.geography import Atlas
from game.rules.nouns import Side
from game.rules.resolution import resolve_turn
from game.rules.setup import new_game
from game.rules.state import PAPER, Clue, Finding, Suspect
from game.rules.view import CircleView, view_for

FILES = CirclePlan()


@pytest.fixture
def view(utka: Scenario, atlas: Atlas) -> CircleView:
    view = view_for(utka, atlas, new_game(utka, atlas, 3)[0], Side.CIRCLE)
    assert isinstance(view, CircleView)
    return replace(view, turn=9)


def test_the_planner_goes_by_its_files(view: CircleView) -> None:
    assert beliefs(view, FILES) == {person: member.doubt / 10_000 for person, member in view.members.items()}


def test_time_clears_whoever_has_long_been_there(view: CircleView) -> None:
    person = next(iter(view.members))
    old, new = (replace(view.members[person], doubt=3000, joined=joined) for joined in (1, 9))
    plan = replace(FILES, time_clears=1)
    believed = [beliefs(replace(view, members={person: member}), plan)[person] for member in (old, new)]
    assert believed[0] == pytest.approx(3 / (3 + 7 * 9)), "eight turns on, the odds of 3 to 7 are a ninth of that"
    assert believed[1] == pytest.approx(0.3)


def test_who_is_where_the_old_man_lives_is_doubted_more(view: CircleView) -> None:
    areas = view.catalogue.areas
    changed = beliefs(view, replace(FILES, near_house=log(2)))
    for person, doubt in beliefs(view, FILES).items():
        near = areas[view.bodies[person].place] == areas[view.seat]
        assert changed[person] == pytest.approx(2 * doubt / (1 + doubt) if near else doubt)


def test_a_paper_speaks_for_whom_it_names(view: CircleView) -> None:
    named, other = list(view.members)[:2]
    doubted = dict.fromkeys((named, other), 5000)
    members = {person: replace(view.members[person], doubt=doubt) for person, doubt in doubted.items()}
    clues = (
        Clue(id=1, turn=5, operation="surveil", place=view.seat, suspects=(_suspect(other),)),
        Clue(id=2, turn=3, operation=PAPER, place=view.seat, suspects=(_suspect(named),)),
    )
    believed = beliefs(replace(view, members=members, clues=clues), replace(FILES, papers=log(4)))
    assert believed == pytest.approx({named: 1 / 5, other: 1 / 2})


def _suspect(person: str) -> Suspect:
    return Suspect(id=person, share=1000, before=5000, after=5000)


@pytest.mark.parametrize("known", ["", "clue", "finding"])
def test_nobody_is_named_on_hearsay_alone_by_whoever_gives_nothing_for_it(view: CircleView, known: str) -> None:
    person = "zborowski"
    members = {id_: replace(member, doubt=8500 if id_ == person else 0) for id_, member in view.members.items()}
    clue = Clue(id=1, turn=5, operation="surveil", place=view.seat, suspects=(_suspect(person),))
    finding = Finding(turn=5, person=person, vetter="naville", guilty=True, before=5000, after=8500)
    seen = replace(view, members=members, clues=(clue,) * (known == "clue"), findings=(finding,) * (known == "finding"))
    named = [
        {
            order.target
            for order in Planner(3, circle=replace(FILES, hearsay=hearsay)).choose(seen)
            if order.operation == "denounce"
        }
        for hearsay in (1, 0)
    ]
    assert named == [{person}, {person} if known else set()]


def test_what_is_certain_stays_so(view: CircleView) -> None:
    person = next(iter(view.members))
    plan = replace(FILES, heed=2, wary=1e6, time_clears=5, near_house=3)
    for doubt in (0, view.catalogue.numbers.doubt.cap * 100):
        known = replace(view, members={person: replace(view.members[person], doubt=doubt)})
        assert beliefs(known, plan)[person] == doubt / 10_000
    assert all(0 <= belief <= 1 for belief in beliefs(view, plan).values())


def test_the_skills_beliefs_are_nearer_to_the_truth_than_the_files(utka: Scenario, atlas: Atlas) -> None:
    """By the mean of the logarithm of what was believed of what was so, over all that stand on the roster in some games; 0.93
    of the files' loss over 24."""
    plans = (FILES, None)
    losses: tuple[list[float], list[float]] = ([], [])
    for seed in range(12):
        state, _ = new_game(utka, atlas, seed)
        players = {side: Planner(seed) for side in Side}
        while not state.is_over():
            view = view_for(utka, atlas, state, Side.CIRCLE)
            assert isinstance(view, CircleView)
            for loss, plan in zip(losses, plans, strict=True):
                skill = plan or skilled_plan(view, "normal")
                assert isinstance(skill, CirclePlan)
                for person, doubt in beliefs(view, skill).items():
                    so = person in state.center.agents
                    loss.append(-log(max(0.005, doubt if so else 1 - doubt)))
            orders = {side: player.choose(view_for(utka, atlas, state, side)) for side, player in players.items()}
            state, _ = resolve_turn(utka, atlas, state, orders)
    assert sum(losses[1]) < 0.97 * sum(losses[0])
