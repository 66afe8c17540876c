"""Saves: what was saved is what comes back, or one is told why not; never a traceback and never another game."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from time import time

import pytest

from game.match import PERSON, Match, SaveError, list_saves, load_save, resume, save_match
from game.match import envelope as envelopes
from game.match.codec import decode, encode
from game.match.envelope import Envelope, pack, read_envelope, sweep
from game.match.formats import unpack_body
from game.match.mail import invite
from game.match.newest import SAVE_FORMAT
from game.match.papers import Papers, SidePapers
from game.match.pins import lock_with
from game.match.save_file import SaveBody, SaveHeader
from game.match.saves import delete_save, file_name
from game.rules.definitions import Scenario
from game.rules.nouns import Side
from game.rules.orders import Order
from game.rules.setup import Allegiances
from game.rules.view import View

NOON = datetime(2030, 5, 17, 12, tzinfo=UTC)


@pytest.fixture
def match(play: Callable[..., Match]) -> Match:
    return play(11, turns=3)


def idle(view: View) -> tuple[Order, ...]:
    return ()


def test_a_save_whose_player_is_not_here_any_more_is_told_of(
    scenario: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = Match.new(scenario, 1, seats={Side.CIRCLE: "tests.match.test_saves:idle"})
    loaded = load_save(save_match(tmp_path, "test", match))
    assert resume(scenario, loaded).turn == 1
    monkeypatch.delattr("tests.match.test_saves.idle")
    with pytest.raises(SaveError, match=r"cannot be seated: the player 'tests.match.test_saves:idle' cannot be found"):
        resume(scenario, loaded)


def test_a_saved_game_goes_on_as_if_never_closed(scenario: Scenario, tmp_path: Path, play: Callable[..., Match]) -> None:
    for turns in (0, 1, 6, 12):
        straight, match = play(11), play(11, turns=turns)
        again = resume(scenario, load_save(save_match(tmp_path, "test", match)))
        while not again.is_over():
            again.resolve()
        assert again.record() == straight.record()
        assert encode(again.snapshot()) == encode(straight.snapshot())


def test_orders_that_one_side_has_sealed_are_kept(scenario: Scenario, tmp_path: Path) -> None:
    match = Match.new(scenario, 4)
    match.submit(Side.CENTER, ())
    again = resume(scenario, load_save(save_match(tmp_path, "hot seat", match)))
    assert again.is_sealed(Side.CENTER) and not again.is_sealed(Side.CIRCLE)


def test_the_header_says_what_the_list_shows(scenario: Scenario, tmp_path: Path, match: Match) -> None:
    path = save_match(tmp_path, "Evening of the 3rd: Coyoacán?", match, NOON)
    (entry,) = list_saves(tmp_path)
    assert entry.path == path and not entry.problem and entry.header is not None
    header = entry.header
    assert (header.name, header.saved, header.turn) == ("Evening of the 3rd: Coyoacán?", NOON, 4)
    assert (header.scenario, header.title, header.side) == ("utka-1939", "Utka", "watch")
    assert header.day == scenario.catalogue.first_day(4)
    assert header.fingerprint == scenario.fingerprint
    assert decode(SaveHeader, path.read_bytes().split(b"\n")[0]) == header, "the first line can be read alone"


@pytest.mark.parametrize(
    ("seats", "side"),
    [
        ({}, "both"),
        ({Side.CIRCLE: "random"}, "center"),
        ({Side.CENTER: "random"}, "circle"),
        ({Side.CENTER: "random", Side.CIRCLE: "random"}, "watch"),
    ],
)
def test_the_header_says_whose_game_it_is(scenario: Scenario, tmp_path: Path, seats: dict[Side, str], side: str) -> None:
    path = save_match(tmp_path, "test", Match.new(scenario, 4, seats=seats))
    assert load_save(path).header.side == side


def test_the_header_says_how_it_is_played(scenario: Scenario, tmp_path: Path, match: Match) -> None:
    locked = Papers().with_side(Side.CIRCLE, SidePapers(lock=lock_with("1940")))
    by_mail = Papers(mail=invite(scenario, Side.CENTER, 3, Allegiances.UNCERTAIN, "0123456789").mail)
    for papers, said in ((None, (False, False)), (locked, (False, True)), (by_mail, (True, False))):
        header = load_save(save_match(tmp_path, "test", match, papers=papers)).header
        assert (header.mail, header.locked) == said


def test_the_newest_save_is_listed_first(tmp_path: Path, match: Match) -> None:
    for day in (3, 9, 6):
        save_match(tmp_path, f"day {day}", match, NOON.replace(day=day))
    assert [entry.header.name for entry in list_saves(tmp_path) if entry.header] == ["day 9", "day 6", "day 3"]
    assert list_saves(tmp_path / "nowhere") == ()


def test_three_older_saves_are_kept(tmp_path: Path, play: Callable[..., Match]) -> None:
    for turns in range(6):
        path = save_match(tmp_path, "auto", play(11, turns=turns))
    assert load_save(path).header.turn == 6
    backups = sorted(path.parent.glob("auto.utka.*"))
    assert [load_save(backup).header.turn for backup in backups] == [5, 4, 3]
    delete_save(path)
    assert not list(tmp_path.iterdir())


def test_a_damaged_save_gives_way_to_its_newest_sound_backup(tmp_path: Path, play: Callable[..., Match]) -> None:
    for turns in range(4):
        path = save_match(tmp_path, "auto", play(11, turns=turns))
    path.write_bytes(path.read_bytes()[:-40])
    (tmp_path / "auto.utka.1").write_bytes(b"")
    loaded = load_save(path)
    assert loaded.header.turn == 2
    assert "damaged" in loaded.warning and "turn 2" in loaded.warning
    (entry,) = list_saves(tmp_path)
    assert entry.header is None and "damaged" in entry.problem and entry.rescue == loaded.header
    path.unlink()
    assert load_save(path).header.turn == 2, "a save that is gone has backups too"
    assert [entry.path for entry in list_saves(tmp_path)] == [path]


def test_a_damaged_save_does_not_push_out_a_sound_backup(tmp_path: Path, play: Callable[..., Match]) -> None:
    for turns in range(4):
        path = save_match(tmp_path, "auto", play(11, turns=turns))
    path.write_bytes(b"{")
    save_match(tmp_path, "auto", play(11, turns=4))
    turns = [load_save(tmp_path / f"auto.utka.{number}").header.turn for number in (1, 2, 3)]
    assert turns == [3, 2, 1]


def test_no_damage_goes_unnoticed(tmp_path: Path, match: Match) -> None:
    path = save_match(tmp_path, "test", match)
    sound = path.read_bytes()
    chance = Random(5)
    places = [*range(0, len(sound), max(1, len(sound) // 60)), *range(len(sound) - 80, len(sound), 4)]
    for place in places:
        for damaged in (
            sound[:place] + bytes([sound[place] ^ 1 << chance.randrange(8)]) + sound[place + 1 :],
            sound[:place],
            sound[:place] + bytes([chance.randrange(256)]) + sound[place:],
            sound[:place] + sound[place + 1 + chance.randrange(50) :],
            sound[:place] + bytes(30) + sound[place + 30 :],
        ):
            if damaged == sound:
                continue
            path.write_bytes(damaged)
            with pytest.raises(SaveError) as told:
                load_save(path)
            assert "\n" not in str(told.value)
            (entry,) = list_saves(tmp_path)
            assert entry.problem and entry.header is None
    path.write_bytes(sound + sound)
    with pytest.raises(SaveError):
        load_save(path)


def test_files_of_other_kinds_are_marked(tmp_path: Path, match: Match) -> None:
    (tmp_path / "picture.utka").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(300))
    (tmp_path / "letter.txt").write_text("not ours")
    (tmp_path / "folder.utka").mkdir()
    (tmp_path / "nothing.utka").write_bytes(b"")
    save_match(tmp_path, "good", match)
    listed = {entry.path.name: entry.problem for entry in list_saves(tmp_path)}
    assert listed == {
        "good.utka": "",
        "nothing.utka": "this is not a saved game",
        "picture.utka": "this is not a saved game",
    }


@pytest.mark.parametrize("header", [b"null", b"[1]", b'{"format": "1"}', b"{}", b"[" * 9999, b'{"format": 1}'])
def test_a_strange_header_under_a_true_checksum_is_marked(tmp_path: Path, header: bytes) -> None:
    (tmp_path / "odd.utka").write_bytes(pack(Envelope(header, b"{}")))
    (entry,) = list_saves(tmp_path)
    assert "does not begin like a saved game" in entry.problem


def test_a_save_of_a_newer_game_is_named_as_such(tmp_path: Path, match: Match) -> None:
    path = save_match(tmp_path, "test", match)
    save_match(tmp_path, "test", match)
    kept = read_envelope(path)
    newer = replace(decode(SaveHeader, kept.header), format=SAVE_FORMAT + 1, version="9.1.0")
    path.write_bytes(pack(Envelope(encode(newer)[:-1] + b',"mood":"grim"}', kept.body)))
    (entry,) = list_saves(tmp_path)
    assert "newer version of the game (9.1.0)" in entry.problem
    with pytest.raises(SaveError, match="newer version"):
        load_save(path)


def test_a_crash_before_the_renaming_leaves_the_old_save(
    tmp_path: Path, play: Callable[..., Match], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save_match(tmp_path, "test", play(11, turns=1))

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    for broken in ("fsync", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(envelopes.os, broken, fail)
            with pytest.raises(SaveError, match="No space left"):
                save_match(tmp_path, "test", play(11, turns=2))
        assert load_save(path).header.turn == 2
        assert not [name for name in os.listdir(tmp_path) if name.endswith(".part")]


@pytest.mark.parametrize(("broken", "writes"), [("fsync", 0), ("fsync", 1), ("replace", 0), ("replace", 1)])
def test_backups_are_kept_while_saving_fails(
    tmp_path: Path, play: Callable[..., Match], monkeypatch: pytest.MonkeyPatch, broken: str, writes: int
) -> None:
    """However often it is tried, and whichever step of it fails."""
    for turns in range(4):
        path = save_match(tmp_path, "auto", play(11, turns=turns))
    done = getattr(os, broken)
    for _ in range(3):
        calls = iter([done] * writes)

        def fail(*given: object, calls: Iterator[Callable[..., object]] = calls) -> object:
            step = next(calls, None)
            if step is None:
                raise OSError(28, "No space left on device")
            return step(*given)

        with monkeypatch.context() as patch:
            patch.setattr(envelopes.os, broken, fail)
            with pytest.raises(SaveError, match="No space left"):
                save_match(tmp_path, "auto", play(11, turns=4))
        assert load_save(path).header.turn == 4
        assert {3, 2} <= {load_save(backup).header.turn for backup in tmp_path.glob("auto.utka.*")}
        assert not list(tmp_path.glob(".*.part"))
    path = save_match(tmp_path, "auto", play(11, turns=4))
    turns_kept = [load_save(each).header.turn for each in (path, *sorted(tmp_path.glob("auto.utka.*")))]
    assert turns_kept[:3] == [5, 4, 3]


def test_a_half_written_file_left_by_a_crash_is_ignored(tmp_path: Path, match: Match) -> None:
    path = save_match(tmp_path, "test", match)
    (tmp_path / ".abc123.part").write_bytes(path.read_bytes()[:900])
    (entry,) = list_saves(tmp_path)
    assert not entry.problem
    assert load_save(path).snapshot == match.snapshot()
    sweep(tmp_path)
    assert (tmp_path / ".abc123.part").exists(), "somebody may be writing it just now"
    sweep(tmp_path, time() + 100_000)
    assert [each.name for each in tmp_path.iterdir()] == ["test.utka"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, match: Match) -> None:
    (tmp_path / "saves").write_text("a file where the folder should be")
    with pytest.raises(SaveError, match="nothing can be written into"):
        save_match(tmp_path / "saves", "test", match)


def test_a_save_of_another_scenario_is_not_played_on(scenario: Scenario, tmp_path: Path, match: Match) -> None:
    loaded = load_save(save_match(tmp_path, "test", match))
    other = replace(scenario, catalogue=replace(scenario.catalogue, id="elsewhere"))
    with pytest.raises(SaveError, match="elsewhere"):
        resume(other, loaded)


def test_a_save_that_speaks_of_the_unknown_is_not_played_on(scenario: Scenario, tmp_path: Path, match: Match) -> None:
    places = {id_: place for id_, place in scenario.catalogue.places.items() if id_ != "coyoacan"}
    smaller = replace(scenario, catalogue=replace(scenario.catalogue, places=places))
    with pytest.raises(SaveError, match="coyoacan"):
        resume(smaller, load_save(save_match(tmp_path, "test", match)))


@pytest.mark.parametrize("change", ["place", "seat", "agent", "asylum", "orders"])
def test_a_forged_save_is_not_played_on(scenario: Scenario, tmp_path: Path, match: Match, change: str) -> None:
    loaded = load_save(save_match(tmp_path, "test", match))
    state = loaded.snapshot.state.copy()
    snapshot = replace(loaded.snapshot, state=state)
    match change:
        case "place":
            state.bodies["jacson"] = replace(state.bodies["jacson"], place="atlantis")
        case "seat":
            state.circle.seat = "atlantis"
        case "agent":
            state.center.agents["nobody"] = replace(state.center.agents["jacson"], id="nobody")
        case "asylum":
            state.public.asylum = "ruritania"
        case "orders":
            taken = loaded.record.turns[0].circle[:1]
            snapshot = replace(snapshot, center=taken)
    with pytest.raises(SaveError, match="changed too much"):
        resume(scenario, replace(loaded, snapshot=snapshot))


def test_the_body_of_a_save_is_a_snapshot_and_a_record(tmp_path: Path, match: Match) -> None:
    line = read_envelope(save_match(tmp_path, "test", match)).body
    body = decode(SaveBody, unpack_body(line, SAVE_FORMAT))
    assert (body.snapshot, body.record) == (match.snapshot(), match.record())


def test_any_name_gives_a_file_name_of_its_own() -> None:
    names = ["a", "A", "a b", "a/b", "../a", "", " ", "con", "Ночь", "день", "x" * 300, "a\n", "nul.utka", "😀", "autosave"]
    files = [file_name(name) for name in names]
    assert len({file.lower() for file in files}) == len(names)
    assert all(len(file) < 80 and file.isascii() and "/" not in file and not file.startswith(".") for file in files)
    assert file_name("autosave") == "autosave.utka"


def test_persons_sit_down_again_where_they_sat(scenario: Scenario, tmp_path: Path) -> None:
    match = Match.new(scenario, 4, seats={Side.CENTER: PERSON, Side.CIRCLE: "random"})
    again = resume(scenario, load_save(save_match(tmp_path, "test", match)))
    assert again.is_person(Side.CENTER) and not again.is_person(Side.CIRCLE)
