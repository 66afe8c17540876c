"""Decisions measured: the same points whatever the number of processes, judged on other games than they were chosen by."""

import json
from dataclasses import replace
from math import sqrt
from pathlib import Path
from random import Random

import pytest

from game.match.choices import as_json, as_markdown, weigh_choices
from game.match.decisions import (
    Decision,
    DecisionPlan,
    Difference,
    decisions_ledger,
    measure_decisions,
    measure_point,
)
from game.match.labour import Crew
from game.players.search.candidates import Candidate, Origin, planned_sets, random_sets, varied_sets
from game.rules.definitions import Scenario
from game.rules.dice import Dice
from game.rules.geography import Atlas
from game.rules.legality import refuse_set
from game.rules.nouns import Side
from game.rules.resolution import resolve_turn
from game.rules.setup import new_game
from game.rules.view import view_for
from tests.playing import random_turns

PLAN = DecisionPlan(points=3, seed=3, rollouts=8)


@pytest.fixture
def short(scenario: Scenario) -> Scenario:
    """The scenario's first turns, so that roll-outs are soon over."""
    return replace(scenario, catalogue=replace(scenario.catalogue, turns=2))


def figures(scenario: Scenario, plan: DecisionPlan, jobs: int) -> str:
    decisions = measure_decisions(scenario, plan, crew=Crew(jobs=jobs))
    words = as_json(decisions, scenario.catalogue)
    del words["seconds"], words["points_per_second"]
    return json.dumps(words, sort_keys=True) + as_markdown(decisions, scenario.catalogue)


def test_one_process_or_two_measure_the_same(short: Scenario) -> None:
    assert figures(short, PLAN, 1) == figures(short, PLAN, 2)


def test_sides_take_turns_and_all_turns_come_up(short: Scenario, atlas: Atlas) -> None:
    points = [measure_point(short, atlas, PLAN, number) for number in range(1, 7)]
    assert [point.side for point in points] == [Side.CENTER, Side.CIRCLE] * 3
    assert {point.turn for point in points} == {1, 2}
    assert measure_point(short, atlas, replace(PLAN, seed=4), 1) != points[0]
    assert measure_point(short, atlas, replace(PLAN, points=99), 1) == points[0], "a point does not depend on the others"


def test_an_interrupted_measurement_goes_on(short: Scenario, tmp_path: Path) -> None:
    def interrupt(done: int, _: int) -> None:
        if done >= 2:
            raise KeyboardInterrupt

    said: list[str] = []
    ledger = decisions_ledger(tmp_path, short, PLAN, said.append)
    first = measure_decisions(short, PLAN, crew=Crew(), ledger=ledger, on_progress=interrupt)
    assert first.stopped and first.fresh == 2
    second = measure_decisions(short, PLAN, crew=Crew(), ledger=ledger)
    assert (second.fresh, len(second.points)) == (1, 3) and len(said) == 1
    assert second.points == measure_decisions(short, PLAN, crew=Crew()).points
    finer = replace(PLAN, points=1, rollouts=9)
    again = measure_decisions(short, finer, crew=Crew(), ledger=decisions_ledger(tmp_path, short, finer, said.append))
    assert again.fresh == 1 and "another number of roll-outs" in said[-1]


def test_too_few_rollouts_are_refused(short: Scenario) -> None:
    with pytest.raises(ValueError, match="at least 8"):
        measure_decisions(short, replace(PLAN, rollouts=7), crew=Crew())


def test_every_set_is_legal_and_no_two_are_the_same(scenario: Scenario, atlas: Atlas) -> None:
    dice = Dice(9)
    origins: set[Origin] = set()
    for number, (state, _, _) in enumerate(random_turns(scenario, atlas, 5)):
        side = (Side.CENTER, Side.CIRCLE)[number % 2]
        view = view_for(scenario, atlas, state, side)
        planned, anything = planned_sets(view, dice), random_sets(view, dice)
        varied = varied_sets(view, planned[0], [*planned, *anything], dice)
        sets = [*planned, *varied]
        assert planned and anything
        assert all(not refuse_set(view, candidate.orders) for candidate in (*sets, *anything))
        assert len({candidate.orders for candidate in sets}) == len(sets)
        assert all(_differ_by_one(candidate, planned[0]) for candidate in varied)
        origins.update(candidate.origin for candidate in (*sets, *anything))
    assert origins == set(Origin)


