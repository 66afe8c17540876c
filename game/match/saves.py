"""Saved games in a folder: written whole, kept with three backups, listed without ever failing.

Which folder it is, and what is shown of a save, is for others to say.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from itertools import takewhile
from pathlib import Path
from unicodedata import normalize

from game import __version__
from game.match.codec import encode, prepare
from game.match.envelope import Envelope, EnvelopeError, pack, read_envelope, settle, sweep, written_beside
from game.match.match import PERSON, Match
from game.match.newest import SAVE_FORMAT, SUFFIX
from game.match.papers import Papers
from game.match.record import Seats
from game.match.save_file import Loaded, NewerSaveError, SaveBody, SaveError, SaveHeader, pack_save, read_header, read_save
from game.match.soundness import find_stranger
from game.players import PlayerError
from game.rules.definitions import Scenario
from game.rules.nouns import Side

BACKUPS = 3

_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)|.*-[0-9a-f]{8}")
"""Names that some systems keep for themselves, and those that look like names made unlike by `file_name`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveEntry:
    """One line of the list of saves. `problem` is empty if it can be opened as it is; else it says in words what is wrong.

    `rescue` is the header of the newest sound backup that `load_save` would open instead, where there is one. `is_record`:
    it is no save but a record on its own, which can only be looked at.
    """

    path: Path
    header: SaveHeader | None
    problem: str = ""
    rescue: SaveHeader | None = None
    is_record: bool = False


def save_match(
    folder: Path, name: str, match: Match, saved: datetime | None = None, papers: Papers | None = None, rules: str = "",
    backup: bool = True,
) -> Path:  # fmt: skip
    """Saves a game under a name and returns the file; an older save of that name becomes a backup, unless `backup` is off.

    `saved` is the time to put down, now if left out. `rules` is what `rules_text` gives for the match's scenario, for
    whoever has it at hand.

    Raises:
        SaveError: the file cannot be written; an older save is left as it was.
    """
    path = folder / file_name(name)
    papers = papers or Papers()
    header = _header_of(match, name, saved or datetime.now(UTC).replace(microsecond=0), papers)
    body = SaveBody(snapshot=match.snapshot(), record=match.record(), rules=rules or rules_text(match.scenario), papers=papers)
    try:
        with written_beside(path, pack_save(header, body)) as part:  # a full disk is found out before any backup is moved
            if backup:
                _keep_backup(path)
            os.replace(part, path)
        settle(folder)
        sweep(folder)
    except OSError as wrong:
        raise SaveError(f"nothing can be written into {folder}: {wrong.strerror or wrong}") from None
    return path


def get_ready() -> None:
    """Makes ready to save and load, so that the first time is as quick as any."""
    prepare(Scenario, SaveHeader, SaveBody)


def rules_text(scenario: Scenario) -> str:
    """A scenario as it is kept in saves, so that a game can go on by the rules that it was begun with."""
    return encode(scenario).decode()


def load_save(path: Path) -> Loaded:
    """Reads a save; if the file is damaged or gone, its newest sound backup.

    Raises:
        SaveError: neither the save nor a backup can be read, or a newer version of the game wrote it.
    """
    try:
        return read_save(path)
    except NewerSaveError as wrong:
        raise SaveError(str(wrong)) from None
    except SaveError as wrong:
        rescued = _newest_backup(path)
        if rescued is None:
            raise SaveError(f"{path.name}: {wrong}") from None
        warning = f"{path.name}: {wrong}; a backup from turn {rescued.header.turn} was opened instead"
        return replace(rescued, warning=warning)


def resume(scenario: Scenario, loaded: Loaded) -> Match:
    """The game of a save, to be played on with the scenario as it is today.

    A changed scenario is no obstacle as long as it still knows everything that the save speaks of; the caller can
    compare `loaded.header.fingerprint` to tell the player.

    Raises:
        SaveError: this is another scenario, it no longer knows something, or a player of somebody's own is not here any more.
    """
    if loaded.record.scenario != scenario.catalogue.id:
        raise SaveError(f"the save is of the scenario {loaded.record.scenario}, not of {scenario.catalogue.id}")
    stranger = find_stranger(scenario, loaded.snapshot)
    if stranger:
        raise SaveError(f"the scenario {scenario.catalogue.id} has changed too much for this save: {stranger} is unknown")
    try:
        return Match.resume(scenario, loaded.record, loaded.snapshot)
    except PlayerError as wrong:
        raise SaveError(f"who plays in this save cannot be seated: {wrong}") from None


