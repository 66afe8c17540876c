"""Whether something may be targeted is found out without a list of all targets, and agrees with it."""

from dataclasses import replace

from game.rules.definitions import Scenario
from game.rules.geography import Atlas
from game.rules.legality import ReasonKind, actors, candidates, refuse
from game.rules.nouns import SYMPATHISER, Side
from game.rules.orders import Order
from game.rules.setup import new_game
from game.rules.sights import sight_of
from game.rules.view import CenterView, view_for
from tests.playing import random_turns


def test_a_target_is_refused_where_it_is_not_among_the_candidates(utka: Scenario, atlas: Atlas) -> None:
    answers = []
    for before, _, _ in list(random_turns(utka, atlas, 9))[::4]:
        for side in Side:
            view = view_for(utka, atlas, before, side)
            sight, catalogue = sight_of(view), view.catalogue
            things = ["nobody", *before.bodies, *catalogue.places, *catalogue.countries]
            for operation in catalogue.operations.values():
                for agent in actors(view) if operation.side is side else ():
                    targets = set(candidates(view, sight, operation, agent))
                    reasons = (refuse(view, Order(operation=operation.id, agent=agent, target=thing), sight) for thing in things)
                    kinds = [reason.kind if reason else None for reason in reasons]
                    if ReasonKind.WRONG_ACTOR in kinds or ReasonKind.LIMIT in kinds:
                        continue
                    refused = {thing for thing, kind in zip(things, kinds, strict=True) if kind is ReasonKind.WRONG_TARGET}
                    assert refused == set(things) - targets, (operation.id, agent)
                    answers.append(bool(targets & set(things)))
    assert any(answers) and not all(answers)


def test_a_paper_may_name_ones_own_whom_nobody_courts(utka: Scenario, atlas: Atlas) -> None:
    insiders = []
    for seed in range(4):
        view = view_for(utka, atlas, new_game(utka, atlas, seed)[0], Side.CENTER)
        assert isinstance(view, CenterView)
        sight, operations = sight_of(view), view.catalogue.operations
        inside = {person for person in view.agents if view.bodies[person].access <= SYMPATHISER}
        named = set(candidates(view, sight, operations["forge"], "eitingon"))
        assert inside == named & set(view.agents), "who is an outsider is in nobody's files"
        courted = {person for agent in view.agents for person in candidates(view, sight, operations["recruit"], agent)}
        assert not courted & set(view.agents)
        insiders += inside
    assert insiders


def test_more_than_may_be_added_is_no_lack_of_funds(utka: Scenario, atlas: Atlas) -> None:
    view = view_for(utka, atlas, new_game(utka, atlas, 1)[0], Side.CENTER)
    within = Order(operation="recruit", agent="jacson", extra=view.catalogue.operations["recruit"].extra)
    wrong = [{"extra": -1}, {"extra": within.extra + 1}, {"call_off": -1}, {"call_off": 101}]
    reasons = [refuse(view, each) for each in (within, *(replace(within, **amount) for amount in wrong))]
    assert [reason.kind for reason in reasons if reason] == [ReasonKind.NO_TARGET, *[ReasonKind.OUT_OF_RANGE] * 4]
