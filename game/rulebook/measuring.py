"""`python -m game.rulebook.measuring REPORT…`: puts measured matrices into the rulebook's appendix.

Each REPORT is a folder that `utka simulate SCENARIO --matrix --report FOLDER` has filled. Reports of one scenario, such as a row
and a column of its matrix, become one table, if they were played from the same seed and with as many games; it takes the
place of the scenario's former one. The rules are named by what they are now, so run it before they change.
"""

import json
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from game.resources import content_folder
from game.rulebook.shipped import MEASURED
from game.rulebook.source import rules_of
from game.scenario import ScenarioError, load

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


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the reports and writes the measurements anew; says in a line which report cannot be read."""
    parser = ArgumentParser(prog="python -m game.rulebook.measuring", description="Puts measured matrices into the rulebook.")
    parser.add_argument("reports", nargs="+", type=Path, metavar="REPORT", help="a folder that utka simulate --report has filled")
    folders: list[Path] = parser.parse_args(arguments).reports
    path = content_folder() / MEASURED
    try:
        reports = [read_report(folder) for folder in folders]
        fingerprints = {report["scenario"]: rules_of(load(report["scenario"])).fingerprint for report in reports}
        former = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {"matrices": []}
        measured = add_reports(former, reports, fingerprints, date.today().isoformat())
    except (ScenarioError, ValueError) as error:
        parser.error(str(error))
    path.write_text(json.dumps(measured, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read_report(folder: Path) -> Json:
    """The report of a matrix in a folder.

    Raises:
        ValueError: there is none, or it is of something else.
    """
    path = folder / "report.json"
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ValueError(f"{path} cannot be read as a report: {error}") from error
    if not isinstance(report, dict) or not {"scenario", "seed", "games", "cells"} <= set(report):
        raise ValueError(f"{path} is no report of a matrix; utka simulate SCENARIO --matrix --report {folder} makes one")
    return report


if __name__ == "__main__":
    main()
