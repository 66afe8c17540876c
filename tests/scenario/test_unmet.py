"""What a scenario asks of the window in vain is told before it is played."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.cli.app import run
from game.scenario import Packs, examine, find_packs
from game.ui.unmet import messages, unmet

Write = Callable[[str, str], Path]

SHIPPED = find_packs()


@pytest.mark.parametrize("name", SHIPPED.scenario_ids())
def test_a_scenario_asks_for_no_message_icon_or_face_that_the_window_has_not(name: str) -> None:
    assert [str(finding) for finding in unmet(examine(name, SHIPPED))] == []


def test_what_the_window_has_not_is_told_with_the_nearest_that_it_has(write: Write, packs: Packs) -> None:
    own = write(
        "mine/scenario.yaml",
        """use: [utka-1939/scenario.yaml]
id: mine
operations: {watch: {icon: watchtwer}}
people: {natalia: {portrait: {head: ovall}}, cannon: {portrait: {nse: short, hair: crop_grye}}}
wording: {"Influense": The case}
""",
    )
    told = [(each.line, each.code, each.message, each.hint.partition("?")[0]) for each in unmet(examine("mine", packs))]
    assert {each.file for each in unmet(examine("mine", packs))} == {str(own)}
    assert told == [
        (3, "unknown-icon", "there is no icon 'watchtwer'", "did you mean 'watchtower'"),
        (4, "unknown-part", "no part 'ovall'", "did you mean 'oval'"),
        (4, "unknown-part", "no tone 'grye'", "did you mean 'grey'"),
        (4, "unknown-part", "a portrait has no 'nse'", "did you mean 'nose'"),
        (5, "unknown-message", "the interface has no message 'Influense'", "did you mean 'Influence'"),
    ]


def test_a_word_of_the_code_that_is_no_message_is_told(write: Write, packs: Packs) -> None:
    wording = '{"cues": Trade, "influence": Trade, "family": Kin, "A quiet turn.": Nothing.}'
    write("mine/scenario.yaml", f"use: [utka-1939/scenario.yaml]\nid: mine\nwording: {wording}\n")
    (finding,) = unmet(examine("mine", packs))
    assert finding.path == "wording.cues" and "utka wordings" in finding.hint


def test_the_messages_that_hold_a_word_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["wordings", "INFLUENCE", "points"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert listed and all("influence" in line.casefold() and "points" in line for line in listed)
    assert run(["wordings"]) == 0
    everything = set(capsys.readouterr().out.splitlines())
    assert {"Influence", "Track of {hunted}", *listed} <= everything <= {text.replace("\n", "\\n") for text in messages()}
    assert run(["wordings", "no such thing as this"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_an_archive_of_its_own_that_is_empty_is_told(write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", "use: [utka-1939/scenario.yaml]\nid: mine\narchive: own\n")
    (finding,) = unmet(examine("mine", packs))
    assert (finding.line, finding.code) == (3, "empty-archive") and "people/*.yaml" in finding.hint
    write("archive/mine.yaml", "timeline: {}\n")
    assert not unmet(examine("mine", packs))
