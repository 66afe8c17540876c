"""Dates of history in words."""

from datetime import date

from game.scenario.archive import period_of


def when_words(begins: str, until: str = "") -> str:
    """Such as `16–19 November 1927`, `July–October 1926` or `1933–1934`; what both ends share at their end is said once. The
    text as it stands if it is no date."""
    period = period_of(begins, until)
    if period is None:
        return begins
    first = _parts(period.first, begins)
    last = _parts(period.last, until or begins)
    if first == last:
        return " ".join(first)
    own = list(first)
    if len(first) == len(last):
        while own and own[-1] == last[len(own) - 1]:
            own.pop()
    dash = "–" if len(own) == 1 else " – "
    return " ".join(own) + dash + " ".join(last)


def _parts(day: date, text: str) -> list[str]:
    """Day, month and year, as far as the text goes."""
    return [str(day.day), day.strftime("%B"), str(day.year)][2 - text.count("-") :]
