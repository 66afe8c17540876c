"""What `utka replay` does once its options are read: plays a record again, tells it in words, and says where it diverges."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import wrap

from game.cli.measuring import load_scenario
from game.cli.problems import CannotRunError
from game.match.record import Record
from game.match.records import ReadRecord, RecordError, read_record
from game.match.replay import Divergence, Replayed, steps
from game.match.save_file import SaveError
from game.match.story import Story, count, open_sides, rules_of, story_of, summary
from game.match.testimony import testimonies
from game.rules.definitions import Scenario
from game.rules.nouns import Side

WIDTH = 100
"""Columns that a paragraph is wrapped to."""


def retell(file: Path, scenario_name: str, *, verify: bool, text: bool) -> bool:
    """Replays the record in a file and prints what was asked for; false if it was to be verified and diverges.

    Raises:
        CannotRunError: the file or its scenario cannot be read.
    """
    read = _read(file)
    record = read.record
    try:
        scenario = _wanted(read, scenario_name)
    except CannotRunError:
        if verify or scenario_name:
            raise
        _tell_alone(read, text=text)
        return True
    if read.warning:
        print(f"utka: {read.warning}", file=sys.stderr)
    if record.fingerprint != scenario.fingerprint:
        print(f"utka: the files of {scenario.catalogue.id} have changed since this game was played", file=sys.stderr)
    walked = list(steps(record, scenario))
    last = walked[-1]
    if text:
        for line in (*_lines(story_of(read, scenario, walked)), *_recollections(record, scenario, walked)):
            print(line)
    elif not verify:
        print(summary(record, scenario.catalogue, seed=_is_open(read)))
    if isinstance(last, Divergence):
        said = str(last) if _is_open(read) else f"diverges in turn {last.turn}: {last.what}"
        print(f"{file}: {said}", file=sys.stdout if verify else sys.stderr)
        return not verify
    if verify:
        print(f"{file}: {count(len(record.turns), 'turn')} replayed, every digest agrees")
    return True


def _tell_alone(read: ReadRecord, *, text: bool) -> None:
    """Prints a record whose scenario is nowhere to be had: what was told, or how it ended."""
    try:
        story = story_of(read, None)
    except SaveError as wrong:
        raise CannotRunError(str(wrong)) from None
    for line in _lines(story) if text else (story.end or story.title, story.differs):
        print(line)
    print("utka: where the scenario's files lie elsewhere, name their folder with --scenario", file=sys.stderr)


def _is_open(read: ReadRecord) -> bool:
    """Whether everything in a record may be told."""
    return len(open_sides(read)) == len(Side)


def finished_game(file: Path, scenario_name: str) -> tuple[Record, Scenario]:
    """The record in a file, which must be of a game that is over, and its scenario.

    Raises:
        CannotRunError: the file or its scenario cannot be read, or the game goes on.
    """
    read = _read(file)
    if not read.record.is_over():
        raise CannotRunError(f"{file}: the game is not over; until then its secrets stay shut")
    if read.warning:
        print(f"utka: {read.warning}", file=sys.stderr)
    return read.record, _wanted(read, scenario_name)


def _read(file: Path) -> ReadRecord:
    try:
        return read_record(file)
    except RecordError as wrong:
        raise CannotRunError(str(wrong)) from None


def _wanted(read: ReadRecord, name: str) -> Scenario:
    """The scenario that was named, or the record's; where that is gone, as the file holds it."""
    try:
        scenario = load_scenario(name or read.record.scenario)
        if scenario.catalogue.id != read.record.scenario:
            raise CannotRunError(f"this is a game of the scenario {read.record.scenario}, not of {scenario.catalogue.id}")
        return scenario
    except CannotRunError:
        if name or read.loaded is None:
            raise
        try:
            scenario = rules_of(read, None)
        except SaveError as wrong:
            raise CannotRunError(str(wrong)) from None
        print(f"utka: the scenario {read.record.scenario} is not here; the rules in the file are used", file=sys.stderr)
        return scenario


def _lines(story: Story) -> Iterator[str]:
    """The whole story as lines of text."""
    yield f"{story.title} ({story.subtitle})" if story.subtitle else story.title
    if story.differs:
        yield story.differs
    if not story.sides:
        yield "Two play this at one desk, and it is not over: nothing is told of it before the verdict."
        return
    for chapter in story.chapters:
        yield ""
        yield f"Turn {chapter.turn}, {chapter.day:%Y-%m-%d}" if chapter.day is not None else f"Turn {chapter.turn}"
        for part in chapter.parts:
            yield f"  {part.called}, {part.kind}"
            yield from (f"    {line}" for line in part.lines)
    if story.end:
        yield ""
        yield story.end


def _recollections(record: Record, scenario: Scenario, walked: Iterable[Replayed | Divergence]) -> Iterator[str]:
    """What the survivors of a finished game recollect, under a note that says what these words are."""
    told = testimonies(scenario, record, [step.state for step in walked if isinstance(step, Replayed)])
    if not told:
        return
    yield from ("", "Testimonies")
    yield from wrap(scenario.testimonies.note, WIDTH, initial_indent="  ", subsequent_indent="  ")
    for testimony in told:
        yield from ("", f"  {testimony.name}, {testimony.role}")
        for paragraph in testimony.text:
            yield from wrap(paragraph, WIDTH, initial_indent="    ", subsequent_indent="    ")
