"""What is heard when: from what the player does, through the screens, to the moments that the window's board is told."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pygame
import pytest
from pygame.event import Event as Pressed

from game.resources import assets_folder
from game.rules.definitions import Scenario
from game.rules.events import Event, EventKind
from game.rules.geography import Atlas as Journeys
from game.rules.nouns import Audience, PhaseName, Side
from game.rules.setup import new_game
from game.rules.view import view_for
from game.ui.app import App
from game.ui.desk.screen import DeskScreen
from game.ui.flow import Flow
from game.ui.moments import Moment, Scene, order_moment
from game.ui.office import Office
from game.ui.presenters.month import month_of
from game.ui.screen import Pop, Push, Quit, Screen, Stay, heard_with
from game.ui.screens.dialog import confirm
from game.ui.screens.month import MonthScreen
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.telegram import typing_time
from game.ui.screens.title import TitleModel, TitleScreen
from game.ui.settings import SettingsFile
from game.ui.sound.board import CAPTION_MS, Soundboard
from game.ui.words import Words
from tests.ui.driving import Driver

ASSETS = assets_folder()
_ = Words()


class Ear:
    """Writes down what a window lets be heard."""

    def __init__(self, drive: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
        self.moments: list[str] = []
        self.drive = drive
        board = drive.app._sounds
        hear = board.hear

        def note(moments: Sequence[str], now: int) -> None:
            self.moments += moments
            hear(moments, now)

        monkeypatch.setattr(board, "hear", note)

    @property
    def scene(self) -> str:
        return self.drive.app.stack.scene

    def take(self) -> list[str]:
        taken, self.moments = self.moments, []
        return taken


@pytest.fixture
def listen(tmp_path: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Ear]]:
    def make(screen: Screen | None = None, **settings: object) -> Ear:
        pygame.display.init()
        office = Office(saves=tmp_path / "saves", cache=cache_folder)
        return Ear(Driver(tmp_path, ASSETS, screen or Flow(office).title(), **settings), monkeypatch)  # type: ignore[arg-type]

    yield make
    assert pygame.mixer.get_init() is None, "a window that is only fed and drawn makes no sound"
    pygame.display.quit()


def begin(ear: Ear) -> None:
    """From the title to the Center's desk."""
    ear.drive.click("new")
    ear.drive.settle()
    ear.drive.click("open")
    assert isinstance(ear.drive.screen, DeskScreen) and ear.drive.screen.side == "center"
    ear.take()


def give_an_order(ear: Ear) -> str:
    """The first order that the first person on the desk can be given."""
    drive = ear.drive
    drive.click(next(area.id for area in drive.canvas.areas if area.id.startswith("card.")))
    order = next(area.id for area in drive.canvas.areas if area.id.startswith("order.") and area.enabled)
    drive.click(order)
    target = next((area.id for area in drive.canvas.areas if area.id.startswith("target.")), None)
    if target is not None:
        drive.click(target)
    drive.click("commit")
    return order.removeprefix("order.")


def test_the_desk_is_heard(listen: Callable[..., Ear]) -> None:
    ear = listen()
    assert ear.scene == Scene.TITLE
    begin(ear)
    assert ear.scene == Scene.CENTER
    given = give_an_order(ear)
    heard = ear.take()
    assert heard[0] == Moment.CARD and heard[-1] == order_moment(given)
    ear.drive.key("z", mod=pygame.KMOD_CTRL)
    ear.drive.key("z", mod=pygame.KMOD_CTRL)
    ear.drive.key("y", mod=pygame.KMOD_CTRL)
    assert ear.take() == [Moment.WITHDRAWN, Moment.REFUSED, Moment.ORDERED], "the second undo finds nothing"
    ear.drive.key("l", "l")
    assert Moment.PAGE in ear.take() and ear.scene == Scene.CENTER, "the log lies on the same desk"


