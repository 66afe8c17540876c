"""What becomes of the Center's people once they are known: blown, looked for, taken, talking, gone over."""

from game.rules.clues import introduce, point_at
from game.rules.events import Change, EventKind
from game.rules.nouns import ACTIVE, IN_TRANSIT, LEGAL, Audience, Side, Status
from game.rules.numbers import CaptiveNumbers, Numbers, TraceNumbers
from game.rules.records import changed
from game.rules.seeing import strike_out
from game.rules.turn import BOTH, Turn
from game.rules.words import Meter


def leave_play(turn: Turn, person: str, status: Status) -> None:
    """Takes a person out of play for good; both sides hear of it."""
    turn.set_body(person, status=status, destination="", arrives=0)
    strike_out(turn, person)
    turn.state.circle.strangers.pop(person, None)


def blow(turn: Turn, person: str) -> None:
    """A person of the Center's is unmasked: one police check, and if he is not arrested he is gone."""
    _tell_loss(turn, EventKind.BLOWN, person, expose(turn, person))
    if police_check(turn, person, "blown"):
        arrest(turn, person)
    else:
        leave_play(turn, person, Status.GONE)


def hunt(turn: Turn, person: str) -> None:
    """The police look for a known stranger; if they find him he is unmasked and taken."""
    if police_check(turn, person, "hunted"):
        arrest(turn, person, expose(turn, person))


def police_check(turn: Turn, person: str, purpose: str) -> bool:
    """Whether the police lay hands on a person where he is."""
    country = turn.country_of(person)
    if country in turn.catalogue.homes:
        return False
    police, alert = turn.catalogue.countries[country].police, turn.state.public.countries[country].alert
    chance = police_chance(turn.numbers, police, alert, turn.skill(person, "tradecraft"))
    return turn.roll(person, f"police:{purpose}", chance)


def police_chance(numbers: Numbers, police: int, alert: int, tradecraft: int) -> int:
    """The chance in per cent that the police of a country lay hands on somebody whom they look for."""
    weights = numbers.police
    chance = weights.police * police + weights.alert * alert + weights.tradecraft * tradecraft
    return max(numbers.chance_least, min(numbers.chance_most, chance))


def arrest(turn: Turn, person: str, cost: tuple[Change, ...] = ()) -> None:
    """A person is taken, at a cost to the Center. He keeps silent, or gives away those with whom he shared a place of late."""
    _tell_loss(turn, EventKind.ARRESTED, person, cost)
    if turn.roll(person, "keeps silent", silence_chance(turn.numbers.captives, turn.skill(person, "nerve"))):
        turn.tell(EventKind.KEPT_SILENT, *BOTH, subject=person)
    else:
        talk(turn, person)
    leave_play(turn, person, Status.ARRESTED)


def silence_chance(numbers: CaptiveNumbers, nerve: int) -> int:
    """The chance in per cent that a captive says nothing."""
    return min(numbers.most, numbers.silent + numbers.nerve * nerve)


def talk(turn: Turn, person: str) -> None:
    """A captive or defector talks: networks are compartments, so he knows only those who were where he was when he was."""
    turn.state.secret.captive_talked = True
    turn.tell(EventKind.TALKED, *BOTH, subject=person)
    for other, body in list(turn.state.bodies.items()):
        if other == person or not turn.is_centers(other) or body.status not in (ACTIVE, IN_TRANSIT):
            continue
        if not _were_together(turn, person, other):
            continue
        if turn.roll(other, f"named by {person}", turn.numbers.captives.names):
            point_at(turn, other, turn.numbers.captives.doubt)
            turn.tell(EventKind.NAMED, Audience.CIRCLE, subject=other, other=person)


def defect(turn: Turn, person: str) -> None:
    """A person of the Center's goes over and tells what he knows."""
    cost = turn.add_meter(Meter.PARANOIA, turn.numbers.paranoia.defection, Side.CENTER)
    introduce(turn, person)
    _tell_loss(turn, EventKind.DEFECTED, person, (cost,))
    talk(turn, person)
    leave_play(turn, person, Status.DEFECTED)


def expel(turn: Turn, person: str) -> None:
    """A legal is sent out of the country."""
    turn.tell(EventKind.EXPELLED, *BOTH, subject=person, place=turn.country_of(person))
    introduce(turn, person)
    leave_play(turn, person, Status.GONE)


def leave_traces(turn: Turn, person: str) -> None:
    """Traces cost an illegal cover, and when none is left he is blown; a legal may be expelled."""
    file = turn.state.center.agents[person]
    numbers = turn.numbers.traces
    if file.post is LEGAL:
        country = turn.country_of(person)
        police, alert = turn.catalogue.countries[country].police, turn.state.public.countries[country].alert
        if turn.roll(person, "expelled", expulsion_chance(numbers, police, alert)):
            expel(turn, person)
        return
    turn.tell(EventKind.LEFT_TRACES, Audience.CENTER, subject=person)
    if turn.lose_cover(person, numbers.cover_lost):
        blow(turn, person)


def expulsion_chance(numbers: TraceNumbers, police: int, alert: int) -> int:
    """The chance in per cent that traces have a legal sent out of the country."""
    return numbers.expelled_police * police + numbers.expelled_alert * alert


def remember_areas(turn: Turn) -> None:
    """Notes for each person of the Center's where he was this turn, as far back as captives can tell; nowhere on a journey."""
    turns, areas, bodies, agents = turn.numbers.captives.turns, turn.catalogue.areas, turn.state.bodies, turn.state.center.agents
    for person, file in agents.items():
        body = bodies[person]
        if body.status is ACTIVE:
            here = areas[body.place]
        elif body.status is IN_TRANSIT:
            here = ""
        else:
            continue
        trail = (*file.trail, here)[-turns:]
        if trail != file.trail:
            agents[person] = changed(file, trail=trail)  # the key is there already, so the books can be gone through


def _were_together(turn: Turn, one: str, other: str) -> bool:
    """Whether two people were in one area in the same turn: in this one, or in one that is still remembered."""
    agents = turn.state.center.agents
    ways = [(_area_now(turn, person), *reversed(agents[person].trail)) for person in (one, other)]
    return any(here and here == there for here, there in zip(*ways, strict=False))


def _area_now(turn: Turn, person: str) -> str:
    """The area in which a person is; empty while he travels, when nobody meets him."""
    return turn.area_of(person) if turn.is_active(person) else ""


def _tell_loss(turn: Turn, kind: EventKind, person: str, cost: tuple[Change, ...]) -> None:
    """Both hear that one of the Center's people is lost; what that makes of Moscow is the Center's to know."""
    place = turn.body(person).place
    turn.tell(kind, Audience.CENTER, subject=person, place=place, changes=cost)
    turn.tell(kind, Audience.CIRCLE, subject=person, place=place)


def expose(turn: Turn, person: str) -> tuple[Change, ...]:
    """The world learns whose man he was; an officer costs the paranoia that is returned."""
    turn.state.secret.exposed += 1
    introduce(turn, person)
    if not turn.state.center.agents[person].officer:
        return ()
    return (turn.add_meter(Meter.PARANOIA, turn.numbers.paranoia.officer_blown, Side.CENTER),)
