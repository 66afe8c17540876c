"""What is written beside tokens, places and countries, and how much room it takes."""

from dataclasses import dataclass
from typing import Literal

from pygame import Rect

from game.ui.map.model import CountryTag, PlaceMark, Token
from game.ui.painter import Painter

Side = Literal["right", "left", "below"]
TAG_NAME = 14
"""Design pixels of the name on a country tag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """How a line is set; `size` is design pixels."""

    role: str
    size: float
    weight: int
    colour: str
    italic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """A name and the note under it, in a box on one side of a token."""

    box: Rect
    lines: tuple[tuple[str, TextStyle], ...]
    side: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The lines of a caption, the room that they take, and how far under a token they stand, in real pixels."""

    lines: tuple[tuple[str, TextStyle], ...]
    size: tuple[int, int]
    below: int


def name_style(mark: PlaceMark, *, selected: bool = False) -> TextStyle:
    """How the name of a place is set."""
    strong = selected or mark.glyph == "headquarters"
    return TextStyle(role="small", size=19 if strong else 16.5, weight=700 if strong else 400, colour="ink")


def written_beside(painter: Painter, token: Token) -> Written:
    """What is written beside a token."""
    lines = _lines(token)
    wide = max(_width(painter, text, style) for text, style in lines)
    size = (wide + painter.px(4), sum(_line_height(painter, style) for _, style in lines))
    return Written(lines=lines, size=size, below=painter.px(9 if token.shape in ("center", "stranger") else 4))


def caption_at(painter: Painter, written: Written, beside: Rect, side: Side) -> Caption:
    """The caption of a token on one side of its box."""
    return Caption(box=caption_box(painter, written, beside, side), lines=written.lines, side=side)


def caption_box(painter: Painter, written: Written, beside: Rect, side: Side) -> Rect:
    """The room of a caption."""
    room = Rect((0, 0), written.size)
    gap = painter.px(9)
    match side:
        case "right":
            room.midleft = (beside.right + gap, beside.centery)
        case "left":
            room.midright = (beside.left - gap, beside.centery)
        case "below":
            room.midtop = (beside.centerx, beside.bottom + written.below)
    return room


def draw_caption(painter: Painter, caption: Caption) -> None:
    """Writes a caption, with paper showing round the letters."""
    box, y = caption.box, caption.box.y
    for text, style in caption.lines:
        high = _line_height(painter, style)
        left = {"right": box.x, "left": box.right - _width(painter, text, style)}.get(caption.side)
        x = box.centerx - _width(painter, text, style) // 2 if left is None else left
        write(painter, text, style, (x, y + high / 2))
        y += high


def write(painter: Painter, text: str, style: TextStyle, midleft: tuple[float, float]) -> None:
    """One line over the map, from the middle of its left edge."""
    painter.text(
        style.role, text, midleft, style.colour, anchor="midleft", size=style.size, weight=style.weight,
        italic=style.italic, halo="map.halo",
    )  # fmt: skip


def tag_size(painter: Painter, tag: CountryTag) -> tuple[int, int]:
    """Width and height of a country tag: its name, and its figures beneath."""
    figure = painter.px(118) + painter.text_width("number_small", "10", size=17)
    name = painter.text_width("label", tag.name, size=TAG_NAME) + painter.px(18)
    return (max(figure, min(name, 2 * figure)), tag_head(painter) + tag_foot(painter))


def tag_head(painter: Painter) -> int:
    """The height of the name on a country tag."""
    return painter.line("label", TAG_NAME) + painter.px(4)


def tag_foot(painter: Painter) -> int:
    """The height of the figures on a country tag."""
    return max(painter.px(26), painter.line("number_small", 17))


def _lines(token: Token) -> tuple[tuple[str, TextStyle], ...]:
    name = _style_of(token)
    note = TextStyle(role="small", size=16, weight=400, colour=name.colour, italic=True)
    return ((token.name, name), (token.note, note)) if token.note else ((token.name, name),)


def _style_of(token: Token) -> TextStyle:
    match token.shape:
        case "center":
            colour = "ink" if token.selected else "center_dark"
            return TextStyle(role="h3", size=17, weight=600, colour=colour)
        case "circle":
            colour = "ink" if token.selected else "circle" if token.last_seen else "circle_dark"
            return TextStyle(role="small", size=16.5, weight=700, colour=colour)
        case "old_man":
            return TextStyle(role="small", size=18, weight=700, colour="ink")
        case "stranger":
            return TextStyle(role="small", size=16.5, weight=700, colour="center")


def _width(painter: Painter, text: str, style: TextStyle) -> int:
    return painter.text_width(style.role, text, size=style.size, weight=style.weight, italic=style.italic)


def _line_height(painter: Painter, style: TextStyle) -> int:
    return round(painter.line(style.role, style.size) * 0.88)
