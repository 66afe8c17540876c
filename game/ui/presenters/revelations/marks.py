"""The declassified map of a moment: everybody where he truly was, in the shape of whom he truly served; the way of the Old
Man so far, and who set out this turn."""

from collections.abc import Collection, Iterator

from game.match.chronicle import Chronicle
from game.rules.definitions import Place
from game.rules.nouns import OLD_MAN, Status
from game.rules.state import GameState
from game.rules.verdicts import is_killing
from game.ui.map.model import JourneyMark, MapModel, PlaceMark, RouteMark, Token
from game.ui.presenters.dates import opening_words
from game.ui.presenters.map_marks import mark_of
from game.ui.presenters.people import is_in_play, ring_words
from game.ui.presenters.revelations.names import TrueNames, capital
from game.ui.words import Words


def marks_of(chronicle: Chronicle, moment: int, names: TrueNames, _: Words) -> MapModel:
    """The map of a moment. Where the true state is not known it shows how things stood when it was last known."""
    state = chronicle.latest(moment)
    catalogue = chronicle.scenario.catalogue
    former = frozenset(seats_so_far(chronicle, moment))
    closed = state.public.closed_routes if state is not None else ()
    return MapModel(
        side="circle",
        places=tuple(_place(state, former, place) for place in catalogue.places.values()),
        routes=tuple(
            RouteMark(
                id=route.id, ends=(catalogue.places[route.between[0]].at, catalogue.places[route.between[1]].at),
                mode=route.mode.value, closed=route.id in closed,
            )
            for route in catalogue.routes.values()
        ),
        tokens=tuple(_tokens(state, names, _)) if state is not None else (),
        journeys=(*_way_so_far(chronicle, moment, _), *_journeys(chronicle, moment)),
    )  # fmt: skip


def _place(state: GameState | None, former: Collection[str], place: Place) -> PlaceMark:
    if state is not None and place.id == state.circle.seat and not state.circle.moving_to:
        return mark_of(place, "seat")
    return mark_of(place, "former_seat" if place.id in former else None)


def _tokens(state: GameState, names: TrueNames, _: Words) -> Iterator[Token]:
    places = names.catalogue.places
    where = state.circle.moving_to or state.circle.seat
    old_man = names.catalogue.old_man
    verdict = state.public.verdict
    if verdict is None or not is_killing(verdict.id):
        yield Token(
            id=OLD_MAN, name=capital(names.of(OLD_MAN)),
            place=where, shape="old_man", portrait=names.portrait(OLD_MAN),
            note=_("on his way") if state.circle.moving_to else "",
        )  # fmt: skip
    for person, body in state.bodies.items():
        known = person in state.center.agents or person in state.circle.members
        if person == old_man or not known or body.place not in places:
            continue
        if not is_in_play(body):
            continue
        centers = person in state.center.agents
        inside = centers and person in state.circle.members
        yield Token(
            id=person,
            name=(names.code(person) or names.of(person)) if centers else names.of(person),
            place=body.place,
            shape="center" if centers else "circle",
            portrait=names.portrait(person),
            note=_("inside: {ring}", ring=ring_words(body.access, _)) if inside else "",
        )


def seats_so_far(chronicle: Chronicle, moment: int) -> tuple[str, ...]:
    """The houses in which the Old Man lived up to a moment, in order; one he came back to stands twice."""
    seats: list[str] = []
    for state in chronicle.states[:moment]:
        if not seats or state.circle.seat != seats[-1]:
            seats.append(state.circle.seat)
    return tuple(seats)


def _way_so_far(chronicle: Chronicle, moment: int, _: Words) -> Iterator[JourneyMark]:
    """The Old Man's way from house to house, each leg with the turn in which he was settled."""
    catalogue = chronicle.scenario.catalogue
    previous = ""
    for turn, state in enumerate(chronicle.states[:moment], 1):
        seat = state.circle.seat
        if previous and seat != previous and catalogue.area(seat) != catalogue.area(previous):
            when = opening_words(catalogue, turn, "%b %Y", _)
            yield JourneyMark(places=(previous, seat), words=when, side="circle", made=True)
        previous = seat


def _journeys(chronicle: Chronicle, moment: int) -> Iterator[JourneyMark]:
    """Who sets out; at the end every journey that the Center's people made, each way once."""
    if moment <= chronicle.turns:
        yield from _setting_out(chronicle, moment)
        return
    drawn: set[frozenset[str]] = set()
    for turn in range(1, moment):
        for journey in _setting_out(chronicle, turn):
            way = frozenset(journey.places)
            if journey.side == "center" and way not in drawn:
                drawn.add(way)
                yield journey


def _setting_out(chronicle: Chronicle, moment: int) -> Iterator[JourneyMark]:
    """Whoever is on a journey once the turn is over, from where he was; the Center's people in broken lines."""
    before, after = chronicle.state(moment), chronicle.state(moment + 1)
    if before is None or after is None:
        return
    catalogue = chronicle.scenario.catalogue
    drawn: set[tuple[str, str, bool]] = set()
    for person, body in after.bodies.items():
        start = before.bodies.get(person)
        if start is None or start.place not in catalogue.places or start.status is not Status.ACTIVE:
            continue
        goal = body.destination if body.status is Status.IN_TRANSIT else body.place
        if goal not in catalogue.places or catalogue.area(goal) == catalogue.area(start.place):
            continue
        centers = person in after.center.agents
        line = (start.place, goal, centers)
        if line not in drawn:
            drawn.add(line)
            yield JourneyMark(places=line[:2], words="", side="center" if centers else "circle", broken=centers)
