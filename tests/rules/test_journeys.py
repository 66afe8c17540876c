"""Journeys on which the Circle sent nobody: of honest people, and of Moscow's."""

from collections import Counter
from dataclasses import replace

import pytest

from game.rules.definitions import Scenario
from game.rules.events import Event, EventKind
from game.rules.geography import Atlas
from game.rules.nouns import Audience, Status
from game.rules.orders import Order
from tests.rules.situations import Situation


@pytest.fixture
def table(utka: Scenario, atlas: Atlas) -> Situation:
    return Situation(utka, atlas)


def ruled(table: Situation, seed: int, **journeys: int) -> Situation:
    """A situation with these numbers for journeys."""
    catalogue = table.scenario.catalogue
    numbers = replace(catalogue.numbers, journeys=replace(catalogue.numbers.journeys, **journeys))
    return Situation(replace(table.scenario, catalogue=replace(catalogue, numbers=numbers)), table.atlas, seed)


def unsent(situation: Situation) -> list[Event]:
    return situation.told(Audience.CIRCLE, EventKind.SET_OUT)


def test_honest_people_who_set_out_are_of_the_outer_rings_free_and_could_be_won(table: Situation) -> None:
    """Rulebook 12.7. Where it is sure that somebody sets out, nobody of the household goes, nobody with an order, nobody whom
    nothing could win over and none of the Center's; all make for where the Old Man lives, and are told of alike.
    """
    went: Counter[str] = Counter()
    for seed in range(60):
        made = ruled(table, seed, chance=100, at_seat=100)
        made.make_mole("hansen")
        before = made.state
        made.play((), (Order(operation="publish", agent="cannon"),))
        for event in unsent(made):
            body, then = made.state.bodies[event.subject], before.bodies[event.subject]
            assert event.subject in before.circle.members
            assert then.access in (2, 3) and not before.circle.faces[event.subject].steadfast
            assert made.scenario.catalogue.areas[event.other] == made.scenario.catalogue.areas[before.circle.seat]
            assert body.place == event.other or (body.status, body.destination) == (Status.IN_TRANSIT, event.other)
            went[event.subject] += 1
    assert len(went) > 5, "it is not always the same"
    assert not {"hansen", "cannon"} & set(went)


def test_nobody_sets_out_where_the_rules_say_never(table: Situation) -> None:
    assert not any(unsent(ruled(table, seed, chance=0).play()) for seed in range(20))


def test_whoever_does_not_want_to_see_him_goes_where_the_circle_has_people(table: Situation) -> None:
    """Rulebook 12.7. With 0 % nobody makes for the house on purpose; several towns are chosen."""
    goals = {event.other for seed in range(60) for event in unsent(ruled(table, seed, chance=100, at_seat=0).play())}
    assert len(goals) > 2


def test_the_circle_is_told_of_a_mole_in_the_same_words_as_of_an_honest_man(table: Situation) -> None:
    """Rulebook 12.7, 5.1. One event for each, alike but for who and where, in an order that tells nothing."""
    first: Counter[bool] = Counter()
    for seed in range(80):
        made = ruled(table, seed, chance=100, at_seat=100)
        made.make_mole("hansen")
        made.play((Order(operation="travel", agent="hansen", target="coyoacan"),))
        told = unsent(made)
        moles = [event.subject == "hansen" for event in told]
        if sorted(moles) == [False, True]:
            first[moles[0]] += 1
            plain = [replace(event, subject="", other="", place="") for event in told]
            assert plain[0] == plain[1]
    assert sum(first.values()) > 10
    assert min(first[True], first[False]) > sum(first.values()) // 5


def test_whoever_the_circle_has_given_an_order_cannot_be_sent_off_by_the_center(table: Situation) -> None:
    """Rulebook 3.8, 14.1. A mole who publishes for the Circle stays; the money for his journey comes back."""
    table.make_mole("hansen")
    idle = Situation(table.scenario, table.atlas)
    idle.make_mole("hansen")
    idle.play()
    table.play((Order(operation="travel", agent="hansen", target="coyoacan"),), (Order(operation="publish", agent="hansen"),))
    assert table.told(Audience.CENTER, EventKind.LAPSED, subject="hansen")
    assert table.state.bodies["hansen"].status is Status.ACTIVE
    assert table.state.center.funds == idle.state.center.funds
    assert not unsent(table)


@pytest.mark.parametrize("mole", [False, True])
def test_of_whoever_is_denounced_as_he_leaves_no_journey_is_told(table: Situation, mole: bool) -> None:
    """Rulebook 2.3, 12.7. He sets out unsent and is denounced in the same turn: he is gone, and on his way nowhere."""
    for seed in range(60):
        made = ruled(table, seed, chance=100, at_seat=100)
        if mole:
            made.make_mole("hansen")
        order = Order(operation="travel", agent="hansen", target="coyoacan")
        made.play((order,) if mole else (), (Order(operation="denounce", agent="movement", target="hansen"),))
        assert all(event.other for event in unsent(made))
        assert not [event for event in unsent(made) if event.subject == "hansen"]
