"""How orders read: what a denunciation would cost, whom one may feed or inspect, why not, and what is told of it."""

from dataclasses import replace
from random import Random

import pytest

from game.match.draft import Draft
from game.match.wording import describe_event
from game.rules.definitions import Scenario
from game.rules.events import Change, Event, EventKind
from game.rules.geography import Atlas as Journeys
from game.rules.nouns import MOVEMENT, OLD_MAN, SYMPATHISER, Actor, Audience, Keep, OwnLoyalty, Side, Status
from game.rules.orders import Order
from game.rules.resolution import resolve_turn
from game.rules.setup import new_game
from game.rules.state import Finding, Sighting
from game.rules.view import CenterView, CircleView, view_for
from game.rules.words import Any, Interned, Lives, Meter, MeterWithin, Not, PersonIs, Unmasked
from game.ui.desk.chances import figures
from game.ui.presenters.dossiers import dossier
from game.ui.presenters.doubts import percent
from game.ui.presenters.goals import goal_words, unmasked_by
from game.ui.presenters.log import log_rows
from game.ui.presenters.map_marks import journey_mark, map_model
from game.ui.presenters.month import month_of
from game.ui.presenters.orders import OperationRow, odds_sheet, operation_rows
from game.ui.presenters.people import is_in_play
from game.ui.presenters.places import people_at
from game.ui.presenters.stakes import stakes, vetters_agree
from game.ui.presenters.targets import target_rows
from game.ui.presenters.tasks import stakes_words, task_rows
from game.ui.words import Words
from tests.playing import random_orders
from tests.rules.situations import Situation

_ = Words()
DENOUNCE = Order(operation="denounce", agent=MOVEMENT, target="zborowski")


@pytest.fixture
def table(utka: Scenario, atlas: Journeys) -> Situation:
    made = Situation(utka, atlas)
    made.state.turn = 9
    return made


def circle(table: Situation, *findings: tuple[str, int]) -> CircleView:
    """The Circle's view with findings against Zborowski, by vetter and turn."""
    view = table.view(Side.CIRCLE)
    assert isinstance(view, CircleView)
    found = (
        Finding(turn=turn, person="zborowski", vetter=vetter, guilty=True, before=2000, after=5000) for vetter, turn in findings
    )
    return replace(view, findings=tuple(found))


def row_of(table: Situation, side: Side, agent: str, operation: str) -> OperationRow:
    view = table.view(side)
    return next(row for row in operation_rows(view, Draft(view), agent, _) if row.operation == operation)


def test_what_is_sure_to_be_done_is_not_called_a_sure_success(table: Situation) -> None:
    """Whom they vet and whom they name is done for certain; what comes of it hangs on who he truly is."""
    view = circle(table)
    for order in (DENOUNCE, Order(operation="vet", agent="naville", target="zborowski")):
        assert odds_sheet(view, order, _).unsure.startswith("Not sure:")
        row = row_of(table, Side.CIRCLE, order.agent, order.operation)
        assert row.only_done and figures(row.choices[0], _, traces=False, only_done=row.only_done) == ("sure",)
    dismiss = row_of(table, Side.CIRCLE, MOVEMENT, "dismiss")
    assert not odds_sheet(view, dismiss.choices[0].order, _).unsure
    assert figures(dismiss.choices[0], _, traces=False, only_done=dismiss.only_done) == ("100%",)


def test_vetting_says_to_what_doubt_a_finding_would_lead_and_it_does(table: Situation) -> None:
    circle = table.state.circle
    circle.members["zborowski"] = replace(circle.members["zborowski"], doubt=5000)
    order = Order(operation="vet", agent="naville", target="zborowski")
    doubt, vetter = odds_sheet(table.view(Side.CIRCLE), order, _).stakes
    table.play((order,))
    (finding,) = table.state.circle.findings
    word = "against" if finding.guilty else "one for"
    assert doubt.startswith("**Doubt** 50%: ") and f"{percent(finding.after)}% after " in doubt and word in doubt
    analysis = table.view(Side.CIRCLE).bodies["naville"].skills[3]
    assert vetter == f"An honest vetter like this one finds some {25 + 10 * analysis - 4 * 3}% of moles, and 10% of the innocent."


