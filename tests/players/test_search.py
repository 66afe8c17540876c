"""The player that thinks: worlds that fit its view, the same orders from the same view whoever plays the roll-outs."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from game.players import PlayerError, make_player
from game.players.search import STRENGTHS, advice
from game.players.search.candidates import in_order
from game.players.search.crew import CalledOffError, CrewLostError, ManyHands, OneHand, Question
from game.players.search.halving import Halving, Standing
from game.players.search.imagined import imagine_scenario
from game.players.search.lines import propose_lines
from game.players.search.player import SearchPlayer, Strength, best_of, ponder
from game.players.search.worlds import imagine
from game.players.tempered import plan_named, planner_of, plans_of, skilled_plan
from game.rules.definitions import Scenario
from game.rules.dice import SEEDS, Dice
from game.rules.geography import Atlas
from game.rules.legality import choice_for, refuse_set
from game.rules.nouns import Side
from game.rules.resolution import resolve_turn
from game.rules.state import digest
from game.rules.tempers import SKILLS, CenterPlan, CirclePlan, Skill
from game.rules.view import View, view_for
from tests.hiding import change_what_is_hidden_from
from tests.playing import random_turns

QUICK = Strength(rollouts=10, horizon=1, lines=4, sure=0.0)


def nobody(done: int, of: int) -> None:
    return


def views(scenario: Scenario, atlas: Atlas, seed: int, every: int = 3) -> list[View]:
    states = [state for number, (state, _, _) in enumerate(random_turns(scenario, atlas, seed)) if number % every == 1]
    return [view_for(scenario, atlas, state, side) for state in states for side in Side]


def question(view: View, lines: int = 3) -> Question:
    plan = plan_named(view, "", 1)
    return Question(view=view, lines=tuple(propose_lines(view, Dice(1), lines, plan)), plan=plan, seed=4, horizon=1)


# -- worlds


def test_an_imagined_world_looks_to_the_side_as_the_true_one_does(utka: Scenario, atlas: Atlas) -> None:
    for seed in range(3):
        for view in views(utka, atlas, seed):
            for world in (imagine(view, 1), imagine(view, 2)):
                assert view_for(imagine_scenario(view), atlas, world, view.side) == view


def test_every_seed_imagines_another_world_and_always_the_same(utka: Scenario, atlas: Atlas) -> None:
    for view in views(utka, atlas, 3, every=5):
        names = [digest(imagine(view, seed)) for seed in (1, 2, 3, 1)]
        assert len(set(names)) == 3 and names[0] == names[3]


def test_imagined_worlds_can_be_played_on(utka: Scenario, atlas: Atlas) -> None:
    for view in views(utka, atlas, 4, every=5):
        scenario, state = imagine_scenario(view), imagine(view, 1)
        for _ in range(4):
            if not state.is_over():
                players = {side: make_player("random", side, 3) for side in Side}
                orders = {side: player.choose(view_for(scenario, atlas, state, side)) for side, player in players.items()}
                state, _ = resolve_turn(scenario, atlas, state, orders)


# -- secrecy and sameness


@pytest.mark.parametrize("side", list(Side))
def test_what_the_side_does_not_know_changes_no_order(utka: Scenario, atlas: Atlas, side: Side) -> None:
    for number, (state, _, _) in enumerate(random_turns(utka, atlas, 5)):
        if number % 5 == 2:
            other = change_what_is_hidden_from(side, state, number, utka.catalogue)
            one, two = (view_for(utka, atlas, each, side) for each in (state, other))
            player = SearchPlayer(QUICK, 6)
            assert player.choose(one) == player.choose(two)


def test_orders_are_legal(utka: Scenario, atlas: Atlas) -> None:
    for view in views(utka, atlas, 6, every=4):
        assert refuse_set(view, SearchPlayer(QUICK, 1).choose(view)) == []


def test_every_crew_brings_the_same(utka: Scenario, atlas: Atlas) -> None:
    crew = ManyHands(2)
    try:
        for view in views(utka, atlas, 7, every=6)[:3]:
            alone = ponder(view, QUICK, 2, OneHand(), nobody)
            assert sum(one.rollouts for one in alone.standings) > 0
            assert ponder(view, QUICK, 2, crew, nobody) == alone
    finally:
        crew.close()


HASHED = """
from game.players.search.player import SearchPlayer, Strength
from game.rules.geography import Atlas
from game.rules.nouns import Side
from game.rules.setup import new_game
from game.rules.view import view_for
from game.scenario import find_packs, load
utka = load("utka-1939", find_packs())
atlas = Atlas(utka.catalogue)
state, _ = new_game(utka, atlas, 3)
for side in Side:
    print(SearchPlayer(Strength(rollouts=8, horizon=1, lines=3, sure=0.0), 1).choose(view_for(utka, atlas, state, side)))
