"""Saves under violence: the game is killed while it saves, and bytes of the file are flipped, cut away and put in. The last
whole save always opens, and nothing damaged is ever taken for a game. Files that somebody has changed, with a checksum that fits,
are refused or can be played."""

import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest

from game.match import Match, SaveError, list_saves, load_save, resume, save_match
from game.match.codec import encode
from game.match.envelope import Envelope, pack, read_envelope
from game.match.formats import pack_body, unpack_body
from game.match.letters import LetterError, read_letter, write_letter
from game.match.mail import invite, write
from game.match.newest import SAVE_FORMAT, newest_unfinished
from game.match.papers import Papers
from game.match.records import RecordError, read_record
from game.match.saves import rules_text
from game.match.story import story_of
from game.rules.definitions import Scenario
from game.rules.nouns import Side
from game.rules.setup import Allegiances

posix = pytest.mark.skipif(not hasattr(os, "fork") or sys.platform == "darwin", reason="kills a forked process")
LONGEST_LIFE = 0.09
"""Seconds; in them a process saves about twice."""


@pytest.fixture(scope="module")
def stages(utka: Scenario) -> list[Match]:
    """One game after each of its turns."""
    match = Match.new(utka, 8, seats=dict.fromkeys(Side, "random"))
    stages = [match.fork()]
    while not match.is_over():
        match.resolve()
        stages.append(match.fork())
    return stages


def save_until_killed(folder: Path, stages: list[Match], rules: str, number: int, done: int) -> None:
    """Saves stage after stage; each save has its number in its papers, and says so when it is finished."""
    while True:
        save_match(folder, "auto", stages[number % len(stages)], papers=Papers(game=str(number)), rules=rules)
        os.write(done, number.to_bytes(4, "big"))
        number += 1


def kill_while_saving(folder: Path, stages: list[Match], rules: str, number: int, life: float) -> int:
    """Kills a process that saves from `number` on after a while; returns the number of the last save it finished."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            save_until_killed(folder, stages, rules, number, writing)
        finally:
            os._exit(1)
    os.close(writing)
    time.sleep(life)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as told:
        finished = told.read()
    return int.from_bytes(finished[-4:], "big") if finished else number - 1


def check_kills(kills: int, folder: Path, stages: list[Match], scenario: Scenario) -> int:
    """Kills so many times; after each the newest whole save opens as it is. Returns how many saves had been begun."""
    chance, rules, number, unfinished = Random(kills), rules_text(scenario), 0, 0
    save_match(folder, "auto", stages[0], papers=Papers(game="0"), rules=rules)
    for _ in range(kills):
        finished = kill_while_saving(folder, stages, rules, number + 1, chance.uniform(0, LONGEST_LIFE))
        loaded = load_save(folder / "auto.utka")
        assert not loaded.warning
        assert int(loaded.papers.game) - max(finished, number) in (0, 1), "not the last save, nor the one being written"
        stage = stages[int(loaded.papers.game) % len(stages)]
        assert (loaded.snapshot, loaded.record) == (stage.snapshot(), stage.record())
        (entry,) = list_saves(folder)
        assert not entry.problem
        for backup in folder.glob("auto.utka.?"):
            assert not load_save(backup).warning
        unfinished += len(list(folder.glob(".*.part")))
        for part in folder.glob(".*.part"):
            part.unlink()
        number = int(loaded.papers.game)
    return unfinished


@posix
def test_the_last_whole_save_opens_after_a_kill(tmp_path: Path, stages: list[Match], utka: Scenario) -> None:
    check_kills(12, tmp_path, stages, utka)


@posix
@pytest.mark.soak
def test_two_thousand_kills(tmp_path: Path, stages: list[Match], utka: Scenario) -> None:
    unfinished = check_kills(2000, tmp_path, stages, utka)
    print(f"{unfinished} of 2000 kills fell into the writing of a file")
    assert unfinished > 50, "the kills missed the moments that matter"


def damaged(sound: bytes, chance: Random, number: int) -> bytes:
    """The bytes with one flipped, cut away or put in, or with the rest cut off."""
    at = chance.randrange(len(sound))
    match number % 4:
        case 0:
            return sound[:at] + bytes([sound[at] ^ 1 << chance.randrange(8)]) + sound[at + 1 :]
        case 1:
            return sound[:at] + sound[at + 1 :]
        case 2:
            return sound[:at] + bytes([chance.randrange(256)]) + sound[at:]
        case _:
            return sound[:at]


def check_damage(times: int, folder: Path, stages: list[Match], scenario: Scenario) -> tuple[int, int]:
    """Damages a save so many times, every other time with a backup beside it: how often it was refused, and rescued."""
    rules, chance, refused, rescued = rules_text(scenario), Random(times), 0, 0
    save_match(folder, "auto", stages[2], rules=rules)
    path = save_match(folder, "auto", stages[3], rules=rules)
    save_match(folder, "sound", stages[1], rules=rules)
    sound, backup = path.read_bytes(), (folder / "auto.utka.1").read_bytes()
    for number in range(times):
        path.write_bytes(damaged(sound, chance, number))
        (folder / "auto.utka.1").write_bytes(backup if number % 8 < 4 else damaged(backup, chance, number))
        try:
            loaded = load_save(path)
        except SaveError as wrong:
            refused += 1
            assert "\n" not in str(wrong) and len(str(wrong)) < 200
        else:
            rescued += 1
            assert "damaged" in loaded.warning or "not a saved game" in loaded.warning
            assert (loaded.snapshot, loaded.record) == (stages[2].snapshot(), stages[2].record())
        if number % 50 == 0:
            assert load_save(folder / "sound.utka").record == stages[1].record()
            good, bad = list_saves(folder)
            assert not good.problem and bad.problem
    return refused, rescued


def test_no_damage_is_taken_for_a_game(tmp_path: Path, stages: list[Match], utka: Scenario) -> None:
    assert check_damage(120, tmp_path, stages, utka) == (60, 60)


@pytest.mark.soak
def test_ten_thousand_damages(tmp_path: Path, stages: list[Match], utka: Scenario) -> None:
    assert check_damage(10_000, tmp_path, stages, utka) == (5000, 5000)


def test_no_damaged_letter_is_read(tmp_path: Path, utka: Scenario) -> None:
    path = write_letter(tmp_path, *write(invite(utka, Side.CIRCLE, 3, Allegiances.UNCERTAIN, "0123456789")))
    sound, chance = path.read_bytes(), Random(4)
    for number in range(200):
        path.write_bytes(damaged(sound, chance, number))
        with pytest.raises(LetterError) as told:
            read_letter(path)
        assert "\n" not in str(told.value)


INTEGERS = (-1, -9, 0, 99, 10**6, 10**20)
NAMES = ("", "nobody", "atlantis", "paris", "usa", "trotsky", "jacson", "active", "waiting")
Steps = tuple[str | int, ...]


def ways_in(value: object, way: Steps = ()) -> Iterator[Steps]:
    """The ways to everything that stands inside a value of JSON."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in inside:
        yield (*way, key)
        yield from ways_in(child, (*way, key))


