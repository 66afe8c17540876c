"""The map on the desk: the plate, what lies on it, and the hand that moves it.

It keeps the camera between frames and nothing of the game.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pygame import Rect

from game.match.draft import Draft
from game.rules.orders import Order
from game.rules.view import View
from game.ui.atlas.camera import NEAREST, Camera, least_step, look_at, scale_of
from game.ui.atlas.geography import era_of
from game.ui.atlas.marks import country_tag, pencil, place_sign, route_line
from game.ui.atlas.sheets import Atlas
from game.ui.attention import Drag, Tip
from game.ui.desk.faces import Faces
from game.ui.desk.places import Cluster, Room, gather
from game.ui.desk.tokens import draw_token, token_size
from game.ui.painter import Painter, Point
from game.ui.papers import sheet
from game.ui.presenters.atlas import JourneyMark, MapModel, PlaceMark, Token, journey_mark, map_model
from game.ui.presenters.orders import TargetRow
from game.ui.presenters.people import status_line
from game.ui.screen import Canvas, KeyBinding, Outcome, Stay
from game.ui.theme import SideName
from game.ui.widgets.buttons import quiet_button
from game.ui.words import Words

Choose = Callable[[str, str], Outcome]
"""Takes `person` or `place` and its id."""

_PAN = 90


@dataclass(slots=True)
class Layers:
    """What is shown on the plate besides people and places."""

    routes: bool = True
    tags: bool = True
    seen: bool = True


class Table:
    """The map of one side's desk."""

    def __init__(self, atlas: Atlas, faces: Faces, words: Words) -> None:
        self._atlas, self._faces, self.words = atlas, faces, words
        self._camera: Camera | None = None
        self._step = 0
        self._unit = 0.0
        self._home: tuple[tuple[float, float], ...] = ()
        self._safe = (1, 1)
        self._layers = Layers()

    # -- drawing

    def draw(
        self, canvas: Canvas, rect: Rect, safe: Rect, view: View, draft: Draft, *, selected: str | None,
        targets: Mapping[str, TargetRow] | None, aimed: Order | None, choose: Choose,
    ) -> None:  # fmt: skip
        """Draws the map into `rect`, of which nothing ever covers `safe`.

        While an order is aimed, `targets` are its lawful targets and `aimed` the order.
        """
        self._home = tuple((place.at[1], place.at[0]) for place in view.catalogue.places.values())
        self._safe = safe.size
        camera = self._look(canvas, rect)
        canvas.hot(
            "map", rect, canvas.words("Map"), arrow=self._push, drag=self._dragged, wheel=partial(self._wheel, rect),
            double=self._go_home, tip=None,
        )  # fmt: skip
        under = Rect(rect.x, rect.y, rect.w, canvas.rect.bottom - rect.y)  # the plate goes on beneath the papers
        self._atlas.draw(canvas, under, camera.extended(under.size), self._step, era_of(view.day))
        model = map_model(view, draft, canvas.words)
        with canvas.clip(rect):
            self._draw_model(canvas, rect, camera, view, model, selected, targets, aimed, choose)
        self._draw_layers(canvas, rect)

    def _look(self, canvas: Canvas, rect: Rect) -> Camera:
        """The camera for this frame: fitted to the places at first, then wherever the hand has moved it."""
        unit = canvas.theme.unit
        if self._camera is None or self._unit != unit:
            self._unit = unit
            self._camera, self._step = look_at(self._home, self._safe, unit, canvas.px(50))
        if self._camera.size != rect.size:
            self._camera = self._camera.resized(rect.size)
        return self._camera

    def _draw_model(
        self, canvas: Canvas, rect: Rect, camera: Camera, view: View, model: MapModel, selected: str | None,
        targets: Mapping[str, TargetRow] | None, aimed: Order | None, choose: Choose,
    ) -> None:  # fmt: skip
        def at(place: PlaceMark) -> Point:
            x, y = camera.at(place.at[1], place.at[0])
            return (x + rect.x, y + rect.y)

        clusters = gather(model.places, at, canvas.px(26))
        centre = {place.id: cluster.at for cluster in clusters for place in cluster.places}
        if self._layers.routes:
            self._draw_routes(canvas, rect, camera, model)
        self._draw_journeys(canvas, model.journeys, centre, view.side.value)
        if aimed is not None:
            mark = journey_mark(view, aimed.agent, aimed.target, canvas.words)
            self._draw_journeys(canvas, (mark,) if mark else (), centre, view.side.value)
        room = Room(rect)
        for cluster in clusters:
            self._draw_place(canvas, cluster, room, selected, targets, choose)
        tokens = [token for token in model.tokens if self._layers.seen or not token.note]
        for cluster in clusters:
            inside = [token for token in tokens if token.place in cluster.ids]
            self._draw_people(canvas, view, cluster, inside, room, selected, targets, choose)
        if self._layers.tags:
            self._draw_tags(canvas, model, centre, room)
        for cluster in clusters:
            self._draw_name(canvas, cluster, room, selected)

    def _draw_routes(self, canvas: Canvas, rect: Rect, camera: Camera, model: MapModel) -> None:
        for route in model.routes:
            if not route.closed:
                ends = [camera.at(longitude, latitude) for latitude, longitude in route.ends]
                start, end = ((x + rect.x, y + rect.y) for x, y in ends)
                route_line(canvas, start, end, route.mode)

    def _draw_journeys(
        self, canvas: Canvas, journeys: Sequence[JourneyMark], centre: Mapping[str, Point], side: SideName
    ) -> None:
        for journey in journeys:
            stops: list[Point] = []
            for place in journey.places:
                if not stops or stops[-1] != centre[place]:
                    stops.append(centre[place])
            pencil(canvas, stops, side, journey.words)

    def _draw_place(
        self, canvas: Canvas, cluster: Cluster, room: Room, selected: str | None,
        targets: Mapping[str, TargetRow] | None, choose: Choose,
    ) -> None:  # fmt: skip
        place = cluster.main
        half = place_sign(canvas, cluster.at, place.glyph)
        target = next((inner.id for inner in cluster.places if targets and inner.id in targets), None)
        size = max(2 * half, 24)
        box = Rect(0, 0, size, size)
        box.center = (round(cluster.at[0]), round(cluster.at[1]))
        room.take(box)
        if selected in cluster.ids or target:
            canvas.ring(cluster.at, half + canvas.px(9), "ink", canvas.px(6))
            canvas.ring(cluster.at, half + canvas.px(8), "select", canvas.px(4))
        tip = Tip(place.name, "\n".join(inner.name for inner in cluster.places[1:]))
        if target is not None and targets is not None:
            tip = Tip(targets[target].name, targets[target].note)
        enabled = targets is None or target is not None
        look = canvas.hot(f"place.{place.id}", box, place.name, partial(choose, "place", target or place.id), tip=tip, enabled=enabled)
        if look.focused or (look.hovered and enabled):
            canvas.ring(cluster.at, half + canvas.px(12), "ink", canvas.px(3))

    def _draw_people(
        self, canvas: Canvas, view: View, cluster: Cluster, tokens: Sequence[Token], room: Room, selected: str | None,
        targets: Mapping[str, TargetRow] | None, choose: Choose,
    ) -> None:  # fmt: skip
        if not tokens:
            return
        most = 3 if self._step < 2 else 5
        shown = _most_telling(tokens, selected, targets, most)
        rest = len(tokens) - len(shown)
        widths = [self._slot(canvas, token) for token in shown]
        high = max(token_size(canvas, token.shape) for token in shown) + canvas.line("small")
        more = canvas.text_width("number_small", f"+{rest}") + canvas.px(20) if rest else 0
        box = room.place(cluster.at, (sum(widths) + more, high + canvas.px(8)), canvas.px(26))
        canvas.stroke((cluster.at, (box.centerx, box.centery)), "ink", max(1.2, canvas.px(1.4)), 0.8)
        x = box.x
        for token, wide in zip(shown, widths, strict=True):
            self._draw_one(canvas, view, token, Rect(x, box.y, wide, box.h), selected, targets, choose)
            x += wide
        if rest:
            self._draw_count(canvas, cluster, Rect(x, box.y, more, canvas.px(42)), rest, choose)

    def _slot(self, painter: Painter, token: Token) -> int:
        wide = painter.text_width("number_small", token.name, size=16) + painter.px(8)
        return max(painter.px(60), token_size(painter, token.shape) + painter.px(10), min(wide, painter.px(112)))

    def _draw_one(
        self, canvas: Canvas, view: View, token: Token, slot: Rect, selected: str | None,
        targets: Mapping[str, TargetRow] | None, choose: Choose,
    ) -> None:  # fmt: skip
        size = token_size(canvas, token.shape)
        centre = (slot.centerx, slot.y + size // 2)
        lit = targets is not None and token.id in targets
        box = draw_token(canvas, self._faces, centre, token, selected=token.id == selected, lit=lit)
        ink = "center_dark" if token.shape in ("center", "stranger") else "circle_dark"
        line = canvas.text(
            "number_small", token.name, (slot.centerx, box.bottom + canvas.px(6)), ink, anchor="midtop", size=16,
            width=slot.w - canvas.px(4), halo="map.halo",
        )  # fmt: skip
        note = token.note or status_line(view, token.id, canvas.words)
        if token.note:
            canvas.text("small", token.note, (slot.centerx, line.bottom - canvas.px(5)), ink, anchor="midtop", size=14, italic=True, halo="map.halo")
        tip = Tip(token.name, note)
        if lit and targets is not None:
            tip = Tip(token.name, targets[token.id].note)
        enabled = targets is None or lit
        look = canvas.hot(f"token.{token.id}", box, token.name, partial(choose, "person", token.id), tip=tip, enabled=enabled)
        if look.focused or (look.hovered and enabled):
            canvas.frame(box.inflate(canvas.px(10), canvas.px(10)), "ink", max(2, canvas.px(3)))

    def _draw_count(self, canvas: Canvas, cluster: Cluster, box: Rect, count: int, choose: Choose) -> None:
        chip = Rect(0, 0, box.w - canvas.px(6), max(28, canvas.px(32)))
        chip.center = box.center
        name = canvas.words("{count} more at {place}", count=count, place=cluster.main.name)
        look = canvas.hot(f"more.{cluster.main.id}", chip, name, partial(choose, "place", cluster.main.id), tip=Tip(name))
        canvas.fill(chip, "field" if look.hovered else "strip")
        canvas.frame(chip, "ink", max(1, canvas.px(2 if look.focused else 1.4)))
        canvas.text("number_small", f"+{count}", chip.center, anchor="center")

    def _draw_name(self, canvas: Canvas, cluster: Cluster, room: Room, selected: str | None) -> None:
        place = cluster.main
        strong = place.glyph in ("headquarters", "seat") or selected in cluster.ids
        weight = 700 if strong else None
        wide, high = canvas.text_width("body", place.name, size=17, weight=weight), canvas.line("body", 17)
        at = room.beside(cluster.at, (wide, high), canvas.px(20 if strong else 13))
        if at is not None:
            canvas.text("body", place.name, at, size=17, weight=weight, halo="map.halo")

    def _draw_tags(self, canvas: Canvas, model: MapModel, centre: Mapping[str, Point], room: Room) -> None:
        for tag in model.tags:
            anchor = centre[tag.place]
            size = (canvas.px(190), canvas.px(30))
            spot = room.somewhere(anchor, size, canvas.px(24))
            if spot is not None:
                box = country_tag(canvas, anchor, spot, tag)
                words = canvas.words(
                    "Tolerance of the exile {tolerance} of 10. Police alert {alert} of 5.", tolerance=tag.tolerance, alert=tag.alert
                )
                canvas.hot(f"tag.{tag.id}", box, tag.name, tip=Tip(tag.name, words), focusable=False)

    def _draw_layers(self, canvas: Canvas, rect: Rect) -> None:
        """Which layers are shown, and the zoom, on a strip at the lower right."""
        _ = canvas.words
        names = (("routes", _("Routes"), "1"), ("tags", _("Asylum, police"), "2"), ("seen", _("Last seen"), "3"))
        height = max(36, canvas.px(40))
        widths = [canvas.text_width("choice", name) + canvas.px(24) for _id, name, _key in names]
        zoom = 3 * max(36, canvas.px(38))
        box = Rect(0, 0, sum(widths) + zoom + canvas.px(24), height)
        box.bottomright = (rect.right - canvas.px(14), rect.bottom - canvas.px(14))
        canvas.shield(box)
        canvas.panel("layers", box, lambda painter, room: sheet(painter, room, "card", "s1"), margin=canvas.px(16))
        x = box.x + canvas.px(6)
        for (id_, name, key), wide in zip(names, widths, strict=True):
            part = quiet_button(canvas, f"layer.{id_}", (x, box.y), name, partial(self._flip, id_), key=f"alt+{key}", tip=Tip(name))
            if getattr(self._layers, id_):
                canvas.fill(Rect(part.x + canvas.px(8), part.bottom - canvas.px(7), part.w - canvas.px(16), max(2, canvas.px(3))), "center")
            x += wide
        self._draw_zoom(canvas, Rect(x, box.y, zoom, height), rect)

    def _draw_zoom(self, canvas: Canvas, box: Rect, rect: Rect) -> None:
        _, third = canvas.words, box.w // 3
        middle = (rect.w / 2, rect.h / 2)
        for index, (id_, sign, step, name) in enumerate(
            (("zoom.out", "\u2212", -1, _("Zoom out")), ("zoom.in", "+", 1, _("Zoom in")))
        ):
            part = Rect(box.x + index * 2 * third, box.y, third, box.h)
            look = canvas.hot(id_, part, name, partial(self._zoom, step, middle), key="- _" if step < 0 else "+ =", tip=Tip(name))
            canvas.text("h3", sign, part.center, anchor="center")
            if look.hovered or look.focused:
                canvas.frame(part.inflate(-canvas.px(8), -canvas.px(8)), "ink", max(1, canvas.px(2)))
        figure = f"{scale_of(self._step, 1.0) / scale_of(0, 1.0):.1f}×".replace(".0", "")
        canvas.text("choice", figure, (box.centerx, box.centery), anchor="center")

    # -- the hand

    def keys(self, words: Words) -> Sequence[KeyBinding]:
        """Keys that move the map."""
        return (
            KeyBinding(key="a", name=words("Map: west"), action=partial(self._pushed, 1, 0)),
            KeyBinding(key="d", name=words("Map: east"), action=partial(self._pushed, -1, 0)),
            KeyBinding(key="w", name=words("Map: north"), action=partial(self._pushed, 0, 1)),
            KeyBinding(key="x", name=words("Map: south"), action=partial(self._pushed, 0, -1)),
            KeyBinding(key=".", name=words("Map: show everything"), action=self._go_home),
        )

    def _push(self, dx: int, dy: int) -> Outcome | None:
        return self._pushed(-dx, -dy)

    def _pushed(self, dx: int, dy: int) -> Outcome:
        if self._camera is not None:
            reach = _PAN * max(0.6, self._unit)
            self._camera = self._camera.moved(dx * reach, dy * reach)
        return Stay()

    def _dragged(self, drag: Drag) -> Outcome:
        if self._camera is not None:
            self._camera = self._camera.moved(*drag.moved)
        return Stay()

    def _wheel(self, rect: Rect, at: tuple[int, int], notches: int) -> Outcome:
        return self._zoom(1 if notches > 0 else -1, (at[0] - rect.x, at[1] - rect.y))

    def _zoom(self, step: int, around: Point) -> Outcome:
        if self._camera is None:
            return Stay()
        least = least_step(self._camera.size, self._unit)
        wanted = max(least, min(NEAREST, self._step + step))
        if wanted != self._step:
            self._step = wanted
            self._camera = self._camera.zoomed(scale_of(wanted, self._unit), around)
        return Stay()

    def _go_home(self) -> Outcome:
        if self._camera is not None and self._home:
            size = self._camera.size
            self._camera, self._step = look_at(self._home, self._safe, self._unit, round(50 * self._unit))
            self._camera = self._camera.resized(size)
        return Stay()

    def _flip(self, layer: str) -> Outcome:
        setattr(self._layers, layer, not getattr(self._layers, layer))
        return Stay()


def _most_telling(
    tokens: Sequence[Token], selected: str | None, targets: Mapping[str, TargetRow] | None, most: int
) -> list[Token]:
    """Those who are shown where there is not room for all: the Old Man, the selected, targets, then one's own."""

    def weight(token: Token) -> tuple[bool, bool, bool, bool]:
        lit = targets is not None and token.id in targets
        return (token.shape != "old_man", token.id != selected, not lit, bool(token.note))

    return sorted(tokens, key=weight)[:most]


