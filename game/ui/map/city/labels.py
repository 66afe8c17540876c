"""Names on a city plate: set live, so that none lies on another, on a person, or on a paper. What finds no room is left out
until one is nearer."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians, sin

import pygame
from pygame import Rect, Surface

from game.scenario.plates import LabelKind
from game.ui.lettering import Face
from game.ui.map.room import Room
from game.ui.painter import Painter, Point

_SMOOTH = 2
_GROWTH = 0.14
"""How much larger names are from one zoom step to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a kind of name is set: design pixels, tracking in shares of that, weight, colour."""

    size: float
    tracking: float
    weight: int = 400
    italic: bool = False
    caps: bool = True
    colour: str = "map.label"


LOOKS: dict[LabelKind, Look] = {
    LabelKind.CITY: Look(size=25, tracking=0.2, weight=700),
    LabelKind.TOWN: Look(size=16.5, tracking=0.16),
    LabelKind.WATER: Look(size=17.5, tracking=0.06, italic=True, caps=False, colour="map.sea_label"),
    LabelKind.RELIEF: Look(size=14, tracking=0.28),
    LabelKind.VILLAGE: Look(size=15.5, tracking=0.05, italic=True, caps=False),
    LabelKind.STREET: Look(size=14, tracking=0.03, italic=True, caps=False),
}
"""The kinds in the order in which they find room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneLabel:
    """A name as a camera sees it: about a point in real pixels, turned so many degrees clockwise."""

    text: str
    kind: LabelKind
    at: Point
    turn: float
    step: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLabel:
    """A name that found room, about its middle."""

    label: SceneLabel
    middle: Point


def place_labels(
    painter: Painter, labels: Sequence[SceneLabel], room: Room, taken: Collection[str]
) -> Iterator[PlacedLabel | None]:
    """Finds room for names, the most important first, with nothing in between for a breath; `taken` are those that stand
    there already."""
    order = list(LOOKS)
    for label in sorted(labels, key=lambda label: order.index(label.kind)):
        if label.text.casefold() not in taken:
            yield _placed(painter, label, room)


def _placed(painter: Painter, label: SceneLabel, room: Room) -> PlacedLabel | None:
    wide, high = _size(painter, label)
    along = _along(label)
    across = (-along[1], along[0])
    for down, right in ((0.0, 0.0), (-0.8, 0.0), (0.8, 0.0), (0.0, 0.6), (0.0, -0.6), (-1.5, 0.0), (1.5, 0.0)):
        middle = (
            label.at[0] + across[0] * down * high + along[0] * right * wide,
            label.at[1] + across[1] * down * high + along[1] * right * wide,
        )
        boxes = _boxes(middle, along, wide, high)
        if room.at(label.at).is_free(boxes):
            room.take(*boxes)
            return PlacedLabel(label=label, middle=middle)
    return None


def _along(label: SceneLabel) -> Point:
    """The direction in which a name is read."""
    angle = radians(label.turn)
    return (cos(angle), sin(angle))


def _boxes(middle: Point, along: Point, wide: int, high: int) -> tuple[Rect, ...]:
    """The room of a line of words at any angle, as boxes along it."""
    if abs(along[1]) < 0.02:
        box = Rect(0, 0, wide, high)
        box.center = (round(middle[0]), round(middle[1]))
        return (box,)
    count = max(2, -(-wide // high))
    boxes = []
    for index in range(count):
        off = (index + 0.5) / count * wide - wide / 2
        box = Rect(0, 0, high, high)
        box.center = (round(middle[0] + along[0] * off), round(middle[1] + along[1] * off))
        boxes.append(box)
    return tuple(boxes)


def _size(painter: Painter, label: SceneLabel) -> tuple[int, int]:
    face = _face(painter, label, 1)
    shown = _shown(label)
    return (painter.studio.lettering.width(face, shown) + painter.px(6), round(face.px * 1.15))


def _shown(label: SceneLabel) -> str:
    return label.text.upper() if LOOKS[label.kind].caps else label.text


def _face(painter: Painter, label: SceneLabel, smooth: int) -> Face:
    look = LOOKS[label.kind]
    size = look.size * (1 + _GROWTH * label.step) * painter.theme.text
    return Face(
        role="map", family="OldStandardTT", weight=look.weight, italic=look.italic, px=max(12, painter.px(size)) * smooth,
        tracking=look.tracking, caps=False, tabular=False,
    )  # fmt: skip


def draw_label(painter: Painter, placed: PlacedLabel) -> None:
    """Writes a name with paper showing round its letters."""
    label = placed.label
    key = ("plate label", label.text, label.kind, label.turn, label.step, painter.theme.key)
    word = painter.studio.shapes.get(key, lambda: _word(painter, label))
    box = word.get_rect(center=(round(placed.middle[0]), round(placed.middle[1])))
    painter.surface.blit(word, box)
    letters = _boxes(placed.middle, _along(label), *_size(painter, label))
    painter.note(_shown(label), "map", letters[0].unionall(letters[1:]), letters=letters)


def _word(painter: Painter, label: SceneLabel) -> Surface:
    smooth = _SMOOTH if label.turn else 1
    face, shown, lettering = _face(painter, label, smooth), _shown(label), painter.studio.lettering
    ink, paper = painter.colour(LOOKS[label.kind].colour), painter.colour("map.halo")
    word, halo = lettering.word(face, shown, ink), lettering.word(face, shown, paper)
    reach = max(1, painter.px(2)) * smooth
    sheet = Surface((word.get_width() + 2 * reach, word.get_height() + 2 * reach), pygame.SRCALPHA)
    sheet.fill((paper.r, paper.g, paper.b, 0))
    for dx, dy in ((-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1)):
        sheet.blit(halo, (reach + dx * reach, reach + dy * reach))
    sheet.blit(word, (reach, reach))
    return pygame.transform.rotozoom(sheet, -label.turn, 1 / smooth) if label.turn else sheet
