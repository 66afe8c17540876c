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


def test_what_stands_between_several_people_is_a_telegrams_word(utka: Scenario) -> None:
    """In another language it is not “and”."""
    told = {**utka.catalogue.telegrams, "name.and": " und ", "name.nobody": "niemand"}
    catalogue = replace(utka.catalogue, telegrams=told)
    seen = replace(QUIET, kind=EventKind.SURVEYED, place="paris", people=("a", "b", "c"))
    assert describe_event(seen, catalogue, str.upper) == "Seen at Paris: A, B und C."
    assert describe_event(replace(seen, people=()), catalogue, str.upper) == "Seen at Paris: niemand."


def test_an_order_of_a_body_is_done_nowhere(utka: Scenario) -> None:
    """One that a mod adds, which has no sentence of its own: the first place of the library has no part in it."""
    done = Event(turn=1, audience=Audience.CIRCLE, kind=EventKind.SUCCEEDED, subject="old_man", operation="swear")
    assert describe_event(done, utka.catalogue, str) == "The Old Man: Swear done."
    assert describe_event(replace(done, kind=EventKind.FAILED), utka.catalogue, str) == "The Old Man: Swear came to nothing."
    assert describe_event(replace(done, subject="natalia", place="paris"), utka.catalogue, str) == "Natalia: Swear done at Paris."
    untold = {key: text for key, text in utka.catalogue.telegrams.items() if not key.endswith(".nowhere")}
    older = describe_event(done, replace(utka.catalogue, telegrams=untold), str)
    assert not any(place.name in older for place in utka.catalogue.places.values())


def test_what_has_no_sentence_for_several_is_told_of_each(utka: Scenario) -> None:
    blown = [replace(QUIET, kind=EventKind.BLOWN, subject=person) for person in ("a", "b")]
    told = describe_events(blown, utka.catalogue, str.upper)
    assert told == [describe_event(event, utka.catalogue, str.upper) for event in blown] and len(set(told)) == 2


def test_of_whom_is_seen_only_news_is_told(utka: Scenario) -> None:
    seen = replace(QUIET, kind=EventKind.SURVEYED, place="paris", people=("a", "b", "c"))
    told = [describe_event(replace(seen, known=known), utka.catalogue, str.upper) for known in range(4)]
    assert told == [
        "Seen at Paris: A, B and C.",
        "New at Paris: A and B. Known there already: 1.",
        "New at Paris: A. Known there already: 2.",
        "Seen at Paris: nobody who was not there before.",
    ]


def test_where_there_are_no_words_for_what_is_new_all_are_named(utka: Scenario) -> None:
    words = {"center.reported": "{subject}: {people}."}
    seen = replace(QUIET, kind=EventKind.REPORTED, people=("a", "b"), known=1)
    assert describe_event(seen, replace(utka.catalogue, telegrams=words), str.upper) == "ANNA: A and B."


def test_a_country_that_begins_a_sentence_has_a_capital(utka: Scenario) -> None:
    heard = replace(
        QUIET, kind=EventKind.SUCCEEDED, audience=Audience.CIRCLE, operation="petition", subject="natalia", other="usa"
    )
    assert describe_event(heard, utka.catalogue, str) == "Natalia was received kindly. The United States thinks better of us."


def test_a_question_that_a_sentence_ends_with_takes_no_point(utka: Scenario) -> None:
    met = Event(turn=1, phase="dispatches", kind=EventKind.TASK_MET, audience=Audience.CENTER, text="Where is he?")
    assert describe_event(met, utka.catalogue, str) == "Directive fulfilled: Where is he? Moscow is pleased for the moment."
