"""What the rules promise of whole games, measured on many of them: `pytest -m soak`, some minutes each."""

import pytest

from game.match.balance import weigh
from game.match.labour import all_cores
from game.match.simulation import Plan, simulate
from game.scenario import find_packs, load

SHIPPED = ("utka-1939", "visa-1933", "paris-1936", "reiss-1937")


@pytest.mark.soak
@pytest.mark.parametrize("name", SHIPPED)
def test_doubt_is_calibrated_without_forgery(name: str) -> None:
    """Of those shown at a doubt the same share are Moscow's, within seven points, wherever there are cases enough."""
    scenario = load(name, find_packs())
    plan = Plan(games=2000, seed=1940, center="planner", circle="planner", without=("forge",))
    bands = weigh(simulate(scenario, plan, jobs=all_cores()), scenario.catalogue).calibration.bands
    judged = [band for band in bands if band.is_enough]
    assert len(judged) >= 8
    wrong = [f"{band.tenth}: shown {band.shown:.3f}, true {band.share.mean:.3f}" for band in judged if not band.is_kept]
    assert not wrong, wrong


@pytest.mark.soak
@pytest.mark.parametrize("name", SHIPPED)
def test_both_sides_win_about_as_often_and_late(name: str) -> None:
    scenario = load(name, find_packs())
    plan = Plan(games=400, seed=1940, center="planner", circle="planner")
    balance = weigh(simulate(scenario, plan, jobs=all_cores()), scenario.catalogue)
    assert 0.40 <= balance.center.mean <= 0.60
    assert -0.15 <= balance.score.mean <= 0.15
    assert balance.pacing.last_third.mean >= 0.70
