"""The overlay that stands, and the one that is being drawn for where the camera is going. It knows when to draw, not what."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

from pygame import Rect

from game.ui.map.camera import Camera, same_view
from game.ui.map.model import Layer, MapModel
from game.ui.map.overlay import Overlay, OverlayPainting


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wanted:
    """An overlay, by all that it depends on: what lies on the map, from where it is seen, the map's rect on the screen,
    the part of it that shows, what shows aside of it, and the papers on that part (all from the rect's corner), what is shown,
    and the theme and borders by which it is drawn."""

    model: MapModel
    camera: Camera
    rect: Rect
    safe: Rect
    aside: Rect
    covered: tuple[Rect, ...]
    layers: frozenset[Layer]
    look: tuple[object, ...]

    def differs_in_camera_only(self, other: "Wanted") -> bool:
        """Whether the two show the same things, though perhaps from elsewhere."""
        return self.model is other.model and (self.rect, self.safe, self.aside, self.covered, self.layers, self.look) == (
            other.rect, other.safe, other.aside, other.covered, other.layers, other.look,
        )  # fmt: skip

    def fits(self, other: "Wanted") -> bool:
        """Whether one can stand for the other."""
        return self.differs_in_camera_only(other) and same_view(self.camera, other.camera)


@dataclass(slots=True)
class _Work:
    """An overlay being drawn, and once it is done the overlay."""

    wanted: Wanted
    painting: OverlayPainting
    done: Overlay | None = None

    def go_on(self, budget_ms: float) -> Overlay | None:
        """Draws on for about so many milliseconds; the overlay once it is done."""
        until = perf_counter() + budget_ms / 1000
        while self.done is None and perf_counter() < until:
            try:
                next(self.painting)
            except StopIteration as finished:
                self.done = finished.value
        return self.done


class Overlays:
    """Keeps one overlay and draws the next. `paint` begins to draw one, `retire` takes one that is no longer needed."""

    def __init__(self, paint: Callable[[Wanted], OverlayPainting], retire: Callable[[Overlay], None]) -> None:
        self._paint, self._retire = paint, retire
        self._work: _Work | None = None
        self.standing: tuple[Wanted, Overlay] | None = None
        """What was drawn last, whole."""

    @property
    def busy(self) -> bool:
        """Whether one is being drawn."""
        return self._work is not None

    def forget(self) -> None:
        """Nothing that was drawn counts any more."""
        self._break_off()
        if self.standing is not None:
            self._retire(self.standing[1])
        self.standing = None

    def now(self, wanted: Wanted) -> Overlay:
        """The overlay, however long it takes."""
        while (ready := self.soon(wanted, 1000.0)) is None:
            pass
        return ready

    def soon(self, wanted: Wanted, budget_ms: float) -> Overlay | None:
        """The overlay if it stands; else draws on for about so many milliseconds, and it stands once it is done."""
        if self.standing is not None and self.standing[0].fits(wanted):
            self._break_off()
            return self.standing[1]
        done = self.ahead(wanted, budget_ms)
        if done is not None:
            if self.standing is not None:
                self._retire(self.standing[1])
            self.standing, self._work = (wanted, done), None
        return done

    def ahead(self, wanted: Wanted, budget_ms: float) -> Overlay | None:
        """Draws for where the camera will be, while the one that stands goes on being shown; the overlay once it is done."""
        if self._work is None or not self._work.wanted.fits(wanted):
            self._break_off()
            self._work = _Work(wanted, self._paint(wanted))
        return self._work.go_on(budget_ms)

    def _break_off(self) -> None:
        """What was being drawn is not wanted any more; nor is it if it is done already, and nobody has asked for it."""
        if self._work is not None:
            self._work.painting.close()
            if self._work.done is not None:
                self._retire(self._work.done)
        self._work = None

    def work(self, budget_ms: float) -> bool:
        """Draws on for about so many milliseconds; whether one has been done."""
        return self._work is not None and self._work.go_on(budget_ms) is not None
