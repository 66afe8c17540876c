"""Records: a replay is the game again, and whatever was changed in a record shows in the turn in which it matters."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from game.cli.app import run
from game.match import PERSON, Match, Record, TurnRecord
from game.match.match import MAIL
from game.match.record import Seats
from game.match.records import ReadRecord, RecordError, read_record, write_record
from game.match.replay import Replayed, replay, steps
from game.match.saves import save_match
from game.match.story import story_of
from game.rules.definitions import Scenario
from game.rules.events import Event, EventKind
from game.rules.nouns import Audience, Side
from game.rules.orders import Order
from game.rules.setup import Allegiances


def with_turn(record: Record, index: int, turn: TurnRecord) -> Record:
    turns = list(record.turns)
    turns[index] = turn
    return replace(record, turns=tuple(turns))


def test_twenty_random_games_replay_to_the_last_digest(scenario: Scenario, play: Callable[..., Match]) -> None:
    for seed in range(20):
        record = play(seed).record()
        assert replay(record, scenario) is None, seed
        assert len(record.turns) >= 5


def test_a_replay_hands_out_every_state(scenario: Scenario, play: Callable[..., Match]) -> None:
    match = play(2)
    walked = list(steps(match.record(), scenario))
    assert all(isinstance(step, Replayed) for step in walked)
    assert [step.turn for step in walked] == list(range(len(match.record().turns) + 1))
    last = walked[-1]
    assert isinstance(last, Replayed) and last.state == match.truth()


def test_a_changed_digest_diverges_in_its_turn(scenario: Scenario, play: Callable[..., Match]) -> None:
    record = play(8).record()
    for index in range(len(record.turns)):
        wrong = replay(with_turn(record, index, replace(record.turns[index], digest="0" * 64)), scenario)
        assert wrong is not None and (wrong.turn, wrong.what, wrong.expected) == (index + 1, "digest", "0" * 64)


def test_orders_left_out_diverge_in_their_turn(scenario: Scenario, play: Callable[..., Match]) -> None:
    record = play(8).record()
    for index, turn in enumerate(record.turns):
        for changed in (replace(turn, center=()), replace(turn, circle=())):
            if changed != turn:
                wrong = replay(with_turn(record, index, changed), scenario)
                assert wrong is not None and wrong.turn == index + 1


def test_an_order_that_was_never_possible_is_named(scenario: Scenario, play: Callable[..., Match]) -> None:
    record = play(8).record()
    bad = Order(operation="raid", agent="trotsky")
    wrong = replay(with_turn(record, 3, replace(record.turns[3], center=(bad,))), scenario)
    assert wrong is not None and wrong.turn == 4
    assert "raid by trotsky" in str(wrong)


def test_changed_events_a_changed_seed_and_missing_turns_show(scenario: Scenario, play: Callable[..., Match]) -> None:
    record = play(8).record()
    cut = replace(record.turns[2], events=record.turns[2].events[:-1])
    wrong = replay(with_turn(record, 2, cut), scenario)
    assert wrong is not None and (wrong.turn, wrong.what) == (3, "events")
    for other in (replace(record, seed=record.seed + 1), replace(record, allegiances=Allegiances.HISTORICAL)):
        wrong = replay(other, scenario)
        assert wrong is not None and wrong.turn == 0
    wrong = replay(replace(record, turns=record.turns[:2] + record.turns[3:]), scenario)
    assert wrong is not None and (wrong.turn, wrong.what) == (4, "turn")
    wrong = replay(replace(record, turns=(*record.turns, record.turns[-1])), scenario)
    assert wrong is not None and wrong.got == "the end"
    wrong = replay(replace(record, scenario="elsewhere"), scenario)
    assert wrong is not None and wrong.what == "scenario"


def test_a_record_is_read_from_its_own_file_and_out_of_a_save(tmp_path: Path, play: Callable[..., Match]) -> None:
    match = play(4, turns=5)
    write_record(tmp_path / "game.json", match.record())
    assert read_record(tmp_path / "game.json").record == match.record()
    read = read_record(save_match(tmp_path, "a game", match))
    assert (read.record, read.side) == (match.record(), "watch")


@pytest.mark.parametrize("content", [b"", b"{}", b"\x00\xff", b'{"format": 1}', b"[" * 50_000])
def test_what_is_no_record_is_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    for name in ("game.json", "game.utka"):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(RecordError) as told:
            read_record(tmp_path / name)
        assert "\n" not in str(told.value)
    for path in (tmp_path / "nowhere.json", tmp_path):
        with pytest.raises(RecordError):
            read_record(path)


def test_both_sides_orders_are_kept(play: Callable[..., Match]) -> None:
    turns = play(8).record().turns
    assert any(turn.orders(Side.CENTER) for turn in turns) and any(turn.orders(Side.CIRCLE) for turn in turns)


def test_a_record_whose_scenario_is_gone_is_told_from_its_events(
    tmp_path: Path, finished: Match, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "lost.json"
    lost = replace(finished.record(), scenario="a-mod-of-mine")
    write_record(file, lost)
    assert run(["replay", str(file), "--text"]) == 0
    told, beside = capsys.readouterr()
    assert "--scenario" in beside, "the files of a mod that is worked on may lie anywhere"
    assert "a-mod-of-mine is no longer here" in told and "names and dates that only its files had are lost" in told
    chapters = story_of(read_record(file), None).chapters
    assert all(chapter.day is None for chapter in chapters)
    here = story_of(ReadRecord(finished.record()), finished.scenario).chapters
    for lost_chapter, chapter in zip(chapters, here, strict=True):
        for part, known in zip(lost_chapter.parts, chapter.parts, strict=True):
            assert len(part.lines) == len(known.lines) and all(part.lines)
    assert run(["replay", str(file)]) == 0
    assert run(["replay", str(file), "--verify"]) == 2
    assert run(["export", str(file), "--html", str(tmp_path / "x.html")]) == 2


def test_a_record_on_its_own_tells_no_more_than_the_save_it_is_in(
    tmp_path: Path, scenario: Scenario, play: Callable[..., Match]
) -> None:
    """Before the end it is read by whoever plays: two at one desk are told nothing, one person nothing of the other side."""
    going_on, computer = play(4, 2).record(), "random"
    assert not going_on.is_over()
    for center, circle, told in (
        (PERSON, computer, {Side.CENTER}),
        (MAIL, PERSON, {Side.CIRCLE}),
        (PERSON, PERSON, set()),
        (computer, computer, set(Side)),
    ):
        record = replace(going_on, seats=Seats(center=center, circle=circle))
        write_record(tmp_path / "alone.json", record)
        story = story_of(read_record(tmp_path / "alone.json"), scenario)
        assert set(story.sides) == told == {part.side for chapter in story.chapters for part in chapter.parts}


def test_a_record_does_not_say_that_the_other_side_was_told_something(scenario: Scenario, play: Callable[..., Match]) -> None:
    """Not even by an empty page for a turn of which there is nothing else yet."""
    record = replace(play(4, 2).record(), seats=Seats(center=PERSON, circle="random"))
    last, before = record.turns[-1], story_of(ReadRecord(record), scenario)
    for audience in (Audience.CIRCLE, Audience.CENTER):
        told = Event(kind=EventKind.HEADLINE, audience=audience, phase="dispatches", turn=9, text="War")
        more = with_turn(record, -1, replace(last, events=(*last.events, told)))
        same = story_of(ReadRecord(more), scenario).chapters == before.chapters
        assert same == (audience is Audience.CIRCLE)
