"""The closed lists of nouns that every other module of the rules speaks of."""

from enum import StrEnum


class Word(StrEnum):
    """A closed list of words. Its members are strings and hash as such: an enumeration's own hash is many times slower."""

    __hash__ = str.__hash__


class Side(Word):
    """One of the two seats at the table."""

    CENTER = "center"
    CIRCLE = "circle"

    @property
    def other(self) -> "Side":
        """The side across the table."""
        return CIRCLE if self is CENTER else CENTER

    @property
    def audience(self) -> "Audience":
        """This side as one that is told of events."""
        return TO_CENTER if self is CENTER else TO_CIRCLE


CENTER, CIRCLE = Side.CENTER, Side.CIRCLE
"""The two sides. Before Python 3.12 looking a member up by its class takes as long as three calls, so those that are asked
for many times a turn have names of their own here."""


NEWCOMER = "newcomer_"
"""How the ids of people begin who came of themselves during the game, before their number."""


class Audience(Word):
    """Who is told of an event. `ARCHIVE` is read by nobody until the game is over."""

    CENTER = "center"
    CIRCLE = "circle"
    ARCHIVE = "archive"


TO_CENTER, TO_CIRCLE, TO_ARCHIVE = Audience.CENTER, Audience.CIRCLE, Audience.ARCHIVE


class Status(Word):
    """What has become of a person. Only the active act; the last five are out of play for good."""

    ACTIVE = "active"
    IN_TRANSIT = "in_transit"
    ARRESTED = "arrested"
    RECALLED = "recalled"
    DEFECTED = "defected"
    DEAD = "dead"
    GONE = "gone"


ACTIVE, IN_TRANSIT = Status.ACTIVE, Status.IN_TRANSIT
"""The two statuses in which somebody is in play."""
RECALLED, GONE = Status.RECALLED, Status.GONE


class Keep(Word):
    """Which of the two the household keeps: the gate, at which callers are let in, or the walls, which a party must climb."""

    GATE = "gate"
    WALLS = "walls"


class OwnLoyalty(Word):
    """Whether the Center knows from the start how steady its own officers are."""

    SHOWN = "shown"
    HIDDEN = "hidden"


class ArchiveShown(Word):
    """What a scenario's players find in the archive: the history that everything belongs to, or what its mods brought alone."""

    WHOLE = "whole"
    OWN = "own"


class Luck(Word):
    """How rolls for orders fall: each by itself, or evened out over a side's rolls so that streaks are short."""

    DICE = "dice"
    STEADY = "steady"


class Post(Word):
    """How a person of the Center stays in a country; members of the Circle have none."""

    LEGAL = "legal"
    ILLEGAL = "illegal"


LEGAL, ILLEGAL = Post.LEGAL, Post.ILLEGAL


class Skill(Word):
    """The five skills, each 0-5, in the order in which they are stored."""

    TRADECRAFT = "tradecraft"
    CHARM = "charm"
    NERVE = "nerve"
    ANALYSIS = "analysis"
    FORCE = "force"


SKILL_INDEX: dict[str, int] = {skill.value: index for index, skill in enumerate(Skill)}


class Lever(Word):
    """What moves a person: money, ideology, coercion, ego, or love of somebody."""

    MONEY = "money"
    IDEOLOGY = "ideology"
    COERCION = "coercion"
    EGO = "ego"
    LOVE = "love"


class PlaceKind(Word):
    """What a place is to the game; a place may be several things."""

    CENTRE = "centre"
    RESIDENCY = "residency"
    INFILTRATION = "infiltration"
    EXILE = "exile"
    PORT = "port"
    CITY = "city"
    ARCHIVE = "archive"


CITY = PlaceKind.CITY


class Label(Word):
    """Whether the name of a place is among the first that the map shows, or comes once one is nearer."""

    MAJOR = "major"
    MINOR = "minor"


class Confidence(Word):
    """How sure a thing is: A several independent sources agree, B one credible source, C disputed."""

    A = "A"
    B = "B"
    C = "C"


class Mode(Word):
    """How a route is travelled."""

    RAIL = "rail"
    SEA = "sea"
    AIR = "air"
    ROAD = "road"


class Step(Word):
    """The length of one turn."""

    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    TWO_MONTHS = "two_months"
    QUARTER = "quarter"

    @property
    def days(self) -> int:
        """Days in a turn of this length, as journeys and rates count them."""
        return _STEP_DAYS[self]

    @property
    def months(self) -> int:
        """Whole months in such a turn, which then keeps the day of the month; 0 where turns are counted in days."""
        return _STEP_MONTHS.get(self, 0)


_STEP_DAYS = {Step.WEEK: 7, Step.FORTNIGHT: 15, Step.MONTH: 30, Step.TWO_MONTHS: 60, Step.QUARTER: 90}
_STEP_MONTHS = {Step.MONTH: 1, Step.TWO_MONTHS: 2, Step.QUARTER: 3}


class PhaseName(Word):
    """The phases in which orders are carried out, in the order in which they run."""

    SHIELD = "shield"
    MOVE = "move"
    CONTACT = "contact"
    INTELLIGENCE = "intelligence"
    INFLUENCE = "influence"
    VIOLENCE = "violence"
    STRIKES = "strikes"
    DECISIONS = "decisions"


MOVE, STRIKES = PhaseName.MOVE, PhaseName.STRIKES


class VerdictName(Word):
    """How a game can end, as scenarios and records call it."""

    KILLED_UNPROVEN = "killed_unproven"
    KILLED_OPEN_SECRET = "killed_open_secret"
    KILLED_ALL_KNOW = "killed_all_know"
    DEPORTED = "deported"
    FORGOTTEN = "forgotten"
    ALIVE = "alive"
    HUNTERS_HUNTED = "hunters_hunted"


class Actor(Word):
    """Who can carry out an operation: a person, or one of the Circle's three bodies."""

    PERSON = "person"
    MOVEMENT = "movement"
    OLD_MAN = "old_man"
    HOUSE = "house"


class TargetKind(Word):
    """What an order must name beside the one who carries it out."""

    NONE = "none"
    PLACE = "place"
    SEAT = "seat"
    COUNTRY = "country"
    CONTACT = "contact"  # somebody in the agent's area who is not one's own
    ROSTER = "roster"  # anybody whom the side knows to be on the Circle's roster
    NEARBY = "nearby"  # somebody on the roster in the agent's area
    OWN = "own"  # somebody of one's own in the agent's country


class Limit(Word):
    """How often an operation may be ordered by a whole side."""

    NONE = "none"
    TURN = "turn"
    TARGET = "target"  # once a turn for one target
    COUNTRY = "country"  # once a turn and country of the agent
    GAME = "game"  # until it has succeeded once


class Access(Word):
    """Names of the four rings, for messages."""

    HOUSEHOLD = "household"
    ORGANISATION = "organisation"
    SYMPATHISER = "sympathisers"
    OUTSIDER = "outsiders"


RING_NAMES: dict[int, Access] = {
    1: Access.HOUSEHOLD,
    2: Access.ORGANISATION,
    3: Access.SYMPATHISER,
    4: Access.OUTSIDER,
}

HOUSEHOLD, ORGANISATION, SYMPATHISER, OUTSIDER = 1, 2, 3, 4

MOVEMENT = "movement"
"""Stands for the movement where an order names who carries it out."""

OLD_MAN = "old_man"
"""Stands for the Old Man where an order names who carries it out."""

HOUSE = "house"
"""Stands for the household where an order names who carries it out."""

BODIES = (MOVEMENT, OLD_MAN, HOUSE)
"""Those of the Circle who act as bodies and are no persons."""
