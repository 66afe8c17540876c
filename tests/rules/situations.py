"""A small table on which a single rule can be watched: the shipped scenario with a few things put in place."""

from dataclasses import replace
from typing import Any

from game.rules.definitions import Scenario
from game.rules.events import Event, EventKind
from game.rules.geography import Atlas
from game.rules.nouns import Audience, Post, Side, Status
from game.rules.orders import Order
from game.rules.resolution import resolve_turn
from game.rules.setup import Allegiances, new_game
from game.rules.state import AgentFile, GameState, MemberFile
from game.rules.view import View, view_for


class Situation:
    """One state that a test arranges, and the turn it plays."""

    def __init__(self, scenario: Scenario, atlas: Atlas, seed: int = 1) -> None:
        self.scenario, self.atlas = scenario, atlas
        self.state: GameState = new_game(scenario, atlas, seed, Allegiances.HISTORICAL)[0]
        self.events: list[Event] = []

    def put(self, person: str, **changes: Any) -> None:
        """Changes facts of a body: place, access, status, skills."""
        self.state.bodies[person] = replace(self.state.bodies[person], **changes)
        access = self.state.bodies[person].access
        if access <= 3 and person not in self.state.circle.members:
            self.state.circle.members[person] = MemberFile(id=person, doubt=2500)
            self.state.circle.faces.setdefault(
                person, self.state.center.faces.get(person) or next(iter(self.state.circle.faces.values()))
            )
        if access > 3:
            self.state.circle.members.pop(person, None)

    def let_in(self, person: str) -> None:
        """Puts somebody into the household."""
        self.put(person, place=self.state.circle.seat, access=1)

    def make_mole(self, person: str, cover: int = 3) -> None:
        """Makes a member of the Circle the Center's."""
        self.state.center.agents[person] = AgentFile(
            id=person, cover=cover, legend=cover, post=Post.ILLEGAL, officer=False, start_access=4
        )
        self.state.center.faces.setdefault(person, self.state.circle.faces[person])
        self.state.center.sightings.pop(person, None)
        self.state.secret.allegiance[person] = Side.CENTER

    def agent(self, person: str, **changes: Any) -> None:
        """Changes an agent's file."""
        self.state.center.agents[person] = replace(self.state.center.agents[person], **changes)

    def view(self, side: Side) -> View:
        """A side's view now."""
        return view_for(self.scenario, self.atlas, self.state, side)

    def play(self, center: tuple[Order, ...] = (), circle: tuple[Order, ...] = ()) -> "Situation":
        """Resolves the turn with these orders."""
        self.state, self.events = resolve_turn(self.scenario, self.atlas, self.state, {Side.CENTER: center, Side.CIRCLE: circle})
        return self

    def told(self, audience: Audience, kind: EventKind, **facts: object) -> list[Event]:
        """What an audience was told of a kind, with these facts."""
        return [
            event
            for event in self.events
            if event.audience is audience
            and event.kind is kind
            and all(getattr(event, name) == value for name, value in facts.items())
        ]

    def seeds_until(self, wanted: Any, make: Any, most: int = 400) -> "Situation":
        """Tries seeds until a situation turns out as wanted; fails if none does."""
        for seed in range(most):
            situation = make(Situation(self.scenario, self.atlas, seed))
            if wanted(situation):
                return situation
        raise AssertionError("no seed turned out as wanted")


def status(situation: Situation, person: str) -> Status:
    """What has become of somebody."""
    return situation.state.bodies[person].status
