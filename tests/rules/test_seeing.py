"""What the Center sees in an area, and what of it is news to it."""

from dataclasses import replace

import pytest

from game.rules.definitions import Scenario, ScenarioEvent, Told
from game.rules.events import Event, EventKind
from game.rules.exposure import leave_play
from game.rules.geography import Atlas
from game.rules.legality import refuse
from game.rules.nouns import Audience, Side, Status
from game.rules.orders import Order
from game.rules.state import Sighting
from game.rules.turn import Turn
from game.rules.words import Arrive, Leave, StatWithin
from game.scenario import load
from tests.rules.situations import Situation

MOLE = "zborowski"


@pytest.fixture
def made(utka: Scenario, atlas: Atlas) -> Situation:
    """A mole in Paris who reports each turn, to people who have never heard of anybody there."""
    made = Situation(utka, atlas)
    made.state.center.sightings.clear()
    return made


def report(made: Situation) -> Event:
    """What the mole reports of a turn."""
    made.play()
    (event,) = made.told(Audience.CENTER, EventKind.REPORTED, subject=MOLE)
    return event


def test_whoever_was_known_to_be_there_is_named_last_and_counted(made: Situation) -> None:
    first, again = report(made), report(made)
    assert first.people and first.known == 0
    assert again.people == first.people and again.known == len(again.people)
    made.put("cannon", place=made.state.bodies[MOLE].place)
    third = report(made)
    assert third.people == ("cannon", *again.people) and third.known == len(again.people)


def test_who_was_missed_and_is_back_is_news(made: Situation) -> None:
    person = report(made).people[-1]
    made.put(person, status=Status.GONE)
    assert person not in report(made).people
    made.put(person, status=Status.ACTIVE)
    back = report(made)
    assert back.people[0] == person and back.known == len(back.people) - 1


def eventful(made: Situation, event: ScenarioEvent) -> Situation:
    """The same, with nothing happening but one event in the next turn's dispatches, and Cannon seen in New York."""
    scenario = replace(made.scenario, setup=replace(made.scenario.setup, events={event.id: event}))
    other = Situation(scenario, made.atlas)
    other.state.center.sightings["cannon"] = Sighting(id="cannon", place="new_york", access=2, turn=1, settled=True)
    return other


@pytest.mark.parametrize(("told", "gone"), [(Told(center="He has left."), True), (Told(circle="He has left."), False)])
def test_of_whoever_leaves_the_center_knows_it_if_it_is_told(made: Situation, told: Told, gone: bool) -> None:
    event = ScenarioEvent(id="left", date="1939-09-10", do=(Leave(person="cannon", leaves=True),), tell=told)
    sightings = eventful(made, event).play().state.center.sightings
    assert gone is ("cannon" not in sightings)
    assert gone or not sightings["cannon"].settled, "what was sure is so no more"


@pytest.mark.parametrize(("known", "place"), [(True, "brussels"), (False, "new_york")])
def test_of_whoever_is_moved_the_center_knows_where_to_if_the_event_says_so(made: Situation, known: bool, place: str) -> None:
    event = ScenarioEvent(id="moved", date="1939-09-10", do=(Arrive(person="cannon", arrives="brussels", known=known),))
    last = eventful(made, event).play().state.center.sightings["cannon"]
    assert (last.place, last.settled) == (place, False)


@pytest.mark.parametrize(("place", "told"), [("brussels", True), ("new_york", False)])
def test_whoever_is_there_already_only_changes_the_ring(made: Situation, place: str, told: bool) -> None:
    """His own are told of an arrival, and not of somebody who stays where he is."""
    event = ScenarioEvent(id="moved", date="1939-09-10", do=(Arrive(person="cannon", arrives=place, access=3),))
    table = eventful(made, event)
    assert table.state.bodies["cannon"].access == 2
    table.play()
    assert (table.state.bodies["cannon"].place, table.state.bodies["cannon"].access) == (place, 3)
    assert told is any(event.kind is EventKind.ARRIVED and event.subject == "cannon" for event in table.events)


def test_whoever_is_known_to_be_out_of_play_is_looked_for_no_more(made: Situation) -> None:
    person = report(made).people[-1]
    leave_play(Turn(made.scenario, made.atlas, made.state), person, Status.DEAD)
    paper = Order(operation="forge", agent="eitingon", target=person)
    assert person not in made.state.center.sightings
    assert refuse(made.view(Side.CENTER), paper) is not None


def test_whom_the_center_has_put_further_off_it_does_not_believe_where_he_was() -> None:
    """In Fall from Grace a declaration takes somebody out of the Circle: nobody asks him for it a second time."""
    moscow = load("alma-ata-1927")
    order = Order(operation="recruit", agent="yaroslavsky", target="radek")

    def asked(table: Situation) -> Situation:
        here = table.state.bodies["radek"].place
        table.put("yaroslavsky", place=here)
        table.agent("yaroslavsky", contacts=(("radek", 3),))
        table.state.center.sightings["radek"] = Sighting(id="radek", place=here, access=3, turn=1)
        assert refuse(table.view(Side.CENTER), order) is None
        return table.play((order,))

    table = Situation(moscow, Atlas(moscow.catalogue)).seeds_until(
        lambda made: made.told(Audience.CENTER, EventKind.SUCCEEDED, subject="yaroslavsky"), asked
    )
    assert table.state.center.sightings["radek"].access == table.state.bodies["radek"].access == 4
    assert table.state.bodies["radek"].place == "tomsk", "exile does not put him among the friends again"
    there = replace(table.state.bodies["yaroslavsky"], place="tomsk")
    table.state.bodies["yaroslavsky"] = there
    refused = refuse(table.view(Side.CENTER), order)
    assert refused is not None and isinstance(refused.condition, StatWithin)
