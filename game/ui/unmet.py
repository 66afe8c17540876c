"""What a scenario asks of the window that the window does not have: icons, parts of portraits, messages to be worded.

It is asked by the command that checks, so it opens no window and loads no toolkit. None of what is found keeps a scenario
from being played: an empty square is drawn, a part is left out, a wording is never read.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache, partial
from pathlib import Path

from game.resources import assets_folder
from game.rules.nouns import ArchiveShown
from game.rules.parlance import reworded
from game.scenario import Examination, Finding, Severity
from game.scenario.archive.loading import ARCHIVED
from game.scenario.findings import nearest
from game.scenario.lints.sheet import Lint, Remark, remarks_of
from game.scenario.nodes import nearest_mark
from game.scenario.packs import SHIPPED, Packs, shown
from game.scenario.pictures import pictures_in, signs_in, why_not
from game.scenario.speech import said
from game.ui.portraits.parts import Kit, read_kit
from game.ui.portraits.records import faults

_NAME = re.compile(r"[a-z0-9_.#-]*")
_SPEAK = frozenset(("_", "plural"))
"""What messages are handed to."""


def unmet(examination: Examination) -> list[Finding]:
    """A warning for everything that is asked for in vain. Raises what `read_kit` raises."""
    return remarks_of(_LINTS, examination, partial(nearest_mark, examination.tree))


@cache
def messages() -> frozenset[str]:
    """Everything that stands between quotation marks in the code of the window and of the rulebook and may be a message: of words
    that look like names of things, those alone that are handed on to be put into the player's language."""
    spoken, written = _in_the_code()
    return spoken | {text for text in written if not _NAME.fullmatch(text)}


def spoken() -> frozenset[str]:
    """The messages that are sure to be ones, for whoever looks for what to word."""
    return _in_the_code()[0]


@cache
def _in_the_code() -> tuple[frozenset[str], frozenset[str]]:
    """What is handed to `_` and its like, and all that stands between quotation marks."""
    ui = Path(__file__).parent
    sources = (path for folder in (ui, ui.parent / "rulebook") for path in folder.rglob("*.py"))
    nodes = [node for path in sources for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    handed = [part for node in nodes if isinstance(node, ast.Call) and _speaks(node.func) for part in node.args]
    inside = (node for part in handed for node in ast.walk(part))
    return frozenset(_texts(inside)), frozenset(_texts(nodes))


def _speaks(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in _SPEAK


def _texts(nodes: Iterable[ast.AST]) -> Iterator[str]:
    return (node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value)


@cache
def _kit() -> Kit:
    return read_kit(assets_folder())


def _icons(examination: Examination) -> Iterator[Remark]:
    """Every operation has a sign, the game's or a mod's, that can be shown."""
    shipped = {path.stem for path in (assets_folder() / "icons").glob("*.svg")}
    own = signs_in(examination.packs)
    for operation in examination.layout.operations.values():
        icon, path = operation.icon, f"operations.{operation.id}.icon"
        if icon not in shipped | own.keys():
            hint = (
                nearest(icon, shipped | own.keys()) or "an icon is the name of a file in assets/icons, or in `icons` of the mod"
            )
            yield Remark(path, f"there is no icon '{icon:.40}'", hint)
        elif icon not in shipped and (reason := why_not(own[icon])):
            yield Remark(path, f"{shown(own[icon])} cannot be shown: {reason}", "draw it white, 512 by 512, as SVG")


def _portraits(examination: Examination) -> Iterator[Remark]:
    """Every portrait is made of parts that there are, or is a picture that can be shown."""
    pictures = pictures_in(examination.packs)
    for person in examination.layout.people.values():
        for fault in faults(_kit(), person.portrait, pictures):
            path = f"people.{person.id}.portrait" + (f".{fault.slot}" if fault.slot else "")
            yield Remark(path, fault.message, fault.hint)


def _wordings(examination: Examination) -> Iterator[Remark]:
    """Every wording is of a message that the interface has."""
    for key in examination.layout.wording:
        if key not in messages():
            hint = (
                nearest(key, messages())
                or "it must stand exactly as in English, blanks in braces included; `utka wordings` lists them"
            )
            yield Remark(f"wording.{key}", f"the interface has no message '{key:.60}'", hint)


def _words(examination: Examination) -> Iterator[Remark]:
    """Every word that another stands for is said somewhere."""
    words = examination.layout.words
    if not words:
        return
    everything = "\n".join((*messages(), *said(examination.tree)))
    for word in words:
        if reworded(everything, {word: ""}) == everything:
            hint = "words are whole, with capitals as they stand; `utka wordings WORD` lists messages"
            yield Remark(f"words.{word}", f"nothing that the game says holds '{word:.60}'", hint)


def _archive(examination: Examination) -> Iterator[Remark]:
    """An archive of a scenario's own has something in it."""
    if examination.layout.archive is not ArchiveShown.OWN:
        return
    own = {layer.pack for layer in examination.layers} - {SHIPPED}
    packs = Packs(tuple(pack for pack in examination.packs.packs if pack.id in own))
    if not any(packs.sources(pattern) for pattern in ARCHIVED):
        yield Remark("archive", "its own archive has nothing in it", f"the mod's files for it are {', '.join(ARCHIVED)}")


_LINTS: tuple[Lint[Examination], ...] = (
    Lint("unknown-icon", Severity.WARNING, _icons),
    Lint("unknown-part", Severity.WARNING, _portraits),
    Lint("unknown-message", Severity.WARNING, _wordings),
    Lint("empty-archive", Severity.WARNING, _archive),
    Lint("unsaid-word", Severity.WARNING, _words),
)
