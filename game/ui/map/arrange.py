"""Decides what of the model is shown and where: glyphs, people in rows beside their places, names, country tags. It
measures with the painter and draws nothing."""

from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from math import hypot, inf
from typing import TypeVar

from pygame import Rect

from game.ui.map.captions import name_style, tag_size
from game.ui.map.city.labels import PlacedLabel, place_labels
from game.ui.map.glyphs import glyph_size
from game.ui.map.journey_tags import place_journey_tags
from game.ui.map.keeping import remember
from game.ui.map.legend import place_legend
from game.ui.map.model import Glyph, PlaceMark
from game.ui.map.placed import Arrangement, PlacedGlyph, PlacedName, PlacedRow, PlacedTag, Scene
from game.ui.map.room import NOWHERE, Room, ring_of_offsets, whole
from game.ui.map.rows import rows_of_people, rows_that_stay, stepping_out
from game.ui.map.search import place_search
from game.ui.painter import Painter

_RANK_AT_STEP = (5, 7, 99)
"""The last rank of places that is shown at each zoom step."""
_TAG_DISTANCES = (64.0, 90.0, 120.0, 155.0, 195.0, 240.0, 300.0, 370.0)
OWN_IS_NEARER = 1.5
"""A name stands so many times as near to its own sign as to any other."""
_FARTHEST_PRINTED = 9
"""On paper, which cannot be pushed along, the leaders of names may grow until they are so many times as long as usual."""
_FIRST_RANK, _EARLY_RANK = 1, 2
"""Names of places up to these ranks find room before people, and before country tags; those of places with people always do."""


Placed = TypeVar("Placed")


def arrange(painter: Painter, scene: Scene) -> Generator[None, None, Arrangement]:
    """Finds room for as much as there is room for, the most important first: a generator that does a little at every
    step and at last returns the arrangement. Places with people have their names, but where people would have to lie on
    something for that, people come first."""
    found = (yield from _arranged(painter, scene, names_of_peopled=True)) or (
        yield from _arranged(painter, scene, names_of_peopled=False)
    )
    assert found is not None, "without those names it never gives up"
    return found


def _arranged(painter: Painter, scene: Scene, *, names_of_peopled: bool) -> Generator[None, None, Arrangement | None]:
    """The arrangement, with the `names_of_peopled` places before the people or after them; nothing where people find no room
    beside those names."""
    margin = -painter.px(8)
    room = Room(scene.safe.inflate(margin, margin), scene.aside.inflate(margin, margin) if scene.aside else NOWHERE)
    glyphs = tuple(_glyphs(painter, scene))
    usual = [glyph.box for glyph in _glyphs(painter, scene, calm=True)]
    air = painter.px(16)  # about papers, for the brackets and rings round whoever stands beside one
    room.take(*(paper.inflate(air, air) for paper in scene.covered), *usual)
    names = _order_of_names(scene, glyphs)
    peopled = {token.place for token in scene.model.tokens}
    names += _behind(painter, scene, peopled, glyphs)
    first = [glyph for glyph in names if glyph.mark.rank <= _FIRST_RANK or (names_of_peopled and glyph.mark.id in peopled)]
    early = [glyph for glyph in names if glyph not in first and glyph.mark.rank <= _EARLY_RANK]
    late = [glyph for glyph in names if glyph not in first and glyph not in early]
    yield
    rows = rows_that_stay(painter, scene, room)
    yield
    placed: list[PlacedName] = []
    labels: list[PlacedLabel] = []
    tags: list[PlacedTag] = []
    yield from _gathered(_names(painter, scene, room, first, glyphs), placed)
    named = {glyph.mark.name.casefold() for glyph in glyphs}
    twins = [label for label in scene.labels if label.text.casefold() in named]
    yield from _gathered(place_labels(painter, twins, room, {name.mark.name.casefold() for name in placed}), labels)
    search = place_search(painter, scene, room)
    yield
    yield from _gathered(rows_of_people(painter, scene, room, {row.place for row in rows}), rows)
    if names_of_peopled and _lie_on_something(scene, rows, placed):
        return None
    remember(scene, rows)
    together, rows = rows, stepping_out(painter, scene, room, rows, where_he_stood=True)
    engraved = {label.label.text.casefold() for label in labels}
    yield from _gathered(_names(painter, scene, room, _unwritten(early, engraved), glyphs), placed)
    journey_tags = tuple(place_journey_tags(painter, scene, room))
    yield
    yield from _gathered(_tags(painter, scene, room) if "tags" in scene.layers else (), tags)
    if rows == together:
        rows = stepping_out(painter, scene, room, rows)
    remember(scene, [row for row in rows if row.alone])
    room.take(*(glyph.box for glyph in glyphs if glyph.box not in usual))
    yield from _gathered(_names(painter, scene, room, _unwritten(late, engraved), glyphs), placed)
    written = engraved | {name.mark.name.casefold() for name in placed}
    others = [label for label in scene.labels if label not in twins]
    yield from _gathered(place_labels(painter, others, room, written), labels)
    return Arrangement(
        glyphs=glyphs, names=tuple(placed), rows=tuple(rows), tags=tuple(tags), journey_tags=journey_tags, labels=tuple(labels),
        search=search, legend=place_legend(painter, scene, room),
    )  # fmt: skip


