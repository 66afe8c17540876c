"""Writes a finished game to files from the command line, without a window."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pygame

from game.match.record import Record
from game.rules.definitions import Scenario
from game.scenario.steps import finish
from game.ui.archives import Archives
from game.ui.export.keeping import Written, write_page, write_poster
from game.ui.office import Office
from game.ui.settings import Settings
from game.ui.stack import theme_for
from game.ui.theme import DESIGN_SIZE


def export_game(
    record: Record, scenario: Scenario, html: Path | None, png: Path | None, tell: Callable[[int, int], None]
) -> Iterator[Written]:
    """Writes the page and the poster that are asked for, and gives each file once it is written, or why it is not. Meanwhile
    `tell` is told how many of how many pieces of it are done.

    Raises:
        ValueError: the game is not over.
    """
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((64, 64))
    with TemporaryDirectory() as scratch:
        office = Office(saves=Path(scratch))
        office.bring_along(office.packs)  # the poster is printed in the colours of the window
        dossier = Archives(office, scenario).dossier(record)
        if html is not None:
            yield finish(write_page(dossier, office, html), tell)
        if png is not None:
            theme = theme_for(office.tokens, Settings(), DESIGN_SIZE)
            yield finish(write_poster(dossier, office, theme, png), tell)
