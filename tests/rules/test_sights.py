"""The sight of a view is kept for whoever looks at that view next, and serves no other view."""

from dataclasses import replace

from game.rules.definitions import Scenario
from game.rules.geography import Atlas
from game.rules.nouns import Side
from game.rules.setup import new_game
from game.rules.sights import sight_of
from game.rules.view import view_for


def test_a_view_has_one_sight_and_another_view_another(utka: Scenario, atlas: Atlas) -> None:
    state, _ = new_game(utka, atlas, 1)
    views = [view_for(utka, atlas, state, side) for side in Side]
    sights = [sight_of(view) for view in views]
    for view, sight in zip(views, sights, strict=True):
        assert sight_of(view) is sight
        louder = replace(view, influence=view.influence + 1)
        assert sight_of(louder).influence() == view.influence + 1
        assert sight_of(view).influence() == view.influence
