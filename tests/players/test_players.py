"""The computer's players: found by name, legal in every turn, the same orders for the same view."""

import re
from dataclasses import replace

import pytest

from game.players import EITHER_SIDE, Player, PlayerError, make_player
from game.rules.definitions import Scenario
from game.rules.geography import Atlas
from game.rules.legality import actors, legal_orders, refuse_set
from game.rules.nouns import Side
from game.rules.orders import Order
from game.rules.resolution import resolve_turn
from game.rules.setup import new_game
from game.rules.state import Face, GameState
from game.rules.veil import veil_for
from game.rules.view import View, view_for


class Idle:
    """An outside player made of a class."""

    def __init__(self, side: Side, seed: int) -> None:
        self.side, self.seed = side, seed

    def choose(self, view: View) -> tuple[Order, ...]:
        assert view.side is self.side
        return ()


def first_legal(view: View) -> list[Order]:
    """An outside player made of a plain function."""
    for person in actors(view):
        for order in legal_orders(view, person):
            if not refuse_set(view, [order]):
                return [order]
    return []


def nonsense(view: View) -> str:
    return "attack at dawn"


def makes_nothing(side: Side, seed: int) -> None:
    return None


NOT_CALLABLE = 4


def play(
    scenario: Scenario, atlas: Atlas, seed: int, players: dict[Side, Player]
) -> tuple[GameState, list[dict[Side, tuple[Order, ...]]]]:
    """A whole game; whatever is ordered must be legal on the view of the side."""
    state, _ = new_game(scenario, atlas, seed)
    record = []
    while not state.is_over():
        orders = {}
        for side, player in players.items():
            view = view_for(scenario, atlas, state, side)
            orders[side] = player.choose(view)
            assert refuse_set(view, orders[side]) == []
            assert player.choose(view) == orders[side], "the same view, but other orders"
        record.append(orders)
        state, _ = resolve_turn(scenario, atlas, state, orders)
    return state, record


@pytest.mark.parametrize("circle", EITHER_SIDE)
@pytest.mark.parametrize("center", EITHER_SIDE)
def test_whole_games_of_legal_orders(utka: Scenario, atlas: Atlas, center: str, circle: str) -> None:
    for seed in range(4):
        seats = {Side.CENTER: make_player(center, Side.CENTER, seed), Side.CIRCLE: make_player(circle, Side.CIRCLE, seed)}
        state, record = play(utka, atlas, seed, seats)
        assert state.is_over()
        for side in Side:
            assert any(orders[side] for orders in record)


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("name", EITHER_SIDE)
def test_a_player_plays_on_while_the_other_side_holds(utka: Scenario, atlas: Atlas, name: str, side: Side) -> None:
    state, _ = play(utka, atlas, 11, {side: make_player(name, side, 5)})
    assert state.is_over()


@pytest.mark.parametrize("name", EITHER_SIDE)
def test_a_fresh_player_of_the_same_seed_gives_the_same_game(utka: Scenario, atlas: Atlas, name: str) -> None:
    games = [play(utka, atlas, 2, {side: make_player(name, side, 7) for side in Side})[1] for _ in range(2)]
    assert games[0] == games[1]


@pytest.mark.parametrize("name", EITHER_SIDE)
def test_another_seed_plays_another_game(utka: Scenario, atlas: Atlas, name: str) -> None:
    games = [play(utka, atlas, 2, {side: make_player(name, side, seed) for side in Side})[1] for seed in (1, 2)]
    assert games[0] != games[1]


def test_the_random_player_sometimes_gives_fewer_orders(utka: Scenario, atlas: Atlas) -> None:
    view = view_for(utka, atlas, new_game(utka, atlas, 1)[0], Side.CENTER)
    counts = [len(make_player("random", Side.CENTER, seed).choose(view)) for seed in range(60)]
    assert max(counts) == view.signals and min(counts) < view.signals


@pytest.mark.parametrize("side", list(Side))
def test_the_planner_orders_nothing_after_the_verdict(utka: Scenario, atlas: Atlas, side: Side) -> None:
    state, _ = play(utka, atlas, 3, {each: make_player("planner", each, 1) for each in Side})
    assert make_player("planner", side, 1).choose(view_for(utka, atlas, state, side)) == ()


