"""Decides what of the model is shown and where: glyphs, people in rows beside their places, names, country tags. It
measures with the painter and draws nothing."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import groupby
from math import inf

from pygame import Rect

from game.ui.map.captions import Side, Written, caption_at, caption_box, name_style, tag_size, written_beside
from game.ui.map.city.labels import PlacedLabel, place_labels
from game.ui.map.glyphs import glyph_size
from game.ui.map.model import Glyph, PlaceMark, Token
from game.ui.map.placed import Arrangement, PlacedGlyph, PlacedName, PlacedRow, PlacedTag, PlacedToken, Scene
from game.ui.map.room import Room, ring_of_offsets
from game.ui.map.search import place_search
from game.ui.map.tokens import token_size
from game.ui.painter import Painter, Point

_RANK_AT_STEP = (5, 7, 99)
"""The last rank of places that is shown at each zoom step."""
_CROWD = 4
"""So many people at one place are shown as a count, until closer in."""
_WIDEST_ROW = 0.42
"""The share of the map's width that a row with names may take; two lines of people count half."""
_LONGEST_ROW = 3
"""More people than these stand in two rows."""
_ROW_DISTANCES = (58.0, 74.0, 94.0, 120.0, 152.0, 190.0)
_TAG_DISTANCES = (64.0, 90.0, 120.0, 155.0, 195.0, 240.0)
_FIRST_RANK, _EARLY_RANK = 1, 2
"""Names of places up to these ranks find room before people, and before country tags."""


def arrange(painter: Painter, scene: Scene) -> Generator[None, None, Arrangement]:
    """Finds room for as much as there is room for, the most important first: a generator that does a little at every
    step and at last returns the arrangement."""
    room = Room(scene.safe.inflate(-painter.px(8), -painter.px(8)))
    glyphs = tuple(_glyphs(painter, scene))
    room.take(*scene.covered, *(glyph.box for glyph in glyphs))
    names = _order_of_names(scene, glyphs)
    first = [glyph for glyph in names if glyph.mark.rank <= _FIRST_RANK or _is_wanted(scene, glyph.mark)]
    early = [glyph for glyph in names if glyph.mark.rank <= _EARLY_RANK and glyph not in first]
    late = [glyph for glyph in names if glyph not in first and glyph not in early]
    yield
    placed: list[PlacedName] = []
    labels: list[PlacedLabel] = []
    rows: list[PlacedRow] = []
    tags: list[PlacedTag] = []
    for name in _names(painter, scene, room, first):
        placed.append(name)
        yield
    named = {glyph.mark.name.casefold() for glyph in glyphs}
    wanted = {name.mark.name.casefold() for name in placed}
    twins = [label for label in scene.labels if label.text.casefold() in named]
    labels += [label for label in place_labels(painter, twins, room, wanted) if label is not None]
    yield
    search = place_search(painter, scene, room)
    yield
    for row in _rows(painter, scene, room):
        if row is not None:
            rows.append(row)
        yield
    engraved = {label.label.text.casefold() for label in labels}
    early, late = ([glyph for glyph in some if glyph.mark.name.casefold() not in engraved] for some in (early, late))
    for name in _names(painter, scene, room, early):
        placed.append(name)
        yield
    journey_tags = tuple(_journey_tags(painter, scene, room))
    yield
    for tag in _tags(painter, scene, room) if "tags" in scene.layers else ():
        tags.append(tag)
        yield
    for name in _names(painter, scene, room, late):
        placed.append(name)
        yield
    written = engraved | {name.mark.name.casefold() for name in placed}
    for label in place_labels(painter, [label for label in scene.labels if label not in twins], room, written):
        if label is not None:
            labels.append(label)
        yield
    return Arrangement(
        glyphs=glyphs, names=tuple(placed), rows=tuple(rows), tags=tuple(tags), journey_tags=journey_tags, labels=tuple(labels),
        search=search,
    )  # fmt: skip


def _is_wanted(scene: Scene, mark: PlaceMark) -> bool:
    """Whether the player is concerned with this place just now."""
    model = scene.model
    if mark.id == model.selected or any(light.id == mark.id for light in model.highlights):
        return True
    return any(mark.id in (journey.places[0], journey.places[-1]) for journey in model.journeys)


