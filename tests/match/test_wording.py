"""How what happened is told: the same of several people in one sentence."""

from dataclasses import replace

from game.match.wording import describe_event, describe_events
from game.rules.definitions import Scenario
from game.rules.events import Event, EventKind
from game.rules.nouns import Audience

QUIET = Event(turn=1, phase="reckoning", audience=Audience.CENTER, kind=EventKind.LAY_LOW, subject="anna")


def arrived(subject: str, place: str) -> Event:
    return replace(QUIET, kind=EventKind.ARRIVED, subject=subject, place=place)


def test_what_is_told_alike_of_several_people_is_told_once(utka: Scenario) -> None:
    events = [arrived("a", "paris"), QUIET, arrived("b", "london"), replace(QUIET, subject="ben"), arrived("c", "paris")]
    assert describe_events(events, utka.catalogue, str.upper) == [
        "A and C have arrived in Paris.",
        "ANNA and BEN kept quiet, and are asked fewer questions.",
        "B has arrived in London.",
    ]


def test_what_has_no_sentence_for_several_is_told_of_each(utka: Scenario) -> None:
    blown = [replace(QUIET, kind=EventKind.BLOWN, subject=person) for person in ("a", "b")]
    told = describe_events(blown, utka.catalogue, str.upper)
    assert told == [describe_event(event, utka.catalogue, str.upper) for event in blown] and len(set(told)) == 2
