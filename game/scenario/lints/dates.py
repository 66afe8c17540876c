"""Lints on time: the scenario's span, and the dates that must lie in it."""

from collections.abc import Iterator, Mapping

from game.rules.definitions import Task
from game.rules.words import Span
from game.scenario.build import LAST_YEAR, MOST_TURNS, span_of
from game.scenario.lints.sheet import Remark, Sheet
from game.scenario.shaping import day_in


def bad_turns(sheet: Sheet) -> Iterator[Remark]:
    """A scenario lasts from 1 to 1000 turns and begins on a day that every month has."""
    turns, start = sheet.layout.turns, sheet.layout.start
    if turns is not None and not 1 <= turns <= MOST_TURNS:
        yield Remark("turns", f"found {turns}, expected 1 to {MOST_TURNS}")
    if start and start.year > LAST_YEAR:
        yield Remark("start", f"found the year {start.year}, expected one up to {LAST_YEAR}")
    step = sheet.layout.step
    if start and start.day > 28 and step is not None and step.months:
        yield Remark("start", f"a turn cannot begin on day {start.day} of every month", "begin on a day from 1 to 28")


def bad_dates(sheet: Sheet) -> Iterator[Remark]:
    """Dates are written as `1939-08-01`, and what ends does not end before it begins."""
    for path, text in _dates(sheet):
        if text and day_in(text) is None:
            yield Remark(path, f"found '{text:.40}', expected a date such as 1939-08-01")
    for path, word in sheet.words:
        if isinstance(word, Span):
            first, last = day_in(word.from_), day_in(word.to)
            if first and last and first > last:
                yield Remark(path, f"the span ends on {last} before it begins on {first}")
    for kind, tasks in _tasks(sheet):
        for task in tasks.values():
            if task.given and task.given >= task.by:
                yield Remark(f"{kind}.{task.id}.given", f"it is given on {task.given}, too late to be done by {task.by}")


def dates_outside(sheet: Sheet) -> Iterator[Remark]:
    """Events and tasks fall into the time of the scenario."""
    span = span_of(sheet.layout)
    if span is None:
        return
    first, last = span
    for path, text in _dates(sheet):
        day = day_in(text)
        if day and not path.endswith((".from", ".to")) and not first <= day <= last:
            yield Remark(path, f"{day} lies outside the scenario, which lasts from {first} to {last}")
    for path, word in sheet.words:
        if isinstance(word, Span):
            begins, ends = day_in(word.from_), day_in(word.to)
            if (begins and begins > last) or (ends and ends < first):
                yield Remark(path, f"the span never meets the scenario, which lasts from {first} to {last}")


def _dates(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Every date that a scenario writes, with its path."""
    for event in sheet.layout.events.values():
        yield f"events.{event.id}.date", event.date
    for kind, tasks in _tasks(sheet):
        for task in tasks.values():
            yield f"{kind}.{task.id}.by", task.by
            yield f"{kind}.{task.id}.given", task.given
    for path, word in sheet.words:
        if isinstance(word, Span):
            yield f"{path}.from", word.from_
            yield f"{path}.to", word.to


def _tasks(sheet: Sheet) -> tuple[tuple[str, Mapping[str, Task]], ...]:
    return (("directives", sheet.layout.directives), ("aims", sheet.layout.aims))
