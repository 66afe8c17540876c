"""The map of the page: the countries as one quiet drawing, and over it a layer for every moment. All of it SVG."""

from collections.abc import Iterator
from math import dist
from pathlib import Path

from game.rules.nouns import OLD_MAN
from game.scenario.plates import AreaKind, Base, Plate
from game.ui.export.markup import text
from game.ui.map.arrays import Floats
from game.ui.map.atlas import Atlas, Box
from game.ui.map.camera import BOUNDS
from game.ui.map.chart import WORLD, Chart
from game.ui.map.city.geometry import geometry_of
from game.ui.map.city.plates import CityPlates
from game.ui.map.clipping import clip_ring, thinned
from game.ui.map.lines import journey_way
from game.ui.map.model import JourneyMark, MapModel, PlaceMark, Token
from game.ui.presenters.revelations.dossier import Dossier

WIDE = 1080
"""Units of the drawing across."""
_MARGIN = 46.0
_NAMED = ("headquarters", "residency", "seat", "former_seat")
_APART = 30.0
"""Units between two spots at which people stand."""
_LETTER, _LINE = 6.8, 15.0
"""About the width of a letter of a place's name, and the height of the name."""

_SHORES = {AreaKind.LAND: "land", AreaKind.ISLAND: "land", AreaKind.WATER: "water"}
"""How areas of a plate are drawn; others are left out."""

Point = tuple[float, float]


