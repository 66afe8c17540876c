"""The way to the rulebook: all of it from title and desk, a paragraph from whatever F1 is pressed on."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from game.rulebook.pages import Book, Page, Prose
from game.rulebook.shipped import pages_of
from game.rulebook.template import TemplateError
from game.rules.definitions import Scenario
from game.scenario import ScenarioError
from game.ui.presenters.subjects import found, page_for
from game.ui.screen import Action, HotArea, Outcome, Push
from game.ui.screens.explain import Passage
from game.ui.screens.rulebook import RulebookScreen
from game.ui.stage import Stage

MOST_HITS = 3
"""How many paragraphs a search elsewhere names."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A book, and the scenario for whose rules it was written."""

    scenario: Scenario | None
    book: Book


class Consulting:
    """The rulebook of one window. `played` is the scenario that is being played, if any: its rules are the ones that count."""

    def __init__(self, stage: Stage, played: Callable[[], Scenario | None]) -> None:
        self._stage, self._office, self._played = stage, stage.office, played
        self._written: _Written | None = None

    def open(self, label: str = "") -> Outcome:
        """The whole book, at a paragraph."""
        try:
            return Push(self.screen(label))
        except (ScenarioError, TemplateError, OSError) as error:
            return self._stage.said(str(error).splitlines()[0])

    def screen(self, label: str = "") -> RulebookScreen:
        """The book open at a paragraph, or at its beginning. Raises as `pages_of` does, and OSError."""
        scenario = self._played()
        return RulebookScreen(self._book(), label, scenario.catalogue.title if scenario is not None else "")

    def passage(self, area: HotArea) -> Passage | None:
        """What the book says of something on the screen, with the way to it."""
        page = page_for(book, area.subject or area.id, area.name) if (book := self._readable()) is not None else None
        if page is None:
            return None
        text = "\n".join(block.text for block in page.blocks if isinstance(block, Prose))
        return Passage(title=page.title, text=text, number=page.number, open=partial(self.open, page.label))

    def hits(self, text: str) -> tuple[tuple[Page, Action], ...]:
        """Paragraphs that answer to a search, with the ways to them."""
        book = self._readable() if text.strip() else None
        pages = found(book, text)[:MOST_HITS] if book is not None else ()
        return tuple((page, partial(self.open, page.label)) for page in pages)

    def _readable(self) -> Book | None:
        """The book, or nothing where a mod has spoilt it: whoever opens it is told why."""
        try:
            return self._book()
        except (ScenarioError, TemplateError, OSError):
            return None

    def _book(self) -> Book:
        """Written once for a scenario."""
        scenario = self._played()
        if self._written is None or self._written.scenario is not scenario:
            self._written = _Written(scenario, pages_of(scenario))
        return self._written.book
