"""Operations that no goal names are given when what they do pays, and only then; shipped scenarios have none of them."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

import game.players.planner
from game.players.planner import CenterPlan, CirclePlan, Planner, center, circle
from game.players.planner.center.outlook import CenterOutlook
from game.players.planner.center.worths import worth_of as worth_to_center
from game.players.planner.circle.outlook import CircleOutlook
from game.players.planner.circle.worths import worth_of as worth_to_circle
from game.players.planner.novel import GOAL_OF_EFFECT, GOAL_OF_METER, NAMED, TRAIL_LOST, novel_operations
from game.players.planner.outlook import least_needed
from game.players.planner.proposals import Proposal, Thought
from game.players.search import advice
from game.players.search.crew import OneHand
from game.players.single_plan import CENTER_BOTS, CIRCLE_BOTS, SinglePlanPlayer
from game.rules.definitions import Operation, Scenario, Traces
from game.rules.geography import Atlas
from game.rules.nouns import HOUSE, OLD_MAN, Actor, Limit, PhaseName, Post, Side, TargetKind
from game.rules.records import changed
from game.rules.resolution import play_turn
from game.rules.setup import new_game
from game.rules.sight import Call
from game.rules.state import GameState
from game.rules.view import CenterView, View, view_for
from game.rules.words import (
    AddAlert,
    AddMeter,
    AddSection,
    AddSecurity,
    AddTolerance,
    Chance,
    Deed,
    Do,
    Effect,
    Flag,
    Is,
    Meter,
    Rapport,
    Ring,
    Stat,
    Strike,
    StrikeAt,
    Whom,
)
from game.scenario import find_packs, load
from game.ui.presenters.advice import goal_words
from game.ui.words import Words
from tests.players.test_players import play
from tests.players.test_search import QUICK, nobody

SHIPPED = ("utka-1939", "gnome-1940", "alma-ata-1927", "reiss-1937", "paris-1936", "visa-1933", "prinkipo-1929", "long-hunt-1929")
HALF = Chance(base=50)
SURE = Chance(base=100)

RUMOUR = Operation(
    id="rumour",
    side=Side.CENTER,
    name="Rumour",
    phase=PhaseName.INFLUENCE,
    icon="cog",
    success=HALF,
    do=(AddMeter(meter=Meter.INFLUENCE, add=-1),),
)
"""An order of the Center's that no goal names, and that pays."""
APPEAL = Operation(
    id="appeal",
    side=Side.CIRCLE,
    name="Appeal",
    phase=PhaseName.INFLUENCE,
    icon="cog",
    actor=Actor.OLD_MAN,
    cost=2,
    success=HALF,
    do=(AddMeter(meter=Meter.INFLUENCE, add=2),),
)
"""The same of the Circle's, of its body."""


def with_orders(scenario: Scenario, *operations: Operation) -> Scenario:
    known = scenario.catalogue.operations
    catalogue = replace(scenario.catalogue, operations={**known, **{one.id: one for one in operations}})
    return replace(scenario, catalogue=catalogue)


def start(scenario: Scenario) -> GameState:
    return new_game(scenario, Atlas(scenario.catalogue), 1)[0]


def outlook_on(scenario: Scenario, side: Side, state: GameState | None = None) -> CenterOutlook | CircleOutlook:
    view = view_for(scenario, Atlas(scenario.catalogue), state or start(scenario), side)
    return CenterOutlook(view, CenterPlan()) if isinstance(view, CenterView) else CircleOutlook(view, CirclePlan())


def proposals(outlook: CenterOutlook | CircleOutlook) -> list[Proposal]:
    """All orders of novel operations that are proposed, whatever they are worth."""
    if isinstance(outlook, CenterOutlook):
        return list(center.try_novel(outlook))
    return list(circle.try_novel(outlook))


def best(outlook: CenterOutlook | CircleOutlook) -> float:
    """What the best order of a novel operation is worth; nothing if none is proposed."""
    return max((proposal.worth for proposal in proposals(outlook)), default=0.0)


def given(scenario: Scenario, seed: int = 1) -> set[str]:
    """The operations that two planners give in a game, every set of orders legal."""
    _, record = play(scenario, Atlas(scenario.catalogue), seed, {side: Planner(seed) for side in Side})
    return {order.operation for orders in record for side in Side for order in orders[side]}


