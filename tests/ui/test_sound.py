"""The sounds themselves, the book that names them, and the board and device that play them, on SDL's dummy loudspeakers."""

import os
import shutil
import subprocess
import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pygame
import pytest
from pygame.mixer import Channel, Sound

from game.resources import assets_folder
from game.rules.events import EventKind
from game.scenario.findings import ScenarioError
from game.ui.moments import Moment, Scene, telegram_moment
from game.ui.settings import Settings
from game.ui.sound.board import CAPTION_MS, Soundboard, levels
from game.ui.sound.book import FILE, files_of, moments, read_book, scenes
from game.ui.sound.cues import Bus, Room, SoundBook
from game.ui.sound.device import Device

SOUNDS = assets_folder() / "sounds"
BUILD = Path(__file__).parents[2] / "assets" / "build"
FULL = 32_767
REST_MS, FADE_MS = 10_000, 3_000


@pytest.fixture(scope="module")
def book() -> SoundBook:
    return read_book(SOUNDS).book


@pytest.fixture
def board(book: SoundBook) -> Iterator[Soundboard]:
    assert (book.timing.rest_after * 1000, book.timing.rest_fade * 1000) == (REST_MS, FADE_MS)
    made = Soundboard(SOUNDS, Settings())
    yield made
    pygame.mixer.quit()


@pytest.fixture
def opened() -> Iterator[Device]:
    device = Device(SOUNDS)
    assert device.open()
    yield device
    device.close()


def waves(file: str) -> Sequence[int]:
    return array("h", Sound(str(SOUNDS / file)).get_raw())


def is_open() -> bool:
    return pygame.mixer.get_init() is not None


def heard_now() -> list[float]:
    """The volumes of what is being heard."""
    sounds = [Channel(index).get_sound() for index in range(pygame.mixer.get_num_channels())]
    return [sound.get_volume() for sound in sounds if sound is not None]


# The book


def test_every_moment_and_every_scene_has_its_sound(book: SoundBook) -> None:
    assert not [moment for moment in Moment if book.cue(moment) is None]
    assert not [kind for kind in EventKind if book.cue(telegram_moment(kind)) is None]
    assert [scene for scene in Scene if book.room(scene) is None] == [Scene.COVERED]
    assert {Bus(bus) for bus in book.samples} == set(Bus) - {Bus.CITY}


def test_a_moment_without_a_sound_of_its_own_has_that_of_the_wider_one(book: SoundBook) -> None:
    assert book.cue("telegram.struck") is not book.cue("telegram")
    assert book.cue("telegram.told") is book.cue("telegram") is not None
    assert book.cue("nothing.of.the.kind") is None


def test_what_is_heard_of_great_moments_is_also_said(book: SoundBook) -> None:
    small = {"press", "letter", "card", "folder", "page", "sheet.laid", "sheet.taken", "order.aimed", "month"}
    assert {name for name, cue in book.cues.items() if not cue.caption} == small


@pytest.mark.parametrize(
    ("before", "after", "code", "hint"),
    (
        ("  press: {bus: paper,", "  pres: {bus: paper,", "unknown-name", "press"),
        ("  month: {bus: city, volume: 0.4, file:", "  mnth: {bus: city, volume: 0.4, file:", "unknown-name", "month"),
        ("bus: paper, volume: 0.22", "bus: papr, volume: 0.22", "unknown-name", "paper"),
        ("volume: 0.22", "volume: 2.2", "out-of-range", ""),
        ("seal.wav", "seel.wav", "no-file", ""),
        ("music: done}", "music: dome}", "unknown-name", "done"),
        ("files: [knock.wav]", "files: []", "empty", ""),
    ),
)
def test_a_slip_in_the_book_is_found(tmp_path: Path, before: str, after: str, code: str, hint: str) -> None:
    folder = tmp_path / "sounds"
    shutil.copytree(SOUNDS, folder)
    text = (folder / FILE).read_text(encoding="utf-8")
    assert before in text
    (folder / FILE).write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(ScenarioError) as error:
        read_book(folder)
    (finding,) = error.value.findings
    assert finding.code == code and finding.line > 1 and hint in finding.hint


def test_names_in_the_book_are_the_games_own() -> None:
    assert set(Moment) < moments() and telegram_moment(EventKind.STRUCK) in moments()
    assert set(Scene) < scenes() and "telegram.strucked" not in moments()


# The files


def test_every_file_is_used_and_all_together_are_small(book: SoundBook) -> None:
    present = {path.name for path in SOUNDS.iterdir()} - {FILE}
    unused = {file for file in present if file not in files_of(book)}
    assert not unused
    assert sum(path.stat().st_size for path in SOUNDS.iterdir()) < 2_500_000


