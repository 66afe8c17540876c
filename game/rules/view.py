"""What one side knows: the only thing that screens, players, tooltips and logs ever see.

A view is built from the public part, that side's own part and the bodies of those whom it
counts among its own. It is not given anything else, so it cannot leak.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from game.rules.definitions import Catalogue, Scenario, Task
from game.rules.geography import Atlas
from game.rules.nouns import CENTER, CIRCLE, GONE, RECALLED, Keep, Side
from game.rules.numbers import whole_points
from game.rules.records import changed, quick
from game.rules.state import (
    AgentFile,
    Body,
    CenterPart,
    CirclePart,
    Clue,
    CountryState,
    Face,
    Finding,
    GameState,
    MemberFile,
    Progress,
    PublicPart,
    Sighting,
    VerdictState,
)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskView:
    """A directive or aim of one's own side and how it stands."""

    task: Task
    progress: Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """What both views have: the public state, and one's own people, funds, signals and tasks.

    `day` is the first of the turn. `income` are the funds that will come with the next dispatches, as far as can be foreseen;
    `signals` the orders that may be given this turn. Everything else is as in the part of the state that has its name.
    """

    side: Side
    catalogue: Catalogue
    atlas: Atlas
    turn: int
    day: date
    influence: int
    asylum: str
    countries: Mapping[str, CountryState]
    closed_routes: tuple[str, ...]
    ordered_out: int
    interned: int
    headlines: tuple[str, ...]
    verdict: VerdictState | None
    funds: int
    income: int
    signals: int
    bodies: Mapping[str, Body]
    faces: Mapping[str, Face]
    tasks: tuple[TaskView, ...]
    spent: tuple[str, ...]

    def name(self, person: str) -> str:
        """The name by which this side knows a person."""
        face = self.faces.get(person)
        return face.name if face else person


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class CenterView(SideView):
    """What the Center knows, field by field as in `CenterPart`.

    `doubts` are the Circle's, in hundredths of a per cent, of whoever's file is known: nobody's in any game, until a
    measurement tells of them.
    """

    paranoia: int
    track: int
    preparation: int
    seat: str
    moving_to: str
    agents: Mapping[str, AgentFile]
    sightings: Mapping[str, Sighting]
    levers: Mapping[str, tuple[str, ...]]
    guards_seen: int
    guards_turn: int
    security_seen: int
    keeps_seen: Keep | None
    keeps_turn: int
    hearsay: int
    searched: Mapping[str, int]
    demand: int
    papers: Mapping[str, int]
    doubts: Mapping[str, int]


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class CircleView(SideView):
    """What the Circle knows, field by field as in `CirclePart`."""

    seat: str
    security: Mapping[str, int]
    members: Mapping[str, MemberFile]
    strangers: Mapping[str, Sighting]
    sections: Mapping[str, int]
    visas: tuple[str, ...]
    clues: tuple[Clue, ...]
    findings: tuple[Finding, ...]
    keeps: Keep
    moving_to: str
    moving_arrives: int
    relocated: int
    hidden: int


View = CenterView | CircleView
"""The view of either side."""


def view_for(scenario: Scenario, atlas: Atlas, state: GameState, side: Side) -> View:
    """The view of one side. Picks that side's parts and hands over nothing else."""
    if side is CENTER:
        own = {person: state.bodies[person] for person in state.center.agents}
        return _center_view(scenario.catalogue, atlas, state.turn, state.public, state.center, own, scenario.setup.directives)
    bodies, poses = state.bodies, state.secret.poses
    roster = {person: bodies[person] for person in state.circle.members}
    for person, body in roster.items():
        if body.status is RECALLED or person in poses:
            roster[person] = _as_the_circle_sees(state, person)
    return _circle_view(scenario.catalogue, atlas, state.turn, state.public, state.circle, roster, scenario.setup.aims)


