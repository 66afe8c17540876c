"""What the Center comes to see: people in an area, the seat, the household's guards and walls."""

from game.rules.clues import public_face
from game.rules.nouns import Side
from game.rules.state import Sighting
from game.rules.turn import Turn
from game.rules.words import Meter


def see_area(turn: Turn, area: str) -> tuple[str, ...]:
    """The Center sees everybody of the roster in an area who is not its own, and who is no longer there."""
    center = turn.state.center
    seen = tuple(person for person in turn.roster_in(area) if not turn.is_centers(person))
    for person in seen:
        see_person(turn, person)
    for person, sighting in list(center.sightings.items()):
        if person not in seen and not sighting.gone and turn.catalogue.area(sighting.place) == area:
            center.sightings[person] = Sighting(
                id=person, place=sighting.place, access=sighting.access, turn=sighting.turn, gone=True
            )
    return seen


def see_person(turn: Turn, person: str) -> None:
    """The Center notes where a person is now; of its own people it knows without looking."""
    if turn.is_centers(person):
        return
    body = turn.body(person)
    turn.state.center.sightings[person] = Sighting(id=person, place=body.place, access=body.access, turn=turn.state.turn)
    if person not in turn.state.center.faces:
        turn.state.center.faces[person] = public_face(turn, person)


def see_seat(turn: Turn, track: int, least: int = 0) -> None:
    """The Old Man is found at home: located, the track grows, guards and walls are counted."""
    center = turn.state.center
    center.seat = turn.state.circle.seat
    turn.looked = True
    turn.add_meter(Meter.TRACK, max(track, least - center.track), Side.CENTER)


def count_guards(turn: Turn) -> None:
    """Notes how many stand guard this turn and how strong the walls are."""
    center = turn.state.center
    center.guards_seen = turn.truth.guards()[0]
    center.guards_turn = turn.state.turn
    center.security_seen = turn.truth.security()[0]


def find_nobody(turn: Turn, area: str) -> None:
    """He is not here: where the Center thought him to be in this area, it knows better now.

    While he moves house inside a country his trail is not lost.
    """
    seat = turn.state.center.seat
    if seat and not turn.state.circle.moving_to and turn.catalogue.area(seat) == area:
        turn.state.center.seat = ""
