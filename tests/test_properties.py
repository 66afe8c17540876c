"""Whatever legal orders are given, the state stays sound."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.rules.definitions import Scenario
from game.rules.geography import Atlas
from game.rules.nouns import Post, Side, Status
from game.rules.resolution import resolve_turn
from game.rules.state import GameState, digest
from game.rules.view import view_for
from tests.playing import random_turns


def check_invariants(scenario: Scenario, state: GameState) -> None:
    bounds = scenario.catalogue.numbers.bounds
    center, circle, public = state.center, state.circle, state.public
    assert center.funds >= 0 and circle.funds >= 0
    assert 0 <= center.paranoia <= bounds.paranoia
    assert 0 <= center.track <= bounds.track
    assert 0 <= center.preparation <= bounds.preparation
    assert 0 <= public.influence <= bounds.influence
    for country in public.countries.values():
        assert 0 <= country.tolerance <= 10 and 0 <= country.alert <= 5
    for place, security in circle.security.items():
        assert 0 <= security <= scenario.catalogue.places[place].security_cap
    assert all(0 <= number <= bounds.sections for number in circle.sections.values())
    for person, body in state.bodies.items():
        assert body.id == person and 1 <= body.access <= 4
        assert body.place in scenario.catalogue.places or body.destination == "waiting"
        assert (body.status is Status.IN_TRANSIT) == (body.arrives > 0)
        if person in circle.members:
            assert body.access <= 3 and person in circle.faces
    for person, file in center.agents.items():
        assert person in state.bodies and person in center.faces
        assert 0 <= file.cover <= max(file.legend, bounds.cover)
        assert all(1 <= rapport <= bounds.rapport for _, rapport in file.contacts)
        if file.post is Post.ILLEGAL and state.bodies[person].status is Status.ACTIVE:
            assert file.cover > 0, f"{person} has no cover left and is still at large"
        assert (file.loyalty == "steady") == (state.secret.loyalty[person] >= 3)
    for member in circle.members.values():
        assert 0 <= member.doubt <= 9700
    assert all(sighting.place in scenario.catalogue.places for sighting in center.sightings.values())
    assert not set(center.sightings) & set(center.agents)
    assert circle.seat in scenario.catalogue.places
    if not circle.moving_to:
        assert scenario.catalogue.places[circle.seat].country == public.asylum


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(min_value=0, max_value=10**6))
def test_random_games_break_no_invariant(utka: Scenario, atlas: Atlas, seed: int) -> None:
    for before, orders, after in random_turns(utka, atlas, seed):
        check_invariants(utka, after)
        again, _ = resolve_turn(utka, atlas, before, orders)
        assert digest(again) == digest(after), "the same orders gave another state"


def test_resolving_leaves_the_given_state_alone(utka: Scenario, atlas: Atlas) -> None:
    for before, orders, _ in random_turns(utka, atlas, 3):
        held = digest(before)
        resolve_turn(utka, atlas, before, orders)
        assert digest(before) == held


def test_a_copy_is_independent(utka: Scenario, atlas: Atlas) -> None:
    before, _, after = next(random_turns(utka, atlas, 5))
    copy = before.copy()
    assert digest(copy) == digest(before) != digest(after)
    copy.center.funds += 1
    copy.circle.sections["paris"] = 3
    copy.bodies.pop(next(iter(copy.bodies)))
    assert digest(copy) != digest(before)


def test_every_order_of_a_random_game_can_happen(utka: Scenario, atlas: Atlas) -> None:
    """The play-outs reach nearly every operation, so that the invariants are put to the test."""
    rare = {"raid", "lone_hand", "relocate"}  # these wait for what is hardly ever brought together by chance
    missing = set(utka.catalogue.operations) - rare
    for seed in range(40):
        for _, orders, _ in random_turns(utka, atlas, seed):
            missing -= {order.operation for side in Side for order in orders[side]}
        if not missing:
            break
    assert not missing


@pytest.mark.parametrize("side", list(Side))
def test_a_side_that_holds_plays_on(utka: Scenario, atlas: Atlas, side: Side) -> None:
    for before, orders, _ in random_turns(utka, atlas, 8):
        after, _ = resolve_turn(utka, atlas, before, {side: orders[side]})
        check_invariants(utka, after)
        view_for(utka, atlas, after, side)


@pytest.mark.soak
def test_twenty_thousand_random_turns_break_no_invariant(utka: Scenario, atlas: Atlas) -> None:
    turns, seed = 0, 10**7
    while turns < 20_000:
        for _, _, after in random_turns(utka, atlas, seed):
            check_invariants(utka, after)
            turns += 1
        seed += 1
