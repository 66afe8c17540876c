"""The reading of `sounds/sounds.yaml`, in which stands which sound belongs to which moment and scene, and of those of mods, which
are laid on it. It plays nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from game.rules.events import EventKind
from game.scenario.findings import CLOSE, MANY, Finding, ScenarioError, Severity, found, has_errors, nearest
from game.scenario.layout import Layout
from game.scenario.merging import Merger
from game.scenario.nodes import Mark, Node, Table
from game.scenario.packs import SHIPPED, Packs, is_id, shown
from game.scenario.reader import read_file
from game.scenario.shaping import Shaper, keyed_names
from game.scenario.sounds import BOOK, FOLDER, KINDS, books_in, sounds_in, why_not
from game.ui.moments import Moment, Scene, telegram_moment
from game.ui.presenters.month import DEPARTURES, SILENCE
from game.ui.sound.cues import Bus, Cue, Room, SoundBook

_WARNING = Severity.WARNING

FILE = BOOK
_TELLING = (b"operations", b"events", b"directives", b"aims", b"verdicts")
"""Keys of scenario files under which stands what a telegram can be about."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All sounds, the game's with those that mods bring along, and what is wrong with the mods' own. Files of mods are named in
    full, so that they are found from the game's folder too."""

    book: SoundBook
    findings: tuple[Finding, ...] = ()


def read_book(folder: Path, packs: Packs | None = None) -> Reading:
    """Reads the book of a folder of sounds, and lays on it what the mods among `packs` bring along; one that is faulty is left
    out. Raises ScenarioError, with everything that was found, if the folder's own book is faulty."""
    files = {path.name: path for path in folder.glob("*") if path.suffix in KINDS}
    tree, book, findings = _laid(None, folder / FILE, f"{folder.name}/{FILE}", files)
    if book is None or findings:
        raise ScenarioError(findings)
    if packs is None:
        return Reading(book)
    own = sounds_in(packs)
    said: list[Finding] = []
    for path in books_in(packs):
        over, heard, wrong = _laid(tree, path, shown(path), files | own)
        if heard is not None and not has_errors(wrong):
            tree, book = over, heard
        said += wrong
    return Reading(_in_full(book, own), tuple(said))


def check_sounds(mod: Path, folder: Path, packs: Packs) -> list[Finding]:
    """What is wrong with the sounds that a mod's folder brings along, laid on those of the game in `folder` and of the other mods
    among `packs`."""
    reading = read_book(folder, packs)
    book = mod / FOLDER / FILE
    findings = [finding for finding in reading.findings if finding.file == shown(book)]
    if book.is_file() and not findings:
        findings += _about_nothing(read_file(book, shown(book)).tree, packs)
    used = {Path(file).name for file in files_of(reading.book)}
    for path in sorted((mod / FOLDER).glob("*")):
        mark = Mark(shown(path), 1, 1)
        if path.name == FILE or not path.is_file():
            continue
        if path.suffix not in KINDS:
            hint = (
                f"the book is called {FILE}"
                if path.suffix in (".yaml", ".yml")
                else "sounds are WAV or Ogg, with small letters in the ending"
            )
            findings.append(found("bad-sound", mark, "", f"a {path.suffix or 'nameless'} file is not heard", hint, _WARNING))
        elif reason := why_not(path):
            findings.append(found("bad-sound", mark, "", f"it cannot be heard: {reason}", "save it as WAV or Ogg", _WARNING))
        elif path.name not in used and not has_errors(findings):  # a book that is left out names nothing
            hint = nearest(path.name, used) if len(used) < MANY else ""
            message = f"no moment and no scene in {FOLDER}/{FILE} has this sound, and the game has none of that name"
            findings.append(found("unheard", mark, "", message, hint if hint.startswith(CLOSE) else "", _WARNING))
    return findings


def _about_nothing(tree: Table, packs: Packs) -> Iterator[Finding]:
    """Moments of an order, an event or a task that no file tells of."""
    cues = _part(tree, "cues")
    named = {name: one for name in (cues.keys if cues else ()) if (one := of_one(name)) and name not in moments()}
    known = _told_of(packs) if named else frozenset()
    for name, one in named.items():
        if cues and one not in known:
            message = f"no file has an order, an event or a task '{one:.60}'"
            hint = nearest(one, known)
            yield found(
                "unknown-name", cues.keys[name], f"cues.{name}", message, hint if hint.startswith(CLOSE) else "", _WARNING
            )


