"""`utka schema`: JSON Schema for editors."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from game.cli.options import writable
from game.scenario.schema import JsonSchema, schema


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
    SOUNDS = "sounds"
    COLOURS = "colours"


def _schema(kind: Kind) -> JsonSchema:
    if kind not in (Kind.SOUNDS, Kind.COLOURS):
        return schema(kind.value)
    from game.ui.schemas import window_schema  # noqa: PLC0415 - what the window knows is looked up only here

    return window_schema(kind.value)


def print_schema(
    kind: Annotated[Kind, typer.Option(help="Which kind of file.")] = Kind.SCENARIO,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", callback=writable, help="Write to a file instead, over what is there.")
    ] = None,
) -> None:
    """Print the JSON Schema (draft 2020-12) of scenario files."""
    text = json.dumps(_schema(kind), indent=1, ensure_ascii=False)
    if out is None:
        typer.echo(text)
    else:
        out.write_text(text + "\n", encoding="utf-8", newline="\n")
