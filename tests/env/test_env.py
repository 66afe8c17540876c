"""The environment: what PettingZoo asks of one, that a step means what it says, and that nothing is seen beyond a view."""

import warnings
from collections.abc import Iterator

import pytest

pytest.importorskip("game.env", reason="the extra is not installed: pip install 'utka[env]'")

import numpy as np
from gymnasium.utils.env_checker import data_equivalence
from pettingzoo.test import parallel_api_test, parallel_seed_test

from game.env import UtkaEnv
from game.env.observing import COLUMNS
from game.env.offers import DONE
from game.match import Match, Snapshot
from game.rules.definitions import Scenario
from game.rules.nouns import Side
from game.rules.state import GameState
from game.scenario import load
from tests.hiding import change_what_is_hidden_from

SIDES = [side.value for side in Side]


@pytest.fixture(scope="module")
def brief() -> Scenario:
    """A scenario of eight turns."""
    return load("alma-ata-1927")


def turns_played(env: UtkaEnv, seed: int) -> Iterator[int]:
    """Random open actions through a game; stops at the beginning of each turn, in the middle of the steps of none."""
    chance = np.random.default_rng(seed)
    observations, _ = env.reset(seed=seed)
    while env.agents:
        yield env.view("center").turn
        for _ in range(env.steps_a_turn):
            masks = {agent: np.flatnonzero(observations[agent]["action_mask"]) for agent in env.agents}
            observations, *_ = env.step({agent: int(chance.choice(mask)) for agent, mask in masks.items()})


def number_of(env: UtkaEnv, agent: str, observations: dict[str, dict[str, dict[str, np.ndarray]]], column: str) -> float:
    board = observations[agent]["observation"]["board"]
    return float(board[COLUMNS[Side(agent)]["board"].index(column)])


def test_it_is_what_pettingzoo_asks_for(brief: Scenario) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        parallel_api_test(UtkaEnv(brief), num_cycles=60)


def test_a_seed_settles_a_game(brief: Scenario) -> None:
    parallel_seed_test(lambda: UtkaEnv(brief), num_cycles=30)
    one, two, other = UtkaEnv(brief), UtkaEnv(brief), UtkaEnv(brief)
    for env, seed in ((one, 5), (two, 5), (other, 6)):
        env.reset(seed=seed)
        env.reset()
    seeds = [env._match.record().seed for env in (one, two, other) if env._match is not None]
    assert seeds[0] == seeds[1] != seeds[2], "a later reset without a seed follows from the first"


def test_observations_fit_their_spaces_and_rewards_are_the_score_at_the_end(brief: Scenario) -> None:
    env = UtkaEnv(brief)
    observations, infos = env.reset(seed=2)
    rewarded: list[dict[str, float]] = []
    steps = 0
    while env.agents:
        for agent in env.agents:
            assert env.observation_space(agent).contains(observations[agent])
            assert (infos[agent]["action_mask"] == observations[agent]["action_mask"]).all()
        observations, rewards, over, _, infos = env.step(dict.fromkeys(SIDES, DONE))
        rewarded.append(rewards)
        steps += 1
    assert env._match is not None and env._match.verdict is not None
    assert all(rewards == {"center": 0.0, "circle": 0.0} for rewards in rewarded[:-1]) and over == dict.fromkeys(SIDES, True)
    score = env._match.verdict.score / 100
    assert rewarded[-1] == {"center": score, "circle": -score} and score != 0
    assert steps == env.steps_a_turn * len(env._match.record().turns)
    with pytest.raises(RuntimeError, match="reset"):
        env.step({})


