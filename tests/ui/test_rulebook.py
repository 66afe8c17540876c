"""The rulebook in the window: the way to a paragraph from whatever F1 is pressed on, the search, and the way back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.rulebook.pages import Book
from game.rulebook.shipped import pages_of
from game.rules.definitions import Scenario
from game.rules.events import Change, Event, EventKind
from game.rules.geography import Atlas
from game.rules.nouns import Audience, Side
from game.rules.setup import new_game
from game.rules.view import view_for
from game.ui.office import Office
from game.ui.presenters.ledger import figures, movement_sentence, movements
from game.ui.presenters.month import month_of
from game.ui.presenters.subjects import _SUBJECTS, found, page_for
from game.ui.screen import Canvas, Pop, Screen, Stay
from game.ui.screens.explain import ExplainSheet, Passage
from game.ui.screens.rulebook import RulebookScreen
from game.ui.words import Words
from tests.ui.driving import Driver


@pytest.fixture(scope="module")
def book() -> Book:
    return pages_of(None)


def test_whatever_the_desk_shows_has_its_paragraph(book: Book) -> None:
    missing = {area: label for area, label in _SUBJECTS.items() if book.page(label) is None}
    assert not missing
    assert all(page.blocks and page.number and page.title for page in book.pages)
    called = {"Loyalty": "word.loyalty", "Police alert": "word.alert", "Contacts": "word.rapport", "Post": ""}
    for name, label in called.items():
        page = page_for(book, "fact.said.0", name)
        assert (page.label if page is not None else "") == label, name
    assert page_for(book, "row.3.surveil", "") == page_for(book, "order.surveil", "") is not None
    assert page_for(book, "row.3.", "") is None
    surveil = page_for(book, "order.surveil", "")
    assert surveil is not None and surveil.title == "Surveil"
    assert found(book, "paranoia")[0].label == "word.paranoia"


@pytest.fixture
def window(tmp_path: Path, book: Book) -> Iterator[Driver]:
    pygame.display.init()
    yield Driver(tmp_path, Office().assets, RulebookScreen(book, "word.paranoia"), (1280, 720), reduced_motion=True)
    pygame.display.quit()


def test_the_book_opens_at_a_paragraph_leads_on_and_back(window: Driver) -> None:
    screen = window.screen
    assert isinstance(screen, RulebookScreen) and screen.here.label == "word.paranoia"
    window.click("see.suspicion")
    assert screen.here.label == "suspicion"
    window.click("before")
    assert screen.here.label == "word.paranoia", "back to where one came from"
    window.key("right", mod=pygame.KMOD_ALT)
    assert screen.here.label == "suspicion", "and on again"
    window.key("left", mod=pygame.KMOD_ALT)
    window.click("search")
    for letter in "calibrated":
        window.app.feed(pygame.event.Event(pygame.TEXTINPUT, text=letter), window.now)
    window.draw()
    assert not window.has("rule.word.success")
    window.key("escape")
    assert window.app.running and window.has("rule.word.influence"), "Esc clears the search before it leaves"
    window.key("escape")
    assert not window.app.running, "however far one has gone"


def test_f1_says_what_the_book_says_and_leads_there(tmp_path: Path, book: Book) -> None:
    pygame.display.init()
    page = book.page("word.cover")
    assert page is not None

    class Bare(Screen):
        def compose(self, canvas: Canvas) -> None:
            canvas.hot("commit", canvas.rect, "Give the order", subject="fact.cover")

    class Attendant:
        def take_file(self, path: Path) -> Stay:
            return Stay()

        def close(self) -> None: ...

        def passage(self, area: object) -> Passage:
            return Passage(title=page.title, text="A shield of paper.", number=page.number, open=Pop)

    attendant = Attendant()
    window = Driver(tmp_path, Office().assets, Bare(), (1280, 720), attendant=lambda: attendant, reduced_motion=True)
    window.click_at((200, 200))
    window.key("f1")
    assert isinstance(window.screen, ExplainSheet)
    said = " ".join(window.words())
    assert "A shield of paper." in said and window.area("rulebook").enabled
    assert page.title in said and "Give the order" not in said, "it is called as what it is about"
    pygame.display.quit()


def test_a_meter_says_what_moved_it_and_what_nobody_told(utka: Scenario, atlas: Atlas) -> None:
    view = view_for(utka, atlas, new_game(utka, atlas, 4)[0], Side.CENTER)
    now = figures(view)
    told = Change(what="influence", before=9, after=8)
    event = Event(EventKind.HEADLINE, Audience.CENTER, 1, changes=(told,))
    moved = movements(view, {**now, ("influence", ""): now["influence", ""] - 3}, [event], Words())
    assert list(moved) == ["influence"]
    assert moved["influence"].told[0][1] == -1 and moved["influence"].rest == 4


def test_a_figure_that_ends_where_it_began_says_what_moved_it_up_and_down(utka: Scenario, atlas: Atlas) -> None:
    view = replace(view_for(utka, atlas, new_game(utka, atlas, 4)[0], Side.CIRCLE), turn=3)
    gained = Change(what="influence", before=view.influence - 1, after=view.influence)
    event = Event(EventKind.TASK_MET, Audience.CIRCLE, 2, text="A safe house", changes=(gained,))
    moved = movements(view, figures(view), [event], Words())["influence"]
    said = movement_sentence("Influence", "influence", moved, Words())
    assert f"stands at {view.influence}, as before: +1 " in said and "A safe house" in said and "−1 since nothing" in said
    assert "went from" not in said


def test_news_that_moved_a_figure_ends_no_sentence_within_the_log(utka: Scenario, atlas: Atlas) -> None:
    view = view_for(utka, atlas, new_game(utka, atlas, 4)[0], Side.CENTER)
    gained = Change(what="influence", before=8, after=9)
    event = Event(EventKind.TOLD, Audience.CENTER, 1, text="He was to leave. The departure was put off.", changes=(gained,))
    moved = movements(view, {**figures(view), ("influence", ""): view.influence - 5}, [event], Words())["influence"]
    said = movement_sentence("Influence", "influence", moved, Words())
    assert f"to {view.influence}: +1 “He was to leave”; +4 came by" in said and ".;" not in said


@pytest.mark.parametrize(("side", "before", "deeds", "of_itself"), [
    (Side.CENTER, -2, "Publish or an aim that was met", False),
    (Side.CENTER, +2, "an aim that was missed", True),
    (Side.CIRCLE, +2, "Steal or Smear", False),
    (Side.CIRCLE, +9, "Steal or Smear", True),
])  # fmt: skip
def test_what_nobody_told_of_is_put_down_to_what_the_other_side_can_do(
    utka: Scenario, atlas: Atlas, side: Side, before: int, deeds: str, of_itself: bool
) -> None:
    view = view_for(utka, atlas, new_game(utka, atlas, 4)[0], side)
    moved = movements(view, {**figures(view), ("influence", ""): view.influence + before}, [], Words())["influence"]
    said = movement_sentence("Influence", "influence", moved, Words())
    assert f"as by {deeds}" in said and "Eliminate" not in said, "a killing is told of"
    assert ("or of itself" in said) is of_itself, "it ebbs from a height, and never rises"


def test_a_telegram_says_what_moved_a_figure_before_it(utka: Scenario, atlas: Atlas) -> None:
    view = view_for(utka, atlas, new_game(utka, atlas, 4)[0], Side.CENTER)

    def told(phase: str, before: int, after: int) -> Event:
        change = Change(what="influence", before=before, after=after)
        return Event(EventKind.TOLD, Audience.CENTER, 2, phase=phase, operation=f"{before}", text="News.", changes=(change,))

    def rows(*events: Event, quiet: int = 0) -> list[tuple[str, str, str]]:
        unheard = [("he was silent", quiet)] if quiet else []
        month = month_of(view, events, 1, Words(), since={("influence", ""): 12}, unheard=unheard)
        return [(row.words, row.before, row.after) for telegram in month.telegrams for row in telegram.rows]

    assert rows(told("influence", 12, 9), told("dispatches", 9, 8)) == [("His influence", "12", "9"), ("His influence", "9", "8")]
    assert rows(told("influence", 14, 11)) == [("His influence, meanwhile", "12", "14"), ("His influence", "14", "11")]
    assert rows(told("dispatches", 11, 10), quiet=-1) == [("His influence", "11", "10")], "told of already"
    month = month_of(view, [told("influence", 14, 11)], 1, Words())
    assert [row.words for row in month.telegrams[0].rows] == ["His influence"], "where the desk is not known"


@pytest.mark.parametrize(("operation", "said"), [("hide", "he was silent"), ("publish", ""), ("", "nothing was published")])
def test_the_circle_is_told_what_its_own_silence_cost(utka: Scenario, atlas: Atlas, operation: str, said: str) -> None:
    view = replace(view_for(utka, atlas, new_game(utka, atlas, 4)[0], Side.CIRCLE), turn=3)
    done = [Event(EventKind.SUCCEEDED, Audience.CIRCLE, 2, operation=each) for each in (operation, "publish") if operation]
    now = figures(view)
    moved = movements(view, {**now, ("influence", ""): now["influence", ""] + 1}, done, Words())["influence"]
    assert [words for words, _points in moved.quiet] == ([said] if said else [])
    assert moved.rest == (0 if said else -1)
    assert (said or "by the other side") in movement_sentence("Influence", "influence", moved, Words())
