"""A mod brings a language for the interface: what its file says, what is wrong with it, and what a translator is told."""

from datetime import date
from pathlib import Path

import pytest

from game.cli.app import run
from game.language import Counting, Dates, Language, Words
from game.scenario import Packs, find_packs
from game.scenario import packs as packs_module
from game.scenario.languages import languages_in, tongue_of
from tests.scenario.conftest import Write

MONTHS = "[Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember]"
GERMAN = f"""name: Deutsch
wording:
  "Settings": Einstellungen
  "Turn {{turn}} of {{turns}}": Runde {{turn}} von {{turns}}
plurals:
  "Search {{count}} entries": ["{{count}} Eintrag durchsuchen", "{{count}} Einträge durchsuchen"]
dates: {{months: {MONTHS}, day: "{{day}}. {{month}}"}}
"""


@pytest.fixture
def found(mods: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs_module, "mods_folder", lambda: mods)


def spoken(code: str, packs: Packs) -> Words:
    return Words(code, tongue_of(code, packs).language)


def test_messages_plurals_and_dates_are_said_in_the_language_and_the_rest_in_english(write: Write, packs: Packs) -> None:
    write("languages/de.yaml", GERMAN)
    _ = spoken("de", packs)
    assert _("Settings") == "Einstellungen" and _("Turn {turn} of {turns}", turn=3, turns=9) == "Runde 3 von 9"
    assert _("Language") == "Language"
    assert [_.plural("Search {count} entry", "Search {count} entries", count) for count in (1, 2)] == [
        "1 Eintrag durchsuchen",
        "2 Einträge durchsuchen",
    ]
    assert _.plural("{count} month", "{count} months", 2) == "2 months"
    day = date(1939, 5, 7)
    assert (_.dated(day, "%B %Y"), _.dated(day, "%B %Y", with_day=True), _.dated(day, "%b")) == ("Mai 1939", "7. Mai 1939", "May")
    assert _.within({"Settings": "Knobs"})("Settings") == "Knobs", "a scenario's own wording goes before"


def test_the_name_of_a_month_is_said_to_the_letter() -> None:
    months = ("%b", *(f"{number} %" for number in range(2, 13)))
    _ = Words("xx", Language(name="X", dates=Dates(months=months, short=("s",) * 12)))
    assert _.dated(date(1939, 1, 7), "%B %Y") == "%b 1939" and _.dated(date(1939, 2, 7), "%b %B, %H:%M") == "s 2 %, 00:00"


@pytest.mark.parametrize(
    ("counting", "forms"),
    [
        ("one", {0: 1, 1: 0, 2: 1, 21: 1}),
        ("zero_one", {0: 0, 1: 0, 2: 1}),
        ("slavic", {0: 2, 1: 0, 2: 1, 5: 2, 11: 2, 12: 2, 21: 0, 22: 1, 112: 2}),
        ("polish", {1: 0, 2: 1, 5: 2, 12: 2, 21: 2, 22: 1}),
        ("czech", {1: 0, 4: 1, 5: 2, 22: 2}),
        ("none", {1: 0, 7: 0}),
    ],
)
def test_numbers_take_the_form_that_their_language_has_for_them(counting: str, forms: dict[int, int]) -> None:
    _ = Words("xx", Language(name="X", counting=Counting(counting), plurals={"many": ("a", "b", "c")}))
    assert {count: "abc".index(_.plural("one", "many", count)) for count in forms} == forms


def test_the_files_of_two_mods_are_laid_on_one_another(write: Write, mods: Path) -> None:
    write("languages/de.yaml", GERMAN)
    write("../more/mod.yaml", "id: more\ntitle: More\n")
    write("../more/languages/de.yaml", 'wording: {"Language": Sprache}\n')
    _ = spoken("de", find_packs(mods=mods))
    assert (_("Language"), _("Settings")) == ("Sprache", "Einstellungen")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('wording: {"Settings": S}', "'name' is missing"),
        ('name: X\nwording: {"Turn {turn} of {turns}": "{trun}"}', "the message has no blank '{trun}' (did you mean 'turn'?"),
        ('name: X\nwording: {"Turn {turn} of {turns}": "{turn:q}"}', "the blank '{turn}' holds more than its name"),
        ('name: X\nwording: {"Turn {turn} of {turns}": "{turn"}', "a brace is opened or closed alone"),
        ('name: X\ncounting: slavic\nplurals: {"{count} months": ["{count} a", b]}', "found 2 forms, expected 3"),
        ("name: X\ndates: {months: [a, b]}", "found 2 months, expected 12"),
        ('name: X\ndates: {day: "{daz} {month}"}', "the message has no blank '{daz}' (did you mean 'day'?"),
        ("name: X\nwordings: {}", "unknown key 'wordings' (did you mean 'wording'?"),
        ("name: [", "this is not YAML"),
    ],
)
def test_a_faulty_language_is_told_of_and_cannot_be_chosen(
    text: str, told: str, write: Write, packs: Packs, found: None, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write("languages/de.yaml", text)
    assert languages_in(packs) == {}
    for pointed_at in ("mine", str(path), str(path.parent)):
        assert run(["check", pointed_at]) == 1
        assert told in capsys.readouterr().out


def test_words_that_are_never_said_and_files_that_are_never_read_are_told(
    write: Write, packs: Packs, found: None, capsys: pytest.CaptureFixture[str]
) -> None:
    write("languages/de.yaml", 'name: D\nwording: {"Setings": S, "A dull knock": Es klopft}\nplurals: {"Settings": [a, b]}\n')
    for name in ("en.yaml", "German.yaml", "fr.yml"):
        write(f"languages/{name}", "name: D\n")
    assert run(["check", "mine"]) == 0 and languages_in(packs).keys() == {"de"}
    out = capsys.readouterr().out
    assert "the interface has no message 'Setings' (did you mean 'Settings'?)" in out
    assert "the interface has no message that counts 'Settings'" in out
    assert "A dull knock" not in out, "a caption is said, though it stands in the book of sounds and not in the code"
    assert out.count("this file is never read") == 3


def test_a_translator_is_told_what_is_missing(write: Write, found: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["wordings", "--missing", "de"]) == 2
    assert "no language is called de" in capsys.readouterr().err
    write("languages/de.yaml", GERMAN)
    assert run(["wordings", "--missing", "de", "--yaml"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert '  "Language":' in lines and '  "A dull knock":' in lines and '  "Settings":' not in lines
    assert '  "Search {count} entry":' not in lines and '  "Search {count} entries":' not in lines
    assert run(["wordings", "--missing", "de", "settings"]) == 2


def test_a_language_that_has_words_for_everything_is_no_failure(
    write: Write, found: None, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is printed to be filled in, filled in, leaves nothing to be done."""
    write("languages/de.yaml", "name: Deutsch\n")
    assert run(["wordings", "--missing", "de", "--yaml"]) == 0
    lines = capsys.readouterr().out.splitlines()
    write("languages/de.yaml", "name: Deutsch\nwording:\n" + "".join(f"{line} so\n" for line in lines))
    assert run(["check", "--strict", "mine"]) == 0, capsys.readouterr().out
    capsys.readouterr()
    assert run(["wordings", "--missing", "de", "--yaml"]) == 0
    told = capsys.readouterr()
    assert told.out == "" and "Deutsch has words for every message" in told.err


def test_a_language_is_no_part_of_a_scenario(write: Write, found: None, capsys: pytest.CaptureFixture[str]) -> None:
    write("languages/de.yaml", GERMAN)
    assert run(["check", "--strict", "mine"]) == 0, capsys.readouterr().out
    assert run(["schema", "--kind", "language"]) == 0
