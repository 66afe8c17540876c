"""Brings the archive together from the packs: world, people and archive folders, each merged as scenarios are."""

from dataclasses import dataclass, fields
from typing import TypeVar

from game.scenario.archive.layout import Archive, ArchiveLayout, Past
from game.scenario.archive.lints import run_archive_lints
from game.scenario.archive.sheet import ArchiveSheet
from game.scenario.findings import Finding, in_order
from game.scenario.gathering import Gatherer
from game.scenario.layout import Layout
from game.scenario.merging import Merger
from game.scenario.nodes import Layer, Mark, Node, Table
from game.scenario.packs import Packs
from game.scenario.shaping import Shaper, keyed_names

FOLDER = "archive"
LIBRARY = ("world/*.yaml", "people/*.yaml")
ARCHIVED = (*LIBRARY, f"{FOLDER}/*.yaml")
"""All that the archive is read from."""

_Shape = TypeVar("_Shape")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveExamination:
    """The archive, everything that was found in its files, and the names of the files."""

    archive: Archive
    findings: tuple[Finding, ...]
    files: frozenset[str]


def read_archive(packs: Packs) -> Archive:
    """The archive as far as it can be read; what is wrong in it is left out. For what that is, see `examine_archive`."""
    return examine_archive(packs).archive


def examine_archive(packs: Packs) -> ArchiveExamination:
    """Reads the archive of all packs and checks it."""
    library, library_tree, library_layers, said = _read(packs, LIBRARY, Layout)
    past, past_tree, past_layers, more = _read(packs, (f"{FOLDER}/*.yaml",), ArchiveLayout)
    sheet = ArchiveSheet(library=library, past=past, library_tree=library_tree, past_tree=past_tree)
    return ArchiveExamination(
        archive=Archive(
            people=library.people,
            places=library.places,
            countries=library.countries,
            routes=library.routes,
            **{item.name: getattr(past, item.name) for item in fields(Past)},
        ),
        findings=in_order((*said, *more, *run_archive_lints(sheet))),
        files=frozenset(layer.file for layer in (*library_layers, *past_layers)),
    )


def _read(packs: Packs, patterns: tuple[str, ...], definition: type[_Shape]) -> tuple[_Shape, Table, list[Layer], list[Finding]]:
    """All files that match, merged and shaped, and what was wrong with them."""
    kind: type = definition
    gatherer, merger, shaper = Gatherer(packs), Merger(keyed_names(kind)), Shaper()
    for pattern in patterns:
        gatherer.gather(pattern, Mark(pattern, 1, 1), "")
    tree: Node = Table({}, {}, Mark(patterns[0], 1, 1))
    for layer in gatherer.layers:
        tree = merger.lay(tree, merger.key_lists(layer.tree))
    whole = tree if isinstance(tree, Table) else Table({}, {}, tree.mark)
    layout = shaper.shape(definition, whole) or definition()
    return layout, whole, gatherer.layers, [*gatherer.findings, *merger.findings, *shaper.findings]
