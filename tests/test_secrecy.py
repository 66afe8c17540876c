"""What one side hides changes nothing that the other sees: its view, its legal orders, its computer player."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from game.players import make_player, names_for
from game.rules.definitions import Scenario, Setup
from game.rules.geography import Atlas
from game.rules.legality import actors, choice_for, legal_orders
from game.rules.nouns import Side
from game.rules.state import (
    AgentFile,
    CenterPart,
    CirclePart,
    GameState,
    SecretPart,
)
from game.rules.view import View, view_for
from tests.hiding import change_what_is_hidden_from
from tests.playing import random_turns

GAMES = 12


def sampled_states(scenario: Scenario, atlas: Atlas) -> Iterator[tuple[int, GameState]]:
    for seed in range(GAMES):
        for number, (before, _, _) in enumerate(random_turns(scenario, atlas, seed)):
            if number % 3 == seed % 3:
                yield seed * 100 + number, before


@pytest.fixture(scope="module")
def sampled(utka: Scenario, atlas: Atlas) -> list[tuple[int, GameState]]:
    return list(sampled_states(utka, atlas))


def everything_shown(view: View, seed: int) -> tuple[object, ...]:
    """The view itself, every legal order with its chances, and what the computer would order."""
    choices = [choice_for(view, order) for person in actors(view) for order in legal_orders(view, person)]
    plans = [make_player(name, view.side, seed).choose(view) for name in names_for(view.side)]
    return (view, choices, plans)


@pytest.mark.parametrize("side", list(Side))
def test_what_the_other_side_hides_changes_nothing(
    utka: Scenario, atlas: Atlas, sampled: list[tuple[int, GameState]], side: Side
) -> None:
    compared = 0
    for seed, state in sampled:
        other = change_what_is_hidden_from(side, state, seed, utka.catalogue)
        one = everything_shown(view_for(utka, atlas, state, side), seed)
        two = everything_shown(view_for(utka, atlas, other, side), seed)
        assert one == two
        compared += 1
    assert compared > 30


@pytest.mark.parametrize("side", list(Side))
def test_the_change_is_seen_by_the_side_that_hides_it(
    utka: Scenario, atlas: Atlas, sampled: list[tuple[int, GameState]], side: Side
) -> None:
    """The test above could not fail if nothing were changed."""
    for seed, state in sampled:
        other = change_what_is_hidden_from(side.other, state, seed, utka.catalogue)
        assert view_for(utka, atlas, state, side) != view_for(utka, atlas, other, side)


@pytest.mark.parametrize("side", list(Side))
def test_no_secret_can_be_reached_from_a_view(
    utka: Scenario, atlas: Atlas, sampled: list[tuple[int, GameState]], side: Side
) -> None:
    hidden = {Side.CENTER: (CirclePart,), Side.CIRCLE: (CenterPart, AgentFile)}[side]
    for _, state in sampled:
        for value in walk(view_for(utka, atlas, state, side), set()):
            assert not isinstance(value, (GameState, SecretPart, Setup, *hidden))


def walk(value: object, seen: set[int]) -> Iterator[object]:
    """Everything that can be reached from a value."""
    if id(value) in seen or isinstance(value, (str, int, float)):
        return
    seen.add(id(value))
    yield value
    inner: list[object] = []
    if is_dataclass(value) and not isinstance(value, type):
        inner = [getattr(value, field.name) for field in fields(value)]
    elif isinstance(value, dict):
        inner = [*value.keys(), *value.values()]
    elif isinstance(value, (tuple, list, set, frozenset)):
        inner = list(value)
    elif hasattr(value, "__dict__"):
        inner = list(vars(value).values())
    for part in inner:
        yield from walk(part, seen)
