"""The reading of what mods bring along of looks: `theme/colours.yaml`, and the tiles in `theme/papers`. It draws nothing and
loads no toolkit."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import floor
from pathlib import Path
from typing import Any

from game.scenario.findings import Finding, Severity, found, has_errors, in_order, nearest
from game.scenario.looks import BOOK, FOLDER, PAPERS, books_in, papers_in
from game.scenario.nodes import Leaf, Mark, Node, Series, Table
from game.scenario.packs import Packs, shown
from game.scenario.phrases import seen
from game.scenario.pictures import why_not
from game.scenario.reader import read_file
from game.ui import colours
from game.ui.colours import STANDARD, Colours, Look, faint

_WARNING = Severity.WARNING
COLOUR = "#[0-9A-Fa-f]{6}"
"""How a colour is written."""
_QUOTES = 'put it in quotation marks, as in "#24201C": what follows a bare # is a comment'


@dataclass(frozen=True, slots=True)
class Reading:
    """The look that mods make, and what is wrong with what they bring along for it."""

    look: Look
    findings: tuple[Finding, ...] = ()


def read_look(assets: Path, packs: Packs) -> Reading:
    """Reads what all packs bring along, laid on one another; a file of colours with a mistake is left out whole. Raises OSError,
    ValueError or KeyError if the tokens file is missing or not as expected."""
    raw = tokens_of(assets)
    known, laid, said = colours.shipped(raw), dict[str, tuple[str, ...]](), list[Finding]()
    for path in books_in(packs):
        reading = read_file(path, shown(path))
        own, wrong = _named(reading.tree, known)
        wrong = [*reading.findings, *wrong]
        if not has_errors(wrong):
            laid |= own
            wrong += _hard_to_read(reading.tree, colours.palette(raw, STANDARD, laid))
        said += wrong
    papers = {name: path for name, path in papers_in(packs).items() if name in colours.papers_in(raw) and not why_not(path)}
    left_out = next((str(finding) for finding in said if finding.severity is Severity.ERROR), "")
    return Reading(Look(laid, papers, left_out), tuple(said))


def check_look(mod: Path, assets: Path, packs: Packs) -> list[Finding]:
    """What is wrong with what a mod's folder brings along, laid on the game's looks and on those of the other mods among
    `packs`."""
    file, known = mod / FOLDER / BOOK, colours.papers_in(tokens_of(assets))
    findings = [finding for finding in read_look(assets, packs).findings if finding.file == shown(file)]
    hint = f"colours stand in {FOLDER}/{BOOK}, papers are PNG files in {FOLDER}/{PAPERS}"
    findings += [_never_read(path, hint) for path in (mod / FOLDER).glob("*") if path.is_file() and path.name != BOOK]
    for path in sorted(path for path in (mod / FOLDER / PAPERS).glob("*") if path.is_file()):
        if path.suffix != ".png":
            findings.append(_never_read(path, "papers are .png files, with small letters in the ending"))
        elif path.stem not in known:
            hint = nearest(path.stem, known)
            findings.append(found("unknown-name", Mark(shown(path), 1, 1), "", f"no paper '{path.stem:.60}'", hint, _WARNING))
        elif reason := why_not(path):
            message = f"it cannot be shown: {reason}"
            findings.append(found("bad-paper", Mark(shown(path), 1, 1), "", message, "the game's own is shown", _WARNING))
    return list(in_order(findings))


def tokens_of(assets: Path) -> Mapping[str, Any]:
    """The tokens file as it stands."""
    raw: Mapping[str, Any] = json.loads((assets / "tokens.json").read_text(encoding="utf-8"))
    return raw


def _named(tree: Table, known: Colours) -> tuple[Colours, list[Finding]]:
    """The colours that a file names, and what is wrong with it."""
    own, wrong = dict[str, tuple[str, ...]](), list[Finding]()
    for name, node in tree.entries.items():
        if name not in known:
            inside = next((f"{name}.{key}" for key in node.entries), "") if isinstance(node, Table) else ""
            hint = f"write `{inside}`, in one word" if inside in known else nearest(name, known)
            wrong.append(found("unknown-name", tree.keys[name], name, f"no colour '{name:.60}'", hint))
            continue
        wanted = len(known[name])
        leaves = node.items if isinstance(node, Series) and wanted > 1 else (node,)
        values = tuple(leaf.text for leaf in leaves if isinstance(leaf, Leaf) and re.fullmatch(COLOUR, leaf.text))
        if len(values) == wanted == len(leaves):
            own[name] = values
        else:
            wrong.append(_no_colour(name, node, known[name], values, tree.keys[name]))
    return own, wrong


def _no_colour(name: str, node: Node, own: tuple[str, ...], values: tuple[str, ...], key: Mark) -> Finding:
    expected = f'"{own[0]}"' if len(own) == 1 else "[{}]".format(", ".join(f'"{value}"' for value in own))
    inside = node.items if isinstance(node, Series) and len(own) > 1 else (node,)
    lost = next((item for item in inside if not (isinstance(item, Leaf) and item.text in values)), node)
    empty = isinstance(lost, Leaf) and not lost.text
    message = f"found {seen(lost)}, expected a colour such as {expected}"
    return found("bad-colour", key if empty else lost.mark, name, message, _QUOTES if empty else "")


def _hard_to_read(tree: Table, laid: Mapping[str, str]) -> Iterator[Finding]:
    """What can hardly be read any more, where this file names the colour of the text or that of the paper."""
    for text, paper, ratio, least in faint(laid):
        name = next((name for name in (text, paper) if name in tree.entries), None)
        if name is not None:
            pair = f"'{text}' ({laid[text]}) on '{paper}' ({laid[paper]})"
            message = f"{pair} has a contrast of {floor(ratio * 10) / 10}, expected {least:g} or more"
            hint = "text of the one colour stands on the other: move them apart in lightness"
            yield found("low-contrast", tree.keys[name], name, message, hint, _WARNING)


def _never_read(path: Path, hint: str) -> Finding:
    return found("misplaced", Mark(shown(path), 1, 1), "", "this file is never read", hint, _WARNING)
