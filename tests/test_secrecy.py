"""What one side hides changes nothing that the other sees: its view, its legal orders, its computer player."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from random import Random

import pytest

from game.players import make_player, names_for
from game.rules.definitions import Scenario, Setup
from game.rules.geography import Atlas
from game.rules.legality import actors, choice_for, legal_orders
from game.rules.nouns import Keep, Post, Side, Status
from game.rules.state import (
    AgentFile,
    CenterPart,
    CirclePart,
    Clue,
    GameState,
    Progress,
    SecretPart,
    Sighting,
)
from game.rules.view import View, view_for
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


def change_what_the_center_hides(state: GameState, seed: int) -> GameState:
    """Everything the Circle must not see: meters, covers, plans, and whose man somebody on its roster is."""
    chance, other = Random(seed), state.copy()
    center, secret = other.center, other.secret
    center.funds, center.paranoia = chance.randrange(20), chance.randrange(9)
    center.track, center.preparation = chance.randrange(10), chance.randrange(5)
    center.seat = chance.choice(["", other.circle.seat])
    center.directives = {task: chance.choice(list(Progress)) for task in center.directives}
    center.guards_seen, center.demand, center.spent = chance.randrange(5), chance.randrange(3), ("steal",)
    center.keeps_seen, center.keeps_turn, center.hearsay = chance.choice(list(Keep)), state.turn, chance.randrange(4)
    secret.seed, secret.false_track, secret.clues = chance.randrange(10**9), chance.randrange(4), chance.randrange(9)
    secret.loyalty = {person: chance.randrange(6) for person in secret.loyalty}
    for person, file in list(center.agents.items()):
        center.agents[person] = replace(file, cover=chance.randrange(1, 6), contacts=(("natalia", 2),), burnt=True)
    roster = [person for person in other.circle.members if other.bodies[person].status is Status.ACTIVE]
    for person in chance.sample(roster, min(4, len(roster))):
        if person in center.agents:
            del center.agents[person]
        else:
            center.agents[person] = AgentFile(id=person, cover=4, legend=4, post=Post.ILLEGAL, officer=False, start_access=4)
    outsiders = [person for person in center.agents if person not in other.circle.members]
    for person in outsiders:
        other.bodies[person] = replace(other.bodies[person], place=chance.choice(["paris", "new_york", "coyoacan"]))
    return other


def change_what_the_circle_hides(state: GameState, seed: int) -> GameState:
    """Everything the Center must not see: doubts, clues, money, walls, and where unseen people are."""
    chance, other = Random(seed), state.copy()
    circle, secret = other.circle, other.secret
    circle.funds = chance.randrange(20)
    circle.sections = {area: chance.randrange(4) for area in circle.sections}
    circle.security = {place: chance.randrange(8) for place in circle.security}
    circle.visas = ("usa",)
    circle.keeps = Keep.WALLS if circle.keeps is Keep.GATE else Keep.GATE
    circle.hidden, circle.relocated = chance.randrange(5), chance.randrange(5)
    circle.aims = {task: chance.choice(list(Progress)) for task in circle.aims}
    circle.clues = (*circle.clues, Clue(id=99, turn=1, operation="surveil", place="coyoacan"))
    circle.strangers = {
        person: Sighting(id=person, place="paris", access=4, turn=1)
        for person in state.center.agents
        if person not in circle.members
    }
    circle.members = {
        person: replace(member, doubt=chance.randrange(9700), vetted=chance.randrange(9))
        for person, member in circle.members.items()
    }
    secret.seed, secret.false_track, secret.clues = chance.randrange(10**9), chance.randrange(4), chance.randrange(9)
    for person in other.bodies:
        if person not in other.center.agents:
            secret.loyalty[person] = chance.randrange(6)
            other.bodies[person] = replace(
                other.bodies[person], place=chance.choice(["paris", "new_york", "coyoacan"]), skills=(1, 2, 3, 4, 5)
            )
    if not other.center.seat:
        circle.seat = "casa_azul"
    return other


def everything_shown(view: View, seed: int) -> tuple[object, ...]:
    """The view itself, every legal order with its chances, and what the computer would order."""
    choices = [choice_for(view, order) for person in actors(view) for order in legal_orders(view, person)]
    plans = [make_player(name, view.side, seed).choose(view) for name in names_for(view.side)]
    return (view, choices, plans)


@pytest.mark.parametrize("side", list(Side))
def test_what_the_other_side_hides_changes_nothing(
    utka: Scenario, atlas: Atlas, sampled: list[tuple[int, GameState]], side: Side
) -> None:
    change = change_what_the_center_hides if side is Side.CIRCLE else change_what_the_circle_hides
    compared = 0
    for seed, state in sampled:
        other = change(state, seed)
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
    change = change_what_the_center_hides if side is Side.CENTER else change_what_the_circle_hides
    for seed, state in sampled:
        assert view_for(utka, atlas, state, side) != view_for(utka, atlas, change(state, seed), side)


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
