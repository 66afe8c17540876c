"""Whom the Center had among the Circle's people at a moment, and how and when each of them was won."""

from dataclasses import dataclass

from game.match.chronicle import Chronicle
from game.rules.events import Event, EventKind
from game.rules.nouns import SYMPATHISER, Side
from game.ui.presenters.doubts import percent
from game.ui.presenters.people import is_in_play, ring_words
from game.ui.presenters.revelations.names import TrueNames, when
from game.ui.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Mole:
    """One of the Center's on the Circle's roster: who and in which ring; how he was won, and how far the Circle doubts him."""

    words: str
    note: str


def moles_at(chronicle: Chronicle, moment: int, names: TrueNames, _: Words) -> tuple[Mole, ...]:
    """The moles of a moment, the nearest to the Old Man first."""
    state = chronicle.state(moment)
    if state is None:
        return ()
    inside = [
        person for person in state.center.agents
        if person in state.circle.members and state.bodies[person].access <= SYMPATHISER
        and is_in_play(state.bodies[person])
    ]  # fmt: skip
    inside.sort(key=lambda person: (state.bodies[person].access, person))
    doubts = {person: percent(state.circle.members[person].doubt) for person in inside}
    return tuple(
        Mole(
            words=f"{names.agent(person)}, {ring_words(state.bodies[person].access, _)}",
            note=f"{how_won(chronicle, person, names, _)} · {_('doubt {doubt}%', doubt=doubts[person])}",
        )
        for person in inside
    )


def ever_inside(chronicle: Chronicle) -> tuple[str, ...]:
    """Everybody of the Center's who was ever on the roster, in the order in which they came there."""
    found: dict[str, None] = {}
    for state in chronicle.states:
        found.update(dict.fromkeys(person for person in state.center.agents if person in state.circle.members))
    return tuple(found)


def how_won(chronicle: Chronicle, person: str, names: TrueNames, _: Words) -> str:
    """How and when somebody became the Center's and came among the Circle's people."""
    recruited = _first(chronicle, EventKind.RECRUITED, person)
    if recruited is not None:
        by = _recruiter(chronicle, recruited, person)
        date = when(chronicle, recruited.turn, _)
        return _("won over by {who}, {when}", who=names.agent(by), when=date) if by else _("won over, {when}", when=date)
    came = next((moment for moment, state in enumerate(chronicle.states, 1) if person in state.circle.members), 1)
    definition = chronicle.scenario.setup.people.get(person)
    if definition is None:
        return _("sent among the newcomers, {when}", when=when(chronicle, came, _))
    if definition.allegiance is not None and not _is_historical(chronicle):
        return _("Moscow’s from the first (drawn at {chance}%)", chance=definition.allegiance.center)
    if came == 1:
        return _("Moscow’s from the first")
    return _("let in, {when}", when=when(chronicle, came - 1, _))


def _is_historical(chronicle: Chronicle) -> bool:
    return chronicle.record.allegiances.value == "historical"


def _first(chronicle: Chronicle, kind: EventKind, person: str) -> Event | None:
    heard = Side.CENTER.audience
    return next(
        (
            event
            for event in chronicle.record.events()
            if event.kind is kind and event.subject == person and event.audience is heard
        ),
        None,
    )


def _recruiter(chronicle: Chronicle, recruited: Event, person: str) -> str:
    told = chronicle.events(recruited.turn, Side.CENTER.audience)
    done = (event for event in told if event.kind is EventKind.SUCCEEDED and event.other == person and event.subject != person)
    return next((event.subject for event in done if event.operation == "recruit"), recruited.other)
