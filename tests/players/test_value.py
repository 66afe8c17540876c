"""The value function: a chance, from nothing but the state, that tells the better state from the worse."""

from dataclasses import replace

from game.players.search.features import NAMES, features
from game.players.search.value import center_chance
from game.players.search.weights import WEIGHTS
from game.rules.definitions import Scenario
from game.rules.geography import Atlas
from game.rules.state import VerdictState, digest
from tests.playing import random_turns


def test_every_feature_has_a_name_and_a_weight(utka: Scenario, atlas: Atlas) -> None:
    state, _, _ = next(random_turns(utka, atlas, 1))
    assert len(features(utka, state)) == len(NAMES) == len(WEIGHTS)


def test_it_is_a_chance_and_leaves_the_state_alone(utka: Scenario, atlas: Atlas) -> None:
    turns = list(random_turns(utka, atlas, 2))
    for before, _, _ in turns:
        name = digest(before)
        assert 0 < center_chance(utka, before) < 1
        assert center_chance(utka, before) == center_chance(utka, before.copy())
        assert digest(before) == name
    after = turns[-1][2]
    assert after.is_over()
    assert center_chance(utka, after) in (0, 1)


def test_a_verdict_says_who_won(utka: Scenario, atlas: Atlas) -> None:
    state, _, _ = next(random_turns(utka, atlas, 1))
    for score, chance in ((75, 1), (-50, 0), (0, 0.5)):
        verdict = VerdictState(id="alive", score=score, attribution=0, turn=3)
        over = replace(state, public=replace(state.public, verdict=verdict))
        assert center_chance(utka, over) == chance


def test_what_helps_the_center_raises_it(utka: Scenario, atlas: Atlas) -> None:
    state, _, _ = next(random_turns(utka, atlas, 3))
    found, suspected, heard = state.copy(), state.copy(), state.copy()
    found.center.seat, found.center.track, found.center.preparation = state.circle.seat, 6, 3
    suspected.center.paranoia = utka.catalogue.numbers.paranoia.lost_at - 1
    heard.public.influence = 0
    chance = center_chance(utka, state)
    assert center_chance(utka, found) > chance + 0.1
    assert center_chance(utka, suspected) < chance
    assert center_chance(utka, heard) > chance
