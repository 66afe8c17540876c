"""`utka mail`: what a letter of a game by mail is, without opening the game. It tells nothing of orders."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.opening import make_ready
from game.cli.problems import CannotRunError


def mail(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A letter (.utkamail).")],
    window: Annotated[bool, typer.Option("--window", help="Open the window and read it there.")] = False,
) -> None:
    """Say which game and turn a letter is of, from which side, and whether it is sound. Exit code 2 if it is not."""
    from game.match.letters import LetterError, kind_of, read_letter  # noqa: PLC0415 - brings in the rules

    try:
        letter = read_letter(file)
    except LetterError as wrong:
        raise CannotRunError(str(wrong)) from None
    if window:
        _open(file)
        return
    header = letter.header
    typer.echo(f"{header.title} ({header.scenario}), game {header.game[:6]}, written by version {header.version}")
    typer.echo(f"turn {header.turn}, from the {header.side.value}: {kind_of(header, letter.body).value}")


def _open(file: Path) -> None:
    make_ready()
    from game.ui.straight import open_letter  # noqa: PLC0415 - the window is loaded only when it opens

    open_letter(file)
