"""Maps that are only looked at: behind the month's telegrams, and in the briefing."""

from pygame import Rect

from game.rules.definitions import Catalogue
from game.rules.nouns import PlaceKind
from game.rules.view import View
from game.ui.map.camera import BOUNDS, Area, Camera
from game.ui.map.model import Highlight, MapModel, PlaceMark
from game.ui.map.progress import draw_progress
from game.ui.map.projection import project
from game.ui.map.steering import Steering
from game.ui.map.view import MapView
from game.ui.presenters.map_marks import place_mark, route_marks
from game.ui.screen import Canvas

_PAINTING_MS, _FETCHING_MS = 14, 3
_NEAR = 1


class MonthMap:
    """The map behind the telegrams of a month: it goes to the place of the present one."""

    def __init__(self, sheet: MapView, view: View) -> None:
        self._sheet, self._view = sheet, view
        self._steering = Steering()
        self._place: str | None = None

    def draw(self, canvas: Canvas, rect: Rect, place: str | None, free: Rect) -> None:
        """Draws the map in `rect`, flies to the place if one is named, into the part that no paper covers, and lights it."""
        self._sheet.set_day(self._view.day)
        self._sheet.set_model(self._model(place))
        motion = 0 if canvas.theme.reduced_motion else canvas.theme.motion("camera")
        whole = Area(*rect)
        self._steering.fit(whole, whole, canvas.theme.unit, pan_ms=motion, zoom_ms=motion)
        if place is not None and place != self._place and place in self._view.catalogue.places:
            self._place = place
            self._steering.look_at(self._sheet.place_point(place), step=_NEAR, within=Area(*free))
        camera = self._steering.camera(canvas.now)
        goal = self._steering.goal if self._steering.flying else None
        if goal is None:
            _work(self._sheet)
        self._sheet.draw(canvas, rect, rect, camera, moving=goal is not None, goal=goal)
        draw_progress(canvas, rect, self._sheet.painting)
        if goal is not None or self._sheet.missing:
            canvas.request_frame()

    def _model(self, place: str | None) -> MapModel:
        known = place is not None and place in self._view.catalogue.places
        lit = (Highlight(id=place, mark="told"),) if place is not None and known else ()
        return MapModel(
            side="center" if self._view.side.value == "center" else "circle",
            places=tuple(place_mark(self._view, each) for each in self._view.catalogue.places),
            routes=route_marks(self._view),
            highlights=lit,
        )


def draw_small_map(sheet: MapView, canvas: Canvas, rect: Rect, catalogue: Catalogue) -> None:
    """The map of a scenario at the size of a photograph, with its headquarters, residencies and houses of exile."""
    sheet.set_day(catalogue.first_day(1))
    sheet.set_model(MapModel(places=tuple(_marks(catalogue))))
    points = [project(place.at[1], place.at[0]) for place in catalogue.places.values()]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    margin = canvas.px(34)
    least = max(rect.w / (BOUNDS[2] - BOUNDS[0]), rect.h / (BOUNDS[3] - BOUNDS[1]))
    scale = max(least, min((rect.w - 2 * margin) / (east - west), (rect.h - 2 * margin) / (north - south)))
    area = Area(*rect)
    camera = Camera((west + east) / 2, (south + north) / 2, scale).clamped(area, area)
    _work(sheet)
    sheet.draw(canvas, rect, rect, camera)
    draw_progress(canvas, rect, sheet.painting)
    if sheet.missing:
        canvas.request_frame()


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