def list_saves(folder: Path) -> tuple[SaveEntry, ...]:
    """Every save of a folder, the newest first, then those that cannot be opened. A missing folder has none."""
    entries = [_entry(path) for path in sorted(_saves_in(folder))]
    sound = [(entry.header.saved.timestamp(), entry) for entry in entries if entry.header is not None]
    sound.sort(key=lambda pair: pair[0], reverse=True)
    return (*(entry for _, entry in sound), *(entry for entry in entries if entry.header is None))


def list_records(folder: Path) -> tuple[SaveEntry, ...]:
    """Files beside the saves that may be records, by name; whether they are is found out when one is opened."""
    try:
        paths = sorted(path for path in folder.glob("*.json") if path.is_file() and not path.name.startswith("."))
    except OSError:
        return ()
    return tuple(SaveEntry(path=path, header=None, is_record=True) for path in paths)


def delete_save(path: Path) -> None:
    """Deletes a save and its backups; what is not there is not missed.

    Raises:
        SaveError: a file cannot be deleted.
    """
    try:
        for each in (path, *_backups_of(path)):
            each.unlink(missing_ok=True)
    except OSError as wrong:
        raise SaveError(f"{path.name} cannot be deleted: {wrong.strerror or wrong}") from None


def file_name(name: str) -> str:
    """A file name for the name of a save that every system accepts; different names give different files."""
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:48]
    if not slug or slug != name or _RESERVED.fullmatch(slug):
        slug = f"{slug or 'save'}-{sha256(name.encode(errors='replace')).hexdigest()[:8]}"
    return slug + SUFFIX


def side_of(seats: Seats) -> str:
    """For whom a game is: `center` or `circle` where one person plays, `both` for two, `watch` for none."""
    persons = [side.value for side in Side if seats.of(side) == PERSON]
    return persons[0] if len(persons) == 1 else "both" if persons else "watch"


def _header_of(match: Match, name: str, saved: datetime, papers: Papers) -> SaveHeader:
    record = match.record()
    return SaveHeader(
        format=SAVE_FORMAT,
        version=__version__,
        name=name,
        scenario=record.scenario,
        title=record.title,
        fingerprint=match.scenario.fingerprint,
        mods=match.scenario.mods,
        game=papers.game,
        saved=saved,
        day=match.scenario.catalogue.first_day(match.turn),
        by_day=not match.scenario.catalogue.step.months,
        turn=match.turn,
        side=side_of(record.seats),
        over=match.is_over(),
        mail=papers.mail is not None,
        locked=any(papers.of(side).lock is not None for side in Side),
    )


def _entry(path: Path) -> SaveEntry:
    try:
        return SaveEntry(path=path, header=read_header(path))
    except NewerSaveError as wrong:
        return SaveEntry(path=path, header=None, problem=str(wrong))
    except SaveError as wrong:
        rescued = _newest_backup(path)
        return SaveEntry(path=path, header=None, problem=str(wrong), rescue=rescued.header if rescued else None)


def _saves_in(folder: Path) -> Iterator[Path]:
    """Saves of a folder, those of which only a backup is left included."""
    try:
        names = {path.name for path in folder.iterdir() if path.is_file()}
    except OSError:
        return
    for name in names:
        if name.endswith(SUFFIX) and not name.startswith("."):
            yield folder / name
    for name in {re.sub(rf"\{SUFFIX}\.[1-{BACKUPS}]$", SUFFIX, name) for name in names} - names:
        yield folder / name


def _backups_of(path: Path) -> tuple[Path, ...]:
    """Where the backups of a save are kept, the newest first."""
    return tuple(path.with_name(f"{path.name}.{number}") for number in range(1, BACKUPS + 1))


def _newest_backup(path: Path) -> Loaded | None:
    for backup in _backups_of(path):
        try:
            return read_save(backup)
        except SaveError:
            continue
    return None


def _keep_backup(path: Path) -> None:
    """Moves the backups up by one and copies the save to the first, unless it is damaged, since a sound backup is worth more,
    or there already, since the last try to save failed after this."""
    try:
        envelope = read_envelope(path)
    except EnvelopeError:
        return
    backups = _backups_of(path)
    if _is_kept(envelope, backups[0]):
        return
    with written_beside(backups[0], pack(envelope)) as part:
        there = list(takewhile(Path.exists, backups[:-1]))  # a gap, left by a try that failed, is filled and moves nothing on
        for newer, older in reversed(list(zip(there, backups[1:], strict=False))):
            newer.replace(older)
        os.replace(part, backups[0])


def _is_kept(envelope: Envelope, backup: Path) -> bool:
    try:
        return read_envelope(backup) == envelope
    except EnvelopeError:
        return False
