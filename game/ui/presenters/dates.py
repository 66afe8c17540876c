"""When a turn was, in words."""

from game.rules.definitions import Catalogue
from game.rules.view import View


def opening_words(catalogue: Catalogue, turn: int, month: str) -> str:
    """The month in which a turn begins, as `month` has it; the day too where turns are shorter than months."""
    first = catalogue.first_day(max(1, turn))
    return first.strftime(month) if catalogue.step.months else f"{first.day} {first.strftime(month)}"


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
