"""`utka list`: the scenarios and mods that the game finds."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from game.scenario import Entry, Severity, available, find_packs
from game.scenario.mods import Mod, mods_in
from game.scenario.packs import MOD_FILE, strays


def list_scenarios(
    as_json: Annotated[bool, typer.Option("--json", help="Print the list as JSON.")] = False,
) -> None:
    """List the scenarios and mods found: id, title, period, turns, origin, errors."""
    packs = find_packs()
    entries, mods = available(packs), mods_in(packs)
    if as_json:
        _print_json(entries, mods)
    else:
        _print_table(entries, mods)


def _print_json(entries: tuple[Entry, ...], mods: tuple[Mod, ...]) -> None:
    scenarios = [
        {
            "id": entry.id,
            "title": entry.title,
            "subtitle": entry.subtitle,
            "period": entry.period,
            "turns": entry.turns,
            "origin": entry.origin,
            "changed_by": list(entry.mods),
            "errors": [asdict(error) for error in entry.errors],
        }
        for entry in entries
    ]
    found = [
        {
            "id": mod.id,
            "title": mod.header.title if mod.header else mod.id,
            "folder": str(mod.root),
            "errors": [asdict(error) for error in mod.findings if error.severity is Severity.ERROR],
        }
        for mod in mods
    ]
    typer.echo(json.dumps({"scenarios": scenarios, "mods": found}, indent=2, ensure_ascii=False))


def _print_table(entries: tuple[Entry, ...], mods: tuple[Mod, ...]) -> None:
    from rich.console import Console  # noqa: PLC0415 - slow to load, and only this command prints a table
    from rich.table import Table  # noqa: PLC0415 - slow to load, and only this command prints a table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in ("id", "title", "period", "turns", "origin", "errors"):
        table.add_column(title, justify="right" if title in ("turns", "errors") else "left", no_wrap=True)
    for entry in entries:
        errors = str(len(entry.errors)) if entry.errors else ""
        style = None if entry.playable else "dim"
        origin = f"{entry.origin}, changed by {', '.join(entry.mods)}" if entry.mods else entry.origin
        table.add_row(entry.id, entry.title, entry.period, str(entry.turns), origin, errors, style=style)
    console = Console(highlight=False, markup=False)
    if not console.is_terminal:
        console.width = 160
    console.print(table)
    for folder in strays():
        console.print(f"{folder}: not a mod, since it has no {MOD_FILE}")
    for mod in mods:
        console.print(f"mod {mod.id}: {mod.header.title if mod.header else 'its mod.yaml has errors'} ({mod.root})")
        for finding in mod.findings:
            console.print(f"  {finding}", soft_wrap=True)
