"""Where everything of a model lies on one sheet, in its units and as a camera sees it. Only arithmetic."""

from collections.abc import Callable, Iterator

from game.ui.map.camera import Area, Camera, Point
from game.ui.map.chart import Chart
from game.ui.map.city.labels import SceneLabel
from game.ui.map.city.plates import CityPlates
from game.ui.map.legend import SPOTS
from game.ui.map.lines import journey_way
from game.ui.map.model import MapModel, RouteMark
from game.ui.map.overlays import Wanted
from game.ui.map.placed import Scene
from game.ui.map.sketch import Sketch

_LOCAL = 2
"""The zoom step of the world from which on every place and everybody is shown; a city plate is nearer than that."""


class Whereabouts:
    """The places, tags and routes of a model on a chart, and the names that its plate has."""

    def __init__(self, model: MapModel, chart: Chart, cities: CityPlates) -> None:
        self._chart, self._plate = chart, None if chart.is_world else cities.plate(chart.id)
        self.places = {mark.id: self._projected(mark.at) for mark in model.places}
        self.anchors = {tag.id: self._projected(tag.at) for tag in model.tags}
        self.routes = {route.id: self._way_of(route) for route in model.routes if self._lies_here(route)}
        labels = self._plate.labels if self._plate is not None else ()
        self._labels = tuple((label, self._projected(label.at)) for label in labels)

    def scene(self, wanted: Wanted, sketch: Sketch, unit: float) -> Scene:
        """The model as a camera sees it. `sketch` tells where water is, `unit` is real pixels for a design pixel."""
        camera, view = wanted.camera, Area(0, 0, *wanted.rect.size)
        points = {place: camera.to_screen(point, view) for place, point in self.places.items()}
        step = sum(1 for scale in self._chart.scales[1:] if camera.k / unit >= scale * 0.99)
        return Scene(
            model=wanted.model,
            sheet=(self._chart.id, camera.k),
            points=points,
            anchors={tag: camera.to_screen(point, view) for tag, point in self.anchors.items()},
            route_points={
                route: tuple(camera.to_screen(point, view) for point in way) for route, way in self.routes.items()
            },
            ways=tuple(journey_way([points[stop] for stop in journey.places]) for journey in wanted.model.journeys),
            step=step + (0 if self._chart.is_world else _LOCAL),
            layers=wanted.layers,
            safe=wanted.safe,
            aside=wanted.aside,
            covered=wanted.covered,
            is_water=_water_test(sketch, camera, view),
            labels=tuple(self._shown_labels(camera, view, step)),
            legend=tuple(camera.to_screen(self._projected(spot), view) for spot in SPOTS) if self._is_whole(step) else (),
        )  # fmt: skip

    def _is_whole(self, step: int) -> bool:
        """Whether the whole map of the world is seen."""
        return self._chart.is_world and step == 0

    def _shown_labels(self, camera: Camera, view: Area, step: int) -> Iterator[SceneLabel]:
        """The names on a city plate that are shown at a zoom step of it."""
        for label, point in self._labels:
            if label.from_ <= step + 1:
                at = camera.to_screen(point, view)
                yield SceneLabel(text=label.text, kind=label.kind, at=at, turn=label.turn, step=step)

    def _projected(self, at: tuple[float, float]) -> Point:
        return self._chart.project(at[1], at[0])

    def _lies_here(self, route: RouteMark) -> bool:
        """On a city plate lie only the routes between two of its own places."""
        return self._chart.is_world or all(self._chart.holds(end) for end in route.ends)

    def _way_of(self, route: RouteMark) -> tuple[Point, ...]:
        """The points of a route: as a city plate says, else straight from end to end."""
        drawn = self._plate.ways.get(route.id, ()) if self._plate is not None else ()
        return tuple(self._projected(point) for point in drawn or route.ends)


def _water_test(sketch: Sketch, camera: Camera, view: Area) -> Callable[[Point], bool]:
    """Tells whether a pixel lies in a sea. It is asked thousands of times, so all that is the same is worked out before."""
    (west, north), size, is_water = camera.to_plate((0, 0), view), 1 / camera.k, sketch.is_water
    return lambda pixel: is_water(west + pixel[0] * size, north - pixel[1] * size)
