"""Where a value of a scenario comes from: each file that says something about it, in merging order."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.scenario.layout import Layout
from game.scenario.merging import Merger
from game.scenario.nodes import Layer, Mark, Node, look_up
from game.scenario.shaping import keyed_names


@dataclass(frozen=True, slots=True)
class Origin:
    """What one layer says under a key, and where."""

    mark: Mark
    node: Node


def origins_of(layers: Iterable[Layer], key: str) -> tuple[Origin, ...]:
    """Every layer's word on a dotted key; the last one counts most."""
    merger = Merger(keyed_names(Layout))
    hits = (look_up(merger.key_lists(layer.tree), key) for layer in layers)
    return tuple(Origin(mark, node) for node, mark in (hit for hit in hits if hit is not None))
