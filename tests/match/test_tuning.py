"""Tuning: it goes where there is something to gain, finds the same however many play, and writes what a scenario can read."""

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from random import Random

import pytest
import yaml

from game.cli.app import run
from game.cli.fitting import as_yaml
from game.match import tuning
from game.match.labour import Crew
from game.match.luck import evened_win
from game.match.tuning import TuningPlan, _Walk, changed_weights, shifted, tune
from game.players.planner import CenterPlan, CirclePlan
from game.players.tempered import PLAIN
from game.rules.definitions import Scenario
from game.rules.tempers import CHANCES, Skill
from game.scenario import load
from game.scenario.scaffolding import scaffold

PLAN = TuningPlan(rounds=2, pairs=24, checks=6, seed=5, skill="hard")


@pytest.fixture(scope="module")
def short() -> Scenario:
    scenario = load("alma-ata-1927")
    return replace(scenario, catalogue=replace(scenario.catalogue, turns=4))


def test_it_walks_where_there_is_something_to_gain() -> None:
    """Of three weights the first gains 0.05 a step, the second loses as much, and the third does nothing, in noise of 0.3."""
    chance = Random(1)
    walk = _Walk([0.0] * 3, [0.0] * 3)
    for _ in range(3):
        ways = [tuple(chance.gauss(0, 1) for _ in range(3)) for _ in range(2000)]
        walk.go([(0.05 * way[0] - 0.05 * way[1] + chance.gauss(0, 0.3), way) for way in ways], 1.0)
    ahead, behind, aside = walk.shift
    assert ahead > 1.5 and behind < -1.5 and abs(aside) < 0.5


def test_the_luck_of_a_strike_is_taken_off_a_win_and_changes_no_mean() -> None:
    """A strike that has 60 % and decides the game: it is won in 60 of 100, by chances of which less is left to the dice."""
    won, lost = evened_win(90, 40), evened_win(-30, -60)
    assert (won, lost) == (pytest.approx(0.72), pytest.approx(0.42))
    assert 0.6 * won + 0.4 * lost == pytest.approx(0.6)
    assert evened_win(0, 0) == 0.5 and evened_win(1, 0) == 1 and evened_win(-1, 0) == 0


def test_where_nothing_is_to_be_gained_it_hardly_moves() -> None:
    chance = Random(2)
    walk = _Walk([0.0] * 20, [0.0] * 20)
    ways = [tuple(chance.gauss(0, 1) for _ in range(20)) for _ in range(2000)]
    walk.go([(chance.gauss(0, 0.3), way) for way in ways], 1.0)
    assert sum(step**2 for step in walk.shift) < 0.25, "a fifth of the way that it would go where something is"


@pytest.mark.parametrize("plan", [CenterPlan(), CirclePlan(), CenterPlan(enough=0.4, raid_patience=0.97)])
def test_moved_weights_stay_what_they_are(plan: CenterPlan | CirclePlan) -> None:
    names = [each.name for each in fields(plan)]
    assert shifted(plan, (0.0,) * len(names)) == plan
    for steps in (-4.0, 4.0):
        moved = shifted(plan, (steps,) * len(names))
        for name in names:
            before, now = getattr(plan, name), getattr(moved, name)
            if name in CHANCES:
                assert 0 < now < 1
            elif before > 0:
                assert now > 0 and (now < before) == (steps < 0)
            else:
                assert (now > 0) == (steps > 0), "no weight is below nothing: files could not say so"


def stop_after(most: int) -> Callable[[int, int], None]:
    def on_progress(done: int, _: int) -> None:
        if done > most:
            raise KeyboardInterrupt

    return on_progress


def test_it_finds_the_same_with_any_number_of_processes(short: Scenario) -> None:
    alone, together = tune([short], PLAN, crew=Crew(jobs=1)), tune([short], PLAN, crew=Crew(jobs=2))
    assert alone == together
    assert alone.rounds == 2 and not alone.stopped and alone.center is not None and alone.circle is not None
    one, other = (tune([short], replace(PLAN, seed=seed), crew=Crew(), on_progress=stop_after(48)) for seed in (5, 6))
    assert one.rounds == other.rounds == 2 and one.skill != other.skill