def _lie_on_something(scene: Scene, rows: Sequence[PlacedRow], names: Sequence[PlacedName]) -> bool:
    """Whether people lie on one another, on a paper or on a name, or leave the map."""
    boxes = [token.box for row in rows for token in row.tokens]
    over = [*scene.covered, *(name.box for name in names)]
    return any(
        box.collidelist(over) >= 0 or box.collidelist(boxes[:index]) >= 0 or not scene.seen.contains(box)
        for index, box in enumerate(boxes)
    )


def _gathered(found: Iterable[Placed | None], into: list[Placed]) -> Iterator[None]:
    """Puts all that finds room into a list, with a breath after each."""
    for each in found:
        if each is not None:
            into.append(each)
        yield


def _unwritten(glyphs: Iterable[PlacedGlyph], engraved: Collection[str]) -> list[PlacedGlyph]:
    """Those whose names are not engraved on the plate."""
    return [glyph for glyph in glyphs if glyph.mark.name.casefold() not in engraved]


def _is_usual(scene: Scene, mark: PlaceMark) -> bool:
    """Whether a place is shown whatever the player is concerned with: nobody moves for one that comes and goes."""
    last_rank = _RANK_AT_STEP[min(scene.step, len(_RANK_AT_STEP) - 1)]
    return mark.rank <= last_rank or any(token.place == mark.id for token in scene.model.tokens)


def _is_wanted(scene: Scene, mark: PlaceMark) -> bool:
    """Whether the player is concerned with this place just now."""
    model = scene.model
    if mark.id == model.selected or any(light.id == mark.id for light in model.highlights):
        return True
    return any(mark.id in (journey.places[0], journey.places[-1]) for journey in model.journeys)


