"""Pictures of screens: what lies on them in the game lies on them there too."""

import pygame
import pytest

from game.ui import gallery, picturing
from game.ui.flow import Flow
from game.ui.gallery import LESSON, lessons, plates, played
from game.ui.guide import guide
from game.ui.office import Office
from game.ui.screen import Reset
from game.ui.settings import Settings, SettingsFile
from game.ui.stack import Stack


def test_a_lesson_is_pictured_with_its_card(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[tuple[str, int]] = []
    monkeypatch.setattr(guide, "draw_card", lambda canvas, card, about, age: drawn.append((card.title, age)))
    monkeypatch.setattr(gallery, "OTHER_SCENARIO", LESSON)
    surface = pygame.display.set_mode((1024, 640))
    file = SettingsFile(office.saves.parent / "settings.json")
    file.write(Settings())
    flow = Flow(office)
    stack = Stack(office.assets, file, flow.title())
    office.words = stack.words
    for _ in plates(flow, played(office, LESSON, 0)):
        pass  # every screen is pictured in one flow, or another one's guide would come along
    for name, screen in lessons(flow):
        drawn.clear()
        stack.carry_out(Reset(screen))
        picturing.picture(stack, surface, office, office.saves.parent / f"{name}.png")
        title, age = drawn[-1]
        assert title and age > 1000, f"{name}: the card has faded in"
