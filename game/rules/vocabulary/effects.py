"""Effects: what a successful order or an event of the scenario changes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import assert_never

from game.rules import asylum
from game.rules.enrolment import enrol, is_waiting
from game.rules.events import Change, EventKind, make_change
from game.rules.nouns import ACTIVE, HOUSEHOLD, OUTSIDER, SYMPATHISER, Audience, Side, Status
from game.rules.records import changed
from game.rules.seeing import see_person
from game.rules.sight import Call
from game.rules.strikes import strike
from game.rules.turn import Turn
from game.rules.vocabulary import deeds
from game.rules.vocabulary.stats import country_of
from game.rules.words import (
    AddAlert,
    AddMeter,
    AddSection,
    AddSecurity,
    AddTolerance,
    Arrive,
    Banish,
    CloseRoute,
    Deed,
    Do,
    Effect,
    Keeps,
    Leave,
    Loyalty,
    Rapport,
    Ring,
    StrikeAt,
    Whom,
)


@dataclass(slots=True)
class Cause:
    """Who brings an effect about: a side by an order, or the scenario (then `call` is missing)."""

    side: Side
    call: Call | None = None
    success: bool = True

    @property
    def agent(self) -> str:
        """The person who carries the order out."""
        return self.call.agent if self.call is not None else ""

    @property
    def target(self) -> str:
        """The order's target."""
        return self.call.target if self.call is not None else ""


def apply(turn: Turn, effect: Effect, cause: Cause) -> tuple[Change, ...]:
    """Brings one effect about and returns what changed, as the side that caused it may be told."""
    match effect:
        case AddMeter():
            return (turn.add_meter(effect.meter, effect.add, effect.of or cause.side),)
        case Do():
            return _do(turn, effect.deed, cause)
        case Rapport():
            return (_rapport(turn, effect, cause),)
        case AddAlert():
            return (turn.add_alert(_country(turn, effect.alert, cause), effect.add),)
        case AddTolerance():
            return (turn.add_tolerance(_country(turn, effect.tolerance, cause), effect.add),)
        case AddSecurity():
            place = turn.state.circle.seat if effect.security == "seat" else effect.security
            return (turn.add_security(place, effect.add),)
        case AddSection():
            return (turn.add_section(_area(turn, effect.section, cause), effect.add),)
        case Ring():
            return (_ring(turn, effect, cause),)
        case Loyalty():
            _loyalty(turn, effect, cause)
            return ()
        case StrikeAt():
            strike(turn, effect.strike, cause.agent, cause.success)
            return ()
        case Arrive():
            _arrive(turn, effect)
            return ()
        case Leave():
            _leave(turn, effect)
            return ()
        case CloseRoute():
            _close(turn, effect)
            return ()
        case Keeps():
            turn.state.circle.keeps = effect.keeps
            return ()
        case Banish():
            asylum.banish(turn, effect.banished)
            return ()
        case _:
            assert_never(effect)


def _area(turn: Turn, name: str, cause: Cause) -> str:
    """The area that is named, or where the agent, the target or the house is."""
    areas = turn.catalogue.areas
    match name:
        case "here":
            return turn.area_of(cause.agent)
        case "there":
            return areas[cause.target] if cause.target in areas else turn.area_of(cause.target)
        case "seat":
            return areas[turn.state.circle.seat]
        case _:
            return areas.get(name, name)  # a place, or an area by its own name


def _country(turn: Turn, name: str, cause: Cause) -> str:
    if name in turn.catalogue.countries:
        return name
    if cause.call is None:
        return turn.state.public.asylum  # of the words for a country an event has only that for the seat
    return country_of(turn.truth, Whom(name), cause.call)


def _rapport(turn: Turn, effect: Rapport, cause: Cause) -> Change:
    file = turn.state.center.agents[cause.agent]
    before = file.rapport_with(cause.target)
    after = effect.set if effect.set is not None else before + effect.add
    after = max(0, min(turn.numbers.bounds.rapport, after))
    turn.state.center.agents[cause.agent] = file.with_rapport(cause.target, after)
    return make_change(what="rapport", before=before, after=after, of=cause.target)


def _ring(turn: Turn, effect: Ring, cause: Cause) -> Change:
    person = cause.agent if effect.ring is Whom.AGENT else cause.target
    before = turn.body(person).access
    after = max(HOUSEHOLD, min(OUTSIDER, before - effect.closer))
    if before == OUTSIDER and after < OUTSIDER and turn.is_centers(person):
        turn.state.secret.expected = (*turn.state.secret.expected, person)
    else:
        move_ring(turn, person, after, cause.target if effect.ring is Whom.AGENT else "")
        if cause.side is Side.CENTER:
            see_person(turn, person)
    return make_change(what="access", before=before, after=after, of=person)


def move_ring(turn: Turn, person: str, ring: int, sponsor: str = "") -> None:
    """Puts a person of the roster into another ring; whoever leaves the roster is forgotten.

    The Circle is not told by whose help somebody came closer: those who drift inwards have no sponsor to name.
    """
    before, place = turn.body(person).access, turn.body(person).place
    turn.set_body(person, access=ring)
    if ring > SYMPATHISER:
        turn.state.circle.members.pop(person, None)
    kind = EventKind.CAME_CLOSER if ring < before else EventKind.SENT_AWAY
    turn.tell(kind, Audience.CIRCLE, subject=person, number=ring, place=place)
    if turn.is_centers(person):
        turn.tell(kind, Audience.CENTER, subject=person, other=sponsor, number=ring, place=place)