"""


def test_the_order_of_sets_and_hashes_does_not_matter() -> None:
    found = [
        subprocess.run(
            [sys.executable, "-c", HASHED], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert found[0] == found[1] and "Order(" in found[0]


# -- the crew


def test_thinking_can_be_called_off(utka: Scenario, atlas: Atlas) -> None:
    def stop(done: int, of: int) -> None:
        raise CalledOffError

    view = views(utka, atlas, 8)[0]
    crew = ManyHands(1)
    try:
        for each in (OneHand(), crew):
            with pytest.raises(CalledOffError):
                ponder(view, QUICK, 1, each, stop)
        assert ponder(view, QUICK, 1, crew, nobody) == ponder(view, QUICK, 1, OneHand(), nobody)  # one process, once more
    finally:
        crew.close()


def test_any_kind_of_pipe_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pipe:
        """No `Connection`, as none is on Windows."""

        def send(self, wanted: tuple[tuple[int, int], ...]) -> None:
            self.asked = wanted

        def recv(self) -> list[float]:
            return [float(line) for line, _ in self.asked]

    asked = 0

    def count(done: int) -> None:
        nonlocal asked
        asked += 1
        assert asked < 20, "whatever comes is taken"

    crew = ManyHands(2)
    monkeypatch.setattr(crew, "_hands", [(None, Pipe()), (None, Pipe())])
    monkeypatch.setattr("game.players.search.crew.wait", lambda pipes, patience: pipes[:1])
    assert crew._gather([(line, 0) for line in range(11)], count) == [float(line) for line in range(11)]


def test_a_process_that_dies_is_told_of_and_replaced(utka: Scenario, atlas: Atlas) -> None:
    crew, asked = ManyHands(1), question(views(utka, atlas, 9)[0])
    wanted = [(0, 0), (1, 0)]
    try:
        values = crew.play(asked, wanted, lambda done: None)
        crew._hands[0][0].kill()
        crew._hands[0][0].join()
        with pytest.raises(CrewLostError):
            crew.play(asked, wanted, lambda done: None)
        assert crew.play(asked, wanted, lambda done: None) == values
    finally:
        crew.close()


@pytest.mark.skipif(sys.platform != "linux", reason="it is looked up in /proc who is alive")
def test_no_process_outlives_the_game(tmp_path: Path) -> None:
    script = (
        "from game.players.search.crew import ManyHands\n"
        "import sys\n"
        "if __name__ == '__main__':\n"
        "    crew = ManyHands(1)\n"
        "    crew._start()\n"
        "    print(crew._hands[0][0].pid, flush=True)\n"
        "    sys.stdin.read()\n"
    )
    path = tmp_path / "parent.py"
    path.write_text(script, encoding="utf-8")
    root = os.pathsep.join(sys.path)
    parent = subprocess.Popen(
        [sys.executable, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": root},
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    while is_alive(child):  # the test's own limit ends it if it never does
        time.sleep(0.02)


def is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


# -- spending the roll-outs


def test_halving_finds_the_best_within_its_budget() -> None:
    asked: list[tuple[int, int]] = []

    def ask(wanted: Sequence[tuple[int, int]]) -> list[float]:
        asked.extend(wanted)
        return [0.1 * line + 0.01 * (number % 3) for line, number in wanted]

    standings = Halving(8, 100).run(ask)
    assert standings[0].line == 7 and len(asked) <= 100
    assert len(set(asked)) == len(asked)
    rollouts = {one.line: one.rollouts for one in standings}
    assert rollouts[7] == rollouts[0] == max(rollouts.values()) > rollouts[1]
    assert standings[0].lead == pytest.approx(0.7) and standings[0].error == pytest.approx(0)


def test_a_budget_too_small_asks_for_nothing() -> None:
    assert Halving(5, 3).run(lambda wanted: [0.0] * len(wanted)) == []
    assert best_of([], 1.0) == 0


def test_another_line_is_played_only_if_it_leads_beyond_noise() -> None:
    def standing(line: int, lead: float, error: float, rollouts: int = 20) -> Standing:
        return Standing(line=line, value=0.5 + lead, lead=lead, error=error, rollouts=rollouts)

    base = standing(0, 0.0, 0.0)
    assert best_of([standing(3, 0.05, 0.02), base], 1.0) == 3
    assert best_of([standing(3, 0.05, 0.06), base], 1.0) == 0
    assert best_of([base, standing(3, -0.05, 0.02)], 1.0) == 0
    assert best_of([base, standing(4, 0.4, 0.01, rollouts=8)], 1.0) == 0, "it was dropped before the others were"


# -- temperaments


def test_a_temperament_is_chosen_by_name_or_drawn(utka: Scenario, atlas: Atlas) -> None:
    asked = views(utka, atlas, 10)
    for view in asked:
        drawn = [plan_named(view, "any", seed) for seed in range(12)]
        assert len({id(plan) for plan in drawn}) > 1
        assert drawn == [plan_named(view, "any", seed) for seed in range(12)]
    with pytest.raises(PlayerError, match="no temperament 'hunter' for the center; it has networker"):
        make_player("planner:hunter", Side.CENTER, 1).choose(asked[0])


def test_a_temperament_shows_in_the_orders(utka: Scenario, atlas: Atlas) -> None:
    asked = views(utka, atlas, 11, every=2)
    for side, tempers in ((Side.CENTER, utka.catalogue.tempers.center), (Side.CIRCLE, utka.catalogue.tempers.circle)):
        assert len(tempers) >= 2
        for name in tempers:
            plain, other = make_player("planner", side, 1), make_player(f"planner:{name}", side, 1)
            own = [view for view in asked if view.side is side]
            assert any(plain.choose(view) != other.choose(view) for view in own), name


# -- skills


def with_skill(view: View, skill: Skill) -> View:
    return replace(view, catalogue=replace(view.catalogue, skills={"normal": skill}))


def test_every_player_that_thinks_has_a_skill() -> None:
    assert tuple(STRENGTHS) == SKILLS and all(strength.skill == name for name, strength in STRENGTHS.items())


def test_a_skill_is_what_the_thinking_player_plans_by(utka: Scenario, atlas: Atlas) -> None:
    changed = 0
    for view in views(utka, atlas, 13):
        skilled = with_skill(view, Skill(center=CenterPlan(press=900), circle=CirclePlan(hide=900)))
        plan = skilled_plan(skilled, "normal")
        assert plan == (CenterPlan(press=900) if view.side is Side.CENTER else CirclePlan(hide=900))
        thought = ponder(skilled, replace(QUICK, skill="normal"), 1, OneHand(), nobody)
        seed = Dice(1).below(SEEDS, view.turn, "search", "whims")
        assert thought.lines[0] == in_order(planner_of(plan, seed).choose(skilled))
        changed += thought.lines[0] != in_order(planner_of(skilled_plan(view, ""), seed).choose(view))
    assert changed


def test_the_planner_plays_with_the_weights_of_a_skill_without_thinking(utka: Scenario, atlas: Atlas) -> None:
    changed = 0
    for view in views(utka, atlas, 14):
        orders = make_player("planner:hard", view.side, 1).choose(view)
        assert orders == planner_of(skilled_plan(view, "hard"), 1).choose(view)
        changed += orders != make_player("planner", view.side, 1).choose(view)
    assert changed


def test_a_temperament_tints_a_skill(utka: Scenario, atlas: Atlas) -> None:
    center, circle = views(utka, atlas, 13)[:2]
    skill = Skill(center=CenterPlan(track=42, raid_patience=0.9, paranoia=7), circle=CirclePlan(vet=7, fortify=1))
    action = plans_of(with_skill(center, skill), "normal")["man_of_action"]
    own = plans_of(center)["man_of_action"]
    assert isinstance(action, CenterPlan) and isinstance(own, CenterPlan)
    assert action.track == pytest.approx(42 * own.track / CenterPlan().track)
    assert action.raid_patience == pytest.approx(0.9 * own.raid_patience / CenterPlan().raid_patience)
    assert action.paranoia == 7
    assert plans_of(with_skill(center, skill))["man_of_action"] == own, "the planner has no skill"
    hunter = plans_of(with_skill(circle, skill), "normal")["hunter"]
    assert isinstance(hunter, CirclePlan) and hunter.fortify == 1
    assert hunter.vet == pytest.approx(7 * circle.catalogue.tempers.circle["hunter"].weights.vet / CirclePlan().vet)


# -- counsel


def test_counsel_is_legal_and_the_same_for_the_same_view(utka: Scenario, atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(advice, "STRENGTH", QUICK)
    for view in views(utka, atlas, 12, every=6):
        given = advice.advise(view, 1, OneHand(), nobody)
        assert given == advice.advise(view, 1, OneHand(), nobody)
        firm = [one.choice.order for one in given if one.firm]
        assert refuse_set(view, firm) == [] and len({one.choice.order for one in given}) == len(given)
        assert all(refuse_set(view, [one.choice.order]) == [] for one in given)
        assert all(one.choice == choice_for(view, one.choice.order) for one in given)
        assert any(one.goal for one in given) or not given


def test_counsel_does_not_say_again_what_another_could_do(utka: Scenario, atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is played may hold two watches on one house; what stands next to it, none beside them."""
    monkeypatch.setattr(advice, "STRENGTH", QUICK)
    others = 0
    for view in views(utka, atlas, 12, every=2):
        areas = {body.id: utka.catalogue.areas[body.place] for body in view.bodies.values()}
        given = [(one.choice.order, one.firm) for one in advice.advise(view, 1, OneHand(), nobody)]
        deeds = [(order.operation, order.target or areas.get(order.agent)) for order, _ in given]
        beside = [deed for deed, (_, firm) in zip(deeds, given, strict=True) if not firm]
        assert all(deeds.count(deed) == 1 for deed in beside)
        goals = advice._goals(view, 1)
        assert all(order in goals for order, firm in given if not firm), "what is advised beside serves something"
        others += len(beside)
    assert others
