"""When a turn was, in words that tell it from every other. The title needs some of them, and loads no rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from game.rules.definitions import Catalogue
    from game.rules.view import View


def day_words(day: date, month: str, *, by_day: bool) -> str:
    """The month of a day, as `month` has it; the day too where turns are shorter than months, which is `by_day`."""
    return f"{day.day} {day.strftime(month)}" if by_day else day.strftime(month)


def opening_words(catalogue: Catalogue, turn: int, month: str) -> str:
    """The month in which a turn begins, as `month` has it; the day too where turns are shorter than months."""
    return day_words(catalogue.first_day(max(1, turn)), month, by_day=not catalogue.step.months)


def last_words(catalogue: Catalogue, month: str) -> str:
    """The month in which the last turn ends; the day too where turns are shorter than months."""
    return day_words(catalogue.last_day(catalogue.turns), month, by_day=not catalogue.step.months)


def month_words(view: View, turn: int | None = None) -> str:
    """The month of a turn as the top bar prints it, its first and last month, or the day on which a shorter one begins."""
    return turn_words(view.catalogue, turn or view.turn, "%b %Y")


def turn_words(catalogue: Catalogue, turn: int, beside_day: str) -> str:
    """The month of a turn, its first and last month, or the day on which a shorter one begins, with its month and year as
    `beside_day` has them."""
    if not catalogue.step.months:
        return opening_words(catalogue, turn, beside_day)
    if catalogue.step.months < 2:
        return opening_words(catalogue, turn, "%B %Y")
    first, last = catalogue.first_day(turn), catalogue.last_day(turn)
    years = f"{first.year}" if first.year == last.year else f"{first.year}/{last:%y}"
    return f"{first:%b}–{last:%b} {years}"
