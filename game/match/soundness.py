"""Checks that a saved state speaks only of what its scenario knows, and a record only of days that there are, so that a file
from elsewhere cannot break a game.

Looks at ids and turns alone; whether the game could have come to this state is for a replay to say.
"""

from collections.abc import Iterable, Iterator

from game.match.record import Record, Snapshot
from game.rules.definitions import Scenario
from game.rules.enrolment import WAITING
from game.rules.events import EventKind
from game.rules.geography import Atlas
from game.rules.legality import refuse_set
from game.rules.nouns import OUTSIDER, Side, Status
from game.rules.orders import Order
from game.rules.state import Body, GameState
from game.rules.view import view_for

_MOST_TURNS = 1001
"""Turns in a record, with the one that the last dispatches open: no scenario has more, and all their days are in the calendar."""

_MOST_DAYS = 1000
"""Days after the beginning of a turn on which news of it can be dated; the longest turns have some ninety."""

_NEWS = (EventKind.TOLD, EventKind.HEADLINE)
"""What is told on a day of its own."""


def find_misdated(record: Record) -> str:
    """What a record tells of a turn or a day that no game comes to, in words; empty if all is well."""
    for turn in record.turns:
        if not 1 <= turn.turn <= _MOST_TURNS:
            return f"turn {turn.turn}"
    for event in record.events():
        if not 0 <= event.turn <= _MOST_TURNS:
            return f"turn {event.turn}"
        if event.kind in _NEWS and abs(event.number) > _MOST_DAYS:
            return f"{event.number} days after the beginning of turn {event.turn}"
    return ""


def find_stranger(scenario: Scenario, snapshot: Snapshot) -> str:
    """The first id in a snapshot that the scenario or the state itself does not know, in words; empty if all is well."""
    return next(_strangers(scenario, snapshot), "")


def _strangers(scenario: Scenario, snapshot: Snapshot) -> Iterator[str]:
    catalogue, setup, state = scenario.catalogue, scenario.setup, snapshot.state
    if not 1 <= state.turn <= catalogue.turns:
        yield f"turn {state.turn}"
        return  # of a turn that is not in the calendar no view can be built
    yield from _not_among("place", _places(state), catalogue.places)
    yield from _not_among("country", _countries(state), catalogue.countries)
    yield from (f"no country {country}" for country in catalogue.countries if country not in state.public.countries)
    yield from _not_among("route", state.public.closed_routes, catalogue.routes)
    yield from _not_among("area", state.circle.sections, {catalogue.area(place) for place in catalogue.places})
    yield from _not_among("person", _people(state), state.bodies)
    yield from _not_among("agent", state.center.agents, state.secret.loyalty)
    yield from _misfiled(state)
    yield from _not_among("face of", (*state.center.agents, *state.center.sightings), state.center.faces)
    yield from _not_among("face of", (*state.circle.members, *state.circle.strangers), state.circle.faces)
    yield from (f"ring {ring}" for ring in _rings(state) if not 1 <= ring <= OUTSIDER)
    there = {key: body for key, body in state.bodies.items() if body.status is not Status.GONE}
    yield from (f"the place of {key}" for key, body in there.items() if not body.place)
    yield from (f"the end of the journey of {key}" for key, body in there.items() if _travels(body) and not body.destination)
    yield from _not_among("directive", setup.directives, state.center.directives)
    yield from _not_among("aim", setup.aims, state.circle.aims)
    yield from _not_among("headline", state.public.headlines, setup.events)
    for side, orders in ((Side.CENTER, snapshot.center), (Side.CIRCLE, snapshot.circle)):
        if orders:
            yield from _strange_orders(scenario, state, side, orders)


def _not_among(noun: str, ids: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    names = frozenset(known)
    return (f"{noun} {id_}" for id_ in ids if id_ not in names)


def _misfiled(state: GameState) -> Iterator[str]:
    """People whose record says that it is somebody else's."""
    center, circle = state.center, state.circle
    parts = (state.bodies, center.agents, center.sightings, circle.members, circle.strangers)
    return (f"person {record.id}" for part in parts for person, record in part.items() if record.id != person)


def _rings(state: GameState) -> Iterator[int]:
    """The ring of everybody, and those in which somebody was seen or began."""
    yield from (body.access for body in state.bodies.values())
    yield from (sighting.access for sighting in (*state.center.sightings.values(), *state.circle.strangers.values()))
    yield from (agent.start_access for agent in state.center.agents.values())


def _places(state: GameState) -> Iterator[str]:
    """Every place that is named; empty names, where nothing is known or travelled to, are left out."""
    circle, center = state.circle, state.center
    for body in state.bodies.values():
        if body.place:
            yield body.place
        if body.destination and not _waits(state, body):
            yield body.destination
    yield from (sighting.place for sighting in (*center.sightings.values(), *circle.strangers.values()))
    yield from circle.security
    yield circle.seat
    yield from (clue.place for clue in circle.clues)
    yield from (place for place in (center.seat, center.moving_to, circle.moving_to) if place)


def _travels(body: Body) -> bool:
    return body.status is Status.IN_TRANSIT or body.arrives != 0


def _waits(state: GameState, body: Body) -> bool:
    """Whether somebody has not come into the game yet, so that he is on nobody's roster and his destination is no place."""
    on_a_roster = body.id in state.circle.members or body.id in state.center.agents
    return body.destination == WAITING and body.status is Status.GONE and not body.arrives and not on_a_roster


def _countries(state: GameState) -> Iterator[str]:
    yield state.public.asylum
    yield from state.public.countries
    yield from state.circle.visas


def _people(state: GameState) -> Iterator[str]:
    yield from state.center.agents
    yield from state.center.sightings
    yield from state.circle.members
    yield from state.circle.strangers
    yield from (*state.secret.allegiance, *state.secret.loyalty, *state.secret.levers, *state.secret.liars, *state.secret.poses)
    yield from (*state.center.levers, *state.center.papers)
    yield from (person for agent in state.center.agents.values() for person, _rapport in agent.contacts)
    for clue in state.circle.clues:
        yield from (suspect.id for suspect in (*clue.suspects, *clue.cleared))
        yield from (clue.stranger,) if clue.stranger else ()
    for finding in state.circle.findings:
        yield from (finding.person, finding.vetter)


def _strange_orders(scenario: Scenario, state: GameState, side: Side, orders: tuple[Order, ...]) -> Iterator[str]:
    """Sealed orders must still be legal; asked last, since a view can only be built of a sound state."""
    view = view_for(scenario, Atlas(scenario.catalogue), state, side)
    for index, reason in refuse_set(view, orders):
        yield f"order {orders[index].operation} ({reason.kind.value})"
