"""Newcomers: people who come of their own accord, or were sent to seem so, and drift inwards."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from game.rules.clues import set_doubt
from game.rules.definitions import Origin
from game.rules.dice import Dice
from game.rules.enrolment import enrol_member, public_face_of
from game.rules.events import EventKind
from game.rules.nouns import ACTIVE, HOUSEHOLD, ILLEGAL, NEWCOMER, ORGANISATION, SKILL_INDEX, SYMPATHISER, Audience, Side, Step
from game.rules.numbers import NewcomerNumbers, chance_per_turn
from game.rules.records import changed
from game.rules.state import AgentFile, Body, Face, Skills
from game.rules.turn import Turn
from game.rules.vocabulary.effects import move_ring

Faces = dict[str, Face | None]
"""Those who come in this turn, and the faces that they show."""


def receive_newcomers(turn: Turn) -> None:
    """People appear where the Circle has somebody: some of themselves, and whoever has got himself introduced.

    Of themselves they come with a chance that grows with influence and sections, by so many draws a turn. Nothing in how they
    come tells one kind from the other, nor in what order they are told of and stand on the roster.
    """
    faces: Faces = {}
    _introduce(turn, faces)
    if _is_a_door_open(turn):
        _let_knock(turn, faces)
    for person in turn.dice.order(list(faces), turn.state.turn, "who is met first"):
        _welcome(turn, person, faces[person])


def _introduce(turn: Turn, faces: Faces) -> None:
    """Adds those who have got themselves introduced, with the names they give."""
    for person in turn.state.secret.expected:
        if turn.is_active(person) and turn.body(person).access > SYMPATHISER:
            turn.set_body(person, access=SYMPATHISER)
            known = turn.state.circle.faces.get(person)  # whoever was sent away and comes back is known by the name he gave
            faces[person] = known or _own_name(turn, person) or _next_name(turn, person, turn.body(person).place, faces)
            turn.state.secret.poses.setdefault(person, _skills(turn, person))
            turn.tell(EventKind.CAME_CLOSER, Audience.CENTER, subject=person, number=SYMPATHISER, place=turn.body(person).place)
    turn.state.secret.expected = ()


def _let_knock(turn: Turn, faces: Faces) -> None:
    """Adds those who come of themselves, with their names."""
    public, sections = turn.state.public, turn.state.circle.sections
    chance = newcomer_chance(turn.numbers.newcomers, public.influence, sum(sections.values()), turn.catalogue.step)
    for draw in range(turn.numbers.newcomers.draws):
        if turn.roll("newcomer", f"somebody comes {draw}", chance):
            _receive(turn, faces)


def _receive(turn: Turn, faces: Faces) -> None:
    """Somebody new knocks at a door, unless no name is left."""
    state = turn.state
    person = f"{NEWCOMER}{state.secret.newcomers + 1}"
    place = turn.dice.choose(_doors_for(turn, person), state.turn, person, "where")
    body = Body(id=person, place=place, access=SYMPATHISER, skills=_skills(turn, person))
    face = _next_name(turn, person, place, faces)
    if face is None:
        return
    state.bodies[person] = body
    _settle_allegiance(turn, person, face)
    faces[person] = face


def _doors_for(turn: Turn, person: str) -> list[str]:
    """The doors at one of which he knocks: those where the Old Man lives, if that is where he wants to go, else all."""
    doors = open_doors(turn)
    if turn.roll(person, "wants to see the Old Man", turn.numbers.newcomers.at_seat):
        return [place for place in doors if turn.catalogue.areas[place] == turn.seat_area()] or doors
    return doors


def newcomer_chance(numbers: NewcomerNumbers, influence: int, sections: int, step: Step) -> int:
    """The chance in per cent that somebody new comes by one of a turn's draws, with so many sections in all."""
    monthly = numbers.per_influence * influence + numbers.per_section * sections
    return chance_per_turn(min(100, monthly // numbers.draws), step)


def _skills(turn: Turn, person: str) -> Skills:
    """The skills of somebody who comes of himself, or seems to."""
    numbers = turn.numbers.newcomers
    spread = numbers.skill_most - numbers.skill_least + 1
    drawn = [numbers.skill_least + turn.dice.below(spread, turn.state.turn, person, f"skill:{skill}") for skill in SKILL_INDEX]
    return drawn[0], drawn[1], drawn[2], drawn[3], drawn[4]


def _next_name(turn: Turn, person: str, place: str, faces: Faces) -> Face | None:
    """The next name for somebody who comes at a place, with an introduction; nothing once all are taken."""
    pool, state = turn.scenario.setup.newcomers, turn.state
    country = turn.catalogue.places[place].country
    origins = [origin for origin in pool.origins.values() if country in origin.countries]
    name = _free_name(turn, origins, faces) if pool.origins else _name_in_turn(turn)
    if not name:
        return None
    state.secret.newcomers += 1
    abouts = (*pool.abouts, *(about for origin in origins for about in origin.abouts))
    kind = "woman" if turn.scenario.testimonies.names_a_woman(name) else "man"
    about = turn.dice.choose(abouts, state.turn, person, "about") if abouts else ""
    return Face(name=name, about=about, portrait=(("kind", kind),))


def _name_in_turn(turn: Turn) -> str:
    """The name whose turn it is where all are of one pool."""
    names, number = turn.scenario.setup.newcomers.names, turn.state.secret.newcomers
    return _in_order(turn.dice, names)[number] if number < len(names) else ""


def _free_name(turn: Turn, origins: Sequence[Origin], faces: Faces) -> str:
    """The first name that nobody has yet: of these origins, else of those that anybody may have, else whatever is left."""
    pool, state = turn.scenario.setup.newcomers, turn.state
    known = (*state.circle.faces.values(), *state.center.faces.values(), *faces.values())
    taken = {face.name for face in known if face is not None}
    for names in (*(origin.names for origin in origins), pool.names):
        for name in _in_order(turn.dice, names):
            if name not in taken:
                return name
    return next((name for name in _in_order(turn.dice, pool.all_names) if name not in taken), "")


@lru_cache(maxsize=256)
def _in_order(dice: Dice, names: tuple[str, ...]) -> list[str]:
    """The names in the order in which a game gives them out."""
    return dice.order(names, 0, "names of newcomers")


def _own_name(turn: Turn, person: str) -> Face | None:
    """Where allegiances are as history has them, people come under the names that history knows."""
    definition = turn.scenario.setup.people.get(person)
    return public_face_of(definition) if turn.state.secret.historical and definition else None


def _settle_allegiance(turn: Turn, person: str, face: Face) -> None:
    """Some of those who come of themselves were sent all the same."""
    state, numbers = turn.state, turn.numbers
    sent = turn.roll(person, "sent by Moscow", numbers.newcomers.moles)
    state.secret.allegiance[person] = Side.CENTER if sent else Side.CIRCLE
    state.secret.loyalty[person] = numbers.defection.steady
    if sent:
        state.center.faces[person] = face
        state.center.agents[person] = AgentFile(
            id=person,
            cover=numbers.cover.recruited,
            legend=numbers.cover.recruited,
            post=ILLEGAL,
            officer=False,
            start_access=SYMPATHISER,
        )
        turn.tell(EventKind.NEWCOMER, Audience.CENTER, subject=person, place=state.bodies[person].place)


def _welcome(turn: Turn, person: str, face: Face | None) -> None:
    """Puts somebody new onto the Circle's roster, under the name he gives, and with great doubt if there is a dossier on him."""
    state = turn.state
    enrol_member(turn.scenario, state, person, turn.numbers.doubt.newcomer * 100)
    state.circle.members[person] = changed(state.circle.members[person], newcomer=True)
    if state.circle.strangers.pop(person, None) is not None:
        set_doubt(turn, person, turn.numbers.doubt.reported)
    if face is not None:
        state.circle.faces[person] = face
    turn.tell(EventKind.NEWCOMER, Audience.CIRCLE, subject=person, place=state.bodies[person].place)


def _is_a_door_open(turn: Turn) -> bool:
    """Whether there is any place where a newcomer can knock."""
    return next(_hands(turn), None) is not None or bool(_sections(turn))


def open_doors(turn: Turn) -> list[str]:
    """Places where a newcomer can knock: where a hand is, or the first place of an area with a section."""
    return sorted({body.place for body in _hands(turn)} | _sections(turn))


def _sections(turn: Turn) -> set[str]:
    """The first places of areas with a section."""
    firsts = turn.catalogue.firsts
    return {firsts[area] for area, number in turn.state.circle.sections.items() if number and area in firsts}


def _hands(turn: Turn) -> Iterator[Body]:
    """Active people of the Circle's organisation and household."""
    bodies = turn.state.bodies
    for person in turn.state.circle.members:
        body = bodies[person]
        if body.access <= ORGANISATION and body.status is ACTIVE:
            yield body


def drift_inwards(turn: Turn) -> None:
    """Newcomers come closer by themselves: into the organisation anywhere, into the household at the seat."""
    numbers, step, now = turn.numbers.newcomers, turn.catalogue.step, turn.state.turn
    newcomers = [person for person, member in turn.state.circle.members.items() if member.newcomer and member.joined != now]
    for person in newcomers:
        if not turn.is_active(person):
            continue
        access = turn.body(person).access
        if access == SYMPATHISER:
            chance = chance_per_turn(numbers.drift_to_organisation, step)
        elif access == ORGANISATION and turn.area_of(person) == turn.seat_area():
            chance = chance_per_turn(numbers.drift_to_household, step)
        else:
            continue
        if turn.roll(person, "drifts inwards", chance):
            move_ring(turn, person, max(HOUSEHOLD, access - 1))
