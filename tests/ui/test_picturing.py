"""Pictures of screens: what lies on them in the game lies on them there too."""

import pygame
import pytest

from game.rules.nouns import Side
from game.ui import gallery, picturing
from game.ui.flow import Flow
from game.ui.gallery import LESSON, lessons, plates, played, side_screens
from game.ui.guide import guide
from game.ui.office import Office
from game.ui.screen import Reset
from game.ui.screens.month import MonthScreen
from game.ui.settings import Settings, SettingsFile
from game.ui.stack import Stack


def stack_of(office: Office, flow: Flow) -> Stack:
    file = SettingsFile(office.saves.parent / "settings.json")
    file.write(Settings())
    stack = Stack(office.assets, file, flow.title())
    office.words = stack.words
    return stack


def test_a_telegram_is_pictured_typed_out_and_the_headline_with_its_clipping(office: Office) -> None:
    surface = pygame.display.set_mode((1024, 640))
    flow = Flow(office)
    stack, session = stack_of(office, flow), played(office, "alma-ata-1927", 4)
    months = [(name, screen) for name, screen in side_screens(flow, session, Side.CENTER) if isinstance(screen, MonthScreen)]
    for name, screen in months:
        wanted = screen.page
        stack.carry_out(Reset(screen))
        picturing.picture(stack, surface, office, office.saves.parent / f"{name}.png")
        assert screen.page == wanted, f"{name}: no other telegram has taken its place"
        assert screen.typed, name
    assert [bool(screen.telegram.clipping) for _, screen in months] == [False, True]


def test_a_lesson_is_pictured_with_its_card(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[tuple[str, int]] = []
    monkeypatch.setattr(guide, "draw_card", lambda canvas, card, about, age, clear: drawn.append((card.title, age)))
    monkeypatch.setattr(gallery, "OTHER_SCENARIO", LESSON)
    surface = pygame.display.set_mode((1024, 640))
    flow = Flow(office)
    stack = stack_of(office, flow)
    for _ in plates(flow, played(office, LESSON, 0)):
        pass  # every screen is pictured in one flow, or another one's guide would come along
    for name, screen in lessons(flow):
        drawn.clear()
        stack.carry_out(Reset(screen))
        picturing.picture(stack, surface, office, office.saves.parent / f"{name}.png")
        title, age = drawn[-1]
        assert title and age > 1000, f"{name}: the card has faded in"
