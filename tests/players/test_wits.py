"""What somebody sees at once who has seen many games: each is a weight, and nothing of it is the planner's own."""

from dataclasses import replace
from functools import cache

import pytest

from game.players import Planner
from game.players.planner import CenterPlan, CirclePlan
from game.players.planner.center.outlook import CenterOutlook
from game.players.planner.circle.beliefs import beliefs, came_unasked
from game.players.planner.circle.house import welcome_worth
from game.players.planner.circle.outlook import CircleOutlook
from game.players.tempered import skilled_plan
from game.rules.geography import Atlas
from game.rules.nouns import HOUSEHOLD, Keep, Side
from game.rules.orders import Order
from game.rules.setup import new_game
from game.rules.state import Clue, Suspect
from game.rules.view import CenterView, CircleView, View, view_for
from game.scenario import find_packs, load


@cache
def view_of(id_: str, side: Side) -> View:
    scenario = load(id_, find_packs())
    atlas = Atlas(scenario.catalogue)
    return view_for(scenario, atlas, new_game(scenario, atlas, 1)[0], side)


def center_of(id_: str) -> CenterView:
    view = view_of(id_, Side.CENTER)
    assert isinstance(view, CenterView)
    return view


def circle_of(id_: str) -> CircleView:
    view = view_of(id_, Side.CIRCLE)
    assert isinstance(view, CircleView)
    return view


def given(view: View, plan: CenterPlan | CirclePlan, operation: str) -> list[Order]:
    """What is ordered of an operation."""
    planner = Planner(3, center=plan) if isinstance(plan, CenterPlan) else Planner(3, circle=plan)
    return [order for order in planner.choose(view) if order.operation == operation]


# -- the Center


def test_the_more_look_for_him_in_one_place_the_fewer_follow() -> None:
    view, plan = center_of("reiss-1937"), skilled_plan(view_of("reiss-1937", Side.CENTER), "normal")
    assert isinstance(plan, CenterPlan)
    assert not view.seat
    there = {**view.bodies, "shpigelglas": replace(view.bodies["shpigelglas"], place="finhaut")}
    found = replace(view, bodies=there, funds=9)
    assert [len(given(found, replace(plan, searchers=counts), "travel")) for counts in (0, 4)] == [3, 1]


def test_hosts_are_spoken_to_while_there_is_time_to_have_him_sent_away() -> None:
    view = center_of("prinkipo-1929")
    plans = CenterPlan(banish=0), CenterPlan(banish=40)
    turns = view.catalogue.turns
    assert [bool(given(view, plan, "press")) for plan in plans] == [False, True]
    late = replace(view, turn=turns - 4, day=view.catalogue.first_day(turns - 4))
    assert not given(late, plans[1], "press"), "six points can no longer be taken in time"
    near = {**view.countries, view.asylum: replace(view.countries[view.asylum], tolerance=1)}
    assert given(replace(late, countries=near), plans[1], "press")


def test_where_few_may_prepare_one_of_them_is_sent_to_the_house() -> None:
    view = center_of("long-hunt-1929")
    strong = {person: replace(view.bodies[person], place="moscow", skills=(3, 3, 3, 3, 4)) for person in ("gorskaya", "blumkin")}
    known = replace(view, bodies={**view.bodies, **strong}, turn=20, funds=5)
    assert known.seat
    assert CenterOutlook(known, CenterPlan()).workmen >= set(strong)
    assert "surits" not in CenterOutlook(known, CenterPlan()).workmen
    plan = CenterPlan(presence=0, ring_household=0, ring_organisation=0, ring_sympathiser=0)
    assert not _sent(known, plan, "gorskaya")
    plan = replace(plan, workmen=2)
    assert _sent(known, plan, "gorskaya")
    there = replace(strong["blumkin"], place=known.seat)
    assert not _sent(replace(known, bodies={**known.bodies, "blumkin": there}), plan, "gorskaya")


def _sent(view: CenterView, plan: CenterPlan, person: str) -> bool:
    return any(order.agent == person for order in given(view, plan, "travel"))


def test_at_the_end_the_influence_counts_that_decides_who_wins() -> None:
    view = center_of("prinkipo-1929")
    turns = view.catalogue.turns

    def more(turn: int, influence: int) -> float:
        """How much more a point is worth to somebody who looks to the border."""
        now = replace(view, turn=turn, day=view.catalogue.first_day(turn), influence=influence)
        plain, keen = (CenterOutlook(now, CenterPlan(victory=counts)).influence_price for counts in (0, 80))
        return keen - plain

    assert more(turns, 6) == pytest.approx(more(turns, 5))
    assert more(turns, 6) > more(turns, 8) > 0
    assert more(turns, 6) > more(turns - 2, 6) > 0 == more(turns - 6, 6)