@pytest.mark.parametrize("side", list(Side))
def test_the_planner_mostly_beats_a_random_player(utka: Scenario, atlas: Atlas, side: Side) -> None:
    won = 0
    for seed in range(20):
        seats = {
            side: make_player("planner", side, seed),
            side.other: make_player("random", side.other, seed),
        }
        score = play(utka, atlas, seed, seats)[0].public.verdict
        assert score is not None
        won += (score.score > 0) is (side is Side.CENTER)
    assert won >= (18 if side is Side.CIRCLE else 11)


class Nosy:
    """An outside player who would know Moscow's people by the ids that the scenario gives them."""

    def __init__(self, side: Side, seed: int) -> None:
        self.ids: dict[str, Face] = {}

    def choose(self, view: View) -> tuple[Order, ...]:
        told = repr(replace(view, catalogue=None, atlas=None, tasks=()))  # type: ignore[arg-type]
        assert "person_" in told and not re.search(r"'(jacson|newcomer_\d|sylvia_ageloff|harte|felipe|zborowski)'", told)
        assert self.ids.items() <= view.faces.items(), "an id stays what it is"
        self.ids |= view.faces
        return ()


def test_outside_players_know_nobody_by_his_id(utka: Scenario, atlas: Atlas) -> None:
    """Who was sent by Moscow and who came of himself are called alike."""
    seats: dict[Side, Player] = {side: make_player("tests.players.test_players:Nosy", side, 1) for side in Side}
    planners = {side: make_player("planner", side, 1) for side in Side}
    state, _ = new_game(utka, atlas, 6)
    while not state.is_over():
        views = {side: view_for(utka, atlas, state, side) for side in Side}
        assert [seats[side].choose(view) for side, view in views.items()] == [(), ()]
        state, _ = resolve_turn(utka, atlas, state, {side: planners[side].choose(view) for side, view in views.items()})
    assert state.secret.newcomers, "somebody came"


@pytest.mark.parametrize("side", list(Side))
def test_orders_given_beneath_a_veil_are_meant_for_those_whom_they_name(utka: Scenario, atlas: Atlas, side: Side) -> None:
    view = view_for(utka, atlas, new_game(utka, atlas, 6)[0], side)
    veil, _seed = veil_for(1, side)
    veiled = veil.over(view)
    orders = [order for agent in actors(veiled) for order in legal_orders(veiled, agent)]
    assert list(veil.lifted(orders)) == [order for agent in actors(view) for order in legal_orders(view, agent)]
    assert orders != list(veil.lifted(orders))
    assert not {*veiled.faces} & {*veil_for(2, side)[0].over(view).faces} - {utka.setup.old_man}, "another game, other ids"


@pytest.mark.parametrize("name", ["test_players:Idle", "test_players:first_legal"])
def test_outside_players_play(utka: Scenario, atlas: Atlas, name: str) -> None:
    name = f"tests.players.{name}"
    state, _ = play(utka, atlas, 1, {side: make_player(name, side, 1) for side in Side})
    assert state.is_over()


@pytest.mark.parametrize(
    "name",
    [
        "",
        "planer",
        "planner:",
        ":Idle",
        "no_such_module:player",
        "tests.players.test_players:nobody",
        "tests.players.test_players:NOT_CALLABLE",
        "tests.players.test_players:makes_nothing",
        "..:x",
    ],
)
def test_bad_names_are_told_plainly(name: str) -> None:
    with pytest.raises(PlayerError, match="player") as caught:
        make_player(name, Side.CENTER, 1)
    assert "\n" not in str(caught.value)


def test_a_function_that_returns_no_orders_is_told_plainly(utka: Scenario, atlas: Atlas) -> None:
    view = view_for(utka, atlas, new_game(utka, atlas, 1)[0], Side.CENTER)
    with pytest.raises(PlayerError, match="expected a tuple of orders"):
        make_player("tests.players.test_players:nonsense", Side.CENTER, 1).choose(view)
