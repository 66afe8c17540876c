"""What is counted in a game: against the record of the same game, counted again in another way."""

from collections.abc import Iterator
from dataclasses import replace
from statistics import pvariance

import pytest

from game.match import Match
from game.match.calibration import ENOUGH, Band, as_json, calibrate
from game.match.intervals import Interval
from game.match.luck import SWING, evened, strike_luck
from game.match.pacing import pace
from game.match.record import Record
from game.match.replay import Divergence, steps
from game.match.simulation import Outcome, Plan, play_game, simulate
from game.match.tally import DoubtCount, Happening
from game.rules.definitions import Scenario
from game.rules.events import Event, EventKind
from game.rules.geography import Atlas
from game.rules.nouns import Audience, Side, Status
from game.rules.state import GameState

PLAN = Plan(games=4, seed=11, center="planner", circle="planner")


@pytest.fixture(scope="module")
def played(scenario: Scenario, atlas: Atlas) -> list[tuple[Outcome, Record]]:
    """The outcomes of a few games between planners, and the records of the same games."""
    pairs: list[tuple[Outcome, Record]] = []
    for number in range(1, PLAN.games + 1):
        outcome = play_game(scenario, atlas, PLAN, number)
        match = Match.new(scenario, outcome.seed, seats=dict.fromkeys(Side, "planner"), atlas=atlas)
        while not match.is_over():
            match.resolve()
        pairs.append((outcome, match.record()))
    return pairs


def states(record: Record, scenario: Scenario) -> Iterator[GameState]:
    """The state at every moment when orders were written."""
    for step in steps(record, scenario):
        assert not isinstance(step, Divergence)
        if not step.state.is_over():
            yield step.state


def test_happenings_are_what_the_record_tells(played: list[tuple[Outcome, Record]]) -> None:
    seen: set[str] = set()
    for outcome, record in played:
        told = [event for event in record.events() if event.audience is not Audience.ARCHIVE]
        facts = {(event.kind, event.turn, event.operation, event.subject, event.number) for event in told}
        count = outcome.happenings.get
        strikes = [fact for fact in facts if fact[0] is EventKind.STRUCK]
        assert count("raids", 0) + count("lone_hands", 0) == len(strikes)
        assert count("strikes_succeeded", 0) == sum(fact[4] for fact in strikes)
        for kind, name in {
            EventKind.DENOUNCED: "denounced_rightly",
            EventKind.WRONGLY_DENOUNCED: "denounced_wrongly",
            EventKind.BLOWN: "blown",
            EventKind.ARRESTED: "arrested",
            EventKind.RECRUITED: "recruited",
            EventKind.RECALLED: "recalled",
            EventKind.NEWCOMER: "newcomers",
            EventKind.CLUE: "clues",
        }.items():
            assert count(name, 0) == len([fact for fact in facts if fact[0] is kind]), name
            seen.update([name] if count(name, 0) else [])
    assert {"denounced_rightly", "blown", "arrested", "newcomers", "clues"} <= seen, "these games show too little"


def test_moles_inside_are_those_whom_the_true_states_show(played: list[tuple[Outcome, Record]], scenario: Scenario) -> None:
    for outcome, record in played:
        household: set[str] = set()
        outside: set[str] = set()
        for state in states(record, scenario):
            for person in state.center.agents:
                if state.bodies[person].status is Status.ACTIVE:
                    inside = state.bodies[person].access == 1
                    outside.update([person] if not inside and person not in household else [])
                    household.update([person] if inside else [])
        assert outcome.happenings.get("in_household", 0) == len(household)
        assert outcome.happenings.get("came_into_household", 0) == len(household & outside)
    assert any(outcome.happenings.get("in_household") for outcome, _ in played)


