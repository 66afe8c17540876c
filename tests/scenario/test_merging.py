"""Merging: mappings by key, null deletes, lists and single values replace, {add, remove} edits ids."""

import time

import pytest

from game.scenario.findings import nearest
from game.scenario.merging import Merger
from game.scenario.nodes import Table, bare, look_up
from game.scenario.reader import read_text


def merged(*texts: str) -> tuple[Table, Merger]:
    merger = Merger(("events",))
    tree = Table({}, {}, read_text("", "none").tree.mark)
    for number, text in enumerate(texts):
        layer = merger.lay(tree, merger.key_lists(read_text(text, f"layer{number}").tree))
        assert isinstance(layer, Table)
        tree = layer
    return tree, merger


@pytest.mark.parametrize(
    ("base", "over", "result"),
    [
        ("a: {b: 1, c: 2}", "a: {c: 3, d: 4}", {"a": {"b": 1, "c": 3, "d": 4}}),
        ("a: {b: 1, c: 2}", "a: {c: null}", {"a": {"b": 1}}),
        ("a: [1, 2]", "a: [3]", {"a": [3]}),
        ("a: 1", "a: {b: 1}", {"a": {"b": 1}}),
        ("a: {b: 1}", "a: x", {"a": "x"}),
        ("a: [x, y, z]", "a: {add: [w, x], remove: [y]}", {"a": ["x", "z", "w"]}),
        ("b: 1", "a: {add: [x]}", {"b": 1, "a": ["x"]}),
        ("a: {add: 1}", "a: {add: 2}", {"a": {"add": 2}}),
        ("events: [{id: one, n: 1}, {id: two, n: 2}]", "events: {two: {n: 3}}", {"one": 1, "two": 3}),
        ("events: {one: {id: one, n: 1}}", "events: [{id: one, n: 5}]", {"one": 5}),
    ],
)
def test_the_rule_of_merging(base: str, over: str, result: dict[str, object]) -> None:
    tree, merger = merged(base, over)
    found = bare(tree)
    assert isinstance(found, dict)
    if "events" in found:
        found = {key: value["n"] for key, value in found["events"].items()}
    assert found == result
    assert not merger.findings


def test_every_value_keeps_the_file_it_came_from() -> None:
    tree, _ = merged("a: {b: 1, c: 2}\n", "\na: {c: 3}\n")
    kept, changed = look_up(tree, "a.b"), look_up(tree, "a.c")
    assert kept is not None and (kept[1].file, kept[1].line) == ("layer0", 1)
    assert changed is not None and (changed[1].file, changed[1].line) == ("layer1", 2)


def test_deleting_and_removing_nothing_is_remarked_upon() -> None:
    _, merger = merged("people: {eitingon: {a: 1}}\ncast: [eitingon]", "people: {eitngon: null}\ncast: {remove: [eitngon]}")
    assert [finding.code for finding in merger.findings] == ["deletes-nothing", "removes-nothing"]
    assert all("eitingon" in finding.hint for finding in merger.findings)


def test_a_text_that_was_cut_at_its_comma_is_told_why() -> None:
    _, merger = merged("places: {oslo: {note: a}}", "places: {oslo: {note: The capital, and a port}}\npeople: {oslo: null}")
    cut, deleted = merger.findings
    assert "'and a port'" in cut.message and "comma" in cut.hint and "quotes" in cut.hint
    assert "comma" not in deleted.hint


def test_lists_of_objects_need_ids_of_their_own() -> None:
    _, merger = merged("events: [{n: 1}, {id: a}, {id: a}, x]")
    assert [finding.code for finding in merger.findings] == ["no-id", "duplicate-id", "no-id"]


def test_thousands_of_mistakes_are_told_in_a_moment() -> None:
    """What a stranger's file asks to be compared is bounded: every name with every other would take minutes."""
    merger = Merger(())
    base = read_text("".join(f"key_number_{index}: 1\n" for index in range(3000)), "a").tree
    over = read_text("".join(f"kex_number_{index}: null\n" for index in range(3000)), "b").tree
    began = time.process_time()
    merger.lay(base, over)
    assert len(merger.findings) == 3000
    assert time.process_time() - began < 5


def test_the_nearest_of_very_many_names_is_offered_where_few_look_alike() -> None:
    many = [f"{letter}_number_{index}" for letter in "abcdefghij" for index in range(100)]
    assert nearest("a_numbr_77", many) == "did you mean 'a_number_77'?"
    assert nearest("a_numbr_77", [f"a_number_{index}" for index in range(1000)]) == ""
    assert nearest("x_number_77", [*many, "y_number_77"][-3:]).startswith("did you mean")