def test_sealing_and_the_month_are_heard(listen: Callable[..., Ear]) -> None:
    ear = listen()
    begin(ear)
    give_an_order(ear)
    ear.take()
    ear.drive.click("seal")
    heard = ear.take()
    assert isinstance(ear.drive.screen, MonthScreen) and ear.scene == Scene.MONTH
    assert [Moment.MONTH in heard, Moment.SEALED in heard, heard[-1].startswith("telegram.")] == [True] * 3
    assert heard.index(Moment.SEALED) < heard.index(Moment.MONTH)
    ear.drive.key("escape")
    ear.drive.key("return")
    assert ear.scene == Scene.CENTER


def test_what_cannot_be_done_knocks(listen: Callable[..., Ear]) -> None:
    """By mouse and by key: an order without a target cannot be given."""
    ear = listen()
    begin(ear)
    drive = ear.drive
    for person in [area.id for area in drive.canvas.areas if area.id.startswith("card.")]:
        drive.click(person)
        drive.click(next(area.id for area in drive.canvas.areas if area.id.startswith("order.") and area.enabled))
        if not drive.area("commit").enabled:
            break
        drive.key("escape")
    ear.take()
    drive.click("commit")
    drive.key("g", "g")
    assert ear.take() == [Moment.REFUSED, Moment.REFUSED]


def test_papers_are_heard_coming_and_going(listen: Callable[..., Ear]) -> None:
    ear = listen()
    ear.drive.key("?", "?")
    ear.drive.key("escape")
    assert ear.take() == [Moment.SHEET_LAID, Moment.SHEET_TAKEN]
    ear.drive.click("settings")
    ear.drive.click("motion")
    ear.drive.click("done")
    assert ear.take() == [Moment.PRESS, Moment.SHEET_LAID, Moment.PRESS, Moment.PRESS]


def test_what_follows_a_question_is_heard_as_well(listen: Callable[..., Ear]) -> None:
    asked = confirm(_, "Seal?", "", "Yes", lambda: Stay(heard=Moment.SEALED))
    ear = listen(TitleScreen(TitleModel(on_new=lambda: Push(asked))))
    ear.drive.key("n", "n")
    ear.drive.key("return")
    assert ear.take() == [Moment.PRESS, Moment.SHEET_LAID, Moment.PRESS, Moment.SEALED]


def test_an_outcome_keeps_the_moment_it_has() -> None:
    assert heard_with(Pop(), Moment.PRESS) == Pop(heard=Moment.PRESS)
    assert heard_with(Quit(heard=Moment.SEALED), Moment.PRESS) == Quit(heard=Moment.SEALED)


# The month


def a_month(utka: Scenario, atlas: Journeys, *events: Event) -> MonthScreen:
    view = view_for(utka, atlas, new_game(utka, atlas, 4)[0], Side.CENTER)
    return MonthScreen(month_of(view, events, 1, _), Stay)


def told(kind: EventKind, **fields: object) -> Event:
    return Event(kind=kind, audience=Audience.CENTER, turn=1, **fields)  # type: ignore[arg-type]


def test_a_telegram_is_about_the_weightiest_thing_in_it(utka: Scenario, atlas: Journeys) -> None:
    phase = PhaseName.VIOLENCE
    failed = told(EventKind.FAILED, phase=phase, operation="raid", subject="felipe")
    struck = told(EventKind.STRUCK, phase=phase, operation="raid")
    gone = told(EventKind.SUCCEEDED, phase=PhaseName.MOVE, operation="travel", subject="felipe")
    for events, about in (
        ((failed, struck), "struck"),
        ((failed,), "failed"),
        ((gone,), "departures"),
        ((told(EventKind.ARRESTED, phase=phase, subject="felipe"),), "arrested"),
        ((told(EventKind.TOLD), told(EventKind.HEADLINE, text="War", place="The Times")), "headline"),
        ((), "silence"),
    ):
        assert a_month(utka, atlas, *events).telegram.about == about


