"""Saves under violence: the game is killed while it saves, and bytes of the file are flipped, cut away and put in. The last
whole save always opens, and nothing damaged is ever taken for a game."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from game.match import Match, SaveError, list_saves, load_save, resume, save_match
from game.match.letters import LetterError, read_letter, write_letter
from game.match.mail import invite, write
from game.match.papers import Papers
from game.match.saves import rules_text
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


def forgeries(match: Match, chance: Random) -> Iterator[Match]:
    """The game with one number of its state pushed somewhere it never is."""
    for _ in range(25):
        other = match.fork()
        state = other.snapshot().state
        body = chance.choice(list(state.bodies))
        state.bodies[body] = replace(
            state.bodies[body], place=chance.choice(("", "atlantis", "paris")), arrives=chance.randrange(-9, 99)
        )
        yield other


def test_a_forged_state_under_a_true_checksum_is_refused_or_playable(tmp_path: Path, stages: list[Match], utka: Scenario) -> None:
    chance = Random(9)
    for match in forgeries(resume(utka, load_save(save_match(tmp_path, "a", stages[2]))), chance):
        try:
            again = resume(utka, load_save(save_match(tmp_path, "b", match)))
        except SaveError as wrong:
            assert "\n" not in str(wrong)
        else:
            again.resolve()
