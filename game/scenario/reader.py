"""The one reader of YAML: every value keeps its position, and the language's traps are closed.

Words stay words (`NO`, `on`, `22:30`, `012`, dates); only `true`, `false`, `null` and plain decimal
numbers are anything else. Tags, merge keys and duplicate keys are refused, and size, depth and
expansion are bounded, so that a file from a stranger can do no harm. What the values mean is not
known here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

import yaml

from game.scenario.findings import Finding, found
from game.scenario.nodes import Leaf, Mark, Node, Plain, Series, Table

MOST_BYTES = 2_000_000
MOST_DEPTH = 40
MOST_NODES = 200_000

_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})?\.[0-9]{1,15}|[-+]?(0|[1-9][0-9]{0,14})\.")
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_Opening = yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says, as far as it could be read, and what was wrong with it. `text` is the whole file; `refused` is true
    where nothing of it could be read, so that what it lacks says nothing."""

    tree: Table
    text: str
    findings: tuple[Finding, ...]
    refused: bool = False


def read_file(path: Path, name: str) -> Reading:
    """Reads a file; `name` is what findings call it. Never raises for what the file holds or lacks."""
    start = Mark(name, 1, 1)
    try:
        if not path.is_file():
            return _unreadable(start, "no-file", "no such file")
        with path.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except OSError as error:
        return _unreadable(start, "no-file", f"cannot be read: {error.strerror or 'unknown reason'}")
    if len(raw) > MOST_BYTES:
        return _unreadable(start, "too-large", f"the file is larger than {MOST_BYTES // 1_000_000} MB")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return _unreadable(Mark(name, line, 1), "not-utf8", "the file is not written in UTF-8", "save it as UTF-8")
    return read_text(text.replace("\r\n", "\n"), name)


def read_text(text: str, name: str) -> Reading:
    """Reads YAML text; see `read_file`."""
    composer = _Composer(name)
    try:
        node = composer.compose(text)
    except _RefusedError as refusal:
        return Reading(_nothing(Mark(name, 1, 1)), text, (*composer.findings, refusal.finding), refused=True)
    except yaml.YAMLError as error:
        return Reading(_nothing(Mark(name, 1, 1)), text, (*composer.findings, _syntax(error, text, name)), refused=True)
    if not isinstance(node, Table):
        finding = found("not-a-mapping", node.mark, "", "a file must hold keys and values", "write `key: value` lines")
        return Reading(_nothing(node.mark), text, (*composer.findings, finding), refused=True)
    return Reading(node, text, tuple(composer.findings))


def resolve(text: str) -> Plain:
    """What an unquoted word means: nothing, true or false, a decimal number, or itself."""
    if text in _NULLS:
        return None
    if text in _TRUTHS:
        return _TRUTHS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        number = float(text)
        return number if isfinite(number) else text
    return text


