"""Fills the braces of the template with figures.

{police.alert}                        a number of the rules; a rate with its period
{signed denounce.right}               with its sign; `plus` as in a sum, `abs` without, `score` as a score
{count asylum.notice turn}            with its noun, in the plural where it is one
{share newcomers.at_seat}             as per cent, or `none`
{monthly newcomers.drift_to_household}  a chance a month, and what it is in a turn of the scenario's
{scale loyalty}                       the ends of a person's, country's or place's number; `{span track}` of a meter
{days month}                          how many days a turn counts
{op raid}                             what an operation is called
{§strikes}                            the number of a paragraph
{4}                                   an amount that an example takes for given
{=police police=3 alert=1 tradecraft=2}  a sum by name, see `sums`; amounts may be names of numbers
{=add 8 denounce.right}               a sum for which the order of its amounts says enough
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from game.rulebook.figures import UnknownFigureError, find, hundredths, look_up, plain, score, signed, spaced
from game.rulebook.source import Rules
from game.rulebook.sums import SUMS
from game.rulebook.template import TemplateError
from game.rules.nouns import Step
from game.rules.numbers import Rate, chance_per_turn
from game.scenario.lints.ranges import COUNTRY, PERSON, PLACE

SKILLS = (0, 5)
_BRACES = re.compile(r"\{([^{}]*)\}")


class Filling:
    """Fills lines for one set of rules. `numbers` are the paragraphs' numbers by label, empty for those left out."""

    def __init__(self, rules: Rules, numbers: Mapping[str, str]) -> None:
        self._rules = rules
        self._numbers = numbers

    def fill(self, text: str, line: int) -> str:
        """The text with every pair of braces filled. Raises TemplateError if one cannot be."""

        def filled(match: re.Match[str]) -> str:
            try:
                return self._value(match[1].strip())
            except (UnknownFigureError, KeyError, StopIteration, ValueError) as error:
                raise TemplateError(line, f"{{{match[1]}}}: {error.args[0] if error.args else 'has no meaning'}") from None

        return _BRACES.sub(filled, text)

    def amounts(self, text: str, line: int) -> dict[str, int]:
        """Amounts written as `name=4`, `name=police.alert` or without a name, in their order."""
        try:
            return self._amounts(text)
        except (UnknownFigureError, ValueError) as error:
            raise TemplateError(line, str(error)) from None

    def _value(self, inside: str) -> str:
        if inside.isdecimal():
            return inside
        if inside.startswith("§"):
            return self._reference(inside[1:])
        if inside.startswith("="):
            name, _, rest = inside[1:].partition(" ")
            if name not in SUMS:
                raise UnknownFigureError(f"there is no sum '{name}'")
            return SUMS[name](self._rules, self._amounts(rest))
        word, _, rest = inside.partition(" ")
        if rest:
            if word not in _WORDS:
                raise UnknownFigureError(f"'{word}' is no word of the template")
            return _WORDS[word](self._rules, rest.strip())
        return self._number(inside)

    def _number(self, path: str) -> str:
        value = find(self._rules, path)
        if isinstance(value, Rate):
            return f"{plain(value.value)} a {value.per}"
        return plain(look_up(self._rules, path))

    def _reference(self, label: str) -> str:
        if label not in self._numbers:
            raise UnknownFigureError(f"there is no paragraph '{label}'")
        return self._numbers[label] or "a paragraph that these rules do without"

    def _amounts(self, text: str) -> dict[str, int]:
        amounts: dict[str, int] = {}
        for part in text.split():
            name, equals, value = part.partition("=")
            value = value if equals else name  # an amount may do without a name where its place says enough
            given = value.lstrip("-").isdecimal()
            amounts[name if equals else f"{len(amounts)}"] = int(value) if given else look_up(self._rules, value)
        return amounts


def _count(rules: Rules, rest: str) -> str:
    path, _, noun = rest.partition(" ")
    number = abs(int(path) if path.isdecimal() else look_up(rules, path))
    return f"{plain(number)} {noun}{'' if number == 1 else 's'}"


def _monthly(rules: Rules, path: str) -> str:
    percent = look_up(rules, path)
    here = ""
    if rules.step is not None and rules.step is not Step.MONTH:
        here = f" ({plain(chance_per_turn(percent, rules.step))} % in a turn of this scenario)"
    return f"{plain(percent)} % a month{here}"


def _scale(_: Rules, name: str) -> str:
    least, most = {**PERSON, **COUNTRY, **PLACE, "skills": SKILLS}[name]
    return f"{plain(least)} to {plain(most)}"


def _name(rules: Rules, operation: str) -> str:
    known = rules.operations.get(operation)
    return known.name if known else operation.replace("_", " ").capitalize()


_WORDS: Mapping[str, Callable[[Rules, str], str]] = MappingProxyType(
    {
        "abs": lambda rules, path: plain(abs(look_up(rules, path))),
        "signed": lambda rules, path: signed(look_up(rules, path)),
        "plus": lambda rules, path: spaced(look_up(rules, path)),
        "score": lambda rules, path: score(look_up(rules, path)),
        "weight": lambda rules, path: hundredths(look_up(rules, path)),
        "count": _count,
        "share": lambda rules, path: f"{plain(percent)} %" if (percent := look_up(rules, path)) else "none",
        "monthly": _monthly,
        "scale": _scale,
        "span": lambda rules, name: f"0 to {plain(look_up(rules, f'bounds.{name}'))}",
        "days": lambda _, step: plain(Step(step).days),
        "op": _name,
    }
)
"""What can be asked of a number or a name."""
