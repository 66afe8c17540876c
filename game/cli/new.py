"""`utka new`: the beginning of a scenario of one's own."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.problems import CannotRunError
from game.resources import content_folder
from game.scenario import ScenarioError, available, find_packs, load
from game.scenario.findings import nearest
from game.scenario.packs import mods_folder
from game.scenario.scaffolding import scaffold

NOTHING = "nothing"
"""What a scenario starts from that is laid on no other."""


def new(
    name: Annotated[str, typer.Argument(metavar="ID", help="Small letters, digits, _ and -.")],
    base: Annotated[
        str, typer.Option("--from", metavar="SCENARIO", help="The scenario to start from, or 'nothing'.")
    ] = "utka-1939",
    folder: Annotated[
        Path | None, typer.Option("--dir", metavar="DIR", help="The mod becomes a folder in this one; else in the mods folder.")
    ] = None,
) -> None:
    """Write a commented scenario that plays at once."""
    entries = {entry.id: entry for entry in available(find_packs())}
    if base not in (NOTHING, *entries):
        raise CannotRunError(f"there is no scenario '{base}'; {nearest(base, (NOTHING, *entries))}")
    if name == NOTHING:
        raise CannotRunError(f"'{NOTHING}' stands for no scenario at all; choose another id")
    if name in entries:
        raise CannotRunError(f"there is a scenario '{name}' already")
    if (content_folder() / name).exists():
        raise CannotRunError(f"'{name}' is a folder of the game's own that scenarios use; choose another id")
    try:
        written = scaffold(name, None if base == NOTHING else load(base), folder if folder is not None else mods_folder())
    except ScenarioError as error:
        raise CannotRunError(f"'{base}' has errors: {error}") from None
    except (ValueError, FileExistsError) as error:
        raise CannotRunError(str(error)) from None
    for path in written:
        typer.echo(str(path))
    called = name if folder is None else written[0].parent
    typer.echo(f"Change it, then: utka check {called}; utka play {called}", err=True)
