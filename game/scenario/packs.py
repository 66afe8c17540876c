"""The search path of content: the shipped pack first, the player's mods on top of it.

Knows where files lie and lets no path leave its pack; of what the files say it knows only after whom a mod wants to come.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from heapq import heappop, heappush
from pathlib import Path, PurePath, PurePosixPath

from platformdirs import user_data_dir

from game.resources import content_folder
from game.scenario.nodes import Leaf, Series
from game.scenario.reader import read_file

SCENARIO_FILE = "scenario.yaml"
MOD_FILE = "mod.yaml"
SHIPPED = "shipped"
MOST_FILES = 500

_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
TRANSLATION = re.compile(r".+\.[a-z]{2,3}(_[A-Z]{2})?\.yaml")
"""The names of files that hold translations, which are no part of a scenario."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of content. `id` is `shipped`, or the name of the mod's folder, so written that it can be printed. `after` are
    the ids of mods that this one is laid on, `needs` those among them that it cannot do without."""

    id: str
    root: Path
    after: tuple[str, ...] = field(default=(), compare=False)
    needs: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """One file of a pack. `name` is its path inside the pack, with slashes, so written that it can be printed."""

    pack: Pack
    name: str
    path: Path

    @property
    def shown(self) -> str:
        """How messages call the file."""
        return shown(self.path)


class PathRefusedError(Exception):
    """A path or pattern that would leave its pack, or is no path at all; the message says why."""


@dataclass(frozen=True, slots=True)
class Packs:
    """The packs in the order in which they are merged."""

    packs: tuple[Pack, ...]

    def sources(self, pattern: str) -> tuple[Source, ...]:
        """The files that match a relative pattern, pack by pack, by name within a pack; translations are left out.

        Raises PathRefusedError if the pattern, or a link that it matches, leads out of the pack.
        """
        check_pattern(pattern)
        return tuple(source for pack in self.packs for source in _matches(pack, pattern))

    def files(self) -> frozenset[str]:
        """The names of all files that a scenario could use."""
        listed = (_matches(pack, "*/*.yaml") for pack in self.packs)
        return frozenset(source.name for sources in listed for source in sources)

    def brought(self, folder: str, endings: Container[str]) -> Iterator[Path]:
        """The files with some endings that lie in one folder of each pack, pack by pack; links that leave their pack are left
        out."""
        for pack in self.packs:
            root = pack.root.resolve()
            for path in _listed(pack.root, f"{folder}/*"):
                if path.suffix in endings and path.resolve().is_relative_to(root):
                    yield path

    def scenario_ids(self) -> tuple[str, ...]:
        """The ids of all scenarios in all packs, sorted."""
        names = {path.parent.name for pack in self.packs for path in _listed(pack.root, f"*/{SCENARIO_FILE}")}
        return tuple(sorted(name for name in names if is_id(name)))

    def with_pack(self, pack: Pack) -> "Packs":
        """The same packs with one more on top, unless it is among them; it takes the place of a mod with its id, whose working
        copy it is. Mods that want to come after it lie on it all the same."""
        root = pack.root.resolve()
        if any(other.root.resolve() == root for other in self.packs):
            return self
        return Packs(_laid((*(other for other in self.packs if other.id == SHIPPED or other.id != pack.id), pack)))

    @property
    def circles(self) -> tuple[tuple[str, ...], ...]:
        """Mods that cannot come as they want: each comes after the next one, and the last after the first. Their wishes are
        not granted."""
        return _granted(self.packs)[1]

    @property
    def lacking(self) -> tuple[tuple[str, str], ...]:
        """Mods that cannot do without another which is not here, each with that other."""
        here = {pack.id for pack in self.packs}
        return tuple((pack.id, need) for pack in self.packs for need in pack.needs if need not in here)


def shown(path: Path) -> str:
    """How messages call a file: from the current folder if it lies below it, else in full; by whatever link it was come upon."""
    try:
        real = path.resolve()
    except (OSError, RuntimeError):  # a link that leads back to itself
        return printable(str(path.absolute()))
    try:
        return printable(real.relative_to(Path.cwd().resolve()).as_posix())
    except (ValueError, OSError):
        return printable(str(real))


def printable(name: str) -> str:
    """The name of a file or folder so that it can be printed, saved and hashed: names need not be text on every system, and what
    is none is written as `\\udcff`."""
    return name.encode("utf-8", "backslashreplace").decode()


def is_id(name: str) -> bool:
    """Whether a name can stand as an id: small letters, digits, `_` and `-`, at most 64."""
    return _ID.fullmatch(name) is not None


def mods_folder() -> Path:
    """Where the player keeps mods, each in a folder of its own with a `mod.yaml`."""
    return Path(user_data_dir("utka", appauthor=False)) / "mods"


def find_packs(content: Path | None = None, mods: Path | None = None) -> Packs:
    """The shipped content and every mod of the player's, by name but for those that want to come after others; both folders can
    be named for tests and tools."""
    shipped = Pack(SHIPPED, content or content_folder())
    folder = mods if mods is not None else mods_folder()
    return Packs(_laid((shipped, *(_mod_in(path.parent) for path in _listed(folder, f"*/{MOD_FILE}")))))


def strays(mods: Path | None = None) -> tuple[Path, ...]:
    """Folders in the mods folder that are no mods, because they have no `mod.yaml`, and yet hold files of one."""
    folder = mods if mods is not None else mods_folder()
    try:
        inside = sorted(folder.glob("*/"), key=by_name)
    except OSError:
        return ()
    return tuple(path for path in inside if _is_stray(path))


def pack_around(file: Path) -> Pack:
    """The pack that a file belongs to: the nearest folder above with a `mod.yaml`, else the folder above its own."""
    folder = file.resolve().parent
    for parent in (folder, *folder.parents[:2]):
        if (parent / MOD_FILE).is_file():
            return _mod_in(parent)
    return Pack(printable(folder.parent.name) or SHIPPED, folder.parent)


def by_name(path: PurePath) -> tuple[str, ...]:
    """Sorts paths alike on every system: compared as they are, Windows takes no notice of capitals, and the order in which files
    are merged and hashed would hang on the machine."""
    return path.parts


def check_pattern(pattern: str) -> None:
    """Raises PathRefusedError unless the pattern is relative, stays in its pack and names a YAML file."""
    parts = PurePosixPath(pattern).parts
    if not pattern or pattern.startswith("/") or "\\" in pattern or ":" in pattern or "\0" in pattern:
        raise PathRefusedError("a path must be relative, with plain slashes")
    if ".." in parts or "~" in pattern:
        raise PathRefusedError("a path may not leave its pack")
    if "**" in pattern:
        raise PathRefusedError("`**` is not allowed; name the folder")
    if not pattern.endswith(".yaml"):
        raise PathRefusedError("only files that end in .yaml can be used")


def _mod_in(folder: Path) -> Pack:
    """What is wrong with the wish is said where the whole `mod.yaml` is read."""
    said = read_file(folder / MOD_FILE, shown(folder / MOD_FILE)).tree.entries
    lists = [said.get(key) for key in ("after", "needs")]
    after, needs = (
        tuple(item.text for item in each.items if isinstance(item, Leaf)) if isinstance(each, Series) else () for each in lists
    )
    return Pack(printable(folder.name), folder, tuple(dict.fromkeys((*after, *needs))), needs)


def _laid(packs: Sequence[Pack]) -> tuple[Pack, ...]:
    """The packs as they are given, but that none lies below one that it wants to come after."""
    sorter, order, ready = TopologicalSorter(_granted(packs)[0]), list[Pack](), list[int]()
    sorter.prepare()
    while sorter.is_active():
        for number in sorter.get_ready():
            heappush(ready, number)
        first = heappop(ready)
        order.append(packs[first])
        sorter.done(first)
    return tuple(order)


def _granted(packs: Sequence[Pack]) -> tuple[dict[int, set[int]], tuple[tuple[str, ...], ...]]:
    """Which pack, by its number, comes after which others: each mod after the shipped content, and after those that it names; and
    the circles of those whose wishes had to be left out, because nobody could have come first."""
    numbers = {pack.id: number for number, pack in enumerate(packs)}
    wishes = {number: {numbers[name] for name in pack.after if name in numbers} for number, pack in enumerate(packs)}
    wishes = {number: {0, *wish} if number else set() for number, wish in wishes.items()}
    circles: list[tuple[str, ...]] = []
    while True:
        try:
            TopologicalSorter(wishes).prepare()
        except CycleError as error:
            circle = error.args[1][:0:-1]  # each of its list comes before the next, and the first is its last once more
            wishes |= {number: {0} for number in circle}
            circles.append(tuple(packs[number].id for number in circle))
        else:
            return wishes, tuple(circles)


def _is_stray(folder: Path) -> bool:
    """Whether a folder is no mod though it looks like one; of one that may not be looked into nothing can be said."""
    try:
        return folder.is_dir() and not (folder / MOD_FILE).is_file() and any(folder.glob("*/*.yaml"))
    except OSError:
        return False


def _matches(pack: Pack, pattern: str) -> Iterator[Source]:
    root = pack.root.resolve()
    for path in _listed(pack.root, pattern):
        if not path.resolve().is_relative_to(root):
            raise PathRefusedError(f"{printable(path.name)} is a link that leaves its pack")
        if TRANSLATION.fullmatch(path.name):
            continue
        yield Source(pack, printable(path.relative_to(pack.root).as_posix()), path)


def _listed(folder: Path, pattern: str) -> list[Path]:
    """The files under a folder that match, sorted; nothing if there is no such folder. What may not be looked at is left out."""
    try:
        return sorted((path for path in folder.glob(pattern) if _is_file(path)), key=by_name)[:MOST_FILES]
    except (OSError, ValueError, NotImplementedError):
        return []


def head_of(path: Path, length: int, most: int) -> tuple[bytes, str]:
    """The first bytes of a file that a mod brings along, and why it cannot be used: that it cannot be read, or has more than so
    many bytes; nothing if it can."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(length)
    except OSError as error:
        return b"", f"it cannot be read: {error.strerror or 'no reason is known'}"
    return head, f"it has {size} bytes, more than {most}" if size > most else ""


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
