"""A record put into words, turn by turn: what each side ordered and what it was told. It is told from the events that are
in the record, so that a game can still be read after the rules have changed.

Knows no window and prints nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from game.match.record import Record, TurnRecord
from game.match.records import ReadRecord
from game.match.replay import Divergence, Replayed, steps
from game.match.save_file import SaveError, rules_in
from game.match.wording import describe_event, readable
from game.rules.definitions import Catalogue, Scenario
from game.rules.events import DISPATCHES, Event
from game.rules.nouns import Luck, Side
from game.rules.orders import Order
from game.rules.state import GameState
from game.scenario.findings import ScenarioError
from game.scenario.remains import remains_of

HOLDS = "everybody holds"
_LOST = (
    "The scenario {name} is no longer here, and this file does not hold its rules. What was told is told in the usual words;"
    " names and dates that only its files had are lost."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one side did or was told in a turn. `kind` is `dispatches`, `orders` or `telegrams`."""

    side: Side
    called: str
    kind: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One turn in words; `day` is its first, where it is known when the game began."""

    turn: int
    day: date | None
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A record as it may be read by whoever opens its file.

    `sides` are those whose secrets are told; none of a game of two at one desk that is not over. `differs` says in a line
    that the rules are not those of today, or is empty; `end` is the game in one line, empty before the verdict.
    """

    title: str
    subtitle: str
    sides: tuple[Side, ...]
    chapters: tuple[Chapter, ...]
    differs: str = ""
    end: str = ""


def story_of(read: ReadRecord, today: Scenario | None, walked: Sequence[Replayed | Divergence] = ()) -> Story:
    """The story of a record, by the rules in its file where it has them, else by those of `today`.

    Where there are neither it is told from its events alone, in the words of the libraries. Whoever has replayed the record by
    the rules of `today` already can hand in what was `walked`, to save the time for doing it again.

    Raises:
        SaveError: there is nothing to tell it by, because the libraries have errors.
    """
    record = read.record
    scenario = known_rules(read, today)
    if scenario is None:
        return _story(read, _remains(record), None, _LOST.format(name=record.scenario), dated=False)
    if scenario is not today or not walked:
        walked = list(steps(record, scenario))
    state = next((step.state for step in reversed(walked) if isinstance(step, Replayed)), None)
    return _story(read, scenario, state, _difference(record, today, walked[-1]))


def _story(read: ReadRecord, scenario: Scenario, state: GameState | None, differs: str, *, dated: bool = True) -> Story:
    record, sides = read.record, open_sides(read)
    catalogue = scenario.catalogue
    return Story(
        title=record.title,
        subtitle=catalogue.subtitle,
        sides=sides,
        chapters=tuple(_chapters(record, scenario, state, sides, dated=dated)),
        differs=differs,
        end=summary(record, catalogue) if record.is_over() else "",
    )


def _remains(record: Record) -> Scenario:
    try:
        return remains_of(record.scenario, record.title)
    except ScenarioError as wrong:
        raise SaveError(f"the scenario {record.scenario} is not there, and the libraries cannot be read: {wrong}") from None


def rules_of(read: ReadRecord, today: Scenario | None) -> Scenario:
    """The scenario by which a record is told: as it was, where its file has it, else as it is.

    Raises:
        SaveError: neither can be had.
    """
    scenario = known_rules(read, today)
    if scenario is None:
        raise SaveError(f"the scenario {read.record.scenario} is not there, and the file does not hold its rules")
    return scenario


def known_rules(read: ReadRecord, today: Scenario | None) -> Scenario | None:
    """The scenario by which a record is told, as `rules_of`; nothing where it can be had from nowhere."""
    if today is not None and today.fingerprint == read.record.fingerprint:
        return today
    try:
        kept = rules_in(read.loaded) if read.loaded is not None else None
    except SaveError:
        kept = None  # of rules that this version cannot read, those of today are the next best
    return kept or today


