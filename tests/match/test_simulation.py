"""Many games: the same ones whatever the number of processes, counted under the agreed names."""

import json
import signal
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace
from math import isclose
from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.match.balance import as_json, as_markdown, weigh
from game.match.intervals import mean_interval, ratio_interval, rounded, share_interval
from game.match.labour import SimulationError, _gather
from game.match.picture import draw
from game.match.records import read_record
from game.match.replay import replay
from game.match.simulation import Plan, Simulation, drop_operations, simulate
from game.match.svg import PICTURE
from game.rules.definitions import Scenario

PLAN = Plan(games=6, seed=7, center="random", circle="random")


def figures(scenario: Scenario, simulation: Simulation) -> str:
    words = as_json(simulation, weigh(simulation, scenario.catalogue))
    del words["seconds"], words["games_per_second"]
    return json.dumps(words, sort_keys=True)


def test_one_process_or_two_give_the_same_figures(scenario: Scenario) -> None:
    alone, together = simulate(scenario, PLAN, jobs=1), simulate(scenario, PLAN, jobs=2)
    assert alone.outcomes == together.outcomes
    assert figures(scenario, alone) == figures(scenario, together)


def test_the_figures_stand_under_the_agreed_names(scenario: Scenario) -> None:
    simulation = simulate(scenario, PLAN)
    words = as_json(simulation, weigh(simulation, scenario.catalogue))
    assert set(words) >= {
        "scenario", "games", "seed", "center", "circle", "wins", "score", "verdicts", "operations", "turns",
        "seconds", "games_per_second",
    }  # fmt: skip
    assert (words["scenario"], words["games"], words["seed"]) == ("utka-1939", 6, 7)
    assert words["wins"]["center"] + words["wins"]["circle"] <= 6
    assert -1 <= words["score"]["low"] <= words["score"]["mean"] <= words["score"]["high"] <= 1
    assert sum(words["verdicts"].values()) == 6
    assert list(words["operations"]) == list(scenario.catalogue.operations)
    assert 1 <= words["turns"]["min"] <= words["turns"]["median"] <= words["turns"]["max"] <= scenario.catalogue.turns
    json.dumps(words)


def test_every_game_has_a_seed_of_its_own_and_another_simulation_others(scenario: Scenario) -> None:
    one = simulate(scenario, PLAN)
    other = simulate(scenario, Plan(games=2, seed=8, center="random", circle="random"))
    seeds = {outcome.seed for outcome in (*one.outcomes, *other.outcomes)}
    assert len(seeds) == 8
    assert [outcome.number for outcome in one.outcomes] == [1, 2, 3, 4, 5, 6]


def test_a_longer_simulation_begins_with_the_same_games(scenario: Scenario) -> None:
    shorter = simulate(scenario, Plan(games=2, seed=7, center="random", circle="random"))
    assert simulate(scenario, PLAN).outcomes[:2] == shorter.outcomes


def test_records_of_a_simulation_replay(scenario: Scenario, tmp_path: Path) -> None:
    plan = Plan(games=3, seed=7, center="random", circle="random", records=tmp_path)
    simulate(scenario, plan)
    paths = sorted(tmp_path.iterdir())
    assert [path.name for path in paths] == ["game-1.json", "game-2.json", "game-3.json"]
    assert all(replay(read_record(path).record, scenario) is None for path in paths)


def test_progress_is_told_and_an_interrupt_keeps_what_was_played(scenario: Scenario) -> None:
    told: list[tuple[int, int]] = []

    def interrupt(done: int, of: int) -> None:
        told.append((done, of))
        if done >= 2:
            raise KeyboardInterrupt

    for jobs in (1, 2):
        told.clear()
        stopped = simulate(scenario, PLAN, jobs=jobs, on_progress=interrupt)
        assert stopped.stopped and told[0] == (1, 6)
        assert 2 <= len(stopped.outcomes) <= 6
        assert stopped.outcomes == tuple(outcome for outcome in simulate(scenario, PLAN).outcomes if outcome in stopped.outcomes)


def test_an_interrupt_while_processes_start_is_put_off_and_not_lost() -> None:
    given: list[object] = []

    def give(chunk: Sequence[int]) -> Future[list[int]]:
        signal.raise_signal(signal.SIGINT)
        given.append(chunk)
        future: Future[list[int]] = Future()
        future.set_result(list(chunk))
        return future

    kept: list[int] = []
    stops: list[str] = []
    assert _gather(give, [[1], [2], [3]], kept.append, lambda done: None, 2, lambda: stops.append("told"))
    assert given == [[1], [2]] and sorted(kept) == [1, 2] and stops == ["told"], "what was begun is kept, and no more is begun"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_players_failure_ends_it_in_one_line(scenario: Scenario, jobs: int) -> None:
    plan = Plan(games=2, seed=7, center="random", circle="tests.match.test_match:careless")
    with pytest.raises(SimulationError, match="out of ideas") as told:
        simulate(scenario, plan, jobs=jobs)
    assert "\n" not in str(told.value)


