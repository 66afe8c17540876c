"""Every screen of the game in windows of every kind, with every size of text: everything can be read."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.rules.definitions import Scenario
from game.scenario import load
from game.ui import backdrop, gallery
from game.ui.gallery import every_screen
from game.ui.map import board
from game.ui.map.tiles import Tiles
from game.ui.office import Office
from game.ui.screen import Canvas, Push, Reset, Screen
from game.ui.screens.settings import SettingsScreen
from game.ui.settings import Settings, SettingsFile
from game.ui.stack import Stack
from tests.ui.fit import faults

LATER = 60_000
"""Milliseconds after which what moves by itself has come to rest."""
WINDOWS: tuple[tuple[tuple[int, int], float, int], ...] = (
    ((1024, 640), 1.0, 100),
    ((1024, 640), 1.0, 150),
    ((1024, 640), 1.0, 200),
    ((1024, 640), 1.5, 80),
    ((1280, 720), 1.0, 150),
    ((1366, 1024), 1.25, 100),
    ((1600, 900), 1.0, 200),
    ((1920, 1080), 1.1, 130),
    ((2560, 1080), 1.0, 80),
    ((3840, 2160), 1.0, 100),
)
"""Size of the window, size of everything, size of the text in per cent."""

TWICE = "m"
"""The key that is bound twice and may be: two ways lead from the rings to the map."""


@pytest.fixture(autouse=True, scope="module")
def ready_at_once(patching: pytest.MonkeyPatch) -> None:
    """Plates are there in the first picture, however busy the machine is: what is written on the map then is seen."""
    for module in (board, backdrop):
        patching.setattr(module, "_PAINTING_MS", 60_000)


@pytest.fixture(scope="module")
def screens(office: Office) -> list[tuple[str, Screen]]:
    return list(every_screen(office))


def with_long_names(scenario: Scenario) -> Scenario:
    """The scenario as a modder might write it whose people and places have long names."""
    people = {id_: replace(one, name=f"{one.name} von Wartenburg-Hohenstein") for id_, one in scenario.setup.people.items()}
    places = {id_: replace(one, name=f"{one.name} on the Lower River") for id_, one in scenario.catalogue.places.items()}
    return replace(scenario, catalogue=replace(scenario.catalogue, places=places), setup=replace(scenario.setup, people=people))


def drawn(
    office: Office, screens: Iterable[tuple[str, Screen]], size: tuple[int, int], settings: SettingsFile
) -> Iterator[tuple[str, Stack, Canvas]]:
    """Every screen by its name at the top of a stack, as it is drawn at rest in a window of this size."""
    pygame.display.set_mode((64, 64))
    surface = pygame.Surface(size)
    stack = Stack(office.assets, settings, SettingsScreen())
    for name, screen in screens:
        stack.carry_out(Push(screen) if screen.overlay else Reset(screen))
        if name.startswith(("desk", "plate", "lesson", "note")):
            stack.compose(surface, LATER)  # where the strip of the map lies is known once it has been drawn
        canvas = stack.compose(surface, 2 * LATER)
        if office.map_sheet.work(LATER):  # whoever is selected was brought into sight
            canvas = stack.compose(surface, 3 * LATER)
        yield name, stack, canvas
        if screen.overlay:
            stack.levels.pop()


def walk(office: Office, screens: Iterable[tuple[str, Screen]], size: tuple[int, int], settings: SettingsFile) -> list[str]:
    """What cannot be read on any of the screens, in a window of this size."""
    return [f"{name}: {fault}" for name, _, canvas in drawn(office, screens, size, settings) for fault in faults(canvas)]


def test_no_key_means_two_things_on_a_screen(office: Office, screens: list[tuple[str, Screen]], tmp_path: Path) -> None:
    """What is drawn goes before what the screen can do anyway: a digit chooses a target while one is aimed at, and a layer of
    the map else. Among either, and of a letter anywhere, a second meaning would never be heard."""
    for name, stack, canvas in drawn(office, screens, (1600, 900), SettingsFile(tmp_path / "settings.json")):
        areas = [(area.key, area.name) for area in canvas.areas if area.key is not None]
        bindings = [(binding.key, binding.name) for binding in stack.top.screen.keys(canvas.words)]
        letters = [[(key, what) for key, what in each if key.isalpha()] for each in (areas, bindings)]
        for bound in (areas, bindings, dict.fromkeys([*letters[0], *letters[1]])):
            meant: dict[str, str] = {}
            for key, what in [(key, what) for keys, what in bound for key in keys.split()]:
                assert key not in meant or key == TWICE, f"{name}: {key} is {meant[key]!r} and {what!r}"
                meant[key] = what


@pytest.mark.parametrize(("size", "scale", "text"), WINDOWS)
def test_everything_can_be_read(
    size: tuple[int, int], scale: float, text: int, office: Office, screens: list[tuple[str, Screen]], tmp_path: Path
) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    file.write(Settings(interface_scale=scale, text_size=text))
    found = walk(office, screens, size, file)
    assert not found, "\n".join(found)


def test_long_names_can_be_read(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Meanwhile the plates are still being painted, and the map says so."""
    monkeypatch.setattr(gallery, "load", lambda *where: with_long_names(load(*where)))
    monkeypatch.setattr(Tiles, "painting", property(lambda tiles: (1, 4)))
    monkeypatch.setattr(Tiles, "work", lambda *spent, **how: False)
    screens = list(every_screen(office))
    file = SettingsFile(tmp_path / "settings.json")
    for size, text in (((1024, 640), 100), ((1600, 900), 150)):
        file.write(Settings(text_size=text))
        found = walk(office, screens, size, file)
        assert not found, "\n".join(found)