# Two vetters agree


def test_a_denunciation_says_what_it_would_cost_now(table: Situation) -> None:
    numbers = table.scenario.catalogue.numbers.denounce
    view = circle(table)
    doubt = (view.members["zborowski"].doubt + 50) // 100
    right, wrong = odds_sheet(view, DENOUNCE, _).stakes
    assert f"({doubt}%)" in right and f"+{numbers.right}" in right
    assert f"influence \N{MINUS SIGN}{-numbers.wrong}" in wrong and "vetters" not in wrong
    agreed = circle(table, ("naville", 5), ("serge", 8))
    right, wrong = odds_sheet(agreed, DENOUNCE, _).stakes
    assert f"influence \N{MINUS SIGN}{-numbers.wrong_agreed}" in wrong and "Two vetters agree" in wrong
    assert f"\N{MINUS SIGN}{-numbers.wrong}" in wrong, "and what it would be otherwise"


def test_the_suspects_dossier_says_that_two_vetters_agree(table: Situation) -> None:
    plain = dossier(circle(table), "zborowski", _)
    assert plain is not None and plain.facts == ()
    one = dossier(circle(table, ("naville", 8)), "zborowski", _)
    assert one is not None and dict(one.facts)["Vetted"].startswith("Pierre Naville found against this person; if another")
    two = dossier(circle(table, ("naville", 5), ("serge", 8)), "zborowski", _)
    assert two is not None
    assert dict(two.facts)["Vetted"] == "two vetters agree against this person; a wrong Denounce would cost only 1 influence"


def test_the_same_vetter_twice_or_long_ago_is_no_agreement(table: Situation) -> None:
    assert vetters_agree(circle(table, ("naville", 5), ("serge", 8)), "zborowski")
    assert not vetters_agree(circle(table, ("naville", 5), ("naville", 8)), "zborowski")
    long_ago = table.state.turn - table.scenario.catalogue.numbers.denounce.agreed_turns
    assert not vetters_agree(circle(table, ("naville", long_ago), ("serge", 8)), "zborowski")


def test_what_is_shown_is_what_it_costs(table: Situation) -> None:
    """The innocent: natalia. Two findings of different vetters make the same denunciation cheaper."""
    numbers = table.scenario.catalogue.numbers.denounce
    for vetters, cost in ((("naville",), numbers.wrong), (("naville", "serge"), numbers.wrong_agreed)):
        made = Situation(table.scenario, table.atlas)
        made.state.circle.findings = tuple(
            Finding(turn=1, person="natalia", vetter=vetter, guilty=True, before=200, after=900) for vetter in vetters
        )
        view = made.view(Side.CIRCLE)
        order = replace(DENOUNCE, target="natalia")
        assert f"influence \N{MINUS SIGN}{-cost}" in odds_sheet(view, order, _).stakes[1]
        made.play((), (order,))
        change = made.told(Audience.CIRCLE, EventKind.WRONGLY_DENOUNCED)[0].changes[0]
        assert change.after - change.before == cost


# Friends who are elsewhere


def test_a_friend_who_is_elsewhere_is_of_no_use_here(table: Situation) -> None:
    agent = table.state.center.agents["jacson"]
    assert dict(agent.contacts) == {"sylvia_ageloff": 2}
    assert table.state.bodies["sylvia_ageloff"].place != table.state.bodies["jacson"].place
    assert row_of(table, Side.CENTER, "jacson", "recruit").refusal == "nobody here with rapport 2"


# Feed


