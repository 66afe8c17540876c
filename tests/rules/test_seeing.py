"""What the Center sees in an area, and what of it is news to it."""

import pytest

from game.rules.definitions import Scenario
from game.rules.events import Event, EventKind
from game.rules.geography import Atlas
from game.rules.nouns import Audience, Status
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