def _differ_by_one(one: Candidate, other: Candidate) -> bool:
    ours, theirs = set(one.orders), set(other.orders)
    return max(len(ours - theirs), len(theirs - ours)) == 1


def test_what_cannot_be_won_any_more_makes_no_difference(scenario: Scenario, atlas: Atlas) -> None:
    """In a game of one turn in which nobody can strike, all sets score nearly alike."""
    single = replace(scenario, catalogue=replace(scenario.catalogue, turns=1))
    state, _ = new_game(single, atlas, 1)
    after, _ = resolve_turn(single, atlas, state, {})
    assert after.is_over()
    point = measure_point(single, atlas, PLAN, 1)
    assert point.turn == 1 and abs(point.over_random.mean) < 0.1


def test_a_strike_that_is_ready_beats_chance(scenario: Scenario, atlas: Atlas) -> None:
    """Where the Center can strike in the last turn, the best of its sets strikes and is far better than a random one."""
    start = replace(scenario.setup.center, track=10, preparation=5, located=True)
    ready = replace(scenario, catalogue=replace(scenario.catalogue, turns=1), setup=replace(scenario.setup, center=start))
    people = dict(ready.setup.people)
    leader = next(
        id_
        for id_ in ready.setup.cast
        if people[id_].place and people[id_].side is Side.CENTER and people[id_].access >= 3 and people[id_].post == "illegal"
    )
    people[leader] = replace(people[leader], place=ready.setup.seat)
    ready = replace(ready, setup=replace(ready.setup, people=people))
    point = measure_point(ready, atlas, replace(PLAN, rollouts=16), 1)
    assert point.side is Side.CENTER
    assert point.over_random.mean > 0.3


def point(number: int, over_fourth: Difference | None, over_random: Difference) -> Decision:
    side = Side.CENTER if number % 2 else Side.CIRCLE
    return Decision(
        number=number,
        side=side,
        turn=1,
        sets=9,
        best=Origin.PLANNER,
        over_fourth=over_fourth,
        over_random=over_random,
        games=1,
    )


def test_points_are_counted_by_the_limits_of_the_targets() -> None:
    points = [
        point(number, Difference(mean=gap, error=0) if gap is not None else None, Difference(mean=past, error=0))
        for number, (gap, past) in enumerate([(0.149, 0.051), (0.151, 0.049), (-0.2, 0.3), (None, 0.05)])
    ]
    choices = weigh_choices(points)
    assert choices.near is not None and choices.past is not None
    assert (choices.near.points, choices.near.share.mean) == (3, pytest.approx(2 / 3))
    assert (choices.past.points, choices.past.share.mean) == (4, 0.5)
    assert choices.near.noiseless == pytest.approx(2 / 3), "without noise there is nothing to take away"
    assert choices.past.noiseless == 0.5
    assert weigh_choices([]).near is None


def test_one_noisy_point_leaves_the_share_open() -> None:
    """A difference of a third of its error above the limit: six in ten, and not certainty."""
    choices = weigh_choices([point(1, None, Difference(mean=0.08, error=0.1))])
    assert choices.past is not None and choices.past.noiseless == pytest.approx(0.618, abs=0.001)


def test_the_share_without_noise_is_that_of_the_true_differences() -> None:
    chance = Random(5)
    true = [chance.gauss(0.12, 0.06) for _ in range(4000)]
    measured = [Difference(mean=chance.gauss(gap, 0.2), error=0.2) for gap in true]
    choices = weigh_choices([point(number, gap, gap) for number, gap in enumerate(measured)])
    assert choices.near is not None and choices.past is not None
    near, past = sum(gap < 0.15 for gap in true) / 4000, sum(gap > 0.05 for gap in true) / 4000
    assert choices.near.noiseless == pytest.approx(near, abs=0.04) and choices.past.noiseless == pytest.approx(past, abs=0.04)
    assert abs(choices.past.share.mean - past) > 0.1, "as measured it is far off"
    assert choices.near.error == pytest.approx(0.2)
    assert choices.near.difference.mean == pytest.approx(0.12, abs=3 * sqrt(0.2**2 + 0.06**2) / sqrt(4000))
