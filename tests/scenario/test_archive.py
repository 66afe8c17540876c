"""The archive: what ships is whole and has its sources, and a mistake in it is told with its place."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from game.cli.app import run
from game.resources import content_folder
from game.scenario import Packs, find_packs
from game.scenario.archive import Archive, Period, examine_archive, period_of, read_archive
from game.scenario.archive.lints import ARCHIVE_LINTS
from game.scenario.nodes import Table
from game.scenario.reader import read_file
from tests.scenario.conftest import Write

CLAIMING = ("people", "places", "countries", "operations", "organisations", "timeline", "asylum")
REFERENCES = ("people", "places", "operations", "organisations")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return read_archive(find_packs(content_folder(), tmp_path_factory.mktemp("no mods")))


def claims(archive: Archive) -> Iterator[tuple[str, Any]]:
    for kind in CLAIMING:
        for id_, entry in getattr(archive, kind).items():
            yield f"{kind}.{id_}", entry


def test_the_shipped_archive_is_without_fault(tmp_path: Path) -> None:
    assert examine_archive(find_packs(content_folder(), tmp_path)).findings == ()


def test_the_library_has_what_was_promised(archive: Archive) -> None:
    assert len(archive.people) >= 90 and len(archive.places) >= 70
    assert len(archive.timeline) >= 120 and len(archive.operations) >= 30 and len(archive.organisations) >= 20


def test_every_entry_has_sources_and_every_source_is_known(archive: Archive) -> None:
    for name, entry in claims(archive):
        assert entry.sources, name
        assert set(entry.sources) <= archive.bibliography.keys(), name


def test_every_source_is_cited_by_something(archive: Archive) -> None:
    assert archive.bibliography.keys() <= {source for _name, entry in claims(archive) for source in entry.sources}


def test_every_reference_resolves(archive: Archive) -> None:
    for name, entry in claims(archive):
        for kind in REFERENCES:
            assert set(getattr(entry, kind, ())) <= getattr(archive, kind).keys(), (name, kind)
    for person in archive.people.values():
        assert {relation.to for relation in person.relations} <= archive.people.keys(), person.id
    for country in (*(place.country for place in archive.places.values()), *(y.country for y in archive.asylum.values())):
        assert country in archive.countries


def test_biographies_have_their_measure_and_dates_can_be_read(archive: Archive) -> None:
    for person in archive.people.values():
        assert 60 <= len(person.bio.split()) <= 200, person.id
        assert person.about and len(person.about) < 200, person.id
    for entry in (*archive.timeline.values(), *archive.operations.values(), *archive.asylum.values()):
        assert period_of(entry.date, entry.until) is not None, entry.id


@pytest.mark.parametrize(
    ("person", "said"),
    [
        ("lev_sedov", "whether he was killed is unproven"),
        ("natalia", "from what cause is disputed"),
        ("slutsky", "is disputed"),
        ("harte", "remains open"),
        ("agabekov", "where is disputed"),
        ("vidali", "No document shows either"),
        ("africa_de_las_heras", "No source from the circle confirms it"),
    ],
)
def test_what_is_disputed_is_not_told_as_known(archive: Archive, person: str, said: str) -> None:
    assert said in archive.people[person].bio


def invented_names(archive: Archive) -> list[str]:
    """People who are said to be invented, those who appear in a game, and the newspaper people of the testimonies."""
    names = [person.name for person in archive.people.values() if "invented" in person.bio.lower()]
    for path in content_folder().glob("*/*.yaml"):
        text = path.read_text(encoding="utf-8")
        if "\nnewcomers:\n" in text:
            pool = yaml.safe_load(text)["newcomers"]
            origins = (pool.get("origins") or {}).values()
            names += pool.get("names", []) + [name for origin in origins for name in origin.get("names", [])]
    testimonies = (content_folder() / "rules" / "testimonies.yaml").read_text(encoding="utf-8")
    return names + re.findall(r"^    \w+: \{name: ([^,]+), role: ", testimonies, re.MULTILINE)


def test_nobody_invented_is_called_like_somebody_of_this_history(archive: Archive) -> None:
    """No surname is lent twice, and no given name is one by which somebody went, as the agent Étienne did."""
    invented = invented_names(archive)
    assert len(invented) > 80
    real = [person for person in archive.people.values() if person.name not in invented]
    borne = {word for person in real for name in (person.name, person.true_name, person.cover_name) for word in name.split()[-1:]}
    known_as = {name for names in archive.names.values() for name in names}
    assert not [name for name in invented if name.split()[-1] in borne or known_as & set(name.split())]


@pytest.mark.parametrize("kind", ["people", "places", "countries", "routes"])
def test_nothing_is_told_of_in_two_files(kind: str) -> None:
    """Two entries of one id would be laid over one another without a word."""
    ids: list[str] = []
    for path in sorted((*content_folder().glob("people/*.yaml"), *content_folder().glob("world/*.yaml"))):
        table = read_file(path, path.name).tree.entries.get(kind)
        ids += table.entries if isinstance(table, Table) else []
    assert len(ids) > 20
    assert len(ids) == len(set(ids)), {name for name in ids if ids.count(name) > 1}


@pytest.mark.parametrize("path", sorted((content_folder() / "archive").glob("*.yaml")), ids=lambda path: path.name)
def test_the_slow_reader_of_yaml_takes_the_files_as_well(path: Path) -> None:
    """Where the library was built without its fast reader, the other one has stricter ideas of a plain word."""
    assert yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)


MISTAKES = {
    "no-sources": "timeline:\n  x:\n    date: 1938\n    title: A\n    text: B\n",
    "unknown-source": "timeline:\n  the_raid:\n    sources: [SS, Patt]\n",
    "unknown-name": "operations:\n  op29:\n    people: [sikeiros]\n",
    "bad-date": "timeline:\n  the_raid:\n    date: 1940-05-32\n",
    "told-as-certain": "timeline:\n  awards:\n    confidence: C\n",
    "unknown-relation": "people:\n  serge:\n    relations:\n      - to: nobody_known\n        kind: friend\n",
    "misspelt-relation": "people:\n  serge:\n    relations:\n      - kind: freind\n        to: natalia\n",
    "off-scale": "asylum:\n  norway_1935:\n    tolerance: 11\n",
    "unknown-key": "organisations:\n  poum:\n    knid: party\n",
    "wrong-type": "bibliography:\n  Pat:\n    title: [a]\n",
    "missing-key": "organisations:\n  new_one:\n    name: A\n    sources: [Pat]\n",
    "duplicate-key": "timeline:\n  the_raid:\n    date: 1940\n    date: 1941\n",
}


@pytest.mark.parametrize("code", MISTAKES)
def test_a_mistake_is_found_where_it_stands(code: str, packs: Packs, write: Write) -> None:
    folder = "people" if MISTAKES[code].startswith("people") else "archive"
    path = write(f"{folder}/mine.yaml", MISTAKES[code])
    found = [finding for finding in examine_archive(packs).findings if finding.code == code]
    assert len(found) == 1
    assert found[0].file == str(path)
    lines = MISTAKES[code].splitlines()
    above = {"no-sources": 2, "told-as-certain": 2, "missing-key": 2, "unknown-relation": 4, "misspelt-relation": 4}
    assert found[0].line == above.get(code, len(lines))
    assert found[0].column >= 3 and (found[0].path or code == "duplicate-key")


def test_every_lint_has_a_mistake_that_it_finds() -> None:
    assert {lint.code for lint in ARCHIVE_LINTS} <= MISTAKES.keys()


def test_an_end_before_the_beginning_is_told(packs: Packs, write: Write) -> None:
    write("archive/mine.yaml", "timeline:\n  the_raid:\n    until: 1939\n")
    (found,) = [finding for finding in examine_archive(packs).findings if finding.code == "bad-date"]
    assert found.line == 3 and found.path == "timeline.the_raid.until" and "1939-12-31" in found.message


def test_a_broken_entry_is_left_out_and_the_rest_is_read(packs: Packs, write: Write) -> None:
    write("archive/mine.yaml", "timeline: {broken: {date: 1938}}\norganisations: 5\n")
    archive = read_archive(packs)
    assert "broken" not in archive.timeline and "nin" in archive.people


def test_check_reads_an_archive_folder(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    path = write("archive/mine.yaml", MISTAKES["unknown-name"])
    assert run(["check", str(path.parent.parent)]) == 1
    printed = capsys.readouterr().out
    assert "unknown-name" in printed and "did you mean 'siqueiros'?" in printed and "mine.yaml:3:" in printed
    assert run(["check", str(path)]) == 1


@pytest.mark.parametrize(
    ("begins", "until", "period"),
    [
        ("1938", "", Period(date(1938, 1, 1), date(1938, 12, 31))),
        ("1936-02", "", Period(date(1936, 2, 1), date(1936, 2, 29))),
        ("1938-02-09", "1938-02-16", Period(date(1938, 2, 9), date(1938, 2, 16))),
        ("1938-02-30", "", None),
        ("1938-2", "", None),
        ("spring", "", None),
        ("1938", "soon", None),
        ("0000", "", None),
    ],
)
def test_periods(begins: str, until: str, period: Period | None) -> None:
    assert period_of(begins, until) == period
