"""The three sights: the Center's, the Circle's, and the truth that only the engine has."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from game.rules.definitions import Catalogue
from game.rules.geography import Atlas
from game.rules.nouns import ACTIVE, HOUSEHOLD, ILLEGAL, ORGANISATION, SYMPATHISER, Keep, Post, Side
from game.rules.sight import Range, Sight
from game.rules.state import AgentFile, Body, GameState
from game.rules.view import CenterView, CircleView, View

LOYALTY_BANDS: dict[str, Range] = {"unknown": (0, 5), "doubtful": (0, 2), "steady": (3, 5)}


@dataclass(slots=True)
class _Outlook:
    """What both sides read off their views in the same way: their own people, the map and what the world knows.

    A view does not change, so where everybody is, in which ring and with what skills is looked up in tables made once;
    these three are asked for more often than all else together.
    """

    view: View
    catalogue: Catalogue = field(init=False)
    atlas: Atlas = field(init=False)
    closed_routes: tuple[str, ...] = field(init=False)
    place: Callable[[str], str | None] = field(init=False)
    access: Callable[[str], int | None] = field(init=False)
    skills: Callable[[str], tuple[int, ...] | None] = field(init=False)

    def __post_init__(self) -> None:
        self.catalogue = self.view.catalogue
        self.atlas = self.view.atlas
        self.closed_routes = self.view.closed_routes
        bodies = self.view.bodies.items()
        places, rings = self._of_others()
        places.update({person: body.place if body.status is ACTIVE else None for person, body in bodies})
        rings.update({person: body.access for person, body in bodies})
        self.place, self.access = places.get, rings.get
        self.skills = {person: body.skills for person, body in bodies}.get

    def _of_others(self) -> tuple[dict[str, str | None], dict[str, int]]:
        """Places and rings of people who are not this side's own."""
        return {}, {}

    def steadfast(self, person: str) -> bool:
        face = self.view.faces.get(person)
        return face is not None and face.steadfast

    def guards(self) -> Range:
        return (0, self.catalogue.numbers.guards.most)

    def influence(self) -> int:
        return self.view.influence

    def alert(self, country: str) -> int:
        return self.view.countries[country].alert

    def tolerance(self, country: str) -> int:
        return self.view.countries[country].tolerance

    def asylum(self) -> str:
        return self.view.asylum

    def pushed(self) -> bool:
        return bool(self.view.ordered_out or self.view.interned)

    def interned(self) -> bool:
        return bool(self.view.interned)


