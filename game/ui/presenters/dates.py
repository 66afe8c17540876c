"""When a turn was, in words that tell it from every other. How a day is said is the language's: see `Words.dated`."""

from game.rules.definitions import Catalogue
from game.rules.view import View
from game.ui.words import Words


def opening_words(catalogue: Catalogue, turn: int, month: str, _: Words) -> str:
    """The month in which a turn begins, as `month` has it; the day too where turns are shorter than months."""
    return _.dated(catalogue.first_day(max(1, turn)), month, with_day=not catalogue.step.months)


def last_words(catalogue: Catalogue, month: str, _: Words) -> str:
    """The month in which the last turn ends; the day too where turns are shorter than months."""
    return _.dated(catalogue.last_day(catalogue.turns), month, with_day=not catalogue.step.months)


def month_words(view: View, _: Words, turn: int | None = None) -> str:
    """The month of a turn as the top bar prints it, its first and last month, or the day on which a shorter one begins."""
    return turn_words(view.catalogue, turn or view.turn, "%b %Y", _)


def turn_words(catalogue: Catalogue, turn: int, beside_day: str, _: Words) -> str:
    """The month of a turn, its first and last month, or the day on which a shorter one begins, with its month and year as
    `beside_day` has them."""
    if not catalogue.step.months:
        return opening_words(catalogue, turn, beside_day, _)
    if catalogue.step.months < 2:
        return opening_words(catalogue, turn, "%B %Y", _)
    first, last = catalogue.first_day(turn), catalogue.last_day(turn)
    years = f"{first.year}" if first.year == last.year else f"{first.year}/{last:%y}"
    return f"{_.dated(first, '%b')}–{_.dated(last, '%b')} {years}"
