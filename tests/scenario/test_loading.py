"""Loading: shipped scenarios are clean, mods lie on top, and each mistake is told with its place."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath
from random import Random
from shutil import copytree

import pytest

from game.resources import content_folder
from game.scenario import Packs, ScenarioError, ScenarioNotFoundError, Severity, available, examine, find_packs, load
from game.scenario.checking import check_path
from game.scenario.origins import origins_of
from game.scenario.packs import by_name

Write = Callable[[str, str], Path]

SHIPPED = find_packs(content_folder(), Path("no-such-folder"))
BASE = "use: [utka-1939/scenario.yaml]\nid: mine\n"


def test_of_a_mod_that_cannot_be_read_only_that_is_told(write: Write, packs: Packs) -> None:
    header = write("mod.yaml", "title: [Mine\n")
    assert [finding.code for finding in check_path(header, packs).findings] == ["syntax"]


@pytest.mark.parametrize("name", SHIPPED.scenario_ids())
def test_every_shipped_scenario_is_without_errors(name: str) -> None:
    examination = examine(name, SHIPPED)
    assert [str(finding) for finding in examination.findings if finding.severity is Severity.ERROR] == []
    assert examination.scenario is not None


def test_the_whole_shipped_folder_is_without_errors() -> None:
    report = check_path(content_folder(), SHIPPED)
    assert [str(finding) for finding in report.findings if finding.severity is Severity.ERROR] == []


def test_utka_is_what_its_files_say() -> None:
    scenario = load("utka-1939", SHIPPED)
    assert scenario.setup.old_man == "trotsky"
    assert scenario.setup.people["zborowski"].allegiance is not None
    assert scenario.setup.people["zborowski"].allegiance.center == 50
    assert "prague" not in scenario.catalogue.places
    assert all(end in scenario.catalogue.places for route in scenario.catalogue.routes.values() for end in route.between)
    assert {place.country for place in scenario.catalogue.places.values()} == set(scenario.catalogue.countries)
    assert len(scenario.fingerprint) == 64


def test_a_scenario_laid_on_another(write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", BASE + "title: Mine\nplaces: {coyoacan: {security: 6}}\ncast: {remove: [serge]}\n")
    mine, utka = load("mine", packs), load("utka-1939", packs)
    assert mine.catalogue.title == "Mine"
    assert mine.catalogue.places["coyoacan"].security == 6
    assert mine.setup.cast == tuple(person for person in utka.setup.cast if person != "serge")
    assert mine.fingerprint != utka.fingerprint
    assert [mod for mod, _hash in mine.mods] == ["mine"] and not utka.mods


def test_a_mod_changes_a_shipped_scenario_and_library(write: Write, packs: Packs) -> None:
    write("utka-1939/scenario.yaml", "turns: 18\n")
    write("world/places.yaml", "places: {coyoacan: {note: Changed.}}\n")
    scenario = load("utka-1939", packs)
    assert scenario.catalogue.turns == 18
    assert scenario.catalogue.places["coyoacan"].note == "Changed."


def test_origins_name_every_layer(write: Write, packs: Packs) -> None:
    path = write("mine/scenario.yaml", BASE + "\nplaces: {coyoacan: {security: 6}}\n")
    origins = origins_of(examine("mine", packs).layers, "places.coyoacan.security")
    assert [Path(origin.mark.file).name for origin in origins] == ["places.yaml", "scenario.yaml", "scenario.yaml"]
    assert (Path(origins[-1].mark.file), origins[-1].mark.line) == (path, 4)


def test_a_file_or_folder_can_be_named(write: Write, packs: Packs) -> None:
    path = write("mine/scenario.yaml", BASE)
    assert load(path, packs) == load(path.parent, packs) == load("mine", packs)
    assert load(str(path), SHIPPED).catalogue.id == "mine"


def test_a_working_copy_is_read_by_itself_beside_the_mod_that_is_installed(write: Write, packs: Packs, tmp_path: Path) -> None:
    write("mine/scenario.yaml", BASE + "cast: {remove: [goldman]}\ndirectives: {no_names: null}\n")
    copy = tmp_path / "work" / "mine"
    copytree(packs.packs[-1].root, copy)
    assert check_path(copy, packs).findings == ()
    (copy / "mine" / "scenario.yaml").write_text(BASE + "title: Another\n")
    scenario = load(str(copy), packs)
    assert scenario.catalogue.title == "Another" and "goldman" in scenario.setup.cast


def another_mod(mods: Path, text: str) -> Path:
    """A second mod, `yours`, with a file for the scenario of the first."""
    file = mods / "yours" / "mine" / "scenario.yaml"
    file.parent.mkdir(parents=True)
    (mods / "yours" / "mod.yaml").write_text("id: yours\ntitle: Yours\n")
    file.write_text(text)
    return file


def test_two_mods_that_hold_a_scenario_of_one_id_are_named_and_neither_is_played(write: Write, mods: Path) -> None:
    one = write("mine/scenario.yaml", BASE + "title: Mine\n")
    two = another_mod(mods, "use: [alma-ata-1927/scenario.yaml]\nid: mine\nturns: 900\n")
    packs = find_packs(content_folder(), mods)
    (finding,) = examine("mine", packs).findings
    assert (finding.code, finding.file, finding.line) == ("two-scenarios", str(two), 2)
    assert "'mine' and 'yours'" in finding.message and str(one) in finding.message
    (entry,) = (entry for entry in available(packs) if entry.id == "mine")
    assert not entry.playable and entry.errors == (finding,)
    two.unlink()
    assert load("mine", packs).catalogue.title == "Mine"


def test_a_mod_changes_the_scenario_of_another(write: Write, mods: Path) -> None:
    write("mine/scenario.yaml", BASE + "title: Mine\n")
    another_mod(mods, "turns: 18\n")
    scenario = load("mine", find_packs(content_folder(), mods))
    assert (scenario.catalogue.title, scenario.catalogue.turns) == ("Mine", 18)


def test_two_mods_change_a_shipped_scenario(write: Write, mods: Path) -> None:
    write("utka-1939/scenario.yaml", "id: utka-1939\ntitle: Mine\n")
    file = another_mod(mods, "")
    file.unlink()
    (mods / "yours" / "utka-1939").mkdir()
    (mods / "yours" / "utka-1939" / "scenario.yaml").write_text("id: utka-1939\nturns: 18\n")
    scenario = load("utka-1939", find_packs(content_folder(), mods))
    assert (scenario.catalogue.title, scenario.catalogue.turns) == ("Mine", 18)


def test_translations_are_not_merged_into_the_text(write: Write, packs: Packs) -> None:
    write("world/places.de.yaml", "places: {coyoacan: {name: Anderswo}}\n")
    assert load("utka-1939", packs).catalogue.places["coyoacan"].name != "Anderswo"


def test_a_file_that_is_called_as_a_translation_is_told_to_whoever_uses_it(write: Write, packs: Packs) -> None:
    write("mine/events.new.yaml", "events: {}\n")
    write("mine/scenario.yaml", "id: mine\nuse: [utka-1939/scenario.yaml, mine/events.new.yaml]\n")
    (finding,) = examine("mine", packs).findings
    assert (finding.code, finding.line) == ("no-file", 2) and "kept for translations" in finding.hint


PLANTED = """\
format: 1
id: mine
use: [utka-1939/scenario.yaml]
level: [hard]
titel: A typo
people:
  jacson: {place: pariss}
  natalia: {skills: {nerve: 7}}
  hansen: {loyalty: NO}
