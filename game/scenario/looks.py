"""What mods bring along of looks, in a folder `theme`: a file of colours, and tiles of papers, PNG, in `theme/papers`, known by
the names of their files. Which colours and papers there are is known to the window alone."""

from collections.abc import Iterator
from pathlib import Path

from game.scenario.packs import Packs

FOLDER, BOOK, PAPERS = "theme", "colours.yaml", "papers"


def books_in(packs: Packs) -> Iterator[Path]:
    """The files of colours of those packs that have one, in merging order."""
    return (path for path in packs.brought(FOLDER, (".yaml",)) if path.name == BOOK)


def papers_in(packs: Packs) -> dict[str, Path]:
    """The tiles of all packs by name; of one name the one of the pack on top. Links that leave their pack are left out."""
    return {path.stem: path for path in packs.brought(f"{FOLDER}/{PAPERS}", (".png",))}
