"""Sets finished lines of Markdown: prose is filled to an even width, tables and headings are left as they are."""

import re
from collections.abc import Iterable, Iterator
from textwrap import wrap

WIDTH = 110
EXAMPLE = "*Example.*"
_AS_IT_IS = ("|", "#", "<!--")
_LIST_MARK = re.compile(r"([-+*]|\d+[.)]) ")
"""What would turn a line of prose into a list if it came to stand at its beginning."""
_HELD = "\x00"
"""Stands for a space at which no line may end."""
_LINK = re.compile(r"\[[^\]]*\]\(")


def set_lines(lines: Iterable[str]) -> Iterator[str]:
    """The lines with prose filled, an example always on its own, and never two empty lines in a row."""
    prose: list[str] = []
    empty = True
    for line in (*lines, ""):
        begins_anew = not line or line.startswith((*_AS_IT_IS, EXAMPLE))
        if begins_anew and prose:
            yield from _filled(" ".join(prose))
            prose, empty = [], False
        if line.startswith(EXAMPLE):
            yield from () if empty else ("",)
            prose = [line]
        elif line.startswith(_AS_IT_IS):
            yield line
            empty = False
        elif line:
            prose.append(line)
        elif not empty:
            yield ""
            empty = True


def _filled(text: str) -> Iterator[str]:
    """One paragraph of prose. A line that would look like an entry of a list stays on the line before."""
    waiting = ""
    held = _LINK.sub(lambda link: link[0].replace(" ", _HELD), text.replace(" %", f"{_HELD}%"))
    for filled in wrap(held, WIDTH, break_long_words=False, break_on_hyphens=False):
        line = filled.replace(_HELD, " ")
        if waiting and _LIST_MARK.match(line):
            waiting = f"{waiting} {line}"
            continue
        if waiting:
            yield waiting
        waiting = line
    yield waiting
