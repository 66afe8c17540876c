"""Work that is done step by step, so that whoever waits can be shown how far it has come, and may give it up."""

from collections.abc import Callable, Generator
from typing import TypeVar

Made = TypeVar("Made")
Work = Generator[tuple[int, int], None, Made]
"""Work that says after each step how many of how many are done, and returns what it has made."""


def finish(work: Work[Made], tell: Callable[[int, int], None] = lambda done, whole: None) -> Made:
    """All of some work at once, of which `tell` is told step by step; what it has made."""
    while True:
        try:
            tell(*next(work))
        except StopIteration as finished:
            made: Made = finished.value
            return made
