"""Reading YAML: words stay words, positions are kept, and a hostile file is refused in one line."""

from pathlib import Path

import pytest
import yaml

from game.scenario import reader
from game.scenario.nodes import Leaf, Table, bare, look_up
from game.scenario.reader import Reading, read_file, read_text


def codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.findings]


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs with both parsers, where both are there."""
    if request.param == "libyaml" and not yaml.__with_libyaml__:
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(reader, "_LOADER", yaml.CSafeLoader if request.param == "libyaml" else yaml.SafeLoader)


@pytest.mark.parametrize(
    "text", ["NO", "no", "yes", "on", "off", "012", "0o14", "0x1F", "22:30", "1939-08-01", "1_000", "1e3", ".inf", "9" * 40]
)
def test_traps_of_yaml_stay_words(text: str) -> None:
    assert bare(read_text(f"key: {text}", "f").tree) == {"key": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), ("-3", -3), ("0.5", 0.5), ("-99.21", -99.21), ("true", True), ("false", False), ("~", None), ("", None)],
)
def test_plain_values(text: str, value: object) -> None:
    assert bare(read_text(f"key: {text}", "f").tree) == {"key": value}


def test_quoted_numbers_are_words() -> None:
    assert bare(read_text("a: '12'\nb: \"true\"\nc: |\n  null\n", "f").tree) == {"a": "12", "b": "true", "c": "null\n"}


def test_a_number_keeps_its_spelling() -> None:
    node = read_text("life: 1.50", "f").tree.entries["life"]
    assert isinstance(node, Leaf) and node.text == "1.50"


def test_positions_are_those_of_the_file() -> None:
    tree = read_text("first: 1\nsecond:\n  - {a: x,\n     b: y}\n", "f").tree
    hit = look_up(tree, "second[0].b")
    assert hit is not None
    node, key = hit
    assert (key.line, key.column) == (4, 6)
    assert (node.mark.line, node.mark.column) == (4, 9)


def test_keys_with_dots_can_be_looked_up() -> None:
    tree = read_text("telegrams:\n  center.failed.travel: x\n  center.failed: y\n", "f").tree
    hit = look_up(tree, "telegrams.center.failed.travel")
    assert hit is not None and bare(hit[0]) == "x"


def test_duplicate_keys_are_told_with_both_lines_and_reading_goes_on() -> None:
    reading = read_text("a: 1\nb: 2\na: 3\nb: 4\n", "f")
    assert codes(reading) == ["duplicate-key", "duplicate-key"]
    assert [finding.line for finding in reading.findings] == [3, 4]
    assert "line 1" in reading.findings[0].hint


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: !!python/object/apply:os.system [echo]", "tag"),
        ("a: !!str 12", "tag"),
        ("a: &x {b: 1}\nc:\n  <<: *x\n", "merge-key"),
        ("? [a, b]\n: c\n", "bad-key"),
        ("a: 1\n---\nb: 2\n", "documents"),
        ("- a\n- b\n", "not-a-mapping"),
        ("a: [1, 2\nb: 3\n", "syntax"),
        ("a: *nothing\n", "syntax"),
        ("a: &x [*x]\n", "alias"),
        ("a: b\x07\n", "syntax"),
        ('a: "b\\0c"\n', "bad-character"),
        ('"b\\0c": a\n', "bad-character"),
        ("a:\n\t- b\n", "syntax"),
    ],
)
def test_what_is_refused(text: str, code: str) -> None:
    reading = read_text(text, "f")
    assert code in codes(reading) or (code == "syntax" and "alias" in codes(reading))
    assert all(finding.line >= 1 and finding.column >= 1 for finding in reading.findings)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("title: Utka: a duck\n", "put a text that holds a colon into quotes"),
        ("a:\n\tb: 1\n", "indent with spaces"),
        ("a:\n  b: 1\n c: 2\n", "keys of one level begin in the same column"),
        ("a: [1, 2\nb: 3\n", "close what was opened"),
    ],
)
def test_what_is_no_yaml_comes_with_advice(text: str, advice: str) -> None:
    (finding,) = read_text(text, "f").findings
    assert advice in finding.hint


def test_an_alias_repeats_a_value() -> None:
    assert bare(read_text("a: &x [1]\nb: *x\n", "f").tree) == {"a": [1], "b": [1]}


def test_billion_laughs_is_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert codes(read_text("\n".join(lines), "f")) == ["too-many"]


def test_aliases_cannot_nest_deeper_than_a_file_may() -> None:
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 60)]
    assert codes(read_text("\n".join(lines), "f")) == ["too-deep"]


@pytest.mark.parametrize(
    "text", ["a: " + "[" * 100_000, "a: " + "{a: " * 50_000, "a:\n" + "".join(" " * n + "- \n" for n in range(60))]
)
def test_deep_nesting_is_refused(text: str) -> None:
    assert set(codes(read_text(text, "f"))) & {"too-deep", "syntax"}


def test_a_large_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_text("a: " + "x" * reader.MOST_BYTES)
    assert codes(read_file(file, "large.yaml")) == ["too-large"]


def test_too_many_values_are_refused() -> None:
    assert codes(read_text(f"a: [{'1,' * (reader.MOST_NODES + 1)}]", "f")) == ["too-many"]


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    file = tmp_path / "binary.yaml"
    file.write_bytes(b"a: 1\nb: \xff\xfe\x00")
    reading = read_file(file, "binary.yaml")
    assert codes(reading) == ["not-utf8"]
    assert reading.findings[0].line == 2


def test_missing_files_and_folders_are_findings(tmp_path: Path) -> None:
    assert codes(read_file(tmp_path / "none.yaml", "none.yaml")) == ["no-file"]
    assert codes(read_file(tmp_path, "folder")) == ["no-file"]


def test_an_empty_file_says_nothing() -> None:
    reading = read_text("# only a remark\n", "f")
    assert reading.tree == Table({}, {}, reading.tree.mark)
    assert not reading.findings
