"""Values and their JSON: exact both ways, always the same bytes, and nothing unknown is let in."""

import json
from collections.abc import Callable

import pytest

from game.match import Match, Record, Snapshot
from game.match.codec import CodecError, decode, encode
from game.rules.definitions import Scenario
from game.rules.orders import Order
from game.rules.state import digest


def test_snapshots_and_records_come_back_exactly(play: Callable[..., Match]) -> None:
    for seed in range(4):
        match = play(seed, turns=4 * seed)
        snapshot, record = match.snapshot(), match.record()
        assert decode(Snapshot, encode(snapshot)) == snapshot
        assert decode(Record, encode(record)) == record
        assert encode(decode(Snapshot, encode(snapshot))) == encode(snapshot)
        assert digest(decode(Snapshot, encode(snapshot)).state) == digest(snapshot.state)


def test_the_order_in_which_people_came_into_the_game_is_kept(play: Callable[..., Match]) -> None:
    state = play(5, turns=9).snapshot().state
    again = decode(Snapshot, encode(Snapshot(state=state))).state
    assert list(again.bodies) == list(state.bodies)
    assert list(again.center.sightings) == list(state.center.sightings)
    assert list(again.circle.members) == list(state.circle.members)


def test_the_same_game_gives_the_same_bytes(play: Callable[..., Match]) -> None:
    assert encode(play(6).record()) == encode(play(6).record())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{",
        '{"operation": "travel"}',
        '{"operation": "travel", "agent": "a", "colour": "red"}',
        '{"operation": "travel", "agent": 7}',
        '{"operation": "travel", "agent": "a", "extra": "1"}',
        '{"operation": "travel", "agent": "a", "extra": 1.0}',
        '{"operation": "travel", "agent": "a", "extra": true}',
        '{"operation": "travel", "agent": "a"}, {"operation": "travel", "agent": "b"}',
        "[" * 100_000,
        "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    ],
)
def test_what_is_no_order_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(CodecError) as told:
        decode(Order, text.encode())
    assert "\n" not in str(told.value) and str(told.value)


def test_a_state_with_a_key_too_many_or_too_few_is_refused(scenario: Scenario, play: Callable[..., Match]) -> None:
    words = json.loads(encode(play(1, turns=2).snapshot()))
    words["state"]["secret"]["motive"] = "unknown"
    with pytest.raises(CodecError, match=r"secret.motive"):
        decode(Snapshot, json.dumps(words).encode())
    del words["state"]["secret"]["motive"], words["state"]["bodies"]
    with pytest.raises(CodecError, match="bodies"):
        decode(Snapshot, json.dumps(words).encode())
