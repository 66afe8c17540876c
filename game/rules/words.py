"""The closed vocabulary in which operations, events, tasks and verdicts are written.

Each class is one word a scenario may use; its fields are what the word takes. What the
words *do* stands in `vocabulary`; this module only says what can be said.
"""

from dataclasses import dataclass

from game.rules.nouns import Keep, Side, Status, Word


class Stat(Word):
    """A number that a chance or a condition can look at.

    Skills (0-5), what is known of a person, meters of either side, and the state of a place or country.
    """

    TRADECRAFT = "tradecraft"
    CHARM = "charm"
    NERVE = "nerve"
    ANALYSIS = "analysis"
    FORCE = "force"
    COVER = "cover"
    COVER_MISSING = "cover_missing"
    LOYALTY = "loyalty"
    LOYALTY_MISSING = "loyalty_missing"
    DOUBT = "doubt"
    ACCESS = "access"
    RAPPORT = "rapport"
    HOUSEHOLD_RAPPORT = "household_rapport"
    FREE_CONTACTS = "free_contacts"
    RINGS_SHORT = "rings_short"
    LEVERS_KNOWN = "levers_known"
    GUARDS = "guards"
    GUARDS_AT_GATE = "guards_at_gate"
    GUARDS_ON_WALLS = "guards_on_walls"
    GATE_INSIDE = "gate_inside"
    SECURITY = "security"
    SECURITY_INSIDE = "security_inside"
    SECURITY_ROOM = "security_room"
    ALERT = "alert"
    POLICE = "police"
    TOLERANCE = "tolerance"
    LEVERAGE = "leverage"
    INFLUENCE = "influence"
    TRACK = "track"
    FALSE_TRACK = "false_track"
    PREPARATION = "preparation"
    EXTRA_FUNDS = "extra_funds"
    RAIDERS_FORCE = "raiders_force"
    MOLE_AT_SEAT = "mole_at_seat"
    OTHER_MOLE = "other_mole"
    SECTIONS = "sections"
    QUIET_VETTING = "turns_since_vetted"
    QUIET_HIDING = "turns_since_hidden"
    QUIET_RELOCATION = "turns_since_relocated"


class Whom(Word):
    """Whose number is meant."""

    AGENT = "agent"
    TARGET = "target"
    HERE = "here"
    THERE = "there"
    SEAT = "seat"


AGENT, TARGET, HERE, THERE, SEAT = Whom.AGENT, Whom.TARGET, Whom.HERE, Whom.THERE, Whom.SEAT
"""Those of `Whom`, for what is asked a thousand times."""


class Flag(Word):
    """A yes-or-no that a condition can ask for. On a side's view the answer may be unknown."""

    THERE = "there"
    AT_SEAT = "at_seat"
    ON_ROSTER = "on_roster"
    OUTSIDER = "outsider"
    OWN = "own"
    LEGAL = "legal"
    ILLEGAL = "illegal"
    OFFICER = "officer"
    STEADFAST = "steadfast"
    KNOWN_STRANGER = "known_stranger"
    CLOSER = "closer"
    ARCHIVE = "archive"
    FRONTIER = "frontier"
    ELSEWHERE = "elsewhere"
    REACHABLE = "reachable"
    OLD_MAN_HOME = "old_man_home"
    WELCOME = "welcome"
    INTERNED = "interned"
    PUSHED = "pushed"
    ADMISSIBLE = "admissible"
    ASYLUM_COUNTRY = "asylum_country"
    HOME_COUNTRY = "home_country"
    GATE_KEPT = "gate_kept"


class Meter(Word):
    """A meter that effects can move and goals can watch."""

    FUNDS = "funds"
    PARANOIA = "paranoia"
    TRACK = "track"
    PREPARATION = "preparation"
    INFLUENCE = "influence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One named reason in a chance: `per` points (or `percent` of it) for each point of `stat` of `of`.

    `less` is taken off the number first; `at_most` and `at_least` bound what remains.
    """

    stat: Stat
    of: Whom = Whom.AGENT
    per: int = 0
    percent: int = 0
    less: int = 0
    at_most: int | None = None
    at_least: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """A chance in per cent: a base and its terms, clamped to 5-95. A base of 0 or 100 without terms stays.

    With `sure_unless` the thing is sure, and nothing else counts, where that condition is known not to hold.
    """

    base: int
    plus: tuple[Term, ...] = ()
    sure_unless: "Condition | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatWithin:
    """The number `stat` of `of` lies within the given bounds."""

    stat: Stat
    of: Whom = Whom.AGENT
    at_least: int | None = None
    at_most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Is:
    """The yes-or-no `is` holds for `of`."""

    is_: Flag
    of: Whom = Whom.AGENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Not:
    """The condition inside does not hold."""

    not_: "Condition"


@dataclass(frozen=True, slots=True, kw_only=True)
class All:
    """Every condition inside holds."""

    all_: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Any:
    """At least one condition inside holds."""

    any_: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A span of dates, both ends included; an open end is left out. Dates are `YYYY-MM-DD`."""

    from_: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWithin:
    """The turn's first day lies within the span."""

    date: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonIs:
    """A named person has this status (`active` also means: in the game)."""

    person: str
    is_: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterWithin:
    """A meter lies within the bounds. `of` tells whose funds are meant."""

    meter: Meter
    of: Side | None = None
    at_least: int | None = None
    at_most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToleranceWithin:
    """The tolerance of a country lies within the bounds."""

    tolerance: str
    at_least: int | None = None
    at_most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityWithin:
    """The security of an exile seat lies within the bounds."""

    security: str
    at_least: int | None = None
    at_most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """The Center knows the seat (or does not)."""

    located: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lives:
    """The Old Man lives in this country, or at home at this exile place.

    Where he moves into another country it is that from the day he sets out; on a journey he is at no place.
    """

    lives: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Interned:
    """The Old Man is interned (or is not)."""

    interned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnInRing:
    """Somebody of the Center's has *come* to this ring or closer since the game began."""

    own_in_ring: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionsHeld:
    """The sections of the Circle, all areas together, are at least this many."""

    sections: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmasked:
    """At least this many of the Center's people have been blown or arrested."""

    unmasked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Visas:
    """The Circle holds at least this many visas, that of the country of asylum not counted."""

    visas: int


