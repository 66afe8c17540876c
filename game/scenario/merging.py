"""Laying one file over another: mappings by key, `null` deletes, lists and single values replace.

`{add: [...], remove: [...]}` edits a list of ids. The rule is the same for every key; what a key
means is not known here, except which lists are really mappings by `id`.
"""

from collections.abc import Collection, Iterable

from game.scenario.findings import MOST_HINTS, Finding, Severity, found, nearest
from game.scenario.nodes import Leaf, Mark, Node, Series, Table

EDITS = frozenset(("add", "remove"))
"""The keys that change a list of ids."""

_UNQUOTED = "a key with nothing after it deletes; a text in braces that holds a comma wants quotes"
"""What somebody is told whose text was cut at its commas, in pieces that are keys without a value."""


class Merger:
    """Lays layers over one another and collects what is wrong with them, and where which keys were `deleted`."""

    def __init__(self, keyed: Collection[str]) -> None:
        self.findings: list[Finding] = []
        self.deleted: dict[str, Mark] = {}
        self._keyed = keyed

    def key_lists(self, tree: Table) -> Table:
        """The tree with each list of objects that have an `id` turned into a mapping by that id."""
        entries = dict(tree.entries)
        for name in self._keyed:
            node = entries.get(name)
            if isinstance(node, Series):
                entries[name] = self._by_id(node, name)
        return Table(entries, tree.keys, tree.mark)

    def lay(self, base: Node | None, over: Node, path: str = "") -> Node:
        """`over` laid on `base`. Neither is changed."""
        match over:
            case Table() if isinstance(base, Series) and (EDITS & over.entries.keys() or (over.entries and _lists_ids(base))):
                self._refuse_others(over, path)
                return self._edit(base, over, path)
            case Table() if base is None and _edits_a_list(over):
                return self._edit(None, over, path)
            case Table():
                return self._lay_table(base if isinstance(base, Table) else None, over, path)
            case _:
                return over

    def _lay_table(self, base: Table | None, over: Table, path: str) -> Table:
        entries = dict(base.entries) if base else {}
        keys = dict(base.keys) if base else {}
        for key, node in over.entries.items():
            way = f"{path}.{key}" if path else key
            if isinstance(node, Leaf) and node.value is None:
                self.deleted[way] = node.mark
                if entries.pop(key, None) is None:
                    message = f"there is no '{key}' to delete"
                    self._warn("deletes-nothing", node, way, message, self._hint(key, entries) if node.text else _UNQUOTED)
                keys.pop(key, None)
                continue
            entries[key] = self.lay(entries.get(key), node, way)
            keys[key] = over.keys[key]
        return Table(entries, keys, over.mark)

    def _edit(self, base: Series | None, edit: Table, path: str) -> Series:
        """The base list without what is removed, followed by what is added and not there yet."""
        items = list(base.items) if base else []
        for leaf in _leaves(edit.entries.get("remove")):
            kept = [item for item in items if not (isinstance(item, Leaf) and item.text == leaf.text)]
            if len(kept) == len(items):
                names = [item.text for item in items if isinstance(item, Leaf)]
                message = f"'{leaf.text}' is not in the list"
                self._warn("removes-nothing", leaf, f"{path}.remove", message, self._hint(leaf.text, names))
            items = kept
        present = {item.text for item in items if isinstance(item, Leaf)}
        for leaf in _leaves(edit.entries.get("add")):
            if leaf.text not in present:
                items.append(leaf)
                present.add(leaf.text)
        return Series(tuple(items), edit.mark)

    def _refuse_others(self, edit: Table, path: str) -> None:
        """Says what does nothing to a list."""
        for key, node in edit.entries.items():
            if key in EDITS and not isinstance(node, Series):
                self.findings.append(
                    found("wrong-type", node.mark, f"{path}.{key}", f"'{key}' takes a list of ids", "write [id]")
                )
        for key in sorted(edit.entries.keys() - EDITS):
            message = f"a list is changed by 'add' and 'remove', found '{key:.60}'"
            self.findings.append(found("unknown-key", edit.keys[key], f"{path}.{key}", message, self._hint(key, EDITS)))

    def _by_id(self, series: Series, name: str) -> Table:
        table = Table({}, {}, series.mark)
        for index, item in enumerate(series.items):
            path = f"{name}[{index}]"
            identity = item.entries.get("id") if isinstance(item, Table) else None
            if not isinstance(item, Table) or not isinstance(identity, Leaf):
                self.findings.append(found("no-id", item.mark, path, "every entry of this list needs an `id`"))
            elif identity.text in table.entries:
                message = f"the id '{identity.text}' is given twice"
                self.findings.append(found("duplicate-id", identity.mark, path, message))
            else:
                table.entries[identity.text] = item
                table.keys[identity.text] = identity.mark
        return table

    def _hint(self, name: str, choices: Iterable[str]) -> str:
        """What may have been meant, unless that has been said often enough."""
        return nearest(name, choices) if len(self.findings) < MOST_HINTS else ""

    def _warn(self, code: str, node: Node, path: str, message: str, hint: str) -> None:
        self.findings.append(found(code, node.mark, path, message, hint, Severity.WARNING))


def _edits_a_list(table: Table) -> bool:
    return bool(table.entries) and all(key in EDITS and isinstance(node, Series) for key, node in table.entries.items())


def _lists_ids(series: Series) -> bool:
    return bool(series.items) and all(isinstance(item, Leaf) for item in series.items)


def _leaves(node: Node | None) -> list[Leaf]:
    return [item for item in node.items if isinstance(item, Leaf)] if isinstance(node, Series) else []
