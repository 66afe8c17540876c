"""What `utka replay` does once its options are read: plays a record again, tells it in words, and says where it diverges."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from textwrap import wrap

from game.cli.measuring import load_scenario
from game.cli.problems import CannotRunError
from game.match.record import Record
from game.match.records import ReadRecord, RecordError, read_record
from game.match.replay import Divergence, Replayed, steps
from game.match.testimony import testimonies
from game.match.wording import describe_event
from game.rules.definitions import Catalogue, Scenario
from game.rules.events import Event, EventKind
from game.rules.nouns import Luck, Side
from game.rules.orders import Order
from game.rules.state import GameState

WIDTH = 100
"""Columns that a paragraph is wrapped to."""


def retell(file: Path, scenario_name: str, *, verify: bool, text: bool) -> bool:
    """Replays the record in a file and prints what was asked for; false if it was to be verified and diverges.

    Raises:
        CannotRunError: the file or its scenario cannot be read.
    """
    try:
        read = read_record(file)
    except RecordError as wrong:
        raise CannotRunError(str(wrong)) from None
    record = read.record
    scenario = load_scenario(scenario_name or record.scenario)
    if read.warning:
        print(f"utka: {read.warning}", file=sys.stderr)
    if record.fingerprint != scenario.fingerprint:
        print(f"utka: the files of {scenario.catalogue.id} have changed since this game was played", file=sys.stderr)
    walked = list(steps(record, scenario))
    last = walked[-1]
    if text:
        state = next((step.state for step in reversed(walked) if isinstance(step, Replayed)), None)
        for line in (*_story(read, scenario, state), *_recollections(record, scenario, walked)):
            print(line)
    elif not verify:
        print(_summary(record, scenario.catalogue))
    if isinstance(last, Divergence):
        print(f"{file}: {last}", file=sys.stdout if verify else sys.stderr)
        return not verify
    if verify:
        print(f"{file}: {_count(len(record.turns), 'turn')} replayed, every digest agrees")
    return True


def _summary(record: Record, catalogue: Catalogue) -> str:
    """The game in one line."""
    ended = next((event for event in record.events() if event.kind is EventKind.VERDICT), None)
    luck = ", steady luck" if record.luck is Luck.STEADY else ""
    ending = f"{_title_of(ended, catalogue)}, score {ended.number / 100:+.2f}" if ended else "not over"
    return (
        f"{record.title}: {_count(len(record.turns), 'turn')}, seed {record.seed}{luck},"
        f" center {record.seats.center}, circle {record.seats.circle}; {ending}"
    )


def _story(read: ReadRecord, scenario: Scenario, state: GameState | None) -> Iterator[str]:
    """The whole record in words: orders and telegrams of each turn, of the sides that the reader may know."""
    record, catalogue = read.record, scenario.catalogue
    sides = _open_sides(read)
    turns = {turn.turn: turn for turn in record.turns}
    yield f"{record.title} ({catalogue.subtitle})"
    for number in range(1, catalogue.turns + 1):
        events = [event for event in record.events() if event.turn == number]
        orders = turns.get(number)
        if not events and orders is None:
            continue
        yield ""
        yield f"Turn {number}, {catalogue.first_day(number):%Y-%m-%d}"
        for side in sides:
            name = _namer(scenario, state, side)
            called = catalogue.sides.center if side is Side.CENTER else catalogue.sides.circle
            heard = [event for event in events if event.audience.value == side.value]
            yield from _told(f"  {called}, dispatches", _in_dispatches(heard, True), catalogue, name)
            if orders is not None:
                yield f"  {called}, orders"
                yield from (f"    {_order(order, catalogue, name)}" for order in orders.orders(side))
                if not orders.orders(side):
                    yield "    everybody holds"
            yield from _told(f"  {called}, telegrams", _in_dispatches(heard, False), catalogue, name)
    if any(event.kind is EventKind.VERDICT for event in record.events()):
        yield ""
        yield _summary(record, catalogue)


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


def _open_sides(read: ReadRecord) -> tuple[Side, ...]:
    """Both sides, unless this is the save of one person's unfinished game, whose secrets stay secret."""
    over = any(event.kind is EventKind.VERDICT for event in read.record.events())
    if not over and read.side in tuple(Side):
        return (Side(read.side),)
    return tuple(Side)


def _in_dispatches(events: Iterable[Event], wanted: bool) -> list[Event]:
    return [event for event in events if (event.phase == "dispatches") is wanted]


def _told(heading: str, events: list[Event], catalogue: Catalogue, name: Callable[[str], str]) -> Iterator[str]:
    lines = [" ".join(describe_event(event, catalogue, name).split()) for event in events]
    if any(lines):
        yield heading
        yield from (f"    {line}" for line in lines if line)


def _order(order: Order, catalogue: Catalogue, name: Callable[[str], str]) -> str:
    """An order in words: who does what to whom."""
    operation = catalogue.operations.get(order.operation)
    what = operation.name if operation else order.operation
    who = catalogue.body_name(order.agent) or name(order.agent)
    who = who[:1].upper() + who[1:]
    target = order.target
    if target in catalogue.places:
        target = catalogue.places[target].name
    elif target in catalogue.countries:
        target = catalogue.countries[target].name
    else:
        target = name(target) if target else ""
    extra = f", {order.extra} more funds" if order.extra else ""
    line = f", called off under {order.call_off}%" if order.call_off else ""
    return f"{who}: {what}{f', {target}' if target else ''}{extra}{line}"


def _namer(scenario: Scenario, state: GameState | None, side: Side) -> Callable[[str], str]:
    """The names by which a side knows people, as of the end of the replay; where that knows none, those of the library."""
    faces = {} if state is None else state.center.faces if side is Side.CENTER else state.circle.faces
    people = scenario.setup.people

    def name(person: str) -> str:
        if person in faces:
            return faces[person].name
        return people[person].name if person in people else person

    return name


def _title_of(verdict: Event, catalogue: Catalogue) -> str:
    text = catalogue.verdicts.get(verdict.operation)
    return text.title if text else verdict.operation


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
