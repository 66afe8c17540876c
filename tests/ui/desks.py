"""A desk in a window without a display, on any state of a game."""

from pathlib import Path

import pygame

from game.match.draft import Draft
from game.resources import assets_folder
from game.rules.definitions import Scenario
from game.rules.geography import Atlas as Journeys
from game.rules.nouns import Side
from game.rules.state import GameState
from game.rules.view import view_for
from game.ui.desk.screen import DeskScreen
from game.ui.desk.table import Table
from game.ui.desk.ways import DeskActions
from game.ui.office import Office
from game.ui.screen import Outcome, Stay
from tests.ui.driving import Driver

ASSETS = assets_folder()


class Desk:
    """A desk in a window, and what was sealed at it."""

    def __init__(
        self, folder: Path, cache: Path, scenario: Scenario, journeys: Journeys, state: GameState, side: Side, **window: object
    ) -> None:
        self.view = view_for(scenario, journeys, state, side)
        self.draft = Draft(self.view)
        self.sealed = 0
        pygame.display.init()
        office = Office(cache=cache)
        faces, table = office.faces, Table(office.map_sheet)
        actions = DeskActions(seal=self._seal, rings=Stay, log=Stay, menu=Stay)
        self.screen = DeskScreen(self.view, self.draft, faces, table, actions)
        self.driver = Driver(folder, ASSETS, self.screen, **window)  # type: ignore[arg-type]

    def _seal(self) -> Outcome:
        self.sealed += 1
        return Stay()