def test_feed_says_why_it_may_not_be_and_names_whom_it_may(table: Situation) -> None:
    for person, file in table.state.circle.members.items():
        table.state.circle.members[person] = replace(file, doubt=500)
    row = row_of(table, Side.CIRCLE, MOVEMENT, "feed")
    assert row.refusal == "nobody is doubted 30% or more"
    table.state.circle.members["zborowski"] = replace(table.state.circle.members["zborowski"], doubt=4500)
    table.state.circle.funds = 3
    row = row_of(table, Side.CIRCLE, MOVEMENT, "feed")
    assert row.open and [choice.order.target for choice in row.choices] == ["zborowski"]
    assert row.note == "1 fund · M.\u00a0Zborowski"
    table.play((), (Order(operation="feed", agent=MOVEMENT, target="zborowski"),))
    month = month_of(table.view(Side.CIRCLE), table.told(Audience.CIRCLE, EventKind.SUCCEEDED), 9, _)
    assert month.telegrams[0].title == "Feed: done" and month.telegrams[0].caption == "The movement"
    assert "Mark Zborowski has been told what was meant to be heard" in month.telegrams[0].text


# Inspect


def test_inspect_says_who_may_and_whom(table: Situation) -> None:
    table.agent("siqueiros", post="illegal")
    table.put("siqueiros", skills=(1, 1, 1, 1, 1))
    assert row_of(table, Side.CENTER, "siqueiros", "inspect").refusal == "only a legal officer, or with analysis 3"
    table.put("siqueiros", skills=(1, 1, 1, 3, 1), place="amsterdam")
    assert row_of(table, Side.CENTER, "siqueiros", "inspect").refusal == "no other of ours in this country"


@pytest.mark.parametrize(("side", "agent"), [(Side.CIRCLE, "naville"), (Side.CENTER, "siqueiros")])
def test_an_order_keeps_its_key_while_others_close(table: Situation, side: Side, agent: str) -> None:
    def rows() -> list[OperationRow]:
        view = table.view(side)
        return list(operation_rows(view, Draft(view), agent, _))

    purse = table.state.circle if side is Side.CIRCLE else table.state.center
    purse.funds = 20
    rich = rows()
    purse.funds = 0
    poor = rows()
    assert [row.operation for row in rich] != [row.operation for row in poor], "the open ones come first"
    assert {row.operation: row.key for row in rich} == {row.operation: row.key for row in poor}
    assert len({row.key for row in rich}) == len(rich), "each has a key of its own"
    assert all(len(row.key) == 1 for row in rich), "so that the rows have room to show them"


def test_a_strike_that_can_be_given_stands_before_all_other_orders(table: Situation) -> None:
    def order_of_rows() -> list[str]:
        view = table.view(Side.CENTER)
        return [row.operation for row in operation_rows(view, Draft(view), "siqueiros", _)]

    assert order_of_rows()[0] != "raid", "it is not prepared"
    table.put("siqueiros", place=table.state.circle.seat)
    table.state.center.seat = table.state.circle.seat
    table.state.center.track, table.state.center.preparation = 10, 5
    assert order_of_rows()[0] == "raid"


def test_a_recruit_is_told_to_be_no_officer_and_why_he_cannot_strike(table: Situation) -> None:
    table.state.center.seat, table.state.center.track, table.state.center.preparation = table.state.circle.seat, 10, 5
    table.make_mole("schussler")
    table.let_in("jacson")
    row = row_of(table, Side.CENTER, "schussler", "lone_hand")
    assert row.refusal == "only for an officer"
    assert not row_of(table, Side.CENTER, "jacson", "lone_hand").refusal
    view = table.view(Side.CENTER)
    recruit, sent = dossier(view, "schussler", _), dossier(view, "jacson", _)
    assert recruit is not None and ("Post", "agent, no officer") in recruit.facts
    assert sent is not None and "Post" not in dict(sent.facts)


