"""`utka wordings`: the messages of the interface that a scenario, or a language, can word otherwise."""

import json
from typing import Annotated

import typer

from game.cli.problems import CannotRunError
from game.scenario import find_packs
from game.scenario.findings import nearest
from game.scenario.languages import languages_in


def wordings(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORD]…", help="Only messages in which all of these stand.")
    ] = None,
    missing: Annotated[
        str, typer.Option(metavar="CODE", help="Only those that this language, which a mod brings, has no words for yet.")
    ] = "",
    as_yaml: Annotated[bool, typer.Option("--yaml", help="Print them as lines to be filled in under `wording`.")] = False,
) -> None:
    """List the messages of the interface, as `wording` in a scenario or in a language names them."""
    from game.ui.unmet import spoken, unsaid  # noqa: PLC0415 - the window's code is read only here

    sought, known = [word.casefold() for word in words or ()], languages_in(find_packs()) if missing else {}
    if missing and missing not in known:
        hint = nearest(missing, known) or "no mod brings a language that can be used"
        raise CannotRunError(f"no language is called {missing}, {hint}")
    every = unsaid(known[missing]) if missing else sorted(spoken())
    found = [text for text in every if all(word in text.casefold() for word in sought)]
    if missing and not every:  # which is no failure, and no line among those to be filled in
        typer.echo(f"{known[missing].name} has words for every message", err=True)
    elif not found:
        raise CannotRunError(f"no message holds {' and '.join(sought)}")
    for text in found:
        typer.echo(f"  {json.dumps(text, ensure_ascii=False)}:" if as_yaml else text.replace("\n", "\\n"))
