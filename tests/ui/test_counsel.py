"""Thinking at the window: the turn waits for it and the window does not, it can be called off, and counsel can be taken."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event

import pygame
import pytest

from game.match.match import PERSON, Match
from game.players import STRENGTHS, PlayerError
from game.players.search import advice
from game.players.search.crew import OneHand, Question
from game.players.search.player import Strength
from game.rules.definitions import Scenario
from game.rules.legality import choice_for, legal_orders, refuse_set
from game.rules.nouns import MOVEMENT, Side
from game.rules.view import CircleView
from game.ui.desk.screen import DeskScreen
from game.ui.flow import Flow
from game.ui.office import Office
from game.ui.presenters.advice import advice_rows
from game.ui.presenters.doubts import percent
from game.ui.presenters.household import on_guard
from game.ui.screen import Reset
from game.ui.screens.advice import AdviceScreen
from game.ui.screens.dialog import Dialog
from game.ui.screens.month import MonthScreen
from game.ui.screens.thinking import ThinkingScreen
from game.ui.screens.title import TitleScreen
from game.ui.session import Session
from tests.ui.driving import Driver

QUICK = Strength(rollouts=10, horizon=1, lines=3, sure=0.0)


class Gate(OneHand):
    """A crew that plays nothing before the gate is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open = Event()
        self.closed = 0

    def play(self, question: Question, wanted: Sequence[tuple[int, int]], on_done: Callable[[int], None]) -> list[float]:
        while not self.open.wait(0.01):
            on_done(0)
        return super().play(question, wanted, on_done)

    def close(self) -> None:
        self.closed += 1


class Table:
    """A game against the computer at a window, and the crew that thinks for it."""

    def __init__(self, folder: Path, cache_folder: Path, scenario: Scenario, seats: dict[Side, str]) -> None:
        pygame.display.init()
        self.office = Office(saves=folder / "saves", cache=cache_folder, progress=folder / "progress.json")
        self.crew = self.office.__dict__["hands"] = Gate()
        self.session = Session(self.office, Match.new(scenario, 5, seats=seats))
        opened = Flow(self.office).play(self.session)
        assert isinstance(opened, Reset)
        self.drive = Driver(folder, self.office.assets, opened.screen, reduced_motion=True)

    def wait(self) -> None:
        """Lets the thread come to its end, and the window notice it."""
        self.crew.open.set()
        for _ in range(2000):
            if not isinstance(self.drive.screen, ThinkingScreen):
                return
            pygame.time.wait(5)
            self.drive.now += 100
            self.drive.app.pass_time(self.drive.now)
            self.drive.draw()


@pytest.fixture
def table(tmp_path: Path, cache_folder: Path, utka: Scenario, monkeypatch: pytest.MonkeyPatch) -> Iterator[Table]:
    monkeypatch.setitem(STRENGTHS, "normal", QUICK)
    monkeypatch.setattr(advice, "STRENGTH", QUICK)
    yield Table(tmp_path, cache_folder, utka, {Side.CENTER: PERSON, Side.CIRCLE: "normal"})
    pygame.display.quit()


def seal(drive: Driver) -> None:
    drive.key("s", "s")
    if isinstance(drive.screen, Dialog):
        drive.click("choice0")


def test_the_window_goes_on_while_the_computer_thinks(table: Table) -> None:
    seal(table.drive)
    assert isinstance(table.drive.screen, ThinkingScreen)
    assert table.session.match.turn == 1 and table.drive.has("give_up")
    table.drive.draw()
    table.wait()
    assert isinstance(table.drive.screen, MonthScreen)
    assert table.session.match.turn == 2


def test_sealed_orders_can_be_taken_back_meanwhile(table: Table) -> None:
    seal(table.drive)
    table.drive.key("escape")
    assert isinstance(table.drive.screen, DeskScreen)
    assert not table.session.match.is_sealed(Side.CENTER) and table.session.match.turn == 1
    seal(table.drive)
    table.wait()
    assert table.session.match.turn == 2


@pytest.mark.parametrize("key", ["return", "space"])
def test_a_key_pressed_out_of_habit_leaves_sealed_orders_alone(table: Table, key: str) -> None:
    seal(table.drive)
    table.drive.key(key)
    assert isinstance(table.drive.screen, ThinkingScreen) and table.session.match.is_sealed(Side.CENTER)
    assert "Esc" in [text.text for text in table.drive.canvas.texts], "the button names the key that takes them back"


def test_leaving_the_game_ends_the_crew(table: Table) -> None:
    table.drive.key("f10")
    table.drive.click(next(area.id for area in table.drive.canvas.areas if "title" in area.name.lower()))
    assert isinstance(table.drive.screen, TitleScreen)
    assert table.crew.closed == 1


