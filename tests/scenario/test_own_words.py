"""Single words that stand for others in a scenario, wherever the game says them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.cli.app import run
from game.language import Words
from game.match.codec import decode, encode
from game.rules.definitions import Scenario
from game.rules.parlance import reworded
from game.scenario import Packs, examine
from game.scenario.speech import said
from game.ui.unmet import spoken, unmet

Write = Callable[[str, str], Path]

MINE = """use: [utka-1939/scenario.yaml, rules/telegrams.yaml]
id: mine
words: {Moscow: Drasno, Old Man: Maestro, Circle: League, Soviet mission: legation}
wording: {"Moscow asks": Somebody asks}
"""


def mine(packs: Packs) -> Scenario:
    scenario = examine("mine", packs).scenario
    assert scenario is not None
    return scenario


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Moscow's and Moscow’s, to Moscow.", "Drasno's and Drasno’s, to Drasno."),
        ("Moscowite, {Moscow}, moscow", "Moscowite, {Moscow}, moscow"),
        ("New Moscow", "Elsewhere"),
    ],
)
def test_whole_words_are_replaced_the_longest_first_and_none_in_braces(text: str, said: str) -> None:
    assert reworded(text, {"Moscow": "Drasno", "New Moscow": "Elsewhere"}) == said


def test_nothing_that_the_files_say_holds_a_word_that_another_stands_for(write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", MINE)
    before = [text for text in said(examine("mine", packs).tree) if "Moscow" in text]
    assert len(before) > 10
    scenario = mine(packs)
    catalogue, grammar = scenario.catalogue, scenario.testimonies
    texts = [*catalogue.telegrams.values(), *(text for phrase in grammar.phrases.values() for text in phrase)]
    texts += [text for line in grammar.lines.values() for text in line.say]
    texts += [f"{each.name} {each.summary} {each.help}" for each in catalogue.operations.values()]
    texts += [f"{note.title} {note.text}" for note in examine("mine", packs).layout.notes.values()]
    assert not [text for text in texts if "Moscow" in text or "Soviet mission" in text]
    assert catalogue.telegrams["circle.expelled"] == "{subject} of the legation has been sent out of the country."
    assert "Moscow" in catalogue.briefing.center, "the scenario's own story is its author's"


def test_messages_of_the_interface_hold_the_words_but_for_those_that_are_worded(write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", MINE)
    catalogue = mine(packs).catalogue
    for parlance in (catalogue.parlance, decode(Scenario, encode(mine(packs))).catalogue.parlance):
        words = Words().within(parlance)
        assert words("Moscow asks") == "Somebody asks"
        assert words("Influence of the Old Man") == "Influence of the Maestro"
        assert words("The gate") == "The gate"
        assert words.plural("{count} person of the Circle", "{count} people of the Circle", 2) == "2 people of the League"
    assert not [text for text in spoken() if "Moscow" in Words().within(catalogue.parlance)(text)]


def test_a_word_that_nothing_says_is_told(write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", MINE.replace("Moscow:", "Moskau:"))
    (finding,) = unmet(examine("mine", packs))
    assert (finding.line, finding.code, finding.message) == (3, "unsaid-word", "nothing that the game says holds 'Moskau'")


@pytest.mark.parametrize("words", ["{Moscow: ''}", "{Moscow: 'a {b}'}", "{'{place}': b}"])
def test_a_word_that_cannot_stand_for_another_keeps_the_scenario_from_being_played(
    words: str, write: Write, packs: Packs
) -> None:
    write("mine/scenario.yaml", f"use: [utka-1939/scenario.yaml]\nid: mine\nwords: {words}\n")
    examination = examine("mine", packs)
    assert [finding.code for finding in examination.findings] == ["bad-word"] and examination.scenario is None


def test_the_head_of_the_rulebook_names_the_words_that_the_book_has(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    path = write("mine/scenario.yaml", MINE)
    assert run(["rulebook", str(path)]) == 0
    head = " ".join(capsys.readouterr().out.partition("## 1.")[0].split())
    assert "What is said of Moscow holds of Drasno." in head and "mission" not in head


@pytest.mark.parametrize("blank", ["{turn:q}", "{turn!z}", "{turn:{turns}}"])
def test_a_blank_that_could_not_be_filled_when_the_message_is_drawn_is_refused(blank: str, write: Write, packs: Packs) -> None:
    text = f'use: [utka-1939/scenario.yaml]\nid: mine\nwording: {{"Turn {{turn}} of {{turns}}": "Round {blank}"}}\n'
    findings = examine(write("mine/scenario.yaml", text), packs).findings
    assert [(each.code, each.hint) for each in findings if "blank" in each.message] == [("bad-wording", "write {turn}")]
