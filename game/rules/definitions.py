"""All that a scenario can say, frozen: the public catalogue and the secret setup, kept apart.

The catalogue may be held by both sides; the setup is seen by the engine alone. Numbers of
the rules are in `numbers`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from game.rules.nouns import (
    HOUSE,
    MOVEMENT,
    OLD_MAN,
    Actor,
    ArchiveShown,
    Confidence,
    Label,
    Lever,
    Limit,
    Mode,
    OwnLoyalty,
    PhaseName,
    PlaceKind,
    Post,
    Side,
    Step,
    TargetKind,
)
from game.rules.numbers import Numbers
from game.rules.parlance import Parlance
from game.rules.tempers import Skill, Temperaments
from game.rules.testimonies import Testimonies
from game.rules.words import Chance, Condition, Effect, StrikeAt


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place on the map.

    `at` is latitude and longitude in degrees. Places of one `area` (by default its own id) count as one
    for every rule. `security` and `security_cap` (0-10) belong to exile seats. The name of a `minor` place gives way to others on
    the map.
    """

    id: str
    name: str
    country: str
    at: tuple[float, float]
    kinds: tuple[PlaceKind, ...]
    area: str = ""
    security: int = 0
    security_cap: int = 0
    label: Label = Label.MAJOR
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A way between two places and how many days it takes."""

    id: str
    between: tuple[str, str]
    mode: Mode
    days: int
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country: tolerance 0-10 of the exile, alert 0-5, police 0-5, Moscow's leverage 0-3.

    `called`: what it is called in the middle of a sentence, if that is not its name, as `the Netherlands`.
    """

    id: str
    name: str
    called: str = ""
    tolerance: int
    alert: int = 0
    police: int = 2
    leverage: int = 0
    note: str = ""
    sources: tuple[str, ...] = ()

    @property
    def in_a_sentence(self) -> str:
        """What it is called in the middle of a sentence."""
        return self.called or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """How an operation betrays itself: the base of its traces, and whether they also alarm the police.

    `household`: only the household could have done it, so only those of access 1 are suspects.
    """

    base: int
    alarm: bool = False
    household: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One kind of order.

    `needs` is judged on the side's view before the order is taken, and on the truth when its turn comes.
    `cost` is in funds; `extra` is how many funds more may be added. A `free` order takes no signal.
    """

    id: str
    side: Side
    name: str
    phase: PhaseName
    icon: str
    actor: Actor = Actor.PERSON
    target: TargetKind = TargetKind.NONE
    cost: int = 0
    extra: int = 0
    free: bool = False
    limit: Limit = Limit.NONE
    counts_once: bool = False
    needs: tuple[Condition, ...] = ()
    success: Chance
    traces: Traces = Traces(base=0)
    do: tuple[Effect, ...] = ()
    failing: tuple[Effect, ...] = ()
    failing_traced: tuple[Effect, ...] = ()
    either: tuple[Effect, ...] = ()
    call_off: bool = False
    summary: str = ""
    help: str = ""


TIES = frozenset(
    (
        "family", "friend", "comrade", "rival", "lover", "colleague", "superior", "subordinate", "agent", "secretary", "knows",
        "victim",
    )
)  # fmt: skip
"""The kinds of relations that the archive has words for, from either end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A tie to somebody else in the library, for the archive. `kind` is one of TIES, or a word of one's own; a `note` is shown in
    its stead."""

    to: str
    kind: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allegiance:
    """The chance in per cent that a person is the Center's, drawn from the seed, and what history says."""

    center: int
    historical: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDefinition:
    """Everything that the library and the scenario say of one person.

    `name` and `about` are what the Circle and the world know; `code_name`, `true_name` and `bio` are not told to the
    Circle during a game. Skills and loyalty 0-5, cover and legend 0-5, access 1 (household) to 4 (outsider).
    `seen`: the Center knows where this person is when the game begins. `steadfast`: everybody knows that nothing could win
    this person over. `host`: a statesman, official or guest of neither side, whom the archive files apart.
    """

    id: str
    name: str
    side: Side
    code_name: str = ""
    true_name: str = ""
    cover_name: str = ""
    post: Post = Post.ILLEGAL
    life: str = ""
    about: str = ""
    bio: str = ""
    sources: tuple[str, ...] = ()
    confidence: Confidence = Confidence.A
    portrait: Mapping[str, str] = field(default_factory=dict)
    skills: Mapping[str, int] = field(default_factory=dict)
    loyalty: int = 3
    levers: tuple[Lever, ...] = ()
    relations: tuple[Relation, ...] = ()
    old_man: bool = False
    place: str = ""
    access: int = 4
    cover: int | None = None
    legend: int | None = None
    doubt: int | None = None
    seen: bool = True
    steadfast: bool = False
    host: bool = False
    allegiance: Allegiance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Rapport (1-3) that an agent of the Center has with somebody when the game begins."""

    agent: str
    to: str
    rapport: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where newcomers come from: what those are called, and may say of themselves, who come in one of some countries."""

    countries: tuple[str, ...]
    names: tuple[str, ...] = ()
    abouts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomers:
    """The pool from which newcomers take their names and introductions: those of their country's origin, and those that anybody
    may have, who comes anywhere."""

    names: tuple[str, ...] = ()
    abouts: tuple[str, ...] = ()
    origins: Mapping[str, Origin] = field(default_factory=dict)

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name that there is."""
        return (*self.names, *(name for origin in self.origins.values() for name in origin.names))


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A newspaper's headline for an event that the world heard of."""

    paper: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What each side is told of an event; an empty text tells nothing."""

    center: str = ""
    circle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioEvent:
    """Something that happens at a date or when a condition holds, once or each time it holds."""

    id: str
    title: str = ""
    date: str = ""
    when: Condition | None = None
    once: bool = True
    do: tuple[Effect, ...] = ()
    tell: Told = Told()
    headline: Headline | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A directive of the Center or an aim of the Circle: a goal to be reached by a date.

    With `hold` the goal must be so *at* that date, and is not judged before. A task that is `given` on a day is not known,
    and not judged, in turns that begin before it. `met` and `missed` add to what the rules give for every task.
    """

    id: str
    title: str
    by: str
    goal: Condition
    text: str = ""
    given: str = ""
    hold: bool = False
    met: tuple[Effect, ...] = ()
    missed: tuple[Effect, ...] = ()
    sources: tuple[str, ...] = ()

    def is_known(self, day: str) -> bool:
        """Whether the task has been given by the turn that begins on a day, `YYYY-MM-DD`."""
        return self.given <= day


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictText:
    """How a verdict is told."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """What each side reads before the game."""

    center: str = ""
    circle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideNames:
    """What the two sides are called in this scenario."""

    center: str = "Center"
    circle: str = "Circle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All that both sides may know of a scenario before it begins."""

    id: str
    title: str
    subtitle: str
    start: date
    step: Step
    turns: int
    briefing: Briefing
    sides: SideNames
    places: Mapping[str, Place]
    routes: Mapping[str, Route]
    countries: Mapping[str, Country]
    operations: Mapping[str, Operation]
    numbers: Numbers
    verdicts: Mapping[str, VerdictText]
    telegrams: Mapping[str, str]
    old_man: str
    called: str = ""
    """What he who is hunted is called in the middle of a sentence; the Old Man if left out."""
    wins: Briefing = Briefing()
    """In half a sentence, when each side wins; the usual words if left out."""
    wording: Mapping[str, str] = field(default_factory=dict)
    """Messages of the interface that read otherwise in this scenario, by what they are in English. No rule looks at them."""
    words: Mapping[str, str] = field(default_factory=dict)
    """Words that stand for others in messages of the interface; in telegrams and the like they stand already."""
    tempers: Temperaments = field(default_factory=Temperaments)
    """The temperaments of the computer's players. No rule looks at them either."""
    skills: Mapping[str, Skill] = field(default_factory=dict)
    """What the players that think ahead care for, by their names."""
    own_loyalty: OwnLoyalty = OwnLoyalty.SHOWN
    archive: ArchiveShown = ArchiveShown.WHOLE
    card: str = ""
    length: str = ""
    level: str = "standard"
    history: str = ""
    parlance: Mapping[str, str] = field(init=False, repr=False, compare=False)
    """Every message of the interface that reads otherwise here, by what it is in English."""
    areas: Mapping[str, str] = field(init=False, repr=False)
    """The area of each place: its own id unless it belongs to a larger one."""
    firsts: Mapping[str, str] = field(init=False, repr=False)
    """The first place of each area."""
    houses: tuple[Place, ...] = field(init=False, repr=False)
    """The places where he may live."""
    strikes: tuple[Operation, ...] = field(init=False, repr=False)
    """The operations that strike at him."""
    has_strikes: bool = field(init=False, repr=False)
    """Whether there is any."""
    homes: frozenset[str] = field(init=False, repr=False)
    """The countries in which the Center has its headquarters."""
    archives: frozenset[str] = field(init=False, repr=False)
    """The areas in which there is something to be taken."""
    days: tuple[str, ...] = field(init=False, repr=False)
    """The first day of each turn and of the one after the last, as `YYYY-MM-DD`; the first entry stands for no turn."""
    dates: tuple[date, ...] = field(init=False, repr=False)
    """The same as dates."""

    def __post_init__(self) -> None:
        homes = frozenset(place.country for place in self.places.values() if PlaceKind.CENTRE in place.kinds)
        dates = tuple(self.first_day(max(1, turn)) for turn in range(self.turns + 2))
        areas = {id_: place.area or id_ for id_, place in self.places.items()}
        archives = frozenset(areas[place.id] for place in self.places.values() if PlaceKind.ARCHIVE in place.kinds)
        orders = self.operations.values()
        strikes = tuple(order for order in orders if any(isinstance(effect, StrikeAt) for effect in order.do))
        object.__setattr__(self, "parlance", Parlance(self.wording, self.words))
        object.__setattr__(self, "areas", areas)
        object.__setattr__(self, "firsts", {area: place for place, area in reversed(areas.items())})
        object.__setattr__(self, "houses", tuple(place for place in self.places.values() if PlaceKind.EXILE in place.kinds))
        object.__setattr__(self, "strikes", strikes)
        object.__setattr__(self, "has_strikes", bool(strikes))
        object.__setattr__(self, "homes", homes)
        object.__setattr__(self, "archives", archives)
        object.__setattr__(self, "dates", dates)
        object.__setattr__(self, "days", tuple(day.isoformat() for day in dates))

    def body_name(self, body: str) -> str:
        """What telegrams call one of the Circle's bodies in the middle of a sentence; nothing for a person."""
        if body == OLD_MAN:
            return self.called or "the Old Man"
        if body == MOVEMENT:
            return self.telegrams.get("name.movement", "the movement")
        return self.telegrams.get("name.house", "the household") if body == HOUSE else ""

    def last_day(self, turn: int) -> date:
        """The last day of a turn (1 is the first)."""
        return self.first_day(turn + 1) - timedelta(days=1)

    def area(self, place: str) -> str:
        """The area of a place: its own id unless it belongs to a larger one."""
        return self.areas[place]

    def first_day(self, turn: int) -> date:
        """The first day of a turn (1 is the first); turns of whole months keep the day of the month."""
        if self.step.months:
            months = self.start.month - 1 + (turn - 1) * self.step.months
            return self.start.replace(year=self.start.year + months // 12, month=months % 12 + 1)
        return self.start + timedelta(days=(turn - 1) * (7 if self.step is Step.WEEK else 14))


@dataclass(frozen=True, slots=True, kw_only=True)
class StartMeters:
    """Where one side's meters stand when the game begins; those of the other side are left alone."""

    funds: int = 5
    paranoia: int = 0
    track: int = 0
    preparation: int = 0
    located: bool = False
    influence: int = 6
    visas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """The secret half of a scenario: people, allegiances, events and tasks, as only the engine may see them."""

    people: Mapping[str, PersonDefinition]
    cast: tuple[str, ...]
    old_man: str
    seat: str
    center: StartMeters
    circle: StartMeters
    ties: tuple[Tie, ...]
    sections: Mapping[str, int]
    newcomers: Newcomers
    events: Mapping[str, ScenarioEvent]
    directives: Mapping[str, Task]
    aims: Mapping[str, Task]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A whole scenario: what both may know, and what neither may."""

    catalogue: Catalogue
    setup: Setup
    fingerprint: str
    """A hash of every file the scenario was read from: names the exact rules of a record."""
    mods: tuple[tuple[str, str], ...] = ()
    """The mods among whose files some of it was found, each with a hash of these files."""
    testimonies: Testimonies = field(default_factory=Testimonies)
    """What the survivors' recollections are made of. No rule looks at it."""
