"""What a scenario asks of the window that the window does not have: icons, parts of portraits, messages to be worded.

It is asked by the command that checks, so it opens no window and loads no toolkit. None of what is found keeps a scenario
from being played: an empty square is drawn, a part is left out, a wording is never read.
"""

import ast
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from game.resources import assets_folder
from game.scenario import Examination, Finding, Severity
from game.scenario.findings import nearest
from game.scenario.lints.sheet import Lint, Remark, remarks_of
from game.scenario.nodes import nearest_mark
from game.scenario.pictures import pictures_in
from game.ui.portraits.parts import Kit, read_kit
from game.ui.portraits.records import faults


def unmet(examination: Examination) -> list[Finding]:
    """A warning for everything that is asked for in vain. Raises what `read_kit` raises."""
    return remarks_of(_LINTS, examination, partial(nearest_mark, examination.tree))


@cache
def messages() -> frozenset[str]:
    """Everything that stands between quotation marks in the window's code, every message among it."""
    sources = Path(__file__).parent.rglob("*.py")
    nodes = (node for path in sources for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    return frozenset(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


@cache
def _kit() -> Kit:
    return read_kit(assets_folder())


def _icons(examination: Examination) -> Iterator[Remark]:
    """Every operation has a sign."""
    signs = {path.stem for path in (assets_folder() / "icons").glob("*.svg")}
    for operation in examination.layout.operations.values():
        if operation.icon not in signs:
            hint = nearest(operation.icon, signs) or "an icon is the name of a file in assets/icons"
            yield Remark(f"operations.{operation.id}.icon", f"there is no icon '{operation.icon:.40}'", hint)


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
            hint = nearest(key, messages()) or "it must stand exactly as in English, blanks in braces included"
            yield Remark(f"wording.{key}", f"the interface has no message '{key:.60}'", hint)


_LINTS: tuple[Lint[Examination], ...] = (
    Lint("unknown-icon", Severity.WARNING, _icons),
    Lint("unknown-part", Severity.WARNING, _portraits),
    Lint("unknown-message", Severity.WARNING, _wordings),
)
