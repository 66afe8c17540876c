"""What mods bring along to be seen, known by the names of its files: portraits, PNG or SVG, in a folder `pictures`, and signs of
operations, white SVG, in a folder `icons`. Knows no toolkit: whether a file can be shown is judged by its first bytes."""

from pathlib import Path
from xml.parsers.expat import ErrorString, ExpatError, ParserCreate

from game.scenario.packs import Packs, head_of

FOLDER, SIGNS = "pictures", "icons"
KINDS = {".png": "image/png", ".svg": "image/svg+xml"}
"""The endings that a picture may have, and what such a file is."""

MOST_BYTES = 2_000_000
MOST_SIDE = 2048
"""Bytes of a picture's file, and pixels of its sides, at most."""

MOST_STRETCHED = 4
"""So many times its shorter side a picture's longer one may be: what is cut off would have to be drawn first."""

_UNDRAWN = frozenset(("text", "image", "use", "foreignObject", "clipPath", "mask", "filter", "pattern"))
"""Elements of an SVG that the window's toolkit passes over without a word."""

_PNG = b"\x89PNG\r\n\x1a\n"


def pictures_in(packs: Packs) -> dict[str, Path]:
    """The pictures of all packs by name; of one name the one of the pack on top. Links that leave their pack are left out."""
    return {path.stem: path for path in packs.brought(FOLDER, KINDS)}


def signs_in(packs: Packs) -> dict[str, Path]:
    """The signs of all packs, in the same way."""
    return {path.stem: path for path in packs.brought(SIGNS, (".svg",))}


def why_not(path: Path) -> str:
    """Why a picture cannot be shown; nothing if it can."""
    head, wrong = head_of(path, 4096, MOST_BYTES)
    if wrong:
        return wrong
    if path.suffix == ".svg":
        return "" if b"<svg" in head else "it is no SVG"
    if not head.startswith(_PNG) or len(head) < 24:
        return "it is no PNG"
    sides = [int.from_bytes(head[at : at + 4], "big") for at in (16, 20)]
    if min(sides) < 1 or max(sides) > MOST_SIDE:
        return f"it has {sides[0]} by {sides[1]} pixels, more than {MOST_SIDE}"
    return "it is too narrow" if max(sides) > min(sides) * MOST_STRETCHED else ""


def undrawn(path: Path) -> str:
    """What of a picture that can be shown will be missing all the same, though drawing programs write it; nothing if all of it
    is drawn."""
    if path.suffix != ".svg":
        return ""
    met = set[str]()
    parser = ParserCreate()
    parser.StartElementHandler = lambda name, _: met.add(name.rpartition(":")[2])
    try:
        parser.Parse(path.read_bytes(), True)
    except ExpatError as error:
        return f"it breaks off in line {error.lineno}: {ErrorString(error.code)}"
    except (LookupError, ValueError):  # what the parser lets through of codecs that it asks in vain
        return "it is not written in UTF-8"
    except OSError:  # that has been told already
        return ""
    lost = sorted(met & _UNDRAWN)
    return f"{', '.join(f'<{name}>' for name in lost)} in it will not be drawn" if lost else ""
