"""What the whole window shares: where things lie on this machine, the portraits, the scenarios, the saves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

import platformdirs
import pygame
from pygame import Surface

from game.resources import assets_folder
from game.scenario import Packs, find_packs
from game.ui.desk.faces import Background, Faces
from game.ui.map.view import MapView
from game.ui.portraits.gallery import PortraitGallery
from game.ui.words import Words

FIRST_DAY = date(1939, 8, 1)
"""Whose borders the map shows until a game says its own day."""

TITLE_FACE = {"face": "trotsky"}
"""The named face that the title shows."""


@dataclass
class Office:
    """Folders and shared things of one window. Tests name folders of their own."""

    assets: Path = field(default_factory=assets_folder)
    saves: Path = field(default_factory=lambda: Path(platformdirs.user_data_dir("utka", appauthor=False)) / "saves")
    cache: Path = field(default_factory=lambda: Path(platformdirs.user_cache_dir("utka", appauthor=False)))
    words: Words = field(default_factory=Words)

    @cached_property
    def gallery(self) -> PortraitGallery:
        """Everybody's portraits."""
        return PortraitGallery(self.assets)

    @cached_property
    def faces(self) -> Faces:
        """The portraits as papers and tokens want them."""
        return Faces(self.gallery)

    @cached_property
    def packs(self) -> Packs:
        """The shipped content and the player's mods."""
        return find_packs()

    @cached_property
    def map_sheet(self) -> MapView:
        """The one map of the window, lent to whichever screen shows it. The display must be open."""
        return MapView(self.assets, self.cache, FIRST_DAY, self._face)

    def _face(self, record: Mapping[str, str], background: Background, size: int, round_cut: bool) -> Surface:
        if round_cut:
            return self.faces.disc(record, size, background=background)
        return self.faces.surface(record, background=background, cut="face", size=(size, size))

    def title_portrait(self, diameter: int) -> Surface:
        """The Old Man for the title: the body cut to the disc he stands in, the head above its edge."""
        size = (round(diameter * 0.9), round(diameter * 1.125))
        bust = self.gallery.surface(TITLE_FACE, size=size, background="none", cut="full").copy()
        mask = Surface((size[0] * 2, size[1] * 2), pygame.SRCALPHA)
        centre = (size[0], size[1] * 2 - diameter)
        mask.fill("white", (0, 0, size[0] * 2, centre[1]))
        pygame.draw.circle(mask, "white", centre, diameter)
        bust.blit(pygame.transform.smoothscale(mask, size), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        return bust

    def title_map(self, size: tuple[int, int]) -> Surface:
        """The faint map of the title, covering a window of this size."""
        picture = pygame.image.load(str(self.assets / "prints" / "title-map.jpg"))
        stretch = max(size[0] / picture.get_width(), size[1] / picture.get_height())
        wide = (round(picture.get_width() * stretch), round(picture.get_height() * stretch))
        whole = pygame.transform.smoothscale(picture, wide)
        return whole.subsurface(((wide[0] - size[0]) // 2, (wide[1] - size[1]) // 2, *size))
