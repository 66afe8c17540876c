"""What a lint sees: the layout as read, the merged tree for positions and ids, and ways through both."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from itertools import islice
from typing import Generic, TypeVar

from game.rules.definitions import PersonDefinition, Place, Route
from game.rules.nouns import Side
from game.rules.words import Arrive
from game.scenario.build import places_in_play, routes_in_play
from game.scenario.findings import MOST_HINTS, Finding, Severity, found, nearest
from game.scenario.layout import Layout
from game.scenario.nodes import Mark, Table

_Seen = TypeVar("_Seen")


@dataclass(frozen=True, slots=True)
class Remark:
    """What a lint has to say about the value at a path."""

    path: str
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Sheet:
    """A scenario as far as it could be read. `folder` is the name of the folder it stands in, `orders` are the ids of all
    operations that any of its files names, those too that another takes away. `borrowed` are the files of other packs, as marks
    name them."""

    layout: Layout
    tree: Table
    folder: str = ""
    orders: frozenset[str] = frozenset()
    borrowed: frozenset[str] = frozenset()

    def ids(self, kind: str) -> frozenset[str]:
        """The ids under a top-level key, those of broken entries too, so that one mistake is told once."""
        node = self.tree.entries.get(kind)
        return frozenset(node.entries) if isinstance(node, Table) else frozenset()

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """The places in play that could be read."""
        return places_in_play(self.layout)

    @cached_property
    def routes(self) -> Mapping[str, Route]:
        """The routes between places in play."""
        return routes_in_play(self.layout, self.places)

    @cached_property
    def cast(self) -> Mapping[str, PersonDefinition]:
        """The people in play who could be read."""
        people = self.layout.people
        return {name: people[name] for name in self.layout.cast if name in people}

    @cached_property
    def place_ids(self) -> frozenset[str]:
        """The ids that may be named as places in play."""
        known = self.ids("places")
        return frozenset(self.layout.map) & known if self.layout.map else known

    @cached_property
    def areas(self) -> frozenset[str]:
        """The ids of all areas in play."""
        return frozenset(self.area(name) for name in self.place_ids)

    @cached_property
    def words(self) -> tuple[tuple[str, object], ...]:
        """Every condition and effect of operations, events and tasks with its path."""
        kinds = ("operations", "events", "directives", "aims")
        return tuple(pair for kind in kinds for pair in walk(getattr(self.layout, kind), kind))

    @cached_property
    def arrivals(self) -> frozenset[str]:
        """The people whom some event brings into the game."""
        return frozenset(word.person for _, word in self.words if isinstance(word, Arrive))

    def area(self, place: str) -> str:
        """The area of a place, as the catalogue counts it."""
        known = self.layout.places.get(place)
        return known.area or place if known else place

    def on(self, side: Side) -> tuple[PersonDefinition, ...]:
        """The people who are, or may turn out to be, of a side when the game begins."""
        return tuple(person for person in self.cast.values() if person.allegiance or person.side is side)


@dataclass(frozen=True, slots=True)
class Lint(Generic[_Seen]):
    """One check of what it is given to see: its code, how grave its remarks are, and the function that makes them."""

    code: str
    severity: Severity
    check: Callable[[_Seen], Iterator[Remark]]


def remarks_of(lints: Iterable[Lint[_Seen]], seen: _Seen, mark: Callable[[str], Mark]) -> list[Finding]:
    """What the lints find, in their order, of each so many at most; `mark` says where the value at a path stands."""
    return [
        found(lint.code, mark(remark.path), remark.path, remark.message, remark.hint, lint.severity)
        for lint in lints
        for remark in islice(lint.check(seen), MOST_HINTS)
    ]


def missing(path: str, kind: str, name: str, known: Collection[str]) -> Iterator[Remark]:
    """Says that there is nothing of that name, unless it is among those known."""
    if name not in known:
        yield Remark(path, f"there is no {kind} '{name:.60}'", nearest(name, known))


def walk(value: object, path: str) -> Iterator[tuple[str, object]]:
    """Every definition inside a value with its path, outermost first."""
    if is_dataclass(value) and not isinstance(value, type):
        yield path, value
        for item in fields(value):
            yield from walk(getattr(value, item.name), f"{path}.{item.name.rstrip('_')}")
    elif isinstance(value, Mapping):
        for key, child in value.items():
            yield from walk(child, f"{path}.{key}")
    elif isinstance(value, tuple):
        for index, child in enumerate(value):
            yield from walk(child, f"{path}[{index}]")