def test_no_sound_is_too_loud_too_long_or_cut_off(opened: Device, book: SoundBook) -> None:
    rooms = {room.file for room in book.rooms.values()}
    for file in sorted(files_of(book) - rooms):
        wave = waves(file)
        peak = max(map(abs, wave))
        assert FULL * 0.3 < peak < FULL * 0.9, file
        assert 0.03 < len(wave) / 22_050 < 6.5, file
        assert max(map(abs, wave[-20:])) < peak * 0.02, f"{file} breaks off"


def test_rooms_are_quiet_and_close_without_a_click(opened: Device, book: SoundBook) -> None:
    for room in book.rooms.values():
        wave = waves(room.file)
        assert 12 <= len(wave) / 22_050 <= 30
        assert max(map(abs, wave)) < FULL * 0.35
        loudness = (sum(value * value for value in wave) / len(wave)) ** 0.5
        assert FULL * 0.02 < loudness < FULL * 0.08
        steps = sorted(abs(second - first) for first, second in pairwise(wave))
        assert abs(wave[0] - wave[-1]) <= steps[len(steps) * 999 // 1000], f"{room.file} clicks where it closes"


def test_the_script_makes_the_sounds_that_are_there(tmp_path: Path, opened: Device, book: SoundBook) -> None:
    """Another machine may round the last bit otherwise, so the waves are compared and not the bytes."""
    told = subprocess.run(
        [sys.executable, str(BUILD / "sounds.py"), str(tmp_path), "--only", "knock"], check=True, capture_output=True, text=True
    )
    assert "knock" in told.stdout
    made = array("h", Sound(str(tmp_path / "knock.wav")).get_raw())
    there = waves("knock.wav")
    assert len(made) == len(there)
    assert max(abs(first - second) for first, second in zip(made, there, strict=True)) < FULL * 0.01


# The device


def test_no_two_in_a_row_are_the_same(opened: Device, book: SoundBook) -> None:
    cue = book.cue(Moment.PRESS)
    assert cue is not None
    for _ in range(3):
        opened.play((cue,))
    playing = [Channel(index).get_sound() for index in (2, 3, 4)]
    assert len({id(sound) for sound in playing}) == 3 and None not in playing


def test_a_second_cue_waits_for_the_first(opened: Device, book: SoundBook) -> None:
    cues = [cue for cue in (book.cue(Moment.MONTH), book.cue(Moment.TELEGRAM)) if cue is not None]
    opened.play(cues)
    assert Channel(2).get_busy() and Channel(2).get_queue() is not None and not Channel(3).get_busy()


def test_of_long_sounds_only_the_newest_is_heard(opened: Device, book: SoundBook) -> None:
    """Who turns the telegrams quickly does not hear them all at once; a rustle disturbs nothing."""
    month, telegram, rustle = (book.cue(name) for name in (Moment.MONTH, Moment.TELEGRAM, Moment.CARD))
    assert month and telegram and rustle
    opened.play((month, telegram))
    opened.play((rustle,))
    assert Channel(2).get_busy() and Channel(2).get_queue() is not None
    opened.play((telegram,))
    assert not Channel(2).get_busy(), "what it would have been followed by does not come any more"
    opened.play((telegram,))
    assert Channel(2).get_busy()
    for _ in range(400):
        if not Channel(4).get_busy():
            break
        pygame.time.wait(25)
    assert not Channel(4).get_busy()


def test_more_than_four_at_once_is_nothing_worse_than_unheard(opened: Device, book: SoundBook) -> None:
    cue = book.cue(Moment.ORDERED)
    assert cue is not None
    for _ in range(9):
        opened.play((cue,))
    assert opened.busy


def test_a_file_that_is_gone_or_broken_is_silence(tmp_path: Path) -> None:
    (tmp_path / "broken.wav").write_bytes(b"RIFF....")
    device = Device(tmp_path)
    assert device.open()
    for file in ("broken.wav", "gone.wav"):
        device.enter(Room(bus=Bus.CITY, volume=1.0, file=file), 1.0)
    assert not any(Channel(index).get_busy() for index in range(6))
    device.close()


# The board


def test_nothing_opens_before_the_start_or_when_the_player_wants_silence(board: Soundboard) -> None:
    board.enter(Scene.TITLE)
    board.hear((Moment.PRESS,), 10)
    board.touch(20)
    assert not is_open() and board.due is None
    for silent in (Settings(muted=True), Settings(volume=0)):
        other = Soundboard(SOUNDS, silent)
        other.start(0)
        other.hear((Moment.PRESS,), 10)
        assert not is_open()


def test_a_machine_without_loudspeakers_is_no_mistake(board: Soundboard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "SDL_AUDIODRIVER", "no such driver")
    board.enter(Scene.TITLE)
    board.start(0)
    board.hear((Moment.PRESS, Moment.SEALED), 10)
    board.apply(Settings(volume=100), 20)
    board.leave(30)
    board.touch(40)
    board.pass_time(60_000)
    assert not is_open() and board.due is None
    board.close()


def test_a_pygame_without_a_mixer_is_no_mistake(board: Soundboard, monkeypatch: pytest.MonkeyPatch) -> None:
    class Missing:
        def __getattr__(self, name: str) -> object:
            raise NotImplementedError(f"mixer module not available: {name}")

    monkeypatch.setattr(pygame, "mixer", Missing())
    board.enter(Scene.TITLE)
    board.start(0)
    board.hear((Moment.PRESS,), 10)
    board.close()
    assert board.due is None
    monkeypatch.undo()


def test_rooms_go_with_the_scenes(board: Soundboard) -> None:
    board.enter(Scene.TITLE)
    board.start(0)
    title = Channel(1).get_sound()
    assert title is not None
    board.enter(Scene.CENTER)
    assert Channel(0).get_busy() and Channel(0).get_sound() is not title
    board.enter(Scene.CENTER)
    board.enter(Scene.CIRCLE)
    assert Channel(1).get_busy()


def test_volumes_are_in_force_at_once(board: Soundboard, book: SoundBook) -> None:
    board.enter(Scene.TITLE)
    board.start(0)
    board.hear((Moment.VERDICT,), 0)
    room, cue = book.room(Scene.TITLE), book.cue(Moment.VERDICT)
    assert room is not None and cue is not None
    settings = Settings(volume=50, volume_city=100, volume_music=20)
    board.apply(settings, 100)
    assert sorted(heard_now()) == pytest.approx(sorted((room.volume * 0.5, cue.volume * 0.5 * 0.2)), abs=1 / 128)
    board.apply(replace(settings, volume_city=0), 200)
    assert min(heard_now()) == 0
    board.apply(replace(settings, muted=True), 300)
    assert not is_open()
    board.apply(settings, 400)
    assert is_open() and heard_now()


def test_a_volume_is_heard_as_it_is_set(board: Soundboard) -> None:
    board.start(0)
    assert not heard_now()
    board.apply(Settings(volume_typing=90), 100)
    assert heard_now() == pytest.approx([0.55 * 0.8 * 0.9], abs=1 / 128)


def test_levels_are_shares_of_the_whole() -> None:
    assert levels(Settings(volume=50, volume_typing=50, volume_paper=0))[Bus.TYPING] == 0.25
    assert set(levels(Settings(muted=True)).values()) == {0.0}


def test_after_a_rest_all_falls_silent_and_the_loudspeakers_are_given_back(board: Soundboard) -> None:
    board.enter(Scene.TITLE)
    board.start(1000)
    assert board.due == 1000 + REST_MS
    board.touch(9000)
    board.pass_time(1000 + REST_MS)
    assert board.due == 9000 + REST_MS, "the player was there in the meantime"
    board.pass_time(9000 + REST_MS)
    assert is_open()
    assert board.due is not None and board.due >= 9000 + REST_MS + FADE_MS
    board.pass_time(board.due)
    assert not is_open() and board.due is None
    board.touch(60_000)
    assert is_open() and heard_now()


def test_a_cue_is_heard_to_its_end(board: Soundboard) -> None:
    board.start(0)
    board.hear((Moment.VERDICT,), 0)
    board.pass_time(REST_MS)
    assert board.due is not None
    before = board.due
    board.pass_time(before)
    assert is_open() and board.due is not None and board.due > before, "it is still to be heard"


def test_another_window_brings_silence(board: Soundboard) -> None:
    board.enter(Scene.MONTH)
    board.start(0)
    board.leave(500)
    assert board.due is not None
    board.pass_time(board.due)
    assert not is_open()
    board.hear((Moment.TELEGRAM,), 9000)
    assert not is_open(), "the month goes on unheard"
    board.touch(9500)
    assert is_open()


def test_captions_say_what_is_heard_even_where_nothing_is(board: Soundboard) -> None:
    board.hear((Moment.SEALED,), 0)
    assert board.caption(1) is None, "not asked for"
    board.apply(Settings(captions=True, muted=True), 0)
    board.hear((Moment.SEALED,), 0)
    board.hear((Moment.PRESS,), 10)
    caption = board.caption(20)
    assert caption is not None and caption.words == "The seal comes down"
    assert board.caption(CAPTION_MS) is None


def test_a_faulty_book_is_said_and_the_game_goes_on(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("cues: {press: {bus: paper, volume: 0.5, files: [gone.wav]}}\n", encoding="utf-8")
    board = Soundboard(tmp_path, Settings())
    board.enter(Scene.TITLE)
    board.start(0)
    board.hear((Moment.PRESS,), 10)
    caption = board.caption(10)
    assert caption is not None and "gone.wav" in caption.words and "\n" not in caption.words
    board.close()
    assert not is_open()