@dataclass(slots=True)
class CenterSight(_Outlook):
    """What the Center can tell from its view. What must be counted among all its people is counted once."""

    view: CenterView
    _force: int | None = field(init=False, default=None)
    _mole: int | None = field(init=False, default=None)
    _best_rapports: dict[str, Range] = field(init=False, default_factory=dict)

    def _of_others(self) -> tuple[dict[str, str | None], dict[str, int]]:
        sightings = self.view.sightings.items()
        places = {person: None if sighting.gone else sighting.place for person, sighting in sightings}
        return places, {person: sighting.access for person, sighting in sightings}

    def post(self, person: str) -> Post | None:
        agent = self.view.agents.get(person)
        return agent.post if agent else None

    def officer(self, person: str) -> bool | None:
        agent = self.view.agents.get(person)
        return agent.officer if agent else None

    def cover(self, person: str) -> Range:
        agent = self.view.agents.get(person)
        return (agent.cover, agent.cover) if agent else (0, 5)

    def loyalty(self, person: str) -> Range:
        agent = self.view.agents.get(person)
        return LOYALTY_BANDS[agent.loyalty] if agent else (0, 5)

    def doubt(self, person: str) -> Range:
        access = self.access(person)
        return (0, 0) if access is not None and access > SYMPATHISER else (0, self.catalogue.numbers.doubt.cap)

    def rapport(self, agent: str, person: str) -> int:
        file = self.view.agents.get(agent)
        return file.rapport_with(person) if file else 0

    def in_household(self, person: str) -> bool | None:
        if person in self.view.agents:
            return self.access(person) == HOUSEHOLD and self.place(person) is not None
        sighting = self.view.sightings.get(person)
        if sighting is None or sighting.gone or not sighting.settled or sighting.turn < self.view.turn - 1:
            return None
        if sighting.access == ORGANISATION:
            return None  # may have drifted inwards in the dispatches of this turn
        return sighting.access == HOUSEHOLD

    def household_rapport(self, agent: str) -> Range:
        best = self._best_rapports.get(agent)
        if best is None:
            file = self.view.agents.get(agent)
            best = self._best_rapports[agent] = _best_rapport(self, file) if file else (0, 0)
        return best

    def contacts(self, agent: str) -> int:
        file = self.view.agents.get(agent)
        return len(file.contacts) if file else 0

    def levers_known(self, person: str) -> int:
        return len(self.view.levers.get(person, ()))

    def seat(self) -> str | None:
        return None if self.view.moving_to else self.view.seat or None

    def old_man_home(self) -> bool | None:
        if self.view.moving_to:
            return False
        return True if self.view.seat else None

    def keeps(self) -> Keep | None:
        return None  # what a mole saw last turn may have been changed since

    def security(self) -> Range:
        if not self.view.seat:
            return (0, self.catalogue.numbers.bounds.security)
        place = self.catalogue.places[self.view.seat]
        return (max(0, self.view.security_seen), place.security_cap)

    def security_cap(self) -> int:
        return self.catalogue.places[self.view.seat].security_cap if self.view.seat else 0

    def track(self) -> int:
        return self.view.track

    def false_track(self) -> Range:
        return (0, self.view.hearsay)

    def preparation(self) -> int:
        return self.view.preparation

    def welcome(self, country: str) -> bool:
        return False

    def raiders_force(self) -> int:
        if self._force is None:
            self._force = sum(body.skills[4] for body in raiders(self, self.view.agents, self.view.bodies))
        return self._force

    def mole_at_seat(self) -> int:
        if self._mole is None:
            self._mole = _mole_at_seat(self, self.view.agents)
        return self._mole

    def other_mole(self, agent: str, area: str) -> int:
        return _other_mole(self, self.view.agents, agent, area)

    def sections(self, area: str) -> int:
        return 0

    def quiet_vetting(self, person: str) -> int:
        return 0

    def quiet_hiding(self) -> int:
        return 0

    def quiet_relocation(self) -> int:
        return 0

    def owned(self, person: str) -> bool | None:
        return person in self.view.agents

    def on_roster(self, person: str) -> bool | None:
        access = self.access(person)
        return None if access is None else access <= SYMPATHISER

    def known_stranger(self, person: str) -> bool | None:
        agent = self.view.agents.get(person)
        if agent is not None and agent.burnt:
            return True
        access = self.access(person)
        return False if access is not None and access <= SYMPATHISER else None

    def stealable(self) -> bool:
        return "steal" not in self.view.spent


@dataclass(slots=True)
class CircleSight(_Outlook):
    """What the Circle can tell from its view."""

    view: CircleView

    def post(self, person: str) -> Post | None:
        return None

    def officer(self, person: str) -> bool | None:
        return None

    def cover(self, person: str) -> Range:
        return (0, self.catalogue.numbers.bounds.cover)

    def loyalty(self, person: str) -> Range:
        return (0, 5)

    def doubt(self, person: str) -> Range:
        member = self.view.members.get(person)
        percent = (member.doubt + 50) // 100 if member else 0
        return (percent, percent)

    def rapport(self, agent: str, person: str) -> int:
        return 0

    def in_household(self, person: str) -> bool | None:
        return self.access(person) == HOUSEHOLD and self.place(person) is not None

    def household_rapport(self, agent: str) -> Range:
        return (0, 0)

    def contacts(self, agent: str) -> int:
        return 0

    def levers_known(self, person: str) -> int:
        return 0

    def seat(self) -> str | None:
        return None if self.view.moving_to else self.view.seat

    def old_man_home(self) -> bool | None:
        return not self.view.moving_to

    def keeps(self) -> Keep | None:
        return self.view.keeps

    def security(self) -> Range:
        security = self.view.security.get(self.view.seat, 0)
        return (security, security)

    def security_cap(self) -> int:
        return self.catalogue.places[self.view.seat].security_cap

    def track(self) -> int:
        return 0

    def false_track(self) -> Range:
        return (0, 0)

    def preparation(self) -> int:
        return 0

    def welcome(self, country: str) -> bool:
        return country in self.view.visas

    def raiders_force(self) -> int:
        return 0

    def mole_at_seat(self) -> int:
        return 0

    def other_mole(self, agent: str, area: str) -> int:
        return 0

    def sections(self, area: str) -> int:
        return self.view.sections.get(area, 0)

    def quiet_vetting(self, person: str) -> int:
        member = self.view.members.get(person)
        return self.view.turn - member.vetted if member else 0

    def quiet_hiding(self) -> int:
        return self.view.turn - self.view.hidden

    def quiet_relocation(self) -> int:
        return self.view.turn - self.view.relocated

    def owned(self, person: str) -> bool | None:
        return None

    def on_roster(self, person: str) -> bool | None:
        return person in self.view.members

    def known_stranger(self, person: str) -> bool | None:
        return person in self.view.strangers

    def stealable(self) -> bool:
        return False


