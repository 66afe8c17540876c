"""The map's contents as one camera sees them: what there is to arrange, and everything that found room. Plain values."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pygame import Rect

from game.ui.map.captions import Caption
from game.ui.map.city.labels import PlacedLabel, SceneLabel
from game.ui.map.footing import Cell, Grid
from game.ui.map.model import CountryTag, Glyph, JourneyMark, Layer, MapModel, PlaceMark, Token
from game.ui.painter import Point


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedGlyph:
    """The sign of a place. Where the Old Man's own token stands for the place, a plain one does."""

    mark: PlaceMark
    glyph: Glyph
    box: Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedName:
    """The name of a place, and where its leader ends if it has one."""

    mark: PlaceMark
    box: Rect
    leader: Point | None = None


def crowd_key(crowd: Sequence[Token]) -> str:
    """Whom a token stands for: somebody by his id, or a crowd by its side, whoever is counted in it."""
    return crowd[0].id if len(crowd) == 1 else f"crowd of {'circle' if crowd[0].shape == 'circle' else 'center'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedToken:
    """Somebody's token and caption. `crowd` is everybody it stands for."""

    crowd: tuple[Token, ...]
    box: Rect
    caption: Caption | None

    @property
    def token(self) -> Token:
        """The one it shows."""
        return self.crowd[0]

    @property
    def key(self) -> str:
        """Who it is: somebody, or the crowd of one side."""
        return crowd_key(self.crowd)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedRow:
    """The people at one place, side by side on one leader, each on a cell of the grid; or one who is `alone`, as he has stepped
    out of a crowd there."""

    place: str
    origin: Point
    tokens: tuple[PlacedToken, ...]
    grid: Grid
    cells: tuple[Cell, ...]
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedTag:
    """A country's tag and the point it belongs to."""

    tag: CountryTag
    box: Rect
    anchor: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedJourneyTag:
    """A journey's tag, and the point of its line to which it belongs."""

    journey: JourneyMark
    box: Rect
    anchor: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedSearch:
    """The outline of the ground on which the Old Man is sought, and where its words stand, if there is room for them."""

    outline: tuple[Point, ...]
    words: Rect | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """Everything that found room."""

    glyphs: tuple[PlacedGlyph, ...]
    names: tuple[PlacedName, ...]
    rows: tuple[PlacedRow, ...]
    tags: tuple[PlacedTag, ...]
    journey_tags: tuple[PlacedJourneyTag, ...]
    labels: tuple[PlacedLabel, ...] = ()
    search: PlacedSearch | None = None
    legend: Rect | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A model as one camera sees it: which `sheet` at what size, where its places and tags are in real pixels, the zoom step,
    what is shown, and where water is. People and names lie in `safe` and on none of the papers that are `covered` there; those of
    places `aside`, where a paper may come to lie, stay there. `route_points` are the points of routes by their ids, `labels` the
    names on a city plate, `ways` the lines of the journeys, `legend` where the legend may lie."""

    model: MapModel
    sheet: tuple[str, float]
    points: Mapping[str, Point]
    anchors: Mapping[str, Point]
    route_points: Mapping[str, tuple[Point, ...]]
    ways: tuple[tuple[Point, ...], ...]
    step: int
    layers: frozenset[Layer]
    safe: Rect
    aside: Rect
    covered: tuple[Rect, ...]
    is_water: Callable[[Point], bool]
    labels: tuple[SceneLabel, ...] = ()
    legend: tuple[Point, ...] = ()

    @property
    def seen(self) -> Rect:
        """All that is uncovered."""
        return self.safe.union(self.aside) if self.aside else self.safe
