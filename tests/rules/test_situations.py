"""Written situations: what the rules say must happen, happens. The names carry the rulebook's paragraphs."""

from dataclasses import replace

import pytest

from game.rules.definitions import Newcomers, Origin, Scenario
from game.rules.events import EventKind
from game.rules.geography import Atlas
from game.rules.legality import ReasonKind, refuse, refuse_set
from game.rules.nouns import MOVEMENT, OLD_MAN, Audience, Limit, Side, Status
from game.rules.orders import Order
from game.rules.state import CountryState, Progress, Sighting
from game.rules.turn import Turn
from game.rules.view import CircleView
from tests.rules.situations import Situation, status

MEXICO = "mexico"


@pytest.fixture
def table(utka: Scenario, atlas: Atlas) -> Situation:
    return Situation(utka, atlas)


def surely(situation: Situation, operation: str, **order: str) -> Order:
    return Order(operation=operation, **order)


def test_costs_are_paid_at_once_and_a_lapsed_order_gives_them_back(table: Situation) -> None:
    """The cost comes back; the signal does not."""
    table.put("jacson", place="mexico_city")
    table.put("sylvia_ageloff", place="mexico_city")
    table.state.center.sightings["sylvia_ageloff"] = Sighting(id="sylvia_ageloff", place="mexico_city", access=2, turn=1)
    funds = table.state.center.funds
    order = Order(operation="recruit", agent="jacson", target="sylvia_ageloff", extra=2)
    assert refuse_set(table.view(Side.CENTER), [order]) == []
    table.play((order,), (Order(operation="move", agent="sylvia_ageloff", target="new_york"),))
    assert table.told(Audience.CENTER, EventKind.LAPSED, subject="jacson")
    assert table.state.center.funds == funds + table.scenario.catalogue.numbers.income.center.value


def test_move_precedes_contact_so_a_mole_sent_away_cannot_do_what_the_center_wanted_there(table: Situation) -> None:
    table.make_mole("hansen")
    table.state.center.agents["hansen"] = table.state.center.agents["hansen"].with_rapport("cannon", 1)
    order = Order(operation="cultivate", agent="hansen", target="cannon")
    assert refuse(table.view(Side.CENTER), order) is None
    table.play((order,), (Order(operation="move", agent="hansen", target="coyoacan"),))
    assert table.told(Audience.CENTER, EventKind.LAPSED, subject="hansen", text=ReasonKind.HAS_ORDER.value)


def test_a_mole_tells_his_officer_at_once_that_he_was_sent_away_or_dismissed(table: Situation) -> None:
    table.make_mole("hansen")
    table.play(
        (), (Order(operation="move", agent="hansen", target="coyoacan"), Order(operation="move", agent="cannon", target="paris"))
    )
    (told,) = table.told(Audience.CENTER, EventKind.SENT_OFF)
    assert (told.subject, told.other) == ("hansen", "coyoacan"), "of Cannon, who is none of his, nothing is told"
    dismissed = Situation(table.scenario, table.atlas)
    dismissed.make_mole("hansen")
    ring = dismissed.state.bodies["hansen"].access
    dismissed.play((), (Order(operation="dismiss", agent=MOVEMENT, target="hansen"),))
    assert dismissed.told(Audience.CENTER, EventKind.SENT_AWAY, subject="hansen", number=ring + 1)


def test_where_both_sides_order_a_mole_to_travel_the_circles_order_counts(table: Situation) -> None:
    table.make_mole("hansen")
    table.play(
        (Order(operation="travel", agent="hansen", target="paris"),),
        (Order(operation="move", agent="hansen", target="coyoacan"),),
    )
    assert table.state.bodies["hansen"].place == "coyoacan"


def newcomers_of(situation: Situation, turns: int) -> list[tuple[str, str]]:
    """Country and name of those who came in so many turns with as many friends as there can be."""
    came = []
    for _turn in range(turns):
        situation.state.public.influence = 15
        situation.state.circle.sections.update(paris=3, new_york=3, valley_of_mexico=3, brussels=3)
        situation.play()
        faces, places = situation.state.circle.faces, situation.scenario.catalogue.places
        told = situation.told(Audience.CIRCLE, EventKind.NEWCOMER)
        came += [(places[event.place].country, faces[event.subject].name) for event in told]
    return came


def test_a_newcomer_is_called_as_people_are_where_he_comes(table: Situation) -> None:
    pool = table.scenario.setup.newcomers
    came = newcomers_of(table, 8)
    assert {"usa", "mexico", "france"} <= {country for country, _ in came}
    for country, name in came:
        assert any(country in origin.countries and name in origin.names for origin in pool.origins.values()), (country, name)


