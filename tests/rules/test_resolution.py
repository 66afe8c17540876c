"""Turns come to the same, whoever is told of them and whether anybody asks for reasons."""

from dataclasses import replace

import pytest

from game.rules.definitions import Scenario, ScenarioEvent
from game.rules.geography import Atlas
from game.rules.legality import actors, call_for, legal_orders, watched_range
from game.rules.nouns import Side
from game.rules.odds import success_odds, success_range, traces_odds, traces_range
from game.rules.resolution import play_turn
from game.rules.setup import new_game
from game.rules.sights import sight_of
from game.rules.state import digest
from game.rules.turn import METERS
from game.rules.view import view_for
from game.rules.vocabulary.effects import DEEDS
from game.rules.words import AddSection, Deed, Meter
from tests.playing import random_turns


def test_a_turn_told_to_nobody_comes_to_the_same_state(utka: Scenario, atlas: Atlas) -> None:
    for before, orders, after in random_turns(utka, atlas, 7):
        assert digest(play_turn(utka, atlas, before, orders)) == digest(after)


def test_a_chance_without_reasons_is_the_same_chance(utka: Scenario, atlas: Atlas) -> None:
    checked, ranges = 0, set()
    for before, _, _ in random_turns(utka, atlas, 8):
        for side in Side:
            view = view_for(utka, atlas, before, side)
            sight, watched = sight_of(view), watched_range(view)
            for person in actors(view):
                for order in legal_orders(view, person, sight):
                    call = call_for(view, order)
                    odds, traces = success_odds(sight, call), traces_odds(sight, call, watched)
                    assert success_range(sight, call) == (odds.low, odds.high), order
                    assert traces_range(sight, call.operation.traces.base, call, watched) == (traces.low, traces.high), order
                    checked += 1
                    ranges.add(odds.low < odds.high)
    assert checked > 1000
    assert ranges == {True, False}


def test_every_deed_and_every_meter_has_what_brings_it_about() -> None:
    assert set(DEEDS) == set(Deed)
    assert set(METERS) == set(Meter)


@pytest.mark.parametrize("named", ["coyoacan", "valley_of_mexico", "seat"])
def test_sections_grow_in_the_area_of_a_place_and_in_one_that_is_named_itself(utka: Scenario, atlas: Atlas, named: str) -> None:
    event = ScenarioEvent(id="founded", title="Founded", do=(AddSection(section=named, add=1),))
    scenario = replace(utka, setup=replace(utka.setup, events={"founded": event}, sections={}))
    state, _ = new_game(scenario, atlas, 1)
    state = play_turn(scenario, atlas, state, {})
    assert state.circle.sections["valley_of_mexico"] == 1
