"""`utka check`: what is wrong with scenarios, libraries and mods, and where."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from game.cli.problems import CannotRunError
from game.scenario import Severity, find_packs
from game.scenario.checking import Report, check_path, check_scenario, joined


def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, mods, or ids of scenarios.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Count warnings as errors.")] = False,
) -> None:
    """Validate and lint scenarios, libraries or whole mods. Exit code 1 if there are errors."""
    report = joined(tuple(_check(path) for path in paths))
    errors = sum(finding.severity is Severity.ERROR for finding in report.findings)
    warnings = len(report.findings) - errors
    if as_json:
        _print_json(report)
    else:
        for finding in report.findings:
            typer.echo(str(finding))
        typer.echo(f"{_count(errors, 'error')}, {_count(warnings, 'warning')} in {_count(len(report.files), 'file')}")
    if errors or (strict and warnings):
        raise typer.Exit(1)


def _check(path: str) -> Report:
    packs = find_packs()
    if not Path(path).exists() and path in packs.scenario_ids():
        return check_scenario(path, packs)
    try:
        return check_path(Path(path), packs)
    except FileNotFoundError as error:
        raise CannotRunError(str(error)) from None


def _print_json(report: Report) -> None:
    document = {"findings": [asdict(finding) for finding in report.findings], "files": len(report.files)}
    typer.echo(json.dumps(document, indent=2, ensure_ascii=False))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
