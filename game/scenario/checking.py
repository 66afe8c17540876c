"""Checks whatever a modder points at: a scenario, one file of a library, a folder of files or a whole mod."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.scenario.archive.loading import FOLDER, examine_archive
from game.scenario.findings import Finding, Severity, found, has_errors, in_order
from game.scenario.languages import FOLDER as LANGUAGES
from game.scenario.layout import Layout
from game.scenario.loading import Examination, examine
from game.scenario.looks import FOLDER as LOOKS
from game.scenario.merging import Merger
from game.scenario.mods import mod_of
from game.scenario.nodes import Mark
from game.scenario.packs import MOD_FILE, SCENARIO_FILE, TRANSLATION, Packs, pack_around, shown
from game.scenario.pictures import FOLDER as PICTURES
from game.scenario.pictures import KINDS as PICTURE_KINDS
from game.scenario.pictures import SIGNS
from game.scenario.plates import PATTERN, is_plate_file, read_plate
from game.scenario.reader import read_file
from game.scenario.shaping import Shaper, keyed_names
from game.scenario.sounds import FOLDER as SOUNDS

_THE_WINDOWS = (LOOKS, SOUNDS, LANGUAGES)
"""Folders of a mod whose files belong to no scenario."""
_HEADS = (SCENARIO_FILE, MOD_FILE)
_DRAWN = {PICTURES: tuple(PICTURE_KINDS), SIGNS: (".svg",)}
"""What a mod brings along to be seen, by its folder, and how such files end."""
_GAMES_OWN = ("fonts", "textures", "portraits", "prints", "map", "export", "themes")
"""Folders that somebody may expect a mod to have, because the game has them, or other games' mods."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was found under a path, the names of the files that were read, and the scenarios among them."""

    findings: tuple[Finding, ...]
    files: frozenset[str]
    scenarios: tuple[Examination, ...] = ()


def check_path(path: Path, packs: Packs) -> Report:
    """Everything that is wrong with a file or folder. Raises FileNotFoundError if there is none."""
    if path.is_dir():
        return _check_folder(path, packs)
    if not path.is_file():
        raise FileNotFoundError(f"no such file or folder: {path}")
    return _check_file(path, packs)


def _check_folder(folder: Path, packs: Packs) -> Report:
    patterns = ("*.yaml", "*/*.yaml", PATTERN)
    there = {file for pattern in patterns for file in folder.glob(pattern)}
    files = sorted(file for file in there if file.is_file())
    lost = Report(in_order(_leads_nowhere(file) for file in there if file.is_symlink() and not file.exists()), frozenset())
    lost = joined((lost, Report(tuple(_never_read(folder)), frozenset())))
    if (folder / SCENARIO_FILE).is_file():
        return joined((_check_file(folder / SCENARIO_FILE, packs), lost))
    if not files and not lost.findings:
        return Report((found("empty", Mark(str(folder), 1, 1), "", "there are no .yaml files here"),), frozenset())
    whole = [_check_file(file, packs) for file in files if file.name == SCENARIO_FILE]
    idle = () if has_errors(finding for report in whole for finding in report.findings) else _idle_beside(whole, files)
    past = next((file for file in files if file.parent.name == FOLDER), None)
    whole += [check_archive(past, packs)] if past else []
    read = frozenset(name for report in whole for name in report.files)
    rest = [
        _check_file(file, packs)
        for file in files
        if file.name != SCENARIO_FILE and shown(file) not in read and not _in_capitals(file) and not _is_the_games(file.parent)
    ]
    return joined((*whole, *rest, lost, Report(tuple(idle), frozenset())))


def _never_read(folder: Path) -> Iterator[Finding]:
    """Files that lie or are called so that the game does not find them, though they look as if they were meant to be played."""
    if (folder / MOD_FILE).is_file() and (folder / SCENARIO_FILE).is_file():
        mark = Mark(shown(folder / SCENARIO_FILE), 1, 1)
        message = "the game does not find a scenario that lies beside mod.yaml"
        yield found("misplaced", mark, "", message, "put it into a folder of its own, which is called as its id")
    for file in sorted(path for pattern in ("*.yml", "*/*.yml") for path in folder.glob(pattern)):
        yield _misplaced(file, "a file that ends in .yml is never read", "let its name end in .yaml")
    for file in sorted(path for pattern in ("*.yaml", "*/*.yaml") for path in folder.glob(pattern) if _in_capitals(path)):
        yield _misplaced(file, f"a file of this name is not taken for the {file.stem.lower()}", f"call it {file.name.lower()}")
    if (folder / MOD_FILE).is_file():
        for kind, endings in _DRAWN.items():
            for file in sorted(path for path in folder.glob(f"{kind}/*") if path.is_file() and path.suffix not in endings):
                hint = f"{kind} are {' and '.join(endings)} files, with small letters in the ending"
                yield _misplaced(file, f"a {file.suffix or 'nameless'} file is not shown", hint)
        hint = f"colours and papers lie in `{LOOKS}`; fonts, prints and the map of the world are the game's own, and no mod's"
        for inside in sorted(path for path in folder.glob("*/") if _is_the_games(path)):
            yield _misplaced(inside, "nothing in this folder is read", hint)


