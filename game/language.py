"""Messages in the player's language. English is in the source; a language that somebody has written may replace it. Content words
come from the scenario and never pass through here.
"""

import re
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

NO_WORDING: Mapping[str, str] = MappingProxyType({})
_MONTH = re.compile(r"(%[Bb])")
"""Where the name of a month goes in the layout of a date."""
ENGLISH = "en"
"""The code of the language that stands in the source."""


class Counting(StrEnum):
    """Which numbers have a form of their own: `one` has one for 1 and one for all others, `zero_one` counts 0 with 1, `slavic` is
    Russian's and its neighbours', `polish` and `czech` are theirs, and with `none` there is only one form."""

    ONE = "one"
    ZERO_ONE = "zero_one"
    SLAVIC = "slavic"
    POLISH = "polish"
    CZECH = "czech"
    NONE = "none"


def _few(count: int) -> bool:
    """Whether a number ends as two, three and four do in Slavic languages: 22 does, 12 does not."""
    return count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)


FORMS: Mapping[Counting, tuple[int, Callable[[int], int]]] = {
    Counting.ONE: (2, lambda count: int(count != 1)),
    Counting.ZERO_ONE: (2, lambda count: int(count > 1)),
    Counting.SLAVIC: (3, lambda count: 0 if count % 10 == 1 and count % 100 != 11 else 1 if _few(count) else 2),
    Counting.POLISH: (3, lambda count: 0 if count == 1 else 1 if _few(count) else 2),
    Counting.CZECH: (3, lambda count: 0 if count == 1 else 1 if count in (2, 3, 4) else 2),
    Counting.NONE: (1, lambda _: 0),
}
"""How many forms there are, and which of them a number takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """How a language writes dates: the twelve `months`, how they are shortened (`short`), how they read after a day where that is
    otherwise (`after_day`), and how the day stands before them (`day`)."""

    months: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    after_day: tuple[str, ...] = ()
    day: str = "{day} {month}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language as its file has it: its own `name`, the messages, by what they are in English, those that count something in as
    many forms as `counting` has, and the dates."""

    format: int = 1
    name: str
    counting: Counting = Counting.ONE
    wording: Mapping[str, str] = field(default_factory=dict)
    plurals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dates: Dates = field(default_factory=Dates)

    def lacks(self, message: str) -> bool:
        """Whether it has no words for a message."""
        return message not in self.wording and message not in self.plurals


class Words:
    """Turns an English message into the player's language and fills in its named places.

    Screens call it by the name `_`, or `words`, under which `game.ui.unmet` finds the messages for who translates them:
    `_ = canvas.words; _("Turn {turn} of {turns}", turn=3, turns=18)`. `language` is the code that it goes by.
    """

    def __init__(self, language: str = ENGLISH, own: Language | None = None) -> None:
        self.language = language
        self._wording = NO_WORDING
        self._own = own or Language(name="English")

    def within(self, wording: Mapping[str, str]) -> "Words":
        """The same words, but for the messages that a scenario words otherwise. It answers for the language of those."""
        if not wording:
            return self
        worded = copy(self)
        worded._wording = wording
        return worded

    def __call__(self, message: str, /, **named: object) -> str:
        """The message in the player's language, with its `{names}` filled in."""
        translated = self._wording.get(message) or self._own.wording.get(message) or message
        return translated.format(**named) if named else translated

    def plural(self, one: str, many: str, count: int, /, **named: object) -> str:
        """The form of the message for this count, which is also there as `{count}`."""
        english = one if count == 1 else many
        worded = self._wording.get(english) or self._form(many, count) or self._own.wording.get(english) or english
        return worded.format(count=count, **named)

    def dated(self, day: date, layout: str, *, with_day: bool = False) -> str:
        """A day as `layout` has it for `strftime`, in which `%B` and `%b` are the month and its short form in the language, to
        the letter; `with_day` puts the day before."""
        dates = self._own.dates
        names = {"%B": dates.after_day if with_day and dates.after_day else dates.months, "%b": dates.short}
        parts = (names[part][day.month - 1] if names.get(part) else day.strftime(part) for part in _MONTH.split(layout))
        month = "".join(parts)
        return dates.day.format(day=day.day, month=month) if with_day else month

    def _form(self, many: str, count: int) -> str:
        """The language's own form of a message for a number; nothing where it has but the two of English."""
        forms = self._own.plurals.get(many)
        return forms[FORMS[self._own.counting][1](abs(count))] if forms else ""
