"""A whole game from the title to the verdict: by mouse alone, by keyboard alone, from both sides, and two at one desk."""

import re
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.match.saves import list_saves, load_save
from game.rules.nouns import Luck, Side
from game.ui.desk.screen import DeskScreen
from game.ui.flow import Flow
from game.ui.office import Office
from game.ui.screens.dialog import Dialog
from game.ui.screens.fallout import FalloutScreen
from game.ui.screens.handover import HOLD_MS, HandoverScreen
from game.ui.screens.month import MonthScreen
from game.ui.screens.new_game import NewGameScreen
from game.ui.screens.register import RegisterScreen
from game.ui.screens.title import TitleScreen
from game.ui.screens.verdict import VerdictScreen
from tests.ui.driving import Driver


@pytest.fixture
def window(tmp_path: Path, cache_folder: Path) -> Iterator[Driver]:
    pygame.display.init()
    office = Office(saves=tmp_path / "saves", cache=cache_folder)
    yield Driver(tmp_path, office.assets, Flow(office).title(), reduced_motion=True)
    pygame.display.quit()


def words_of(drive: Driver) -> str:
    return " ".join(drive.words())


def choose_utka(window: Driver) -> None:
    """Clicks the scenario that is soonest over."""
    window.click(next(area.id for area in window.canvas.areas if area.id.startswith("scenario.") and "Utka" in area.name))
    window.settle()


@pytest.mark.parametrize("side", list(Side))
def test_by_keyboard_alone(window: Driver, side: Side) -> None:
    window.key("n", "n")
    window.settle()
    assert isinstance(window.screen, NewGameScreen)
    for _ in range(20):
        if "Mexico, 1939–1940" in words_of(window):
            break
        window.key("down")
        window.settle()
    if side is Side.CIRCLE:
        for _ in range(20):
            if window.app.stack.top.attention.focus == "seating":
                break
            window.key("tab")
        window.key("down")
    window.key("return")
    assert isinstance(window.screen, DeskScreen)
    given = turns = 0
    for _ in range(200):
        if isinstance(window.screen, VerdictScreen):
            break
        if isinstance(window.screen, DeskScreen):
            turns += 1
            for _ in range(1 + turns % 5):
                window.key("n", "n")
            window.key(str(1 + turns % 3), str(1 + turns % 3))
            window.key("1", "1")
            if window.has("commit") and window.area("commit").enabled:
                window.key("g", "g")
                given += 1
            window.key("escape")
            window.key("s", "s")
        elif isinstance(window.screen, MonthScreen):
            window.key("end")
            window.key("return")
        else:
            window.key("return")
    assert isinstance(window.screen, VerdictScreen) and turns > 3 and given > 2
    window.key("escape")
    assert isinstance(window.screen, TitleScreen)


@pytest.mark.parametrize("side", list(Side))
def test_by_mouse_alone(window: Driver, side: Side, tmp_path: Path) -> None:
    window.click("new")
    window.settle()
    choose_utka(window)
    window.click(f"seating.{side.value}")
    window.click("open")
    assert isinstance(window.screen, DeskScreen) and window.screen.side == side.value
    turns = given = 0
    for _ in range(200):
        if isinstance(window.screen, VerdictScreen):
            break
        if isinstance(window.screen, DeskScreen):
            turns += 1
            cards = [area.id for area in window.canvas.areas if area.id.startswith("card.")]
            window.click(cards[turns % len(cards)])
            orders = [area.id for area in window.canvas.areas if area.id.startswith("order.") and area.enabled]
            if orders:
                window.click(orders[0])
                targets = [area.id for area in window.canvas.areas if area.id.startswith("target.")]
                if targets:
                    window.click(targets[0])
                if window.has("commit") and window.area("commit").enabled:
                    window.click("commit")
                    given += 1
                elif window.has("cancel"):
                    window.click("cancel")
            window.click("seal")
        elif isinstance(window.screen, MonthScreen):
            window.click("leave")
        elif isinstance(window.screen, FalloutScreen):
            window.click("onward")
        elif isinstance(window.screen, Dialog):
            window.click("choice0")
        else:
            pytest.fail(f"unexpected screen {type(window.screen).__name__}")
    assert isinstance(window.screen, VerdictScreen) and turns > 3 and given > 2
    saves = list_saves(tmp_path / "saves")
    assert len(saves) == 1 and not saves[0].problem, "the game saved itself after every turn"
    window.click("leave")
    window.click("new")
    window.settle()
    window.click("register")
    assert isinstance(window.screen, RegisterScreen)
    read = words_of(window)
    assert "1 file closed." in read and f"{side.value.title()} against Easy" in read and "Utka" in read
    window.click("file.0")
    assert isinstance(window.screen, VerdictScreen), "it is still saved, and opened again"
    saves[0].path.unlink()
    window.click("leave")
    window.click("new")
    window.settle()
    window.click("register")
    window.click("file.0")
    assert isinstance(window.screen, RegisterScreen)
    window.key("escape")
    choose_utka(window)
    assert re.search(r"won [01] of 1", words_of(window))


def test_two_at_one_desk_are_kept_apart(window: Driver) -> None:
    """Between the two the desk is covered, and the cover must be held to be lifted."""
    window.click("new")
    window.settle()
    choose_utka(window)
    window.click("seating.both")
    window.click("open")
    seen: list[str] = []
    for _ in range(8):
        screen = window.screen
        seen.append(type(screen).__name__)
        if isinstance(screen, HandoverScreen):
            assert pygame.display.get_caption()[0] == "UTKA"
            assert "RAYMOND" not in words_of(window) and "Natalia" not in words_of(window)
            lock = window.area("lock").rect.center
            window.app.feed(pygame.event.Event(pygame.MOUSEMOTION, pos=lock, rel=(0, 0), buttons=(0, 0, 0)), window.now)
            window.app.feed(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=lock, button=1), window.now)
            window.now += HOLD_MS + 50
            window.app.pass_time(window.now)
            window.draw()
        elif isinstance(screen, DeskScreen):
            window.click("seal")
        elif isinstance(screen, Dialog):
            window.click("choice0")
        elif isinstance(screen, MonthScreen):
            break
    assert seen[:3] == ["HandoverScreen", "DeskScreen", "Dialog"]
    assert seen.count("HandoverScreen") == 3 and seen.count("DeskScreen") == 2 and seen[-1] == "MonthScreen"


def test_a_game_goes_on_where_it_was_left(window: Driver) -> None:
    window.click("new")
    window.settle()
    choose_utka(window)
    window.click("open")
    window.click("seal")
    window.click("choice0")
    window.click("leave")
    window.click("leave")
    assert isinstance(window.screen, DeskScreen)
    window.click("way.menu")
    window.click("leave")
    assert isinstance(window.screen, TitleScreen)
    window.click("resume")
    assert isinstance(window.screen, DeskScreen)
    assert "September 1939" in words_of(window)


def test_the_luck_that_was_chosen_is_kept_with_the_game(window: Driver, tmp_path: Path) -> None:
    window.click("new")
    window.settle()
    window.click("more")
    while window.app.stack.top.attention.focus != "luck":
        window.key("tab")
    window.key("right")
    window.click("open")
    window.click("seal")
    window.click("choice0")
    [save] = list_saves(tmp_path / "saves")
    assert load_save(save.path).record.luck is Luck.STEADY
