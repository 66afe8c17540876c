"""The map as one part of a screen: the plate under a camera, what lies on it, and the small map. It is given a model
and a camera and answers what can be touched; it decides nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter

import pygame
from pygame import Rect, Surface

from game.ui.map.camera import Area, Camera, Point, same_view
from game.ui.map.cells import Cell, is_step, step_for
from game.ui.map.chart import WORLD, Chart
from game.ui.map.city.plates import CityPlates
from game.ui.map.folder import MapFolder
from game.ui.map.ground import Ground, Grounds
from game.ui.map.minimap import draw_minimap
from game.ui.map.model import LAYERS, Layer, MapModel
from game.ui.map.overlay import HitRegion, Overlay, OverlayPainting, paint_overlay
from game.ui.map.overlays import Overlays, Wanted
from game.ui.map.placed import Scene
from game.ui.map.pushing import Pushing, Sight, pushed_by
from game.ui.map.room import NOWHERE
from game.ui.map.steering import Turn
from game.ui.map.tiles import PREVIEWS_MS, Progress
from game.ui.map.tokens import Face
from game.ui.map.turning import Turning, spot_on_screen
from game.ui.map.whereabouts import Whereabouts
from game.ui.map.zooming import Zoom
from game.ui.painter import Painter
from game.ui.spare import Spare
from game.ui.studio import Studio
from game.ui.theme import Theme

ALL_LAYERS: frozenset[Layer] = frozenset(LAYERS)

_AHEAD_MS, _LEAST_AHEAD_MS, _SHARE_MS = 1.6, 0.3, 3.2
"""Milliseconds of a frame that may go into drawing the next overlay while the map moves, and into fetching its tiles: the
first, or what what is shown has left of the third, but no less than the second, so that it gets on."""
_MOVING_PREVIEWS_MS = 1.0
"""Milliseconds of a frame that may have gone by when one more preview of a tile is begun while the map moves."""
_FIRST_MS = 60
"""Milliseconds that a view at rest may wait for its tiles when none of them is there: rather that than a flash of the
sketch."""


class MapView:
    """Draws the map. `assets` is the folder with `map` and `fonts`, `cache` one where plates may be kept, `day` tells
    the borders, `face` draws portraits, `cities` are the city plates. The display must be open."""

    def __init__(self, assets: Path, cache: Path, day: date, face: Face | None = None, cities: CityPlates | None = None) -> None:
        self.cities = cities or CityPlates()
        self._folder = MapFolder(assets / "map")
        self._grounds = Grounds(assets, self._folder, cache / "plates", self.cities)
        self._face = face
        self._day = day
        self._era = self._folder.era(day)
        self._model = MapModel()
        self._at: Mapping[str, tuple[float, float]] = {}
        self._ground: Ground | None = None
        self._studio: Studio | None = None
        self._sheets = Spare(2, pygame.SRCALPHA)
        self._overlays = Overlays(self._paint_overlay, lambda overlay: self._sheets.give(overlay.panel.surface))
        self._pictures = Spare(2)
        self._pushing = Pushing(self._pictures)
        self._zoom: Zoom | None = None
        self._turning: Turning | None = None
        self._began = 0.0
        self._chart = WORLD
        self._where = Whereabouts(self._model, WORLD, self.cities)

    def set_day(self, day: date) -> None:
        """The date in the game, which tells the borders."""
        if day != self._day:
            self._day, self._era = day, self._folder.era(day)

    def set_model(self, model: MapModel) -> None:
        """What lies on the map from now on. Raises ValueError if it names a place that it does not have."""
        if model == self._model and model.footing is self._model.footing:
            return
        named = {token.place for token in model.tokens}.union(*(journey.places for journey in model.journeys))
        unknown = named - {mark.id for mark in model.places}
        if unknown:
            raise ValueError(f"the map has no place called {', '.join(sorted(unknown))}")
        self._model = model
        self._at = {mark.id: mark.at for mark in model.places}
        self._where = Whereabouts(self._model, self._chart, self.cities)

    def place_point(self, place: str) -> Point:
        """Where a place of the model lies on the sheet. Raises KeyError for an unknown one."""
        return self._where.places[place]

    def place_at(self, place: str) -> tuple[float, float]:
        """Latitude and longitude of a place of the model. Raises KeyError for an unknown one."""
        return self._at[place]

    def whereabouts(self, id_: str) -> str:
        """The place that an id means: itself, or where the token of that id is; nothing if there is neither."""
        if id_ in self._at:
            return id_
        return next((token.place for token in self._model.tokens if token.id == id_), "")

    @property
    def missing(self) -> int:
        """How much of the view is still to come, in tiles and overlays; `work` brings it."""
        tiles = self._ground.tiles.missing if self._ground is not None else 0
        return tiles + (1 if self._overlays.busy else 0)

    @property
    def painting(self) -> tuple[int, int] | None:
        """While plates must be painted, which is once for each: how many of those in view are ready, and how many there
        are."""
        return self._ground.tiles.painting if self._ground is not None else None

    def work(self, budget_ms: float, progress: Progress | None = None) -> bool:
        """Draws, fetches and paints on for about so many milliseconds; whether there is anything new to be seen."""
        until = perf_counter() + budget_ms / 1000
        drawn = self._overlays.work(budget_ms)
        left = max(_LEAST_AHEAD_MS, (until - perf_counter()) * 1000)
        return (self._ground is not None and self._ground.tiles.work(left, progress=progress)) or drawn

    def prepare(self, painter: Painter) -> None:
        """Fetches the sketch; paints it the first time, which takes a third of a second. `draw` does it too, if nobody
        has."""
        self._ground_for(painter.theme, painter.studio, WORLD)

    def draw(
        self, painter: Painter, rect: Rect, safe: Rect, camera: Camera, *, moving: bool = False,
        goal: Camera | None = None, layers: frozenset[Layer] = ALL_LAYERS, covered: tuple[Rect, ...] = (),
        shown: Rect | None = None, chart: Chart = WORLD, turn: Turn | None = None, aside: Rect = NOWHERE,
    ) -> tuple[HitRegion, ...]:  # fmt: skip
        """Draws the map, or the city plate that is the `chart`, into `rect`, or the `shown` part of it
        where the rest is going to be covered. People and names lie in `safe`, the part that nothing covers but small papers,
        which `covered` tells of; those of places in the part `aside` lie there, and are covered with it.

        While it is `moving`, to a `goal` if it flies, what was drawn last is pushed or stretched, and what will be seen is
        got ready meanwhile. Answers what can be touched, on the painter's Surface; nothing during a zoom, or while one sheet
        takes the place of another in a `turn`.
        """
        self._began = perf_counter()
        shown = (shown or rect).clip(rect).clip(painter.rect)
        if turn is not None and self._turning is None:
            self._begin_turning(Rect(rect), shown, camera, chart)
        ground = self._ground_for(painter.theme, painter.studio, chart)
        wanted = Wanted(
            model=self._model,
            camera=goal or camera,
            rect=Rect(rect),
            safe=Rect(safe).move(-rect.x, -rect.y),
            aside=aside.move(-rect.x, -rect.y) if aside else NOWHERE,
            covered=tuple(Rect(paper).move(-rect.x, -rect.y) for paper in covered),
            layers=layers,
            look=(painter.theme.key, self._era),
        )
        with painter.clip(shown):
            if turn is not None and self._turning is not None and self._turning.chart is chart:
                self._draw_turning(painter, ground, shown, wanted, self._turning, turn.share)
                return ()
            if self._turning is not None and not moving and self._draw_turned(painter, ground, shown, wanted, self._turning):
                return ()
            self._end_turning()
            if goal is not None and goal.k != camera.k:
                self._draw_zooming(painter, ground, shown, camera, wanted)
                return ()
            if moving:
                return self._draw_pushed(painter, ground, shown, camera, wanted, ahead=goal is not None)
            return self._draw_resting(painter, ground, shown, wanted)

    def _begin_turning(self, rect: Rect, shown: Rect, camera: Camera, chart: Chart) -> None:
        """Keeps a picture of the sheet that goes, as it was shown last; without one the new sheet is there at once."""
        ground, standing = self._ground, self._overlays.standing
        if ground is None or standing is None or standing[0].rect != rect or self._chart is chart:
            return
        self._end_zoom()
        taken = self._pushing.take(rect, shown)
        before, seen_from = taken or (self._pictures.take(shown.size), standing[0].camera)
        if taken is None:
            self._lay_picture(ground, rect, shown, None, set(), before, seen_from)
        world, city = (seen_from, chart) if self._chart.is_world else (camera, self._chart)
        spot = spot_on_screen(city, world, rect.move(-shown.x, -shown.y))
        self._turning = Turning(chart, before, self._pictures.take(shown.size), spot)

    def _draw_turning(
        self, painter: Painter, ground: Ground, shown: Rect, wanted: Wanted, turning: Turning, share: float
    ) -> None:  # fmt: skip
        tiles, camera = ground.tiles, wanted.camera
        tiles.want(wanted.rect, shown, camera, step_for(ground.style, camera.k))
        begins = turning.arrived < 0
        if turning.arrived != tiles.arrived:
            view = wanted.rect.move(-shown.x, -shown.y)
            tiles.lay_quickly(turning.after, view, camera, step_for(ground.style, camera.k), turning.laid)
            turning.arrived = tiles.arrived
        turning.show(painter, shown, share)
        if not begins:
            self._get_ready(ground, wanted)

    def _draw_turned(self, painter: Painter, ground: Ground, shown: Rect, wanted: Wanted, turning: Turning) -> bool:
        """Shows the sheet that has come as the change left it while what lies on it is drawn; whether that goes on."""
        standing = self._overlays.standing
        if turning.chart is not self._chart or turning.arrived < 0 or turning.after.get_size() != shown.size:
            return False
        if (standing is not None and not standing[0].fits(wanted)) or self._overlays.soon(wanted, _AHEAD_MS) is not None:
            return False
        self._draw_turning(painter, ground, shown, wanted, turning, 1.0)
        return True

    def _end_turning(self) -> None:
        if self._turning is not None:
            for picture in (self._turning.before, self._turning.after):
                self._pictures.give(picture)
        self._turning = None

    def _draw_zooming(self, painter: Painter, ground: Ground, shown: Rect, camera: Camera, wanted: Wanted) -> None:
        goal, tiles, zoom = wanted.camera, ground.tiles, self._zoom
        begins = zoom is None or not same_view(zoom.end, goal) or zoom.shown != shown
        if zoom is None or begins:
            zoom = self._begin_zoom(ground, wanted.rect, shown, camera, goal)
            tiles.want(wanted.rect, shown, goal, step_for(ground.style, goal.k))
        if not zoom.show(painter.surface.subsurface(shown), camera, tiles.arrived):
            tiles.lay_stretched(painter.surface, wanted.rect, camera)
        if not begins:
            self._get_ready(ground, wanted)

    def _begin_zoom(self, ground: Ground, rect: Rect, shown: Rect, camera: Camera, goal: Camera) -> Zoom:
        taken = self._pushing.take(rect, shown, camera)
        before = taken[0] if taken is not None else self._pictures.take(shown.size)
        if taken is None:
            self._lay_picture(ground, rect, shown, self._zoom, set(), before, camera)
        self._end_zoom()
        after, lay = partial(self._pictures.take, shown.size), partial(self._lay_picture, ground, rect, shown, None, set())
        self._zoom = Zoom(camera, goal, rect, shown, before, after, lay)
        return self._zoom

    def _end_zoom(self) -> None:
        if self._zoom is not None:
            for picture in self._zoom.pictures:
                self._pictures.give(picture)
        self._zoom = None

    def _get_ready(self, ground: Ground, wanted: Wanted | None) -> None:
        """Fetches what is looked at and, if it is told which, draws on the overlay that will be wanted; never for long."""
        left = _SHARE_MS - (perf_counter() - self._began) * 1000
        until = perf_counter() + max(_LEAST_AHEAD_MS, min(_AHEAD_MS, left)) / 1000
        ground.tiles.work((until - perf_counter()) * 500, paint=False, wait=False)
        if wanted is not None:
            self._overlays.ahead(wanted, (until - perf_counter()) * 1000)

    def _draw_pushed(
        self, painter: Painter, ground: Ground, shown: Rect, camera: Camera, wanted: Wanted, *, ahead: bool
    ) -> tuple[HitRegion, ...]:
        self._end_zoom()
        standing = self._overlays.standing
        if standing is None or standing[0].rect != wanted.rect or standing[0].camera.k != camera.k:
            here = replace(wanted, camera=camera)
            standing = (here, self._overlays.now(here))
        regions = self._show(painter, ground, shown, camera, wanted.rect, standing)
        self._get_ready(ground, wanted if ahead else None)
        return regions

    def _draw_resting(self, painter: Painter, ground: Ground, shown: Rect, wanted: Wanted) -> tuple[HitRegion, ...]:
        """At rest the overlay is drawn at once, unless something can be shown meanwhile that tells the same: what a zoom ended
        with, or the overlay as it was if it differs in the camera only. Then it is drawn in slices."""
        standing, zoom, camera = self._overlays.standing, self._zoom, wanted.camera
        same = standing is not None and standing[0].differs_in_camera_only(wanted)
        arrived = zoom is not None and same_view(zoom.end, camera) and zoom.shown == shown
        pushable = standing is not None and standing[0].camera.k == camera.k
        soon = arrived or (same and pushable)
        ready = self._overlays.soon(wanted, _LEAST_AHEAD_MS) if soon else self._overlays.now(wanted)
        if ready is None and zoom is not None and arrived:
            zoom.show(painter.surface.subsurface(shown), camera, ground.tiles.arrived)
            return ()
        self._end_zoom()
        if ready is not None:
            standing = (wanted, ready)
        assert standing is not None, "without one that stands the overlay is drawn at once"
        return self._show(painter, ground, shown, camera, wanted.rect, standing, patient=True)

    def _show(
        self, painter: Painter, ground: Ground, shown: Rect, camera: Camera, rect: Rect, lying: tuple[Wanted, Overlay], *,
        patient: bool = False,
    ) -> tuple[HitRegion, ...]:  # fmt: skip
        """The plate and what lies on it, drawn for a camera that sees it at the same size; answers where what can be touched
        is now. Who is `patient` waits a little for tiles."""
        tiles, step, exact = ground.tiles, step_for(ground.style, camera.k), is_step(ground.style, camera.k)
        tiles.want(*(rect, shown, camera, step) if exact else tiles.smaller(rect, camera))
        if patient and tiles.bare:
            tiles.work(_FIRST_MS, paint=False)
        overlay, drawn_for = lying[1], lying[0].camera
        corner = pushed_by(rect, camera, drawn_for)
        if exact:
            until = perf_counter() + (PREVIEWS_MS if patient else _MOVING_PREVIEWS_MS) / 1000
            sight = Sight(
                tiles=tiles, step=step, camera=camera, overlay=overlay, drawn_for=drawn_for, rect=rect, shown=shown
            )  # fmt: skip
            self._pushing.show(painter.surface, sight, until)
            painter.note_words(overlay.panel, corner)
        else:
            tiles.lay_stretched(painter.surface, rect, camera)
            painter.put(overlay.panel, corner)
        return tuple([region.moved(corner) for region in overlay.regions])

    def _lay_picture(
        self, ground: Ground, rect: Rect, shown: Rect, before: Zoom | None, laid: set[Cell], picture: Surface, camera: Camera
    ) -> None:
        """What a zoom begins or ends with: from where one was broken off, as that showed it; else plate and overlay, but for
        what of it lies there already, of which `laid` keeps count."""
        view = rect.move(-shown.x, -shown.y)
        if not is_step(ground.style, camera.k):
            if before is None or before.shown != shown or not before.show(picture, camera, ground.tiles.arrived):
                ground.tiles.lay_stretched(picture, view, camera)
            return
        standing, step = self._overlays.standing, step_for(ground.style, camera.k)
        new = ground.tiles.lay_quickly(picture, view, camera, step, laid)
        if standing is not None and standing[0].camera.k == camera.k:
            corner = pushed_by(view, camera, standing[0].camera)
            for part in new:
                picture.blit(standing[1].panel.surface, part, part.move(-corner[0], -corner[1]))

    def draw_minimap(self, painter: Painter, box: Rect, safe: Rect, view: Rect, camera: Camera) -> None:
        """The whole map in a small box with the part that is seen, and everybody's whereabouts."""
        ground = self._ground_for(painter.theme, painter.studio, self._chart)
        people = [(token.shape in ("center", "stranger"), self._where.places[token.place]) for token in self._model.tokens]
        draw_minimap(painter, box, ground.sketch, ground.style, self._chart.bounds, people, _seen(camera, safe, view))

    def _ground_for(self, theme: Theme, studio: Studio, chart: Chart) -> Ground:
        self._studio = studio
        if chart is not self._chart:
            self._chart = chart
            self._where = Whereabouts(self._model, self._chart, self.cities)
        ground = self._grounds.ground(theme, self._era, chart)
        if ground is not self._ground:
            if self._ground is not None:
                self._ground.tiles.release()
            self._ground = ground
            self._overlays.forget()
            self._pushing.forget()
            self._end_zoom()
        return ground

    def _paint_overlay(self, wanted: Wanted) -> OverlayPainting:
        """Draws an overlay of what lies on the map now, whatever lies there before it is done."""
        assert self._studio is not None and self._ground is not None, "the ground is there before anything lies on it"
        scene = self._where.scene(wanted, self._ground.sketch, self._ground.style.unit)
        return self._paint_scene(self._studio, scene, wanted.rect.size)

    def _paint_scene(self, studio: Studio, scene: Scene, size: tuple[int, int]) -> OverlayPainting:
        """Draws on a spare sheet, which is given back if the drawing is broken off."""
        sheet = self._sheets.take(size)
        try:
            return (yield from paint_overlay(studio, sheet, scene, self._face))
        except GeneratorExit:
            self._sheets.give(sheet)
            raise


def _seen(camera: Camera, safe: Rect, view: Rect) -> tuple[Point, Point]:
    """The corners of what is seen, on the plate."""
    area = Area(*view)
    return camera.to_plate(safe.topleft, area), camera.to_plate(safe.bottomright, area)
