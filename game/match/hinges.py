"""The moments on which a finished game hung: the largest swings of the Center's estimated chance, each with what made it.

What made a swing is found by asking the estimate itself: one part of the state at a time is put forward from before the
turn to after it, and the part that moves the estimate furthest that way counts as the cause.
"""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace

from game.match.chronicle import Chronicle
from game.players.search.value import center_chance
from game.rules.events import DISPATCHES, Event, EventKind
from game.rules.nouns import HOUSE, Audience
from game.rules.state import GameState

MOST = 6
"""So many hinges are named at most."""
LEAST = 0.05
"""A smaller swing of the chance is none."""

VERDICT, TIME = "verdict", "time"
"""What can have made a swing besides a part of the state: the end itself, and nothing but the month that went by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hinge:
    """A turn on which the game hung. `before` and `after` are the Center's chances, from 0 to 1; `part` names the part of the
    state that made the swing, `VERDICT` or `TIME`; `event` is what was told of it, if anything was."""

    turn: int
    before: float
    after: float
    part: str
    event: Event | None

    @property
    def swing(self) -> float:
        """How far the Center's chance went up, or down if negative."""
        return self.after - self.before


def hinges_of(chronicle: Chronicle, most: int = MOST, least: float = LEAST) -> tuple[Hinge, ...]:
    """The largest swings, in the order in which they came."""
    chances = chronicle.chances
    swings = [(abs(chances[turn] - chances[turn - 1]), turn) for turn in range(1, len(chances))]
    chosen = sorted(swings, key=lambda swing: (-swing[0], swing[1]))[:most]
    return tuple(_hinge(chronicle, turn) for size, turn in sorted(chosen, key=lambda swing: swing[1]) if size >= least)


def _hinge(chronicle: Chronicle, turn: int) -> Hinge:
    before, after = chronicle.chances[turn - 1], chronicle.chances[turn]
    part = cause(chronicle, turn)
    told = (*_after_opening(chronicle, turn), *_dispatches(chronicle, turn + 1))
    return Hinge(
        turn=turn, before=before, after=after, part=part, event=_telling(told, part, after > before, _agents(chronicle, turn))
    )


def _agents(chronicle: Chronicle, turn: int) -> frozenset[str]:
    """Whoever served the Center before or after a turn."""
    return frozenset(person for state in chronicle.states[turn - 1 : turn + 1] for person in state.center.agents)


def _after_opening(chronicle: Chronicle, turn: int) -> tuple[Event, ...]:
    """What happened within a turn. What it opened with is in the state before it, and told of the turn before."""
    return tuple(event for event in chronicle.events(turn) if event.phase != DISPATCHES)


def _dispatches(chronicle: Chronicle, turn: int) -> tuple[Event, ...]:
    """What a turn opened with: it happened on the way to the state that the estimate sees."""
    return tuple(event for event in chronicle.events(turn) if event.phase == DISPATCHES)


# Which part of the state


def _paranoia(state: GameState, later: GameState) -> None:
    state.center.paranoia, state.center.demand = later.center.paranoia, later.center.demand


def _track(state: GameState, later: GameState) -> None:
    state.center.track, state.center.hearsay = later.center.track, later.center.hearsay
    state.secret.false_track = later.secret.false_track


def _preparation(state: GameState, later: GameState) -> None:
    state.center.preparation = later.center.preparation


def _seat(state: GameState, later: GameState) -> None:
    state.center.seat = later.center.seat
    for name in ("seat", "moving_to", "moving_arrives"):
        setattr(state.circle, name, getattr(later.circle, name))
    state.public.asylum = later.public.asylum


def _house(state: GameState, later: GameState) -> None:
    state.circle.security, state.circle.keeps = dict(later.circle.security), later.circle.keeps


def _influence(state: GameState, later: GameState) -> None:
    state.public.influence = later.public.influence


def _asylum(state: GameState, later: GameState) -> None:
    for name in ("countries", "ordered_out", "interned"):
        setattr(state.public, name, getattr(later.public, name))
    state.circle.visas = later.circle.visas


