"""City plates as files: what is shipped is sound, and every slip of the pen is told with its place."""

from pathlib import Path

import pytest

from game.scenario import plate_list
from game.scenario.checking import check_path
from game.scenario.packs import Pack, Packs
from game.scenario.plate_list import PlateList
from game.scenario.plates import PATTERN, PlateReading, read_plate, read_plates
from game.scenario.reader import read_file
from game.scenario.schema import schema

WORLD = Path(__file__).parents[2] / "scenarios" / "world"
SHIPPED = Packs((Pack("shipped", WORLD.parent),))

PLATE = """title: Lisbon
extent: {south: 38.65, north: 38.80, west: -9.30, east: -9.05}
base: land
areas:
  - {kind: water, outline: [[38.70, -9.4], [38.69, -9.1], [38.60, -9.2]]}
lines:
  - {kind: rail, points: [[38.71, -9.14], [38.78, -9.10]]}
labels:
  - {text: Alfama, at: [38.711, -9.13]}
"""


def plate_file(folder: Path, text: str) -> Path:
    path = folder / "world" / "plates" / "lisbon.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_of_a_plate_that_cannot_be_read_only_that_is_told(tmp_path: Path) -> None:
    (tmp_path / "lisbon.yaml").write_text("title: [Lisbon\n")
    assert [finding.code for finding in read_plate(tmp_path / "lisbon.yaml").findings] == ["syntax"]


def test_the_shipped_plates_are_sound_and_name_routes_that_there_are() -> None:
    readings = read_plates(SHIPPED)
    assert len(readings) == 5 and not [finding for reading in readings for finding in reading.findings]
    routes = read_file(WORLD / "routes.yaml", "routes.yaml").tree.entries["routes"]
    for reading in readings:
        assert reading.plate is not None and reading.plate.about
        assert set(reading.plate.ways) <= set(routes.entries)  # type: ignore[union-attr]


def test_a_sound_plate_is_read(tmp_path: Path) -> None:
    reading = read_plate(plate_file(tmp_path, PLATE))
    assert not reading.findings and reading.id == "lisbon"
    assert reading.plate is not None and reading.plate.steps == (1.0, 2.2, 5.0) and reading.plate.labels[0].from_ == 1


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("kind: rail", "kind: rails", 7, "did you mean 'rail'"),
        ("[38.711, -9.13]", "[-9.13, 38.711]", 9, "points are [latitude, longitude]"),
        ("[38.71, -9.14], [38.78, -9.10]", "[38.71, -9.14]", 7, "found 1 point, expected at least 2"),
        ("south: 38.65", "south: 39.65", 2, "south must be less than north"),
        ("base: land", "steps: [1, 5, 2]", 3, "rising numbers"),
        ("text: Alfama,", "text: Alfama, from: 7,", 9, "1 to 3"),
        ("[38.69, -9.1],", "[38.69],", 5, "found 1 value, expected 2"),
        ("title: Lisbon", "titel: Lisbon", 1, "did you mean 'title'"),
    ],
)
def test_slips_are_told_with_their_place(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    reading = read_plate(plate_file(tmp_path, PLATE.replace(old, new)))
    assert reading.plate is None
    assert [finding for finding in reading.findings if finding.line == line and said in str(finding)], reading.findings


def test_a_folder_is_checked_with_its_plates_and_a_mod_takes_the_place_of_what_is_shipped(tmp_path: Path) -> None:
    path = plate_file(tmp_path / "mod", PLATE.replace("kind: rail", "kind: rails"))
    report = check_path(tmp_path / "mod", SHIPPED)
    assert [finding.code for finding in report.findings] == ["unknown-name"] and "lisbon.yaml" in report.findings[0].file
    assert [finding.code for finding in check_path(path, SHIPPED).findings] == ["unknown-name"]
    path.rename(path.with_name("paris.yaml"))
    path.with_name("paris.yaml").write_text(PLATE, encoding="utf-8")
    both = SHIPPED.with_pack(Pack("mod", tmp_path / "mod"))
    titles = {reading.id: reading.plate.title for reading in read_plates(both) if reading.plate is not None}
    assert titles["paris"] == "Lisbon" and len(titles) == 5 and PATTERN.startswith("world/")


def test_where_plates_lie_is_kept_while_their_files_stay_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, memory, reads = plate_file(tmp_path, PLATE), tmp_path / "cache" / "plates.json", []
    packs = Packs((Pack("mod", tmp_path),))

    def counted(packs: Packs) -> tuple[PlateReading, ...]:
        reads.append(packs)
        return read_plates(packs)

    monkeypatch.setattr(plate_list, "read_plates", counted)
    first, again = PlateList(packs, memory), PlateList(packs, memory)
    assert first.outlines == again.outlines and again.outlines["lisbon"].title == "Lisbon" and len(reads) == 1
    assert again.plate("lisbon") == first.plate("lisbon") == read_plate(path).plate
    path.write_text(PLATE.replace("title: Lisbon", "title: Porto"), encoding="utf-8")
    assert PlateList(packs, memory).outlines["lisbon"].title == "Porto" and len(reads) == 2
    whole = memory.read_text(encoding="utf-8")
    for damaged in (whole[:40], "[]", "{}", whole.replace('"title"', '"titel"'), whole.replace("38.65", '"south"')):
        memory.write_text(damaged, encoding="utf-8")
        assert PlateList(packs, memory).outlines["lisbon"].title == "Porto"
    assert len(reads) == 7


def test_a_plate_that_is_spoilt_while_the_game_runs_is_an_empty_sheet(tmp_path: Path) -> None:
    path, memory = plate_file(tmp_path, PLATE), tmp_path / "plates.json"
    packs = Packs((Pack("mod", tmp_path),))
    assert PlateList(packs, memory).plate("lisbon").areas
    late = PlateList(packs, memory)
    assert set(late.outlines) == {"lisbon"}
    path.write_text("title: [Lisbon\n", encoding="utf-8")
    plate = late.plate("lisbon")
    assert plate.title == "Lisbon" and not plate.areas and not plate.lines
    with pytest.raises(KeyError):
        late.plate("porto")


def test_plates_have_a_schema() -> None:
    written = schema("plate")
    assert set(written["required"]) == {"extent", "title"} and "PlateArea" in written["$defs"]
