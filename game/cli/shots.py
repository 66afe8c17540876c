"""`utka shots`: a picture of every screen of the game, with real content and without a window."""

import re
from pathlib import Path
from typing import Annotated

import typer

from game.cli.opening import keep_quiet
from game.cli.problems import CannotRunError
from game.language import ENGLISH
from game.scenario import find_packs
from game.scenario.findings import nearest
from game.scenario.languages import languages_in
from game.scenario.loading import packs_around

LEAST, MOST = (1024, 640), (7680, 4320)


def shots(
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder the pictures are written to.")],
    size: Annotated[str, typer.Option(metavar="WxH", help="Size of the window in pixels.")] = "1600x900",
    scenario: Annotated[str, typer.Option(metavar="ID", help="The scenario whose game is shown.")] = "utka-1939",
    scale: Annotated[int, typer.Option(metavar="PERCENT", help="Size of everything, 100 to 150.")] = 100,
    text: Annotated[int, typer.Option(metavar="PERCENT", help="Size of the text, 80 to 200.")] = 100,
    palette: Annotated[str, typer.Option(metavar="NAME", help="The colours: standard or one of the safe palettes.")] = "standard",
    lang: Annotated[str, typer.Option(metavar="CODE", help="Language of the words.")] = "en",
    only: Annotated[str, typer.Option(metavar="NAME", help="Only screens whose name holds this.")] = "",
) -> None:
    """Draw every screen of the game, with real content, to PNG."""
    window = parse_size(size)
    if out.exists() and not out.is_dir():
        raise CannotRunError(f"{out} is not a folder")
    from game.cli.measuring import load_scenario  # noqa: PLC0415 - the other commands of measuring load much

    load_scenario(scenario)
    known = (ENGLISH, *languages_in(packs_around(scenario, find_packs())))
    if lang not in known:
        raise CannotRunError(f"no language is called {lang}, {nearest(lang, known)}")
    keep_quiet()
    from game.ui.picturing import picture_every_screen  # noqa: PLC0415 - the window's toolkit is loaded only here
    from game.ui.settings import PALETTES, Settings  # noqa: PLC0415 - the window's toolkit is loaded only here

    if palette not in PALETTES:
        raise CannotRunError(f"no palette is called {palette}, {nearest(palette, PALETTES)}")
    try:
        settings = Settings(interface_scale=scale / 100, text_size=text, palette=palette, language=lang)
    except ValueError as wrong:
        raise CannotRunError(f"--scale {scale} --text {text}: {wrong}") from None
    written, left_out = 0, list[str]()
    for path in picture_every_screen(out, window, settings, only, scenario, left_out):
        written += 1
        typer.echo(str(path))
    if not written:
        names = ", ".join(dict.fromkeys(name.partition("-")[0] for name in left_out))
        raise CannotRunError(f"no screen's name holds {only!r}; they begin with {names}")


def parse_size(text: str) -> tuple[int, int]:
    """A window's size from words such as 1600x900. Raises CannotRunError for anything else, or out of bounds."""
    found = re.fullmatch(r"(\d{1,5})[xX×](\d{1,5})", text.strip())
    if found is None:
        raise CannotRunError(f"--size: found {text!r}, expected width and height such as 1600x900")
    size = (int(found[1]), int(found[2]))
    if not (LEAST[0] <= size[0] <= MOST[0] and LEAST[1] <= size[1] <= MOST[1]):
        raise CannotRunError(f"--size: found {text}, expected {LEAST[0]}x{LEAST[1]} to {MOST[0]}x{MOST[1]}")
    return size
