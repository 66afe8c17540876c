"""A game being played: what is taken, what is refused, what is shown to whom."""

from collections.abc import Callable

import pytest

from game.match import PERSON, Match
from game.players import PlayerError
from game.rules.definitions import Scenario
from game.rules.legality import ReasonKind
from game.rules.nouns import Audience, Side
from game.rules.orders import Order
from game.rules.view import View


class Careless:
    """A player that breaks down, gives nonsense, or gives what is not allowed."""

    def __init__(self, answer: object) -> None:
        self.answer = answer

    def choose(self, view: View) -> tuple[Order, ...]:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer  # type: ignore[return-value]


def careless(side: Side, seed: int) -> Careless:
    return Careless(RuntimeError("out of ideas"))


def test_a_turn_resolves_once_both_sides_have_sealed(scenario: Scenario) -> None:
    match = Match.new(scenario, 1)
    assert match.is_person(Side.CENTER) and match.is_person(Side.CIRCLE)
    assert match.submit(Side.CENTER, ()) == []
    with pytest.raises(ValueError, match="circle"):
        match.resolve()
    match.submit(Side.CIRCLE, ())
    told = match.resolve()
    assert match.turn == 2
    assert told == match.record().turns[0].events
    assert not match.is_sealed(Side.CENTER)


def test_nothing_of_a_set_is_taken_if_one_order_is_refused(scenario: Scenario) -> None:
    match = Match.new(scenario, 1)
    refused = match.submit(Side.CENTER, (Order(operation="dance", agent="eitingon"),))
    assert [(index, reason.kind) for index, reason in refused] == [(0, ReasonKind.UNKNOWN_OPERATION)]
    assert not match.is_sealed(Side.CENTER)


def test_sealed_orders_can_be_taken_back_but_not_sealed_twice(scenario: Scenario) -> None:
    match = Match.new(scenario, 1)
    match.submit(Side.CENTER, ())
    with pytest.raises(ValueError, match="sealed"):
        match.submit(Side.CENTER, ())
    assert match.unseal(Side.CENTER) == ()
    assert match.submit(Side.CENTER, ()) == []


def test_nobody_gives_the_computers_orders(scenario: Scenario) -> None:
    match = Match.new(scenario, 1, seats={Side.CIRCLE: "random"})
    with pytest.raises(ValueError, match="computer"):
        match.submit(Side.CIRCLE, ())
    match.submit(Side.CENTER, ())
    match.resolve()
    assert match.turn == 2


def test_a_side_reads_only_what_is_addressed_to_it(play: Callable[..., Match]) -> None:
    match = play(3, turns=4)
    for turn in range(1, 6):
        for audience in (Audience.CENTER, Audience.CIRCLE):
            assert all(event.audience is audience and event.turn == turn for event in match.events_of(turn, audience))
    latest = match.record().turns[-1].events
    assert match.telegrams(Audience.CIRCLE) == tuple(event for event in latest if event.audience is Audience.CIRCLE)


def test_the_archive_opens_with_the_verdict(scenario: Scenario, play: Callable[..., Match]) -> None:
    match = Match.new(scenario, 1)
    for ask in (match.truth, lambda: match.telegrams(Audience.ARCHIVE), lambda: match.events_of(1, Audience.ARCHIVE)):
        with pytest.raises(ValueError, match="verdict"):
            ask()
    over = play(3)
    assert over.truth().public.verdict == over.verdict
    assert any(over.events_of(turn, Audience.ARCHIVE) for turn in range(1, over.turn + 1))


def test_after_the_verdict_nothing_can_be_ordered(play: Callable[..., Match]) -> None:
    match = play(3, seats={Side.CENTER: PERSON, Side.CIRCLE: PERSON})
    assert match.verdict is not None
    with pytest.raises(ValueError, match="over"):
        match.submit(Side.CENTER, ())
    with pytest.raises(ValueError, match="over"):
        match.resolve()


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (RuntimeError("no idea"), "failed in turn 1: RuntimeError"),
        (None, "failed in turn 1"),
        (("travel",), "failed in turn 1"),
        ((Order(operation="travel", agent="nobody"),), "refused in turn 1: travel by nobody"),
    ],
)
def test_a_players_failure_is_told_in_one_line(scenario: Scenario, answer: object, words: str) -> None:
    kept = Match.new(scenario, 1)
    match = Match(scenario, kept.record(), kept.snapshot(), {Side.CENTER: Careless(answer)})
    with pytest.raises(PlayerError) as told:
        match.let_players_choose()
    assert words in str(told.value) and "\n" not in str(told.value)


def test_the_seed_of_a_game_is_nowhere_in_what_a_player_gets(scenario: Scenario) -> None:
    seed = 918273645546372819
    match = Match.new(scenario, seed, seats={Side.CENTER: "random", Side.CIRCLE: "random"})
    for side in Side:
        assert str(seed) not in repr(match.view(side))
        assert str(seed) not in repr(getattr(match._players[side], "__dict__", ""))
