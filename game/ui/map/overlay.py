"""Draws an arrangement over the plate and says what of it can be touched. Drawn once for a model and a camera."""

from collections.abc import Generator
from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin
from typing import Literal

from pygame import Rect, Surface

from game.ui.map.arrange import arrange
from game.ui.map.captions import TAG_NAME, draw_caption, name_style, tag_foot, tag_head, write
from game.ui.map.city.labels import draw_label
from game.ui.map.glyphs import draw_glyph
from game.ui.map.legend import draw_legend
from game.ui.map.lines import draw_journey, draw_leader, draw_route, pencil
from game.ui.map.model import Highlight
from game.ui.map.placed import Arrangement, PlacedJourneyTag, PlacedName, PlacedTag, Scene
from game.ui.map.search import draw_search
from game.ui.map.tokens import Face, draw_token
from game.ui.painter import Painter, Point
from game.ui.papers import sheet
from game.ui.studio import Panel, Studio

Kind = Literal["place", "token", "crowd", "country"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HitRegion:
    """Something on the map that can be pointed at: its kind, its id, what it is called. A crowd has the id of its place
    and everybody's names; there may be one of each side at a place."""

    kind: Kind
    id: str
    name: str
    rect: Rect

    def moved(self, offset: tuple[int, int]) -> "HitRegion":
        """The same thing elsewhere on the screen."""
        return HitRegion(kind=self.kind, id=self.id, name=self.name, rect=self.rect.move(offset))


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """What lies over the plate for one camera, and what of it can be touched, in the order of reading."""

    panel: Panel
    regions: tuple[HitRegion, ...]


OverlayPainting = Generator[None, None, Overlay]


def paint_overlay(studio: Studio, surface: Surface, scene: Scene, face: Face | None) -> OverlayPainting:
    """Arranges and draws a scene on a Surface with alpha, which is cleared: a generator that does a little at every step
    and at last returns the overlay."""
    ink = studio.theme.colour("map.rail")
    surface.fill((ink.r, ink.g, ink.b, 0))
    painter = Painter(surface, studio)
    yield
    found = yield from arrange(painter, scene)
    if "routes" in scene.layers:
        for route in scene.model.routes:
            way = scene.route_points.get(route.id, ())
            for start, end in pairwise(way):
                if _may_be_seen(painter.rect, start, end):
                    draw_route(painter, start, end, route.mode, closed=route.closed, straight=len(way) > 2)
                    yield
    for label in found.labels:
        draw_label(painter, label)
        yield
    if scene.model.legend is not None and found.legend is not None:
        draw_legend(painter, scene.model.legend, found.legend)
        yield
    if found.search is not None:
        draw_search(painter, scene, found.search)
        yield
    _draw_leaders(painter, found)
    for glyph in found.glyphs:
        draw_glyph(painter, glyph.glyph, glyph.box)
    yield
    if "reach" in scene.layers:
        _draw_reach(painter, scene, found)
        yield
    for journey, way in zip(scene.model.journeys, scene.ways, strict=True):
        draw_journey(painter, way, journey.side, broken=journey.broken)
        yield
    tokens = [placed for row in found.rows for placed in row.tokens]
    for placed in tokens:
        draw_token(painter, placed.token, placed.box, face, len(placed.crowd))
        yield
    _draw_highlights(painter, scene, found)
    yield
    for name in found.names:
        _draw_name(painter, scene, name)
        yield
    for placed in tokens:
        if placed.caption is not None:
            draw_caption(painter, placed.caption)
            yield
    for tag in found.tags:
        _draw_tag(painter, tag)
        yield
    for journey_tag in found.journey_tags:
        _draw_journey_tag(painter, journey_tag)
    return Overlay(panel=Panel(surface, tuple(painter.texts)), regions=tuple(_regions(painter, found)))


def _may_be_seen(window: Rect, start: Point, end: Point) -> bool:
    wide, high = abs(end[0] - start[0]), abs(end[1] - start[1])
    around = Rect(min(start[0], end[0]), min(start[1], end[1]), wide + 1, high + 1)
    bow = round((wide + high) / 4) + 20
    return around.inflate(bow, bow).colliderect(window)


def _draw_leaders(painter: Painter, found: Arrangement) -> None:
    for row in found.rows:
        first = row.tokens[0].token
        colour = "center" if first.shape in ("center", "stranger") else "circle"
        broken = all(placed.token.last_seen for placed in row.tokens)
        draw_leader(painter, row.origin, row.tokens[0].box.center, colour, broken=broken)
        for one, next_ in pairwise(row.tokens):
            draw_leader(painter, one.box.center, next_.box.center, colour, broken=broken)
    for journey_tag in found.journey_tags:
        if not journey_tag.box.collidepoint(journey_tag.anchor):
            draw_leader(painter, journey_tag.anchor, _nearest(journey_tag.box, journey_tag.anchor), journey_tag.journey.side)
    for tag in found.tags:
        draw_leader(painter, tag.anchor, _nearest(tag.box, tag.anchor), "ink")
        painter.disc(tag.anchor, max(2.5, painter.theme.unit * 3), "ink")


def _nearest(box: Rect, point: Point) -> Point:
    """The point of a box that lies nearest to another."""
    return (min(max(point[0], box.left), box.right), min(max(point[1], box.top), box.bottom))


def _draw_reach(painter: Painter, scene: Scene, found: Arrangement) -> None:
    """How many turns it is to every place: a figure under its sign, white on ink where one is enough."""
    size = max(17, painter.px(19))
    for glyph in found.glyphs:
        turns = scene.model.reach.get(glyph.mark.id, 0)
        if turns:
            middle = (glyph.box.centerx, glyph.box.bottom + size // 2 - painter.px(1))
            painter.disc(middle, size / 2, "ink")
            if turns > 1:
                painter.disc(middle, size / 2 - max(1.2, size * 0.08), "field")
            figure = "field" if turns == 1 else "ink"
            painter.text("number_small", str(turns), middle, figure, anchor="center", size=13)


def _draw_name(painter: Painter, scene: Scene, name: PlacedName) -> None:
    style = name_style(name.mark, selected=name.mark.id == scene.model.selected)
    if name.leader is not None:
        draw_leader(painter, scene.points[name.mark.id], name.leader, "ink")
    write(painter, name.mark.name, style, name.box.midleft)


def _draw_tag(painter: Painter, placed: PlacedTag) -> None:
    """A slip with the country's name, and beneath it a door and the tolerance, and five triangles for the alert of the police."""
    sheet(painter, placed.box, "strip", "s1")
    painter.frame(placed.box, "line", 1)
    left, room = placed.box.x + painter.px(9), placed.box.w - painter.px(14)
    middle_of_name = placed.box.y + painter.px(2) + tag_head(painter) // 2
    painter.text("label", placed.tag.name, (left, middle_of_name), anchor="midleft", size=TAG_NAME, width=room)
    box = Rect(placed.box.x, placed.box.bottom - tag_foot(painter), placed.box.w, tag_foot(painter) - painter.px(2))
    unit = painter.theme.unit
    door = Rect(0, 0, max(9, painter.px(12)), max(12, painter.px(16)))
    door.midleft = (box.x + painter.px(9), box.centery)
    painter.frame(door, "ink", max(1, painter.px(1.6)))
    leaf = door.x + door.w * 0.62
    painter.polygon((door.topleft, (leaf, door.y + door.h * 0.16), (leaf, door.bottom), door.bottomleft), "ink")
    beside = (door.right + painter.px(6), box.centery)
    figure = painter.text("number_small", str(placed.tag.tolerance), beside, anchor="midleft", size=17)
    x = figure.right + painter.px(8)
    painter.fill(Rect(x, box.y + painter.px(4), 1, box.h - 2 * painter.px(4)), "hairline")
    half = 5.4 * unit
    for index in range(5):
        middle = (x + painter.px(12) + index * 14 * unit, box.centery)
        _triangle(painter, middle, half, "ink")
        if index >= placed.tag.alert:
            _triangle(painter, (middle[0], middle[1] + 0.7 * unit), half * 0.52, "strip")


def _triangle(painter: Painter, middle: Point, half: float, colour: str) -> None:
    x, y = middle
    painter.polygon(((x, y - half), (x + half, y + half * 0.9), (x - half, y + half * 0.9)), colour)


def _draw_journey_tag(painter: Painter, tag: PlacedJourneyTag) -> None:
    painter.fill(tag.box, "strip")
    painter.frame(tag.box, tag.journey.side, max(2, painter.measure("rule")))
    painter.text("small", tag.journey.words, tag.box.center, anchor="center")


# What is lit


def _draw_highlights(painter: Painter, scene: Scene, found: Arrangement) -> None:
    boxes = {glyph.mark.id: glyph.box for glyph in found.glyphs}
    boxes |= {placed.token.id: placed.box for row in found.rows for placed in row.tokens}
    for light in sorted(scene.model.highlights, key=lambda light: light.mark != "lawful"):
        box = boxes.get(light.id)
        if box is not None:
            _draw_highlight(painter, scene, light, box)


def _draw_highlight(painter: Painter, scene: Scene, light: Highlight, box: Rect) -> None:
    """Corner brackets round a lawful target; the one aimed at also gets a ring in pencil, as does one told of."""
    if light.mark != "told":
        out = painter.px(10 if light.mark == "aimed" else 5)
        _brackets(painter, box.inflate(2 * out, 2 * out), bold=light.mark == "aimed")
    if light.mark != "lawful":
        wide, high = box.w / 2 + painter.px(30), box.h / 2 + painter.px(22)
        turns = [-0.3 + 2.06 * pi * index / 60 for index in range(61)]
        drift = [1 + 0.05 * index / 60 for index in range(61)]
        ring = [
            (box.centerx + cos(turn) * wide * grow, box.centery + sin(turn) * high * grow)
            for turn, grow in zip(turns, drift, strict=True)
        ]
        pencil(painter, (ring,), scene.model.side, painter.px(4))


def _brackets(painter: Painter, box: Rect, *, bold: bool) -> None:
    reach, wide = max(5, box.w // 4), max(2, painter.px(3.6 if bold else 2.2))
    for colour, width in (("map.halo", wide + 2), ("ink", wide)):
        for x, y, right, down in (
            (box.left, box.top, 1, 1), (box.right, box.top, -1, 1),
            (box.left, box.bottom, 1, -1), (box.right, box.bottom, -1, -1),
        ):  # fmt: skip
            painter.stroke(((x + right * reach, y), (x, y), (x, y + down * reach)), colour, width)


# What can be touched


def _regions(painter: Painter, found: Arrangement) -> list[HitRegion]:
    least = painter.px(26)
    regions: list[HitRegion] = []
    for glyph in found.glyphs:
        grown = glyph.box.inflate(max(0, least - glyph.box.w), max(0, least - glyph.box.h))
        regions.append(HitRegion(kind="place", id=glyph.mark.id, name=glyph.mark.name, rect=grown))
    regions += [HitRegion(kind="country", id=tag.tag.id, name=tag.tag.name, rect=tag.box) for tag in found.tags]
    for row in found.rows:
        for placed in row.tokens:
            names = ", ".join(token.name for token in placed.crowd)
            if len(placed.crowd) == 1:
                regions.append(HitRegion(kind="token", id=placed.token.id, name=names, rect=placed.box))
            else:
                regions.append(HitRegion(kind="crowd", id=placed.token.place, name=names, rect=placed.box))
    return regions
