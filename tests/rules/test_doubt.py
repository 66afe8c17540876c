"""Doubt: blame is shared, and a finding is weighed by Bayes' rule."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.definitions import Scenario
from game.rules.doubt import CERTAIN, blame, found_chance, share_blame, uncleared, weigh_finding
from game.rules.events import EventKind
from game.rules.geography import Atlas
from game.rules.legality import actors, legal_orders
from game.rules.nouns import MOVEMENT, Audience, Side, Status
from game.rules.orders import Order
from game.rules.view import CenterView
from tests.rules.situations import Situation


def test_blame_is_shared_by_doubt_and_the_outsider() -> None:
    """One division: doubt over the outsider's weight and all doubts. 20 % and 30 % against an outsider of weight 2."""
    assert share_blame([2000, 3000], 200) == [800, 1200]


def test_blame_for_a_forgery_falls_on_one() -> None:
    """An old member at 2 % framed three times goes 2 → 9 → 34 → 72 %."""
    doubt, seen = 200, []
    for _ in range(3):
        doubt = blame(doubt, share_blame([doubt], 25)[0], 97)
        seen.append(round(doubt / 100))
    assert seen in ([9, 33, 72], [9, 34, 72])


@given(st.lists(st.integers(0, 9700), min_size=1, max_size=12), st.integers(0, 300))
def test_shares_never_exceed_the_whole_and_blame_never_clears(doubts: list[int], weight: int) -> None:
    shares = share_blame(doubts, weight)
    assert 0 <= sum(shares) <= CERTAIN
    for doubt, share in zip(doubts, shares, strict=True):
        assert doubt <= blame(doubt, share, 97) <= 9700


@given(st.integers(0, 9700), st.integers(0, 100))
def test_who_is_not_struck_off_is_weighed_by_bayes(doubt: int, clearing: int) -> None:
    """Of those as doubtful, all who are the Center's remain on the list, and of the others what the watch leaves."""
    after = uncleared(doubt, clearing, 97)
    remain = doubt + (CERTAIN - doubt) * (100 - clearing) / 100
    exact = CERTAIN * doubt / remain if remain else doubt
    assert doubt <= after <= 9700 and after == pytest.approx(min(9700, exact), abs=1)


def test_whom_nothing_could_win_over_is_never_doubted_and_no_paper_may_name_him(utka: Scenario, atlas: Atlas) -> None:
    made = Situation(utka, atlas)
    assert made.state.circle.members["natalia"].doubt == 0 and utka.setup.people["natalia"].steadfast
    view = made.view(Side.CENTER)
    papers = {order.target for agent in actors(view) for order in legal_orders(view, agent) if order.operation == "forge"}
    assert papers and "natalia" not in papers


def test_the_center_remembers_which_of_its_papers_have_reached_the_files(utka: Scenario, atlas: Atlas) -> None:
    """As many as it is told of: a paper that is not believed is not counted."""
    made, told, turns = Situation(utka, atlas), 0, 8
    for _ in range(turns):
        made.state.center.funds = 5
        made.play((Order(operation="forge", agent="eitingon", target="naville"),))
        told += len(made.told(Audience.CENTER, EventKind.SUCCEEDED))
        view = made.view(Side.CENTER)
        assert isinstance(view, CenterView) and view.papers == ({"naville": told} if told else {})
    assert 0 < told < turns


def test_an_honest_vetter_finds_with_25_and_10_a_point_less_4_a_cover(utka: Scenario) -> None:
    numbers = utka.catalogue.numbers.vetting
    assert found_chance(numbers, 4, 3) == 25 + 40 - 12
    assert found_chance(numbers, 0, 5) == 5


@pytest.mark.parametrize(("guilty", "expected"), [(True, 63.9), (False, 14.8)])
def test_a_finding_is_bayes(utka: Scenario, guilty: bool, expected: float) -> None:
    """A newcomer (25 %) looked into by a trusted vetter of analysis 4: 53 % against 10 % false alarms."""
    after = weigh_finding(utka.catalogue.numbers.vetting, 2500, guilty, 4, 0, 97)
    assert after / 100 == pytest.approx(expected, abs=0.2)


def test_a_doubtful_vetter_says_little(utka: Scenario) -> None:
    numbers = utka.catalogue.numbers.vetting
    trusted = weigh_finding(numbers, 2500, True, 4, 0, 97)
    doubtful = weigh_finding(numbers, 2500, True, 4, 8000, 97)
    assert doubtful < 2500 < trusted, "a mole accuses innocents, so an accusation by a likely mole speaks for the accused"


def test_whom_a_captive_names_is_doubted_as_much_as_the_rules_say(utka: Scenario, atlas: Atlas) -> None:
    """The number is a number of captives, not that of a refused offer."""
    catalogue = utka.catalogue
    captives = replace(catalogue.numbers.captives, names=100, doubt=64, silent=0, nerve=0)
    numbers = replace(catalogue.numbers, captives=captives)
    scenario = replace(utka, catalogue=replace(catalogue, numbers=numbers))
    for seed in range(60):
        other = Situation(scenario, atlas, seed)
        other.make_mole("hansen")
        other.make_mole("cannon")
        other.play((), (Order(operation="denounce", agent=MOVEMENT, target="hansen"),))
        if other.state.bodies["hansen"].status is Status.ARRESTED:
            assert other.state.circle.members["cannon"].doubt == 6400
            return
    raise AssertionError("he was never arrested")
