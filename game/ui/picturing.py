"""Draws screens to picture files, without a window."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pygame

from game.scenario.loading import packs_around
from game.ui.gallery import SCENARIO, every_screen
from game.ui.office import Office
from game.ui.reach import settle
from game.ui.screen import Push, Reset
from game.ui.screens.settings import SettingsScreen
from game.ui.settings import Settings, SettingsFile
from game.ui.stack import Stack

_LATER = 60_000
"""Milliseconds after which everything that moves by itself has come to rest."""

_FRAMES = 6
"""Frames after which the map must have come to rest as well."""


def picture_every_screen(
    folder: Path,
    size: tuple[int, int],
    settings: Settings,
    only: str = "",
    scenario: str = SCENARIO,
    left_out: list[str] | None = None,
) -> Iterator[Path]:
    """Draws every screen whose name holds `only` into a PNG of this size and gives each file once it is written. The names of
    the others are added to `left_out`.

    Raises OSError where a file cannot be written, and ScenarioError where the scenario cannot be played.
    """
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode(size)
    with TemporaryDirectory() as scratch:
        office = Office(saves=Path(scratch) / "saves", progress=Path(scratch) / "progress.json")
        file = SettingsFile(Path(scratch) / "settings.json")
        file.write(settings)
        office.bring_along(packs_around(scenario, office.packs))
        stack = Stack(office.assets, file, SettingsScreen(), lambda: office.signs, office.speak, lambda: office.tokens)
        for name, screen in every_screen(office, scenario):
            stack.carry_out(Push(screen) if screen.overlay else Reset(screen))
            if only in name:
                yield picture(stack, surface, office, folder / f"{name}.png")
            elif left_out is not None:
                left_out.append(name)
            if screen.overlay:
                stack.levels.pop()


def picture(stack: Stack, surface: pygame.Surface, office: Office, path: Path) -> Path:
    """Draws the top screen once its movements are over and the map is painted."""
    stack.compose(surface, 0)
    settle(stack.top, 0)
    for late in range(1, _FRAMES):
        stack.top.screen.tick(late * _LATER)
        canvas = stack.compose(surface, late * _LATER)
        if office.companion is not None:
            office.companion.accompany(canvas, stack.top)
        if late > 1 and not office.map_sheet.missing:  # a lesson's card comes with the first frame, and is there in the next
            break
        office.map_sheet.work(_LATER)
    path.parent.mkdir(parents=True, exist_ok=True)
    pygame.image.save(surface, str(path))
    return path
