"""From a scenario's name to the scenario: finds its files, merges, reads and checks them.

This is what the rest of the game calls; it never raises anything but `ScenarioError`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from game.rules.definitions import Scenario
from game.scenario.build import build, span_of
from game.scenario.findings import Finding, ScenarioError, Severity, found, has_errors, in_order, nearest
from game.scenario.gathering import Gatherer, lost_changes, rivals
from game.scenario.layout import Layout
from game.scenario.lints import Sheet, run_lints
from game.scenario.merging import Merger
from game.scenario.mods import circles_among, lacking_among
from game.scenario.nodes import Layer, Leaf, Mark, Node, Series, Table, look_up
from game.scenario.packs import MOD_FILE, SCENARIO_FILE, SHIPPED, Packs, find_packs, is_id, pack_around
from game.scenario.reader import Reading
from game.scenario.shaping import Shaper, keyed_names
from game.scenario.speech import in_own_words

_NAMED = re.compile(r"'([^']*)'")
_UNKNOWN = {
    "unknown-place": "places",
    "unknown-country": "countries",
    "unknown-person": "people",
    "unknown-route": "routes",
}
"""Findings that something is not there, and the key under which it would stand."""


class ScenarioNotFoundError(ScenarioError):
    """There is no scenario of that name and no such file."""

    def __str__(self) -> str:
        """What was looked for and what there is instead: it stands in no file, so it has no line."""
        (finding,) = self.findings
        return f"{finding.message}{f'; {finding.hint}' if finding.hint else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """All that is known of a scenario's files.

    `scenario` is missing if there are errors. `layers` are the files in merging order, `tree` what they come to;
    `patterns` is all that was asked for to find them, `packs` where.
    """

    name: str
    patterns: tuple[str, ...]
    packs: Packs
    tree: Table
    layers: tuple[Layer, ...]
    layout: Layout
    scenario: Scenario | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A scenario in the list of all, playable or not; `origin` is the pack that it first stands in, `mods` are
    the others that have a say in it. The scenario itself is missing if it has errors, and where only the list was wanted."""

    id: str
    title: str
    subtitle: str
    start: date | None
    end: date | None
    step: str
    turns: int
    card: str
    length: str
    level: str
    origin: str
    mods: tuple[str, ...]
    scenario: Scenario | None
    findings: tuple[Finding, ...]

    @property
    def playable(self) -> bool:
        """Whether it can be played."""
        return not self.errors

    @property
    def period(self) -> str:
        """The months in which it begins and ends."""
        if self.start is None or self.end is None:
            return ""
        return f"{self.start:%Y-%m} – {self.end:%Y-%m}"

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What keeps it from being played."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


def load(target: str | Path, packs: Packs | None = None) -> Scenario:
    """The scenario of that id, or in that file or folder. Raises ScenarioError with all findings if it has errors."""
    examination = examine(target, packs)
    if examination.scenario is None:
        raise ScenarioError(examination.findings)
    return examination.scenario


def available(packs: Packs | None = None) -> tuple[Entry, ...]:
    """Every scenario of every pack by id, the broken ones with their errors."""
    path = packs or find_packs()
    readings: dict[Path, Reading] = {}
    return tuple(entry_of(name, examine(name, path, readings), path) for name in path.scenario_ids())


def examine(target: str | Path, packs: Packs | None = None, readings: dict[Path, Reading] | None = None) -> Examination:
    """Reads and checks a scenario by id, file or folder. Where several are read, `readings` keeps what their files say
    from one to the next. Raises ScenarioNotFoundError if there is none."""
    path, pattern = _locate(target, packs or find_packs())
    gatherer = Gatherer(path, readings)
    gatherer.gather(pattern, Mark(pattern, 1, 1), "")
    tree, findings, taken = _merge(gatherer.layers)
    shaper = Shaper(partial=gatherer.refused)
    layout = shaper.shape(Layout, in_own_words(tree)) or Layout()
    alone = () if gatherer.refused else tuple(lost_changes(gatherer.layers, path.scenario_ids()))
    twice = tuple(rivals(gatherer.layers)) or alone
    wrong = [*gatherer.findings, *circles_among((mod for mod, _ in gatherer.mods), path)]
    wrong += twice or shaper.findings  # of a mixture of two, or of a change of none, nothing else is worth telling
    if not twice and not gatherer.refused:  # else all that the file would have said would be missed, one by one
        folder = pattern.split("/")[-2] if "/" in pattern else ""
        sheet = Sheet(layout, tree, folder, _orders_in(gatherer.layers), _borrowed(gatherer.layers))
        wrong += [*findings, *run_lints(sheet)]
    lacking = list(lacking_among((mod for mod, _ in gatherer.mods), path))
    wrong = lacking or wrong  # what a mod would have said that is not there need not be missed, piece by piece
    everything = in_order(_taken_by_another(finding, taken) for finding in wrong)
    scenario = None if has_errors(everything) else build(layout, gatherer.fingerprint, gatherer.mods)
    return Examination(
        name=pattern,
        patterns=tuple(gatherer.patterns),
        packs=path,
        tree=tree,
        layers=tuple(gatherer.layers),
        layout=layout,
        scenario=scenario,
        findings=everything,
    )


def packs_around(target: str | Path, packs: Packs) -> Packs:
    """The packs with the one that holds a scenario, named as `examine` takes it. Raises ScenarioNotFoundError if there is
    none."""
    return _locate(target, packs)[0]


