"""The player's hand on the camera: dragging, steps of zoom, flights, bounds. It is told the time and draws nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from game.match.papers import Look
from game.ui.map.camera import Area, Camera, Flight, Point, same_view
from game.ui.map.chart import WORLD, Chart
from game.ui.map.opening import Gathering, framing
from game.ui.map.sight import is_near, sighting
from game.ui.map.throw import Throw

PAN_STEP = 90
"""Design pixels that one press of an arrow key moves the plate."""
SIGHT_MARGIN = 64
"""Design pixels from the edges within which somebody is not well in sight."""
_AIR = 150
"""Design pixels to the edges that a house has at first, if there is room for it."""
GLIDE_MS = 420
"""Milliseconds that a plate glides on when it is let go in motion."""
_FIRST_VIEW = 0.72
"""How much of the table those who are to be seen may take at first; their tokens stand about them."""
_TURN = 1.3
"""How long it takes to lay a sheet on the table, as a multiple of a zoom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One sheet taking the place of another. `share` goes from 0 to 1 in `lasts` milliseconds; it begins when it is first
    told the time."""

    lasts: int
    began: int | None = None
    share: float = 0.0

    def at(self, now: int) -> "Turn | None":
        """The same at a moment; nothing once it is over."""
        began = now if self.began is None else self.began
        share = (now - began) / self.lasts
        return replace(self, began=began, share=max(0.0, share)) if share < 1 else None


class Steering:
    """Holds the camera. `fit` must be called before anything else and whenever the window may have changed. `world` is the
    world's sheet with the steps and bounds that it has here.

    A flight begins when the camera is next asked for, so that nothing but `camera` needs to know the time.
    """

    def __init__(self, world: Chart = WORLD) -> None:
        self._home = world
        self._pan_ms = self._zoom_ms = 0
        self._view = self._safe = Area(0, 0, 1, 1)
        self._unit = 0.0
        self._step = 0
        self.chart = world
        """The sheet that lies on the table."""
        self._camera = Camera(0.0, 0.0, world.scales[0])
        self._turn: Turn | None = None
        self._world = (0, self._camera)
        self._kept: Sequence[tuple[Chart, Look]] = ()
        self._throw, self._let_go = Throw(), False
        self._flight: Flight | None = None
        self._begun = False
        self._first: Camera | None = None
        self.held = False
        """Whether the plate is being dragged just now."""

    @property
    def step(self) -> int:
        """The zoom step in force or being flown to, from 0."""
        return self._step

    @property
    def step_name(self) -> str:
        """What the zoom step is called, such as "2"."""
        return self.chart.steps[self._step][0]

    @property
    def fitted(self) -> bool:
        """Whether it has been told of the window, and so the first view chosen."""
        return self._unit > 0

    @property
    def flying(self) -> bool:
        """Whether the camera moves by itself, or one sheet takes the place of another."""
        return self._flight is not None or self._turn is not None

    @property
    def turn(self) -> "Turn | None":
        """The change from one sheet to another that goes on, as of the camera's last moment."""
        return self._turn

    @property
    def goal(self) -> Camera:
        """Where the camera will be once it rests."""
        return self._goal()

    @property
    def looks(self) -> tuple[Look, ...]:
        """The sheets on the table as they are looked at, the world first."""
        if not self.fitted:
            return tuple(look for _, look in self._kept)
        uppermost = Look(sheet=self.chart.id, step=self._step, at=self.point_at())
        if self.chart.is_world:
            return (uppermost,)
        step, camera = self._world
        return (Look(step=step, at=camera.to_plate(self._safe.centre, self._view)), uppermost)

    def camera(self, now: int) -> Camera:
        """Where the camera is at a moment."""
        self._throw.moment(now)
        if self._let_go:
            self._glide()
        if self._turn is not None:
            self._turn = self._turn.at(now)
        if self._flight is not None:
            if not self._begun:
                self._flight, self._begun = replace(self._flight, began=now), True
            self._camera = self._flight.at(now)
            if self._flight.over(now):
                self._flight = None
        return self._camera

    def fit(
        self, view: Area, safe: Area, unit: float, *, pan_ms: int = 0, zoom_ms: int = 0,
        gathering: Callable[[], Gathering] = Gathering, within: Area | None = None, papers: Sequence[Area] = (),
        nearer: bool = True,
    ) -> None:  # fmt: skip
        """The window as it is now: the whole map, the part of it that nothing covers, real pixels for a design pixel;
        and how many milliseconds flights last.

        As long as nobody has moved it, the map is shown as near as the `gathering` can be seen together, `within` a part of the
        window or else what is uncovered, and a step `nearer` where even so none of it comes to lie under `papers`. Where they
        would cover what must be seen, it is shown alone, as far away as they let it. Later the middle of the view stays.
        When only what is covered has changed, the plate stays, or glides as far as the bounds demand.
        """
        self._pan_ms, self._zoom_ms = pan_ms, zoom_ms
        if not self.fitted:
            self._look_first(view, safe, unit, gathering(), within or safe, papers, nearer)
            self._lay_kept(view, safe, unit)
        elif (view, unit) != (self._view, self._unit) and self._is_first:
            self._look_first(view, safe, unit, gathering(), within or safe, papers, nearer)
        elif (view, unit) != (self._view, self._unit):
            self._flight = self._turn = None
            self._camera = Camera(self._camera.x, self._camera.y, self._scale(unit))
        elif safe == self._safe:
            return
        else:
            self._safe = safe
            self._stay_within_bounds()
            return
        self._view, self._safe, self._unit = view, safe, unit
        if self._flight is None:
            self._camera = self._camera.clamped(view, safe, self.chart.bounds)

    @property
    def _is_first(self) -> bool:
        """Whether the world is still looked at as it was at first."""
        return self.chart is self._home and self._first is not None and same_view(self._goal(), self._first)

    def _look_first(
        self, view: Area, safe: Area, unit: float, gathering: Gathering, within: Area, papers: Sequence[Area], nearer: bool
    ) -> Camera:  # fmt: skip
        """What is looked at before anybody moves the sheet."""
        self._step, self._flight, self._turn = 0, None, None
        self._camera = self._first_camera(view, safe, unit, gathering, within, papers if nearer else ())
        if self.chart.is_world and gathering.people and papers:
            self._bare_what_must_be_seen(view, safe, unit, gathering, within, papers)
            self._give_air(view, safe, unit, gathering, papers)
        self._first = self._camera.clamped(view, safe, self.chart.bounds)
        return self._first

    def _stay_within_bounds(self) -> None:
        """Glides back where more of the sheet is uncovered than there is."""
        goal = self._goal()
        if not same_view(goal.clamped(self._view, self._safe, self.chart.bounds), goal):
            self._fly(goal, self._pan_ms)

    def _first_camera(
        self, view: Area, safe: Area, unit: float, gathering: Gathering, within: Area, papers: Sequence[Area] = ()
    ) -> Camera:  # fmt: skip
        """As near as the gathering can be seen together, else the whole world from its corner; a city plate about its middle."""
        if not self.chart.is_world:
            return Camera(*self.chart.middle, self._scale(unit)).looking_at(self.chart.middle, view, safe)
        found = framing(gathering, self._frames(within, unit))
        if found is not None:
            self._step, among = found
            nearer = self._nearer(gathering, among, view, safe, unit, within, papers) if papers else None
            if nearer is not None:
                return nearer
        if found is not None and found[0]:
            return Camera(*among, self._scale(unit)).looking_at(among, view, within)
        corner = Camera(self.chart.bounds[0], self.chart.bounds[3], self._scale(unit))
        return corner.panned(safe.left - view.centre[0], safe.top - view.centre[1])

    def _frames(self, within: Area, unit: float) -> list[tuple[float, float]]:
        """How much of the sheet a part of the window shows at each step with room for the tokens, in units of the sheet."""
        wide, high = _FIRST_VIEW * within.width / unit, _FIRST_VIEW * within.height / unit
        return [(wide / scale, high / scale) for scale in self.chart.scales]

    def _nearer(
        self, gathering: Gathering, among: Point, view: Area, safe: Area, unit: float, within: Area, papers: Sequence[Area]
    ) -> Camera | None:  # fmt: skip
        """A look from one step nearer, if there all of the gathering is well in sight and beside the papers: at the edge of the
        world its sheet cannot be pushed along, and half the window would show an ocean."""
        step = self._step + 1
        if step >= len(self.chart.scales):
            return None
        scale = self.chart.scales[step] * unit
        tall = Area(within.left, safe.top, within.width, safe.height)
        for part in (within, tall):
            camera = Camera(*among, scale).looking_at(among, view, part).clamped(view, safe, self.chart.bounds)
            seen = (*gathering.must, *gathering.people)
            if self._lies_bare(camera, seen, view, safe, unit, papers, SIGHT_MARGIN * unit / 2):
                self._step = step
                return camera
        return None

    def _bare_what_must_be_seen(
        self, view: Area, safe: Area, unit: float, gathering: Gathering, within: Area, papers: Sequence[Area]
    ) -> None:  # fmt: skip
        """Goes nearer to what must be seen until it lies well in sight and beside the papers, if it does not yet: a large slip
        would cover a house at the edge of the sheet, from which the sheet can be pushed only if it is near. The rest of the
        people may be out of sight then, and rather that than under a paper."""
        must = gathering.must
        air = SIGHT_MARGIN * unit  # people stand about a house
        if not must or self._lies_bare(self._camera, must, view, safe, unit, papers, air):
            return
        xs, ys = [x for x, _ in must], [y for _, y in must]
        middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        best: tuple[int, int, Camera] | None = None
        for step in range(self._step, len(self.chart.scales)):
            for part in (within, Area(within.left, safe.top, within.width, safe.height), safe):
                camera = Camera(*middle, self.chart.scales[step] * unit).looking_at(middle, view, part)
                if self._lies_bare(camera, must, view, safe, unit, papers, air):
                    camera = camera.clamped(view, safe, self.chart.bounds)
                    pixels = [camera.to_screen(point, view) for point in gathering.people]
                    under = sum(any(is_near(paper, pixel, air / 2) for paper in papers) for pixel in pixels)
                    best = (under, step, camera) if best is None or under < best[0] else best
        if best is not None:
            _under, self._step, self._camera = best

    def _give_air(self, view: Area, safe: Area, unit: float, gathering: Gathering, papers: Sequence[Area]) -> None:
        """Pushes what must be seen away from the edges, since people stand about a house; but nobody out of sight for it."""
        air = _AIR * unit
        pixels = [self._camera.clamped(view, safe, self.chart.bounds).to_screen(point, view) for point in gathering.must]
        if not pixels:
            return
        xs, ys = [x for x, _ in pixels], [y for _, y in pixels]
        across = max(0.0, safe.left + air - min(xs)) or min(0.0, safe.left + safe.width - air - max(xs))
        down = max(0.0, safe.top + air - min(ys)) or min(0.0, safe.top + safe.height - air - max(ys))

        def seen_from(camera: Camera) -> int:
            points = (*gathering.must, *gathering.people)
            return sum(self._lies_bare(camera, [point], view, safe, unit, papers, SIGHT_MARGIN * unit / 2) for point in points)

        for push in ((across, 0.0), (0.0, down)):
            pushed = self._camera.panned(*push)
            if any(push) and seen_from(pushed) >= seen_from(self._camera):
                self._camera = pushed

    def _lies_bare(
        self, camera: Camera, points: Sequence[Point], view: Area, safe: Area, unit: float, papers: Sequence[Area], air: float
    ) -> bool:  # fmt: skip
        """Whether points are well in sight from a camera, as far as the sheet can be pushed, with so much air to every paper."""
        margin, seen_from = SIGHT_MARGIN * unit, camera.clamped(view, safe, self.chart.bounds)
        pixels = [seen_from.to_screen(point, view) for point in points]
        hidden = any(is_near(paper, pixel, air) for paper in papers for pixel in pixels)
        return not hidden and all(is_near(safe, pixel, -margin) for pixel in pixels)

    def lay_again(self, looks: Sequence[tuple[Chart, Look]]) -> None:
        """Lays sheets on the table as they were looked at in an earlier window, once the window is known."""
        self._kept = looks

    def _lay_kept(self, view: Area, safe: Area, unit: float) -> None:
        """The sheets as they were, however they lie in a window of another size. Whatever stands in a file, the point is one of
        the sheet."""
        for chart, look in self._kept:
            if not chart.is_world:
                self._world = (self._step, self._camera)
            west, south, east, north = chart.bounds
            at = (max(west, min(east, look.at[0])), max(south, min(north, look.at[1])))
            self.chart, self._step = chart, max(0, min(len(chart.steps) - 1, look.step))
            self._camera = Camera(*at, self._scale(unit)).looking_at(at, view, safe)

    def drag(self, dx: float, dy: float, *, done: bool) -> None:
        """Pushes the plate by real pixels; `done` once the hand lets go. A flight ends; one that zooms, at its end. Let go
        in motion, the plate glides on."""
        if not (dx or dy or done):
            return
        self._camera, self._flight = self._goal() if self._zooming else self._camera, None
        self.held = not done
        self._camera = self._camera.panned(dx, dy).clamped(self._view, self._safe, self.chart.bounds)
        self._throw.push(dx, dy)
        self._let_go = done

    def _glide(self) -> None:
        """Lets the plate go on as it was pushed; only at the next moment can be told whether the hand had stopped before."""
        self._let_go, far = False, self._throw.let_go(GLIDE_MS)
        if self._pan_ms and far is not None:
            self._fly(self._camera.panned(*far), GLIDE_MS, gliding=True)

    def pan(self, right: int, down: int) -> None:
        """Moves the view one step of an arrow key."""
        reach = PAN_STEP * self._unit
        goal = self._goal().panned(-right * reach, -down * reach)
        self._fly(goal, min(160, self._pan_ms))

    def zoom(self, steps: int, pixel: Point | None = None) -> bool:
        """Goes so many steps nearer (or, if negative, away), about a pixel or the middle of the uncovered part; whether there
        were any left on this sheet."""
        step = max(0, min(len(self.chart.steps) - 1, self._step + steps))
        if step == self._step:
            return False
        self._step = step
        goal = self._goal().zoomed(self._scale(), pixel or self._safe.centre, self._view)
        self._fly(goal, self._zoom_ms)
        return True

    def turn_to(self, chart: Chart) -> None:
        """Lays a city plate on the table, seen about its middle."""
        if chart is self.chart:
            return
        if self.chart.is_world:
            self._world = (self._step, self._goal())
        self._lay(chart, 0)
        if self.fitted:
            first = self._first_camera(self._view, self._safe, self._unit, Gathering(), self._safe)
            self._camera = first.clamped(self._view, self._safe, chart.bounds)

    def turn_back(self) -> bool:
        """Lays the world on the table again, as it was seen before; whether a city plate lay there."""
        if self.chart.is_world:
            return False
        step, camera = self._world
        self._lay(self._home, step)
        if self.fitted:
            self._camera = replace(camera, k=self._scale()).clamped(self._view, self._safe, self._home.bounds)
        return True

    def _lay(self, chart: Chart, step: int) -> None:
        """Another sheet on the table. Without a window yet, `fit` will find the camera."""
        self._turn = Turn(lasts=round(self._zoom_ms * _TURN)) if self._zoom_ms else None
        self.chart, self._step, self._flight, self.held = chart, step, None, False

    def look_at(self, point: Point, *, step: int | None = None, within: Area | None = None) -> None:
        """Flies to a point of the sheet, at the zoom step in force or another one, until it lies in the middle of a part of
        the window, or else of what is uncovered."""
        if step is not None:
            self._step = max(0, min(len(self.chart.steps) - 1, step))
        sized = Camera(*point, self._scale())
        self._fly(sized.looking_at(point, self._view, within or self._safe), self._pan_ms)

    def nearest_step(self, points: Sequence[Point], within: Area) -> int:
        """The nearest zoom step at which all of the points could be seen together in a part of the window; the farthest if
        none is far enough."""
        found = framing(Gathering(must=points), self._frames(within, self._unit))
        return found[0] if found is not None else 0

    def bring_into_sight(self, point: Point, papers: Sequence[Area] = (), *, at_once: bool = False) -> None:
        """Flies until a point of the sheet is well in sight and under none of the papers; not at all where it is, or where the
        bounds allow no more. A sheet that has just been laid down can be looked at there `at_once`."""
        goal = self._goal()
        margin = SIGHT_MARGIN * self._unit
        found = sighting(
            goal, point, self._view, self._safe, margin=margin, bounds=self.chart.bounds, papers=papers
        )  # fmt: skip
        if not same_view(found, goal):
            self._fly(found, 0 if at_once else self._pan_ms)

    def look_anew(
        self, gathering: Gathering, within: Area | None = None, papers: Sequence[Area] = (), *, nearer: bool = True
    ) -> None:  # fmt: skip
        """Flies to where the world would be looked at first, were it laid on the table only now; see `fit`."""
        self.turn_back()
        before = self._camera
        goal = self._look_first(self._view, self._safe, self._unit, gathering, within or self._safe, papers, nearer)
        self._camera = before
        self._fly(goal, self._zoom_ms)

    def shows(self, point: Point) -> bool:
        """Whether a point of the sheet lies in what is uncovered, once the camera rests."""
        return is_near(self._safe, self._goal().to_screen(point, self._view), 0)

    def plate_point(self, pixel: Point) -> Point:
        """The point of the plate under a pixel."""
        return self._camera.to_plate(pixel, self._view)

    def point_at(self, pixel: Point | None = None) -> Point:
        """The point of the sheet that is seen at a pixel, or in the middle of the uncovered part, once the camera rests."""
        return self._goal().to_plate(pixel or self._safe.centre, self._view)

    def whole(self) -> None:
        """Flies back to the whole sheet."""
        self._step = 0
        self.look_at(self.chart.middle)

    def _scale(self, unit: float | None = None) -> float:
        """Real pixels for one unit of the sheet at the step in force."""
        return self.chart.scales[self._step] * (self._unit if unit is None else unit)

    @property
    def _zooming(self) -> bool:
        return self._flight is not None and self._flight.start.k != self._flight.end.k

    def _goal(self) -> Camera:
        return self._flight.end if self._flight is not None else self._camera

    def _fly(self, goal: Camera, lasts: int, *, gliding: bool = False) -> None:
        end = goal.clamped(self._view, self._safe, self.chart.bounds)
        self._flight, self._begun = Flight(start=self._camera, end=end, began=0, lasts=lasts, gliding=gliding), False
