"""`utka export`: a finished game as a page for the browser and as a poster."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.opening import keep_quiet
from game.cli.options import writable
from game.cli.problems import CannotRunError


def export(
    file: Annotated[Path, typer.Argument(metavar="RECORD", help="A record (.json) or a saved game (.utka) that is over.")],
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", callback=writable, help="Write one self-contained HTML page.")
    ] = None,
    png: Annotated[Path | None, typer.Option(metavar="FILE", callback=writable, help="Write a poster, a PNG picture.")] = None,
    scenario: Annotated[str, typer.Option(metavar="SCENARIO", help="Tell it by this scenario, file or folder.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Write over files that are there.")] = False,
) -> None:
    """Keep a finished game, everything revealed, as a page or as a poster."""
    if html is None and png is None:
        raise CannotRunError("nothing to write: name a file with --html or --png")
    if png is not None and png.suffix.lower() != ".png":
        raise CannotRunError(f"{png}: the poster is a PNG picture; name a file that ends in .png")
    named = [path.resolve() for path in (file, html, png) if path is not None]
    if len(set(named)) < len(named):
        raise CannotRunError("the record, the page and the poster must be different files")
    for path in (html, png):
        if path is not None and path.exists() and not force:
            raise CannotRunError(f"{path} is there already (--force writes over it)")
    from game.cli.retelling import finished_game  # noqa: PLC0415 - brings in all of the game's machinery

    record, found = finished_game(file, scenario)
    keep_quiet()
    from game.cli.measuring import progress_bar  # noqa: PLC0415 - as above
    from game.ui.export.command import export_game  # noqa: PLC0415 - the window's toolkit is loaded only here

    with progress_bar("percent", 100) as report:
        tell = (lambda done, whole: report(100 * done // whole, 100)) if report is not None else (lambda done, whole: None)
        files = list(export_game(record, found, html, png, tell))
    for written in files:
        if isinstance(written, str):
            raise CannotRunError(written)
        typer.echo(str(written))