def test_a_target_among_ones_own_says_how_much_he_is_doubted(table: Situation) -> None:
    table.state.circle.members["estrin"] = replace(table.state.circle.members["estrin"], doubt=3456)
    row = row_of(table, Side.CIRCLE, "movement", "denounce")
    targets = target_rows(table.view(Side.CIRCLE), row.choices, _)
    assert {each.target: each.note for each in targets}["estrin"] == "doubt 35% · Paris"
    ranked = [each.target for each in targets]
    assert ranked.index("estrin") < ranked.index("cannon"), "of equal chances whoever is doubted most comes first"


def test_of_equals_the_nearest_come_first_and_ones_own_last(table: Situation) -> None:
    view, row = table.view(Side.CENTER), row_of(table, Side.CENTER, "eitingon", "forge")
    assert isinstance(view, CenterView)
    ranked = [each.target for each in target_rows(view, row.choices, _) if not each.refusal]
    theirs = [view.sightings[person].access for person in ranked if person not in view.agents]
    assert theirs == sorted(theirs) and len(set(theirs)) > 1
    assert all(person in view.agents for person in ranked[len(theirs) :])


def test_who_is_to_be_trusted_more_is_sought_among_the_least_doubted(table: Situation) -> None:
    row = row_of(table, Side.CIRCLE, "movement", "admit")
    first = target_rows(table.view(Side.CIRCLE), row.choices, _)[0].target
    table.state.circle.members[first] = replace(table.state.circle.members[first], doubt=9000)
    assert [each.target for each in target_rows(table.view(Side.CIRCLE), row.choices, _) if not each.refusal][-1] == first


def test_whom_another_vets_already_is_named_last_and_by_whom(table: Situation) -> None:
    view = table.view(Side.CIRCLE)
    row = row_of(table, Side.CIRCLE, "naville", "vet")
    first = target_rows(view, row.choices, _)[0]
    given = Order(operation="vet", agent="estrin", target=first.target)
    last = [each for each in target_rows(view, row.choices, _, (given,)) if each.choice][-1]
    assert last.target == first.target and last.refusal == f"{view.name(given.agent)} has that order"


def test_whoever_cannot_be_vetted_now_is_named_with_the_reason(table: Situation) -> None:
    table.put("naville", place="paris")
    table.put("estrin", place="paris")
    table.state.circle.members["estrin"] = replace(table.state.circle.members["estrin"], vetted=table.state.turn - 1)
    table.put("zborowski", place="paris", status=Status.IN_TRANSIT, destination="new_york", arrives=table.state.turn + 1)
    view, row = table.view(Side.CIRCLE), row_of(table, Side.CIRCLE, "naville", "vet")
    rows = {each.target: each for each in target_rows(view, row.choices, _)}
    possible = {person for person, body in view.bodies.items() if body.access <= SYMPATHISER and is_in_play(body)}
    assert set(rows) == possible - {"naville"}, "nobody is left out in silence"
    assert rows["estrin"].refusal == "vetted not long ago" and rows["zborowski"].refusal == "travelling"
    away = view.catalogue.places[view.bodies["cannon"].place].name
    assert rows["cannon"].refusal == f"not here, but in {away}" and rows["cannon"].shorter == f"in {away}"
    assert {each.target for each in rows.values() if not each.refusal} == {choice.order.target for choice in row.choices}
    assert [bool(each.refusal) for each in rows.values()] == sorted(bool(each.refusal) for each in rows.values())


def test_one_of_ours_is_called_so_where_others_are_to_be_named(table: Situation) -> None:
    row = row_of(table, Side.CENTER, "eitingon", "forge")
    notes = {each.target: each.note for each in target_rows(table.view(Side.CENTER), row.choices, _)}
    assert (notes["zborowski"], notes["estrin"]) == ("ours · Paris", "Paris")


def test_a_journey_says_what_is_at_its_end_and_begins_with_the_house(table: Situation) -> None:
    view, row = table.view(Side.CENTER), row_of(table, Side.CENTER, "jacson", "travel")
    targets = target_rows(view, row.choices, _)
    house, friend = targets[0], targets[1]
    assert (house.target, house.note, house.shorter) == (view.seat, "9 days · the Old Man", "the Old Man")
    assert friend.note.endswith(" · S.\u00a0Ageloff"), "then where the agent has a friend"
    assert house.tip.startswith("9 days · Mexico · house of exile, archive\nThere: ") and " more" in house.tip
    people = [len(people_at(view, each.target, _)) for each in targets if "·" not in each.note or "people" in each.note]
    assert people == sorted(people, reverse=True), "then where most people are, and empty places last"


