"""What the whole window shares: where things lie on this machine, the portraits, the scenarios, the saves."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import platformdirs

from game.resources import assets_folder
from game.scenario import Packs, find_packs
from game.ui.desk.faces import Faces
from game.ui.portraits.gallery import PortraitGallery
from game.ui.words import Words


@dataclass
class Office:
    """Folders and shared things of one window. Tests name folders of their own."""

    assets: Path = field(default_factory=assets_folder)
    saves: Path = field(default_factory=lambda: Path(platformdirs.user_data_dir("utka", appauthor=False)) / "saves")
    cache: Path = field(default_factory=lambda: Path(platformdirs.user_cache_dir("utka", appauthor=False)))
    words: Words = field(default_factory=Words)

    @cached_property
    def faces(self) -> Faces:
        """Everybody's portraits."""
        return Faces(PortraitGallery(self.assets))

    @cached_property
    def packs(self) -> Packs:
        """The shipped content and the player's mods."""
        return find_packs()
