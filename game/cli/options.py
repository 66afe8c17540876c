"""Options that several kinds of measurement have, and lists with commas."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class LuckKind(StrEnum):
    """How rolls for orders fall."""

    DICE = "dice"
    STEADY = "steady"


def writable(path: Path | None) -> Path | None:
    """The file, if there is a folder for it and it is none itself: who measures for an hour wants to know that before."""
    if path is not None and str(path) != "-" and (path.is_dir() or not path.parent.is_dir()):
        raise typer.BadParameter(f"{path} is a folder" if path.is_dir() else f"{path}: there is no such folder")
    return path


ScenarioName = Annotated[str, typer.Argument(metavar="SCENARIO", help="An id, a file or a folder.")]
Seed = Annotated[int, typer.Option(help="The same seed plays the same games.")]
Jobs = Annotated[int, typer.Option(min=0, help="Processes; 0 for one on each core.")]
JsonFile = Annotated[
    Path | None, typer.Option("--json", metavar="FILE", callback=writable, help="Write the figures; - prints them.")
]
ReportFolder = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Write report.md, report.json and a picture, and go on where a run there stopped."),
]
DaskAddress = Annotated[str, typer.Option(metavar="ADDRESS", help="Play on the cluster of this Dask scheduler.")]
Luck = Annotated[LuckKind, typer.Option(help="Roll each by itself, or deal from decks that even out.")]


def names_in(words: str) -> Sequence[str]:
    """The names in a list with commas, each once."""
    return tuple(dict.fromkeys(name for word in words.split(",") if (name := word.strip())))
