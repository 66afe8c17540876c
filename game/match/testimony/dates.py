"""When something was, as people recollect it: the blanks of a date, and what may be said of it in place of a date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from game.rules.definitions import Catalogue
from game.rules.nouns import Step
from game.rules.testimonies import Testimonies
from game.rules.testimony_words import Tag

_STEPS = {Step.WEEK: Tag.WEEKS, Step.FORTNIGHT: Tag.WEEKS, Step.MONTH: Tag.MONTHS}
_WINTER = (12, 1, 2)
_PARTS = ((10, "early"), (20, "middle"), (31, "late"))


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates of a game's turns in words."""

    catalogue: Catalogue
    book: Testimonies

    @property
    def tag(self) -> str:
        """How exactly one remembers in this scenario: by weeks, months or quarters."""
        return _STEPS.get(self.catalogue.step, Tag.QUARTERS)

    def tags(self, turn: int, told: int) -> frozenset[str]:
        """What can be said of the date of a turn, after the turn that was spoken of last (0: none)."""
        day, last = self._day(turn), self._day(told) if told else None
        tags = {self.tag}
        if day.month in _WINTER:
            tags.add(Tag.WINTER)
        if last is not None and last.year == day.year:
            tags.add(Tag.SAME_YEAR)
        if told and turn == told:
            tags.add(Tag.SAME_TURN)
        if told and turn == told + 1:
            tags.add(Tag.NEXT_TURN)
        return frozenset(tags)

    def blanks(self, turn: int) -> Mapping[str, str]:
        """What a date can fill in: year, season, month, part of the month, day in words of the book."""
        day, book = self._day(turn), self.book
        part = next(name for most, name in _PARTS if day.day <= most)
        return {
            "year": str(day.year),
            "season": _of(book.seasons, day.month % 12 // 3),
            "month": _of(book.months, day.month - 1),
            "part": next(iter(book.phrases.get(f"part_{part}", ())), ""),
            "day": str(day.day),
        }

    def lasted(self, count: int) -> str:
        """How long so many turns are: `four months`, `a year`; empty without words for numbers."""
        days = count * self.catalogue.step.days
        for length, name in ((365, "year"), (30, "month"), (7, "week")):
            number = round(days / length)
            if days >= 2 * length or (length == 365 and days >= 350) or length == 7:
                return f"a {name}" if number == 1 else spelt(number, f"{name}s", self.book)
        return ""

    def _day(self, turn: int) -> date:
        return self.catalogue.first_day(turn)


def spelt(number: int, noun: str, book: Testimonies) -> str:
    """A number in words with its noun; digits where the book has no word for it."""
    word = _of(book.numbers, number - 1) or str(number)
    return f"{word} {noun}"


def times(number: int, book: Testimonies) -> str:
    """How often, in words."""
    if number == 1:
        return "once"
    return "twice" if number == 2 else spelt(number, "times", book)


def _of(words: tuple[str, ...], index: int) -> str:
    return words[index] if 0 <= index < len(words) else ""