def _glyphs(painter: Painter, scene: Scene) -> Iterator[PlacedGlyph]:
    """Signs of the places that matter at this zoom step; where two would lie on one another, the lesser is left out."""
    last_rank = _RANK_AT_STEP[min(scene.step, len(_RANK_AT_STEP) - 1)]
    people = {token.place for token in scene.model.tokens}
    seats = {token.place for token in scene.model.tokens if token.shape == "old_man"}
    shown: list[Rect] = []
    near = scene.safe.inflate(painter.px(40), painter.px(40))
    for mark in sorted(scene.model.places, key=lambda mark: (not _is_wanted(scene, mark), mark.rank)):
        wanted = _is_wanted(scene, mark)
        if mark.rank > last_rank and not wanted and mark.id not in people:
            continue
        glyph: Glyph = "city" if mark.id in seats and mark.glyph in ("seat", "house") else mark.glyph
        size = glyph_size(painter, glyph)
        box = Rect(0, 0, size, size)
        box.center = _whole(scene.points[mark.id])
        core = box.inflate(-size // 4, -size // 4)
        if not near.collidepoint(box.center) or (core.collidelist(shown) >= 0 and not wanted):
            continue
        shown.append(core)
        yield PlacedGlyph(mark=mark, glyph=glyph, box=box)


# People


def _rows(painter: Painter, scene: Scene, room: Room) -> Iterator[PlacedRow | None]:
    """The rows, with nothing in between for a breath."""
    here = [token for token in scene.model.tokens if "last_seen" in scene.layers or not token.last_seen]
    here = [token for token in here if room.bounds.collidepoint(scene.points[token.place])]
    by_place = [(place, tuple(group)) for place, group in groupby(sorted(here, key=_place), _place)]
    for place, tokens in sorted(by_place, key=lambda item: min(_importance(token) for token in item[1])):
        yield from _row(painter, scene, room, scene.points[place], sorted(tokens, key=_importance))


def _place(token: Token) -> str:
    return token.place


def _importance(token: Token) -> tuple[bool, bool, bool, str]:
    return (not token.selected, token.shape != "old_man", token.last_seen or token.lost, token.id)


def _row(painter: Painter, scene: Scene, room: Room, origin: Point, tokens: Sequence[Token]) -> Iterator[PlacedRow | None]:
    """The people of one place, on the cheapest free spot: near, and over water rather than land. The most important
    one is next to the place. Where there is no room for names, closer together without them; then as counts; where there is
    none at all, over others."""
    for crowds in _ways_to_show(scene, tokens):
        named = [written_beside(painter, crowd[0]) if len(crowd) == 1 else None for crowd in crowds]
        nameless: list[Written | None] = [None] * len(crowds)
        wide = max((words.size[0] for words in named if words is not None), default=0) * len(crowds)
        for written in (named, nameless) if wide <= 2 * _WIDEST_ROW * scene.safe.w else (nameless,):
            placed = yield from _placed_row(painter, scene, room, origin, crowds, written)
            if placed is not None:
                room.take(*_boxes_of(placed.tokens))
                yield placed
                return
    crowds = _counted(tokens) if len(tokens) >= _CROWD else [(token,) for token in tokens]
    unnamed: list[Written | None] = [None] * len(crowds)
    spots = list(_row_spots(painter, origin, [crowd[0] for crowd in crowds], unnamed))
    boxes = min(spots, key=lambda spot: spot[0] + _cost(painter, scene, spot[1]))[1]
    row = tuple(PlacedToken(crowd=crowd, box=box, caption=None) for crowd, box in zip(crowds, boxes, strict=True))
    room.take(*_boxes_of(row))
    yield PlacedRow(origin=origin, tokens=row)


def _placed_row(
    painter: Painter, scene: Scene, room: Room, origin: Point, crowds: Sequence[tuple[Token, ...]],
    written: Sequence[Written | None],
) -> Generator[None, None, PlacedRow | None]:  # fmt: skip
    """The cheapest free spot for a row, or nothing; takes a breath now and then."""
    spots: list[tuple[float, list[Rect]]] = []
    for spot in _row_spots(painter, origin, [crowd[0] for crowd in crowds], written):
        spots.append(spot)
        if len(spots) % 16 == 0:
            yield
    sides: tuple[Side, ...] = ("right", "left", "below") if len(crowds) == 1 else ("below",)
    found: tuple[list[Rect], Side] | None = None
    cheapest = inf
    for index, (distance, boxes) in enumerate(spots):
        if distance >= cheapest:
            break
        for dearer, side in enumerate(sides):
            if _is_free(painter, room, written, boxes, side):
                cost = distance + _cost(painter, scene, boxes) + dearer * painter.px(3)
                if cost < cheapest:
                    found, cheapest = (boxes, side), cost
        if index % 8 == 7:
            yield
    if found is None:
        return None
    boxes, side = found
    row = tuple(
        PlacedToken(crowd=crowd, box=box, caption=caption_at(painter, lines, box, side) if lines else None)
        for crowd, lines, box in zip(crowds, written, boxes, strict=True)
    )
    return PlacedRow(origin=origin, tokens=row)


def _ways_to_show(scene: Scene, tokens: Sequence[Token]) -> Iterator[list[tuple[Token, ...]]]:
    """Who stands for whom: one token alone, or the first of several for them all. Closer in everybody stands alone, if
    there is room."""
    if len(tokens) < _CROWD or scene.step > 0:
        yield [(token,) for token in tokens]
    if len(tokens) >= _CROWD:
        yield _counted(tokens)


def _counted(tokens: Sequence[Token]) -> list[tuple[Token, ...]]:
    """Crowds as counts, which never mix the sides; whoever matters stands alone."""
    alone = [token for token in tokens if token.selected or token.shape == "old_man"]
    crowds = [
        tuple(token for token in tokens if token not in alone and (token.shape == "circle") == round_ones)
        for round_ones in (False, True)
    ]
    return [*((token,) for token in alone), *(crowd for crowd in crowds if crowd)]


def _row_spots(
    painter: Painter, origin: Point, first: Sequence[Token], written: Sequence[Written | None]
) -> Iterator[tuple[float, list[Rect]]]:
    """Every way to lay the people beside their place, the nearest first: how far off, and a box for each."""
    sizes = [token_size(painter, token) for token in first]
    captions = [words.size for words in written if words is not None]
    lines = 1 if len(first) <= _LONGEST_ROW else 2
    columns = -(-len(first) // lines)
    widest = max((wide for wide, _ in captions), default=0) if len(first) > 1 else 0
    apart = max(painter.px(60), max(sizes) + painter.px(8), widest + painter.px(8))
    below = max(sizes) + max((high for _, high in captions), default=0) + painter.px(18)
    half = apart * (columns - 1) / 2
    for dx, dy, distance in ring_of_offsets([painter.px(reach) for reach in _ROW_DISTANCES]):
        along, down = (1 if dx >= 0 else -1), (1 if dy >= 0 else -1)
        middle, first_line = origin[0] + dx * (1 + half / distance), origin[1] + dy
        boxes: list[Rect] = []
        for index, size in enumerate(sizes):
            box = Rect(0, 0, size, size)
            x = middle - along * (half - index % columns * apart)
            box.center = _whole((x, first_line + down * (index // columns) * below))
            boxes.append(box)
        yield distance, boxes


def _is_free(painter: Painter, room: Room, written: Sequence[Written | None], boxes: Sequence[Rect], side: Side) -> bool:
    """Whether everybody and his caption find room at once."""
    for words, box in zip(written, boxes, strict=True):
        if not room.is_free((_around(box),)) or (words and not room.is_free((caption_box(painter, words, box, side),))):
            return False
    return True


def _cost(painter: Painter, scene: Scene, boxes: Sequence[Rect]) -> float:
    """What it costs to hide land or a journey."""
    corners = (point for box in boxes for point in (box.topleft, box.bottomright, box.center))
    hidden = sum(not scene.is_water(point) for point in corners)
    crossed = sum(box.collidepoint(point) for box in boxes for way in scene.ways for point in way)
    return hidden / len(boxes) * painter.px(24) + crossed * painter.px(16)


def _boxes_of(row: Sequence[PlacedToken]) -> list[Rect]:
    boxes = [_around(token.box) for token in row]
    return boxes + [token.caption.box for token in row if token.caption is not None]


def _around(box: Rect) -> Rect:
    """The room of a token, with a little air."""
    return box.inflate(8, 8)


# Names and tags


def _order_of_names(scene: Scene, glyphs: Sequence[PlacedGlyph]) -> list[PlacedGlyph]:
    if "names" not in scene.layers:
        return [glyph for glyph in glyphs if _is_wanted(scene, glyph.mark)]
    return sorted(glyphs, key=lambda glyph: (not _is_wanted(scene, glyph.mark), glyph.mark.rank))


def _names(painter: Painter, scene: Scene, room: Room, glyphs: Iterable[PlacedGlyph]) -> Iterator[PlacedName]:
    """Names right, left, above or below their sign, or on a leader; what finds no room is left out."""
    spoken_for = {token.place for token in scene.model.tokens if token.shape == "old_man"}
    for glyph in glyphs:
        if glyph.mark.id in spoken_for:
            continue
        style = name_style(glyph.mark, selected=glyph.mark.id == scene.model.selected)
        wide = painter.text_width(style.role, glyph.mark.name, size=style.size, weight=style.weight)
        high = round(painter.line(style.role, style.size) * 0.86)
        found = room.first(_name_spots(painter, glyph, wide, high), lambda name: (name.box,))
        if found is not None:
            room.take(found.box)
            yield found


def _name_spots(painter: Painter, glyph: PlacedGlyph, wide: int, high: int) -> Iterator[PlacedName]:
    mark, (x, y), reach = glyph.mark, glyph.box.center, glyph.box.w // 2 + painter.px(5)
    box = Rect(0, 0, wide, high)
    yield PlacedName(mark=mark, box=box.move_to(midleft=(x + reach, y)))
    yield PlacedName(mark=mark, box=box.move_to(midright=(x - reach, y)))
    yield PlacedName(mark=mark, box=box.move_to(midbottom=(x, y - reach + painter.px(3))))
    yield PlacedName(mark=mark, box=box.move_to(midtop=(x, y + reach - painter.px(3))))
    aside, off = reach + painter.px(16), reach + painter.px(12)
    for side in (1, -1):
        for up in (-1, 1):
            corner = (x + side * aside, y + up * off)
            placed = box.move_to(midleft=corner) if side > 0 else box.move_to(midright=corner)
            yield PlacedName(mark=mark, box=placed, leader=(corner[0] - side * painter.px(3), corner[1]))


def _tags(painter: Painter, scene: Scene, room: Room) -> Iterator[PlacedTag]:
    """Tags off the coast, each near its country."""
    wide, high = tag_size(painter)
    for tag in scene.model.tags:
        anchor = scene.anchors[tag.id]
        if not room.bounds.collidepoint(anchor):
            continue
        found, cheapest = None, inf
        for dx, dy, distance in ring_of_offsets([painter.px(reach) for reach in _TAG_DISTANCES]):
            if distance >= cheapest:
                break
            box = Rect(0, 0, wide, high)
            box.center = _whole((anchor[0] + dx * 1.35, anchor[1] + dy * 0.8))
            if room.is_free((box.inflate(8, 6),)):
                corners = (box.topleft, box.topright, box.bottomleft, box.bottomright)
                cost = distance + sum(not scene.is_water(corner) for corner in corners) * painter.px(32)
                if cost < cheapest:
                    found, cheapest = box, cost
        if found is not None:
            room.take(found.inflate(8, 6))
            yield PlacedTag(tag=tag, box=found, anchor=anchor)


def _journey_tags(painter: Painter, scene: Scene, room: Room) -> Iterator[tuple[str, Rect]]:
    """What a journey's tag says, on its line where there is room."""
    for journey, way in zip(scene.model.journeys, scene.ways, strict=True):
        if not journey.words or len(way) < 2:
            continue
        wide = painter.text_width("small", journey.words) + painter.px(28)
        box = Rect(0, 0, wide, painter.line("small") + painter.px(6))
        spots = [box.move_to(center=_whole(way[round(share * (len(way) - 1))])) for share in (0.5, 0.4, 0.6, 0.3, 0.7)]
        found = room.first(spots, lambda spot: (spot,))
        if found is None and room.bounds.contains(spots[0]):
            found = spots[0]
        if found is not None:
            room.take(found)
            yield journey.words, found


def _whole(point: Point) -> tuple[int, int]:
    return (round(point[0]), round(point[1]))
