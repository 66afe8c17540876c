"""Dates as history gives them: a day, a month or only a year."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The first and the last day that a date can mean."""

    first: date
    last: date


def period_of(begins: str, until: str = "") -> Period | None:
    """The days from `begins` to the end of `until`; nothing unless both are `1938`, `1938-02` or `1938-02-16`."""
    start = _span(begins)
    end = _span(until) if until else start
    return Period(start.first, end.last) if start is not None and end is not None else None


def _span(text: str) -> Period | None:
    matched = _DATE.fullmatch(text)
    if matched is None:
        return None
    year, month, day = (int(part) if part else 0 for part in matched.groups())
    try:
        if day:
            return Period(date(year, month, day), date(year, month, day))
        first, last = (month, month) if matched[2] else (1, 12)
        return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
    except ValueError:
        return None
