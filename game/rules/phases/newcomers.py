"""Newcomers: people who come of their own accord, or were sent to seem so, and drift inwards."""

from dataclasses import replace

from game.rules.enrolment import enrol_member
from game.rules.events import EventKind
from game.rules.nouns import HOUSEHOLD, ORGANISATION, SYMPATHISER, Audience, Post, Side, Skill, Status, Step
from game.rules.numbers import NewcomerNumbers, chance_per_turn
from game.rules.state import AgentFile, Body, Face
from game.rules.turn import Turn
from game.rules.vocabulary.effects import move_ring


def receive_newcomer(turn: Turn) -> None:
    """With a chance that grows with influence and sections one newcomer appears where the Circle has somebody."""
    state, step = turn.state, turn.catalogue.step
    chance = newcomer_chance(turn.numbers.newcomers, state.public.influence, sum(state.circle.sections.values()), step)
    places = _open_doors(turn)
    if not places or not turn.roll("newcomer", "somebody comes", chance):
        return
    number = state.secret.newcomers
    pool = turn.scenario.setup.newcomers
    if number >= len(pool.names):
        return
    state.secret.newcomers += 1
    names = turn.dice.order(pool.names, 0, "names of newcomers")
    person = f"newcomer_{number + 1}"
    skills = [_skill(turn, person, skill) for skill in Skill]
    place = turn.dice.choose(places, state.turn, person, "where")
    state.bodies[person] = Body(
        id=person, place=place, access=SYMPATHISER, skills=(skills[0], skills[1], skills[2], skills[3], skills[4])
    )
    face = Face(name=names[number], about=turn.dice.choose(pool.abouts, state.turn, person, "about") if pool.abouts else "")
    _enter(turn, person, face)


def newcomer_chance(numbers: NewcomerNumbers, influence: int, sections: int, step: Step) -> int:
    """The chance in per cent that somebody new comes in a turn, with so many sections in all."""
    return chance_per_turn(min(100, numbers.per_influence * influence + numbers.per_section * sections), step)


def _skill(turn: Turn, person: str, skill: Skill) -> int:
    numbers = turn.numbers.newcomers
    spread = numbers.skill_most - numbers.skill_least + 1
    return numbers.skill_least + turn.dice.below(spread, turn.state.turn, person, f"skill:{skill.value}")


def _enter(turn: Turn, person: str, face: Face) -> None:
    state, numbers = turn.state, turn.numbers
    sent = turn.roll(person, "sent by Moscow", numbers.newcomers.moles)
    state.secret.allegiance[person] = Side.CENTER if sent else Side.CIRCLE
    state.secret.loyalty[person] = numbers.defection.steady
    state.circle.faces[person] = face
    enrol_member(turn.scenario, state, person, numbers.doubt.newcomer)
    state.circle.members[person] = replace(state.circle.members[person], newcomer=True)
    place = state.bodies[person].place
    turn.tell(EventKind.NEWCOMER, Audience.CIRCLE, subject=person, place=place)
    if sent:
        state.center.faces[person] = face
        state.center.agents[person] = AgentFile(
            id=person,
            cover=numbers.cover.recruited,
            legend=numbers.cover.recruited,
            post=Post.ILLEGAL,
            officer=False,
            start_access=SYMPATHISER,
        )
        turn.tell(EventKind.NEWCOMER, Audience.CENTER, subject=person, place=place)


def _open_doors(turn: Turn) -> list[str]:
    """Places where a newcomer can knock: where a hand is, or any place of an area with a section."""
    hands = {
        body.place
        for person, body in turn.state.bodies.items()
        if person in turn.state.circle.members and body.access <= ORGANISATION and body.status is Status.ACTIVE
    }
    sections = {
        place
        for place in turn.catalogue.places
        if turn.state.circle.sections.get(turn.catalogue.area(place)) and place == _first_of_area(turn, place)
    }
    return sorted(hands | sections)


def _first_of_area(turn: Turn, place: str) -> str:
    area = turn.catalogue.area(place)
    return next(other for other in turn.catalogue.places if turn.catalogue.area(other) == area)


def drift_inwards(turn: Turn) -> None:
    """Newcomers come closer by themselves: into the organisation anywhere, into the household at the seat."""
    numbers, step = turn.numbers.newcomers, turn.catalogue.step
    for person, member in list(turn.state.circle.members.items()):
        if not member.newcomer or member.joined == turn.state.turn or not turn.is_active(person):
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