events:
  late: {date: "1941-08-01", do: [{meter: fund, of: center, add: 1}]}
  odd: {when: {persn: jacson, is: active}}
  lost: {date: "1939-12-01", do: [{person: nobody, leaves: true}]}
old_man: {seat: paris}
places:
  coyoacan: {security: 12, securty_cap: 9}
"""
EXPECTED = [
    (4, "level", "wrong-type", ""),
    (5, "titel", "unknown-key", "title"),
    (7, "people.jacson.place", "unknown-place", "paris"),
    (8, "people.natalia.skills.nerve", "off-scale", ""),
    (9, "people.hansen.loyalty", "wrong-type", ""),
    (11, "events.late.date", "date-outside", ""),
    (11, "events.late.do[0].meter", "unknown-name", "funds"),
    (12, "events.odd.when", "unknown-word", "person"),
    (13, "events.lost.do[0].person", "unknown-person", ""),
    (14, "old_man.seat", "seat-not-exile", "exile"),
    (16, "places.coyoacan.security", "off-scale", ""),
    (16, "places.coyoacan.securty_cap", "unknown-key", ""),
]


def test_planted_mistakes_are_all_found_in_one_run_at_their_lines(write: Write, packs: Packs) -> None:
    path = write("mine/scenario.yaml", PLANTED)
    findings = [
        finding for finding in examine("mine", packs).findings if finding.file == str(path) and finding.severity is Severity.ERROR
    ]
    found = {(finding.line, finding.path, finding.code): finding for finding in findings}
    for line, place, code, hint in EXPECTED:
        assert (line, place, code) in found, sorted(found)
        assert hint in found[line, place, code].hint
    assert len(findings) == len(EXPECTED), findings
    assert findings == sorted(findings, key=lambda finding: (finding.line, finding.column))


def test_errors_keep_a_scenario_from_loading_but_not_from_the_list(write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", PLANTED)
    with pytest.raises(ScenarioError) as caught:
        load("mine", packs)
    assert len(caught.value.findings) >= 10
    entries = {entry.id: entry for entry in available(packs)}
    assert not entries["mine"].playable and entries["mine"].errors
    assert entries["utka-1939"].playable


@pytest.mark.parametrize(
    "text", ["", "[", "a: &a [*a]", "- 1", "use: 5", "use: [[a]]", "places: 5\npeople: [1]\nevents: x", "\x00"]
)
def test_no_file_however_broken_raises_anything_else(text: str, write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", text)
    with pytest.raises(ScenarioError):
        load("mine", packs)
    assert [entry.id for entry in available(packs) if not entry.playable] == ["mine"]


@pytest.mark.parametrize(
    "pattern",
    ["/etc/passwd", "../../outside.yaml", "mine/../../x.yaml", "..\\x.yaml", "C:/x.yaml", "~/x.yaml", "**/*.yaml", "x.txt", ""],
)
def test_no_path_leaves_its_pack(pattern: str, write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", f"id: mine\nuse:\n  - '{pattern}'\n")
    found = [finding for finding in examine("mine", packs).findings if finding.code == "bad-path"]
    assert [finding.line for finding in found] == [3]


def test_no_link_leaves_its_pack(tmp_path: Path, write: Write, packs: Packs) -> None:
    (tmp_path / "secret.yaml").write_text("title: Secret\n")
    write("mine/scenario.yaml", "id: mine\nuse: [mine/link.yaml]\n")
    try:
        (packs.packs[-1].root / "mine" / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    except OSError:
        pytest.skip("this system has no links")
    examination = examine("mine", packs)
    assert "bad-path" in [finding.code for finding in examination.findings]
    assert examination.layout.title == ""


def test_files_are_merged_in_the_same_order_on_every_system(write: Write, packs: Packs) -> None:
    """By name with capitals first, folder by folder; Windows by itself would take no notice of capitals."""
    ordered = ["B/x.yaml", "a/Y.yaml", "a/x.yaml", "a-b/x.yaml"]
    for name in reversed(ordered):
        write(name, "turns: 9\n")
    assert [source.name for source in packs.sources("*/*.yaml") if source.pack.id == "mine"] == ordered
    for kind in (PurePosixPath, PureWindowsPath):
        assert sorted(map(kind, reversed(ordered)), key=by_name) == [kind(name) for name in ordered]


@pytest.mark.parametrize("day", ["1939-W31-2", "19390801", "1939-8-1", "1939-02-30", "１９３９-08-01"])
@pytest.mark.parametrize("line", ["start: {}", "events: {{e: {{date: {}}}}}"])
def test_a_date_is_what_the_schema_takes_for_one(day: str, line: str, write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", BASE + line.format(f"'{day}'"))
    assert {"wrong-type", "bad-date"} & {finding.code for finding in examine("mine", packs).findings}


def test_a_scenario_that_is_a_link_to_nowhere_is_no_clean_mod(write: Write, packs: Packs) -> None:
    folder = write("mine/places.yaml", "places: {}\n").parent
    try:
        (folder / "scenario.yaml").symlink_to(folder / "gone.yaml")
    except OSError:
        pytest.skip("this system has no links")
    for place in (folder, folder.parent):
        (finding,) = check_path(place, packs).findings
        assert (finding.code, Path(finding.file).name) == ("no-file", "scenario.yaml")


def test_files_that_use_each_other_are_told(write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", "id: mine\nuse: [mine/a.yaml]\n")
    write("mine/a.yaml", "use: [mine/scenario.yaml]\n")
    assert "use-cycle" in [finding.code for finding in examine("mine", packs).findings]


def test_a_long_chain_of_files_is_told_where_it_gets_too_long(write: Write, packs: Packs) -> None:
    """Each file costs the reader some of its stack, and a chain that broke it would break the list of all others with it."""
    write("mine/scenario.yaml", "id: mine\nuse: [mine/f0.yaml]\n")
    for number in range(400):
        write(f"mine/f{number}.yaml", f"title: Mine\nuse: [mine/f{number + 1}.yaml]\n")
    (finding,) = examine("mine", packs).findings
    assert finding.code == "too-deep" and "40" in finding.message
    assert (Path(finding.file).name, finding.line) == ("f38.yaml", 2)
    write("mine/f38.yaml", "use: [utka-1939/scenario.yaml]\n")
    assert {finding.code for finding in examine("mine", packs).findings} == {"too-deep"}
    write("mine/f30.yaml", "use: [utka-1939/scenario.yaml]\n")
    assert load("mine", packs).catalogue.id == "mine"


@pytest.mark.parametrize(("itself", "codes"), [("mine/scenario.yaml", {"use-cycle"}), ("mine/*.yaml", set())])
def test_a_file_that_uses_itself_is_told_unless_a_pattern_happens_to_match_it(
    itself: str, codes: set[str], write: Write, packs: Packs
) -> None:
    write("mine/scenario.yaml", f"use: [utka-1939/scenario.yaml, {itself}]\nid: mine\n")
    assert {finding.code for finding in examine("mine", packs).findings} == codes


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"title: Mine: all mine\n", ["mine.yaml:1:12: error[syntax]"]),
        ("title: Mexiko, später\n".encode("latin-1"), ["mine.yaml:1:1: error[not-utf8]"]),
        (b"# nothing yet\n", ["mine.yaml:1:1: warning[empty]"]),
    ],
)
def test_a_file_that_says_nothing_is_told_without_all_that_is_missed_for_it(
    text: bytes, told: list[str], write: Write, packs: Packs
) -> None:
    own = write("mine/scenario.yaml", "use: [utka-1939/scenario.yaml, mine/mine.yaml]\nid: mine\n")
    for file in ("mine.yaml", "scenario.yaml"):
        own.with_name(file).write_bytes(text)
        findings = [str(finding).rpartition("/")[2] for finding in examine("mine", packs).findings]
        expected = [line.replace("mine.yaml", file) for line in told]
        if file == "scenario.yaml":  # a scenario that is empty is none
            expected = [line.replace("warning", "error") for line in expected]
        assert [line.partition("] ")[0] + "]" for line in findings] == expected


def test_a_mod_with_one_scenario_stands_for_it(write: Write, packs: Packs) -> None:
    own = write("mine/scenario.yaml", BASE)
    for target in (own.parents[1], own.parents[1] / "mod.yaml"):
        assert load(target, packs).catalogue.id == "mine"
    write("other/scenario.yaml", BASE)
    with pytest.raises(ScenarioNotFoundError, match="holds several scenarios: mine, other; name the folder of one"):
        load(own.parents[1], packs)


def test_a_name_that_is_no_scenario_offers_the_nearest() -> None:
    with pytest.raises(ScenarioNotFoundError) as caught:
        load("utka-1938", SHIPPED)
    assert "utka-1939" in caught.value.findings[0].hint


@pytest.mark.parametrize("seed", range(20))
def test_a_file_mangled_at_random_raises_nothing_else(seed: int, write: Write, packs: Packs) -> None:
    dice = Random(seed)
    text = (content_folder() / "utka-1939" / "scenario.yaml").read_text(encoding="utf-8")
    lines = text.replace("id: utka-1939", "id: mine").splitlines()
    for _ in range(dice.randint(1, 12)):
        line = dice.randrange(len(lines))
        words = lines[line].split(" ")
        words[dice.randrange(len(words))] = dice.choice(
            ["", "null", "[]", "{}", "-1", "x:", "true", "*a", "&a", "'", "- ", "9e9", "é"]
        )
        lines[line] = " ".join(words)
    write("mine/scenario.yaml", "\n".join(lines))
    examination = examine("mine", packs)
    assert (examination.scenario is None) == any(finding.severity is Severity.ERROR for finding in examination.findings)


@pytest.mark.parametrize(
    ("text", "code", "message", "hint"),
    [
        ("people: {clark: {name: Jane Clark}}", "missing-key", "'side' is missing", "side is one of: center, circle"),
        ("operations: {bribe: 3}", "wrong-type", "found '3', expected the keys of an operation", "write {side: …, name: …"),
        ("old_man: trotsky", "wrong-type", "found 'trotsky', expected the keys of an old man", "write {person: …, seat: …}"),
        ("meters: {center: 3}", "wrong-type", "found '3', expected the keys of start meters", "write {funds: …"),
        ("briefing: hello", "wrong-type", "found 'hello', expected the keys of a briefing", "write {center: …, circle: …}"),
        ("cast: {ad: [clark]}", "unknown-key", "a list is changed by 'add' and 'remove', found 'ad'", "did you mean 'add'?"),
        ("routes: {paris_oslo_air: {between: [paris]}}", "wrong-length", "found 1 value, expected 2", ""),
    ],
)
def test_one_mistake_is_told_once_and_as_what_it_is(
    text: str, code: str, message: str, hint: str, write: Write, packs: Packs
) -> None:
    path = write("mine/scenario.yaml", f"{BASE}{text}\n")
    (finding,) = (finding for finding in examine("mine", packs).findings if finding.code != "missing-key" or code == finding.code)
    assert (finding.file, finding.line, finding.code, finding.message) == (str(path), 3, code, message)
    assert finding.hint.startswith(hint)


def test_a_single_file_to_be_used_is_told_to_be_a_list_and_used_all_the_same(write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", "use: utka-1939/scenario.yaml\nid: mine\n")
    (finding,) = examine("mine", packs).findings
    assert finding.message == "found 'utka-1939/scenario.yaml', expected a list of files"
    assert finding.hint == "write [utka-1939/scenario.yaml]"


def test_of_a_file_that_is_not_there_only_that_is_told_with_the_nearest(write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", "use: [utka-1938/scenario.yaml]\nid: mine\ntitel: Mine\n")
    findings = examine("mine", packs).findings
    assert [finding.code for finding in findings] == ["no-file", "unknown-key"], "not all that the file would have said"
    assert findings[0].hint == "did you mean 'utka-1939/scenario.yaml'?"
