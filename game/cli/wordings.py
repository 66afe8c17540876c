"""`utka wordings`: the messages of the interface that a scenario can word otherwise."""

from typing import Annotated

import typer

from game.cli.problems import CannotRunError


def wordings(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORD]…", help="Only messages in which all of these stand.")
    ] = None,
) -> None:
    """List the messages of the interface, as `wording` in a scenario names them."""
    from game.ui.unmet import spoken  # noqa: PLC0415 - the window's code is read only here

    sought = [word.casefold() for word in words or ()]
    found = sorted(text for text in spoken() if all(word in text.casefold() for word in sought))
    if not found:
        raise CannotRunError(f"no message holds {' and '.join(sought)}")
    for text in found:
        typer.echo(text.replace("\n", "\\n"))
