"""The room that people and what is written beside them take, and whether it is free."""

from collections.abc import Sequence

from pygame import Rect

from game.ui.map.captions import Side, Written, caption_box
from game.ui.map.placed import PlacedToken
from game.ui.map.room import Room
from game.ui.painter import Painter

SIDES: tuple[Side, ...] = ("right", "left", "below")
"""On which sides of a token its caption may stand, the best first."""


def is_free(painter: Painter, room: Room, written: Written | None, box: Rect, side: Side) -> bool:
    """Whether somebody in a box and his caption, if he has one, find room."""
    return room.is_free((_around(box),)) and (written is None or room.is_free((caption_box(painter, written, box, side),)))


def all_free(painter: Painter, room: Room, written: Sequence[Written | None], boxes: Sequence[Rect], side: Side) -> bool:
    """Whether everybody and his caption find room at once."""
    return all(is_free(painter, room, words, box, side) for words, box in zip(written, boxes, strict=True))


def take_row(room: Room, row: Sequence[PlacedToken]) -> None:
    """Takes the room of a row and of what is written beside it; a count is words, too."""
    room.take(*(_around(token.box) for token in row if len(token.crowd) == 1))
    room.write(*(_around(token.box) for token in row if len(token.crowd) > 1))
    room.write(*(token.caption.box for token in row if token.caption is not None))


def _around(box: Rect) -> Rect:
    """The room of a token, with a little air."""
    return box.inflate(8, 8)
