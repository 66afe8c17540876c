"""The player chooses among the languages that mods bring along; the choice is kept, and holds beyond what is drawn."""

from pathlib import Path

import pytest

from game.match import Match
from game.resources import assets_folder, content_folder
from game.rules.definitions import Scenario
from game.rules.nouns import Side
from game.scenario import find_packs
from game.ui.app import App
from game.ui.flow import Flow
from game.ui.office import Office
from game.ui.session import Session
from game.ui.settings import Settings, SettingsFile
from game.ui.start import window
from game.ui.unmet import spoken
from game.ui.words import Words
from tests.ui.driving import Driver

GERMAN = 'name: Deutsch\nwording: {"Language": Sprache, "Settings": Einstellungen, "New game": Neues Spiel}\n'


@pytest.fixture
def office(tmp_path: Path) -> Office:
    mod = tmp_path / "mods" / "mine"
    (mod / "languages").mkdir(parents=True)
    (mod / "mod.yaml").write_text("id: mine\ntitle: Mine\n", encoding="utf-8")
    (mod / "languages" / "de.yaml").write_text(GERMAN, encoding="utf-8")
    office = Office(saves=tmp_path / "saves", progress=tmp_path / "progress.json")
    office.packs = find_packs(content_folder(), tmp_path / "mods")
    return office


def test_a_language_is_chosen_in_the_settings_and_kept(tmp_path: Path, office: Office) -> None:
    drive = Driver(tmp_path, assets_folder(), Flow(office).settings(), speak=office.speak)
    drive.click("tab.language")
    assert drive.has("language.en") and "Deutsch" in drive.words() and "Einstellungen" not in drive.words()
    drive.click("language.de")
    assert {"Einstellungen", "Sprache"} <= set(drive.words())
    assert office.words("New game") == "Neues Spiel", "what is written before it is drawn is in the language too"
    assert SettingsFile(tmp_path / "settings.json").read().language == "de"
    drive.click("language.en")
    assert "Settings" in drive.words() and office.words("New game") == "New game"


def test_the_title_comes_up_in_the_language_that_was_kept(tmp_path: Path, office: Office) -> None:
    kept = SettingsFile(tmp_path / "settings.json")
    kept.write(Settings(language="de"))
    assert "Neues Spiel" in said_by(window(office, kept, (1024, 640)))


def test_without_the_mod_the_game_speaks_english_and_says_so(tmp_path: Path) -> None:
    office = Office(saves=tmp_path / "saves", progress=tmp_path / "progress.json")
    office.packs = find_packs(content_folder(), tmp_path / "none")
    drive = Driver(tmp_path, assets_folder(), Flow(office).settings(), speak=office.speak, language="de")
    drive.click("tab.language")
    assert drive.has("language.en") and not drive.has("language.de")
    assert drive.canvas.words.language == "en" and "Settings" in drive.words()


class Heard(Words):
    """English that keeps what it was asked to say."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: set[str] = set()

    def __call__(self, message: str, /, **named: object) -> str:
        self.messages.add(message)
        return super().__call__(message, **named)

    def plural(self, one: str, many: str, count: int, /, **named: object) -> str:
        self.messages |= {one, many}
        return super().plural(one, many, count, **named)


def test_a_translator_is_told_of_all_that_the_desk_and_its_settings_say(tmp_path: Path, office: Office, utka: Scenario) -> None:
    """By whatever name the code has the words, `words(...)` as well as `_(...)`."""
    office.words = heard = Heard()
    flow = Flow(office)
    session = Session(office, Match.new(utka, 3, seats={Side.CIRCLE: "random"}))
    for screen in (flow.desk(session, Side.CENTER), flow.settings()):
        Driver(tmp_path, assets_folder(), screen, speak=lambda _: heard)
    assert {"Rings", "Turns to go", "Settings"} <= heard.messages <= spoken()


def said_by(app: App) -> list[str]:
    """What stands on the first frame of a window."""
    return [text.text for text in app.draw(40).texts]
