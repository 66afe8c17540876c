"""The workbench of one turn: its own copy of the state, its dice, and what has happened so far.

Phases and effects change the state through it and leave events behind. It decides nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from operator import attrgetter

from game.rules.definitions import Catalogue, Scenario
from game.rules.dice import Dice
from game.rules.events import ROLLED, Change, Event, EventKind, make_change, make_event
from game.rules.geography import Atlas
from game.rules.nouns import (
    ACTIVE,
    CENTER,
    CIRCLE,
    SKILL_INDEX,
    TO_ARCHIVE,
    TO_CENTER,
    TO_CIRCLE,
    Audience,
    Luck,
    PhaseName,
    Side,
    Status,
)
from game.rules.numbers import Numbers
from game.rules.orders import Order
from game.rules.records import changed
from game.rules.sights import Served, Truth
from game.rules.state import AgentFile, Body, CenterPart, CirclePart, CountryState, GameState, make_body
from game.rules.words import Meter

VISA_WITHDRAWN, STEADY = EventKind.VISA_WITHDRAWN, Luck.STEADY

BOTH = (TO_CENTER, TO_CIRCLE)


@dataclass(slots=True)
class Turn:
    """One turn being resolved. The state is its own and is changed in place; `phase` is what is being carried out now.

    What the turn remembers until its end: `watched` maps an area to the analysis (0-5) of its best watcher; `printed` are pairs
    of an operation that counts once and the area where it has; `unsent` are those of the Circle's people who have left for
    somewhere without being sent by it. `looked`: somebody surveilled the seat or reported on it; `struck`: a strike was tried;
    `recalled`: an officer was sent home, which answers a demand of Moscow's; `killed` and `deported`: that has become of the
    Old Man, and the game ends by it.

    What it looks things up in: `waiting` are the orders by phase, `truth` is what is so, and `served` the same as the Circle's
    orders meet it, with the skills that are lent to it.
    """

    scenario: Scenario
    atlas: Atlas
    state: GameState
    orders: dict[Side, tuple[Order, ...]] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    watched: dict[str, int] = field(default_factory=dict)
    printed: set[tuple[str, str]] = field(default_factory=set)
    unsent: list[str] = field(default_factory=list)
    looked: bool = False
    struck: bool = False
    recalled: bool = False
    killed: bool = False
    deported: bool = False
    phase: str = ""
    catalogue: Catalogue = field(init=False)
    numbers: Numbers = field(init=False)
    dice: Dice = field(init=False)
    is_steady: bool = field(init=False)
    waiting: dict[PhaseName, list[tuple[Side, Order]]] = field(init=False)
    truth: Truth = field(init=False)
    served: Served = field(init=False)

    def __post_init__(self) -> None:
        self.catalogue = self.scenario.catalogue
        self.numbers = self.catalogue.numbers
        self.dice = Dice(self.state.secret.seed)
        self.is_steady = self.state.secret.luck is STEADY
        busy = frozenset([order.agent for order in self.orders.get(CIRCLE, ())])
        self.truth = Truth(self.catalogue, self.atlas, self.state, busy)
        self.served = Served(self.catalogue, self.atlas, self.state, busy)
        self.waiting = {}
        operations = self.catalogue.operations
        for side, orders in self.orders.items():
            for order in orders:
                self.waiting.setdefault(operations[order.operation].phase, []).append((side, order))

    # -- telling

    def tell(
        self,
        kind: EventKind,
        *audiences: Audience,
        operation: str = "",
        subject: str = "",
        other: str = "",
        place: str = "",
        text: str = "",
        number: int = 0,
        chance: int = -1,
        roll: int = -1,
        people: tuple[str, ...] = (),
        changes: tuple[Change, ...] = (),
        known: int = 0,
    ) -> None:
        """Tells the same thing to each audience as an event of its own."""
        now, phase, tell = self.state.turn, self.phase, self.events.append
        for to in audiences:
            tell(
                make_event(
                    kind, to, now, phase, operation, subject, other, place, text, number, chance, roll, people, changes, known
                )
            )

    def roll(self, subject: str, purpose: str, chance: int, deck: str = "") -> bool:
        """Rolls against a chance in per cent and files the roll in the archive.

        `deck` names the rolls among which luck evens out where it is steady; without one a roll stands for itself.
        """
        if chance <= 0:
            return False
        rolled = self._drawn(subject, purpose, deck)
        filed = make_event(  # of what is told in a turn rolls are the most: they save the way through `tell`
            ROLLED, TO_ARCHIVE, self.state.turn, self.phase, subject=subject, text=purpose, chance=chance, roll=rolled
        )
        self.events.append(filed)
        return rolled <= chance

    def _drawn(self, subject: str, purpose: str, deck: str) -> int:
        """The next roll of a deck where luck is steady, and one that hangs on nothing else where it is not."""
        if not deck or not self.is_steady:
            return self.dice.percent(self.state.turn, subject, purpose)
        number = self.state.secret.drawn.get(deck, 0)
        self.state.secret.drawn[deck] = number + 1
        return self.dice.dealt(deck, number)

    # -- people

    def body(self, person: str) -> Body:
        """The body of a person."""
        return self.state.bodies[person]

    def is_active(self, person: str) -> bool:
        """Whether a person is in play and not travelling."""
        body = self.state.bodies.get(person)
        return body is not None and body.status is ACTIVE

    def set_body(
        self,
        person: str,
        *,
        place: str | None = None,
        access: int | None = None,
        status: Status | None = None,
        destination: str | None = None,
        arrives: int | None = None,
    ) -> None:
        """Replaces the named facts of a body."""
        body = self.state.bodies[person]
        self.state.bodies[person] = make_body(
            id=person,
            skills=body.skills,
            place=body.place if place is None else place,
            access=body.access if access is None else access,
            status=body.status if status is None else status,
            destination=body.destination if destination is None else destination,
            arrives=body.arrives if arrives is None else arrives,
        )

    def agent(self, person: str) -> AgentFile | None:
        """The Center's file of a person, if he is the Center's."""
        return self.state.center.agents.get(person)

    def is_centers(self, person: str) -> bool:
        """Whether a person is truly the Center's."""
        return person in self.state.center.agents

    def part_of(self, side: Side) -> CenterPart | CirclePart:
        """What a side has and knows."""
        return self.state.center if side is CENTER else self.state.circle

    def truth_for(self, side: Side) -> Truth:
        """What the orders of a side are judged and rolled on."""
        return self.truth if side is CENTER else self.served

    def skill(self, person: str, skill: str) -> int:
        """A skill 0-5 of a person."""
        return self.state.bodies[person].skills[SKILL_INDEX[skill]]

    def lent_skill(self, person: str, skill: str) -> int:
        """A skill 0-5 with which a person serves the Circle."""
        return self.state.lent_skills(person)[SKILL_INDEX[skill]]

    def lose_cover(self, person: str, points: int) -> bool:
        """Takes cover from an illegal; true if none is left."""
        file = self.state.center.agents[person]
        cover = max(0, file.cover - points)
        self.state.center.agents[person] = changed(file, cover=cover)
        return cover == 0

    def active_in(self, area: str) -> list[str]:
        """Active people in an area, in a fixed order."""
        areas = self.catalogue.areas
        return [person for person, body in self.state.bodies.items() if body.status is ACTIVE and areas[body.place] == area]

    def roster_in(self, area: str) -> list[str]:
        """Active people of the Circle's roster in an area."""
        areas, members = self.catalogue.areas, self.state.circle.members
        return [
            person
            for person, body in self.state.bodies.items()
            if body.status is ACTIVE and areas[body.place] == area and person in members
        ]

    # -- places

    def area_of(self, person: str) -> str:
        """The area in which a person is."""
        return self.catalogue.areas[self.state.bodies[person].place]

    def country_of(self, person: str) -> str:
        """The country in which a person is."""
        return self.catalogue.places[self.state.bodies[person].place].country

    def seat_area(self) -> str:
        """The area of the seat; empty while the Old Man travels."""
        circle = self.state.circle
        return "" if circle.moving_to else self.catalogue.areas[circle.seat]

    # -- meters

    def add_meter(self, meter: Meter, add: int, side: Side) -> Change:
        """Adds to a meter within its bounds. `side` tells whose funds are meant."""
        return METERS[meter](self, add, side)

    def add_alert(self, country: str, add: int) -> Change:
        """Adds to the alert of a country, within its bounds."""
        now = self.state.public.countries[country]
        alert = _within(now.alert + add, self.numbers.bounds.alert)
        self.state.public.countries[country] = CountryState(tolerance=now.tolerance, alert=alert)
        return make_change(what="alert", before=now.alert, after=alert, of=country)

    def add_tolerance(self, country: str, add: int) -> Change:
        """Adds to the tolerance of a country, within its bounds; a visa is withdrawn where too little is left."""
        now = self.state.public.countries[country]
        tolerance = _within(now.tolerance + add, self.numbers.bounds.tolerance)
        self.state.public.countries[country] = CountryState(tolerance=tolerance, alert=now.alert)
        circle = self.state.circle
        if tolerance < self.numbers.asylum.visa_below and country in circle.visas:
            circle.visas = tuple(visa for visa in circle.visas if visa != country)
            self.tell(VISA_WITHDRAWN, TO_CIRCLE, place=country)
        return make_change(what="tolerance", before=now.tolerance, after=tolerance, of=country)

    def add_security(self, place: str, add: int) -> Change:
        """Adds to the security of an exile seat, up to its cap."""
        security = self.state.circle.security
        before = security.get(place, 0)
        security[place] = max(0, min(self.catalogue.places[place].security_cap, before + add))
        return make_change(what="security", before=before, after=security[place], of=place)

    def add_section(self, area: str, add: int) -> Change:
        """Adds sections in an area (0-3)."""
        sections = self.state.circle.sections
        before = sections.get(area, 0)
        sections[area] = _within(before + add, self.numbers.bounds.sections)
        return make_change(what="sections", before=before, after=sections[area], of=area)


