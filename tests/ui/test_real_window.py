"""Whole games in a window of the window system, from the title to the Revelations: by keys alone and by the pointer alone.

`UTKA_PICTURES=FOLDER pytest -m soak tests/ui/test_real_window.py` keeps a picture of every step.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.rules.nouns import Side
from game.ui.desk.screen import DeskScreen
from game.ui.office import Office
from game.ui.screens.dialog import Dialog
from game.ui.screens.fallout import FalloutScreen
from game.ui.screens.month import MonthScreen
from game.ui.screens.new_game import NewGameScreen
from game.ui.screens.revelations.screen import RevelationsScreen
from game.ui.screens.title import TitleScreen
from game.ui.screens.verdict import VerdictScreen
from game.ui.settings import Settings, SettingsFile
from game.ui.start import window
from tests.ui.real_hand import SIZE, RealHand, missing_tools, x_display

pytestmark = [
    pytest.mark.soak,
    pytest.mark.plates,
    pytest.mark.skipif(bool(missing_tools()), reason=f"not installed: {', '.join(missing_tools())}"),
]
SCENARIO, PERIOD = "Fall from Grace", "Moscow, Alma-Ata, 1927–1929"
_STEPS = 400
"""Screens after which a game that is not over has gone wrong."""


@pytest.fixture
def hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[RealHand]:
    pictures = Path(os.environ.get("UTKA_PICTURES", tmp_path / "pictures")) / request.node.name
    with x_display() as display:
        monkeypatch.setenv("DISPLAY", display)
        monkeypatch.setenv("SDL_VIDEODRIVER", "x11")
        pygame.display.quit()
        office = Office(saves=tmp_path / "saves", cache=tmp_path / "cache")
        settings = SettingsFile(tmp_path / "settings.json")
        settings.write(Settings(notes=False))
        yield RealHand(window(office, settings, SIZE), pictures)
        pygame.display.quit()


def words_of(hand: RealHand) -> str:
    return " ".join(text.text for text in hand.app.draw().texts)


def focus_on(hand: RealHand, id_: str) -> None:
    """Presses Tab until the focus is there."""
    for _ in range(60):
        if hand.app.stack.top.attention.focus == id_:
            return
        hand.key("Tab")
    pytest.fail(f"Tab never comes to {id_}")


def desks(hand: RealHand, read: Callable[[RealHand], None]) -> Iterator[int]:
    """Every time that the hand sits at its desk, until the verdict, counted from 1; `read` gets past other screens."""
    turn = 0
    for _ in range(_STEPS):
        match hand.screen:
            case VerdictScreen():
                return
            case DeskScreen():
                turn += 1
                hand.picture(f"desk-{turn}")
                yield turn
            case _:
                read(hand)


@pytest.mark.parametrize("side", list(Side))
def test_a_whole_game_by_keys_alone(hand: RealHand, side: Side) -> None:
    hand.point((SIZE[0] - 1, SIZE[1] - 1))
    hand.picture("title")
    hand.key("n")
    assert isinstance(hand.screen, NewGameScreen)
    for _ in range(20):
        if PERIOD in words_of(hand):
            break
        hand.key("Down")
    hand.picture("scenario")
    if side is Side.CIRCLE:
        focus_on(hand, "seating")
        hand.key("Down")
        hand.picture("seat")
    hand.key("Return")
    assert isinstance(hand.screen, DeskScreen) and hand.screen.side == side.value
    turns = given = 0
    for turns in desks(hand, read_by_keys):
        given += order_by_keys(hand, turns)
        hand.key("s")
    assert isinstance(hand.screen, VerdictScreen) and turns > 3 and given > 2
    hand.picture("verdict")
    hand.key("r")
    assert isinstance(hand.screen, RevelationsScreen)
    for page in range(1, 10):
        hand.key(str(page))
        hand.picture(f"revelations-{page}")
        hand.key("Right", "Down", "Next")
    hand.key("Escape", "Escape")
    assert isinstance(hand.screen, TitleScreen)


def read_by_keys(hand: RealHand) -> None:
    """Gets past a screen that is no desk."""
    if isinstance(hand.screen, MonthScreen):
        hand.picture("month")
        hand.key("space", "Return")
    else:
        hand.picture(type(hand.screen).__name__)
        hand.key("Return")


def order_by_keys(hand: RealHand, turn: int) -> int:
    """Tries to give orders to two people; how many were given."""
    given = 0
    for person in range(2):
        hand.key(*["n"] * (1 + (turn + person) % 3))
        hand.picture("person")
        hand.key(str(1 + (turn + person) % 4))
        hand.picture("aiming")
        hand.key("1")
        hand.picture("odds")
        if hand.area("commit") is not None:
            hand.key("g")
            given += 1
        for _ in range(3):
            if isinstance(hand.screen, DeskScreen) and hand.area("seal") is not None:
                break
            hand.key("Escape")
    return given


@pytest.mark.parametrize("side", list(Side))
def test_a_whole_game_by_pointer_alone(hand: RealHand, side: Side) -> None:
    hand.picture("title")
    hand.click("new")
    hand.click(next(area.id for area in hand.areas("scenario.") if SCENARIO in area.name))
    hand.click(f"seating.{side.value}")
    hand.picture("new-game")
    hand.click("open")
    assert isinstance(hand.screen, DeskScreen) and hand.screen.side == side.value
    turns = given = on_map = 0
    for turns in desks(hand, read_by_pointer):
        aimed, pointed = order_by_pointer(hand, turns)
        given, on_map = given + aimed, on_map + pointed
        hand.click("seal")
    assert isinstance(hand.screen, VerdictScreen) and turns > 3 and given > 2 and on_map > 0
    hand.picture("verdict")
    hand.click("reveal")
    assert isinstance(hand.screen, RevelationsScreen)
    for tab in [area.id for area in hand.areas("page.")]:
        hand.click(tab)
        hand.picture(f"revelations-{tab}")
    hand.click("leave")
    hand.click("leave")
    assert isinstance(hand.screen, TitleScreen)


def read_by_pointer(hand: RealHand) -> None:
    """Gets past a screen that is no desk, if it is one that is to be met in a game."""
    match hand.screen:
        case MonthScreen():
            hand.picture("month")
            hand.click("leave")
        case FalloutScreen():
            hand.picture("fallout")
            hand.click("onward")
        case Dialog():
            hand.picture("dialog")
            hand.click("choice0")
        case screen:
            pytest.fail(f"unexpected screen {type(screen).__name__}")


def order_by_pointer(hand: RealHand, turn: int) -> tuple[int, int]:
    """Tries to give one person an order, its target pointed at on the map where it shows; whether it was given, and
    whether the map was used."""
    cards = hand.areas("card.")
    hand.click(cards[turn % len(cards)].id)
    hand.picture("person")
    orders = hand.areas("order.")
    if not orders:
        return 0, 0
    hand.click(orders[turn % len(orders)].id)
    hand.picture("aiming")
    on_map = aim_on_map(hand)
    if hand.area("commit") is None and hand.areas("target."):
        hand.click(hand.areas("target.")[0].id)
    hand.linger(0.8)  # whatever explains itself under the pointer has come
    hand.picture("odds")
    if hand.area("commit") is not None:
        hand.click("commit")
        return 1, int(on_map)
    hand.click("cancel")
    return 0, 0


def aim_on_map(hand: RealHand) -> bool:
    """Points at one of the targets on the map; whether the odds came of it."""
    targets = {area.id.removeprefix("target.") for area in hand.app.stack.top.areas if area.id.startswith("target.")}
    for area in hand.areas("map."):
        if area.id.split(".")[-1] in targets:
            hand.click(area.id)
            return hand.area("commit") is not None
    return False
