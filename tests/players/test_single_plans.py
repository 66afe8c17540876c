"""The single-plan players: lawful, the same for the same view, true to their plan, and in earnest about it."""

from functools import cache

import pytest

from game.cli.simulate import CENTER_PLAYERS, CIRCLE_PLAYERS
from game.players import EITHER_SIDE, NAMES, PlayerError, make_player, names_for
from game.players.single_plan import CENTER_BOTS, CIRCLE_BOTS
from game.rules.definitions import Scenario
from game.rules.geography import Atlas
from game.rules.nouns import Side
from game.rules.orders import Order
from game.rules.resolution import resolve_turn
from game.rules.setup import new_game
from game.rules.view import CenterView, CircleView, View, view_for
from game.scenario import find_packs, load
from tests.players.test_players import play

SINGLE_PLANS = [(Side.CENTER, name) for name in CENTER_BOTS] + [(Side.CIRCLE, name) for name in CIRCLE_BOTS]
GAMES = 3
HEART = {
    "rush": {"surveil", "prepare", "raid"},
    "groom": {"cultivate", "infiltrate", "prepare", "lone_hand"},
    "moles": {"cultivate", "recruit"},
    "smear": {"smear", "press", "steal", "forge"},
    "terror": {"surveil", "prepare", "eliminate", "raid"},
    "turtle": {"watch", "fortify", "move", "admit"},
    "denounce": {"watch", "vet", "denounce", "dismiss"},
    "publish": {"publish", "organise"},
    "nomad": {"organise", "petition", "move", "relocate", "hide", "publish"},  # whoever hides must publish to outlast it
    "hider": {"hide", "publish", "watch"},
}
"""The operations that a plan lives by, without the journeys, the looking and the obeying that it cannot do without."""
STRIKES = {"raid", "lone_hand"}
MOST_GAMES = 40
"""In so many games of a plan each of its operations must turn up."""

Turns = list[tuple[View, tuple[Order, ...]]]
"""What one player saw and ordered, turn by turn."""


@cache
def games_of(name: str, side: Side, opponent: str = "planner", number: int = GAMES) -> list[Turns]:
    """Whole games of a player against another, on the shipped scenario."""
    scenario = load("utka-1939", find_packs())
    atlas = Atlas(scenario.catalogue)
    return [_one_game(scenario, atlas, name, side, opponent, seed) for seed in range(100, 100 + number)]


def _one_game(scenario: Scenario, atlas: Atlas, name: str, side: Side, opponent: str, seed: int) -> Turns:
    seats = {side: make_player(name, side, seed), side.other: make_player(opponent, side.other, seed)}
    state, _ = new_game(scenario, atlas, seed)
    turns: Turns = []
    while not state.is_over():
        views = {each: view_for(scenario, atlas, state, each) for each in Side}
        orders = {each: seats[each].choose(views[each]) for each in Side}
        turns.append((views[side], orders[side]))
        state, _ = resolve_turn(scenario, atlas, state, orders)
    return turns


def share_of(games: list[Turns], operations: set[str]) -> float:
    """Which part of all orders were of these operations."""
    given = [order.operation for game in games for _, orders in game for order in orders]
    return sum(operation in operations for operation in given) / len(given)


@pytest.mark.parametrize("opponent", EITHER_SIDE)
@pytest.mark.parametrize(("side", "name"), SINGLE_PLANS)
def test_whole_games_of_legal_orders(utka: Scenario, atlas: Atlas, side: Side, name: str, opponent: str) -> None:
    seats = {side: make_player(name, side, 3), side.other: make_player(opponent, side.other, 3)}
    state, record = play(utka, atlas, 3, seats)
    assert state.is_over()
    assert sum(len(orders[side]) for orders in record) >= len(record)


@pytest.mark.parametrize(("side", "name"), SINGLE_PLANS)
def test_a_fresh_player_of_the_same_seed_orders_the_same(side: Side, name: str) -> None:
    for number, game in enumerate(games_of(name, side)):
        assert [make_player(name, side, 100 + number).choose(view) for view, _ in game] == [orders for _, orders in game]


@pytest.mark.parametrize(("side", "name"), SINGLE_PLANS)
def test_nothing_is_ordered_after_the_verdict(utka: Scenario, atlas: Atlas, side: Side, name: str) -> None:
    state, _ = play(utka, atlas, 3, {each: make_player("planner", each, 1) for each in Side})
    assert make_player(name, side, 1).choose(view_for(utka, atlas, state, side)) == ()


@pytest.mark.parametrize(("side", "name"), SINGLE_PLANS)
def test_a_plan_is_kept_to(side: Side, name: str) -> None:
    bot = (CENTER_BOTS if side is Side.CENTER else CIRCLE_BOTS)[name]
    for opponent in EITHER_SIDE:
        assert share_of(games_of(name, side, opponent), set(bot.operations)) == 1