def _glyphs(painter: Painter, scene: Scene, *, calm: bool = False) -> Iterator[PlacedGlyph]:
    """Signs of the places that matter at this zoom step; where two would lie on one another, the lesser is left out. `calm`:
    those that are shown while the player is concerned with nothing."""
    seats = {token.place for token in scene.model.tokens if token.shape == "old_man"}
    shown: list[Rect] = []
    near = scene.seen.inflate(painter.px(40), painter.px(40))
    concern = set() if calm else {mark.id for mark in scene.model.places if _is_wanted(scene, mark)}
    for mark in sorted(scene.model.places, key=lambda mark: (mark.id not in concern, mark.rank)):
        wanted = mark.id in concern
        if not wanted and not _is_usual(scene, mark):
            continue
        glyph: Glyph = "city" if mark.id in seats and mark.glyph in ("seat", "house") else mark.glyph
        size = glyph_size(painter, glyph)
        box = Rect(0, 0, size, size)
        box.center = whole(scene.points[mark.id])
        core = box.inflate(-size // 4, -size // 4)
        if not near.collidepoint(box.center) or (core.collidelist(shown) >= 0 and not wanted):
            continue
        shown.append(core)
        yield PlacedGlyph(mark=mark, glyph=glyph, box=box)


def _behind(painter: Painter, scene: Scene, peopled: Collection[str], glyphs: Sequence[PlacedGlyph]) -> list[PlacedGlyph]:
    """Places with people whose signs were left out, since a greater one lies there: their names are written all the same."""
    if "names" not in scene.layers:
        return []
    shown, found = {glyph.mark.id for glyph in glyphs}, []
    for mark in sorted(scene.model.places, key=lambda mark: mark.rank):
        box = Rect(0, 0, glyph_size(painter, mark.glyph), glyph_size(painter, mark.glyph))
        box.center = whole(scene.points[mark.id])
        if mark.id in peopled and mark.id not in shown and scene.seen.collidepoint(box.center):
            found.append(PlacedGlyph(mark=mark, glyph=mark.glyph, box=box))
    return found


# Names and tags


def _order_of_names(scene: Scene, glyphs: Sequence[PlacedGlyph]) -> list[PlacedGlyph]:
    if "names" not in scene.layers:
        return [glyph for glyph in glyphs if _is_wanted(scene, glyph.mark)]
    return sorted(glyphs, key=lambda glyph: (not _is_wanted(scene, glyph.mark), glyph.mark.rank))


def _names(
    painter: Painter, scene: Scene, room: Room, glyphs: Iterable[PlacedGlyph], signs: Sequence[PlacedGlyph]
) -> Iterator[PlacedName]:
    """Names right, left, above or below their sign, or on a leader; what finds no room is left out, and what would be taken for
    the name of another of the signs."""
    peopled = {token.place for token in scene.model.tokens}
    for glyph in glyphs:
        style = name_style(glyph.mark, selected=glyph.mark.id == scene.model.selected)
        wide = painter.text_width(style.role, glyph.mark.name, size=style.size, weight=style.weight)
        high = round(painter.line(style.role, style.size) * 0.86)
        wanted, spots = _is_wanted(scene, glyph.mark), list(_name_spots(painter, glyph, wide, high))
        clear = [spot for spot in spots if wanted or not _is_mistaken(spot, glyph, signs)]
        if glyph.mark.id in peopled or scene.model.printed:  # never left out: a leader tells whose it is, where nearness cannot
            far_away = [
                spot
                for far in range(1, _FARTHEST_PRINTED if scene.model.printed else 4)
                for spot in _leaders(painter, glyph, wide, high, far)
            ]
            clear += sorted(far_away, key=lambda spot: _is_at_another(painter, spot, glyph, signs))
        found = room.at(glyph.box.center).first(clear, lambda name: (name.box,))
        if found is not None:
            room.write(found.box)
            yield found


def _is_mistaken(name: PlacedName, glyph: PlacedGlyph, signs: Sequence[PlacedGlyph]) -> bool:
    """Whether a name stands about as near to another sign as to its own, unless the two lie on one another: those are one town,
    and it has both names."""
    own = _gap(name.box, glyph.box.center)
    others = [sign for sign in signs if sign.mark.id != glyph.mark.id and not glyph.box.collidepoint(sign.box.center)]
    return any(_gap(name.box, sign.box.center) < OWN_IS_NEARER * own for sign in others)


def _is_at_another(painter: Painter, name: PlacedName, glyph: PlacedGlyph, signs: Sequence[PlacedGlyph]) -> bool:
    """Whether a name at the end of a leader stands right beside another sign, whose it would seem."""
    near = painter.px(10) + glyph.box.w // 2
    return any(_gap(name.box, sign.box.center) < near for sign in signs if sign.mark.id != glyph.mark.id)


def _gap(box: Rect, point: tuple[int, int]) -> float:
    """How far a point is from the nearest of a box."""
    x, y = point
    return hypot(max(box.left - x, 0, x - box.right), max(box.top - y, 0, y - box.bottom))


def _name_spots(painter: Painter, glyph: PlacedGlyph, wide: int, high: int) -> Iterator[PlacedName]:
    mark, (x, y), reach = glyph.mark, glyph.box.center, glyph.box.w // 2 + painter.px(5)
    box = Rect(0, 0, wide, high)
    yield PlacedName(mark=mark, box=box.move_to(midleft=(x + reach, y)))
    yield PlacedName(mark=mark, box=box.move_to(midright=(x - reach, y)))
    yield PlacedName(mark=mark, box=box.move_to(midbottom=(x, y - reach + painter.px(3))))
    yield PlacedName(mark=mark, box=box.move_to(midtop=(x, y + reach - painter.px(3))))
    yield from _leaders(painter, glyph, wide, high)


def _leaders(painter: Painter, glyph: PlacedGlyph, wide: int, high: int, far: int = 1) -> Iterator[PlacedName]:
    """Names at the end of a leader, so many times as long as usual."""
    mark, (x, y), reach = glyph.mark, glyph.box.center, glyph.box.w // 2 + painter.px(5)
    box, aside, off = Rect(0, 0, wide, high), reach + far * painter.px(16), reach + (2 * far - 1) * painter.px(12)
    for side in (1, -1):
        for up in (-1, 1):
            corner = (x + side * aside, y + up * off)
            placed = box.move_to(midleft=corner) if side > 0 else box.move_to(midright=corner)
            yield PlacedName(mark=mark, box=placed, leader=(corner[0] - side * painter.px(3), corner[1]))


def _tags(painter: Painter, scene: Scene, room: Room) -> Iterator[PlacedTag]:
    """Tags off the coast, each near its country."""
    for tag in scene.model.tags:
        wide, high = tag_size(painter, tag)
        anchor = scene.anchors[tag.id]
        part = room.at(anchor)
        if not part.bounds.collidepoint(anchor):
            continue
        found, cheapest = None, inf
        for dx, dy, distance in ring_of_offsets([painter.px(reach) for reach in _TAG_DISTANCES]):
            if distance >= cheapest:
                break
            box = Rect(0, 0, wide, high)
            box.center = whole((anchor[0] + dx * 1.35, anchor[1] + dy * 0.8))
            if part.is_free((box.inflate(8, 6),)):
                corners = (box.topleft, box.topright, box.bottomleft, box.bottomright)
                cost = distance + sum(not scene.is_water(corner) for corner in corners) * painter.px(32)
                if cost < cheapest:
                    found, cheapest = box, cost
        if found is not None:
            room.take(found.inflate(8, 6))
            yield PlacedTag(tag=tag, box=found, anchor=anchor)