def test_the_report_is_a_page_of_plain_words(scenario: Scenario) -> None:
    simulation = simulate(scenario, PLAN)
    page = as_markdown(simulation, weigh(simulation, scenario.catalogue), scenario.catalogue)
    assert page.startswith("# Utka: 6 games") and f"({PICTURE})" in page
    assert all(f"`{id_}`" in page for id_ in (*scenario.catalogue.verdicts, *scenario.catalogue.operations))


def test_intervals() -> None:
    wilson = share_interval(0, 10)
    assert wilson.low == 0 and isclose(wilson.high, 0.2775, abs_tol=1e-4)
    half = share_interval(50, 100)
    assert isclose(half.low, 0.4038, abs_tol=1e-4) and isclose(half.high, 0.5962, abs_tol=1e-4)
    mean = mean_interval([1.0, -1.0] * 50, -1, 1)
    assert mean.mean == 0 and isclose(mean.high, 1.959964 / 99**0.5, abs_tol=1e-9)
    alone = mean_interval([0.4], -1, 1)
    assert (alone.low, alone.high) == (-1, 1), "one game says nothing of the next"
    with pytest.raises(ValueError, match="no numbers"):
        mean_interval([], -1, 1)


def test_a_share_of_trials_in_groups_is_as_sure_as_the_groups_are_many() -> None:
    assert ratio_interval([]) is None and ratio_interval([(0, 0)]) is None
    alike = ratio_interval([(10, 10), (0, 10)] * 10)
    assert alike is not None and alike.mean == 0.5
    spread = 1.959964 * (20 / 19 * 20 * 25) ** 0.5 / 200
    assert isclose(alike.low, 0.5 - spread, abs_tol=1e-9), "as if there were 20 trials, not 200"
    even = ratio_interval([(5, 10)] * 20)
    wilson = share_interval(10, 20)
    assert even == wilson, "where all groups say the same each counts for one trial"
    never = ratio_interval([(0, 50)] * 10)
    assert never == share_interval(0, 10)


def test_what_is_not_known_is_nothing_in_json() -> None:
    assert rounded(None) == {"mean": None, "low": None, "high": None}
    assert rounded(mean_interval([2], 0, float("inf"))) == {"mean": 2, "low": 0, "high": None}


def test_an_operation_can_be_taken_out(scenario: Scenario) -> None:
    left = drop_operations(scenario, ("publish", "travel"))
    assert set(scenario.catalogue.operations) - set(left.catalogue.operations) == {"publish", "travel"}
    assert left.fingerprint != scenario.fingerprint and drop_operations(scenario, ()) is scenario
    plan = Plan(games=2, seed=7, center="random", circle="random", without=("publish", "travel"))
    simulation = simulate(left, plan)
    assert all(not {"publish", "travel"} & set(outcome.operations) for outcome in simulation.outcomes)
    assert any("publish" in outcome.operations for outcome in simulate(scenario, PLAN).outcomes)
    balance = weigh(simulation, left.catalogue)
    assert as_json(simulation, balance)["without"] == ["publish", "travel"]
    assert "without `publish`, `travel`" in as_markdown(simulation, balance, left.catalogue)
    with pytest.raises(SimulationError, match="no operation 'fly'"):
        drop_operations(scenario, ("fly",))
    with pytest.raises(ValueError, match="without an operation that it has"):
        simulate(scenario, plan)


def test_the_planner_plays_without_any_one_operation(scenario: Scenario) -> None:
    short = replace(scenario, catalogue=replace(scenario.catalogue, turns=4))
    plan = Plan(games=1, seed=3, center="planner", circle="planner")
    for operation in scenario.catalogue.operations:
        outcomes = simulate(drop_operations(short, (operation,)), plan).outcomes
        assert operation not in outcomes[0].operations


def test_the_picture_stands_alone_and_shows_every_score_and_order(scenario: Scenario) -> None:
    balance = weigh(simulate(scenario, PLAN), scenario.catalogue)
    picture = ElementTree.fromstring(draw(balance, scenario.catalogue))
    space = "{http://www.w3.org/2000/svg}"
    assert not [one for one in picture.iter() if any("href" in name for name in one.attrib)]
    titles = [title.text or "" for title in picture.iter(f"{space}title")]
    bins = {round(score * 10) for score, _ in balance.scores}
    assert sum(title.split(":")[0] in {f"{tenth / 10:+.1f}" for tenth in bins} for title in titles) == len(bins)
    assert all(any(title.startswith(f"{id_}: ") for title in titles) for id_ in scenario.catalogue.operations)
    words = [text.text for text in picture.iter(f"{space}text")]
    assert all(operation.name in words for operation in scenario.catalogue.operations.values())