def test_newcomers_make_for_where_the_old_man_lives_if_the_rules_say_so(table: Situation) -> None:
    """Rulebook 12.5. With 100 % everybody who comes of himself comes to his area, with 0 % people come elsewhere as well; while
    nobody can knock there, the share changes nothing.
    """

    def where(at_seat: int, seat: str = "coyoacan") -> list[str]:
        catalogue = table.scenario.catalogue
        numbers = replace(catalogue.numbers, newcomers=replace(catalogue.numbers.newcomers, at_seat=at_seat))
        made = Situation(replace(table.scenario, catalogue=replace(catalogue, numbers=numbers)), table.atlas)
        made.state.circle.seat = seat
        return [country for country, _ in newcomers_of(made, 8)]

    assert set(where(100)) == {"mexico"}
    assert len(set(where(0))) > 1
    assert where(100, "moscow") == where(0, "moscow")


def test_nobody_is_called_like_another_and_names_come_to_an_end(table: Situation) -> None:
    origins = {"french": Origin(countries=("france", "belgium"), names=("Odette Fabre",))}
    pool = Newcomers(names=("Anna Lewin",), origins=origins)
    table.scenario = replace(table.scenario, setup=replace(table.scenario.setup, newcomers=pool))
    came = newcomers_of(table, 8)
    assert sorted(name for _, name in came) == ["Anna Lewin", "Odette Fabre"]
    assert dict(came).get("france", "Odette Fabre") == "Odette Fabre"


def test_the_center_may_not_order_the_household_to_travel(table: Situation) -> None:
    table.make_mole("schussler")
    reason = refuse(table.view(Side.CENTER), Order(operation="travel", agent="schussler", target="paris"))
    assert reason is not None and reason.kind is ReasonKind.NEEDS


def test_who_works_does_not_guard_and_a_mole_guards_nothing(table: Situation) -> None:
    def guards(circle: tuple[Order, ...]) -> int:
        other = Situation(table.scenario, table.atlas)
        other.put("siqueiros", skills=(5, 5, 5, 5, 5))
        found = other.seeds_until(
            lambda made: made.state.center.guards_turn == 1,
            lambda made: made.play((Order(operation="surveil", agent="siqueiros"),), circle),
        )
        return found.state.center.guards_seen

    assert guards(()) == 5, "seven of the household, of whom five count"
    busy = tuple(Order(operation="publish", agent=person) for person in ("natalia", "schussler", "buchman", "o_rourke"))
    assert guards(busy) < 5


def test_guards_count_to_five_and_the_strong_twice(table: Situation) -> None:
    for person in ("natalia", "van_heijenoort", "alfred_rosmer", "marguerite_rosmer", "buchman", "o_rourke"):
        table.put(person, place="paris")
    table.put("schussler", skills=(1, 1, 1, 1, 3))
    from game.rules.sights import Truth

    truth = Truth(table.scenario.catalogue, table.atlas, table.state)
    assert truth.guards() == (2, 2)
    table.make_mole("schussler")
    assert truth.guards() == (0, 0)


def test_denounce_right_blows_and_raises_influence(table: Situation) -> None:
    influence = table.state.public.influence
    table.play((), (Order(operation="denounce", agent=MOVEMENT, target="zborowski"),))
    assert status(table, "zborowski") in (Status.GONE, Status.ARRESTED)
    assert table.told(Audience.CIRCLE, EventKind.DENOUNCED, subject="zborowski")
    assert table.told(Audience.CENTER, EventKind.BLOWN, subject="zborowski")
    assert table.told(Audience.CIRCLE, EventKind.DENOUNCED)[0].changes[0].after == influence + 2


def test_denounce_wrong_costs_influence_and_a_friend(table: Situation) -> None:
    table.play((), (Order(operation="denounce", agent=MOVEMENT, target="cannon"),))
    assert status(table, "cannon") is Status.GONE
    change = table.told(Audience.CIRCLE, EventKind.WRONGLY_DENOUNCED)[0].changes[0]
    assert change.after == change.before - 3


def test_an_officer_blown_costs_paranoia_a_recruit_does_not(table: Situation) -> None:
    table.make_mole("cannon")
    before = table.state.center.paranoia
    table.play((), (Order(operation="denounce", agent=MOVEMENT, target="cannon"),))
    assert table.state.center.paranoia == before