def _known(state: GameState, later: GameState) -> None:
    for name in ("exposed", "clues", "captive_talked"):
        setattr(state.secret, name, getattr(later.secret, name))


def _people(state: GameState, later: GameState) -> None:
    state.bodies = dict(later.bodies)
    state.center.agents = dict(later.center.agents)
    state.circle.members = {
        person: replace(file, doubt=state.circle.members[person].doubt) if person in state.circle.members else file
        for person, file in later.circle.members.items()
    }
    for name in ("allegiance", "loyalty"):
        setattr(state.secret, name, dict(getattr(later.secret, name)))


def _doubt(state: GameState, later: GameState) -> None:
    state.circle.members = {
        person: replace(file, doubt=later.circle.members[person].doubt) if person in later.circle.members else file
        for person, file in state.circle.members.items()
    }


PARTS: dict[str, Callable[[GameState, GameState], None]] = {
    "paranoia": _paranoia,
    "track": _track,
    "preparation": _preparation,
    "seat": _seat,
    "house": _house,
    "influence": _influence,
    "asylum": _asylum,
    "known": _known,
    "people": _people,
    "doubt": _doubt,
}
"""The parts of a state that can make a swing, each with how it is put forward."""


def cause(chronicle: Chronicle, turn: int) -> str:
    """The part of the state that moved the estimate most in the direction of a turn's swing."""
    before, after = chronicle.states[turn - 1], chronicle.states[turn]
    if after.is_over():
        return VERDICT
    start, up = chronicle.chances[turn - 1], chronicle.chances[turn] > chronicle.chances[turn - 1]
    moved: dict[str, float] = {}
    for name, put_forward in PARTS.items():
        state = before.copy()
        put_forward(state, after)
        moved[name] = (center_chance(chronicle.scenario, state) - start) * (1 if up else -1)
    best = max(moved, key=lambda name: moved[name])
    return best if moved[best] > 0.005 else TIME


# What was told of it

_CHANGES: dict[str, tuple[str, ...]] = {
    "paranoia": ("paranoia",), "track": ("track",), "preparation": ("preparation",), "house": ("security",),
    "influence": ("influence",), "asylum": ("tolerance",), "people": ("access", "cover", "rapport"), "doubt": ("doubt",),
}  # fmt: skip
"""The changes that an event tells of when it is about a part."""

_KINDS: dict[str, tuple[EventKind, ...]] = {
    VERDICT: (EventKind.STRUCK,),
    "paranoia": (
        EventKind.DEFECTED, EventKind.BLOWN, EventKind.ARRESTED, EventKind.TASK_MISSED, EventKind.TASK_MET,
        EventKind.DEMAND_UNMET, EventKind.RECALLED, EventKind.RECRUITED,
    ),
    "track": (EventKind.REPORTED, EventKind.SURVEYED, EventKind.SAW_THROUGH, EventKind.SETTLED),
    "preparation": (EventKind.STRUCK, EventKind.CALLED_OFF, EventKind.SETTLED),
    "seat": (EventKind.FOUND, EventKind.LEFT_COUNTRY, EventKind.SETTLED, EventKind.SURVEYED, EventKind.REPORTED),
    "house": (EventKind.STRUCK,),
    "influence": (EventKind.DENOUNCED, EventKind.WRONGLY_DENOUNCED, EventKind.STRUCK, EventKind.KILLED, EventKind.TASK_MET,
                  EventKind.TASK_MISSED, EventKind.INTERNED),
    "asylum": (
        EventKind.INTERNED, EventKind.ORDERED_OUT, EventKind.RELEASED, EventKind.VISA_GRANTED, EventKind.VISA_WITHDRAWN,
        EventKind.LEFT_COUNTRY,
    ),
    "known": (EventKind.TALKED, EventKind.DEFECTED, EventKind.ARRESTED, EventKind.BLOWN, EventKind.DENOUNCED, EventKind.CLUE),
    "people": (
        EventKind.DENOUNCED, EventKind.WRONGLY_DENOUNCED, EventKind.DEFECTED, EventKind.ARRESTED, EventKind.BLOWN,
        EventKind.KILLED, EventKind.RECRUITED, EventKind.CAME_CLOSER, EventKind.SENT_AWAY, EventKind.NEWCOMER, EventKind.JOINED,
        EventKind.ARRIVED, EventKind.RECALLED, EventKind.EXPELLED, EventKind.GONE,
    ),
    "doubt": (EventKind.NAMED, EventKind.FINDING, EventKind.CLUE),
}  # fmt: skip
"""The kinds of event that are about a part, the most telling first."""


