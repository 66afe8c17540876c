"""A told side knows what it may not know, in a simulation and nowhere else."""

import ast
from dataclasses import fields, replace
from pathlib import Path

import pytest

import game
from game.match import Match
from game.match.match import PERSON
from game.match.records import read_record
from game.match.replay import replay
from game.match.simulation import Plan, simulate
from game.match.telling import tell, told_view
from game.players.planner.center.outlook import CenterOutlook
from game.players.planner.center.pressure import _forge
from game.rules.definitions import Scenario
from game.rules.geography import Atlas
from game.rules.legality import refuse_set
from game.rules.nouns import HOUSE, Keep, Side
from game.rules.orders import Order
from game.rules.sights import Truth
from game.rules.tempers import CenterPlan
from game.rules.view import CenterView, CircleView

PLANNERS = dict.fromkeys(Side, "planner")


@pytest.fixture(scope="module")
def match(scenario: Scenario, atlas: Atlas) -> Match:
    """A game between planners that is some turns old, with the Old Man located."""
    match = Match.new(scenario, 21, seats=PLANNERS, atlas=atlas)
    for _ in range(6):
        match.resolve()
    assert not match.is_over()
    return match


def test_the_circle_is_told_who_is_moscows_and_nothing_else(match: Match) -> None:
    view, state = match.view(Side.CIRCLE), match.snapshot().state
    told = told_view(view, state, ())
    assert isinstance(view, CircleView) and isinstance(told, CircleView)
    moles = {person for person, member in told.members.items() if member.doubt == 9700}
    assert moles == set(view.members) & set(state.center.agents) and moles
    assert all(member.doubt == 0 for person, member in told.members.items() if person not in moles)
    assert replace(told, members=view.members) == view
    assert [replace(member, doubt=0) for member in told.members.values()] == [
        replace(member, doubt=0) for member in view.members.values()
    ]


def test_the_center_is_told_of_guards_walls_and_loyalties_and_nothing_else(match: Match) -> None:
    view, state = match.view(Side.CENTER), match.snapshot().state
    assert isinstance(view, CenterView) and view.seat == state.circle.seat
    others = match.record().turns[-1].circle
    busy = frozenset(order.agent for order in others)
    person = next(iter(state.center.agents))
    loyal = replace(state, secret=replace(state.secret, loyalty={**state.secret.loyalty, person: 1}))
    told = told_view(view, loyal, others)
    assert isinstance(told, CenterView)
    truth = Truth(view.catalogue, view.atlas, state, busy)
    assert (told.guards_seen, told.guards_turn, told.security_seen) == (truth.guards()[0], view.turn, truth.security()[0])
    assert told.agents[person].loyalty == "doubtful"
    changed = {field.name for field in fields(view) if getattr(view, field.name) != getattr(told, field.name)}
    assert told.keeps_seen is state.circle.keeps and told.hearsay == 0
    assert changed <= {"guards_seen", "guards_turn", "security_seen", "agents", "keeps_seen", "hearsay", "track", "doubts"}
    assert not view.doubts and told.doubts.items() <= {id_: one.doubt for id_, one in state.circle.members.items()}.items()
    assert set(told.doubts) == set(state.circle.members) - set(state.center.agents)


def test_a_told_center_forges_against_whom_the_circle_doubts_already(match: Match) -> None:
    """Of two people of whom it knows, it names the one whose doubt a paper raises more; untold, the guard it saw last."""
    view = match.view(Side.CENTER)
    assert isinstance(view, CenterView)
    unsure = [id_ for id_ in view.sightings if id_ not in view.agents and not view.sightings[id_].gone]
    one, other = [id_ for id_ in unsure if not view.faces[id_].steadfast][:2]

    def named(doubts: dict[str, int]) -> set[str]:
        outlook = CenterOutlook(replace(view, doubts=doubts, funds=20), CenterPlan(forge=50))
        proposals = (work_out() for _, _, work_out, kind in _forge(outlook) if kind == "forge")
        return {proposal.order.target for proposal in proposals if proposal is not None}

    assert named({one: 3000, other: 100}) == {one} and named({one: 100, other: 3000}) == {other}
    assert len(named({})) == 1


@pytest.mark.parametrize("kept", list(Keep))
def test_the_center_is_told_what_is_kept_this_turn_and_reckons_with_it(match: Match, kept: Keep) -> None:
    """Neither a view that was told nothing nor one that was told of the turn before says that for sure."""
    view, state = match.view(Side.CENTER), match.snapshot().state
    assert isinstance(view, CenterView)
    told = told_view(view, state, (Order(operation=f"keep_{kept}", agent=HOUSE),))
    assert isinstance(told, CenterView) and told.keeps_seen is kept
    assert CenterOutlook(told, CenterPlan()).keeps[kept] == 1
    assert max(CenterOutlook(view, CenterPlan()).keeps.values()) < 1


def test_the_center_is_told_where_he_lives_unless_he_travels(match: Match) -> None:
    view, state = match.view(Side.CENTER), match.snapshot().state
    assert isinstance(view, CenterView)
    lost = replace(view, seat="")
    told = told_view(lost, state, ())
    assert isinstance(told, CenterView) and told.seat == state.circle.seat
    away = replace(state, circle=replace(state.circle, moving_to="taxco"))
    told = told_view(lost, away, ())
    assert isinstance(told, CenterView) and (told.seat, told.guards_turn) == ("", lost.guards_turn)


@pytest.mark.parametrize("side", list(Side))
def test_a_told_game_is_legal_and_its_record_replays(scenario: Scenario, tmp_path: Path, side: Side) -> None:
    plan = Plan(games=1, seed=5, center="planner", circle="planner", told=side, records=tmp_path)
    simulate(scenario, plan)
    record = read_record(tmp_path / "game-1.json").record
    assert replay(record, scenario) is None


def test_a_circle_that_knows_denounces_nobody_wrongly(scenario: Scenario) -> None:
    plan = Plan(games=4, seed=5, center="planner", circle="planner")
    blind = simulate(scenario, plan).outcomes
    told = simulate(scenario, replace(plan, told=Side.CIRCLE)).outcomes
    assert any(outcome.happenings.get("denounced_wrongly") for outcome in blind)
    assert not any(outcome.happenings.get("denounced_wrongly") for outcome in told)
    assert any(outcome.happenings.get("denounced_rightly") for outcome in told)


def test_orders_that_the_real_view_refuses_are_left_out(scenario: Scenario, atlas: Atlas) -> None:
    match = tell(Match.new(scenario, 3, seats=PLANNERS, atlas=atlas), Side.CIRCLE)
    while not match.is_over():
        view = match.view(Side.CIRCLE)
        match.resolve()
        assert not refuse_set(view, match.record().turns[-1].circle)


def test_a_person_cannot_be_told(scenario: Scenario, atlas: Atlas) -> None:
    seats = {Side.CENTER: PERSON, Side.CIRCLE: "planner"}
    with pytest.raises(KeyError):
        tell(Match.new(scenario, 3, seats=seats, atlas=atlas), Side.CENTER)


def test_nothing_but_the_simulation_tells() -> None:
    root = Path(game.__file__).parent
    telling = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "game.match.telling"
    }
    assert telling == {"match/simulation.py"}