def test_the_movement_acts_once_a_turn(table: Situation) -> None:
    orders = [
        Order(operation="denounce", agent=MOVEMENT, target="cannon"),
        Order(operation="dismiss", agent=MOVEMENT, target="estrin"),
    ]
    refused = refuse_set(table.view(Side.CIRCLE), orders)
    assert [(index, reason.kind) for index, reason in refused] == [(1, ReasonKind.HAS_ORDER)]


def test_orders_beyond_signals_are_refused_at_entry(table: Situation) -> None:
    people = ["natalia", "schussler", "buchman", "o_rourke", "van_heijenoort"]
    orders = [Order(operation="watch", agent=person) for person in people]
    assert [(index, reason.kind) for index, reason in refuse_set(table.view(Side.CIRCLE), orders)] == [(4, ReasonKind.NO_SIGNALS)]


def test_two_vetters_of_one_person_are_refused(table: Situation) -> None:
    orders = [
        Order(operation="vet", agent="natalia", target="schussler"),
        Order(operation="vet", agent="buchman", target="schussler"),
    ]
    refused = refuse_set(table.view(Side.CIRCLE), orders)
    assert [reason.kind for _, reason in refused] == [ReasonKind.LIMIT]


def test_a_mole_who_vets_clears_moles(table: Situation) -> None:
    table.make_mole("natalia")
    table.make_mole("schussler")
    for seed in range(20):
        other = Situation(table.scenario, table.atlas, seed)
        other.make_mole("natalia")
        other.make_mole("schussler")
        other.play((), (Order(operation="vet", agent="natalia", target="schussler"),))
        assert other.told(Audience.CIRCLE, EventKind.FINDING, subject="schussler")[0].number == 0


def test_dismissed_from_the_outer_ring_he_is_an_outsider_again(table: Situation) -> None:
    table.play((), (Order(operation="dismiss", agent=MOVEMENT, target="ruth_ageloff"),))
    assert table.state.bodies["ruth_ageloff"].access == 4
    assert "ruth_ageloff" not in table.view(Side.CIRCLE).bodies


def test_a_recalled_mole_has_simply_gone_to_the_circle(table: Situation) -> None:
    table.put("jacson", access=3, place="new_york")
    table.play((Order(operation="recall", agent="jacson"),))
    view = table.view(Side.CIRCLE)
    assert status(table, "jacson") is Status.RECALLED
    assert view.bodies["jacson"].status is Status.GONE
    assert table.told(Audience.CIRCLE, EventKind.GONE, subject="jacson")
    assert not table.told(Audience.CIRCLE, EventKind.RECALLED)


def test_a_doubtful_officer_may_go_over_instead_of_home(table: Situation) -> None:
    def make(made: Situation) -> Situation:
        made.state.secret.loyalty["caridad"] = 0
        return made.play((Order(operation="recall", agent="caridad"),))

    found = table.seeds_until(lambda made: status(made, "caridad") is Status.DEFECTED, make)
    assert found.told(Audience.CIRCLE, EventKind.TALKED, subject="caridad")
    assert found.state.secret.captive_talked


def test_a_defector_names_only_those_with_whom_he_shared_a_place(table: Situation) -> None:
    """Networks are compartments."""

    def make(made: Situation) -> Situation:
        made.state.secret.loyalty["caridad"] = 0
        return made.play((Order(operation="recall", agent="caridad"),))

    named: set[str] = set()
    for seed in range(60):
        made = make(Situation(table.scenario, table.atlas, seed))
        named |= {event.subject for event in made.told(Audience.CIRCLE, EventKind.NAMED)}
    assert named and named <= {"eitingon", "jacson", "zborowski", "vasilevsky"}, "all of them were in Paris"


def test_relocate_needs_a_section_and_spends_it(table: Situation) -> None:
    order = Order(operation="relocate", agent=OLD_MAN, target="minneapolis")
    view = table.view(Side.CIRCLE)
    assert refuse(view, order) is not None
    table.state.circle.visas = ("usa",)
    table.state.circle.sections["minneapolis"] = 1
    table.state.circle.funds = 9
    assert refuse(table.view(Side.CIRCLE), order) is None
    table.play((), (order,))
    assert table.state.circle.sections["minneapolis"] == 0
    assert table.state.public.asylum == "usa" and table.state.circle.visas == ()
    assert table.state.center.seat == "", "in another country he is not located"
    assert table.state.circle.seat == "minneapolis", "a month is enough for the journey"
    assert table.state.bodies["natalia"].place == "minneapolis"


