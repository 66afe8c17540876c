"""The course of a finished game, turn by turn: who was where, and what was told to whom."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from game.match.record import Record
from game.match.replay import Replayed, steps
from game.rules.definitions import Scenario
from game.rules.enrolment import is_waiting
from game.rules.events import Event
from game.rules.nouns import Audience, Status
from game.rules.state import Body, GameState


@dataclass(frozen=True)
class Course:
    """A game that is over, with the state before the first turn and after each."""

    scenario: Scenario
    record: Record
    states: tuple[GameState, ...]
    _met: dict[tuple[str, str], bool] = field(default_factory=dict, compare=False, repr=False)
    _paths: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def last(self) -> GameState:
        """How it all stood at the end."""
        return self.states[-1]

    @property
    def turns(self) -> range:
        """The numbers of the turns that were played, from 1."""
        return range(1, len(self.states))

    def before(self, turn: int) -> GameState:
        """The state in which the orders of a turn were written; for a turn that was not played the last there is."""
        return self.states[min(turn, len(self.states)) - 1]

    def body(self, person: str, turn: int) -> Body | None:
        """Where somebody was when the orders of a turn were written; nothing if he was not in play."""
        state = self.before(turn)
        return None if is_waiting(state, person) else state.bodies.get(person)

    def area(self, person: str, turn: int) -> str:
        """The area in which somebody was in a turn; empty on a journey and out of play."""
        return self._path(person)[min(turn, len(self.states)) - 1]

    def in_area(self, place: str) -> str:
        """The area of a place or area."""
        return self.scenario.catalogue.areas.get(place, place)

    def seat_area(self, turn: int) -> str:
        """The area in which the Old Man lived in a turn; empty while he travelled."""
        circle = self.before(turn).circle
        return "" if circle.moving_to else self.scenario.catalogue.area(circle.seat)

    def is_agent(self, person: str, turn: int) -> bool:
        """Whether somebody was the Center's when the orders of a turn were written."""
        return person in self.before(turn).center.agents

    def is_member(self, person: str, turn: int) -> bool:
        """Whether somebody was on the Circle's roster when the orders of a turn were written."""
        return person in self.before(turn).circle.members

    @cached_property
    def agents(self) -> frozenset[str]:
        """Whoever was the Center's at any time."""
        return frozenset(person for state in self.states for person in state.center.agents)

    @cached_property
    def members(self) -> frozenset[str]:
        """Whoever was on the Circle's roster at any time."""
        return frozenset(person for state in self.states for person in state.circle.members)

    def met(self, one: str, other: str) -> bool:
        """Whether two people who had to do with one another by their side were ever in one area."""
        pair = (min(one, other), max(one, other))
        if pair not in self._met:
            mates = any({one, other} <= group for group in (self.agents, self.members))
            self._met[pair] = mates and any(
                here == there != "" for here, there in zip(self._path(one), self._path(other), strict=True)
            )
        return self._met[pair]

    def _path(self, person: str) -> tuple[str, ...]:
        """The area of somebody in each state, empty where he was in none."""
        if person not in self._paths:
            areas = self.scenario.catalogue.areas
            bodies = (state.bodies.get(person) for state in self.states)
            self._paths[person] = tuple(
                areas[body.place] if body is not None and body.status is Status.ACTIVE else "" for body in bodies
            )
        return self._paths[person]

    @cached_property
    def told(self) -> tuple[Event, ...]:
        """Everything told to the sides, in the order in which it was told; what both were told, once."""
        events: dict[Event, Event] = {}
        for event in self.record.events():
            if event.audience is not Audience.ARCHIVE:
                events.setdefault(replace(event, audience=Audience.ARCHIVE), event)
        return tuple(events.values())


def course_of(scenario: Scenario, record: Record, states: Sequence[GameState] = ()) -> Course | None:
    """The course of a game; nothing if it is not over, or cannot be played again by the rules of today.

    `states` are those of a replay that has been made already, opening and end included.
    """
    walked = tuple(states)
    if not walked:
        replayed = list(steps(record, scenario))
        walked = tuple(step.state for step in replayed if isinstance(step, Replayed))
    whole = len(walked) == len(record.turns) + 1 and walked[-1].is_over()
    return Course(scenario, record, walked) if whole else None
