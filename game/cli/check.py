"""`utka check`: what is wrong with scenarios, libraries and mods, and where."""

import json
from dataclasses import asdict, replace
from pathlib import Path
from textwrap import fill
from typing import Annotated

import typer

from game.cli.problems import CannotRunError
from game.resources import assets_folder
from game.scenario import Finding, Packs, Severity, find_packs
from game.scenario.checking import Report, check_path, check_scenario, joined
from game.scenario.findings import in_order, nearest
from game.scenario.languages import FOLDER as LANGUAGES
from game.scenario.looks import FOLDER as LOOKS
from game.scenario.looks import PAPERS
from game.scenario.packs import MOD_FILE, SHIPPED, pack_around, shown, strays
from game.scenario.phrases import counted
from game.scenario.sounds import BOOK
from game.scenario.sounds import FOLDER as SOUNDS

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
            return _with_the_windows(mod.root, packs)
        if path in packs.scenario_ids():
            return check_scenario(path, packs)
    try:
        return _with_the_windows(Path(path), packs)
    except FileNotFoundError as error:
        known = (*packs.scenario_ids(), *(pack.id for pack in packs.packs if pack.id != SHIPPED))
        hint = "" if "/" in path or "\\" in path else nearest(path, known)
        stray = next((each for each in strays() if each.name == path), None)
        if stray is not None:
            raise CannotRunError(f"{shown(stray)} is not a mod, since it has no {MOD_FILE}") from None
        raise CannotRunError(f"{error}; nor is there such a scenario or mod, {hint}" if hint else str(error)) from None


def _with_the_windows(path: Path, packs: Packs) -> Report:
    """All that is wrong under a path, and with the looks, sounds and languages there, of which only the window knows what is
    seen, what can be heard and what is said."""
    from game.ui.looks import check_look  # noqa: PLC0415 - looked up only here
    from game.ui.sound.book import check_sounds  # noqa: PLC0415 - as above
    from game.ui.unmet import unmet_languages  # noqa: PLC0415 - as above

    report, findings = check_path(path, packs), list[Finding]()
    looks, sounds, languages = (_folder(name, path) for name in (LOOKS, SOUNDS, LANGUAGES))
    if looks is not None:
        findings += check_look(looks.resolve().parent, assets_folder(), packs.with_pack(pack_around(looks / BOOK)))
    if sounds is not None:
        findings += check_sounds(sounds.resolve().parent, assets_folder() / SOUNDS, packs.with_pack(pack_around(sounds / BOOK)))
    if languages is not None:
        findings += unmet_languages(languages, packs.with_pack(pack_around(languages / BOOK)))
    return joined((report, Report(tuple(findings), frozenset())))


def _folder(name: str, path: Path) -> Path | None:
    """The folder of a name that is meant by a path: in it, it itself, or the one in which it lies."""
    around = (path.parent.parent,) if path.parent.name == PAPERS else ()
    return next((each for each in (path / name, path, path.parent, *around) if each.name == name and each.is_dir()), None)


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
