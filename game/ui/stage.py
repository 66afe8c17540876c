"""What the parts of the way through the game ask of the whole: `game.ui.flow.Flow` is one."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from game.rules.definitions import Scenario
from game.rules.nouns import Side
from game.rules.orders import Order
from game.ui.office import Office
from game.ui.presenters.new_game import NewGame
from game.ui.screen import Action, Outcome, Screen
from game.ui.screens.month import MonthScreen
from game.ui.session import Session


class Stage(Protocol):
    """Where a game is played."""

    office: Office

    def start(self, scenario: Scenario, game: NewGame) -> Outcome:
        """Begins a game as it was asked for."""

    def play(self, session: Session) -> Outcome:
        """Opens a game at the desk of whoever writes next."""

    def go_on(self, session: Session) -> Outcome:
        """Whatever follows now in a game that is open."""

    def play_out(self, session: Session, thought: Mapping[Side, Sequence[Order]]) -> Outcome:
        """Plays the turn out with what the computer has thought out."""

    def to_title(self) -> Outcome:
        """Leaves whatever is open for the title."""

    def open_letters(self) -> Outcome:
        """The letters that lie there, whichever games they belong to."""

    def open_save(self, path: Path) -> Outcome:
        """Goes on with a saved game."""

    def leave(self, session: Session, away: Action) -> Outcome:
        """Saves a game and goes; says so first if the save fails."""

    def once_saved(self, session: Session, on: Action) -> Outcome:
        """Goes on, once the player has been told what went wrong when the game saved itself."""

    def said(self, problem: str) -> Outcome:
        """Says what went wrong; nothing, if nothing did."""

    def desk(self, session: Session, side: Side) -> Screen:
        """The desk of a side."""

    def back_to_desk(self, session: Session, side: Side, chosen: str) -> Outcome:
        """To the desk of a side, with somebody or some place chosen."""

    def last_month(self, session: Session, side: Side) -> MonthScreen:
        """The last month as one side heard it."""