class _RefusedError(Exception):
    """The file is refused as a whole."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


@dataclass(frozen=True, slots=True)
class _Anchored:
    """A value that may be repeated by its anchor: how many nodes and how many levels it has."""

    node: Node
    size: int
    height: int


class _Composer:
    """Puts one document together out of the parser's events."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.findings: list[Finding] = []
        self._anchors: dict[str, _Anchored] = {}
        self._nodes = 0

    def compose(self, text: str) -> Node:
        events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        node: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent | yaml.StreamStartEvent | yaml.StreamEndEvent):
                continue
            if isinstance(event, yaml.DocumentEndEvent):
                continue
            if node is not None:
                raise _RefusedError(found("documents", self._mark(event), "", "a file holds one document, not several"))
            node = self._node(event, events, 1)[0]
        if node is None or (isinstance(node, Leaf) and node.value is None):
            return _nothing(Mark(self.name, 1, 1))
        return node

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> tuple[Node, int]:
        """The node that begins with this event, and its height."""
        if isinstance(event, yaml.AliasEvent):
            return self._repeat(event, depth)
        self._count(event, 1)
        if depth > MOST_DEPTH:
            raise _RefusedError(found("too-deep", self._mark(event), "", f"nested more than {MOST_DEPTH} levels deep"))
        before = self._nodes
        assert isinstance(event, _Opening), "inside a document every other event is consumed by its container"
        if event.tag is not None:
            self._complain("tag", event, f"the tag {str(event.tag)[:60]!r} is not allowed", "write the plain value")
        node: Node
        if isinstance(event, yaml.ScalarEvent):
            if "\0" in event.value:  # by `\0` in quotes; no type has a sign for it, and the window would stop at it
                self._complain("bad-character", event, "a text holds the character `\\0`, which cannot be shown", "leave it out")
            value = event.value if event.style else resolve(event.value)
            node, height = Leaf(value, event.value, self._mark(event)), 1
        elif isinstance(event, yaml.SequenceStartEvent):
            node, height = self._series(event, events, depth)
        else:
            node, height = self._table(event, events, depth)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(node, self._nodes - before + 1, height)
        return node, height

    def _series(self, start: yaml.Event, events: Iterator[yaml.Event], depth: int) -> tuple[Series, int]:
        items: list[Node] = []
        height = 0
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            item, high = self._node(event, events, depth + 1)
            items.append(item)
            height = max(height, high)
        return Series(tuple(items), self._mark(start)), height + 1

    def _table(self, start: yaml.Event, events: Iterator[yaml.Event], depth: int) -> tuple[Table, int]:
        table = _nothing(self._mark(start))
        height = 0
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, events, depth)
            value, high = self._node(next(events), events, depth + 1)
            height = max(height, high)
            if key is None:
                continue
            if key in table.entries:
                hint = f"it stands in line {table.keys[key].line} already"
                self._complain("duplicate-key", event, f"the key '{key:.60}' is given twice", hint)
                continue
            table.keys[key] = self._mark(event)
            table.entries[key] = value
        return table, height + 1

    def _key(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> str | None:
        """A key's text, or nothing if it cannot be a key."""
        node, _ = self._node(event, events, depth + 1)
        if not isinstance(node, Leaf):
            self._complain("bad-key", event, "a key must be a single word")
            return None
        if node.text == "<<":
            hint = "repeat the keys, or put what is shared into a file that is used"
            self._complain("merge-key", event, "the merge key << is not allowed", hint)
            return None
        return node.text

    def _repeat(self, event: yaml.AliasEvent, depth: int) -> tuple[Node, int]:
        anchored = self._anchors.get(event.anchor or "")
        if anchored is None:
            raise _RefusedError(found("alias", self._mark(event), "", f"nothing is anchored as '{event.anchor:.60}' before"))
        self._count(event, anchored.size)
        if depth + anchored.height - 1 > MOST_DEPTH:
            raise _RefusedError(found("too-deep", self._mark(event), "", f"nested more than {MOST_DEPTH} levels deep"))
        return anchored.node, anchored.height

    def _count(self, event: yaml.Event, nodes: int) -> None:
        self._nodes += nodes
        if self._nodes > MOST_NODES:
            raise _RefusedError(found("too-many", self._mark(event), "", f"more than {MOST_NODES} values in one file"))

    def _mark(self, event: yaml.Event) -> Mark:
        start = event.start_mark
        return Mark(self.name, start.line + 1, start.column + 1) if start else Mark(self.name, 1, 1)

    def _complain(self, code: str, event: yaml.Event, message: str, hint: str = "") -> None:
        self.findings.append(found(code, self._mark(event), "", message, hint))


def _nothing(mark: Mark) -> Table:
    return Table({}, {}, mark)


def _unreadable(mark: Mark, code: str, message: str, hint: str = "") -> Reading:
    return Reading(_nothing(mark), "", (found(code, mark, "", message, hint),), refused=True)


def _syntax(error: yaml.YAMLError, text: str, name: str) -> Finding:
    """Where and why the text is not YAML."""
    if isinstance(error, yaml.MarkedYAMLError):
        problem = error.problem_mark or error.context_mark
        mark = Mark(name, problem.line + 1, problem.column + 1) if problem else Mark(name, 1, 1)
        reasons = [reason for reason in (error.problem, error.context) if reason]
        return found("syntax", mark, "", f"this is not YAML: {', '.join(reasons)}", _advice(text, mark, error.problem or ""))
    position = getattr(error, "position", 0) or 0
    mark = Mark(name, text.count("\n", 0, position) + 1, 1)
    return found("syntax", mark, "", "this is not YAML: a character that is not allowed")


_LEVEL = 'let keys of one level begin in the same column, and write \\" for a quote within quotes'
_CLOSE = "close what was opened; a text that begins with { or [ stands in quotes"
_REMEDIES = {
    "mapping values are not allowed": _LEVEL,
    "did not find expected key": _LEVEL,
    "expected <block end>": _LEVEL,
    "did not find expected ','": _CLOSE,
    "expected ','": _CLOSE,
}
"""What helps against a complaint of either parser, by its first words."""


def _advice(text: str, mark: Mark, problem: str) -> str:
    """A guess at what usually goes wrong on such a line."""
    lines = text.split("\n")
    line = lines[mark.line - 1] if mark.line <= len(lines) else ""
    if "\t" in line:
        return "indent with spaces, not with a tab"
    if line.count(": ") > 1:
        return "put a text that holds a colon into quotes"
    return next((remedy for words, remedy in _REMEDIES.items() if problem.startswith(words)), "")
