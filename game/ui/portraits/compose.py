"""Puts the parts of one record together into an SVG picture. It loads nothing and keeps nothing.

The SVG uses only what SDL's small reader understands: paths, rectangles, circles, and groups with a transform.
"""

from collections.abc import Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import TypeVar, assert_never

from game.ui.portraits.parts import Disc, Fill, Hair, Head, Kit, Line, Record, Shapes
from game.ui.portraits.records import PLAIN, full_record, split_tone

WIDTH, HEIGHT = 240, 300

CUTS: Mapping[str, tuple[int, int, int, int]] = MappingProxyType(
    {"full": (0, 0, WIDTH, HEIGHT), "card": (16, 14, 200, 250), "face": (28, 28, 172, 172)}
)
"""The part of the canvas that each cut shows: left, top, width and height."""

NO_BACKGROUND = "none"

_AXIS, _EYE_LINE, _CHIN = 112, 132, 224
_HEAD_DROP = 10
_HAT_DROP = 6
_TONE = "brown"

Part = TypeVar("Part")


def compose(kit: Kit, record: Record, *, background: str = "neutral", cut: str = "full") -> str:
    """The record as SVG text; an empty one is the stranger. A part that does not exist is left out, or replaced by a plain one.

    `background` is one of the kit's, which are `center`, `circle` and `neutral`, or `none`; `cut` is one of `CUTS`.
    Raises KeyError for another.
    """
    return compose_around(kit, _Bust(kit, full_record(kit, record)).draw(), background=background, cut=cut)


def compose_around(kit: Kit, picture: str, *, background: str = "neutral", cut: str = "full") -> str:
    """As `compose`, with a picture that is no bust of parts: `picture` is SVG that fills the whole canvas."""
    left, top, width, height = CUTS[cut]
    box = f'viewBox="{left} {top} {width} {height}" width="{width}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{_background(kit, background)}{picture}</svg>'


class _Bust:
    """One record being drawn: its parts looked up, its colours known."""

    def __init__(self, kit: Kit, record: Record) -> None:
        self._record = record
        self._parts = kit.parts
        self._colours = kit.colours
        self._head: Head = _pick(self._parts.head, record, "head")
        self._style, tone = split_tone(self._parts, record.get("hair", PLAIN["hair"]))
        self._tone = tone or _TONE

    def draw(self) -> str:
        """The whole bust, from the back of the hair to the hat."""
        figure = self._parts.figure.get(self._record.get("figure", ""))
        if figure is not None:
            return self._ink(figure)
        dress = self._ink(_pick(self._parts.dress, self._record, "dress"))
        return _moved(_HEAD_DROP, self._behind()) + dress + _moved(_HEAD_DROP, self._before())

    def _behind(self) -> str:
        """The back of the hair and the neck."""
        parts = self._parts
        hair = self._on_skull(self._ink(self._hair.back)) if self._hair_shows else ""
        throat = _moved(self._head.chin - _CHIN, self._ink(parts.body.throat))
        return hair + self._ink(parts.body.neck) + throat

    def _before(self) -> str:
        """The head and all that is on it."""
        parts = self._parts
        face = self._ink(parts.body.ear) + self._ink(self._head.shapes) + self._on_face(self._features())
        hair = self._on_skull(self._ink(self._hair.front if self._hair_shows else parts.body.temples))
        glasses = self._on_face(self._optional(parts.glasses, "glasses"))
        extras = "".join(self._ink(parts.extra.get(name, ())) for name in self._record.get("extra", "").split())
        return face + hair + glasses + extras + self._hat()

    def _features(self) -> str:
        parts, record = self._parts, self._record
        drawn = [self._ink(_pick(parts.eyes, record, "eyes")), self._ink(_pick(parts.brows, record, "brows"))]
        drawn += [self._ink(_pick(parts.nose, record, "nose")), self._optional(parts.lines, "lines")]
        drawn += [self._ink(_pick(parts.mouth, record, "mouth"))]
        return "".join(drawn) + self._optional(parts.beard, "beard") + self._optional(parts.moustache, "moustache")

    def _hat(self) -> str:
        hat = self._optional(self._parts.hat, "hat")
        return self._on_skull(_moved(_HAT_DROP, hat)) if hat else ""

    @property
    def _hair_shows(self) -> bool:
        return self._record.get("hat") not in self._parts.hat or self._hair.under_hat

    @property
    def _hair(self) -> Hair:
        plain, _ = split_tone(self._parts, PLAIN["hair"])
        return self._parts.hair.get(self._style) or self._parts.hair[plain]

    def _optional(self, choices: Mapping[str, Shapes], slot: str) -> str:
        """The record's part for a place that may stay empty, in its own tone or that of the hair."""
        style, tone = split_tone(self._parts, self._record.get(slot, ""))
        return self._ink(choices.get(style, ()), tone)

    def _ink(self, shapes: Shapes, tone: str | None = None) -> str:
        colours = {**self._colours, **self._toned(tone or self._tone)}
        return "".join(_svg(shape, colours) for shape in shapes)

    def _toned(self, tone: str) -> Mapping[str, str]:
        return {name: self._colours.get(colour, colour) for name, colour in asdict(self._parts.tones[tone]).items()}

    def _on_face(self, drawn: str) -> str:
        """Stretched from the oval head, about the point between the eyes."""
        across, down = self._head.features
        shift = f"{_AXIS - _AXIS * across:.2f} {_EYE_LINE - _EYE_LINE * down:.2f}"
        return f'<g transform="translate({shift}) scale({across:g} {down:g})">{drawn}</g>'

    def _on_skull(self, drawn: str) -> str:
        across, lower = self._head.skull
        return f'<g transform="translate({_AXIS - _AXIS * across:.2f} {lower:.1f}) scale({across:g} 1)">{drawn}</g>'