@dataclass(slots=True)
class Truth:
    """What is so. `busy` are those of the household who carry out an order of the Circle's this turn."""

    catalogue: Catalogue
    atlas: Atlas
    state: GameState
    busy: frozenset[str] = frozenset()
    _bodies: dict[str, Body] = field(init=False, repr=False)
    _agents: dict[str, AgentFile] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._bodies, self._agents = self.state.bodies, self.state.center.agents

    @property
    def closed_routes(self) -> tuple[str, ...]:
        """Routes that are shut."""
        return self.state.public.closed_routes

    def skills(self, person: str, /) -> tuple[int, ...] | None:
        body = self._bodies.get(person)
        return body.skills if body else None

    def place(self, person: str, /) -> str | None:
        body = self._bodies.get(person)
        return body.place if body is not None and body.status is ACTIVE else None

    def access(self, person: str, /) -> int | None:
        body = self._bodies.get(person)
        return body.access if body else None

    def post(self, person: str) -> Post | None:
        agent = self._agents.get(person)
        return agent.post if agent else None

    def officer(self, person: str) -> bool | None:
        agent = self._agents.get(person)
        return agent.officer if agent else None

    def steadfast(self, person: str) -> bool:
        face = self.state.center.faces.get(person) or self.state.circle.faces.get(person)
        return face is not None and face.steadfast

    def cover(self, person: str) -> Range:
        agent = self._agents.get(person)
        return (agent.cover, agent.cover) if agent else (0, 0)

    def loyalty(self, person: str) -> Range:
        loyalty = self.state.secret.loyalty.get(person, 3)
        return (loyalty, loyalty)

    def doubt(self, person: str) -> Range:
        member = self.state.circle.members.get(person)
        percent = (member.doubt + 50) // 100 if member else 0
        return (percent, percent)

    def rapport(self, agent: str, person: str) -> int:
        file = self._agents.get(agent)
        return file.rapport_with(person) if file else 0

    def in_household(self, person: str) -> bool | None:
        body = self._bodies.get(person)
        return body is not None and body.access == HOUSEHOLD and body.status is ACTIVE

    def household_rapport(self, agent: str) -> Range:
        file = self._agents.get(agent)
        return _best_rapport(self, file) if file else (0, 0)

    def contacts(self, agent: str) -> int:
        file = self._agents.get(agent)
        return len(file.contacts) if file else 0

    def levers_known(self, person: str) -> int:
        return len(self.state.center.levers.get(person, ()))

    def seat(self) -> str | None:
        return None if self.state.circle.moving_to else self.state.circle.seat

    def old_man_home(self) -> bool | None:
        return not self.state.circle.moving_to

    def guards(self) -> Range:
        count = min(self.catalogue.numbers.guards.most, sum([self._worth(body) for body in self.guarding()]))
        return (count, count)

    def guarding(self) -> list[Body]:
        """The innocent of the household who stand guard at the seat this turn."""
        seat = self.seat()
        if seat is None:
            return []
        areas, agents, busy = self.catalogue.areas, self._agents, self.busy
        area = areas[seat]
        return [
            body
            for person, body in self._bodies.items()
            if body.access == HOUSEHOLD
            and body.status is ACTIVE
            and person not in busy
            and person not in agents
            and areas[body.place] == area
        ]

    def _worth(self, body: Body) -> int:
        guards = self.catalogue.numbers.guards
        return guards.strong_counts if body.skills[4] >= guards.strong_force else 1

    def keeps(self) -> Keep | None:
        return self.state.circle.keeps

    def security(self) -> Range:
        security = self.state.circle.security.get(self.state.circle.seat, 0)
        return (security, security)

    def security_cap(self) -> int:
        return self.catalogue.places[self.state.circle.seat].security_cap

    def track(self) -> int:
        return self.state.center.track

    def false_track(self) -> Range:
        return (self.state.secret.false_track, self.state.secret.false_track)

    def preparation(self) -> int:
        return self.state.center.preparation

    def influence(self) -> int:
        return self.state.public.influence

    def alert(self, country: str) -> int:
        return self.state.public.countries[country].alert

    def tolerance(self, country: str) -> int:
        return self.state.public.countries[country].tolerance

    def asylum(self) -> str:
        return self.state.public.asylum

    def pushed(self) -> bool:
        return bool(self.state.public.ordered_out or self.state.public.interned)

    def interned(self) -> bool:
        return bool(self.state.public.interned)

    def welcome(self, country: str) -> bool:
        return country in self.state.circle.visas

    def raiders_force(self) -> int:
        return sum(body.skills[4] for body in raiders(self, self._agents, self._bodies))

    def mole_at_seat(self) -> int:
        return _mole_at_seat(self, self._agents)

    def other_mole(self, agent: str, area: str) -> int:
        return _other_mole(self, self._agents, agent, area)

    def sections(self, area: str) -> int:
        return self.state.circle.sections.get(area, 0)

    def quiet_vetting(self, person: str) -> int:
        member = self.state.circle.members.get(person)
        return self.state.turn - member.vetted if member else 0

    def quiet_hiding(self) -> int:
        return self.state.turn - self.state.circle.hidden

    def quiet_relocation(self) -> int:
        return self.state.turn - self.state.circle.relocated

    def owned(self, person: str) -> bool | None:
        return person in self._agents

    def on_roster(self, person: str) -> bool | None:
        return person in self.state.circle.members

    def known_stranger(self, person: str) -> bool | None:
        return person in self.state.circle.strangers

    def stealable(self) -> bool:
        return "steal" not in self.state.center.spent


