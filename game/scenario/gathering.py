"""Brings together the files of one scenario: each file that it uses first, then the file itself.

Knows of packs and of `use:`; what else the files say is left to others.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath

from game.scenario.findings import CLOSE, Finding, Severity, found, nearest
from game.scenario.nodes import Layer, Leaf, Mark, Node, Series, Table
from game.scenario.packs import SCENARIO_FILE, SHIPPED, TRANSLATION, Packs, PathRefusedError, Source
from game.scenario.phrases import cure, seen
from game.scenario.reader import Reading, read_file

FORMAT = 1
MOST_DEPTH = 40
"""How many files may use one another in a chain: some forty times what anybody needs, and far from what breaks the reader."""


class Gatherer:
    """Collects layers in the order in which they are merged, and what is wrong on the way. `readings` are files that have
    been read already, and takes those that are read now. `refused` is true once nothing could be read of one of them."""

    def __init__(self, packs: Packs, readings: dict[Path, Reading] | None = None) -> None:
        self.patterns: list[str] = []
        self.layers: list[Layer] = []
        self.findings: list[Finding] = []
        self.refused = False
        self._packs = packs
        self._readings = {} if readings is None else readings
        self._seen: set[Source] = set()
        self._open: list[Source] = []
        self._hash = sha256()
        self._mods: dict[str, bytes] = {}

    @property
    def fingerprint(self) -> str:
        """A hash of the names and texts of all files gathered so far."""
        return self._hash.hexdigest()

    @property
    def mods(self) -> tuple[tuple[str, str], ...]:
        """The mods of which files were gathered so far, each with a hash of the names and texts of these files."""
        return tuple((mod, each.hex()) for mod, each in sorted(self._mods.items()))

    def gather(self, pattern: str, mark: Mark, path: str = "use") -> None:
        """Adds every file that matches, after the files that it uses itself; each file once."""
        self.patterns.append(pattern)
        try:
            sources = self._packs.sources(pattern)
        except PathRefusedError as refusal:
            self.refused = True  # what the file would have said is missing everywhere else
            self.findings.append(found("bad-path", mark, path, f"'{pattern:.80}': {refusal}"))
            return
        if not sources:
            self._miss(pattern, mark, path)
        for source in sources:
            if source not in self._seen:
                if len(self._open) >= MOST_DEPTH:
                    self._refuse_depth(mark, path)
                    return
                self._add(source)
            elif source in self._open:
                self._check_cycle(source, pattern, mark, path)

    def _miss(self, pattern: str, mark: Mark, path: str) -> None:
        """Says that there is no such file. What it would have said is missing everywhere else."""
        self.refused = True
        hint = nearest(pattern, self._packs.files())
        if TRANSLATION.fullmatch(PurePosixPath(pattern).name):
            hint = "a second ending of two or three letters is kept for translations and never read: name the file otherwise"
        elif not hint.startswith(CLOSE):
            hint = "paths start at the folder that holds the scenarios, such as rules/standard.yaml"
        self.findings.append(found("no-file", mark, path, f"no file matches '{pattern:.80}' in any pack", hint))

    def _refuse_depth(self, mark: Mark, path: str) -> None:
        """Says where a chain of files is too long; what the rest of it would have said is missed only once."""
        message = f"files that use files that use files, more than {MOST_DEPTH} deep"
        self.findings.append(found("too-deep", mark, path, message, "name the files beside one another in one list"))
        self.refused = True

    def _check_cycle(self, source: Source, pattern: str, mark: Mark, path: str) -> None:
        """Files must not use one another; a pattern may match the file that it stands in."""
        if source != self._open[-1]:
            self.findings.append(found("use-cycle", mark, path, f"'{source.name}' uses this file in its turn"))
        elif "*" not in pattern:
            self.findings.append(found("use-cycle", mark, path, "this file uses itself", "take the line out"))

    def _add(self, source: Source) -> None:
        self._seen.add(source)
        self._open.append(source)
        reading = self._readings.get(source.path) or read_file(source.path, source.shown)
        self._readings[source.path] = reading
        self.findings.extend(reading.findings)
        self.refused |= reading.refused
        if not reading.tree.entries and not reading.findings:
            self._say_empty(source)
        text = f"{source.name}\0{len(reading.text)}\0{reading.text}\0".encode()
        self._hash.update(text)
        if source.pack.id != SHIPPED:
            self._mods[source.pack.id] = sha256(self._mods.get(source.pack.id, b"") + text).digest()
        self._use(reading.tree)
        self._check_format(reading.tree)
        self.layers.append(Layer(source.name, source.shown, source.pack.id, without(reading.tree, "use")))
        self._open.pop()

    def _say_empty(self, source: Source) -> None:
        """An empty file may be used, but a scenario that says nothing at all is none."""
        mark, own = Mark(source.shown, 1, 1), source.path.name == SCENARIO_FILE
        self.refused |= own
        severity = Severity.ERROR if own else Severity.WARNING
        self.findings.append(found("empty", mark, "", "there is nothing in this file", severity=severity))

    def _use(self, tree: Table) -> None:
        used = tree.entries.get("use")
        if used is None:
            return
        if not isinstance(used, Series):
            self.findings.append(
                found("wrong-type", used.mark, "use", f"found {seen(used)}, expected a list of files", cure(used, tuple))
            )
            if not isinstance(used, Leaf) or not isinstance(used.value, str):
                self.refused = True
                return
            used = Series((used,), used.mark)  # what is meant is plain, and the rest can be checked
        for index, item in enumerate(used.items):
            if isinstance(item, Leaf) and isinstance(item.value, str):
                self.gather(item.text, item.mark, f"use[{index}]")
            else:
                self.findings.append(found("wrong-type", item.mark, f"use[{index}]", "expected the path of a file"))

    def _check_format(self, tree: Table) -> None:
        node = tree.entries.get("format")
        if isinstance(node, Leaf) and isinstance(node.value, int) and node.value != FORMAT:
            message = f"found format {node.value}, this game reads format {FORMAT}"
            self.findings.append(found("format", node.mark, "format", message))


def rivals(layers: Sequence[Layer]) -> Iterator[Finding]:
    """Mods that each hold a scenario of the same id: laid on one another they would be neither of the two. A scenario file
    without an `id` is no scenario but changes one, as every file of a mod does that lies on a shipped one."""
    first: dict[str, Layer] = {}
    for layer in layers:
        if PurePosixPath(layer.name).name != SCENARIO_FILE or not (layer.pack == SHIPPED or "id" in layer.tree.entries):
            continue
        other = first.setdefault(layer.name, layer)
        if SHIPPED not in (layer.pack, other.pack) and other is not layer:
            identity = PurePosixPath(layer.name).parent.name
            message = (
                f"the mods '{other.pack}' and '{layer.pack}' both hold a scenario '{identity}', the other one in {other.file}"
            )
            hint = "keep one of them, or give one another id and folder; a file that only changes the other's leaves out `id`"
            yield found("two-scenarios", layer.tree.keys["id"], "id", message, hint)


def lost_changes(layers: Sequence[Layer], known: Iterable[str]) -> Iterator[Finding]:
    """A file that changes a scenario which is not there: one without an `id`, that uses no other file. All that a scenario cannot
    do without would be missed in it, one by one."""
    changes = [layer for layer in layers if PurePosixPath(layer.name).name == SCENARIO_FILE and "id" not in layer.tree.entries]
    if len(changes) < len(layers):
        return
    for layer in changes:
        changed = PurePosixPath(layer.name).parent.name
        near = nearest(changed, {name for name in known if name != changed})
        hint = f"{near if near.startswith(CLOSE) else 'its mod may be missing;'} a scenario of its own says its `id` and `use`"
        message = f"without an `id` it changes the scenario '{changed}', which no pack holds"
        yield found("changes-nothing", Mark(layer.file, 1, 1), "", message, hint)


def without(tree: Table, key: str) -> Table:
    """The same table without one key."""
    entries: dict[str, Node] = {name: node for name, node in tree.entries.items() if name != key}
    return Table(entries, {name: tree.keys[name] for name in entries}, tree.mark)
