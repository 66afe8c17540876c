"""What the Center does not know, made up: the Circle's books, its people's skills and doubts, who has moved, the walls."""

from random import Random

from game.players.search.imagined import newcomers_known
from game.players.search.strangers import draw_body, homes_in, pick_some, places_in
from game.rules.nouns import HOUSEHOLD, ORGANISATION, SYMPATHISER, Keep, PlaceKind, Side, Status
from game.rules.records import changed
from game.rules.state import Body, CenterPart, CirclePart, Face, GameState, MemberFile, PublicPart, SecretPart, Sighting
from game.rules.view import CenterView

HOUSEHOLD_SIZE = 6
"""How many of the household there may be where nobody has counted."""
ROSTER_SIZE = 12
"""How many the Circle has at least, seen or not."""
STIRS = 0.04
"""The chance in a turn that somebody has gone elsewhere since he was seen."""
TAKES_LEAVE = 0.4
"""The chance that somebody who was looked for in vain is out of play."""
WALLS_PER_TURN = 0.15
"""How many points of security are added in a turn of which nobody has told."""


def imagine_circle(view: CenterView, public: PublicPart, chance: Random) -> GameState:
    """A state that the Center sees as it sees the true one."""
    seat = view.seat or _guess_seat(view, chance)
    bodies = dict(view.bodies)
    for person, sighting in sorted(view.sightings.items()):
        bodies[person] = _where_now(view, sighting, seat, chance)
    _add_unseen(view, bodies, seat, chance)
    members = {person: _file_of(view, person, chance) for person, body in bodies.items() if body.access <= SYMPATHISER}
    circle = CirclePart(
        funds=chance.randint(2, 8),
        seat=seat,
        members=members,
        strangers=_strangers(view, members),
        faces={person: view.faces.get(person) or Face(name=person) for person in (view.catalogue.old_man, *bodies)},
        security=_walls(view, seat, chance),
        sections=_sections(view, bodies, chance),
        visas=_visas(view, chance),
        aims={},
        keeps=view.keeps_seen if view.keeps_seen is not None and chance.random() < 0.7 else chance.choice(list(Keep)),
    )
    return GameState(
        turn=view.turn, public=public, center=_own_part(view), circle=circle, secret=_secrets(view, bodies, chance), bodies=bodies
    )


def _own_part(view: CenterView) -> CenterPart:
    return CenterPart(
        funds=view.funds,
        paranoia=view.paranoia,
        track=view.track,
        preparation=view.preparation,
        seat=view.seat,
        agents=dict(view.agents),
        sightings=dict(view.sightings),
        faces=dict(view.faces),
        levers=dict(view.levers),
        directives={entry.task.id: entry.progress for entry in view.tasks},
        guards_seen=view.guards_seen,
        guards_turn=view.guards_turn,
        security_seen=view.security_seen,
        keeps_seen=view.keeps_seen,
        keeps_turn=view.keeps_turn,
        hearsay=view.hearsay,
        searched=dict(view.searched),
        demand=view.demand,
        spent=view.spent,
        papers=dict(view.papers),
        moving_to=view.moving_to,
    )


def _secrets(view: CenterView, bodies: dict[str, Body], chance: Random) -> SecretPart:
    steady = view.catalogue.numbers.defection.steady
    bands = {"steady": (steady, 5), "doubtful": (0, steady - 1), "unknown": (1, 5)}
    loyalty = {person: chance.randint(*bands[file.loyalty]) for person, file in view.agents.items()}
    loyalty.update((person, chance.randint(2, 5)) for person in bodies if person not in loyalty)
    known = {person: view.levers.get(person, ()) for person in bodies}
    lost = [body.status for body in view.bodies.values() if body.status not in (Status.ACTIVE, Status.IN_TRANSIT)]
    return SecretPart(
        seed=chance.getrandbits(48),
        allegiance={person: Side.CENTER if person in view.agents else Side.CIRCLE for person in bodies},
        loyalty=loyalty,
        levers={person: (*levers, *(["ego"] if "ego" not in levers else [])) for person, levers in known.items()},
        liars={},
        false_track=chance.randint(0, view.hearsay) if chance.random() < 0.25 else 0,
        exposed=sum(status is not Status.RECALLED for status in lost),
        clues=sum(file.legend - file.cover for file in view.agents.values() if file.legend > file.cover) + view.turn // 4,
        captive_talked=Status.DEFECTED in lost or (Status.ARRESTED in lost and chance.random() < 0.5),
        newcomers=newcomers_known(view),
    )


