"""When a turn was, in words."""

from game.rules.definitions import Catalogue


def opening_words(catalogue: Catalogue, turn: int, month: str) -> str:
    """The month in which a turn begins, as `month` has it; the day too where turns are shorter than months."""
    first = catalogue.first_day(max(1, turn))
    return first.strftime(month) if catalogue.step.months else f"{first.day} {first.strftime(month)}"