def test_the_month_is_heard_as_it_goes_on(listen: Callable[..., Ear], utka: Scenario, atlas: Journeys) -> None:
    failed = told(EventKind.FAILED, phase=PhaseName.VIOLENCE, operation="raid", subject="felipe")
    headline = told(EventKind.HEADLINE, text="War", place="The Times")
    month = a_month(utka, atlas, failed, headline)
    assert month.opening == (Moment.MONTH, "telegram.failed.raid")
    ear = listen(month)
    month.tick(0)
    ear.drive.app.pass_time(typing_time(month.telegram.text) - 1)
    assert ear.take() == [], "not before the telegram is there"
    ear.drive.app.pass_time(typing_time(month.telegram.text))
    assert ear.take() == [Moment.FAILED]
    ear.drive.app.pass_time(60_000)
    assert ear.take() == ["telegram.headline"]
    ear.drive.key("space", " ")
    assert ear.take() == [Moment.CLIPPING]
    ear.drive.key("left")
    assert ear.take() == [Moment.PAGE], "what was read already does not arrive again"


# The key, the settings, the captions


def ordering() -> Screen:
    """A screen on which N sounds as if an order were given."""
    return TitleScreen(TitleModel(on_new=lambda: Stay(heard=Moment.ORDERED)))


def test_a_key_turns_all_sound_off_and_on_again(listen: Callable[..., Ear], tmp_path: Path) -> None:
    ear = listen()
    kept = tmp_path / "settings.json"
    ear.drive.key("m", "\r", pygame.KMOD_LCTRL)
    assert ear.drive.app.stack.settings.muted and json.loads(kept.read_text())["muted"]
    assert "Sound off" in ear.drive.words()
    down = Pressed(pygame.KEYDOWN, key=pygame.K_m, mod=pygame.KMOD_LCTRL, unicode="\r")
    for _again in range(3):
        ear.drive.app.feed(down, ear.drive.now)
    assert not ear.drive.app.stack.settings.muted, "once, however long it is held"
    ear.drive.now += CAPTION_MS
    ear.drive.draw()
    assert "Sound on" not in ear.drive.words()
    ear.drive.key("?", "?")
    assert "Ctrl+M" in ear.drive.words()


def test_the_settings_have_a_switch_for_it(listen: Callable[..., Ear]) -> None:
    ear = listen(SettingsScreen())
    ear.drive.click("muted")
    assert ear.drive.app.stack.settings.muted


def test_captions_are_seen_for_a_while(listen: Callable[..., Ear]) -> None:
    ear = listen(ordering(), captions=True)
    ear.drive.key("n", "n")
    assert "A typewriter" in ear.drive.words()
    assert ear.drive.canvas.next_frame is not None, "it goes by itself"
    ear.drive.now += CAPTION_MS
    ear.drive.draw()
    assert "A typewriter" not in ear.drive.words() and ear.drive.canvas.next_frame is None


def test_without_captions_nothing_is_written(listen: Callable[..., Ear]) -> None:
    ear = listen(ordering())
    ear.drive.key("n", "n")
    assert "A typewriter" not in ear.drive.words()


def test_the_first_picture_does_not_wait_for_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    draw, start, close = App.draw, Soundboard.start, Soundboard.close
    monkeypatch.setattr(App, "draw", lambda app, now=None: (order.append("picture"), draw(app, now))[1])

    def started(board: Soundboard, now: int) -> None:
        order.append("sound")
        start(board, now)
        pygame.event.post(Pressed(pygame.QUIT))

    monkeypatch.setattr(Soundboard, "start", started)
    monkeypatch.setattr(Soundboard, "close", lambda board: (order.append("silence"), close(board))[1])
    app = App(ASSETS, TitleScreen(TitleModel()), SettingsFile(tmp_path / "settings.json"))
    app.run()
    assert order[0] == "picture" and order.count("sound") == 1 and order[-1] == "silence"
    assert pygame.mixer.get_init() is None