def test_in_the_same_country_he_is_still_located_and_part_of_the_track_is_left(table: Situation) -> None:
    table.state.center.track, table.state.center.preparation = 7, 3
    table.state.circle.funds = 9
    table.state.circle.sections["taxco"] = 1
    order = Order(operation="relocate", agent=OLD_MAN, target="taxco")
    assert refuse(table.view(Side.CIRCLE), order) is None
    table.play((), (order,))
    assert table.state.center.seat == "taxco"
    kept = table.scenario.catalogue.numbers.asylum.still_known
    assert table.state.center.track == (7 - 1) * kept // 100 and table.state.center.preparation == 3 * kept // 100


def test_tolerance_nought_orders_out_then_interns_then_deports(table: Situation) -> None:
    def hold() -> None:
        table.state.public.countries[MEXICO] = CountryState(tolerance=0, alert=0)
        table.play()

    table.state.public.countries[MEXICO] = CountryState(tolerance=0, alert=0)
    table.play()
    assert table.state.public.ordered_out == 1
    hold()
    hold()
    assert table.state.public.interned == 3 and table.view(Side.CIRCLE).signals == 2
    for _ in range(4):
        hold()
    verdict = table.state.public.verdict
    assert verdict is not None and verdict.id == "deported" and verdict.score == 40


def test_any_tolerance_ends_it(table: Situation) -> None:
    table.state.public.countries[MEXICO] = CountryState(tolerance=0, alert=0)
    table.play()
    table.state.public.countries[MEXICO] = CountryState(tolerance=1, alert=0)
    table.play()
    assert not table.state.public.ordered_out
    assert table.told(Audience.CENTER, EventKind.RELEASED)


def test_hiding_costs_track_and_influence_and_not_two_turns_running(table: Situation) -> None:
    table.state.center.track, table.state.public.influence = 8, 8
    table.play((), (Order(operation="hide", agent=OLD_MAN),))
    assert table.state.center.track == 8 - 2 - 1
    reason = refuse(table.view(Side.CIRCLE), Order(operation="hide", agent=OLD_MAN))
    assert reason is not None and reason.kind is ReasonKind.NEEDS


def _armed(made: Situation) -> Situation:
    made.state.center.track, made.state.center.preparation, made.state.center.funds = 10, 5, 9
    return made


def test_a_raid_kills_or_shakes(table: Situation) -> None:
    raid = (Order(operation="raid", agent="siqueiros"),)
    killed = table.seeds_until(lambda made: made.state.is_over(), lambda made: _armed(made).play(raid))
    verdict = killed.state.public.verdict
    assert verdict is not None and verdict.id.startswith("killed")
    failed = table.seeds_until(lambda made: not made.state.is_over(), lambda made: _armed(made).play(raid))
    assert failed.state.center.preparation == 0
    assert failed.state.circle.security["coyoacan"] >= 6


def test_a_second_strike_in_a_turn_lapses(table: Situation) -> None:
    def make(made: Situation) -> Situation:
        _armed(made).let_in("jacson")
        strikes = (Order(operation="raid", agent="siqueiros"), Order(operation="lone_hand", agent="jacson"))
        assert refuse_set(made.view(Side.CENTER), strikes) == []
        return made.play(strikes)

    found = table.seeds_until(lambda made: not made.state.is_over(), make)
    assert len(found.told(Audience.CENTER, EventKind.LAPSED)) == 1


def test_a_lone_hand_who_fails_is_taken(table: Situation) -> None:
    def make(made: Situation) -> Situation:
        _armed(made).let_in("jacson")
        return made.play((Order(operation="lone_hand", agent="jacson"),))

    found = table.seeds_until(lambda made: not made.state.is_over(), make)
    assert status(found, "jacson") is Status.ARRESTED


def test_the_call_off_line_spares_everything_but_preparation(table: Situation) -> None:
    _armed(table).play((Order(operation="raid", agent="siqueiros", call_off=100),))
    assert table.told(Audience.CENTER, EventKind.CALLED_OFF)
    assert not table.state.is_over() and table.state.center.preparation == 4


def test_a_strike_that_finds_him_gone_lapses(table: Situation) -> None:
    _armed(table)
    table.state.circle.funds, table.state.circle.sections["taxco"] = 9, 1
    table.play((Order(operation="raid", agent="siqueiros"),), (Order(operation="relocate", agent=OLD_MAN, target="taxco"),))
    assert table.told(Audience.CENTER, EventKind.LAPSED, subject="siqueiros")