def alike(way: Steps) -> Steps:
    """What ways to the same thing of several people, places and clues have in common, so that not all goes into long lists."""
    return tuple("*" if isinstance(step, int) or 1 < depth < len(way) - 1 else step for depth, step in enumerate(way))


def forge(words: Any, chance: Random) -> Steps:
    """Changes one thing anywhere in a value of JSON: a number, a name, a list, or whose record something is. Returns the way."""
    shapes: dict[Steps, list[Steps]] = {}
    for each in ways_in(words):
        shapes.setdefault(alike(each), []).append(each)
    way = chance.choice(shapes[chance.choice(list(shapes))])
    *outer, last = way
    for step in outer:
        words = words[step]
    old = words[last]
    match old:
        case bool():
            words[last] = not old
        case int():
            words[last] = chance.choice(INTEGERS)
        case str():
            words[last] = chance.choice(NAMES)
        case list():
            words[last] = chance.choice(([], ["nobody"], old[:-1], old * 2))
        case dict() if old and chance.random() < 0.5:
            old["nobody"] = old.pop(chance.choice(list(old)))
        case _:
            del words[last]
    return way


@pytest.fixture(scope="module")
def tables(utka: Scenario) -> list[Match]:
    """Games between random players and between planners, at their beginning and further on."""
    tables = []
    for player in ("random", "planner"):
        match = Match.new(utka, 8, seats=dict.fromkeys(Side, player))
        while match.turn < 8 and not match.is_over():
            if match.turn in (1, 4, 7):
                tables.append(match.fork())
            match.resolve()
    return tables


def refused_or_played(path: Path, header: bytes, body: dict[str, Any], scenario: Scenario) -> bool:
    """Whether a body under a true checksum is refused in a line; if not, two turns are played."""
    path.write_bytes(pack(Envelope(header, pack_body(json.dumps(body).encode()))))
    try:
        match = resume(scenario, load_save(path))
    except SaveError as wrong:
        assert "\n" not in str(wrong)
        return True
    for _ in range(2):
        if not match.is_over():
            match.resolve()
    return False


def check_forgeries(times: int, folder: Path, tables: list[Match], scenario: Scenario) -> tuple[int, int]:
    """Forges a state so many times: how often that was refused, and played."""
    chance, refused = Random(times), 0
    sealed = []
    for match in tables:
        envelope = read_envelope(save_match(folder, "a", match, backup=False))
        body = json.loads(unpack_body(envelope.body, SAVE_FORMAT))
        body["rules"] = ""  # not looked at, and long
        sealed.append((envelope.header, json.dumps(body)))
    for _ in range(times):
        header, text = chance.choice(sealed)
        body = json.loads(text)
        way = forge(body["snapshot"]["state"], chance)
        try:
            refused += refused_or_played(folder / "b.utka", header, body, scenario)
        except Exception as wrong:
            raise AssertionError(f"a save breaks the game that is forged at {way}") from wrong
    return refused, times - refused


