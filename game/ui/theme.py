"""Colours, type and measures: the tokens file read into values, and the theme they make for one window and one
player's settings. Draws nothing and knows no screen."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from pygame import Color

from game.ui import colours
from game.ui.colours import HIGH_CONTRAST, OWN_LOOK, SHADOW, STANDARD, Look

SideName = Literal["center", "circle"]
ShadowName = Literal["s1", "s2", "s3"]

DESIGN_SIZE = (1600, 900)
LEAST_WINDOW = (1024, 640)
MOST_TEXT = 2.0
"""The pages hold letters so many times as large as the design has them in a window of that size, and no larger."""
TYPEWRITERS = ("SpecialElite", "CourierPrime")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """How one kind of text is set. Sizes are pixels at the design size; tracking is a share of the size."""

    family: str
    weight: int
    size: float
    line: float
    floor: int
    tracking: float = 0.0
    caps: bool = False
    tabular: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShadowToken:
    """A soft shadow: blur and drop in design pixels, strength of the cloud and of its 1 px rim from 0 to 1."""

    blur: int
    drop: int
    alpha: float
    rim: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Everything the tokens file says that the window needs, with what mods lay over it. `papers` are tiles that stand for the
    game's, `printed` the colours that its own tiles are printed in, `plain` the palettes in which all is the game's own; `look`
    names what mods have changed."""

    palettes: Mapping[str, Mapping[str, Color]]
    roles: Mapping[str, Role]
    measures: Mapping[str, float]
    motion: Mapping[str, int]
    shadows: Mapping[str, ShadowToken]
    shadow_colour: Color
    papers: Mapping[str, Path]
    printed: Mapping[str, Color]
    plain: frozenset[str]
    look: str = ""
    wrong: str = ""
    """What is to be said once of a look that had to be left out."""


def read_tokens(path: Path, look: Look = OWN_LOOK) -> Tokens:
    """Reads the tokens file, and lays a look over it. Raises OSError, ValueError or KeyError if it is missing or not as
    expected."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    shadows = {name: ShadowToken(**token) for name, token in raw["shadow"].items() if name != "colour"}
    return Tokens(
        palettes=MappingProxyType({name: _colours(colours.palette(raw, name, look.colours)) for name in raw["palette"]}),
        roles=MappingProxyType({name: Role(**role) for name, role in raw["type"].items()}),
        measures=MappingProxyType(raw["measure"]),
        motion=MappingProxyType(raw["motion_ms"]),
        shadows=MappingProxyType(shadows),
        shadow_colour=Color(look.colours.get(SHADOW, (raw["shadow"]["colour"],))[0]),
        papers=MappingProxyType(dict(look.papers)),
        printed=_colours(colours.palette(raw, STANDARD)),
        plain=frozenset(_plain(raw, look)),
        look=look.digest,
        wrong=look.wrong,
    )


def _plain(raw: Mapping[str, Any], look: Look) -> Iterator[str]:
    for name in raw["palette"]:
        left_out = look.colours and colours.palette(raw, name, look.colours) == colours.palette(raw, name)
        if name == HIGH_CONTRAST or left_out:
            yield name


def _colours(named: Mapping[str, str]) -> Mapping[str, Color]:
    return MappingProxyType({key: Color(value) for key, value in named.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The tokens as one window shows them.

    `unit` is real pixels for one design pixel, the player's interface scale counted; `text` is the player's text
    size (0.8 to 2.0), on top of it.
    """

    tokens: Tokens
    palette: str = STANDARD
    unit: float = 1.0
    text: float = 1.0
    textures: bool = True
    plain_type: bool = False
    reduced_motion: bool = False

    @property
    def key(self) -> tuple[str, float, float, bool, bool, str]:
        """What a painted panel depends on, besides its content and size."""
        return (self.palette, self.unit, self.text, self.textures, self.plain_type, self.tokens.look)

    def px(self, size: float) -> int:
        """Real pixels of a design measure; never less than one pixel for what is more than nothing."""
        return max(1, round(size * self.unit)) if size > 0 else -self.px(-size) if size < 0 else 0

    def measure(self, name: str) -> int:
        """Real pixels of a named measure of the tokens file."""
        return self.px(self.tokens.measures[name])

    def colour(self, name: str) -> Color:
        """A colour by its token, such as `ink`, `sheet` or `map.sea`. Raises KeyError for an unknown one."""
        palette = self.tokens.palettes[self.palette]
        if name not in palette:
            raise KeyError(f"no colour {name!r}; nearest: {get_close_matches(name, palette, 3)}")
        return palette[name]

    def role(self, name: str) -> Role:
        """How the text of this role is set; what is typed turns into the reading face if the player wants it plain."""
        role = self.tokens.roles[name]
        plain = self.plain_type and role.family in TYPEWRITERS
        return replace(role, family=self.tokens.roles["body"].family) if plain else role

    def font_px(self, role: str, size: float | None = None) -> int:
        """Real pixels of the letters of a role, or of another size in it; never under the role's floor.

        In a small window letters stand on their floor: the player's size is then by so much larger than that, as far as the
        pages are made for, which is `MOST_TEXT` times the design in the same window.
        """
        wanted = self.role(role)
        fitting = (size or wanted.size) * self.unit
        return max(wanted.floor, round(min(max(wanted.floor, fitting) * self.text, fitting * MOST_TEXT)))

    @property
    def most_text(self) -> float:
        """The text size from which on what is read grows no more in this window."""
        body = self.role("body")
        fitting = body.size * self.unit
        return MOST_TEXT * fitting / max(body.floor, fitting)

    def sign_px(self, size: float) -> int:
        """Real pixels of a sign that stands beside words: as much larger than the design's as they are."""
        small = self.role("small")
        return max(self.px(size), round(size * self.font_px("small") / small.size))

    def line_px(self, role: str, size: float | None = None) -> int:
        """Real pixels from one line of a role to the next."""
        wanted = self.role(role)
        return round(self.font_px(role, size) * wanted.line / wanted.size)

    def motion(self, name: str) -> int:
        """Milliseconds of a movement; with reduced motion nothing lasts longer than a fade."""
        wanted = self.tokens.motion[name]
        return min(wanted, self.tokens.motion["fade"]) if self.reduced_motion else wanted


def unit_for(window: tuple[int, int], scale: float) -> float:
    """Real pixels for one design pixel in a window of this size, with the player's interface scale."""
    return min(window[0] / DESIGN_SIZE[0], window[1] / DESIGN_SIZE[1]) * scale
