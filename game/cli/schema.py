"""`utka schema`: JSON Schema for editors."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from game.cli.options import writable
from game.scenario.schema import schema


class Kind(StrEnum):
    """The kinds of files that have a schema."""

    SCENARIO = "scenario"
    PLACES = "places"
    PEOPLE = "people"
    RULES = "rules"
    ARCHIVE = "archive"
    MOD = "mod"
    PLATE = "plate"
    LANGUAGE = "language"


def print_schema(
    kind: Annotated[Kind, typer.Option(help="Which kind of file.")] = Kind.SCENARIO,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", callback=writable, help="Write to a file instead, over what is there.")
    ] = None,
) -> None:
    """Print the JSON Schema (draft 2020-12) of scenario files."""
    text = json.dumps(schema(kind.value), indent=1, ensure_ascii=False)
    if out is None:
        typer.echo(text)
    else:
        out.write_text(text + "\n", encoding="utf-8", newline="\n")
