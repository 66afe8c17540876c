"""The ladder: ratings of results worked out by hand, and that it plays what it says."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.cli.app import run
from game.match.elo import Ratings, Result, UnratedError, rate
from game.match.labour import Crew, SimulationError
from game.match.ladder import Ladder, as_json, climb, pairs_of
from game.match.simulation import Plan, games_ledger
from game.match.standings import as_markdown, draw
from game.rules.definitions import Scenario
from game.rules.nouns import Side

PLAN = Plan(games=2, seed=7, center="", circle="")
HOLDING = "tests.match.test_ladder:hold"
TIMES = {"seconds", "games_per_second"}


def hold(view: object) -> tuple[()]:
    """A player with whom everybody holds."""
    return ()


def broken(side: Side, seed: int) -> object:
    """A player who cannot be made."""
    raise RuntimeError("no chair")


@pytest.fixture
def short(scenario: Scenario) -> Scenario:
    return replace(scenario, catalogue=replace(scenario.catalogue, turns=4))


def swapped(a_center: float, a_circle: float, games: int = 20) -> list[Result]:
    """Two players' games on either side, by the points of `a` on each."""
    return [
        Result(center="a", circle="b", games=games, points=a_center),
        Result(center="b", circle="a", games=games, points=games - a_circle),
    ]


def means(ratings: Ratings) -> list[float]:
    return [interval.mean for interval in ratings.players.values()]


def test_three_of_four_is_190_points_and_a_bit() -> None:
    """400 log10(3) = 190.85; its error is 400 / ln 10 / sqrt(40 × 3/4 × 1/4) = 63.4, and 1.96 of those are 124.3."""
    for results in (swapped(15, 15), [Result(center="a", circle="b", games=40, points=30)]):
        ratings = rate(results, ("a", "b"), anchor="b")
        assert means(ratings) == pytest.approx([1190.85, 1000.0], abs=0.01)
        a, b = ratings.players.values()
        assert (a.low, a.high) == pytest.approx((1066.5, 1315.2), abs=0.1) and (b.low, b.high) == (1000.0, 1000.0)
        assert not ratings.padded
    assert means(rate(swapped(15, 15), ("a", "b"))) == pytest.approx([1095.42, 904.58], abs=0.01), "without an anchor the mean"


def test_what_a_side_is_worth_is_not_credited_to_a_player() -> None:
    """Whoever has the Center wins three of four: the players are equal and the side is worth it all."""
    ratings = rate(swapped(15, 5), ("a", "b"))
    assert means(ratings) == pytest.approx([1000.0, 1000.0])
    assert ratings.side and ratings.side.mean == pytest.approx(190.85, abs=0.01)
    assert rate([Result(center="a", circle="b", games=4, points=3)], ("a", "b")).side is None, "nobody changed seats"


def test_ratings_do_not_depend_on_names_or_order() -> None:
    results = [
        *swapped(14, 9),
        Result(center="a", circle="c", games=9, points=2.5),
        Result(center="c", circle="b", games=7, points=6),
    ]
    ratings = rate(results, ("a", "b", "c"))
    shuffled = rate(results[::-1], ("c", "a", "b")).players
    assert {name: one.low for name, one in shuffled.items()} == pytest.approx(
        {name: one.low for name, one in ratings.players.items()}
    )
    turned = [Result(center=r.circle, circle=r.center, games=r.games, points=r.games - r.points) for r in results]
    other = rate(turned, ("a", "b", "c"))
    assert means(other) == pytest.approx(means(ratings)) and ratings.side and other.side
    assert other.side.mean == pytest.approx(-ratings.side.mean), "with the seats turned the side's worth turns too"


def test_likeliest_ratings_expect_the_points_that_were_made() -> None:
    """Where the likelihood is greatest every player's expected points are the points made."""
    results = [
        *swapped(14, 9),
        Result(center="c", circle="b", games=7, points=6),
        Result(center="a", circle="c", games=9, points=2.5),
    ]
    ratings = rate(results, ("a", "b", "c"))
    assert ratings.side
    elo = {name: interval.mean for name, interval in ratings.players.items()}
    for name in elo:
        gap = 0.0
        for result in results:
            expected = result.games / (1 + 10 ** (-(elo[result.center] - elo[result.circle] + ratings.side.mean) / 400))
            gap += (name == result.center) * (result.points - expected) - (name == result.circle) * (result.points - expected)
        assert gap == pytest.approx(0.0, abs=1e-6)


