"""`utka rulebook`: the rules as a book, with every figure from the rules themselves."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.options import writable
from game.cli.problems import CannotRunError
from game.scenario import ScenarioError, find_packs


def rulebook(
    scenario: Annotated[
        str | None, typer.Argument(metavar="SCENARIO", help="An id, a file or a folder; without it, the standard rules.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", callback=writable, help="Write to a file instead, over what is there.")
    ] = None,
) -> None:
    """Print the rulebook of the standard rules, or of a scenario with all that it changes in them."""
    from game.rulebook.measured import MeasuredError  # noqa: PLC0415 - as below
    from game.rulebook.shipped import book_of, standard_book  # noqa: PLC0415 - loads the engine; only this command needs it
    from game.rulebook.template import TemplateError  # noqa: PLC0415 - as above

    try:
        text = standard_book() if scenario is None else book_of(scenario, find_packs())
    except (ScenarioError, TemplateError, MeasuredError) as error:
        raise CannotRunError(str(error)) from None
    if out is None:
        typer.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8", newline="\n")
