"""Opens the window straight in a game, or on the secrets of a finished one."""

from pathlib import Path

from game.match.record import Record
from game.players import PlayerError
from game.rules.definitions import Scenario
from game.rules.nouns import Luck
from game.rules.setup import Allegiances
from game.scenario import ScenarioError, load
from game.ui.app import App
from game.ui.archives import Archives
from game.ui.flow import Flow
from game.ui.office import Office
from game.ui.presenters.new_game import NewGame, Seating
from game.ui.screen import Quit, Reset


def open_game(scenario: str, side: str, opponent: str, seed: int | None, allegiance: str, luck: str) -> str:
    """Opens the window in a game and returns when the player has left; what stood in the way in one line, or nothing."""
    office = Office()
    try:
        found = load(Path(scenario) if Path(scenario).exists() else scenario, office.packs)
    except ScenarioError as error:
        return f"the scenario {scenario} cannot be played: {error.findings[0] if error.findings else error}"
    wanted = NewGame(
        scenario=found.catalogue.id,
        seating=Seating(side),
        opponent=opponent,
        allegiances=Allegiances(allegiance),
        luck=Luck(luck),
        seed=seed,
    )
    try:
        opening = Flow(office).start(found, wanted)
    except PlayerError as error:
        return str(error)
    if isinstance(opening, Reset):
        App(office.assets, opening.screen, companion=lambda: office.companion).run()
    return ""


def open_revelations(record: Record, scenario: Scenario) -> None:
    """Opens the window on a finished game's Revelations and returns when the player has left."""
    office = Office()
    App(office.assets, Archives(office, scenario).opening(record, Quit)).run()
