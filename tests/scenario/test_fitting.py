"""Words in places where they mean nothing are refused, and no game breaks on those that are let through."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.players import make_player
from game.rules.geography import Atlas
from game.rules.nouns import Side
from game.rules.resolution import resolve_turn
from game.rules.setup import new_game
from game.rules.view import view_for
from game.scenario import Packs, examine, load
from tests.rules.situations import Situation

Write = Callable[[str, str], Path]

BASE = "use: [utka-1939/scenario.yaml, rules/telegrams.yaml]\nid: mine\n"
EVENTS = (
    "{alert: here, add: 1}",
    "{tolerance: there, add: 1}",
    "{section: here, add: 1}",
    "{rapport: target, add: 1}",
    "{ring: agent, closer: 1}",
    "{loyalty: target, add: -1}",
    "{deed: survey}",
    "{deed: kill}",
    "{strike: raid}",
)
CONDITIONS = (
    "{tolerance: here, at_least: 1}",
    "{tolerance: seat, at_least: 1}",
    "{stat: influence, at_least: 10}",
    "{is: at_seat}",
    "{not: {any: [{is: at_seat}]}}",
)
NEEDS = (
    "{lives: mexico}",
    "{interned: true}",
    "{meter: track, at_least: 3}",
    "{not: {located: true}}",
    "{visas: 1}",
    "{person: natalia, is: active}",
)
BRIBE = "side: center, name: Bribe, phase: contact, icon: id-card, target: contact, success: {base: 100}"


def codes(packs: Packs) -> list[str]:
    """The codes of all that is found in the mod."""
    return [finding.code for finding in examine("mine", packs).findings]


def codes_of_bribe(write: Write, packs: Packs, more: str, bribe: str = BRIBE) -> list[str]:
    """The codes of what is found in a mod with one operation that has `more` fields."""
    write("mine/scenario.yaml", BASE + f"operations: {{bribe: {{{bribe}, {more}}}}}\n")
    return codes(packs)


@pytest.mark.parametrize("effect", EVENTS)
def test_an_event_or_a_task_has_no_agent_and_no_target(write: Write, packs: Packs, effect: str) -> None:
    write(
        "mine/scenario.yaml",
        BASE + f"events: {{x: {{title: X, do: [{effect}]}}}}\naims: {{five_sections: {{met: [{effect}]}}}}\n",
    )
    assert codes(packs) == ["needs-an-order", "needs-an-order"]


@pytest.mark.parametrize("condition", CONDITIONS)
def test_neither_asks_about_one(write: Write, packs: Packs, condition: str) -> None:
    words = f"events: {{x: {{title: X, when: {condition}}}}}\naims: {{own: {{title: A, by: 1940-02-01, goal: {condition}}}}}\n"
    write("mine/scenario.yaml", BASE + words)
    assert codes(packs) == ["needs-an-order", "needs-an-order"]


@pytest.mark.parametrize("need", NEEDS)
def test_an_order_does_not_ask_what_only_events_can(write: Write, packs: Packs, need: str) -> None:
    write("mine/scenario.yaml", BASE + f"operations: {{watch: {{needs: [{need}]}}}}\n")
    assert codes(packs) == ["needs-an-event"]


@pytest.mark.parametrize(
    ("need", "hint"),
    [
        ("{tolerance: mexico, at_least: 3}", "stat: tolerance"),
        ("{security: coyoacan, at_least: 3}", "stat: security"),
        ("{sections: 3}", "stat: sections"),
        ("{lives: mexico}", "is: asylum_country"),
        ("{interned: true}", "is: interned"),
        ("{meter: track, at_least: 3}", "stat: track"),
        ("{meter: funds, at_least: 3}", "cost:"),
    ],
)
def test_and_is_told_how_orders_ask_for_it(write: Write, packs: Packs, need: str, hint: str) -> None:
    write("mine/scenario.yaml", BASE + f"operations: {{watch: {{needs: [{need}]}}}}\n")
    (finding,) = examine("mine", packs).findings
    assert hint in finding.hint


@pytest.mark.parametrize("word", ["do: [{tolerance: there, add: 1}]", "do: [{alert: there, add: 1}]", "needs: [{is: elsewhere}]"])
def test_an_order_without_a_target_asks_and_changes_nothing_there(write: Write, packs: Packs, word: str) -> None:
    assert codes_of_bribe(write, packs, word, BRIBE.replace("target: contact, ", "")) == ["wrong-target"]


@pytest.mark.parametrize(
    "word",
    [
        "needs: [{is: elsewhere, of: target}]",
        "needs: [{is: reachable, of: target}]",
        "needs: [{stat: sections, of: there, at_least: 1}]",
        "do: [{deed: frame}]",
        "do: [{deed: vet}]",
    ],
)
def test_of_somebody_of_its_own_an_order_cannot_ask_what_is_asked_of_places_and_files(
    write: Write, packs: Packs, word: str
) -> None:
    assert codes_of_bribe(write, packs, word, BRIBE.replace("contact, success", "own, success")) == ["wrong-target"]


def test_the_household_reports_nobody(write: Write, packs: Packs) -> None:
    tell = BRIBE.replace("side: center", "side: circle, actor: house").replace("target: contact", "target: roster")
    write("mine/scenario.yaml", BASE + f"operations: {{tell: {{{tell}, do: [{{deed: report_agent}}]}}}}\n")
    assert codes(packs) == ["wrong-actor"]


@pytest.mark.parametrize("effect", ["{deed: travel}", "{deed: relocate}", "{deed: ask_visa}", "{security: here, add: 1}"])
def test_a_deed_is_done_to_what_the_order_names(write: Write, packs: Packs, effect: str) -> None:
    assert codes_of_bribe(write, packs, f"do: [{effect}]") == ["wrong-target"]


@pytest.mark.parametrize(
    "words",
    [
        "events: {x: {title: X, when: {meter: track}}}",
        "events: {x: {title: X, when: {any: []}}}",
        "events: {x: {title: X, when: {all: []}}}",
        "aims: {own: {title: A, by: 1940-02-01, goal: {own_in_ring: 4}}}",
        f"operations: {{bribe: {{{BRIBE}, needs: [{{stat: charm}}]}}}}",
        f"operations: {{bribe: {{{BRIBE}, do: [{{rapport: target}}]}}}}",
        f"operations: {{bribe: {{{BRIBE.replace('100', '40, plus: [{stat: charm}]')}}}}}",
    ],
)
def test_words_that_say_nothing_are_told(write: Write, packs: Packs, words: str) -> None:
    write("mine/scenario.yaml", BASE + words + "\n")
    assert "says-nothing" in codes(packs)


def test_what_is_let_through_can_be_played(write: Write, packs: Packs) -> None:
    """Words for the seat in an event; the target's country and area in an order."""
    seat = "[{alert: seat, add: 1}, {tolerance: seat, add: 1}, {section: seat, add: 1}, {security: seat, add: 1}]"
    there = "[{section: there, add: 1}, {tolerance: there, add: 1}, {alert: here, add: 1}, {section: here, add: 1}]"
    words = f"events: {{x: {{title: X, do: {seat}}}}}\noperations: {{bribe: {{{BRIBE}, do: {there}}}}}\n"
    write("mine/scenario.yaml", BASE + words)
    assert codes(packs) == []
    scenario = load("mine", packs)
    atlas = Atlas(scenario.catalogue)
    bribes = 0
    for seed in range(3):
        state, _ = new_game(scenario, atlas, seed)
        players = {side: make_player("random", side, seed) for side in Side}
        while not state.is_over():
            orders = {side: players[side].choose(view_for(scenario, atlas, state, side)) for side in Side}
            bribes += sum(order.operation == "bribe" for order in orders[Side.CENTER])
            state, _ = resolve_turn(scenario, atlas, state, orders)
    assert bribes


