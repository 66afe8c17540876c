"""The environment: one game between two learners, who write their orders one at a time and hear of nothing but their views.

In every step each side chooses one of the orders offered to it, or `DONE`, which seals. A turn always has the same number
of steps and is resolved after the last; whoever has sealed, or can write no more, waits. If a turn ended with the second
seal, whoever sealed first could count the other's orders.
"""

from collections.abc import Mapping
from random import Random
from typing import Any

import numpy as np
import numpy.typing as npt
from gymnasium import spaces
from pettingzoo import ParallelEnv

from game.env.observing import PEOPLE, Array, observe_board, observe_turn, people_in, shapes_of
from game.env.offers import DONE, Desk
from game.match import Match
from game.rules.definitions import Operation, Scenario
from game.rules.dice import SEEDS
from game.rules.geography import Atlas
from game.rules.nouns import Luck, Side
from game.rules.orders import Order
from game.rules.setup import Allegiances
from game.rules.veil import Veil, veil_for
from game.rules.view import View
from game.scenario import load

MOST_OFFERS = 2048
"""Orders that are offered in a turn at most: more than ever came up in the shipped scenarios."""

Observation = dict[str, Any]
Info = dict[str, Any]
Mask = npt.NDArray[np.int8]


class UtkaEnv(ParallelEnv):
    """A PettingZoo `ParallelEnv` with the agents `center` and `circle`.

    An observation has `observation`, a dictionary of the tables that `observing.COLUMNS` describes, and `action_mask`, which
    is 1 for every action that is open; the mask stands in the infos too. Action 0 seals, action n is row n - 1 of the table
    `offers`, and means the same order all through a turn. An action that is not open writes nothing. The reward is 0 until
    the verdict, then one's own score, -1 to 1; both together are always 0. Orders are offered without extra funds and
    without a call-off line.
    """

    metadata = {"name": "utka_v0", "render_modes": [], "is_parallelizable": True}  # noqa: RUF012 - as the base class has it

    def __init__(
        self,
        scenario: str | Scenario = "utka-1939",
        *,
        allegiances: Allegiances = Allegiances.UNCERTAIN,
        luck: Luck = Luck.DICE,
        most_offers: int = MOST_OFFERS,
    ) -> None:
        """An environment of a scenario, by id, file or folder, or as it was loaded.

        Raises:
            ScenarioError: there is no such scenario, or it has errors.
            ValueError: nothing may be offered.
        """
        if most_offers < 1:
            raise ValueError(f"at least one order must be offered, not {most_offers}")
        self.scenario = load(scenario) if isinstance(scenario, str) else scenario
        self.possible_agents = [side.value for side in Side]
        self.agents: list[str] = []
        self.steps_a_turn = max(most_orders(self.scenario, side) for side in Side)
        self._atlas = Atlas(self.scenario.catalogue)
        self._allegiances, self._luck, self._most_offers = allegiances, luck, most_offers
        self._shapes = {side: shapes_of(side, self.scenario.catalogue, most_offers) for side in Side}
        self._actions = {side: spaces.Discrete(most_offers + 1) for side in Side}
        self._observations = {side: _space(self._shapes[side], most_offers + 1) for side in Side}
        self._seeds = Random()
        self._match: Match | None = None
        self._desks: dict[Side, Desk] = {}
        self._rows: dict[Side, dict[str, int]] = {}
        self._veils: dict[Side, Veil] = {}
        self._tables: dict[Side, dict[str, Array]] = {}
        self._step = 0

    def observation_space(self, agent: str) -> spaces.Dict:
        """What an agent's observations look like; the same object every time."""
        return self._observations[Side(agent)]

    def action_space(self, agent: str) -> spaces.Discrete:
        """An agent's actions; the same object every time."""
        return self._actions[Side(agent)]

    def reset(
        self, seed: int | None = None, options: Mapping[str, Any] | None = None
    ) -> tuple[dict[str, Observation], dict[str, Info]]:
        """Begins a game. `seed` is the game's own and settles those of later resets without one; no options are known."""
        if seed is not None:
            self._seeds.seed(int(seed))
        game = int(seed) if seed is not None else self._seeds.randrange(SEEDS)
        self._match = Match.new(self.scenario, game, self._allegiances, atlas=self._atlas, luck=self._luck, digests=False)
        self._rows = {side: {} for side in Side}
        self._veils = {side: veil_for(game, side)[0] for side in Side}
        self.agents = list(self.possible_agents)
        self._begin_turn()
        return self._seen()

    def step(
        self, actions: Mapping[str, int]
    ) -> tuple[dict[str, Observation], dict[str, float], dict[str, bool], dict[str, bool], dict[str, Info]]:
        """Each side takes its action; an agent without one does nothing in this step.

        Raises:
            RuntimeError: the game has not begun, or is over: call `reset`.
        """
        match = self._match
        if match is None or not self.agents:
            raise RuntimeError("there is no game to play on: call reset() first")
        for side, desk in self._desks.items():
            if side.value in actions:
                desk.take(int(actions[side.value]))
        self._step += 1
        if self._step >= self.steps_a_turn:
            for side, desk in self._desks.items():
                refused = match.submit(side, self._veils[side].lifted(desk.written))
                assert not refused, "what a desk takes is legal"
            match.resolve()
            self._begin_turn()
        over = match.is_over()
        verdict = match.verdict
        score = verdict.score / 100 if verdict else 0.0
        rewards = {Side.CENTER.value: score, Side.CIRCLE.value: -score}
        observations, infos = self._seen()
        if over:
            self.agents = []
        ended = dict.fromkeys(self.possible_agents, over)
        return observations, rewards, ended, dict.fromkeys(self.possible_agents, False), infos

    def view(self, agent: str) -> View:
        """The view that an agent's observation is made of, for whoever would rather read that, such as a player of the game's. In
        it everybody's id is made up for this game.

        Raises:
            RuntimeError: the game has not begun.
        """
        return self._desk(agent).view

    def offers(self, agent: str) -> tuple[Order, ...]:
        """The orders offered to an agent in this turn: action n is the order at n - 1.

        Raises:
            RuntimeError: the game has not begun.
        """
        return tuple(choice.order for choice in self._desk(agent).offers)

    def _desk(self, agent: str) -> Desk:
        if self._match is None:
            raise RuntimeError("there is no game yet: call reset() first")
        return self._desks[Side(agent)]

    def _begin_turn(self) -> None:
        assert self._match is not None
        self._step = 0
        for side in Side:
            view = self._veils[side].over(self._match.view(side))
            self._desks[side] = Desk.of(view, self._most_offers)
            rows = self._rows[side]
            new = [person for person in people_in(view) if person not in rows]
            for person in new[: PEOPLE - len(rows)]:
                rows[person] = len(rows) + 1
            self._tables[side] = observe_turn(self._desks[side], rows, self._shapes[side])

    def _seen(self) -> tuple[dict[str, Observation], dict[str, Info]]:
        """What both sides see now, and the infos beside it."""
        observations: dict[str, Observation] = {}
        infos: dict[str, Info] = {}
        for side, desk in self._desks.items():
            mask = self._mask(desk)
            tables = {"board": observe_board(desk), **{name: table.copy() for name, table in self._tables[side].items()}}
            observations[side.value] = {"observation": tables, "action_mask": mask}
            infos[side.value] = {"action_mask": mask.copy(), "turn": desk.view.turn}
        return observations, infos

    def _mask(self, desk: Desk) -> Mask:
        mask = np.zeros(self._most_offers + 1, dtype=np.int8)
        mask[DONE] = 1
        mask[1 : 1 + len(desk.offers)] = desk.open()
        return mask


def most_orders(scenario: Scenario, side: Side) -> int:
    """The steps in which a side can write all that its signals allow, and what is free for each of its bodies and one person."""
    signals = scenario.catalogue.numbers.signals
    free = {operation.actor for operation in scenario.catalogue.operations.values() if _is_free(operation, side)}
    paid = signals.center if side is Side.CENTER else max(signals.circle, signals.circle + signals.interned)
    return max(1, paid + len(free))


def _is_free(operation: Operation, side: Side) -> bool:
    return operation.free and operation.side is side


def _space(shapes: Mapping[str, tuple[int, ...]], actions: int) -> spaces.Dict:
    tables: dict[str, spaces.Space[Any]] = {
        name: spaces.Box(-np.inf, np.inf, shape, np.float32) for name, shape in shapes.items()
    }
    return spaces.Dict({"observation": spaces.Dict(tables), "action_mask": spaces.Box(0, 1, (actions,), np.int8)})
