"""Maps that are only looked at: behind the month's telegrams, and in the briefing."""

from collections.abc import Iterable
from dataclasses import replace

from pygame import Rect

from game.rules.definitions import Catalogue, Place
from game.rules.nouns import PlaceKind, Status
from game.rules.view import View
from game.ui.map.board import gathering_of
from game.ui.map.camera import Area, Camera
from game.ui.map.chart import WORLD, Chart
from game.ui.map.model import Highlight, MapModel, PlaceMark
from game.ui.map.opening import Gathering
from game.ui.map.progress import draw_progress
from game.ui.map.steering import Steering
from game.ui.map.view import MapView
from game.ui.presenters.map_marks import place_mark, route_marks
from game.ui.screen import Canvas

_PAINTING_MS, _FETCHING_MS = 14, 3
_LEAST_SPAN = 1.0
"""Units of the sheet over which a small map spreads places that lie side by side, or on one spot: they are no distance apart."""
_NEAR = 1
"""The step at which a telegram's place is looked at; nearer where even so the whole of a small world is seen."""


class MonthMap:
    """The map behind the telegrams of a month: it goes to the place of the present one."""

    def __init__(self, sheet: MapView, view: View) -> None:
        self._sheet, self._view = sheet, view
        self._chart = home_of(sheet, view.catalogue)
        self._steering = Steering(self._chart)
        self._place: str | None = None
        self._points = {place.id: self._chart.project(place.at[1], place.at[0]) for place in view.catalogue.places.values()}

    def draw(self, canvas: Canvas, rect: Rect, place: str | None, free: Rect) -> None:
        """Draws the map in `rect`, flies to the place if one is named, into the part that no paper covers, and lights it."""
        self._sheet.set_day(self._view.day)
        self._sheet.set_model(self._model(place))
        motion = 0 if canvas.theme.reduced_motion else canvas.theme.motion("camera")
        whole = Area(*rect)
        self._steering.fit(
            whole, Area(*free), canvas.theme.unit, pan_ms=motion, zoom_ms=motion, gathering=self._gathering, within=Area(*free)
        )  # fmt: skip
        if place is not None and place != self._place and place in self._view.catalogue.places:
            self._place = place
            step = max(_NEAR, self._steering.nearest_step(tuple(self._points.values()), Area(*free)))
            self._steering.look_at(self._points[place], step=step, within=Area(*free))
        camera = self._steering.camera(canvas.now)
        goal = self._steering.goal if self._steering.flying else None
        if goal is None:
            _work(self._sheet)
        self._sheet.draw(canvas, rect, rect, camera, moving=goal is not None, goal=goal, chart=self._chart)
        draw_progress(canvas, rect, self._sheet.painting)
        if goal is not None or self._sheet.missing:
            canvas.request_frame()

    def _gathering(self) -> Gathering:
        """What is looked at until a telegram names a place: where one's own people and the known house are."""
        view, places = self._view, self._view.catalogue.places
        own = [body.place for body in view.bodies.values() if body.status in (Status.ACTIVE, Status.IN_TRANSIT)]
        stands = [place for place in own if place in places]
        return gathering_of(replace(self._model(None), seats=(view.seat,) if view.seat in places else (), stands=tuple(stands)))

    def _model(self, place: str | None) -> MapModel:
        known = place is not None and place in self._view.catalogue.places
        lit = (Highlight(id=place, mark="told"),) if place is not None and known else ()
        return MapModel(
            side="center" if self._view.side.value == "center" else "circle",
            places=tuple(place_mark(self._view, each) for each in self._view.catalogue.places),
            routes=route_marks(self._view),
            highlights=lit,
        )


def home_of(sheet: MapView, catalogue: Catalogue) -> Chart:
    """The sheet on which a scenario is looked at first: the plate that holds all of its places, or else the world."""
    return sheet.cities.home([place.at for place in catalogue.places.values()]) or WORLD


def draw_small_map(sheet: MapView, canvas: Canvas, rect: Rect, catalogue: Catalogue) -> None:
    """The map of a scenario at the size of a photograph, with its headquarters, residencies and houses of exile."""
    sheet.set_day(catalogue.first_day(1))
    sheet.set_model(MapModel(places=tuple(_marks(catalogue))))
    _work(sheet)
    chart = home_of(sheet, catalogue)
    sheet.draw(canvas, rect, rect, small_camera(rect, catalogue, canvas.px(34), chart), chart=chart)
    draw_progress(canvas, rect, sheet.painting)
    if sheet.missing:
        canvas.request_frame()


def small_camera(rect: Rect, catalogue: Catalogue, margin: int, chart: Chart = WORLD) -> Camera:
    """Sees as much of a scenario's places as `rect` has room for, `margin` real pixels from its edges, and before all others
    its houses of exile."""
    across, down = _span(catalogue.places.values(), chart)
    west, south, east, north = chart.bounds
    least = max(rect.w / (east - west), rect.h / (north - south))
    wide, high = (max(_LEAST_SPAN, end - begin) for begin, end in (across, down))
    scale = max(least, min((rect.w - 2 * margin) / wide, (rect.h - 2 * margin) / high))
    houses = [place for place in catalogue.places.values() if PlaceKind.EXILE in place.kinds] or catalogue.places.values()
    homes_across, homes_down = _span(houses, chart)
    x = _middle(across, homes_across, (rect.w / 2 - margin) / scale)
    y = _middle(down, homes_down, (rect.h / 2 - margin) / scale)
    area = Area(*rect)
    return Camera(x, y, scale).clamped(area, area, chart.bounds)


def _span(places: Iterable[Place], chart: Chart) -> tuple[tuple[float, float], tuple[float, float]]:
    """From where to where places lie on the sheet, across and down."""
    points = [chart.project(place.at[1], place.at[0]) for place in places]
    (xs, ys) = zip(*points, strict=True)
    return (min(xs), max(xs)), (min(ys), max(ys))


def _middle(whole: tuple[float, float], wanted: tuple[float, float], reach: float) -> float:
    """The middle of the whole, moved as little as brings what is wanted within reach; its own middle if it is too long."""
    if wanted[1] - wanted[0] > 2 * reach:
        return sum(wanted) / 2
    return min(max(sum(whole) / 2, wanted[1] - reach), wanted[0] + reach)


def _work(sheet: MapView) -> None:
    sheet.work(_PAINTING_MS if sheet.painting else _FETCHING_MS)


def _marks(catalogue: Catalogue) -> list[PlaceMark]:
    """The few places that tell what a scenario is about."""
    marks: list[PlaceMark] = []
    for place in catalogue.places.values():
        if PlaceKind.CENTRE in place.kinds:
            marks.append(PlaceMark(id=place.id, name=place.name, at=place.at, glyph="headquarters", rank=0))
        elif PlaceKind.RESIDENCY in place.kinds:
            marks.append(PlaceMark(id=place.id, name=place.name, at=place.at, glyph="residency", rank=1))
        elif PlaceKind.EXILE in place.kinds:
            marks.append(PlaceMark(id=place.id, name=place.name, at=place.at, glyph="house", rank=2))
    return marks
