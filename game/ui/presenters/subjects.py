"""Which paragraph of the rulebook explains what on the screen: by the name of the hot area, else by what it is called."""

from types import MappingProxyType

from game.rulebook.pages import Book, Page
from game.rulebook.template import label_of

WORD = "word."
"""The labels of the paragraphs on the figures of the desk begin so."""

_SHORT = 3

_SUBJECTS = MappingProxyType(
    {
        "meter.funds": "word.funds",
        "meter.signals": "word.signals",
        "meter.paranoia": "word.paranoia",
        "meter.influence": "word.influence",
        "meter.track": "word.track",
        "meter.preparation": "word.preparation",
        "meter.security": "word.security",
        "meter.tolerance": "word.tolerance",
        "fact.cover": "word.cover",
        "fact.doubt": "word.doubt",
        "fact.skill": "word.skills",
        "odds.success": "word.success",
        "odds.traces": "word.traces",
        "attribution": "word.attribution",
        "way.rings": "word.ring",
        "slip": "word.task",
        "house": "word.guards",
        "telegram": "told",
        "seal": "phases",
        "line": "calloff",
    }
)
"""Hot areas, or the beginnings of their names, and the labels of paragraphs."""


def page_for(book: Book, area: str, name: str) -> Page | None:
    """The paragraph on a hot area, which is called `name`; None if the book has nothing on it."""
    kind, _dot, rest = area.partition(".")
    if kind == "order":
        return book.page(label_of(rest))
    if kind == "row":
        return book.page(label_of(rest.partition(".")[2]))
    label = _SUBJECTS.get(area) or _SUBJECTS.get(".".join(area.split(".")[:2])) or _SUBJECTS.get(kind, "")
    return book.page(label) or (_called(book, name) if kind == "fact" else None)


def _called(book: Book, name: str) -> Page | None:
    """The paragraph on a figure of a sheet whose title shares a word with its name; short words mean nothing."""
    wanted = {word for word in name.casefold().split() if len(word) > _SHORT}
    titled = (page for page in book.pages if page.label.startswith(WORD))
    return next((page for page in titled if wanted.intersection(page.title.casefold().split())), None)


def found(book: Book, text: str) -> tuple[Page, ...]:
    """The paragraphs that have all these words: those in whose title they are first, the short ones on the desk's figures
    before others."""
    words = text.casefold().split()
    titled = [page for page in book.pages if all(word in page.title.casefold() for word in words)]
    titled.sort(key=lambda page: not page.label.startswith(WORD))
    inside = [page for page in book.pages if page not in titled and all(word in page.text.casefold() for word in words)]
    return (*titled, *inside)
