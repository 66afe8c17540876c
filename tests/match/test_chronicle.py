"""A finished game laid open: the true states, the estimate along the way, and the turns on which it hung."""

from dataclasses import replace

import pytest

from game.match import Match, Record
from game.match.chronicle import Chronicle, laid_open, unfold
from game.match.hinges import LEAST, PARTS, TIME, VERDICT, cause, hinges_of
from game.players.search.value import center_chance
from game.rules.definitions import Scenario
from game.rules.events import DISPATCHES, Event, EventKind
from game.rules.nouns import Audience, Side


@pytest.fixture(scope="module")
def chronicle(finished: Match) -> Chronicle:
    return laid_open(finished.record(), finished.scenario)


def test_every_state_is_there_from_the_opening_to_the_end(finished: Match, chronicle: Chronicle) -> None:
    assert len(chronicle.states) == chronicle.turns + 1 == chronicle.moments[-1]
    assert [state.turn for state in chronicle.states[:-1]] == list(chronicle.moments)[:-1]
    assert chronicle.states[-1] == finished.truth()
    assert chronicle.divergence is None
    assert all(chronicle.orders(turn.turn, side) == turn.orders(side) for turn in finished.record().turns for side in Side)


def test_everything_told_is_filed_under_its_turn(finished: Match, chronicle: Chronicle) -> None:
    filed = [event for turn in chronicle.moments for event in chronicle.events(turn)]
    assert sorted(map(repr, filed)) == sorted(map(repr, finished.record().events()))
    assert all(event.audience is Audience.ARCHIVE for event in chronicle.events(3, Audience.ARCHIVE))


def test_the_chance_is_the_estimate_of_each_state(utka: Scenario, chronicle: Chronicle) -> None:
    assert chronicle.chances == tuple(center_chance(utka, state) for state in chronicle.states)
    assert chronicle.chance(len(chronicle.states) + 1) is None


def test_the_guards_of_a_moment_leave_out_whoever_had_something_to_do(chronicle: Chronicle) -> None:
    busy = [
        (moment, order.agent)
        for moment in chronicle.moments
        for order in chronicle.orders(moment, Side.CIRCLE)
        if (state := chronicle.state(moment)) is not None and order.agent in state.bodies
    ]
    assert busy
    for moment, agent in busy:
        truth = chronicle.truth(moment)
        assert truth is not None and agent not in {body.id for body in truth.guarding()}


def test_progress_is_told_turn_by_turn(finished: Match) -> None:
    told = list(unfold(finished.record(), finished.scenario))
    assert told == [(step, len(told)) for step in range(1, len(told) + 1)]


def test_a_game_that_goes_on_stays_shut(utka: Scenario) -> None:
    match = Match.new(utka, 3, seats=dict.fromkeys(Side, "random"))
    match.resolve()
    with pytest.raises(ValueError, match="closed until the verdict"):
        laid_open(match.record(), utka)


def _changed(record: Record, turn: int) -> Record:
    """The record with something else told in a turn, as a game of older rules would have it."""
    played = record.turns[turn - 1]
    first = replace(played.events[0], place="elsewhere")
    turns = (*record.turns[: turn - 1], replace(played, events=(first, *played.events[1:])), *record.turns[turn:])
    return replace(record, turns=turns)


def test_where_the_rules_lead_elsewhere_only_what_was_told_remains(finished: Match) -> None:
    record = _changed(finished.record(), 4)
    chronicle = laid_open(record, finished.scenario)
    assert chronicle.divergence is not None and chronicle.divergence.turn == 4
    assert len(chronicle.states) == len(chronicle.chances) == 4
    assert chronicle.state(4) is not None and chronicle.state(5) is None and chronicle.latest(9) is chronicle.state(4)
    assert chronicle.orders(9, Side.CENTER) == record.turns[8].center and chronicle.events(9)


def test_a_digest_that_differs_alone_does_not_count(finished: Match) -> None:
    record = finished.record()
    older = replace(record, turns=tuple(replace(turn, digest="of another version") for turn in record.turns))
    assert laid_open(older, finished.scenario).divergence is None


