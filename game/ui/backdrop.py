"""Maps that are only looked at: behind the month's telegrams, and in the briefing."""

from pygame import Rect

from game.rules.definitions import Catalogue
from game.rules.view import View
from game.ui.atlas.camera import NEAREST, Camera, look_at, scale_of
from game.ui.atlas.geography import era_of
from game.ui.atlas.marks import place_sign, route_line
from game.ui.atlas.sheets import Atlas
from game.ui.desk.places import Room, gather
from game.ui.painter import Point
from game.ui.presenters.atlas import PlaceMark, place_mark
from game.ui.screen import Canvas

_NEAR = 3


class MonthMap:
    """The map behind the telegrams of a month: it goes to the place of the present one."""

    def __init__(self, atlas: Atlas, view: View) -> None:
        self._atlas, self._view = atlas, view

    def draw(self, canvas: Canvas, rect: Rect, place: str | None) -> None:
        """Draws the map in `rect`, near the place if one is named, and rings the place."""
        places = self._view.catalogue.places
        unit = canvas.theme.unit
        camera, step = look_at(_degrees(self._view.catalogue), rect.size, unit, canvas.px(50))
        if place is not None and place in places:
            step = min(NEAREST, step + _NEAR)
            at = camera.at(places[place].at[1], places[place].at[0])
            camera = camera.zoomed(scale_of(step, unit), at)
            x, y = camera.at(places[place].at[1], places[place].at[0])
            camera = camera.moved(rect.w / 2 - x, rect.h * 0.62 - y)
        self._atlas.draw(canvas, rect, camera, step, era_of(self._view.day))
        with canvas.clip(rect):
            self._draw_places(canvas, rect, camera, place)

    def _draw_places(self, canvas: Canvas, rect: Rect, camera: Camera, ringed: str | None) -> None:
        marks = [place_mark(self._view, place) for place in self._view.catalogue.places]

        def at(mark: PlaceMark) -> Point:
            x, y = camera.at(mark.at[1], mark.at[0])
            return (x + rect.x, y + rect.y)

        for route in self._view.catalogue.routes.values():
            if route.id not in self._view.closed_routes:
                ends = [self._view.catalogue.places[end].at for end in route.between]
                start, end = (camera.at(longitude, latitude) for latitude, longitude in ends)
                route_line(canvas, (start[0] + rect.x, start[1] + rect.y), (end[0] + rect.x, end[1] + rect.y), route.mode)
        room = Room(rect)
        clusters = gather(marks, at, canvas.px(26))
        for cluster in clusters:
            half = place_sign(canvas, cluster.at, cluster.main.glyph)
            room.take(Rect(round(cluster.at[0]) - half, round(cluster.at[1]) - half, 2 * half, 2 * half))
            if ringed in cluster.ids:
                canvas.ring(cluster.at, half + canvas.px(26), self._view.side.value, canvas.px(4))
        for cluster in sorted(clusters, key=lambda cluster: ringed not in cluster.ids):
            weight = 700 if ringed in cluster.ids else None
            name = cluster.main.name
            size = (canvas.text_width("body", name, size=17, weight=weight), canvas.line("body", 17))
            spot = room.beside(cluster.at, size, canvas.px(20))
            if spot is not None:
                canvas.text("body", name, spot, size=17, halo="map.halo", weight=weight)


def draw_small_map(atlas: Atlas, canvas: Canvas, rect: Rect, catalogue: Catalogue) -> None:
    """The map of a scenario at the size of a photograph, with its seats and headquarters."""
    camera, step = look_at(_degrees(catalogue), rect.size, canvas.theme.unit, canvas.px(26))
    atlas.draw(canvas, rect, camera, step, era_of(catalogue.first_day(1)))


def _degrees(catalogue: Catalogue) -> tuple[tuple[float, float], ...]:
    return tuple((place.at[1], place.at[0]) for place in catalogue.places.values())