def _loyalty(turn: Turn, effect: Loyalty, cause: Cause) -> None:
    person = cause.agent if effect.loyalty is Whom.AGENT else cause.target
    if turn.is_centers(person) is effect.own:
        change_loyalty(turn, person, effect.add)


def change_loyalty(turn: Turn, person: str, add: int) -> None:
    """Adds to a person's loyalty (0-5); the Center sees of its own only whether they are steady."""
    loyalty = max(0, min(5, turn.state.secret.loyalty.get(person, 3) + add))
    turn.state.secret.loyalty[person] = loyalty
    file = turn.agent(person)
    if file is not None and file.loyalty != "unknown":
        band = "steady" if loyalty >= turn.numbers.defection.steady else "doubtful"
        turn.state.center.agents[person] = changed(file, loyalty=band)


def _do(turn: Turn, deed: Deed, cause: Cause) -> tuple[Change, ...]:
    return DEEDS[deed](turn, cause.agent, cause.target)


def _untold(done: Callable[[Turn, str, str], object]) -> Callable[[Turn, str, str], tuple[Change, ...]]:
    """A deed that answers with no change."""

    def do(turn: Turn, agent: str, target: str) -> tuple[Change, ...]:
        done(turn, agent, target)
        return ()

    return do


def _ask_visa(turn: Turn, agent: str, target: str) -> tuple[Change, ...]:
    change = turn.add_tolerance(target, 1)
    asylum.ask_visa(turn, target)
    return (change,)


DEEDS: Mapping[Deed, Callable[[Turn, str, str], tuple[Change, ...]]] = MappingProxyType(
    {
        Deed.TRAVEL: _untold(deeds.travel),
        Deed.STUMBLE: _untold(lambda turn, agent, _: deeds.stumble(turn, agent)),
        Deed.SURVEY: _untold(lambda turn, agent, _: deeds.survey(turn, agent)),
        Deed.LEARN_LEVER: _untold(deeds.learn_lever),
        Deed.RECRUIT: _untold(deeds.recruit),
        Deed.REPORT_AGENT: _untold(deeds.report_agent),
        Deed.FRAME: _untold(deeds.frame_person),
        Deed.KILL: _untold(lambda turn, _, target: deeds.kill(turn, target)),
        Deed.INSPECT: lambda turn, _, target: deeds.inspect(turn, target),
        Deed.RECALL: _untold(lambda turn, agent, _: deeds.recall(turn, agent)),
        Deed.WATCH: _untold(lambda turn, agent, _: deeds.watch(turn, agent)),
        Deed.VET: _untold(deeds.vet),
        Deed.ASK_VISA: _ask_visa,
        Deed.DENOUNCE: _untold(lambda turn, _, target: deeds.denounce(turn, target)),
        Deed.RELOCATE: _untold(lambda turn, _, target: asylum.depart(turn, target)),
        Deed.HIDE: _untold(lambda turn, *_: deeds.hide(turn)),
        Deed.FEED: _untold(lambda turn, _, target: deeds.feed(turn, target)),
    }
)
"""What does each deed, given who does it and to whom; a test holds that none is missing."""


def _arrive(turn: Turn, effect: Arrive) -> None:
    """A person of the cast joins the game on the side drawn for him at the start, or, already in it, comes to a place."""
    if not is_waiting(turn.state, effect.person):
        if turn.is_active(effect.person):
            stays = turn.body(effect.person).place == effect.arrives  # only the ring is another: nobody has arrived
            on_roster = effect.person in turn.state.circle.members  # whoever has broken with him does not come back by it
            turn.set_body(effect.person, place=effect.arrives, access=effect.access if on_roster else None)
            if not stays:
                _tell_own(turn, EventKind.ARRIVED, effect.person, effect.arrives)
            _unsettle(turn, effect.person)
            if effect.known:
                see_person(turn, effect.person)
        return
    access = effect.access if effect.access is not None else turn.body(effect.person).access
    turn.set_body(effect.person, place=effect.arrives, access=access, status=ACTIVE, destination="")
    enrol(turn.scenario, turn.state, effect.person)
    _tell_own(turn, EventKind.JOINED, effect.person, effect.arrives)
    if effect.known:
        see_person(turn, effect.person)


def _tell_own(turn: Turn, kind: EventKind, person: str, place: str) -> None:
    """Tells whoever counts a person among its own."""
    audiences = [Audience.CIRCLE] if person in turn.state.circle.members else []
    if turn.is_centers(person):
        audiences.append(Audience.CENTER)
    turn.tell(kind, *audiences, subject=person, place=place, number=turn.body(person).access)


def _leave(turn: Turn, effect: Leave) -> None:
    body = turn.state.bodies.get(effect.person)
    if body is None or body.status not in (ACTIVE, Status.IN_TRANSIT):
        return
    _tell_own(turn, EventKind.GONE, effect.person, body.place)
    _unsettle(turn, effect.person)
    turn.set_body(effect.person, status=Status.GONE, destination="")


def _unsettle(turn: Turn, person: str) -> None:
    """What the Center was sure of in the last reckoning is so no more."""
    sighting = turn.state.center.sightings.get(person)
    if sighting is not None:
        turn.state.center.sightings[person] = changed(sighting, settled=False)


def _close(turn: Turn, effect: CloseRoute) -> None:
    public = turn.state.public
    others = tuple(route for route in public.closed_routes if route != effect.route)
    public.closed_routes = (*others, effect.route) if effect.closed else others