def test_a_forged_state_under_a_true_checksum_is_refused_or_playable(tmp_path: Path, tables: list[Match], utka: Scenario) -> None:
    refused, played = check_forgeries(150, tmp_path, tables, utka)
    assert refused > 50 and played > 30


@pytest.mark.soak
def test_five_thousand_forged_states(tmp_path: Path, tables: list[Match], utka: Scenario) -> None:
    check_forgeries(5_000, tmp_path, tables, utka)


@pytest.mark.parametrize(
    ("way", "value"),
    [
        ("turn", 99),
        ("turn", 10**20),
        ("bodies hidalgo destination", "atlantis"),
        ("bodies hidalgo destination", "waiting"),
        ("bodies jacson access", 10**6),
        ("bodies jacson status", "in_transit"),
        ("center agents jacson id", "nobody"),
        ("center agents jacson id", "trotsky"),
        ("circle members natalia id", "nobody"),
        ("circle faces natalia", None),
    ],
)
def test_what_once_broke_a_game_is_refused(way: str, value: object, tmp_path: Path, tables: list[Match], utka: Scenario) -> None:
    envelope = read_envelope(save_match(tmp_path, "a", tables[0]))
    body = json.loads(unpack_body(envelope.body, SAVE_FORMAT))
    *outer, last = way.split()
    inner = body["snapshot"]["state"]
    for step in outer:
        inner = inner[step]
    assert last in inner
    if value is None:
        del inner[last]
    else:
        inner[last] = value
    assert refused_or_played(tmp_path / "b.utka", envelope.header, body, utka)


@pytest.mark.parametrize("saved", ["0001-01-01T00:00:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1939-08-01T00:00:00"])
def test_a_time_at_which_nothing_can_have_been_saved_hides_no_other_save(saved: str, tmp_path: Path, stages: list[Match]) -> None:
    save_match(tmp_path, "sound", stages[0])
    path = save_match(tmp_path, "forged", stages[1])
    envelope = read_envelope(path)
    header = json.dumps(json.loads(envelope.header) | {"saved": saved}).encode()
    path.write_bytes(pack(Envelope(header, envelope.body)))
    sound, forged = list_saves(tmp_path)
    assert not sound.problem and f"saved in the year {int(saved[:4])}" in forged.problem
    assert newest_unfinished(tmp_path) is not None


def test_a_time_without_a_zone_is_taken_for_what_all_are(tmp_path: Path, stages: list[Match]) -> None:
    path = save_match(tmp_path, "a", stages[0])
    envelope = read_envelope(path)
    header = json.dumps(json.loads(envelope.header) | {"saved": "1970-01-01T00:00:00"}).encode()
    path.write_bytes(pack(Envelope(header, envelope.body)))
    (entry,) = list_saves(tmp_path)
    assert entry.header is not None and entry.header.saved == datetime(1970, 1, 1, tzinfo=UTC)


def told_or_refused(path: Path, words: object, scenario: Scenario) -> bool:
    """Whether a record is refused in a line; if not, its story is told."""
    path.write_text(json.dumps(words), encoding="utf-8")
    try:
        read = read_record(path)
    except RecordError as wrong:
        assert "\n" not in str(wrong)
        return True
    assert story_of(read, scenario).chapters
    return False


def check_forged_records(times: int, folder: Path, match: Match, scenario: Scenario) -> int:
    """Forges a record so many times; how often that was refused."""
    chance, refused = Random(times), 0
    text = encode(match.record()).decode()
    for _ in range(times):
        words = json.loads(text)
        way = forge(words, chance)
        try:
            refused += told_or_refused(folder / "b.json", words, scenario)
        except Exception as wrong:
            raise AssertionError(f"a record breaks the telling that is forged at {way}") from wrong
    return refused


def test_a_forged_record_is_refused_or_told(tmp_path: Path, stages: list[Match], utka: Scenario) -> None:
    assert 0 < check_forged_records(40, tmp_path, stages[-1], utka) < 40


@pytest.mark.soak
def test_three_thousand_forged_records(tmp_path: Path, stages: list[Match], utka: Scenario) -> None:
    check_forged_records(3000, tmp_path, stages[-1], utka)


@pytest.mark.parametrize(("kind", "key", "value"), [("news", "turn", 99_999), ("told", "turn", -1), ("told", "number", 10**9)])
def test_a_record_tells_of_no_day_beyond_the_calendar(
    kind: str, key: str, value: int, tmp_path: Path, stages: list[Match], utka: Scenario
) -> None:
    words = json.loads(encode(stages[-1].record()))
    events = [event for turn in words["turns"] for event in turn["events"]]
    event = next(event for event in events if kind == "news" or event["kind"] == kind)
    event[key] = value
    assert told_or_refused(tmp_path / "a.json", words, utka)
    save = read_envelope(save_match(tmp_path, "a", stages[-1]))
    body = json.loads(unpack_body(save.body, SAVE_FORMAT)) | {"record": words}
    assert refused_or_played(tmp_path / "b.utka", save.header, body, utka)
