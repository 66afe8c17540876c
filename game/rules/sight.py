"""What can be asked about the game, by whoever knows: a side through its view, or the engine through the truth.

Chances and conditions are written once against this interface. Numbers come as a range that
holds the truth; on the truth both ends are the same. `None` means: this side cannot know.
"""

from dataclasses import dataclass
from typing import Protocol

from game.rules.definitions import Catalogue, Operation
from game.rules.geography import Atlas
from game.rules.nouns import Keep, Post

Range = tuple[int, int]


@dataclass(slots=True)
class Call:
    """What a chance or condition is asked about: an operation, who does it, its target, funds added.

    Not frozen, because some dozens are made a turn; nobody changes one.
    """

    operation: Operation
    agent: str
    target: str = ""
    extra: int = 0


class Sight(Protocol):
    """Everything that terms and conditions may look at."""

    @property
    def catalogue(self) -> Catalogue:
        """The public catalogue."""

    @property
    def atlas(self) -> Atlas:
        """The journeys of the catalogue."""

    @property
    def closed_routes(self) -> tuple[str, ...]:
        """Routes that are shut."""

    def skills(self, person: str, /) -> tuple[int, ...] | None:
        """The five skills of a person, if known."""

    def place(self, person: str, /) -> str | None:
        """Where an active person is; `None` if unknown or not active."""

    def access(self, person: str, /) -> int | None:
        """The ring of a person, if known."""

    def post(self, person: str) -> Post | None:
        """The post of a person of the Center's, if known."""

    def officer(self, person: str) -> bool | None:
        """Whether a person was the Center's before the game began, if known."""

    def steadfast(self, person: str) -> bool:
        """Whether it is known that nothing could win a person over."""

    def cover(self, person: str) -> Range:
        """Cover 0-5."""

    def loyalty(self, person: str) -> Range:
        """Loyalty 0-5."""

    def doubt(self, person: str) -> Range:
        """The Circle's doubt of a person in per cent; 0 for whoever is not on its roster."""

    def rapport(self, agent: str, person: str) -> int:
        """Rapport 0-3 of an agent with a person."""

    def in_household(self, person: str) -> bool | None:
        """Whether a person is of the household and in play; `None` if this side cannot know."""

    def household_rapport(self, agent: str) -> Range:
        """The best rapport of an agent with anybody of the household."""

    def contacts(self, agent: str) -> int:
        """How many contacts an agent keeps."""

    def levers_known(self, person: str) -> int:
        """How many levers of a person the Center knows."""

    def seat(self) -> str | None:
        """The seat, while the Old Man is at home; `None` if he is travelling or this side cannot know."""

    def old_man_home(self) -> bool | None:
        """Whether he is at home and not travelling."""

    def guards(self) -> Range:
        """Guards at the seat this turn."""

    def keeps(self) -> Keep | None:
        """Whether the household keeps the gate or the walls, if known."""

    def security(self) -> Range:
        """Security of the seat."""

    def security_cap(self) -> int:
        """The most that the security of the seat can be."""

    def track(self) -> int:
        """The Center's track as it counts it."""

    def false_track(self) -> Range:
        """How much of the track is false."""

    def preparation(self) -> int:
        """Preparation 0-5."""

    def influence(self) -> int:
        """Influence 0-20."""

    def alert(self, country: str) -> int:
        """Alert 0-5 of a country."""

    def tolerance(self, country: str) -> int:
        """Tolerance 0-10 of a country."""

    def asylum(self) -> str:
        """The country of asylum."""

    def pushed(self) -> bool:
        """Whether he is ordered out or interned."""

    def interned(self) -> bool:
        """Whether he is interned."""

    def welcome(self, country: str) -> bool:
        """Whether the Circle holds a visa for the country."""

    def raiders_force(self) -> int:
        """Force of all who would take part in a raid at the seat, see `sights.raiders`."""

    def mole_at_seat(self) -> int:
        """1 if one of the household at the seat is the Center's."""

    def other_mole(self, agent: str, area: str) -> int:
        """1 if another of the Center's people is in the area and in its organisation or household."""

    def sections(self, area: str) -> int:
        """Sections 0-3 in an area."""

    def quiet_vetting(self, person: str) -> int:
        """Turns since a person was last vetted."""

    def quiet_hiding(self) -> int:
        """Turns since he last hid."""

    def quiet_relocation(self) -> int:
        """Turns since he last moved house."""

    def owned(self, person: str) -> bool | None:
        """Whether a person is the Center's, if known."""

    def on_roster(self, person: str) -> bool | None:
        """Whether a person is on the Circle's roster."""

    def known_stranger(self, person: str) -> bool | None:
        """Whether the Circle has a dossier on an outsider."""

    def stealable(self) -> bool:
        """Whether the archive has not been taken yet, as far as this side knows."""