def test_an_interrupt_leaves_what_whole_rounds_have_found(short: Scenario) -> None:
    stopped = tune([short], PLAN, crew=Crew(), on_progress=stop_after(PLAN.pairs + 3))
    assert stopped.stopped and stopped.rounds == 1 and stopped.center is None
    unchecked = tune([short], replace(PLAN, rounds=1), crew=Crew(), on_progress=stop_after(PLAN.pairs))
    assert unchecked.stopped and stopped.skill == unchecked.skill != short.catalogue.skills["hard"]
    nothing = tune([short], PLAN, crew=Crew(), on_progress=stop_after(3))
    assert nothing.rounds == 0 and nothing.skill == short.catalogue.skills["hard"]


@pytest.mark.parametrize("gains", [(0.1, -0.1), (-0.1, 0.1), (0.0, 0.0), (0.1, 0.1)])
def test_a_side_that_gains_nothing_keeps_its_weights(
    short: Scenario, gains: tuple[float, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = short.catalogue.skills["hard"]
    moved = Skill(center=replace(begun.center, strike=7), circle=replace(begun.circle, vet=7))
    monkeypatch.setattr(tuning._Tuner, "_skill", lambda tuner: moved)
    monkeypatch.setattr(tuning, "_gains", lambda *asked: gains)
    tuned = tune([short], replace(PLAN, rounds=1), crew=Crew())
    assert tuned.skill.center == (moved if gains[0] > 0 else begun).center
    assert tuned.skill.circle == (moved if gains[1] > 0 else begun).circle


def test_what_is_written_is_what_was_found(short: Scenario, tmp_path: Path) -> None:
    tuned = tune([short], PLAN, crew=Crew())
    text = as_yaml([short.catalogue], PLAN, tuned)
    assert all(line.startswith("#") for line in text.splitlines()[:3])
    written = yaml.safe_load(text)
    begun = short.catalogue.skills["hard"]
    for side, now, before in (
        ("center", tuned.skill.center, begun.center),
        ("circle", tuned.skill.circle, begun.circle),
    ):
        assert written["skills"]["hard"].get(side, {}) == changed_weights(now, before)
    gains = {"center": tuned.center, "circle": tuned.circle}
    assert set(written["skills"]["hard"]) == {side for side, gain in gains.items() if gain is not None and gain.mean > 0}
    _, mine, _ = scaffold("mine", load("alma-ata-1927"), tmp_path)
    mine.write_text(f"{mine.read_text(encoding='utf-8')}\n{text}", encoding="utf-8")
    read = load(str(tmp_path / "mine")).catalogue.skills
    assert read["hard"] == tuned.skill and read["normal"] == short.catalogue.skills["normal"] != PLAIN


def test_the_command_writes_a_file_and_refuses_what_it_cannot_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "skills.yaml"
    few = ("--rounds", "1", "--pairs", "10", "--checks", "2", "--jobs", "1")
    assert run(["tune", "alma-ata-1927", *few, "--out", str(out)]) == 0
    assert "utka tune alma-ata-1927" in out.read_text(encoding="utf-8")
    for wrong, said in (
        (["alma-ata-1927", *few, "--out", str(out)], "is there already"),
        (["alma-ata-1927", *few, "--out", str(tmp_path / "none" / "skills.yaml")], "there is no such folder"),
        (["alma-ata-1927", *few, "--skill", "grand"], "there is no skill 'grand'"),
        (["nowhere", *few], "nowhere"),
        (["utka-1939", "alma-ata-1927", *few], "begin with different weights"),
    ):
        capsys.readouterr()
        assert run(["tune", *wrong]) != 0
        error = capsys.readouterr().err
        assert said in error and "Traceback" not in error