def library(patterns: Iterable[str], packs: Packs) -> Layout:
    """What files that belong to no scenario come to by themselves.

    Raises:
        ScenarioError: the files have errors.
    """
    gatherer = Gatherer(packs)
    for pattern in patterns:
        gatherer.gather(pattern, Mark(pattern, 1, 1))
    tree, merging, _ = _merge(gatherer.layers)
    shaper = Shaper()
    layout = shaper.shape(Layout, tree)
    findings = (*gatherer.findings, *merging, *shaper.findings)
    if has_errors(findings) or layout is None:
        raise ScenarioError(findings)
    return layout


def _merge(layers: list[Layer]) -> tuple[Table, list[Finding], Mapping[str, Mark]]:
    """All layers laid over one another, what was wrong with them, and where which keys were taken out."""
    merger = Merger(keyed_names(Layout))
    tree: Node = Table({}, {}, Mark("", 1, 1))
    for layer in layers:
        tree = merger.lay(tree, merger.key_lists(layer.tree))
    whole = tree if isinstance(tree, Table) else Table({}, {}, tree.mark)
    return whole, [_too_early(finding, whole) for finding in merger.findings], merger.deleted


def _too_early(finding: Finding, tree: Table) -> Finding:
    """What a mod takes out in vain may be there in the end, because a mod that is laid on it brings it."""
    if finding.code not in ("deletes-nothing", "removes-nothing"):
        return finding
    node = look_up(tree, finding.path.removesuffix(".remove"))
    if node is None:
        return finding
    items = node[0].items if isinstance(node[0], Series) else ()
    name = _NAMED.search(finding.message)
    later = next((item.mark for item in items if isinstance(item, Leaf) and name and item.text == name[1]), None)
    if finding.code == "deletes-nothing":
        later = node[1]
    if later is None or later.file == finding.file:
        return finding
    return replace(finding, hint=f"{later.file}:{later.line} brings it later: let this mod come `after` that one")


def _taken_by_another(finding: Finding, taken: Mapping[str, Mark]) -> Finding:
    """Of what is not there any more it is told which other file took it out: the fault may be there."""
    name = _NAMED.search(finding.message) if finding.code in _UNKNOWN else None
    kind = finding.code.partition("-")[2]
    mark = taken.get(f"{_UNKNOWN[finding.code]}.{name[1]}") if name else None
    if mark is None or mark.file == finding.file:
        return finding
    return replace(finding, hint=f"{mark.file}:{mark.line} takes the {kind} out")


def _orders_in(layers: list[Layer]) -> frozenset[str]:
    """The ids of operations that any file names."""
    tables = (layer.tree.entries.get("operations") for layer in layers)
    return frozenset(name for table in tables if isinstance(table, Table) for name in table.entries)


def _borrowed(layers: list[Layer]) -> frozenset[str]:
    """The files of other packs than the scenario's own, which is the pack of the last layer."""
    return frozenset(layer.file for layer in layers if layer.pack != layers[-1].pack)


def _locate(target: str | Path, packs: Packs) -> tuple[Packs, str]:
    """The search path and the pattern of the scenario's own file."""
    name = str(target)
    if isinstance(target, str) and is_id(name) and name in packs.scenario_ids():
        return packs, f"{name}/{SCENARIO_FILE}"
    file = _file_at(Path(target))
    if not file.is_file():
        held = sorted(each.parent.name for each in Path(target).glob(f"*/{SCENARIO_FILE}")) if Path(target).is_dir() else []
        message = f"'{name}' holds several scenarios: {', '.join(held)}" if held else f"there is no scenario '{name}'"
        hint = "name the folder of one" if held else nearest(name, packs.scenario_ids())
        raise ScenarioNotFoundError((found("no-scenario", Mark(name, 1, 1), "", message, hint),))
    pack = pack_around(file)
    return packs.with_pack(pack), file.resolve().relative_to(pack.root.resolve()).as_posix()


def _file_at(path: Path) -> Path:
    """The scenario's own file for itself, for its folder, and for a mod that holds no other scenario."""
    folder = path.parent if path.name == MOD_FILE else path
    if not folder.is_dir() or (folder / SCENARIO_FILE).is_file():
        return folder / SCENARIO_FILE if folder.is_dir() else path
    inside = list(folder.glob(f"*/{SCENARIO_FILE}"))
    return inside[0] if len(inside) == 1 else folder / SCENARIO_FILE


def entry_of(name: str, examination: Examination, packs: Packs) -> Entry:
    """The line in the list for a scenario that has been examined."""
    layout = examination.layout
    span = span_of(layout)
    origin, made_of = packs.sources(examination.name)[0].pack.id, {layer.pack for layer in examination.layers}
    return Entry(
        id=name,
        title=layout.title or _text(examination.tree.entries, "title") or name,
        subtitle=layout.subtitle,
        start=layout.start,
        end=span[1] if span else None,
        step=layout.step.value if layout.step else "",
        turns=layout.turns or 0,
        card=layout.card,
        length=layout.length,
        level=layout.level,
        origin=origin,
        mods=tuple(pack.id for pack in packs.packs if pack.id in made_of - {SHIPPED, origin}),
        scenario=examination.scenario,
        findings=examination.findings,
    )


def _text(entries: Mapping[str, Node], key: str) -> str:
    node = entries.get(key)
    return node.text if isinstance(node, Leaf) else ""
