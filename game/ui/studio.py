"""What painting needs under one theme, and what has been painted already. It paints nothing itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pygame
from pygame import Color, Rect, Surface

from game.ui.budget import budget_for, bytes_of
from game.ui.icons import Icons
from game.ui.lettering import Lettering
from game.ui.lru import Lru
from game.ui.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRecord:
    """A line of text as it was set. `rect` is its ink; `whole` the full text where it was cut with an ellipsis;
    `scrolled` whether it lies in a view that scrolls, so that part of it may be out of sight; `letters` the ink of each
    letter where they do not stand in a level line."""

    text: str
    role: str
    rect: Rect
    clip: Rect
    whole: str | None = None
    scrolled: bool = False
    letters: tuple[Rect, ...] = ()

    def moved(self, offset: tuple[int, int], clip: Rect, scrolled: bool) -> "TextRecord":
        """The same text on a Surface that this one was put on, seen through that one's clip."""
        return TextRecord(  # not `replace`: this is asked for every word on the map in every frame
            text=self.text,
            role=self.role,
            rect=self.rect.move(offset),
            clip=self.clip.move(offset).clip(clip),
            whole=self.whole,
            scrolled=scrolled or self.scrolled,
            letters=tuple([letter.move(offset) for letter in self.letters]) if self.letters else (),
        )


@dataclass(frozen=True, slots=True)
class Panel:
    """A painted Surface with the words on it."""

    surface: Surface
    texts: tuple[TextRecord, ...]


class Studio:
    """All that painting needs under one theme: fonts, signs, papers, and what has been painted already. `window` is the
    size of what is painted for, if that is known, `signs` are those that do not lie among the assets."""

    def __init__(
        self, assets: Path, theme: Theme, window: tuple[int, int] = (0, 0), signs: Callable[[], Mapping[str, Path]] = dict
    ) -> None:
        self.assets = assets
        self.theme = theme
        self.window = window
        budget = budget_for(theme.unit, window)
        self.lettering = Lettering(assets / "fonts", theme, budget.words)
        self.icons = Icons(assets / "icons", budget.signs, signs)
        self.shapes: Lru[object, Surface] = Lru(budget.shapes, bytes_of)
        self.panels: Lru[object, Panel] = Lru(budget.panels, lambda panel: bytes_of(panel.surface))
        self._textures: dict[str, Surface | None] = {}

    def texture(self, name: str) -> Surface | None:
        """The tile of a paper or a desk; None if the player wants none or it is not there."""
        if not self.theme.textures:
            return None
        if name not in self._textures:
            tokens = self.theme.tokens
            own = tokens.papers.get(name) if self.theme.palette not in tokens.plain else None
            self._textures[name] = (_brought(own) if own else None) or self._printed(name)
        return self._textures[name]

    def _printed(self, name: str) -> Surface | None:
        """The game's tile; where a mod has another colour for this paper, printed in that."""
        tile, now, before = self._load(f"textures/{name}.png"), self.theme.colour(name), self.theme.tokens.printed[name]
        if tile is None or now == before or tile.get_bitsize() != 8:
            return tile if now == before else None
        tile.set_palette([_moved(colour, before, now) for colour in tile.get_palette()])
        return tile

    @cached_property
    def distress(self) -> Surface | None:
        """The worn ink of a stamp, in the alpha channel."""
        return self._load("textures/distress.png")

    def _load(self, name: str) -> Surface | None:
        path = self.assets / name
        return _loaded(path) if path.is_file() else None


def _loaded(path: Path) -> Surface:
    loaded = pygame.image.load(str(path))
    if loaded.get_bitsize() == 8:
        return loaded  # a quarter of the memory, and nearly as quick to lay
    return loaded.convert_alpha() if loaded.get_flags() & pygame.SRCALPHA else loaded.convert()


def _brought(path: Path) -> Surface | None:
    """A mod's tile; nothing if what it holds is damaged."""
    try:
        return _loaded(path)
    except (pygame.error, OSError):
        return None


def _moved(colour: Color, before: Color, now: Color) -> Color:
    """A colour of a tile as far from the paper's new colour as it was from the old one."""
    red, green, blue = (max(0, min(255, colour[at] + now[at] - before[at])) for at in range(3))
    return Color(red, green, blue)
