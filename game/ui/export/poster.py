"""The poster: a finished game as one upright picture, drawn by the game itself. What stands on it, and where, is said by
`assets/export/poster.yaml`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml
from pygame import Rect, Surface

from game.match.envelope import write_whole
from game.scenario.steps import Work
from game.ui.backdrop import home_of
from game.ui.desk.faces import Faces, photograph
from game.ui.export.figures import key_figures
from game.ui.export.png import ROWS, png_pieces
from game.ui.map.camera import Area
from game.ui.map.fitting import fitted_world
from game.ui.map.model import Layer, MapModel, Token
from game.ui.map.opening import Gathering
from game.ui.map.steering import Steering
from game.ui.map.view import MapView
from game.ui.painter import Painter
from game.ui.papers import head_rule, paper, sheet, stamp
from game.ui.presenters.revelations.dossier import Dossier
from game.ui.screens.revelations.told import plot_of
from game.ui.signs import emblem
from game.ui.studio import Studio
from game.ui.theme import SideName, Theme
from game.ui.widgets.chart import paint_chart

_MAP_MS = 60
"""Milliseconds of work on the map between two words of progress."""
_SIZES = (18.0, 17.0, 16.0, 15.0, 14.0)
"""In which sizes a text may be set, in pixels of the game's design, the best first."""
_WHOLE = 100
_HEADED, _MAPPED, _DRAWN = 5, 80, 90
"""How much of the whole is done once the head stands, the map is painted, and only the file is to be written."""