def _told_of(packs: Packs) -> frozenset[str]:
    """The ids of all orders, events and tasks in the files of all packs, and those of the verdicts."""
    keyed = keyed_names(Layout)
    trees = (
        Merger(keyed).key_lists(read_file(source.path, source.shown).tree)
        for source in packs.sources("*/*.yaml")
        if source.pack.id != SHIPPED or any(word in source.path.read_bytes() for word in _TELLING)
    )
    tables = (tree.entries.get(word.decode()) for tree in trees for word in _TELLING)
    return frozenset(name for table in tables if isinstance(table, Table) for name in table.entries)


def files_of(book: SoundBook) -> set[str]:
    """Every file that a book names."""
    return {file for cue in book.cues.values() for file in cue.files} | {room.file for room in book.rooms.values()}


def moments() -> frozenset[str]:
    """Every moment that a book may name."""
    about = (*EventKind, DEPARTURES, SILENCE)
    return frozenset((*Moment, *(telegram_moment(each) for each in about)))


def of_one(moment: str) -> str:
    """The order, event or task that a moment is about, such as `bribe` for `order.given.bribe`; nothing if it is about none, or
    there is no such moment."""
    wider, _, one = moment.rpartition(".")
    known = wider == Moment.ORDERED or (wider.startswith(f"{Moment.TELEGRAM}.") and wider in moments())
    return one if known and is_id(one) else ""


def scenes() -> frozenset[str]:
    """Every scene that a book may name; `desk` stands for both desks."""
    return frozenset((*Scene, "desk"))


def _laid(base: Table | None, path: Path, name: str, files: Mapping[str, Path]) -> tuple[Table, SoundBook | None, list[Finding]]:
    """A book laid on another as scenarios are, what both come to, and what is wrong with it."""
    reading = read_file(path, name)
    merger, shaper = Merger(()), Shaper()
    laid = merger.lay(base, reading.tree)
    tree = laid if isinstance(laid, Table) else reading.tree
    book = shaper.shape(SoundBook, tree)
    strangers = list(_strangers(tree))
    lost = {finding.path for finding in strangers}  # what such an entry lacks need not be said as well
    wrong = [finding for finding in shaper.findings if finding.path not in lost]
    findings = [*reading.findings, *merger.findings, *strangers, *wrong]
    if book is not None and not findings:
        findings += _silent(tree, book)
        findings += _unplayable(tree, book, files)
    return tree, book, findings


def _in_full(book: SoundBook, own: Mapping[str, Path]) -> SoundBook:
    """The book with the files that mods bring along named in full."""

    def full(file: str) -> str:
        return str(own[file].absolute()) if file in own and not why_not(own[file]) else file

    return replace(
        book,
        cues={name: replace(cue, files=tuple(full(file) for file in cue.files)) for name, cue in book.cues.items()},
        rooms={name: replace(room, file=full(room.file)) for name, room in book.rooms.items()},
    )


def _strangers(tree: Table) -> Iterator[Finding]:
    """Names that nothing in the game goes by."""
    for part, known, kind in (("cues", moments(), "moment"), ("rooms", scenes(), "scene"), ("samples", frozenset(Bus), "bus")):
        table = _part(tree, part)
        for name, mark in table.keys.items() if table else ():
            if name not in known and not (part == "cues" and of_one(name)):
                yield found("unknown-name", mark, f"{part}.{name}", f"no {kind} '{name:.60}'", nearest(name, known))


def _silent(tree: Table, book: SoundBook) -> Iterator[Finding]:
    """Samples of moments at which nothing is heard."""
    samples = _part(tree, "samples")
    for bus, moment in book.samples.items():
        if samples and book.cue(moment) is None:
            message = f"no cue for the moment '{moment:.60}'"
            yield found("unknown-name", samples.entries[bus].mark, f"samples.{bus}", message, nearest(moment, book.cues))


def _unplayable(tree: Table, book: SoundBook, known: Mapping[str, Path]) -> Iterator[Finding]:
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
            if file not in known:
                hint = nearest(file, known)
                hint = hint if hint.startswith(CLOSE) else "sounds are WAV or Ogg files in the folder of this book, or the game's"
                yield found("no-file", mark, f"{part}.{name}", f"there is no sound '{file:.60}'", hint)


def _part(tree: Table, name: str) -> Table | None:
    node = tree.entries.get(name)
    return node if isinstance(node, Table) else None


def _entry(tree: Table, part: str, name: str) -> Node:
    table = _part(tree, part)
    return table.entries[name] if table else tree