def test_hinges_are_the_largest_swings_in_their_order(chronicle: Chronicle) -> None:
    hinges = hinges_of(chronicle)
    assert hinges and [hinge.turn for hinge in hinges] == sorted(hinge.turn for hinge in hinges)
    swings = {turn: abs(chronicle.chances[turn] - chronicle.chances[turn - 1]) for turn in range(1, len(chronicle.chances))}
    chosen = {hinge.turn for hinge in hinges}
    assert all(swings[turn] >= LEAST for turn in chosen)
    left_out = [size for turn, size in swings.items() if turn not in chosen]
    assert max(left_out) <= min(swings[turn] for turn in chosen) or max(left_out) < LEAST
    assert [hinge.turn for hinge in hinges_of(chronicle, most=1)] == [max(swings, key=lambda turn: swings[turn])]


def test_the_cause_of_a_swing_is_the_part_that_moves_the_estimate(utka: Scenario, chronicle: Chronicle) -> None:
    """A turn after which nothing differs but one part is put down to that part."""
    before = chronicle.states[5]
    for part, change in (("influence", 8), ("paranoia", 6)):
        after = before.copy()
        if part == "influence":
            after.public.influence = max(0, before.public.influence - change)
        else:
            after.center.paranoia = min(9, before.center.paranoia + change)
        made = replace(
            chronicle, states=(before, after), chances=(center_chance(utka, before), center_chance(utka, after))
        )  # fmt: skip
        assert abs(made.chances[1] - made.chances[0]) > 0.01, part
        assert cause(made, 1) == part
    chance = center_chance(utka, before)
    still = replace(chronicle, states=(before, before), chances=(chance, chance + 0.2))
    assert cause(still, 1) == TIME


def test_a_hinge_is_not_told_by_what_its_turn_opened_with(chronicle: Chronicle) -> None:
    """That was before the turn, and is told of the one that led to it: an aim that was met did not turn two turns."""
    state, rest = chronicle.states[7], chronicle.chances[7]
    met = Event(kind=EventKind.TASK_MET, audience=Audience.CIRCLE, turn=2, phase=DISPATCHES, text="Hold the cities")
    wrote = Event(kind=EventKind.DENOUNCED, audience=Audience.CIRCLE, turn=2, phase="movement", subject="a mole")
    made = replace(
        chronicle, states=(state,) * 3, chances=(rest, rest - 0.2, rest - 0.4), told={2: (met, wrote)}
    )  # fmt: skip
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("game.match.hinges.cause", lambda *_asked: "influence")
        first, second = hinges_of(made)
    assert first.event == met and second.event == wrote
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("game.match.hinges.cause", lambda *_asked: "influence")
        assert [hinge.event for hinge in hinges_of(replace(made, told={2: (met,)}))] == [met, None]


def test_a_hinge_is_told_by_an_event_that_can_have_made_it(chronicle: Chronicle) -> None:
    """In a turn in which one was rightly named and another wrongly, each is told of the swing that it fits."""
    state, rest = chronicle.states[7], chronicle.chances[7]
    named = [
        Event(kind=kind, audience=Audience.CENTER, turn=1, subject=subject)
        for kind, subject in ((EventKind.DENOUNCED, "a mole"), (EventKind.WRONGLY_DENOUNCED, "an innocent"))
    ]
    for change, subject in ((0.3, "an innocent"), (-0.3, "a mole")):
        made = replace(chronicle, states=(state, state), chances=(rest, rest + change), told={1: tuple(named)})
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("game.match.hinges.cause", lambda *_asked: "people")
            hinge = hinges_of(made)[0]
        assert hinge.event is not None and hinge.event.subject == subject


def test_the_last_swing_is_the_end_itself(chronicle: Chronicle) -> None:
    assert cause(chronicle, chronicle.turns) == VERDICT
    last = hinges_of(chronicle)[-1]
    assert last.turn == chronicle.turns and last.event is not None and last.event.kind is EventKind.STRUCK
    assert all(hinge.part in {*PARTS, TIME, VERDICT} for hinge in hinges_of(chronicle))
