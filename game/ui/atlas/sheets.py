"""The atlas of a window: one plate for each theme and set of borders, shared by every screen that shows a map."""

from pathlib import Path

from pygame import Rect

from game.ui.atlas.camera import Camera, scale_of
from game.ui.atlas.geography import Geography, read_geography
from game.ui.atlas.plate import PlatePainter
from game.ui.atlas.tiles import Tiles
from game.ui.screen import Canvas
from game.ui.studio import Studio


class Atlas:
    """Reads the geography once and keeps the tiles of the plate that was last shown.

    A frame paints one missing tile at the most and asks for another, so that the window stays awake. `eager` paints every
    tile at once, for pictures that are not to wait.
    """

    def __init__(self, assets: Path, cache: Path | None, *, eager: bool = False) -> None:
        self._folder = assets / "map"
        self._cache = cache
        self._geographies: dict[str, Geography] = {}
        self._shown: tuple[object, Tiles] | None = None
        self.eager = eager

    def draw(self, canvas: Canvas, rect: Rect, camera: Camera, step: int, era: str) -> None:
        """Draws the plate behind a camera; asks for another frame while tiles are missing."""
        tiles = self._tiles(canvas.studio, era)
        scale = scale_of(step, canvas.theme.unit)
        sea = canvas.colour("map.sea")
        with canvas.clip(rect):
            complete = tiles.draw(canvas.surface, rect, camera, scale, sea)
            while not complete:
                tiles.work()
                complete = tiles.draw(canvas.surface, rect, camera, scale, sea)
                if not self.eager:
                    break
        if not complete:
            canvas.request_frame(1)

    def _tiles(self, studio: Studio, era: str) -> Tiles:
        key = (studio.theme.key, era)
        if self._shown is None or self._shown[0] != key:
            if era not in self._geographies:
                self._geographies = {era: read_geography(self._folder, era)}
            painter = PlatePainter(self._geographies[era], studio)
            self._shown = (key, Tiles(painter, studio.theme.unit, self._cache, repr(key)))
        return self._shown[1]
