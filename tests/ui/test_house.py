"""Gate or walls, what Moscow was told of the house, the line under which a strike is called off: in words, by mouse, by keys."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pygame
import pytest

from game.match.draft import Draft
from game.match.wording import describe_event
from game.rules.definitions import Catalogue, Scenario
from game.rules.events import Change, Event, EventKind
from game.rules.geography import Atlas as Journeys
from game.rules.legality import choice_for
from game.rules.nouns import HOUSE, MOVEMENT, OLD_MAN, Audience, Keep, Side, Status
from game.rules.odds import Odds, Share
from game.rules.orders import Order
from game.rules.verdicts import score_survival
from game.rules.view import CenterView, CircleView
from game.rules.words import Stat, Whom
from game.scenario import load
from game.ui.desk.household import order_keep
from game.ui.presenters.dossiers import dossier
from game.ui.presenters.house import house_facts, house_notes
from game.ui.presenters.household import household_sheet, keep_row, on_guard
from game.ui.presenters.log import log_rows
from game.ui.presenters.meters import decisive_influence, meter_rows
from game.ui.presenters.month import month_of
from game.ui.presenters.new_game import Seating, briefing_sheet
from game.ui.presenters.orders import odds_sheet, operation_rows
from game.ui.presenters.people import cards, order_note
from game.ui.presenters.places import place_sheet
from game.ui.presenters.stakes import proposed_line, with_line
from game.ui.words import Words
from tests.rules.situations import Situation
from tests.ui.desks import Desk

_ = Words()
RAID = Order(operation="raid", agent="siqueiros")


@pytest.fixture
def table(utka: Scenario, atlas: Journeys) -> Situation:
    made = Situation(utka, atlas)
    center = made.state.center
    center.track, center.preparation, center.funds, center.seat = 7, 3, 9, made.state.circle.seat
    return made


def circle(table: Situation) -> CircleView:
    view = table.view(Side.CIRCLE)
    assert isinstance(view, CircleView)
    return view


def center(table: Situation) -> CenterView:
    view = table.view(Side.CENTER)
    assert isinstance(view, CenterView)
    return view


def told_from_inside(table: Situation, keep: Keep = Keep.WALLS, turn: int = 1) -> None:
    part = table.state.center
    part.guards_seen, part.security_seen, part.keeps_seen, part.hearsay = 3, 4, keep, 4
    part.guards_turn = part.keeps_turn = turn


# The household's switch


def test_what_is_kept_already_needs_no_order_and_the_other_is_free(table: Situation) -> None:
    view = circle(table)
    draft = Draft(view)
    row = keep_row(view, draft, _)
    assert row is not None and row.now is row.wanted is Keep.GATE and not row.ordered
    order_keep(draft, Keep.GATE)
    assert draft.orders == ()
    order_keep(draft, Keep.WALLS)
    assert draft.orders == (Order(operation="keep_walls", agent=HOUSE),)
    assert draft.signals_left == view.signals and draft.funds_left == view.funds
    row = keep_row(view, draft, _)
    assert row is not None and row.ordered and row.wanted is Keep.WALLS and row.options[row.chosen].words == "the walls"
    order_keep(draft, Keep.WALLS)
    assert len(draft.orders) == 1
    order_keep(draft, Keep.GATE)
    assert draft.orders == ()
    draft.undo()
    assert len(draft.orders) == 1


def test_what_was_ordered_is_kept_from_then_on(table: Situation) -> None:
    table.play((), (Order(operation="keep_walls", agent=HOUSE),))
    row = keep_row(circle(table), Draft(circle(table)), _)
    assert row is not None and row.now is Keep.WALLS and not row.ordered
    told = [describe_event(event, table.scenario.catalogue, str) for event in table.told(Audience.CIRCLE, EventKind.SUCCEEDED)]
    assert told == ["From now on the household watches the walls."]


def test_the_tip_counts_this_turns_guards_for_both_posts(table: Situation) -> None:
    view = circle(table)
    people, count = on_guard(view, Draft(view))
    numbers = view.catalogue.numbers.guards
    row = keep_row(view, Draft(view), _)
    assert row is not None and count == min(numbers.most, count) and row.note == f"{len(people)} stand guard"
    assert f"for {count * numbers.at_their_post // 100} against one who strikes alone" in row.tip
    assert f"for {count * numbers.at_the_other // 100} against a party" in row.tip
    assert "Kept now, until you change it: the gate" in row.tip


def test_who_works_or_is_away_stands_no_guard(table: Situation) -> None:
    everybody = on_guard(circle(table), Draft(circle(table)))[0]
    draft = Draft(circle(table))
    assert draft.give(Order(operation="watch", agent=everybody[0])) is None
    assert on_guard(circle(table), draft)[0] == everybody[1:]
    table.put(everybody[1], status=Status.ARRESTED)
    assert everybody[1] not in on_guard(circle(table), Draft(circle(table)))[0]
    assert on_guard(replace(circle(table), moving_to="taxco"), draft) == ((), 0)


def test_an_order_says_whom_it_leaves_on_guard(table: Situation) -> None:
    view = circle(table)
    everybody = on_guard(view, Draft(view))[0]

    def said(order: Order, *others: Order) -> list[str]:
        return [words for words in odds_sheet(view, order, _, others).stakes if words.startswith("**Guard:**")]

    watching = [Order(operation="watch", agent=person) for person in everybody]
    who = f"**Guard:** {view.name(everybody[0])} stands no guard this turn, which leaves"
    name = view.name(everybody[0])
    assert said(watching[0]) == [f"{who} {len(everybody) - 1} at the gate."]
    assert said(watching[0], *watching) == [f"{who} nobody at the gate."], "his own order is the same one"
    walls = Order(operation="keep_walls", agent=HOUSE)
    assert said(watching[0], walls, watching[1]) == [f"{who} {len(everybody) - 2} at the walls."]
    away = next(id_ for id_, body in view.bodies.items() if id_ not in everybody)
    assert said(Order(operation="watch", agent=away)) == []
    for operation in ("dismiss", "denounce"):
        left = f"{len(everybody) - 1} of the household can stand guard."
        assert said(Order(operation=operation, agent=MOVEMENT, target=everybody[0])) == [f"**Guard:** without {name}, {left}"]
    assert said(Order(operation="admit", agent=MOVEMENT, target=away)) == []


def test_a_scenario_without_gate_and_walls_shows_no_switch(table: Situation) -> None:
    view = circle(table)
    others = {id_: each for id_, each in view.catalogue.operations.items() if id_ not in ("keep_gate", "keep_walls")}
    bare = replace(view, catalogue=replace(view.catalogue, operations=others))
    assert keep_row(bare, Draft(bare), _) is None
    assert [name for name, _words in house_facts(bare, _)] == ["Security"]


def test_the_center_has_no_switch(table: Situation) -> None:
    assert keep_row(center(table), Draft(center(table)), _) is None


def test_the_household_has_a_sheet_and_no_card(table: Situation) -> None:
    view = circle(table)
    draft = Draft(view)
    order_keep(draft, Keep.WALLS)
    sheet = household_sheet(view, draft, _)
    facts = dict(sheet.facts)
    assert sheet.name == "The household" and view.name("natalia") in facts["On guard"]
    assert facts["Keeps"] == "Until now the gate. From this turn on the walls."
    rows = operation_rows(view, draft, HOUSE, _)
    assert [(row.name, row.open) for row in rows] == [("Keep the walls", True), ("Keep the gate", False)]
    assert rows[1].refusal == "the gate is kept already"
    assert HOUSE not in [card.id for card in cards(view, draft, _)]


@pytest.mark.parametrize("chosen", ("mouse", "key", "arrows"))
def test_gate_or_walls_on_the_desk(open_desk: Callable[..., Desk], chosen: str) -> None:
    desk = open_desk(Side.CIRCLE)
    drive = desk.driver

    def change(index: int, arrow: str) -> None:
        if chosen == "mouse":
            drive.click(f"keep.{index}")
        elif chosen == "key":
            drive.key("k", "k")
        else:
            attention = drive.app.stack.top.attention
            attention.focus, attention.focus_shown = "keep", True
            drive.key(arrow)

    change(1, "right")
    assert desk.draft.orders == (Order(operation="keep_walls", agent=HOUSE),)
    assert "until now the gate" in drive.words()
    change(0, "left")
    assert desk.draft.orders == ()
    drive.key("z", mod=pygame.KMOD_CTRL)
    assert len(desk.draft.orders) == 1, "undo brings it back"


def test_the_household_is_opened_from_its_paper(open_desk: Callable[..., Desk]) -> None:
    drive = open_desk(Side.CIRCLE).driver
    drive.click("house")
    assert drive.has("sheet.house") or "those who live with him" in drive.words()
    drive.click("house")
    assert "those who live with him" not in drive.words()


def test_sealing_with_the_households_order_alone_asks_first(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(Side.CIRCLE)
    desk.driver.key("k", "k")
    desk.driver.key("s", "s")
    assert desk.sealed == 0 and "No signal has been used" in desk.driver.words()
    desk.driver.key("return")
    assert desk.sealed == 1


def test_the_centers_desk_says_nothing_of_a_switch(open_desk: Callable[..., Desk]) -> None:
    drive = open_desk(Side.CENTER).driver
    assert not drive.has("keep") and not drive.has("house")
    drive.key("k", "k")
    assert "The household keeps" not in drive.words()


# What the Center was told


def test_the_house_is_told_with_date_and_source(table: Situation) -> None:
    table.state.turn = 3
    never = dict(house_facts(center(table), _))
    assert never["Guards"] == "never counted" and "not known" in never["Household"] and "Hearsay" not in never
    told_from_inside(table, turn=2)
    told = dict(house_facts(center(table), _))
    assert told["Guards"] == "3, told from inside, Sep 1939"
    assert told["Household"] == "kept the walls, told from inside, Sep 1939; may have changed since"
    assert told["Hearsay"] == "4 of 7 of the track rest on reports alone"
    one = replace(center(table), hearsay=1)
    assert dict(house_facts(one, _))["Hearsay"] == "1 of 7 of the track rests on reports alone"
    table.state.center.guards_turn = 3
    seen = dict(house_facts(center(table), _))
    assert seen["Guards"] == "3, seen, Oct 1939"
    assert "Sep 1939" in seen["Household"], "one's own eyes count guards; only a mole tells of gate and walls"


def test_surveillance_does_not_make_old_news_of_the_gate_look_new(table: Situation) -> None:
    told_from_inside(table)
    table.state.turn = 4
    table.seeds_until(
        lambda made: bool(made.told(Audience.CENTER, EventKind.SURVEYED)),
        lambda made: made.play((Order(operation="surveil", agent="siqueiros"),)),
    )
    table.play((Order(operation="surveil", agent="siqueiros"),))
    assert table.state.center.keeps_turn == 1


def test_the_house_stands_on_its_place_and_in_the_old_mans_file(table: Situation) -> None:
    told_from_inside(table)
    view = center(table)
    facts = house_facts(view, _)
    sheet = dossier(view, OLD_MAN, _)
    assert sheet is not None and sheet.facts == facts and place_sheet(view, view.seat, _).house == facts
    assert place_sheet(view, "paris", _).house == ()
    lost = dossier(replace(view, seat=""), OLD_MAN, _)
    assert lost is not None and lost.where == "not located" and lost.facts == ()


def test_a_raid_shows_what_is_not_known_as_a_range_with_the_last_news(table: Situation) -> None:
    told_from_inside(table)
    view = center(table)
    rows = {row.words: row for row in odds_sheet(view, RAID, _).success_rows}
    walls = rows["Guards on the walls, unknown"]
    assert (walls.low, walls.high) == (-40, 0)
    assert walls.note == "told Aug 1939: 3 guards, the walls"
    false = rows["Track perhaps false"]
    assert (false.low, false.high) == (-40, 0) and false.note == "4 of 7 of the track rest on reports alone"
    assert "Track perhaps false" not in {row.words for row in odds_sheet(replace(view, hearsay=0), RAID, _).success_rows}


def test_a_step_into_the_household_shows_that_the_gate_may_be_kept(table: Situation) -> None:
    told_from_inside(table, Keep.GATE)
    table.make_mole("hansen")
    table.put("hansen", place="coyoacan", access=2)
    table.agent("hansen", contacts=(("natalia", 3),))
    sheet = odds_sheet(center(table), Order(operation="infiltrate", agent="hansen", target="natalia"), _)
    row = next(row for row in sheet.success_rows if row.words == "Perhaps the gate is kept")
    assert (row.low, row.high) == (-5, 0) and row.note == "told Aug 1939: the gate"


def test_what_was_seen_later_is_noted_apart_from_what_was_told(table: Situation) -> None:
    told_from_inside(table)
    table.state.turn = table.state.center.guards_turn = 3
    notes = house_notes(center(table), _)
    assert notes[Stat.GUARDS_AT_GATE] == "seen Oct 1939: 3 guards; told Aug 1939: the walls"
    assert notes[Stat.SECURITY] == "seen Oct 1939: 4"


def test_a_strike_says_that_traces_are_certain(table: Situation) -> None:
    assert odds_sheet(center(table), RAID, _).stakes == ("Traces are certain.",)


def test_notes_are_the_centers_alone(table: Situation) -> None:
    assert house_notes(circle(table), _) == {}
    assert house_notes(center(table), _).get(Stat.GUARDS) is None


def test_the_track_meter_marks_what_rests_on_hearsay(table: Situation, open_desk: Callable[..., Desk]) -> None:
    told_from_inside(table)
    view = center(table)
    row = next(row for row in meter_rows(view, Draft(view), _) if row.kind == "track")
    assert row.value == 7 and row.unsure == 4
    assert "4 of 7" in row.tip and "surveils the seat finds out" in row.tip
    wide = open_desk(Side.CENTER, table.state).driver
    narrow = open_desk(Side.CENTER, table.state, size=(1024, 640), text_size=200).driver
    assert "7" in [text.text for text in wide.canvas.texts]
    assert "7?" in [text.text for text in narrow.canvas.texts], "figures alone say it with a question mark"
    plain = replace(view, hearsay=0)
    assert "Hearsay" not in next(row for row in meter_rows(plain, Draft(plain), _) if row.kind == "track").tip


def test_news_that_was_false_is_told_as_such(table: Situation) -> None:
    view = center(table)
    event = Event(
        kind=EventKind.SAW_THROUGH, audience=Audience.CENTER, turn=1, phase="intelligence", number=3,
        changes=(Change(what="track", before=7, after=4),),
    )  # fmt: skip
    month = month_of(view, [event], 1, _)
    assert month.telegrams[0].title == "False news" and month.telegrams[0].rows[0].after == "4"
    row = log_rows(view, [event], 0, _)[0]
    assert row.kind == "notices" and row.note == "track from 7 to 4" and "does not agree" in row.words


# The call-off line


def test_a_line_is_proposed_a_little_under_the_middle(table: Situation) -> None:
    view = center(table)
    unknown = Share(Stat.SECURITY, Whom.SEAT, (0, 10), (-40, 0))
    false = Share(Stat.FALSE_TRACK, Whom.AGENT, (0, 1), (-40, 0))
    assert proposed_line(view, Odds(60, (unknown,), 20, 60)) == 30
    assert proposed_line(view, Odds(60, (unknown, false), 5, 60)) == 30, "on the spot nobody tells what is false"
    assert proposed_line(view, Odds(12, (unknown,), 5, 12)) == 0
    assert proposed_line(view, Odds(50, (false,), 10, 50)) == 0, "where all is known there is nothing to find out"
    last = replace(view, turn=view.catalogue.turns)
    assert proposed_line(last, Odds(60, (unknown,), 20, 60)) == 0, "no other turn is left"
    assert [with_line(RAID, line).call_off for line in (-5, 45, 100)] == [0, 45, 95]


def raiding(open_desk: Callable[..., Desk], table: Situation, **window: object) -> Desk:
    desk = open_desk(Side.CENTER, table.state, **window)
    desk.screen.choose("siqueiros")
    desk.driver.draw()
    open_raid(desk)
    return desk


def open_raid(desk: Desk) -> None:
    """By its number: the row may lie further down than can be seen."""
    number = desk.driver.area("order.raid").key
    assert number is not None
    desk.driver.key(number, number)


@pytest.mark.parametrize("by_keys", (True, False))
def test_the_line_is_set_in_steps_and_stands_on_the_order(
    open_desk: Callable[..., Desk], table: Situation, by_keys: bool
) -> None:
    desk = raiding(open_desk, table)
    drive = desk.driver
    proposed = proposed_line(desk.view, choice_for(desk.view, RAID).success)
    assert proposed > 0 and f"{proposed}%" in drive.words()

    def press(id_: str, key: str) -> None:
        drive.key(key, key) if by_keys else drive.click(id_)

    for _time in range(2):
        press("line.more", "=" if by_keys else "")
    press("line.less", "-")
    drive.key("g", "g")
    given = desk.draft.order_of("siqueiros")
    assert given == with_line(RAID, proposed + 5)
    assert order_note(desk.view, given, _).whole == f"Raid, called off under {proposed + 5}%"
    assert f"from {proposed + 5}%" in drive.words(), "on the row of the order, whose tip says what that means"
    assert f"called off under {proposed + 5}%" in drive.area("order.raid").tip.body  # type: ignore[union-attr]
    assert f"Raid, called off under {proposed + 5}%" in drive.area("card.siqueiros").tip.body  # type: ignore[union-attr]
    open_raid(desk)
    assert f"{proposed + 5}%" in drive.words(), "opened again, the order is as it was given"
    for _time in range(20):
        press("line.less", "-")
    assert "never" in drive.words()
    press("line.less", "-")
    drive.key("g", "g")
    assert desk.draft.order_of("siqueiros") == RAID


def test_other_orders_have_no_line(open_desk: Callable[..., Desk], table: Situation) -> None:
    desk = open_desk(Side.CENTER, table.state)
    desk.screen.choose("siqueiros")
    desk.driver.draw()
    desk.driver.click("order.surveil")
    assert desk.driver.has("commit") and not desk.driver.has("line.more")
    assert odds_sheet(desk.view, Order(operation="surveil", agent="siqueiros"), _).call_off is None


def test_a_strike_called_off_is_told_with_its_chance_and_its_line(table: Situation) -> None:
    table.play((replace(RAID, call_off=95),))
    event = table.told(Audience.CENTER, EventKind.CALLED_OFF)[0]
    said = f"the chance looked like {event.chance}%, the line was 95%"
    assert event.number == 95
    telegram = next(each for each in month_of(center(table), [event], 1, _).telegrams if each.note)
    assert telegram.title == "Raid: called off" and telegram.note == said
    assert log_rows(center(table), [event], 0, _)[0].note.startswith(said)


# The papers


@pytest.mark.parametrize(("size", "text"), [((1024, 640), 100), ((1024, 640), 150), ((1280, 720), 150), ((1600, 900), 100)])
@pytest.mark.parametrize("opened", ("map", "household", "old man", "raid", "denounce", "suspect"))
def test_no_word_on_the_desks_papers_is_cut_or_lies_on_another(
    open_desk: Callable[..., Desk], table: Situation, size: tuple[int, int], text: int, opened: str
) -> None:
    """The map's strip with its plus is the last that is drawn of the map; what lies on it may be covered by papers."""
    told_from_inside(table)
    window = {"size": size, "text_size": text}
    if opened == "raid":
        desk = raiding(open_desk, table, **window)
    elif opened in ("old man", "suspect"):
        desk = open_desk(Side.CENTER if opened == "old man" else Side.CIRCLE, table.state, **window)
        desk.screen.choose(OLD_MAN if opened == "old man" else "zborowski")
    else:
        desk = open_desk(Side.CIRCLE, table.state, **window)
        order_keep(desk.draft, Keep.WALLS)
        if opened == "household":
            desk.screen.choose(HOUSE)
        elif opened == "denounce":
            desk.screen.weigh(Order(operation="denounce", agent="movement", target="zborowski"), _)
    canvas = desk.driver.draw()
    zoom = next(index for index, each in enumerate(canvas.texts) if each.text == "+")
    papers = [each for each in canvas.texts[zoom + 1 :] if each.rect.clip(each.clip).h]
    assert papers
    for each in papers:
        assert each.clip.left <= each.rect.left and each.rect.right <= each.clip.right, each
        assert each.scrolled or each.clip.contains(each.rect), each
    if opened in ("raid", "denounce"):
        assert not [each.text for each in papers if each.scrolled and each.whole is not None]
    for one, other in combinations(papers, 2):
        shared = one.rect.clip(one.clip).clip(other.rect.clip(other.clip))
        assert shared.w <= 1 or shared.h <= 1, (one.text, other.text)


