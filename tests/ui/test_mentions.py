"""The people whom the news of an event name: those the side knows, each once, and nobody by a word that only looks like him."""

from dataclasses import replace

from game.rules.definitions import Scenario
from game.rules.events import Event, EventKind
from game.rules.geography import Atlas
from game.rules.nouns import OLD_MAN, Audience, Side
from game.rules.state import Face
from game.rules.view import View
from game.ui.presenters.log import log_rows
from game.ui.presenters.mentions import people_in
from game.ui.presenters.month import month_of
from game.ui.words import Words
from tests.rules.situations import Situation


def circle(utka: Scenario, atlas: Atlas, **names: str) -> View:
    view = Situation(utka, atlas).view(Side.CIRCLE)
    return replace(view, faces={**view.faces, **{person: Face(name=name) for person, name in names.items()}})


def test_whole_names_and_surnames_are_found_in_their_order(utka: Scenario, atlas: Atlas) -> None:
    view = circle(utka, atlas)
    assert people_in(view, "Hansen has written to Joseph Hansen’s wife. Jean van Heijenoort left for Trotsky.") == (
        "hansen", "van_heijenoort", OLD_MAN,
    )  # fmt: skip


def test_nobody_is_meant_by_anothers_surname_or_by_a_word(utka: Scenario, atlas: Atlas) -> None:
    view = circle(utka, atlas, well="Roman Well", one="Pyotr Orlov", other="Ivan Orlov")
    assert people_in(view, "Well, he has gone. Maria Hansen, and Hansenites; an Orlov.") == ()
    assert people_in(view, "It was Well. And Pyotr Orlov.") == ("well", "one")


def test_whom_a_side_does_not_know_it_is_shown_no_way_to(utka: Scenario, atlas: Atlas) -> None:
    view = circle(utka, atlas)
    assert "eitingon" not in view.faces and people_in(view, "Naum Eitingon has come.") == ()


def test_the_telegram_of_an_event_names_them(utka: Scenario, atlas: Atlas) -> None:
    view = circle(utka, atlas)
    told = Event(
        kind=EventKind.TOLD, audience=Audience.CIRCLE, turn=2, phase="dispatches", operation="news",
        text="Alexander Buchman goes home to the United States.",
    )  # fmt: skip
    (telegram,) = month_of(view, [told], 1, Words()).telegrams
    assert telegram.named == (("buchman", "Alexander Buchman"),)


def test_the_log_leads_from_the_news_to_whom_it_names_and_to_him_last(utka: Scenario, atlas: Atlas) -> None:
    view = circle(utka, atlas)
    told = Event(
        kind=EventKind.HEADLINE, audience=Audience.CIRCLE, turn=2, phase="dispatches", operation="news",
        text="Trotsky receives Alexander Buchman.", place="Le Temps",
    )  # fmt: skip
    assert [row.target for row in log_rows(view, [told, replace(told, text="Trotsky speaks.")], 0, Words())] == [
        OLD_MAN,
        "buchman",
    ]
