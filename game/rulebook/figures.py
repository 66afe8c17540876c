"""How figures are set, and how a dotted name such as `police.alert` or `operations.raid.cost` leads to one in the rules."""

from collections.abc import Mapping, Sequence

from game.rulebook.source import Rules
from game.rules.numbers import Rate

MINUS = "−"


class UnknownFigureError(LookupError):
    """The rules have no figure of that name; the message names it."""


def plain(number: int) -> str:
    """A whole number, with a true minus sign."""
    return f"{MINUS}{-number}" if number < 0 else str(number)


def signed(number: int) -> str:
    """A whole number that is added: always with its sign."""
    return f"+{number}" if number > 0 else plain(number)


def spaced(number: int) -> str:
    """A whole number as the next term of a sum: its sign, a space, the number."""
    return f"{MINUS if number < 0 else '+'} {abs(number)}"


def hundredths(number: int) -> str:
    """Hundredths as a decimal fraction without useless noughts: 2640 is 26.4, 250 is 2.5."""
    whole, part = divmod(abs(number), 100)
    text = f"{whole}.{part:02}".rstrip("0").rstrip(".") if part else str(whole)
    return f"{MINUS}{text}" if number < 0 else text


def score(number: int) -> str:
    """A score in hundredths as it is shown: always signed, with two places."""
    return f"{'+' if number > 0 else MINUS if number < 0 else ''}{abs(number) // 100}.{abs(number) % 100:02}"


def look_up(rules: Rules, path: str) -> int:
    """The whole number that stands under a dotted name, of a rate its value.

    Raises:
        UnknownFigureError: there is nothing of that name, or it is no number.
    """
    value = find(rules, path)
    if isinstance(value, Rate):
        return value.value
    if isinstance(value, bool) or not isinstance(value, int):
        raise UnknownFigureError(f"'{path}' is no number of these rules")
    return value


def find(rules: Rules, path: str) -> object:
    """Whatever stands under a dotted name; `None` if there is nothing."""
    steps = path.split(".")
    value: object = rules.numbers
    if steps[0] == "operations":
        value, steps = rules.operations, steps[1:]
    for step in steps:
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, Sequence) and not isinstance(value, str):
            value = value[int(step)] if step.isdecimal() and int(step) < len(value) else None
        else:
            value = getattr(value, step, None)
    return value
