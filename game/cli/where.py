"""`utka where`: a merged value, and every file and line that had a say in it."""

import json
from typing import Annotated

import typer

from game.cli.problems import CannotRunError
from game.scenario import ScenarioNotFoundError, examine
from game.scenario.findings import nearest
from game.scenario.nodes import Node, Table, bare, look_up
from game.scenario.origins import origins_of


def where(
    scenario: Annotated[str, typer.Argument(metavar="SCENARIO", help="An id, a file or a folder.")],
    key: Annotated[str, typer.Argument(metavar="KEY", help="A dotted key, such as people.jacson.place.")],
) -> None:
    """Show the merged value of a dotted key, and file:line of each layer that set it."""
    try:
        examination = examine(scenario)
    except ScenarioNotFoundError as error:
        raise CannotRunError(str(error)) from None
    hit = look_up(examination.tree, key)
    origins = origins_of(examination.layers, key)
    if hit is None and not origins:
        raise CannotRunError(f"{scenario} says nothing under '{key}'{_offer(examination.tree, key)}")
    typer.echo(f"{key}: {_shortly(hit[0], 2000) if hit else '(deleted)'}")
    for origin in origins:
        typer.echo(f"  {origin.mark}  {_shortly(origin.node, 100)}")


def _offer(tree: Node, key: str) -> str:
    """The nearest key at the first step that leads nowhere."""
    parent, _, last = key.rpartition(".")
    while True:
        hit = look_up(tree, parent)
        if hit is not None:
            hint = nearest(last, hit[0].entries) if isinstance(hit[0], Table) else ""
            return f"; {hint}" if hint else ""
        parent, _, last = parent.rpartition(".")


def _shortly(node: Node, most: int) -> str:
    """A value on one line, cut where it is long."""

    text = json.dumps(bare(node), ensure_ascii=False)
    return text if len(text) <= most else f"{text[: most - 1]}…"
