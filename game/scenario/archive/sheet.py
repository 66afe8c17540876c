"""What an archive lint sees: the library and the archive as read, and their trees for positions and ids."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from game.scenario.archive.layout import ArchiveLayout, Past
from game.scenario.layout import Layout
from game.scenario.nodes import Table

LIBRARY_KINDS = ("people", "places", "countries", "routes")
CLAIMING_KINDS = ("people", "places", "countries", "operations", "organisations", "timeline", "asylum")
"""The kinds whose every entry says something of history, and so must name its sources."""

ARCHIVE_KINDS = tuple(item.name for item in fields(Past) if item.name != "names")


@dataclass(frozen=True)
class ArchiveSheet:
    """The library of people and places, and the archive beside it."""

    library: Layout
    past: ArchiveLayout
    library_tree: Table
    past_tree: Table

    def tree_of(self, kind: str) -> Table:
        """The tree in which the entries of a kind stand."""
        return self.library_tree if kind in LIBRARY_KINDS else self.past_tree

    def entries(self, kind: str) -> Mapping[str, Any]:
        """The entries of a kind that could be read, by id."""
        entries: Mapping[str, Any] = getattr(self.past if kind in ARCHIVE_KINDS else self.library, kind)
        return entries

    def ids(self, kind: str) -> frozenset[str]:
        """The ids of a kind, those of broken entries too, so that one mistake is told once."""
        node = self.tree_of(kind).entries.get(kind)
        return frozenset(node.entries) if isinstance(node, Table) else frozenset()

    def everything(self) -> Iterator[tuple[str, str, Any]]:
        """Every entry with its kind and its path, such as `timeline.the_raid`."""
        for kind in (*LIBRARY_KINDS, *ARCHIVE_KINDS):
            for id_, entry in self.entries(kind).items():
                yield kind, f"{kind}.{id_}", entry
