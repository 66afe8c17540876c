"""How a person comes onto a side's books: at set-up, by an event of the scenario, or as a newcomer."""

from game.rules.definitions import PersonDefinition, Scenario
from game.rules.nouns import SKILL_INDEX, SYMPATHISER, OwnLoyalty, Post, Side, Status
from game.rules.state import AgentFile, Body, Face, GameState, MemberFile, Sighting

WAITING = "waiting"
"""The destination of a body that has not joined the game yet."""


def waiting_body(definition: PersonDefinition) -> Body:
    """A body that stands outside the game until the scenario brings it in."""
    skills = [definition.skills.get(skill, 1) for skill in SKILL_INDEX]
    return Body(
        id=definition.id,
        place=definition.place,
        access=definition.access,
        skills=(skills[0], skills[1], skills[2], skills[3], skills[4]),
        status=Status.GONE,
        destination=WAITING,
    )


def is_waiting(state: GameState, person: str) -> bool:
    """Whether a person of the cast has not joined the game yet."""
    body = state.bodies.get(person)
    return body is not None and body.destination == WAITING


def enrol(scenario: Scenario, state: GameState, person: str) -> None:
    """Puts a person of the cast, whose body is in place, onto the books of whoever knows him."""
    definition, body = scenario.setup.people[person], state.bodies[person]
    numbers = scenario.catalogue.numbers
    if state.secret.allegiance[person] is Side.CENTER:
        _enrol_agent(scenario, state, definition)
    elif definition.seen:
        state.center.sightings[person] = Sighting(id=person, place=body.place, access=body.access, turn=state.turn)
        state.center.faces[person] = public_face_of(definition)
    if body.access <= SYMPATHISER:
        prior = 0 if definition.steadfast else numbers.doubt.member
        if definition.doubt is not None:
            prior = definition.doubt * 100
        elif definition.allegiance is not None:
            prior = definition.allegiance.center * 100
        enrol_member(scenario, state, person, prior, joined=0)


def _enrol_agent(scenario: Scenario, state: GameState, definition: PersonDefinition) -> None:
    numbers = scenario.catalogue.numbers
    legal = definition.post is Post.LEGAL
    cover = numbers.cover.drawn if definition.cover is None else definition.cover
    cover = 0 if legal else cover
    steady = "steady" if state.secret.loyalty[definition.id] >= numbers.defection.steady else "doubtful"
    state.center.agents[definition.id] = AgentFile(
        id=definition.id,
        cover=cover,
        legend=cover if definition.legend is None or legal else definition.legend,
        post=definition.post,
        officer=definition.allegiance is None,
        start_access=state.bodies[definition.id].access,
        loyalty="unknown" if scenario.catalogue.own_loyalty is OwnLoyalty.HIDDEN else steady,
    )
    state.center.faces[definition.id] = Face(
        name=definition.code_name or definition.name,
        subtitle=definition.true_name or definition.name,
        about=definition.about,
        portrait=tuple(sorted(definition.portrait.items())),
    )


def enrol_member(scenario: Scenario, state: GameState, person: str, doubt: int, joined: int | None = None) -> None:
    """Puts a person onto the Circle's roster with a doubt in hundredths of a per cent. `joined` is the turn, now if left out."""
    state.circle.members[person] = MemberFile(id=person, doubt=doubt, joined=state.turn if joined is None else joined)
    definition = scenario.setup.people.get(person)
    if definition is not None:
        state.circle.faces[person] = public_face_of(definition)


def public_face_of(definition: PersonDefinition) -> Face:
    """How the world knows a person of the library."""
    return Face(
        name=definition.name,
        about=definition.about,
        portrait=tuple(sorted(definition.portrait.items())),
        steadfast=definition.steadfast,
    )
