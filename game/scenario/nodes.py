"""Values as they stand in a file, each with its position; nothing here knows what they mean."""

import re
from dataclasses import dataclass, field

_BREAK = re.compile(r"[.\[]")
_INDEX = re.compile(r"\[([0-9]{1,6})\]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A position in a file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """File and line, as editors and terminals recognise them."""
        return f"{self.file}:{self.line}"


Plain = None | bool | int | float | str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value. `text` is what the file says, so that `1939` can still be read as a word."""

    value: Plain
    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Series:
    """A list of values."""

    items: tuple["Node", ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping of keys to values; `keys` holds where each key stands."""

    entries: dict[str, "Node"]
    keys: dict[str, Mark]
    mark: Mark


Node = Leaf | Series | Table


@dataclass(frozen=True, slots=True)
class Layer:
    """One file's contribution to a scenario: its name within its pack, as messages call it, and what it says."""

    name: str
    file: str
    pack: str
    tree: Table = field(repr=False)


def look_up(tree: Node, path: str) -> tuple[Node, Mark] | None:
    """The value at a dotted path such as `events.pact.do[0].add`, and the position of its key; or nothing.

    A key may hold dots itself, as those of telegrams do.
    """
    return _follow(tree, tree.mark, path.removeprefix("."))


def _follow(node: Node, mark: Mark, path: str) -> tuple[Node, Mark] | None:
    if not path:
        return node, mark
    if isinstance(node, Table):
        ends = [match.start() for match in _BREAK.finditer(path)]
        for end in (*ends, len(path)):
            key = path[:end]
            if key in node.entries:
                hit = _follow(node.entries[key], node.keys[key], path[end:].removeprefix("."))
                if hit is not None:
                    return hit
    index = _INDEX.match(path)
    if isinstance(node, Series) and index is not None and int(index[1]) < len(node.items):
        item = node.items[int(index[1])]
        return _follow(item, item.mark, path[index.end() :].removeprefix("."))
    return None


def nearest_mark(tree: Node, path: str) -> Mark:
    """The position of the value at a path, or of the closest thing around it that stands in the file."""
    steps = path
    while steps:
        hit = look_up(tree, steps)
        if hit is not None:
            node, mark = hit
            return node.mark if isinstance(node, Leaf) else mark
        cut = max(steps.rfind("."), steps.rfind("["))
        steps = steps[: max(cut, 0)]
    return tree.mark


def bare(node: Node) -> object:
    """The value without positions, as plain Python lists and dictionaries."""
    match node:
        case Leaf():
            return node.value
        case Series():
            return [bare(item) for item in node.items]
        case Table():
            return {key: bare(value) for key, value in node.entries.items()}