def test_a_list_is_changed_by_adding_and_removing_alone(write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", BASE + "cast: {add: [], delete: [goldman]}\n")
    (finding,) = examine("mine", packs).findings
    assert finding.code == "unknown-key" and "'add' and 'remove'" in finding.message and finding.line == 3
    write("mine/scenario.yaml", BASE + "cast: {remove: goldman}\n")
    (finding,) = examine("mine", packs).findings
    assert finding.message == "'remove' takes a list of ids" and finding.line == 3


@pytest.mark.parametrize(
    ("lives", "code"),
    [
        ("mexiko", "unknown-place"),
        ("new_york", "seat-not-exile"),
        ("prinkipo_izzet_pasha", "place-off-map"),
        ("turkey", "country-off-map"),
    ],
)
def test_he_can_live_where_there_is_a_house_in_play(write: Write, packs: Packs, lives: str, code: str) -> None:
    write("mine/scenario.yaml", BASE + f"events: {{x: {{title: X, when: {{lives: {lives}}}}}}}\n")
    assert codes(packs) == [code]


def test_events_ask_where_he_lives_and_whether_he_is_interned(write: Write, packs: Packs) -> None:
    """Ten more for the Center's purse in every turn in which one of them holds."""
    asked = (
        "{lives: mexico}",
        "{lives: coyoacan}",
        "{interned: false}",
        "{lives: usa}",
        "{not: {lives: mexico}}",
        "{interned: true}",
    )
    events = ", ".join(
        f"x{number}: {{title: X, once: false, when: {when}, do: [{{meter: funds, of: center, add: 10}}]}}"
        for number, when in enumerate(asked)
    )
    write("mine/scenario.yaml", BASE + f"events: {{{events}}}\n")
    scenario = load("mine", packs)
    table = Situation(scenario, Atlas(scenario.catalogue))

    def held() -> int:
        before = table.state.center.funds
        return (table.play().state.center.funds - before) // 10

    assert held() == 3, "at home in Coyoacán, and free"
    table.state.circle.moving_to, table.state.circle.moving_arrives = "casa_azul", 9
    assert held() == 2, "between two houses of one country"
    table.state.circle.moving_to, table.state.circle.moving_arrives = "minneapolis", 9
    table.state.public.asylum = "usa"
    assert held() == 3, "on the way to another: the third is that he is not in Mexico"
    table.state.public.asylum, table.state.circle.moving_to, table.state.public.interned = "mexico", "", 1
    assert held() == 3
