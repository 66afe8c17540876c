"""`utka replay`: a record, or the record inside a save, played again."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.opening import make_ready
from game.cli.problems import CannotRunError


def replay(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A record (.json) or a saved game (.utka).")],
    verify: Annotated[bool, typer.Option("--verify", help="Compare every digest; exit code 1 if one differs.")] = False,
    text: Annotated[bool, typer.Option("--text", help="Print the game turn by turn in plain words.")] = False,
    window: Annotated[bool, typer.Option("--window", help="Open the window on it, turn by turn.")] = False,
    show: Annotated[bool, typer.Option("--show", help="Open the window on the secrets of a finished game.")] = False,
    scenario: Annotated[str, typer.Option(metavar="SCENARIO", help="Play it in this scenario, file or folder.")] = "",
) -> None:
    """Play a record again. Of an unfinished game only what whoever plays it here may know is told."""
    if window:
        _open(file)
        return
    from game.cli.retelling import finished_game, retell  # noqa: PLC0415 - brings in all of the game's machinery

    if show:
        record, found = finished_game(file, scenario)
        make_ready()
        from game.ui.straight import open_revelations  # noqa: PLC0415 - the window is loaded only when it opens

        open_revelations(record, found)
        return
    if not retell(file, scenario, verify=verify, text=text):
        raise typer.Exit(1)


def _open(file: Path) -> None:
    make_ready()
    from game.ui.straight import open_record  # noqa: PLC0415 - the window is loaded only when it opens

    problem = open_record(file)
    if problem:
        raise CannotRunError(problem)
