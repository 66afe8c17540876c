"""The way in: the title reads little, looks for the game to go on with, and the window's clock runs."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event

import pygame
import pytest

from game.match import Match, save_match
from game.match.newest import Unfinished, newest_unfinished
from game.match.saves import list_saves
from game.resources import assets_folder
from game.rules.definitions import Scenario
from game.rules.nouns import Side
from game.ui import start, straight
from game.ui.app import App
from game.ui.entrance import title_screen
from game.ui.office import Office
from game.ui.portraits.gallery import PortraitGallery
from game.ui.screen import Push, Stay
from game.ui.screens.dialog import Dialog
from game.ui.screens.letters import LettersScreen
from game.ui.screens.settings import SettingsScreen
from game.ui.start import read_on
from tests.ui.driving import Driver

NOON = datetime(2030, 5, 17, 12, tzinfo=UTC)
HEAVY = ("numpy", "pydantic", "yaml", "typer", "rich", "game.rules", "game.scenario", "game.players", "game.ui.flow")


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    pygame.display.quit()


def test_the_title_loads_nothing_that_it_does_not_show() -> None:
    code = "import game.cli.opening, game.ui.start, sys, json; print(json.dumps(sorted(sys.modules)))"
    env = os.environ | {"PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    loaded = json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=env, text=True).stdout)
    assert "game.ui.app" in loaded
    assert not [module for module in loaded if module in HEAVY]


def test_a_game_loads_nothing_that_only_paints_or_exports() -> None:
    code = "import game.ui.straight, game.ui.flow, sys; print('numpy' in sys.modules)"
    env = os.environ | {"PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=env, text=True).stdout == "False\n"


def test_a_window_straight_in_a_game_makes_ready_to_save(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def rest(_: App, first_rest: Callable[[], None] | None = None) -> None:
        assert first_rest is not None
        first_rest()

    ready = Event()
    monkeypatch.setattr("game.match.saves.get_ready", ready.set)
    monkeypatch.setattr(App, "run", rest)
    office = Office(saves=tmp_path / "saves", cache=tmp_path / "cache", progress=tmp_path / "progress.json")
    monkeypatch.setattr(straight, "Office", lambda: office)
    assert straight.open_game("utka-1939", "center", "random", 1, "uncertain", "dice") == ""
    assert ready.wait(30)


def test_a_game_by_mail_that_cannot_be_saved_opens_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "saves").write_text("a file where the folder should be")
    office = Office(saves=tmp_path / "saves", cache=tmp_path / "cache", progress=tmp_path / "progress.json")
    tops: list[object] = []

    def rest(app: App, _first_rest: Callable[[], None]) -> None:
        app.draw()
        tops.append(app.stack.top.screen)
        app.feed(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, unicode="", mod=0), 0)
        tops.append(app.stack.top.screen)

    monkeypatch.setattr(App, "run", rest)
    monkeypatch.setattr(straight, "Office", lambda: office)
    assert straight.open_game("utka-1939", "center", "mail", 1, "uncertain", "dice") == ""
    assert [type(screen) for screen in tops] == [Dialog, LettersScreen]


def test_an_opponent_whom_the_scenario_does_not_know_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = Office(saves=tmp_path / "saves", cache=tmp_path / "cache", progress=tmp_path / "progress.json")
    monkeypatch.setattr(straight, "Office", lambda: office)
    said = straight.open_game("utka-1939", "center", "planner:chess", 1, "uncertain", "dice")
    assert said.startswith("utka-1939 has no temperament 'chess'; it has ")


def test_the_face_of_the_title_is_what_the_portrait_kit_draws() -> None:
    drawn = PortraitGallery(assets_folder()).svg({"face": "trotsky"}, background="none", cut="full")
    assert (assets_folder() / "prints" / "old-man.svg").read_text(encoding="utf-8") == drawn + "\n"


def test_the_picture_of_the_title_is_kept_for_a_look_and_a_size(tmp_path: Path) -> None:
    pygame.display.set_mode((320, 200))
    office, painted = Office(cache=tmp_path), []

    def paint(surface: pygame.Surface) -> None:
        painted.append(surface.get_size())
        surface.fill("red")

    def seen(look: str, size: tuple[int, int]) -> tuple[object, ...]:
        return tuple(office.title_picture(look, size, paint).get_at((0, 0)))

    assert seen("a", (320, 200)) == seen("a", (320, 200)) == (255, 0, 0, 255) and painted == [(320, 200)]
    seen("b", (320, 200))
    seen("a", (160, 100))
    assert painted == [(320, 200), (320, 200), (160, 100)]
    for kept in (tmp_path / "title").iterdir():
        kept.write_bytes(b"BM")
    assert seen("a", (160, 100)) == (255, 0, 0, 255) and len(painted) == 4, "a damaged one is painted again"


def test_the_newest_game_that_is_not_over_can_be_gone_on_with(utka: Scenario, tmp_path: Path) -> None:
    assert newest_unfinished(tmp_path / "nowhere") is None
    match = Match.new(utka, 4, seats=dict.fromkeys(Side, "random"))
    first = save_match(tmp_path, "first", match, NOON)
    match.resolve()
    second = save_match(tmp_path, "second", match, NOON.replace(hour=13))
    newest = list_saves(tmp_path)[0]
    found = newest_unfinished(tmp_path)
    assert newest.header is not None and found is not None
    assert (found.path, found.title, found.day) == (second, "Utka", newest.header.day)
    office = Office(saves=tmp_path, cache=tmp_path / "cache")
    read_on(office)
    assert office.library.has_read(found.scenario), "to go on with it waits for nothing"
    second.write_bytes(second.read_bytes()[:-9])
    found = newest_unfinished(tmp_path)
    assert found is not None and found.path == first, "a damaged save is passed over"
    while not match.is_over():
        match.resolve()
    save_match(tmp_path, "first", match)
    assert newest_unfinished(tmp_path) is None, "a game that is over cannot be gone on with"


def test_a_save_of_a_scenario_that_is_gone_stops_nothing_that_is_read_ahead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = Unfinished(path=tmp_path / "a.utka", scenario="gone-1900", title="Gone", day=date(1900, 1, 1))
    monkeypatch.setattr(start, "newest_unfinished", lambda folder: gone)
    office = Office(saves=tmp_path, cache=tmp_path / "cache")
    read_on(office)
    assert not office.library.has_read("gone-1900")


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]\n", b'{"format": "a"}\n', b'{"format": 1, "over": false, "title": 1}\n', b"\xff\n"]
)
def test_whatever_lies_in_the_saves_folder_does_not_stop_the_title(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "odd.utka").write_bytes(content)
    (tmp_path / "folder.utka").mkdir()
    assert newest_unfinished(tmp_path) is None


def test_choices_of_the_title_ask_for_the_game_only_when_taken(tmp_path: Path) -> None:
    office = Office(saves=tmp_path / "saves", cache=tmp_path / "cache")
    asked: list[str] = []

    class Doors:
        def new_game(self) -> SettingsScreen:
            return SettingsScreen()

        load_game = settings = new_game

        def open_save(self, path: Path) -> Stay:
            return Stay()

    def doors() -> Doors:
        asked.append("doors")
        return Doors()

    driver = Driver(tmp_path, office.assets, title_screen(office, doors))
    assert asked == []
    driver.click("settings")
    assert asked == ["doors"] and isinstance(driver.screen, SettingsScreen)
    assert isinstance(title_screen(office, doors)._model.on_new(), Push)


def test_the_clock_of_the_window_runs(tmp_path: Path) -> None:
    """In a process of its own: once anything has waited on SDL's clock, it runs for good."""
    code = (
        "import sys, time, pygame; from pathlib import Path; from game.resources import assets_folder;"
        "from game.ui.app import App; from game.ui.screens.settings import SettingsScreen;"
        "from game.ui.settings import SettingsFile;"
        "App(assets_folder(), SettingsScreen(), SettingsFile(Path(sys.argv[1])));"
        "began = pygame.time.get_ticks(); time.sleep(0.05); print(pygame.time.get_ticks() - began)"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(tmp_path / "s")], capture_output=True, check=True, text=True)
    assert int(ran.stdout.split()[-1]) > 0


@pytest.mark.parametrize(("driver", "expected"), [("x11", "0"), ("wayland", None), ("cocoa", None), ("windows", None)])
def test_only_on_x11_is_the_window_kept_from_a_texture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, driver: str, expected: str | None
) -> None:
    monkeypatch.delenv("SDL_FRAMEBUFFER_ACCELERATION", raising=False)
    monkeypatch.setattr(pygame.display, "get_driver", lambda: driver)
    Driver(tmp_path, assets_folder(), SettingsScreen())
    assert os.environ.get("SDL_FRAMEBUFFER_ACCELERATION") == expected
    monkeypatch.setenv("SDL_FRAMEBUFFER_ACCELERATION", "1")
    Driver(tmp_path, assets_folder(), SettingsScreen())
    assert os.environ["SDL_FRAMEBUFFER_ACCELERATION"] == "1", "what the player has set stands"