def test_what_is_chosen_is_what_is_ordered(utka: Scenario) -> None:
    env = UtkaEnv(utka)
    observations, _ = env.reset(seed=4)
    chosen = []
    funds = number_of(env, "center", observations, "funds_left")
    for step in range(env.steps_a_turn):
        mask = observations["center"]["action_mask"]
        paid = [n for n in np.flatnonzero(mask) if n != DONE]
        closed = int(np.flatnonzero(mask == 0)[0])
        if step == 0:
            observations, *_ = env.step({"center": closed if closed <= len(env.offers("center")) else 99999, "circle": DONE})
            assert number_of(env, "center", observations, "written") == 0, "a closed action writes nothing"
        elif step < 3:
            order = env.offers("center")[paid[-1] - 1]
            chosen.append(order)
            observations, *_ = env.step({"center": int(paid[-1])})
            others = [n for n, offer in enumerate(env.offers("center"), start=1) if offer.agent == order.agent]
            assert not observations["center"]["action_mask"][others].any(), "nobody has two orders"
            assert number_of(env, "center", observations, "written") == len(chosen)
            spent = sum(utka.catalogue.operations[one.operation].cost for one in chosen)
            assert number_of(env, "center", observations, "funds_left") == funds - spent
            assert np.flatnonzero(observations["circle"]["action_mask"]).tolist() == [DONE], "who has sealed waits"
        else:
            observations, *_ = env.step({"center": DONE})
    assert env._match is not None
    (turn,) = env._match.record().turns
    assert (turn.center, turn.circle) == (env._veils[Side.CENTER].lifted(chosen), ())
    assert env.view("center").turn == 2


def test_all_signals_can_be_used_within_a_turn(utka: Scenario) -> None:
    """And what is free beside them, which is what the Circle keeps."""
    env = UtkaEnv(utka)
    assert env.steps_a_turn == utka.catalogue.numbers.signals.circle + 1
    observations, _ = env.reset(seed=1)
    for _ in range(env.steps_a_turn):
        left = number_of(env, "circle", observations, "signals_left")
        free = [utka.catalogue.operations[order.operation].free for order in env.offers("circle")]
        open_ = observations["circle"]["action_mask"][1 : len(free) + 1].astype(bool)
        wanted = np.flatnonzero(open_ & (np.array(free) == (left == 0)))
        observations, *_ = env.step({"circle": int(wanted[0]) + 1})
    assert env._match is not None
    assert len(env._match.record().turns[0].circle) == env.steps_a_turn


def test_too_many_orders_lose_their_last_targets(utka: Scenario) -> None:
    whole, thin = UtkaEnv(utka), UtkaEnv(utka, most_offers=150)
    for env in (whole, thin):
        env.reset(seed=1)
    for side in SIDES:
        everything, kept = whole.offers(side), thin.offers(side)
        kinds = {(order.agent, order.operation) for order in everything}
        assert len(kept) == 150 < len(everything) and [order for order in everything if order in kept] == list(kept)
        assert {(order.agent, order.operation) for order in kept} == kinds, "every person's every operation stays"
    with pytest.raises(ValueError, match="at least one order"):
        UtkaEnv(utka, most_offers=0)


def seen_in(env: UtkaEnv, state: GameState) -> dict[str, dict[str, object]]:
    """What both would see if this were the state, with the rows that they have given to people so far."""
    match, rows = env._match, {side: dict(known) for side, known in env._rows.items()}
    assert match is not None
    try:
        env._match = Match.resume(env.scenario, match.record(), Snapshot(state=state))
        env._begin_turn()
        return env._seen()[0]
    finally:
        env._match, env._rows = match, rows
        env._begin_turn()


def test_no_number_depends_on_what_the_other_side_hides(utka: Scenario) -> None:
    env = UtkaEnv(utka)
    compared = 0
    for turn in turns_played(env, 1):
        if turn % 3 == 1:
            assert env._match is not None
            state, now = env._match.snapshot().state, env._seen()[0]
            for side in Side:
                changed = seen_in(env, change_what_is_hidden_from(side, state, turn, utka.catalogue))
                assert data_equivalence(now[side.value], changed[side.value], exact=True)
                assert not data_equivalence(now[side.other.value], changed[side.other.value]), "something was changed"
                compared += 1
        if turn == 10:
            break
    assert compared == 8


@pytest.mark.parametrize("side", list(Side))
def test_what_the_other_side_writes_is_not_seen_before_the_turn_is_over(utka: Scenario, side: Side) -> None:
    one, two = UtkaEnv(utka), UtkaEnv(utka)
    for env in (one, two):
        env.reset(seed=8)
    for _ in range(one.steps_a_turn - 1):
        mask = one._seen()[0][side.other.value]["action_mask"]
        busy = one.step({side.value: DONE, side.other.value: int(np.flatnonzero(mask)[-1])})
        idle = two.step({side.value: DONE, side.other.value: DONE})
        for seen, other in zip(busy, idle, strict=True):
            assert data_equivalence(seen[side.value], other[side.value], exact=True)
    assert not data_equivalence(busy[0][side.other.value], idle[0][side.other.value]), "the other did something else"
