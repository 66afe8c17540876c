"""Journeys of the Circle's people on which the Circle did not send them: of their own accord, or by Moscow's order."""

from game.rules.events import EventKind
from game.rules.nouns import ACTIVE, ORGANISATION, SYMPATHISER, Audience, Status
from game.rules.numbers import chance_per_turn
from game.rules.phases.newcomers import open_doors
from game.rules.turn import Turn
from game.rules.vocabulary.deeds import travel

RINGS = (ORGANISATION, SYMPATHISER)
"""Who may leave unasked, as the Center's journeys are for these rings alone."""


def set_out_unasked(turn: Turn) -> None:
    """Now and then somebody honest goes somewhere of himself, so that a journey does not prove that Moscow sent him.

    He is one of those whom the Center, too, could have sent: in the organisation or a sympathiser, without an order in this
    turn. Who could never be won over stays, since nobody would wonder about him.
    """
    numbers = turn.numbers.journeys
    if not turn.roll("friends", "somebody sets out", chance_per_turn(numbers.chance, turn.catalogue.step)):
        return
    free = _free_people(turn)
    if not free:
        return
    now = turn.state.turn
    person = turn.dice.choose(free, now, "friends", "who sets out")
    goals = _goals(turn, person)
    if goals:
        travel(turn, person, turn.dice.choose(goals, now, person, "where he goes"))
        turn.unsent.append(person)


def _free_people(turn: Turn) -> list[str]:
    """Honest people of the roster who could leave."""
    state, busy = turn.state, turn.truth.busy
    return [
        person
        for person in state.circle.members
        if state.bodies[person].status is ACTIVE
        and state.bodies[person].access in RINGS
        and person not in busy
        and not turn.is_centers(person)
        and not turn.truth.steadfast(person)
    ]


def _goals(turn: Turn, person: str) -> list[str]:
    """Where he may go: to where the Old Man lives, if that is what he wants, else to wherever the Circle has people."""
    areas, firsts, here = turn.catalogue.areas, turn.catalogue.firsts, turn.area_of(person)
    reached = turn.atlas.journeys(turn.body(person).place, turn.state.public.closed_routes)
    if turn.roll(person, "sets out to see the Old Man", turn.numbers.journeys.at_seat):
        wanted = {turn.seat_area()}
    else:
        wanted = {areas[place] for place in open_doors(turn)}
    return sorted(firsts[area] for area in wanted - {here, ""} if firsts[area] in reached)


def tell_of_the_unsent(turn: Turn) -> None:
    """Tells the Circle who has left without being sent. Nothing in how it is told says whether Moscow wanted it.

    Of whoever has left play since, as by being denounced, it is not told: he is on his way nowhere.
    """
    for person in turn.dice.order(turn.unsent, turn.state.turn, "who is missed first"):
        body = turn.body(person)
        if body.status is not Status.IN_TRANSIT:
            continue
        turn.tell(EventKind.SET_OUT, Audience.CIRCLE, subject=person, other=body.destination, place=body.place)