class DrawnMap:
    """The map of one game; `assets` is the folder with `map`. A game whose places all lie on one of the `cities`' plates has that
    one's land and water."""

    def __init__(self, dossier: Dossier, assets: Path, cities: CityPlates) -> None:
        self._dossier = dossier
        self._atlas = Atlas(assets / "map")
        places = dossier.chronicle.scenario.catalogue.places.values()
        self._home = cities.home([place.at for place in places])
        self._plate = cities.plate(self._home.id) if self._home is not None else None
        chart = self._home or WORLD
        self._places = {place.id: chart.project(place.at[1], place.at[0]) for place in places}
        self._box = _extent(chart) if self._home is not None else _frame(list(self._places.values()))
        self._scale = WIDE / (self._box[2] - self._box[0])
        self.high = round((self._box[3] - self._box[1]) * self._scale)
        """Units of the drawing from top to bottom."""

    def svg(self) -> str:
        """The whole drawing. The last moment is seen until something chooses another."""
        layers = "".join(self._layer(moment) for moment in self._dossier.chronicle.moments)
        title = text(self._dossier.title)
        return f'<svg viewBox="0 0 {WIDE} {self.high}" role="img"><title>{title}</title>{self._land()}{layers}</svg>'

    def _at(self, point: Point) -> Point:
        return (round((point[0] - self._box[0]) * self._scale, 1), round((self._box[3] - point[1]) * self._scale, 1))

    def _land(self) -> str:
        if self._home is not None and self._plate is not None:
            return "".join(self._shores(self._home, self._plate))
        catalogue = self._dossier.chronicle.scenario.catalogue
        era = self._atlas.era(catalogue.start)
        paths = (
            self._outline(ring.points) for country in self._atlas.countries(era) for area in country.polygons for ring in area[:1]
        )
        return f'<path class="land" d="{"".join(paths)}"/>'

    def _shores(self, home: Chart, plate: Plate) -> Iterator[str]:
        """Land and water of a plate, cut out of one another in the order of its file."""
        if plate.base is Base.LAND:
            yield f'<rect class="land" width="{WIDE}" height="{self.high}"/>'
        for area in geometry_of(plate, home).areas:
            kind = _SHORES.get(area.kind)
            if kind:
                yield f'<path class="{kind}" d="{self._outline(area.outline.points)}"/>'

    def _outline(self, points: Floats) -> str:
        ring = clip_ring(points, self._box)
        if len(ring) < 3:
            return ""
        placed = thinned((ring - (self._box[0], self._box[3])) * (self._scale, -self._scale), 1.3)
        if len(placed) < 3:
            return ""
        return f"M{' '.join(f'{x:.0f},{y:.0f}' for x, y in placed.tolist())}Z"

    # -- one moment

    def _layer(self, moment: int) -> str:
        model = self._dossier.marks(moment)
        last = " last" if moment == self._dossier.last else ""
        parts = (*map(self._journey, model.journeys), *self._marks(model), *self._people(model))
        return f'<g class="layer{last}" data-m="{moment}">{"".join(parts)}</g>'

    def _journey(self, journey: JourneyMark) -> str:
        way = journey_way([self._at(self._places[place]) for place in journey.places])
        line = " ".join(f"{x:.0f},{y:.0f}" for x, y in way)
        return f'<polyline class="way {journey.side}" points="{line}"/>'

    def _marks(self, model: MapModel) -> Iterator[str]:
        """Spots of all places where somebody is, and the names of those that matter, as far as there is room."""
        people = {token.place for token in model.tokens}
        taken: list[tuple[float, float, float, float]] = []
        for mark in sorted(model.places, key=lambda mark: mark.rank):
            x, y = self._at(self._places[mark.id])
            if mark.id in people or mark.glyph in _NAMED:
                yield f'<circle class="spot" cx="{x}" cy="{y}" r="3"/>'
            if mark.glyph == "seat":
                yield f'<circle class="seat" cx="{x}" cy="{y}" r="15"/>'
            if mark.glyph in _NAMED:
                yield from self._name(mark, (x, y), taken)

    def _name(self, mark: PlaceMark, at: Point, taken: list[tuple[float, float, float, float]]) -> Iterator[str]:
        wide = len(mark.name) * _LETTER
        for left, top in (
            (at[0] + 20, at[1] - 6),
            (at[0] - 20 - wide, at[1] - 6),
            (at[0] - wide / 2, at[1] + 16),
            (at[0] - wide / 2, at[1] - 32),
        ):
            box = (left, top, left + wide, top + _LINE)
            if left > 0 and box[2] < WIDE and not any(_meet(box, other) for other in taken):
                taken.append(box)
                yield f'<text class="name" x="{left:.0f}" y="{top + 11:.0f}">{text(mark.name)}</text>'
                return

    def _people(self, model: MapModel) -> Iterator[str]:
        """At each spot a square for the Center's people and a disc for the Circle's, with their number; the Old Man alone."""
        for (x, y), tokens in self._spots(model):
            for token in tokens:
                if token.id == OLD_MAN:
                    yield f'<circle class="man" cx="{x}" cy="{y}" r="8"><title>{text(token.name)}</title></circle>'
            centers = [token for token in tokens if token.shape == "center"]
            circles = [token for token in tokens if token.shape == "circle"]
            if centers:
                yield _crowd(x - 13, y - 12, centers, "center")
            if circles:
                yield _crowd(x + 13, y - 12, circles, "circle")

    def _spots(self, model: MapModel) -> list[tuple[Point, list[Token]]]:
        """Who is where; places so close that their signs would lie on one another are one spot, the Old Man's if he is there."""
        spots: list[tuple[Point, list[Token]]] = []
        for token in sorted(model.tokens, key=lambda token: token.id != OLD_MAN):
            at = self._at(self._places[token.place])
            near = next((tokens for spot, tokens in spots if dist(spot, at) < _APART), None)
            if near is None:
                spots.append((at, [token]))
            else:
                near.append(token)
        return spots


def _crowd(x: float, y: float, tokens: list[Token], side: str) -> str:
    names = ", ".join(f"{token.name} ({token.note})" if token.note else token.name for token in tokens)
    shape = (
        f'<rect class="dot center" x="{x - 8:.1f}" y="{y - 8:.1f}" width="16" height="16"/>'
        if side == "center"
        else f'<circle class="dot circle" cx="{x:.1f}" cy="{y:.1f}" r="8.5"/>'
    )
    return f'<g><title>{text(names)}</title>{shape}<text class="figure" x="{x:.1f}" y="{y + 4.4:.1f}">{len(tokens)}</text></g>'


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def _extent(chart: Chart) -> Box:
    """All that a plate is about."""
    (west, south), (east, north) = (chart.project(*corner) for corner in chart.corners)
    return (west, south, east, north)


def _frame(points: list[Point]) -> Box:
    """The part of the sheet with all places in it, no taller than it is wide and no wider than twice its height."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    wide = max(xs) - min(xs) + 2 * _MARGIN / 4
    high = max(ys) - min(ys) + 2 * _MARGIN / 4
    wide, high = max(wide, high * 1.25), max(high, wide / 2)
    middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    west = max(BOUNDS[0] - 8, min(middle[0] - wide / 2, BOUNDS[2] - wide))
    south = middle[1] - high / 2
    return (west, south, west + wide, south + high)
