"""What a scenario file, with everything that it uses, may hold at its top level.

A definition of the file's shape and nothing else: the reading, the JSON Schema and the checks are
all derived from it and from the definitions of the rules.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from game.rules.definitions import (
    Briefing,
    Country,
    Newcomers,
    Operation,
    PersonDefinition,
    Place,
    Route,
    ScenarioEvent,
    SideNames,
    StartMeters,
    Task,
    Tie,
    VerdictText,
)
from game.rules.nouns import ArchiveShown, OwnLoyalty, Step
from game.rules.numbers import Numbers
from game.rules.tempers import Skill, Temperaments
from game.rules.testimonies import Testimonies
from game.scenario.lessons import Lessons, Note


@dataclass(frozen=True, slots=True, kw_only=True)
class OldMan:
    """Who is hunted, the exile place where he lives when the game begins, and what he is called if not the Old Man."""

    person: str
    seat: str
    called: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meters:
    """Where the meters of both sides stand when the game begins."""

    center: StartMeters = field(default_factory=StartMeters)
    circle: StartMeters = field(default_factory=StartMeters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A scenario as its files lay it out.

    `use` names the files that this one is laid upon, in order. `map` lists the places in play, `cast` the people;
    `places`, `routes`, `countries` and `people` are the libraries, with what this scenario changes in them. `wording` says
    which messages of the interface read otherwise here, `words` which words stand for others in whatever the game says.
    """

    format: int = 1
    id: str = ""
    title: str = ""
    subtitle: str = ""
    use: tuple[str, ...] = ()
    start: date | None = None
    step: Step | None = None
    turns: int | None = None
    level: str = "standard"
    length: str = ""
    card: str = ""
    history: str = ""
    briefing: Briefing = field(default_factory=Briefing)
    wins: Briefing = field(default_factory=Briefing)
    sides: SideNames = field(default_factory=SideNames)
    old_man: OldMan | None = None
    own_loyalty: OwnLoyalty = OwnLoyalty.SHOWN
    archive: ArchiveShown = ArchiveShown.WHOLE
    map: tuple[str, ...] = ()
    cast: tuple[str, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    routes: Mapping[str, Route] = field(default_factory=dict)
    countries: Mapping[str, Country] = field(default_factory=dict)
    people: Mapping[str, PersonDefinition] = field(default_factory=dict)
    operations: Mapping[str, Operation] = field(default_factory=dict)
    numbers: Numbers | None = None
    meters: Meters = field(default_factory=Meters)
    ties: tuple[Tie, ...] = ()
    sections: Mapping[str, int] = field(default_factory=dict)
    newcomers: Newcomers = field(default_factory=Newcomers)
    events: Mapping[str, ScenarioEvent] = field(default_factory=dict)
    directives: Mapping[str, Task] = field(default_factory=dict)
    aims: Mapping[str, Task] = field(default_factory=dict)
    verdicts: Mapping[str, VerdictText] = field(default_factory=dict)
    telegrams: Mapping[str, str] = field(default_factory=dict)
    lessons: Lessons = field(default_factory=Lessons)
    notes: Mapping[str, Note] = field(default_factory=dict)
    wording: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    tempers: Temperaments = field(default_factory=Temperaments)
    skills: Mapping[str, Skill] = field(default_factory=dict)
    testimonies: Testimonies = field(default_factory=Testimonies)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModHeader:
    """What `mod.yaml` says of a mod: its id is the name of its folder. `after` are the ids of mods on which it is to be laid, if
    they are there, `needs` of those without which it cannot be played; it is laid on them too."""

    format: int = 1
    id: str
    title: str
    about: str = ""
    author: str = ""
    version: str = ""
    after: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