def test_counsel_puts_orders_into_the_draft_and_takes_them_back(table: Table) -> None:
    drive, draft = table.drive, table.session.draft(Side.CENTER)
    drive.key("a", "a")
    assert isinstance(drive.screen, ThinkingScreen)
    table.wait()
    assert isinstance(drive.screen, AdviceScreen)
    said = " ".join(drive.words())
    assert "success" in said and "%" in said
    assert ("set fainter" in said) is not all(row.firm for row in drive.screen._advice)
    drive.click("advice0")
    given = draft.orders
    assert len(given) == 1
    drive.click("advice0")
    assert draft.orders == ()
    drive.click("advice0")
    drive.click("close")
    assert isinstance(drive.screen, DeskScreen) and draft.orders == given
    drive.key("z", mod=pygame.KMOD_CTRL)
    assert draft.orders == (), "what was taken over can be undone"


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_all_that_is_advised_is_given_at_once_and_undone_at_once(table: Table, by: str) -> None:
    drive, draft = table.drive, table.session.draft(Side.CENTER)
    drive.key("a", "a")
    table.wait()
    assert isinstance(drive.screen, AdviceScreen)
    drive.click("advice0")
    own = draft.orders
    if by == "mouse":
        drive.click("all")
    else:
        drive.key("g", "g")
    given = draft.orders
    assert own[0] in given and len(given) > len(own) and not refuse_set(draft.view, given)
    advised = {one.choice.order for one in drive.screen._advice}
    assert set(given) <= advised
    left = [order for order in advised if order.agent not in {each.agent for each in given}]
    assert all(draft.refusal(order) is not None for order in left), "what could be given has been"
    assert f"{len(given) - 1} order" in " ".join(drive.words())
    drive.key("z", mod=pygame.KMOD_CTRL)
    assert draft.orders == own, "one Undo takes them back together"
    drive.key("y", mod=pygame.KMOD_CTRL)
    assert draft.orders == given


def test_of_two_things_advised_to_one_the_first_is_given(table: Table) -> None:
    view, draft = table.session.view(Side.CENTER), table.session.draft(Side.CENTER)
    agent = next(agent for agent in view.bodies if len({order.operation for order in legal_orders(view, agent)}) > 1)
    orders = list({order.operation: order for order in legal_orders(view, agent)}.values())[:2]
    advised = [advice.Advice(choice=choice_for(view, order), goal="watch", firm=order is orders[0]) for order in orders]
    AdviceScreen(view, draft, advised, "center")._take_all()
    assert draft.orders == (orders[0],)


def test_giving_all_leaves_alone_who_has_an_order_of_ones_own(table: Table) -> None:
    drive, draft = table.drive, table.session.draft(Side.CENTER)
    drive.key("a", "a")
    table.wait()
    assert isinstance(drive.screen, AdviceScreen)
    advised = drive.screen._advice[0].choice.order
    own = next(order for order in legal_orders(draft.view, advised.agent) if order.operation != advised.operation)
    assert draft.give(own) is None
    drive.key("g", "g")
    assert draft.order_of(own.agent) == own


def test_counsel_says_how_much_somebody_is_doubted_whom_it_would_have_denounced(table: Table) -> None:
    view = table.session.view(Side.CIRCLE)
    assert isinstance(view, CircleView)
    orders = [order for order in legal_orders(view, MOVEMENT) if order.operation == "denounce"]
    advised = [advice.Advice(choice=choice_for(view, order), goal="spies", firm=True) for order in orders]
    rows = advice_rows(view, table.session.draft(Side.CIRCLE), advised, table.office.words)
    assert rows
    for row in rows:
        assert f"doubt {percent(view.members[row.order.target].doubt)}%" in row.odds
        assert "right: influence +2, wrong: \N{MINUS SIGN}3" in row.odds


def test_counsel_says_who_would_stand_no_guard(table: Table) -> None:
    view, draft = table.session.view(Side.CIRCLE), table.session.draft(Side.CIRCLE)
    guards = on_guard(view, draft)[0]  # type: ignore[arg-type]
    orders = [next(legal_orders(view, person)) for person in view.bodies if any(legal_orders(view, person))]
    advised = [advice.Advice(choice=choice_for(view, order), goal="watch", firm=True) for order in orders]
    rows = advice_rows(view, draft, advised, table.office.words)
    told = {row.order.agent for row in rows if "stands no guard this turn" in row.odds}
    assert told == set(guards) & {row.order.agent for row in rows} and 0 < len(told) < len(rows)


def test_counsel_need_not_be_waited_for(table: Table) -> None:
    table.drive.key("a", "a")
    table.drive.key("escape")
    assert isinstance(table.drive.screen, DeskScreen)


def test_a_player_that_fails_is_told_of(
    tmp_path: Path, cache_folder: Path, utka: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> list[float]:
        raise PlayerError("no world can be imagined")

    table = Table(tmp_path, cache_folder, utka, {Side.CENTER: PERSON, Side.CIRCLE: "normal"})
    monkeypatch.setattr(table.crew, "play", fail)
    seal(table.drive)
    table.wait()
    assert "no world can be imagined" in " ".join(table.drive.words())
    pygame.display.quit()


def test_two_computers_are_watched(table: Table, tmp_path: Path, cache_folder: Path, utka: Scenario) -> None:
    pygame.display.quit()
    watched = Table(tmp_path, cache_folder, utka, dict.fromkeys(Side, "normal"))
    assert isinstance(watched.drive.screen, ThinkingScreen)
    watched.wait()
    assert isinstance(watched.drive.screen, MonthScreen)
    watched.drive.key("escape")


def test_watching_can_be_left_while_they_think(table: Table, tmp_path: Path, cache_folder: Path, utka: Scenario) -> None:
    pygame.display.quit()
    watched = Table(tmp_path, cache_folder, utka, dict.fromkeys(Side, "normal"))
    watched.drive.click("give_up")
    assert isinstance(watched.drive.screen, TitleScreen) and watched.crew.closed == 1
