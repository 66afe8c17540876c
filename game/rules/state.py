"""The state of a game: a public part, one part for each side, and a secret part that nobody sees.

People are stored once, as bodies; each side's part lists whom it knows for its own. What a side
remembers of others is state of that side. Records of people are frozen and replaced, so that a
copy of the state is a few shallow copies.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from hashlib import sha256
from operator import attrgetter
from typing import Any

from game.rules.nouns import Keep, Luck, Post, Side, Status, Word
from game.rules.records import changed, copied, maker, quick

Skills = tuple[int, int, int, int, int]
"""The five skills in the order of `Skill`."""

PAPER = "paper"
"""What a forged clue is told as, and no other."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """How one side knows a person: a name, a second name, an introduction and a portrait.

    `steadfast`: nothing could win this person over.
    """

    name: str
    subtitle: str = ""
    about: str = ""
    portrait: tuple[tuple[str, str], ...] = ()
    steadfast: bool = False


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Where a person is and what he can do; known to whichever side counts him among its own.

    `access` is the ring, from 1 (the household) to 4 (outside); `skills` are 0-5 each. `arrives` is the turn in whose
    dispatches a journey ends.
    """

    id: str
    place: str
    access: int
    skills: Skills
    status: Status = Status.ACTIVE
    destination: str = ""
    arrives: int = 0


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class AgentFile:
    """The Center's file of one of its people.

    `cover` is 0-5, and `legend` the most that it mends to. `loyalty` is shown as `steady` or `doubtful`. `contacts` are pairs
    of person and rapport, `trail` the areas of the last turns, oldest first, empty for a turn on a journey. An `officer` was
    the Center's before the game began; `start_access` is the ring he began in.
    `burnt`: the Center has learnt that the Circle would recognise him.
    """

    id: str
    cover: int
    legend: int
    post: Post
    officer: bool
    start_access: int
    loyalty: str = "steady"
    contacts: tuple[tuple[str, int], ...] = ()
    trail: tuple[str, ...] = ()
    burnt: bool = False

    def rapport_with(self, person: str) -> int:
        """Rapport 0-3 with a person."""
        for other, rapport in self.contacts:
            if other == person:
                return rapport
        return 0

    def with_rapport(self, person: str, rapport: int) -> "AgentFile":
        """The file after rapport with a person was set; 0 ends the contact."""
        others = tuple(pair for pair in self.contacts if pair[0] != person)
        return changed(self, contacts=(*others, (person, rapport)) if rapport else others)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFile:
    """The Circle's file of one person on its roster; `doubt` is in hundredths of a per cent (0-9700).

    `newcomer`: came of his own accord during the game, so that he may drift inwards. `joined` is the turn in which he came, 0
    for whoever was there; `vetted` the turn in which he was last vetted, far before the first if never.
    """

    id: str
    doubt: int
    newcomer: bool = False
    joined: int = 0
    vetted: int = -99


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """Where somebody was last seen, in which ring, and in which turn; `gone`: looked for there and not found.

    `settled`: seen when all orders of the turn had been carried out, so that nothing of that turn can have moved him since.
    """

    id: str
    place: str
    access: int
    turn: int
    gone: bool = False
    settled: bool = False


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Suspect:
    """One suspect of a clue: his share of the blame and his doubt before and after, in hundredths of a per cent."""

    id: str
    share: int
    before: int
    after: int


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """Something was noticed: what, where, when, whom it may point at, and whom a watch cleared, who bears no share."""

    id: int
    turn: int
    operation: str
    place: str
    suspects: tuple[Suspect, ...] = ()
    cleared: tuple[Suspect, ...] = ()
    stranger: str = ""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a vetter found, and the doubt before and after in hundredths of a per cent."""

    turn: int
    person: str
    vetter: str
    guilty: bool
    before: int
    after: int


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class CountryState:
    """A country as it stands: tolerance 0-10 and alert 0-5."""

    tolerance: int
    alert: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictState:
    """How a game ended: the verdict's id, the Center's score in hundredths, attribution 0-10."""

    id: str
    score: int
    attribution: int
    turn: int


class Progress(Word):
    """How a task stands."""

    OPEN = "open"
    MET = "met"
    MISSED = "missed"


OPEN = Progress.OPEN
"""Asked for of every task in every turn."""

make_body, make_sighting, make_suspect = maker(Body), maker(Sighting), maker(Suspect)
"""What makes the records of which a turn needs most."""


@dataclass(slots=True, kw_only=True)
class PublicPart:
    """What the world knows.

    `ordered_out` and `interned` are the turns in which that began, 0 if not. `asylum` is the country, not the seat.
    """

    influence: int
    asylum: str
    countries: dict[str, CountryState]
    closed_routes: tuple[str, ...] = ()
    ordered_out: int = 0
    interned: int = 0
    headlines: tuple[str, ...] = ()
    verdict: VerdictState | None = None


@dataclass(slots=True, kw_only=True)
class CenterPart:
    """What the Center has and knows.

    `seat` is the place where it believes the Old Man to be, empty if not located; `moving_to` where it was told that he is
    being taken from there, until he arrives. `guards_seen` and `security_seen`
    are what was last counted there (-1: never), in `guards_turn`; `keeps_seen` is whether gate or walls were kept, as a
    mole last said in `keeps_turn`. `hearsay` is the part of the track that rests on moles' reports alone. `searched` are
    the areas of the country of asylum in which he was looked for in vain, with the turn. `demand` is the turn of an open
    demand of Moscow's, 0 if none. `spent` are the operations that succeed once in a game and have done so. `papers` are how many
    of its forgeries name somebody.
    """

    funds: int
    paranoia: int
    track: int
    preparation: int
    seat: str
    agents: dict[str, AgentFile]
    sightings: dict[str, Sighting]
    faces: dict[str, Face]
    levers: dict[str, tuple[str, ...]]
    directives: dict[str, Progress]
    guards_seen: int = -1
    guards_turn: int = 0
    security_seen: int = -1
    keeps_seen: Keep | None = None
    keeps_turn: int = 0
    hearsay: int = 0
    searched: dict[str, int] = field(default_factory=dict)
    demand: int = 0
    spent: tuple[str, ...] = ()
    papers: dict[str, int] = field(default_factory=dict)
    moving_to: str = ""


@dataclass(slots=True, kw_only=True)
class CirclePart:
    """What the Circle has and knows.

    `security` is 0 to its cap by place, `sections` 0-3 by area. `keeps` is what the household keeps. `moving_to` is where the
    Old Man is travelling and `moving_arrives` the turn in whose dispatches he comes there, empty and 0 if he is at home.
    `relocated` and `hidden` are the turns in which he last moved house and hid, far before the first if never. `spent` are the
    operations that succeed once in a game and have done so.
    """

    funds: int
    seat: str
    members: dict[str, MemberFile]
    strangers: dict[str, Sighting]
    faces: dict[str, Face]
    security: dict[str, int]
    sections: dict[str, int]
    visas: tuple[str, ...]
    aims: dict[str, Progress]
    clues: tuple[Clue, ...] = ()
    findings: tuple[Finding, ...] = ()
    keeps: Keep = Keep.GATE
    moving_to: str = ""
    moving_arrives: int = 0
    relocated: int = -99
    hidden: int = -99
    spent: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class SecretPart:
    """What neither side may know.

    The seed and how luck falls, how many rolls each deck of steady luck has given, who truly serves whom, everybody's
    loyalty and levers, how much of the track is false, until when a fed mole lies, and the counts for the fallout.
    `expected` have got themselves introduced and will appear among the newcomers; `historical`: under their own names.
    `poses`: the skills of those who were introduced, as the Circle sees them and is served with them.
    """

    seed: int
    allegiance: dict[str, Side]
    loyalty: dict[str, int]
    levers: dict[str, tuple[str, ...]]
    false_track: int = 0
    liars: dict[str, int]
    luck: Luck = Luck.DICE
    drawn: dict[str, int] = field(default_factory=dict)
    exposed: int = 0
    clues: int = 0
    captive_talked: bool = False
    fired: tuple[str, ...] = ()
    newcomers: int = 0
    expected: tuple[str, ...] = ()
    historical: bool = False
    poses: dict[str, Skills] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class GameState:
    """A whole game at the moment when orders may be written."""

    turn: int
    public: PublicPart
    center: CenterPart
    circle: CirclePart
    secret: SecretPart
    bodies: dict[str, Body]

    def copy(self) -> "GameState":
        """An independent copy: what is frozen is shared, what can change is not."""
        state = copied(self)
        public, center = copied(self.public), copied(self.center)
        circle, secret = copied(self.circle), copied(self.secret)
        state.public, state.center, state.circle, state.secret = public, center, circle, secret
        state.bodies = self.bodies.copy()
        public.countries = public.countries.copy()
        center.agents = center.agents.copy()
        center.sightings = center.sightings.copy()
        center.faces = center.faces.copy()
        center.levers = center.levers.copy()
        center.directives = center.directives.copy()
        center.searched = center.searched.copy()
        center.papers = center.papers.copy()
        circle.members = circle.members.copy()
        circle.strangers = circle.strangers.copy()
        circle.faces = circle.faces.copy()
        circle.security = circle.security.copy()
        circle.sections = circle.sections.copy()
        circle.aims = circle.aims.copy()
        secret.allegiance = secret.allegiance.copy()
        secret.loyalty = secret.loyalty.copy()
        secret.levers = secret.levers.copy()
        secret.liars = secret.liars.copy()
        secret.drawn = secret.drawn.copy()
        secret.poses = secret.poses.copy()
        return state

    def lent_skills(self, person: str) -> Skills:
        """The skills with which somebody serves the Circle: whoever was introduced does no more for it than the man he seems to
        be. Raises KeyError for an unknown person."""
        return self.secret.poses.get(person) or self.bodies[person].skills

    def is_over(self) -> bool:
        """Whether a verdict has been reached."""
        return self.public.verdict is not None


def digest(state: GameState) -> str:
    """A hash of the whole state that is the same on every machine for the same game."""
    text = json.dumps(state, default=_values_of, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _values_of(record: object) -> tuple[object, ...]:
    """The values of a record in the order of its fields; plain values and mappings need no help."""
    kind: Any = type(record)
    values: tuple[object, ...] = _reader_of(kind)(record)
    return values


@cache
def _reader_of(kind: Any) -> Callable[[object], Any]:
    """Reads all fields of a record at once."""
    if not is_dataclass(kind):
        raise TypeError(f"no part of a state: {kind.__name__}")
    return attrgetter(*(entry.name for entry in fields(kind)))
