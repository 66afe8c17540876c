"""What the Center comes to see: people in an area, the seat, the household's guards and walls."""

from game.rules.clues import public_face
from game.rules.events import RECKONING, Change, EventKind
from game.rules.nouns import Audience, Keep, Side
from game.rules.state import make_sighting
from game.rules.turn import Turn
from game.rules.words import Meter


def see_area(turn: Turn, area: str) -> tuple[tuple[str, ...], int]:
    """The Center sees everybody of the roster in an area who is not its own, and who is no longer there.

    Gives whom it sees, news before what it knew, and how many of them it knew to be there.
    """
    center, areas = turn.state.center, turn.catalogue.areas
    agents, sightings = center.agents, center.sightings
    new: list[str] = []
    known: list[str] = []
    for person in turn.roster_in(area):
        if person not in agents:
            last = sightings.get(person)
            (known if last is not None and not last.gone and areas[last.place] == area else new).append(person)
            _note(turn, person)
    seen = (*new, *known)
    gone = [person for person, one in sightings.items() if not one.gone and areas[one.place] == area and person not in seen]
    for person in gone:
        last = sightings[person]
        sightings[person] = make_sighting(id=person, place=last.place, access=last.access, turn=last.turn, gone=True)
    return seen, len(known)


def strike_out(turn: Turn, person: str) -> None:
    """The Center hears that a person is out of play: he is sought no more, and no paper need name him."""
    turn.state.center.sightings.pop(person, None)


def see_person(turn: Turn, person: str) -> None:
    """The Center notes where a person is now; of its own people it knows without looking."""
    if not turn.is_centers(person):
        _note(turn, person)


def _note(turn: Turn, person: str) -> None:
    state, center = turn.state, turn.state.center
    body, settled, last = state.bodies[person], turn.phase == RECKONING, center.sightings.get(person)
    if last is not None and last.turn == state.turn and last.settled is settled and not last.gone:
        if last.place == body.place and last.access == body.access:
            return  # somebody else has just seen him there
    center.sightings[person] = make_sighting(id=person, place=body.place, access=body.access, turn=state.turn, settled=settled)
    if person not in center.faces:
        center.faces[person] = public_face(turn, person)


def see_seat(turn: Turn, track: int, least: int = 0) -> Change:
    """The Old Man is found at home: located, and the track grows as is returned. That is told where it was not known."""
    center, seat = turn.state.center, turn.state.circle.seat
    if center.seat != seat:
        center.seat = seat
        turn.tell(EventKind.FOUND, Audience.CENTER, place=seat)
    turn.looked = True
    return turn.add_meter(Meter.TRACK, max(track, least - center.track), Side.CENTER)


def see_through(turn: Turn) -> None:
    """What one sees with one's own eyes is no hearsay: false news about his habits is found out and struck off."""
    center, secret = turn.state.center, turn.state.secret
    lies = secret.false_track
    center.hearsay = secret.false_track = 0
    if lies:
        change = turn.add_meter(Meter.TRACK, -lies, Side.CENTER)
        turn.tell(EventKind.SAW_THROUGH, Audience.CENTER, number=lies, changes=(change,))


def hear(turn: Turn, teller: str, told: Change) -> None:
    """So much of the track rests on what a mole has told; if he was fed, it is false."""
    center, secret, track = turn.state.center, turn.state.secret, told.after - told.before
    center.hearsay = min(center.track, center.hearsay + track)
    if is_fed(turn, teller):
        secret.false_track = min(center.hearsay, secret.false_track + track)


def is_fed(turn: Turn, person: str) -> bool:
    """Whether a mole carries what the Circle wants him to carry."""
    return turn.state.secret.liars.get(person, 0) >= turn.state.turn


def hear_of_house(turn: Turn, teller: str) -> None:
    """A mole of the household tells of guards, walls and what is kept; one who is fed tells of a weaker house."""
    center = turn.state.center
    count_guards(turn)
    center.keeps_seen, center.keeps_turn = turn.state.circle.keeps, turn.state.turn
    if is_fed(turn, teller):
        center.guards_seen //= 2
        center.security_seen //= 2
        center.keeps_seen = Keep.WALLS if center.keeps_seen is Keep.GATE else Keep.GATE


def count_guards(turn: Turn) -> None:
    """Notes how many stand guard this turn and how strong the walls are."""
    center = turn.state.center
    center.guards_seen = turn.truth.guards()[0]
    center.guards_turn = turn.state.turn
    center.security_seen = turn.truth.security()[0]


def find_nobody(turn: Turn, area: str) -> None:
    """He is not here, and that is noted: where the Center thought him to be in this area, it knows better now.

    While he moves house inside a country his trail is not lost.
    """
    seat = turn.state.center.seat
    turn.state.center.searched[area] = turn.state.turn
    if seat and not turn.state.circle.moving_to and turn.catalogue.areas[seat] == area:
        turn.state.center.seat = ""
