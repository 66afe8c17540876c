"""The Old Man's house and his welcome: moving, arriving, being ordered out, interned and deported."""

from game.rules.events import Change, EventKind
from game.rules.geography import turns_for
from game.rules.nouns import HOUSEHOLD, Audience, Side, Status
from game.rules.turn import BOTH, Turn
from game.rules.words import Meter


def depart(turn: Turn, target: str) -> None:
    """He leaves with the active household; a section in the new place is spent unless he was pushed out."""
    _set_out(turn, target)
    if not turn.truth.pushed():
        turn.add_section(turn.catalogue.areas[target], -1)
    _leave_country(turn, target)


def banish(turn: Turn, target: str) -> None:
    """He is taken to another place by force; nothing is spent for it, and no way leading there is no hindrance."""
    circle = turn.state.circle
    if circle.moving_to or circle.seat == target:
        return
    _set_out(turn, target)
    _leave_country(turn, target)


def see_off(turn: Turn, target: str) -> None:
    """The Center, which knew where he lived, is told that he is being taken away, and where to."""
    center = turn.state.center
    if center.seat and turn.state.circle.moving_to == target:
        center.moving_to = target


def _set_out(turn: Turn, target: str) -> None:
    """The journey itself: as long as the shortest way, or a turn where no way is open."""
    state, circle = turn.state, turn.state.circle
    journey = turn.atlas.journeys(circle.seat, state.public.closed_routes).get(target)
    household = [person for person in turn.active_in(turn.seat_area()) if turn.body(person).access == HOUSEHOLD]
    circle.moving_to = target
    circle.moving_arrives = state.turn + (turns_for(journey.days, turn.catalogue) if journey else 1)
    circle.relocated = state.turn
    for person in household:
        turn.set_body(person, status=Status.IN_TRANSIT, destination=target, arrives=circle.moving_arrives)


def _leave_country(turn: Turn, target: str) -> None:
    """Whoever crosses a frontier uses his visa up, and is lost sight of."""
    public, circle = turn.state.public, turn.state.circle
    country = turn.catalogue.places[target].country
    if country != public.asylum:
        circle.visas = tuple(visa for visa in circle.visas if visa != country)
        public.asylum, public.ordered_out, public.interned = country, 0, 0
        turn.tell(EventKind.LEFT_COUNTRY, Audience.CENTER, place=country, changes=_lose_trail(turn))
        turn.tell(EventKind.LEFT_COUNTRY, Audience.CIRCLE, place=country)


def _lose_trail(turn: Turn) -> tuple[Change, ...]:
    """What the Center knew of him and had ready is worth nothing any more; returns what that was."""
    center, bounds = turn.state.center, turn.numbers.bounds
    lost = (
        turn.add_meter(Meter.TRACK, -bounds.track, Side.CENTER),
        turn.add_meter(Meter.PREPARATION, -bounds.preparation, Side.CENTER),
    )
    center.seat = center.moving_to = ""
    center.searched = {}
    center.security_seen = center.guards_seen = -1
    center.keeps_seen = None
    center.hearsay = turn.state.secret.false_track = 0
    return lost


def settle(turn: Turn) -> None:
    """He arrives. In the same country part of what the Center knows of his habits and has made ready is left, and whoever knew
    the old house finds the new one."""
    state, circle = turn.state, turn.state.circle
    new, old = circle.moving_to, circle.seat
    circle.seat, circle.moving_to, circle.moving_arrives = new, "", 0
    state.center.moving_to = ""
    places = turn.catalogue.places
    if places[old].country == places[new].country:
        kept = turn.numbers.asylum.still_known
        if state.center.seat:
            state.center.seat = new
        turn.add_meter(Meter.TRACK, state.center.track * kept // 100 - state.center.track, Side.CENTER)
        state.center.preparation = state.center.preparation * kept // 100
        state.center.security_seen = state.center.guards_seen = -1
        state.center.keeps_seen = None
    turn.tell(EventKind.SETTLED, Audience.CIRCLE, place=new)


def judge(turn: Turn) -> None:
    """The host country's patience: ordered out, then interned, then deported. Not judged while he travels."""
    public, asylum = turn.state.public, turn.numbers.asylum
    if turn.state.circle.moving_to:
        return
    if public.countries[public.asylum].tolerance > 0:
        if public.interned or public.ordered_out:
            turn.tell(EventKind.RELEASED, *BOTH, place=public.asylum)
        public.ordered_out = public.interned = 0
    elif public.interned:
        turn.deported = turn.state.turn - public.interned >= asylum.interned_turns
    elif not public.ordered_out:
        public.ordered_out = turn.state.turn
        turn.tell(EventKind.ORDERED_OUT, *BOTH, place=public.asylum)
    elif turn.state.turn - public.ordered_out >= asylum.notice:
        public.ordered_out, public.interned = 0, turn.state.turn
        turn.tell(EventKind.INTERNED, *BOTH, place=public.asylum)


def ask_visa(turn: Turn, country: str) -> None:
    """A friendly country grants a visa, kept until its tolerance falls too low."""
    circle, public = turn.state.circle, turn.state.public
    if country in circle.visas or country == public.asylum:
        return
    if public.countries[country].tolerance >= turn.numbers.asylum.visa_at:
        circle.visas = (*circle.visas, country)
        turn.tell(EventKind.VISA_GRANTED, Audience.CIRCLE, place=country)


def ebb(turn: Turn) -> None:
    """Influence falls while he is silent, fades while nothing is published, and ebbs by itself when it stands high."""
    state, influence = turn.state, turn.numbers.influence
    silent = state.circle.hidden == state.turn or state.circle.moving_to or state.public.interned
    if silent:
        turn.add_meter(Meter.INFLUENCE, influence.silence, Side.CIRCLE)
    unheard = not turn.printed and influence.unheard_every > 0
    if unheard and state.turn % influence.unheard_every == 0:
        turn.add_meter(Meter.INFLUENCE, -1, Side.CIRCLE)
    if state.public.influence > influence.ebbs_above and state.turn % influence.ebbs_every == 0:
        turn.add_meter(Meter.INFLUENCE, -1, Side.CIRCLE)
