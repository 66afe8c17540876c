"""The reading of `sounds/sounds.yaml`, in which stands which sound belongs to which moment and scene. It plays nothing."""

from collections.abc import Iterator
from pathlib import Path

from game.rules.events import EventKind
from game.scenario.findings import Finding, ScenarioError, found, nearest
from game.scenario.nodes import Node, Table
from game.scenario.reader import read_file
from game.scenario.shaping import Shaper
from game.ui.moments import Moment, Scene, telegram_moment
from game.ui.presenters.month import DEPARTURES, SILENCE
from game.ui.sound.cues import Bus, Cue, Room, SoundBook

FILE = "sounds.yaml"


def read_book(folder: Path) -> SoundBook:
    """Reads the book of a folder of sounds. Raises ScenarioError, with everything that was found, if it is faulty."""
    reading = read_file(folder / FILE, f"{folder.name}/{FILE}")
    shaper = Shaper()
    book = shaper.shape(SoundBook, reading.tree)
    findings = [*reading.findings, *shaper.findings]
    if book is not None and not findings:
        findings += _strangers(reading.tree, book)
        findings += _unplayable(reading.tree, book, folder)
    if book is None or findings:
        raise ScenarioError(findings)
    return book


def moments() -> frozenset[str]:
    """Every moment that a book may name."""
    about = (*EventKind, DEPARTURES, SILENCE)
    return frozenset((*Moment, *(telegram_moment(each) for each in about)))


def scenes() -> frozenset[str]:
    """Every scene that a book may name; `desk` stands for both desks."""
    return frozenset((*Scene, "desk"))


def _strangers(tree: Table, book: SoundBook) -> Iterator[Finding]:
    """Names that nothing in the game goes by."""
    for part, known, kind in (("cues", moments(), "moment"), ("rooms", scenes(), "scene"), ("samples", frozenset(Bus), "bus")):
        table = _part(tree, part)
        for name, mark in table.keys.items() if table else ():
            if name not in known:
                yield found("unknown-name", mark, f"{part}.{name}", f"no {kind} '{name}'", nearest(name, known))
    samples = _part(tree, "samples")
    for bus, moment in book.samples.items():
        if samples and book.cue(moment) is None:
            message = f"no cue for the moment '{moment}'"
            yield found("unknown-name", samples.entries[bus].mark, f"samples.{bus}", message, nearest(moment, book.cues))


def _unplayable(tree: Table, book: SoundBook, folder: Path) -> Iterator[Finding]:
    """Volumes out of range, and files that are not there."""
    every: tuple[tuple[str, str, Cue | Room, tuple[str, ...]], ...] = (
        *(("cues", name, cue, cue.files) for name, cue in book.cues.items()),
        *(("rooms", name, room, (room.file,)) for name, room in book.rooms.items()),
    )
    for part, name, sound, files in every:
        mark = _entry(tree, part, name).mark
        if not 0 <= sound.volume <= 1:
            yield found("out-of-range", mark, f"{part}.{name}.volume", f"found {sound.volume}, expected 0 to 1")
        if not files:
            yield found("empty", mark, f"{part}.{name}.files", "at least one file must be named")
        for file in files:
            if not (folder / file).is_file():
                yield found("no-file", mark, f"{part}.{name}", f"no file '{file}' in {folder.name}/")


def _part(tree: Table, name: str) -> Table | None:
    node = tree.entries.get(name)
    return node if isinstance(node, Table) else None


def _entry(tree: Table, part: str, name: str) -> Node:
    table = _part(tree, part)
    return table.entries[name] if table else tree
