"""What the Circle does not know, made up: who of its own is Moscow's, who has come from outside, how far the hunt has got."""

from random import Random

from game.players.planner.circle.beliefs import beliefs
from game.players.planner.plans import CirclePlan
from game.players.search.imagined import UNKNOWN, newcomers_known
from game.players.search.strangers import draw_body, places_in
from game.rules.nouns import HOUSEHOLD, OUTSIDER, Post, Side, Status
from game.rules.state import (
    AgentFile,
    Body,
    CenterPart,
    CirclePart,
    Face,
    GameState,
    PublicPart,
    SecretPart,
    Sighting,
)
from game.rules.view import CircleView

OFFICERS = (3, len(UNKNOWN) - 1)
"""How many people of Moscow's there are who were never of the Circle, at least and at most."""
FIRST_LOOK = 0.25
"""The chance that Moscow knows the house from the start; it rises until half of the game is over."""
ALARMING_CLUES = 3
"""For how many turns a clue at the house says that Moscow knows it."""
IN_PLAY = (Status.ACTIVE, Status.IN_TRANSIT)


def imagine_center(view: CircleView, public: PublicPart, chance: Random, plan: CirclePlan) -> GameState:
    """A state that the Circle sees as it sees the true one, with moles such as somebody of that plan believes in."""
    bodies = dict(view.bodies)
    agents = _moles(view, chance, plan)
    for person, stranger in sorted(view.strangers.items()):
        bodies[person] = draw_body(chance, view.catalogue, person, stranger.place, max(stranger.access, OUTSIDER), more=1)
        agents[person] = _file(chance, person, OUTSIDER, officer=True)
    _add_officers(view, bodies, agents, chance)
    _befriend(view, bodies, agents, chance)
    return GameState(
        turn=view.turn,
        public=public,
        center=_center_part(view, bodies, agents, chance),
        circle=_own_part(view),
        secret=_secrets(view, bodies, agents, chance),
        bodies=bodies,
    )


def _own_part(view: CircleView) -> CirclePart:
    return CirclePart(
        funds=view.funds,
        seat=view.seat,
        members=dict(view.members),
        strangers=dict(view.strangers),
        faces=dict(view.faces),
        security=dict(view.security),
        sections=dict(view.sections),
        visas=view.visas,
        aims={entry.task.id: entry.progress for entry in view.tasks},
        clues=view.clues,
        findings=view.findings,
        keeps=view.keeps,
        moving_to=view.moving_to,
        moving_arrives=view.moving_arrives,
        relocated=view.relocated,
        hidden=view.hidden,
        spent=view.spent,
    )


def _moles(view: CircleView, chance: Random, plan: CirclePlan) -> dict[str, AgentFile]:
    """Everybody on the roster is Moscow's as often as that is believed."""
    doubts = beliefs(view, plan)
    return {
        person: _file(chance, person, view.bodies[person].access, officer=False)
        for person, doubt in sorted(doubts.items())
        if chance.random() < doubt and view.bodies[person].status in IN_PLAY
    }


def _file(chance: Random, person: str, access: int, officer: bool, legal: bool = False) -> AgentFile:
    legend = 0 if legal else chance.randint(2, 4)
    return AgentFile(
        id=person,
        cover=0 if legal else chance.randint(1, legend),
        legend=legend,
        post=Post.LEGAL if legal else Post.ILLEGAL,
        officer=officer,
        start_access=access,
    )


def _add_officers(view: CircleView, bodies: dict[str, Body], agents: dict[str, AgentFile], chance: Random) -> None:
    """People whom the Circle has never met: most of them where he lives, some in the country, a few elsewhere."""
    catalogue = view.catalogue
    near = [place for place in sorted(catalogue.places) if catalogue.areas[place] == catalogue.areas[view.seat]]
    here, anywhere = places_in(catalogue, view.asylum), sorted(catalogue.places)
    for number, person in enumerate(UNKNOWN[: max(1, chance.randint(*OFFICERS) - len(view.strangers))]):
        place = chance.choice(chance.choices((near, here, anywhere), (3, 2, 2))[0])
        bodies[person] = draw_body(chance, catalogue, person, place, OUTSIDER, more=1)
        agents[person] = _file(chance, person, OUTSIDER, officer=True, legal=number == 0)


def _befriend(view: CircleView, bodies: dict[str, Body], agents: dict[str, AgentFile], chance: Random) -> None:
    """Moscow's people know somebody where they are."""
    areas = view.catalogue.areas
    for person, file in list(agents.items()):
        met = [
            other
            for other, body in sorted(view.bodies.items())
            if other not in agents and body.status is Status.ACTIVE and areas[body.place] == areas[bodies[person].place]
        ]
        if met and chance.random() < 0.7:
            agents[person] = file.with_rapport(chance.choice(met), chance.randint(1, 3))


def _center_part(view: CircleView, bodies: dict[str, Body], agents: dict[str, AgentFile], chance: Random) -> CenterPart:
    """How far the hunt has got: further the more of the game is over, and the more has been noticed at the house."""
    numbers, areas = view.catalogue.numbers, view.catalogue.areas
    gone = min(1.0, 2 * view.turn / view.catalogue.turns)
    signs = sum(clue.turn > view.turn - ALARMING_CLUES and areas[clue.place] == areas[view.seat] for clue in view.clues)
    at_home = not view.moving_to and view.relocated < view.turn - 1
    inside = any(bodies[person].access == HOUSEHOLD for person in agents)
    located = at_home and (signs > 0 or inside or chance.random() < FIRST_LOOK + (1 - FIRST_LOOK) * gone)
    pace = 0.3 + 0.7 * gone
    track = min(numbers.bounds.track, round(chance.uniform(0.2, 1) * numbers.bounds.track * pace) + signs) if located else 0
    prepared = min(numbers.bounds.preparation, round(chance.uniform(-0.4, 1) * numbers.bounds.preparation * pace) + signs // 2)
    seen = {
        person: Sighting(id=person, place=body.place, access=body.access, turn=view.turn - 1, settled=True)
        for person, body in sorted(view.bodies.items())
        if person not in agents and body.status is Status.ACTIVE and chance.random() < 0.6
    }
    return CenterPart(
        funds=chance.randint(2, 10),
        paranoia=min(
            chance.randint(0, 4) + sum(body.status is Status.ARRESTED for body in view.bodies.values()),
            numbers.paranoia.lost_at - 2,
        ),
        track=track,
        preparation=max(0, prepared) if located else 0,
        seat=view.seat if located else "",
        agents=agents,
        sightings=seen,
        faces={person: view.faces.get(person) or Face(name=person) for person in (view.catalogue.old_man, *agents, *seen)},
        levers={},
        directives={},
    )


def _secrets(view: CircleView, bodies: dict[str, Body], agents: dict[str, AgentFile], chance: Random) -> SecretPart:
    steady = view.catalogue.numbers.defection.steady
    taken = [body.status for body in view.bodies.values() if body.status in (Status.ARRESTED, Status.DEFECTED)]
    return SecretPart(
        seed=chance.getrandbits(48),
        allegiance={person: Side.CENTER if person in agents else Side.CIRCLE for person in bodies},
        loyalty={person: chance.randint(steady, 5) if person in agents else chance.randint(2, 5) for person in bodies},
        levers=dict.fromkeys(bodies, ("ego",)),
        liars={},
        exposed=len(taken),
        clues=len(view.clues),
        captive_talked=bool(taken) and chance.random() < 0.5,
        newcomers=newcomers_known(view),
    )
