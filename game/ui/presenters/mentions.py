"""Whom a text names that somebody has written out, such as the news of an event: found by the names that a side knows."""

import re
from collections import Counter
from collections.abc import Iterator

from game.rules.events import Event, EventKind
from game.rules.nouns import OLD_MAN
from game.rules.view import View

_SHORT = 4
"""A surname of no more letters may be a word of its own where a sentence begins, such as Well."""
_PRECEDED = re.compile(r"(?:^|\W)[A-Z][\w.’'-]* $")
"""What ends with a word with a capital: a first name, if a surname follows it."""


def people_in(view: View, text: str) -> tuple[str, ...]:
    """The people whom a text names, in the order in which they are first named: by whole name, or by a surname that only one of
    those has whom the side knows, and before which nobody else's first name stands."""
    found: dict[str, int] = {}
    for person, name, whole in _names(view):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if whole or _is_surname(text, match):
                found[person] = min(match.start(), found.get(person, match.start()))
                break
    return tuple(sorted(found, key=lambda person: found[person]))


def people_in_news(view: View, event: Event) -> tuple[str, ...]:
    """Whom the news of an event names: of it only the text says whom it is about."""
    return people_in(view, event.text) if event.kind in (EventKind.TOLD, EventKind.HEADLINE) else ()


def _is_surname(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()]
    begins = not before.strip() or before.rstrip()[-1] in ".!?:"
    return not _PRECEDED.search(before) and not (begins and len(match.group()) <= _SHORT)


def _names(view: View) -> Iterator[tuple[str, str, bool]]:
    """Everybody's names and whether they are whole; surnames as far as they are one person's."""
    surnames: dict[str, str] = {}
    shared: Counter[str] = Counter()
    for id_, face in view.faces.items():
        person = OLD_MAN if id_ == view.catalogue.old_man else id_
        for name in {face.name, face.subtitle} - {""}:
            yield person, name, True
            _first, space, last = name.rpartition(" ")
            if space and surnames.get(last) != person:
                surnames[last] = person
                shared[last] += 1
    yield from ((person, last, False) for last, person in surnames.items() if shared[last] == 1)