def _misplaced(file: Path, message: str, hint: str) -> Finding:
    return found("misplaced", Mark(shown(file), 1, 1), "", message, hint, Severity.WARNING)


def _is_the_games(folder: Path) -> bool:
    """Whether a folder is called as one of the game's that no mod adds to, and holds no scenario of that name."""
    return folder.name in _GAMES_OWN and folder.is_dir() and not (folder / SCENARIO_FILE).is_file()


def _in_capitals(file: Path) -> bool:
    """Whether a file has the name of a scenario or a mod but for its capitals, which count on some systems alone."""
    return file.name not in _HEADS and file.name.lower() in _HEADS


def _idle_beside(scenarios: Sequence[Report], files: Sequence[Path]) -> Iterator[Finding]:
    """Files in the folder of a scenario that neither it nor another here uses."""
    read = frozenset(name for report in scenarios for name in report.files)
    homes = {file.parent for file in files if file.name == SCENARIO_FILE}
    for file in files:
        if file.parent in homes and file.name != MOD_FILE and shown(file) not in read and not TRANSLATION.fullmatch(file.name):
            hint = f"name it under `use:` as {file.parent.name}/{file.name}"
            yield found("unused", Mark(shown(file), 1, 1), "", "no scenario here uses this file", hint, Severity.WARNING)


def _leads_nowhere(link: Path) -> Finding:
    """A link is shown as itself: where it leads there is nothing to look at."""
    mark = Mark(f"{shown(link.parent)}/{link.name}", 1, 1)
    return found("no-file", mark, "", "this is a link to a file that is not there", "mend the link, or take it away")


def _check_file(file: Path, packs: Packs) -> Report:
    if file.name == SCENARIO_FILE:
        return check_scenario(file, packs)
    if file.suffix != ".yaml":  # no scenario can use it, whatever it says
        finding = found("bad-path", Mark(shown(file), 1, 1), "", "only files that end in .yaml can be used")
        return Report((finding,), frozenset((shown(file),)))
    if file.parent.name in _THE_WINDOWS:  # only the window knows what is seen, heard and said: see `game.cli.check`
        return Report((), frozenset((shown(file),)))
    if file.parent.name == FOLDER:
        return check_archive(file, packs)
    if is_plate_file(file):
        return Report(read_plate(file).findings, frozenset((shown(file),)))
    if file.name == MOD_FILE:
        return Report(mod_of(file, packs.with_pack(pack_around(file))).findings, frozenset((shown(file),)))
    reading = read_file(file, shown(file))
    merger, shaper = Merger(keyed_names(Layout)), Shaper(partial=True)
    shaper.shape(Layout, merger.key_lists(reading.tree))
    return Report(in_order((*reading.findings, *merger.findings, *shaper.findings)), frozenset((shown(file),)))


def check_scenario(target: str | Path, packs: Packs) -> Report:
    """Everything that is wrong with a scenario, by id, file or folder, and with all that it uses."""
    examination = examine(target, packs)
    return Report(examination.findings, frozenset(layer.file for layer in examination.layers), (examination,))


def check_archive(file: Path, packs: Packs) -> Report:
    """Everything that is wrong with the archive that a file belongs to, and with the world and the people beside it."""
    examination = examine_archive(packs.with_pack(pack_around(file)))
    return Report(examination.findings, examination.files)


def joined(reports: tuple[Report, ...]) -> Report:
    """Several reports as one, each finding and each file once."""
    return Report(
        in_order(finding for report in reports for finding in report.findings),
        frozenset(name for report in reports for name in report.files),
        tuple(examination for report in reports for examination in report.scenarios),
    )
