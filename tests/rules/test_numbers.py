"""Rates: what goes by the month comes to the same over a month, however long a turn is."""

from dataclasses import replace

import pytest

from game.rules.definitions import Scenario
from game.rules.nouns import Step
from game.rules.numbers import Rate, chance_per_turn
from game.rules.view import circle_income


@pytest.mark.parametrize(
    ("step", "months"),
    [(Step.WEEK, 1 / 4), (Step.FORTNIGHT, 1 / 2), (Step.MONTH, 1), (Step.TWO_MONTHS, 2), (Step.QUARTER, 3)],
)
def test_a_chance_a_month_is_the_nearest_whole_chance_a_turn(step: Step, months: float) -> None:
    """Rounding always downwards what stays would make drift twice as quick in a week as in a month."""
    for percent in range(101):
        exact = 100 * (1 - (1 - percent / 100) ** months)
        assert abs(chance_per_turn(percent, step) - exact) <= 0.5 + 1e-9, percent


def test_parts_of_a_point_are_kept_for_later_turns() -> None:
    for step, turns in ((Step.WEEK, 30), (Step.FORTNIGHT, 2), (Step.TWO_MONTHS, 1), (Step.QUARTER, 1)):
        paid = sum(Rate(value=5).amount(step, turn) for turn in range(1, turns + 1))
        assert paid == 5 * step.days * turns // 30


@pytest.mark.parametrize("step", list(Step))
@pytest.mark.parametrize(("sections", "a_month"), [(0, 2), (1, 3), (2, 4), (6, 4)])
def test_what_sections_raise_comes_to_the_same_however_long_a_turn_is(
    utka: Scenario, step: Step, sections: int, a_month: int
) -> None:
    """Two a month and one for each section, four at most."""
    catalogue, turns = replace(utka.catalogue, step=step), 30
    raised = sum(circle_income(catalogue, {"paris": sections}, turn) for turn in range(1, turns + 1))
    assert raised == a_month * step.days * turns // 30
