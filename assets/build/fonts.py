"""Joins the fonts, which their packages split by script, into one TTF a weight and slant.

python fonts.py node_modules ../fonts
"""

import argparse
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

SCRIPTS = ("latin", "latin-ext", "cyrillic")


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A font family: its package, the stem of its files here, and the cuts wanted, an `i` marking italics."""

    package: str
    stem: str
    cuts: tuple[str, ...]


FAMILIES = (
    Family(package="oswald", stem="Oswald", cuts=("400", "500", "600", "700")),
    Family(package="pt-serif", stem="PTSerif", cuts=("400", "400i", "700", "700i")),
    Family(package="old-standard-tt", stem="OldStandardTT", cuts=("400", "400i", "700")),
    Family(package="special-elite", stem="SpecialElite", cuts=("400",)),
    Family(package="courier-prime", stem="CourierPrime", cuts=("400", "700")),
    Family(package="pt-mono", stem="PTMono", cuts=("400",)),
)


def main() -> None:
    """Reads the command line and writes the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages", type=Path, help="the node_modules folder")
    parser.add_argument("out", type=Path, help="where the TTF files go")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    for family in FAMILIES:
        for cut in family.cuts:
            join(list(parts(asked.packages, family, cut)), asked.out / f"{family.stem}-{cut}.ttf")


def parts(packages: Path, family: Family, cut: str) -> Iterator[Path]:
    """The files of one cut, one for each script that the family has."""
    slant = "italic" if cut.endswith("i") else "normal"
    for script in SCRIPTS:
        name = f"{family.package}-{script}-{cut.removesuffix('i')}-{slant}.woff2"
        path = packages / "@fontsource" / family.package / "files" / name
        if path.is_file():
            yield path


def join(sources: list[Path], out: Path) -> None:
    """Writes one TTF with the letters of all the sources."""
    with tempfile.TemporaryDirectory() as folder:
        plain = [_unpacked(source, Path(folder)) for source in sources]
        font = Merger().merge(plain) if len(plain) > 1 else TTFont(plain[0])
        _keep_date(font, plain[0])
        font.save(out)
    print(f"{out.name:24} {len(font.getBestCmap()):5} letters {out.stat().st_size:8} bytes")


def _unpacked(source: Path, folder: Path) -> str:
    font = TTFont(source)
    font.flavor = None
    path = folder / f"{source.stem}.ttf"
    font.save(path)
    return str(path)


def _keep_date(font: TTFont, first: str) -> None:
    """Gives the font its source's date, so that building twice gives the same bytes."""
    font.recalcTimestamp = False
    born = TTFont(first, recalcTimestamp=False)["head"].created
    font["head"].created = font["head"].modified = born


if __name__ == "__main__":
    main()
