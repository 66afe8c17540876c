"""What the game says in a scenario by way of its files: telegrams, notes, testimonies, and what operations are called. A
scenario's own `words` take the place of others in all of it, whichever file it comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from game.rules.parlance import can_stand, reworded
from game.scenario.nodes import Leaf, Node, Series, Table

_EACH = "*"
_SAID = (
    ("telegrams", _EACH),
    *(("operations", _EACH, key) for key in ("name", "summary", "help")),
    *(("notes", _EACH, key) for key in ("title", "text")),
    ("testimonies", "note"),
    ("testimonies", "phrases", _EACH),
    ("testimonies", "lines", _EACH, "say"),
    ("testimonies", "witnesses", _EACH, "role"),
)
"""Where in a scenario something is said: texts, or lists of texts."""


def in_own_words(tree: Table) -> Table:
    """The tree with the scenario's `words` in all that is said."""
    table = tree.entries.get("words")
    given = table.entries if isinstance(table, Table) else {}
    words = {word: leaf.text for word, leaf in given.items() if isinstance(leaf, Leaf) and can_stand(word, leaf.text)}
    changed: Node = tree
    for way in _SAID if words else ():
        changed = _changed(changed, way, words)
    return changed if isinstance(changed, Table) else tree


def said(tree: Node, ways: tuple[tuple[str, ...], ...] = _SAID) -> Iterator[str]:
    """Every text that is said, as it stands in the files."""
    for way in ways:
        if isinstance(tree, Table) and way:
            for key, node in tree.entries.items():
                if way[0] in (_EACH, key):
                    yield from said(node, (way[1:],))
        elif isinstance(tree, Series):
            yield from (item.text for item in tree.items if isinstance(item, Leaf))
        elif isinstance(tree, Leaf):
            yield tree.text


def _changed(node: Node, way: tuple[str, ...], words: Mapping[str, str]) -> Node:
    """A part of the tree with other words at the end of a way."""
    match node:
        case Table() if way:
            entries = {
                key: _changed(entry, way[1:], words) if way[0] in (_EACH, key) else entry for key, entry in node.entries.items()
            }
            return replace(node, entries=entries)
        case Series() if not way:
            return replace(node, items=tuple(_changed(item, way, words) for item in node.items))
        case Leaf(value=str(text)) if not way:
            said = reworded(text, words)
            return replace(node, value=said, text=said)
    return node
