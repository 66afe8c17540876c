"""A mod brings sounds along: its book is laid on the game's, and what is wrong with it is told and leaves the rest as it was."""

import json
from pathlib import Path
from shutil import copy

import pytest
from jsonschema import Draft202012Validator

from game.cli.app import run
from game.match import Match
from game.resources import assets_folder, content_folder
from game.rules.definitions import Scenario
from game.rules.nouns import Side
from game.scenario import Packs, find_packs
from game.scenario import packs as packs_module
from game.scenario.nodes import bare
from game.scenario.reader import read_file, read_text
from game.ui.moments import order_moment, telegram_moment
from game.ui.office import Office
from game.ui.presenters.month import month_of
from game.ui.settings import Settings
from game.ui.sound.board import Soundboard
from game.ui.sound.book import read_book
from game.ui.sound.device import Device
from game.ui.words import Words

SOUNDS = assets_folder() / "sounds"
BELL = "cues: {telegram.arrested: {volume: 0.5, files: [bell.wav], caption: A bell}}\n"


@pytest.fixture
def mod(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(packs_module, "mods_folder", lambda: tmp_path / "mods")
    mod = tmp_path / "mods" / "mine"
    (mod / "sounds").mkdir(parents=True)
    (mod / "mod.yaml").write_text("id: mine\ntitle: Mine\n", encoding="utf-8")
    copy(SOUNDS / "toll.wav", mod / "sounds" / "bell.wav")
    (mod / "sounds" / "sounds.yaml").write_text(BELL, encoding="utf-8")
    return mod


def packs_with(mod: Path) -> Packs:
    return find_packs(content_folder(), mod.parent)


def test_a_mods_sound_is_heard_at_its_moment_and_the_others_are_the_games(mod: Path) -> None:
    reading = read_book(SOUNDS, packs_with(mod))
    cue, own = reading.book.cue("telegram.arrested"), read_book(SOUNDS).book
    assert cue is not None and not reading.findings
    assert (cue.files, cue.volume, cue.caption) == ((str(mod / "sounds" / "bell.wav"),), 0.5, "A bell")
    assert cue.bus == own.cues["telegram.arrested"].bus, "what the mod does not say stays as it was"
    assert reading.book.rooms == own.rooms and reading.book.cue("sealed") == own.cue("sealed")
    device = Device(SOUNDS)
    assert device.open()
    device.play([cue])
    assert device.busy
    device.close()


def test_a_file_of_the_games_name_takes_its_place_and_null_takes_a_moment_out(mod: Path) -> None:
    copy(SOUNDS / "toll.wav", mod / "sounds" / "seal.wav")
    (mod / "sounds" / "sounds.yaml").write_text("cues: {telegram.arrested: null}\n", encoding="utf-8")
    book = read_book(SOUNDS, packs_with(mod)).book
    assert book.cues["sealed"].files == (str(mod / "sounds" / "seal.wav"),)
    assert book.cue("telegram.arrested") == book.cue("telegram")


def test_of_two_mods_the_later_is_heard_and_a_faulty_one_does_not_silence_the_other(mod: Path) -> None:
    later = mod.parent / "yours"
    (later / "sounds").mkdir(parents=True)
    (later / "mod.yaml").write_text("id: yours\ntitle: Yours\n", encoding="utf-8")
    book = later / "sounds" / "sounds.yaml"
    book.write_text("cues: {telegram.arrested: {files: [toll.wav]}}\n", encoding="utf-8")
    cue = read_book(SOUNDS, packs_with(mod)).book.cues["telegram.arrested"]
    assert (cue.files, cue.caption) == (("toll.wav",), "A bell")
    book.write_text("cues: {telegram.arrested: {files: [tol.wav]}}\n", encoding="utf-8")
    reading = read_book(SOUNDS, packs_with(mod))
    assert reading.book.cues["telegram.arrested"].files == (str(mod / "sounds" / "bell.wav"),)
    assert [finding.file for finding in reading.findings] == [str(book)]


def test_the_board_says_what_is_wrong_and_plays_on(mod: Path) -> None:
    (mod / "sounds" / "sounds.yaml").write_text("cues: {sealed: {volume: 3}}\n", encoding="utf-8")
    board = Soundboard(SOUNDS, Settings(captions=True), lambda: packs_with(mod))
    board.hear(("page",), 0)
    said = board.caption(0)
    assert said is not None and "expected 0 to 1" in said.words
    board.hear(("sealed",), 10)
    said = board.caption(10)
    assert said is not None and said.words == "The seal comes down"


@pytest.mark.parametrize(
    ("name", "content", "book", "line", "said"),
    [
        ("", b"", "cues: {telegram.arested: {files: [bell.wav]}}\n", 1, "did you mean 'telegram.arrested'?"),
        ("", b"", "rooms:\n  dsk: {bus: city, volume: 1, file: bell.wav}\n", 2, "no scene 'dsk'"),
        ("", b"", "cues:\n  sealed: {files: [bel.wav]}\n", 2, "did you mean 'bell.wav'?"),
        ("", b"", "cues:\n  sealed: {files: [../../../../secret.wav]}\n", 2, "WAV or Ogg files in the folder of this book"),
        ("", b"", "cuse: {}\n", 1, "did you mean 'cues'?"),
        ("harp.wav", b"ID3", BELL, 1, "it is no WAV"),
        ("harp.wav", b"RIFF1234AVI ", BELL, 1, "it is no WAV"),
        ("harp.ogg", b"RIFF1234WAVE", BELL, 1, "it is no Ogg"),
        ("harp.wav", b"RIFF1234WAVE" + bytes(2_000_000), BELL, 1, "more than 2000000"),
        ("sound.yaml", b"cues: {}", BELL, 1, "the book is called sounds.yaml"),
        ("harp.mp3", b"ID3", BELL, 1, "sounds are WAV or Ogg"),
        ("harp.ogg", b"OggS", BELL, 1, "no moment and no scene"),
    ],
)
def test_what_is_wrong_with_sounds_is_told_where_it_stands(
    name: str, content: bytes, book: str, line: int, said: str, mod: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (mod / "sounds" / "sounds.yaml").write_text(book, encoding="utf-8")
    if name:
        (mod / "sounds" / name).write_bytes(content)
    for path in ("mine", str(mod), str(mod / "sounds"), str(mod / "sounds" / "sounds.yaml")):
        assert run(["check", "--strict", path]) == 1
        printed = capsys.readouterr().out
        assert said in printed and f"{name or 'sounds.yaml'}:{line}:" in printed, path


ONE = """cues:
  order.given.publish: {bus: paper, volume: 0.5, files: [bell.wav]}
  telegram.told.serial: {bus: city, volume: 1, files: [bell.wav]}
"""


def test_one_order_and_one_event_can_sound_otherwise(mod: Path) -> None:
    (mod / "sounds" / "sounds.yaml").write_text(ONE, encoding="utf-8")
    book = read_book(SOUNDS, packs_with(mod)).book
    for moment in (order_moment("publish"), telegram_moment("told", "serial")):
        cue = book.cue(moment)
        assert cue is not None and cue.files == (str(mod / "sounds" / "bell.wav"),)
    assert book.cue(order_moment("smear")) == book.cue("order.given")
    assert book.cue(telegram_moment("told", "pact")) == book.cue("telegram")
    assert book.cue(telegram_moment("arrested", "publish")) == book.cue("telegram.arrested"), "the wider one, as it is named"


def test_a_telegram_says_which_order_or_event_it_is_about(utka: Scenario) -> None:
    match = Match.new(utka, 3, seats=dict.fromkeys(Side, "planner"))
    said: dict[str, set[str]] = {"succeeded": set(), "told": set()}
    while not match.is_over():
        match.resolve()
        for side in Side:
            month = month_of(match.view(side), match.telegrams(side.audience), match.turn - 1, Words())
            for telegram in month.telegrams:
                said.setdefault(telegram.about, set()).add(telegram.operation)
    assert said["succeeded"] and said["succeeded"] <= utka.catalogue.operations.keys()
    assert said["told"] & utka.setup.events.keys()


@pytest.mark.parametrize(
    ("cue", "said"),
    [
        ("order.given.publsh", "no file has an order, an event or a task 'publsh' (did you mean 'publish'?)"),
        ("telegram.failed.bribe", "no file has an order, an event or a task 'bribe'"),
        ("telegram.faled.publish", "no moment 'telegram.faled.publish'"),
        ("order.aimed.publish", "no moment 'order.aimed.publish'"),
    ],
)
def test_a_moment_of_what_there_is_not_is_told(cue: str, said: str, mod: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = f"cues:\n  {cue}: {{bus: paper, volume: 0.5, files: [bell.wav]}}\n"
    (mod / "sounds" / "sounds.yaml").write_text(book, encoding="utf-8")
    assert run(["check", "--strict", "mine"]) == 1
    printed = capsys.readouterr().out
    assert said in printed and "sounds.yaml:2:3: " in printed


def test_a_mods_own_order_and_task_may_have_a_sound(mod: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (mod / "rules").mkdir()
    (mod / "rules" / "mine.yaml").write_text(
        "operations: {bribe: {cost: 2}}\naims: [{id: quay, by: 1940-01-01}]\n", encoding="utf-8"
    )
    sound = "{bus: paper, volume: 0.5, files: [bell.wav]}"
    book = f"cues: {{order.given.bribe: {sound}, telegram.task_met.quay: {sound}}}\n"
    (mod / "sounds" / "sounds.yaml").write_text(book, encoding="utf-8")
    run(["check", "--strict", "mine"])
    assert "sounds.yaml" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("kind", "text", "fits"),
    [
        ("sounds", BELL, True),
        ("sounds", ONE, True),
        ("sounds", "cues: {telegram.arrested: null}", True),
        ("sounds", "cues: {telegram.arested: {files: [bell.wav]}}", False),
        ("sounds", "cues: {order.aimed.publish: {files: [bell.wav]}}", False),
        ("sounds", "cues: {sealed: {bus: drum}}", False),
        ("sounds", "rooms: {dsk: {file: bell.wav}}", False),
        ("colours", 'ink: "#102030"', True),
        ("colours", "ink: #102030", False),
        ("colours", 'inks: "#102030"', False),
        ("colours", 'portrait.bg_center: ["#102030", "#102030"]', True),
        ("colours", 'portrait.bg_center: "#102030"', False),
    ],
)
def test_books_of_sounds_and_of_colours_have_a_schema(
    kind: str, text: str, fits: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["schema", "--kind", kind]) == 0
    written = json.loads(capsys.readouterr().out)
    Draft202012Validator.check_schema(written)
    assert Draft202012Validator(written).is_valid(bare(read_text(text, "f").tree)) is fits


@pytest.mark.parametrize("kind", ["scenario", "rules", "archive", "sounds"])
def test_the_schemas_that_the_games_files_name_are_those_of_today(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "--kind", kind]) == 0
    assert (content_folder() / "schema" / f"{kind}.json").read_text(encoding="utf-8") == capsys.readouterr().out


def test_the_games_own_book_fits_its_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "--kind", "sounds"]) == 0
    Draft202012Validator(json.loads(capsys.readouterr().out)).validate(bare(read_file(SOUNDS / "sounds.yaml", "f").tree))


def test_sounds_in_order_give_nothing_to_say(mod: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in ("mine", str(mod), str(mod / "sounds" / "sounds.yaml")):
        assert run(["check", "--strict", path]) == 0, capsys.readouterr().out


def test_a_working_copy_that_is_opened_is_heard(tmp_path: Path, mod: Path) -> None:
    office = Office(saves=tmp_path / "saves", cache=tmp_path / "cache", progress=tmp_path / "progress.json")
    assert "mine" in {pack.id for pack in office.heard.packs}
    office.bring_along(find_packs(content_folder(), tmp_path / "nowhere"))
    assert [pack.id for pack in office.heard.packs] == ["shipped"]
