"""Sets up a new game from a scenario and a seed."""

from game.rules.definitions import PersonDefinition, Scenario
from game.rules.dice import Dice
from game.rules.enrolment import enrol, is_waiting, public_face_of, waiting_body
from game.rules.events import Event
from game.rules.geography import Atlas
from game.rules.nouns import Luck, PlaceKind, Side, Status, Word
from game.rules.phases.dispatches import dispatch
from game.rules.state import (
    CenterPart,
    CirclePart,
    CountryState,
    GameState,
    Progress,
    PublicPart,
    SecretPart,
)
from game.rules.turn import Turn


class Allegiances(Word):
    """Whether open allegiances are drawn from the seed or set as history has them."""

    UNCERTAIN = "uncertain"
    HISTORICAL = "historical"


def new_game(
    scenario: Scenario,
    atlas: Atlas,
    seed: int,
    allegiances: Allegiances = Allegiances.UNCERTAIN,
    luck: Luck = Luck.DICE,
) -> tuple[GameState, list[Event]]:
    """The state at the start of the first turn, and what its dispatches told."""
    state = _empty_state(scenario, seed, luck)
    state.secret.historical = allegiances is Allegiances.HISTORICAL
    setup = scenario.setup
    dice = Dice(seed)
    for person in setup.cast:
        definition = setup.people[person]
        if definition.old_man:
            continue
        state.secret.allegiance[person] = _side_of(definition, dice, allegiances)
        state.secret.loyalty[person] = definition.loyalty
        state.secret.levers[person] = tuple(lever.value for lever in definition.levers)
        state.bodies[person] = waiting_body(definition)
    for person in setup.cast:
        if person in state.bodies and setup.people[person].place:
            body = state.bodies[person]
            state.bodies[person] = type(body)(
                id=body.id, place=body.place, access=body.access, skills=body.skills, status=Status.ACTIVE
            )
            enrol(scenario, state, person)
    for tie in setup.ties:
        if not is_waiting(state, tie.agent) and tie.agent in state.center.agents:
            file = state.center.agents[tie.agent]
            state.center.agents[tie.agent] = file.with_rapport(tie.to, tie.rapport)
    turn = Turn(scenario, atlas, state)
    dispatch(turn, first=True)
    return turn.state, turn.events


def _side_of(definition: PersonDefinition, dice: Dice, allegiances: Allegiances) -> Side:
    drawn = definition.allegiance
    if drawn is None:
        return definition.side
    if allegiances is Allegiances.HISTORICAL:
        return drawn.historical
    return Side.CENTER if dice.percent(0, definition.id, "allegiance") <= drawn.center else Side.CIRCLE


def _empty_state(scenario: Scenario, seed: int, luck: Luck) -> GameState:
    catalogue, setup = scenario.catalogue, scenario.setup
    old_man = public_face_of(setup.people[setup.old_man])
    return GameState(
        turn=1,
        public=PublicPart(
            influence=setup.circle.influence,
            asylum=catalogue.places[setup.seat].country,
            countries={
                id_: CountryState(tolerance=country.tolerance, alert=country.alert)
                for id_, country in catalogue.countries.items()
            },
        ),
        center=CenterPart(
            funds=setup.center.funds,
            paranoia=setup.center.paranoia,
            track=setup.center.track,
            preparation=setup.center.preparation,
            seat=setup.seat if setup.center.located else "",
            agents={},
            sightings={},
            faces={setup.old_man: old_man},
            levers={},
            directives=dict.fromkeys(setup.directives, Progress.OPEN),
        ),
        circle=CirclePart(
            funds=setup.circle.funds,
            seat=setup.seat,
            members={},
            strangers={},
            faces={setup.old_man: old_man},
            security={id_: place.security for id_, place in catalogue.places.items() if PlaceKind.EXILE in place.kinds},
            sections={
                catalogue.areas[place] if place in catalogue.places else place: number for place, number in setup.sections.items()
            },
            visas=tuple(visa for visa in setup.circle.visas),
            aims=dict.fromkeys(setup.aims, Progress.OPEN),
        ),
        secret=SecretPart(seed=seed, luck=luck, allegiance={}, loyalty={}, levers={}, liars={}),
        bodies={},
    )
