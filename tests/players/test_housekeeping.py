"""What the Circle's planner makes of gate and walls, and of a house in which he has long lived."""

from dataclasses import replace

import pytest

from game.players.planner import CirclePlan
from game.players.planner.circle.house import keep_gate_or_walls, keep_house
from game.players.planner.circle.outlook import CircleOutlook
from game.players.planner.proposals import Proposal
from game.rules.dice import Dice
from game.rules.geography import Atlas
from game.rules.nouns import Keep, Side
from game.rules.setup import new_game
from game.rules.view import CircleView, view_for
from game.scenario import find_packs, load

TURNS = range(2, 102)


def view_of(id_: str) -> CircleView:
    scenario = load(id_, find_packs())
    atlas = Atlas(scenario.catalogue)
    view = view_for(scenario, atlas, new_game(scenario, atlas, 1)[0], Side.CIRCLE)
    assert isinstance(view, CircleView)
    return view


@pytest.fixture(scope="module")
def paris() -> CircleView:
    return view_of("paris-1936")


def kept(view: CircleView, plan: CirclePlan) -> list[str]:
    """What is kept in each of a hundred turns in which nothing else happens."""
    found: list[str] = []
    for turn in TURNS:
        orders = keep_gate_or_walls(CircleOutlook(replace(view, turn=turn, keeps=Keep.GATE), plan), Dice(7))
        found.append("walls" if list(orders) else "gate")
    return found


def test_the_resolute_look_to_the_likelier_strike(paris: CircleView) -> None:
    outlook = CircleOutlook(paris, CirclePlan())
    assert outlook.raid_danger > outlook.lone_danger
    mixed, resolute = (kept(paris, CirclePlan(resolute=resolute)).count("walls") for resolute in (1, 4))
    assert mixed < resolute
    assert "gate" in kept(paris, CirclePlan())


def test_the_unsettled_think_again_every_turn(paris: CircleView) -> None:
    pairs = [turn - TURNS.start for turn in TURNS if turn % 2 == 0]
    for settled, same in ((2, True), (1, False)):
        found = kept(paris, CirclePlan(settled=settled))
        assert all(found[one] == found[one + 1] for one in pairs) is same


def moves(view: CircleView, plan: CirclePlan) -> dict[str, float]:
    """What it is worth to move to each house."""
    found: dict[str, float] = {}
    for thought in keep_house(CircleOutlook(view, plan)):
        proposal = thought if isinstance(thought, Proposal) else thought[2]()
        if proposal is not None and proposal.order.operation == "relocate":
            found[proposal.order.target] = proposal.worth
    return found


@pytest.mark.parametrize(("turn", "gain"), [(6, 6), (12, 12), (20, 12)])
def test_who_roams_leaves_for_another_country_the_rather_the_longer_he_was_here(paris: CircleView, turn: int, gain: int) -> None:
    view = replace(paris, turn=turn, funds=9)
    before, after = moves(view, CirclePlan()), moves(view, CirclePlan(roam=12))
    abroad = {house for house in before if view.catalogue.places[house].country != view.asylum}
    assert abroad
    assert after == pytest.approx({house: worth + gain * (house in abroad) for house, worth in before.items()})
