"""Whom a side has lost: who is listed, in whose words, and how one comes to the list."""

from dataclasses import replace

import pytest

from game.match import Match
from game.rules.definitions import Scenario
from game.rules.events import Event, EventKind
from game.rules.nouns import Audience, Side, Status
from game.rules.view import View
from game.ui.presenters.losses import losses
from game.ui.words import Words

_ = Words()


@pytest.fixture(scope="module")
def match(utka: Scenario) -> Match:
    return Match.new(utka, 7, seats=dict.fromkeys(Side, "planner"))


def without(view: View, person: str, status: Status) -> View:
    return replace(view, bodies={**view.bodies, person: replace(view.bodies[person], status=status)})


def told(kind: EventKind, to: Audience, person: str, turn: int, **more: object) -> Event:
    return Event(kind=kind, audience=to, turn=turn, subject=person, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("side", list(Side))
def test_nobody_is_lost_before_it_begins(match: Match, side: Side) -> None:
    assert losses(match.view(side), (), _) == ()


def test_the_last_lost_comes_first_with_all_that_was_told_of_it(match: Match) -> None:
    view = without(without(match.view(Side.CENTER), "jacson", Status.ARRESTED), "ovakimian", Status.RECALLED)
    history = [
        told(EventKind.RECALLED, Audience.CENTER, "ovakimian", 2),
        told(EventKind.BLOWN, Audience.CENTER, "jacson", 3),
        told(EventKind.ARRESTED, Audience.CENTER, "jacson", 3, place=view.bodies["jacson"].place),
        told(EventKind.KEPT_SILENT, Audience.CENTER, "jacson", 3),
    ]
    first, second = losses(view, history, _)
    assert (first.id, first.fate, first.when) == ("jacson", "arrested", "October 1939")
    assert first.told.startswith("RAYMOND is blown") and first.told.endswith("is saying nothing.")
    assert (second.id, second.fate) == ("ovakimian", "recalled to Moscow")


def test_what_the_world_told_of_somebody_is_the_reason_why_he_is_out_of_reach(match: Match) -> None:
    view = without(match.view(Side.CENTER), "jacson", Status.GONE)
    end = told(EventKind.GONE, Audience.CENTER, "jacson", 2)
    for text, wanted in (("RAYMOND was taken off a ship.", True), ("A ship has sunk.", False)):
        (loss,) = losses(view, [Event(kind=EventKind.TOLD, audience=Audience.CENTER, turn=2, text=text), end], _)
        assert (text in loss.told) is wanted


def test_a_side_reads_only_what_it_was_told_itself(match: Match) -> None:
    view = match.view(Side.CIRCLE)
    person = next(iter(view.bodies))
    lost = without(view, person, Status.GONE)
    (loss,) = losses(lost, [told(EventKind.RECALLED, Audience.CENTER, person, 2)], _)
    assert (loss.fate, loss.when, loss.told) == ("gone", "", "")


def test_whoever_was_sent_away_is_listed_until_he_comes_back(match: Match) -> None:
    view = match.view(Side.CIRCLE)
    person = next(person for person in view.bodies if person in view.faces)
    history = [told(EventKind.SENT_AWAY, Audience.CIRCLE, person, 2, number=4)]
    away = replace(view, bodies={other: body for other, body in view.bodies.items() if other != person})
    assert [(loss.id, loss.fate) for loss in losses(away, history, _)] == [(person, "sent away")]
    assert losses(view, history, _) == ()
