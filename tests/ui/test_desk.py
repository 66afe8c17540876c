"""The desk: orders by mouse alone and by keyboard alone, undo, sealing, every size, and nothing that the side must not know."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from random import Random

import pygame
import pytest
from pygame.event import Event

from game.rules.definitions import Scenario
from game.rules.geography import Atlas as Journeys
from game.rules.legality import legal_orders, refuse_set
from game.rules.nouns import BODIES, OLD_MAN, Side, Status
from game.rules.orders import Order
from game.ui.desk.drawer import _portrait_height
from game.ui.desk.layout import lay_out
from game.ui.desk.screen import DeskScreen
from game.ui.desk.slip import slip_box
from game.ui.desk.small import lay_small_papers
from game.ui.desk.table import Table
from game.ui.presenters.orders import operation_rows
from game.ui.presenters.people import cards
from game.ui.presenters.tasks import task_rows
from game.ui.screen import Reset
from game.ui.screens.dialog import Dialog
from game.ui.words import Words
from tests.hiding import change_what_is_hidden_from
from tests.test_secrecy import sampled_states
from tests.ui.desks import Desk


@pytest.mark.parametrize("side", list(Side))
def test_an_order_is_given_by_mouse_alone(open_desk: Callable[..., Desk], side: Side) -> None:
    desk = open_desk(side)
    drive = desk.driver
    card = next(area.id for area in drive.canvas.areas if area.id.startswith("card.") and area.id[5:] in desk.view.bodies)
    drive.click(card)
    row = next(area for area in drive.canvas.areas if area.id.startswith("order.") and area.enabled)
    drive.click(row.id)
    if not desk.draft.orders and drive.has("cancel"):
        target = next((area.id for area in drive.canvas.areas if area.id.startswith("target.")), None)
        if target is not None:
            drive.click(target)
    assert drive.area("commit").subject == row.id, "F1 explains the order that is aimed, and not how orders are carried out"
    drive.click("commit")
    assert len(desk.draft.orders) == 1 and refuse_set(desk.view, desk.draft.orders) == []
    drive.click("withdraw")
    assert desk.draft.orders == ()
    drive.key("z", mod=pygame.KMOD_CTRL)
    assert len(desk.draft.orders) == 1, "undo brings it back"
    drive.click("seal")
    assert desk.sealed == 1


@pytest.mark.parametrize("size", [(1600, 900), (1024, 640)])
def test_an_order_that_is_looked_at_again_can_be_taken_back_there(open_desk: Callable[..., Desk], size: tuple[int, int]) -> None:
    desk = open_desk(Side.CENTER, size=size)
    drive = desk.driver
    order = next(order for agent in desk.view.bodies for order in legal_orders(desk.view, agent) if order.operation == "surveil")
    desk.screen.weigh(order, Words())
    drive.draw()
    assert not drive.has("withdraw"), "nothing has been given yet"
    drive.click("commit")
    desk.screen.weigh(order, Words())
    drive.draw()
    drive.click("withdraw")
    assert desk.draft.orders == () and not drive.has("commit"), "one is back at the sheet"
    drive.key("z", mod=pygame.KMOD_CTRL)
    assert desk.draft.orders == (order,)
    desk.screen.weigh(order, Words())
    drive.draw()
    drive.key("delete")
    assert desk.draft.orders == ()


@pytest.mark.parametrize("size", [(1600, 900), (1024, 640)])
def test_no_pixel_of_the_window_is_left_to_what_was_there_before(open_desk: Callable[..., Desk], size: tuple[int, int]) -> None:
    desk = open_desk(Side.CENTER, size=size)
    drive = desk.driver
    for opened in (False, True):
        if opened:
            drive.click(next(area.id for area in drive.canvas.areas if area.id.startswith("card.")))
        drive.settle()
        over = []
        for ground in ("magenta", "green"):
            drive.canvas.surface.fill(ground)
            drive.draw()
            over.append(pygame.image.tobytes(drive.canvas.surface, "RGB"))
        assert over[0] == over[1]


@pytest.mark.parametrize("side", list(Side))
def test_an_order_is_given_by_keyboard_alone(open_desk: Callable[..., Desk], side: Side) -> None:
    desk = open_desk(side)
    drive = desk.driver
    for _ in range(4):
        drive.key("n", "n")
    drive.key("1", "1")
    if drive.has("commit") and not drive.area("commit").enabled:
        drive.key("1", "1")
    drive.key("g", "g")
    assert len(desk.draft.orders) == 1
    drive.key("escape")
    drive.key("s", "s")
    assert desk.sealed == 1


def test_the_keyboard_goes_from_a_sheet_to_its_orders_and_on(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(Side.CENTER)
    drive = desk.driver
    drive.key("n", "n")
    drive.draw()
    seen = drive.app.stack.top.attention
    first = seen.focus
    assert seen.focus_shown and (first or "").startswith("order.")
    drive.key("down")
    assert seen.focus != first and (seen.focus or "").startswith("order."), "along the list, not over the map"
    drive.key("up")
    assert seen.focus == first
    for _ in range(6):
        drive.key("return")
        if desk.draft.orders:
            break
    assert len(desk.draft.orders) == 1, "the focus went from the order to a target, if it has any, and to the button"
    assert seen.focus == f"order.{desk.draft.orders[0].operation}"


def test_the_map_brings_the_target_into_sight_that_the_keyboard_has_come_to(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(Side.CENTER, reduced_motion=True)
    drive, travel = desk.driver, "order.travel"
    drive.key("n", "n")
    for _ in range(3):
        drive.key("=", "+")
    drive.app.stack.top.attention.focus = travel
    drive.key("return")
    came_to = []
    for _ in range(6):
        drive.settle()
        came_to.append((drive.app.stack.top.attention.focus or "").removeprefix("target."))
        assert drive.has(f"map.place.{came_to[-1]}"), came_to[-1]
        drive.key("down")
    assert len(set(came_to)) == 6


@pytest.mark.parametrize("by_key", [False, True])
def test_a_long_introduction_is_folded_until_it_is_unfolded(open_desk: Callable[..., Desk], by_key: bool) -> None:
    desk = open_desk(Side.CIRCLE)
    person = next(person for person in desk.view.bodies)
    told = "Born in Kovno. " * 30 + "Plays the cello."
    desk.view.faces[person] = replace(desk.view.faces[person], about=told)  # type: ignore[index]
    drive = desk.driver
    desk.screen.select(person)
    drive.draw()
    assert not any("cello" in text.text for text in drive.canvas.texts) and "cello" in str(drive.area("about").tip)
    if by_key:
        drive.app.stack.top.attention.focus = "about"
        drive.key("return")
    else:
        drive.click("about")
    assert any("cello" in text.text for text in drive.canvas.texts)
    drive.click("about")
    assert not any("cello" in text.text for text in drive.canvas.texts)


def test_an_order_says_in_its_tip_which_key_opens_it(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(Side.CIRCLE)
    drive = desk.driver
    desk.screen.select(next(iter(desk.view.bodies)))
    drive.draw()
    rows = [area for area in drive.canvas.areas if area.id.startswith("order.")]
    assert rows and all((f"Key: {row.key}" in str(row.tip)) is (row.key is not None) for row in rows)
    assert any(row.key for row in rows)


def test_the_card_of_the_one_whose_order_is_aimed_lays_his_sheet_there_again(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(Side.CENTER)
    drive = desk.driver
    card = next(area.id for area in drive.canvas.areas if area.id.startswith("card.") and area.id[5:] in desk.view.bodies)
    drive.click(card)
    drive.click(next(area.id for area in drive.canvas.areas if area.id.startswith("order.") and area.enabled))
    assert drive.has("cancel")
    drive.click(card)
    assert not drive.has("cancel") and desk.screen.shown == card[5:]
    drive.click(card)
    assert desk.screen.shown is None


@pytest.mark.parametrize("text", [100, 150])
@pytest.mark.parametrize("side", list(Side))
def test_the_odds_take_no_more_room_than_they_need(open_desk: Callable[..., Desk], side: Side, text: int) -> None:
    """A sheet that is thought higher than it is scrolls into blank paper, and a lesson that points at it pushes its head away."""
    desk = open_desk(side, size=(1600, 2400), text_size=text)
    weighed: dict[str, Order] = {}
    for person in (*desk.view.bodies, *BODIES):
        for row in operation_rows(desk.view, desk.draft, person, Words()):
            weighed.update({row.operation: row.choices[-1].order} if row.choices else {})
    assert len(weighed) > 8
    for order in weighed.values():
        desk.screen.weigh(order, Words())
        canvas = desk.driver.draw()
        view = next(view for view in canvas.views if view.id == "odds")
        drawn = [each.rect for each in (*canvas.texts, *canvas.areas) if view.rect.contains(each.rect)]
        blank = view.rect.y + view.content - max(box.bottom for box in drawn)
        assert not view.furthest and 0 <= blank <= 8, order


def test_the_meters_stay_where_they_are_while_an_order_is_aimed(open_desk: Callable[..., Desk]) -> None:
    drive = open_desk(Side.CENTER).driver

    def meters() -> dict[str, int]:
        return {area.id: area.rect.x for area in drive.canvas.areas if area.id.startswith("meter.")}

    drive.click(next(area.id for area in drive.canvas.areas if area.id.startswith("card.")))
    before = meters()
    drive.click("order.travel")
    assert drive.has("cancel") and len(before) > 3 and meters() == before


@pytest.mark.parametrize("side", list(Side))
def test_a_row_of_orders_shows_its_key(open_desk: Callable[..., Desk], side: Side) -> None:
    drive = open_desk(side).driver
    drive.key("n", "n")
    rows = [area for area in drive.canvas.areas if area.id.startswith("order.") and area.key]
    shown = {area.key: [text.text for text in drive.canvas.texts if area.rect.contains(text.rect)] for area in rows}
    assert shown and all(texts[0] == key.upper() for key, texts in shown.items() if key)


def test_the_list_of_keys_names_the_seal(open_desk: Callable[..., Desk]) -> None:
    drive = open_desk(Side.CENTER).driver
    assert drive.area("seal").name == "Seal orders"


def test_tab_reaches_everything_that_can_be_touched(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(Side.CENTER)
    drive = desk.driver
    drive.key("n", "n")
    wanted = {area.id for area in drive.canvas.areas if area.focusable}
    reached: set[str] = set()
    for _ in range(len(wanted) + 3):
        drive.key("tab")
        focus = drive.app.stack.top.attention.focus
        reached.add(focus or "")
    assert wanted <= reached


def test_escape_goes_back_one_step_and_never_loses_orders(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(Side.CENTER)
    drive = desk.driver
    drive.key("n", "n")
    drive.key("2", "2")
    drive.key("g", "g")
    given = desk.draft.orders
    assert given
    for _ in range(5):
        drive.key("escape")
    assert desk.draft.orders == given


def test_over_an_order_that_is_looked_at_again_one_may_seal_and_over_one_that_is_not_given_one_may_not(
    open_desk: Callable[..., Desk],
) -> None:
    desk = open_desk(Side.CENTER)
    drive = desk.driver
    drive.key("n", "n")
    drive.key("2", "2")
    drive.key("s", "s")
    assert desk.sealed == 0 and drive.has("commit")
    drive.key("g", "g")
    drive.key("return")
    assert drive.has("commit") and desk.draft.orders
    drive.key("s", "s")
    assert desk.sealed == 1


@pytest.mark.parametrize("side", list(Side))
def test_only_who_could_be_given_an_order_is_counted_as_idle(open_desk: Callable[..., Desk], side: Side) -> None:
    desk = open_desk(side)
    able = [person for person in desk.view.bodies if any(True for _ in legal_orders(desk.view, person))]
    assert f"{len(able)} idle" in " ".join(desk.driver.words())
    assert side is Side.CENTER or len(able) < len(desk.view.bodies), "sympathisers are no hands"
    desk.draft.give(next(legal_orders(desk.view, able[0])))
    desk.driver.draw()
    assert f"{len(able) - 1} idle" in " ".join(desk.driver.words())


@pytest.mark.parametrize("side", list(Side))
def test_a_key_goes_round_those_who_could_be_given_an_order_and_have_none(open_desk: Callable[..., Desk], side: Side) -> None:
    desk = open_desk(side)
    able = [card.id for card in cards(desk.view, desk.draft, Words()) if card.id in desk.view.bodies]
    able = [person for person in able if any(True for _ in legal_orders(desk.view, person))]
    desk.draft.give(next(legal_orders(desk.view, able[1])))
    met = []
    for _key in able:
        desk.driver.key("n", mod=pygame.KMOD_SHIFT)
        met.append(desk.driver.screen.shown)  # type: ignore[attr-defined]
    assert met == [able[0], *able[2:], able[0]]
    for person in able:
        desk.draft.give(next(legal_orders(desk.view, person)))
    desk.driver.key("n", mod=pygame.KMOD_SHIFT)
    idle = [person for person in able if desk.draft.order_of(person) is None]
    assert desk.driver.screen.shown == (idle[0] if idle else able[0])  # type: ignore[attr-defined]


def test_the_drawer_is_turned_by_wheel_arrows_and_keys_and_says_where_one_is(open_desk: Callable[..., Desk]) -> None:
    drive = open_desk(Side.CIRCLE, size=(1440, 900)).driver

    def shown() -> list[str]:
        return [area.id for area in drive.canvas.areas if area.id.startswith("card.")]

    def counted() -> str:
        return next(text.text for text in drive.canvas.texts if "\N{EN DASH}" in text.text and text.rect.y > 760)

    first, all_ = shown(), len(cards(drive.screen._view, drive.screen._draft, Words()))  # type: ignore[attr-defined]
    assert counted() == f"1\N{EN DASH}{len(first)}" and any(text.text == f"of {all_}" for text in drive.canvas.texts)
    at = drive.area(first[0]).rect.center
    drive.app.feed(Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)), drive.now)
    for _ in range(20):
        drive.app.feed(Event(pygame.MOUSEWHEEL, x=0, y=-1, precise_x=0.0, precise_y=-1.0, flipped=False), drive.now)
        drive.draw()
    last = shown()
    assert counted().endswith(f"\N{EN DASH}{all_}") and len(last) == len(first) and last != first
    drive.key("home", mod=pygame.KMOD_SHIFT)
    assert shown() == first
    drive.key("end")
    assert shown() == last and not drive.has("cards.after")
    drive.click("cards.before")
    assert shown() != last


@pytest.mark.parametrize("by_key", [True, False])
def test_the_drawer_shows_whom_one_asks_for(open_desk: Callable[..., Desk], by_key: bool) -> None:
    """All, those without an order, those where the open sheet is about, and all again."""
    desk = open_desk(Side.CIRCLE, size=(1440, 900))
    drive, view = desk.driver, desk.view

    def lie() -> set[str]:
        """Everybody whose card lies there, on whatever page."""
        drive.key("home", mod=pygame.KMOD_SHIFT)
        found = set[str]()
        while True:
            found |= {area.id.removeprefix("card.") for area in drive.canvas.areas if area.id.startswith("card.")}
            if not drive.has("cards.after"):
                return found
            drive.click("cards.after")

    def sift() -> None:
        if by_key:
            drive.key("w")
        else:
            drive.click("cards.sift")

    everybody = {card.id for card in cards(view, desk.draft, Words())}
    able = {person for person in view.bodies if any(True for _ in legal_orders(view, person))}
    first = min(able)
    desk.draft.give(next(legal_orders(view, first)))
    drive.draw()
    assert lie() == everybody
    sift()
    assert lie() == able - {first}
    sift()
    assert lie() == everybody, "no sheet lies open"
    drive.screen.choose(view.seat)  # type: ignore[attr-defined]
    drive.draw()
    sift()
    sift()
    areas = view.catalogue.areas
    here = {id_ for id_, body in view.bodies.items() if body.status is Status.ACTIVE and areas[body.place] == areas[view.seat]}
    assert lie() == here | {OLD_MAN} and here
    drive.key("n")
    assert drive.screen.shown in here | {OLD_MAN}  # type: ignore[attr-defined]
    sift()
    assert lie() == everybody


def test_a_lesson_finds_a_card_that_was_sifted_out(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(Side.CENTER)
    drive, screen = desk.driver, desk.driver.screen
    assert isinstance(screen, DeskScreen)
    drive.key("w")
    busy = next(area.id for area in drive.canvas.areas if area.id.startswith("card.")).removeprefix("card.")
    desk.draft.give(next(legal_orders(desk.view, busy)))
    drive.draw()
    assert not drive.has(f"card.{busy}")
    screen.turn_to("nobody at all", Words())
    drive.draw()
    assert not drive.has(f"card.{busy}"), "of whom there is no card nothing is turned"
    screen.turn_to(busy, Words())
    drive.draw()
    assert drive.has(f"card.{busy}")


def test_the_next_idle_one_is_found_though_his_card_was_left_out(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(Side.CENTER)
    drive, view = desk.driver, desk.view
    place = view.bodies[min(person for person in view.bodies if any(True for _ in legal_orders(view, person)))].place
    drive.screen.choose(place)  # type: ignore[attr-defined]
    drive.draw()
    drive.key("w", "w")
    here = {area.id.removeprefix("card.") for area in drive.canvas.areas if area.id.startswith("card.")}
    idle = [one for one in view.bodies if one not in here and any(True for _ in legal_orders(view, one))]
    assert here and idle
    for _key in range(len(view.bodies)):
        drive.key("n", mod=pygame.KMOD_SHIFT)
        if drive.screen.shown in idle:  # type: ignore[attr-defined]
            break
    else:
        pytest.fail("nobody elsewhere was found")
    assert drive.has(f"card.{drive.screen.shown}")  # type: ignore[attr-defined]


def test_once_everybody_has_an_order_all_cards_lie_there_again(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(Side.CENTER)
    drive, able = desk.driver, [one for one in desk.view.bodies if any(True for _ in legal_orders(desk.view, one))]
    desk.driver.key("w")
    assert "no order" in [text.text for text in drive.canvas.texts if text.rect.right > drive.area("cards.sift").rect.x]
    vars(drive.screen)["_able"] = frozenset(able[:1])
    desk.draft.give(next(legal_orders(desk.view, able[0])))
    drive.draw()
    assert len([area for area in drive.canvas.areas if area.id.startswith("card.")]) > 1


def test_portraits_grow_with_the_cards_but_leave_room_for_the_words(open_desk: Callable[..., Desk]) -> None:
    drive = open_desk(Side.CIRCLE, size=(1024, 640), text_size=150).driver
    page = cards(drive.screen._view, drive.screen._draft, Words())[:3]  # type: ignore[attr-defined]
    usual, card = drive.canvas.px(72), drive.area(f"card.{page[0].id}").rect
    high = _portrait_height(drive.canvas, page, pygame.Rect(0, 0, card.w, card.h))
    assert usual < high < card.h
    words = [text for text in drive.canvas.texts if text.text == "no order" and card.contains(text.rect)]
    assert all(text.rect.x > card.x + high * 0.8 for text in words)


def test_the_slip_says_how_many_tasks_it_leaves_out_and_opens_to_all(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(Side.CIRCLE, size=(1440, 900))
    task = desk.view.tasks[0]
    tasks = tuple(replace(task, task=replace(task.task, title=f"Aim {number}")) for number in range(12))
    many = replace(desk.view, tasks=tasks)
    rows = task_rows(many, Words())
    painter, corner = desk.driver.canvas, pygame.Rect(20, 80, 334, 600)
    papers = lay_small_papers(painter, corner, many, desk.draft)
    assert 2 <= papers.shown < 12 and papers.slip.h > slip_box(painter, corner, rows[: papers.shown], Words(), papers.shown).h
    few = lay_small_papers(painter, corner, replace(many, tasks=tasks[:3]), desk.draft)
    assert few.shown == 3, "all are shown where there is room"
    desk.driver.key("o", "o")
    assert isinstance(desk.driver.screen, Dialog)
    assert any(task.task.title in text.text for task in desk.view.tasks for text in desk.driver.canvas.texts)
    tops = sorted({text.rect.top for text in desk.driver.canvas.texts if text.role == "body"})
    usual = min(lower - upper for upper, lower in pairwise(tops))
    assert sum(lower - upper > 1.5 * usual for upper, lower in pairwise(tops)) >= len(desk.view.tasks), "one apart from the other"


def test_a_single_task_is_not_left_out_of_the_slip_for_want_of_a_little_room(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(Side.CENTER)
    tasks = (desk.view.tasks[0],) * 5

    def shown(count: int, high: int) -> int:
        view = replace(desk.view, tasks=tasks[:count])
        return lay_small_papers(desk.driver.canvas, pygame.Rect(20, 80, 334, high), view, desk.draft).shown

    high = max(high for high in range(300, 900, 5) if shown(5, high) == 3)
    assert shown(4, high) == 4 and shown(5, high) == 3, "where two would be left out the map keeps its room"
    assert shown(4, high * 4 // 5) < 4, "and there is a bound to it"


@pytest.mark.parametrize("size", [(1600, 900), (1920, 1080)])
def test_of_the_first_aims_it_is_said_what_they_count(open_desk: Callable[..., Desk], size: tuple[int, int]) -> None:
    """However many are open, and although the household's paper lies beneath them."""
    desk = open_desk(Side.CIRCLE, size=size)
    canvas = desk.driver.canvas
    papers = lay_small_papers(canvas, lay_out(canvas, column_open=False).slip, desk.view, desk.draft)
    assert papers.shown >= 2 and all(row.goal for row in papers.tasks) and papers.house is not None


