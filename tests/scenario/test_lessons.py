"""Lessons are read like everything else: typed, with the line of every mistake, and with the nearest name that there is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.rules.nouns import Side
from game.scenario import Packs, examine, find_packs
from game.scenario.lessons import Aimed, OperationAt, Part, PartAt, PersonAt, Read

Write = Callable[[str, str], Path]
BASE = "use: [utka-1939/scenario.yaml]\nid: mine\n"


def step(text: str) -> str:
    return f"{BASE}lessons:\n  center:\n    first:\n      text: Look.\n      {text}\n"


def test_a_course_keeps_the_order_in_which_it_is_written(write: Write, packs: Packs) -> None:
    write(
        "mine/scenario.yaml",
        f"{BASE}lessons:\n  seed: 7\n  circle:\n    zebra: {{text: One.}}\n"
        "    ant: {text: Two., at: [{part: seal}, {person: jacson}, {operation: raid, by: siqueiros}], until: {aimed: raid}}\n",
    )
    lessons = examine("mine", packs).layout.lessons
    assert lessons.seed == 7 and lessons.of(Side.CENTER) == ()
    first, second = lessons.of(Side.CIRCLE)
    assert (first.id, first.until) == ("zebra", Read()) and second.until == Aimed(aimed="raid")
    assert second.at == (PartAt(part=Part.SEAL), PersonAt(person="jacson"), OperationAt(operation="raid", by="siqueiros"))


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("at: [{part: saddle}]", "unknown-name", "expected one of the words for"),
        ("at: [{prt: seal}]", "unknown-word", "no word is named 'prt'"),
        ("until: {orderd: raid}", "unknown-word", "no word is named 'orderd'"),
        ("until: {ordered: raide}", "lesson-name", "'raide', which is not in play"),
        ("until: {ordered: raid, by: nobody}", "lesson-name", "'nobody', which is not in play"),
        ("until: {opened: atlantis}", "lesson-name", "'atlantis', which is not in play"),
        ("until: {heard: pakt}", "lesson-name", "'pakt', which is not in play"),
        ("until: {turn: 18}", "lesson-turn", "turns 1 to 17"),
        ("until: {ordered: publish}", "lesson-side", "'publish' is an order of the circle, and this is a lesson of the center"),
        ("until: {aimed: publish}", "lesson-side", "an order of the circle"),
        ("at: [{operation: vet}]", "lesson-side", "an order of the circle"),
        ("until: {turn: soon}", "wrong-type", "expected"),
        ("says: x", "unknown-key", "unknown key 'says'"),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, code: str, words: str, write: Write, packs: Packs) -> None:
    path = write("mine/scenario.yaml", step(text))
    [finding] = [finding for finding in examine("mine", packs).findings if finding.code == code]
    assert words in finding.message
    assert (finding.file, finding.line) == (str(path), 7)


def test_a_step_says_something(write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", f"{BASE}lessons:\n  center:\n    first:\n      title: x\n")
    assert "missing-key" in {finding.code for finding in examine("mine", packs).findings}


def test_the_tutorial_teaches_both_sides_what_it_promises() -> None:
    lessons = examine("alma-ata-1927", find_packs()).layout.lessons
    for side in Side:
        told = " ".join(step.text for step in lessons.of(side))
        assert [word for word in ("Success", "races", "over", "oubt", "aranoia") if f"{word}*" not in told] == []