@pytest.mark.parametrize("name", ["alma-ata-1927", "gnome-1940", "prinkipo-1929", "reiss-1937", "utka-1939"])
def test_the_line_on_the_influence_is_where_the_end_changes_hands(name: str) -> None:
    numbers = load(name).catalogue.numbers
    wins = {influence for influence in range(numbers.bounds.influence + 1) if score_survival(numbers.scores, influence, 0)[1] > 0}
    border = decisive_influence(numbers)
    assert wins == set(range((border or 0) + 1))
    assert (border is None) is (name == "utka-1939"), "at nought there is nothing to mark"


def test_where_silence_alone_loses_the_new_game_and_the_meter_say_so(table: Situation) -> None:
    """With nothing left of his influence he is forgotten, and the Center has won: no line in the bar tells of that."""
    catalogue = table.scenario.catalogue
    sheet = briefing_sheet(catalogue, Seating.CIRCLE, _)
    assert "no influence left, forgotten" in sheet.center_wins and "any influence left" in sheet.circle_wins
    tip = meter_rows(circle(table), Draft(circle(table)), _)
    assert "the Center wins if none is left" in next(row.tip for row in tip if row.kind == "influence")

    def with_scores(**scores: int) -> Catalogue:
        numbers = catalogue.numbers
        return replace(catalogue, numbers=replace(numbers, scores=replace(numbers.scores, **scores)))

    louder = briefing_sheet(with_scores(forgotten_most=4), Seating.CIRCLE, _)
    assert "less than 5 of influence" in louder.center_wins and "5 of influence or more" in louder.circle_wins
    never = briefing_sheet(with_scores(forgotten_most=-1, alive=0), Seating.CIRCLE, _)
    assert "forgotten" not in never.center_wins and never.circle_wins.startswith("if he lives, or")


def test_the_center_reads_the_influence_and_its_bar_where_it_can_decide(table: Situation) -> None:
    view = center(table)
    plain = next(row for row in meter_rows(view, Draft(view), _) if row.kind == "influence")
    assert (plain.value, plain.most) == (view.influence, 0)
    scores = replace(view.catalogue.numbers.scores, forgotten_most=4)
    deciding = replace(view, catalogue=replace(view.catalogue, numbers=replace(view.catalogue.numbers, scores=scores)))
    row = next(row for row in meter_rows(deciding, Draft(deciding), _) if row.kind == "influence")
    assert row.most == view.catalogue.numbers.bounds.influence and row.border == 4
