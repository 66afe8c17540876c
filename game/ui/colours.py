"""The colours of the tokens file by their names, those that a mod lays over them, and how well text can be read on its paper.
Plain strings: the title needs them before anything is read, and the command that checks without a toolkit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

STANDARD = "standard"
HIGH_CONTRAST = "high_contrast"
SHADOW = "shadow.colour"

Colours = Mapping[str, tuple[str, ...]]
"""What stands for a name: one colour as `#RRGGBB`, or the two of a portrait's background, the upper one first."""

READABLE: tuple[tuple[float, tuple[str, ...], tuple[str, ...]], ...] = (
    (7, ("ink",), ("sheet", "card", "form", "flimsy", "manila", "news", "photo", "strip", "field", "hover", "error_fill")),
    (7, ("ivory",), ("ink", "baize", "pine")),
    (4.5, ("ink",), ("kraft", "select")),
    (4.5, ("ink2",), ("sheet", "card", "form", "flimsy", "manila", "news", "photo", "strip", "field", "hover")),
    (4.5, ("ivory",), ("center", "circle", "center_dark", "circle_dark", "center_pressed", "circle_pressed")),
    (4.5, ("ivory2",), ("ink", "baize", "pine")),
    (4.5, ("center", "circle"), ("sheet", "card", "field")),
    (4.5, ("form_brown",), ("form", "flimsy")),
    (4.5, ("map.label",), ("map.land",)),
    (4.5, ("ink", "center_dark", "circle_dark"), ("map.halo",)),
    (4, ("ivory",), ("center_hover", "circle_hover")),
    (4, ("map.sea_label",), ("map.sea",)),
    (3, ("good", "caution"), ("sheet", "card")),
)
"""What is set on what, and the least contrast of the two, from 1 (none) to 21. The game's own colours keep to it."""

_TONES = ("bg_center", "bg_circle", "bg_neutral")


@dataclass(frozen=True, slots=True)
class Look:
    """What mods lay over the game's own looks: colours by name, and the tiles of papers. `wrong` is what the window says once
    where some of it had to be left out."""

    colours: Colours = field(default_factory=dict)
    papers: Mapping[str, Path] = field(default_factory=dict)
    wrong: str = ""

    @property
    def digest(self) -> str:
        """A name for exactly this look; nothing for the game's own."""
        if not self.colours and not self.papers:
            return ""
        papers = [(name, path, path.stat().st_mtime_ns if path.is_file() else 0) for name, path in sorted(self.papers.items())]
        return sha256(repr((sorted(self.colours.items()), papers)).encode()).hexdigest()[:12]


OWN_LOOK = Look()


def shipped(raw: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Every colour that the tokens file names, as it stands there: those that a mod may lay others over."""
    named: dict[str, tuple[str, ...]] = {name: (value,) for name, value in _flat(raw).items()}
    named |= {f"portrait.{name}": tuple(raw["portrait"][name]) for name in _TONES}
    return named | {SHADOW: (raw["shadow"]["colour"],)}


def papers_in(raw: Mapping[str, Any]) -> frozenset[str]:
    """The papers and desks that can have a tile of their own."""
    return frozenset((*raw["paper"], *raw["desk"]))


def palette(raw: Mapping[str, Any], name: str, own: Colours = MappingProxyType({})) -> dict[str, str]:
    """One palette, whole. A mod's colours lie over the standard ones and below those of a palette that the player needs to tell
    colours apart; where text could not be read with both, and with high contrast, they are left out."""
    changed: dict[str, str] = raw["palette"][name]
    plain = _flat(raw) | changed
    if not own or name == HIGH_CONTRAST:
        return plain
    over = {key: values[0] for key, values in own.items() if key in plain}
    mixed = _flat(raw) | over | (changed if name != STANDARD else {})
    return plain if name != STANDARD and any(faint(mixed)) else mixed


def faint(colours: Mapping[str, str]) -> Iterator[tuple[str, str, float, float]]:
    """What is set on a paper from which it hardly stands out: both names, the contrast, and the least there should be."""
    for least, texts, papers in READABLE:
        for text in texts:
            for paper in papers:
                found = contrast(colours[text], colours[paper])
                if found < least:
                    yield text, paper, found, least


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart in lightness, from 1 to 21, as the guidelines for accessible pages reckon it."""
    darker, lighter = sorted((_lightness(one), _lightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _flat(raw: Mapping[str, Any]) -> dict[str, str]:
    """The standard colours, papers, desks, and those of map and portraits, which begin with the name of their part."""
    named: dict[str, str] = raw["palette"][STANDARD] | raw["paper"] | raw["desk"]
    for prefix in ("map", "portrait"):
        named |= {f"{prefix}.{key}": value for key, value in raw[prefix].items() if isinstance(value, str)}
    return named | {f"map.tint.{key}": value for key, value in raw["map"]["tint"].items()}


def _lightness(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
