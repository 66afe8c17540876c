"""The map as one part of a screen: the plate under a camera, what lies on it, and the small map. It is given a model
and a camera and answers what can be touched; it decides nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pygame
from pygame import Rect, Surface

from game.ui.map.atlas import Atlas
from game.ui.map.camera import BOUNDS, STEPS, Area, Camera, Point, same_view
from game.ui.map.lines import journey_way
from game.ui.map.model import LAYERS, Layer, MapModel
from game.ui.map.overlay import HitRegion, Overlay, draw_overlay
from game.ui.map.paper import Grain
from game.ui.map.placed import Scene
from game.ui.map.plate import TilePainter
from game.ui.map.projection import project
from game.ui.map.sketch import Sketch
from game.ui.map.style import PlateStyle, plate_style
from game.ui.map.tiles import Progress, Tiles, trim
from game.ui.map.tokens import Face
from game.ui.painter import Painter
from game.ui.papers import shadow
from game.ui.studio import Studio
from game.ui.theme import Theme

ALL_LAYERS: frozenset[Layer] = frozenset(LAYERS)


@dataclass(frozen=True, slots=True)
class _Ground:
    """The plate of one style."""

    style: PlateStyle
    sketch: Sketch
    tiles: Tiles


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The overlay as it was drawn last, with all that it depends on."""

    overlay: Overlay
    camera: Camera
    size: tuple[int, int]
    key: tuple[object, ...]
    model: MapModel


class MapView:
    """Draws the map. `assets` is the folder with `map` and `fonts`, `cache` one where plates may be kept, `day` tells
    the borders, `face` draws portraits. The display must be open."""

    def __init__(self, assets: Path, cache: Path, day: date, face: Face | None = None) -> None:
        self._atlas = Atlas(assets / "map")
        self._cache = cache / "plates"
        self._face = face
        self._era = self._atlas.era(day)
        self._model = MapModel()
        self._places: Mapping[str, Point] = {}
        self._anchors: Mapping[str, Point] = {}
        self._routes: Mapping[str, tuple[Point, Point]] = {}
        self._ground: _Ground | None = None
        self._grain: Grain | None = None
        self._drawn: _Drawn | None = None
        trim(self._cache)

    def set_day(self, day: date) -> None:
        """The date in the game, which tells the borders."""
        self._era = self._atlas.era(day)

    def set_model(self, model: MapModel) -> None:
        """What lies on the map from now on. Raises ValueError if it names a place that it does not have."""
        if model == self._model:
            return
        named = {token.place for token in model.tokens}.union(*(journey.places for journey in model.journeys))
        unknown = named - {mark.id for mark in model.places}
        if unknown:
            raise ValueError(f"the map has no place called {', '.join(sorted(unknown))}")
        self._model = model
        self._places = {mark.id: _projected(mark.at) for mark in model.places}
        self._anchors = {tag.id: _projected(tag.at) for tag in model.tags}
        self._routes = {route.id: (_projected(route.ends[0]), _projected(route.ends[1])) for route in model.routes}

    def place_point(self, place: str) -> Point:
        """Where a place of the model lies on the plate. Raises KeyError for an unknown one."""
        return self._places[place]

    @property
    def missing(self) -> int:
        """How many tiles of the view are still to be painted; `work` paints them."""
        return self._ground.tiles.missing if self._ground is not None else 0

    def work(self, budget_ms: float, progress: Progress | None = None) -> bool:
        """Paints on for about so many milliseconds; whether there is anything new to be seen."""
        return self._ground is not None and self._ground.tiles.work(budget_ms, progress)

    def prepare(self, painter: Painter) -> None:
        """Reads the geometry and paints the sketch, which takes a third of a second the first time. `draw` does it too,
        if nobody has."""
        self._ground_for(painter.theme, painter.studio)

    def draw(
        self, painter: Painter, rect: Rect, safe: Rect, camera: Camera, *,
        moving: bool = False, layers: frozenset[Layer] = ALL_LAYERS, covered: tuple[Rect, ...] = (),
    ) -> tuple[HitRegion, ...]:  # fmt: skip
        """Draws the map into `rect`; people and names lie in `safe`, the part that nothing covers but small papers, which
        `covered` tells of. While `moving`, what was drawn last is pushed and stretched. Answers what can be touched, on
        the painter's Surface."""
        ground = self._ground_for(painter.theme, painter.studio)
        ground.tiles.draw(painter.surface, rect, camera, moving=moving)
        drawn = self._drawn if moving else None
        if drawn is None or drawn.size != rect.size:
            inside = Rect(safe).move(-rect.x, -rect.y)
            papers = tuple(Rect(paper).move(-rect.x, -rect.y) for paper in covered)
            drawn = self._overlay_for(painter.studio, rect.size, inside, papers, camera, layers)
        with painter.clip(rect):
            return _lay(painter, rect, drawn, camera)

    def draw_minimap(self, painter: Painter, box: Rect, safe: Rect, view: Rect, camera: Camera) -> None:
        """The whole map in a small box with the part that is seen, and everybody's whereabouts."""
        ground = self._ground_for(painter.theme, painter.studio)
        edge = painter.px(4)
        shadow(painter, box, "s1")
        painter.fill(box, "field")
        inner = box.inflate(-2 * edge, -2 * edge)
        small, area = minimap_camera(inner), _area(inner)
        key = ("minimap", ground.style, inner.size)
        painter.surface.blit(painter.studio.shapes.get(key, lambda: _small_plate(ground.sketch, inner.size)), inner)
        with painter.clip(inner):
            for token in self._model.tokens:
                colour = "center" if token.shape in ("center", "stranger") else "circle"
                painter.disc(small.to_screen(self._places[token.place], area), max(2.5, painter.theme.unit * 3.5), colour)
            seen = _area(view)
            corner = small.to_screen(camera.to_plate(safe.topleft, seen), area)
            far = small.to_screen(camera.to_plate(safe.bottomright, seen), area)
            window = Rect(round(corner[0]), round(corner[1]), round(far[0] - corner[0]), round(far[1] - corner[1]))
            painter.fill(window.clip(inner), "select", 0.12)
            painter.frame(window.clip(inner), "ink", max(2, painter.measure("rule")))
        painter.frame(box, "line", 1)

    def _ground_for(self, theme: Theme, studio: Studio) -> _Ground:
        style = plate_style(theme, self._era)
        if self._ground is None or self._ground.style != style:
            if style.paper and self._grain is None:
                self._grain = Grain()
            sketch = Sketch(self._atlas, style)
            shelf = self._cache / style.key(self._atlas.digest)
            painter = TilePainter(self._atlas, style, studio.lettering)
            self._ground = _Ground(style, sketch, Tiles(painter, sketch, self._grain if style.paper else None, shelf))
            self._drawn = None
        return self._ground

    def _overlay_for(
        self, studio: Studio, size: tuple[int, int], safe: Rect, covered: tuple[Rect, ...], camera: Camera,
        layers: frozenset[Layer],
    ) -> _Drawn:  # fmt: skip
        key = (tuple(safe), tuple(tuple(paper) for paper in covered), layers, studio.theme.key, self._era)
        drawn = self._drawn
        if drawn is not None and drawn.size == size and drawn.key == key and drawn.model is self._model:
            if same_view(drawn.camera, camera):
                return drawn
        scene = self._scene(size, safe, covered, camera, layers)
        self._drawn = _Drawn(draw_overlay(studio, size, scene, self._face), camera, size, key, self._model)
        return self._drawn

    def _scene(
        self, size: tuple[int, int], safe: Rect, covered: tuple[Rect, ...], camera: Camera, layers: frozenset[Layer]
    ) -> Scene:
        view = Area(0, 0, *size)
        points = {place: camera.to_screen(point, view) for place, point in self._places.items()}
        sketch = self._ground.sketch if self._ground is not None else None
        per_unit = camera.k / (self._ground.style.unit if self._ground is not None else 1.0)
        return Scene(
            model=self._model,
            points=points,
            anchors={tag: camera.to_screen(point, view) for tag, point in self._anchors.items()},
            route_points={
                route: (camera.to_screen(start, view), camera.to_screen(end, view))
                for route, (start, end) in self._routes.items()
            },
            ways=tuple(journey_way([points[stop] for stop in journey.places]) for journey in self._model.journeys),
            step=sum(1 for _, k in STEPS[1:] if per_unit >= k * 0.99),
            layers=layers,
            safe=safe,
            covered=covered,
            is_water=lambda pixel: sketch is not None and sketch.is_water(*camera.to_plate(pixel, view)),
        )