class PosterError(Exception):
    """The layout of the poster cannot be read; the message is one line for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterLayout:
    """The size of the poster and where its parts lie, in its own pixels; which charts are on it, and how many quotations."""

    size: tuple[int, int]
    unit: float
    """Real pixels for a pixel of the game's design: how large letters and signs are."""
    places: Mapping[str, Rect]
    charts: tuple[str, ...]
    quotations: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A sentence or two on the poster, and who says it. `portrait` is empty where nobody does."""

    words: str
    by: str
    portrait: Mapping[str, str]
    side: SideName | None = None


def read_layout(assets: Path) -> PosterLayout:
    """The poster's layout.

    Raises:
        PosterError: the file is missing or does not say where everything lies.
    """
    file = assets / "export" / "poster.yaml"
    try:
        read: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
        places = {str(name): Rect(*(int(number) for number in box)) for name, box in read["places"].items()}
        missing = [name for name in ("head", "verdict", "map", "figures", "charts", "quotations", "foot") if name not in places]
        if missing:
            raise PosterError(f"{file}: places: {', '.join(missing)} missing")
        wide, high = (int(number) for number in read["size"])
        charts = tuple(str(chart) for chart in read["charts"])
        return PosterLayout(
            size=(wide, high), unit=float(read["unit"]), places=places, charts=charts, quotations=int(read["quotations"])
        )
    except OSError as wrong:
        raise PosterError(f"{file} cannot be read: {wrong.strerror or wrong}") from None
    except (yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise PosterError(f"{file} is not as expected: {' '.join(str(wrong).split())}") from None


class Poster:
    """Draws the poster of one game. `view` is a map of its own, not the window's."""

    def __init__(self, dossier: Dossier, theme: Theme, assets: Path, faces: Faces, view: MapView) -> None:
        self._dossier, self._faces, self._view, self._words = dossier, faces, view, dossier.words
        self._layout = read_layout(assets)
        self._studio = Studio(assets, replace(theme, unit=self._layout.unit), self._layout.size)

    def work(self) -> Work[Surface]:
        """Draws it piece by piece: gives how much of a hundred is done, and returns the picture, which is still to be written."""
        places = self._layout.places
        surface = Surface(self._layout.size)
        painter = Painter(surface, self._studio)
        paper(painter, surface.get_rect(), "sheet")
        self._head(painter, places["head"])
        self._verdict(painter, places["verdict"])
        yield _HEADED, _WHOLE
        yield from self._map(painter, places["map"])
        self._figures(painter, places["figures"])
        yield _MAPPED + 2, _WHOLE
        self._charts(painter, places["charts"])
        yield _MAPPED + 4, _WHOLE
        self._quotations(painter, places["quotations"])
        yield _MAPPED + 8, _WHOLE
        self._foot(painter, places["foot"])
        yield _DRAWN, _WHOLE
        return surface

    def _head(self, painter: Painter, rect: Rect) -> None:
        catalogue = self._dossier.chronicle.scenario.catalogue
        size, x = painter.px(58), rect.x
        sides: tuple[SideName, SideName] = ("center", "circle")
        for side in sides:
            emblem(painter, side, (x + size // 2, rect.y + size // 2), size)
            x += size + painter.px(14)
        scale = min(1.0, (rect.right - x - painter.px(16)) / max(1, painter.text_width("h1", catalogue.title, size=56)))
        painter.text("h1", catalogue.title, (x + painter.px(10), rect.y + size // 2), anchor="midleft", size=56 * scale)
        dates = f"{catalogue.subtitle} · {self._dossier.date(1)} – {self._dossier.date(self._dossier.chronicle.turns)}"
        painter.text("body", dates, (rect.x, rect.y + size + painter.px(14)), "ink2", size=20, width=rect.w)
        painter.rule(rect.x, rect.x + rect.w // 2, rect.bottom - 6, "center", 5)
        painter.rule(rect.x + rect.w // 2, rect.right, rect.bottom - 6, "circle", 5)

    def _verdict(self, painter: Painter, rect: Rect) -> None:
        verdict = self._dossier.verdict
        if verdict is None:
            painter.paragraph("body", self._dossier.caution, rect, "ink2", italic=True)
            return
        room = round(rect.w * 0.64)
        used = painter.paragraph("h2", verdict.title, Rect(rect.x, rect.y, room, 0))
        print_whole(painter, verdict.text, Rect(rect.x, rect.y + used + painter.px(8), room, rect.h - used - painter.px(8)))
        wide = rect.w - room - painter.px(40)
        fitting = wide / max(1, painter.text_width("h2", verdict.stamp) + painter.px(90))
        centre = (rect.right - wide // 2, rect.y + rect.h // 2)
        stamp(painter, centre, verdict.stamp, verdict.winner or "ink", tilt=-5, size=min(40.0, 32.0 * fitting))

    def _map(self, painter: Painter, rect: Rect) -> Work[None]:
        """The map of the end with the whole way; painted as long as it takes."""
        dossier, catalogue = self._dossier, self._dossier.chronicle.scenario.catalogue
        sheet(painter, rect, "photo", "s2")
        inner = rect.inflate(-2 * painter.px(9), -2 * painter.px(9))
        home = home_of(self._view, catalogue)
        points = [home.project(place.at[1], place.at[0]) for place in catalogue.places.values()]
        fitted = fitted_world(points, inner.size, painter.theme.unit, painter.px(80)) if home.is_world else home
        steering = Steering(fitted)
        area = Area(*inner)
        steering.fit(area, area, painter.theme.unit, gathering=lambda: Gathering(must=points))
        self._view.set_day(catalogue.first_day(max(1, dossier.chronicle.turns)))
        self._view.set_model(poster_map(dossier.marks(dossier.last)))
        layers: frozenset[Layer] = frozenset(("names",))
        camera = steering.camera(0)
        kept = len(painter.texts)
        self._view.prepare(painter)
        yield _HEADED, _WHOLE
        self._view.draw(painter, inner, inner, camera, layers=layers, chart=home)
        while self._view.missing:
            self._view.work(_MAP_MS)
            ready, all_tiles = self._view.painting or (1, 1)
            yield _HEADED + (_MAPPED - _HEADED) * ready // max(1, all_tiles), _WHOLE
        del painter.texts[kept:]
        self._view.draw(painter, inner, inner, camera, layers=layers, chart=home)
        yield _MAPPED, _WHOLE

    def _figures(self, painter: Painter, rect: Rect) -> None:
        figures = key_figures(self._dossier, self._words)
        cell = rect.w // len(figures)
        for index, (name, figure) in enumerate(figures):
            x = rect.x + index * cell
            room = cell - painter.px(10)
            painter.text("label", name, (x, rect.y), "ink2", width=room)
            wanted = painter.text_width("number_large", figure)
            size = 44 * min(1.0, room / max(1, wanted))
            painter.text("number_large", figure, (x, rect.bottom), anchor="bottomleft", size=size)

    def _charts(self, painter: Painter, rect: Rect) -> None:
        wanted = [sheet_ for id_ in self._layout.charts for sheet_ in self._dossier.charts if sheet_.id == id_]
        if not wanted:
            return
        columns = 3
        rows = -(-len(wanted) // columns)
        gap = painter.px(36)
        wide, high = (rect.w - (columns - 1) * gap) // columns, rect.h // rows
        for index, chart in enumerate(wanted):
            x, y = rect.x + index % columns * (wide + gap), rect.y + index // columns * high
            paint_chart(painter, Rect(x, y, wide, high - painter.px(18)), plot_of(chart))

    def _quotations(self, painter: Painter, rect: Rect) -> None:
        quotations = quotations_of(self._dossier, self._layout.quotations)
        if not quotations:
            return
        gap = painter.px(36)
        wide = (rect.w - (len(quotations) - 1) * gap) // len(quotations)
        for index, quotation in enumerate(quotations):
            self._quotation(painter, Rect(rect.x + index * (wide + gap), rect.y, wide, rect.h), quotation)

    def _quotation(self, painter: Painter, rect: Rect, quotation: Quotation) -> None:
        y = rect.y + head_rule(painter, rect, quotation.by, role="number_small") + painter.px(12)
        left = rect.x
        if quotation.portrait:
            tall = painter.px(120)
            box = Rect(rect.x, y, tall * 4 // 5, tall)
            photograph(painter, self._faces, box, quotation.portrait, quotation.side)
            left = box.right + painter.px(16)
        room = Rect(left, y, rect.right - left, rect.bottom - y)
        print_whole(painter, quotation.words, room, italic=bool(quotation.portrait))

    def _foot(self, painter: Painter, rect: Rect) -> None:
        _, verdict = self._words, self._dossier.verdict
        painter.rule(rect.x, rect.right, rect.y, "ink", 2)
        middle = rect.y + rect.h // 2 + painter.px(4)
        painter.text("h3", "УТКА", (rect.x, middle), anchor="midleft")
        said = _("A game. What happened in it did not happen; how it was stands in the archive.")
        painter.text("small", said, (rect.centerx, middle), "ink2", anchor="center")
        if verdict is not None:
            painter.text("small", verdict.drawn, (rect.right, middle), "ink2", anchor="midright")


def poster_map(model: MapModel) -> MapModel:
    """The map of the end as it is printed: names alone, but for the Old Man's, where the name of his house stands, which his
    own takes the place of elsewhere."""
    houses = {place.id: place.name for place in model.places}

    def printed(token: Token) -> Token:
        if token.shape != "old_man":
            return replace(token, note="")
        return token if token.note else replace(token, note=houses.get(token.place, ""))

    return replace(model, tokens=tuple(printed(token) for token in model.tokens), printed=True)


def print_whole(painter: Painter, text: str, room: Rect, *, italic: bool = False) -> None:
    """A text as large as it finds room whole; one that is too long even in the smallest letters ends with a whole sentence."""
    for words in _shorter_and_shorter(text):
        for size in _SIZES:
            if painter.paragraph_height("body", words, room.w, size=size, italic=italic) <= room.h:
                painter.paragraph("body", words, room, size=size, italic=italic)
                return


def _shorter_and_shorter(text: str) -> Iterator[str]:
    """A text, and what is left of it when its last sentence is taken away, again and again."""
    yield text
    ends = [end.end() for end in re.finditer(r"[.?!…][”’)]*(?=\s)", text)]
    yield from (text[:end] for end in reversed(ends))


def quotations_of(dossier: Dossier, most: int) -> tuple[Quotation, ...]:
    """What stands on the poster as said: the first words of the testimonies; where nobody speaks, the hinges."""
    told = [
        Quotation(
            words=f"“{_opening(each.text[0])}”", by=each.name, portrait=dossier.names.portrait(each.speaker),
            side=dossier.served(each.speaker) or None,
        )
        for each in dossier.testimonies if each.text
    ]  # fmt: skip
    hinges = [Quotation(words=f"{line.words} {line.swing}.", by=line.date, portrait={}) for line in dossier.hinges]
    return tuple((told or hinges)[:most])


def _opening(words: str, most: int = 260) -> str:
    """The first sentences, as far as they are short."""
    if len(words) <= most:
        return words
    cut = words[:most]
    end = max(cut.rfind(mark) for mark in (". ", "? ", "! "))
    return cut[: end + 1] if end > 0 else f"{cut.rsplit(' ', 1)[0]} …"


def save_poster(surface: Surface, path: Path) -> Work[None]:
    """Writes the picture as PNG, whole or not at all: gives how much of a hundred of the poster is done. Raises OSError where it
    cannot be written."""
    pieces, whole = [], surface.get_height()
    for piece in png_pieces(surface):
        pieces.append(piece)
        yield min(_WHOLE, _DRAWN + (_WHOLE - _DRAWN) * len(pieces) * ROWS // whole), _WHOLE
    write_whole(path, b"".join(pieces))