def test_paranoia_ten_ends_the_game(table: Situation) -> None:
    table.state.center.paranoia = 10
    table.play()
    verdict = table.state.public.verdict
    assert verdict is not None and verdict.id == "hunters_hunted" and verdict.score == -100


def in_the_last_turn(table: Situation) -> Situation:
    """The table in its last turn, with all that was asked of either side done long ago."""
    table.state.turn, table.state.public.influence = table.scenario.catalogue.turns, 10
    table.state.center.directives = dict.fromkeys(table.state.center.directives, Progress.MET)
    table.state.circle.aims = dict.fromkeys(table.state.circle.aims, Progress.MET)
    return table


def test_the_last_turn_ends_it_with_him_alive(table: Situation) -> None:
    in_the_last_turn(table).play()
    verdict = table.state.public.verdict
    assert verdict is not None and verdict.id == "alive" and verdict.score == -(20 + 3 * 10)


@pytest.mark.parametrize("hold", [False, True])
@pytest.mark.parametrize(("security", "came_of_it"), [(9, Progress.MET), (4, Progress.MISSED)])
def test_what_is_due_in_the_last_turn_is_judged_before_the_verdict(
    table: Situation, hold: bool, security: int, came_of_it: Progress
) -> None:
    """Rulebook 12.4. An aim whose day lies in the last turn counts for the score, whether it must hold or not."""
    aims = table.scenario.setup.aims
    due = replace(
        aims["higher_walls"], hold=hold, by=table.scenario.catalogue.first_day(table.scenario.catalogue.turns).isoformat()
    )
    table.scenario = replace(table.scenario, setup=replace(table.scenario.setup, aims={**aims, "higher_walls": due}))
    in_the_last_turn(table).state.circle.aims["higher_walls"] = Progress.OPEN
    table.state.circle.security[table.state.circle.seat] = security
    table.play()
    numbers, verdict = table.scenario.catalogue.numbers.tasks, table.state.public.verdict
    assert table.state.circle.aims["higher_walls"] is came_of_it
    gained = numbers.met_influence if came_of_it is Progress.MET else numbers.missed_influence
    assert verdict is not None and verdict.score == -(20 + 3 * (10 + gained))


def test_nobody_left_still_plays_on(table: Situation) -> None:
    for person in list(table.state.bodies):
        table.state.bodies[person] = table.state.bodies[person].__class__(
            id=person, place="paris", access=4, skills=(1, 1, 1, 1, 1), status=Status.DEAD
        )
    table.play()
    view = table.view(Side.CIRCLE)
    assert isinstance(view, CircleView)
    assert refuse(view, Order(operation="hide", agent=OLD_MAN)) is None, "the Old Man still acts"


def test_lying_low_mends_cover_up_to_the_legend(table: Situation) -> None:
    table.agent("jacson", cover=3, legend=5)
    found = table.seeds_until(
        lambda made: made.state.center.agents["jacson"].cover == 4,
        lambda made: (made.agent("jacson", cover=3, legend=5), made.play())[1],
    )
    assert found.told(Audience.CENTER, EventKind.LAY_LOW, subject="jacson")


def reporting(made: Situation, cover: int) -> Situation:
    """A mole with nothing to mend and another of the Center's people in his country, and the turn in which he reports."""
    made.make_mole("schussler", cover=cover)
    made.put("caridad", place=made.state.bodies["schussler"].place)
    return made.play()


def noticed(made: Situation) -> bool:
    """Whether the mole's report left a trace."""
    rolls = made.told(Audience.ARCHIVE, EventKind.ROLLED, subject="schussler", text="report noticed")
    return any(event.roll <= event.chance for event in rolls)


def test_a_report_that_is_noticed_costs_the_mole_cover(table: Situation) -> None:
    found = table.seeds_until(noticed, lambda made: reporting(made, 3))
    assert found.state.center.agents["schussler"].cover == 2
    assert found.state.bodies["schussler"].status is Status.ACTIVE
    quiet = table.seeds_until(lambda made: not noticed(made), lambda made: reporting(made, 3))
    assert quiet.state.center.agents["schussler"].cover == 3
    last = table.seeds_until(noticed, lambda made: reporting(made, 1))
    assert last.told(Audience.CIRCLE, EventKind.BLOWN, subject="schussler"), "with his last cover he is blown"


