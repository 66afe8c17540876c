"""The player's hand on the camera: dragging, steps of zoom, flights, bounds. It is told the time and draws nothing."""

from dataclasses import replace

from game.ui.map.camera import BOUNDS, STEPS, Area, Camera, Flight, Point

PAN_STEP = 90
"""Design pixels that one press of an arrow key moves the plate."""


class Steering:
    """Holds the camera. `fit` must be called before anything else and whenever the window may have changed.

    A flight begins when the camera is next asked for, so that nothing but `camera` needs to know the time.
    """

    def __init__(self) -> None:
        self._pan_ms = self._zoom_ms = 0
        self._view = self._safe = Area(0, 0, 1, 1)
        self._unit = 0.0
        self._step = 0
        self._camera = Camera(0.0, 0.0, STEPS[0][1])
        self._flight: Flight | None = None
        self._begun = False
        self.held = False
        """Whether the plate is being dragged just now."""

    @property
    def step(self) -> int:
        """The zoom step in force or being flown to, from 0."""
        return self._step

    @property
    def step_name(self) -> str:
        """What the zoom step is called, such as "2"."""
        return STEPS[self._step][0]

    @property
    def flying(self) -> bool:
        """Whether the camera moves by itself."""
        return self._flight is not None

    @property
    def goal(self) -> Camera:
        """Where the camera will be once it rests."""
        return self._goal()

    def camera(self, now: int) -> Camera:
        """Where the camera is at a moment."""
        if self._flight is not None:
            if not self._begun:
                self._flight, self._begun = replace(self._flight, began=now), True
            self._camera = self._flight.at(now)
            if self._flight.over(now):
                self._flight = None
        return self._camera

    def fit(self, view: Area, safe: Area, unit: float, *, pan_ms: int = 0, zoom_ms: int = 0) -> None:
        """The window as it is now: the whole map, the part of it that nothing covers, real pixels for a design pixel;
        and how many milliseconds flights last.

        The first time, the whole map is shown; later the middle of the view stays.
        """
        self._pan_ms, self._zoom_ms = pan_ms, zoom_ms
        if self._unit == 0.0:
            corner = Camera(BOUNDS[0], BOUNDS[3], STEPS[self._step][1] * unit)
            self._camera = corner.panned(safe.left - view.centre[0], safe.top - view.centre[1])
        elif (view, unit) != (self._view, self._unit):
            self._flight = None
            self._camera = Camera(self._camera.x, self._camera.y, STEPS[self._step][1] * unit)
        elif safe == self._safe:
            return
        self._view, self._safe, self._unit = view, safe, unit
        if self._flight is None:
            self._camera = self._camera.clamped(view, safe)

    def drag(self, dx: float, dy: float, *, done: bool) -> None:
        """Pushes the plate by real pixels; `done` once the hand lets go. A flight ends; one that zooms, at its end."""
        if not (dx or dy or done):
            return
        self._camera, self._flight = self._goal() if self._zooming else self._camera, None
        self.held = not done
        self._camera = self._camera.panned(dx, dy).clamped(self._view, self._safe)

    def pan(self, right: int, down: int) -> None:
        """Moves the view one step of an arrow key."""
        reach = PAN_STEP * self._unit
        goal = self._goal().panned(-right * reach, -down * reach)
        self._fly(goal, min(160, self._pan_ms))

    def zoom(self, steps: int, pixel: Point | None = None) -> None:
        """Goes so many steps nearer (or, if negative, away), about a pixel or the middle of the uncovered part."""
        step = max(0, min(len(STEPS) - 1, self._step + steps))
        if step == self._step:
            return
        self._step = step
        goal = self._goal().zoomed(STEPS[step][1] * self._unit, pixel or self._safe.centre, self._view)
        self._fly(goal, self._zoom_ms)

    def look_at(self, point: Point, *, step: int | None = None) -> None:
        """Flies to a point of the plate, at the zoom step in force or another one."""
        if step is not None:
            self._step = max(0, min(len(STEPS) - 1, step))
        sized = Camera(*point, STEPS[self._step][1] * self._unit)
        self._fly(sized.looking_at(point, self._view, self._safe), self._pan_ms)

    def reveal(self, point: Point) -> None:
        """Flies only as far as needed for a point to lie in the uncovered part."""
        x, y = self._goal().to_screen(point, self._view)
        room = min(PAN_STEP * self._unit, self._safe.width / 4, self._safe.height / 4)
        dx = max(0.0, self._safe.left + room - x) + min(0.0, self._safe.left + self._safe.width - room - x)
        dy = max(0.0, self._safe.top + room - y) + min(0.0, self._safe.top + self._safe.height - room - y)
        if dx or dy:
            self._fly(self._goal().panned(dx, dy), self._pan_ms)

    def plate_point(self, pixel: Point) -> Point:
        """The point of the plate under a pixel."""
        return self._camera.to_plate(pixel, self._view)

    def whole(self) -> None:
        """Flies back to the whole map."""
        self._step = 0
        middle = ((BOUNDS[0] + BOUNDS[2]) / 2, (BOUNDS[1] + BOUNDS[3]) / 2)
        self.look_at(middle)

    @property
    def _zooming(self) -> bool:
        return self._flight is not None and self._flight.start.k != self._flight.end.k

    def _goal(self) -> Camera:
        return self._flight.end if self._flight is not None else self._camera

    def _fly(self, goal: Camera, lasts: int) -> None:
        end = goal.clamped(self._view, self._safe)
        self._flight, self._begun = Flight(start=self._camera, end=end, began=0, lasts=lasts), False
