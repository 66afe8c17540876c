"""The odds a player reads are kept: drawn thousands of times they come true, and what is unknown lies within its range."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from math import sqrt
from random import Random

import pytest

from game.rules.definitions import Scenario
from game.rules.dice import Dice
from game.rules.events import Event, EventKind
from game.rules.geography import Atlas
from game.rules.legality import actors, call_for, choice_for, legal_orders, watched_range
from game.rules.nouns import Luck, Side, Status
from game.rules.odds import success_odds, traces_odds
from game.rules.orders import Order
from game.rules.resolution import resolve_turn
from game.rules.sights import sight_of
from game.rules.state import GameState, MemberFile
from game.rules.turn import Turn
from game.rules.view import view_for
from tests.playing import random_turns

SITUATIONS = 8
"""From how many situations of random games each operation is drawn."""


@cache
def situations(scenario_atlas: "Table", operation: str) -> tuple[tuple[GameState, Order], ...]:
    """States in which an order of this operation may be given, each from another turn of another game."""
    scenario, atlas = scenario_atlas.scenario, scenario_atlas.atlas
    side = scenario.catalogue.operations[operation].side
    chance = Random(operation)
    found: list[tuple[GameState, Order]] = []
    for seed in range(200):
        for before, _, _ in random_turns(scenario, atlas, seed):
            state = arranged(before, operation)
            view = view_for(scenario, atlas, state, side)
            orders = [order for person in actors(view) for order in legal_orders(view, person) if order.operation == operation]
            if orders and chance.random() < 0.3:
                found.append((state, chance.choice(orders)))
                break
        if len(found) == SITUATIONS:
            break
    return tuple(found)


def arranged(state: GameState, operation: str) -> GameState:
    """The same state with what strikes and recruiting wait for, which random games hardly ever bring together."""
    state = state.copy()
    if operation in ("raid", "lone_hand", "prepare"):
        state.center.seat, state.center.track, state.center.funds = state.circle.seat, 8, 9
        state.center.preparation = 3
    if operation == "lone_hand":
        state.bodies["jacson"] = replace(state.bodies["jacson"], place=state.circle.seat, access=1, status=Status.ACTIVE)
        state.circle.members.setdefault("jacson", MemberFile(id="jacson", doubt=2500))
    if operation in ("recruit", "infiltrate"):
        for person, file in list(state.center.agents.items()):
            contacts = tuple((other, 2) for other, _ in file.contacts)
            state.center.agents[person] = replace(file, contacts=contacts, cover=max(3, file.cover))
    return state


class Table:
    """A scenario and its atlas, to be remembered by."""

    def __init__(self, scenario: Scenario, atlas: Atlas) -> None:
        self.scenario, self.atlas = scenario, atlas


@pytest.fixture(scope="module")
def table(utka: Scenario, atlas: Atlas) -> Table:
    return Table(utka, atlas)


def rolls(events: list[Event], order: Order) -> Iterator[tuple[str, int, bool]]:
    """Each roll for an order: for what, with which chance, and whether it came true."""
    for event in events:
        if event.kind is EventKind.ROLLED and event.subject == order.agent and event.text.startswith(f"{order.operation}:"):
            yield event.text.split(":")[1], event.chance, event.roll <= event.chance


def drawn(table: Table, state: GameState, order: Order, seeds: range, luck: Luck) -> dict[str, list[tuple[int, bool]]]:
    """The same turn drawn with many seeds, in which only this order is given."""
    side = table.scenario.catalogue.operations[order.operation].side
    results: dict[str, list[tuple[int, bool]]] = {"succeeds": [], "leaves traces": []}
    for seed in seeds:
        fresh = state.copy()
        fresh.secret.seed, fresh.secret.luck = seed, luck
        _, events = resolve_turn(table.scenario, table.atlas, fresh, {side: (order,)})
        for what, chance, came_true in rolls(events, order):
            results[what].append((chance, came_true))
    return results


def kept(results: list[tuple[int, bool]]) -> bool:
    """Whether chances came true as often as they say, within three standard errors."""
    expected = sum(chance / 100 for chance, _ in results)
    spread = sqrt(sum(chance * (100 - chance) / 10_000 for chance, _ in results))
    return abs(sum(came_true for _, came_true in results) - expected) <= 3 * max(spread, 0.5)


def uncertain(scenario: Scenario) -> list[str]:
    return [id_ for id_, operation in scenario.catalogue.operations.items() if operation.success.plus]


def names_of_uncertain() -> list[str]:
    from game.scenario import find_packs, load

    return uncertain(load("utka-1939", find_packs()))


@pytest.mark.parametrize("luck", list(Luck))
@pytest.mark.parametrize("operation", names_of_uncertain())
def test_shown_chances_are_kept(table: Table, operation: str, luck: Luck) -> None:
    found = situations(table, operation)
    assert found, f"no random game leads to {operation}"
    results: dict[str, list[tuple[int, bool]]] = {"succeeds": [], "leaves traces": []}
    draws = 1200 // len(found)
    for number, (state, order) in enumerate(found):
        view = view_for(table.scenario, table.atlas, state, table.scenario.catalogue.operations[operation].side)
        shown = choice_for(view, order)
        for what, rows in drawn(table, state, order, range(number * draws, (number + 1) * draws), luck).items():
            ends = shown.success if what == "succeeds" else shown.traces
            assert all(ends.low <= chance <= ends.high for chance, _ in rows), "rolled against another chance than was shown"
            results[what].extend(rows)
    if operation != "press":  # a legal's words to a ministry leave no traces and may have little chance
        assert len(results["succeeds"]) >= 1000
    assert kept(results["succeeds"]), operation
    assert kept(results["leaves traces"]), operation


def test_a_dishonest_chance_would_be_found_out(table: Table) -> None:
    """The test above can fail: chances shifted by eight points are no longer kept."""
    state, order = situations(table, "surveil")[0]
    rows = drawn(table, state, order, range(1200), Luck.DICE)["succeeds"]
    assert kept(rows)
    assert not kept([(chance + 8, came_true) for chance, came_true in rows])


@pytest.mark.parametrize("side", list(Side))
def test_what_is_unknown_lies_within_the_range_that_is_shown(table: Table, side: Side) -> None:
    checked = 0
    for seed in range(12):
        chance = Random(seed)
        for state, orders, _ in random_turns(table.scenario, table.atlas, seed):
            view = view_for(table.scenario, table.atlas, state, side)
            sight, truth = sight_of(view), Turn(table.scenario, table.atlas, state, orders).truth_for(side)
            for person in actors(view):
                options = list(legal_orders(view, person, sight))
                for order in chance.sample(options, min(4, len(options))):
                    call, shown = call_for(view, order), choice_for(view, order, sight)
                    if order.by_person and truth.place(order.target) is None and order.target in state.bodies:
                        continue  # whom one would meet has left: the order will lapse
                    success, traces = success_odds(truth, call), traces_odds(truth, call, watched_range(view))
                    assert shown.success.low <= success.low and success.high <= shown.success.high, order
                    assert shown.traces.low <= traces.low and traces.high <= shown.traces.high, order
                    checked += 1
    assert checked > 2000


def test_a_deck_of_luck_deals_every_ten_once_in_ten() -> None:
    for seed in range(50):
        hand = [Dice(seed).dealt("center:succeeds", number) for number in range(30)]
        for start in (0, 10, 20):
            assert sorted((roll - 1) // 10 for roll in hand[start : start + 10]) == list(range(10))


@pytest.mark.parametrize("chance", [5, 33, 50, 72, 95])
def test_a_single_roll_of_steady_luck_is_as_likely_as_it_says(chance: int) -> None:
    draws = 6000
    for number in (0, 3, 9, 14):
        hits = sum(Dice(seed).dealt("circle:succeeds", number) <= chance for seed in range(draws))
        assert abs(hits - draws * chance / 100) <= 3.5 * sqrt(draws * chance * (100 - chance) / 10_000)


def test_steady_luck_has_shorter_streaks(table: Table) -> None:
    """Of forty rolls at even odds the number that come true hardly strays from twenty."""

    def spread(rolled: list[list[int]]) -> float:
        return sum((sum(roll <= 50 for roll in rolls) - 20) ** 2 for rolls in rolled) / len(rolled)

    plain = [[Dice(seed).percent(number, "a", "b") for number in range(40)] for seed in range(300)]
    steady = [[Dice(seed).dealt("deck", number) for number in range(40)] for seed in range(300)]
    assert spread(steady) == 0
    assert spread(plain) > 6