def minimap_camera(inner: Rect) -> Camera:
    """The camera of the small map whose picture fills `inner`."""
    wide, high = BOUNDS[2] - BOUNDS[0], BOUNDS[3] - BOUNDS[1]
    return Camera((BOUNDS[0] + BOUNDS[2]) / 2, (BOUNDS[1] + BOUNDS[3]) / 2, max(inner.w / wide, inner.h / high))


def _small_plate(sketch: Sketch, size: tuple[int, int]) -> Surface:
    picture = Surface(size).convert()
    box = picture.get_rect()
    sketch.show(picture, _area(box), minimap_camera(box), box)
    return picture


def _lay(painter: Painter, rect: Rect, drawn: _Drawn, camera: Camera) -> tuple[HitRegion, ...]:
    """Puts the overlay where the camera now sees it: as it is, pushed, or stretched."""
    stretch = camera.k / drawn.camera.k
    middle = camera.to_screen((drawn.camera.x, drawn.camera.y), _area(rect))
    if abs(stretch - 1) < 1e-3:
        corner = (round(middle[0] - rect.w / 2), round(middle[1] - rect.h / 2))
        painter.put(drawn.overlay.panel, corner)
        return tuple(replace(region, rect=region.rect.move(corner)) for region in drawn.overlay.regions)
    surface = drawn.overlay.panel.surface
    shown = Rect(0, 0, min(rect.w, round(rect.w / stretch) + 2), min(rect.h, round(rect.h / stretch) + 2))
    shown.center = (
        round(rect.w / 2 + (rect.centerx - middle[0]) / stretch),
        round(rect.h / 2 + (rect.centery - middle[1]) / stretch),
    )
    shown = shown.clamp(surface.get_rect())
    grown = pygame.transform.scale(surface.subsurface(shown), (round(shown.w * stretch), round(shown.h * stretch)))
    left = middle[0] + (shown.x - rect.w / 2) * stretch
    top = middle[1] + (shown.y - rect.h / 2) * stretch
    painter.surface.blit(grown, (round(left), round(top)))
    return ()


def _projected(at: tuple[float, float]) -> Point:
    return project(at[1], at[0])


def _area(rect: Rect) -> Area:
    return Area(rect.x, rect.y, rect.w, rect.h)
