"""Measurements are set as tables that say with which rules they were made, and whether these are still the same."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.resources import content_folder
from game.rulebook.book import write_book
from game.rulebook.measured import Measured, MeasuredError, read_measured
from game.rulebook.measuring import add_reports, main
from game.rulebook.shipped import MEASURED
from game.rulebook.source import Rules, rules_of, standard_rules
from game.rules.definitions import Scenario

TEMPLATE = "# One\n## a: Balance\n% measured"


def cell(center: str, circle: str, share: float, score: float) -> dict[str, object]:
    return {
        "center": center,
        "circle": circle,
        "share": {"mean": share, "low": share - 0.05, "high": share + 0.05},
        "score": {"mean": score, "low": score - 0.1, "high": score + 0.1},
    }


def write(path: Path, rules: str) -> Path:
    matrix = {
        "scenario": "utka-1939",
        "rules": rules,
        "date": "2026-01-31",
        "seed": 7,
        "games": 200,
        "cells": [cell("planner", "random", 0.9, 0.5), cell("planner", "planner", 0.5, -0.04), cell("rush", "random", 0.2, -0.3)],
    }
    path.write_text(json.dumps({"matrices": [matrix]}))
    return path


@pytest.fixture
def rules(utka: Scenario) -> Rules:
    return rules_of(utka)


def measured(tmp_path: Path, rules: Rules, measured_with: str) -> tuple[Measured, ...]:
    return read_measured(write(tmp_path / "measured.json", measured_with), {"utka-1939": rules.fingerprint})


def test_a_matrix_is_set_as_a_table(tmp_path: Path, rules: Rules) -> None:
    book = write_book(rules, TEMPLATE, measured(tmp_path, rules, rules.fingerprint))
    assert "| Center ↓ Circle → | random | planner |" in book
    assert "| planner | 90% (85%–95%), +0.50 (+0.40 to +0.60) | 50% (45%–55%), −0.04 (−0.14 to +0.06) |" in book
    assert "| rush | 20% (15%–25%), −0.30 (−0.40 to −0.20) | – |" in book
    assert "200 games a pair from seed 7, measured on 2026-01-31" in book and "Stale" not in book


def test_measurements_of_other_rules_are_called_stale(tmp_path: Path, rules: Rules) -> None:
    book = write_book(rules, TEMPLATE, measured(tmp_path, rules, "0123456789ab")).replace("\n", " ")
    assert f"**Stale: its rules are now `{rules.fingerprint}`.**" in book and "`0123456789ab`" in book


def test_a_scenarios_book_shows_its_own_only(tmp_path: Path, rules: Rules) -> None:
    other = replace(rules, scenario="another")
    assert "Nothing has been measured" in write_book(other, TEMPLATE, measured(tmp_path, rules, rules.fingerprint))
    assert "planner" in write_book(standard_rules(), TEMPLATE, measured(tmp_path, rules, rules.fingerprint))


def test_a_scenario_that_is_not_at_hand_is_said_to_be(tmp_path: Path, rules: Rules) -> None:
    found = read_measured(write(tmp_path / "measured.json", "0123456789ab"), {})
    assert "cannot be told" in write_book(rules, TEMPLATE, found)


@pytest.mark.parametrize("text", ["", "[]", '{"matrices": [{}]}', '{"matrices": 3}'])
def test_a_file_that_is_none_says_so_in_one_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "measured.json").write_text(text)
    with pytest.raises(MeasuredError, match=r"^measured\.json is no file of measurements: [^\n]*$"):
        read_measured(tmp_path / "measured.json", {})


def test_the_fingerprint_is_of_what_is_played_and_not_of_what_it_is_called(rules: Rules) -> None:
    raid = rules.operations["raid"]
    renamed = replace(rules, operations={**rules.operations, "raid": replace(raid, name="Storm", help="", summary="", icon="")})
    dearer = replace(rules, operations={**rules.operations, "raid": replace(raid, cost=raid.cost + 1)})
    harder = replace(rules, numbers=replace(rules.numbers, chance_most=90))
    assert renamed.fingerprint == rules.fingerprint
    assert len({rules.fingerprint, dearer.fingerprint, harder.fingerprint}) == 3


def report(scenario: str, center: str, circle: str, *, seed: int = 1, mean: float = 0.5) -> dict[str, Any]:
    estimate = {"mean": mean, "low": 0.4, "high": 0.6}
    cell = {"center": center, "circle": circle, "games": 9, "share": estimate, "score": estimate, "wins": {}}
    return {"scenario": scenario, "seed": seed, "games": 9, "cells": [cell], "seconds": 1.0}


def test_reports_of_a_scenario_become_one_matrix_in_place_of_the_former() -> None:
    former = {"matrices": [{"scenario": "one", "cells": []}, {"scenario": "other", "cells": ["kept"]}]}
    reports = [report("one", "rush", "planner"), report("one", "planner", "nomad"), report("one", "rush", "planner", mean=0.9)]
    one, other = add_reports(former, reports, {"one": "0123456789ab"}, "1940-05-24")["matrices"]
    assert other == {"scenario": "other", "cells": ["kept"]}
    assert (one["rules"], one["date"], one["seed"], one["games"]) == ("0123456789ab", "1940-05-24", 1, 9)
    assert [(cell["center"], cell["circle"], cell["share"]["mean"]) for cell in one["cells"]] == [
        ("rush", "planner", 0.5),
        ("planner", "nomad", 0.5),
    ]
    assert set(one["cells"][0]) == {"center", "circle", "share", "score"}


def test_reports_that_do_not_belong_together_are_refused() -> None:
    reports = [report("one", "rush", "planner"), report("one", "planner", "nomad", seed=2)]
    with pytest.raises(ValueError, match="one seed"):
        add_reports({"matrices": []}, reports, {"one": "0123456789ab"}, "1940-05-24")


def test_what_is_no_report_is_refused_in_a_line_and_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (content_folder() / MEASURED).read_bytes()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "report.json").write_text('{"scenario": "utka-1939"}')
    for folder, words in ((tmp_path, "cannot be read as a report"), (tmp_path / "other", "is no report of a matrix")):
        with pytest.raises(SystemExit):
            main([str(folder)])
        assert words in capsys.readouterr().err
    assert (content_folder() / MEASURED).read_bytes() == before
