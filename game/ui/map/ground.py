"""What lies under everything on the map: the plate of one style, from disk, and painted where it is not there yet. What
only painting needs is loaded only to paint."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.ui.budget import PLATES_ON_DISK
from game.ui.lettering import Lettering
from game.ui.map.folder import MapFolder
from game.ui.map.grain import Grain, find_grain
from game.ui.map.shelf import Shelf, trim
from game.ui.map.sketch import Sketch, keep_sketch, kept_sketch
from game.ui.map.style import PlateStyle, plate_style
from game.ui.map.tiles import Tiles
from game.ui.theme import Theme

if TYPE_CHECKING:
    from game.ui.map.atlas import Atlas
    from game.ui.map.plate import TilePainter

_ENGRAVED = 2_000_000
"""Bytes of engraved names that are kept while plates are painted."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The plate of one style."""

    style: PlateStyle
    sketch: Sketch
    tiles: Tiles


class Grounds:
    """The ground that is in use. `assets` is the folder with `fonts`, `folder` the geometry, `plates` where pictures may be
    kept."""

    def __init__(self, assets: Path, folder: MapFolder, plates: Path) -> None:
        self._assets, self._folder, self._plates = assets, folder, plates
        self._grain: Grain | None = None
        self._ground: Ground | None = None

    def ground(self, theme: Theme, era: str) -> Ground:
        """The ground for a theme and a period's borders; the same one until its style is another."""
        style = plate_style(theme, era)
        if self._ground is None or self._ground.style != style:
            if style.paper and self._grain is None:
                self._grain = find_grain(Shelf(self._plates / "grain"))
            shelf = Shelf(self._plates / style.key(self._folder.digest))
            sketch = kept_sketch(shelf) or self._paint_sketch(shelf, style)
            grain = self._grain if style.paper else None
            self._ground = Ground(style, sketch, Tiles(style, sketch, grain, shelf, partial(self._painter, style, theme)))
        return self._ground

    @cached_property
    def _atlas(self) -> Atlas:
        from game.ui.map.atlas import Atlas  # noqa: PLC0415 - numpy is loaded only to paint

        trim(self._plates, PLATES_ON_DISK)
        return Atlas(self._assets / "map")

    def _paint_sketch(self, shelf: Shelf, style: PlateStyle) -> Sketch:
        from game.ui.map.sketching import paint_sketch  # noqa: PLC0415 - as above

        return keep_sketch(shelf, *paint_sketch(self._atlas, style))

    def _painter(self, style: PlateStyle, theme: Theme) -> TilePainter:
        from game.ui.map.plate import TilePainter  # noqa: PLC0415 - as above

        return TilePainter(self._atlas, style, Lettering(self._assets / "fonts", theme, _ENGRAVED))