def test_sealing_with_no_orders_asks_first(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(Side.CIRCLE)
    desk.driver.key("s", "s")
    assert desk.sealed == 0
    desk.driver.key("return")
    assert desk.sealed == 1


def test_the_order_to_which_a_key_leads_is_in_sight_in_a_small_window(open_desk: Callable[..., Desk]) -> None:
    drive = open_desk(Side.CENTER, size=(1024, 640), text_size=200).driver
    drive.key("n", "n")
    drive.draw()
    focus = drive.app.stack.top.attention.focus
    area = drive.area(focus or "")
    assert area.id.startswith("order.") and area.clip.contains(area.rect.inflate(-area.rect.w // 2, 0))


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize(("size", "text"), [((1024, 640), 100), ((1024, 640), 150), ((1280, 720), 80), ((2560, 1440), 150)])
def test_every_size_has_room_for_the_papers(open_desk: Callable[..., Desk], side: Side, size: tuple[int, int], text: int) -> None:
    """Words on the bar, the cards and the sheet neither leave the window nor lie on one another."""
    desk = open_desk(side, size=size, text_size=text)
    drive = desk.driver
    for key in ("n", "n", "n"):
        drive.key(key, key)
    window = pygame.Rect((0, 0), size)
    papers = [text for text in drive.canvas.texts if text.role != "map" and not text.scrolled and text.clip.size == size]
    assert papers
    for text_record in papers:
        assert window.contains(text_record.rect), text_record.text


@pytest.mark.parametrize("side", list(Side))
def test_the_screen_shows_nothing_that_the_other_side_hides(
    open_desk: Callable[..., Desk], utka: Scenario, atlas: Journeys, side: Side
) -> None:
    compared = 0
    for seed, state in sampled_states(utka, atlas):
        if seed % 11:
            continue
        shown = []
        for one in (state, change_what_is_hidden_from(side, state, seed, utka.catalogue)):
            drive = open_desk(side, one).driver
            drive.key("n", "n")
            drive.key("1", "1")
            drive.settle()
            shown.append((drive.words(), pygame.image.tobytes(drive.canvas.surface, "RGB")))
        assert shown[0] == shown[1]
        compared += 1
    assert compared > 5


@pytest.mark.parametrize("side", list(Side))
def test_random_input_never_breaks_the_desk(open_desk: Callable[..., Desk], side: Side) -> None:
    """Keys, clicks, wheels and resizes in any order; the draft stays legal all the while."""
    chance = Random(11)
    desk = open_desk(side)
    drive = desk.driver
    names = "n p 1 2 3 4 g t k escape return tab up down left right - = . a d"
    keys = [pygame.key.key_code(name) for name in names.split()]
    for _ in range(800):
        roll = chance.random()
        at = (chance.randrange(1600), chance.randrange(900))
        if roll < 0.5:
            code = chance.choice(keys)
            typed = chr(code) if 32 < code < 127 else ""
            for kind in (pygame.KEYDOWN, pygame.KEYUP):
                drive.app.feed(Event(kind, key=code, mod=0, unicode=typed), drive.now)
        elif roll < 0.85:
            for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
                drive.app.feed(Event(kind, pos=at, button=1), drive.now)
        elif roll < 0.97:
            drive.app.feed(
                Event(pygame.MOUSEWHEEL, x=0, y=chance.choice([-1, 1]), precise_x=0.0, precise_y=1.0, flipped=False), drive.now
            )
        else:
            drive.app.feed(Event(pygame.MOUSEMOTION, pos=at, rel=(3, 3), buttons=(0, 0, 0)), drive.now)
        if not drive.app.running:
            pytest.fail("the desk left the window")
        if chance.random() < 0.3:
            drive.draw()
    assert refuse_set(desk.view, desk.draft.orders) == []


def test_keys_that_come_before_the_first_picture_mean_what_it_will_show(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(Side.CENTER)
    app, old = desk.driver.app, desk.screen
    fresh = DeskScreen(desk.view, desk.draft, old._faces, Table(old._table._board.view), old._actions)
    app.stack.carry_out(Reset(fresh))
    for typed in "+-ns":
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            app.feed(Event(kind, key=pygame.key.key_code(typed), mod=0, unicode=typed), 0)
    assert isinstance(app.stack.top.screen, Dialog) and fresh._selected is not None


def test_keys_that_come_faster_than_frames_mean_what_will_be_shown(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(Side.CENTER)
    drive = desk.driver
    drive.key("n", "n")
    for name in ("n", "1"):
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            drive.app.feed(Event(kind, key=pygame.key.key_code(name), mod=0, unicode=name), drive.now)
    aim = desk.screen._aim
    assert aim is not None and aim.row.choices[0].order.agent == desk.screen.shown