def test_whom_one_meets_is_told_by_ring_and_rapport_and_not_by_where_one_is(table: Situation) -> None:
    table.agent("jacson", contacts=(("estrin", 1),))
    row = row_of(table, Side.CENTER, "jacson", "cultivate")
    notes = {each.target: each.note for each in target_rows(table.view(Side.CENTER), row.choices, _)}
    assert notes["estrin"] == "organisation · rapport 1" and notes["naville"] == "organisation"


def test_a_sheet_says_how_many_of_ones_own_papers_name_somebody(table: Situation) -> None:
    view = table.view(Side.CENTER)
    assert isinstance(view, CenterView)
    for person in ("naville", "jacson"):
        for papers, words in ((0, None), (1, "1 forged paper"), (2, "2 forged papers")):
            sheet = dossier(replace(view, papers={person: papers} if papers else {}), person, _)
            assert sheet is not None and dict(sheet.facts).get("Named by") == words


def test_loyalty_is_unknown_until_inspected_where_it_is_hidden(table: Situation) -> None:
    table.put("siqueiros", skills=(1, 1, 1, 3, 1))
    table.agent("antonio_pujol", loyalty="unknown")
    table.state.secret.loyalty["antonio_pujol"] = 5
    table.put("antonio_pujol", place=table.state.bodies["siqueiros"].place)
    view = table.view(Side.CENTER)
    assert isinstance(view, CenterView)
    sheet = dossier(view, "antonio_pujol", _)
    assert sheet is not None and dict(sheet.facts)["Loyalty"] == "unknown, not inspected"
    row = row_of(table, Side.CENTER, "siqueiros", "inspect")
    notes = {each.target: each.note for each in target_rows(view, row.choices, _)}
    assert notes["antonio_pujol"].startswith("unknown · ")
    table.play((Order(operation="inspect", agent="siqueiros", target="antonio_pujol"),))
    event = table.told(Audience.CENTER, EventKind.SUCCEEDED)[0]
    view = table.view(Side.CENTER)
    change = month_of(view, [event], 9, _).telegrams[0].rows[0]
    assert (change.words, change.before, change.after, change.note) == ("Loyalty of Antonio Pujol", "unknown", "steady", "")
    assert log_rows(view, [event], 0, _)[0].note == "loyalty of Antonio Pujol: steady"
    sheet = dossier(view, "antonio_pujol", _)
    assert sheet is not None and dict(sheet.facts)["Loyalty"] == "steady"


def test_own_loyalty_can_be_hidden_by_a_scenario(utka: Scenario, atlas: Journeys) -> None:
    hidden = replace(utka, catalogue=replace(utka.catalogue, own_loyalty=OwnLoyalty.HIDDEN))
    view = Situation(hidden, atlas).view(Side.CENTER)
    assert isinstance(view, CenterView)
    for agent in view.agents:
        sheet = dossier(view, agent, _)
        assert sheet is not None and dict(sheet.facts)["Loyalty"] == "unknown, not inspected"


# Every word has a name


@pytest.mark.parametrize("side", list(Side))
def test_no_reason_and_no_refusal_is_a_bare_id(table: Situation, side: Side) -> None:
    """Everything that the operations look at and need has words of its own."""
    table.state.center.track, table.state.center.preparation, table.state.center.hearsay = 7, 3, 2
    table.state.center.seat, table.state.center.keeps_seen = table.state.circle.seat, Keep.GATE
    view = table.view(side)
    for agent in (*view.bodies, MOVEMENT):
        for row in operation_rows(view, Draft(view), agent, _):
            assert "_" not in row.refusal and row.refusal != "not possible here", (row.operation, row.refusal)
            for choice in row.choices[:3]:
                for reason in odds_sheet(view, choice.order, _).success_rows:
                    assert "_" not in reason.words