class QuietTurn(Turn):
    """A turn of which nobody is told."""

    __slots__ = ()

    def tell(self, kind: EventKind, *audiences: Audience, **facts: object) -> None:
        """Tells nothing."""

    def roll(self, subject: str, purpose: str, chance: int, deck: str = "") -> bool:
        """Rolls against a chance in per cent."""
        return chance > 0 and self._drawn(subject, purpose, deck) <= chance


def _within(number: int, most: int) -> int:
    if 0 <= number <= most:
        return number
    return 0 if number < 0 else most


# -- meters


def _add_funds(turn: Turn, add: int, side: Side) -> Change:
    part = turn.part_of(side)
    before = part.funds
    part.funds = max(0, before + add)
    return make_change(what="funds", before=before, after=part.funds)


def _adder(part: str, meter: str) -> Callable[[Turn, int, Side], Change]:
    """What adds to a meter of a part of the state, from nothing to the bound that is called like the meter."""
    part_of = attrgetter(part)

    def add_to(turn: Turn, add: int, side: Side) -> Change:
        owner = part_of(turn.state)
        before = getattr(owner, meter)
        after = _within(before + add, getattr(turn.numbers.bounds, meter))
        setattr(owner, meter, after)
        return make_change(what=meter, before=before, after=after)

    return add_to


def _add_track(turn: Turn, add: int, side: Side) -> Change:
    """What is known by hearsay, and what of it is false, is never more than all that is known."""
    center, secret = turn.state.center, turn.state.secret
    before = center.track
    center.track = _within(before + add, turn.numbers.bounds.track)
    center.hearsay = min(center.hearsay, center.track)
    secret.false_track = min(secret.false_track, center.hearsay)
    return make_change(what="track", before=before, after=center.track)


METERS = {
    Meter.FUNDS: _add_funds,
    Meter.PARANOIA: _adder("center", "paranoia"),
    Meter.TRACK: _add_track,
    Meter.PREPARATION: _adder("center", "preparation"),
    Meter.INFLUENCE: _adder("public", "influence"),
}
"""What adds to each meter; a test holds that none is missing."""
