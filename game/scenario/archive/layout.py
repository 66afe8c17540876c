"""What the files of an `archive` folder may hold, and the archive that they make together with the world and the people.

A definition of shapes and nothing else, as `game.scenario.layout` is for scenarios. Every entry names its `sources`, ids of
the bibliography; `disputed` says what is told differently, and by whom.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from game.rules.definitions import Country, PersonDefinition, Place, Route
from game.rules.nouns import Confidence


class Shelf(StrEnum):
    """Where a source stands: lives of Trotsky, witnesses of the circle, the services, Mexico, the other hosts, papers, or no
    source at all but the game's own reading."""

    LIVES = "lives"
    WITNESSES = "witnesses"
    SERVICES = "services"
    MEXICO = "mexico"
    HOSTS = "hosts"
    PAPERS = "papers"
    GAME = "game"


class Part(StrEnum):
    """The chapters of the past operations."""

    ISOLATION = "isolation"
    FRANCE = "france"
    KILLING = "killing"
    RECALL = "recall"
    MEXICO = "mexico"


class OrganisationKind(StrEnum):
    """What an organisation is."""

    SERVICE = "service"
    MOVEMENT = "movement"
    PARTY = "party"
    UNION = "union"
    COMMISSION = "commission"
    INSTITUTE = "institute"


class Stance(StrEnum):
    """How a state stood towards the exile."""

    CLOSED = "closed"
    TRANSIT = "transit"
    TOLERATES = "tolerates"
    SHELTERS = "shelters"
    HUNTED = "hunted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A source: a book, a memoir, a file. `year` is a text, since some are not certain; `about` says how far it can be
    trusted."""

    id: str
    author: str
    title: str
    shelf: Shelf
    year: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What every telling of the past has: whom and what it names, what is disputed in it, and who says so."""

    text: str
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    disputed: str = ""
    sources: tuple[str, ...] = ()
    confidence: Confidence = Confidence.A


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedEvent(Told):
    """Something that happened. `date` and `until` are a year, a month or a day; `where` names a place that is not on the map."""

    id: str
    date: str
    title: str
    until: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastOperation(Told):
    """An operation of this history as a case: what was done, what came of it, and what it shows (`lesson`, a reading)."""

    id: str
    title: str
    part: Part
    date: str
    until: str = ""
    outcome: str = ""
    lesson: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Told):
    """A service, a party, a committee. `life` says in words how long it lasted."""

    id: str
    name: str
    kind: OrganisationKind
    life: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asylum:
    """How one country stood for some time. The numbers are on the scales of the game: tolerance 0-10, alert and police 0-5,
    leverage 0-3; they read what `text` tells."""

    id: str
    country: str
    date: str
    stance: Stance
    text: str
    tolerance: int
    alert: int
    police: int
    leverage: int
    until: str = ""
    sources: tuple[str, ...] = ()
    confidence: Confidence = Confidence.A


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What is told of the past, by id. `names` are other names by which the texts speak of people, by their ids."""

    operations: Mapping[str, PastOperation] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    timeline: Mapping[str, DatedEvent] = field(default_factory=dict)
    asylum: Mapping[str, Asylum] = field(default_factory=dict)
    bibliography: Mapping[str, Work] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveLayout(Past):
    """What the files of an `archive` folder hold, laid over one another."""

    format: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive(Past):
    """The whole library, as far as it could be read: the past, and with it the people and the world. Every mapping is by id."""

    people: Mapping[str, PersonDefinition] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    countries: Mapping[str, Country] = field(default_factory=dict)
    routes: Mapping[str, Route] = field(default_factory=dict)