def test_what_a_side_may_order_once_is_closed_to_the_others_when_it_is_ordered(table: Situation) -> None:
    view = table.view(Side.CENTER)
    draft = Draft(view)

    def smear(agent: str) -> OperationRow:
        return next(row for row in operation_rows(view, draft, agent, _) if row.operation == "smear")

    first, other = [agent for agent in view.bodies if smear(agent).open][:2]
    assert draft.give(smear(first).choices[0].order) is None
    assert smear(first).open and smear(other).refusal == "ordered already"


# A new house, and who may be asked for one


def test_moving_says_how_strong_either_house_is_and_is_no_telegram_from_the_new_one(table: Situation) -> None:
    view = table.view(Side.CIRCLE)
    assert isinstance(view, CircleView)
    house = next(id_ for id_ in view.security if id_ != view.seat)
    order = Order(operation="relocate", agent=OLD_MAN, target=house)
    now, most = view.security[house], view.catalogue.places[house].security_cap
    said = odds_sheet(view, order, _).stakes
    assert f"security {now} of {most} there" in said[0] and "influence \N{MINUS SIGN}1 a turn" in said[1]
    left = Event(EventKind.SUCCEEDED, Audience.CIRCLE, 9, "move", "relocate", subject=OLD_MAN, other=house)
    (telegram,) = month_of(view, [left], 9, _).telegrams
    assert (telegram.place, telegram.origin) == (house, "")


def test_moving_without_a_section_says_so(table: Situation) -> None:
    circle = table.state.circle
    circle.funds, circle.sections = 20, {}
    assert row_of(table, Side.CIRCLE, OLD_MAN, "relocate").refusal == "no section there"


def test_of_a_country_it_is_said_what_it_has_granted(table: Situation) -> None:
    table.state.circle.funds = 20
    row = row_of(table, Side.CIRCLE, "naville", "petition")
    assert row.note.endswith(" countries")
    host = table.state.public.asylum
    other = next(one.order.target for one in row.choices if one.order.target != host)
    table.state.circle.visas = (other,)
    notes = {each.target: each.note for each in target_rows(table.view(Side.CIRCLE), row.choices, _)}
    assert notes[host].endswith(" · gives asylum") and notes[other].endswith(" · visa granted")


# What is told of it


def test_an_order_that_fell_with_its_agent_is_read_after_what_befell_him(table: Situation) -> None:
    told = (
        Event(EventKind.KILLED, Audience.CIRCLE, 9, "violence", subject="estrin", place="paris"),
        Event(EventKind.LAPSED, Audience.CIRCLE, 9, "decisions", "petition", subject="estrin", text="not_free"),
    )
    titles = [each.title for each in month_of(table.view(Side.CIRCLE), told, 9, _).telegrams]
    assert titles == ["A death", "Petition: not carried out"]


def test_what_news_brought_about_is_read_after_the_news(table: Situation) -> None:
    told = (
        Event(EventKind.TOLD, Audience.CIRCLE, 9, "dispatches", "decree", text="The permission is withdrawn."),
        Event(EventKind.GONE, Audience.CIRCLE, 9, "dispatches", subject="estrin", place="paris"),
        Event(EventKind.ARRIVED, Audience.CIRCLE, 9, "dispatches", subject="naville", place="paris"),
    )
    titles = [each.title for each in month_of(table.view(Side.CIRCLE), told, 8, _).telegrams]
    assert titles == ["Arrivals", "The world", "Gone"]


def test_an_order_whose_need_failed_says_which_where_there_are_words_for_it(table: Situation) -> None:
    lapsed = Event(EventKind.LAPSED, Audience.CENTER, 9, "violence", "prepare", subject="siqueiros")
    reasons = ("needs.at_seat", "needs.reachable")
    told = [describe_event(replace(lapsed, text=text), table.scenario.catalogue, str) for text in reasons]
    assert told[0].endswith("He had left that house.") and told[1].endswith("Things were no longer as they had been.")


