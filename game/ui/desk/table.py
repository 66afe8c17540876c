"""The map on the desk: the view and its draft as a map, lit for the order being aimed.

It keeps the map's board between frames and nothing of the game.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from pygame import Rect

from game.match.draft import Draft
from game.match.papers import Look, Row
from game.rules.orders import Order
from game.rules.view import View
from game.ui.attention import Tip
from game.ui.map.board import MapBoard
from game.ui.map.chart import Chart
from game.ui.map.footing import Footing
from game.ui.map.model import MapModel
from game.ui.map.overlay import HitRegion
from game.ui.map.view import MapView
from game.ui.presenters.map_marks import map_model
from game.ui.presenters.people import status_line
from game.ui.presenters.places import place_summary
from game.ui.presenters.targets import TargetRow
from game.ui.screen import Canvas, KeyBinding, Outcome, Stay
from game.ui.still import Still
from game.ui.words import Words

Choose = Callable[[str, str], Outcome]
"""Takes `person` or `place` and its id."""
_SHADOW = 14
"""Design pixels that the shadow of a slip reaches beyond it."""
_NEARER_UP_TO = 1.25
"""Up to this size of the text the map may open a step nearer: larger names leave people too little room there."""


class Table:
    """The map of one side's desk. `looks` are the sheets on it as they were looked at in an earlier window, `rows` where people
    stood on them; without any it opens on the sheet for the `places` of the game, latitude and longitude."""

    def __init__(
        self, view: MapView, looks: Sequence[Look] = (), rows: Sequence[Row] = (), places: Collection[tuple[float, float]] = ()
    ) -> None:
        self._board = MapBoard(view)
        if looks:
            self._board.lay_again(looks)
        else:
            self._board.lay_first(places)
        self._strip = self._title = Rect(0, 0, 0, 0)
        self._still_strip, self._still_title = Still(), Still()
        self._known: object = None
        self._footing = Footing()
        self._footing.stand_again(rows)
        self._model = MapModel()
        self._tips: dict[tuple[str, str, str], Tip] = {}

    @property
    def looks(self) -> tuple[Look, ...]:
        """The sheets on it as they are looked at now."""
        return self._board.steering.looks

    @property
    def rows(self) -> tuple[Row, ...]:
        """Where people stand on them."""
        return self._footing.rows

    @property
    def moving(self) -> bool:
        """Whether the map was in motion when it was drawn last."""
        return self._board.moving

    def draw(
        self, canvas: Canvas, seen: Rect, view: View, draft: Draft, *, selected: str, targets: Mapping[str, TargetRow] | None,
        aimed: Order | None, choose: Choose, covered: Sequence[Rect] = (), shown: Rect | None = None, calm: Rect | None = None,
        pointed_at: str = "",
    ) -> None:  # fmt: skip
        """Draws the map under the whole desk, or the `shown` part of it; `seen` is the part that nothing covers but the
        papers at `covered`, `calm` what of it stays uncovered when a sheet is opened.

        While an order is aimed, `targets` are its lawful targets and `aimed` is the order; what is `pointed_at` is brought into
        sight.
        """
        known = (view, draft.orders, canvas.words.language, selected, targets, aimed)
        if self._known != known:
            self._known, self._tips = known, {}
            model = map_model(view, draft, canvas.words, selected=selected, targets=targets, aimed=aimed)
            self._footing.turn = view.turn
            self._model = replace(model, footing=self._footing)
        whole = Rect(0, seen.y, canvas.rect.w, canvas.rect.bottom - seen.y)
        gap, still = canvas.px(14), calm or seen
        small = Rect(0, 0, canvas.px(214), canvas.px(120))
        small.bottomright = (still.right - gap, still.bottom - gap - canvas.px(54))
        if not self._strip:  # nobody is to stand where it will lie, and to step aside a moment later
            self._strip = self._board.strip_box(canvas, (still.right - gap, still.bottom - gap), room=still.w - 2 * gap)
        lying, nearer = (*covered, self._strip, small), canvas.theme.text <= _NEARER_UP_TO
        clear = _clear_of(still, covered, small.y - gap)
        self._board.fit(canvas, whole, seen, self._model, clear, lying, nearer=nearer)
        papers = [*covered, self._strip, self._title]
        if self._board.steering.step > 0:
            papers.append(small)
        self._board.view.set_day(view.day)
        self._board.draw(
            canvas, whole, seen, self._model, _chooser(choose), explain=_explainer(canvas.words, view, targets, self._tips),
            covered=tuple(papers), shown=shown, calm=calm, pointed_at=pointed_at,
        )  # fmt: skip
        self._draw_signs(canvas, still, gap, view.side.value)
        self._board.draw_minimap(canvas, small, whole, seen)

    def _draw_signs(self, canvas: Canvas, seen: Rect, gap: int, side: str) -> None:
        """The strip, and the slip of a city plate."""

        room = 2 * canvas.px(_SHADOW)

        def strip() -> tuple[Rect, ...]:
            self._strip = self._board.draw_controls(canvas, (seen.right - gap, seen.bottom - gap), side, room=seen.w - 2 * gap)
            return (self._strip.inflate(room, room),)

        def title() -> tuple[Rect, ...]:
            self._title = self._board.draw_title(canvas, (seen.right - gap, seen.y + gap))
            return (self._title.inflate(room, room),)

        key = (seen, side, self._board.signs)
        self._still_strip.compose_clear(canvas, key, strip)
        self._board.draw_step_name(canvas, self._strip)
        if self._board.steering.chart.is_world:
            self._title = Rect(0, 0, 0, 0)
        else:
            self._still_title.compose_clear(canvas, (*key, self._board.steering.step), title)

    def open_city(self, chart: Chart) -> None:
        """Lays a city plate on the table."""
        self._board.steering.turn_to(chart)

    def leave_city(self) -> bool:
        """Takes a city plate from the table; whether there was one."""
        return self._board.steering.turn_back()

    def keys(self, words: Words) -> Sequence[KeyBinding]:
        """Keys that move the map."""
        return self._board.keys(words)


def _clear_of(still: Rect, slips: Sequence[Rect], bottom: int) -> Rect:
    """What is beside the slips, which lie at the left, and above what lies at the bottom."""
    left = max((slip.right for slip in slips), default=still.x)
    return Rect(left, still.y, still.right - left, bottom - still.y)


def _chooser(choose: Choose) -> Callable[[HitRegion], Outcome]:
    def chosen(region: HitRegion) -> Outcome:
        match region.kind:
            case "token":
                return choose("person", region.id)
            case "place" | "crowd":
                return choose("place", region.id)
            case "country":
                return Stay()

    return chosen


def _explainer(
    words: Words, view: View, targets: Mapping[str, TargetRow] | None, said: dict[tuple[str, str, str], Tip]
) -> Callable[[HitRegion], Tip]:
    """What a region's tip says. `said` keeps them: all are asked for whenever the map comes to rest, and hardly one is read."""

    def explain(region: HitRegion) -> Tip:
        about = (region.kind, region.id, region.name)
        if about not in said:
            said[about] = tip_of(region)
        return said[about]

    def tip_of(region: HitRegion) -> Tip:
        if targets is not None and region.id in targets:
            target = targets[region.id]
            return Tip(target.name, target.tip or target.note)
        if region.kind == "token":
            return Tip(region.name, status_line(view, region.id, words))
        if region.kind == "country":
            now = view.countries[region.id]
            said = words(
                "Tolerance of the exile {tolerance} of 10. Police alert {alert} of 5.", tolerance=now.tolerance, alert=now.alert
            )
            return Tip(region.name, said)
        if region.kind == "place" and region.id in view.catalogue.places:
            return Tip(region.name, place_summary(view, region.id, words))
        return Tip(region.name)

    return explain