def _guess_seat(view: CenterView, chance: Random) -> str:
    """A house in the country of asylum, rather where nobody has looked of late."""
    areas = view.catalogue.areas
    homes = homes_in(view.catalogue, view.asylum)
    ages = [view.turn - view.searched[areas[home]] if areas[home] in view.searched else 12 for home in homes]
    return chance.choices(homes, [0.05 + min(12, age) / 12 for age in ages])[0]


def _where_now(view: CenterView, sighting: Sighting, seat: str, chance: Random) -> Body:
    """Somebody who was seen, where he may be by now."""
    catalogue, place = view.catalogue, sighting.place
    body = draw_body(chance, catalogue, sighting.id, place, sighting.access)
    moved = sighting.gone or chance.random() < STIRS * (view.turn - sighting.turn)
    if sighting.access == HOUSEHOLD and (view.seat or moved):
        return changed(body, place=seat)
    if sighting.gone and chance.random() < TAKES_LEAVE:
        return changed(body, status=Status.GONE)
    return changed(body, place=chance.choice(places_in(catalogue, view.asylum))) if moved else body


def _add_unseen(view: CenterView, bodies: dict[str, Body], seat: str, chance: Random) -> None:
    """Those of the household and the movement whom nobody has seen, as many as were counted or may be there."""
    catalogue = view.catalogue
    area = catalogue.areas[seat]
    others = [body for person, body in bodies.items() if person not in view.agents]
    inside = sum(body.access == HOUSEHOLD and catalogue.areas[body.place] == area for body in others)
    wanted = view.guards_seen + 1 if view.guards_seen >= 0 else chance.randint(2, HOUSEHOLD_SIZE)
    roster = sum(body.access <= SYMPATHISER for body in others)
    here = places_in(catalogue, view.asylum)
    for number in range(max(0, wanted - inside)):
        person = f"unseen_{number}"
        bodies[person] = draw_body(chance, catalogue, person, seat, HOUSEHOLD)
    for number in range(max(0, ROSTER_SIZE - roster - max(0, wanted - inside))):
        person = f"unheard_{number}"
        ring = chance.choice((ORGANISATION, SYMPATHISER))
        bodies[person] = draw_body(chance, catalogue, person, chance.choice(here), ring)


def _file_of(view: CenterView, person: str, chance: Random) -> MemberFile:
    """What the Circle thinks of somebody on its roster: more doubtful things of one whose cover is worn."""
    numbers = view.catalogue.numbers.doubt
    file = view.agents.get(person)
    worn = max(0, file.legend - file.cover) if file is not None else 0
    doubt = chance.randint(numbers.member, numbers.newcomer * 100) + sum(chance.randint(0, 1500) for _ in range(worn))
    return MemberFile(
        id=person, doubt=min(doubt, numbers.cap * 100), newcomer=person not in view.bodies and chance.random() < 0.3
    )


def _strangers(view: CenterView, members: dict[str, MemberFile]) -> dict[str, Sighting]:
    """Those whom the Center knows to be looked for."""
    return {
        person: Sighting(id=person, place=view.bodies[person].place, access=view.bodies[person].access, turn=view.turn)
        for person, file in view.agents.items()
        if file.burnt and person not in members and view.bodies[person].status is Status.ACTIVE
    }


def _walls(view: CenterView, seat: str, chance: Random) -> dict[str, int]:
    """Security of every house: what was counted and what may have been built since."""
    places = view.catalogue.places
    walls = {id_: place.security for id_, place in places.items() if PlaceKind.EXILE in place.kinds}
    counted, since = (view.security_seen, view.guards_turn) if view.seat and view.security_seen >= 0 else (walls.get(seat, 0), 1)
    built = sum(chance.random() < WALLS_PER_TURN for _ in range(max(0, view.turn - since)))
    walls[seat] = min(places[seat].security_cap, counted + built)
    return walls


def _sections(view: CenterView, bodies: dict[str, Body], chance: Random) -> dict[str, int]:
    areas = {
        view.catalogue.areas[body.place]
        for person, body in bodies.items()
        if person not in view.agents and body.access <= SYMPATHISER
    }
    return dict.fromkeys(pick_some(chance, sorted(areas), chance.randint(1, 3)), 1)


def _visas(view: CenterView, chance: Random) -> tuple[str, ...]:
    least = view.catalogue.numbers.asylum.visa_at
    friendly = [id_ for id_, now in sorted(view.countries.items()) if now.tolerance >= least and id_ != view.asylum]
    return tuple(pick_some(chance, friendly, chance.randint(0, 2)))
