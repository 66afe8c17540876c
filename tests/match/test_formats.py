"""Old files: saves and records that earlier versions wrote open still, go on, and can be told from their events alone.

The files in `old/` were written by the code of their time; none of them is ever written anew.
"""

import json
import zlib
from base64 import b64encode
from dataclasses import replace
from pathlib import Path

import pytest

from game.match import Match, SaveError, list_saves, load_save, resume, save_match
from game.match.envelope import Envelope, pack, read_envelope
from game.match.formats import BODY_STEPS, HEADER_STEPS, RECORD_STEPS, pack_body, unpack_body
from game.match.newest import SAVE_FORMAT
from game.match.record import RECORD_FORMAT
from game.match.records import RecordError, read_record
from game.match.save_file import rules_in
from game.rules.definitions import Scenario
from game.rules.nouns import Side
from game.scenario import load

OLD = Path(__file__).parent / "old"
SAVES = ("save-1.utka", "save-1-record-1.utka", "save-2.utka", "save-3.utka")
RECORDS = ("record-1.json", "record-2.json")


@pytest.mark.parametrize("name", SAVES)
def test_an_old_save_opens_and_is_played_to_its_end(name: str, tmp_path: Path) -> None:
    loaded = load_save(OLD / name)
    assert (loaded.header.format, loaded.record.format) == (SAVE_FORMAT, RECORD_FORMAT)
    assert not loaded.warning and loaded.record.turns and loaded.record.events()
    match = resume(load(loaded.record.scenario), loaded)
    again = load_save(save_match(tmp_path, "again", match))
    assert again.snapshot == loaded.snapshot and again.record.turns == loaded.record.turns
    while not match.is_over():
        match.submit(Side.CENTER, ())
        match.resolve()
    assert match.verdict is not None


def test_the_list_reads_old_headers() -> None:
    entries = {entry.path.name: entry for entry in list_saves(OLD)}
    assert set(entries) == set(SAVES) and not any(entry.problem for entry in entries.values())


@pytest.mark.parametrize("name", RECORDS)
def test_an_old_record_opens(name: str) -> None:
    record = read_record(OLD / name).record
    raw = json.loads((OLD / name).read_bytes())
    assert record.format == RECORD_FORMAT > raw["format"]
    assert len(record.turns) == len(raw["turns"])
    assert [event.kind.value for event in record.events()] == [
        event["kind"] for part in (raw["opening"], *raw["turns"]) for event in part["events"]
    ]


def test_every_older_format_has_its_step() -> None:
    assert set(RECORD_STEPS) == set(range(1, RECORD_FORMAT))
    assert set(HEADER_STEPS) == set(BODY_STEPS) == set(range(1, SAVE_FORMAT))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"format": 0, "turns": []}', "format '0' is unknown"),
        ('{"format": 2, "turns": 5}', "not of the format 2"),
        ('{"format": 1}', "not of the format 2"),
        ('{"format": true}', "no record"),
        ("[" * 100_000, "no record"),
        ("null", "no record"),
        ('{"format": 99, "version": "9.1"}', "newer version of the game \\(9.1\\)"),
    ],
)
def test_what_is_no_record_is_told_in_a_line(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "record.json"
    path.write_text(text)
    with pytest.raises(RecordError, match=told):
        read_record(path)


@pytest.mark.parametrize(
    "line",
    [b"", b"{}", b"AAAA", b64encode(zlib.compress(b"{}")[:-3]), b64encode(zlib.compress(b"{}") + b"x"), pack_body(b"[1]")],
)
def test_a_strange_body_under_a_true_checksum_is_told(tmp_path: Path, line: bytes) -> None:
    header = read_envelope(save_match(tmp_path, "test", Match.new(load("alma-ata-1927"), 1))).header
    path = tmp_path / "test.utka"
    path.write_bytes(pack(Envelope(header, line)))
    with pytest.raises(SaveError, match="does not hold a saved game"):
        load_save(path)


def test_an_old_save_whose_body_is_none_is_told(tmp_path: Path) -> None:
    header = read_envelope(OLD / SAVES[0]).header
    path = tmp_path / "old.utka"
    for body, told in (
        (b"{}", "not of the format 1"),
        (b"[]", "saved game"),
        (b'{"snapshot": {"state": {"turn": 2}}}', "no record"),
    ):
        path.write_bytes(pack(Envelope(header, body)))
        with pytest.raises(SaveError, match=told):
            load_save(path)


def test_a_body_is_the_same_folded_and_unfolded() -> None:
    for body in (b"", b"{}", bytes(range(256)) * 50):
        assert unpack_body(pack_body(body), SAVE_FORMAT) == body
        assert b"\n" not in pack_body(body)


def test_a_save_holds_the_rules_that_it_was_played_by(utka: Scenario, tmp_path: Path) -> None:
    """A number of the rules is changed and a place taken away: the save goes on as it would have."""
    straight, match = (Match.new(utka, 5, seats=dict.fromkeys(Side, "random")) for _ in range(2))
    match.resolve()
    loaded = load_save(save_match(tmp_path, "test", match))
    saved = rules_in(loaded)
    assert saved == utka
    assert saved is not None
    again = resume(saved, loaded)
    while not again.is_over():
        again.resolve()
    while not straight.is_over():
        straight.resolve()
    assert again.record() == straight.record() and not again.record().amendments


def test_a_game_that_goes_on_by_other_rules_says_from_when(utka: Scenario, tmp_path: Path) -> None:
    match = Match.new(utka, 5, seats=dict.fromkeys(Side, "random"))
    match.resolve()
    loaded = load_save(save_match(tmp_path, "test", match))
    changed = replace(utka, fingerprint="f" * 64)
    again = resume(changed, load_save(save_match(tmp_path, "test", resume(changed, loaded))))
    assert [(each.turn, each.fingerprint) for each in again.record().amendments] == [(2, "f" * 64)]


def test_the_longest_campaign_fits_into_a_megabyte(tmp_path: Path) -> None:
    match = Match.new(load("long-hunt-1929"), 3, seats=dict.fromkeys(Side, "random"))
    while not match.is_over():
        match.resolve()
    path = save_match(tmp_path, "long", match)
    assert path.stat().st_size < 500_000