def test_a_number_of_a_place_is_told_with_its_place(table: Situation) -> None:
    moved = (Change(what="tolerance", before=1, after=0, of="mexico"), Change(what="paranoia", before=0, after=0))
    news = Event(EventKind.TOLD, Audience.CENTER, 9, text="News.", changes=moved)
    assert [row.note for row in log_rows(table.view(Side.CENTER), [news], 0, _)] == ["tolerance (Mexico) from 1 to 0"]


def test_what_is_seen_and_what_is_reported_says_what_it_adds_to_the_track(table: Situation) -> None:
    table.make_mole("zborowski")
    table.put("zborowski", place=table.state.circle.seat, access=2)
    before = table.state.center.track
    table.play()
    told = [change for event in table.told(Audience.CENTER, EventKind.REPORTED) for change in event.changes]
    assert sum(change.after - change.before for change in told) == table.state.center.track - before > 0


# What is asked


def test_a_task_says_what_is_counted_and_how_far_it_is(table: Situation) -> None:
    asked = {row.title: row.asked for row in task_rows(table.view(Side.CENTER), _)}
    assert asked["A smaller voice"] == f"On the day: his influence at most 12, now\u00a0{table.state.public.influence}"
    assert asked["No names"] == "On the day: at most 2 of our people unmasked"
    asked = {row.title: row.asked for row in task_rows(table.view(Side.CIRCLE), _)}
    assert asked["Five sections"] == "Asked: at least 5 sections of his movement, now\u00a04"


@pytest.mark.parametrize("audience", [Audience.CENTER, Audience.CIRCLE])
def test_either_side_can_count_whom_it_was_told_to_be_unmasked(utka: Scenario, atlas: Journeys, audience: Audience) -> None:
    most = 0
    for seed in range(6):
        chance, history = Random(seed), list[Event]()
        state, _events = new_game(utka, atlas, seed)
        while not state.is_over():
            orders = {side: random_orders(view_for(utka, atlas, state, side), chance) for side in Side}
            state, events = resolve_turn(utka, atlas, state, orders)
            history += [event for event in events if event.audience is audience]
            assert unmasked_by(history) == state.secret.exposed
        most = max(most, state.secret.exposed)
    assert most > 1


def test_an_aim_to_unmask_says_how_many_have_been(table: Situation) -> None:
    asked = {row.title: row.asked for row in task_rows(table.view(Side.CENTER), _, 1)}
    assert asked["No names"] == "On the day: at most 2 of our people unmasked, now\u00a01"


def test_it_is_told_what_hangs_on_a_task(table: Situation) -> None:
    paid, lost = "paranoia \N{MINUS SIGN}2, funds +2", "paranoia +2"
    assert stakes_words(table.view(Side.CENTER), _) == f"Met in time: {paid}. Missed: {lost}."
    paid, lost = "his influence +2, funds +2", "his influence \N{MINUS SIGN}1"
    assert stakes_words(table.view(Side.CIRCLE), _) == f"Met in time: {paid}. Missed: {lost}."


def test_of_some_people_of_whom_one_is_enough_the_names_come_first(table: Situation) -> None:
    view = table.view(Side.CIRCLE)
    dead = [PersonIs(person=person, is_=Status.DEAD) for person in ("hansen", "cannon", "natalia")]
    assert goal_words(view, Any(any_=tuple(dead)), _) == "Joseph Hansen, James P. Cannon or Natalia Sedova is dead"
    assert goal_words(view, Not(not_=Any(any_=tuple(dead[:2]))), _) == "Joseph Hansen is alive, and James P. Cannon is alive"


