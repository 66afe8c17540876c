"""How a plate is to be painted: its colours, its size and its borders. Everything that makes one plate differ from
another, and nothing else."""

from dataclasses import astuple, dataclass
from hashlib import sha256

from pygame import Color

from game.ui.theme import Theme

TILE = 512
"""Real pixels along the edge of one tile."""
_VERSION = 3
"""To be raised when plates are painted differently, so that kept ones are not used any more."""
_NAMES = (
    "sea", "sea_line", "land", "coast", "border", "river", "hachure_dark", "hachure_light", "label", "sea_label",
    "town", "town_edge", "park", "park_edge", "tree", "road", "road_edge", "rail",
)  # fmt: skip
_TINTS = ("rose", "sage", "ochre", "lilac", "slate")

Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlateStyle:
    """Colours of a plate, as (token, red, green, blue); real pixels for a design pixel; the set of borders; whether
    the sheet is folded and grained; the zoom steps, as design pixels for one plate unit."""

    colours: tuple[tuple[str, Rgb], ...]
    unit: float
    era: str
    paper: bool
    scales: tuple[float, ...]

    def colour(self, name: str) -> Rgb:
        """A colour by its name, such as `sea` or `tint.rose`."""
        return dict(self.colours)[name]

    def mixed(self, under: str, over: str, share: float) -> Rgb:
        """A share of one colour laid over another."""
        return mixed(self.colour(under), self.colour(over), share)

    def key(self, atlas_digest: str) -> str:
        """A name for the plates of this style and this geometry."""
        return sha256(repr((_VERSION, TILE, atlas_digest, astuple(self))).encode()).hexdigest()[:20]

    def sketch_key(self, atlas_digest: str) -> str:
        """A name for the sketch, which is the same for windows and papers of every kind."""
        return sha256(repr((_VERSION, "sketch", atlas_digest, self.colours, self.era)).encode()).hexdigest()[:20]


def plate_style(theme: Theme, era: str, scales: tuple[float, ...]) -> PlateStyle:
    """The style of the plates of one chart in a window."""
    names = (*_NAMES, *(f"tint.{tint}" for tint in _TINTS))
    colours = tuple((name, rgb(theme.colour(f"map.{name}"))) for name in names)
    return PlateStyle(colours=colours, unit=round(theme.unit, 4), era=era, paper=theme.textures, scales=scales)


def rgb(colour: Color) -> Rgb:
    """A colour without its alpha."""
    return (colour.r, colour.g, colour.b)


def mixed(under: Rgb, over: Rgb, share: float) -> Rgb:
    """A share of one colour laid over another."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(under, over, strict=True))
    return (red, green, blue)
