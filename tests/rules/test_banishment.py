"""What the Center knows of a banishment: that he is on his way, if it knew his house and was told; and nothing of a flight."""

from dataclasses import replace

import pytest

from game.match.draft import Draft
from game.rules.definitions import Scenario
from game.rules.geography import Atlas
from game.rules.nouns import OLD_MAN, Side
from game.rules.sights import sight_of
from game.rules.view import CenterView
from game.rules.words import Banish
from game.scenario import load
from game.ui.presenters.dossiers import dossier
from game.ui.presenters.map_marks import map_model
from game.ui.words import Words
from tests.rules.situations import Situation

_ = Words()


def until_he_is_taken(scenario: Scenario) -> Situation:
    table = Situation(scenario, Atlas(scenario.catalogue))
    while not table.state.circle.moving_to:
        table.play()
    return table


def center(table: Situation) -> CenterView:
    view = table.view(Side.CENTER)
    assert isinstance(view, CenterView)
    return view


@pytest.fixture(scope="module")
def banished() -> Scenario:
    return load("alma-ata-1927")


def test_the_center_sees_him_on_his_way_and_then_there(banished: Scenario) -> None:
    table = until_he_is_taken(banished)
    view = center(table)
    token = next(token for token in map_model(view, Draft(view), _).tokens if token.id == OLD_MAN)
    assert (token.place, token.note) == ("alma_ata", "on his way")
    assert "on the way to Alma-Ata" in dossier(view, OLD_MAN, _).where
    assert not any(mark.glyph == "seat" for mark in map_model(view, Draft(view), _).places)
    table.play()
    view = center(table)
    token = next(token for token in map_model(view, Draft(view), _).tokens if token.id == OLD_MAN)
    assert (view.seat, view.moving_to) == ("alma_ata", "")
    assert (token.place, token.note) == ("alma_ata", "")


def test_a_center_that_knows_him_on_his_way_is_offered_nothing_that_needs_him_at_home(banished: Scenario) -> None:
    table = until_he_is_taken(banished)
    sight = sight_of(center(table))
    assert (sight.seat(), sight.old_man_home()) == (None, False)
    table.play()
    sight = sight_of(center(table))
    assert (sight.seat(), sight.old_man_home()) == ("alma_ata", True)


def test_a_center_that_is_not_told_does_not_know_that_he_has_gone(banished: Scenario) -> None:
    events = {
        id_: replace(event, tell=replace(event.tell, center=""), headline=None)
        if any(isinstance(word, Banish) for word in event.do) else event
        for id_, event in banished.setup.events.items()
    }  # fmt: skip
    table = until_he_is_taken(replace(banished, setup=replace(banished.setup, events=events)))
    assert center(table).moving_to == "" and center(table).seat == table.state.circle.seat


def test_a_center_that_did_not_know_the_house_is_shown_none(banished: Scenario) -> None:
    table = Situation(banished, Atlas(banished.catalogue))
    table.state.center.seat = ""
    table.state.center.agents.clear()  # nobody is there to find him
    while not table.state.circle.moving_to:
        table.play()
    assert center(table).moving_to == center(table).seat == ""
