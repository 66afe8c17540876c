"""The grammar of the testimonies: a mod adds, changes and takes away lines, as the modder's guide shows it."""

import re
from collections.abc import Callable
from pathlib import Path

from game.resources import content_folder
from game.rules.testimony_words import FACT_SLOTS, SLOTS, FactKind, Part, Tag
from game.scenario import Packs, examine, load

Write = Callable[[str, str], Path]
BASE = "use: [utka-1939/scenario.yaml]\nid: mine\n"


def guide() -> str:
    """The chapter of the modder's guide."""
    text = (content_folder() / "README.md").read_text(encoding="utf-8")
    return text.partition("## Testimonies\n")[2].partition("\n## ")[0]


def test_the_example_of_the_guide_does_what_it_says(write: Write, packs: Packs) -> None:
    example = re.search(r"```yaml\n(.*?)```", guide(), re.DOTALL)
    operation = "operations: {bribe: {side: center, name: Bribe, phase: contact, icon: id-card, target: contact,"
    needs = " needs: [{is: there, of: target}], success: {base: 40}, do: [{rapport: target, add: 2}]}}\n"
    assert example is not None
    write("mine/scenario.yaml", BASE + operation + needs + example[1])
    examination = examine("mine", packs)
    assert [str(finding) for finding in examination.findings] == []
    mine, shipped = load("mine", packs).testimonies, load("utka-1939", packs).testimonies
    assert mine.lines["bribe_done"].tell == "bribe" and mine.worth["bribe"] == 7
    assert mine.lines["surveil_noticed"].say[:-1] == shipped.lines["surveil_noticed"].say
    assert "a child waved" in mine.lines["surveil_noticed"].say[-1]
    assert "opening_evasive" in shipped.lines and "opening_evasive" not in mine.lines
    assert "an inkwell" in mine.phrases["small_thing"] and mine.voices["eitingon"].silent


def test_the_guide_names_all_that_can_be_told_and_asked() -> None:
    words = set(re.findall(r"[a-z_]+", guide()))
    assert {part.value for part in Part} | {kind.value for kind in FactKind} | {tag.value for tag in Tag} <= words
    assert set(SLOTS) <= words


def test_every_fact_fills_blanks_that_there_are() -> None:
    assert set(FACT_SLOTS) == {kind.value for kind in FactKind}
    assert all(blanks <= SLOTS.keys() for blanks in FACT_SLOTS.values())