def open_sides(read: ReadRecord) -> tuple[Side, ...]:
    """The sides whose secrets a file's reader may know: both once the game is over, or if nobody plays it; else the one that
    a person plays, and of a game of two at one desk neither."""
    if read.record.is_over() or read.side == "watch":
        return tuple(Side)
    return (Side(read.side),) if read.side in tuple(Side) else ()


def summary(record: Record, catalogue: Catalogue, seed: bool = True) -> str:
    """The game in one line; without its `seed` where the game is not over, since all that is hidden hangs on it."""
    ended = record.verdict
    luck = ", steady luck" if record.luck is Luck.STEADY else ""
    ending = f"{_title_of(ended, catalogue)}, score {ended.number / 100:+.2f}" if ended else "not over"
    return (
        f"{record.title}: {count(len(record.turns), 'turn')}, {f'seed {record.seed}' if seed else 'seed kept'}{luck},"
        f" center {record.seats.center}, circle {record.seats.circle}; {ending}"
    )


def count(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _difference(record: Record, today: Scenario | None, last: Replayed | Divergence) -> str:
    """In a line that, and how, the rules of the record are not those of today."""
    if today is None:
        return f"The scenario {record.scenario} is no longer here; this is told by the rules as they were saved."
    if record.amendments:
        turns = ", ".join(str(each.turn) for each in record.amendments)
        return f"The scenario's files were changed in the middle of this game, before turn {turns}."
    if today.fingerprint != record.fingerprint:
        return "The scenario's files have changed since this game was played; what happened is told as it was recorded."
    if isinstance(last, Divergence):
        return "The rules of the game have changed since this was played; what happened is told as it was recorded."
    return ""


def _chapters(
    record: Record, scenario: Scenario, state: GameState | None, sides: tuple[Side, ...], *, dated: bool
) -> Iterator[Chapter]:
    turns = {turn.turn: turn for turn in record.turns}
    told = record.events_by_turn()
    for number in sorted({*turns, *told}):
        parts = tuple(
            part
            for side in sides
            for part in _parts(scenario, state, side, told.get(number, ()), turns.get(number))
            if part.lines
        )
        if not parts and number not in turns:
            continue  # that somebody else was told something this turn is nobody's to know
        day = scenario.catalogue.first_day(max(1, number)) if dated else None
        yield Chapter(turn=number, day=day, parts=parts)


def _parts(
    scenario: Scenario, state: GameState | None, side: Side, events: Iterable[Event], orders: TurnRecord | None
) -> Iterator[Part]:
    catalogue = scenario.catalogue
    name = _namer(scenario, state, side)
    called = catalogue.sides.center if side is Side.CENTER else catalogue.sides.circle
    heard = [event for event in events if event.audience.value == side.value]
    dispatches = [event for event in heard if event.phase == DISPATCHES]
    telegrams = [event for event in heard if event.phase != DISPATCHES]
    yield Part(side=side, called=called, kind="dispatches", lines=_told(dispatches, catalogue, name))
    if orders is not None:
        given = tuple(_order(order, catalogue, name) for order in orders.orders(side))
        yield Part(side=side, called=called, kind="orders", lines=given or (HOLDS,))
    yield Part(side=side, called=called, kind="telegrams", lines=_told(telegrams, catalogue, name))


def _told(events: Iterable[Event], catalogue: Catalogue, name: Callable[[str], str]) -> tuple[str, ...]:
    lines = (" ".join(describe_event(event, catalogue, name).split()) for event in events)
    return tuple(line for line in lines if line)


def _order(order: Order, catalogue: Catalogue, name: Callable[[str], str]) -> str:
    """An order in words: who does what to whom."""
    operation = catalogue.operations.get(order.operation)
    what = operation.name if operation else readable(order.operation)
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
        return people[person].name if person in people else readable(person)

    return name


def _title_of(verdict: Event, catalogue: Catalogue) -> str:
    text = catalogue.verdicts.get(verdict.operation)
    return text.title if text else readable(verdict.operation)