@pytest.mark.parametrize(("influence", "risks_it"), [(4, False), (9, True)])
def test_a_poor_strike_is_not_worth_a_game_that_is_won(influence: int, risks_it: bool) -> None:
    view = center_of("prinkipo-1929")
    turns = view.catalogue.turns
    party = {person: replace(view.bodies[person], place=view.seat) for person in ("blumkin", "gorskaya")}
    last = replace(
        view, turn=turns, day=view.catalogue.first_day(turns), bodies={**view.bodies, **party}, influence=influence,
        funds=9, track=9, preparation=3, guards_seen=5, guards_turn=turns - 1, security_seen=5,
    )  # fmt: skip
    assert given(last, CenterPlan(), "raid")
    assert bool(given(last, CenterPlan(victory=80), "raid")) is risks_it


# -- the Circle


def test_a_host_who_loses_patience_is_spoken_to_while_he_may_still_send_him_away() -> None:
    view = circle_of("prinkipo-1929")

    def worth(turn: int, tolerance: int, stay: int) -> float:
        """What a point of the host's patience is worth."""
        hosts = {**view.countries, view.asylum: replace(view.countries[view.asylum], tolerance=tolerance)}
        now = replace(view, turn=turn, day=view.catalogue.first_day(turn), countries=hosts, tasks=())
        return welcome_worth(CircleOutlook(now, CirclePlan(stay=stay)), view.asylum)

    assert worth(6, 6, stay=2) == worth(6, 6, stay=0), "he has lost none so far"
    assert worth(6, 3, stay=2) > worth(6, 3, stay=0) + 5
    late = view.catalogue.turns - 2
    assert worth(late, 3, stay=0) > 0 == worth(late, 3, stay=2)


@pytest.mark.parametrize("access", [HOUSEHOLD, HOUSEHOLD + 1])
def test_who_was_doubted_from_the_first_and_is_at_the_house_was_sent_by_others(access: int) -> None:
    view = circle_of("prinkipo-1929")
    assert not came_unasked(view)
    there = replace(view.bodies["well"], place=view.seat, access=access)
    moved = replace(view, bodies={**view.bodies, "well": there})
    assert came_unasked(moved) == ({"well"} if access > HOUSEHOLD else frozenset())
    believed = [beliefs(moved, CirclePlan(uncalled=weight))["well"] for weight in (0, 3)]
    assert (believed[1] > 0.7 > believed[0]) is (access > HOUSEHOLD)


def test_who_came_to_be_doubted_at_the_house_may_have_been_called_there() -> None:
    view = circle_of("prinkipo-1929")
    there = replace(view.bodies["landau"], place=view.seat)
    doubted = replace(view.members["landau"], doubt=3000)
    moved = replace(view, bodies={**view.bodies, "landau": there}, members={**view.members, "landau": doubted})
    assert came_unasked(moved) == {"landau"}
    named = Suspect(id="landau", share=2900, before=50, after=3000)
    clue = Clue(id=1, turn=1, operation="surveil", place=view.seat, suspects=(named,))
    assert not came_unasked(replace(moved, clues=(clue,)))
    grown = replace(doubted, newcomer=True)
    assert not came_unasked(replace(moved, members={**view.members, "landau": grown})), "newcomers come of themselves"


def test_one_suspect_takes_one_order() -> None:
    view = circle_of("prinkipo-1929")
    there = replace(view.bodies["well"], place=view.seat)
    doubted = replace(view.members["well"], doubt=6000)
    moved = replace(view, bodies={**view.bodies, "well": there}, members={**view.members, "well": doubted})
    plan = skilled_plan(moved, "normal")
    assert isinstance(plan, CirclePlan)
    about = [
        {
            order.operation
            for order in Planner(3, circle=replace(plan, one_remedy=one)).choose(moved)
            if order.target == "well" or (order.agent == "well" and order.operation == "move")
        }
        for one in (0, 1)
    ]
    assert about == [{"dismiss", "move"}, {"dismiss"}]


