"""Finds room for people: in rows beside their places, with names or closer together without, and as counts where there is
room for neither. It measures with the painter and draws nothing."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from math import inf

from pygame import Rect

from game.ui.map.captions import Side, Written, caption_at, caption_box, written_beside
from game.ui.map.model import Token
from game.ui.map.placed import PlacedRow, PlacedToken, Scene
from game.ui.map.room import Room, ring_of_offsets, whole
from game.ui.map.tokens import token_size
from game.ui.painter import Painter, Point

_CROWD = 4
"""So many people at one place are shown as a count, until closer in."""
_WIDEST_ROW = 0.42
"""The share of the map's width that a row with names may take; two lines of people count half."""
_LONGEST_ROW = 3
"""More people than these stand in two rows."""
_SIDES: tuple[Side, ...] = ("right", "left", "below")
_ROW_DISTANCES = (58.0, 74.0, 94.0, 120.0, 152.0, 190.0)


def rows_of_people(painter: Painter, scene: Scene, room: Room) -> Iterator[PlacedRow | None]:
    """Everybody on the map, place by place, the most important first: rows, with nothing in between for a breath."""
    here = [token for token in scene.model.tokens if "last_seen" in scene.layers or not token.last_seen]
    here = [token for token in here if room.at(scene.points[token.place]).bounds.collidepoint(scene.points[token.place])]
    by_place = [(place, tuple(group)) for place, group in groupby(sorted(here, key=_place), _place)]
    for place, tokens in sorted(by_place, key=lambda item: min(_importance(token) for token in item[1])):
        yield from _row(painter, scene, room.at(scene.points[place]), scene.points[place], sorted(tokens, key=_importance))


def stepping_out(painter: Painter, scene: Scene, room: Room, rows: Sequence[PlacedRow]) -> list[PlacedRow]:
    """The rows once whoever is selected has left the crowd that he was counted in and stands beside it; nobody else moves."""
    found = ((row, placed) for row in rows for placed in row.tokens if len(placed.crowd) > 1)
    for row, crowd in found:
        selected = next((token for token in crowd.crowd if token.selected), None)
        if selected is not None:
            left = replace(crowd, crowd=tuple(token for token in crowd.crowd if token is not selected))
            without = replace(row, tokens=tuple(left if placed is crowd else placed for placed in row.tokens))
            beside = _alone(painter, scene, room.at(row.origin), crowd.box.center, selected)
            return [*(without if each is row else each for each in rows), beside]
    return list(rows)


def _alone(painter: Painter, scene: Scene, room: Room, origin: Point, token: Token) -> PlacedRow:
    """One token on the nearest free spot about a point, with its name if there is room for it; else over others."""
    for written in (written_beside(painter, token), None):
        for _, boxes in _row_spots(painter, origin, (token,), (written,)):
            side = next((each for each in _SIDES if _is_free(painter, room, (written,), boxes, each)), None)
            if side is not None:
                caption = caption_at(painter, written, boxes[0], side) if written is not None else None
                return _taken(room, origin, PlacedToken(crowd=(token,), box=boxes[0], caption=caption))
    spots = list(_row_spots(painter, origin, (token,), (None,)))
    box = min(spots, key=lambda spot: (room.unreadable(spot[1]), spot[0] + _cost(painter, scene, spot[1])))[1][0]
    return _taken(room, origin, PlacedToken(crowd=(token,), box=box, caption=None))


def _taken(room: Room, origin: Point, placed: PlacedToken) -> PlacedRow:
    _take(room, (placed,))
    return PlacedRow(origin=origin, tokens=(placed,))


def _place(token: Token) -> str:
    return token.place


def _importance(token: Token) -> tuple[bool, bool, str]:
    """Who is selected makes no difference: nobody changes places because a sheet is opened."""
    return (token.shape != "old_man", token.last_seen or token.lost, token.id)


def _row(painter: Painter, scene: Scene, room: Room, origin: Point, tokens: Sequence[Token]) -> Iterator[PlacedRow | None]:
    """The people of one place, on the cheapest free spot: near, and over water rather than land. The most important
    one is next to the place. Where there is no room for names, closer together without them; then as counts; where there is
    none at all, over others, but not over words if that can be helped."""
    for crowds in _ways_to_show(scene, tokens):
        named = [written_beside(painter, crowd[0]) if len(crowd) == 1 else None for crowd in crowds]
        nameless: list[Written | None] = [None] * len(crowds)
        wide = max((words.size[0] for words in named if words is not None), default=0) * len(crowds)
        for written in (named, nameless) if wide <= 2 * _WIDEST_ROW * scene.safe.w else (nameless,):
            placed = yield from _placed_row(painter, scene, room, origin, crowds, written)
            if placed is not None:
                _take(room, placed.tokens)
                yield placed
                return
    crowds = _counted(tokens) if len(tokens) >= _CROWD else [(token,) for token in tokens]
    unnamed: list[Written | None] = [None] * len(crowds)
    spots = list(_row_spots(painter, origin, [crowd[0] for crowd in crowds], unnamed))
    boxes = min(spots, key=lambda spot: (room.unreadable(spot[1]), spot[0] + _cost(painter, scene, spot[1])))[1]
    row = tuple(PlacedToken(crowd=crowd, box=box, caption=None) for crowd, box in zip(crowds, boxes, strict=True))
    _take(room, row)
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
    sides: tuple[Side, ...] = _SIDES if len(crowds) == 1 else ("below",)
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
    """Crowds as counts, which never mix the sides; the Old Man stands alone."""
    alone = [token for token in tokens if token.shape == "old_man"]
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
            box.center = whole((x, first_line + down * (index // columns) * below))
            boxes.append(box)
        yield distance, boxes


def _is_free(painter: Painter, room: Room, written: Sequence[Written | None], boxes: Sequence[Rect], side: Side) -> bool:
    """Whether everybody and his caption find room at once."""
    for words, box in zip(written, boxes, strict=True):
        if not room.is_free((_around(box),)) or (words and not room.is_free((caption_box(painter, words, box, side),))):
            return False
    return True


def _cost(painter: Painter, scene: Scene, boxes: Sequence[Rect]) -> float:
    """What it costs to hide land, or a journey that was made; one that is being planned moves nobody."""
    corners = (point for box in boxes for point in (box.topleft, box.bottomright, box.center))
    hidden = sum(not scene.is_water(point) for point in corners)
    made = [way for journey, way in zip(scene.model.journeys, scene.ways, strict=True) if journey.made]
    crossed = sum(box.collidepoint(point) for box in boxes for way in made for point in way)
    return hidden / len(boxes) * painter.px(24) + crossed * painter.px(16)


def _take(room: Room, row: Sequence[PlacedToken]) -> None:
    """Takes the room of a row and of what is written beside it."""
    room.take(*(_around(token.box) for token in row))
    room.write(*(token.caption.box for token in row if token.caption is not None))


def _around(box: Rect) -> Rect:
    """The room of a token, with a little air."""
    return box.inflate(8, 8)
