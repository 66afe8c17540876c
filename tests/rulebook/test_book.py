"""The rulebook is what the rules say: the shipped file is current, and whatever changes in the rules changes in the book."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.language import Words
from game.resources import content_folder
from game.rulebook.book import write_book
from game.rulebook.chances import Example, success_odds_of, traces_odds_of
from game.rulebook.meanings import MEANINGS
from game.rulebook.needs import FLAGS
from game.rulebook.outcomes import DEEDS, effect_phrases
from game.rulebook.reasons import stat_words
from game.rulebook.sheets import LIMITS, TARGETS, sheet
from game.rulebook.shipped import BOOK, TEMPLATE, book_of, standard_book
from game.rulebook.source import Rules, standard_rules
from game.rulebook.template import TemplateError
from game.rules.definitions import Operation, Scenario
from game.rules.geography import Atlas
from game.rules.legality import actors, legal_orders
from game.rules.nouns import Limit, PhaseName, Post, Side, TargetKind
from game.rules.odds import Odds, success_odds, traces_odds
from game.rules.orders import Order
from game.rules.sight import Call
from game.rules.sights import Truth
from game.rules.state import GameState
from game.rules.view import view_for
from game.rules.words import AddAlert, AddSecurity, AddTolerance, Chance, Deed, Flag, Stat, Term, Whom
from game.scenario import find_packs
from tests.playing import random_turns
from tests.rulebook.variants import with_one_number_changed, with_one_operation_changed, without_one_operation

CONTENT = content_folder()
SHIPPED = find_packs(CONTENT, Path("no-such-folder"))
CURRENT = (CONTENT / BOOK).read_text(encoding="utf-8")
TEXT = (CONTENT / TEMPLATE).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def rules() -> Rules:
    return standard_rules()


def body(book: str) -> str:
    """A book without the fingerprint at its head, which changes with everything."""
    return "\n".join(line for line in book.splitlines() if not line.startswith("The standard rules"))


def section(book: str, name: str) -> str:
    """The paragraph on an operation, from its name to the next paragraph."""
    found = re.search(rf"\*\*\d+\.\d+ {re.escape(name)}\.\*\*.*?(?=\n\*\*\d|\n## )", book, re.DOTALL)
    assert found, f"nothing is said of {name}"
    return found[0]


def test_the_shipped_book_is_what_the_rules_say_today() -> None:
    """Write it anew with `utka rulebook --out scenarios/RULEBOOK.md`."""
    assert standard_book() == CURRENT


def test_a_changed_number_changes_the_book(rules: Rules) -> None:
    """Every number of the rules is told somewhere."""
    told = body(write_book(rules, TEXT))
    untold = [name for name, changed in with_one_number_changed(rules) if body(write_book(changed, TEXT)) == told]
    assert untold == []


def test_a_changed_operation_changes_its_paragraph(rules: Rules) -> None:
    """Every number and every yes-or-no of an operation is on its sheet, which is in the book."""
    told = {id_: sheet(operation, rules, Words()) for id_, operation in rules.operations.items()}
    assert all("\n".join(lines) in CURRENT for lines in told.values())
    untold = [
        name
        for name, changed in with_one_operation_changed(rules)
        if not _is_idle(rules, name) and sheet(changed.operations[name.split(".")[0]], rules, Words()) == told[name.split(".")[0]]
    ]
    assert untold == []


def _is_idle(rules: Rules, name: str) -> bool:
    """Whether a value of an operation has no say in any game as things stand."""
    id_, _, way = name.partition(".")
    operation = rules.operations[id_]
    traceless = not operation.traces.base or operation.phase is PhaseName.STRIKES or operation.side is Side.CIRCLE
    if way.startswith("traces.") and traceless:
        return way != "traces.base" or operation.side is Side.CIRCLE or operation.phase is PhaseName.STRIKES
    if way.startswith("success.plus.") and way.endswith(".per"):
        return bool(operation.success.plus[int(way.split(".")[2])].percent)
    return way == "failing.0.add" and getattr(operation.failing[0], "set", None) is not None


def test_a_book_can_do_without_any_operation(rules: Rules) -> None:
    for id_, fewer in without_one_operation(rules):
        book = write_book(fewer, TEXT)
        name = rules.operations[id_].name
        if [operation.name for operation in rules.operations.values()].count(name) == 1:
            assert f" {name}.**" not in book


def test_an_operation_that_a_scenario_adds_is_told_without_text_of_its_own(rules: Rules) -> None:
    bribe = Operation(
        id="bribe",
        side=Side.CENTER,
        name="Bribe a clerk",
        phase=PhaseName.CONTACT,
        icon="id-card",
        target=TargetKind.CONTACT,
        cost=7,
        success=Chance(base=31, plus=(Term(stat=Stat.CHARM, per=6),)),
        summary="rapport for money",
        help="Some can be had.",
    )
    book = write_book(replace(rules, operations={**rules.operations, "bribe": bribe}), TEXT)
    told = section(book, "Bribe a clerk")
    assert "| cost | 7 funds |" in told and "31 + 6 × *Charm*" in told and "Some can be had." in told
    assert "*Charm* 3: success 31 + 18 = **49 %**" in told


def test_the_seat_has_its_country_s_patience_and_a_house_s_walls(rules: Rules) -> None:
    effects = (AddTolerance(tolerance="seat", add=1), AddAlert(alert="seat", add=-1), AddSecurity(security="seat", add=2))
    assert effect_phrases(effects, rules.numbers) == (
        "tolerance of the country of asylum +1; alert of the country of asylum −1; security of the house +2"
    )


def test_every_operation_of_the_standard_rules_has_a_worked_example(rules: Rules) -> None:
    for operation in rules.operations.values():
        paragraphs = re.findall(rf"\*\*\d+\.\d+ {re.escape(operation.name)}\.\*\*.*?(?=\n\*\*\d|\n## )", CURRENT, re.DOTALL)
        assert paragraphs and all("*Example.*" in paragraph for paragraph in paragraphs), operation.id


def test_the_orders_of_each_side_are_listed_with_their_paragraphs(rules: Rules) -> None:
    listed = section(CURRENT, "All orders")
    for operation in rules.operations.values():
        rows = re.findall(rf"^\| (\d+\.\d+) {re.escape(operation.name)} \| {operation.phase.value} \|.*$", listed, re.MULTILINE)
        assert rows and all(f"**{number} {operation.name}.**" in CURRENT for number in rows), operation.id
    numbers = [int(number) for number in re.findall(r"^\| 6\.(\d+) ", listed, re.MULTILINE)]
    assert numbers == sorted(numbers)
    dearer = replace(rules.operations["raid"], cost=8)
    assert "| strikes | 8 funds |" in section(
        write_book(replace(rules, operations={**rules.operations, "raid": dearer}), TEXT), "All orders"
    )


def test_the_index_is_by_the_alphabet_and_leads_to_paragraphs_that_there_are() -> None:
    index = " ".join(section(CURRENT, "Index").split("**", 2)[2].split()).strip(" .")
    entries = [re.fullmatch(r"(.+?) ((?:\d+\.\d+(?:, )?)+)", entry) for entry in index.split("; ")]
    assert len(entries) > 80 and all(entries)
    found = [(entry[1].casefold(), entry[2].split(", ")) for entry in entries if entry]
    assert [word for word, _ in found] == sorted(word for word, _ in found)
    assert all(f"**{number} " in CURRENT for _, numbers in found for number in numbers)


def test_the_contents_lead_to_every_chapter() -> None:
    headings = re.findall(r"^## (.+)$", CURRENT, re.MULTILINE)
    assert re.findall(r"\[(.+?)\]\(#", CURRENT) == headings
    assert "(#15-the-figures-on-the-desk-in-short)" in CURRENT and "(#17-appendix-balance-as-measured)" in CURRENT


def test_helps_are_not_copied_since_they_may_name_figures(rules: Rules) -> None:
    assert [operation.id for operation in rules.operations.values() if operation.help and operation.help in CURRENT] == []


def test_the_template_has_no_figure_of_its_own() -> None:
    """Whatever is a figure stands in braces, where it is either read from the rules or marked as given."""
    lines = [line for line in TEXT.splitlines() if not line.startswith("% ")]
    bare = [line for line in lines if re.search(r"\d", re.sub(r"\{[^{}]*\}", "", line))]
    assert bare == []


@pytest.mark.parametrize("scenario", SHIPPED.scenario_ids())
def test_every_shipped_scenario_has_its_book(scenario: str) -> None:
    book = book_of(scenario, SHIPPED)
    assert f"`{scenario}`" in book and "## 1. The game in short" in book


def test_every_word_of_the_vocabulary_has_words() -> None:
    assert {stat.value for stat in Stat} - set(MEANINGS) == set()
    assert {flag.value for flag in Flag} - set(FLAGS) == set()
    assert {deed.value for deed in Deed} - set(DEEDS) == set()
    assert set(TargetKind) - set(TARGETS) == {TargetKind.NONE} and set(Limit) - set(LIMITS) == {Limit.NONE}
    names = {stat.value: stat_words(stat.value, Whom.AGENT, lambda message, **_: message) for stat in Stat}  # type: ignore[arg-type]
    assert [stat for stat, name in names.items() if name == stat] == []


def test_the_examples_count_as_the_engine_does(utka: Scenario, atlas: Atlas) -> None:
    """Whatever the engine counts with in play comes to the same chance in the book's arithmetic."""
    numbers, compared = utka.catalogue.numbers, 0
    for state, _, _ in random_turns(utka, atlas, 2):
        truth = Truth(utka.catalogue, atlas, state)
        for order in _sampled_orders(utka, atlas, state):
            call = Call(utka.catalogue.operations[order.operation], order.agent, order.target)
            success = success_odds(truth, call)
            if success.shares and success.low == success.high:  # a range is of somebody who cannot be met: it lapses
                assert success_odds_of(call.operation, numbers, _amounts(success)).low == success.low
                compared += 1
            for watched in (0, 1):
                traces = traces_odds(truth, call, (watched, watched))
                legal = truth.post(order.agent) is Post.LEGAL
                assert traces_odds_of(call.operation, numbers, _amounts(traces, legal)).low == traces.low
    assert compared > 100


