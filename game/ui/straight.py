"""Opens the window straight in a game, or on the secrets of a finished one."""

from functools import partial
from pathlib import Path

from game.match.record import Record
from game.match.records import RecordError, read_record
from game.match.save_file import SaveError
from game.players import PlayerError
from game.rules.definitions import Scenario
from game.rules.nouns import Luck
from game.rules.setup import Allegiances
from game.scenario import ScenarioError, load
from game.scenario.loading import packs_around
from game.ui.app import App
from game.ui.archives import Archives
from game.ui.flow import Flow
from game.ui.office import Office
from game.ui.presenters.new_game import NewGame, Seating
from game.ui.screen import Reset, Screen
from game.ui.settings import SettingsFile
from game.ui.start import read_ahead


def open_game(scenario: str, side: str, opponent: str, seed: int | None, allegiance: str, luck: str) -> str:
    """Opens the window in a game and returns when the player has left; what stood in the way in one line, or nothing."""
    office = _office()
    target = Path(scenario) if Path(scenario).exists() else scenario
    try:
        found = load(target, office.packs)
        office.bring_along(packs_around(target, office.packs))  # a working copy lies anywhere
    except ScenarioError as error:
        return f"the scenario {scenario} cannot be played: {error}"
    wanted = NewGame(
        scenario=found.catalogue.id,
        seating=Seating(side),
        opponent=opponent,
        allegiances=Allegiances(allegiance),
        luck=Luck(luck),
        seed=seed,
    )
    flow = Flow(office)
    first = flow.title()  # beneath what has to be said before the game, such as that it cannot be saved
    try:
        opening = flow.start(found, wanted)
    except PlayerError as error:
        return str(error)
    if isinstance(opening, Reset):
        _show(office, opening.screen)
        return ""
    app = _window(office, first)
    app.follow(opening)
    app.run(read_ahead)
    return ""


def open_record(file: Path) -> str:
    """Opens the window on the record in a file; what stood in the way in one line, or nothing."""
    office = _office()
    flow = Flow(office)
    try:
        record = flow.keeping.record(read_record(file), flow.to_title)
    except (RecordError, SaveError) as error:
        return str(error)
    _show(office, record)
    return ""


def open_revelations(record: Record, scenario: Scenario) -> None:
    """Opens the window on a finished game's Revelations and returns when the player has left. Esc leads to the title: pressed
    once more than a dialog needs it must not close the window."""
    office = _office()
    flow = Flow(office)
    _show(office, Archives(office, scenario).opening(record, flow.to_title))


def open_letter(file: Path) -> None:
    """Opens the window on the title, with a letter read; what is wrong with it is said there."""
    office = _office()
    app = _window(office, Flow(office).title())
    app.take_file(file)
    app.run(partial(read_ahead, office))


def _show(office: Office, first: Screen) -> None:
    _window(office, first).run(read_ahead)


def _office() -> Office:
    """What the window shares, in the player's language from the start: the first screen is made before there is a window."""
    office = Office()
    office.speak(SettingsFile().read().language)
    return office


def _window(office: Office, first: Screen) -> App:
    return App(
        office.assets,
        first,
        companion=lambda: office.companion,
        attendant=lambda: office.attendant,
        signs=lambda: office.signs,
        packs=lambda: office.heard,
        speak=office.speak,
        tokens=lambda: office.tokens,
    )
