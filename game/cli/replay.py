"""`utka replay`: a record, or the record inside a save, played again."""

from pathlib import Path
from typing import Annotated

import typer


def replay(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A record (.json) or a saved game (.utka).")],
    verify: Annotated[bool, typer.Option("--verify", help="Compare every digest; exit code 1 if one differs.")] = False,
    text: Annotated[bool, typer.Option("--text", help="Print the game turn by turn in plain words.")] = False,
    scenario: Annotated[str, typer.Option(metavar="SCENARIO", help="Play it in this scenario, file or folder.")] = "",
) -> None:
    """Play a record again. Of an unfinished game against the computer only the person's side is told."""
    from game.cli.retelling import retell  # noqa: PLC0415 - brings in all of the game's machinery

    if not retell(file, scenario, verify=verify, text=text):
        raise typer.Exit(1)
