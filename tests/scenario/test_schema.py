"""The JSON Schema accepts what ships and what merging allows, and refuses what the reader refuses."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from game.resources import content_folder
from game.scenario.nodes import bare
from game.scenario.reader import read_file, read_text
from game.scenario.schema import KINDS, schema

LIBRARIES = {"places": "world", "people": "people", "rules": "rules", "archive": "archive"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_schema_is_a_schema(kind: str) -> None:
    Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize("path", sorted(content_folder().glob("*/*.yaml")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_shipped_files_fit_the_schema(path: Path) -> None:
    kinds = [kind for kind, folder in LIBRARIES.items() if folder == path.parent.name] or ["scenario"]
    errors = Draft202012Validator(schema(kinds[0])).iter_errors(bare(read_file(path, path.name).tree))
    assert [f"{error.json_path}: {error.message[:200]}" for error in errors] == []


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("places: {paris: null}", True),
        ("places: {paris: {note: x}}", True),
        ("cast: {add: [a], remove: [b]}", True),
        ("people: {a: {allegiance: {center: 0.5}}}", True),
        ("events: [{id: a, when: {not: {is: legal}}}]", True),
        ("events: [{title: a}]", False),
        ("events: {a: {when: {stat: charme}}}", False),
        ("plaecs: {}", False),
        ("people: {a: {confidence: D}}", False),
        ("places: {paris: {label: minor}}", True),
        ("places: {paris: {label: minr}}", False),
        ("turns: many", False),
    ],
)
def test_what_fits(text: str, fits: bool) -> None:
    assert Draft202012Validator(schema("scenario")).is_valid(bare(read_text(text, "f").tree)) is fits


def test_words_are_described_and_written_without_their_underscore() -> None:
    words = schema("scenario")["$defs"]
    assert set(words["Span"]["properties"]) == {"from", "to"}
    assert "span of dates" in words["Span"]["description"]
