"""What lies on the map, as plain values: places, routes, people, countries, journeys. It knows neither the rules that
these come from nor the pixels that they become."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from game.ui.map.footing import Footing

Glyph = Literal["headquarters", "residency", "way_in", "seat", "former_seat", "house", "port", "city"]
Shape = Literal["center", "circle", "old_man", "stranger"]
Mode = Literal["rail", "sea", "air", "road"]
Mark = Literal["lawful", "aimed", "told"]
Layer = Literal["routes", "tags", "last_seen", "reach", "names"]

LAYERS: tuple[Layer, ...] = ("routes", "tags", "last_seen", "reach", "names")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMark:
    """A place: latitude and longitude in degrees, its sign, and how early its name finds room (0 first)."""

    id: str
    name: str
    at: tuple[float, float]
    glyph: Glyph = "city"
    rank: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteMark:
    """A route between two points, latitude and longitude in degrees. A closed one is drawn faintly."""

    id: str
    ends: tuple[tuple[float, float], tuple[float, float]]
    mode: Mode
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """Somebody at a place. `note` stands under the name; `last_seen` and `lost` say how sure that is, `ordered`
    whether an order is given. `portrait` is handed to the source of faces as it is. `age` is how far a sighting has faded, from
    0 to 1."""

    id: str
    name: str
    place: str
    shape: Shape
    portrait: Mapping[str, str]
    note: str = ""
    ordered: bool = False
    selected: bool = False
    last_seen: bool = False
    lost: bool = False
    age: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Where the Old Man may be while nobody knows: the places, those among them where he was looked for in vain, and words
    for it."""

    places: tuple[str, ...]
    searched: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryTag:
    """The mood of a country, tied to a point of it (latitude, longitude): tolerance 0 to 10, police alert 0 to 5."""

    id: str
    name: str
    at: tuple[float, float]
    tolerance: int
    alert: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyMark:
    """A journey that is planned or was made, place by place, in the pencil of a side, and what its tag says; `broken` lines
    are dashed. The tag of one that was `made` is left out where there is no room for it."""

    places: tuple[str, ...]
    words: str
    side: Literal["center", "circle"]
    broken: bool = False
    made: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """A place or token that is lit: a lawful target, the one aimed at, or the one being told of."""

    id: str
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """What the lines on the map mean: a title, the day as of which they hold, and the kinds there are with their names."""

    title: str
    date: str
    modes: tuple[tuple[Mode, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapModel:
    """All that lies on the map, as one side sees it. `selected` is the place or person that is open, if any; `reach` how many
    turns it is from there to every place that can be reached. What it is about is looked at first: the places of `seats`, and
    those of `stands`, where one's own people are, one for each; without either, all places. `footing` is no part of the model
    but remembers where people stood on it before; without one they are arranged afresh each time. Where it is
    `printed`, nothing can be pointed at, so that every sign has its name."""

    side: Literal["center", "circle"] = "center"
    places: tuple[PlaceMark, ...] = ()
    routes: tuple[RouteMark, ...] = ()
    tokens: tuple[Token, ...] = ()
    tags: tuple[CountryTag, ...] = ()
    journeys: tuple[JourneyMark, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    selected: str = ""
    search: Search | None = None
    reach: Mapping[str, int] = field(default_factory=dict)
    legend: Legend | None = None
    seats: tuple[str, ...] = ()
    stands: tuple[str, ...] = ()
    printed: bool = False
    footing: Footing | None = field(default=None, compare=False, repr=False)