# -- what is known by name


def strings_in(folder: Path) -> set[str]:
    """All strings that stand in a folder's modules."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in folder.rglob("*.py")]
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@pytest.mark.parametrize("side", list(Side))
def test_what_goals_name_is_declared(utka: Scenario, side: Side) -> None:
    folder = Path(game.players.planner.__file__).parent / side.value
    own = {id_ for id_, operation in utka.catalogue.operations.items() if operation.side is side}
    assert own & strings_in(folder) == NAMED[side]


@pytest.mark.parametrize("id_", SHIPPED)
def test_no_shipped_scenario_has_anything_novel(id_: str) -> None:
    catalogue = load(id_, find_packs()).catalogue
    assert [novel_operations(catalogue, side) for side in Side] == [(), ()]


def views(scenario: Scenario, seed: int) -> Iterator[View]:
    """Every view of a game between planners."""
    atlas, planners = Atlas(scenario.catalogue), {side: Planner(seed) for side in Side}
    state = new_game(scenario, atlas, seed)[0]
    while not state.is_over():
        seen = {side: view_for(scenario, atlas, state, side) for side in Side}
        yield from seen.values()
        state = play_turn(scenario, atlas, state, {side: planners[side].choose(view) for side, view in seen.items()})


def named_by(thoughts: Sequence[Thought]) -> set[str]:
    worked_out = [thought if isinstance(thought, Proposal) else thought[2]() for thought in thoughts]
    return {proposal.order.operation for proposal in worked_out if proposal is not None}


@pytest.mark.parametrize("id_", ["utka-1939", "gnome-1940", "reiss-1937"])
def test_goals_propose_nothing_that_is_not_declared(id_: str) -> None:
    found: dict[Side, set[str]] = {side: set() for side in Side}
    for view in views(load(id_, find_packs()), 5):
        if isinstance(view, CenterView):
            found[Side.CENTER] |= named_by(list(center.center_thoughts(CenterOutlook(view, CenterPlan()))))
        else:
            found[Side.CIRCLE] |= named_by(list(circle.circle_thoughts(CircleOutlook(view, CirclePlan()))))
    for side in Side:
        assert found[side] and found[side] <= NAMED[side]


def test_what_is_novel_is_found_out_once_for_a_catalogue(utka: Scenario) -> None:
    catalogue = with_orders(utka, RUMOUR, APPEAL).catalogue
    first = [novel_operations(catalogue, side) for side in Side]
    assert first == [(RUMOUR,), (APPEAL,)]
    assert all(novel_operations(catalogue, side) is one for side, one in zip(Side, first, strict=True))
    assert novel_operations(utka.catalogue, Side.CENTER) == ()


def test_the_other_sides_names_are_none(utka: Scenario) -> None:
    scenario = with_orders(utka, replace(APPEAL, id="smear"))
    assert [one.id for one in novel_operations(scenario.catalogue, Side.CIRCLE)] == ["smear"]


def test_strikes_are_left_to_those_who_know_what_they_are(utka: Scenario) -> None:
    both = (AddMeter(meter=Meter.INFLUENCE, add=-3), StrikeAt(strike=Strike.RAID))
    for strike in (replace(RUMOUR, do=both), replace(RUMOUR, failing=both), replace(RUMOUR, either=both)):
        assert novel_operations(with_orders(utka, strike).catalogue, Side.CENTER) == ()


# -- given if it pays


def test_what_pays_is_given(utka: Scenario) -> None:
    assert given(with_orders(utka, RUMOUR, APPEAL)) >= {"rumour", "appeal"}


WORTHLESS = [
    replace(RUMOUR, cost=12),
    replace(RUMOUR, do=(AddMeter(meter=Meter.INFLUENCE, add=1),)),
    replace(RUMOUR, do=(Do(deed=Deed.SURVEY),)),
    replace(RUMOUR, do=(*RUMOUR.do, AddMeter(meter=Meter.PARANOIA, add=4))),
    replace(RUMOUR, success=Chance(base=5), failing=(AddMeter(meter=Meter.PARANOIA, add=3),)),
    replace(RUMOUR, either=(AddMeter(meter=Meter.PARANOIA, add=3),)),
    replace(RUMOUR, traces=Traces(base=100, alarm=True), success=Chance(base=5)),
    replace(APPEAL, cost=30),
    replace(APPEAL, do=(AddMeter(meter=Meter.INFLUENCE, add=-1),)),
    replace(APPEAL, do=(Do(deed=Deed.FEED),)),
    replace(APPEAL, success=Chance(base=5), failing=(AddMeter(meter=Meter.INFLUENCE, add=-2),)),
]
"""Too dear, harmful, without an effect that has a price, or bad in one way or another when they fail or leave traces."""


@pytest.mark.parametrize("operation", WORTHLESS)
def test_what_does_not_pay_is_not(utka: Scenario, operation: Operation) -> None:
    scenario = with_orders(utka, operation)
    assert best(outlook_on(scenario, operation.side)) <= 0
    assert operation.id not in given(scenario)


@pytest.mark.parametrize("side", list(Side))
def test_what_serves_later_turns_is_worth_nothing_in_the_last(utka: Scenario, side: Side) -> None:
    loan = replace(RUMOUR, id="loan", side=side, do=(AddMeter(meter=Meter.FUNDS, add=5),))
    scenario = with_orders(utka, loan)
    state = start(scenario)
    assert best(outlook_on(scenario, side, state)) > 0
    state.turn = scenario.catalogue.turns
    assert proposals(outlook_on(scenario, side, state)) == []
    late = with_orders(
        utka, replace(RUMOUR, side=side, do=(AddMeter(meter=Meter.INFLUENCE, add=1 if side is Side.CIRCLE else -1),))
    )
    assert best(outlook_on(late, side, state)) > 0, "influence counts at the end"


def test_an_order_is_worth_what_its_effects_are_by_how_likely_they_are(utka: Scenario) -> None:
    up, down = AddMeter(meter=Meter.INFLUENCE, add=1), AddMeter(meter=Meter.INFLUENCE, add=-1)
    paranoid, paid = AddMeter(meter=Meter.PARANOIA, add=1), AddMeter(meter=Meter.FUNDS, add=1)
    traces = Traces(base=40, alarm=True)
    mixed = replace(
        RUMOUR,
        success=Chance(base=70),
        do=(down,),
        failing=(up,),
        failing_traced=(paranoid,),
        either=(paid,),
        traces=traces,
        cost=1,
    )
    outlook = outlook_on(with_orders(utka, mixed), Side.CENTER)
    assert isinstance(outlook, CenterOutlook)
    found = proposals(outlook)
    assert {proposal.order.agent for proposal in found} == {body.id for body in outlook.active}
    for proposal in found:
        agent = proposal.order.agent
        worths = [worth_to_center(outlook, effect, Call(mixed, agent)) for effect in (down, up, paranoid, paid)]
        risk = outlook.traces_risk(mixed, agent)
        assert 0 < risk < 1 and worths[0] > 0 and worths[1] < 0 and worths[2] < 0 and worths[3] > 0
        worth = 0.7 * worths[0] + 0.3 * worths[1] + 0.3 * risk * worths[2] + worths[3]
        assert proposal.worth == pytest.approx(worth - outlook.price_of("rumour") - outlook.traces_cost("rumour", agent))


def test_needs_are_looked_at_and_what_may_succeed_once_is_not_tried_again(utka: Scenario) -> None:
    state = start(utka)
    once = with_orders(utka, replace(RUMOUR, limit=Limit.GAME))
    assert proposals(outlook_on(once, Side.CENTER, state))
    state.center.spent = ("rumour",)
    assert proposals(outlook_on(once, Side.CENTER, state)) == []
    legal = with_orders(utka, replace(RUMOUR, needs=(Is(is_=Flag.LEGAL),)))
    legals = {person for person, file in state.center.agents.items() if file.post is Post.LEGAL}
    assert {proposal.order.agent for proposal in proposals(outlook_on(legal, Side.CENTER, state))} == legals != set()


def test_a_household_that_is_busy_chooses_no_guard_beside(utka: Scenario) -> None:
    bazaar = replace(APPEAL, id="bazaar", actor=Actor.HOUSE, cost=0, success=SURE, do=(AddMeter(meter=Meter.INFLUENCE, add=3),))
    scenario = with_orders(utka, bazaar)
    _, record = play(scenario, Atlas(scenario.catalogue), 1, {side: Planner(1) for side in Side})
    of_house = [[order.operation for order in orders[Side.CIRCLE] if order.agent == HOUSE] for orders in record]
    assert ["bazaar"] in of_house and all(len(orders) <= 1 for orders in of_house)


# -- what single effects are worth


def worth(
    scenario: Scenario, effect: Effect, side: Side, state: GameState | None = None, agent: str = "", target: str = ""
) -> float:
    outlook = outlook_on(scenario, side, state)
    if isinstance(outlook, CenterOutlook):
        return worth_to_center(outlook, effect, Call(RUMOUR, agent or outlook.active[0].id, target))
    return worth_to_circle(outlook, effect, Call(APPEAL, agent or OLD_MAN, target))


def meter(meter: Meter, add: int) -> AddMeter:
    return AddMeter(meter=meter, add=add)


GOOD_FOR_CENTER: list[Effect] = [
    meter(Meter.INFLUENCE, -1),
    meter(Meter.PARANOIA, -1),
    meter(Meter.TRACK, 1),
    meter(Meter.PREPARATION, 1),
    meter(Meter.FUNDS, 2),
    AddAlert(alert="seat", add=-1),
    AddTolerance(tolerance="seat", add=-1),
]
GOOD_FOR_CIRCLE: list[Effect] = [
    meter(Meter.INFLUENCE, 1),
    meter(Meter.TRACK, -1),
    meter(Meter.FUNDS, 2),
    AddSecurity(security="seat", add=1),
    AddSection(section="seat", add=1),
    AddTolerance(tolerance="seat", add=1),
]


@pytest.fixture
def midway(utka: Scenario) -> GameState:
    """A game in which he has been found and signs of it were left, and every number can grow and shrink."""
    state = start(utka)
    center, circle = state.center, state.circle
    center.seat = circle.seat
    center.track, center.preparation, center.paranoia = 2, 1, 3
    circle.security[circle.seat], circle.sections[utka.catalogue.areas[circle.seat]] = 3, 1
    host = state.public.asylum
    state.public.countries[host] = changed(state.public.countries[host], tolerance=4, alert=2)
    return state


def opposite(effect: Effect) -> Effect:
    assert not isinstance(effect, (Do, StrikeAt))
    return replace(effect, add=-effect.add)  # type: ignore[call-arg, union-attr]


@pytest.mark.parametrize("effect", GOOD_FOR_CENTER)
def test_the_center_likes_what_serves_it(utka: Scenario, midway: GameState, effect: Effect) -> None:
    assert worth(utka, effect, Side.CENTER, midway) > 0 > worth(utka, opposite(effect), Side.CENTER, midway)


@pytest.mark.parametrize("effect", GOOD_FOR_CIRCLE)
def test_the_circle_likes_what_serves_it(
    utka: Scenario, midway: GameState, effect: Effect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CircleOutlook, "alarms", 2)
    assert worth(utka, effect, Side.CIRCLE, midway) > 0 > worth(utka, opposite(effect), Side.CIRCLE, midway)


def test_what_there_is_not_cannot_be_taken(utka: Scenario, midway: GameState) -> None:
    midway.public.influence = 0
    midway.center.paranoia = 0
    host = midway.public.asylum
    midway.public.countries[host] = changed(midway.public.countries[host], tolerance=0, alert=0)
    for effect in (
        meter(Meter.INFLUENCE, -2),
        meter(Meter.PARANOIA, -2),
        AddAlert(alert=host, add=-1),
        AddTolerance(tolerance=host, add=-1),
    ):
        assert worth(utka, effect, Side.CENTER, midway) == 0
    midway.circle.security[midway.circle.seat] = utka.catalogue.places[midway.circle.seat].security_cap
    assert worth(utka, AddSecurity(security="seat", add=1), Side.CIRCLE, midway) == 0


def test_track_counts_as_far_as_a_strike_wants_it(utka: Scenario, midway: GameState) -> None:
    wanted = 1 + max(least_needed(strike, Stat.TRACK) for strike in utka.catalogue.strikes)
    one, enough, more = [
        worth(utka, meter(Meter.TRACK, add), Side.CENTER, midway) for add in (1, wanted - midway.center.track, 8)
    ]
    assert 0 < one < enough == more
    midway.center.seat = ""
    assert worth(utka, meter(Meter.TRACK, 2), Side.CENTER, midway) == 0, "nothing is learnt of who is not found"


def test_paranoia_that_ends_the_game_costs_the_game(utka: Scenario, midway: GameState) -> None:
    last = utka.catalogue.numbers.paranoia.lost_at - midway.center.paranoia
    costs = [-worth(utka, meter(Meter.PARANOIA, add), Side.CENTER, midway) for add in range(1, last + 1)]
    steps = [after - before for before, after in pairwise(costs)]
    assert all(after > before for before, after in pairwise(steps)) and steps[-1] > 80


def test_a_place_and_a_country_are_those_that_are_named_or_meant(utka: Scenario, midway: GameState) -> None:
    house = midway.circle.seat
    here, host = utka.catalogue.areas[house], midway.public.asylum
    for section in (house, here):
        assert worth(utka, AddSection(section=section, add=1), Side.CIRCLE, midway) > 0
    assert worth(utka, AddSection(section="there", add=1), Side.CIRCLE, midway, target=house) > 0
    midway.circle.sections[here] = utka.catalogue.numbers.bounds.sections
    for section in (house, here, "seat", "there"):
        assert worth(utka, AddSection(section=section, add=1), Side.CIRCLE, midway, target=house) == 0
    there = AddTolerance(tolerance="there", add=1)
    welcome = worth(utka, AddTolerance(tolerance="seat", add=1), Side.CIRCLE, midway)
    assert worth(utka, there, Side.CIRCLE, midway, target=host) == welcome > 0
    assert worth(utka, there, Side.CIRCLE, midway, target="france") == 0, "he may not live there"


def test_friends_and_rings_are_worth_what_they_are_to_those_who_go_inside(utka: Scenario) -> None:
    scenario = with_orders(
        utka,
        replace(RUMOUR, target=TargetKind.CONTACT, success=SURE, do=(Rapport(rapport=Whom.TARGET, add=1),)),
        replace(RUMOUR, id="vouch", success=SURE, do=(Ring(ring=Whom.AGENT, closer=1),)),
    )
    found = {
        (proposal.order.operation, proposal.goal)
        for proposal in proposals(outlook_on(scenario, Side.CENTER))
        if proposal.worth > 0
    }
    assert found == {("rumour", "friends"), ("vouch", "inside")}


UNPRICED: list[Effect] = [Do(deed=Deed.HIDE), AddMeter(meter=Meter.PREPARATION, add=-1), Ring(ring=Whom.TARGET, closer=1)]


@pytest.mark.parametrize("effect", UNPRICED)
def test_what_has_no_price_counts_for_nothing(utka: Scenario, midway: GameState, effect: Effect) -> None:
    assert worth(utka, effect, Side.CIRCLE, midway) == 0
    assert worth(utka, AddMeter(meter=Meter.FUNDS, of=Side.CIRCLE, add=-4), Side.CENTER, midway) == 0


# -- counsel, and those who follow a single plan


@pytest.mark.parametrize("operation", [RUMOUR, APPEAL])
def test_counsel_says_what_it_is_for(utka: Scenario, operation: Operation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(advice, "STRENGTH", QUICK)
    strong = replace(operation, success=SURE, do=tuple(replace(effect, add=9 * effect.add) for effect in operation.do))  # type: ignore[call-arg, union-attr]
    scenario = with_orders(utka, strong)
    view = view_for(scenario, Atlas(scenario.catalogue), start(scenario), operation.side)
    goals = {one.choice.order.operation: one.goal for one in advice.advise(view, 1, OneHand(), nobody)}
    assert goal_words(goals[operation.id], "", Words()) == "for what the world hears of him"


def test_every_goal_has_words() -> None:
    goals = {*GOAL_OF_METER.values(), *GOAL_OF_EFFECT.values(), TRAIL_LOST}
    assert all(goal_words(goal, "", Words()) for goal in goals)


@pytest.mark.parametrize("side", list(Side))
def test_single_plans_stay_as_they_are(utka: Scenario, side: Side) -> None:
    added = with_orders(utka, RUMOUR, APPEAL)
    for view in views(utka, 3):
        if view.side is side:
            other = changed(view, catalogue=added.catalogue)
            for bot in (CENTER_BOTS if side is Side.CENTER else CIRCLE_BOTS).values():
                assert SinglePlanPlayer(bot, 3).choose(other) == SinglePlanPlayer(bot, 3).choose(view)