@pytest.mark.parametrize(("side", "name"), SINGLE_PLANS)
def test_a_plan_is_most_of_what_is_ordered(side: Side, name: str) -> None:
    games, planners = games_of(name, side), games_of("planner", side)
    assert share_of(games, HEART[name]) > 0.5
    its_own = HEART[name] - {"prepare"}  # as the planner does that means to strike
    assert share_of(games, its_own) > 1.15 * share_of(planners, its_own)


@pytest.mark.parametrize(("name", "strike"), [("rush", "raid"), ("terror", "raid"), ("groom", "lone_hand")])
def test_those_who_mean_to_strike_strike(name: str, strike: str) -> None:
    games = games_of(name, Side.CENTER, "random", 12) + games_of(name, Side.CENTER, number=12)
    struck = [any(order.operation == strike for _, orders in game for order in orders) for game in games]
    assert sum(struck) > len(games) / 2


def test_terror_kills_once_it_is_ready() -> None:
    kills = [
        view
        for game in games_of("terror", Side.CENTER)
        for view, orders in game
        for order in orders
        if order.operation == "eliminate"
    ]
    assert len(kills) >= GAMES
    assert all(isinstance(view, CenterView) and view.preparation >= 3 for view in kills)


def test_moles_strike_only_at_the_end_and_through_their_own() -> None:
    for game in games_of("moles", Side.CENTER) + games_of("moles", Side.CENTER, "random"):
        for view, orders in game:
            if any(order.operation in {*STRIKES, "prepare"} for order in orders):
                assert view.catalogue.turns - view.turn <= 8
                assert any(body.access == 1 for body in view.bodies.values())


def test_the_nomad_moves_more_than_once() -> None:
    for game in games_of("nomad", Side.CIRCLE):
        assert len({view.seat for view, _ in game if isinstance(view, CircleView)}) > 1


def test_the_hider_hides_whenever_he_may() -> None:
    game = [(view, orders) for view, orders in games_of("hider", Side.CIRCLE)[0] if isinstance(view, CircleView)]
    for view, orders in game:
        may = view.turn - view.hidden >= 2 and not view.moving_to and view.influence >= 5
        assert any(order.operation == "hide" for order in orders) is may


def test_denouncing_begins_at_little_doubt() -> None:
    doubts = [
        view.members[order.target].doubt
        for game in games_of("denounce", Side.CIRCLE)
        for view, orders in game
        for order in orders
        if order.operation == "denounce" and isinstance(view, CircleView)
    ]
    assert doubts and 2_500 <= min(doubts) < 5_000


@pytest.mark.parametrize(("side", "name"), SINGLE_PLANS)
def test_the_wrong_side_is_refused(side: Side, name: str) -> None:
    expected = f"{name} plays the {'Center' if side is Side.CENTER else 'Circle'} only"
    with pytest.raises(PlayerError) as caught:
        make_player(name, side.other, 1)
    assert str(caught.value) == expected


def test_a_plan_shown_the_wrong_view_says_so(utka: Scenario, atlas: Atlas) -> None:
    state, _ = new_game(utka, atlas, 1)
    for side, name in SINGLE_PLANS:
        with pytest.raises(ValueError, match="expected a view"):
            make_player(name, side, 1).choose(view_for(utka, atlas, state, side.other))


def test_the_names_are_told_in_one_order() -> None:
    assert NAMES[0] == "random" and NAMES[-1] == "planner"
    assert set(names_for(Side.CENTER)) | set(names_for(Side.CIRCLE)) == set(NAMES)
    assert names_for(Side.CENTER) == ("random", "rush", "groom", "moles", "smear", "terror", "planner")
    assert names_for(Side.CIRCLE) == ("random", "turtle", "denounce", "publish", "nomad", "hider", "planner")


@pytest.mark.parametrize(("side", "told"), [(Side.CENTER, CENTER_PLAYERS), (Side.CIRCLE, CIRCLE_PLAYERS)])
def test_the_help_names_every_player_of_the_side(side: Side, told: str) -> None:
    assert set(names_for(side)) <= set(told.replace("(", " ").replace(")", " ").replace(",", " ").split())
    assert not set(names_for(side.other)) - set(names_for(side)) & set(told.split())


def test_every_plan_has_a_heart_and_uses_all_of_it() -> None:
    """No word of a plan is dead: over some games each operation of it is ordered at least once."""
    assert HEART.keys() == {name for _, name in SINGLE_PLANS}
    scenario = load("utka-1939", find_packs())
    atlas = Atlas(scenario.catalogue)
    for side, name in SINGLE_PLANS:
        missing = set(HEART[name])
        for seed in range(100, 100 + MOST_GAMES):
            for _, orders in _one_game(scenario, atlas, name, side, ("planner", "random")[seed % 2], seed) if missing else ():
                missing -= {order.operation for order in orders}
        assert not missing, name
