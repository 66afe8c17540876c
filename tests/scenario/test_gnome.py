"""The aftermath: a prisoner where others have an exile. It is told in its own words, and its ends are those of a prison."""

import re
from dataclasses import replace

import pytest

from game.language import Words
from game.match.draft import Draft
from game.match.match import Match
from game.match.wording import describe_event
from game.players.planner.circle.outlook import CircleOutlook
from game.players.planner.plans import CirclePlan
from game.rules.definitions import Scenario
from game.rules.geography import Atlas
from game.rules.nouns import Side
from game.rules.resolution import resolve_turn
from game.rules.setup import Allegiances, new_game
from game.rules.verdicts import score_survival
from game.scenario import find_packs, load
from game.ui.presenters.archive.seals import seals_for
from game.ui.presenters.meters import meter_rows

SHIPPED = find_packs()
WORDS_OF_ELSEWHERE = re.compile(r"Old Man|[Hh]ousehold|\bCircle|He lives|He is dead|his habits|\bvisa granted|asylum")


@pytest.fixture(scope="module")
def gnome() -> Scenario:
    return load("gnome-1940", SHIPPED)


def test_words_within_a_wording_leave_the_others_as_they_are() -> None:
    words = Words()
    worded = words.within({"The gate": "The visitors", "{count} month": "{count} moon"})
    assert (worded("The gate"), worded("The walls"), words("The gate")) == ("The visitors", "The walls", "The gate")
    assert worded.plural("{count} month", "{count} months", 1) == "1 moon"
    assert worded.plural("{count} month", "{count} months", 2) == "2 months"


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_that_either_side_reads_is_in_the_words_of_another_scenario(gnome: Scenario, seed: int) -> None:
    match = Match.new(gnome, seed, Allegiances.HISTORICAL, dict.fromkeys(Side, "planner"))
    told: list[str] = []
    while not match.is_over():
        match.resolve()
        for side in Side:
            view = match.view(side)
            told += [describe_event(event, gnome.catalogue, view.name) for event in match.telegrams(side.audience)]
    assert len(told) > 100
    assert [words for words in told if WORDS_OF_ELSEWHERE.search(words)] == []


def test_the_meters_are_named_for_a_prison(gnome: Scenario) -> None:
    match, words = Match.new(gnome, 1), Words().within(gnome.catalogue.wording)
    rows = {side: {row.kind: row for row in meter_rows(match.view(side), Draft(match.view(side)), words)} for side in Side}
    assert rows[Side.CENTER]["track"].name == "Knowledge of the prison"
    assert rows[Side.CIRCLE]["influence"].name == "The case"
    both = [rows[side]["influence"] for side in Side]
    assert {(row.value, row.border) for row in both} == {(both[0].value, 10)}, "it decides, and it is public"
    assert "10 or less at the end wins" in rows[Side.CENTER]["influence"].tip
    assert "10 or less at the end loses" in rows[Side.CIRCLE]["influence"].tip
    without = replace(
        gnome,
        catalogue=replace(
            gnome.catalogue,
            numbers=replace(gnome.catalogue.numbers, scores=replace(gnome.catalogue.numbers.scores, forgotten_most=0)),
        ),
    )
    view = Match.new(without, 1).view(Side.CENTER)
    plain = {row.kind: row for row in meter_rows(view, Draft(view), words)}["influence"]
    assert (plain.name, plain.most, plain.border) == ("The case", 0, None), "a figure where it does not decide"
    assert rows[Side.CIRCLE]["security"].name == "Security of the prison"


def test_a_government_that_has_lost_its_resolve_lets_him_go_after_three_quarters(gnome: Scenario) -> None:
    state, _ = new_game(gnome, Atlas(gnome.catalogue), 1)
    while not state.is_over():
        countries = state.public.countries
        countries["mexico"] = replace(countries["mexico"], tolerance=0)
        state, _ = resolve_turn(gnome, Atlas(gnome.catalogue), state, {})
    assert state.public.verdict is not None
    assert (state.public.verdict.id, state.turn) == ("deported", 4)


def test_whoever_is_left_alone_stays_to_the_end(gnome: Scenario) -> None:
    state, _ = new_game(gnome, Atlas(gnome.catalogue), 1)
    while not state.is_over():
        state, _ = resolve_turn(gnome, Atlas(gnome.catalogue), state, {})
    assert state.public.verdict is not None
    assert state.turn == gnome.catalogue.turns


@pytest.mark.parametrize("side", Side)
def test_the_archive_does_not_give_away_who_the_prisoner_is(gnome: Scenario, side: Side) -> None:
    seals = seals_for(Match.new(gnome, 1).view(side), gnome.setup.people)
    assert "jacson" in seals.files
    assert "jacson" in seals.secrets


def test_every_way_out_says_that_it_did_not_happen(gnome: Scenario) -> None:
    ways_out = ("killed_unproven", "killed_open_secret", "killed_all_know", "deported")
    assert [way for way in ways_out if "stayed for twenty years" not in gnome.catalogue.verdicts[way].text] == []


def test_a_case_that_is_hardly_known_is_forgotten(gnome: Scenario) -> None:
    scores = gnome.catalogue.numbers.scores
    assert score_survival(scores, scores.forgotten_most, 0) == ("forgotten", scores.forgotten)
    verdict, score = score_survival(scores, scores.forgotten_most + 1, 0)
    assert verdict == "alive" and score < 0


def test_the_planners_value_the_case_most_where_it_is_about_to_be_forgotten(gnome: Scenario) -> None:
    def worth(influence: int) -> float:
        view = replace(Match.new(gnome, 3).view(Side.CIRCLE), influence=influence)
        return CircleOutlook(view, CirclePlan()).influence_worth

    border = gnome.catalogue.numbers.scores.forgotten_most
    assert worth(border) > worth(border - 6) and worth(border) > worth(border + 6)