Condition = (
    StatWithin
    | Is
    | Not
    | All
    | Any
    | DateWithin
    | PersonIs
    | MeterWithin
    | ToleranceWithin
    | SecurityWithin
    | Located
    | Lives
    | Interned
    | OwnInRing
    | SectionsHeld
    | Unmasked
    | Visas
)
"""Any condition a scenario can state."""


class Strike(Word):
    """The two ways of striking at the Old Man."""

    RAID = "raid"
    LONE_HAND = "lone_hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMeter:
    """Adds to a meter. `of` tells whose funds are meant where that is not the one who acts."""

    meter: Meter
    add: int
    of: Side | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rapport:
    """Adds to, or sets, the agent's rapport with the target (0-3)."""

    rapport: Whom
    add: int = 0
    set: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAlert:
    """Adds to the alert of the agent's country (`here`), the target country (`there`), that of asylum (`seat`) or a named one."""

    alert: str
    add: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTolerance:
    """Adds to the tolerance of the agent's country (`here`), the target country (`there`), that of asylum (`seat`) or a named
    one."""

    tolerance: str
    add: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSecurity:
    """Adds to the security of the seat (`seat`) or of a named exile place, up to its cap."""

    security: str
    add: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSection:
    """Adds sections in the agent's area (`here`), the target's (`there`), that of the house (`seat`) or a named area (0-3)."""

    section: str
    add: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """Moves a person by rings: positive is closer to the Old Man."""

    ring: Whom
    closer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Loyalty:
    """Adds to the loyalty of a person who is not the Center's; of own people where `own` is set."""

    loyalty: Whom
    add: int
    own: bool = False


class Deed(Word):
    """Effects that take no number: each is one small documented function of the vocabulary."""

    TRAVEL = "travel"
    STUMBLE = "stumble"
    SURVEY = "survey"
    LEARN_LEVER = "learn_lever"
    RECRUIT = "recruit"
    REPORT_AGENT = "report_agent"
    FRAME = "frame"
    KILL = "kill"
    INSPECT = "inspect"
    RECALL = "recall"
    WATCH = "watch"
    VET = "vet"
    ASK_VISA = "ask_visa"
    DENOUNCE = "denounce"
    RELOCATE = "relocate"
    HIDE = "hide"
    FEED = "feed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Do:
    """One of the deeds that take no number."""

    deed: Deed


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeAt:
    """Strikes at the Old Man; see *Strikes* in the rulebook."""

    strike: Strike


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrive:
    """A person of the cast joins the game, in a ring (where `access` is given) at a place; or moves there, if he has joined.

    `known`: the Center hears where he is, if he is not its own.
    """

    person: str
    arrives: str
    access: int | None = None
    known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """A person leaves the game for good, without a trial: he is gone. The Center knows that if the event is told to it."""

    person: str
    leaves: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseRoute:
    """Closes a route (or opens it again)."""

    route: str
    closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeps:
    """The household keeps the gate or the walls from now on."""

    keeps: Keep


@dataclass(frozen=True, slots=True, kw_only=True)
class Banish:
    """Those who have the Old Man in their power take him, with the household there, to another exile place.

    Nothing happens while he is on a journey, or where he lives there already.
    """

    banished: str


Effect = (
    AddMeter
    | Rapport
    | AddAlert
    | AddTolerance
    | AddSecurity
    | AddSection
    | Ring
    | Loyalty
    | Do
    | StrikeAt
    | Arrive
    | Leave
    | CloseRoute
    | Keeps
    | Banish
)
"""Any effect a scenario can state."""