def _sampled_orders(scenario: Scenario, atlas: Atlas, state: GameState) -> Iterator[Order]:
    """Of each person and operation one legal order."""
    for side in Side:
        view = view_for(scenario, atlas, state, side)
        for agent in actors(view):
            yield from {order.operation: order for order in legal_orders(view, agent)}.values()


def _amounts(odds: Odds, legal: bool = False) -> Example:
    """What the engine counted with, as amounts of an example."""
    amounts = {f"{share.stat}.{share.of}": share.amount[0] for share in odds.shares}
    watched = any(share.stat == "watched" for share in odds.shares)
    return Example({**amounts, "legal": int(legal), "watched": int(watched)})


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("# A\n## b: C\n{police.polise}", "line 3: {police.polise}: 'police.polise' is no number of these rules"),
        ("# A\n## b: C\n{§d}", "line 3: {§d}: there is no paragraph 'd'"),
        ("# A\n## b: C\n{=sum 1}", "line 3: {=sum 1}: there is no sum 'sum'"),
        ("# A\n## b: C\n{=police police=3}", "line 3: {=police police=3}: alert"),
        ("# A\n## b: C\n{shout police.police}", "line 3: {shout police.police}: 'shout' is no word of the template"),
        ("# A\n## B\n", "line 2: a paragraph begins with '## label: Title'"),
        ("# A\n% if operation raid\nText", "line 2: this block has no '% end'"),
        ("# A\n% end", "line 2: '% end' closes nothing"),
        ("# A\n% if it rains\n% end", "line 2: '% if it rains': write operation, number, or not before either"),
        ("# A\n% dance", "line 2: there is no '% dance'"),
        ("# A\n## b: C\n## b: D\n", "line 3: two paragraphs are called 'b'"),
        ("# A\n% clue first=many", "line 2: 'many' is no number of these rules"),
    ],
)
def test_a_template_with_a_mistake_names_its_line(rules: Rules, template: str, words: str) -> None:
    with pytest.raises(TemplateError) as error:
        write_book(rules, template)
    assert words in str(error.value)


def test_paragraphs_are_counted_and_conditions_judged(rules: Rules) -> None:
    template = (
        "# One\n## a: First\n{§c}\n% if operation raid\n## b: Second\nWith raids.\n% end\n"
        "% if not operation raid\n## x: Third\nWithout raids.\n% end\n# Two\n## c: Fourth\n{§b} {§x}"
    )
    book = write_book(rules, template)
    assert "**1.1 First.** 2.1" in book and "**1.2 Second.** With raids." in book and "Without" not in book
    assert "**2.1 Fourth.** 1.2 a paragraph that these rules do without" in book


def test_prose_never_turns_into_a_list(rules: Rules) -> None:
    words = " ".join(["forty + 8"] * 60)
    book = write_book(rules, f"# One\n## a: First\n{words.replace('8', '{8}')}")
    assert not re.search(r"^[-+*] ", book, re.MULTILINE)