def test_where_nobody_can_strike_alone_the_walls_are_kept() -> None:
    view = circle_of("prinkipo-1929")
    assert [strike.id for strike in view.catalogue.strikes] == ["raid"]
    kept: dict[float, set[str]] = {}
    for heeds in (0, 1):
        for turn in range(1, view.catalogue.turns):
            for keeps, operation in ((Keep.GATE, "keep_walls"), (Keep.WALLS, "keep_gate")):
                seen = replace(view, turn=turn, keeps=keeps)
                if given(seen, CirclePlan(only_strike=heeds), operation):
                    kept.setdefault(heeds, set()).add(operation)
    assert kept == {0: {"keep_gate", "keep_walls"}, 1: {"keep_walls"}}


def test_where_both_strikes_are_known_lots_are_drawn_as_ever() -> None:
    view = circle_of("reiss-1937")
    orders = [Planner(3, circle=CirclePlan(only_strike=heeds)).choose(view) for heeds in (0, 1)]
    assert orders[0] == orders[1]


def test_the_household_knows_who_can_be_no_officer() -> None:
    view = circle_of("utka-1939")
    doubted = replace(view.members["schussler"], doubt=6000)
    old = replace(view, members={**view.members, "schussler": doubted})
    new = replace(view, members={**view.members, "schussler": replace(doubted, newcomer=True)})
    feared = {
        (name, heeds): CircleOutlook(seen, CirclePlan(only_officers=heeds)).lone_danger
        for name, seen in (("old", old), ("new", new))
        for heeds in (0, 1)
    }
    assert feared["old", 0] == feared["new", 0] > 0.6
    assert feared["old", 1] == pytest.approx(0.1)
    assert feared["new", 1] == pytest.approx(0.7)


def test_where_anybody_inside_may_strike_all_are_feared() -> None:
    view = circle_of("reiss-1937")
    dangers = {CircleOutlook(view, CirclePlan(only_officers=heeds)).lone_danger for heeds in (0, 1)}
    assert len(dangers) == 1


def test_another_country_is_asked_in_good_time_to_take_him_in() -> None:
    view = replace(circle_of("utka-1939"), funds=9)
    plans = CirclePlan(second_door=0), CirclePlan(second_door=200)
    assert view.countries["mexico"].tolerance >= 5, "this host is patient"
    assert [[order.target for order in given(view, plan, "petition")] for plan in plans] == [[], ["usa"]]
    late = replace(view, turn=12, day=view.catalogue.first_day(12))
    assert not given(late, plans[1], "petition"), "five points can no longer be won in time"


def test_friends_abroad_are_organised_before_he_comes() -> None:
    view = replace(circle_of("utka-1939"), funds=9)
    plans = CirclePlan(second_door=0), CirclePlan(second_door=200)
    places = [{view.bodies[order.agent].place for order in given(view, plan, "organise")} for plan in plans]
    assert ["minneapolis" in each for each in places] == [False, True]
    held = replace(view, sections={**view.sections, "minneapolis": 1})
    assert "minneapolis" not in {view.bodies[order.agent].place for order in given(held, plans[1], "organise")}


@pytest.mark.parametrize(("turn", "leaves"), [(9, False), (10, True), (17, True)])
def test_who_has_a_second_door_leaves_by_it_when_nobody_can_follow_in_time(turn: int, leaves: bool) -> None:
    view = circle_of("utka-1939")
    ready = replace(
        view,
        turn=turn,
        day=view.catalogue.first_day(turn),
        funds=9,
        visas=("mexico", "usa"),
        sections={**view.sections, "minneapolis": 1},
    )
    assert bool(given(ready, CirclePlan(second_door=200), "relocate")) == leaves
    assert not given(ready, CirclePlan(second_door=0), "relocate")


def test_who_is_driven_out_does_not_wait() -> None:
    view = circle_of("utka-1939")
    driven = replace(view, funds=9, ordered_out=1, visas=("mexico", "usa"))
    assert [order.target for order in given(driven, CirclePlan(second_door=200), "relocate")] == ["minneapolis"]


def test_he_changes_his_habits_though_nobody_was_seen() -> None:
    view = circle_of("paris-1936")
    assert not view.clues
    hidden = [given(view, CirclePlan(unseen=worth), "hide") for worth in (0, 12)]
    assert [len(orders) for orders in hidden] == [0, 1]


@pytest.mark.parametrize(("plenty", "prices"), [(0, (4, 4, 4)), (12, (4, 2, 0.6))])
def test_who_holds_much_money_spends_it_lightly(plenty: float, prices: tuple[float, ...]) -> None:
    view = circle_of("utka-1939")
    plan = CirclePlan(fund=1, plenty=plenty)
    found = [CircleOutlook(replace(view, funds=funds), plan).fund_price(4) for funds in (0, 6, 40)]
    assert found == pytest.approx(prices)
