"""What the whole window shares: where things lie on this machine, the portraits, the scenarios, the saves. Each is read
when it is first asked for; the title asks for none of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
import pygame
from pygame import Surface

from game import __version__
from game.resources import assets_folder
from game.ui.budget import TITLES_ON_DISK
from game.ui.colours import OWN_LOOK, STANDARD, Look
from game.ui.map.shelf import Shelf, trim
from game.ui.theme import Tokens, read_tokens
from game.ui.words import ENGLISH, Words

if TYPE_CHECKING:
    from game.match.register import RegisterFile
    from game.players.search.crew import ManyHands
    from game.rules.definitions import Scenario
    from game.scenario.archive import Archive
    from game.scenario.library import Library
    from game.scenario.packs import Pack, Packs
    from game.ui.app import Attendant, Companion
    from game.ui.desk.faces import Background, Faces
    from game.ui.map.city.plates import CityPlates
    from game.ui.map.view import MapView
    from game.ui.portraits.gallery import PortraitGallery

MOST_HANDS = 2
"""In so many processes the computer thinks at most: the window has to be drawn too."""
_TITLE_PAPER = "sheet"
"""What the map of the title is printed on: where a mod has another colour for that, all of it is as much lighter or darker."""
FIRST_DAY = date(1939, 8, 1)
"""Whose borders the map shows until a game says its own day."""


@dataclass
class Office:
    """Folders and shared things of one window. Tests name folders of their own."""

    assets: Path = field(default_factory=assets_folder)
    saves: Path = field(default_factory=lambda: Path(platformdirs.user_data_dir("utka", appauthor=False)) / "saves")
    cache: Path = field(default_factory=lambda: Path(platformdirs.user_cache_dir("utka", appauthor=False)))
    progress: Path = field(default_factory=lambda: Path(platformdirs.user_config_dir("utka", appauthor=False)) / "progress.json")
    kept: Path = field(default_factory=lambda: Path(platformdirs.user_documents_dir()) / "UTKA")
    """Where the player finds what he keeps of finished games."""
    words: Words = field(default_factory=Words)
    companion: Companion | None = None
    """Who comes along through all screens, once the game behind the title has been read."""
    attendant: Attendant | None = None
    """Who takes what is dropped onto the window, and keeps what is open when it closes; there from then on as well."""

    _own_archives: dict[tuple[Pack, ...], Archive] = field(default_factory=dict, repr=False)

    @property
    def letters(self) -> Path:
        """Where letters of games by mail lie, beside the saves: those that came, and in `out` those to send."""
        return self.saves.parent / "mail"

    @property
    def register(self) -> RegisterFile:
        """The register of closed files, beside the saves."""
        from game.match.register import RegisterFile  # noqa: PLC0415 - not for the title

        return RegisterFile(self.saves.parent / "closed.json")

    @cached_property
    def gallery(self) -> PortraitGallery:
        """Everybody's portraits."""
        from game.ui.portraits.gallery import PortraitGallery  # noqa: PLC0415 - not for the title

        return PortraitGallery(self.assets, pictures=self.pictures, colours=self.look.colours)

    @cached_property
    def pictures(self) -> dict[str, Path]:
        """The pictures that mods bring along, by name."""
        from game.scenario.pictures import pictures_in  # noqa: PLC0415 - not for the title

        return pictures_in(self.packs)

    @cached_property
    def signs(self) -> dict[str, Path]:
        """The signs of operations that mods bring along, by name."""
        from game.scenario.pictures import signs_in  # noqa: PLC0415 - not for the title

        return signs_in(self.packs)

    def bring_along(self, packs: Packs) -> None:
        """Takes in what other packs bring along to be seen and heard."""
        from game.scenario.pictures import pictures_in, signs_in  # noqa: PLC0415 - not for the title

        self.pictures.update(pictures_in(packs))
        self.signs.update(signs_in(packs))
        self.heard = packs
        for name in ("look", "tokens"):
            self.__dict__.pop(name, None)

    @cached_property
    def look(self) -> Look:
        """What mods lay over the game's looks. The title does without reading any file where no mod has a folder for it."""
        if not self.__dict__.keys() & {"packs", "heard"} and not any((self.saves.parent / "mods").glob("*/theme")):
            return OWN_LOOK
        from game.ui.looks import read_look  # noqa: PLC0415 - not for the title

        return read_look(self.assets, self.heard).look

    @cached_property
    def tokens(self) -> Tokens:
        """Colours, type and measures, as mods have changed them."""
        return read_tokens(self.assets / "tokens.json", self.look)

    @cached_property
    def faces(self) -> Faces:
        """The portraits as papers and tokens want them."""
        from game.ui.desk.faces import Faces  # noqa: PLC0415 - not for the title

        return Faces(self.gallery)

    @cached_property
    def packs(self) -> Packs:
        """The shipped content and the player's mods."""
        from game.scenario.packs import find_packs  # noqa: PLC0415 - not for the title

        return find_packs()

    @cached_property
    def heard(self) -> Packs:
        """Those whose sounds are heard."""
        return self.packs

    @property
    def languages(self) -> tuple[tuple[str, str], ...]:
        """Codes and names of the languages that can be chosen: the game's own, and those that mods bring along."""
        from game.scenario.languages import languages_in  # noqa: PLC0415 - not for the title

        return ((ENGLISH, "English"), *((code, language.name) for code, language in languages_in(self.heard).items()))

    def speak(self, code: str) -> Words:
        """Speaks a language from now on, and answers with its words: English where nobody brings that one."""
        self.words = Words()
        if code != ENGLISH:
            from game.scenario.languages import tongue_of  # noqa: PLC0415 - the title does without where it is English

            language = tongue_of(code, self.heard).language
            self.words = Words(code, language) if language is not None else self.words
        return self.words

    @cached_property
    def library(self) -> Library:
        """The scenarios in them."""
        from game.scenario.library import Library  # noqa: PLC0415 - not for the title

        return Library(self.packs, self.cache / "scenarios.json")

    @cached_property
    def archive(self) -> Archive:
        """The archive in them, as far as it can be read."""
        from game.scenario.archive import read_archive  # noqa: PLC0415 - not for the title

        return read_archive(self.packs)

    def archive_for(self, scenario: Scenario) -> Archive:
        """The archive of whoever plays a scenario: all of it, or what the mods brought that the scenario is made of."""
        from game.rules.nouns import ArchiveShown  # noqa: PLC0415 - the title does without the rules

        if scenario.catalogue.archive is ArchiveShown.WHOLE:
            return self.archive
        own = tuple(pack for pack in self.heard.packs if pack.id in dict(scenario.mods))
        if own not in self._own_archives:
            from game.scenario.archive import read_archive  # noqa: PLC0415 - not for the title
            from game.scenario.packs import Packs  # noqa: PLC0415 - nor this

            self._own_archives[own] = read_archive(Packs(own))
        return self._own_archives[own]

    @cached_property
    def hands(self) -> ManyHands:
        """The processes in which the computer thinks; none runs before it is first needed, nor after a game is left."""
        from game.match.labour import all_cores  # noqa: PLC0415 - not for the title
        from game.players.search.crew import ManyHands  # noqa: PLC0415 - not for the title

        return ManyHands(min(MOST_HANDS, all_cores()))

    @cached_property
    def map_sheet(self) -> MapView:
        """The one map of the window, lent to whichever screen shows it. The display must be open."""
        return self.new_map()

    def new_map(self) -> MapView:
        """A map that nobody else looks at. The display must be open."""
        from game.ui.map.view import MapView  # noqa: PLC0415 - not for the title

        return MapView(self.assets, self.cache, FIRST_DAY, self._face, self.cities)

    @cached_property
    def cities(self) -> CityPlates:
        """The city plates in the packs."""
        from game.scenario.plate_list import PlateList  # noqa: PLC0415 - not for the title
        from game.ui.map.city.plates import CityPlates  # noqa: PLC0415 - not for the title

        return CityPlates(PlateList(self.packs, self.cache / "plates.json"))

    def _face(self, record: Mapping[str, str], background: Background, size: int, round_cut: bool) -> Surface:
        if round_cut:
            return self.faces.disc(record, size, background=background)
        return self.faces.surface(record, background=background, cut="face", size=(size, size))

    def title_portrait(self, diameter: int) -> Surface:
        """The Old Man for the title: the body cut to the disc he stands in, the head above its edge. He is a print of
        the portrait kit, which need not be read for one face."""
        size = (round(diameter * 0.9), round(diameter * 1.125))
        drawing = (self.assets / "prints" / "old-man.svg").read_text(encoding="utf-8")
        printed, now = self.tokens.printed, self.tokens.palettes[STANDARD]
        inks = {printed[name].hex[:7]: now[name].hex[:7] for name in printed if name.startswith("portrait.")}
        drawing = re.sub("#[0-9A-F]{6}", lambda ink: inks.get(ink[0].lower(), ink[0]), drawing)
        bust = pygame.image.load_sized_svg(BytesIO(drawing.encode()), size).convert_alpha()
        mask = Surface((size[0] * 2, size[1] * 2), pygame.SRCALPHA)
        centre = (size[0], size[1] * 2 - diameter)
        mask.fill("white", (0, 0, size[0] * 2, centre[1]))
        pygame.draw.circle(mask, "white", centre, diameter)
        bust.blit(pygame.transform.smoothscale(mask, size), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        return bust

    def title_picture(self, look: str, size: tuple[int, int], paint: Callable[[Surface], None]) -> Surface:
        """The title without its words, as an earlier window of this size has painted it for this look, or painted now."""
        shelf = Shelf(self.cache / "title", ".bmp")
        drawn = self._title_map.stat().st_mtime_ns if self._title_map.is_file() else 0
        name = f"{__version__}-{look}-{drawn}"
        kept = shelf.fetch(name, size)
        if kept is not None:
            return kept.convert()
        picture = Surface(size)
        paint(picture)
        trim(self.cache / "title", TITLES_ON_DISK, "*.bmp")
        shelf.keep(name, picture)
        return picture

    @property
    def _title_map(self) -> Path:
        return self.assets / "prints" / "title-map.jpg"

    def paint_title_map(self, surface: Surface, palette: str = STANDARD) -> None:
        """The faint map of the title, covering the whole Surface."""
        picture = pygame.image.load(str(self._title_map)).convert()
        shrink = min(picture.get_width() / surface.get_width(), picture.get_height() / surface.get_height())
        seen = pygame.Rect(0, 0, round(surface.get_width() * shrink), round(surface.get_height() * shrink))
        seen.center = picture.get_rect().center
        pygame.transform.smoothscale(picture.subsurface(seen.clip(picture.get_rect())), surface.get_size(), surface)
        now, before = self.tokens.palettes[palette][_TITLE_PAPER], self.tokens.printed[_TITLE_PAPER]
        surface.fill([max(0, now[at] - before[at]) for at in range(3)], special_flags=pygame.BLEND_RGB_ADD)
        surface.fill([max(0, before[at] - now[at]) for at in range(3)], special_flags=pygame.BLEND_RGB_SUB)