def _as_the_circle_sees(state: GameState, person: str) -> Body:
    """To the Circle a member whom Moscow recalled has simply gone, and everybody has the skills that he lends it."""
    body, skills = state.bodies[person], state.lent_skills(person)
    seen = changed(body, skills=skills) if skills is not body.skills else body
    return changed(seen, status=GONE) if body.status is RECALLED else seen


def _tasks(tasks: Mapping[str, Task], progress: Mapping[str, Progress], day: str) -> tuple[TaskView, ...]:
    """The tasks that have been given by the turn that begins on a day."""
    return tuple(TaskView(task=task, progress=progress[id_]) for id_, task in tasks.items() if task.is_known(day))


def _center_view(
    catalogue: Catalogue,
    atlas: Atlas,
    turn: int,
    public: PublicPart,
    part: CenterPart,
    own: Mapping[str, Body],
    directives: Mapping[str, Task],
) -> CenterView:
    numbers = catalogue.numbers
    return CenterView(
        side=CENTER,
        catalogue=catalogue,
        atlas=atlas,
        turn=turn,
        day=catalogue.dates[turn],
        influence=public.influence,
        asylum=public.asylum,
        countries=public.countries,
        closed_routes=public.closed_routes,
        ordered_out=public.ordered_out,
        interned=public.interned,
        headlines=public.headlines,
        verdict=public.verdict,
        funds=part.funds,
        income=numbers.income.center.amount(catalogue.step, turn + 1),
        signals=numbers.signals.center,
        bodies=own,
        faces=part.faces,
        tasks=_tasks(directives, part.directives, catalogue.days[turn]),
        paranoia=part.paranoia,
        track=part.track,
        preparation=part.preparation,
        seat=part.seat,
        moving_to=part.moving_to,
        agents=part.agents,
        sightings=part.sightings,
        levers=part.levers,
        guards_seen=part.guards_seen,
        guards_turn=part.guards_turn,
        security_seen=part.security_seen,
        keeps_seen=part.keeps_seen,
        keeps_turn=part.keeps_turn,
        hearsay=part.hearsay,
        searched=part.searched,
        demand=part.demand,
        spent=part.spent,
        papers=part.papers,
        doubts={},
    )


def _circle_view(
    catalogue: Catalogue,
    atlas: Atlas,
    turn: int,
    public: PublicPart,
    part: CirclePart,
    roster: Mapping[str, Body],
    aims: Mapping[str, Task],
) -> CircleView:
    signals = catalogue.numbers.signals
    return CircleView(
        side=CIRCLE,
        catalogue=catalogue,
        atlas=atlas,
        turn=turn,
        day=catalogue.dates[turn],
        influence=public.influence,
        asylum=public.asylum,
        countries=public.countries,
        closed_routes=public.closed_routes,
        ordered_out=public.ordered_out,
        interned=public.interned,
        headlines=public.headlines,
        verdict=public.verdict,
        funds=part.funds,
        income=circle_income(catalogue, part.sections, turn + 1),
        signals=signals.circle + (signals.interned if public.interned else 0),
        bodies=roster,
        faces=part.faces,
        tasks=_tasks(aims, part.aims, catalogue.days[turn]),
        seat=part.seat,
        security=part.security,
        members=part.members,
        strangers=part.strangers,
        sections=part.sections,
        visas=part.visas,
        clues=part.clues,
        findings=part.findings,
        keeps=part.keeps,
        moving_to=part.moving_to,
        moving_arrives=part.moving_arrives,
        relocated=part.relocated,
        hidden=part.hidden,
        spent=part.spent,
    )


def circle_income(catalogue: Catalogue, sections: Mapping[str, int], turn: int) -> int:
    """The funds that come to the Circle in the dispatches of a turn."""
    income, step = catalogue.numbers.income, catalogue.step
    raised = income.circle.a_turn(step) + sum(sections.values()) * income.section.a_turn(step)
    return whole_points(min(raised, income.circle_most.a_turn(step)), turn)