def _pick(choices: Mapping[str, Part], record: Record, slot: str) -> Part:
    """The record's part for a place that every bust fills."""
    return choices.get(record.get(slot, ""), choices[PLAIN[slot]])


def _moved(down: float, drawn: str) -> str:
    return f'<g transform="translate(0 {down:g})">{drawn}</g>'


def _svg(shape: Fill | Line | Disc, colours: Mapping[str, str]) -> str:
    """One shape; a colour without a name in `colours` is one already."""
    match shape:
        case Fill():
            return f'<path d="{shape.path}" fill="{colours.get(shape.fill, shape.fill)}"{_opacity(shape.opacity)}/>'
        case Line():
            colour = colours.get(shape.line, shape.line)
            ends = 'stroke-linecap="round" stroke-linejoin="round"'
            stroke = f'stroke="{colour}" stroke-width="{shape.width:g}" {ends}'
            return f'<path d="{shape.path}" fill="none" {stroke}{_opacity(shape.opacity)}/>'
        case Disc():
            x, y, radius = shape.circle
            return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{colours.get(shape.fill, shape.fill)}"/>'
        case _:
            assert_never(shape)


def _opacity(share: float) -> str:
    return "" if share >= 1 else f' opacity="{share:g}"'


def _background(kit: Kit, background: str) -> str:
    """Two tones parted by a slanting edge, with fine rules on the lit one."""
    if background == NO_BACKGROUND:
        return ""
    lit, dark = kit.backgrounds[background]
    picture = f'<rect x="0" y="0" width="{WIDTH}" height="{HEIGHT}" fill="{lit}"/>'
    picture += f'<path d="M240 0L240 300L52 300L176 0Z" fill="{dark}"/>'
    for y in range(6, HEIGHT, 9):
        end = 176 - y * 124 / HEIGHT - 8
        picture += f'<rect x="0" y="{y}" width="{end:.0f}" height="1.6" fill="{dark}" opacity=".38"/>'
    return picture
