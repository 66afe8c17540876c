"""What each side knew at a moment, against what was so."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from game.match.chronicle import Chronicle
from game.rules.nouns import SYMPATHISER, Keep, Status
from game.rules.sights import LOYALTY_BANDS
from game.rules.state import GameState
from game.ui.presenters.doubts import percent
from game.ui.presenters.house import keep_words
from game.ui.presenters.people import is_in_play, status_words
from game.ui.presenters.revelations.names import TrueNames, when
from game.ui.words import Words

Judgement = Literal["right", "wrong", "unknown"]
SURE, CLEAR = 50, 10
"""Doubt in per cent from which the Circle counts somebody for Moscow's, and below which for its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """One question: what a side believed, what was so, and whether the two agree."""

    about: str
    believed: str
    so: str
    judgement: Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What both sides knew at a moment."""

    center: tuple[Belief, ...]
    circle: tuple[Belief, ...]


def knowledge_of(chronicle: Chronicle, moment: int, names: TrueNames, _: Words) -> Knowledge | None:
    """Both sides' beliefs, the mistaken ones first; nothing where the true state is not known."""
    state = chronicle.state(moment)
    if state is None:
        return None
    order: dict[Judgement, int] = {"wrong": 0, "unknown": 1, "right": 2}
    center = sorted(_center(chronicle, moment, state, names, _), key=lambda belief: order[belief.judgement])
    circle = sorted(_circle(state, names, _), key=lambda belief: order[belief.judgement])
    return Knowledge(center=tuple(center), circle=tuple(circle))


# The Center


def _center(chronicle: Chronicle, moment: int, state: GameState, names: TrueNames, _: Words) -> Iterator[Belief]:
    center, circle = state.center, state.circle
    home = _("on the way to {place}", place=names.place(circle.moving_to)) if circle.moving_to else names.place(circle.seat)
    yield Belief(
        about=_("Where he lives"),
        believed=names.place(center.seat) if center.seat else _("not known"),
        so=home,
        judgement=_judged(center.seat, "" if circle.moving_to else circle.seat) if center.seat else "unknown",
    )
    if center.track:
        real = center.track - state.secret.false_track
        believed, so = _("track {track}", track=center.track), _("{real} of it true", real=real)
        yield Belief(about=_("His habits"), believed=believed, so=so, judgement="wrong" if state.secret.false_track else "right")
    if not circle.moving_to:
        yield from _house(chronicle, moment, state, _)
    yield from _whereabouts(state, names, _)
    yield from _loyalties(state, names, _)


def _house(chronicle: Chronicle, moment: int, state: GameState, _: Words) -> Iterator[Belief]:
    center, circle, truth = state.center, state.circle, chronicle.truth(moment)
    facts = (
        (_("Guards"), center.guards_seen, truth.guards()[0] if truth is not None else 0),
        (_("Security"), center.security_seen, circle.security.get(circle.seat, 0)),
    )
    for about, seen, real in facts:
        told = _("{count}, {when}", count=seen, when=when(chronicle, max(1, center.guards_turn), _))
        yield _told(about, told if seen >= 0 else "", str(real), seen == real, _)
    seen_keep: Keep | None = center.keeps_seen
    told = keep_words(seen_keep, _) if seen_keep is not None else ""
    yield _told(_("Gate or walls"), told, keep_words(circle.keeps, _), seen_keep is circle.keeps, _)


def _told(about: str, believed: str, so: str, right: bool, _: Words) -> Belief:
    if not believed:
        return Belief(about=about, believed=_("not known"), so=so, judgement="unknown")
    return Belief(about=about, believed=believed, so=so, judgement="right" if right else "wrong")


def _whereabouts(state: GameState, names: TrueNames, _: Words) -> Iterator[Belief]:
    """People of the Circle whom the Center had seen, where they no longer were; the others in one line."""
    right = 0
    for person, sighting in state.center.sightings.items():
        body = state.bodies.get(person)
        if body is None or sighting.gone or person in state.center.agents:
            continue
        real = names.place(body.place) if body.status is Status.ACTIVE else status_words(body.status, _)
        if body.status is Status.ACTIVE and names.catalogue.area(body.place) == names.catalogue.area(sighting.place):
            right += 1
        else:
            yield Belief(about=names.of(person), believed=names.place(sighting.place), so=real, judgement="wrong")
    if right:
        number = _.plural("{count} person of the Circle", "{count} people of the Circle", right)
        yield Belief(about=number, believed=_("where last seen"), so=_("still there"), judgement="right")


def _loyalties(state: GameState, names: TrueNames, _: Words) -> Iterator[Belief]:
    """Its own people whose loyalty it did not know, or took for other than it was."""
    bands = {"steady": _("steady"), "doubtful": _("doubtful"), "unknown": _("not known")}
    steady = names.catalogue.numbers.defection.steady
    for person, file in state.center.agents.items():
        loyalty = state.secret.loyalty.get(person, steady)
        least, most = LOYALTY_BANDS[file.loyalty]
        alive = is_in_play(state.bodies[person])
        if alive and (file.loyalty == "unknown" or not least <= loyalty <= most):
            so = bands["steady"] if loyalty >= steady else bands["doubtful"]
            judgement: Judgement = "unknown" if file.loyalty == "unknown" else "wrong"
            yield Belief(
                about=_("{who}, loyalty", who=names.agent(person)), believed=bands[file.loyalty], so=so, judgement=judgement
            )


# The Circle


def _circle(state: GameState, names: TrueNames, _: Words) -> Iterator[Belief]:
    known = state.center.seat == state.circle.seat and not state.circle.moving_to
    yield Belief(
        about=_("Whether the house is found"),
        believed=_("cannot be known"),
        so=_("Moscow knows it") if known else _("Moscow does not know it"),
        judgement="unknown",
    )
    trusted = 0
    for person, member in sorted(state.circle.members.items(), key=lambda pair: (-pair[1].doubt, pair[0])):
        body, doubt = state.bodies[person], percent(member.doubt)
        if not is_in_play(body) or body.access > SYMPATHISER or person == names.catalogue.old_man:
            continue
        mole = person in state.center.agents
        if not mole and doubt < CLEAR:
            trusted += 1
            continue
        so = (
            _("Moscow’s: {name}", name=names.code(person))
            if mole and names.code(person)
            else _("Moscow’s")
            if mole
            else _("innocent")
        )
        yield Belief(about=names.of(person), believed=_("doubt {doubt}%", doubt=doubt), so=so, judgement=_doubted(doubt, mole))
    if trusted:
        number = _.plural("{count} other", "{count} others", trusted)
        yield Belief(about=number, believed=_("trusted"), so=_("innocent"), judgement="right")
    for person in state.circle.strangers:
        so = _("Moscow’s: {name}", name=names.agent(person)) if person in state.center.agents else _("innocent")
        yield Belief(about=names.of(person), believed=_("known stranger"), so=so, judgement="right")


def _doubted(doubt: int, mole: bool) -> Judgement:
    """Right and wrong where the Circle leans far enough to be either."""
    if mole:
        return "right" if doubt >= SURE else "wrong" if doubt < CLEAR else "unknown"
    return "wrong" if doubt >= SURE else "right" if doubt < CLEAR else "unknown"


def _judged(believed: str, so: str) -> Judgement:
    return "right" if believed == so else "wrong"
