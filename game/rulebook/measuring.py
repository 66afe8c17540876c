"""`python -m game.rulebook.measuring REPORT…`: puts measured matrices into the rulebook's appendix.

Each REPORT is a folder that `utka simulate SCENARIO --matrix --report FOLDER` has filled. Reports of one scenario, such as a row
and a column of its matrix, become one table, if they were played from the same seed and with as many games; it takes the
place of the scenario's former one. The rules are named by what they are now, so run it before they change.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from game.resources import content_folder
from game.rulebook.shipped import MEASURED
from game.rulebook.source import rules_of
from game.scenario import load

Json = dict[str, Any]


def add_reports(former: Json, reports: Sequence[Json], fingerprints: Mapping[str, str], day: str) -> Json:
    """The measurements with those of some reports in place of their scenarios' former ones.

    Raises:
        ValueError: two reports of one scenario differ in their seed or in how many games they played.
    """
    matrices = {matrix["scenario"]: matrix for matrix in former["matrices"]}
    fresh: dict[str, Json] = {}
    for report in reports:
        scenario = report["scenario"]
        head = {
            "scenario": scenario,
            "rules": fingerprints[scenario],
            "date": day,
            "seed": report["seed"],
            "games": report["games"],
        }
        matrix = fresh.setdefault(scenario, {**head, "cells": []})
        if {name: matrix[name] for name in head} != head:
            raise ValueError(f"the reports of {scenario} were not played from one seed, as many games each")
        known = {(cell["center"], cell["circle"]) for cell in matrix["cells"]}
        matrix["cells"] += [_cell(cell) for cell in report["cells"] if (cell["center"], cell["circle"]) not in known]
    return {"matrices": list({**matrices, **fresh}.values())}


def _cell(cell: Json) -> Json:
    return {"center": cell["center"], "circle": cell["circle"], "share": cell["share"], "score": cell["score"]}


def main(folders: Sequence[str]) -> None:
    """Reads the reports and writes the measurements anew."""
    path = content_folder() / MEASURED
    reports = [json.loads((Path(folder) / "report.json").read_text(encoding="utf-8")) for folder in folders]
    scenarios = {report["scenario"] for report in reports}
    fingerprints = {scenario: rules_of(load(scenario)).fingerprint for scenario in scenarios}
    former = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {"matrices": []}
    measured = add_reports(former, reports, fingerprints, date.today().isoformat())
    path.write_text(json.dumps(measured, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
