"""Every date tells turns apart: in a scenario by the week none is of a month alone."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pygame
import pytest

from game.match import Match
from game.match.mail import invite, seal
from game.match.pins import lock_with
from game.match.saves import list_saves
from game.rules.definitions import Scenario
from game.rules.legality import actors, legal_orders
from game.rules.nouns import Side, Step
from game.rules.setup import Allegiances
from game.scenario import load
from game.ui.entrance import title_screen
from game.ui.flow import Flow
from game.ui.office import Office
from game.ui.presenters.fallout import fallout_sheet
from game.ui.presenters.letters import standing_words
from game.ui.presenters.month import month_of
from game.ui.presenters.new_game import Seating, briefing_sheet
from game.ui.presenters.verdict import verdict_sheet
from game.ui.screen import Stay
from game.ui.screens.saves import line_of
from game.ui.screens.timeline import day_label
from game.ui.session import Session
from game.ui.words import Words

_ = Words()
_DATE = re.compile(r"(\d+ )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4}")


def bare(text: str) -> list[str]:
    """The dates in a text that are of a month alone; there must be some of any kind."""
    dates = list(_DATE.finditer(text))
    assert dates, f"no date in {text!r}"
    return [date[0] for date in dates if not date[1]]


def by_weeks(scenario: Scenario) -> Scenario:
    return replace(scenario, catalogue=replace(scenario.catalogue, step=Step.WEEK, wins=type(scenario.catalogue.wins)()))


@pytest.fixture
def session(tmp_path: Path, utka: Scenario) -> Iterator[Session]:
    pygame.display.init()
    match = Match.new(by_weeks(utka), 7)
    view = match.view(Side.CENTER)
    match.submit(Side.CENTER, [next(iter(legal_orders(view, actors(view)[0])))])
    match.submit(Side.CIRCLE, ())
    match.resolve()
    yield Session(Office(saves=tmp_path / "saves", cache=tmp_path), match)
    pygame.display.quit()


def test_saves_and_the_desk_between_two_name_days(session: Session) -> None:
    flow = Flow(session.office)
    words = [flow.keeping.save_game(session, "center")._name.text, flow.menu(session)._note]
    session.set_lock(Side.CENTER, lock_with("1940"))
    session.force(Side.CENTER)
    recap = flow.sharing.recap(session, Side.CENTER)
    assert recap is not None
    words += [recap._month, flow.sharing.cover(session, Side.CENTER, Stay)._model.notice]
    session.save("mine")
    words += [line_of(entry, _).partition(" · saved")[0] for entry in list_saves(session.office.saves)]
    words.append(title_screen(session.office, lambda: flow)._model.resume or "")
    assert [bare(text) for text in words] == [[]] * 6


def test_the_end_names_days(finished: Match) -> None:
    scenario, events, truth = by_weeks(finished.scenario), finished.record().events(), finished.truth()
    verdict, fallout = verdict_sheet(scenario, truth, _, events), fallout_sheet(scenario, events, truth, _)
    assert not bare(" ".join([verdict.date, *(fate.note for fate in (*verdict.center_people, *verdict.circle_people))]))
    assert not bare(" ".join(piece.note for piece in fallout.pieces))


def test_newspapers_letters_and_briefings_name_days(utka: Scenario, finished: Match) -> None:
    weekly = by_weeks(utka)
    view = replace(finished.view(Side.CENTER), catalogue=weekly.catalogue)
    clippings = [
        telegram.clipping.date
        for turn in range(1, finished.turn + 1)
        for telegram in month_of(view, finished.events_of(turn, Side.CENTER.audience), turn, _).telegrams
        if telegram.clipping
    ]
    assert not bare(" ".join(clippings))
    sheet = briefing_sheet(weekly.catalogue, Seating.CENTER, _)
    assert not bare(f"{sheet.date} {sheet.center_wins}")
    game = invite(weekly, Side.CENTER, 5, Allegiances.HISTORICAL, "0123456789")
    sealed, _refused = seal(game, ())
    assert not bare(standing_words(sealed, _))


@pytest.mark.parametrize("side", list(Side))
def test_a_cutting_has_its_own_date_and_a_telegram_that_of_the_turn_which_it_opens(side: Side) -> None:
    """Besedovsky went over the wall on 3 October 1929, in the quarter that begins with August; it is told as that begins."""
    match = Match.new(load("prinkipo-1929"), 7, seats=dict.fromkeys(Side, "planner"))
    match.resolve()
    month = month_of(match.view(side), match.telegrams(side.audience), 1, _)
    (news,) = (telegram for telegram in month.telegrams if telegram.clipping and "Besedovsky" in telegram.clipping.text)
    assert news.clipping is not None and (news.stamp, news.clipping.date) == ("Aug\u2013Oct 1929", "October 1929")
    assert month.later == "Aug\u2013Oct 1929"


def test_the_axis_of_a_turn_bears_the_dates_of_its_telegrams() -> None:
    """Not the how manieth day of the turn it is: a telegram of 21 December stands over no 51."""

    def labels(first: date, days: int, every: int) -> list[str]:
        return [label for offset in range(days) if (label := day_label(first, days, offset, every, _))]

    assert labels(date(1939, 8, 1), 31, 5) == ["1", "5", "10", "15", "20", "25", "30"]
    assert labels(date(1927, 11, 1), 61, 10) == ["Nov", "10", "20", "Dec", "10", "20"]
    assert labels(date(1927, 11, 1), 61, 5)[:3] == ["Nov", "10", "15"], "names have room"
    assert labels(date(1937, 9, 27), 7, 1) == ["27", "28", "29", "30", "1", "2", "3"]
    assert labels(date(1940, 2, 1), 29, 10) == ["1", "10", "20"]