def test_who_won_everything_has_a_finite_rating_and_it_is_said() -> None:
    ratings = rate(swapped(3, 3, games=3), ("a", "b"), anchor="b")
    assert ratings.padded and means(ratings)[0] == pytest.approx(1338.04, abs=0.01), "3.5 of 4 is 400 log10(7)"
    with pytest.raises(UnratedError, match="not all of a, b, c have met"):
        rate(swapped(3, 2), ("a", "b", "c"))


def test_a_pair_meets_with_both_seatings_and_a_single_plan_on_its_side(short: Scenario) -> None:
    pairs = pairs_of(("random", "planner", "rush", "planner:gatekeeper", HOLDING), short.catalogue)
    assert {("random", "planner"), ("planner", "random"), ("rush", "planner"), ("rush", HOLDING)} <= set(pairs)
    assert "rush" not in {circle for _, circle in pairs}
    assert ("planner", "planner:gatekeeper") in pairs and ("planner:gatekeeper", "planner") not in pairs
    skilled = pairs_of(("planner", "planner:hard"), short.catalogue)
    assert {("planner", "planner:hard"), ("planner:hard", "planner")} <= set(skilled), "on either side"
    assert len(pairs) == len(set(pairs)) and all(center != circle for center, circle in pairs)


@pytest.mark.parametrize(
    ("players", "message"),
    [
        (("random", "chess"), "no player is called 'chess'; there are random, rush"),
        (("random", "planner:chess"), "utka-1939 has no temperament 'chess'; it has "),
        (("random", "normal:hard"), "utka-1939 has no temperament 'hard'; it has "),
        (("random", "tests.match.test_ladder:chess"), "cannot be found"),
        (("random", "tests.match.test_ladder:broken"), "cannot be seated: RuntimeError"),
        (("rush", "groom"), "rush plays the center only, and nobody named plays the other side"),
        (("random", "random"), "needs two players"),
    ],
)
def test_who_cannot_play_is_told_before_anything_is_played(short: Scenario, players: tuple[str, ...], message: str) -> None:
    with pytest.raises(SimulationError, match=message):
        pairs_of(players, short.catalogue)


def figures_of(ladder: Ladder, scenario: Scenario) -> str:
    figures = {name: value for name, value in as_json(ladder, scenario.catalogue).items() if name not in TIMES}
    return json.dumps(figures, sort_keys=True) + as_markdown(ladder, scenario.catalogue) + draw(ladder, scenario.catalogue)


def test_stopped_and_gone_on_with_or_on_two_processes_it_is_the_same_ladder(short: Scenario, tmp_path: Path) -> None:
    def interrupt(done: int, _: int) -> None:
        if done >= 3:
            raise KeyboardInterrupt

    pairs = pairs_of(("random", HOLDING), short.catalogue)
    whole = figures_of(climb(short, PLAN, pairs, crew=Crew(jobs=2)), short)
    ledger = games_ledger(tmp_path, short, PLAN)
    stopped = climb(short, PLAN, pairs, crew=Crew(), ledger=ledger, on_progress=interrupt)
    assert stopped.stopped and stopped.games == 3
    resumed = climb(short, PLAN, pairs, crew=Crew(), ledger=ledger)
    assert resumed.fresh == 1 and figures_of(resumed, short) == whole


def test_the_command_prints_and_writes_the_ladder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["ladder", "alma-ata-1927", "--players", f"random, {HOLDING}", "-n", "1", "--jobs", "1", "--report", str(tmp_path)]
    assert run(asked) == 0
    printed = capsys.readouterr().out
    assert "The mean of all stands at 1000." in printed and "95 % interval" in printed
    figures = json.loads((tmp_path / "report.json").read_text())
    assert set(figures) == {
        "scenario", "games", "seed", "luck", "anchor", "players", "center_advantage", "padded", "pairs", "stopped", *TIMES,
    }  # fmt: skip
    assert set(figures["players"][0]) == {"name", "elo", "games", "share", "center", "circle"}
    assert {pair["games"] for pair in figures["pairs"]} == {1} and len(figures["pairs"]) == 2
    assert (tmp_path / "report.svg").read_text().startswith("<svg") and "# Fall" in (tmp_path / "report.md").read_text()
    assert run([*asked, "--json", "-"]) == 0
    again = capsys.readouterr()
    assert json.loads(again.out)["players"] == figures["players"] and "going on from what is kept" in again.err
    assert run(["ladder", "alma-ata-1927", "--players", "random,chess"]) == 2
    assert capsys.readouterr().err.startswith("utka: no player is called 'chess'; there are random, ")
