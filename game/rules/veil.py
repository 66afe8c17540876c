"""Hides ids from players that come from outside. Whoever was sent by Moscow is called in the game's files as the scenario calls
him, and somebody who knows the scenario would know him by that: so everybody has an id that is made up for one game.

Names, faces and all else that a side may know stay as they are. Whom the scenario's orders and tasks name keeps his id.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import TypeVar

from game.rules.dice import Dice
from game.rules.nouns import Side
from game.rules.orders import Order
from game.rules.records import changed
from game.rules.state import AgentFile, Body, Clue, Finding, MemberFile, Sighting
from game.rules.view import CenterView, CircleView, View
from game.rules.words import PersonIs

_Known = TypeVar("_Known")
_Filed = TypeVar("_Filed", Body, AgentFile, MemberFile, Sighting)
_IDS = 1 << 48


class Veil:
    """The made-up ids of one player in one game, the same in every turn. Nobody who has not the `key` can lift it."""

    def __init__(self, key: int) -> None:
        self._dice = Dice(key)
        self._masks: dict[str, str] = {}
        self._true: dict[str, str] = {}
        self._named: frozenset[str] | None = None

    def over(self, view: View) -> View:
        """The view with everybody under a made-up id."""
        if self._named is None:
            tasks = [entry.task for entry in view.tasks]
            self._named = frozenset((view.catalogue.old_man, *_named_in((view.catalogue.operations, tasks))))
        return self._center(view) if isinstance(view, CenterView) else self._circle(view)

    def lifted(self, orders: Iterable[Order]) -> tuple[Order, ...]:
        """Orders that were given on a view beneath the veil, as the game knows those whom they name."""
        return tuple(changed(order, agent=self._lift(order.agent), target=self._lift(order.target)) for order in orders)

    def _lift(self, id_: str) -> str:
        return self._true.get(id_, id_)

    def _mask(self, person: str) -> str:
        if not person or self._named is None or person in self._named:
            return person
        mask = self._masks.get(person)
        if mask is None:
            mask = self._masks[person] = f"person_{self._dice.below(_IDS, 0, person, 'id'):012x}"
            self._true[mask] = person
        return mask

    def _keys(self, known: Mapping[str, _Known]) -> dict[str, _Known]:
        return {self._mask(person): value for person, value in known.items()}

    def _files(self, files: Mapping[str, _Filed]) -> dict[str, _Filed]:
        return {self._mask(person): changed(file, id=self._mask(file.id)) for person, file in files.items()}

    def _center(self, view: CenterView) -> CenterView:
        agents = {
            person: changed(file, contacts=tuple((self._mask(other), rapport) for other, rapport in file.contacts))
            for person, file in view.agents.items()
        }
        return changed(
            view, bodies=self._files(view.bodies), faces=self._keys(view.faces), agents=self._files(agents),
            sightings=self._files(view.sightings), levers=self._keys(view.levers), papers=self._keys(view.papers),
            doubts=self._keys(view.doubts),
        )  # fmt: skip

    def _circle(self, view: CircleView) -> CircleView:
        return changed(
            view, bodies=self._files(view.bodies), faces=self._keys(view.faces), members=self._files(view.members),
            strangers=self._files(view.strangers), clues=tuple(map(self._clue, view.clues)),
            findings=tuple(map(self._finding, view.findings)),
        )  # fmt: skip

    def _clue(self, clue: Clue) -> Clue:
        suspects, cleared = (tuple(changed(row, id=self._mask(row.id)) for row in rows) for rows in (clue.suspects, clue.cleared))
        return changed(clue, suspects=suspects, cleared=cleared, stranger=self._mask(clue.stranger))

    def _finding(self, finding: Finding) -> Finding:
        return changed(finding, person=self._mask(finding.person), vetter=self._mask(finding.vetter))


def _named_in(value: object) -> Iterator[str]:
    """Everybody whom conditions name, wherever they stand in a value."""
    if isinstance(value, PersonIs):
        yield value.person
    elif isinstance(value, Mapping):
        yield from _named_in(tuple(value.values()))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for part in value:
            yield from _named_in(part)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from _named_in([getattr(value, entry.name) for entry in fields(value)])


def veil_for(seed: int, side: Side) -> tuple[Veil, int]:
    """The veil of a player of some seed, and the seed that he may be told: from it the veil's key cannot be worked out."""
    dice = Dice(seed)
    return Veil(dice.below(_IDS, 0, side.value, "veil")), dice.below(_IDS, 0, side.value, "seed of one's own")