_FOR_CENTER = frozenset({
    EventKind.RECRUITED, EventKind.WRONGLY_DENOUNCED, EventKind.KILLED, EventKind.INTERNED, EventKind.ORDERED_OUT,
    EventKind.VISA_WITHDRAWN, EventKind.REPORTED, EventKind.SURVEYED, EventKind.FOUND,
})  # fmt: skip
_FOR_CIRCLE = frozenset({
    EventKind.DENOUNCED, EventKind.DEFECTED, EventKind.ARRESTED, EventKind.BLOWN, EventKind.EXPELLED, EventKind.TALKED,
    EventKind.NAMED, EventKind.DEMAND_UNMET, EventKind.RELEASED, EventKind.VISA_GRANTED, EventKind.CALLED_OFF,
})  # fmt: skip
"""Kinds of event that are good for one side alone; what can be good for either is in neither."""


_MOVES = (EventKind.SETTLED, EventKind.LEFT_COUNTRY)
_LOST_BY_MOVES = ("track", "seat", "preparation")
"""Parts of the Center's work that are undone when he moves away."""


_NEARER = (EventKind.CAME_CLOSER, EventKind.JOINED, EventKind.NEWCOMER, EventKind.ARRIVED)


def _fits(event: Event, part: str, up: bool, agents: Container[str]) -> bool:
    """Whether an event can be why the Center's chance went up, or down; `agents` are its own people."""
    if event.kind in _NEARER or event.kind is EventKind.SENT_AWAY:
        return up is ((event.subject in agents) is (event.kind in _NEARER))
    if event.kind in _MOVES and part in _LOST_BY_MOVES:
        return not up
    if event.kind in (EventKind.TASK_MET, EventKind.TASK_MISSED):
        return up is ((event.kind is EventKind.TASK_MET) is (event.audience is Audience.CENTER))
    return event.kind not in (_FOR_CIRCLE if up else _FOR_CENTER)


def _telling(events: Sequence[Event], part: str, up: bool, agents: Container[str]) -> Event | None:
    """The event that tells best of a swing: one whose numbers say so, else the most telling of its kinds that fits."""
    heard = [event for event in events if event.audience is not Audience.ARCHIVE]
    by_change = [(_moved(event, part, up), event) for event in heard]
    strongest = max(by_change, key=lambda pair: pair[0], default=(0, None))
    kinds = _KINDS.get(part, ())
    by_kind = [
        event for kind in kinds for event in heard if event.kind is kind and (part == VERDICT or _fits(event, part, up, agents))
    ]
    if part in ("people", VERDICT, "paranoia") and by_kind:
        return by_kind[0]
    if strongest[0] > 0:
        return strongest[1]
    return by_kind[0] if by_kind else _beside(heard, part)


def _beside(heard: Sequence[Event], part: str) -> Event | None:
    """Where no event is about a part by its kind: the household's own order, or what the papers wrote."""
    if part == "house":
        return next((event for event in heard if event.kind is EventKind.SUCCEEDED and event.subject == HOUSE), None)
    if part in ("asylum", "influence", "known"):
        return next((event for event in reversed(heard) if event.kind is EventKind.HEADLINE), None)
    return None


def _moved(event: Event, part: str, up: bool) -> int:
    """By how much an event's numbers went the way of the swing."""
    names = _CHANGES.get(part, ())
    rising = part in ("track", "preparation")
    return sum((change.after - change.before) * (1 if up is rising else -1) for change in event.changes if change.what in names)
