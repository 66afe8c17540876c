"""The title, made of as little of the game as it needs: everything behind its choices is read once one is taken, or once
the title stands and there is time."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from game import __version__
from game.match.newest import newest_unfinished
from game.ui import glance
from game.ui.office import Office
from game.ui.screen import Outcome, Push, Quit, Screen
from game.ui.screens.title import TitleModel, TitleScreen


class Doors(Protocol):
    """Where the choices of the title lead."""

    def new_game(self) -> Screen:
        """Choose a scenario, a side, an opponent."""

    def tutorial(self) -> Outcome:
        """Choose a side to learn."""

    def load_game(self) -> Screen:
        """Choose a saved game."""

    def open_archive(self) -> Outcome:
        """Look up what really happened."""

    def open_rulebook(self) -> Outcome:
        """Read the rules."""

    def settings(self) -> Screen:
        """The player's comforts."""

    def open_save(self, path: Path) -> Outcome:
        """Goes on with a saved game."""


def title_screen(office: Office, doors: Callable[[], Doors]) -> TitleScreen:
    """The first screen. `doors` is asked for when a choice is taken."""
    latest = newest_unfinished(office.saves)
    _ = office.words
    when = _.dated(latest.day, "%B %Y", with_day=latest.by_day) if latest else ""
    return TitleScreen(
        TitleModel(
            version=__version__,
            resume=_("{title}, {date}", title=latest.title, date=when) if latest else None,
            photo=glance.find(latest.path) if latest else None,
            on_resume=partial(_resume, doors, latest.path) if latest else None,
            on_new=lambda: Push(doors().new_game()),
            on_tutorial=lambda: doors().tutorial(),
            on_load=lambda: Push(doors().load_game()),
            on_archive=lambda: doors().open_archive(),
            on_rulebook=lambda: doors().open_rulebook(),
            on_settings=lambda: Push(doors().settings()),
            on_quit=Quit,
            portrait=office.title_portrait,
            backdrop=office.paint_title_map,
            picture=office.title_picture,
        )
    )


def _resume(doors: Callable[[], Doors], path: Path) -> Outcome:
    return doors().open_save(path)
