"""A strike at the Old Man, by a party or by one of the household, and what it leaves behind."""

from game.rules.clues import introduce
from game.rules.events import EventKind
from game.rules.exposure import arrest, blow, expose, police_check
from game.rules.nouns import CENTER, CIRCLE, Audience, Side
from game.rules.sight import Call
from game.rules.sights import raiders
from game.rules.turn import Turn
from game.rules.vocabulary.known import Known
from game.rules.words import Meter, Strike


def call_off(turn: Turn, call: Call, chance: int, line: int) -> None:
    """The leader sees on the spot that the chance is under his line: it costs preparation, and may be noticed as preparing is."""
    change = turn.add_meter(Meter.PREPARATION, turn.numbers.strikes.called_off, Side.CENTER)
    turn.tell(
        EventKind.CALLED_OFF,
        Audience.CENTER,
        operation=call.operation.id,
        subject=call.agent,
        chance=chance,
        number=line,
        changes=(change,),
    )


def strike(turn: Turn, kind: Strike, agent: str, success: bool) -> None:
    """Carries a strike through to its consequences. Whether it succeeded has been rolled."""
    party = [body.id for body in raiders(turn.truth, turn.state.center.agents, turn.state.bodies)]
    country = turn.catalogue.places[turn.state.circle.seat].country
    turn.killed = success
    shaken = Known() if success else _shake(turn, country)
    for side in Side:
        turn.tell(
            EventKind.STRUCK,
            side.audience,
            operation=kind.value,
            place=turn.state.circle.seat,
            number=int(success),
            subject=agent if kind is Strike.LONE_HAND else "",
            changes=shaken.by(side),
        )
    if kind is Strike.RAID:
        for person in party:
            _hunt_raider(turn, person)
    else:
        _take_lone_hand(turn, agent, success)


def _shake(turn: Turn, country: str) -> Known:
    """A failed strike strengthens the house and the cause, and shakes Moscow."""
    numbers, known = turn.numbers, Known()
    known.add((CIRCLE,), turn.add_security(turn.state.circle.seat, numbers.strikes.security))
    known.add((CENTER, CIRCLE), turn.add_alert(country, numbers.strikes.alert))
    known.add((CENTER,), turn.add_meter(Meter.PREPARATION, -numbers.bounds.preparation, Side.CENTER))
    known.add((CENTER,), turn.add_meter(Meter.PARANOIA, numbers.paranoia.strike_failed, Side.CENTER))
    known.add((CENTER, CIRCLE), turn.add_meter(Meter.INFLUENCE, numbers.strikes.influence, Side.CIRCLE))
    return known


def _hunt_raider(turn: Turn, person: str) -> None:
    if police_check(turn, person, "raid"):
        arrest(turn, person, expose(turn, person))
    elif turn.lose_cover(person, -turn.numbers.strikes.raiders_cover):
        blow(turn, person)


def _take_lone_hand(turn: Turn, agent: str, success: bool) -> None:
    numbers = turn.numbers
    if success and not turn.roll(agent, "taken", numbers.strikes.lone_taken):
        return
    turn.state.secret.exposed += 1
    introduce(turn, agent)
    arrest(turn, agent, (turn.add_meter(Meter.PARANOIA, numbers.paranoia.lone_hand_taken, Side.CENTER),))
