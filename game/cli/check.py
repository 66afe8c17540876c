"""`utka check`: what is wrong with scenarios, libraries and mods, and where."""

import json
from dataclasses import asdict, replace
from pathlib import Path
from textwrap import fill
from typing import Annotated

import typer

from game.cli.problems import CannotRunError
from game.scenario import Finding, Severity, find_packs
from game.scenario.checking import Report, check_path, check_scenario, joined
from game.scenario.findings import in_order
from game.scenario.packs import SHIPPED
from game.scenario.phrases import counted

LONGEST_HINT, WIDTH = 80, 110
"""A hint longer than this stands on lines of its own, of so many letters at most."""


def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, mods, or ids of scenarios.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Count warnings as errors.")] = False,
) -> None:
    """Validate and lint scenarios, libraries or whole mods. Exit code 1 if there are errors."""
    from game.ui.unmet import unmet  # noqa: PLC0415 - what the window has is looked up only here

    report = joined(tuple(_check(path) for path in paths))
    findings = in_order((*report.findings, *(finding for each in report.scenarios for finding in unmet(each))))
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = len(findings) - errors
    if as_json:
        _print_json(findings, len(report.files))
    else:
        for finding in findings:
            typer.echo(_told(finding))
        typer.echo(f"{counted(errors, 'error')}, {counted(warnings, 'warning')} in {counted(len(report.files), 'file')}")
    if errors or (strict and warnings):
        raise typer.Exit(1)


def _check(path: str) -> Report:
    packs = find_packs()
    if not Path(path).exists():
        mod = next((pack for pack in packs.packs if pack.id == path != SHIPPED), None)
        if mod is not None:  # a mod is more than the scenario of the same name in it
            return check_path(mod.root, packs)
        if path in packs.scenario_ids():
            return check_scenario(path, packs)
    try:
        return check_path(Path(path), packs)
    except FileNotFoundError as error:
        raise CannotRunError(str(error)) from None


def _told(finding: Finding) -> str:
    """The finding on one line; a long list of what is allowed below it."""
    if len(finding.hint) <= LONGEST_HINT:
        return str(finding)
    margin = " " * 4
    hint = fill(
        finding.hint, WIDTH, initial_indent=margin, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False
    )
    return f"{replace(finding, hint='')}\n{hint}"


def _print_json(findings: tuple[Finding, ...], files: int) -> None:
    document = {"findings": [asdict(finding) for finding in findings], "files": files}
    typer.echo(json.dumps(document, indent=2, ensure_ascii=False))
