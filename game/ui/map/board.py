"""The map on a screen: drags, the wheel, keys, and everything on it as hot areas. It says what was chosen to whoever
owns the screen, and knows no rules."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from time import perf_counter

from pygame import Rect

from game.match.papers import Look
from game.ui.attention import Drag, Tip
from game.ui.map.camera import Area
from game.ui.map.chart import WORLD, Chart
from game.ui.map.controls import draw_controls, draw_step_name, draw_title, strip_box
from game.ui.map.minimap import minimap_camera
from game.ui.map.model import Layer, MapModel
from game.ui.map.opening import Gathering
from game.ui.map.overlay import HitRegion
from game.ui.map.progress import draw_progress
from game.ui.map.projection import project
from game.ui.map.room import NOWHERE
from game.ui.map.steering import Steering
from game.ui.map.view import ALL_LAYERS, MapView
from game.ui.screen import Canvas, KeyBinding, Outcome, Stay
from game.ui.widgets.focus import focus_frame
from game.ui.words import Words

Choose = Callable[[HitRegion], Outcome]
Explain = Callable[[HitRegion], Tip]

_NEAR_SPOT, _IN_VIEW = 90.0, 480.0
"""Design pixels from the pointer within which a city's plate opens when one zooms in on it; and from the middle of the map
within which a key or a button opens it."""
_PAINTING_MS = 14
"""Milliseconds of each frame that may go into painting the plate, which is once."""
_FETCHING_MS, _LEAST_FETCHING_MS, _SHARE_MS = 1.6, 0.3, 4.0
"""Milliseconds of each frame that may go into fetching the plate while the map rests: the first, or what drawing the map has
left of the third, but no less than the second."""


class MapBoard:
    """One map with its camera and layers. Keep it for as long as the screen is kept, or longer. `world` is the world's sheet
    where it has other steps and bounds than usual."""

    def __init__(self, view: MapView, world: Chart = WORLD) -> None:
        self.view = view
        self.steering = Steering(world)
        self.layers: frozenset[Layer] = ALL_LAYERS - {"reach"}
        self._pointer = (0, 0)
        self._followed = ("", "")
        self._seats: tuple[str, ...] = ()

    def fit(
        self, canvas: Canvas, rect: Rect, safe: Rect, model: MapModel, clear: Rect | None = None, papers: Sequence[Rect] = (),
        *, nearer: bool = True,
    ) -> None:  # fmt: skip
        """Looks at the map as the window is now. What it is about is looked at first, in the part that is `clear` of `papers`,
        and a step `nearer` where they let it; `draw` does the same for whoever has no papers."""
        motion = 0 if canvas.theme.reduced_motion else 1
        within, lying = Area(*clear) if clear else None, [Area(*paper) for paper in papers]
        self.steering.fit(
            Area(*rect), Area(*safe), canvas.theme.unit,
            pan_ms=motion * canvas.theme.motion("camera"), zoom_ms=motion * canvas.theme.motion("zoom"),
            gathering=partial(gathering_of, model), within=within, papers=lying, nearer=nearer,
        )  # fmt: skip
        if self._has_moved(model.seats):
            self._go_to_seat(model, within, lying, nearer=nearer)
        self._seats = model.seats

    def lay_again(self, looks: Sequence[Look]) -> None:
        """Lays the sheets on the table as they were looked at in an earlier window, before the first `fit`. A city plate that is
        there no more is left out."""
        charts = {"": self.steering.chart}
        if any(look.sheet for look in looks):
            charts |= {chart.id: chart for chart in self.view.cities.charts}
        self.steering.lay_again([(charts[look.sheet], look) for look in looks if look.sheet in charts])

    def lay_first(self, places: Collection[tuple[float, float]]) -> None:
        """Opens on the plate that holds all places of a game, latitude and longitude, if there is one."""
        home = self.view.cities.home(places)
        if home is not None:
            self.steering.lay_again([(home, Look(sheet=home.id, at=home.middle))])

    def draw(
        self, canvas: Canvas, rect: Rect, safe: Rect, model: MapModel, choose: Choose, *,
        explain: Explain | None = None, covered: tuple[Rect, ...] = (),
        shown: Rect | None = None, calm: Rect | None = None, pointed_at: str = "",
    ) -> None:  # fmt: skip
        """Draws the map into `rect`, or the `shown` part of it, and registers what can be touched in `safe`, the part that
        nothing will cover but small papers at the places named in `covered`. In its `calm` part, which stays uncovered when a
        sheet is laid beside it, everybody stays where he is. What is selected or `pointed_at` is brought into sight once.

        `choose` is told of a click on something; `explain` gives a region's tip.
        """
        began = perf_counter()
        self.fit(canvas, rect, safe, model)
        self.steering.held = self.steering.held and canvas.attention.pressed == "map"
        self._pointer = canvas.attention.pointer
        self.view.set_model(model)
        self._follow(model.selected, pointed_at, covered)
        camera = self.steering.camera(canvas.now)
        goal = self.steering.goal if self.steering.flying else None
        moving = self.steering.held or goal is not None
        paints = not moving and self.view.painting is not None
        if paints:
            self.view.work(_PAINTING_MS)
        self._register_ground(canvas, rect)
        first = len(canvas.texts)
        regions = self.view.draw(
            canvas, rect, calm or safe, camera, moving=moving, goal=goal, layers=self.layers, covered=covered, shown=shown,
            aside=_beside(calm, safe) if calm is not None else NOWHERE,
            chart=WORLD if self.steering.chart.is_world else self.steering.chart, turn=self.steering.turn,
        )  # fmt: skip
        canvas.texts[first:] = [text for text in canvas.texts[first:] if text.rect.colliderect(text.clip)]
        if not moving or canvas.attention.focus_shown:
            for region in regions:
                if safe.collidepoint(region.rect.center):
                    _register(canvas, region, choose, explain, self._opener(region))
        draw_progress(canvas, safe, self.view.painting, covered)
        if self.steering.flying or self.view.missing:
            canvas.request_frame()
            if not moving and not paints:
                left = _SHARE_MS - (perf_counter() - began) * 1000
                self.view.work(max(_LEAST_FETCHING_MS, min(_FETCHING_MS, left)))

    def _has_moved(self, seats: tuple[str, ...]) -> bool:
        """Whether he lives elsewhere than the last time, or has been found: the map would lie for turns where he was. Many
        places in which he may be are no seat to go to."""
        return bool(self._seats) and len(seats) == 1 and seats[0] not in self._seats

    def _go_to_seat(self, model: MapModel, within: Area | None, papers: Sequence[Area], *, nearer: bool) -> None:
        """Looks at where he lives now, if it is out of sight: on the city plate that lies there if it holds the place, since to a
        game that is at home on one the world is an ocean; else on the world, as at first."""
        at, chart = next(mark.at for mark in model.places if mark.id == model.seats[0]), self.steering.chart
        seat = chart.project(at[1], at[0])
        if self.steering.shows(seat):
            return
        if not chart.is_world and chart.holds(at):
            self.steering.bring_into_sight(seat, papers)
        else:
            self.steering.look_anew(gathering_of(model), within, papers, nearer=nearer)

    def _follow(self, selected: str, pointed_at: str, covered: Sequence[Rect]) -> None:
        """Brings into sight what has been selected or pointed at since the last time."""
        before, self._followed = self._followed, (selected, pointed_at)
        new = [id_ for id_, was in zip(self._followed, before, strict=True) if id_ and id_ != was]
        if new:
            self._bring_into_sight(new[-1], covered)

    def _bring_into_sight(self, id_: str, covered: Sequence[Rect]) -> None:
        """Flies to where a place or somebody is; if that does not lie on this plate, on the world."""
        place = self.view.whereabouts(id_)
        if not place:
            return
        at = self.view.place_at(place)
        elsewhere = not self.steering.chart.holds(at) and self.steering.turn_back()
        point = self.steering.chart.project(at[1], at[0])
        self.steering.bring_into_sight(point, [Area(*paper) for paper in covered], at_once=elsewhere)

    @property
    def moving(self) -> bool:
        """Whether the map was in motion when it was drawn last."""
        return self.steering.flying or self.steering.held

    @property
    def signs(self) -> object:
        """All that the strip and the title of a city plate depend on, but for where they lie and how near the map is."""
        return (self.layers, self.steering.chart.id, bool(self.view.cities.charts))

    def draw_minimap(self, canvas: Canvas, box: Rect, rect: Rect, safe: Rect) -> None:
        """The small map, from the second zoom step on; clicked or dragged, the camera follows."""
        if self.steering.step == 0:
            return
        self.view.draw_minimap(canvas, box, safe, rect, self.steering.camera(canvas.now))

        def follow(drag: Drag) -> Outcome:
            self.steering.look_at(minimap_camera(box, self.steering.chart.bounds).to_plate(drag.at, Area(*box)))
            return Stay()

        canvas.hot("map.small", box, canvas.words("Small map"), Stay, focusable=False, drag=follow)

    def draw_controls(self, canvas: Canvas, corner: tuple[int, int], side: str, *, room: int) -> Rect:
        """Layers, the city plate and zoom on a strip whose lower right corner is given, with so much room for it; returns
        where it lies. `draw_step_name` adds how near the map is."""
        city = (not self.steering.chart.is_world, self.turn_city) if self.view.cities.charts else None
        return draw_controls(
            canvas, corner, side, self.layers, toggle=self.toggle, zoom=self.zoom, city=city, room=room
        )  # fmt: skip

    def strip_box(self, canvas: Canvas, corner: tuple[int, int], *, room: int) -> Rect:
        """Where `draw_controls` draws the strip."""
        return strip_box(canvas, corner, cities=bool(self.view.cities.charts), room=room)

    def draw_step_name(self, canvas: Canvas, strip: Rect) -> None:
        """How near the map is, on the strip that lies there."""
        draw_step_name(canvas, strip, self.steering.step_name)

    def draw_title(self, canvas: Canvas, corner: tuple[int, int]) -> Rect:
        """On a city plate, a slip with its name and scale whose upper right corner is given: the way back. Returns where it
        lies; nowhere on the world."""
        chart = self.steering.chart
        if chart.is_world:
            return Rect(0, 0, 0, 0)
        metres = chart.metres / chart.scales[self.steering.step]
        return draw_title(canvas, corner, chart.title, metres, self.leave_city)

    def toggle(self, layer: Layer) -> Outcome:
        """Shows a layer or hides it."""
        self.layers = self.layers ^ {layer}
        return Stay()

    def zoom(self, steps: int, pixel: tuple[int, int] | None = None) -> Outcome:
        """Nearer, or away if negative. Beyond the last step of the world lie the city plates, before their first the world."""
        if not self.steering.zoom(steps, pixel):
            if steps < 0:
                self.steering.turn_back()
            elif self.steering.chart.is_world:
                self._open_near(pixel, _NEAR_SPOT if pixel else _IN_VIEW)
        return Stay()

    def turn_city(self) -> Outcome:
        """Opens the plate of what is selected, else that of the house, else the nearest one in view; on a plate, goes back to
        the world."""
        if not self.steering.turn_back():
            places = [place for place in (self.view.whereabouts(self._followed[0]), *self._seats) if place]
            charts = [self.view.cities.holding(self.view.place_at(place)) for place in places]
            chart = next((chart for chart in charts if chart is not None), None)
            if chart is not None:
                self.steering.turn_to(chart)
            else:
                self._open_near(None, _IN_VIEW)
        return Stay()

    def leave_city(self) -> Outcome:
        """Back to the world."""
        self.steering.turn_back()
        return Stay()

    def _open_near(self, pixel: tuple[int, int] | None, reach: float) -> None:
        """Opens the plate whose spot is nearest to a pixel or to the middle, within so many design pixels."""
        scale = self.steering.chart.scales[self.steering.step]
        chart = self.view.cities.nearest(self.steering.point_at(pixel), reach / scale)
        if chart is not None:
            self.steering.turn_to(chart)

    def _opener(self, region: HitRegion) -> Callable[[], Outcome] | None:
        """What two clicks on a place do: open its plate, if it lies on one."""
        if region.kind != "place" or not self.steering.chart.is_world:
            return None
        chart = self.view.cities.holding(self.view.place_at(region.id))
        if chart is None:
            return None

        def opened() -> Outcome:
            self.steering.turn_to(chart)
            return Stay()

        return opened

    def keys(self, words: Words) -> Sequence[KeyBinding]:
        """Keys of the map."""
        arrows = (("left", -1, 0), ("right", 1, 0), ("up", 0, -1), ("down", 0, 1))
        return (
            KeyBinding(key="+ =", name=words("Zoom in"), action=partial(self.zoom, 1)),
            KeyBinding(key="-", name=words("Zoom out"), action=partial(self.zoom, -1)),
            KeyBinding(key=".", name=words("Centre the map under the pointer"), action=self._centre),
            KeyBinding(key="c", name=words("City plate, and back"), action=self.turn_city),
            KeyBinding(key="home", name=words("Whole map"), action=self._whole),
            KeyBinding(key="1", name=words("Routes"), action=partial(self.toggle, "routes")),
            KeyBinding(key="2", name=words("Asylum, police"), action=partial(self.toggle, "tags")),
            KeyBinding(key="3", name=words("Last seen"), action=partial(self.toggle, "last_seen")),
            KeyBinding(key="4", name=words("Turns to go"), action=partial(self.toggle, "reach")),
            *(
                KeyBinding(key=key, name=words("Move the map"), action=partial(self._pan, right, down))
                for key, right, down in arrows
            ),
        )

    def _register_ground(self, canvas: Canvas, rect: Rect) -> None:
        canvas.hot(
            "map", rect, canvas.words("Map"), Stay, double=self._centre, focusable=False,
            drag=self._drag, wheel=self._turn,
        )  # fmt: skip

    def _drag(self, drag: Drag) -> Outcome:
        self.steering.drag(*drag.moved, done=drag.done)
        return Stay()

    def _turn(self, at: tuple[int, int], steps: int) -> Outcome:
        return self.zoom(1 if steps > 0 else -1, at)

    def _pan(self, right: int, down: int) -> Outcome:
        self.steering.pan(right, down)
        return Stay()

    def _centre(self) -> Outcome:
        self.steering.look_at(self.steering.plate_point(self._pointer))
        return Stay()

    def _whole(self) -> Outcome:
        self.steering.whole()
        return Stay()


def gathering_of(model: MapModel) -> Gathering:
    """What the map shows at first."""
    at = {place.id: project(place.at[1], place.at[0]) for place in model.places}
    if not model.seats and not model.stands:
        return Gathering(must=list(at.values()))
    return Gathering(must=[at[seat] for seat in model.seats], people=[at[stand] for stand in model.stands])


def _beside(calm: Rect, safe: Rect) -> Rect:
    """What of the uncovered part lies at the right of its calm part."""
    return Rect(calm.right, safe.y, max(0, safe.right - calm.right), safe.h)


def _register(
    canvas: Canvas, region: HitRegion, choose: Choose, explain: Explain | None, opened: Callable[[], Outcome] | None
) -> None:
    """One thing on the map as a hot area, with a ring where the pointer or the focus is."""
    tip = explain(region) if explain is not None else Tip(region.name)
    area = f"map.{region.kind}.{region.id}" + (f".{region.name}" if region.kind == "crowd" else "")
    look = canvas.hot(area, region.rect, region.name, partial(choose, region), tip=tip, double=opened)
    if look.focused:
        focus_frame(canvas, region.rect)
    elif look.hovered:
        canvas.frame(region.rect.inflate(canvas.px(6), canvas.px(6)), "ink", max(1, canvas.px(1.6)))