def test_an_order_says_of_whom_it_may_not_find_any_more(table: Situation) -> None:
    order = Order(operation="cultivate", agent="eitingon", target="cannon")
    table.state.turn = 5
    for seen, said in ((4, False), (3, True)):
        table.state.center.sightings["cannon"] = Sighting(id="cannon", place="paris", access=2, turn=seen)
        assert bool(stakes(table.view(Side.CENTER), order, _)) is said
    assert "October 1939" in stakes(table.view(Side.CENTER), order, _)[0]
    assert not stakes(table.view(Side.CENTER), replace(order, operation="forge"), _), "a paper finds him wherever he is"


def test_whoever_looks_about_elsewhere_than_at_the_known_house_is_told_how_little_that_tells(table: Situation) -> None:
    """It is said from what the Center believes, wherever he truly lives."""
    view = table.view(Side.CENTER)
    assert isinstance(view, CenterView)
    agent = next(agent for agent, body in view.bodies.items() if body.place)
    order, here = Order(operation="surveil", agent=agent), view.bodies[agent].place
    elsewhere = next(id_ for id_, area in view.catalogue.areas.items() if area != view.catalogue.areas[here])
    assert not stakes(replace(view, seat=here), order, _)
    (told,) = stakes(replace(view, seat=elsewhere), order, _)
    assert view.catalogue.places[elsewhere].name in told and "only who is there" in told
    (open_,) = stakes(replace(view, seat=""), order, _)
    assert "Not known" in open_ and not any(place.name in open_ for place in view.catalogue.places.values())


def test_a_goal_says_where_he_lives(table: Situation) -> None:
    view = table.view(Side.CENTER)
    assert goal_words(view, Lives(lives="usa"), _) == "he lives in the United States"
    assert (
        goal_words(view, Not(not_=Lives(lives="coyoacan")), _) == f"he does not live at {view.catalogue.places['coyoacan'].name}"
    )
    assert goal_words(view, Interned(interned=False), _) == goal_words(view, Not(not_=Interned(interned=True)), _)


def test_a_goal_that_is_denied_has_its_bounds_turned_round(table: Situation) -> None:
    view = table.view(Side.CIRCLE)
    low = MeterWithin(meter=Meter.INFLUENCE, at_most=3)
    assert goal_words(view, Not(not_=low), _).startswith("his influence at least 4")
    either = Any(any_=(Unmasked(unmasked=1), Unmasked(unmasked=4)))
    neither = "none of Moscow’s people unmasked, and at most 3 of Moscow’s people unmasked"
    assert goal_words(view, Not(not_=either), _) == neither


def test_a_journey_says_how_long_it_is_and_when_it_ends(table: Situation) -> None:
    view = table.view(Side.CENTER)
    order = Order(operation="travel", agent="jacson", target=view.seat)
    assert odds_sheet(view, order, _).journey == "9 days, there by May 1940"
    last = replace(view, turn=view.catalogue.turns)
    assert odds_sheet(last, order, _).journey == "9 days, and not before the end of it all"
    assert odds_sheet(view, Order(operation="surveil", agent="jacson"), _).journey == ""


def test_a_journey_that_is_aimed_anew_is_drawn_once(table: Situation) -> None:
    view = table.view(Side.CENTER)
    first, second = (Order(operation="travel", agent="jacson", target=place) for place in ("new_york", view.seat))
    draft = Draft(view, (first,))
    model = map_model(view, draft, _, aimed=second)
    assert model.journeys == (journey_mark(view, second, _),)


def test_little_doubt_is_not_shown_as_none() -> None:
    assert [percent(hundredths) for hundredths in (0, 1, 15, 49, 50, 149, 150, 9700)] == [0, 1, 1, 1, 1, 1, 2, 97]


def test_the_orders_of_the_movement_can_be_told_apart_by_their_signs(utka: Scenario) -> None:
    """They stand beneath one another, and one lets in whom another puts out."""
    icons = [operation.icon for operation in utka.catalogue.operations.values() if operation.actor is Actor.MOVEMENT]
    assert len(icons) > 2 and len(set(icons)) == len(icons)
