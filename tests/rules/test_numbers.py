"""Rates: what goes by the month comes to the same over a month, however long a turn is."""

import pytest

from game.rules.nouns import Step
from game.rules.numbers import Rate, chance_per_turn


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