def test_a_visa_is_withdrawn_where_too_little_tolerance_is_left_and_nowhere_else(table: Situation) -> None:
    def changed_by(add: int, tolerance: int, visas: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
        state = table.state.copy()
        state.circle.visas = visas
        state.public.countries["norway"] = CountryState(tolerance=tolerance, alert=0)
        turn = Turn(table.scenario, table.atlas, state)
        turn.add_tolerance("norway", add)
        assert state.public.countries["norway"].tolerance == tolerance + add
        return state.circle.visas, sum(event.kind is EventKind.VISA_WITHDRAWN for event in turn.events)

    below = table.scenario.catalogue.numbers.asylum.visa_below
    assert changed_by(-1, below, ("norway", "france")) == (("france",), 1)
    assert changed_by(-1, below + 1, ("norway", "france")) == (("norway", "france"), 0), "enough is left"
    assert changed_by(1, below, ("norway",)) == (("norway",), 0)
    assert changed_by(-1, below, ("france",)) == (("france",), 0), "what one has not is not withdrawn"


def test_closed_routes_make_the_journey_longer(table: Situation) -> None:
    open_way = table.atlas.journeys("paris", ())["new_york"].days
    shut = table.atlas.journeys("paris", ("le_havre_new_york_sea",))["new_york"].days
    assert shut > open_way


def test_two_who_court_the_same_person_in_a_turn(table: Situation) -> None:
    """Whoever was won over this very turn is nobody's target any more, and needs no sighting."""

    def make(made: Situation) -> Situation:
        made.state.center.agents["jacson"] = made.state.center.agents["jacson"].with_rapport("estrin", 3)
        made.state.center.agents["eitingon"] = made.state.center.agents["eitingon"].with_rapport("estrin", 2)
        made.state.secret.loyalty["estrin"] = 0
        recruits = Order(operation="recruit", agent="jacson", target="estrin", extra=3)
        courts = Order(operation="cultivate", agent="eitingon", target="estrin")
        assert refuse_set(made.view(Side.CENTER), [recruits, courts]) == []
        return made.play((recruits, courts))

    def lapsed(made: Situation) -> bool:
        return bool(made.told(Audience.CENTER, EventKind.LAPSED, subject="eitingon"))

    found = table.seeds_until(lapsed, make)
    assert "estrin" in found.state.center.agents and "estrin" not in found.state.center.sightings


def test_a_captive_knows_only_whom_he_met_not_who_had_the_room_before_him(table: Situation) -> None:
    """Two of the Center's people who were in Paris in different months have never met."""

    def captured(made: Situation, other: tuple[str, ...]) -> set[str]:
        for person in list(made.state.center.agents):
            if person not in ("caridad", "jacson"):
                made.put(person, status=Status.GONE)
        made.put("jacson", place="new_york")
        made.agent("jacson", trail=other)
        made.put("caridad", place="mexico_city", skills=(1, 1, 0, 1, 1))
        made.agent("caridad", trail=("moscow", "paris", "mexico_city"), cover=1)
        made.state.public.countries[MEXICO] = CountryState(tolerance=7, alert=5)
        made.play((Order(operation="surveil", agent="caridad"),))
        return {event.subject for event in made.told(Audience.CIRCLE, EventKind.NAMED)}

    together: set[str] = set()
    apart: set[str] = set()
    for seed in range(40):
        together |= captured(Situation(table.scenario, table.atlas, seed), ("moscow", "paris", "new_york"))
        apart |= captured(Situation(table.scenario, table.atlas, seed), ("paris", "new_york", "new_york"))
    assert together == {"jacson"} and apart == set()


@pytest.mark.parametrize(
    ("side", "operation", "agent"), [(Side.CENTER, "surveil", "eitingon"), (Side.CIRCLE, "publish", "cannon")]
)
def test_what_may_succeed_once_in_a_game_is_refused_afterwards_on_either_side(
    utka: Scenario, atlas: Atlas, side: Side, operation: str, agent: str
) -> None:
    """`limit: game`, as the modder's guide tells it."""
    operations = utka.catalogue.operations
    once = replace(operations[operation], limit=Limit.GAME, success=replace(operations[operation].success, base=200))
    scenario = replace(utka, catalogue=replace(utka.catalogue, operations={**operations, operation: once}))
    table = Situation(scenario, atlas)
    order = Order(operation=operation, agent=agent)
    assert refuse_set(table.view(side), [order]) == []
    table.play(*(((order,), ()) if side is Side.CENTER else ((), (order,))))
    ((_, reason),) = refuse_set(table.view(side), [order])
    assert reason.kind is ReasonKind.LIMIT