def test_doubt_is_counted_once_for_every_active_person_and_turn(played: list[tuple[Outcome, Record]], scenario: Scenario) -> None:
    for outcome, record in played:
        rows = [
            ((member.doubt + 50) // 100, person in state.center.agents)
            for state in states(record, scenario)
            for person, member in state.circle.members.items()
            if state.bodies[person].status is Status.ACTIVE
        ]
        for tenth in range(10):
            low, high = 10 * tenth, 10 * tenth + 9 if tenth < 9 else 100
            here = [row for row in rows if low <= row[0] <= high]
            counts = [count for count in outcome.doubts if count.tenth == tenth]
            assert (not here and not counts) or counts == [
                DoubtCount(
                    tenth=tenth, cases=len(here), moles=sum(mole for _, mole in here), shown=sum(doubt for doubt, _ in here)
                )
            ]


def test_orders_are_counted_by_operation(played: list[tuple[Outcome, Record]], scenario: Scenario) -> None:
    for outcome, record in played:
        given = [order.operation for turn in record.turns for order in (*turn.center, *turn.circle)]
        assert outcome.operations == {id_: given.count(id_) for id_ in sorted(set(given))}
    pacing = pace(tuple(outcome for outcome, _ in played), scenario.catalogue)
    for side in Side:
        own = [use.share for id_, use in pacing.uses if scenario.catalogue.operations[id_].side is side]
        assert sum(share.mean for share in own if share is not None) == pytest.approx(1)
    for id_, use in pacing.uses:
        assert use.games == sum(id_ in outcome.operations for outcome, _ in played) / len(played)


def outcome(number: int, turns: int, happenings: dict[str, int], doubts: tuple[DoubtCount, ...] = ()) -> Outcome:
    return Outcome(
        number=number,
        seed=number,
        verdict="alive",
        score=-50,
        turns=turns,
        attribution=0,
        luck=0,
        operations={"publish": 3},
        happenings=happenings,
        doubts=doubts,
    )


def test_pacing_counts_games_and_means(scenario: Scenario) -> None:
    catalogue = replace(scenario.catalogue, turns=12)
    games = (
        outcome(1, 8, {"raids": 2, "denounced_rightly": 3}),
        outcome(2, 9, {"denounced_wrongly": 1}),
        outcome(3, 12, {}),
        outcome(4, 3, {"raids": 1}),
    )
    pacing = pace(games, catalogue)
    assert (pacing.late, pacing.last_third.mean) == (2, 0.5), "turn 9 is the first of the last third of twelve"
    raids = dict(pacing.rates)[Happening.RAIDS]
    assert (raids.total, raids.games, raids.a_game.mean) == (3, 2, 0.75)
    assert pacing.rightly is not None and pacing.rightly.mean == 0.75
    assert pace(games[2:], catalogue).rightly is None, "nobody was denounced"
    uses = dict(pacing.uses)
    assert uses["publish"].share is not None and (uses["publish"].share.mean, uses["publish"].games) == (1, 1)
    assert uses["smear"].share is None, "the Center gave no order at all"


@pytest.mark.parametrize(("orders", "rare"), [((1, 1, 1, 0), False), ((1, 0, 0, 0), False), ((0, 0, 0, 0), True)])
def test_what_is_ordered_once_a_game_is_used_though_it_is_a_small_share(
    scenario: Scenario, orders: tuple[int, ...], rare: bool
) -> None:
    games = tuple(
        replace(outcome(number, 9, {}), operations={"publish": 100} | ({"vet": given} if given else {}))
        for number, given in enumerate(orders)
    )
    vet = dict(pace(games, scenario.catalogue).uses)["vet"]
    assert vet.share is not None and vet.share.mean < 0.02
    assert vet.is_rare is rare


def test_calibration_compares_what_was_shown_with_what_is_so() -> None:
    many = outcome(1, 9, {}, (DoubtCount(tenth=2, cases=200, moles=50, shown=200 * 24),))
    few = outcome(2, 9, {}, (DoubtCount(tenth=9, cases=4, moles=1, shown=4 * 95),))
    calibration = calibrate([many, few, outcome(3, 9, {})])
    low, high = calibration.bands
    assert (low.tenth, low.cases, low.games, low.shown, low.share.mean) == (2, 200, 1, pytest.approx(0.24), 0.25)
    assert low.is_enough and low.is_kept and not high.is_enough and not high.is_kept
    assert calibration.error == pytest.approx((200 * 0.01 + 4 * 0.70) / 204)
    assert [band["from"] for band in as_json(calibration)["bands"]] == [20, 90]


def test_a_band_is_judged_from_two_hundred_cases_on_and_within_seven_points() -> None:
    share = Interval(mean=0.5, low=0.4, high=0.6)
    band = Band(tenth=4, cases=ENOUGH, games=9, shown=0.435, share=share)
    assert band.is_enough and band.is_kept
    assert not replace(band, cases=ENOUGH - 1).is_enough and not replace(band, shown=0.42).is_kept


def roll(chance: int, rolled: int, phase: str = "strikes", text: str = "raid:succeeds") -> Event:
    return Event(kind=EventKind.ROLLED, audience=Audience.ARCHIVE, turn=1, phase=phase, text=text, chance=chance, roll=rolled)


@pytest.mark.parametrize("chance", [5, 37, 60, 95])
def test_the_luck_of_a_strike_is_nothing_on_average(chance: int) -> None:
    assert sum(strike_luck([roll(chance, rolled)]) for rolled in range(1, 101)) == 0


def test_only_the_strikes_own_rolls_are_luck() -> None:
    assert strike_luck([roll(60, 60)]) == 40 and strike_luck([roll(60, 61), roll(30, 99)]) == -90
    assert strike_luck([roll(60, 60, phase="contact"), roll(60, 60, text="police:raid")]) == 0
    assert evened(80, 40) == pytest.approx(0.80 - 0.40 * SWING)


def test_every_strike_of_a_game_has_its_luck(played: list[tuple[Outcome, Record]]) -> None:
    struck = 0
    for outcome, record in played:
        rolls = [event for event in record.events() if strike_luck([event])]
        strikes = [event for event in record.events() if event.kind is EventKind.STRUCK and event.audience is Audience.CENTER]
        assert len(rolls) == len(strikes)
        for event, strike in zip(rolls, strikes, strict=True):
            assert (strike_luck([event]) > 0) == bool(strike.number)
        assert outcome.luck == sum(strike_luck([event]) for event in rolls)
        struck += len(strikes)
    assert struck, "nobody struck in these games"


def test_taking_off_the_luck_makes_the_mean_surer(scenario: Scenario) -> None:
    outcomes = simulate(scenario, Plan(games=32, seed=5, center="planner", circle="planner")).outcomes
    plain = [outcome.score / 100 for outcome in outcomes]
    even = [evened(outcome.score, outcome.luck) for outcome in outcomes]
    assert pvariance(even) < pvariance(plain)
