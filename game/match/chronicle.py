"""A finished game laid open: the true state at every turn, who ordered what, everything told, and what the end looked like
from there. Only for games that are over."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.match.record import Record
from game.match.replay import Divergence, steps
from game.players.search.value import center_chance
from game.rules.definitions import Scenario
from game.rules.events import Event
from game.rules.geography import Atlas
from game.rules.nouns import Audience, Side
from game.rules.orders import Order
from game.rules.sights import Truth
from game.rules.state import GameState
from game.scenario.steps import Work, finish


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronicle:
    """The whole truth of one game.

    A game of n turns has n + 1 moments: moment m up to n is turn m when its orders are written, the last one is the end.
    `states` are the true states of the first moments; of all, unless today's rules lead elsewhere than the record, which
    `divergence` then tells of. `chances` are the Center's estimated chances of winning at those moments, from 0 to 1.
    """

    scenario: Scenario
    record: Record
    states: tuple[GameState, ...]
    chances: tuple[float, ...]
    divergence: Divergence | None = None
    atlas: Atlas = field(repr=False)
    told: Mapping[int, tuple[Event, ...]] = field(repr=False)
    """Everything told to anybody, by the turn it happened in; that turn's own dispatches included."""

    @property
    def turns(self) -> int:
        """How many turns were played."""
        return len(self.record.turns)

    @property
    def moments(self) -> range:
        """Every moment there is, from the first turn to the end."""
        return range(1, self.turns + 2)

    @property
    def verdict(self) -> Event | None:
        """The verdict as it was told; nothing in a game that is not over."""
        return self.record.verdict

    def state(self, moment: int) -> GameState | None:
        """The true state at a moment; nothing where today's rules have left the record."""
        return self.states[moment - 1] if 1 <= moment <= len(self.states) else None

    def latest(self, moment: int) -> GameState | None:
        """The last true state that is known at a moment or before it; nothing if not even the opening is."""
        return self.states[min(moment, len(self.states)) - 1] if self.states else None

    def truth(self, moment: int) -> Truth | None:
        """What was so at a moment, with the household standing guard as that turn's orders left it; nothing where there is
        no state."""
        state = self.state(moment)
        if state is None:
            return None
        busy = frozenset(order.agent for order in self.orders(moment, Side.CIRCLE))
        return Truth(self.scenario.catalogue, self.atlas, state, busy)

    def chance(self, moment: int) -> float | None:
        """The Center's chance at a moment; nothing where there is no state."""
        return self.chances[moment - 1] if 1 <= moment <= len(self.chances) else None

    def orders(self, moment: int, side: Side) -> tuple[Order, ...]:
        """What a side ordered in a turn; nothing at the end."""
        return self.record.turns[moment - 1].orders(side) if 1 <= moment <= self.turns else ()

    def events(self, turn: int, audience: Audience | None = None) -> tuple[Event, ...]:
        """What was told in a turn, to anybody or to one audience."""
        told = self.told.get(turn, ())
        return told if audience is None else tuple(event for event in told if event.audience is audience)


def unfold(record: Record, scenario: Scenario) -> Work[Chronicle]:
    """Lays a game open, step by step: gives how many of how many steps are done, and returns the chronicle at last.

    Raises:
        ValueError: the game is not over; until then its secrets stay shut.
    """
    if not record.is_over():
        raise ValueError("the archive is closed until the verdict")
    whole = len(record.turns) + 1
    states: list[GameState] = []
    chances: list[float] = []
    divergence: Divergence | None = None
    for step in steps(record, scenario, digests=False):
        if isinstance(step, Divergence):
            divergence = step
            break
        states.append(step.state)
        chances.append(center_chance(scenario, step.state))
        yield len(states), whole
    return Chronicle(
        scenario=scenario,
        record=record,
        states=tuple(states),
        chances=tuple(chances),
        divergence=divergence,
        atlas=Atlas(scenario.catalogue),
        told=record.events_by_turn(),
    )


def laid_open(record: Record, scenario: Scenario) -> Chronicle:
    """The chronicle of a game at once.

    Raises:
        ValueError: the game is not over.
    """
    return finish(unfold(record, scenario))