@dataclass(slots=True)
class Served(Truth):
    """What is so where the Circle's orders are carried out, with the skills that are lent to it."""

    def skills(self, person: str, /) -> tuple[int, ...] | None:
        return self.state.lent_skills(person) if person in self._bodies else None


@dataclass(slots=True)
class OnTheSpot(Truth):
    """What the leader of a strike sees before the house: guards and walls, but not what they are looking out for."""

    def keeps(self) -> Keep | None:
        return None

    def false_track(self) -> Range:
        return (0, 0)


def on_the_spot(truth: Truth) -> OnTheSpot:
    """The same state as its leader sees it."""
    return OnTheSpot(truth.catalogue, truth.atlas, truth.state, truth.busy)


AnySight = CenterSight | CircleSight

_LATEST: dict[Side, tuple[View, AnySight]] = {}
"""The latest view of each side that was looked at, with its sight."""


def sight_of(view: View) -> AnySight:
    """The sight that belongs to a view. That of a side's latest view is kept: a player, and then whoever judges his orders, look
    at the same."""
    latest = _LATEST.get(view.side)
    if latest is not None and latest[0] is view:
        return latest[1]
    sight = CenterSight(view) if isinstance(view, CenterView) else CircleSight(view)
    _LATEST[view.side] = (view, sight)
    return sight


def raiders(sight: Sight, agents: Mapping[str, AgentFile], bodies: Mapping[str, Body]) -> list[Body]:
    """The illegals at the seat who would take part in a raid: those of the ring `raider_access` and further out."""
    seat = sight.seat()
    if seat is None:
        return []
    area = sight.catalogue.areas[seat]
    least = sight.catalogue.numbers.strikes.raider_access
    return [
        body
        for person, body in bodies.items()
        if person in agents
        and agents[person].post is ILLEGAL
        and body.access >= least
        and body.status is ACTIVE
        and sight.catalogue.areas[body.place] == area
    ]


def _best_rapport(sight: Sight, file: AgentFile) -> Range:
    """The best rapport with anybody of the household but one's own, from what is sure to what may be."""
    answers = [(rapport, sight.in_household(person)) for person, rapport in file.contacts if sight.post(person) is None]
    sure = max((rapport for rapport, inside in answers if inside), default=0)
    return (sure, max((rapport for rapport, inside in answers if inside is not False), default=0))


def _mole_at_seat(sight: Sight, agents: Mapping[str, AgentFile]) -> int:
    seat = sight.seat()
    if seat is None:
        return 0
    area = sight.catalogue.areas[seat]
    for person in agents:
        place = sight.place(person)
        if place is not None and sight.access(person) == HOUSEHOLD and sight.catalogue.areas[place] == area:
            return 1
    return 0


def _other_mole(sight: Sight, agents: Mapping[str, AgentFile], agent: str, area: str) -> int:
    for person in agents:
        place, access = sight.place(person), sight.access(person)
        if person != agent and place is not None and access is not None and access <= ORGANISATION:
            if sight.catalogue.areas[place] == area:
                return 1
    return 0
